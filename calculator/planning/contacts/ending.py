"""The end: the question to a silent recruiter, the last note, the stop, a day to look again."""

from datetime import date

from calculator.days import DAY, on_or_after
from calculator.planning.calendar import Calendar, after
from calculator.planning.contacts.drafts import Draft
from calculator.planning.contacts.opening import has_begun, opening
from calculator.planning.contacts.replies import (
    ASKS_FOR_FEEDBACK,
    rule_for_reply,
)
from calculator.planning.happened.rhythm import rhythm
from calculator.planning.happened.standing import Standing, open_promises
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import because
from calculator.situation import Event

# What is said at the end, where the reply to their no asked for something.
IF_ASKED = {
    "rejection-reply": "If you asked for feedback and none has come by then, leave it.",
    "feedback-offered-reply": "If their feedback hasn't come by then, leave it.",
    "internal-after-no": "If they haven't found time to talk by then, leave it.",
}


def ending(standing: Standing) -> Draft:
    """Return what comes once they have been asked enough: the last note, if chosen, or the stop."""
    if standing.through_recruiter and is_silent_recruiter(standing):
        return ask_recruiter(standing)
    if closes(standing) and not standing.has("close"):
        return closing(standing)
    if standing.has("close"):
        closed_on = next(each.on for each in standing.contacts if each.role == "close")
        day = after(closed_on, rule("stop").amount("after_note"))
        return stop(standing, day, what_silence_means(standing))
    persistence = standing.situation.policy.persistence
    name = "one-contact" if persistence == "one" else "enough-contacts"
    if standing.situation.route == "internal":
        return stop(standing, last_day(standing), "stop-at-work", name)
    end = stop(standing, last_day(standing), what_silence_means(standing), name)
    if standing.situation.sector != "public" or standing.through_recruiter:
        return end
    return end.with_rule("public-body-months", because("public-body-months", standing))


def what_silence_means(standing: Standing) -> str:
    """Return the rule for the end: a no, or only that nobody is asked any more."""
    situation = standing.situation
    is_slow = situation.sector != "private" or situation.policy.slow_season
    tells_nothing = is_slow or standing.is_invited or standing.through_recruiter
    return "stop-asking" if tells_nothing else "stop"


def is_answered_by_silence(standing: Standing) -> bool:
    """Whether they said that to hear nothing by a day means no, and nobody has asked since."""
    said = standing.said
    has_end = said is not None and said.silence_is_no and standing.window.latest is not None
    return has_end and not has_begun(standing) and not standing.through_recruiter


def end_of_silence(standing: Standing) -> Draft:
    """Return the end on the working day after the time by which silence is their no."""
    end = standing.window.latest or standing.since
    wait = rule("silence-is-no").amount("wait")
    return stop(standing, after(end, wait, standing.calendar.is_working_day), "silence-is-no")


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
    """Return the day a week after the last contact, and not before their time has passed.

    A search committee has as long as between two contacts: it asks its second choice late.
    """
    week = rule("second-contact").amount("wait")
    wait = rhythm(standing) if standing.is_academic else week
    made = [each for each in standing.contacts if each.role not in ("reply", "stop", "close")]
    last = max([standing.since, *(each.on for each in made)])
    their_time = [] if has_begun(standing) else [opening(standing).day]
    promises = [after(each.on, week) for _, each in open_promises(standing)]
    return max([after(last, wait), *their_time, *promises])


def stop_after_no(standing: Standing) -> Draft:
    """Return the end after they turned the candidate down: a question has time for an answer."""
    replied_on = [each.on for each in standing.contacts if each.role in ("reply", "agreed")]
    event = standing.stage
    is_question = event is not None and rule_for_reply(event, standing) in ASKS_FOR_FEEDBACK
    asked = bool(replied_on and event and is_question and not has_feedback(event))
    wait = rule("stopped-by-no").amount("wait") if asked else rule("stop").amount("after_note")
    day = after(max([standing.since, *replied_on]), wait)
    end = stop(standing, day, "stopped-by-no")
    if asked and event:
        end = end._replace(why=f"{end.why} {IF_ASKED[rule_for_reply(event, standing)]}".strip())
    name = "rejection-notes"
    return end.with_rule(name, because(name, standing)) if may_ask_for_notes(standing) else end


def may_ask_for_notes(standing: Standing) -> bool:
    """Whether a law lets who was turned down ask for the notes of the interview."""
    event, countries = standing.stage, rule("rejection-notes").countries
    is_no = event is not None and event.event == "rejected" and not has_feedback(event)
    is_apart = standing.through_recruiter or standing.situation.route == "internal"
    return is_no and standing.situation.country in countries and not is_apart


def has_feedback(event: Event) -> bool:
    """Whether their no brings feedback, or names the day of a call for it."""
    return event.feedback == "given" or event.leave is not None


def stop(standing: Standing, day: date, *names: str) -> Draft:
    """Return the step after which nothing more is offered."""
    is_after_no = names[0] == "stopped-by-no"
    return Draft(
        role="stop",
        action="stop",
        day=off_feasts(day, standing.calendar),
        rules=names,
        why=because(names[0], standing),
        rolls="never",
        if_nothing=not is_after_no,
    )


def off_feasts(day: date, calendar: Calendar) -> date:
    """Return the day to end on: nobody is told on Christmas Day, or its eve, to let it go."""
    if not is_feast(day, calendar):
        return day
    return on_or_after(day, lambda on: calendar.is_weekday(on) and not is_feast(on, calendar))


def is_feast(day: date, calendar: Calendar) -> bool:
    """Whether a day is a public holiday, or the quiet day before one."""
    return day in calendar.holidays or (day in calendar.quiet and day + DAY in calendar.holidays)


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
