"""Texts made from the wordings themselves: for each kind of slot, words that fill it."""

import random
from collections.abc import Iterable
from datetime import date

from calculator.reading import phrases
from calculator.reading.chart import chart_of
from calculator.reading.context import in_context
from calculator.reading.patterns import Phrase, pieces_of, tree_of
from calculator.reading.values import Setting
from calculator.reading.vocabulary import SENSES
from calculator.reading.words import tokens

# One of each kind of word that is told by its signs, not by a list.
SIGNED = (
    *("1", "2", "3", "5", "10", "12", "24", "30", "31", "45", "48", "100", "2024", "2027", "4500"),
    *("0", "1.5", "15th", "1st", "31st", "42nd", "'27", "5:30", "17:00", "1/2", "3/15", "15/3"),
    *("8/10", "3/4", "2027-03-15", "3/15/2027", "15.03.27", "2027-W12", "20270315"),
)
TREE = tree_of(phrases.PHRASES)
SAID_ON = Setting(date(2027, 3, 9))
# How often the wordings are gone through: what they make fills the slots of longer ones.
ROUNDS = 4
# Of texts that are alike, so many are enough.
MOST_OF_A_KIND = 400

type Texts = dict[str, list[str]]


def fillers(chance: random.Random) -> Texts:
    """Return texts for each kind of slot, made from the wordings and from what fills theirs."""
    found: Texts = {}
    for word, senses in SENSES.items():
        for kind, _ in senses:
            found.setdefault(kind, []).append(word)
    for text in SIGNED:
        for kind, _ in tokens(text)[0].senses:
            found.setdefault(kind, []).append(text)
    for _ in range(ROUNDS):
        for wording in wordings(phrases.PHRASES):
            if text := text_of(wording, found, chance):
                for kind in kinds_of(text):
                    alike = found.setdefault(kind, [])
                    if len(alike) < MOST_OF_A_KIND:
                        alike.append(text)
                    else:
                        alike[chance.randrange(MOST_OF_A_KIND)] = text
    return found


def text_of(wording: str, found: Texts, chance: random.Random) -> str:
    """Return a wording with its slots filled, nothing where there is no filler."""
    words: list[str] = []
    for piece in pieces_of(wording):
        if piece.optional and chance.random() < 1 / 2:
            continue
        way = chance.choice(piece.ways)
        if piece.is_slot and way not in found:
            return ""
        words.append(chance.choice(found[way]) if piece.is_slot else way)
    return " ".join(words).replace(" 's", "'s")


def kinds_of(text: str) -> set[str]:
    """Return the kinds of all that the whole of a text is found to be."""
    try:
        words = in_context(tokens(text))
        chart = chart_of(words, TREE, SAID_ON)
    except Exception:  # noqa: BLE001 # whoever reads this text will see it fail
        return set()
    return {kind for match in chart[0] if match.end == len(words) for kind in match.kinds}


def wordings(listed: Iterable[Phrase]) -> list[str]:
    """Return all wordings of phrases."""
    return [wording for phrase in listed for wording in phrase.wordings]
