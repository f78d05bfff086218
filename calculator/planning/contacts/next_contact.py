"""The next contact, if nobody answers: when, how, and why then.

The first of these that holds decides: a message of theirs that wants a reply, what was promised
or agreed, another offer, and then one contact a week until they are enough.
"""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.calendar import after
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.contacts.offers import (
    can_still_tell,
    is_to_be_told,
    tell_of_offer,
    their_time_before_deadline,
)
from calculator.planning.contacts.opening import (
    Timing,
    first_script,
    opening,
    reason_for_day,
    timing_rules,
)
from calculator.planning.contacts.replies import (
    ASKS_FOR_FEEDBACK,
    agreed,
    has_lapsed,
    promise,
    reply,
    rule_for_reply,
)
from calculator.planning.happened.standing import (
    NO_QUESTION,
    Agreement,
    Contact,
    Standing,
    action_for,
    agreed_day,
    has_opened,
    is_written_only,
    last_of_rhythm,
    last_question,
    may_call,
    most_contacts,
    open_promises,
    questions,
    rhythm,
)
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because
from calculator.situation import Channel

# The words of each further contact while nothing comes back, by its number.
ORDINALS = (
    "second-contact",
    "third-contact",
    "fourth-contact",
    "fifth-contact",
    "sixth-contact",
)


def next_contact(standing: Standing, *, today: date) -> Draft | None:
    """Return the next contact, as if its day could not have passed; None where nothing is left."""
    if standing.has_stopped:
        return None
    if standing.reply_to and not has_lapsed(standing, standing.reply_to, today=today):
        return reply(standing, standing.reply_to, today=today)
    if standing.decision == "rejected":
        return None if standing.has("stop") else stop_after_no(standing)
    if debrief := recruiter_debrief(standing, today=today):
        return debrief
    holding = [*promised(standing, "call"), *agreed_or_forced(standing)]
    asked = None if holding or is_over(standing) else asking(standing)
    drafts = [*promised(standing, "email", "other"), *holding, *([asked] if asked else [])]
    if len(drafts) <= 1:
        return drafts[0] if drafts else None
    return min(drafts, key=lambda draft: can_be_done_on(draft, standing.calendar, today=today))


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
    if is_over(standing):
        return
    news = None
    if is_to_be_told(standing) and can_still_tell(standing):
        news = tell_of_offer(standing)
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
    wait = rule("late-plan").amount("as_planned")
    last_day = after(standing.interview_on, wait, standing.calendar.is_working_day)
    if today > last_day or standing.is_called_off or has_spoken_to_recruiter(standing):
        return None
    if rolled(one_more(standing), standing.calendar) <= today:
        return None
    is_written = standing.situation.policy.channel == "email"
    why = because("recruiter-debrief", standing)
    draft = Draft(
        role="debrief",
        action="recruiter",
        channel="email" if is_written else "call",
        day=standing.interview_on,
        rules=("recruiter-debrief",),
        why=why,
        texts={"their_words": standing.said.words} if standing.said else {},
        rolls="never",
    )
    return draft if standing.is_thanked else draft.with_rule("thank-you-through-recruiter")


def has_spoken_to_recruiter(standing: Standing) -> bool:
    """Whether any contact was with the recruiter; promised and agreed ones are the employer's."""
    apart = ("promise", "with-employer", "left-out")
    return any(contact.role not in apart for contact in standing.contacts)


# The rhythm: one contact a week while nothing comes back.


def asking(standing: Standing) -> Draft | None:
    """Return the next contact that nobody asked for, or the end of them."""
    if standing.offer:
        return their_time_before_deadline(standing) if not has_opened(standing) else None
    if not has_enough(standing):
        return one_more(standing)
    return ending(standing)


def has_enough(standing: Standing) -> bool:
    """Whether they have been asked as often as the person chose, and no word is owed."""
    if standing.has("last") or standing.has("close") or standing.has("ask-recruiter"):
        return True
    is_missed = standing.word is not None and standing.word.event == "missed-call"
    if owes_call(standing) or (is_missed and not questions(standing)):
        return False
    most = most_contacts(standing)
    return most is not None and standing.unanswered >= most


def owes_call(standing: Standing) -> bool:
    """Whether the last message said that a call would follow, and one still may."""
    last = last_of_rhythm(standing)
    return bool(last and last.said_would_call and not last.is_call and may_call(standing))


def one_more(standing: Standing) -> Draft:
    """Return the next contact of the rhythm."""
    return again(standing) if has_opened(standing) else first(standing)


def first(standing: Standing) -> Draft:
    """Return the first contact since their last word, or since their time was over."""
    timing = opening(standing)
    channel, reason = first_channel(standing, timing)
    draft = Draft(
        role="asked",
        action=action_for(standing, channel),
        channel=channel,
        day=timing.day,
        rules=timing_rules(timing, standing),
        why=reason_for_day(timing, standing),
        rolls="back" if timing.may_move_back and standing.situation.policy.inside_week else "fair",
        not_before=standing.since,
        waits_from=timing.waits_from,
        script=first_script(standing, timing),
        is_first=True,
        if_nothing=True,
    )
    if reason:
        draft = draft.with_rule(reason, because(reason, standing))
    if timing.rule == "missed-call":
        return replace(draft, days={"missed_day": timing.since})
    draft = put_off(with_circumstances(draft, standing), standing)
    if is_long_ago(draft.day, standing) and not is_long_ago(timing.day, standing):
        return one_email(draft, standing)
    return by_email_after_shutdown(claiming_the_call(draft, standing), standing)


def is_long_ago(day: date, standing: Standing) -> bool:
    """Whether a day is so long after their last word that one email is enough."""
    return day > after(standing.since, rule("too-late").amount("longest"))


def one_email(draft: Draft, standing: Standing) -> Draft:
    """Return the one email that is left of a contact long after their last word."""
    is_recruiters = draft.action == "recruiter"
    return replace(
        draft,
        role="last",
        action="recruiter" if is_recruiters else "email",
        channel="email",
        script=draft.script or ("recruiter-late" if is_recruiters else None),
        rules=("too-late", *draft.rules),
        why=because("too-late", standing),
        waits_from=None,
        claims=draft.claims - {"said-i-would-call"},
    )


def first_channel(standing: Standing, timing: Timing) -> tuple[Channel, str | None]:
    """Return how a first contact is made, and the rule that says so where one does."""
    situation = standing.situation
    chosen = situation.policy.channel
    is_written = timing.rule == "invited-no-day" and not standing.through_recruiter
    if timing.rule == "missed-call" or is_written:
        return "email", None
    if standing.through_recruiter:
        return ("email" if chosen == "email" or standing.is_declined else "call"), None
    if standing.calls_off:
        return "email", "no-calls" if situation.no_calls else "internal-no-call"
    if not may_call(standing):
        return "email", None
    if owes_call(standing):
        return "call", None
    if chosen == "call":
        return "call", "call-first"
    return "email", "email-only" if chosen == "email" else None


def other_channel(standing: Standing, last: Contact) -> Channel:
    """Return the other channel than that of a contact, as far as they and the person allow it."""
    if last.said_would_call and not last.is_call and may_call(standing):
        return "call"
    return "email" if last.is_call or is_written_only(standing) else "call"


def put_off(draft: Draft, standing: Standing) -> Draft:
    """Return a first contact a wait after each contact that was made."""
    for contact in standing.contacts:
        if contact.role in ("reply", "reminder") or is_older_than_their_time(contact, standing):
            continue
        is_promise = contact.role == "promise"
        wait = rule("second-contact").amount("wait") if is_promise else rhythm(standing)
        day = after(contact.on, wait)
        if day > draft.day:
            draft = replace(draft, day=day, waits_from=None)
            name = put_off_rule(contact, standing)
            is_past = contact.on <= standing.situation.today
            were = "You were" if is_past else "You'll have been"
            arranged = "promised" if is_promise else "agreed"
            blanks = {"wait": str(wait), "You_were": were, "arranged": arranged}
            why = because(name, standing, **blanks)
            if name == "task-handed-in" and not standing.window.latest:
                draft = replace(draft, script=rule(name).script, why="")
            draft = draft if name in draft.rules else draft.with_rule(name, why)
    return draft


def is_older_than_their_time(contact: Contact, standing: Standing) -> bool:
    """Whether a task was handed in before they named the time for their answer to it."""
    if contact.promise is None or not standing.case.promises[contact.promise].is_a_thing:
        return False
    return standing.said is not None and standing.said.on >= contact.on > standing.interview_on


def put_off_rule(contact: Contact, standing: Standing) -> str:
    """Return the rule by which a contact puts the next one off."""
    if contact.role == "left-out":
        return "left-out"
    if contact.role == "debrief":
        return "recruiter-chase"
    if contact.role in ("agreed", "with-employer"):
        return "week-after-promise"
    if contact.promise is None:
        return "early-contact"
    is_task = standing.case.promises[contact.promise].is_a_thing
    return "task-handed-in" if is_task else "week-after-promise"


def again(standing: Standing) -> Draft:
    """Return one more contact after one without an answer, by the other channel."""
    is_weekly = standing.situation.policy.persistence == "weekly" and not standing.through_recruiter
    name = "weekly-contact" if is_weekly else "second-contact"
    last = last_of_rhythm(standing)
    channel = other_channel(standing, last) if last else "email"
    day = after(last.on if last else standing.since, rhythm(standing))
    names: tuple[str, ...] = (name,)
    if last and last.said_would_call and channel == "call":
        names = ("call-on-the-named-day", name)
    draft = Draft(
        role="asked",
        action=action_for(standing, channel),
        channel=channel,
        day=max([day, *after_promises(standing)]),
        rules=names,
        why=because(names[0], standing, wait=str(rhythm(standing))),
        script=script_of_another(standing),
        if_nothing=True,
    )
    if standing.through_recruiter:
        draft = replace(draft, rules=("recruiter-chase", name))
    if is_weekly and standing.unanswered + 1 == rule(name).count("warn_at"):
        draft = replace(draft, why=f"{draft.why} {rule(name).notice}")
    draft = claiming_the_call(with_circumstances(draft, standing), standing)
    return by_email_after_shutdown(draft, standing)


def script_of_another(standing: Standing) -> str:
    """Return the words of one more contact: no two in a row say the same, counted or not."""
    asked = [each for each in standing.contacts if each.role not in (*NO_QUESTION, "promise")]
    return ORDINALS[min(max(len(asked), 1), len(ORDINALS)) - 1]


def after_promises(standing: Standing) -> Iterator[date]:
    """Yield the days a week after each promise that was kept since their last word."""
    wait = rule("second-contact").amount("wait")
    since = standing.contacts[standing.heard_at :]
    return (after(each.on, wait) for each in since if each.role == "promise")


def claiming_the_call(draft: Draft, standing: Standing) -> Draft:
    """Return a call that says it was announced, where the last message announced it."""
    last = last_question(standing)
    if draft.channel == "call" and last and last.said_would_call:
        return replace(draft, claims=draft.claims | {"said-i-would-call"})
    return draft


def by_email_after_shutdown(draft: Draft, standing: Standing) -> Draft:
    """Return a contact as an email where a long shutdown put it off."""
    on = rolled(draft, standing.calendar)
    since = draft.waits_from or draft.day
    if on <= since or not standing.calendar.was_long_shut(since, on):
        return draft
    has_words = draft.is_first and standing.situation.route not in ("agency", "internal")
    return replace(
        draft.with_rule("after-shutdown", because("after-shutdown", standing)),
        channel="email",
        action=action_for(standing, "email"),
        script=rule("after-shutdown").script if has_words else draft.script,
        claims=draft.claims - {"said-i-would-call"},
    )


def with_circumstances(draft: Draft, standing: Standing) -> Draft:
    """Return a contact with the rules that bear on it but do not give its day.

    The first contact says why; the ones after it would only say it again.
    """
    names = tuple(name for name in circumstances(standing) if name not in draft.rules)
    said = [name for name in names if draft.is_first and name in SAID_ONCE]
    if not named_time_before(standing):
        said = [name for name in said if name != "new-date"]
    why = " ".join([draft.why, *(because(name, standing) for name in said)])
    return replace(draft, rules=(*draft.rules, *names), why=why)


SAID_ONCE = ("last-interview-counts", "new-date")


def named_time_before(standing: Standing) -> bool:
    """Whether they had named a time before the one of their last answer."""
    situation, answer = standing.situation, standing.answer
    earlier = (event.said for event in situation.history if answer and event.on < answer.on)
    return any(said is not None and said.window for said in (situation.said, *earlier))


def circumstances(standing: Standing) -> Iterator[str]:
    """Yield the rules that bear on every contact of a situation."""
    if standing.is_restarted and not standing.is_called_off:
        yield "last-interview-counts"
    if standing.answer:
        yield "new-date" if standing.answer.event == "new-date" else "an-answer-clears-the-rest"
    if standing.situation.interviewers >= rule("thank-you-each").count("several"):
        yield "panel-ask-one"
    if standing.situation.route == "in-house":
        yield "in-house-recruiter"


# The end.


def ending(standing: Standing) -> Draft:
    """Return what comes once they have been asked enough: the last note, if chosen, or the stop."""
    if standing.through_recruiter and is_silent_recruiter(standing):
        return ask_recruiter(standing)
    if closes(standing) and not standing.has("close"):
        return closing(standing)
    if standing.has("close"):
        closed_on = next(each.on for each in standing.contacts if each.role == "close")
        return stop(standing, after(closed_on, rule("stop").amount("after_note")), "stop")
    persistence = standing.situation.policy.persistence
    name = "one-contact" if persistence == "one" else "enough-contacts"
    return stop(standing, last_day(standing), "stop", name)


def is_silent_recruiter(standing: Standing) -> bool:
    """Whether the recruiter was silent often enough to be asked for leave to write directly."""
    silent = rule("recruiter-silent").count("silent")
    return standing.unanswered >= silent and not standing.has("ask-recruiter")


def ask_recruiter(standing: Standing) -> Draft:
    """Return the question to a silent recruiter whether the candidate may write directly."""
    return Draft(
        role="ask-recruiter",
        action="recruiter",
        channel="email",
        day=last_day(standing),
        rules=("recruiter-silent",),
        why=because("recruiter-silent", standing),
        if_nothing=True,
    )


def closes(standing: Standing) -> bool:
    """Whether a closing note was chosen, and there is someone to whom it can be sent."""
    is_apart = standing.through_recruiter or standing.situation.route == "internal"
    return standing.situation.policy.closing_note and not is_apart


def closing(standing: Standing) -> Draft:
    """Return the closing note, on the day on which the plan would end."""
    return Draft(
        role="close",
        action="close",
        channel="email",
        day=last_day(standing),
        rules=("closing-note", "enough-contacts"),
        why=because("closing-note", standing),
        if_nothing=True,
    )


def last_day(standing: Standing) -> date:
    """Return the day a wait after the last contact, and not before their time has passed."""
    wait = rhythm(standing)
    made = [each for each in standing.contacts if each.role not in ("reply", "stop", "close")]
    last = max([standing.since, *(each.on for each in made)])
    their_time = [] if has_opened(standing) else [opening(standing).day]
    week = rule("second-contact").amount("wait")
    promises = [after(each.on, week) for _, each in open_promises(standing)]
    return max([after(last, wait), *their_time, *promises])


def stop_after_no(standing: Standing) -> Draft:
    """Return the end after they turned the candidate down: a question has time for an answer."""
    replied_on = [each.on for each in standing.contacts if each.role == "reply"]
    event = standing.stage
    asked = bool(replied_on and event and rule_for_reply(event, standing) in ASKS_FOR_FEEDBACK)
    wait = rule("stopped-by-no").amount("wait") if asked else rule("stop").amount("after_note")
    return stop(standing, after(max([standing.since, *replied_on]), wait), "stopped-by-no")


def stop(standing: Standing, day: date, *names: str) -> Draft:
    """Return the step after which nothing more is offered."""
    is_after_no = names[0] == "stopped-by-no"
    return Draft(
        role="stop",
        action="stop",
        day=day,
        rules=names,
        why=because(names[0], standing),
        rolls="working" if is_after_no else "never",
        if_nothing=not is_after_no,
    )


def look_again(standing: Standing) -> Draft:
    """Return the day to look again at a job on hold of which no time was named."""
    wait = rule("on-hold-look-again").amount("wait")
    return Draft(
        role="asked",
        action="wait",
        day=after(standing.since, wait),
        rules=("on-hold-look-again",),
        why=because("on-hold-look-again", standing),
        rolls="never",
        if_nothing=True,
    )
