"""What a person can say about a step, as HTML: that they did it, and what to change about it."""

from collections.abc import Iterator, Mapping
from typing import get_args

from markupsafe import Markup

from calculator.planning.plan import CAN_CHOOSE, Action, Step, is_to_other_employer
from calculator.presenting.hooks import (
    Patch,
    as_json,
    day_entry,
    merges,
    opens,
    records,
    sends,
)
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import Dates
from calculator.situation import Channel, Happening, Situation

ACTIONS = Layout('<div class="actions" role="group" aria-label="{about}">{title}{actions}</div>')
TITLE = Layout('<p class="actions__title">{title}</p>')
FORM = Layout('<form class="actions__form" novalidate data-event="{event}">{entry}{send}</form>')
MOVE = Layout('<form class="actions__form" novalidate data-merge>{entry}{send}</form>')

DID_YOU = "Did you do it?"
ANOTHER_DAY, ANOTHER_DAY_OR_NONE = "Another day", "Another day, or skip it"

# What is recorded once a step is done; the others are not things to do.
DONE: Mapping[Action, tuple[str, Happening]] = {
    "thank": ("Yes, I sent it", "thanked"),
    "email": ("Yes, I sent it", "contacted"),
    "call": ("Yes, I called", "contacted"),
    "recruiter": ("Yes, I did", "contacted"),
    "promise": ("Yes, I did", "contacted"),
    "reply": ("Yes, I replied", "contacted"),
    "close": ("Yes, I sent it", "contacted"),
    "stop": ("Let it go now", "stopped"),
    "decide": ("I took an offer", "stopped"),
}
# These come again when they are left out: the rhythm goes on.
PUT_OFF: tuple[Action, ...] = ("email", "call", "recruiter")
# Where what is done settles something else than the action alone would; nobody skips these.
DONE_EXACTLY: Mapping[str, tuple[str, Happening]] = {
    "offered-decide": ("I gave my answer", "stopped"),
    "offered-no-day": ("I gave my answer", "stopped"),
    "offered-day-passed": ("Yes, I asked", "contacted"),
}


def actions_html(step: Step, *, situation: Situation) -> Markup:
    """Return what can be said about a step that is not done; about a left-out one: put it back.

    What they answered belongs to no step: it is asked once, below all of them.
    """
    if step.status == "done" and not step.is_left_out:
        return Markup()
    is_asked = step.status in ("due", "late") and step.action in DONE
    actions = joined(_put_back(step) if step.is_left_out else _actions(step, situation))
    about = f"{doing(step)}, {Dates.of(situation).day(step.on)}"
    title = TITLE.format(title=DID_YOU) if is_asked and step.action != "stop" else ""
    return ACTIONS.format(about=about, title=title, actions=actions) if actions else Markup()


def _actions(step: Step, situation: Situation) -> Iterator[Markup]:
    about = doing(step)
    event: dict[str, object] = {}
    if is_to_other_employer(step):
        yield merges("Yes, I did", _without(step), about=about)
    elif step.action in DONE:
        label, happening = DONE_EXACTLY.get(step.rules[0]) or DONE[step.action]
        label = "Yes, I did" if step.channel == "in-person" else label
        event = _event(happening, step.channel) | _named_call(step)
        yield records(label, event, about=about, is_primary=step.status in ("due", "late"))
        if step.channel == "call" and step.action != "thank":
            yield records("I left a message", _event("contacted", "voicemail"), about=about)
            yield records("Nobody answered", _event("no-answer", "call"), about=about)
    if others := joined(_on_other_days(step, event, situation)):
        yield opens(ANOTHER_DAY_OR_NONE if _can_skip(step) else ANOTHER_DAY, others, about=about)


def _on_other_days(
    step: Step, event: Mapping[str, object], situation: Situation
) -> Iterator[Markup]:
    """Yield what is seldom said: that it was done on another day, will be, or not at all."""
    if event and step.action != "stop":
        yield _on_another_day(event, situation)
    if step.action in CAN_CHOOSE:
        yield _move(step, situation)
    if _can_skip(step):
        yield merges(_leave_out(step, situation), _without(step), about=doing(step))


def _can_skip(step: Step) -> bool:
    is_choice = step.action in CAN_CHOOSE and step.rules[0] not in DONE_EXACTLY
    return is_choice and not is_to_other_employer(step)


def _without(step: Step) -> Patch:
    return {"left_out": {step.id: step.on.isoformat()}}


def _leave_out(step: Step, situation: Situation) -> str:
    """Return what leaves a step out: a contact comes again after the usual wait."""
    if step.action not in PUT_OFF:
        return "Skip it"
    return "Not this week" if situation.sector == "private" else "Not this time"


def _put_back(step: Step) -> Iterator[Markup]:
    yield merges("Put it back", {"left_out": {step.id: None}}, about=doing(step))


def _on_another_day(event: Mapping[str, object], situation: Situation) -> Markup:
    entry = day_entry("I did it on another day", "event.on", most=situation.today)
    return FORM.format(event=as_json(event), entry=entry, send=sends())


def _move(step: Step, situation: Situation) -> Markup:
    entry = day_entry("Move it to", f"moved.{step.id}", step.on)
    form = MOVE.format(entry=entry, send=sends("Move it", about=doing(step)))
    if step.id not in situation.moved:
        return form
    return form + merges("Back to the day of the plan", {"moved": {step.id: None}})


def _named_call(step: Step) -> dict[str, object]:
    """Return whether the words of an email said that a call would come: who sent it said so."""
    if step.channel != "email" or step.action not in ("email", "recruiter") or not step.words:
        return {}
    return {"said_would_call": "call_day" in step.words.days}


def _event(happening: Happening, channel: Channel | None) -> dict[str, object]:
    knows_way = happening != "stopped" and channel in get_args(Channel.__value__)
    return {"event": happening, **({"channel": channel} if knows_way else {})}
