"""The words for a call, a voicemail, an email or a message, with the blanks filled.

Each file of ``data/scripts`` is one situation, in Markdown that a careers adviser can edit::

    # They gave no date, and nothing has come      what it is for
    To: interviewer                                whose greeting and ending (``data/frames``)
    Subject: {role}: the next step                 of the email

    ## Email, voicemail                            one text for one or several ways of saying it
    Are you nearer to a decision?                  a line here is a line in the message
    [phone or voicemail: I said I would call.]     only in these ways
    [email and call_day: I will call on {call_day}.]    only where that day is known, too
    [not expecting-a-call: I hope I may ask.]      only where that is not so
    > Write down any day they name.                a note for the person, never said or sent

``{blank}`` is a name or a day (``BLANKS``). The condition of a sentence is a blank that must be
known, a claim that must be true (``CLAIMS``) or a way (``WAYS``): no two share a name. A frame has
one section for each way; the text of the script stands where the frame has a line of three dots.
Nothing nests.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from calculator.planning.plan import Plan, Step, Words
from calculator.presenting.wording import short_day_text
from calculator.situation import Channel, Situation

DATA = Path(__file__).parent.parent / "data"

# What a blank is called where nothing fills it; "point" and "offerer" always stay blank.
BLANKS: Mapping[str, str] = {
    "you": "your name",
    "interviewer": "the interviewer's name",
    "employer": "the employer's name",
    "role": "job title",
    "number": "your phone number",
    "recruiter": "the recruiter's name",
    "interview_day": "the day of the interview",
    "last_interview": "the day of your last interview",
    "call_day": "the day you will call",
    "agreed_day": "the day you agreed on",
    "day_promised": "the day they named",
    "day_promised_from": "the first day they named",
    "next_weekday": "the same day next week",
    "deadline": "the day your answer is due",
    "answer_wish": "the day you need to know by",
    "point": "one thing you talked about",
    "offerer": "the name of the person who made the offer",
    "promised": "what you promised",
    "their_words": "what they said about timing",
}

# The blanks that the names of a situation fill, and what they are called there: here "phone" is a
# way of saying it.
NAMED: Mapping[str, str] = {
    **{name: name for name in ("you", "interviewer", "employer", "role", "recruiter")},
    "number": "phone",
}
NAMES = frozenset(BLANKS[name] for name in NAMED)

# What may be said only where it is so.
CLAIMS: Mapping[str, str] = {
    "said-i-would-call": "you told them that you would call on this day",
    "expecting-a-call": "they agreed to a call on this day",
    "another-day": "today is not the day that was agreed or promised, or none was named",
    "no-day-named": "they agreed to a call and named no day for it",
    "day-was-closed": "the agreed or promised day was closed",
    "day-has-passed": "the agreed or promised day has passed",
    "may-be-early": "this comes before the end of the time that they named",
    "thanks-first": "no thank-you was sent, so this message opens with the thanks",
    "no-calls": "they want no calls, or you would rather write",
    "due-today": "your answer to the offer is due on this day",
    "was-due": "the day for your answer to the offer has passed",
}

# The ways of saying something: as headings of the files, and as a person reads them.
WAYS: Mapping[str, str] = {
    "email": "Email",
    "phone": "When they answer",
    "in-call": "In the same call",
    "voicemail": "If you reach voicemail",
    "gatekeeper": "If someone else answers",
    "message": "Message",
    "in-person": "In person",
}

# What a step's channel needs: a call may go in several ways, and the words lie ready for each.
WAYS_OF_CHANNEL: Mapping[Channel, tuple[str, ...]] = {
    "email": ("email",),
    "call": ("phone", "in-call", "voicemail", "gatekeeper"),
    "voicemail": ("voicemail",),
    "message": ("message",),
    "in-person": ("in-person",),
}

OPTIONAL = re.compile(
    r"\[(?P<not>not )?(?P<condition>[a-z_-]+(?: (?:or|and) [a-z_-]+)*): (?P<words>[^\[\]]*)\]"
)
BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap that the person fills: what belongs there."""

    stands_for: str


type Text = tuple[str | Blank, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, line by line; a note is advice to the person, not part of the message."""

    lines: tuple[Text, ...]
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The words for one way of saying it; only an email has a subject."""

    way: str
    paragraphs: tuple[Paragraph, ...]
    subject: Text | None = None

    @property
    def texts(self) -> Iterator[Text]:
        """The subject and all lines."""
        yield self.subject or ()
        for paragraph in self.paragraphs:
            yield from paragraph.lines


@dataclass(frozen=True, slots=True)
class Script:
    """The words for one situation: its title, and a part for each way that is needed."""

    title: str
    parts: tuple[Part, ...]

    @property
    def lacks_names(self) -> bool:
        """Whether a blank is left that a name would fill."""
        texts = (text for part in self.parts for text in part.texts)
        blanks = {piece.stands_for for text in texts for piece in text if isinstance(piece, Blank)}
        return not NAMES.isdisjoint(blanks)


@dataclass(frozen=True, slots=True)
class Template:
    """A file of ``data/scripts`` or ``data/frames`` as it was written, by way."""

    title: str = ""
    to: str = ""
    subject: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


def scripts_of(plan: Plan, *, situation: Situation) -> Mapping[str, Script]:
    """Return the words of each step that has any, by the step's id."""
    words = {step.id: filled(step, situation=situation) for step in plan.steps}
    return {id_: script for id_, script in words.items() if script}


def filled(step: Step, *, situation: Situation) -> Script | None:
    """Return the words of a step, with the situation's names and the step's days filled in.

    What goes to the recruiter greets the recruiter, whoever the script is for. A call gets the
    words for all the ways in which it may go, no channel is taken as email, and where the script
    has no words for the channel all its ways are given. Raises ``FileNotFoundError`` for a script
    that does not exist.
    """
    if step.words is None:
        return None
    template = script(step.words.script)
    wanted = WAYS_OF_CHANNEL[step.channel or "email"]
    ways = [way for way in wanted if way in template.sections]
    return _script(
        replace(template, to="recruiter") if step.action == "recruiter" else template,
        ways=ways or template.sections,
        known=_known(step.words, situation=situation),
        holds=step.words.claims,
    )


def unfilled(name: str) -> Script:
    """Return a script with all its ways and every blank open, for reading in a guide.

    It is written for the usual case: the days that it can name are known, no claim is made.
    """
    template = script(name)
    usual = frozenset(BLANKS)
    return _script(template, ways=template.sections, known={}, holds=usual)


def names() -> list[str]:
    """Return the names of all scripts, in alphabetical order."""
    return sorted(path.stem for path in (DATA / "scripts").glob("*.md"))


@cache
def script(name: str) -> Template:
    """Return a script as it was written."""
    return parsed((DATA / "scripts" / f"{name}.md").read_text(encoding="utf-8"))


@cache
def frame(to: str) -> Template:
    """Return the greetings and endings for one kind of reader, as they were written."""
    return parsed((DATA / "frames" / f"{to.replace(' ', '-')}.md").read_text(encoding="utf-8"))


def parsed(text: str) -> Template:
    r"""Return a file of the notation, taken apart.

    >>> parsed("# Thanks\nTo: interviewer\n\n## Email, message\nThank you.").sections["message"]
    'Thank you.'
    """
    head, *rest = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    headers = dict(re.findall(r"^(To|Subject): (.+)$", head, flags=re.MULTILINE))
    title = re.match(r"# (.+)", head)
    return Template(
        title=title[1] if title else "",
        to=headers.get("To", ""),
        subject=headers.get("Subject", ""),
        sections={
            way: body.strip()
            for heading, body in zip(rest[::2], rest[1::2], strict=True)
            for way in heading.lower().replace(" ", "-").split(",-")
        },
    )


def _script(
    template: Template, *, ways: Iterable[str], known: Mapping[str, str], holds: frozenset[str]
) -> Script:
    parts = (_part(template, way=way, known=known, holds=holds) for way in ways)
    return Script(title=template.title, parts=tuple(parts))


def _part(template: Template, *, way: str, known: Mapping[str, str], holds: frozenset[str]) -> Part:
    outside = frame(template.to).sections.get(way, "...") if template.to else "..."
    whole = outside.replace("...", template.sections[way], 1)
    text = _with_what_holds(whole, holds={*holds, *known, way})
    has_subject = way == "email" and template.subject
    return Part(
        way=way,
        paragraphs=tuple(_paragraph(block, known=known) for block in re.split(r"\n{2,}", text)),
        subject=_with_blanks_filled(template.subject, known=known) if has_subject else None,
    )


def _with_what_holds(text: str, *, holds: set[str]) -> str:
    """Return the text without the sentences whose condition does not hold, or their gaps."""

    def chosen(sentence: re.Match[str]) -> str:
        any_of = sentence["condition"].split(" or ")
        so = any(holds.issuperset(all_of.split(" and ")) for all_of in any_of)
        return sentence["words"] if so != bool(sentence["not"]) else ""

    lines = ((line, " ".join(OPTIONAL.sub(chosen, line).split())) for line in text.splitlines())
    return "\n".join(after for before, after in lines if after or not before).strip()


def _paragraph(block: str, *, known: Mapping[str, str]) -> Paragraph:
    lines = (
        _with_blanks_filled(line.removeprefix("> "), known=known) for line in block.splitlines()
    )
    return Paragraph(lines=tuple(lines), is_note=block.startswith("> "))


def _with_blanks_filled(line: str, *, known: Mapping[str, str]) -> Text:
    # Split at a pattern with one group: what lies between the blanks, and their names, in turn.
    pieces = enumerate(BLANK.split(line))
    filled_in = (
        (known.get(piece) or Blank(BLANKS[piece])) if at % 2 else piece for at, piece in pieces
    )
    return tuple(piece for piece in filled_in if piece)


def _known(words: Words, *, situation: Situation) -> Mapping[str, str]:
    """Return what fills the blanks: only what is known, so that its name is also a condition."""
    days = {"interview_day": _last_interview(situation), **words.days}
    day_texts = {name: short_day_text(day) for name, day in days.items()}
    names = {blank: getattr(situation.names, name) for blank, name in NAMED.items()}
    texts = {**day_texts, **names, **words.texts}
    return {name: tidy for name, text in texts.items() if (tidy := " ".join(text.split()))}


def _last_interview(situation: Situation) -> date:
    later = (event.on for event in situation.history if event.event == "interview")
    return max((situation.interview_on, *later))
