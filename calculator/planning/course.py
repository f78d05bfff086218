"""The whole course of a situation: what is done, and what is left if nobody answers."""

from collections.abc import Iterable, Iterator
from copy import replace
from dataclasses import dataclass
from datetime import date

from calculator.planning.around import is_too_late_for_thanks, steps_after, steps_before
from calculator.planning.contacts import (
    after_left_out,
    after_reminder,
    as_if_made,
    is_said_in_reminder,
    undelayed_contact,
)
from calculator.planning.drafts import Draft, because
from calculator.planning.history import replay
from calculator.planning.law import day_of_reminder, legal_steps
from calculator.planning.own_choice import Placing
from calculator.planning.plan import Step
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Role, Standing, case_of
from calculator.planning.standing_after import after_attempt
from calculator.planning.wording import day_text
from calculator.planning.working_days import after
from calculator.situation import Situation

# Contacts that can open with thanks that were never sent.
OPENS_WITH_THANKS: tuple[Role, ...] = ("first", "agreed", "tell", "late")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A case, where the candidate stands in it, and its steps in order."""

    case: Case
    standing: Standing
    steps: tuple[Step, ...]
    next: Step | None


def course_of(situation: Situation, *, says_why: bool = True) -> Course:
    """Return the course of a situation: its steps in date order, and the one to do next."""
    case = case_of(situation, says_why=says_why)
    past = replay(case)
    places = Placing(case)
    done = [places.numbered(step) for step in past.done]
    left = [*stopping_last([*open_steps(past.standing, places)]), *by_law(past.standing, places)]
    steps = tuple(in_order([*done, *left]))
    return Course(case=case, standing=past.standing, steps=steps, next=next_step(steps))


def open_steps(standing: Standing, places: Placing) -> Iterator[Step]:
    """Yield the steps that are left, in no order but that of the same day."""
    yield from map(places.step, steps_before(places.case, standing))
    yield from contact_steps(standing, places)
    yield from map(places.step, steps_after(places.case, standing))


def by_law(standing: Standing, places: Placing) -> Iterator[Step]:
    """Yield the days that a law fixes, which stand even after the last one."""
    return map(places.step, legal_steps(places.case, standing))


def contact_steps(standing: Standing, places: Placing) -> Iterator[Step]:
    """Yield the contacts that are left if nobody answers: each is placed, then counts as made."""
    case = places.case
    reminder_on = day_of_reminder(case, standing)
    thanks_missed = misses_thanks(case, standing)
    while draft := undelayed_contact(case, standing, today=case.situation.today):
        draft = places.seen(draft, standing)
        if reminder_on and is_said_in_reminder(
            draft, case, today=case.situation.today, on=reminder_on
        ):
            standing = after_reminder(standing, case, draft, reminder_on)
            continue
        if thanks_missed and draft.role in OPENS_WITH_THANKS:
            draft, thanks_missed = opening_with_thanks(draft, case, standing), False
        step = places.step(draft)
        yield ended(step, draft) if draft.role == "stop" else step
        standing = after_step(standing, case, draft, step)


def after_step(standing: Standing, case: Case, draft: Draft, step: Step) -> Standing:
    """Return the standing once a step is done, or left out for good."""
    if not step.is_left_out:
        on = (draft.role == "reply" and step.until) or step.on
        return after_attempt(standing, case, as_if_made(draft, on))
    return after_left_out(standing, case, draft, step.on)


def misses_thanks(case: Case, standing: Standing) -> bool:
    """Whether the next contact is the first word since an interview without thanks."""
    was_in_touch = standing.is_thanked or standing.answer or standing.last
    return not was_in_touch and is_too_late_for_thanks(case, standing)


def opening_with_thanks(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact that opens with the thanks that were not sent."""
    name = "thank-you-missed"
    draft = draft.with_rule(name, because(name, case, standing))
    return replace(draft, claims=draft.claims | {"thanks-first"})


def ended(step: Step, draft: Draft) -> Step:
    """Return the last step, with what silence means once its day has passed."""
    if step.status != "late":
        return step
    name = "silence-means-move-on"
    why = rule(name).why.format_map({"stopped": day_text(draft.day)})
    said = step.why if "too-late" in step.rules else f"{step.why} {why}"
    return replace(step, rules=(*step.rules, name), why=said)


def stopping_last(steps: list[Step]) -> list[Step]:
    """Return steps whose stop comes after all that is promised or due elsewhere."""
    last = max((step.on for step in steps if step.action != "stop"), default=date.min)
    after_it = after(last, rule("stop").amount("after"))
    return [
        replace(step, on=after_it) if step.action == "stop" and step.on <= last else step
        for step in steps
    ]


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return steps in date order; on one day by the precedence of the rule that gives the day."""
    return sorted(steps, key=lambda step: (step.on, rule(step.rules[0]).precedence))


def next_step(steps: Iterable[Step]) -> Step | None:
    """Return the first step that is not done; a thank-you gives way to what is due or late."""
    left = [step for step in steps if step.status != "done"]
    pressing = (step for step in left if step.action != "thank" and step.status != "coming")
    if left and left[0].action == "thank":
        return next(pressing, left[0])
    return left[0] if left else None
