"""A meaning: how to find what a phrase stands for, and what that is in plain English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Meaning[**Slots, Value]:
    """A function of the setting and of what fills a phrase's slots, and its effect in words."""

    words: str
    find: Callable[Slots, Value]

    def __call__(self, *args: Slots.args, **kwargs: Slots.kwargs) -> Value:
        """Find what the slots mean together."""
        return self.find(*args, **kwargs)


def means[**Slots, Value](
    words: str,
) -> Callable[[Callable[Slots, Value]], Meaning[Slots, Value]]:
    """Say in plain English what a function finds for a phrase.

    >>> @means("twice the number")
    ... def twice(number):
    ...     return 2 * number
    >>> twice(4), twice.words
    (8, 'twice the number')
    """
    return lambda find: Meaning(words, find)


def reordered(meaning: Meaning[..., Any], *places: int) -> Meaning[..., Any]:
    """Return a meaning for a phrase that has its slots at these places of its own."""
    return Meaning(
        meaning.words,
        lambda setting, *slots: meaning.find(setting, *(slots[place] for place in places)),
    )


def flipped(meaning: Meaning[..., Any]) -> Meaning[..., Any]:
    """Return the meaning for a phrase whose slots come in the other order."""
    return reordered(meaning, 1, 0)


def of_year(meaning: Meaning[..., Any]) -> Meaning[..., Any]:
    """Return the meaning for a phrase that names its year otherwise: "next year"."""
    return Meaning(
        meaning.words, lambda setting, what, time: meaning.find(setting, what, time.first.year)
    )


def as_named(words: str, place: int = 0) -> Meaning[..., Any]:
    """Return the meaning of a phrase that stands for what fills one of its slots."""
    return Meaning(words, lambda _setting, *slots: slots[place])
