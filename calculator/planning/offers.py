"""Another employer's offer, and theirs: thanks, telling the first choice, more time, deciding."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.days import DAY
from calculator.planning.agreed import day_to_answer
from calculator.planning.chasers import email_naming_a_call
from calculator.planning.drafts import Draft, because, next_good_day, rolled
from calculator.planning.plan import Step
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Standing, action_for, has_enough
from calculator.planning.standing_after import has_heard_of_offer
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import after, before

# What goes to the employer of another offer: a history has no word for it.
TO_OTHER_EMPLOYER = ("other-offer-acknowledge", "other-offer-more-time")


def is_to_other_employer(step: Step) -> bool:
    """Whether a step goes to the employer of another offer, not to that of the interview."""
    return step.rules[0] in TO_OTHER_EMPLOYER


def is_to_be_told(case: Case, standing: Standing) -> bool:
    """Whether the first choice is yet to be told of another offer.

    Where they have been asked often enough, a call that was named still tells them, and the email
    after the call that told them still goes out.
    """
    if case.offer is None or knows_of_offer(case, standing):
        return False
    is_one_contact = confirms_by_email(case, standing) or email_naming_a_call(case, standing)
    return bool(is_one_contact) or not has_enough(case, standing)


def knows_of_offer(case: Case, standing: Standing) -> bool:
    """Whether the first choice knows of the offer, or has answered since it came."""
    both_told = standing.has("tell") and not confirms_by_email(case, standing)
    return both_told or has_heard_of_offer(standing, case)


def confirms_by_email(case: Case, standing: Standing) -> bool:
    """Whether the call that told them of the offer is to be followed by an email that day."""
    return is_confirmed_on(case.situation.today, case, standing)


def is_confirmed_on(day: date, case: Case, standing: Standing) -> bool:
    """Whether an email may still follow the call that told them: that day, or the next open one."""
    last = standing.last
    if not last or last.role != "tell" or not last.is_call or case.through_recruiter:
        return False
    return day <= next_good_day(last.on, "fair", case.calendar)


def can_still_tell(case: Case, standing: Standing) -> bool:
    """Whether a working day is left to tell the first choice before the answer is due."""
    told = tell_of_offer(case, standing)
    return case.offer is not None and rolled(told, case.calendar) <= case.offer.answer_by


def tell_of_offer(case: Case, standing: Standing) -> Draft:
    """Return the call, or the email on the same day, that tells the first choice of an offer."""
    deadline = case.offer.answer_by if case.offer else case.situation.today
    day = max(case.first_day_of_offer, standing.interview_on)
    wish = before(deadline, rule("other-offer-tell").amount("before"), case.calendar.is_working_day)
    is_shy = case.situation.told_to_wait or case.calls_off or standing.has("tell")
    if case.through_recruiter:
        is_shy = case.situation.policy.channel == "email"
    is_written = is_shy or standing.is_declined
    script = rule("other-offer-tell").script
    return Draft(
        role="tell",
        action=action_for(case, "email" if is_written else "call"),
        channel="email" if is_written else "call",
        day=day,
        rules=("other-offer-tell",),
        why=because("other-offer-tell", case, standing),
        script=f"{script}-recruiter" if case.through_recruiter else script,
        days={"deadline": deadline, "answer_wish": wish},
    )


def thank_for_other_offer(case: Case, standing: Standing) -> Draft:
    """Return the thanks to the other employer."""
    within = rule("other-offer-acknowledge").amount("within")
    day = case.first_day_of_offer
    deadline = case.offer.answer_by if case.offer else day
    return Draft(
        role="reply",
        action="reply",
        channel="email",
        day=day,
        until=min(after(day, within), max(deadline, day)),
        rules=("other-offer-acknowledge",),
        due_from=case.offer.on if case.offer else day,
        why=because("other-offer-acknowledge", case, standing),
        days={"deadline": deadline},
        rolls="never",
    )


def ask_for_time(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield the request for more time, where a day is left for it before the answer is due."""
    if not case.offer:
        return
    deadline, is_open_day = case.offer.answer_by, case.calendar.is_working_day
    wish = before(deadline, rule("other-offer-tell").amount("before"), is_open_day)
    day = next_good_day(max(wish, case.first_day_of_offer), "working", case.calendar)
    if day < deadline:
        yield Draft(
            role="reply",
            action="reply",
            channel="email",
            day=day,
            until=deadline - DAY,
            rules=("other-offer-more-time",),
            due_from=case.offer.on,
            why=because("other-offer-more-time", case, standing),
            days={"deadline": deadline},
            rolls="never",
        )


def decide_on_other_offer(case: Case, standing: Standing) -> Draft:
    """Return the day on which the other employer waits for an answer."""
    day = case.offer.answer_by if case.offer else case.situation.today
    draft = Draft(
        role="reply",
        action="decide",
        day=day,
        rules=("other-offer-decide",),
        why=because("other-offer-decide", case, standing),
        days={"deadline": day},
        rolls="never",
    )
    if knows_of_offer(case, standing) and standing.answer and not may_hear_by(day, standing):
        why = because("other-offer-no-news", case, standing)
        return replace(draft.with_rule("other-offer-no-news"), why=f"{why} {draft.why}")
    return draft


def may_hear_by(day: date, standing: Standing) -> bool:
    """Whether the time that they named ends by a day."""
    latest = standing.window.latest
    return latest is not None and latest <= day


def decide_on_theirs(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield the day on which they want an answer to their offer, if they named one."""
    event = standing.answer
    named = day_to_answer(event) if event else {}
    if event and event.said and named and not standing.has_stopped:
        deadline = day_text(named["deadline"])
        said = sentence(they_said(event.said))
        yield Draft(
            role="reply",
            action="decide",
            day=named["deadline"],
            rules=("offered-decide",),
            why=because("offered-decide", case, standing, They_said_then=said, deadline=deadline),
            rolls="never",
        )
