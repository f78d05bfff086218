"""What each time of a text is about, as learned from texts with marked times."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from calculator.reading.reading import Role

DATA = Path(__file__).parents[1] / "data" / "weights.tsv"
ROLES: tuple[Role, ...] = (
    "answer",
    "stage",
    "may-contact",
    "asked",
    "interview",
    "said",
    "start",
    "away",
    "other",
)
ZERO = ord("O")  # the letter of the weight nought


class Weights(NamedTuple):
    """What each feature adds to the score of each role, one letter a role, and what a step is worth."""

    of: Mapping[str, bytes]
    step: float


@cache
def weights() -> Weights:
    """Return what was learned."""
    first, *lines = DATA.read_text(encoding="utf-8").splitlines()
    rows = (line.rpartition("\t") for line in lines)
    return Weights({name: letters.encode() for name, _, letters in rows}, float(first.split()[-1]))


def scored(features: Sequence[str]) -> list[float]:
    """Return how likely a time has each of the ``ROLES``; together they are 1."""
    of, step = weights()
    rows = [of[feature] for feature in features if feature in of]
    sums = [sum(column) - ZERO * len(rows) for column in zip(*rows, strict=True)]
    return likely([total * step for total in sums] if sums else [0.0] * len(ROLES))


def likely(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]
