"""The words for a call, a voicemail, an email or a message, with the blanks filled.

Each file of ``data/scripts`` is one situation, in Markdown that a careers adviser can edit::

    # They gave no date, and nothing has come      what it is for
    To: interviewer                                whose greeting and ending (``data/frames``)
    Subject: {role}: next steps                    of the email

    ## Email, voicemail                            one text for one or several ways of saying it
    When do you expect to decide?                  a line here is a line in the message
    [phone or voicemail: I said I'd call.]         only in these ways
    [email and call_day: I'll call on {call_day}.] only where that day is known, too
    [not exchange: I hope I may ask.]              only where there was no such thing
    > Write down any day they name.                a note for the person, never said or sent

``{blank}`` is a name or a day (``BLANKS``), or a clause about what went before (``CLAUSES``). The
condition of a sentence is a blank or a clause that must be known, a claim that must be true
(``CLAIMS``) or a way (``WAYS``): no two share a name. ``not`` is of the name after it, and ``and``
binds closer than ``or``. ``Awaits:`` says what a script asks for where it is always the same,
``Unknown:`` what a guide does not show as known. A file that has only a line ``With:`` holds the
letters that it names. A frame has one section for each way; the text of the script stands where
the frame has a line of three dots. ``script_facts.py`` says what is known of a step.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from calculator.days import day_text
from calculator.planning.plan import Plan, Step
from calculator.presenting.said_back import DATA, usual_phrase
from calculator.presenting.script_facts import NAMED, Facts, facts_of
from calculator.situation import Awaited, Channel, Situation

# What a blank is called where nothing fills it; those of ``LEFT_OPEN`` always stay blank.
BLANKS: Mapping[str, str] = {
    "you": "your name",
    "interviewer": "the interviewer's name",
    "employer": "the employer's name",
    "role": "job title",
    "number": "your phone number",
    "recruiter": "the recruiter's name",
    "interview_day": "the day of the interview",
    "last_interview": "the day of your last interview",
    "answered_day": "the day they answered",
    "said_day": "that day",
    "contact_day": "the day you did",
    "missed_day": "the day of the call",
    "invited_day": "the day of the next interview",
    "colleague_day": "the day you tried",
    "call_day": "the day you'll call",
    "agreed_day": "the day you agreed on",
    "next_weekday": "the same day next week",
    "deadline": "the day your answer is due",
    "answer_wish": "the day you need to know by",
    "their_time": "the time they gave you",
    "their_words": "what they said about timing",
    "their_answer": "what they answered",
    "promised": "what you promised",
    "point": "one thing you talked about",
    "offerer": "the name of the person who made the offer",
    "times": "two or three times that suit you",
    "more_time": "the day you need",
    "start_day": "the day you can start",
}
LEFT_OPEN = frozenset({"point", "offerer", "times", "more_time", "start_day"})
NAMES = frozenset(BLANKS[name] for name in NAMED)

# What is said about what went before, and how it reads in a guide; with a capital, it opens a
# sentence.
CLAUSES: Mapping[str, str] = {
    "exchange": "your email on {answered_day}",
    "when_said": "when we spoke on {said_day}",
    "then_said": "at the interview",
    "they_thought": "you thought you might have a decision {their_time}",
    "noted": "I'll look forward to hearing from you {their_time}.",
    "I_wrote": "I emailed you on {contact_day}",
    "I_tried": "I called on {colleague_day}, but couldn't reach you",
    "the_offer": "the written offer",
    "the_round": "the next round",
}

# What may be said only where it is so.
CLAIMS: Mapping[str, str] = {
    "awaits-decision": "they are to decide",
    "awaits-next-round": "they are to ask the candidate in again",
    "awaits-offer": "they are to put an offer in writing",
    "awaits-word": "they are to find something out, or to get back about something",
    "to-recruiter": "this goes to the recruiter in between",
    "met": "you met in person or on a screen",
    "same-day": "this goes out on the day of the interview",
    "offered": "they have offered you the job",
    "checks": "they told you last of references, a check or an approval",
    "missed-today": "the call that didn't come was for this day",
    "called-off": "the last that they said is that an interview is off or moved",
    "never-met": "that was the first interview, so none has taken place",
    "only-in-touch": "the time that they named was for getting in touch, not for a decision",
    "call-promised": "they said that they would call",
    "replied": "you have answered the last that they wrote",
    "asked-to-wait": "they asked you not to get in touch",
    "feedback-offered": "their no offered feedback",
    "no-feedback": "their no said that they give no feedback",
    "called-today": "you called them earlier on this day",
    "a-thing": "what was promised is a thing, not a call or an email",
    "said-i-would-call": "you told them that you would call on this day",
    "expecting-a-call": "they agreed to a call on this day",
    "asked-for": "this contact was their own idea, not only agreed to",
    "another-day": "today is not the day that was agreed or promised, or none was named",
    "no-day-named": "they agreed to a call and named no day for it",
    "if-unheard": "they agreed to a call if you had heard nothing by the agreed day",
    "day-was-closed": "the agreed or promised day was closed",
    "day-has-passed": "the agreed or promised day has passed",
    "may-be-early": "this comes before the end of the time that they named",
    "thanks-first": "no thank-you was sent, so this message opens with the thanks",
    "no-calls": "they want no calls, or you would rather write",
    "told-of-offer": "you have told them of the other offer",
    "no-day-left": "no later day is left to ask the other employer for more time",
    "due-today": "your answer to the offer is due on this day",
    "was-due": "the day for your answer to the offer has passed",
}

# A guide shows a script for the usual case: what it can name is known, and these are not so.
UNUSUAL = frozenset({"exchange", "invited_day", "their_answer", "I_tried"})

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
    r"\[(?P<condition>(?:not )?[\w-]+(?: (?:or|and) (?:not )?[\w-]+)*): (?P<words>[^\[\]]*)\]"
)
BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap that the person fills: what belongs there."""

    stands_for: str


# These are pasted somewhere; the others are said.
WRITTEN = frozenset({"email", "message"})

type Text = tuple[str | Blank, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, line by line; a note is advice to the person, not part of the message."""

    lines: tuple[Text, ...]
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The words for one way of saying it; only an email has a subject.

    ``letter`` says which it is, where the words of one step hold several.
    """

    way: str
    paragraphs: tuple[Paragraph, ...]
    subject: Text | None = None
    letter: str = ""

    @property
    def heading(self) -> str:
        """What stands above the words."""
        way = WAYS[self.way]
        return f"{self.letter}: {way[:1].lower()}{way[1:]}" if self.letter else way

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
    """A file of ``data/scripts`` or ``data/frames`` as it was written, by way.

    ``letters`` are the names of the scripts that it holds, if it is such a file.
    """

    title: str = ""
    to: str = ""
    subject: str = ""
    awaits: str = ""
    unknown: frozenset[str] = frozenset()
    letters: tuple[str, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)


def scripts_of(plan: Plan, *, situation: Situation) -> Mapping[str, Script]:
    """Return the words of each step that has any, by the step's id."""
    words = {step.id: filled(step, situation=situation, steps=plan.steps) for step in plan.steps}
    return {id_: script for id_, script in words.items() if script}


def filled(step: Step, *, situation: Situation, steps: Sequence[Step] = ()) -> Script | None:
    """Return the words of a step, with the situation's names and the step's days filled in.

    What goes to the recruiter greets the recruiter, whoever the script is for. A call gets the
    words for all the ways in which it may go, no channel is taken as email, and where the script
    has no words for the channel all its ways are given. ``steps`` is the plan that the step is
    part of: what comes before it there has been said. Raises ``FileNotFoundError`` for a script
    that does not exist.
    """
    if step.words is None:
        return None
    awaited = script(step.words.script).awaits
    facts = facts_of(step, situation=situation, steps=steps, awaited=awaited)
    return _script(
        step.words.script,
        ways=WAYS_OF_CHANNEL[step.channel or "email"],
        to="recruiter" if step.action == "recruiter" else "",
        clauses=facts.clauses,
        known=_known(facts, country=situation.country),
        holds=facts.claims,
    )


def unfilled(name: str, *, awaited: Awaited | None = None) -> Script:
    """Return a script with all its ways and every blank open, for reading in a guide.

    It is written for the usual case: the days that it can name are known, no claim is made but
    what is awaited.
    """
    template = script(name)
    asks_for = awaited or template.awaits or "decision"
    unknown = UNUSUAL | template.unknown
    clauses = {**CLAUSES, "they_thought": usual_phrase(asks_for)}
    return _script(
        name,
        ways=(),
        clauses={clause: text for clause, text in clauses.items() if clause not in unknown},
        known={},
        holds=(BLANKS.keys() - unknown) | {f"awaits-{asks_for}", "a-thing", "offered"},
    )


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
    headers = dict(
        re.findall(r"^(To|Subject|With|Awaits|Unknown): (.+)$", head, flags=re.MULTILINE)
    )
    title = re.match(r"# (.+)", head)
    return Template(
        title=title[1] if title else "",
        to=headers.get("To", ""),
        subject=headers.get("Subject", ""),
        awaits=headers.get("Awaits", ""),
        unknown=frozenset(headers.get("Unknown", "").replace(",", " ").split()),
        letters=tuple(headers.get("With", "").replace(",", " ").split()),
        sections={
            way: body.strip()
            for heading, body in zip(rest[::2], rest[1::2], strict=True)
            for way in heading.lower().replace(" ", "-").split(",-")
        },
    )


def _script(  # noqa: PLR0913 # all but the name and the ways are what is known
    name: str,
    *,
    ways: Sequence[str],
    to: str = "",
    clauses: Mapping[str, str],
    known: Mapping[str, str],
    holds: Iterable[str],
) -> Script:
    template = script(name)
    parts: list[Part] = []
    for letter in template.letters or (name,):
        one = script(letter)
        wanted = [way for way in ways if way in one.sections] or one.sections
        addressed = replace(one, to=to or one.to) if one.to else one
        title = one.title if template.letters else ""
        for way in wanted:
            part = _part(addressed, way=way, clauses=clauses, known=known, holds=holds)
            parts.append(replace(part, letter=title))
    return Script(title=template.title, parts=tuple(parts))


def _part(
    template: Template,
    *,
    way: str,
    clauses: Mapping[str, str],
    known: Mapping[str, str],
    holds: Iterable[str],
) -> Part:
    outside = frame(template.to).sections.get(way, "...") if template.to else "..."
    whole = outside.replace("...", template.sections[way], 1)
    text = _with_what_holds(whole, holds={*holds, *known, *clauses, way})
    text = _with_clauses(text, clauses)
    paragraphs = [_paragraph(block, known=known) for block in re.split(r"\n{2,}", text)]
    if way in WRITTEN:
        # What is copied stays in one piece: advice on it comes after it.
        paragraphs.sort(key=lambda paragraph: paragraph.is_note)
    has_subject = way == "email" and template.subject
    return Part(
        way=way,
        paragraphs=tuple(paragraphs),
        subject=_with_blanks_filled(template.subject, known=known) if has_subject else None,
    )


def _with_what_holds(text: str, *, holds: set[str]) -> str:
    """Return the text without the sentences whose condition does not hold, or their gaps."""

    def chosen(sentence: re.Match[str]) -> str:
        return sentence["words"] if is_so(sentence["condition"], holds) else ""

    lines = ((line, " ".join(OPTIONAL.sub(chosen, line).split())) for line in text.splitlines())
    return "\n".join(after for before, after in lines if after.strip("> ") or not before).strip()


def is_so(condition: str, holds: set[str]) -> bool:
    """Whether the condition of a sentence holds.

    >>> is_so("email and not exchange or met", {"email"}), is_so("not email", {"email"})
    (True, False)
    """
    any_of = (
        [(one.removeprefix("not ") in holds) != one.startswith("not ") for one in all_of]
        for all_of in (part.split(" and ") for part in condition.split(" or "))
    )
    return any(all(each) for each in any_of)


def _with_clauses(text: str, clauses: Mapping[str, str]) -> str:
    """Return the text with its clauses written out; their own blanks are still open."""
    for name, clause in clauses.items():
        text = text.replace(f"{{{name}}}", clause)
        capital = name[:1].upper() + name[1:]
        text = text.replace(f"{{{capital}}}", clause[:1].upper() + clause[1:])
    return text


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


def _known(facts: Facts, *, country: str) -> Mapping[str, str]:
    """Return what fills the blanks: only what is known, so that its name is also a condition."""
    return {**{name: day_text(day, country) for name, day in facts.days.items()}, **facts.texts}
