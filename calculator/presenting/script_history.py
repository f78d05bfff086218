"""What happened so far, as the words of a step need it: the last of each kind, and who asked."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from calculator.planning.plan import Step
from calculator.reading.notes import Kind, kind_of_promise, thing_promised
from calculator.reading.sayings import says
from calculator.situation import ANSWERS, Channel, Event, Happening, Said, Situation

# What they said or wrote that a later message can thank them for.
EXCHANGES: frozenset[Happening] = ANSWERS - {"rejected", "interview"} | {"acknowledged"}
# What they said at an interview counts, too; the time of an invitation is the interview's.
NAME_A_TIME: frozenset[Happening] = EXCHANGES - {"invited", "cancelled"} | {
    "interview",
    "missed-call",
}
# The answers after which a time that was named before is about something that is over.
TURNS: frozenset[Happening] = frozenset(
    {"invited", "cancelled", "checks", "offered", "on-hold", "interview"}
)
CONTACTS: frozenset[Happening] = frozenset({"contacted", "no-answer"})
ASKING = frozenset({"email", "call", "recruiter", "promise"})
SPOKEN: tuple[Channel | None, ...] = ("call", "voicemail", "in-person")
# What checks may lead to, as long as nobody has made an offer.
NO_OFFER_YET = "the next step"


def last_of(
    situation: Situation, happenings: frozenset[Happening] | set[Happening]
) -> Event | None:
    """Return the last of some events since the last interview."""
    return next((e for e in reversed(since_interview(situation)) if e.event in happenings), None)


def since_interview(situation: Situation) -> Sequence[Event]:
    """Return what happened since the last interview: what was said before it no longer counts."""
    history = situation.history
    starts = [at for at, event in enumerate(history) if event.event == "interview"]
    return history[starts[-1] :] if starts else history


def after_named_interview(step: Step, situation: Situation) -> Situation:
    """Return a situation with the interview that they named a day for, for steps that follow it."""
    named: date | None = None
    for event in situation.history:
        if event.event in ("interview", "cancelled"):
            named = event.day_of_interview if event.event == "cancelled" else None
        elif day := event.day_of_interview:
            named = day
    if named is None or step.on < named or step.action == "reply":
        return situation
    further = Event(on=named, event="interview")
    history = sorted((*situation.history, further), key=lambda event: event.on)
    return situation._replace(history=tuple(history))


def is_further_interview(step: Step, situation: Situation) -> bool:
    """Whether a step thanks for a further interview: nobody knows whom the candidate met there."""
    further = [e for e in situation.history if e.event in ("interview", "invited")]
    days = [day for event in further if (day := event.day_of_interview)]
    return step.action == "thank" and bool(days) and step.on >= max(days)


def last_interview(situation: Situation) -> date:
    """Return the day of the last interview."""
    later = (event.on for event in situation.history if event.event == "interview")
    return max((situation.interview_on, *later))


def is_met(situation: Situation) -> bool:
    """Whether they are known to have met face to face, on a screen or in a room."""
    return situation.how in ("in-person", "video")


def last_exchange(situation: Situation) -> Event | None:
    """Return the last thing that they said or wrote since the last interview."""
    found = (each for each in reversed(since_interview(situation)) if each.event in EXCHANGES)
    return next((e for e in found if not (e.by_colleague or is_away_note(e))), None)


def is_away_note(event: Event) -> bool:
    """Whether an answer only says that somebody is away, as an automatic one does."""
    is_absence = event.said is not None and event.said.is_absence
    return event.is_automatic or (is_absence and not says("owed", event.words))


def their_time(situation: Situation) -> tuple[Said | None, Event | None]:
    """Return the last time that they named for what is awaited, and the event in which they did.

    A day that they named for the next contact, or for an answer to their offer, is none.
    """
    for event in reversed(since_interview(situation)):
        is_other = event.names_next_contact or (event.event == "offered" and event.in_writing)
        is_other = is_other or (event.said is not None and event.said.is_absence)
        is_other = is_other or event.is_automatic
        if event.said and event.event in NAME_A_TIME and not is_other:
            return event.said, event
        if event.event in TURNS:
            return None, None
    return situation.said, None


def is_automatic_reply(contact: tuple[date, Channel | None] | None, situation: Situation) -> bool:
    """Whether a contact had only an automatic answer that somebody is away."""
    replies = [e for e in since_interview(situation) if e.said and is_away_note(e)]
    return bool(contact and replies and replies[-1].on >= contact[0])


def last_contact(
    step: Step, *, situation: Situation, steps: Sequence[Step]
) -> tuple[date, Channel | None] | None:
    """Return the last time before a step that they were asked, and how, if not answered since."""
    return max(contacts_before(step, situation=situation, steps=steps), default=None, key=day_first)


def contacts_before(
    step: Step, *, situation: Situation, steps: Sequence[Step]
) -> Iterator[tuple[date, Channel | None]]:
    """Yield the contacts since their last answer: those made, and those that the plan has first."""
    for event in reversed(since_interview(situation)):
        if event.event in EXCHANGES and event.event != "acknowledged":
            break
        if event.event in CONTACTS:
            yield event.on, event.channel
    for other in steps:
        if other is step or other.id == step.id:
            break
        is_since = other.on > last_interview(situation)
        if other.action in ASKING and other.status != "done" and is_since:
            yield other.on, other.channel


def day_first(contact: tuple[date, Channel | None]) -> date:
    """Return the day of a contact."""
    return contact[0]


def is_replied_to(exchange: Event, step: Step, steps: Sequence[Step]) -> bool:
    """Whether a message of theirs has its reply before a step: made, or planned."""
    earlier = takewhile(lambda other: other.id != step.id, steps)
    since = (other for other in earlier if other.on >= exchange.on)
    return any(name.endswith("-reply") for other in since for name in other.rules)


def is_since_their_time(day: date, said: Said | None) -> bool:
    """Whether a day is after the time that they named, so that a contact on it has named it."""
    window = said.window if said else None
    end = (window.latest or window.earliest) if window else None
    return end is not None and day > end


def asked_leave_for(step: Step, steps: Sequence[Step]) -> str:
    """Return what a reply of the plan asked leave for on the day of a step; or nothing."""
    earlier = [other.words for other in takewhile(lambda other: other.id != step.id, steps)]
    asked = next((w for w in earlier if w and w.days.get("next_weekday") == step.on), None)
    if asked is None:
        return ""
    return "asked-to-write" if "no-calls" in asked.claims else "asked-to-call"


def the_offer(situation: Situation, said: Said | None) -> str:
    """Return what they are to put in writing: checks alone are no offer yet."""
    is_named = situation.awaiting == "offer" or (said is not None and said.awaits == "offer")
    checks = last_of(situation, {"checks"})
    is_named = is_named or (checks is not None and says("offer", checks.words))
    is_offered = last_of(situation, {"offered"}) is not None
    return "the written offer" if is_named or is_offered else NO_OFFER_YET


def day_of_invitation(exchange: Event | None) -> date | None:
    """Return the day of a further interview, if they named one."""
    if exchange is None or exchange.event not in ("invited", "cancelled") or not exchange.said:
        return None
    window = exchange.said.window
    return window.latest if window and window.earliest == window.latest else None


HOUR = re.compile(
    r"\bat (\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b)?|noon\b)(?![\d/])"
    r"|\b(\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b)",
    re.IGNORECASE,
)


def hour_in(words: str) -> str:
    """Return the hour that they named, as they did; nothing where they named several or none.

    >>> hour_in("on Thursday 18 March at 10 am."), hour_in("at 10 or at 2"), hour_in("March 18")
    ('10 am', '', '')
    """
    found = [at or alone for at, alone in HOUR.findall(words)]
    return found[0] if len(found) == 1 else ""


WEEKDAY = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)


def offers_times(words: str) -> bool:
    """Whether they named several days or hours of which one may be chosen.

    >>> offers_times("Would Thursday at 10 or Friday at 2 suit you?"), offers_times("on Friday")
    (True, False)
    """
    hours = {at or alone for at, alone in HOUR.findall(words)}
    return max(len({*map(str.lower, WEEKDAY.findall(words))}), len(hours)) > 1


def is_by_voice(event: Event | None) -> bool:
    """Whether something was said and not written: nothing in a mail box is answered."""
    return event is not None and event.channel in SPOKEN


def is_spoken_offer(offered: Event | None) -> bool:
    """Whether an offer came by word of mouth, and nobody said that it is in writing."""
    return bool(offered and not offered.in_writing and offered.channel in SPOKEN)


def last_promise(step: Step, situation: Situation) -> str:
    """Return the work that was last promised by the day of a step."""
    kept = [each for each in situation.promises if each.is_work and each.on <= step.on]
    return max(kept, key=lambda promise: promise.on).note if kept else ""


def promise_kind(step: Step, said: Said | None, situation: Situation) -> Kind:
    """Return what keeps the promise of a step."""
    window = said.window if said else None
    end = (window.latest or window.earliest) if window else None
    note = step.words.texts.get("promised", "") if step.words else ""
    if says("for news", note) and not thing_promised(note):
        return "for-news"  # "ring them to see where things stand"
    return kind_of_promise(
        note,
        is_free=step.channel is None,
        is_in_their_time=situation.told_to_wait or (end is not None and step.on <= end),
    )
