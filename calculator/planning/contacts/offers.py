"""Another employer's offer: thanks, telling the employer of the interview, more time, deciding."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.days import DAY
from calculator.planning.advice import Amount
from calculator.planning.calendar import IsOpen, after, before, next_good_day
from calculator.planning.contacts.drafts import Draft, rolled
from calculator.planning.happened.calls import action_for
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because
from calculator.situation import Channel, Offer

# Why the other employer is written to, days after their offer.
THANKS_ARE_LATE = "If you haven't thanked them yet, do it now, and say when they'll hear from you."

# Why a call of the day is followed by an email.
AFTER_THE_CALL = "Put it in writing after you've called, whether or not you reached them."


def first_day_of(offer: Offer, standing: Standing) -> date:
    """Return the day from which another offer changes the plan."""
    return max(offer.on, standing.situation.today)


def is_to_be_told(standing: Standing) -> bool:
    """Whether the employer is yet to be told of another offer, if this job may be wanted more."""
    return is_rivalled(standing) and not knows_of_offer(standing)


def is_rivalled(standing: Standing) -> bool:
    """Whether another offer is open, and nobody said that it is the one to take."""
    return standing.offer is not None and standing.offer.first_choice != "there"


def owes_new_day(standing: Standing) -> bool:
    """Whether they know of another offer, and not that its employer gave more time since."""
    offer, answer = standing.offer, standing.answer
    if offer is None or offer.moved_on is None or not is_rivalled(standing):
        return False
    told = [each.on for each in standing.contacts if each.role in ("tell", "reply")]
    last = max([*told, *([answer.on] if answer else [])], default=None)
    return last is not None and last < offer.moved_on and knows_of_offer(standing)


def knows_of_offer(standing: Standing) -> bool:
    """Whether the employer knows of the offer, or has answered since it came."""
    both_told = standing.has("tell") and not is_confirmed_on(standing.situation.today, standing)
    return both_told or has_heard_of_offer(standing)


def has_heard_of_offer(standing: Standing) -> bool:
    """Whether they were told of another offer before, or have said since that they can't hurry.

    A new date is no answer to it, and neither is an invitation: they may not know of it yet. The
    reply to a date that comes too late tells them.
    """
    answer, offer = standing.answer, standing.offer
    if standing.knows_of_offer or not offer or not answer or answer.on < offer.on:
        return standing.knows_of_offer
    if answer.event == "new-date":
        replied = any(each.role == "reply" and each.on >= offer.on for each in standing.contacts)
        return replied and not may_hear_by(offer.answer_by, standing)
    return answer.event in ("reached", "not-decided")


def is_confirmed_on(day: date, standing: Standing) -> bool:
    """Whether an email may still follow the call that told them: that day, or the next open one.

    None does where they get a reply anyway.
    """
    if standing.has("reply"):
        return False
    calls = [each for each in standing.contacts if each.role == "tell"]
    if not calls or not calls[-1].is_call:
        return False
    return day <= next_good_day(calls[-1].on, "working", standing.calendar)


def can_still_tell(standing: Standing) -> bool:
    """Whether a working day is left to tell the employer before the answer is due."""
    offer = standing.offer
    return offer is not None and rolled(tell_of_offer(standing), standing.calendar) <= (
        offer.answer_by
    )


def is_told_in_writing(standing: Standing) -> bool:
    """Whether the employer has to be told in writing, as far as calls go."""
    if standing.through_recruiter:
        return standing.situation.policy.channel == "email" or standing.is_declined
    return standing.situation.told_to_wait or standing.calls_off or standing.is_declined


def tell_of_offer(standing: Standing) -> Draft:
    """Return the call, or the email on the same day, that tells the employer of an offer."""
    offer = standing.offer
    deadline = offer.answer_by if offer else standing.situation.today
    day = max(first_day_of(offer, standing) if offer else deadline, standing.interview_on)
    is_told_there = standing.interview_on > standing.situation.today and not standing.is_called_off
    if is_told_there and day == standing.interview_on and day + DAY < deadline:
        day += DAY  # it is told in the interview, and the thanks go out on that day
    amount = rule("other-offer-tell").amount("before")
    is_after_call = standing.has("tell")
    is_written = is_told_in_writing(standing) or is_told_there
    is_written = is_written or is_after_call
    script = rule("other-offer-tell").script
    return Draft(
        role="tell",
        action=action_for(standing, "email" if is_written else "call"),
        channel="email" if is_written else "call",
        day=day,
        rules=("other-offer-tell",),
        why=AFTER_THE_CALL if is_after_call else because("other-offer-tell", standing),
        script=f"{script}-recruiter" if standing.through_recruiter else script,
        days={
            "deadline": deadline,
            "answer_wish": before(deadline, amount, standing.calendar.is_working_day),
        },
        rolls="working",
        claims=frozenset({"after-call"} if is_after_call else ()),
    )


def tell_of_new_day(standing: Standing) -> Draft:
    """Return the email that tells them how much longer the other offer is open."""
    name = "other-offer-new-day"
    told = tell_of_offer(standing)
    return replace(
        told,
        action=action_for(standing, "email"),
        channel="email",
        rules=(name,),
        why=because(name, standing),
        script=None,
        claims=frozenset(),
    )


def their_time_before_deadline(standing: Standing) -> Draft | None:
    """Return the contact about their own time, before the other answer is due.

    It comes after that time, or, where they named one that comes too late, once before the day.
    """
    offer, latest = standing.offer, standing.window.latest
    if offer is None or latest is None:
        return None
    name, today, is_open = "first-choice-follow-up", standing.situation.today, is_working(standing)
    wait = rule(name).amount("wait")
    day = after(max(latest, standing.since), wait, is_open)
    if day >= offer.answer_by and is_put_off(standing, offer):
        wish = before(offer.answer_by, rule("other-offer-tell").amount("before"), is_open)
        day = next_good_day(
            max(wish, after(standing.since, wait, is_open), today), "working", standing.calendar
        )
    is_asked = any(each.on >= day for each in standing.contacts[standing.heard_at :])
    if is_asked or not today <= day < offer.answer_by:
        return None
    channel: Channel = "email" if is_told_in_writing(standing) else "call"
    return Draft(
        role="asked",
        action=action_for(standing, channel),
        channel=channel,
        day=day,
        rules=(name,),
        why=because(name, standing),
        days={"deadline": offer.answer_by},
        rolls="working",
        is_first=True,
        if_nothing=True,
    )


def is_working(standing: Standing) -> IsOpen:
    """Return which days are the employer's working days."""
    return standing.calendar.is_working_day


def is_put_off(standing: Standing, offer: Offer) -> bool:
    """Whether they knew of an offer, named a later time all the same, and got no reply to that."""
    answer = standing.answer
    is_later = answer is not None and answer.event == "new-date" and answer.on >= offer.on
    is_too_late = is_later and not may_hear_by(offer.answer_by, standing)
    return is_too_late and standing.knows_of_offer and not standing.has("reply")


def thank_for_other_offer(standing: Standing, offer: Offer) -> Draft:
    """Return the thanks to the other employer."""
    name = "other-offer-acknowledge"
    within = rule(name).amount("within")
    day = first_day_of(offer, standing)
    asks_later = day_for_more_time(standing, offer) is not None and is_rivalled(standing)
    why = because(name, standing)
    claims = {"asks-later"} if asks_later else {"no-day-left"}
    if offer.moved_on or not is_rivalled(standing):
        claims = set()
    if offer.moved_on:
        claims.add("more-time-given")
        why = rule(name).notice
    elif day > after(offer.on, within):
        claims.add("days-later")
        why = THANKS_ARE_LATE
    return Draft(
        role="reply",
        action="reply",
        channel="email",
        day=day,
        until=min(after(day, within), max(offer.answer_by, day)),
        rules=(name,),
        due_from=offer.moved_on or offer.on,
        why=why,
        days={"deadline": offer.answer_by},
        claims=frozenset(claims),
        rolls="never",
    )


def day_for_more_time(standing: Standing, offer: Offer) -> date | None:
    """Return the day to ask for more time, if one is left between the thanks and the answer.

    Where they have named a later time, the need is known, and nothing is waited for.
    """
    is_open_day = standing.calendar.is_working_day
    wish = before(offer.answer_by, rule("other-offer-tell").amount("before"), is_open_day)
    today = first_day_of(offer, standing)
    first = today if time_after(offer, standing) else max(wish, today)
    if first == offer.on:
        first += DAY  # two messages on one day would be one too many
    day = next_good_day(first, "working", standing.calendar)
    return day if day < offer.answer_by else None


def time_after(offer: Offer, standing: Standing) -> date | None:
    """Return the end of their own time, or its first day, if it is after the day of the answer."""
    day = standing.window.latest or standing.window.earliest
    return day if day and day > offer.answer_by else None


def ask_for_time(standing: Standing, offer: Offer) -> Iterator[Draft]:
    """Yield the request for more time, where a day is left for it before the answer is due."""
    day = day_for_more_time(standing, offer)
    if day and is_rivalled(standing) and not offer.moved_on:
        last = before(offer.answer_by, Amount(1, "working days"), is_working(standing))
        later = time_after(offer, standing)
        yield Draft(
            role="reply",
            action="reply",
            channel="email",
            day=day,
            until=last if last > day else None,
            rules=("other-offer-more-time",),
            due_from=offer.on,
            why=because("other-offer-more-time", standing),
            days={"deadline": offer.answer_by, **({"their_end": later} if later else {})},
            rolls="working",
        )


def decide_on_other_offer(standing: Standing, offer: Offer) -> Draft:
    """Return the day on which the other employer waits for an answer."""
    day = offer.answer_by
    script = rule("other-offer-decide").script
    draft = Draft(
        role="reply",
        action="decide",
        day=day,
        script=f"{script}-recruiter" if standing.through_recruiter else script,
        rules=("other-offer-decide",),
        why=because("other-offer-decide", standing),
        days={"deadline": day},
        rolls="never",
    )
    has_no_news = standing.is_open and standing.answer and not may_hear_by(day, standing)
    if has_no_news and knows_of_offer(standing):
        why = because("other-offer-no-news", standing)
        return replace(draft.with_rule("other-offer-no-news"), why=f"{why} {draft.why}")
    return draft


def may_hear_by(day: date, standing: Standing) -> bool:
    """Whether the time that they named ends by a day."""
    latest = standing.window.latest
    return latest is not None and latest <= day
