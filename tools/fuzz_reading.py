"""Try many made-up statements, and what must hold for any of them.

A reading never fails, and no window ends before it begins. "By X" ends where X ends. A week later,
plain days, weekdays and weeks mean a week later. Capitals, a full stop and a space more change
nothing, nor does a time that is over.

Run as ``python -m tools.fuzz_reading``; the variable ``FUZZ`` says how many (200,000).
"""

import os
import random
from collections.abc import Iterator
from datetime import date, timedelta

from calculator import Reading, Window
from calculator.reading import phrases, read

SEED = 1
FIRST_DAY = date(2024, 1, 1)
WEEK = timedelta(days=7)
COUNTRIES = ["US", "GB", "KR"]
SIGNS = [*",.!?-/'…:;()", "\n", "\u2019", "\u00a0", "😀", "ß", "31", "0", "2027", "not", "until"]
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


def main() -> None:
    """Read the statements and say how far it is; the first failure ends it."""
    chance = random.Random(SEED)  # noqa: S311 (made-up statements, no secrets)
    words = [word for phrase in phrases.PHRASES for word in phrase.example.split()] + SIGNS
    wanted = int(os.environ.get("FUZZ", "200000"))
    tries = (CHECKS[number % len(CHECKS)] for number in range(wanted))
    for number, check in enumerate(tries, start=1):
        day = FIRST_DAY + timedelta(days=chance.randrange(2500))
        try:
            check(chance, words, day)
        except Exception:
            print(f"failed after {number:,}: {check.__name__}, said on {day}")
            raise
        if number % STEP == 0 or number == wanted:
            print(f"{number:,} of {wanted:,} read", flush=True)


class BrokenPromiseError(Exception):
    """What must hold for any statement does not hold for this one."""


def expect(*, holds: bool, of: object) -> None:
    """Raise an error that shows a statement, unless something holds for it."""
    if not holds:
        raise BrokenPromiseError(of)


def any_words(chance: random.Random, words: list[str], day: date) -> None:
    """Check words of time in any order: a reading whose windows begin before they end."""
    statement = made_up(chance, words)
    reading = read(statement, said_on=day, country=chance.choice(COUNTRIES))
    for window in filter(None, (reading.window, *reading.alternatives)):
        in_order = not window.earliest or not window.latest or window.earliest <= window.latest
        expect(holds=in_order, of=statement)


def made_up(chance: random.Random, words: list[str]) -> str:
    """Return words of time in any order, now and then with a slip of the finger."""
    text: str = " ".join(chance.choices(words, k=chance.randint(1, 14)))
    if chance.random() < 1 / 2:
        return text
    at = chance.randrange(len(text))
    slip: str = chance.choice([*SIGNS, ""])
    return text[:at] + slip + text[at + 1 :]


def sentence(chance: random.Random, times: list[str]) -> str:
    """Return a sentence that a grammar makes, about one of the times."""
    length = chance.choice(LENGTHS).format(chance.randint(2, 9))
    return chance.choice(LEADS).format(chance.choice([*times, length]))


def by_a_time(chance: random.Random, _words: list[str], day: date) -> None:
    """Check that "by X" ends where X ends, and that no day before it is left out."""
    time = chance.choice([*PLAIN, *DATED])
    named, bound = read(time, said_on=day).window, read(f"by {time}", said_on=day).window
    same = named and bound and bound.latest and named.latest == bound.latest
    whole = bound and bound.latest and bound.earliest == min(day, bound.latest)
    expect(holds=bool(same and whole), of=(time, named, bound))


def a_week_later(chance: random.Random, _words: list[str], day: date) -> None:
    """Check that what is said a week later means a week later."""
    text = sentence(chance, PLAIN)
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


def way_of_writing(chance: random.Random, _words: list[str], day: date) -> None:
    """Check that capitals, a full stop, spaces and a time that is over change nothing."""
    text = sentence(chance, [*PLAIN, *DATED])
    wanted = meant(text, day)
    for other in (
        text.upper(),
        f"{text.rstrip('.')}.",
        f" {text} ".replace(" ", "  "),
        PAST + text,
    ):
        expect(holds=meant(other, day) == wanted, of=other)


def meant(text: str, day: date) -> tuple[object, ...]:
    """Return all that a reading says of days."""
    reading = read(text, said_on=day)
    return reading.certainty, reading.window, reading.alternatives


CHECKS = (any_words, by_a_time, a_week_later, way_of_writing)


if __name__ == "__main__":
    main()
