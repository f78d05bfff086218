"""A situation made of the fields of a request: what makes no sense is left out, with a problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, get_args

from calculator.asking.bounds import (
    Bound,
    after_interview,
    from_interview,
    from_today,
    makes_sense,
    until_today,
)
from calculator.asking.checks import Place
from calculator.asking.facts import promise_of
from calculator.asking.history import Told, history_of, is_moved_to
from calculator.asking.request import Facts
from calculator.asking.statement import Heard
from calculator.situation import Event, LeaveToCall, Offer, Promise, Said, Situation

# What goes from the request into the situation as it is.
type AsGiven = Literal[
    "awaiting",
    "no_calls",
    "told_to_wait",
    "route",
    "interviewers",
    "sector",
    "country",
    "region",
    "closed",
    "employer",
    "policy",
    "names",
    "left_out",
]
AS_GIVEN: tuple[AsGiven, ...] = get_args(AsGiven.__value__)

PROMISED = {"call": "The day you promised to call", "email": "The day you promised to write"}
DECIDE = "The day they said they would decide"


def situation_from(
    facts: Facts, root: Place, *, today: date, interview_on: date, heard: Heard | None
) -> Situation:
    """Return the situation of a request without its history."""
    after, since = after_interview(interview_on), from_interview(interview_on)
    as_given: dict[str, Any] = {name: facts[name] for name in AS_GIVEN if name in facts}
    return Situation(
        today=today,
        interview_on=interview_on,
        round=facts.get("interview", {}).get("round", "only"),
        how=facts.get("interview", {}).get("how"),
        said=_said(heard, root.inside("said"), since, is_chosen=_is_chosen(facts)),
        leave_to_call=_leave_to_call(facts, root.inside("leave_to_call").inside("on"), after),
        promises=_promises(facts, call=after, other=since),
        offer=_offer(facts, root.inside("offer"), today=today),
        moved=_moved(facts, root.inside("moved"), today=today),
        **as_given,
    )


def events_from(
    facts: Facts, history: Sequence[Told], place: Place, *, today: date, interview_on: date
) -> tuple[Event, ...]:
    """Return the history of a request as events that make sense."""
    since = from_interview(_first_day(history, interview_on))
    country, region = facts["country"], facts["region"]
    events = history_of(history, place, since, until_today(today), country=country, region=region)
    return tuple(_without_days_called_off(events, interview_on))


def _without_days_called_off(events: Iterable[Event], interview_on: date) -> Iterator[Event]:
    """Yield events; one that calls off an interview keeps no day that was that interview's.

    "We have to cancel Tuesday" names the day that was fixed, and no new one; "move it to Tuesday"
    does, and whoever asks has entered it.
    """
    fixed = interview_on
    for event in events:
        day = event.day_of_interview
        if event.event == "cancelled" and day == fixed and not is_moved_to(event.said):
            yield replace(event, said=None)
        else:
            fixed = day or fixed
            yield event


def _first_day(history: Iterable[Told], interview_on: date) -> date:
    # An interview that is still to come may be cancelled, and what follows that has happened too.
    cancelled = (each.entry.on for each in history if each.entry.event == "cancelled")
    return min([interview_on, *cancelled])


def _is_chosen(facts: Facts) -> bool:
    statement = facts.get("said")
    return statement is not None and statement.chosen is not None


def _said(heard: Heard | None, place: Place, bound: Bound, *, is_chosen: bool) -> Said | None:
    said = heard.plainly if heard else None
    latest = said.window.latest if said and said.window else None
    at_fault = place.inside("chosen" if is_chosen else "text")
    if latest and not makes_sense(latest, at_fault, bound, label=DECIDE):
        return None
    return said


def _leave_to_call(facts: Facts, place: Place, bound: Bound) -> LeaveToCall | None:
    leave = facts.get("leave_to_call")
    if leave and leave.on and not makes_sense(leave.on, place, bound):
        return LeaveToCall()
    return leave


def _moved(facts: Facts, place: Place, *, today: date) -> Mapping[str, date]:
    moved = facts.get("moved", {})
    before = facts.get("before")
    if not isinstance(before, dict):
        return moved
    # A day that was chosen earlier may be over by now.
    kept = before.get("moved")
    chosen_earlier = kept if isinstance(kept, dict) else {}
    return {
        id_: on
        for id_, on in moved.items()
        if chosen_earlier.get(id_) == on.isoformat()
        or makes_sense(on, place.inside(id_), from_today(today), label="The new day")
    }


def _promises(facts: Facts, *, call: Bound, other: Bound) -> tuple[Promise, ...]:
    promises = facts.get("promises", ())
    return tuple(
        promise_of(promise.what, promise.on, promise.note, asked_on=promise.asked_on)
        for place, promise in promises
        if makes_sense(
            promise.on,
            place.inside("on"),
            call if promise.what == "call" else other,
            label=PROMISED.get(promise.what, ""),
        )
    )


def _offer(facts: Facts, place: Place, *, today: date) -> Offer | None:
    offer = facts.get("offer")
    if offer is None:
        return None
    came_on, moved_on = offer.on, offer.moved_on
    since = Bound(lambda day: day >= came_on, "the same as or after the day of the offer")
    until = until_today(today)
    if moved_on and not makes_sense(moved_on, place.inside("moved_on"), since, until):
        offer = replace(offer, moved_on=None)
    bounds = from_today(today), since
    return offer if makes_sense(offer.answer_by, place.inside("answer_by"), *bounds) else None
