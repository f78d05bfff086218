"""The words to use, as HTML: a part for each way, ready to be copied where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from calculator.presenting.addresses import address, mailbox, telephone
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_facts import NAMED
from calculator.presenting.script_names import BLANKS, IF_NOT, WRITTEN
from calculator.presenting.script_parts import Blank, Paragraph, Part, Script, Text
from calculator.presenting.script_text import copied, line_text

# Which name of a situation fills a blank, by what the blank says.
NAME_OF: Mapping[str, str] = {BLANKS[blank]: name for blank, name in NAMED.items()}

WORDS = Layout('<div class="words"{step}>{parts}</div>')
STEP = Layout(' data-words="{step}"')
PART = Layout(
    '<section class="words__part" data-way="{way}">'
    "{opens}{subject}"
    '<div class="words__text"{editable}{copy}>{text}</div>{notes}{tools}{ends}</section>'
)
HEADING = Layout('<{tag} class="words__way">{heading}</{tag}>')
# How a call goes is only known in the call: what else it may need opens when its turn comes.
FOLDED = Layout('<details class="opens"><summary>{heading}</summary>')
FOLDED_ENDS = Markup("</details>")
# The text can be changed where it stands; the script keeps what was changed.
EDITABLE = Layout(
    ' contenteditable="plaintext-only" role="textbox" aria-multiline="true"'
    ' aria-label="{what}: {about}" data-edit="{part}"'
)
TOOLS = Layout(
    '<p class="words__tools"><button type="button" class="button" data-copy-text>'
    "Copy{about}</button>{subject}{links}"
    '<span class="words__left" role="status" data-left>{left}</span></p>'
)
COPY_SUBJECT = Layout(
    '<button type="button" class="button" data-copy-subject>Copy subject{about}</button>'
)
MAIL = Layout('<a class="words__mail" href="{href}" data-mail="{to}">Open in mail{about}</a>')
CALL = Layout('<a class="words__call" href="{href}">Call&nbsp;{number}</a>')
ABOUT = Layout('<span class="visually-hidden">: {heading}, {about}</span>')
COPY = Layout(' data-copy="{text}"')
COPY_WITH_SUBJECT = Layout(' data-subject="{subject}" data-copy="{text}"')
SUBJECT = Layout(
    '<p class="words__subject"><span class="words__label">Subject:</span>'
    " <span{editable}>{subject}</span></p>"
)
PARAGRAPH = Layout("<p>{lines}</p>")
NOTE = Layout('<p class="words__note" contenteditable="false">{lines}</p>')
BLANK = Layout('<span class="blank"{name}>[{stands_for}]</span>')
NAME = Layout(' data-name="{name}"')
LINE_BREAK = Markup("<br>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How words can be sent from where they stand: what they are for, and to which address."""

    step: str
    about: str
    email: str = ""
    phone: str = ""


def script_html(script: Script, *, level: int, sending: Sending | None = None) -> Markup:
    """Return the words as HTML; each part's heading is of the given level.

    What is to be pasted carries its plain text in ``data-copy``, without the notes, which stand
    outside it; with ``sending`` all parts do, can be changed, and have what copies and sends them.
    """
    tag = Markup(f"h{level}")  # noqa: S704 # an int
    parts = joined(
        _part(part, tag, sending, is_folded=sending is not None and at > 0 and _is_other(part))
        for at, part in enumerate(script.parts)
    )
    return WORDS.format(step=STEP.format(step=sending.step) if sending else "", parts=parts)


def _is_other(part: Part) -> bool:
    """Whether words are one of several letters, or for when the call goes otherwise."""
    return bool(part.letter) or part.way in IF_NOT


def _part(part: Part, tag: Markup, sending: Sending | None, *, is_folded: bool) -> Markup:
    heading, name = part.heading, f"{part.letter} {part.way}".strip()
    # What is pasted stands alone in its box; what is said is read with the notes between.
    is_pasted = part.way in WRITTEN
    notes = [each for each in part.paragraphs if each.is_note and is_pasted]
    said = [each for each in part.paragraphs if each not in notes]
    title = HEADING.format(tag=tag, heading=heading)
    return PART.format(
        way=part.way,
        opens=FOLDED.format(heading=title) if is_folded else title,
        subject=_subject(part, name, sending) if part.subject else "",
        editable=_editable(heading, name, sending),
        copy=_copy(part) if sending or part.way in WRITTEN else "",
        text=joined(map(_paragraph, said)),
        notes=joined(map(_paragraph, notes)),
        tools=_tools(part, heading, sending) if sending else "",
        ends=FOLDED_ENDS if is_folded else "",
    )


def _editable(what: str, part: str, sending: Sending | None) -> Markup:
    if sending is None:
        return Markup()
    return EDITABLE.format(what=what, about=sending.about, part=part)


def _subject(part: Part, name: str, sending: Sending | None) -> Markup:
    return SUBJECT.format(
        editable=_editable("Subject", f"{name} subject", sending),
        subject=_line(part.subject or ()),
    )


def _copy(part: Part) -> Markup:
    if part.subject is None:
        return COPY.format(text=copied(part))
    return COPY_WITH_SUBJECT.format(subject=line_text(part.subject), text=copied(part))


def _tools(part: Part, heading: str, sending: Sending) -> Markup:
    about = ABOUT.format(heading=heading, about=sending.about)
    return TOOLS.format(
        about=about,
        subject=COPY_SUBJECT.format(about=about) if part.subject else "",
        links=_links(part, sending, about),
        left=blanks_left(part),
    )


def blanks_left(part: Part) -> str:
    """Return how many blanks are still to be filled, in words; nothing where there are none."""
    texts = (
        *(line for p in part.paragraphs if not p.is_note for line in p.lines),
        part.subject or (),
    )
    count = sum(isinstance(piece, Blank) for text in texts for piece in text)
    return f"{count} {'blank' if count == 1 else 'blanks'} left" if count else ""


def _links(part: Part, sending: Sending, about: Markup) -> Markup:
    if part.way == "email":
        to, subject = mailbox(sending.email), line_text(part.subject or ())
        href = address(f"mailto:{to}", subject=subject, body=copied(part))
        return MAIL.format(href=href, to=to, about=about)
    number = telephone(sending.phone)
    if part.way == "phone" and number:
        # A number stays on one line.
        return CALL.format(href=number, number="\N{NO-BREAK SPACE}".join(sending.phone.split()))
    return Markup()


def _paragraph(paragraph: Paragraph) -> Markup:
    template = NOTE if paragraph.is_note else PARAGRAPH
    return template.format(lines=LINE_BREAK.join(map(_line, paragraph.lines)))


def _line(text: Text) -> Markup:
    return joined(_blank(piece) if isinstance(piece, Blank) else escape(piece) for piece in text)


def _blank(blank: Blank) -> Markup:
    name = NAME_OF.get(blank.stands_for)
    return BLANK.format(name=NAME.format(name=name) if name else "", stands_for=blank.stands_for)
