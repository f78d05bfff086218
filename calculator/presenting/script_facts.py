"""What the words of a step may say: only what is so, from the situation, its history and the plan.

A script asks for a thing by its name: a day, a text, a clause about what went before, or a claim
that must be true for a sentence to stand. What is not known has no entry here, and the sentences
that need it are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from calculator.days import DAY, day_text
from calculator.planning.happened.their_words import day_of_interview
from calculator.planning.plan import Step
from calculator.planning.rules import rule
from calculator.presenting.retold import retold
from calculator.presenting.said_back import (
    as_said_later,
    noted,
    phrases,
    time_in_their_words,
)
from calculator.reading.awaits import sentences
from calculator.reading.notes import Kind, kind_of_promise, subject_of_call, thing_promised
from calculator.reading.sayings import says
from calculator.situation import Channel, Event, Happening, Said, Situation

# The blanks that the names of a situation fill, and what they are called there: here "phone" is a
# way of saying it.
NAMED: Mapping[str, str] = {
    **{name: name for name in ("you", "interviewer", "employer", "role", "recruiter")},
    "number": "phone",
    "their_number": "their_phone",
}

# What they said or wrote that a later message can thank them for.
EXCHANGES: frozenset[Happening] = frozenset(
    {
        "reached",
        "not-decided",
        "new-date",
        "acknowledged",
        "invited",
        "cancelled",
        "checks",
        "offered",
        "on-hold",
    }
)
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

EXCHANGE: Mapping[Channel | None, str] = {
    "email": "your email on {answered_day}",
    "message": "your message on {answered_day}",
    "voicemail": "your voicemail on {answered_day}",
    "call": "talking with me on {answered_day}",
    "in-person": "talking with me on {answered_day}",
    None: "getting back to me on {answered_day}",
}
WHEN_SAID: Mapping[Channel | None, str] = {
    "email": "in your email on {said_day}",
    "message": "in your message on {said_day}",
    "voicemail": "in your voicemail on {said_day}",
    "call": "when we spoke on {said_day}",
    "in-person": "when we spoke on {said_day}",
    None: "on {said_day}",
}
WHEN_ANSWERED: Mapping[Channel | None, str] = {
    channel: when.replace("said_day", "answered_day") for channel, when in WHEN_SAID.items()
}
NOT_YET: Mapping[Channel | None, str] = {
    "email": "when you wrote on {answered_day}, there was no decision yet",
    "call": "when we spoke on {answered_day}, there was no decision yet",
    "in-person": "when we spoke on {answered_day}, there was no decision yet",
    None: "on {answered_day} there was no decision yet",
}
WHEN_COLLEAGUE_SAID: Mapping[Channel | None, str] = {
    "call": "when I called on {said_day}",
    "in-person": "when I came by on {said_day}",
}
TRIED: Mapping[Channel | None, str] = {
    "call": "I called on {colleague_day}, but couldn't reach you",
    "in-person": "I came by on {colleague_day}, but missed you",
}
CONTACT: Mapping[Channel | None, str] = {
    "email": "I emailed you on {contact_day}",
    "message": "I sent you a message on {contact_day}",
    "voicemail": "I left you a voicemail on {contact_day}",
    "call": "I called on {contact_day}",
    "in-person": "I came by on {contact_day}",
    None: "I got in touch on {contact_day}",
}

WHILE_AWAY = " while you were away"

SPOKEN: tuple[Channel | None, ...] = ("call", "voicemail", "in-person")
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Rev")
# Where people who have met write to each other by the first name.
BY_FIRST_NAME = ("US", "CA", "GB", "IE", "AU", "NZ")

# What checks may lead to, as long as nobody has made an offer.
NO_OFFER_YET = "the next step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known for the words of one step, by the names that the scripts use.

    ``clauses`` hold blanks of their own, which ``days`` and ``texts`` fill.
    """

    days: Mapping[str, date] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()


def facts_of(
    step: Step, *, situation: Situation, steps: Sequence[Step], awaited: str = ""
) -> Facts:
    """Return what the words of a step may say; ``steps`` is the whole plan that it is part of.

    ``awaited`` is what its script asks for, whatever else is awaited.
    """
    words = step.words
    if words is None:
        return Facts()
    awaited = awaited or awaited_of(step, situation)
    situation = after_named_interview(step, situation)
    interview = last_interview(situation)
    exchange = last_exchange(situation)
    said, said_by = their_time(situation)
    contact = last_contact(step, situation=situation, steps=steps)
    if contact and exchange and contact[0] <= exchange.on:
        contact = None  # they wrote since, and that is what is mentioned
    is_answered = exchange is not None and is_replied_to(exchange, step, steps)
    was_away = is_automatic_reply(contact, situation)
    feedback = feedback_in(last_of(situation, {"rejected"}))
    missed = last_of(situation, {"missed-call"})
    tried = since_interview(situation)[-1] if since_interview(situation) else None
    tried = tried if tried and tried.by_colleague else None
    invited = day_of_invitation(exchange)
    turn = last_of(situation, TURNS)
    is_called_off = turn is not None and turn.event == "cancelled"
    whom = name_of_a_person(who_is_written_to(step, situation))
    days = {
        "interview_day": interview,
        "last_interview": interview,
        "answered_day": exchange and exchange.on,
        "said_day": said and said.on,
        "contact_day": contact and contact[0],
        "colleague_day": tried and tried.on,
        "invited_day": invited,
        **words.days,
    }
    is_plain_time = said is not None and not (said.is_absence or said.is_turned_round)
    time = said and is_plain_time and time_in_their_words(said)
    offer = the_offer(situation, said)
    is_vague = awaited == "offer" and offer == NO_OFFER_YET
    about = "word" if is_vague else awaited
    if said_by and said_by.event == "checks":
        about = "checks"
    end = said.window.latest if said and said.window else None
    is_over = end is not None and step.action == "reply" and end < step.on
    is_of_call = said is not None and said.by_call and about == "offer"
    texts = {
        **{blank: getattr(situation.names, name) for blank, name in NAMED.items()},
        "interviewer": whom,
        "greeted": as_greeted(whom, situation.country),
        "greeted_recruiter": as_greeted(situation.names.recruiter, situation.country),
        "recruiter": name_of_a_person(situation.names.recruiter),
        **words.texts,
        "call_about": subject_of_call(said.sentence) if said and said.by_call else "",
        "their_time": time and time[1],
        "promised": thing_promised(words.texts.get("promised") or last_promise(step, situation)),
        "their_words": said.words if said else "",
    }
    clauses = {
        "exchange": exchange and not is_answered and EXCHANGE[exchange.channel],
        "when_said": said and when_said(step, said, said_by, situation),
        "then_said": said and then_said(step, said, said_by, situation),
        "they_thought": they_thought(
            step, said, time or None, about=about, by=said_by, situation=situation
        )
        if said and not (is_over or is_of_call or said.is_absence)
        else None,
        "they_answered": exchange and they_answered(exchange),
        "noted": said and time and noted(said, time, on=step.on),
        "not_yet": exchange
        and is_answered
        and exchange.event == "not-decided"
        and NOT_YET.get(exchange.channel, NOT_YET[None]),
        "when_answered": exchange and WHEN_ANSWERED[exchange.channel],
        "I_wrote": contact and CONTACT[contact[1]] + (WHILE_AWAY if was_away else ""),
        "I_tried": tried and TRIED.get(tried.channel),
        "the_offer": offer,
        "the_round": "the interview" if is_called_off else "the next round",
    }
    claims = {
        f"awaits-{awaited}": True,
        "to-recruiter": step.action == "recruiter",
        "met": is_met(situation),
        "same-day": step.on == interview,
        "offered": last_of(situation, {"offered"}) is not None,
        "has-offer": last_of(situation, {"offered"}) is not None,
        "last-round": situation.round == "final",
        "asked-in": last_of(situation, {"invited", "cancelled"}) is not None,
        "panel": situation.interviewers >= rule("thank-you-each").count("several"),
        "checks": turn is not None and turn.event == "checks",
        "on-hold": turn is not None and turn.event == "on-hold",
        "missed-today": missed is not None and missed.on == step.on,
        "called-off": is_called_off,
        "spoken-offer": is_spoken_offer(last_of(situation, {"offered"})),
        "spoke": exchange is not None and exchange.channel in SPOKEN,
        "ill": exchange is not None and says("ill", exchange.words),
        "by-another": is_by_another(exchange, situation),
        "day-after": step.on == interview + DAY,
        "never-met": turn is not None and is_called_off and turn.on <= situation.interview_on,
        "call-promised": said is not None and said.by_call,
        "replied": is_answered,
        "asked-to-wait": situation.told_to_wait,
        "feedback-offered": feedback == "offered",
        "no-feedback": feedback == "refused",
        "called-today": contact is not None and contact == (step.on, "call"),
        promise_kind(step, said, situation): step.action == "promise",
    }
    return Facts(
        days={name: day for name, day in days.items() if day},
        texts={
            name: tidy for name, text in texts.items() if (tidy := " ".join((text or "").split()))
        },
        clauses={name: text for name, text in clauses.items() if text},
        claims=words.claims.union(name for name, is_so in claims.items() if is_so),
    )


def awaited_of(step: Step, situation: Situation) -> str:
    """Return what the words of a step are to ask for."""
    awaited: str = getattr(step.words, "awaited", None) or situation.awaiting or "decision"
    return awaited


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
            named = day_of_interview(event) if event.event == "cancelled" else None
        elif day := day_of_interview(event):
            named = day
    if named is None or step.on < named or step.action == "reply":
        return situation
    further = Event(on=named, event="interview")
    history = sorted((*situation.history, further), key=lambda event: event.on)
    return situation._replace(history=tuple(history))


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
    return next((e for e in found if not (e.by_colleague or e.is_automatic)), None)


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


def when_said(step: Step, said: Said, event: Event | None, situation: Situation) -> str:
    """Return when and how they named a time, as far as that is known."""
    if event and event.event == "interview":
        return "when we spoke on {said_day}"
    if event and event.by_colleague:
        return WHEN_COLLEAGUE_SAID.get(event.channel, WHEN_SAID[None])
    if event:
        return WHEN_SAID[event.channel]
    if said.on == situation.interview_on:
        if step.action == "recruiter":
            return "in the interview on {said_day}"
        return "when we met on {said_day}" if is_met(situation) else "when we spoke on {said_day}"
    return WHEN_SAID[None]


def then_said(step: Step, said: Said, event: Event | None, situation: Situation) -> str:
    """Return when they named a time, for words that name the day of the interview themselves."""
    if event is None and said.on == situation.interview_on:
        return "at the interview"
    return when_said(step, said, event, situation)


def they_thought(  # noqa: PLR0913 # what is said back, and to whom
    step: Step,
    said: Said,
    time: tuple[str, str] | None,
    *,
    about: str,
    by: Event | None,
    situation: Situation,
) -> str | None:
    """Return what they said and by when, to whoever reads the step.

    A recruiter was not at the interview. What says when there is news is put in few words, all
    else is told as they said it.
    """
    to_them = not (step.action == "recruiter" and by is None)
    who = "your colleague" if by and by.by_colleague else "you" if to_them else "they"
    form, words = time or ("", "")
    who_said = "I was told" if is_to_a_team(step, situation) else f"{who} said"
    if form in ("by", "takes") and is_in_short(said):
        of_round = said.is_of_round and about == "next-round" and form == "by"
        phrase = phrases()["round" if of_round else about][form]
        later = as_said_later(words, said.on, on=step.on, form=form)
        phrase = phrase.replace("{who} said", who_said)
        return phrase.replace("{who}", who).replace("{their_time}", later)
    if told := retold(said.sentence, to_them=to_them):
        return f"{who_said} {as_said_later(told, said.on, on=step.on)}"
    first = said.window and said.window.earliest
    if said.is_turned_round and first:
        return f"{who} said it wouldn't be before {day_text(first, situation.country)}"
    if not time:
        return None
    return phrases()[about]["quoted"].replace("{who}", who).replace("{their_time}", words)


def is_to_a_team(step: Step, situation: Situation) -> bool:
    """Whether a step goes to the one address of a public body, where nobody is known by name."""
    is_public = situation.sector == "public" and situation.route not in ("internal", "agency")
    return is_public and step.if_nothing and not situation.names.interviewer


def is_in_short(said: Said) -> bool:
    """Whether a time is said back as that for hearing, and not in their whole sentence."""
    return said.is_of_round or (said.is_of_news and not (said.by_call and said.sentence))


def they_answered(exchange: Event) -> str | None:
    """Return what they last wrote that they would do, if it can be told."""
    owed = (each for _, each in sentences(exchange.words) if says("owed", each))
    told = next(filter(None, map(retold, owed)), None)
    return f"you said {told}" if told and exchange.event == "acknowledged" else None


def is_automatic_reply(contact: tuple[date, Channel | None] | None, situation: Situation) -> bool:
    """Whether a contact had only an automatic answer that somebody is away."""
    replies = [e for e in since_interview(situation) if e.is_automatic and e.said]
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


def feedback_in(no: Event | None) -> str:
    """Return whether a no offers feedback or refuses it; empty where it speaks of none."""
    if no is None or not says("feedback", no.words):
        return ""
    return "refused" if says("no feedback", no.words) else "offered"


def the_offer(situation: Situation, said: Said | None) -> str:
    """Return what they are to put in writing: checks alone are no offer yet."""
    is_named = situation.awaiting == "offer" or (said is not None and said.awaits == "offer")
    is_offered = last_of(situation, {"offered"}) is not None
    return "the written offer" if is_named or is_offered else NO_OFFER_YET


def day_of_invitation(exchange: Event | None) -> date | None:
    """Return the day of a further interview, if they named one."""
    if exchange is None or exchange.event not in ("invited", "cancelled") or not exchange.said:
        return None
    window = exchange.said.window
    return window.latest if window and window.earliest == window.latest else None


def is_spoken_offer(offered: Event | None) -> bool:
    """Whether an offer came by word of mouth, and nobody said that it is in writing."""
    return bool(offered and not offered.in_writing and offered.channel in SPOKEN)


def who_is_written_to(step: Step, situation: Situation) -> str:
    """Return who a step goes to: the employer's own recruiter, where one is named for the rest."""
    names = situation.names
    is_theirs = situation.route == "in-house" and step.action not in ("thank", "ask")
    return (is_theirs and names.recruiter) or names.interviewer


def is_by_another(exchange: Event | None, situation: Situation) -> bool:
    """Whether a message of theirs speaks of the interviewer, so that somebody else wrote it.

    >>> by_another = Event(on=date(2027, 3, 1), event="cancelled", words="Paul is ill, sorry")
    >>> names = Names(interviewer="Paul Low")
    >>> on = date(2027, 3, 1)
    >>> is_by_another(by_another, Situation(today=on, interview_on=on, names=names))
    True
    """
    names = [name for name in situation.names.interviewer.split() if name not in TITLES]
    if exchange is None or not names:
        return False
    spoken_of = "|".join(map(re.escape, names))
    said = rf"\b(?:{spoken_of})(?:['\u2019]s\b| (?:is|was|has|had|will|can|needs?|asked|said)\b)"
    return re.search(said, exchange.words) is not None


def as_greeted(name: str, country: str) -> str:
    """Return how a letter greets somebody: by the first name, where it is one of two.

    >>> as_greeted("Anna Lund", "US"), as_greeted("Ms Lund", "US"), as_greeted("Anna Lund", "DE")
    ('Anna', 'Ms Lund', 'Anna Lund')
    """
    first, _, last = name.partition(" ")
    is_plain = last.isalpha() and first.rstrip(".") not in TITLES and first.isalpha()
    return first if is_plain and country in BY_FIRST_NAME else name


def name_of_a_person(text: str) -> str:
    """Return a name that a letter can greet; empty for a description, which stays a blank.

    >>> name_of_a_person("My Nguyen"), name_of_a_person("our head of sales")
    ('My Nguyen', '')
    """
    return "" if re.match(r"\s*(?:[Tt]he|[Mm]y|[Oo]ur) [a-z]", text) else text


def promise_kind(step: Step, said: Said | None, situation: Situation) -> Kind:
    """Return what keeps the promise of a step."""
    window = said.window if said else None
    end = (window.latest or window.earliest) if window else None
    return kind_of_promise(
        step.words.texts.get("promised", "") if step.words else "",
        is_free=step.channel is None,
        is_in_their_time=situation.told_to_wait or (end is not None and step.on <= end),
    )


def last_promise(step: Step, situation: Situation) -> str:
    """Return the work that was last promised by the day of a step."""
    kept = [each for each in situation.promises if each.is_work and each.on <= step.on]
    return max(kept, key=lambda promise: promise.on).note if kept else ""
