"""The next contact, if nobody answers: when, how, and why then.

The first of these that holds decides: a message of theirs that wants a reply, what was promised
or agreed, another offer, and then one contact a week until they are enough.
"""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.advice import Amount
from calculator.planning.calendar import Calendar, after
from calculator.planning.contacts.asking import asking, one_more
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.contacts.ending import stop_after_no
from calculator.planning.contacts.offers import (
    can_still_tell,
    is_to_be_told,
    owes_new_day,
    tell_of_new_day,
    tell_of_offer,
)
from calculator.planning.contacts.replies import (
    agreed,
    has_lapsed,
    promise,
    reply,
)
from calculator.planning.happened.case import Agreement
from calculator.planning.happened.standing import Standing, agreed_day, open_promises
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because


def next_contact(standing: Standing, *, today: date) -> Draft | None:
    """Return the next contact, as if its day could not have passed; None where nothing is left."""
    if standing.has_stopped:
        return None
    if standing.reply_to and not has_lapsed(standing, standing.reply_to, today=today):
        return reply(standing, standing.reply_to, today=today)
    if standing.decision == "rejected":
        feedback = standing.agreed and agreed(standing, standing.agreed)
        return feedback or (None if standing.has("stop") else stop_after_no(standing))
    if debrief := recruiter_debrief(standing, today=today):
        return debrief
    holding = [*promised(standing, "call"), *agreed_or_forced(standing)]
    sent = list(promised(standing, "email", "other"))
    asked = None if holding or is_over(standing) else asking(standing)
    if asked and any(is_just_before(asked, each, standing.calendar) for each in sent):
        asked = None  # nobody gets a question one day and what was promised the next
    drafts = [*sent, *holding, *([asked] if asked else [])]
    if len(drafts) <= 1:
        return drafts[0] if drafts else None
    return min(drafts, key=lambda draft: can_be_done_on(draft, standing.calendar, today=today))


def is_just_before(asked: Draft, promise: Draft, calendar: Calendar) -> bool:
    """Whether a promise is due on the working day after a question, or on its day."""
    asked_on, kept_on = rolled(asked, calendar), rolled(promise, calendar)
    a_day = Amount(1, "working days")
    return asked_on <= kept_on <= after(asked_on, a_day, calendar.is_working_day)


def is_over(standing: Standing) -> bool:
    """Whether nothing is left to ask."""
    return standing.decision is not None or standing.has("stop")


def promised(standing: Standing, *kinds: str) -> Iterator[Draft]:
    """Yield the open promises of some kinds."""
    for at, each in open_promises(standing):
        if each.what in kinds:
            yield promise(standing, at, each)


def agreed_or_forced(standing: Standing) -> Iterator[Draft]:
    """Yield a contact to which they agreed, and the one that another offer forces."""
    is_held = standing.decision == "on-hold" and standing.agreed is not None
    if is_over(standing) and not is_held:
        return
    news = None
    if is_to_be_told(standing) and can_still_tell(standing):
        news = tell_of_offer(standing)
    elif owes_new_day(standing) and can_still_tell(standing):
        news = tell_of_new_day(standing)
    agreement = standing.agreed
    if agreement and not is_promised_too(standing, agreement):
        draft = agreed(standing, agreement)
        if news and is_one_contact(draft, news, standing):
            news = replace(news, action=draft.action, channel=draft.channel)
            news = news.with_rule(agreement.rule)
        else:
            yield draft
    if news:
        yield news


def is_one_contact(agreed: Draft, news: Draft, standing: Standing) -> bool:
    """Whether what they agreed to falls on the day of telling them, and goes to the same people."""
    today, calendar = standing.situation.today, standing.calendar
    is_to_same = "recruiter" not in {agreed.action, news.action} or agreed.action == news.action
    return is_to_same and can_be_done_on(agreed, calendar, today=today) == rolled(news, calendar)


def is_promised_too(standing: Standing, agreement: Agreement) -> bool:
    """Whether the agreed call is also listed as a promise for the same day."""
    day = agreed_day(standing, agreement)
    return any(each.what == "call" and each.on == day for _, each in open_promises(standing))


def recruiter_debrief(standing: Standing, *, today: date) -> Draft | None:
    """Return the talk with the recruiter on the day of the interview, until it is too late.

    From the day on which the recruiter is to be asked for news, a contact is that question.
    """
    if not standing.through_recruiter or standing.is_debriefed or standing.answer:
        return None
    if is_to_be_told(standing) and can_still_tell(standing):
        return None  # one call says both, and the offer comes first
    wait = rule("late-plan").amount("as_planned")
    last_day = after(standing.interview_on, wait, standing.calendar.is_working_day)
    if today > last_day or standing.is_called_off or has_spoken_to_recruiter(standing):
        return None
    # What was promised to the employer puts the question off, and brings no debrief back.
    if rolled(one_more(replace(standing, contacts=())), standing.calendar) <= today:
        return None
    is_written = standing.situation.policy.channel == "email"
    when = "today" if today > standing.interview_on else "the same day"
    why = because("recruiter-debrief", standing, when=when)
    is_thanked = standing.is_thanked
    draft = Draft(
        role="debrief",
        action="recruiter",
        channel="email" if is_written else "call",
        day=standing.interview_on,
        rules=("recruiter-debrief",),
        why=why,
        texts={"their_words": standing.said.words} if standing.said else {},
        claims=frozenset() if is_thanked else frozenset({"thanks-first"}),
        rolls="never",
    )
    name = "thank-you-through-recruiter"
    return draft if is_thanked else draft.with_rule(name, because(name, standing))


def has_spoken_to_recruiter(standing: Standing) -> bool:
    """Whether any contact was with the recruiter; promised and agreed ones are the employer's."""
    apart = ("promise", "with-employer", "left-out")
    return any(contact.role not in apart for contact in standing.contacts)
