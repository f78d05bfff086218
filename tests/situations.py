"""Random situations for the promises of the planner: any facts, in any combination."""

from datetime import date, timedelta
from typing import Literal

from hypothesis import strategies as st

from calculator.days import Window
from calculator.situation import (
    Employer,
    Event,
    Happening,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Said,
    Situation,
)

HAPPENINGS: tuple[Happening, ...] = (
    "thanked",
    "contacted",
    "reached",
    "not-decided",
    "new-date",
    "no-answer",
    "acknowledged",
    "invited",
    "cancelled",
    "checks",
    "missed-call",
    "rejected",
    "offered",
    "interview",
    "on-hold",
    "stopped",
)
CHANNELS = (None, "email", "call", "voicemail", "in-person", "message")

days = st.dates(min_value=date(2026, 1, 1), max_value=date(2029, 12, 31))


def within(first: int, last: int) -> st.SearchStrategy[timedelta]:
    """Return spans of days from ``first`` to ``last``."""
    return st.builds(timedelta, days=st.integers(first, last))


@st.composite
def windows(draw: st.DrawFn, said_on: date) -> Window:
    """Return a window around a day, open at any end."""
    ends = st.none() | st.integers(-5, 60)
    earliest, latest = draw(ends), draw(ends)
    if earliest is not None and latest is not None and earliest > latest:
        earliest, latest = latest, earliest
    return Window(
        None if earliest is None else said_on + timedelta(days=earliest),
        None if latest is None else said_on + timedelta(days=latest),
    )


@st.composite
def statements(draw: st.DrawFn, on: date) -> Said:
    """Return something that they said on a day, read."""
    return Said(
        on=on,
        window=draw(st.none() | windows(on)),
        words=draw(st.sampled_from(["", "in two weeks"])),
        doubtful=draw(st.booleans()),
        awaits=draw(st.sampled_from([None, "decision", "next-round", "offer", "word"])),
    )


@st.composite
def events(draw: st.DrawFn, on: date, happenings: tuple[Happening, ...] = HAPPENINGS) -> Event:
    """Return something that happened on a day."""
    return Event(
        on=on,
        event=draw(st.sampled_from(happenings)),
        channel=draw(st.sampled_from(CHANNELS)),
        said=draw(st.none() | statements(on)),
        agreed_to_next=draw(st.sampled_from([None, True, False])),
        said_would_call=draw(st.sampled_from([None, None, True, False])),
        in_writing=draw(st.sampled_from([None, True, False])),
    )


@st.composite
def histories(draw: st.DrawFn, interview_on: date, last: int) -> tuple[Event, ...]:
    """Return up to eight events, most of them between the interview and today, oldest first."""
    offsets = draw(st.lists(st.integers(-2, max(last, 0) + 2), max_size=8))
    ordered = (interview_on + timedelta(days=offset) for offset in sorted(offsets))
    return tuple(draw(events(on)) for on in ordered)


@st.composite
def offers(draw: st.DrawFn, interview_on: date) -> Offer:
    """Return another employer's offer."""
    on = interview_on + draw(within(0, 40))
    return Offer(on=on, answer_by=on + draw(within(0, 28)))


@st.composite
def promises(draw: st.DrawFn, interview_on: date) -> Promise:
    """Return a promise, now and then one that cannot be."""
    kinds: tuple[Literal["call", "email", "other"], ...] = ("call", "email", "other")
    on = interview_on + draw(within(-2, 60))
    return Promise(what=draw(st.sampled_from(kinds)), on=on, note="send references")


@st.composite
def shutdowns(draw: st.DrawFn, interview_on: date) -> tuple[date, date]:
    """Return a span of closed days, now and then the wrong way round."""
    first = interview_on + draw(within(-10, 60))
    return first, first + draw(within(-1, 25))


policies = st.builds(
    Policy,
    channel=st.sampled_from(["email-then-call", "call", "email"]),
    persistence=st.sampled_from(["one", "two", "weekly"]),
    closing_note=st.booleans(),
    slow_season=st.booleans(),
    inside_week=st.booleans(),
)
employers = st.builds(
    Employer,
    staff_25_or_more=st.sampled_from([None, True, False]),
    public_posting=st.sampled_from([None, True, False]),
)


@st.composite
def situations(draw: st.DrawFn, *, with_history: bool = True) -> Situation:
    """Return any situation, contradictions included."""
    interview_on = draw(days)
    passed = draw(st.integers(-10, 150))
    country, region = draw(
        st.sampled_from(
            [("US", None), ("GB", None), ("GB", "SCT"), ("CA", "ON"), ("KR", None), ("ZZ", "zz")]
        )
    )
    return Situation(
        today=interview_on + timedelta(days=passed),
        interview_on=interview_on,
        round=draw(st.sampled_from(["only", "earlier", "final"])),
        said=draw(st.none() | statements(interview_on)),
        leave_to_call=draw(
            st.none()
            | st.builds(LeaveToCall)
            | st.builds(LeaveToCall, on=st.builds(interview_on.__add__, within(-1, 40)))
        ),
        promises=tuple(draw(st.lists(promises(interview_on), max_size=2))),
        no_calls=draw(st.booleans()),
        told_to_wait=draw(st.booleans()),
        route=draw(st.sampled_from(["direct", "direct", "agency", "in-house", "internal"])),
        interviewers=draw(st.integers(1, 4)),
        sector=draw(st.sampled_from(["private", "public", "academic"])),
        country=country,
        region=region,
        closed=tuple(draw(st.lists(shutdowns(interview_on), max_size=2))),
        employer=draw(employers),
        offer=draw(st.none() | offers(interview_on)),
        policy=draw(policies),
        history=draw(histories(interview_on, passed)) if with_history else (),
    )
