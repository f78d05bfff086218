"""Clauses about what went before: when they said it, what they thought, how they were asked."""

import re
from collections.abc import Mapping
from datetime import date

from calculator.days import day_text
from calculator.planning.plan import Step
from calculator.presenting.said_back import (
    as_said_later,
    phrases,
)
from calculator.presenting.script_history import is_met
from calculator.presenting.script_people import is_told_by_other
from calculator.reading.awaits import clause_with, sentences
from calculator.reading.retold import retold
from calculator.reading.sayings import says
from calculator.reading.steps import decides
from calculator.reading.words import tokens
from calculator.situation import Channel, Event, Said, Situation

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
WHEN_HEARD: Mapping[Channel | None, str] = {
    "email": "when you wrote on {answered_day}",
    "message": "when you wrote on {answered_day}",
    "call": "when we spoke on {answered_day}",
    "in-person": "when we spoke on {answered_day}",
}
# From somebody else than the one who is written to.
WHEN_TOLD: Mapping[Channel | None, str] = {
    "email": "in an email on {said_day}",
    "message": "in a message on {said_day}",
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
# Words that say how long something lasts, or until when.
LASTS = re.compile(r"\b(?:until|till|til|for|through)\b[^.,;!?\n]*", re.IGNORECASE)
# What is theirs, told to them.
THEIRS = re.compile(r"\b(?:their|our)\b", re.IGNORECASE)
# Where a recruiter is to hear first, the recruiter is told so.
AGENCY = re.compile(r"\b(?:my|the) (?:recruiter|agency|agent|consultant)\b", re.IGNORECASE)
# They will, and only hope nothing.
WILL = re.compile(r"\b(?:will|shall|going to)\b|['\u2019]ll\b", re.IGNORECASE)
LOOSE = re.compile(
    r"\b(?:if|(?-i:may)|might|could|should|would|hop\w+|expect\w*|think|try\w*|aim\w*|plan\w*|probably|"
    r"likely|possibly|perhaps|maybe|about|around|roughly|ideally)\b",
    re.IGNORECASE,
)
WHILE_AWAY = " while you were away"


def when_said(step: Step, said: Said, event: Event | None, situation: Situation) -> str:
    """Return when and how they named a time, as far as that is known."""
    if event and event.event == "interview":
        return "when we spoke on {said_day}"
    if event and event.by_colleague:
        return WHEN_COLLEAGUE_SAID.get(event.channel, WHEN_SAID[None])
    if event:
        is_told = is_told_by_other(step, said, event, situation)
        return (WHEN_TOLD if is_told else WHEN_SAID).get(event.channel, WHEN_SAID[None])
    if said.on == situation.interview_on:
        if step.action == "recruiter":
            return "on {said_day}"  # nobody knows whether the recruiter said it, or the employer
        if is_told_by_other(step, said, event, situation):
            return "at the interview on {said_day}"
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
    if by and by.event == "on-hold" and (held := on_hold(said, on=step.on)):
        return f"{who} said the role was on hold {held}"
    is_of_nobody = not to_them or is_told_by_other(step, said, by, situation)
    who_said = "I was told" if is_of_nobody else f"{who} said"
    clause = clause_with(said.sentence, said.words)
    told = retold(clause, to_them=to_them, is_quoted=by is not None and not is_of_nobody)
    keeps_verb = told and is_of_deciding(clause, said.words)
    if told and step.action == "recruiter" and AGENCY.search(told):
        return f"they said {as_said_later(AGENCY.sub('you', told), said.on, on=step.on)}"
    if form in ("by", "takes") and is_in_short(said) and not keeps_verb:
        of_round = said.is_of_round and about == "next-round" and form == "by"
        phrase = phrases()["round" if of_round else about][form]
        later = as_said_later(words, said.on, on=step.on, form=form)
        phrase = as_firm_as_said(phrase, said).replace("{who} said", who_said)
        return phrase.replace("{who}", who).replace("{their_time}", later)
    if told:
        return f"{who_said} {as_said_later(told, said.on, on=step.on)}"
    first = said.window and said.window.earliest
    if said.is_turned_round and first:
        return f"{who} said it wouldn't be before {day_text(first, situation.country)}"
    if not time or said.is_turned_round or (by is None and situation.leave_to_call):
        return None  # whoever was given leave says that instead
    if is_of_nobody:
        return f"{who_said} “{words}”"
    return phrases()[about]["quoted"].replace("{who}", who).replace("{their_time}", words)


def as_firm_as_said(phrase: str, said: Said) -> str:
    """Return what they said with "would" for "might", where they said that they will.

    >>> said = Said(on=date(2027, 3, 9), sentence="We'll let you know by Friday")
    >>> as_firm_as_said("you said I might hear by Friday", said)
    "you said I'd hear by Friday"
    """
    if not WILL.search(said.sentence) or LOOSE.search(said.sentence):
        return phrase
    return phrase.replace("I might", "I'd").replace("might", "would")


def on_hold(said: Said, *, on: date) -> str | None:
    """Return until when or for how long a job was put on hold, as told on a day; None if unsaid.

    >>> on_hold(Said(on=date(2027, 3, 9), words="until next month"), on=date(2027, 4, 1))
    'until the following month'
    """
    found = next((LASTS.search(text) for text in (said.words, said.sentence) if text), None)
    found = found or LASTS.search(said.sentence)
    is_it = found is not None and said.words in found[0]
    if not found or not is_it:
        return None
    return as_said_later(THEIRS.sub("your", found[0].strip()), said.on, on=on)


def is_in_short(said: Said) -> bool:
    """Whether a time is said back as that for hearing, and not in their whole sentence."""
    return said.is_of_round or (said.is_of_news and not (said.by_call and said.sentence))


def is_of_deciding(clause: str, time: str) -> bool:
    """Whether a clause says by when they have decided, and not when they tell.

    >>> is_of_deciding("We'll decide by Friday", "by Friday")
    True
    >>> is_of_deciding("You'll hear our decision by Friday", "by Friday")
    False
    """
    return bool(time) and decides(tokens(clause.partition(time)[0]))


# Where things stood when they wrote: "still waiting on head office", "not settled yet".
STATE = re.compile(r"\b(?:still|waiting|yet|haven['\u2019]t|hasn['\u2019]t)\b", re.IGNORECASE)
NOBODY = re.compile(r"^\W*(?=(?:still|waiting)\b)", re.IGNORECASE)
PIECES = re.compile(r"[,;]|\b(?:but|and|so)\b")


def they_were(exchange: Event, *, on: date) -> str | None:
    """Return what they last said of where things stood, as told on a day; None if nothing.

    >>> words = "Still waiting on head office, bear with us."
    >>> wrote = Event(on=date(2027, 3, 9), event="not-decided", words=words)
    >>> they_were(wrote, on=date(2027, 3, 16))
    'you were still waiting on head office'
    """
    if exchange.event != "not-decided":
        return None
    for _, each in sentences(exchange.words):
        piece = PIECES.split(each.strip())[0]
        if found := NOBODY.match(piece):
            still = piece[found.end() :]
            piece = f"We're {still[:1].lower()}{still[1:]}"
        if STATE.search(piece) and (told := retold(piece, is_quoted=True)):
            return as_said_later(told, exchange.on, on=on)
    return None


def not_yet(exchange: Event, *, on: date, is_answered: bool) -> str | None:
    """Return where things stood, and when they said so.

    Whoever was answered since is thanked no more: there was no decision at least.
    """
    if exchange.event != "not-decided":
        return None
    known = they_were(exchange, on=on)
    if known is None and not is_answered:
        return None
    when = WHEN_HEARD.get(exchange.channel, "on {answered_day}")
    return f"{when}, {known or 'there was no decision yet'}"


def they_answered(exchange: Event, *, on: date) -> str | None:
    """Return what they last wrote that they will do or have done, as told on a day.

    None where it can't be told.
    """
    if exchange.event not in ("acknowledged", "not-decided", "reached"):
        return None
    owed = [each for _, each in sentences(exchange.words) if says("owed", each)]
    # "Thanks for your note, we'll be in touch": what is owed may stand behind a courtesy.
    behind = [each.partition(", ")[2] for each in owed]
    told = next(filter(None, (retold(each, is_quoted=True) for each in (*owed, *behind))), None)
    return f"you said {as_said_later(told, exchange.on, on=on)}" if told else None
