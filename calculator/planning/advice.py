"""What the advice is made of: rules, sources, where experts differ, what a person may choose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

type Unit = Literal["days", "working days", "weeks", "months", "contacts", "people"]


NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class AdviceError(ValueError):
    """The data files contradict themselves: an unknown id, a missing source, an odd number."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit.

    >>> str(Amount(14, "days")), str(Amount(2, "working days")), str(Amount(1, "months"))
    ('two weeks', 'two working days', 'a month')
    """

    count: int
    unit: Unit

    def __str__(self) -> str:
        if self.unit == "days" and self.count and self.count % 7 == 0:
            return str(Amount(self.count // 7, "weeks"))
        if self.count == 1:
            return f"a {self.unit.removesuffix('s')}"
        number = NUMBER_WORDS[self.count] if self.count < len(NUMBER_WORDS) else self.count
        return f"{number} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says something, where and when, and what they claim in our words.

    ``checked`` is the day on which the claim was last compared with the page's own text.
    """

    id: str
    who: str
    title: str
    url: str
    kind: str
    claims: str
    year: int | None = None
    year_is_about: bool = False
    checked: date | None = None
    caveat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One piece of advice: a plain sentence, its numbers, its sources.

    ``says`` has its numbers filled in; ``why`` and ``notice`` keep the blanks that a situation
    fills, and ``in_words`` are its numbers for them. ``house`` is the reason for a rule, or a
    number, that no source gives.
    """

    id: str
    says: str
    why: str
    precedence: int
    reviewed: date
    sources: tuple[str, ...] = ()
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    in_words: Mapping[str, str] = field(default_factory=dict)
    script: str | None = None
    notice: str = ""
    house: str = ""
    countries: tuple[str, ...] = ()
    region: str | None = None
    since: date = date.min

    def amount(self, name: str) -> Amount:
        """Return one of its numbers; raises ``AdviceError`` for a name that it does not have."""
        if name not in self.amounts:
            raise AdviceError(f"{self.id} has no amount {name!r}")
        return self.amounts[name]

    def count(self, name: str) -> int:
        """Return one of its numbers without the unit, where the unit is no span of time."""
        return self.amount(name).count


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What some experts say, and which."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question on which experts differ: the sides, and what we took and why."""

    id: str
    question: str
    rules: tuple[str, ...]
    default: str
    because: str
    sides: tuple[Side, ...]
    policy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the answers that a person may choose."""

    value: str
    says: str
    rule: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person may choose where experts differ; the first option is the default."""

    id: str
    question: str
    difference: str
    options: tuple[Option, ...]

    def option(self, value: str) -> Option:
        """Return the option of that value; raises ``AdviceError`` where there is none."""
        for option in self.options:
            if option.value == value:
                return option
        raise AdviceError(f"{self.id} has no option {value!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Days beside a holiday on which people work, but on which no contact is planned.

    ``offsets`` count from the holiday whose name has ``holiday`` in it, in any country or in
    ``countries`` only; ``on`` is its month and day where a name is not exact enough. ``when`` is
    what these days are called.
    """

    holiday: str
    offsets: tuple[int, ...]
    when: str
    countries: tuple[str, ...] = ()
    on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Weeks of the year in which answers are slow, from one month and day to another.

    In ``countries``, or wherever a holiday has ``holiday`` in its name.
    """

    says: str
    first: str
    last: str
    countries: tuple[str, ...] = ()
    holiday: str = ""

    def holds(self, day: date) -> bool:
        """Whether a day is in the season; one over New Year ends before it begins."""
        on = f"{day:%m-%d}"
        if self.first <= self.last:
            return self.first <= on <= self.last
        return on >= self.first or on <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleOfAdvice:
    """A way to follow up that some experts advise, and what it chooses."""

    id: str
    name: str
    says: str
    channel: Literal["email-then-call", "call", "email"]
    persistence: Literal["one", "two", "weekly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """How many questions to ask at a time, and the answers to try.

    ``regions`` are those whose law may hold, by country, and ``seldom`` those that so few mean that
    nobody is asked for a region because of them. ``year_end`` are the first and the last
    day, as month and day, on which many offices are shut.
    """

    most: int
    countries: tuple[str, ...]
    regions: Mapping[str, str]
    seldom: Mapping[str, tuple[str, ...]]
    year_end: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """All that the data files hold, by id and in their order.

    ``version`` is the day on which a rule last changed: a plan that was kept since an earlier
    version may have other days now.
    """

    version: date
    rules: Mapping[str, Rule]
    sources: Mapping[str, Source]
    differences: Mapping[str, Difference]
    choices: Mapping[str, Choice]
    trials: Trials
    quiet: tuple[Quiet, ...] = ()
    seasons: tuple[Season, ...] = ()
    styles: tuple[StyleOfAdvice, ...] = ()
