"""The marked texts: every mark is well formed, every key known, and no text stands twice."""

import json
import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

import pytest

from calculator.reading.roles import weights
from tools.training.texts import LETTERS, TEXTS, digest, unmarked

FILES = {file.stem: file.read_text("utf-8").splitlines() for file in sorted(TEXTS.glob("*.jsonl"))}
EVERY: list[dict[str, Any]] = [json.loads(line) for lines in FILES.values() for line in lines]
MARK = re.compile(r"\[\[([A-Z]) ((?:(?!\[\[|\]\]).)+)\]\]", re.DOTALL)
LONGEST_TIME = 80
# Here nearly the same words stand with a promise and without one, on purpose.
CONTRASTS = "w"


def letters(line: dict[str, Any]) -> set[str]:
    return {letter for letter, _ in MARK.findall(line["t"])}


def plain(line: dict[str, Any]) -> str:
    return MARK.sub(r"\2", line["t"])


def ill_formed(line: dict[str, Any], name: str) -> str | None:
    """Say what is wrong with a line, or nothing."""
    marks = MARK.findall(line["t"])
    if len(unmarked(line["t"], source=name).marks) != len(marks) or "[[" in plain(line):
        return "a mark is not closed, or one stands in another"
    if not letters(line) <= LETTERS.keys():
        return "a letter is not known"
    if any(words != words.strip() or len(words) > LONGEST_TIME for _, words in marks):
        return "a mark holds a space too much, or more than a time"
    if not line.keys() <= {"t", "awaits", "past", "neg", "nocalls"}:
        return "a key is not known"
    if line.get("awaits", "word") not in {"next-round", "offer", "word"}:
        return "what is awaited is not known (the decision is not written)"
    if line.keys() & {"awaits", "past"} and not letters(line) & {"A", "S", "C"}:
        return "nothing is awaited here"
    if "neg" in line and "C" not in letters(line):
        return "no time when they are not to be contacted"
    return None


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_well_formed(name: str) -> None:
    wrong = [
        (number, problem, line)
        for number, line in enumerate(FILES[name], 1)
        if (problem := ill_formed(json.loads(line), name))
    ]
    assert wrong == []


def test_no_text_stands_twice_or_nearly() -> None:
    assert [text for text, times in Counter(map(plain, EVERY)).items() if times > 1] == []
    others = [json.loads(line) for name in FILES if name != CONTRASTS for line in FILES[name]]
    texts = [plain(line) for line in others]
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    sizes = []
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        runs = set(zip(*(words[i:] for i in range(5)), strict=False)) if len(words) > 14 else set()
        sizes.append(len(runs))
        for run in runs:
            holders[run].add(number)
    shared = Counter(pair for holding in holders.values() for pair in combinations(holding, 2))
    alike = [
        (texts[one], texts[other])
        for (one, other), common in shared.items()
        if common > 0.4 * min(sizes[one], sizes[other])
    ]
    assert alike == []


def test_there_are_enough_of_every_role() -> None:
    roles = Counter(LETTERS[letter] for line in EVERY for letter, _ in MARK.findall(line["t"]))
    assert set(roles) == set(LETTERS.values())
    assert min(roles.values()) > 200, roles
    without = [line for line in EVERY if not letters(line) & {"A", "S"}]
    assert 0.15 < len(without) / len(EVERY) < 0.4


def test_the_weights_were_learned_from_these_texts() -> None:
    assert weights().learned_from == digest(), "run make train"
