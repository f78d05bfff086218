"""The list of wordings: none stands in it twice, and each is in two cases or more."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from calculator import Reading, read
from calculator.reading import cues, phrases, text_said
from calculator.reading.chart import Match, chart_of
from calculator.reading.context import in_context
from calculator.reading.mail import body_of
from calculator.reading.patterns import Phrase, pieces_of, tree_of
from calculator.reading.times import longest
from calculator.reading.values import Setting
from calculator.reading.words import tokens
from tools.training.texts import marked_texts

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "phrases.toml").read_text(encoding="utf-8"))
FORMS = tomllib.loads((FOLDER / "forms.toml").read_text(encoding="utf-8"))
MEANS = FORMS["means"].items()


def as_written(reading: Reading) -> str:
    """Return what a reading means as ``forms.toml`` writes it."""
    if reading.certainty != "sure" or reading.window is None:
        return "missing" if reading.missing else reading.certainty
    window = reading.window
    first, last = (str(day) if day else ".." for day in (window.earliest, window.latest))
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("statement", "means"), MEANS, ids=FORMS["means"])
def test_a_wording_means_what_its_case_says(statement: str, means: str) -> None:
    assert as_written(read(statement, said_on=FORMS["said_on"])) == means


def test_a_piece_of_a_wording_is_words_or_a_slot() -> None:
    wordings = (wording for phrase in phrases.PHRASES for wording in phrase.wordings)
    pieces = [piece for wording in wordings for piece in pieces_of(wording)]
    assert [
        piece for piece in pieces if any(sign in way for way in piece.ways for sign in "<>")
    ] == []


def test_no_wording_stands_in_two_phrases() -> None:
    stands_in: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for phrase in phrases.PHRASES:
        for sequence in phrase.sequences():
            stands_in[sequence].add(phrase.name)
    assert {words: names for words, names in stands_in.items() if len(names) > 1} == {}


def test_a_phrase_is_in_two_cases_or_more() -> None:
    counts = Counter(id(one) for statement in statements() for one in set(phrases_in(*statement)))
    assert [one.name for one in phrases.LISTED if counts[id(one)] < 2] == []


def test_a_cue_is_in_two_texts_or_more() -> None:
    """What is learned from the marked texts has its cases there, the rest in the cases."""
    rare = {
        Phrase(f"{role}: {wording}", cues.cue(role), "", wording): 0
        for role, wordings in cues.WORDINGS.items()
        for wording in wordings
    }
    setting = Setting(FORMS["said_on"])
    texts = (*(text for text, _ in statements()), *(one.text for one in marked_texts()))
    for at, text in enumerate(texts):
        if at % 100 == 0:
            rare = {phrase: count for phrase, count in rare.items() if count < 2}
            tree = tree_of(tuple(rare))
        words = in_context(tokens(body_of(text)))
        matches = chain.from_iterable(chart_of(words, tree, setting))
        for phrase in {match.phrase for match in matches if match.phrase}:
            rare[phrase] += 1
    assert [phrase.name for phrase, count in rare.items() if count < 2] == []


def statements() -> Iterator[tuple[str, Setting]]:
    """Yield the statements of all cases, with the day and the country."""
    for case in CASES["case"]:
        day: date = case.get("said_on", CASES["said_on"])
        for statement in case["phrases"]:
            yield statement, Setting(day, case.get("country", "US"))
    for statement in FORMS["means"]:
        yield statement, Setting(FORMS["said_on"])


def phrases_in(statement: str, setting: Setting) -> Iterator[Phrase]:
    """Yield the phrases of the times that are found in a statement, and of what is none."""
    text = text_said(statement, setting)
    for match in longest(text.tokens, text.chart):
        yield from phrases_of(match)


def phrases_of(match: Match) -> Iterator[Phrase]:
    """Yield the phrases that a match was made of."""
    if match.phrase:
        yield match.phrase
    for part in match.parts:
        yield from phrases_of(part)
