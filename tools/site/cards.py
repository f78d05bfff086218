"""The picture that a shared link to a page shows: its title, large, in the site's colour."""

from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tools.cache import cached

type Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

CARD = (1200, 630)
MARGIN = 90
COLOUR, INK = "#00695c", "#ffffff"
# A few shades between the two colours keep the letters smooth in a file of a few kilobytes.
SHADES = 8


def card(title: str, *, site: str) -> bytes:
    """Return the picture as PNG, drawn once for each title."""
    drawn_by = Path(__file__).read_bytes()
    given = f"{site}\n{title}".encode()
    return cached("card.png", drawn_by + given, partial(drawn, title, site=site))


def drawn(title: str, *, site: str) -> bytes:
    """Draw the picture."""
    picture = Image.new("RGB", CARD, COLOUR)
    draw = ImageDraw.Draw(picture)
    draw.text((MARGIN, 80), site, fill=INK, font=ImageFont.load_default(36))
    font = ImageFont.load_default(84)
    lines = wrapped(title, font=font, width=CARD[0] - 2 * MARGIN)
    draw.multiline_text((MARGIN, 210), "\n".join(lines), fill=INK, font=font, spacing=24)
    file = BytesIO()
    picture.quantize(SHADES).save(file, "PNG", optimize=True)
    return file.getvalue()


def wrapped(
    text: str, *, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int
) -> list[str]:
    """Return the text in lines that are no wider than the width."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
