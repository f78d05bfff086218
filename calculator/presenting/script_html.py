"""The words to use, as HTML: a part for each way, ready to be copied where it is written."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from calculator.presenting.addresses import address, mailbox, telephone
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_text import copied, line_text
from calculator.presenting.scripts import WRITTEN, Blank, Paragraph, Part, Script, Text

WORDS = Layout('<div class="words">{parts}</div>')
PART = Layout(
    '<section class="words__part" data-way="{way}">'
    '<{tag} class="words__way">{heading}</{tag}>{subject}'
    '<div class="words__text"{copy}>{text}</div>{notes}{tools}</section>'
)
TOOLS = Layout(
    '<p class="words__tools"><button type="button" class="button" data-copy-text>Copy{about}'
    '</button>{links} <span class="words__copied" role="status" data-copied></span></p>'
)
MAIL = Layout(' <a class="words__mail" href="{href}">Open in your mail program{about}</a>')
CALL = Layout(' <a class="words__call" href="{href}">Call&nbsp;{number}</a>')
ABOUT = Layout('<span class="visually-hidden">: {heading}, {about}</span>')
COPY = Layout(' data-copy="{text}"')
COPY_WITH_SUBJECT = Layout(' data-subject="{subject}" data-copy="{text}"')
SUBJECT = Layout('<p class="words__subject">Subject: {subject}</p>')
PARAGRAPH = Layout("<p>{lines}</p>")
NOTE = Layout('<p class="words__note">{lines}</p>')
BLANK = Layout('<span class="blank">[{stands_for}]</span>')
LINE_BREAK = Markup("<br>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How words can be sent from where they stand: what they are for, and to which address."""

    about: str
    email: str = ""
    phone: str = ""


def script_html(script: Script, *, level: int, sending: Sending | None = None) -> Markup:
    """Return the words as HTML; each part's heading is of the given level.

    What is to be pasted carries its plain text in ``data-copy``, without the notes; with
    ``sending`` all parts do, and have a button to copy it and links to send it.
    """
    tag = Markup(f"h{level}")  # noqa: S704 # an int
    return WORDS.format(parts=joined(_part(part, tag, sending) for part in script.parts))


def _part(part: Part, tag: Markup, sending: Sending | None) -> Markup:
    # What is pasted stands alone in its box; what is said is read with the notes between.
    is_pasted = part.way in WRITTEN
    notes = [each for each in part.paragraphs if each.is_note and is_pasted]
    said = [each for each in part.paragraphs if each not in notes]
    return PART.format(
        way=part.way,
        tag=tag,
        heading=part.heading,
        subject=SUBJECT.format(subject=_line(part.subject)) if part.subject else "",
        copy=_copy(part) if sending or part.way in WRITTEN else "",
        text=joined(map(_paragraph, said)),
        notes=joined(map(_paragraph, notes)),
        tools=_tools(part, sending) if sending else "",
    )


def _copy(part: Part) -> Markup:
    if part.subject is None:
        return COPY.format(text=copied(part))
    return COPY_WITH_SUBJECT.format(subject=line_text(part.subject), text=copied(part))


def _tools(part: Part, sending: Sending) -> Markup:
    about = ABOUT.format(heading=part.heading, about=sending.about)
    return TOOLS.format(about=about, links=_links(part, sending, about))


def _links(part: Part, sending: Sending, about: Markup) -> Markup:
    if part.way == "email":
        to, subject = mailbox(sending.email), line_text(part.subject or ())
        href = address(f"mailto:{to}", subject=subject, body=copied(part))
        return MAIL.format(href=href, about=about)
    number = telephone(sending.phone)
    if part.way == "phone" and number:
        # A number stays on one line.
        return CALL.format(href=number, number="\N{NO-BREAK SPACE}".join(sending.phone.split()))
    return Markup()


def _paragraph(paragraph: Paragraph) -> Markup:
    template = NOTE if paragraph.is_note else PARAGRAPH
    return template.format(lines=LINE_BREAK.join(map(_line, paragraph.lines)))


def _line(text: Text) -> Markup:
    return joined(
        BLANK.format(stands_for=piece.stands_for) if isinstance(piece, Blank) else escape(piece)
        for piece in text
    )
