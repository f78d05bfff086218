"""What stands around the contacts: asking in the interview, thanks, promises, another offer."""

from collections.abc import Iterator
from dataclasses import replace

from calculator.days import DAY
from calculator.planning.contacts import knows_of_offer, promise
from calculator.planning.drafts import Draft, because, next_good_day
from calculator.planning.rules import rule
from calculator.planning.standing import Case, Standing, open_promises
from calculator.planning.wording import sentence, they_said
from calculator.planning.working_days import after, before


def steps_before(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield what comes before the contacts of the same day and the same precedence."""
    if case.situation.interview_on > case.situation.today:
        yield ask_in_the_interview(case, standing)
    if wants_thanks(case, standing):
        yield thank_you(case, standing)
    if case.offer and is_open(standing):
        yield thank_for_other_offer(case, standing)


def steps_after(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield what comes after the contacts of the same day and the same precedence."""
    for at, promised in open_promises(case, standing):
        if promised.what == "other":
            yield promise(case, standing, at, promised)
    if case.offer and is_open(standing):
        yield from ask_for_time(case, standing)
        yield decide_on_other_offer(case, standing)
    yield from decide_on_theirs(case, standing)


def is_open(standing: Standing) -> bool:
    """Whether their decision is still to come."""
    return standing.decision is None and not standing.has_stopped


def ask_in_the_interview(case: Case, standing: Standing) -> Draft:
    """Return what to ask before leaving an interview that is still to come."""
    return Draft(
        role="first",
        action="ask",
        channel="in-person",
        day=standing.interview_on,
        rules=("ask-before-you-leave",),
        why=because("ask-before-you-leave", case, standing),
        rolls="never",
    )


def wants_thanks(case: Case, standing: Standing) -> bool:
    """Whether a thank-you for the last interview is still in time and not yet sent."""
    is_in_time = not is_too_late_for_thanks(case, standing)
    return is_in_time and not standing.is_thanked and not standing.answer and is_open(standing)


def is_too_late_for_thanks(case: Case, standing: Standing) -> bool:
    """Whether the day for a thank-you of its own has passed."""
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    return case.situation.today > after(standing.interview_on, dropped_after)


def thank_you(case: Case, standing: Standing) -> Draft:
    """Return the thank-you for the last interview."""
    names = thank_you_rules(case)
    latest = rule("thank-you-next-day").amount("latest")
    return Draft(
        role="first",
        action="thank",
        channel="email",
        day=standing.interview_on,
        until=None if case.through_recruiter else after(standing.interview_on, latest),
        rules=names,
        why=because(names[0], case, standing),
        rolls="never",
    )


def thank_you_rules(case: Case) -> tuple[str, ...]:
    """Return the rules of a thank-you, the one with the words first."""
    situation = case.situation
    if case.through_recruiter:
        return ("thank-you-through-recruiter",)
    if situation.interviewers >= rule("thank-you-each").count("several"):
        return "thank-you-each", "thank-you-next-day"
    if situation.round == "final":
        return "thank-you-final-round", "thank-you-next-day"
    return ("thank-you-next-day",)


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
    if knows_of_offer(case, standing) and standing.answer:
        why = because("other-offer-no-news", case, standing)
        return replace(draft.with_rule("other-offer-no-news"), why=f"{why} {draft.why}")
    return draft


def decide_on_theirs(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield the day on which they want an answer to their offer, if they named one."""
    event = standing.answer
    window = event.said.window if event and event.said else None
    day = window and (window.latest or window.earliest)
    if event and event.said and day and event.event == "offered" and not standing.has_stopped:
        said = sentence(they_said(event.said))
        yield Draft(
            role="reply",
            action="decide",
            day=day,
            rules=("offered-decide",),
            why=because("offered-decide", case, standing, They_said_then=said),
            rolls="never",
        )
