"""The words to use, as HTML: a part for each way, ready to be copied where it is written."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from calculator.presenting.script_text import copied, line_text
from calculator.presenting.scripts import WAYS, Blank, Paragraph, Part, Script, Text

# These are pasted somewhere; the others are said.
WRITTEN = {"email", "message"}

WORDS = Markup('<div class="words">{parts}</div>')
PART = Markup(
    '<section class="words__part" data-way="{way}">'
    '<{tag} class="words__way">{heading}</{tag}>{subject}'
    '<div class="words__text"{copy}>{text}</div></section>'
)
COPY = Markup(' data-copy="{text}"')
COPY_WITH_SUBJECT = Markup(' data-subject="{subject}" data-copy="{text}"')
SUBJECT = Markup('<p class="words__subject">Subject: {subject}</p>')
PARAGRAPH = Markup("<p>{lines}</p>")
NOTE = Markup('<p class="words__note">{lines}</p>')
BLANK = Markup('<span class="blank">[{stands_for}]</span>')
LINE_BREAK = Markup("<br>")


def script_html(script: Script, *, level: int) -> Markup:
    """Return the words as HTML; each part's heading is of the given level.

    What is to be pasted carries its plain text in ``data-copy``, without the notes.
    """
    parts = (_part(part, tag=Markup(f"h{level}")) for part in script.parts)  # noqa: S704 # an int
    return WORDS.format(parts=joined(parts))


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of HTML one after the other."""
    return Markup().join(pieces)


def _part(part: Part, *, tag: Markup) -> Markup:
    return PART.format(
        way=part.way,
        tag=tag,
        heading=WAYS[part.way],
        subject=SUBJECT.format(subject=_line(part.subject)) if part.subject else "",
        copy=_copy(part),
        text=joined(map(_paragraph, part.paragraphs)),
    )


def _copy(part: Part) -> Markup:
    if part.way not in WRITTEN:
        return Markup()
    if part.subject is None:
        return COPY.format(text=copied(part))
    return COPY_WITH_SUBJECT.format(subject=line_text(part.subject), text=copied(part))


def _paragraph(paragraph: Paragraph) -> Markup:
    template = NOTE if paragraph.is_note else PARAGRAPH
    return template.format(lines=LINE_BREAK.join(map(_line, paragraph.lines)))


def _line(text: Text) -> Markup:
    return joined(
        BLANK.format(stands_for=piece.stands_for) if isinstance(piece, Blank) else escape(piece)
        for piece in text
    )
