"""What was promised or agreed, and what wants a reply."""

from copy import replace
from datetime import date
from typing import Literal

from calculator.days import DAY, day_text
from calculator.planning.calendar import Rolls, after, next_good_day
from calculator.planning.contacts.drafts import Draft, rolled
from calculator.planning.contacts.opening import in_their_words, opening
from calculator.planning.happened.calls import is_written_only
from calculator.planning.happened.case import Agreement
from calculator.planning.happened.standing import (
    Standing,
    agreed_day,
    is_asked_in_history,
    is_verbal_offer,
)
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because, sentence, they_said
from calculator.situation import Event, Promise

# What a day is to which they agreed without naming it: where they named a time, or none.
FIRST_DAY = {
    True: "This is the first working day after the time they gave you",
    False: "A week is a fair wait",
}
CALL_ON_A_DAY = frozenset({"said-i-would-call", "expecting-a-call"})

# The rule for a reply to each of their messages; where it names a time, or is a no, see below.
REPLIES = {
    "on-hold": "on-hold-reply",
    "offered": "offered-reply",
    "invited": "invited-reply",
    "cancelled": "cancelled-reply",
}


ASK_WHEN = ", and ask when you'll have it in writing"

# Replies to an offer in writing, or of which nobody knows.
OFFERED = ("offered-reply", "offered-again-reply")

# Replies that ask for leave to get in touch on a day.
ASK_LEAVE = ("not-decided-reply", "on-hold-reply")

# Where their no has answered the question what could have been better.
FEEDBACK_SETTLED = {
    "refused": "no-feedback-reply",
    "given": "feedback-given-reply",
    "offered": "feedback-offered-reply",
}

# Replies to a no that ask what could have been better.
ASKS_FOR_FEEDBACK = ("rejection-reply", "feedback-offered-reply", "internal-after-no")


def promise(standing: Standing, at: int, promised: Promise) -> Draft:
    """Return a promise on its day."""
    is_call = promised.what == "call"
    is_off = is_call and standing.calls_off
    own_channel = None if promised.what == "other" else promised.what
    claims = frozenset({"said-i-would-call"} if is_call and not is_off else ())
    if is_off and standing.situation.no_calls:
        claims = frozenset({"instead-of-call"})
    name = rule_for_promise(promised)
    # What they ask for in a message is for now; what was agreed on in the interview is for its day.
    asked_on = promised.asked_on if is_asked_in_history(standing, promised) else None
    last = next_good_day(promised.on, "working", standing.calendar)
    if within := rule(name).amounts.get("within"):
        last = after(promised.on, within, standing.calendar.is_weekday)
    draft = Draft(
        role="promise",
        action="promise",
        channel="email" if is_off else own_channel,
        day=asked_on or promised.on,
        until=last if asked_on else None,
        rules=(name,),
        why=because(name, standing, promised=text_of(promised.on, standing)),
        claims=claims,
        texts={"promised": promised.note} if promised.note else {},
        rolls="weekday" if asked_on else "named",
        promise=at,
    )
    return in_writing(draft, standing) if is_off else draft


def rule_for_promise(promised: Promise) -> str:
    """Return the rule for something promised, or asked for by a day or by none."""
    if promised.asked_on is None:
        return "keep-promises"
    return "asked-of-you" if promised.asked_on < promised.on else "asked-without-a-day"


def text_of(day: date, standing: Standing) -> str:
    """Return a day in a sentence, as the employer's country writes it."""
    return day_text(day, standing.situation.country)


def agreed(standing: Standing, agreement: Agreement) -> Draft:
    """Return a contact to which they agreed."""
    day = agreed_day(standing, agreement)
    is_with_recruiter = standing.through_recruiter and not agreement.with_employer
    if agreement.in_person:
        return visit(standing, day)
    is_theirs = agreement.rule == "asked-to-call-back"  # whoever wants no calls wants this one
    is_off = standing.calls_off and not (is_with_recruiter or is_theirs)
    is_written = is_off or agreement.by_email
    said = agreement.said and sentence(they_said(agreement.said, standing))
    way: Literal["email", "call"] = "email" if is_written else "call"
    blanks = {
        "agreed": text_of(day, standing),
        "by_agreed": by_agreed("by", agreement, day, standing),
        "on_agreed": by_agreed("on", agreement, day, standing),
        "contact": "get in touch" if is_written else "call",
        "allowed": "asked you to" if agreement.is_asked_for else "said you may",
        "They_said_then": said or "",
        "First_day": FIRST_DAY[standing.window.latest is not None],
    }
    draft = Draft(
        role="agreed",
        action="recruiter" if is_with_recruiter else way,
        channel=way,
        day=day,
        rules=(agreement.rule,),
        why=because(agreement.rule, standing, **blanks),
        claims=frozenset({"no-calls"} if is_off else ()) if is_written else CALL_ON_A_DAY,
        rolls="named" if is_named(agreement) else "fair",
    )
    if not agreement.on or agreement.is_allowed:
        no_day = frozenset({"another-day", "no-day-named", *(draft.claims & {"no-calls"})})
        why = draft.why if agreement.on else in_their_words(draft.why, standing)
        draft = replace(draft, why=why, claims=no_day, if_nothing=True)
    if agreement.if_unheard:
        claims = frozenset({"another-day", "if-unheard", *(draft.claims & {"no-calls"})})
        draft = replace(draft, claims=claims, days={"agreed_day": day}, if_nothing=True)
    if agreement.is_asked_for:
        draft = replace(draft, claims=draft.claims | {"asked-for"})
    if agreement.any_way:
        draft = replace(draft, claims=draft.claims | {"any-way"})
    if agreement.counted_from and agreement.on:
        claims = draft.claims - CALL_ON_A_DAY - {"no-day-named"} | {"another-day"}
        draft = replace(draft, claims=claims, texts={"agreed_words": agreement.counted_from})
    draft = in_writing(draft, standing) if is_off else draft
    return owning_up_if_early(draft, standing)


def by_agreed(at: str, agreement: Agreement, day: date, standing: Standing) -> str:
    """Return at or by which day a contact was agreed, in their words where they named no day."""
    if agreement.counted_from:
        return f"“{agreement.counted_from}”, which is {text_of(day, standing)}"
    return f"{at} {text_of(day, standing)}"


def is_named(agreement: Agreement) -> bool:
    """Whether somebody named the day of an agreed contact: all other days can be better ones."""
    is_counted = agreement.rule == "not-decided-call-again" or agreement.counted_from
    return agreement.on is not None and not is_counted


def visit(standing: Standing, day: date) -> Draft:
    """Return the visit to which they asked the candidate: on its day, at a weekend too."""
    return Draft(
        role="agreed",
        action="call",
        channel="in-person",
        day=day,
        rules=("asked-to-come-in",),
        why=because("asked-to-come-in", standing, agreed=text_of(day, standing)),
        rolls="never",
    )


def owning_up_if_early(draft: Draft, standing: Standing) -> Draft:
    """Return an agreed contact that says so if it comes before the end of the time they named."""
    latest = standing.window.latest
    if latest is None or rolled(draft, standing.calendar) >= latest:
        return draft
    name = "agreed-call-may-be-early"
    early = draft.with_rule(name, because(name, standing))
    return replace(early, claims=draft.claims | {"may-be-early"})


def in_writing(draft: Draft, standing: Standing) -> Draft:
    """Return a promised or agreed call as the email that takes its place."""
    name = "promise-without-a-call" if standing.situation.no_calls else "internal-no-call"
    return draft.with_rule(name, because(name, standing))


def wants_reply(event: Event, standing: Standing, stage: Event | None) -> bool:
    """Whether an answer of theirs wants an answer; none does that only says to go on waiting."""
    goes_on = stage is not None and stage is not event
    if goes_on and (event.said is None or (stage and stage.event in ("offered", "rejected"))):
        return False
    match event.event:
        case "rejected" | "offered" | "on-hold" | "invited" | "cancelled":
            return True
        case "not-decided":
            is_spoken = event.channel in ("call", "voicemail", "in-person")
        case "new-date":
            is_spoken = event.channel not in ("email", "message")
        case _:
            return False
    if any(each.asked_on == event.on for each in standing.case.promises):
        return False  # what they asked for is the answer
    is_open = event.agreed_to_next is None and event.leave is None
    return not is_spoken and is_open and not standing.through_recruiter


def rule_for_reply(event: Event, standing: Standing) -> str:
    """Return the rule for the reply to a message of theirs."""
    if is_verbal_offer(event):
        return "offered-verbally-reply"
    if event.event in ("not-decided", "new-date"):
        has_time = event.said is not None and event.said.window is not None
        if standing.situation.told_to_wait and not has_time:
            return "told-to-wait-reply"
        return "new-date-reply" if has_time else "not-decided-reply"
    if event.event == "on-hold" and standing.situation.told_to_wait:
        return "told-to-wait-reply"
    if event.event == "cancelled" and event.day_of_interview:
        return "moved-reply"
    if event.event == "offered" and is_offered_before(event, standing):
        return "offered-again-reply"
    if event.event != "rejected":
        return REPLIES[event.event]
    if standing.situation.route == "internal":
        return "internal-after-no"
    if event.channel == "message":
        return "rejection-message-reply"
    return FEEDBACK_SETTLED.get(event.feedback or "", "rejection-reply")


def day_to_answer(event: Event) -> date | None:
    """Return the day that they named for an answer to their offer."""
    if event.event != "offered":
        return None
    if event.answer_by or is_verbal_offer(event):
        return event.answer_by
    window = event.said.window if event.said else None
    return (window.latest or window.earliest) if window else None


def is_offered_before(event: Event, standing: Standing) -> bool:
    """Whether an offer is the letter after an earlier one, or another that takes its place."""
    earlier = [each for each in standing.situation.history if each.on < event.on]
    decided = [each.event for each in earlier if each.event in ("offered", "rejected")]
    return decided[-1:] == ["offered"]


def first_good_day(event: Event, standing: Standing) -> date:
    """Return the first good day for the reply to a message: a call-off is answered at once."""
    if event.event == "cancelled":
        return event.on
    first = next_good_day(event.on, "weekday", standing.calendar)
    is_too_late = event.event == "rejected" and first > last_good_day(event, standing)
    return event.on if is_too_late else first


def last_good_day(event: Event, standing: Standing) -> date:
    """Return the last good day for the reply to a message: its own, if its rule has no number."""
    one = rule(rule_for_reply(event, standing))
    if "within" not in one.amounts:
        return event.on
    return after(event.on, one.amount("within"), standing.calendar.is_weekday)


def has_lapsed(standing: Standing, event: Event, *, today: date) -> bool:
    """Whether a message is so old that a reply would come too late."""
    one = rule(rule_for_reply(event, standing))
    if "lapses" in one.amounts:
        lapses = after(event.on, one.amount("lapses"), standing.calendar.is_weekday)
        return today > max(lapses, first_good_day(event, standing))
    if is_verbal_offer(event):
        return today >= rolled_opening(standing)
    if standing.interview_on > event.on:
        return today >= standing.interview_on
    return False


def rolled_opening(standing: Standing) -> date:
    """Return the day of the first contact since their last word."""
    return next_good_day(opening(standing).day, "fair", standing.calendar)


def reply(standing: Standing, event: Event, *, today: date) -> Draft:
    """Return the reply that a message of theirs wants."""
    name = rule_for_reply(event, standing)
    first = first_good_day(event, standing)
    until = last_good_day(event, standing)
    latest = standing.window.latest
    if latest and event.event in ("new-date", "not-decided"):
        until = min(until, max(first, latest - DAY))  # on their own day it says too much
    rolls = rolls_of_reply(name, is_at_once=first == event.on)
    sent_on = next_good_day(max(today, first), rolls, standing.calendar)
    a_week = after(sent_on, rule("week-after-their-answer").amount("wait"))
    next_weekday = next_good_day(a_week, "fair", standing.calendar)
    days = {"next_weekday": next_weekday} if name in ASK_LEAVE else {}
    if event.event == "rejected" and standing.agreed:
        days["call_day"] = rolled(agreed(standing, standing.agreed), standing.calendar)
    deadline = day_to_answer(event)
    claims = {"no-calls"} if is_written_only(standing) else set()
    if standing.agreed:
        claims.add("has-leave")
    if event.event == "offered" and today > last_good_day(event, standing):
        claims.add("days-later")
    has_day = event.said is not None and event.said.window is not None
    blanks = {
        "and_ask": "" if has_day else ASK_WHEN,
        "with_what": "and say if the day suits you" if has_day else "with times that suit you",
    }
    draft = Draft(
        role="reply",
        action="recruiter" if standing.through_recruiter else "reply",
        channel="message" if event.channel == "message" else "email",
        day=event.on,
        until=until if until > first else None,
        rules=(name,),
        why=because(name, standing, **blanks),
        days=days | ({"deadline": deadline} if deadline else {}),
        script="offer-no-day" if name in OFFERED and not deadline else None,
        claims=frozenset(claims),
        rolls=rolls,
    )
    if deadline and deadline < today:
        why = because("offered-day-passed", standing, passed=text_of(deadline, standing))
        rules = ("offered-day-passed", *draft.rules)
        draft = replace(draft, rules=rules, why=why, script=rule("offered-day-passed").script)
    if event.leave and event.leave.at_once:
        name = "asked-to-call-back"
        draft = replace(draft, channel="call").with_rule(name, because(name, standing))
    offer = standing.offer
    if offer and standing.is_open and offer.on <= max(today, event.on):
        return telling_of_the_offer(draft, standing, offer.answer_by)
    return draft


def rolls_of_reply(name: str, *, is_at_once: bool) -> Rolls:
    """Return where a reply may move: one that is due within days may go at a weekend, too."""
    within = rule(name).amounts.get("within")
    is_unhurried = within is not None and within.unit == "working days"
    return "never" if is_at_once and not is_unhurried else "weekday"


def telling_of_the_offer(draft: Draft, standing: Standing, deadline: date) -> Draft:
    """Return a reply that names the day of another offer, and asks for no later contact."""
    is_of_interview = draft.rules[0] in ("invited-reply", "cancelled-reply", "moved-reply")
    # Where the interview has its day, the answer to it is the time to tell them.
    is_to_come = standing.interview_on > standing.situation.today
    if is_of_interview and (standing.knows_of_offer or is_to_come):
        claims = draft.claims | {"tells-of-offer"}
        return replace(draft, days={**draft.days, "deadline": deadline}, claims=claims)
    if draft.rules[0] not in ("not-decided-reply", "new-date-reply"):
        return draft
    name = "other-offer-not-decided"
    why = rule(name).notice if standing.knows_of_offer else because(name, standing)
    reply_with_news = replace(draft.with_rule(name), why=why, script=rule(name).script)
    claims = draft.claims | ({"knows-of-offer"} if standing.knows_of_offer else set())
    return replace(reply_with_news, days={"deadline": deadline}, claims=claims)
