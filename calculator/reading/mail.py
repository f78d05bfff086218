"""The part of a pasted e-mail that says something: without headers, quoted lines and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

HEADER = re.compile(
    r"\s*[*_>]*\s*(?:from|to|cc|bcc|date|sent|subject|re|fwd?|reply-to|on behalf of)\s*:",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\s*(?:sent|received|posted|forwarded|written)\s+(?:on|from|by|at|:)\b", re.IGNORECASE
)
WROTE = re.compile(r"\s*on\b.{0,160}\bwrote\s*:?\s*$", re.IGNORECASE)
WROTE_BEGINS = re.compile(r"\s*on\s.{0,60}\d{4}", re.IGNORECASE)
FORWARDED = re.compile(r"\s*-{2,}\s*(?:original|forwarded) message", re.IGNORECASE)
SIGN_OFF = re.compile(
    r"\s*(?:(?:kind|best|warm|many|with)\s+)?(?:regards|wishes|best|thanks|thank you|cheers|sincerely"
    r"|yours (?:sincerely|faithfully|truly)|all the best|warmly|respectfully)\s*[,.!]?\s*$",
    re.IGNORECASE,
)
SIGNATURE_MARK = re.compile(r"--\s*$")
# A signature is short; what comes after it is a mail that was answered.
SIGNATURE_LINES = 12


def body_of(text: str) -> str:
    """Return the text with all that is not its body blanked, so that places stay the same.

    Where nothing would be left ("> You will hear by Friday"), the text stays as it is.
    """
    if "\n" not in text and not SENT.match(text):
        return text
    lines = text.splitlines(keepends=True)
    kept = "".join(
        line if keep else blank(line) for line, keep in zip(lines, keeping(lines), strict=True)
    )
    return kept if any(letter.isalnum() for letter in kept) else text


def blank(line: str) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in line)


def keeping(lines: list[str]) -> Iterator[bool]:
    """Yield for each line whether it belongs to the body."""
    signed = 0
    spoken = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if signed:
            signed -= 1
            yield False
        elif is_furniture(line, following):
            yield False
        elif spoken and (SIGN_OFF.match(line) or SIGNATURE_MARK.match(line)):
            signed = SIGNATURE_LINES
            yield False
        else:
            spoken = spoken or bool(line.strip())
            yield True


def is_furniture(line: str, following: str) -> bool:
    """Whether a line is a header, quoted, or says who wrote what is quoted."""
    return bool(
        line.lstrip().startswith(">")
        or HEADER.match(line)
        or SENT.match(line)
        or FORWARDED.match(line)
        or WROTE.match(line)
        or (WROTE_BEGINS.match(line) and following.rstrip().endswith("wrote:"))
        or (line.rstrip().endswith("wrote:"))
    )
