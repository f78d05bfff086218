"""What an answer or a word of theirs makes of where the candidate stands."""

from copy import replace
from datetime import date

from calculator.days import Window
from calculator.planning.calendar import after
from calculator.planning.contacts.offers import has_heard_of_offer
from calculator.planning.contacts.replies import day_to_answer, wants_reply
from calculator.planning.happened.calls import is_written_only
from calculator.planning.happened.case import Agreement
from calculator.planning.happened.rhythm import questions
from calculator.planning.happened.standing import Standing, is_verbal_offer, said_with_a_day
from calculator.planning.rules import rule
from calculator.situation import Event, LeaveToCall, Said

# Their words after which an earlier time of theirs no longer counts.
REPLACES_THEIR_TIME = ("checks", "offered", "invited", "cancelled", "on-hold", "rejected")


# Their answers that say how far they have got.
STAGES = ("offered", "checks", "invited", "cancelled", "on-hold", "rejected")


def acknowledged(standing: Standing, event: Event) -> Standing:
    """Return the standing after a word of theirs that is no answer: the count stays."""
    if standing.decision in ("rejected", "offered"):
        return standing
    if event.is_automatic:
        # Nobody has said anything: all goes on once somebody is back, or the time for it is over.
        until = end_of(event.said) if said_with_a_day(event.said) and event.said else None
        return replace(standing, away_until=until or standing.away_until)
    if event.is_courtesy and questions(standing) and not event.said:
        return standing  # the question stands, and so does its week
    return replace(
        standing,
        since=heard_on(standing, event),
        said=said_after(standing, event),
        agreed=agreement_after(standing, event) or standing.agreed,
        word=event,
        heard_at=len(standing.contacts),
        is_debriefed=True,
    )


def heard_on(standing: Standing, event: Event) -> date:
    """Return the day from which weeks count: their last word, or an interview still to come."""
    return event.on if standing.is_called_off else max(event.on, standing.interview_on)


def without_their_call(standing: Standing, event: Event) -> Standing:
    """Return the standing after the day of a call that they promised, and did not make."""
    if standing.decision in ("rejected", "offered"):
        return standing
    said = said_with_a_day(event.said)
    if said is None and not is_over_by(standing, event.on):
        said = standing.said
    agreed = agreement_after(standing, event) or standing.agreed
    return replace(standing, word=event, said=said, agreed=agreed, heard_at=len(standing.contacts))


def is_over_by(standing: Standing, day: date) -> bool:
    """Whether the time that they named ends by a day."""
    end = standing.window.latest or standing.window.earliest
    return end is None or end <= day


def answered(standing: Standing, event: Event) -> Standing:
    """Return the standing after an answer of theirs: all but promises falls away."""
    knows = standing.has("tell") or has_heard_of_offer(standing)
    event = with_day_for_answer(event, standing)
    if day := event.day_of_interview:
        return Standing(
            case=standing.case,
            interview_on=day,
            since=day,
            answered_on=day,
            said=said_at_further_interview(standing, event, day),
            agreed=agreement_at_further_interview(standing, event),
            word=event,
            reply_to=None if event.event == "interview" else event,
            kept=standing.kept,
            knows_of_offer=knows,
            is_restarted=event.event != "cancelled" or standing.is_restarted,
        )
    is_called_off = standing.interview_on >= event.on and event.event == "cancelled"
    stage = stage_after(standing, event)
    since = event.on if is_called_off else heard_on(standing, event)
    return replace(
        standing,
        since=since,
        answered_on=since,
        said=said_after(standing, event),
        agreed=agreement_after(standing, event),
        answer=event,
        stage=stage,
        word=event,
        reply_to=event if wants_reply(event, standing, stage) else None,
        contacts=(),
        heard_at=0,
        is_debriefed=True,
        knows_of_offer=knows,
        is_called_off=is_called_off,
    )


def with_day_for_answer(event: Event, standing: Standing) -> Event:
    """Return their letter, or a better offer, with the day that they had named for the answer."""
    stage = standing.stage
    if event.event != "offered" or is_verbal_offer(event) or stage is None:
        return event
    day = day_to_answer(stage)
    is_named = day_to_answer(event) is not None
    return event if is_named or not day or day < event.on else replace(event, answer_by=day)


def stage_after(standing: Standing, event: Event) -> Event | None:
    """Return how far they have got after an answer: word of no decision takes back no offer.

    It reopens what was over or on hold. Where nothing new was learned, all stays as it is.
    """
    stage = standing.stage
    if event.event in STAGES or stage is None:
        return event if event.event in STAGES else None
    if event.event != "reached" and stage.event in ("rejected", "on-hold"):
        return None
    later = said_with_a_day(event.said)
    if later and stage.event == "offered" and not is_verbal_offer(stage):
        return replace(stage, answer_by=end_of(later))
    return stage


def said_after(standing: Standing, event: Event) -> Said | None:
    """Return what holds of the times that they named, once they have spoken."""
    new = said_with_a_day(event.said)
    if new and new.is_absence and standing.said and not is_over_by(standing, end_of(new)):
        return standing.said  # their own time ends later than somebody's absence
    if event.event == "offered" and not is_verbal_offer(event):
        return None
    if event.event in REPLACES_THEIR_TIME or event.event == "new-date":
        return new
    if new and not event.names_next_contact:
        return new
    end = standing.window.latest or standing.window.earliest
    return standing.said if end and end >= event.on else None


def end_of(said: Said) -> date:
    """Return the last day of a time that they named, or its first where it has no end."""
    window = said.window or Window()
    return window.latest or window.earliest or said.on


def agreement_after(standing: Standing, event: Event) -> Agreement | None:
    """Return the contact to which an answer agrees."""
    is_in_writing = event.channel in ("email", "message")
    is_written = is_in_writing and (is_written_only(standing) or is_any_way(event.leave))
    is_written = is_written and not (event.leave and event.leave.at_once)
    is_in_reply = event.leave and event.leave.at_once and event.event in STAGES
    if event.leave and event.leave.on and not is_in_reply:
        return agreement_by_leave(event, event.leave, event.leave.on, is_written=is_written)
    if not event.agreed_to_next or event.event in REPLACES_THEIR_TIME:
        return None
    if event.event == "new-date":
        return Agreement(rule="leave-to-call-no-day")
    said = said_with_a_day(event.said)
    if said and said.window and (named := said.window.latest or said.window.earliest):
        return Agreement(
            rule="not-decided-named-day",
            on=named,
            said=said,
            by_email=is_written or said.in_writing,
            is_asked_for=event.event == "acknowledged",
        )
    wait = rule("not-decided-call-again").amount("wait")
    return Agreement(rule="not-decided-call-again", on=after(event.on, wait), by_email=is_written)


def rule_of_leave(leave: LeaveToCall) -> str:
    """Return the rule for a contact that their words allow."""
    if leave.at_once:
        return "asked-to-call-back"
    return "leave-to-call-if-unheard" if leave.if_unheard else "not-decided-named-day"


def is_any_way(leave: LeaveToCall | None) -> bool:
    """Whether they said neither to call nor to write: who wrote so is written to."""
    return leave is not None and leave.any_way


def said_at_further_interview(standing: Standing, event: Event, day: date) -> Said | None:
    """Return the time that holds for a further interview: moving the first one changes none."""
    if event.event == "interview":
        return said_with_a_day(event.said)
    is_same = event.event == "cancelled" and not standing.is_restarted
    return standing.said if is_same and not is_over_by(standing, day) else None


def agreement_at_further_interview(standing: Standing, event: Event) -> Agreement | None:
    """Return the contact to which they agreed at a further interview."""
    if event.leave:
        return agreement_after(standing, event)
    return Agreement(rule="leave-to-call-no-day") if event.agreed_to_next else None


def agreement_by_leave(
    event: Event, leave: LeaveToCall, on: date, *, is_written: bool
) -> Agreement:
    """Return the contact that their words allow on a day."""
    return Agreement(
        rule="feedback-call" if event.event == "rejected" else rule_of_leave(leave),
        on=on,
        said=Said(on=event.on, window=Window(on, on), words=leave.words),
        by_email=is_written or leave.in_writing,
        if_unheard=leave.if_unheard,
        in_person=leave.in_person,
        any_way=leave.any_way,
        is_asked_for=leave.is_asked,
        is_allowed=not leave.is_asked and event.event != "rejected",
        counted_from="" if leave.names_day else leave.words,
    )
