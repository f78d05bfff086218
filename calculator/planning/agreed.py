"""What was promised or agreed, and what awaits a reply."""

from copy import replace
from datetime import date

from calculator.planning.drafts import Draft, because, next_good_day, rolled, with_circumstances
from calculator.planning.rules import rule
from calculator.planning.standing import Agreement, Case, Standing, agreed_day
from calculator.planning.timing import days_they_named, in_their_words
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import after
from calculator.situation import Event, Offer, Promise

CALL_ON_A_DAY = frozenset({"said-i-would-call", "expecting-a-call"})

# The rule for a reply to each of their messages.
REPLIES = {
    "reached": "not-decided-reply",
    "not-decided": "not-decided-reply",
    "on-hold": "on-hold-reply",
    "offered": "offered-reply",
}


def promise(case: Case, standing: Standing, at: int, promised: Promise) -> Draft:
    """Return a promise on its day."""
    is_call = promised.what == "call"
    is_off = is_call and case.calls_off
    own_channel = None if promised.what == "other" else promised.what
    draft = Draft(
        role="promise",
        action="promise",
        channel="email" if is_off else own_channel,
        day=promised.on,
        rules=("keep-promises",),
        why=because("keep-promises", case, standing, promised=day_text(promised.on)),
        claims=frozenset({"said-i-would-call"} if is_call and not is_off else ()),
        texts={"promised": promised.note} if promised.note else {},
        rolls="working",
        promise=at,
    )
    return in_writing(draft, case, standing) if is_off else draft


def agreed(case: Case, standing: Standing, agreement: Agreement) -> Draft:
    """Return a contact to which they agreed."""
    day = agreed_day(case, standing, agreement)
    is_with_recruiter = case.through_recruiter and not agreement.with_employer
    is_off = case.calls_off and not is_with_recruiter
    is_written = is_off or agreement.by_email
    said = agreement.said and sentence(they_said(agreement.said))
    blanks = {
        "agreed": day_text(day),
        "contact": "get in touch" if is_written else "call",
        "They_said_then": said or "",
    }
    draft = Draft(
        role="agreed",
        action="recruiter" if is_with_recruiter else ("email" if is_written else "call"),
        channel="email" if is_written else "call",
        day=day,
        rules=(agreement.rule,),
        why=because(agreement.rule, case, standing, **blanks),
        days=days_they_named(standing),
        claims=frozenset() if is_written else CALL_ON_A_DAY,
        rolls="working",
    )
    if not agreement.on:
        no_day = frozenset({"another-day", "no-day-named"})
        draft = replace(draft, why=in_their_words(draft.why, standing), claims=no_day)
    draft = in_writing(draft, case, standing) if is_off else draft
    draft = owning_up_if_early(draft, case, standing)
    return with_circumstances(draft, case, standing) if standing.answer else draft


def owning_up_if_early(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return an agreed contact that says so if it comes before the end of the time they named."""
    latest = standing.window.latest
    if latest is None or rolled(draft, case.calendar) >= latest:
        return draft
    name = "agreed-call-may-be-early"
    early = draft.with_rule(name, because(name, case, standing))
    return replace(early, claims=draft.claims | {"may-be-early"})


def in_writing(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a promised or agreed call as the email that takes its place."""
    is_internal = not case.situation.no_calls
    name = "internal-no-call" if is_internal else "promise-without-a-call"
    return draft.with_rule(name, because(name, case, standing))


def rule_for_reply(event: Event, case: Case) -> str:
    """Return the rule for the reply to a message of theirs."""
    if event.event != "rejected":
        return REPLIES[event.event]
    if case.situation.route == "internal":
        return "internal-after-no"
    return "rejection-message-reply" if event.channel == "message" else "rejection-reply"


def day_to_answer(event: Event) -> dict[str, date]:
    """Return the day that they named for an answer to their offer, as the scripts call it."""
    window = event.said.window if event.event == "offered" and event.said else None
    day = window and (window.latest or window.earliest)
    return {"deadline": day} if day else {}


def reply(case: Case, standing: Standing) -> Draft:
    """Return the reply that their last message awaits."""
    if standing.answer is None:
        raise ValueError("a reply needs a message to reply to")
    event = standing.answer
    name = rule_for_reply(event, case)
    policy, told_to_wait = case.situation.policy, case.situation.told_to_wait
    is_shy = case.calls_off or told_to_wait or policy.channel == "email"
    a_week = after(event.on, rule("week-after-their-answer").amount("wait"))
    next_weekday = next_good_day(a_week, "fair", case.calendar)
    draft = Draft(
        role="reply",
        action="recruiter" if case.through_recruiter else "reply",
        channel="message" if event.channel == "message" else "email",
        day=event.on,
        until=after(event.on, rule(name).amount("within"), case.calendar.is_working_day),
        rules=(name,),
        why=because(name, case, standing),
        days={"next_weekday": next_weekday} | day_to_answer(event),
        claims=frozenset({"no-calls"} if is_shy else ()),
        rolls="never",
    )
    if standing.decision is None and case.offer and case.offer.answer_by < next_weekday:
        return naming_the_offer(draft, case, standing, case.offer)
    return draft


def naming_the_offer(draft: Draft, case: Case, standing: Standing, offer: Offer) -> Draft:
    """Return a reply that names the day of another offer, not one after it for the next contact."""
    name = "other-offer-not-decided"
    return replace(
        draft.with_rule(name),
        why=because(name, case, standing),
        script=rule(name).script,
        days={"deadline": offer.answer_by},
    )
