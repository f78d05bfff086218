"""A request made into a situation, with a problem written down for all that can't be used."""

from collections.abc import Iterable, Mapping, Sequence
from copy import replace
from dataclasses import dataclass
from datetime import date

from calculator import holidays
from calculator.asking.bounds import (
    makes_sense,
    until_today,
)
from calculator.asking.checks import FIRST_YEAR, LAST_YEAR, Place, Problem, attempt, nearest
from calculator.asking.facts import Fact, facts_in, in_use
from calculator.asking.filled import Words, filled
from calculator.asking.history import Told, history_of, is_theirs, told
from calculator.asking.news import NEWS, day_of_news, news_in
from calculator.asking.regions import depends_on_region
from calculator.asking.request import REQUEST, Entry, Facts, Statement
from calculator.asking.statement import Heard, chosen, heard, once_past
from calculator.asking.to_situation import events_from, situation_from
from calculator.asking.typed_date import Typed, typed_date
from calculator.reading.sayings import says
from calculator.situation import Event, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request comes to.

    There is a situation only if today and the day of the interview are known, and more is wanted
    than the reading; else ``alone`` is the last event of the history by itself. ``heard`` is
    ``None`` where there is nothing to read; ``in_words`` is what their words say beside the time
    of the answer, ``said_nothing`` that they said nothing. ``answered`` are the questions that the
    request answers, ``skipped`` those answered by "I don't know". ``entries`` are all that can be
    shown of the history, with their places in the request's.
    ``before`` is the request before the last change. ``read_only``: nothing can be pressed where
    the answer is shown. ``depends_on_region``: what they said last ends on another day in another
    part of the country. ``rules_version`` is that of the rules by which the plan was last made,
    ``planned`` are the days that its steps had then. ``damaged`` are the paths of what can never
    be used.
    """

    situation: Situation | None
    alone: Event | None
    today: date | None
    country: str
    interview_on: date | None
    heard: Heard | None
    in_words: tuple[Fact, ...]
    said_nothing: bool
    answered: frozenset[str]
    skipped: tuple[str, ...]
    entries: tuple[tuple[int, Entry], ...]
    depends_on_region: bool
    before: object
    read_only: bool
    rules_version: date | None
    planned: Mapping[str, date]
    site_root: str
    problems: tuple[Problem, ...]
    damaged: frozenset[str]


def asked(request: object) -> Asked:
    """Return what can be made of a request, whatever it is."""
    root = Place()
    facts: Facts = attempt(REQUEST, request, root) or {}
    facts |= _country_and_region(facts, root)
    today = _today(facts, root.inside("today"))
    interview_on = _interview_on(facts, root.inside("interview"), today=today)
    understood = _heard(facts, root.inside("said"), today=today, interview_on=interview_on)
    in_words = _in_words(facts, understood, request)
    history = told(facts)
    news = _news(facts, in_words, root, today=today, interview_on=interview_on)
    words = Words(
        facts=facts, said_first=in_words, history=history, news=news, root=root, today=today
    )
    facts |= filled(words)
    situation = None
    alone = _alone(facts, history) if "only" in facts else None
    if today and interview_on and "only" not in facts:
        days = {"today": today, "interview_on": interview_on}
        plain = situation_from(facts, root, heard=understood, **days)
        events = events_from(facts, (*history, *news), root.inside("history"), **days)
        situation = replace(plain, history=events)
    return Asked(
        situation=situation,
        alone=alone,
        today=today,
        country=facts["country"],
        interview_on=interview_on,
        heard=understood,
        in_words=in_words,
        said_nothing="said" not in facts and root.inside("said").is_clean,
        answered=_answered(request),
        skipped=facts.get("skipped", ()),
        entries=tuple((_place_in_list(each.place), each.entry) for each in history),
        depends_on_region=situation is not None and _depends_on_region(facts, history, understood),
        before=facts.get("before"),
        read_only=facts.get("read_only", False),
        rules_version=facts.get("rules_version"),
        planned=facts.get("planned", {}),
        site_root=facts.get("site_root", "../"),
        problems=tuple(root.problems),
        damaged=frozenset(root.damaged),
    )


def _alone(facts: Facts, history: Sequence[Told]) -> Event | None:
    country, region = facts["country"], facts["region"]
    events = history_of(history[-1:], Place(), country=country, region=region)
    return events[-1] if events else None


def _in_words(facts: Facts, understood: Heard | None, request: object) -> tuple[Fact, ...]:
    if understood is None or not isinstance(request, dict):
        return ()
    names = request.get("names")
    named = [name for name, value in names.items() if value] if isinstance(names, dict) else []
    given = {*request, *(f"names.{name}" for name in named)}
    statement = facts["said"]
    if any(entry.event == "interview" for _, entry in facts.get("history", ())):
        given.add("awaiting")  # the round that they spoke of may be over, and counts no more
    return in_use(
        (*facts_in(understood, country=facts["country"]), *news_in(understood)),
        given=given,
        ignored=statement.ignore,
        since=understood.on,
    )


def _news(
    facts: Facts,
    in_words: Iterable[Fact],
    root: Place,
    *,
    today: date | None,
    interview_on: date | None,
) -> tuple[Told, ...]:
    """Return what their first words say has happened, unless the history tells it, too."""
    statement, known = facts.get("said"), [entry for _, entry in facts.get("history", ())]
    if statement is None or today is None or interview_on is None:
        return ()
    has_more = any(is_theirs(entry) for entry in known)
    on = day_of_news(statement.on, today, has_more=has_more, interview_on=interview_on)
    found = [
        Entry(
            on=on,
            event=fact.value,
            said=statement.text,
            in_writing=False if says("spoken", statement.text) else None,
        )
        for fact in in_words
        if fact.used and fact.id in NEWS and fact.value not in [entry.event for entry in known]
    ]
    if on < interview_on and "cancelled" not in [entry.event for entry in found]:
        return ()
    return told({**facts, "history": tuple((root.inside("said"), entry) for entry in found)})


def _depends_on_region(facts: Facts, history: Iterable[Told], understood: Heard | None) -> bool:
    if facts.get("region"):
        return False
    statement = facts.get("said")
    said = [each.heard for each in history if each.heard]
    if statement and statement.chosen and not said:
        return False
    last = said[-1] if said else understood
    return last is not None and depends_on_region(last, country=facts["country"])


def _answered(request: object) -> frozenset[str]:
    # What has happened since is never answered once and for all.
    names = set(request) - {"history"} if isinstance(request, dict) else set()
    interview = request.get("interview") if isinstance(request, dict) else None
    has_round = isinstance(interview, dict) and "round" in interview
    return frozenset(names | {"round"} if has_round else names)


def _place_in_list(place: Place) -> int:
    return int(place.path.rpartition(".")[2])


def _country_and_region(facts: Facts, root: Place) -> Facts:
    country = facts.get("country", "US")
    given = facts.get("region") or ""
    known = holidays.regions(country)
    region = _region(given, country=country, known=known)
    if given and not region:
        place = root.inside("region")
        place.write(f"{place.label} must be a code from the country's list{nearest(given, known)}")
    return {"country": country, "region": region}


def _region(given: str, *, country: str, known: Iterable[str]) -> str | None:
    # "SCT", "sct" and "GB-SCT" are all Scotland.
    code = given.upper().removeprefix(f"{country}-")
    return next((each for each in known if each.upper() == code), None)


def _today(facts: Facts, place: Place) -> date | None:
    if "today" not in facts and place.is_clean:
        place.write("Enter today's date")
    return facts.get("today")


def _interview_on(facts: Facts, place: Place, *, today: date | None) -> date | None:
    interview = facts.get("interview", {})
    if "on" in interview:
        return interview["on"]
    if "typed" in interview:
        country = facts["country"]
        return _typed(interview["typed"], place, today=today, country=country) if today else None
    if place.is_clean:
        place.inside("on").write("Enter the date of your interview")
    return None


def _typed(typed: Typed, place: Place, *, today: date, country: str) -> date | None:
    found = typed_date(typed, today=today, country=country, name="date of your interview")
    match found:
        case date() if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
        case date():
            year = place.inside("typed").inside("year")
            year.write(f"Year must be from {FIRST_YEAR} to {LAST_YEAR}")
        case faults:
            for fault in faults:
                at_fault = (
                    place.inside("typed").inside(fault.part) if fault.part else place.inside("on")
                )
                at_fault.write(fault.message)
    return None


def _heard(
    facts: Facts, place: Place, *, today: date | None, interview_on: date | None
) -> Heard | None:
    statement = facts.get("said")
    if statement is None:
        return None
    if not statement.text.strip() and not statement.chosen:
        if place.inside("text").is_clean:
            place.inside("text").write(
                "Enter what they said about timing, or choose “They said nothing”"
            )
        return None
    on = _said_on(statement, place.inside("on"), today=today, interview_on=interview_on)
    if on is None:
        return None
    understood = heard(statement.text, on=on, country=facts["country"], region=facts["region"])
    match statement.chosen:
        case None:
            return once_past(understood, today)
        case "none":
            return chosen(understood, None)
        case window:
            return chosen(understood, window)


def _said_on(
    statement: Statement, place: Place, *, today: date | None, interview_on: date | None
) -> date | None:
    usual, on = interview_on or today, statement.on
    if on and on != usual and today and not makes_sense(on, place, until_today(today)):
        return usual
    return on or usual
