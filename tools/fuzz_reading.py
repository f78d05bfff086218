"""Try many made-up statements, and what must hold for any of them.

A reading never fails, its windows begin before they end, its words are in the statement. "By X"
ends where X ends. A week later, plain days, weekdays and weeks mean a week later. Capitals, a full
stop and a space more change nothing; beside a time that is over the days stay, if less sure.

Run as ``python -m tools.fuzz_reading``; the variable ``FUZZ`` says how many (200,000), ``SEED``
repeats a run. What fails is made as short as it can be and kept in ``tests/cases/found.toml``,
where a test reads it ever after.
"""

from __future__ import annotations

import json
import os
import random
import traceback
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from calculator import Reading, Window
from calculator.reading import cues, phrases, read
from tools.wordings import fillers, text_of, wordings

KEPT = Path(__file__).parents[1] / "tests" / "cases" / "found.toml"
FIRST_DAY = date(2024, 1, 1)
DAYS = 12 * 365
# Where tables of days end, and after that: half of the statements are made then.
LAST_YEAR = date(2032, 1, 1)
WEEK = timedelta(days=7)
COUNTRIES = ["US", "GB", "CA", "KR"]
SIGNS = [*",.!?-/'…:;()>~", "\n", "\u2019", "\u00a0", "😀", "ß", "31", "0", "2027", "not", "until"]
STEP = 10_000

# Sentences for the rules that hold for some only: when, and what is said around it.
PLAIN = [
    "Friday",
    "next week",
    "tomorrow",
    "the end of next week",
    "early next week",
    "a week from Tuesday",
    "Monday or Tuesday",
    "this weekend",
    "the day after tomorrow",
    "the week after next",
    "Friday week",
    "late next week",
]
# By a month, a quarter or a year is by its first day, so these stand for days and parts of months.
DATED = [
    "12 March",
    "the 15th",
    "early May",
    "the end of June",
    "the last Friday in March",
    "Easter",
]
LEADS = ["They will call me {}", "we'll let you know {}", "{}", "Decision {}.", "hope to hear {}"]
LENGTHS = ["in {} days", "in {} weeks", "within {} days", "in at least {} days"]
PAST = "I interviewed yesterday. "
# What other sentences have that are no times, in any place of a statement.
ASIDES = [
    "{}",
    "{}.",
    "They said {}.",
    "You'll hear {}, I think.",
    "It is about {}.",
    "in {}!",
    "({})",
]


def main() -> None:
    """Read the statements, say how far it is, and keep what failed."""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    wanted = int(os.environ.get("FUZZ", "200000"))
    print(f"SEED={seed} FUZZ={wanted}", flush=True)
    drawn = Drawn(random.Random(seed))  # noqa: S311 (made-up statements, no secrets)
    faults: dict[str, list[Fault]] = {}
    for number in range(1, wanted + 1):
        if fault := drawn.fault(*CHECKS[number % len(CHECKS)]):
            faults.setdefault(fault.kind, []).append(fault)
        if number % STEP == 0 or number == wanted:
            print(f"{number:,} of {wanted:,} read, {len(faults)} kinds of fault", flush=True)
    for kind, alike in faults.items():
        shortest = alike[0].shortened()
        keep(shortest)
        print(f"{len(alike)} times {kind}: {shortest.text!r}, {shortest.day}, {shortest.country}")
    raise SystemExit(bool(faults))


class BrokenPromiseError(Exception):
    """What must hold for any statement does not hold for this one."""


def expect(*, holds: bool, of: object) -> None:
    """Raise an error that shows a statement, unless something holds for it."""
    if not holds:
        raise BrokenPromiseError(of)


type Check = Callable[[str, date, str], None]


class Fault(NamedTuple):
    """A statement for which a check may fail."""

    check: Check
    text: str
    day: date
    country: str

    @property
    def kind(self) -> str:
        """Where the check fails; nothing, if it holds."""
        try:
            self.check(self.text, self.day, self.country)
        except Exception as error:  # noqa: BLE001 # any failure is what is looked for
            at = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{at.name} of {Path(at.filename).name}"
            return f"{self.check.__name__}: {type(error).__name__} in {where}"
        return ""

    def shortened(self) -> Fault:
        """Return the statement without the words that it fails without."""
        found = self
        for place in reversed(range(len(self.text.split(" ")))):
            words = found.text.split(" ")
            shorter = found._replace(text=" ".join(words[:place] + words[place + 1 :]))
            if shorter.text and shorter.kind == self.kind:
                found = shorter
        return found


def keep(fault: Fault) -> None:
    """Keep a statement that failed as a case."""
    said, country = json.dumps(fault.text), json.dumps(fault.country)
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(f"\n[[case]]\nsaid = {said}\nsaid_on = {fault.day}\ncountry = {country}\n")


class Drawn:
    """Statements made by chance, each said on some day in some country."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.fillers = fillers(chance)
        self.wordings = wordings(phrases.PHRASES)
        self.around = wordings(cues.PHRASES)
        examples = (phrase.example.split() for phrase in phrases.PHRASES)
        self.words = [*SIGNS, *(word for words in examples for word in words)]

    def fault(self, check: Check, made: Callable[[Drawn], str]) -> Fault | None:
        """Return a made-up statement for which a check fails, or nothing if it holds."""
        first, days = self.chance.choice([(FIRST_DAY, DAYS), (LAST_YEAR, 400)])
        day = first + timedelta(days=self.chance.randrange(days))
        fault = Fault(check, made(self), day, self.chance.choice(COUNTRIES))
        return fault if fault.kind else None

    def any_words(self) -> str:
        """Return words of time in any order, now and then with a slip of the finger."""
        text: str = " ".join(self.chance.choices(self.words, k=self.chance.randint(1, 14)))
        if self.chance.random() < 1 / 2:
            return text
        at = self.chance.randrange(len(text))
        slip: str = self.chance.choice([*SIGNS, ""])
        return text[:at] + slip + text[at + 1 :]

    def any_wordings(self) -> str:
        """Return sentences that wordings make, those of times and those that stand around them."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 4)))

    def sentence(self) -> str:
        """Return a sentence of wordings, or one about anything that fills a slot."""
        chance = self.chance
        if chance.random() < 1 / 4:
            return chance.choice(ASIDES).format(
                chance.choice(self.fillers[chance.choice(list(self.fillers))])
            )
        listed = chance.choices((self.around, self.wordings), k=chance.randint(1, 5))
        parts = [text_of(chance.choice(each), self.fillers, chance) for each in listed]
        return " ".join(filter(None, parts)) + chance.choice([".", "", ",", "\n"])

    def a_time(self) -> str:
        """Return a time that has an end."""
        return self.chance.choice([*PLAIN, *DATED])

    def about(self, times: list[str]) -> str:
        """Return a plain sentence about one of the times."""
        length = self.chance.choice(LENGTHS).format(self.chance.randint(2, 9))
        return self.chance.choice(LEADS).format(self.chance.choice([*times, length]))

    def about_plain(self) -> str:
        """Return a plain sentence about a time that moves with the day."""
        return self.about(PLAIN)

    def about_any(self) -> str:
        """Return a plain sentence about any time."""
        return self.about([*PLAIN, *DATED])


def reads_well(text: str, day: date, country: str) -> None:
    """Check that windows begin before they end, and that the words are in the statement."""
    reading = read(text, said_on=day, country=country)
    for window in windows(reading):
        in_order = not window.earliest or not window.latest or window.earliest <= window.latest
        expect(holds=in_order, of=text)
    expect(holds=all(0 <= start < end <= len(text) for start, end in reading.spans), of=text)


def by_a_time(time: str, day: date, country: str) -> None:
    """Check that "by X" ends where X ends, and that no day before it is left out."""
    named = read(time, said_on=day, country=country).window
    bound = read(f"by {time}", said_on=day, country=country).window
    same = named and bound and bound.latest and named.latest == bound.latest
    whole = bound and bound.latest and bound.earliest == min(day, bound.latest)
    expect(holds=bool(same and whole), of=(time, named, bound))


def a_week_later(text: str, day: date, _country: str) -> None:
    """Check that what is said a week later means a week later."""
    now, later = read(text, said_on=day), read(text, said_on=day + WEEK)
    expect(holds=list(windows(later)) == list(map(shifted, windows(now))), of=text)


def windows(reading: Reading) -> Iterator[Window]:
    """Yield the window of a reading and the other ones."""
    yield from filter(None, (reading.window, *reading.alternatives))


def shifted(window: Window) -> Window:
    """Return a window a week later."""
    return Window(
        window.earliest and window.earliest + WEEK, window.latest and window.latest + WEEK
    )


def way_of_writing(text: str, day: date, _country: str) -> None:
    """Check that ways of writing change nothing, and a time that is over no days."""
    wanted = meant(text, day)
    for other in (text.upper(), f"{text.rstrip('.')}.", f" {text} ".replace(" ", "  ")):
        expect(holds=meant(other, day) == wanted, of=other)
    expect(holds=read(PAST + text, said_on=day).window == read(text, said_on=day).window, of=text)


def meant(text: str, day: date) -> tuple[object, ...]:
    """Return all that a reading says of days."""
    reading = read(text, said_on=day)
    return reading.certainty, reading.window, reading.alternatives


# What must hold, and how the statements are made for which it must.
CHECKS = (
    (reads_well, Drawn.any_wordings),
    (reads_well, Drawn.any_words),
    (by_a_time, Drawn.a_time),
    (reads_well, Drawn.any_wordings),
    (a_week_later, Drawn.about_plain),
    (way_of_writing, Drawn.about_any),
)


if __name__ == "__main__":
    main()
