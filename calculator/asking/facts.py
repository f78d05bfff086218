"""What their words say beside the time of the answer: leave to call, things to send, no calls."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from calculator.asking.statement import Heard, wants_writing
from calculator.days import Window, day_text
from calculator.reading.awaits import sentence_at, sentences
from calculator.reading.notes import is_request, questions_asked, sends, thing_asked
from calculator.reading.outright import is_visit
from calculator.reading.reading import Mention
from calculator.reading.sayings import saying, says
from calculator.situation import LeaveToCall, Promise

type FactId = Literal[
    "leave_to_call",
    "promises",
    "no_calls",
    "told_to_wait",
    "names.phone",
    "awaiting",
    "offer",
    "rejected",
    "offered",
    "on-hold",
    "cancelled",
    "invited",
    "acknowledged",
]

LONGEST_NOTE = 120
NEAR = 120  # letters between leave to call and the number to call
JUST_BEHIND = 40  # letters in which it may say that it is only for now
PHONE = re.compile(r"(?<![\w/.-])\+?\(?\d[\d\s().\u2011-]{5,}\d(?![\w/])")
LEAST_DIGITS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that their words say, which the request has a field for.

    ``value`` is what that field would hold, ``span`` the place of the words in the statement,
    ``used`` whether the plan stands on it: not where the request has the field, or the person
    put the fact aside (``ignored``).
    """

    id: FactId
    on: date | None
    span: tuple[int, int]
    as_text: str
    value: Any
    used: bool = True
    ignored: bool = False


def facts_in(heard: Heard, *, country: str) -> tuple[Fact, ...]:
    """Return what a statement says beside the time of the answer, in the order of the words.

    Days that were over when it was said say nothing of what is to be done.
    """
    if heard.failed:
        return ()
    mentions, statement = heard.reading.mentions, heard.statement
    coming = [one for one in mentions if not is_over(one.window, heard.on)]
    leave = next(leaves(coming, heard, country), None)
    barred, no_contact = no_calls(statement), told_to_wait(statement)
    found = [
        *([leave] if leave and not barred else []),
        *(number(statement, leave) if leave and not barred else []),
        *barred,
        *no_contact,
        *promises(coming, heard, country),
        *further_rounds(coming, heard, country),
    ]
    return tuple(sorted(found, key=lambda fact: fact.span))


# The fields that facts fill, where they have another name.
FIELDS: Mapping[FactId, str] = {"names.phone": "names.their_phone"}


def in_use(
    facts: Iterable[Fact], *, given: Container[str], ignored: Container[str], since: date
) -> tuple[Fact, ...]:
    """Return the facts, each with whether it is used: a field of the request wins.

    What is not after a day, such as that of the interview, is of no use.
    """
    return tuple(
        replace(fact, used=counts and fact.id not in ignored, ignored=counts and fact.id in ignored)
        for fact in facts
        for counts in [
            FIELDS.get(fact.id, fact.id) not in given and (fact.on is None or fact.on > since)
        ]
    )


def is_over(window: Window | None, said_on: date) -> bool:
    return window is not None and window.latest is not None and window.latest < said_on


def day_of(window: Window | None, said_on: date) -> date | None:
    """Return the day to act on: the first of the days to come, or the last of "by Friday"."""
    if window is None:
        return None
    begins = window.earliest and window.earliest > said_on
    return window.earliest if begins or window.latest is None else window.latest


# Each kind of fact


def leaves(mentions: Iterable[Mention], heard: Heard, country: str) -> Iterator[Fact]:
    """Yield the times at which the candidate may call."""
    for one in mentions:
        on = day_of(one.window, heard.on)
        if one.role != "may-contact" or on is None:
            continue
        if says("they chase", heard.statement[: one.span[0]].rpartition(".")[2]):
            continue
        barred = is_denied(one, heard.statement)
        if barred and not (on := day_after_bar(one, heard)):
            continue
        sentence = sentence_at(heard.statement, *one.span)
        is_asked_in = is_visit(one.span, heard.statement)
        words = heard.statement[slice(*one.span)]
        do = "come in" if is_asked_in else "get in touch"
        text = f"They said that you can {do} on {day_text(on, country)}"
        is_unheard = barred or says("unheard", sentence)
        leave = LeaveToCall(
            on=on,
            if_unheard=is_unheard,
            in_writing=wants_writing(sentence),
            any_way=not (says("call", sentence) or says("write", sentence)),
            in_person=is_asked_in,
            is_asked=not says("may" if is_unheard else "allows", sentence),
            words=words,
            names_day=says("a day", words),
        )
        yield Fact(id="leave_to_call", on=on, span=one.span, as_text=text, value=leave)
    yield from leave_if_unheard(heard.statement)


def call_back(heard: Heard) -> LeaveToCall | None:
    """Return the call for which they ask now: "please call me back when you get this"."""
    for _, sentence in sentences(heard.statement):
        asked = saying("call back").search(sentence)
        plain = saying("want you to").sub("", sentence)
        is_other = any(says(name, sentence) for name in ("on condition", "they call"))
        if asked is None or is_other or says("may", plain):
            continue
        if not says("denied", sentence[: asked.start()].rpartition(",")[2]):
            return LeaveToCall(
                on=heard.on, is_asked=True, words="back", names_day=False, at_once=True
            )
    return None


def leave_if_unheard(statement: str) -> Iterator[Fact]:
    """Yield leave to get in touch once their time is over: "if you've not heard, ring me"."""
    for start, sentence in sentences(statement):
        is_leave = says("leave", sentence) or says("if not, contact", sentence)
        if not is_leave or not says("unheard", sentence) or says("business", sentence):
            continue
        leave = LeaveToCall(in_writing=wants_writing(sentence))
        text = "They said that you can get in touch if you haven't heard"
        span = start, start + len(sentence)
        yield Fact(id="leave_to_call", on=None, span=span, as_text=text, value=leave)


def day_after_bar(mention: Mention, heard: Heard) -> date | None:
    """Return the day from which it is all right, by "don't call before the 20th"."""
    window = mention.window
    if window is None or window.earliest is None or window.latest is not None:
        return None
    # "Don't call this week" is leave for no day.
    bar = saying("bar").match(heard.statement, mention.span[0])
    return window.earliest if bar and window.earliest > heard.on else None


def is_denied(mention: Mention, statement: str) -> bool:
    start = mention.span[0]
    sentence = sentence_at(statement, *mention.span)
    before = statement[max(0, start - len(sentence)) : start].rpartition(".")[2]
    # "Not yet, give me a ring on Monday" denies the news, and not the call.
    clause = re.split("[,;:\u2013\u2014]", before)[-1]
    return says("denied", clause if says("contact", clause) else before)


def number(statement: str, leave: Fact) -> Iterator[Fact]:
    """Yield the telephone number that stands nearest to the leave to call."""
    found = [
        match
        for match in PHONE.finditer(statement)
        if sum(letter.isdigit() for letter in match[0]) >= LEAST_DIGITS
        and abs(match.start() - leave.span[1]) <= NEAR
    ]
    for match in sorted(found, key=lambda match: abs(match.start() - leave.span[1]))[:1]:
        yield Fact(
            id="names.phone",
            on=None,
            span=match.span(),
            as_text=f"Their number is {match[0].strip()}",
            value=match[0].strip(),
        )


def no_calls(statement: str) -> list[Fact]:
    """Return the words by which they ask for no calls, if there are any."""
    return asked_not_to("no calls", statement, "no_calls", "They asked for no phone calls")


def told_to_wait(statement: str) -> list[Fact]:
    """Return the words by which they ask not to be contacted, if there are any."""
    return asked_not_to(
        "no contact", statement, "told_to_wait", "They asked you not to get in touch"
    )


def asked_not_to(words: str, statement: str, name: FactId, as_text: str) -> list[Fact]:
    """Return the first words that ask not to, for good: "don't call before Friday" is none."""
    for match in saying(words).finditer(statement):
        behind = re.split(r"[.!?\n]", statement[match.end() : match.end() + JUST_BEHIND])[0]
        if not says("for now", behind):
            return [Fact(id=name, on=None, span=match.span(), as_text=as_text, value=True)]
    return []


def promise_of(
    what: Literal["call", "email", "other"], on: date, note: str, *, asked_on: date | None = None
) -> Promise:
    """Return a promise, or what they asked for, with what its note says is to be sent."""
    is_a_thing = what == "other" or (what == "email" and sends(note))
    return Promise(
        what=what,
        on=on,
        note=note,
        asked_on=asked_on,
        is_a_thing=is_a_thing,
        is_work=is_a_thing and says("work", note),
    )


def promises(mentions: Iterable[Mention], heard: Heard, country: str) -> Iterator[Fact]:
    """Yield what the candidate is to do by a day: "send us your references by Friday"."""
    for one in mentions:
        on = one.window.latest if one.window else None
        if one.role != "asked" or on is None:
            continue
        note = " ".join(sentence_at(heard.statement, *one.span).split())[:LONGEST_NOTE]
        text = f"They asked you to do something by {day_text(on, country)}: “{note}”"
        value = promise_of("other", on, thing_asked(note), asked_on=heard.on)
        yield Fact(id="promises", on=on, span=one.span, as_text=text, value=value)


def answer_owed(heard: Heard) -> Iterator[Promise]:
    """Yield the answer to what they wrote to ask: it is for now."""
    if asked := questions_asked(heard.statement):
        yield promise_of("other", heard.on, asked, asked_on=heard.on)


def requests(heard: Heard) -> Iterator[Promise]:
    """Yield what they ask for on a day and name no other for: "please send us your references"."""
    for _, sentence in sentences(heard.statement):
        if is_request(sentence) and (note := thing_asked(sentence)):
            yield promise_of("other", heard.on, note, asked_on=heard.on)


def further_rounds(mentions: Iterable[Mention], heard: Heard, country: str) -> Iterator[Fact]:
    """Yield the first further interview of the candidate's own."""
    for one in mentions:
        on = day_of(one.window, heard.on)
        sentence = sentence_at(heard.statement, *one.span)
        if one.role != "interview" or on is None or on <= heard.on:
            continue
        if says("yours", sentence) and not says("others", sentence):
            last = one.window.latest if one.window else None
            when = f"on {day_text(on, country)}"
            if last and last > on:
                when = f"between {day_text(on, country)} and {day_text(last, country)}"
            text = f"They spoke of a further round {when}"
            yield Fact(id="awaiting", on=on, span=one.span, as_text=text, value="next-round")
            return
