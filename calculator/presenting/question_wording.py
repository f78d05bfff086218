"""The questions that refine a plan: how they are asked, and which answers there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator import holidays
from calculator.planning.rules import choice
from calculator.presenting.wording import Dates
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
    """A question: its words, the case it is for, what it is about, and the answers to press."""

    case: str
    asks: str
    about: str
    hint: str = ""
    answers: tuple[Answer, ...] = ()


YES, NO = Answer("Yes", value=True), Answer("No", value=False)

# In the order of the list of answers. What has happened is no question: each step asks it.
QUESTIONS: Mapping[str, Question] = {
    "route": Question(
        case="A recruiter, or I work there",
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
        case="They said I may call",
        asks="Did they say that you may call?",
        about="whether you may call",
        hint="For example, “call me if you hear nothing in a week”.",
        answers=(Answer("Yes, but we set no day", {"on": None}), NO),
    ),
    "promises": Question(
        case="I promised something",
        asks="Did you promise to do something by a day?",
        about="what you promised",
        hint="For example, to send references or to call.",
        answers=(Answer("No", []),),
    ),
    "no_calls": Question(
        case="No calls, please",
        asks="Did they, or the advert, ask for no phone calls?",
        about="whether they want no calls",
        answers=(YES, NO),
    ),
    "told_to_wait": Question(
        case="They asked me to wait",
        asks="Did they ask you not to get in touch until they do?",
        about="whether they asked you to wait",
        answers=(YES, NO),
    ),
    "offer": Question(
        case="Another offer",
        asks="Do you have an offer from another employer?",
        about="another offer",
        answers=(NO,),
    ),
    "sector": Question(
        case="A public body or university",
        asks=choice("sector").question,
        about="the kind of employer",
        answers=tuple(Answer(each.says, each.value) for each in choice("sector").options),
    ),
    "interviewers": Question(
        case="Several interviewers",
        asks="How many people interviewed you?",
        about="how many people interviewed you",
        answers=(Answer("One", 1), Answer("Two", 2), Answer("Three or more", 3)),
    ),
    "round": Question(
        case="More rounds",
        asks="Is there another round of interviews after this one?",
        about="the rounds of interviews",
        answers=(
            Answer("No, there was only this one", "only"),
            Answer("Yes, there will be another", "earlier"),
            Answer("No, this was the last of several", "final"),
        ),
    ),
    "country": Question(
        case="Another country",
        asks="Where is the job?",
        about="the country",
        hint="For the public holidays.",
    ),
    "region": Question(
        case="State or region",
        asks="In which part of the country is the job?",
        about="the part of the country",
        hint="For the public holidays and the law there.",
    ),
    "employer": Question(
        case="The law in Ontario",
        asks="What do you know about the employer?",
        about="the employer",
        hint="In Ontario, if both are true, they have to tell you if they've decided.",
    ),
    "closed": Question(
        case="Their office is shut",
        asks="Is their office shut for some days?",
        about="when the office is shut",
        hint="For example, between Christmas and the new year.",
        answers=(Answer("No", []),),
    ),
    "policy": Question(
        case="How I get in touch",
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
    return says or (
        IN_WORDS[name](value, Dates.of(situation)) if value and name in IN_WORDS else "No"
    )


def _leave(leave: LeaveToCall, dates: Dates) -> str:
    return f"Yes, on {dates.day(leave.on)}" if leave.on else "Yes, but we set no day"


def _promises(promises: tuple[Promise, ...], dates: Dates) -> str:
    return "; ".join(
        f"{each.note or PROMISED[each.what]}, on {dates.day(each.on)}" for each in promises
    )


def _offer(offer: Offer, dates: Dates) -> str:
    return f"Yes, and it wants an answer by {dates.day(offer.answer_by)}"


def _closed(spans: tuple[tuple[date, date], ...], dates: Dates) -> str:
    return "; ".join(f"from {dates.day(first)} to {dates.day(last)}" for first, last in spans)


def _employer(employer: Employer, _: Dates) -> str:
    facts = (
        f"{asks} {YES_OR_NO[known]}"
        for name, asks in EMPLOYER.items()
        if (known := getattr(employer, name)) is not None
    )
    return " ".join(facts) or NOT_KNOWN


def _policy(policy: Policy, _: Dates) -> str:
    return "; ".join(
        choice(name).option(getattr(policy, name)).says for name in ("channel", "persistence")
    )


IN_WORDS: Mapping[str, Callable[[Any, Dates], str]] = {
    "leave_to_call": _leave,
    "promises": _promises,
    "offer": _offer,
    "closed": _closed,
    "employer": _employer,
    "policy": _policy,
    "interviewers": lambda count, _: str(count),
    "country": lambda code, _: holidays.countries()[code],
}
