"""The next contact, if nobody answers: when, how, and why then.

The first of these that holds decides: a message of theirs that awaits a reply, what was promised
or agreed, another offer, and then the contacts that the rules allow until they are enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from calculator.planning.drafts import Draft, because, next_good_day, rolled
from calculator.planning.plan import Action
from calculator.planning.rules import Amount, rule
from calculator.planning.situation import Channel, Promise
from calculator.planning.standing import (
    CALLS,
    Agreement,
    Case,
    Contact,
    Role,
    Standing,
    agreed_day,
    has_enough,
    open_promises,
)
from calculator.planning.wording import day_text, sentence, they_said
from calculator.planning.working_days import after, before

# What becomes one short email when its day is long past. A promise and a closing note stay.
REPLACED_WHEN_LATE: tuple[Role, ...] = ("agreed", "first", "named-call", "again")

REPLIES = {
    "reached": "not-decided-reply",
    "not-decided": "not-decided-reply",
    "on-hold": "on-hold-reply",
    "offered": "offered-reply",
    "rejected": "rejection-reply",
}

SECTOR_RULES = {
    "private": "stated-date-passed",
    "public": "public-body",
    "academic": "university",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The day of a first contact and the rule that gives it."""

    rule: str
    day: date
    waits_from: date | None = None
    may_move_back: bool = False


def next_contact(case: Case, standing: Standing, *, today: date) -> Draft | None:
    """Return the next contact as it is seen on ``today``, or None where nothing is left."""
    draft = undelayed_contact(case, standing, today=today)
    if draft and (draft.role in REPLACED_WHEN_LATE or is_reply_before_decision(draft, standing)):
        return as_late(draft, case, standing, today=today)
    if draft and draft.role == "close":
        return draft if not is_too_late(draft, case, today=today) else given_up(draft, case)
    return draft


def undelayed_contact(case: Case, standing: Standing, *, today: date) -> Draft | None:
    """Return the next contact, as if its day could not have passed."""
    if standing.has_stopped or standing.has("stop"):
        return None
    if standing.awaits_reply:
        return reply(case, standing)
    if standing.decision == "rejected":
        return stop_after_reply(case, standing)
    if debrief := recruiter_debrief(case, standing, today=today):
        return debrief
    written = [
        promise(case, standing, at, each)
        for at, each in open_promises(case, standing)
        if each.what == "email"
    ]
    holding = [*held_by_promise_or_offer(case, standing)]
    asked = None if holding or standing.decision else asking(case, standing)
    drafts = [*written, *holding, *([asked] if asked else [])]
    return min(drafts, key=lambda draft: rolled(draft, case.calendar), default=None)


def held_by_promise_or_offer(case: Case, standing: Standing) -> Iterator[Draft]:
    """Yield what comes before any contact of the candidate's own choice."""
    for at, each in open_promises(case, standing):
        if each.what == "call":
            yield promise(case, standing, at, each)
    if standing.decision:
        return
    if standing.agreed and not is_promised_too(case, standing, standing.agreed):
        yield agreed(case, standing, standing.agreed)
    if case.offer and not knows_of_offer(case, standing) and not has_enough(case, standing):
        told = tell_of_offer(case, standing)
        if rolled(told, case.calendar) <= case.offer.answer_by:
            yield told


def asking(case: Case, standing: Standing) -> Draft | None:
    """Return the next contact that nobody asked for, or the end of them."""
    if case.offer and standing.has("tell"):
        return after_telling(case, standing)
    if case.offer and not has_enough(case, standing):
        return None
    if standing.has("close"):
        return stop_after_closing(case, standing)
    if names_a_call(case, standing):
        return named_call(case, standing)
    if has_enough(case, standing):
        return closing(case, standing)
    if has_opened(standing):
        return again(case, standing)
    return first(case, standing)


def is_promised_too(case: Case, standing: Standing, agreement: Agreement) -> bool:
    """Whether the agreed call is also listed as a promise for the same day."""
    day = agreed_day(case, standing, agreement)
    calls = (each for _, each in open_promises(case, standing) if each.what == "call")
    return any(each.on == day for each in calls)


def asked_last(standing: Standing) -> Contact | None:
    """Return the last contact that was more than a reply."""
    asked = [contact for contact in standing.contacts if contact.role != "reply"]
    return asked[-1] if asked else None


def has_opened(standing: Standing) -> bool:
    """Whether they have been asked since the time that they named was over."""
    end = standing.window.latest or standing.window.earliest
    return any(
        contact.role not in ("reply", "promise") and (end is None or contact.on > end)
        for contact in standing.contacts
    )


def names_a_call(case: Case, standing: Standing) -> bool:
    """Whether the last email said that a call would follow."""
    last = asked_last(standing)
    return bool(
        last and last.role == "first" and last.channel not in CALLS and style(case, standing)[2]
    )


# The first contact.


def first(case: Case, standing: Standing) -> Draft:
    """Return the first contact since their last word."""
    timing = first_timing(case, standing)
    channel, style_rule, call_follows = style(case, standing)
    last = asked_last(standing)
    wait = rule("second-contact").amount("wait")
    day = max(timing.day, after(last.on, wait)) if last else timing.day
    draft = Draft(
        role="first",
        action=action_for(case, channel),
        channel=channel,
        day=day,
        rules=timing_rules(timing, standing),
        why=reason_for_day(timing, case, standing),
        rolls="back" if timing.may_move_back else "fair",
        not_before=standing.since,
        waits_from=timing.waits_from if day == timing.day else None,
        call_follows=call_follows,
        script=first_script(case, standing, timing),
        days=days_they_named(standing),
    )
    if style_rule:
        draft = draft.with_rule(style_rule, because(style_rule, case, standing))
    return by_email_after_shutdown(with_circumstances(draft, case, standing), case, standing)


def timing_rules(timing: Timing, standing: Standing) -> tuple[str, ...]:
    """Return the rules for the day of a first contact."""
    if timing.rule == "stated-date-passed" and is_span(standing):
        return timing.rule, "stated-span-passed"
    return (timing.rule,)


def reason_for_day(timing: Timing, case: Case, standing: Standing) -> str:
    """Return why the day of a first contact is fair."""
    *_, most_exact = timing_rules(timing, standing)
    waits = rule(timing.rule).amounts
    wait = {"wait": str(waits["wait"])} if "wait" in waits else {}
    return because(most_exact, case, standing, **wait)


def first_script(case: Case, standing: Standing, timing: Timing) -> str | None:
    """Return the words of a first contact where they are not those of the rule for its day."""
    if case.situation.route == "internal":
        return rule("internal-no-call").script
    if is_span(standing) and timing.rule == "stated-date-passed":
        return rule("stated-span-passed").script
    if timing.rule in ("slow-season", "not-decided-no-call"):
        name = "stated-date-passed" if standing.window.latest else "no-date-email"
        return rule(name).script
    return None


def first_timing(case: Case, standing: Standing) -> Timing:
    """Return when the first contact is fair."""
    if case.through_recruiter:
        return recruiter_timing(case, standing)
    if case.situation.told_to_wait:
        return told_to_wait_timing(case, standing)
    if standing.is_declined:
        return declined_timing(case, standing)
    if standing.window.latest:
        return after_their_time(case, standing, SECTOR_RULES[case.situation.sector])
    if standing.window.earliest:
        return counted_from(standing.window.earliest, "time-without-an-end")
    if standing.answer:
        return counted_from(standing.since, "week-after-their-answer", case=case)
    slow = case.situation.policy.slow_season
    return counted_from(standing.since, "slow-season" if slow else "no-date-email", case=case)


def recruiter_timing(case: Case, standing: Standing) -> Timing:
    """Return when to ask the recruiter."""
    if standing.window.latest:
        return after_their_time(case, standing, "recruiter-chase", amount="after_their_time")
    return counted_from(standing.window.earliest or standing.since, "recruiter-chase")


def told_to_wait_timing(case: Case, standing: Standing) -> Timing:
    """Return when to write to someone who asked not to be contacted."""
    if standing.window.latest:
        return after_their_time(case, standing, "told-to-wait-date")
    return counted_from(standing.window.earliest or standing.since, "told-to-wait")


def declined_timing(case: Case, standing: Standing) -> Timing:
    """Return when to write to someone who wants no further call."""
    if standing.window.latest:
        return after_their_time(case, standing, "not-decided-no-call")
    day = standing.window.earliest or standing.since
    return counted_from(day, "not-decided-no-call", amount="wait_without_a_date")


def after_their_time(case: Case, standing: Standing, name: str, *, amount: str = "wait") -> Timing:
    """Return a wait in working days after the time that they named."""
    end = max(standing.window.latest or standing.since, standing.since)
    day = after(end, rule(name).amount(amount), case.calendar.is_fair_day)
    return Timing(rule=name, day=day, waits_from=end)


def counted_from(day: date, name: str, *, amount: str = "wait", case: Case | None = None) -> Timing:
    """Return a wait in days from ``day``; with a case, the person may keep it inside the week."""
    return Timing(
        rule=name,
        day=after(day, rule(name).amount(amount)),
        may_move_back=bool(case and case.situation.policy.inside_week),
    )


def style(case: Case, standing: Standing) -> tuple[Channel, str | None, bool]:
    """Return the channel of a first contact, the rule for it, and whether a call follows."""
    situation = case.situation
    if case.through_recruiter:
        is_written = situation.policy.channel == "email" or standing.is_declined
        return ("email" if is_written else "call"), None, False
    if situation.no_calls:
        return "email", "no-calls", False
    if situation.route == "internal":
        return "email", "internal-no-call", False
    if situation.told_to_wait or standing.is_declined:
        return "email", None, False
    match situation.policy.channel:
        case "email":
            return "email", "email-only", False
        case "call":
            return "call", "call-first", False
        case _:
            return "email", None, True


def action_for(case: Case, channel: Channel | None) -> Action:
    """Return the action of a contact: whatever goes to the recruiter is the recruiter's."""
    if case.through_recruiter:
        return "recruiter"
    return "call" if channel in CALLS else "email"


def days_they_named(standing: Standing) -> dict[str, date]:
    """Return the days of the time that they named, as the scripts call them."""
    window = standing.window
    days = {"day_promised": window.latest, "day_promised_from": window.earliest}
    return {name: day for name, day in days.items() if day}


def is_span(standing: Standing) -> bool:
    """Whether they named a span that began after they spoke, such as "two to three weeks"."""
    said, window = standing.said, standing.window
    return bool(
        said and window.earliest and window.latest and said.on < window.earliest < window.latest
    )


def with_circumstances(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact with the rules that bear on it but do not change its day."""
    if standing.has("early"):
        draft = draft.with_rule("early-contact", because("early-contact", case, standing))
    if standing.is_restarted:
        draft = draft.with_rule(
            "last-interview-counts", because("last-interview-counts", case, standing)
        )
    if standing.answer:
        is_new = standing.answer.event == "new-date"
        name = "new-date" if is_new else "an-answer-clears-the-rest"
        draft = draft.with_rule(name, because(name, case, standing) if is_new else "")
    if case.situation.interviewers >= rule("thank-you-each").count("several"):
        draft = draft.with_rule("panel-ask-one")
    if case.situation.route == "in-house":
        draft = draft.with_rule("in-house-recruiter")
    return draft


def by_email_after_shutdown(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact as an email where a long shutdown put it off."""
    on = rolled(draft, case.calendar)
    since = draft.waits_from or draft.day
    if on <= since or not case.calendar.was_long_shut(since, on):
        return draft
    with_words = draft.role == "first" and draft.action in ("email", "call") and not draft.script
    return replace(
        draft.with_rule("after-shutdown", because("after-shutdown", case, standing)),
        channel="email",
        action=action_for(case, "email"),
        script=rule("after-shutdown").script if with_words else draft.script,
    )


# What follows without an answer.


def named_call(case: Case, standing: Standing) -> Draft:
    """Return the call on the day that the last email named."""
    email_on = standing.contacts[-1].on
    wait = rule("call-on-the-named-day").amount("wait")
    timing = first_timing(case, standing)
    return with_circumstances(
        Draft(
            role="named-call",
            action="call",
            channel="call",
            day=after(email_on, wait, case.calendar.is_fair_day),
            waits_from=email_on,
            rules=("call-on-the-named-day",),
            why=because("call-on-the-named-day", case, standing),
            script=first_script(case, standing, timing) or rule(timing.rule).script,
            days=days_they_named(standing),
            claims=frozenset({"said-i-would-call"}),
        ),
        case,
        standing,
    )


def again(case: Case, standing: Standing) -> Draft:
    """Return one more contact after one without an answer, by the other channel."""
    is_weekly = case.situation.policy.persistence == "weekly" and not case.through_recruiter
    name = "weekly-contact" if is_weekly else "second-contact"
    channel = other_channel(case, standing)
    draft = Draft(
        role="again",
        action=action_for(case, channel),
        channel=channel,
        day=a_wait_after_last(standing, rule(name).amount("wait")),
        rules=(name,),
        why=because(name, case, standing),
        days=days_they_named(standing),
    )
    if case.through_recruiter:
        draft = replace(draft, rules=("recruiter-chase", name))
    if is_weekly and standing.unanswered + 1 >= rule(name).count("warn_at"):
        draft = replace(draft, why=f"{draft.why} {rule(name).notice}")
    return by_email_after_shutdown(with_circumstances(draft, case, standing), case, standing)


def other_channel(case: Case, standing: Standing) -> Channel:
    """Return the other channel than the last one, as far as they and the person allow it."""
    last = asked_last(standing)
    is_written_only = case.situation.policy.channel == "email" or (
        case.calls_off and not case.through_recruiter
    )
    return "email" if is_written_only or (last and last.is_call) else "call"


def a_wait_after_last(standing: Standing, wait: Amount) -> date:
    """Return the day that lies a wait after the last contact."""
    last = asked_last(standing)
    return after(last.on if last else standing.since, wait)


def closing(case: Case, standing: Standing) -> Draft:
    """Return the closing note, not before their time has passed and all promises are kept."""
    name = "one-contact" if case.situation.policy.persistence == "one" else "closing-note"
    if case.through_recruiter:
        name = "recruiter-silent"
    wait = rule(name).amount("wait")
    kept = (after(each.on, wait) for _, each in open_promises(case, standing))
    their_time = () if has_opened(standing) else (first_timing(case, standing).day,)
    draft = Draft(
        role="close",
        action="recruiter" if case.through_recruiter else "close",
        channel="email",
        day=max([a_wait_after_last(standing, wait), *kept, *their_time]),
        rules=(name, "enough-contacts"),
        why=because(name, case, standing),
    )
    if standing.has("early") and not has_opened(standing):
        return draft.with_rule("early-contact", because("early-contact", case, standing))
    return draft


def stop_after_closing(case: Case, standing: Standing) -> Draft:
    """Return the day on which nothing more is offered."""
    closed_on = next(each.on for each in standing.contacts if each.role == "close")
    if case.through_recruiter:
        wait = rule("recruiter-silent").amount("stop_after")
        return stop(case, standing, after(closed_on, wait), "stop", "recruiter-silent")
    return stop(case, standing, after(closed_on, rule("stop").amount("after")), "stop")


def stop_after_reply(case: Case, standing: Standing) -> Draft:
    """Return the end after they turned the candidate down."""
    replied_on = [each.on for each in standing.contacts if each.role == "reply"]
    last = max([standing.since, *replied_on])
    return stop(case, standing, after(last, rule("stop").amount("after")), "stop")


def stop(case: Case, standing: Standing, day: date, *names: str) -> Draft:
    """Return the step after which nothing more is offered."""
    return Draft(
        role="stop",
        action="stop",
        day=day,
        rules=names,
        why=because(names[0], case, standing),
        rolls="never",
    )


# What was promised or agreed, and what awaits a reply.


def promise(case: Case, standing: Standing, at: int, promised: Promise) -> Draft:
    """Return a promise on its day."""
    channel: Channel | None = None if promised.what == "other" else promised.what
    off = channel == "call" and case.calls_off
    draft = Draft(
        role="promise",
        action="promise",
        channel="email" if off else channel,
        day=promised.on,
        rules=("keep-promises",),
        why=because("keep-promises", case, standing, promised=day_text(promised.on)),
        claims=frozenset({"said-i-would-call"} if channel == "call" and not off else ()),
        texts={"promised": promised.note} if promised.note else {},
        days=moved_day(case, promised.on),
        rolls="working",
        promise=at,
    )
    return in_writing(draft, case, standing) if off else draft


def agreed(case: Case, standing: Standing, agreement: Agreement) -> Draft:
    """Return a contact to which they agreed."""
    day = agreed_day(case, standing, agreement)
    through_recruiter = case.through_recruiter and standing.answer is not None
    off = case.calls_off and not through_recruiter
    channel: Channel = "email" if off or agreement.by_email else "call"
    own: Action = "email" if channel == "email" else "call"
    said = agreement.said and sentence(they_said(agreement.said))
    draft = Draft(
        role="agreed",
        action="recruiter" if through_recruiter else own,
        channel=channel,
        day=day,
        rules=(agreement.rule,),
        why=because(
            agreement.rule, case, standing, agreed=day_text(day), They_said_then=said or ""
        ),
        days=days_they_named(standing) | moved_day(case, day),
        claims=frozenset({"said-i-would-call", "expecting-a-call"} if channel == "call" else ()),
        rolls="working",
    )
    if off:
        draft = in_writing(draft, case, standing)
    latest = standing.window.latest
    if latest and rolled(draft, case.calendar) < latest:
        name = "agreed-call-may-be-early"
        draft = draft.with_rule(name, because(name, case, standing))
        draft = replace(draft, claims=draft.claims | {"may-be-early"})
    return with_circumstances(draft, case, standing) if standing.answer else draft


def in_writing(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a promised or agreed call as the email that takes its place."""
    is_internal = not case.situation.no_calls
    name = "internal-no-call" if is_internal else "promise-without-a-call"
    return draft.with_rule(name, because(name, case, standing))


def moved_day(case: Case, day: date) -> dict[str, date]:
    """Return the agreed day for the words, where it is closed and they should say so."""
    moved = next_good_day(day, "working", case.calendar) != day
    return {"agreed_day": day} if moved else {}


def reply(case: Case, standing: Standing) -> Draft:
    """Return the reply that their last message awaits."""
    if standing.answer is None:
        raise ValueError("a reply needs a message to reply to")
    event = standing.answer
    name = REPLIES[event.event]
    within = "within"
    if event.event == "rejected" and case.situation.route == "internal":
        name = "internal-after-no"
    channel: Channel = "message" if event.channel == "message" else "email"
    a_week = after(event.on, rule("week-after-their-answer").amount("wait"))
    return Draft(
        role="reply",
        action="recruiter" if case.through_recruiter else "reply",
        channel=channel,
        day=event.on,
        until=after(event.on, rule(name).amount(within), case.calendar.is_working_day),
        rules=(name,),
        why=because(name, case, standing),
        days={"next_weekday": next_good_day(a_week, "fair", case.calendar)},
        claims=frozenset({"no-calls"} if case.calls_off else ()),
        rolls="never",
    )


def is_reply_before_decision(draft: Draft, standing: Standing) -> bool:
    """Whether a draft replies to a message that left the decision open."""
    return draft.role == "reply" and standing.decision is None


def recruiter_debrief(case: Case, standing: Standing, *, today: date) -> Draft | None:
    """Return the talk with the recruiter on the day of the interview, until it is too late."""
    if not case.through_recruiter or standing.is_debriefed or standing.answer:
        return None
    last = after(
        standing.interview_on,
        rule("late-plan").amount("as_planned"),
        case.calendar.is_working_day,
    )
    if today > last or standing.contacts:
        return None
    is_written = case.situation.policy.channel == "email"
    return Draft(
        role="debrief",
        action="recruiter",
        channel="email" if is_written else "call",
        day=standing.interview_on,
        rules=("recruiter-debrief",),
        why=because("recruiter-debrief", case, standing),
        rolls="never",
    )


# Another employer's offer.


def knows_of_offer(case: Case, standing: Standing) -> bool:
    """Whether the first choice knows of the offer, or has answered since it came."""
    offer, answer = case.offer, standing.answer
    both_told = standing.has("tell") and not confirms_by_email(case, standing)
    return both_told or bool(offer and answer and answer.on >= offer.on)


def confirms_by_email(case: Case, standing: Standing) -> bool:
    """Whether the call that told them of the offer is to be followed by an email that day."""
    last = standing.last
    return bool(
        last
        and last.role == "tell"
        and last.is_call
        and not case.through_recruiter
        and last.on >= case.situation.today
    )


def tell_of_offer(case: Case, standing: Standing) -> Draft:
    """Return the call, or the email on the same day, that tells the first choice of an offer."""
    deadline = case.offer.answer_by if case.offer else case.situation.today
    day = max(case.first_day_of_offer, standing.interview_on)
    wish = before(deadline, rule("other-offer-tell").amount("before"), case.calendar.is_working_day)
    is_written = case.situation.told_to_wait or case.calls_off or standing.has("tell")
    if case.through_recruiter:
        is_written = case.situation.policy.channel == "email"
    channel: Channel = "email" if is_written else "call"
    script = rule("other-offer-tell").script
    return Draft(
        role="tell",
        action=action_for(case, channel),
        channel=channel,
        day=day,
        rules=("other-offer-tell",),
        why=because("other-offer-tell", case, standing),
        script=f"{script}-recruiter" if case.through_recruiter else script,
        days={"deadline": deadline, "answer_wish": max(wish, day)},
    )


def after_telling(case: Case, standing: Standing) -> Draft | None:
    """Return a second try, if a week goes by before the answer to the offer is due."""
    if not case.offer or has_enough(case, standing):
        return None
    draft = again(case, standing)
    return draft if rolled(draft, case.calendar) < case.offer.answer_by else None


# Late.


def as_late(draft: Draft, case: Case, standing: Standing, *, today: date) -> Draft:
    """Return a contact as it is, or the one email that is left of it when its day is long past."""
    if not is_long_past(draft, today, case):
        return draft
    if is_too_late(draft, case, today=today):
        return given_up(draft, case)
    planned = rolled(draft, case.calendar)
    return replace(
        draft,
        role="late",
        action=action_for(case, "email"),
        channel="email",
        day=planned,
        until=None,
        rules=("late-plan", *draft.rules),
        why=because("late-plan", case, standing, was_planned=day_text(planned)),
        script="recruiter-late" if case.through_recruiter else None,
        claims=frozenset(),
        rolls="fair",
        waits_from=None,
        call_follows=False,
    )


def is_long_past(draft: Draft, day: date, case: Case) -> bool:
    """Whether the day of a contact passed too long ago to do as planned."""
    last_day = draft.until or rolled(draft, case.calendar)
    as_planned = rule("late-plan").amount("as_planned")
    return day > after(last_day, as_planned, case.calendar.is_working_day)


def is_too_late(draft: Draft, case: Case, *, today: date) -> bool:
    """Whether the day of a contact passed so long ago that the matter counts as closed."""
    return today > after(rolled(draft, case.calendar), rule("too-late").amount("longest"))


def given_up(draft: Draft, case: Case) -> Draft:
    """Return the end of a plan whose next contact is long past."""
    planned = rolled(draft, case.calendar)
    words = {"was_planned": day_text(planned), "longest": str(rule("too-late").amount("longest"))}
    return Draft(
        role="stop",
        action="stop",
        day=after(planned, rule("too-late").amount("longest")),
        rules=("too-late",),
        why=rule("too-late").why.format_map(words),
        rolls="never",
    )
