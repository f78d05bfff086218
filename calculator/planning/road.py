"""The whole road of a situation: what is done, and what is left if nobody answers."""

from collections.abc import Iterable, Iterator
from copy import replace
from dataclasses import dataclass
from datetime import date

from calculator.days import DAY, on_or_after
from calculator.planning.calendar import Calendar, after
from calculator.planning.choices.placing import Placing
from calculator.planning.contacts.drafts import Draft, can_be_done_on
from calculator.planning.contacts.ending import look_again, off_feasts
from calculator.planning.contacts.interview import (
    ask_in_the_interview,
    misses_thanks,
    thank_you,
    wants_thanks,
)
from calculator.planning.contacts.law import day_of_reminder, legal_steps
from calculator.planning.contacts.next_contact import next_contact
from calculator.planning.contacts.offers import (
    ask_for_time,
    decide_on_other_offer,
    first_day_of,
    thank_for_other_offer,
)
from calculator.planning.contacts.replies import text_of
from calculator.planning.contacts.their_offer import answer_theirs, answering_today, passed_unasked
from calculator.planning.happened.case import Role, case_of
from calculator.planning.happened.own_contacts import after_contact, after_left_out, as_if_made
from calculator.planning.happened.replay import replay
from calculator.planning.happened.roles import is_said_in_reminder
from calculator.planning.happened.standing import Standing
from calculator.planning.plan import Step
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because
from calculator.situation import Situation

# Contacts that can open with thanks that were never sent.
OPENS_WITH_THANKS: tuple[Role, ...] = ("asked", "agreed", "tell", "last")

# What is left at the end where a law covers the interview: an email, and a complaint after it.
LAW_STAYS = "You can still send the email about Ontario's 45 days."

# What thanks to another employer do besides, where no later day is left for it.
ASKS_TOO = "If you need more time, ask for it in the same message."


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """Where the candidate stands, the steps in order, and the one to do next."""

    standing: Standing
    steps: tuple[Step, ...]
    next: Step | None

    @property
    def situation(self) -> Situation:
        """The situation."""
        return self.standing.situation

    @property
    def left(self) -> list[Step]:
        """The steps that are left, the next one first."""
        rest = [step for step in self.steps if step.status != "done" and step != self.next]
        return [self.next, *rest] if self.next else rest


def road_of(situation: Situation, *, says_why: bool = True) -> Road:
    """Return the road of a situation: its steps in date order, and the one to do next."""
    past = replay(case_of(situation, says_why=says_why))
    standing = past.standing
    places = Placing(standing.case)
    done = [places.numbered(step) for step in past.done]
    before = [places.step(draft, standing) for draft in steps_before(standing)]
    contacts = list(contact_steps(answering_today(standing), places, thanks=thanks_of(before)))
    later = [places.step(draft, standing) for draft in steps_after(standing)]
    last_on = max((step.on for step in (*done, *contacts) if step.action != "stop"), default=None)
    law = [
        places.step(after_others(draft, contacts, standing), standing)
        for draft in legal_steps(standing, last_on=last_on)
    ]
    kept = [step for step in before if not is_said_in(step, contacts)]
    others = stopping_last(in_one_message([*kept, *contacts, *later]), standing.calendar)
    left = [*([outlasted(step) for step in others] if law else others), *law]
    steps = tuple(in_order([*done, *left]))
    return Road(standing=standing, steps=steps, next=next_step(steps))


def steps_before(standing: Standing) -> Iterator[Draft]:
    """Yield what comes before the contacts of the same day and the same precedence."""
    if standing.interview_on > standing.situation.today and not standing.is_called_off:
        yield ask_in_the_interview(standing)
    if wants_thanks(standing):
        yield thank_you(standing)
    offer = standing.offer
    if offer and not standing.has_stopped and offer.answer_by > first_day_of(offer, standing):
        yield thank_for_other_offer(standing, offer)


def steps_after(standing: Standing) -> Iterator[Draft]:
    """Yield what comes after the contacts of the same day and the same precedence."""
    # Whatever they decide, the other employer waits for an answer.
    if standing.offer and not standing.has_stopped:
        if standing.decision != "rejected":
            yield from ask_for_time(standing, standing.offer)
        yield decide_on_other_offer(standing, standing.offer)
    yield from answer_theirs(standing)
    has_day = standing.agreed is not None and standing.agreed.on is not None
    if standing.decision == "on-hold" and not (standing.has_stopped or has_day):
        yield look_again(standing)


def in_one_message(steps: list[Step]) -> list[Step]:
    """Return steps whose thanks to another employer ask for more time, if that is a day later."""
    open_steps = {step.rules[0]: step for step in steps if step.status != "done"}
    thanks = open_steps.get("other-offer-acknowledge")
    asking = open_steps.get("other-offer-more-time")
    if not thanks or not asking or not thanks.words or not asking.words:
        return steps
    if asking.on > thanks.on + DAY:
        return steps
    claims = thanks.words.claims - {"asks-later"} | {"no-day-left"}
    asks_too = thanks._replace(
        rules=(*thanks.rules, *asking.rules),
        why=f"{thanks.why} {ASKS_TOO}" if thanks.why else "",
        words=thanks.words._replace(claims=claims, days=asking.words.days),
    )
    return [asks_too if step is thanks else step for step in steps if step is not asking]


def after_others(draft: Draft, contacts: Iterable[Step], standing: Standing) -> Draft:
    """Return a step of the law's, its email on a day on which they get no other message or call."""
    taken = {step.on for step in contacts if step.status != "done" and step.action != "stop"}
    today, calendar = standing.situation.today, standing.calendar
    on = can_be_done_on(draft, calendar, today=today)
    if draft.is_law or on not in taken:
        return draft
    free = on_or_after(on, lambda day: calendar.is_working_day(day) and day not in taken)
    return replace(draft, day=free)


def thanks_of(steps: Iterable[Step]) -> Step | None:
    """Return the thank-you that is late, if there is one."""
    return next((step for step in steps if step.action == "thank" and step.status == "late"), None)


def is_said_in(step: Step, contacts: Iterable[Step]) -> bool:
    """Whether a late thank-you is part of a contact of its day."""
    return (
        step.action == "thank"
        and step.status == "late"
        and any(each.on == step.on and "thank-you-missed" in each.rules for each in contacts)
    )


def contact_steps(standing: Standing, places: Placing, *, thanks: Step | None) -> Iterator[Step]:
    """Yield the contacts that are left if nobody answers: each is placed, then counts as made."""
    today = standing.situation.today
    reminder_on = day_of_reminder(standing)
    misses = misses_thanks(standing)
    asks_if_it_stands = passed_unasked(standing) is not None
    shown = 0
    while draft := next_contact(standing, today=today):
        if asks_if_it_stands and draft.role == "asked":
            # Whoever asks if their offer still stands asks for nothing else in that week.
            standing = after_contact(standing, as_if_made(draft, today))
            asks_if_it_stands = False
            continue
        shown += draft.role == "asked"
        if standing.is_offer_stage and shown > rule("offer-in-writing").count("shown"):
            return
        draft = places.seen(draft, standing)
        if reminder_on and is_said_in_reminder(draft, standing, today=today, on=reminder_on):
            standing = after_contact(standing, as_if_made(draft, reminder_on))
            continue
        is_last = standing.is_offer_stage and shown == rule("offer-in-writing").count("shown")
        if draft.channel == "email" and draft.role == "asked" and not is_last:
            draft = naming_its_call(draft, standing, places)
        if is_last and draft.role == "asked":
            draft = draft.with_rule("offer-weekly", because("offer-weekly", standing))
        if misses and draft.role in OPENS_WITH_THANKS:
            is_alone = thanks is None or places.day_of(draft) == thanks.on
            if is_alone and is_dropped(standing, thanks):
                draft = opening_with_thanks(draft, standing)
            misses = False
        step = places.step(draft, standing)
        yield ended(step, draft, standing) if draft.role == "stop" else step
        standing = after_step(standing, draft, step)


def naming_its_call(draft: Draft, standing: Standing, places: Placing) -> Draft:
    """Return an email that names the day of the call that follows it, if one does."""
    if standing.situation.policy.channel != "email-then-call" or standing.through_recruiter:
        return draft
    on = places.day_of(draft)
    follows = after_contact(standing, as_if_made(draft, on))
    call = next_contact(follows, today=on)
    if call is None or call.role != "asked" or call.channel != "call":
        return draft
    call_on = places.will_be_on(call)
    if call_on is None or call_on <= on:
        return draft
    return replace(draft, days={**draft.days, "call_day": call_on}, names_call=True)


def after_step(standing: Standing, draft: Draft, step: Step) -> Standing:
    """Return the standing once a step is done, or left out for good."""
    if step.is_left_out:
        return after_left_out(standing, draft, step.on)
    # A reply that asks for leave in a week names the day by when it is sent, and that is now.
    asks_leave = "next_weekday" in draft.days
    sent_on = step.on if asks_leave else step.until
    on = (draft.role in ("reply", "promise") and sent_on) or step.on
    return after_contact(standing, as_if_made(draft, on))


def is_dropped(standing: Standing, thanks: Step | None) -> bool:
    """Whether no thank-you of its own will go out: its time is over, or it is part of this."""
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    is_over = standing.situation.today > after(standing.interview_on, dropped_after)
    return is_over or thanks is not None


def opening_with_thanks(draft: Draft, standing: Standing) -> Draft:
    """Return a contact that opens with the thanks that were not sent."""
    name = "thank-you-missed"
    draft = draft.with_rule(name, because(name, standing))
    return replace(draft, claims=draft.claims | {"thanks-first"})


def ended(step: Step, draft: Draft, standing: Standing) -> Step:
    """Return the last step, with what silence means once its day has come or passed."""
    one = rule(draft.rules[0])
    if one.notice and (step.status == "due" or (one.id != "stop" and step.status == "late")):
        return replace(step, why=step.why.replace(one.why, one.notice))
    if step.status != "late" or standing.decision:
        return step
    name = "silence-means-move-on"
    why = because(name, standing, stopped=text_of(draft.day, standing))
    return replace(step, rules=(*step.rules, name), why=why)


def stopping_last(steps: list[Step], calendar: Calendar) -> list[Step]:
    """Return steps whose stop comes after all that is promised or due elsewhere."""
    last = max((step.on for step in steps if step.action != "stop"), default=date.min)
    if not any(step.action == "stop" and step.on <= last for step in steps):
        return steps
    after_it = off_feasts(after(last, rule("stop").amount("after_note")), calendar)
    return [
        replace(step, on=after_it) if step.action == "stop" and step.on <= last else step
        for step in steps
    ]


def outlasted(step: Step) -> Step:
    """Return the stop without the claim that nothing is left, where a law still gives something."""
    if step.rules[0] not in ("stop", "stop-asking") or not step.why:
        return step
    counts_as_no, _, _ = step.why.partition(". ")
    return replace(step, why=f"{counts_as_no}. {LAW_STAYS}")


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return steps in date order; on one day by precedence, and then what can't wait first."""
    return sorted(
        steps, key=lambda step: (step.on, rule(step.rules[0]).precedence, step.until or step.on)
    )


def next_step(steps: Iterable[Step]) -> Step | None:
    """Return the first step that is not done; a thank-you gives way to what is due or late."""
    left = [step for step in steps if step.status != "done"]
    pressing = (step for step in left if step.action != "thank" and step.status != "coming")
    if len(left) > 1 and left[0].action == "stop":
        return left[1]  # what a law gives a reason for outlasts the end
    if left and left[0].action == "thank":
        return next(pressing, left[0])
    return left[0] if left else None
