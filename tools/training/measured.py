"""How the reader does on texts it has not learned from, and how sure it has to be, by that.

A text counts as right when its reading agrees with the one that its own marks give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from calculator.days import Window
from calculator.reading import read_as, text_said
from calculator.reading.answers import reading_of
from calculator.reading.features import features_of
from calculator.reading.outright import told_outright
from calculator.reading.reading import Reading, Role
from calculator.reading.roles import ROLES, Limits
from calculator.reading.times import Text
from calculator.reading.values import Setting
from tools.training.texts import Marked

type Chances = Sequence[Sequence[float]]
type Outcome = Literal["right", "asked", "missed", "wrong"]
type Unseen = tuple[Seen, Chances]

SETTING = Setting(date(2026, 3, 10), "GB")
LONG = 30  # words
# Texts that were written as labelled sets, like real ones: of 100 long ones so many may be surely
# wrong. It is to be 5 at most, and some room is left: these have been looked at.
LIKE_REAL = frozenset("ua ub ue uf ug".split())
MOST_WRONG = 4.4
# Of 100 of all long ones with a promise so many may be taken for others.
MOST_MISSED = 10.0
STEP = 0.02
BARE = 1.4  # times as likely where nothing tells of an answer (README.md)


@dataclass(frozen=True, slots=True)
class Seen:
    """A marked text as the reader sees it: its times with their features and their roles."""

    marked: Marked
    text: Text
    features: Sequence[Sequence[str]]
    roles: Sequence[Role]
    expected: Reading = field(repr=False)

    @property
    def kind(self) -> str:
        """What it is measured with: long, long without a promise, short."""
        if len(self.marked.text.split()) < LONG:
            return "short"
        return "long" if self.expected.certainty != "none" else "none"


def seen(marked: Marked) -> Seen:
    """Return a marked text with all that can be seen of it."""
    text = text_said(marked.text, SETTING)
    tokens = text.tokens
    roles = [
        marked.role_at(tokens[time.start].start, tokens[time.end - 1].end) for time in text.times
    ]
    certain = [[float(role == one) for one in ROLES] for role in roles]
    return Seen(
        marked=marked,
        text=text,
        features=features_of(text),
        roles=roles,
        expected=read_with(marked, text, certain, Limits(0.5, 0.5, 1)),
    )


def read_with(marked: Marked, text: Text, chances: Chances, limits: Limits) -> Reading:
    """Return the reading of a text whose times have given chances of each role."""

    def meaning(said: Text) -> Reading:
        if len(said.times) != len(chances):  # another day, another number of times
            return Reading(certainty="none")
        return reading_of(said, chances, limits)

    return read_as(marked.text, text, meaning)


def chosen_limits(unseen: Sequence[Unseen]) -> Limits:
    """Return the lowest chance to be sure at, and the highest to ask from, that keep the bounds."""
    long = [one for one in unseen if one[0].kind != "short"]
    promised = [one for one in long if one[0].kind == "long"]
    real = [one for one in long if one[0].marked.source in LIKE_REAL]
    likely = 0.5
    while likely > STEP and share(promised, Limits(0.7, likely, 1), "missed") > MOST_MISSED:
        likely -= STEP
    sure = likely
    while sure < 1 and share(real, Limits(sure, likely, BARE), "wrong") > MOST_WRONG:
        sure += STEP
    return Limits(round(sure, 2), round(likely, 2), BARE)


def share(unseen: Sequence[Unseen], limits: Limits, wanted: Outcome) -> float:
    """Return how many of 100 texts come out in a way."""
    return 100 * outcomes(unseen, limits)[wanted] / len(unseen)


def outcomes(unseen: Sequence[Unseen], limits: Limits) -> Counter[Outcome]:
    return Counter(
        outcome(one.expected, read_with(one.marked, one.text, chances, limits))
        for one, chances in unseen
    )


def known(one: Seen, chances: Chances) -> Chances:
    """Return the chances that the reader goes by: no doubt of what is said outright."""
    return told_outright(chances, one.text, one.marked.text)


def outcome(expected: Reading, reading: Reading) -> Outcome:
    """Return how a reading compares with what was expected."""
    ways = windows(expected)
    if not reading.window and reading.certainty != "ask":
        return "missed" if ways else "right"
    if reading.certainty == "ask":
        return "asked" if not ways or ways & windows(reading) else "missed"
    return "right" if agrees(reading.window, ways) else "wrong"


def windows(reading: Reading) -> set[Window]:
    return {way for way in (reading.window, *reading.alternatives) if way}


def agrees(window: Window | None, ways: set[Window]) -> bool:
    """Whether a window is one of several, or at least ends when one of them does."""
    if window is None or window in ways:
        return window is not None
    return window.latest is not None and window.latest in {way.latest for way in ways}


def figures(unseen: Sequence[Unseen], limits: Limits) -> Iterator[str]:
    """Yield a line for each kind of text: how many are right, asked about, missed and wrong."""
    for kind in ("long", "none", "short"):
        texts = [one for one in unseen if one[0].kind == kind]
        found = outcomes(texts, limits)
        parts = (100 * found[one] / len(texts) for one in ("right", "asked", "missed", "wrong"))
        yield f"{kind} ({len(texts)}): {' / '.join(f'{part:.1f}' for part in parts)}"
