"""The advice as data: rules, their sources, where experts differ, and what a person may choose.

Everything that someone decided stands in ``data/rules.toml``, ``policies.toml`` and
``sources.toml``; code names a rule by its id and asks it for its numbers.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from calculator.planning.advice import (
    Advice,
    AdviceError,
    Amount,
    Choice,
    Difference,
    Option,
    Quiet,
    Rule,
    Season,
    Side,
    Source,
    StyleOfAdvice,
    Trials,
    Unit,
)

DATA = Path(__file__).parent.parent / "data"


# The rules' numbers in words, by the rule's id and the number's name, for sentences elsewhere.
type Numbers = Mapping[str, Mapping[str, str]]


@cache
def advice() -> Advice:
    """Return the advice of this site, checked."""
    return load(DATA)


def rule(name: str) -> Rule:
    """Return the rule of that id; raises ``AdviceError`` where there is none."""
    try:
        return advice().rules[name]
    except KeyError:
        raise AdviceError(f"no such rule: {name!r}") from None


def choice(name: str) -> Choice:
    """Return what a person may choose, by its id."""
    return advice().choices[name]


def load(folder: Path) -> Advice:
    """Return the advice in a folder.

    Raises ``AdviceError`` where an id is doubled or unknown, a rule has neither source nor reason,
    or a unit is none of ours.
    """
    about_rules = tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))
    about_choices = tomllib.loads((folder / "policies.toml").read_text(encoding="utf-8"))
    about_sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    numbers = {entry["id"]: in_words(amounts_of(entry)) for entry in about_rules["rule"]}
    loaded = Advice(
        version=about_rules["version"],
        rules=by_id(rule_of(entry, numbers) for entry in about_rules["rule"]),
        sources=by_id(Source(**entry) for entry in about_sources["source"]),
        differences=by_id(difference_of(entry, numbers) for entry in about_rules["difference"]),
        choices=by_id(choice_of(entry, numbers) for entry in about_choices["policy"]),
        trials=trials_of(about_choices["questions"]),
        styles=tuple(StyleOfAdvice(**entry) for entry in about_choices["style"]),
        quiet=tuple(Quiet(**with_tuples(entry)) for entry in about_rules["quiet"]),
        seasons=tuple(Season(**with_tuples(entry)) for entry in about_rules["season"]),
    )
    check(loaded)
    return loaded


def by_id[T: (Rule, Source, Difference, Choice)](entries: Iterable[T]) -> dict[str, T]:
    """Return entries by their id; raises ``AdviceError`` where two have the same."""
    found: dict[str, T] = {}
    for entry in entries:
        if entry.id in found:
            raise AdviceError(f"two entries have the id {entry.id!r}")
        found[entry.id] = entry
    return found


def amounts_of(entry: Mapping[str, Any]) -> dict[str, Amount]:
    """Return the numbers of a rule's table by their names."""
    return {name: amount_of(numbers) for name, numbers in entry.get("amounts", {}).items()}


def rule_of(entry: dict[str, Any], numbers: Numbers) -> Rule:
    """Return a rule from its table, with its own and other rules' numbers in its sentences."""
    own = numbers[entry["id"]]
    return Rule(
        **entry
        | {
            "amounts": amounts_of(entry),
            "in_words": own,
            "says": entry["says"].format_map({**numbers, **own}),
            "sources": tuple(entry["sources"]),
            "countries": tuple(entry.get("countries", ())),
        },
    )


def difference_of(entry: dict[str, Any], numbers: Numbers) -> Difference:
    """Return a difference from its table, with the rules' numbers in what we took."""
    sides = (Side(says=side["says"], sources=tuple(side["sources"])) for side in entry.pop("side"))
    return Difference(
        **entry
        | {
            "rules": tuple(entry["rules"]),
            "default": entry["default"].format_map(numbers),
            "sides": tuple(sides),
        }
    )


def choice_of(entry: dict[str, Any], numbers: Numbers) -> Choice:
    """Return a choice from its table, with the rules' numbers in its options."""
    options = tuple(option_of(option, numbers) for option in entry.pop("option"))
    return Choice(**entry, options=options)


def option_of(entry: dict[str, Any], numbers: Numbers) -> Option:
    """Return one option of a choice from its table."""
    amount = amount_of(entry["amount"]) if "amount" in entry else None
    return Option(**entry | {"amount": amount, "says": entry["says"].format_map(numbers)})


def with_tuples(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a table whose lists never change."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()
    }


def trials_of(entry: dict[str, Any]) -> Trials:
    """Return the trials from their table."""
    first, last = entry["year_end"]
    return Trials(
        most=entry["most"],
        countries=tuple(entry["countries"]),
        regions=entry["regions"],
        seldom={country: tuple(regions) for country, regions in entry["seldom"].items()},
        year_end=(first, last),
    )


def amount_of(numbers: dict[str, Any]) -> Amount:
    """Return an amount from its table; raises ``AdviceError`` for a unit that is none of ours."""
    amount = Amount(**numbers)
    if amount.unit not in get_args(Unit.__value__) or amount.count < 1:
        raise AdviceError(f"no such amount: {numbers!r}")
    return amount


def in_words(amounts: Mapping[str, Amount]) -> dict[str, str]:
    """Return the words for amounts by name, and again with a capital where the name has one."""
    words = {name: str(amount) for name, amount in amounts.items()}
    capitals = {name.capitalize(): text[:1].upper() + text[1:] for name, text in words.items()}
    return words | capitals


def check(loaded: Advice) -> None:
    """Raise ``AdviceError`` for the first thing in the advice that does not hold together."""
    for problem in problems(loaded):
        raise AdviceError(problem)


def problems(loaded: Advice) -> Iterator[str]:
    """Yield what does not hold together: ids that lead nowhere, rules without a reason."""
    for one in loaded.rules.values():
        if one.reviewed > loaded.version:
            yield f"{one.id} was reviewed after the version of the rules, {loaded.version}"
        if not one.sources and not one.house:
            yield f"{one.id} has neither a source nor a reason"
        yield from strangers(one.sources, loaded.sources, at=one.id)
    for difference in loaded.differences.values():
        yield from strangers(difference.rules, loaded.rules, at=difference.id)
        for side in difference.sides:
            yield from strangers(side.sources, loaded.sources, at=difference.id)
        if difference.policy:
            yield from strangers([difference.policy], loaded.choices, at=difference.id)
    for one_choice in loaded.choices.values():
        yield from strangers([one_choice.difference], loaded.differences, at=one_choice.id)
        named = [option.rule for option in one_choice.options if option.rule]
        yield from strangers(named, loaded.rules, at=one_choice.id)


def strangers(ids: Iterable[str], known: Mapping[str, object], *, at: str) -> Iterator[str]:
    """Yield a problem for each id that is not known."""
    return (f"{at} names {name!r}, which does not exist" for name in ids if name not in known)
