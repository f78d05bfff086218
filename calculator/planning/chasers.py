"""Contacts that nobody asked for: the first, the call that it names, another try, and the end."""

from copy import replace
from datetime import date

from calculator.planning.drafts import Draft, because, rolled, with_circumstances
from calculator.planning.lateness import as_seen_on
from calculator.planning.rules import Amount, rule
from calculator.planning.standing import Case, Contact, Standing, action_for, open_promises
from calculator.planning.timing import (
    days_they_named,
    first_script,
    first_timing,
    reason_for_day,
    style,
    timing_rules,
)
from calculator.planning.wording import day_text
from calculator.planning.working_days import after
from calculator.situation import Channel

# Why a first contact comes later than its own rule has it.
IN_TOUCH = "You are in touch on {last}, so this comes {wait} after it."
LEFT_OUT = "You left out the contact of {last}, so this comes {wait} after it."


def first(case: Case, standing: Standing) -> Draft:
    """Return the first contact since their last word."""
    timing = first_timing(case, standing)
    how = style(case, standing)
    draft = Draft(
        role="first",
        action=action_for(case, how.channel),
        channel=how.channel,
        day=timing.day,
        rules=timing_rules(timing, standing),
        why=reason_for_day(timing, case, standing),
        rolls="back" if timing.may_move_back and case.situation.policy.inside_week else "fair",
        not_before=standing.since,
        waits_from=timing.waits_from,
        call_follows=how.call_follows,
        script=first_script(case, standing, timing),
        days=days_they_named(standing),
    )
    if how.rule:
        draft = draft.with_rule(how.rule, because(how.rule, case, standing))
    draft = put_off(with_circumstances(draft, case, standing), case, standing)
    return draft if draft.role == "stop" else by_email_after_shutdown(draft, case, standing)


def put_off(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a first contact put off by those before it, and what a promise kept late left of it.

    What was left of it on the day on which the promise was kept holds from then on.
    """
    for contact in standing.contacts:
        if contact.role == "reply":
            continue
        due_on = contact.promise.on if contact.promise else contact.on
        in_time = put_off_by(contact, due_on, draft, case)
        left = as_seen_on(contact.on, in_time, case, standing)
        if left.role == "stop":
            return left
        draft = put_off_by(contact, contact.on, left, case)
    return draft


def put_off_by(contact: Contact, on: date, draft: Draft, case: Case) -> Draft:
    """Return a first contact a wait after another; a promised email puts off only what is near."""
    wait = rule("second-contact").amount("wait")
    day = max(draft.day, after(on, wait))
    promise, near = contact.promise, rule("keep-promises").amount("near")
    is_email = promise is not None and promise.what == "email"
    is_near = rolled(draft, case.calendar) <= after(on, near, case.calendar.is_working_day)
    if day == draft.day or (is_email and not is_near):
        return draft
    what = LEFT_OUT if contact.role == "left-out" else IN_TOUCH
    why = what.format(last=day_text(on), wait=wait)
    return replace(draft, day=day, waits_from=None, why=f"{draft.why} {why}")


def by_email_after_shutdown(draft: Draft, case: Case, standing: Standing) -> Draft:
    """Return a contact as an email where a long shutdown put it off."""
    on = rolled(draft, case.calendar)
    since = draft.waits_from or draft.day
    if on <= since or not case.calendar.was_long_shut(since, on):
        return draft
    with_words = draft.role == "first" and case.situation.route not in ("agency", "internal")
    return replace(
        draft.with_rule("after-shutdown", because("after-shutdown", case, standing)),
        channel="email",
        action=action_for(case, "email"),
        script=rule("after-shutdown").script if with_words else draft.script,
    )


def email_naming_a_call(case: Case, standing: Standing) -> Contact | None:
    """Return the email that said a call would follow, if only promised ones came after it."""
    if not style(case, standing).call_follows:
        return None
    asked = (contact for contact in reversed(standing.contacts) if contact.role != "reply")
    last = next((each for each in asked if each.role != "promise" or each.is_call), None)
    is_email = last is not None and last.channel in ("email", None)
    return last if last and is_email and last.role == "first" else None


def named_call(case: Case, standing: Standing, email: Contact) -> Draft:
    """Return the call on the day that an email named."""
    wait = rule("call-on-the-named-day").amount("wait")
    timing = first_timing(case, standing)
    return with_circumstances(
        Draft(
            role="named-call",
            action="call",
            channel="call",
            day=after(email.on, wait, case.calendar.is_working_day),
            waits_from=email.on,
            rules=("call-on-the-named-day", "email-and-call-are-one"),
            why=because("call-on-the-named-day", case, standing, last=day_text(email.on)),
            script=first_script(case, standing, timing),
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
    if is_weekly and standing.unanswered + 1 == rule(name).count("warn_at"):
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
    promised = (each.on for _, each in open_promises(case, standing))
    kept = (after(day, wait) for day in (*standing.kept.values(), *promised))
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


def asked_last(standing: Standing) -> Contact | None:
    """Return the last contact that was more than a reply."""
    asked = [contact for contact in standing.contacts if contact.role != "reply"]
    return asked[-1] if asked else None


def has_opened(standing: Standing) -> bool:
    """Whether they have been asked since the time that they named was over."""
    end = standing.window.latest or standing.window.earliest
    return any(
        contact.role not in ("reply", "promise", "left-out") and (end is None or contact.on > end)
        for contact in standing.contacts
    )
