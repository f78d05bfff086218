"""What has happened, replayed oldest first: the steps that are done, and where that leaves us."""

from collections.abc import Iterable
from copy import replace
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from calculator.days import Window, on_or_after
from calculator.planning.calendar import after
from calculator.planning.choices.placing import YOU_LEFT_OUT, as_seen_on
from calculator.planning.contacts.drafts import Draft, can_be_done_on, rolled
from calculator.planning.contacts.law import is_covered, legal_day
from calculator.planning.contacts.next_contact import asking, next_contact, recruiter_debrief
from calculator.planning.contacts.offers import has_heard_of_offer, is_confirmed_on, tell_of_offer
from calculator.planning.contacts.replies import agreed, has_lapsed, reply, text_of, wants_reply
from calculator.planning.happened.standing import (
    CALLS,
    COUNTED,
    Agreement,
    Case,
    Contact,
    Role,
    Standing,
    agreed_day,
    is_verbal_offer,
    is_written_only,
    open_promises,
    said_with_a_day,
    standing_after_interview,
)
from calculator.planning.plan import CAN_CHOOSE, Action, Step
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import CONTACTED, sentence
from calculator.situation import ANSWERS, Event, Promise, Said

# Their words after which an earlier time of theirs no longer counts.
REPLACES_THEIR_TIME = ("checks", "offered", "invited", "cancelled", "on-hold", "rejected")

# Their answers that say how far they have got.
STAGES = ("offered", "checks", "invited", "cancelled", "on-hold", "rejected")

# How long before its day a message may already be the closing note.
SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Replay:
    """Where the history leaves the candidate, and the steps that are done."""

    standing: Standing
    done: tuple[Step, ...] = ()


class LeftOut(NamedTuple):
    """A step that the person left out on a day, which is over."""

    id: str
    on: date


def replay(case: Case) -> Replay:
    """Return what the whole history of a case comes to."""
    return replay_on(Replay(standing_after_interview(case)), happened(case))


def replay_on(so_far: Replay, more: Iterable[Event | LeftOut]) -> Replay:
    """Return what a history comes to after more has happened, oldest first."""
    for one in more:
        if so_far.standing.has_stopped:
            break
        so_far = after_choice(so_far, one) if isinstance(one, LeftOut) else after_event(so_far, one)
    return so_far


def happened(case: Case) -> list[Event | LeftOut]:
    """Return the events and the choices up to today, oldest first; on one day the events first."""
    situation = case.situation
    choices = (LeftOut(id_, on) for id_, on in situation.left_out.items() if on < situation.today)
    return sorted([*usable_history(case), *choices], key=lambda one: one.on)


def usable_history(case: Case) -> list[Event]:
    """Return the events up to today, oldest first, from the interview on.

    An interview that is still to come may be cancelled or moved, and what follows counts too.
    """
    situation = case.situation
    moved = [event.on for event in situation.history if event.event == "cancelled"]
    start = min([situation.interview_on, *moved])
    events = (event for event in situation.history if start <= event.on <= situation.today)
    return sorted(events, key=lambda event: event.on)


def after_choice(so_far: Replay, choice: LeftOut) -> Replay:
    """Return what leaving a step out makes of a history, if it was the one to be done by then."""
    standing = so_far.standing
    draft = next_contact(standing, today=choice.on)
    if draft is None or draft.action not in CAN_CHOOSE:
        return so_far
    number = [step.action for step in so_far.done].count(draft.action) + 1
    if choice.id != f"{draft.action}-{number}" or rolled(draft, standing.calendar) > choice.on:
        return so_far
    step = Step(
        id=choice.id,
        action=draft.action,
        on=choice.on,
        status="done",
        channel=draft.channel,
        rules=draft.rules,
        why=YOU_LEFT_OUT,
        is_left_out=True,
    )
    return Replay(after_left_out(standing, draft, choice.on), (*so_far.done, step))


def after_event(so_far: Replay, event: Event) -> Replay:
    """Return what one more event makes of a history."""
    standing = so_far.standing
    match event.event:
        case "thanked":
            return after_thanks(so_far, event)
        case "stopped":
            stopped = replace(standing, has_stopped=True, reply_to=None)
            done = done_step("stop", event, ("stopped",), "You stopped", standing)
            return Replay(stopped, (*so_far.done, done))
        case "acknowledged":
            return replace(so_far, standing=acknowledged(standing, event))
        case "missed-call":
            return replace(so_far, standing=without_their_call(standing, event))
        case answer if answer in ANSWERS:
            return after_answer(so_far, event)
        case _:
            return after_try(so_far, event)


def after_thanks(so_far: Replay, event: Event) -> Replay:
    """Return a history with thanks sent: the note after the interview, or a reply."""
    standing = so_far.standing
    if is_reply_open(standing, event):
        return after_try(so_far, event)
    name = "thank-you-through-recruiter" if standing.through_recruiter else "thank-you-next-day"
    done = done_step("thank", event, (name,), "You sent your thanks", standing)
    return Replay(replace(standing, is_thanked=True), (*so_far.done, done))


def is_reply_open(standing: Standing, event: Event) -> bool:
    """Whether a message of theirs wants a reply, and it was not too late on the day of an event."""
    asked = standing.reply_to
    return asked is not None and not has_lapsed(standing, asked, today=event.on)


# Their words.


def acknowledged(standing: Standing, event: Event) -> Standing:
    """Return the standing after a word of theirs that is no answer: the count stays."""
    if standing.decision in ("rejected", "offered"):
        return standing
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
    return replace(standing, word=event, said=said, heard_at=len(standing.contacts))


def is_over_by(standing: Standing, day: date) -> bool:
    """Whether the time that they named ends by a day."""
    end = standing.window.latest or standing.window.earliest
    return end is None or end <= day


def after_answer(so_far: Replay, event: Event) -> Replay:
    """Return a history with an answer of theirs, and the call that brought it."""
    if is_call_that_brought(event, so_far.standing):
        so_far = after_try(so_far, event)
    return replace(so_far, standing=answered(so_far.standing, event))


def is_call_that_brought(event: Event, standing: Standing) -> bool:
    """Whether an answer came in a contact of the candidate's that the plan knew of."""
    if event.event == "reached":
        return True
    if event.event != "not-decided" or event.channel not in ("call", "in-person"):
        return False
    draft = next_contact(standing, today=event.on)
    return bool(
        draft
        and draft.role not in ("close", "stop", "reply", "debrief")
        and rolled(draft, standing.calendar) <= event.on
    )


def answered(standing: Standing, event: Event) -> Standing:
    """Return the standing after an answer of theirs: all but promises falls away."""
    knows = standing.has("tell") or has_heard_of_offer(standing)
    if day := day_of_interview(event):
        return Standing(
            case=standing.case,
            interview_on=day,
            since=day,
            answered_on=day,
            said=said_with_a_day(event.said) if event.event == "interview" else None,
            agreed=Agreement(rule="leave-to-call-no-day") if event.agreed_to_next else None,
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


def day_of_interview(event: Event) -> date | None:
    """Return the day of a further interview, if they named one or it took place."""
    if event.event == "interview":
        return event.on
    if event.event not in ("invited", "cancelled") or not event.said or not event.said.window:
        return None
    day = event.said.window.latest
    is_a_day = day is not None and day == event.said.window.earliest and day >= event.on
    return day if is_a_day else None


def said_after(standing: Standing, event: Event) -> Said | None:
    """Return what holds of the times that they named, once they have spoken."""
    new = said_with_a_day(event.said)
    if new and new.is_absence and standing.said and not is_over_by(standing, end_of(new)):
        return standing.said  # their own time ends later than somebody's absence
    if event.event == "offered" and not is_verbal_offer(event):
        return None
    if event.event in REPLACES_THEIR_TIME or event.event == "new-date":
        return new
    if new and not is_day_for_contact(event):
        return new
    end = standing.window.latest or standing.window.earliest
    return standing.said if end and end >= event.on else None


def end_of(said: Said) -> date:
    """Return the last day of a time that they named, or its first where it has no end."""
    window = said.window or Window()
    return window.latest or window.earliest or said.on


def is_day_for_contact(event: Event) -> bool:
    """Whether what they said is the day for the next contact, not for their answer."""
    may_agree = ("reached", "not-decided", "acknowledged")
    return event.event in may_agree and event.agreed_to_next is True


def agreement_after(standing: Standing, event: Event) -> Agreement | None:
    """Return the contact to which an answer agrees."""
    if not event.agreed_to_next or event.event in REPLACES_THEIR_TIME:
        return None
    if event.event == "new-date":
        return Agreement(rule="leave-to-call-no-day")
    is_written = is_written_only(standing) and event.channel in ("email", "message")
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


# The candidate's contacts.


def after_try(so_far: Replay, event: Event) -> Replay:
    """Return a history with one more contact of the candidate's."""
    standing = so_far.standing
    if known := same_contact(standing, event):
        return replace(so_far, standing=with_no_answer(standing, known, event))
    role, draft = role_of(event, standing)
    if role == "reminder":
        standing = after_what_reminder_asks(standing, event)
    contact = Contact(
        on=event.on,
        role=role,
        channel=event.channel or (draft.channel if draft else None),
        is_silent=event.event == "no-answer" or event.channel == "voicemail",
        promise=draft.promise if draft else None,
        said_would_call=event.said_would_call,
    )
    return Replay(
        after_contact(standing, contact),
        (*so_far.done, done_contact(event, role, draft, standing)),
    )


def after_contact(standing: Standing, contact: Contact) -> Standing:
    """Return the standing after a contact of the candidate's; whether it counts follows from it."""
    role: Role = "with-employer" if is_apart(standing, contact.role) else contact.role
    match contact.role:
        case "debrief":
            return replace(standing, is_debriefed=True, is_thanked=True)
        case "reminder":
            return replace(standing, is_reminded=True)
        case "promise" if contact.promise is not None:
            standing = after_promise(standing, contact.promise, contact.on)
        case "reply":
            standing = replace(standing, reply_to=None)
        case "tell":
            standing = after_telling(standing, contact.on)
        case "agreed" | "last" | "stop":
            standing = replace(standing, agreed=None, reply_to=None)
        case _:
            pass
    counts = role in COUNTED or (role == "agreed" and contact.is_silent)
    return standing.with_contact(contact._replace(role=role, counts=counts))


def as_if_made(draft: Draft, on: date) -> Contact:
    """Return a contact as if it were made on a day, without an answer."""
    return Contact(
        on=on,
        role=draft.role,
        channel=draft.channel,
        is_silent=True,
        promise=draft.promise,
        said_would_call=draft.names_call,
    )


def is_apart(standing: Standing, role: Role = "agreed") -> bool:
    """Whether an agreed contact is with the employer, while an agency is asked about the rest."""
    agreed = standing.agreed
    is_with_employer = agreed is not None and agreed.with_employer
    return role == "agreed" and standing.through_recruiter and is_with_employer


def after_telling(standing: Standing, on: date) -> Standing:
    """Return the standing after telling them of an offer; what they agreed to by then is done."""
    agreed = standing.agreed
    is_done = agreed is not None and agreed_day(standing, agreed) <= on
    return replace(standing, agreed=None) if is_done else standing


def after_promise(standing: Standing, at: int, on: date) -> Standing:
    """Return the standing after a promise kept on a day; a call may be one that they agreed to."""
    promise, agreed = standing.case.promises[at], standing.agreed
    kept = replace(standing, kept={**standing.kept, at: on})
    if promise.what == "call" and agreed and agreed_day(standing, agreed) == promise.on:
        return replace(kept, agreed=None)
    return kept


# What is left out of these is no contact: it only takes its time.
ONLY_TAKES_TIME: tuple[Role, ...] = ("agreed", "asked", "last")


def after_left_out(standing: Standing, draft: Draft, on: date) -> Standing:
    """Return the standing once the person has left a contact out for good."""
    if draft.promise is not None:
        return after_promise(standing, draft.promise, on)
    if draft.role == "agreed":
        standing = replace(standing, agreed=None)
    role: Role = "left-out" if draft.role in ONLY_TAKES_TIME else draft.role
    return after_contact(standing, Contact(on=on, role=role, channel=draft.channel))


def is_said_in_reminder(draft: Draft, standing: Standing, *, today: date, on: date) -> bool:
    """Whether the email that the law gives a reason for goes that day, and asks what this does."""
    is_asking = draft.action == "email" and draft.role in ("asked", "last")
    return is_asking and can_be_done_on(draft, standing.calendar, today=today) == on


def after_what_reminder_asks(standing: Standing, event: Event) -> Standing:
    """Return the standing after the contact whose place the law's email took on its day."""
    due = next_contact(standing, today=event.on)
    seen = due and as_seen_on(event.on, due, standing)
    on = on_or_after(event.on, standing.calendar.is_fair_day)
    if seen and is_said_in_reminder(seen, standing, today=event.on, on=on):
        return after_contact(standing, as_if_made(seen, event.on))
    return standing


def same_contact(standing: Standing, event: Event) -> Contact | None:
    """Return the recorded contact of that day and channel that an event only tells more about.

    What is told as a contact is one of its own, and so is what keeps another promise.
    """
    if event.event == "contacted":
        return None
    for contact in standing.contacts:
        is_same_way = event.channel is None or contact.is_call == (event.channel in CALLS)
        is_known = not contact.is_silent or promise_kept(event, standing) is None
        if contact.on == event.on and is_same_way and is_known:
            return contact
    return None


def with_no_answer(standing: Standing, known: Contact, event: Event) -> Standing:
    """Return the standing once it is known that a contact reached nobody."""
    if event.event != "no-answer":
        return standing
    counts = known.counts or known.role == "agreed"
    reached_nobody = replace(known, counts=counts, is_silent=True)
    contacts = tuple(reached_nobody if each is known else each for each in standing.contacts)
    return replace(standing, contacts=contacts)


# Which of the planned contacts something in the history was.


def role_of(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was: what the plan had for that day, or one too early.

    The email that the law gives a reason for takes the place of a late one.
    """
    role, draft = role_without_law(event, standing)
    if role in ("last", "extra") and is_reminder(event, standing):
        return "reminder", None
    return role, draft


def role_without_law(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was, whatever the law may want on that day."""
    is_put_off = waits_for_open_day(event, standing)
    if not is_put_off and (kept := promise_kept(event, standing)):
        return "promise", kept
    if standing.reply_to and is_reply_open(standing, event):
        return "reply", reply(standing, standing.reply_to, today=event.on)
    if event.on < standing.interview_on:
        return "reply", None
    agreement = standing.agreed
    if agreement and not is_put_off and event.on >= agreed_day(standing, agreement):
        if tells_too(event, standing):
            return "tell", tell_of_offer(standing)
        return as_seen(agreed(standing, agreement), event, standing)
    return asked_role(event, standing)


def tells_too(event: Event, standing: Standing) -> bool:
    """Whether a contact to which they agreed told them of another offer as well."""
    offer = standing.offer
    if offer is None or event.on < offer.on or standing.has("tell") or is_apart(standing):
        return False
    return standing.calendar.is_working_day(event.on)


def waits_for_open_day(event: Event, standing: Standing) -> bool:
    """Whether what was promised or agreed waits, and something else may go on a closed day."""
    if standing.calendar.is_working_day(event.on):
        return False
    is_reply = is_reply_open(standing, event)
    return is_reply or bool(recruiter_debrief(standing, today=event.on))


def promise_kept(event: Event, standing: Standing) -> Draft | None:
    """Return the promise that a contact kept, if its day had come and the channel was right."""
    contacts_first = sorted(open_promises(standing), key=lambda each: each[1].what == "other")
    for at, promise in contacts_first:
        is_off = standing.calls_off and event.channel == "email"
        fits = {
            "call": event.channel in CALLS or is_off,
            "email": event.channel in ("email", "message"),
            "other": event.channel is None or event.on in days_of_promise(promise, standing),
        }[promise.what]
        if fits and promise.on <= event.on:
            return kept_promise_draft(at, event)
    return None


def days_of_promise(promise: Promise, standing: Standing) -> tuple[date, date]:
    """Return the day of a promise, and the working day on which it is kept."""
    return promise.on, on_or_after(promise.on, standing.calendar.is_working_day)


def kept_promise_draft(at: int, event: Event) -> Draft:
    """Return the draft that stands for a kept promise."""
    return Draft(
        role="promise", action="promise", day=event.on, rules=("keep-promises",), why="", promise=at
    )


def asked_role(event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what a contact was that nobody had asked for."""
    if debrief := recruiter_debrief(standing, today=event.on):
        return "debrief", debrief
    offer = standing.offer
    if offer and event.on >= offer.on and not has_told(event, standing):
        return "tell", tell_of_offer(standing)
    if is_reminder(event, standing):
        return "reminder", None
    if standing.decision:
        return "extra", None
    without_offer = replace(standing, case=replace(standing.case, offer=None))
    draft = asking(without_offer)
    if draft is None or draft.role == "stop":
        return "extra", None
    if draft.role in ("close", "ask-recruiter"):
        is_note = event.channel not in CALLS and is_near(draft, event, standing)
        return (draft.role, draft) if is_note else ("extra", None)
    is_own_choice = event.on in standing.situation.moved.values()
    if rolled(draft, standing.calendar) > event.on and not is_own_choice:
        return "asked", None
    return as_seen(draft, event, standing)


def is_near(draft: Draft, event: Event, standing: Standing) -> bool:
    """Whether a message came so late after the last contact that it may be the last note."""
    return event.on >= rolled(draft, standing.calendar) - SOON


def as_seen(draft: Draft, event: Event, standing: Standing) -> tuple[Role, Draft | None]:
    """Return what was left of a planned contact on the day of an event."""
    seen = as_seen_on(event.on, draft, standing)
    return seen.role, seen


def is_reminder(event: Event, standing: Standing) -> bool:
    """Whether a contact was the email that the law gives a reason for, before any other."""
    is_written = event.channel not in (*CALLS, "in-person") and not standing.through_recruiter
    is_open = is_written and not standing.is_reminded and is_covered(standing)
    return bool(is_open and event.on > legal_day(standing.interview_on))


def has_told(event: Event, standing: Standing) -> bool:
    """Whether they knew of the offer; the email after the call of that day still tells them."""
    is_written = event.channel not in CALLS
    confirms = is_written and is_confirmed_on(event.on, standing)
    return standing.has("tell") and not confirms


# Steps that are done.

DONE_RULES: dict[Role, tuple[str, ...]] = {
    "asked": ("early-contact",),
    "extra": ("second-contact",),
    "reply": ("not-decided-reply",),
    "reminder": ("ontario-reminder",),
}


def done_contact(event: Event, role: Role, draft: Draft | None, standing: Standing) -> Step:
    """Return the step of a contact that was made."""
    names = draft.rules if draft else DONE_RULES[role]
    made = sentence(CONTACTED[event.channel or (draft.channel if draft else None)])
    what = "You spoke" if event.event in ANSWERS else made  # who called whom is not known
    return done_step(done_action(event, role, standing), event, names, what, standing)


def done_action(event: Event, role: Role, standing: Standing) -> Action:
    """Return the action of a contact that was made."""
    if role == "promise":
        return "promise"
    if standing.through_recruiter:
        return "recruiter"
    if role in ("reply", "close"):
        return "reply" if role == "reply" else "close"
    return "call" if event.channel in CALLS else "email"


def done_step(
    action: Action, event: Event, names: tuple[str, ...], what: str, standing: Standing
) -> Step:
    """Return a step that is done."""
    return Step(
        id="",
        action=action,
        on=event.on,
        status="done",
        channel=event.channel,
        rules=names,
        why=f"{what} on {text_of(event.on, standing)}.",
    )
