"""The questions that refine a plan: how they are asked, and which answers there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator import holidays
from calculator.planning.rules import choice
from calculator.presenting.wording import day_text
from calculator.situation import (
    Employer,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Situation,
)

NOT_KNOWN = "I don't know"
YES_OR_NO = {True: "Yes.", False: "No."}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its words, and the value that the field then has."""

    says: str
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: its words, what it is about in a few of them, and the answers to press."""

    asks: str
    about: str
    hint: str = ""
    answers: tuple[Answer, ...] = ()


YES, NO = Answer("Yes", value=True), Answer("No", value=False)

# In the order of the list of answers. What has happened is no question: each step asks it.
QUESTIONS: Mapping[str, Question] = {
    "route": Question(
        asks="Who are you in touch with about this job?",
        about="who you are in touch with",
        answers=(
            Answer("The employer", "direct"),
            Answer("A recruitment agency", "agency"),
            Answer("The employer's own recruiter", "in-house"),
            Answer("I already work there", "internal"),
        ),
    ),
    "leave_to_call": Question(
        asks="Did they say that you may call?",
        about="whether you may call",
        hint="For example, “call me if you hear nothing in a week”.",
        answers=(Answer("Yes, but no day was named", {"on": None}), NO),
    ),
    "promises": Question(
        asks="Did you promise to do something by a day?",
        about="what you promised",
        hint="For example, to send references or to call.",
        answers=(Answer("No", []),),
    ),
    "no_calls": Question(
        asks="Did they, or the advert, ask for no phone calls?",
        about="whether they want no calls",
        answers=(YES, NO),
    ),
    "told_to_wait": Question(
        asks="Did they ask you not to get in touch until they do?",
        about="whether they asked you to wait",
        answers=(YES, NO),
    ),
    "offer": Question(
        asks="Do you have an offer from another employer?", about="another offer", answers=(NO,)
    ),
    "sector": Question(
        asks=choice("sector").question,
        about="the kind of employer",
        answers=tuple(Answer(each.says, each.value) for each in choice("sector").options),
    ),
    "interviewers": Question(
        asks="How many people interviewed you?",
        about="how many people interviewed you",
        answers=(Answer("One", 1), Answer("Two", 2), Answer("Three or more", 3)),
    ),
    "round": Question(
        asks="Is there another round of interviews after this one?",
        about="the rounds of interviews",
        answers=(
            Answer("No, there was only this one", "only"),
            Answer("Yes, there will be another", "earlier"),
            Answer("No, this was the last of several", "final"),
        ),
    ),
    "country": Question(
        asks="Where is the job?",
        about="the country",
        hint="For the public holidays.",
    ),
    "region": Question(
        asks="In which part of the country is the job?",
        about="the part of the country",
        hint="For the public holidays and the law there.",
    ),
    "employer": Question(
        asks="What do you know about the employer?",
        about="the employer",
        hint="A law there gives you a right to an answer if both are so.",
    ),
    "closed": Question(
        asks="Is their office shut for some days?",
        about="when the office is shut",
        hint="For example, between Christmas and the new year.",
        answers=(Answer("No", []),),
    ),
    "policy": Question(
        asks="How would you like to get in touch?",
        about="how you get in touch",
        hint="Experts differ here. You choose.",
    ),
}

EMPLOYER = {
    "staff_25_or_more": "Do 25 or more people work there?",
    "public_posting": "Was the job advertised to the public?",
}
PROMISED = {"call": "to call", "email": "to write", "other": "something else"}


def answer_text(name: str, situation: Situation) -> str:
    """Return what was answered to a question, in words."""
    if name == "region":
        return holidays.regions(situation.country).get(situation.region or "", "The whole country")
    value = getattr(situation, name)
    says = next((each.says for each in QUESTIONS[name].answers if each.value == value), "")
    return says or (IN_WORDS[name](value) if value and name in IN_WORDS else "No")


def _leave(leave: LeaveToCall) -> str:
    return f"Yes, on {day_text(leave.on)}" if leave.on else "Yes, but no day was named"


def _promises(promises: tuple[Promise, ...]) -> str:
    return "; ".join(
        f"{each.note or PROMISED[each.what]}, on {day_text(each.on)}" for each in promises
    )


def _offer(offer: Offer) -> str:
    return f"Yes, and it wants an answer by {day_text(offer.answer_by)}"


def _closed(spans: tuple[tuple[date, date], ...]) -> str:
    return "; ".join(f"from {day_text(first)} to {day_text(last)}" for first, last in spans)


def _employer(employer: Employer) -> str:
    facts = (
        f"{asks} {YES_OR_NO[known]}"
        for name, asks in EMPLOYER.items()
        if (known := getattr(employer, name)) is not None
    )
    return " ".join(facts) or NOT_KNOWN


def _policy(policy: Policy) -> str:
    return "; ".join(
        choice(name).option(getattr(policy, name)).says for name in ("channel", "persistence")
    )


IN_WORDS: Mapping[str, Callable[[Any], str]] = {
    "leave_to_call": _leave,
    "promises": _promises,
    "offer": _offer,
    "closed": _closed,
    "employer": _employer,
    "policy": _policy,
    "interviewers": str,
    "country": lambda code: holidays.countries()[code],
}
