"""The questions that would change the plan, one at a time, and the answers given, as HTML."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from calculator import holidays
from calculator.planning.rules import choice
from calculator.presenting.hooks import day_entry, merges, opens, radios, select, sends, text_entry
from calculator.presenting.layout import Layout, joined
from calculator.presenting.question_wording import (
    EMPLOYER,
    NOT_KNOWN,
    PROMISED,
    QUESTIONS,
    answer_text,
)
from calculator.situation import Situation

ASKED = Layout(
    '<fieldset class="question" data-question="{name}">'
    '<legend class="question__legend"><h3 class="question__title">{asks}</h3></legend>'
    "{answers}</fieldset>"
)
HINT = Layout('<p class="question__hint">{hint}</p>')
ANSWERS = Layout('{hint}{form}<div class="question__answers">{buttons}</div>')
FORM = Layout('<form class="question__form" data-merge>{entries}{send}</form>')
GIVEN = Layout('<h3 class="answers__title">Your answers</h3><ul class="answers">{items}</ul>')
ITEM = Layout(
    '<li class="answers__item" data-answered="{name}"><p class="answers__answer">'
    "<span>{asks}</span> <strong>{answer}</strong></p>{change}</li>"
)


def questions_html(
    asked: Iterable[str], *, situation: Situation, answered: Iterable[str], skipped: Iterable[str]
) -> Markup:
    """Return the first of the questions that can be asked, and the answers given so far.

    ``asked`` are the fields worth asking for, the most telling first; ``answered`` are those that
    the request has, and ``skipped`` those to which the person said "I don't know".
    """
    skipped = tuple(skipped)
    first = next((name for name in asked if name in QUESTIONS), None)
    question = _question(first, situation, skipped=skipped) if first else Markup()
    given = [name for name in QUESTIONS if name in {*answered, *skipped} and name not in IN_FORM]
    items = joined(
        _given(name, situation, skipped=skipped, known=name in answered) for name in given
    )
    return question + (GIVEN.format(items=items) if items else "")


# What the form of the page asks for beside the two questions.
IN_FORM = ("country",)


def _question(name: str, situation: Situation, *, skipped: tuple[str, ...]) -> Markup:
    answers = _answers(name, situation, skipped=skipped)
    return ASKED.format(name=name, asks=QUESTIONS[name].asks, answers=answers)


def _given(name: str, situation: Situation, *, skipped: tuple[str, ...], known: bool) -> Markup:
    question = QUESTIONS[name]
    return ITEM.format(
        name=name,
        asks=question.asks,
        answer=answer_text(name, situation) if known else NOT_KNOWN,
        change=opens("Change", _answers(name, situation, skipped=skipped), about=question.about),
    )


def _answers(name: str, situation: Situation, *, skipped: tuple[str, ...]) -> Markup:
    """Return the ways to answer a question; that one doesn't know is always among them."""
    question = QUESTIONS[name]
    entries = joined(ENTRIES[name](situation)) if name in ENTRIES else Markup()
    buttons = [
        merges(answer.says, _patch(name, answer.value), about=question.about)
        for answer in question.answers
    ]
    unknown = {**_patch(name, None), "skipped": list(dict.fromkeys((*skipped, name)))}
    return ANSWERS.format(
        hint=HINT.format(hint=question.hint) if question.hint else "",
        form=FORM.format(entries=entries, send=sends(about=question.about)) if entries else "",
        buttons=joined([*buttons, merges(NOT_KNOWN, unknown, about=question.about)]),
    )


def _patch(name: str, value: object) -> dict[str, object]:
    return {"interview": {"round": value}} if name == "round" else {name: value}


def _leave(situation: Situation) -> Iterator[Markup]:
    leave = situation.leave_to_call
    yield day_entry("Yes, on this day", "leave_to_call.on", leave.on if leave else None)


def _promises(situation: Situation) -> Iterator[Markup]:
    # A list is sent whole: the promises that there are, and room for one more.
    for at, each in enumerate((*situation.promises, None)):
        begins = f"promises.{at}"
        whats = [("", "Choose"), *PROMISED.items()]
        yield select("I promised", f"{begins}.what", whats, chosen=each.what if each else "")
        yield text_entry("What exactly?", f"{begins}.note", each.note if each else "")
        yield day_entry("On which day?", f"{begins}.on", each.on if each else None)


def _offer(situation: Situation) -> Iterator[Markup]:
    offer = situation.offer
    yield day_entry("When did it come?", "offer.on", offer.on if offer else situation.today)
    yield day_entry("Answer by", "offer.answer_by", offer.answer_by if offer else None)


def _country(situation: Situation) -> Iterator[Markup]:
    yield select("Country", "country", holidays.countries().items(), chosen=situation.country)


def _region(situation: Situation) -> Iterator[Markup]:
    regions = holidays.regions(situation.country).items()
    yield select("Part of the country", "region", regions, chosen=situation.region)


def _employer(situation: Situation) -> Iterator[Markup]:
    for name, asks in EMPLOYER.items():
        known = getattr(situation.employer, name)
        answers = ((True, "Yes"), (False, "No"))
        yield radios(asks, f"employer.{name}", answers, chosen=known)


def _closed(situation: Situation) -> Iterator[Markup]:
    first, last = situation.closed[0] if situation.closed else (None, None)
    yield day_entry("The first day", "closed.0.0", first)
    yield day_entry("The last day", "closed.0.1", last)


def _policy(situation: Situation) -> Iterator[Markup]:
    for name in ("channel", "persistence"):
        one = choice(name)
        options = ((option.value, option.says) for option in one.options)
        chosen = getattr(situation.policy, name)
        yield radios(one.question, f"policy.{name}", options, chosen=chosen)


ENTRIES: Mapping[str, Callable[[Situation], Iterator[Markup]]] = {
    "leave_to_call": _leave,
    "promises": _promises,
    "offer": _offer,
    "country": _country,
    "region": _region,
    "employer": _employer,
    "closed": _closed,
    "policy": _policy,
}
