"""Random situations for the promises of the planner: any facts, in any combination."""

from datetime import date, timedelta
from functools import cache
from typing import Literal, get_args

from hypothesis import strategies as st

from calculator.days import Window
from calculator.situation import (
    Awaited,
    Channel,
    Employer,
    Event,
    Happening,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Round,
    Route,
    Said,
    Sector,
    Situation,
)

HAPPENINGS: tuple[Happening, ...] = get_args(Happening.__value__)
CHANNELS: tuple[Channel | None, ...] = (None, *get_args(Channel.__value__))

days = st.dates(min_value=date(2026, 1, 1), max_value=date(2029, 12, 31))

# Each strategy is built once: Hypothesis examines every new one, which takes longer than a plan.
COIN = st.booleans()
MAYBE = st.sampled_from([None, True, False])
SELDOM = st.sampled_from([None, None, True, False])
END = st.none() | st.integers(-5, 60)
WORDS = st.sampled_from(["", "in two weeks"])
AWAITS: st.SearchStrategy[Awaited | None] = st.sampled_from(
    [None, "decision", "next-round", "offer", "word"]
)
HAPPENED = st.sampled_from(HAPPENINGS)
CHANNEL: st.SearchStrategy[Channel | None] = st.sampled_from(CHANNELS)
FEW = st.integers(0, 2)
LEAVE = st.sampled_from([None, "at any time", "on a day"])
PASSED = st.integers(-10, 150)
PLACE = st.sampled_from(
    [("US", None), ("GB", None), ("GB", "SCT"), ("CA", "ON"), ("KR", None), ("ZZ", "zz")]
)
INTERVIEWERS = st.integers(1, 4)
PROMISED: st.SearchStrategy[Literal["call", "email", "other"]] = st.sampled_from(
    ["call", "email", "other"]
)
ROUND: st.SearchStrategy[Round] = st.sampled_from(["only", "earlier", "final"])
ROUTE: st.SearchStrategy[Route] = st.sampled_from(
    ["direct", "direct", "agency", "in-house", "internal"]
)
SECTOR: st.SearchStrategy[Sector] = st.sampled_from(["private", "public", "academic"])


@cache
def within(first: int, last: int) -> st.SearchStrategy[timedelta]:
    """Return spans of days from ``first`` to ``last``."""
    return st.builds(timedelta, days=st.integers(first, last))


@cache
def moments(last: int) -> st.SearchStrategy[list[int]]:
    """Return up to eight numbers of days, most of them from the first to ``last``."""
    return st.lists(st.integers(-2, last + 2), max_size=8)


def window(draw: st.DrawFn, said_on: date) -> Window:
    """Return a window around a day, open at any end."""
    earliest, latest = draw(END), draw(END)
    if earliest is not None and latest is not None and earliest > latest:
        earliest, latest = latest, earliest
    return Window(
        None if earliest is None else said_on + timedelta(days=earliest),
        None if latest is None else said_on + timedelta(days=latest),
    )


def statement(draw: st.DrawFn, on: date) -> Said | None:
    """Return something that they said on a day, read, or nothing."""
    if not draw(COIN):
        return None
    return Said(
        on=on,
        window=window(draw, on) if draw(COIN) else None,
        words=draw(WORDS),
        doubtful=draw(COIN),
        awaits=draw(AWAITS),
    )


def event(draw: st.DrawFn, on: date, happened: st.SearchStrategy[Happening] = HAPPENED) -> Event:
    """Return something that happened on a day."""
    return Event(
        on=on,
        event=draw(happened),
        channel=draw(CHANNEL),
        said=statement(draw, on),
        agreed_to_next=draw(MAYBE),
        said_would_call=draw(SELDOM),
        in_writing=draw(MAYBE),
    )


def history(draw: st.DrawFn, interview_on: date, last: int) -> tuple[Event, ...]:
    """Return up to eight events, most of them between the interview and today, oldest first."""
    offsets = draw(moments(max(last, 0)))
    ordered = (interview_on + timedelta(days=offset) for offset in sorted(offsets))
    return tuple(event(draw, on) for on in ordered)


def offer(draw: st.DrawFn, interview_on: date) -> Offer | None:
    """Return another employer's offer, or none."""
    if not draw(COIN):
        return None
    on = interview_on + draw(within(0, 40))
    return Offer(on=on, answer_by=on + draw(within(0, 28)))


def promise(draw: st.DrawFn, interview_on: date) -> Promise:
    """Return a promise, now and then one that cannot be."""
    on = interview_on + draw(within(-2, 60))
    return Promise(what=draw(PROMISED), on=on, note="send references")


def shutdown(draw: st.DrawFn, interview_on: date) -> tuple[date, date]:
    """Return a span of closed days, now and then the wrong way round."""
    first = interview_on + draw(within(-10, 60))
    return first, first + draw(within(-1, 25))


def leave(draw: st.DrawFn, interview_on: date) -> LeaveToCall | None:
    """Return leave to call, on a day or at any time, or none."""
    kind = draw(LEAVE)
    if kind == "on a day":
        return LeaveToCall(on=interview_on + draw(within(-1, 40)))
    return LeaveToCall() if kind else None


windows = st.composite(window)
events = st.composite(event)


policies = st.builds(
    Policy,
    channel=st.sampled_from(["email-then-call", "call", "email"]),
    persistence=st.sampled_from(["one", "two", "weekly"]),
    closing_note=COIN,
    slow_season=COIN,
    inside_week=COIN,
)
employers = st.builds(Employer, staff_25_or_more=MAYBE, public_posting=MAYBE)


@st.composite
def situations(draw: st.DrawFn, *, with_history: bool = True) -> Situation:
    """Return any situation, contradictions included."""
    interview_on = draw(days)
    passed = draw(PASSED)
    country, region = draw(PLACE)
    return Situation(
        today=interview_on + timedelta(days=passed),
        interview_on=interview_on,
        round=draw(ROUND),
        said=statement(draw, interview_on),
        leave_to_call=leave(draw, interview_on),
        promises=tuple(promise(draw, interview_on) for _ in range(draw(FEW))),
        no_calls=draw(COIN),
        told_to_wait=draw(COIN),
        route=draw(ROUTE),
        interviewers=draw(INTERVIEWERS),
        sector=draw(SECTOR),
        country=country,
        region=region,
        closed=tuple(shutdown(draw, interview_on) for _ in range(draw(FEW))),
        employer=draw(employers),
        offer=offer(draw, interview_on),
        policy=draw(policies),
        history=history(draw, interview_on, passed) if with_history else (),
    )
