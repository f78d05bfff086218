"""The stories of ``cases/plans.toml`` as situations, and plans as the lines that they expect."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from calculator.asking.facts import promise_of
from calculator.days import Window
from calculator.planning.plan import Action, Step
from calculator.situation import (
    Channel,
    Employer,
    Event,
    LeaveToCall,
    Offer,
    Policy,
    Said,
    Situation,
)

CASES = Path(__file__).parent / "cases" / "plans.toml"

# How an action is usually done; only another way is written in a line.
USUAL: dict[Action, Channel] = {
    "thank": "email",
    "ask": "in-person",
    "email": "email",
    "call": "call",
    "reply": "email",
    "close": "email",
}

# Facts of a story that are facts of a situation, word for word.
PLAIN = (
    "round",
    "how",
    "awaiting",
    "no_calls",
    "told_to_wait",
    "route",
    "interviewers",
    "sector",
    "country",
    "region",
)


@dataclass(frozen=True, slots=True)
class Story:
    """One story: a situation, the lines of its plan, and what it shows."""

    name: str
    situation: Situation
    steps: tuple[str, ...]
    rules: tuple[str, ...]
    differences: tuple[str, ...]
    scripts: tuple[str, ...] | None


def stories() -> list[Story]:
    """Return all stories of the file."""
    entries = tomllib.loads(CASES.read_text(encoding="utf-8"))["story"]
    return [story_of(entry) for entry in entries]


def story_of(entry: dict[str, Any]) -> Story:
    """Return a story from its table."""
    return Story(
        name=entry["name"],
        situation=situation_of(entry),
        steps=tuple(entry["steps"]),
        rules=tuple(entry["rules"]),
        differences=tuple(entry.get("differences", ())),
        scripts=tuple(entry["scripts"]) if "scripts" in entry else None,
    )


def leave_of(leave: Any) -> LeaveToCall:  # noqa: ANN401 # a day, words, or a table
    """Return leave to call: on a day, on "no day", in person, or if nothing was heard by a day."""
    if isinstance(leave, dict) and "come_in" in leave:
        return LeaveToCall(on=leave["come_in"], in_person=True)
    if isinstance(leave, dict):
        return LeaveToCall(on=leave["unheard_by"], if_unheard=True)
    return LeaveToCall(on=None if leave == "no day" else leave)


def situation_of(entry: dict[str, Any]) -> Situation:
    """Return the situation of a story."""
    interview = entry["interview"]
    leave = entry.get("leave_to_call")
    return Situation(
        today=entry.get("today", interview),
        interview_on=interview,
        said=said_of(entry.get("said"), on=interview),
        leave_to_call=leave_of(leave) if leave else None,
        promises=tuple(promise_of(**{"note": "", **each}) for each in entry.get("promises", ())),
        closed=tuple((first, last) for first, last in entry.get("closed", ())),
        employer=Employer(**entry.get("employer", {})),
        offer=Offer(**entry["offer"]) if "offer" in entry else None,
        policy=Policy(**entry.get("policy", {})),
        history=tuple(event_of(each) for each in entry.get("history", ())),
        left_out=entry.get("left_out", {}),
        **{name: entry[name] for name in PLAIN if name in entry},
    )


def said_of(entry: dict[str, Any] | None, *, on: date) -> Said | None:
    """Return what they said, on the given day if the story names no other."""
    if entry is None:
        return None
    return Said(
        on=entry.get("on", on),
        window=Window(entry.get("earliest"), entry.get("latest")),
        words=entry.get("words", ""),
        doubtful=entry.get("doubtful", False),
        awaits=entry.get("awaits"),
        by_call=entry.get("by_call", False),
        silence_is_no=entry.get("silence_is_no", False),
    )


def leave_told(entry: dict[str, Any]) -> LeaveToCall | None:
    """Return the call that they want back, or the one for which they named a day."""
    if entry.get("call_back"):
        on = entry["on"]
        return LeaveToCall(on=on, is_asked=True, words="back", names_day=False, at_once=True)
    return LeaveToCall(on=entry["call_on"]) if "call_on" in entry else None


def event_of(entry: dict[str, Any]) -> Event:
    """Return an event of a story's history."""
    return Event(
        on=entry["on"],
        event=entry["event"],
        channel=entry.get("channel"),
        said=said_of(entry.get("said"), on=entry["on"]),
        agreed_to_next=entry.get("agreed"),
        said_would_call=entry.get("said_would_call"),
        in_writing=entry.get("in_writing"),
        answer_by=entry.get("answer_by"),
        is_automatic=entry.get("is_automatic", False),
        feedback=entry.get("feedback"),
        leave=leave_told(entry),
    )


def lines(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return steps as the lines of a story."""
    return tuple(line(step) for step in steps)


def line(step: Step) -> str:
    """Return a step as the line of a story."""
    is_usual = step.channel in (None, USUAL.get(step.action))
    channel = "" if is_usual else f" ({step.channel})"
    until = f" until {day(step.until)}" if step.until else ""
    moved = f", moved from {day(step.moved_from)}" if step.moved_from else ""
    return f"{day(step.on)}: {step.action}{channel}{until}, {step.status}{moved}"


def day(on: date) -> str:
    """Return a day as the stories write it: Thu 4 Feb 2027."""
    return f"{on:%a} {on.day} {on:%b %Y}"
