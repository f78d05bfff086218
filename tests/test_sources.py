"""The sources: what a claim says stands in the passage that we kept of the page itself."""

import re

import pytest

from calculator.planning.rules import advice
from tools.site.citations import passages

SOURCES = advice().sources
# Numbers that pages write as words, where our claims have figures.
IN_WORDS = {
    **{word: str(number) for number, word in enumerate("one two three four five six".split(), 1)},
    "eighty": "80",
    "twenty-six": "26",
    "twenty-nine": "29",
    "thirty-nine": "39",
    "fifty-seven": "57",
}
NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def figures(text: str) -> set[str]:
    """Return the numbers that a text gives in figures."""
    return set(
        NUMBER.findall(re.sub(r"(?<!\d)\.(?=\d)", "0.", re.sub(r"(?<=\d),(?=\d)", "", text)))
    )


def said(text: str) -> str:
    """Return a text with the numbers that it writes as words in figures."""
    return re.sub(r"[a-z-]+", lambda word: IN_WORDS.get(word[0], word[0]), text.lower())


def test_a_kept_passage_is_of_a_source_that_was_read() -> None:
    assert passages().keys() <= {id_ for id_, one in SOURCES.items() if one.checked}


@pytest.mark.parametrize("id_", passages())
def test_the_numbers_of_a_claim_stand_in_its_passage(id_: str) -> None:
    one = SOURCES[id_]
    given = figures(said(f"{passages()[id_]} {one.who} {one.title} {one.year}"))
    assert figures(one.claims) <= given


@pytest.mark.parametrize("id_", passages())
def test_a_passage_is_short(id_: str) -> None:
    assert 5 <= len(passages()[id_].split()) <= 80


def test_most_sources_have_been_compared_with_the_page_itself() -> None:
    read = [one for one in SOURCES.values() if one.checked]
    assert len(read) > 0.8 * len(SOURCES)
    assert len(passages()) > 0.75 * len(SOURCES)
