"""What the answer of a text is about: the decision, the next round, the written offer, or any word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from calculator.reading.reading import Awaits
from calculator.reading.sayings import says

# What a sentence is about goes by the first of these that it speaks of.
ABOUT: Mapping[str, Awaits] = {"offer": "offer", "next round": "next-round", "decision": "decision"}
SENTENCE = re.compile(r"[^.!?\n]+")
BREAK = re.compile(r"[.!?](?=\s)|\n")
# Where a clause of its own begins: behind a comma that joins it alone, or behind a word that does.
NEW_CLAUSE = re.compile(
    r", (?=(?:i|we|it|you|they|he|she|that|the \w+ (?:has|have|is|are|needs?|will))(?:['\u2019 ]))"
    r"|,? and then |,? (?:and|but|so) (?=(?:(?:i|we|it|you|they|he|she)['\u2019 ]|(?:please|feel|do|don't|call|email|"
    r"ring|phone|drop|give|get) ))",
    re.IGNORECASE,
)


def awaits_of(statement: str, spans: Sequence[tuple[int, int]]) -> Awaits:
    """Return what the sentence around an answer's time is about.

    >>> awaits_of("The written offer follows by Friday.", [(26, 35)])
    'offer'
    """
    for start, end in spans[:1]:
        sentence = sentence_at(statement, start, end)
        return next((about for name, about in ABOUT.items() if says(name, sentence)), "word")
    return "word"


def sentences(statement: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences and lines of a statement, without their signs, each with its place."""
    return ((found.start(), found[0]) for found in SENTENCE.finditer(statement))


def sentence_at(statement: str, start: int, end: int) -> str:
    """Return the sentence, or the line, that holds a place of a statement."""
    before = [match.end() for match in BREAK.finditer(statement, 0, start)]
    after = BREAK.search(statement, end)
    return statement[before[-1] if before else 0 : after.end() if after else len(statement)].strip()


def clause_with(sentence: str, words: str) -> str:
    """Return the clause of a sentence that has some words, where several are joined in it.

    >>> clause_with("It's slow, we meet in May", "in May")
    'we meet in May'
    >>> clause_with("Second interviews are in May and we'll ask you before", "in May")
    'Second interviews are in May'
    """
    found = (clause for clause in NEW_CLAUSE.split(sentence) if words and words in clause)
    return next(found, sentence)
