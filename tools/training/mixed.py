"""More texts, put together from parts of the marked ones, always in the same way.

A sentence that tells when the answer comes, by itself; the same sentence among those of a text that
says nothing of it; a text with its times changed for others of the same role.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\s])|\n{2,}")
MARKED = re.compile(r"\[\[([A-Z]) ((?:(?!\[\[|\]\]).)*)\]\]", re.DOTALL)
ANSWER = re.compile(r"\[\[[AS] ")


def sentences(text: str) -> list[str]:
    """Return the sentences of a marked text; a mark is never cut."""
    found: list[str] = []
    for part in SENTENCE.split(text):
        if found and found[-1].count("[[") > found[-1].count("]]"):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [part for part in found if part.strip()]


def alone(texts: Sequence[str]) -> Iterator[str]:
    """Yield each sentence with an answer's time of the longer texts, by itself."""
    for text in texts:
        parts = sentences(text)
        if len(parts) > 1:
            yield from (part for part in parts if ANSWER.search(part))


def among(
    texts: Sequence[str], statements: Sequence[str], chance: random.Random, *, count: int
) -> Iterator[str]:
    """Yield statements, each put among the sentences of a text without an answer."""
    without = [text for text in texts if not ANSWER.search(text)]
    for _ in range(count):
        parts = sentences(chance.choice(without))
        parts.insert(chance.randint(0, len(parts)), chance.choice(statements))
        yield " ".join(parts)


def exchanged(texts: Sequence[str], chance: random.Random, *, count: int) -> Iterator[str]:
    """Yield texts with their times changed for others of the same role and first word."""
    others: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in texts:
        for role, words in MARKED.findall(text):
            others[role, first_of(words)].append(words)

    def another(match: re.Match[str]) -> str:
        role, words = match.groups()
        return f"[[{role} {chance.choice(others[role, first_of(words)])}]]"

    for _ in range(count):
        yield MARKED.sub(another, chance.choice(texts))


def first_of(words: str) -> str:
    return words.split(maxsplit=1)[0].lower() if words.split() else ""
