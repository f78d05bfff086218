"""The words to use, as plain text."""

from calculator.presenting.script_parts import Blank, Paragraph, Part, Script, Text


def script_text(script: Script) -> str:
    """Return all the words, each way under its heading, notes in round brackets."""
    return "\n\n".join(map(_part, script.parts))


def copied(part: Part) -> str:
    """Return what goes into an email or a message: no heading, no subject, no notes."""
    return "\n\n".join(_lines(paragraph) for paragraph in part.paragraphs if not paragraph.is_note)


def line_text(text: Text) -> str:
    """Return one line; a blank stands in square brackets."""
    return "".join(f"[{piece.stands_for}]" if isinstance(piece, Blank) else piece for piece in text)


def _part(part: Part) -> str:
    heading = f"{part.heading}:"
    subject = [f"Subject: {line_text(part.subject)}"] if part.subject else []
    return "\n\n".join([heading, *subject, *map(_paragraph, part.paragraphs)])


def _paragraph(paragraph: Paragraph) -> str:
    return f"({_lines(paragraph)})" if paragraph.is_note else _lines(paragraph)


def _lines(paragraph: Paragraph) -> str:
    return "\n".join(map(line_text, paragraph.lines))
