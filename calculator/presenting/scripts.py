"""The words for a call, a voicemail, an email or a message, with the blanks filled.

``script_files.py`` explains the notation of the files, ``script_facts.py`` says what is known of a
step.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from calculator.days import day_text
from calculator.planning.plan import Plan, Step
from calculator.presenting.said_back import usual_phrase
from calculator.presenting.script_facts import Facts, facts_of
from calculator.presenting.script_files import Template, frame, script
from calculator.presenting.script_names import (
    BLANKS,
    CLAUSES,
    UNUSUAL,
    WAYS_OF_CHANNEL,
    WRITTEN,
)
from calculator.presenting.script_parts import Blank, Paragraph, Part, Script, Text
from calculator.presenting.script_people import (
    is_to_a_team,
    is_to_one_address,
    is_to_whoever_wrote,
    is_told_by_another,
)
from calculator.presenting.wording import as_written_in, sentence
from calculator.situation import Awaited, Situation

OPTIONAL = re.compile(
    r"\[(?P<condition>(?:not )?[\w-]+(?: (?:or|and) (?:not )?[\w-]+)*): (?P<words>[^\[\]]*)\]"
)
BLANK = re.compile(r"\{(\w+)\}")


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
    ways = WAYS_OF_CHANNEL[step.channel or "email"]
    if step.channel == "in-person" and situation.route == "internal":
        ways = (*ways, "email")  # a colleague asks as they usually would
    return _script(
        step.words.script,
        ways=ways,
        to=addressee(step, situation),
        clauses=facts.clauses,
        known=_known(facts, country=situation.country),
        holds=facts.claims,
        country=situation.country,
    )


def addressee(step: Step, situation: Situation) -> str:
    """Return who a step's words greet, where it is not whoever the script is for.

    A public body is asked at one address, that of the interviewer if the name is known.
    """
    if step.action == "recruiter":
        return "recruiter"
    if is_told_by_another(step, situation):
        return "hiring team" if step.channel == "call" else "writer"
    if is_to_whoever_wrote(step, situation):
        return "writer"
    if is_to_a_team(step, situation):
        return "hiring team"
    if is_to_one_address(step, situation) and step.channel == "email":
        return "writer"  # whoever answered there last
    is_public = situation.sector == "public" and situation.route != "internal"
    return "interviewer" if step.if_nothing and is_public else ""


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


def _script(  # noqa: PLR0913 # all but the name and the ways are what is known
    name: str,
    *,
    ways: Sequence[str],
    to: str = "",
    clauses: Mapping[str, str],
    known: Mapping[str, str],
    holds: Iterable[str],
    country: str = "US",
) -> Script:
    template = script(name)
    parts: list[Part] = []
    for letter in template.letters or (name,):
        one = script(letter)
        addressed = replace(one, to=to or one.to) if one.to else one
        wanted = [way for way in ways if has_words(addressed, way)] or one.sections
        title = one.title if template.letters else ""
        for way in wanted:
            part = _part(
                addressed, way=way, clauses=clauses, known=known, holds=holds, country=country
            )
            parts.append(replace(part, letter=title))
    return Script(title=template.title, parts=tuple(parts))


def has_words(template: Template, way: str) -> bool:
    """Whether there is anything to say one way: of its own, or in the frame around it."""
    is_framed = bool(template.to) and way in frame(template.to).sections
    return way in template.sections and bool(template.sections[way] or is_framed)


def _part(  # noqa: PLR0913 # all but the template and the way are what is known
    template: Template,
    *,
    way: str,
    clauses: Mapping[str, str],
    known: Mapping[str, str],
    holds: Iterable[str],
    country: str,
) -> Part:
    outside = frame(template.to).sections.get(way, "...") if template.to else "..."
    whole = outside.replace("...", template.sections[way], 1)
    text = _with_what_holds(whole, holds={*holds, *known, *clauses, way})
    text = as_written_in(country, _with_clauses(text, clauses))
    paragraphs = [_paragraph(block, known=known) for block in re.split(r"\n{2,}", text)]
    if way in WRITTEN:
        # What is copied stays in one piece: advice on it comes after it.
        paragraphs.sort(key=lambda paragraph: paragraph.is_note)
    subject = None
    if way == "email" and template.subject:
        about = _with_what_holds(template.subject, holds={*holds, *known})
        subject = _with_blanks_filled(about, known=known)
    return Part(
        way=way,
        paragraphs=tuple(paragraphs),
        subject=subject and (with_capital(subject[0]), *subject[1:]),
    )


def with_capital(text: str | Blank) -> str | Blank:
    """Return the first words of a subject with a capital."""
    return text if isinstance(text, Blank) else sentence(text)


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
    return any(
        all((name in holds) == wanted for name, wanted in all_of) for all_of in any_of(condition)
    )


@cache
def any_of(condition: str) -> list[list[tuple[str, bool]]]:
    """Return the names of a condition, and whether each is to hold, by what has to hold together.

    >>> any_of("email and not exchange or met")
    [[('email', True), ('exchange', False)], [('met', True)]]
    """
    return [
        [(one.removeprefix("not "), not one.startswith("not ")) for one in part.split(" and ")]
        for part in condition.split(" or ")
    ]


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
