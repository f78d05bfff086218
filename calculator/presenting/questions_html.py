"""The questions that would change the plan, one at a time, and the answers given, as HTML."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from calculator import holidays
from calculator.planning.choices.questions import Question
from calculator.planning.rules import choice, rule
from calculator.presenting.hooks import day_entry, merges, opens, radios, select, sends, text_entry
from calculator.presenting.layout import Layout, joined
from calculator.presenting.question_wording import (
    EMPLOYER,
    NOT_KNOWN,
    PROMISED,
    QUESTIONS,
    answer_text,
)
from calculator.situation import Employer, LeaveToCall, Offer, Policy, Promise, Situation

CHECKLIST = Layout(
    '<p class="special__hint">{hint}</p>{given}<div class="actions special">{cases}</div>'
)
CASE = Layout(
    '<details class="opens" data-question="{name}"><summary>{case}</summary>'
    '<div class="opens__content"><fieldset class="question">'
    '<legend class="question__asks">{asks}</legend>{changes}{answers}</fieldset></div></details>'
)
CHANGES = Layout('<p class="question__changes">{changes}</p>')
HINT = Layout('<p class="question__hint">{hint}</p>')
ANSWERS = Layout('{hint}{form}<div class="question__answers">{buttons}</div>')
FORM = Layout('<form class="question__form" novalidate data-merge>{entries}{send}</form>')
GIVEN = Layout('<ul class="answers">{items}</ul>')
ITEM = Layout(
    '<li class="answers__item" data-answered="{name}"><p class="answers__answer">'
    "<span>{asks}</span> <strong>{answer}</strong></p>{change}</li>"
)

ASKED = Layout(
    '<form class="asked" novalidate data-merge>'
    '<p class="asked__why">{change}</p>{entries}{send}</form>'
)

CHOOSE = "Choose what fits. Most of these change your plan; leave out the rest."
# Which of two jobs is wanted more: this one, or that of the other offer.
RATHER = (("", "I don't know yet"), ("here", "This one"), ("there", "The one they offered me"))
# What the page's form and the ways to follow up ask for.
ELSEWHERE = ("country", "policy")


def questions_html(
    asked: Iterable[Question], *, situation: Situation, answered: Iterable[str]
) -> Markup:
    """Return the answers given so far, and the cases that may be this person's.

    ``asked`` are those whose answers would change the plan, the most telling first;
    ``answered`` are those that the request has.
    """
    changes = {question.field: question.change for question in asked}
    answered = set(answered)
    there = [name for name in QUESTIONS if name not in ELSEWHERE and is_there(name, situation)]
    known = [name for name in there if name in answered]
    # Always in the same order: a finger finds them again where they were.
    open_ = [name for name in there if name not in answered]
    return CHECKLIST.format(
        hint=CHOOSE,
        given=GIVEN.format(items=joined(_given(name, situation) for name in known))
        if known
        else "",
        cases=joined(_case(name, situation, changes=changes.get(name, "")) for name in open_),
    )


def region_html(asked: Iterable[Question], *, situation: Situation) -> Markup:
    """Return the question for the region, where a day depends on it."""
    changes = {question.field: question.change for question in asked}
    if "region" not in changes:
        return Markup()
    return ASKED.format(
        change=changes["region"],
        entries=joined(_region(situation.country, situation.region)),
        send=sends(about=QUESTIONS["region"].about),
    )


def is_there(name: str, situation: Situation) -> bool:
    """Whether a case can be at all: some countries have no regions, few a law."""
    if name == "region":
        return bool(holidays.regions(situation.country))
    law = rule("ontario-45-days")
    is_where_law_is = situation.country in law.countries and situation.region in (None, law.region)
    return name != "employer" or is_where_law_is


def _case(name: str, situation: Situation, *, changes: str) -> Markup:
    question = QUESTIONS[name]
    return CASE.format(
        name=name,
        case=question.case,
        asks=question.asks,
        changes=CHANGES.format(changes=changes) if changes else "",
        answers=_answers(name, situation),
    )


def _given(name: str, situation: Situation) -> Markup:
    question = QUESTIONS[name]
    return ITEM.format(
        name=name,
        asks=question.asks,
        answer=answer_text(name, situation),
        change=opens("Change", _answers(name, situation, _not_known(name)), about=question.about),
    )


def _answers(name: str, situation: Situation, *more: Markup) -> Markup:
    """Return the ways to answer a question."""
    of = OF.get(name, ())
    return _form(name, tuple(getattr(situation, field) for field in of), more)


# Most stay as they are while a person changes their plan.
@lru_cache(maxsize=50)
def _form(name: str, known: tuple[Any, ...], more: tuple[Markup, ...]) -> Markup:
    question = QUESTIONS[name]
    entries = joined(ENTRIES[name](*known)) if name in ENTRIES else Markup()
    buttons = [
        merges(answer.says, _patch(name, answer.value), about=question.about)
        for answer in question.answers
    ]
    return ANSWERS.format(
        hint=HINT.format(hint=question.hint) if question.hint else "",
        form=FORM.format(entries=entries, send=sends(about=question.about)) if entries else "",
        buttons=joined([*buttons, *more]),
    )


def _not_known(name: str) -> Markup:
    """Return what takes an answer back."""
    return merges(NOT_KNOWN, _patch(name, None), about=QUESTIONS[name].about)


def _patch(name: str, value: object) -> dict[str, object]:
    return {"interview": {"round": value}} if name == "round" else {name: value}


def _leave(leave: LeaveToCall | None) -> Iterator[Markup]:
    yield day_entry("Yes, on this day", "leave_to_call.on", leave.on if leave else None)


def _promises(promises: Iterable[Promise]) -> Iterator[Markup]:
    # A list is sent whole: the promises that there are, and room for one more.
    for at, each in enumerate((*promises, None)):
        begins = f"promises.{at}"
        whats = [("", "Choose"), *PROMISED.items()]
        yield select("I promised", f"{begins}.what", whats, chosen=each.what if each else "")
        yield text_entry("What exactly?", f"{begins}.note", each.note if each else "")
        yield day_entry("On which day?", f"{begins}.on", each.on if each else None)


def _offer(offer: Offer | None, today: date) -> Iterator[Markup]:
    yield day_entry("When did it come?", "offer.on", offer.on if offer else today)
    yield day_entry("Answer by", "offer.answer_by", offer.answer_by if offer else None)
    if offer:
        yield day_entry("Did they give you more time? On", "offer.moved_on", offer.moved_on)
    chosen = (offer.first_choice if offer else None) or ""
    yield select("Which job would you rather have?", "offer.first_choice", RATHER, chosen=chosen)


def _country(country: str) -> Iterator[Markup]:
    yield select("Country", "country", holidays.countries().items(), chosen=country)


def _region(country: str, region: str | None) -> Iterator[Markup]:
    regions = sorted(holidays.regions(country).items(), key=lambda region: region[1])
    options = [("", "Choose"), *regions]
    yield select("Part of the country", "region", options, chosen=region or "")


def _employer(employer: Employer) -> Iterator[Markup]:
    for name, asks in EMPLOYER.items():
        known = getattr(employer, name)
        answers = ((True, "Yes"), (False, "No"))
        yield radios(asks, f"employer.{name}", answers, chosen=known)


def _closed(closed: Sequence[tuple[date, date]]) -> Iterator[Markup]:
    first, last = closed[0] if closed else (None, None)
    yield day_entry("The first day", "closed.0.0", first)
    yield day_entry("The last day", "closed.0.1", last)


def _policy(policy: Policy) -> Iterator[Markup]:
    for name in ("channel", "persistence"):
        one = choice(name)
        options = ((option.value, option.says) for option in one.options)
        chosen = getattr(policy, name)
        yield radios(one.question, f"policy.{name}", options, chosen=chosen)


# What a form shows of the situation, where that is anything, and the form made of it.
OF: Mapping[str, tuple[str, ...]] = {
    "leave_to_call": ("leave_to_call",),
    "promises": ("promises",),
    "offer": ("offer", "today"),
    "country": ("country",),
    "region": ("country", "region"),
    "employer": ("employer",),
    "closed": ("closed",),
    "policy": ("policy",),
}
ENTRIES: Mapping[str, Callable[..., Iterator[Markup]]] = {
    "leave_to_call": _leave,
    "promises": _promises,
    "offer": _offer,
    "country": _country,
    "region": _region,
    "employer": _employer,
    "closed": _closed,
    "policy": _policy,
}
