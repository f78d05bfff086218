"""What the words of a plan say is so, whatever happened: checked against the history alone.

Each thing that a script may claim is found in the text by its words, and looked up in the
situation and the steps before it, not in what the script was given.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import replace
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import MAYBE, situations, statement

from calculator.days import Window, day_text
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.presenting.script_parts import Part
from calculator.presenting.script_text import copied
from calculator.presenting.scripts import scripts_of
from calculator.situation import (
    Awaited,
    Channel,
    Event,
    Happening,
    How,
    Names,
    Policy,
    Route,
    Said,
    Situation,
)

NAMES = Names(
    you="Ada Byron",
    interviewer="Ms. Hill",
    employer="Acme",
    role="nurse",
    phone="212 555 0100",
    recruiter="Mr. Reed",
)
ANSWERS_IN_THEIR_WORDS = ("", "Thanks, we'll see", "she said they would call", "we have no news")
THEIR_TIMES = ("", "by Friday", "Early next week", "two to three weeks", "once I'm back", "soon")
WAYS: tuple[Channel | None, ...] = (None, *get_args(Channel.__value__))
THEIRS = {
    "reached",
    "not-decided",
    "new-date",
    "acknowledged",
    "invited",
    "cancelled",
    "checks",
    "offered",
    "on-hold",
    "rejected",
}


ANY_EVENT = st.sampled_from(get_args(Happening.__value__))
ANY_WAY = st.sampled_from(WAYS)
ANY_TIME = st.sampled_from(THEIR_TIMES)
ANY_WORDS = st.sampled_from(ANSWERS_IN_THEIR_WORDS)
HOW = st.sampled_from([None, *get_args(How.__value__)])
AWAITED = st.sampled_from([None, *get_args(Awaited.__value__)])


WITHOUT_HISTORY = situations(with_history=False)


@cache
def days_until(last: int) -> st.SearchStrategy[list[int]]:
    """Return up to five numbers of days, none more than ``last``."""
    return st.lists(st.integers(0, last), max_size=5)


def happening(draw: st.DrawFn, on: date) -> Event:
    """Return anything that can be on record, with words of theirs."""
    said = statement(draw, on)
    return Event(
        on=on,
        event=draw(ANY_EVENT),
        channel=draw(ANY_WAY),
        said=said and replace(said, words=draw(ANY_TIME)),
        words=draw(ANY_WORDS),
        agreed_to_next=draw(MAYBE),
        said_would_call=draw(MAYBE),
        in_writing=draw(MAYBE),
    )


@st.composite
def lives(draw: st.DrawFn) -> Situation:
    """Return any situation with names, a way of the interview, and a history of every kind."""
    life = draw(WITHOUT_HISTORY)
    last = max((life.today - life.interview_on).days, 0)
    return replace(
        life,
        names=NAMES,
        how=draw(HOW),
        awaiting=draw(AWAITED),
        said=life.said and replace(life.said, words=draw(ANY_TIME), awaits=draw(AWAITED)),
        history=tuple(
            happening(draw, life.interview_on + timedelta(days=day))
            for day in sorted(draw(days_until(last)))
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Line:
    """A text of a plan, with all that it can be held against."""

    text: str
    part: Part
    step: Step
    before: tuple[Step, ...]
    texts_before: tuple[str, ...]
    situation: Situation

    @property
    def day(self) -> str:
        """The day of the step, as its texts write it."""
        return self.written(self.step.on)

    def written(self, day: date) -> str:
        """Return a day as the texts of this plan write it."""
        return day_text(day, self.situation.country)

    def events(self, *names: str) -> Iterator[Event]:
        """Yield the events of some names since the last interview."""
        history = self.situation.history
        at = [i for i, event in enumerate(history) if event.event == "interview"]
        yield from (event for event in history[at[-1] if at else 0 :] if event.event in names)


def lines(situation: Situation) -> Iterator[Line]:
    """Yield every text of a plan, one for each way of saying it."""
    made = plan(situation)
    words = scripts_of(made, situation=situation)
    texts: list[str] = []
    for at, step in enumerate(made.steps):
        parts = words[step.id].parts if step.id in words else ()
        for part in parts:
            yield Line(
                text=copied(part),
                part=part,
                step=step,
                before=made.steps[:at],
                texts_before=tuple(texts),
                situation=situation,
            )
        texts += [copied(part) for part in parts]


def named_call(line: Line) -> bool:
    """Whether an email said that this call would come, or the candidate promised or said so."""
    named = any(line.day in text and re.search("call|phone", text) for text in line.texts_before)
    said = any(event.said_would_call for event in line.events("contacted"))
    promises = (each.what == "call" for each in line.situation.promises)
    return named or said or any(promises) or line.situation.leave_to_call is not None


def on_record(line: Line, pattern: str, ways: set[str | None], names: set[str]) -> bool:
    """Whether the day in a text is that of an event of some names, in some ways."""
    (day,) = set(re.findall(pattern, line.text)) or {""}
    found = line.events(*names)
    return any(line.written(event.on) == day and event.channel in ways for event in found)


def contact_on_record(pattern: str, *ways: str) -> Callable[[Line], bool]:
    """Return whether the candidate made, or the plan makes, a contact on the day in a text."""

    def is_so(line: Line) -> bool:
        if on_record(line, pattern, set(ways), {"contacted", "no-answer"}):
            return True
        (day,) = set(re.findall(pattern, line.text))
        return any(
            line.written(step.on) == day and step.channel in ways
            for step in line.before
            if step.action in {"email", "call", "recruiter", "promise"}
        )

    return is_so


def answer_on_record(pattern: str, *ways: str | None) -> Callable[[Line], bool]:
    """Return whether they answered in one of some ways on the day in a text."""
    return lambda line: on_record(line, pattern, set(ways), THEIRS)


def named_a_time(line: Line) -> bool:
    """Whether they named a time, at the interview or since."""
    events = (event.said for event in line.situation.history)
    return any(said and said.words for said in (line.situation.said, *events))


def spoke(line: Line) -> bool:
    """Whether they spoke on the day in a text: at the interview, or since."""
    days = {line.written(line.situation.interview_on)}
    days |= {line.written(event.on) for event in line.events("interview", *THEIRS)}
    return (
        set(re.findall(r"[Ww]hen we (?:met|spoke) on (\w+, \w+ \d+|\w+ \d+ \w+)", line.text))
        <= days
    )


def has(*names: str) -> Callable[[Line], bool]:
    """Return whether something of these names is on record."""
    return lambda line: any(True for _ in line.events(*names))


def speaks_of_an_offer(line: Line) -> bool:
    """Whether they spoke of an offer when they named a time."""
    said = [line.situation.said, *(event.said for event in line.situation.history)]
    return any(each is not None and each.awaits == "offer" for each in said)


DAY = r"(\w+,? \w+ \w+)"

# What a text may claim, and when that is so.
CLAIMS: dict[str, Callable[[Line], bool]] = {
    r"I said I'd call|call I mentioned|calling as I said|mentioned that I'd be calling": named_call,
    r"[Ww]e met": lambda line: line.situation.how in ("in-person", "video"),
    r"[Ww]hen we (met|spoke) on": spoke,
    r"your email on": answer_on_record(rf"your email on {DAY}", "email"),
    r"your message on": answer_on_record(rf"your message on {DAY}", "message"),
    r"your voicemail on": answer_on_record(rf"your voicemail on {DAY}", "voicemail"),
    r"getting back to me on": answer_on_record(rf"getting back to me on {DAY}", None),
    r"Thank you for talking with me on": lambda line: bool(
        set(re.findall(rf"talking with me on {DAY}", line.text))
        <= {
            line.written(day)
            for day in (
                line.situation.interview_on,
                *(event.on for event in line.situation.history),
            )
        }
    ),
    r"I emailed": contact_on_record(rf"I emailed you on {DAY}", "email"),
    r"I called on": contact_on_record(rf"I called on {DAY}", "call"),
    r"I left you": contact_on_record(rf"I left you a voicemail on {DAY}", "voicemail"),
    r"I sent you a message": contact_on_record(rf"I sent you a message on {DAY}", "message"),
    r"role still open": lambda line: not has(*THEIRS - {"rejected"})(line),
    r"joining you": has("offered"),
    r"was on hold": has("on-hold"),
    r"How are the checks": has("checks"),
    r"the written offer": lambda line: (
        line.situation.awaiting == "offer" or has("offered")(line) or speaks_of_an_offer(line)
    ),
    r"for the invitation": has("invited"),
    r"other offer|offered another": lambda line: line.situation.offer is not None,
    r"said (I might|I'd) hear|said it (might|would) take|said the checks": named_a_time,
    r"We agreed that I'd|We'd agreed on|it was OK to (call|get)": lambda line: (
        line.situation.leave_to_call is not None
        or any(event.agreed_to_next for event in line.situation.history)
    ),
    r"As promised": lambda line: bool(line.situation.promises),
}


@settings(max_examples=120, deadline=None)
@given(lives())
def test_no_text_claims_what_is_not_so(situation: Situation) -> None:
    for line in lines(situation):
        for claim, is_so in CLAIMS.items():
            if re.search(claim, line.text):
                assert is_so(line), (claim, line.text)


@settings(max_examples=120, deadline=None)
@given(lives())
def test_what_stands_in_quotes_is_what_they_said(situation: Situation) -> None:
    said = [situation.said, *(event.said for event in situation.history)]
    theirs = [each.words for each in said if each] + [event.words for event in situation.history]
    for line in lines(situation):
        for quoted in re.findall(r"“([^”]*)”", line.text):
            assert any(quoted.strip(".,") in words for words in theirs), line.text


@settings(max_examples=120, deadline=None)
@given(lives())
def test_a_day_that_is_offered_is_still_to_come(situation: Situation) -> None:
    offered = rf"(?:I'll call you|I'll call|by phone|I'll phone|a call|in a week,) on {DAY}"
    for line in lines(situation):
        for day in re.findall(offered, line.text):
            near = (date.fromordinal(line.step.on.toordinal() + n) for n in range(1, 60))
            assert day in {line.written(each) for each in near}, line.text


@settings(max_examples=120, deadline=None)
@given(lives())
def test_an_email_names_the_call_that_follows_it(situation: Situation) -> None:
    for line in lines(situation):
        days = line.step.words.days if line.step.words else {}
        if "call_day" in days and line.part.way == "email":
            assert line.written(days["call_day"]) in line.text, line.text


@settings(max_examples=120, deadline=None)
@given(lives())
def test_a_voicemail_takes_at_most_seventy_words(situation: Situation) -> None:
    for line in lines(situation):
        if line.part.way == "voicemail":
            spoken = line.text.replace(NAMES.phone, "one " * 10)
            assert len(re.sub(r"\[[^]]*\]", "two words", spoken).split()) <= 70, line.text


def sentences(line: Line) -> set[str]:
    """Return the sentences of a text, without the greeting and the ending that all texts share."""
    own = [text for text in line.text.split("\n\n") if not is_framed(text)]
    return {each.strip() for text in own for each in re.split(r"(?<=[.?!”]) ", text)}


FRAMES = re.compile(
    r"(Dear|Hi|Hello) .*|Best regards,.*|Again, that's .*|Ada Byron|"
    r"Thank you for your (time|help)\.|When would be a good time to call\?",
    re.DOTALL,
)


def is_framed(text: str) -> bool:
    """Whether a paragraph is of a frame."""
    return FRAMES.fullmatch(text) is not None


def repeated(situation: Situation) -> set[str]:
    """Return the sentences that stand in two steps of a plan."""
    of_step: dict[str, set[str]] = {}
    for line in lines(situation):
        # Who promised the same twice on a day keeps it in the same words.
        if line.part.way != "gatekeeper" and line.step.action != "promise":
            of_step.setdefault(line.step.id, set()).update(sentences(line))
    return set().union(*(one & other for one, other in combinations(of_step.values(), 2)))


@settings(max_examples=120, deadline=None)
@given(lives())
def test_no_sentence_stands_in_two_steps_of_a_plan(situation: Situation) -> None:
    assert repeated(situation) == set()


INTERVIEW, ANSWER = date(2027, 3, 4), date(2027, 3, 9)
BY_FRIDAY = Said(on=INTERVIEW, window=Window(None, date(2027, 3, 12)), words="by Friday, March 12")
PASSED_ON = Event(
    on=ANSWER, event="acknowledged", channel="email", words="Thanks, we've passed it on"
)
HISTORIES: tuple[tuple[Event, ...], ...] = (
    (),
    (Event(on=INTERVIEW, event="thanked", channel="email"),),
    (Event(on=ANSWER, event="not-decided", channel="email"),),
    (Event(on=ANSWER, event="not-decided", channel="call", agreed_to_next=True),),
    (PASSED_ON,),
    (Event(on=date(2027, 3, 8), event="contacted", channel="email"), PASSED_ON),
    (Event(on=ANSWER, event="invited", channel="email"),),
    (Event(on=ANSWER, event="cancelled", channel="email"),),
    (Event(on=ANSWER, event="checks", channel="email"),),
    (Event(on=ANSWER, event="offered", channel="call", in_writing=False),),
    (Event(on=ANSWER, event="on-hold", channel="email"),),
    (Event(on=ANSWER, event="missed-call"),),
)


@pytest.mark.parametrize("awaiting", [None, *get_args(Awaited.__value__)])
@pytest.mark.parametrize("said", [None, BY_FRIDAY], ids=["no time", "a time"])
def test_however_often_they_are_asked_it_is_in_other_words(
    awaiting: Awaited | None, said: Said | None
) -> None:
    for history, route, days_late in product(HISTORIES, get_args(Route.__value__), (0, 20)):
        situation = Situation(
            today=(history[-1].on if history else INTERVIEW) + timedelta(days=days_late),
            interview_on=INTERVIEW,
            awaiting=awaiting,
            said=said,
            history=history,
            route=route,
            policy=Policy(persistence="weekly"),
            names=NAMES,
        )
        assert repeated(situation) == set(), situation


@settings(max_examples=100, deadline=None)
@given(lives())
def test_nobody_is_written_to_twice_on_a_day(situation: Situation) -> None:
    told = [
        (step.on, step.action == "recruiter", step.channel)
        for step in plan(situation).steps
        if step.status != "done" and step.action in {"email", "recruiter", "close"}
    ]
    assert max(Counter(told).values(), default=1) == 1
