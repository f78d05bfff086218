"""What nobody asked for: one contact a week while nothing comes back."""

from collections.abc import Iterator
from copy import replace
from datetime import date

from calculator.planning.calendar import after
from calculator.planning.contacts.circumstances import with_circumstances
from calculator.planning.contacts.drafts import Draft, rolled
from calculator.planning.contacts.ending import end_of_silence, ending, is_answered_by_silence
from calculator.planning.contacts.offers import is_rivalled, their_time_before_deadline
from calculator.planning.contacts.opening import (
    Timing,
    days_of_call,
    first_script,
    has_begun,
    opening,
    reason_for_day,
    timing_rules,
)
from calculator.planning.contacts.spacing import not_while_away, put_off
from calculator.planning.happened.calls import action_for, is_written_only, may_call
from calculator.planning.happened.case import NO_QUESTION, Contact
from calculator.planning.happened.rhythm import (
    last_of_rhythm,
    last_question,
    most_contacts,
    questions,
    rhythm,
)
from calculator.planning.happened.standing import Standing
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


def asking(standing: Standing) -> Draft | None:
    """Return the next contact that nobody asked for, or the end of them."""
    if standing.offer:
        is_to_ask = is_rivalled(standing) and not has_begun(standing)
        return their_time_before_deadline(standing) if is_to_ask else None
    if is_answered_by_silence(standing):
        return end_of_silence(standing)
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
    return again(standing) if has_begun(standing) else first(standing)


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
        if several := days_of_call(timing, standing):
            return replace(draft, texts={"call_time": several.words})
        return replace(draft, days={"missed_day": timing.since})
    draft = put_off(
        with_circumstances(mentioning_what_was_sent(draft, standing), standing), standing
    )
    draft = not_while_away(draft, standing)
    if is_long_ago(draft.day, standing) and not is_long_ago(timing.day, standing):
        return one_email(draft, standing)
    return by_email_after_shutdown(claiming_the_call(draft, standing), standing)


def mentioning_what_was_sent(draft: Draft, standing: Standing) -> Draft:
    """Return a contact that mentions what they were sent last, unless they have written since."""
    since = standing.word.on if standing.word else standing.interview_on
    promises = standing.case.promises
    sent = [(on, at) for at, on in standing.kept.items() if on >= since and promises[at].is_a_thing]
    if not sent:
        return draft
    on, at = max(sent)
    texts = {**draft.texts, "sent": promises[at].note}
    return replace(draft, texts=texts, days={**draft.days, "sent_on": on})


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
    if situation.route == "internal":
        return "email" if chosen == "email" else "in-person", "internal-no-call"
    if standing.calls_off:
        return "email", None if standing.is_declined else "no-calls"
    if not may_call(standing):
        return "email", None
    if owes_call(standing):
        return "call", None
    if chosen == "call":
        return "call", "call-first"
    last = standing.contacts[-1] if standing.contacts else None
    is_again = timing.rule == "acknowledged" and standing.stage is None
    if is_again and last and last.role == "asked" and chosen != "email":
        return other_channel(standing, last), None  # their word was no answer
    return "email", "email-only" if chosen == "email" else None


def other_channel(standing: Standing, last: Contact) -> Channel:
    """Return the other channel than that of a contact, as far as they and the person allow it."""
    if last.said_would_call and not last.is_call and may_call(standing):
        return "call"
    return "email" if last.is_call or is_written_only(standing) else "call"


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
        why=because(names[0], standing, wait=rhythm(standing)),
        script=script_of_another(standing),
        if_nothing=True,
    )
    if standing.through_recruiter:
        draft = replace(draft, rules=("recruiter-chase", name))
    if is_weekly and standing.unanswered + 1 == rule(name).count("warn_at"):
        draft = replace(draft, why=f"{draft.why} {rule(name).notice}")
    draft = not_while_away(with_circumstances(draft, standing), standing)
    return by_email_after_shutdown(claiming_the_call(draft, standing), standing)


def script_of_another(standing: Standing) -> str:
    """Return the words of one more contact: no two in a row say the same, counted or not."""
    asked = [each for each in standing.contacts if each.role not in NO_QUESTION]
    if standing.situation.route == "internal" and len(asked) <= 1:
        return "internal-second-contact"
    return ORDINALS[min(max(len(asked), 1), len(ORDINALS)) - 1]


def after_promises(standing: Standing) -> Iterator[date]:
    """Yield the days a week after each promise that was kept since their last word."""
    wait = rule("second-contact").amount("wait")
    since = standing.contacts[standing.heard_at :]
    return (after(each.on, wait) for each in since if each.role == "promise")


def claiming_the_call(draft: Draft, standing: Standing) -> Draft:
    """Return a call that says it was announced, where the last message announced it for its day."""
    last = last_question(standing)
    is_moved = draft.waits_from is not None and draft.waits_from == standing.away_until
    if draft.channel == "call" and last and last.said_would_call and not is_moved:
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
