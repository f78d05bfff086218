"""Learn from the marked texts what each feature of a time is worth for each role.

Run as ``python -m tools.training.train``; it writes ``calculator/data/weights.tsv``, the same from
the same texts, by logistic regression.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from calculator.reading import text_said
from calculator.reading.features import features_of
from calculator.reading.roles import DATA, ROLES, ZERO
from calculator.reading.values import Setting
from tools.training import mixed
from tools.training.texts import TEXTS, unmarked

SETTING = Setting(date(2026, 3, 10), "GB")
SEED = 1
AMONG, EXCHANGED = 2500, 1500
# How much a time counts, by where its text comes from; 1 for a text as it was written.
WORTH = {"short": 2.0, "alone": 0.5, "among": 0.5, "exchanged": 0.4}
STRENGTH = 0.1  # of the weights: more fits the texts more closely
SEEN_AT_LEAST = 2  # times, for a feature to count
KEPT = 9000  # features, those with the largest weights
STEPS = 46  # letters on each side of nought


@dataclass(frozen=True, slots=True)
class Example:
    """A time as the reader sees it, the number of its role, and what it counts."""

    features: Sequence[str]
    role: int
    worth: float
    written: bool


def main() -> None:
    """Write the weights and say how many there are."""
    texts = [
        (file.stem, json.loads(line)["t"])
        for file in sorted(TEXTS.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    names, weights = learned([example for text in mix(texts) for example in examples(*text)])
    kept = written(names, weights)
    DATA.write_text(kept, encoding="utf-8")
    print(f"{kept.count('\n') - 1} features, {len(kept) // 1024} kB")


def mix(texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the texts and those that are put together from them, each with its source."""
    chance = random.Random(SEED)  # noqa: S311 (texts, no secrets)
    every = [text for _, text in texts]
    alone = list(mixed.alone(every))
    statements = alone + 2 * [text for source, text in texts if source == "short"]
    return [
        *texts,
        *(("alone", text) for text in alone),
        *(("among", text) for text in mixed.among(every, statements, chance, count=AMONG)),
        *(("exchanged", text) for text in mixed.exchanged(every, chance, count=EXCHANGED)),
    ]


def examples(source: str, text: str) -> list[Example]:
    """Return the times of a marked text."""
    marked = unmarked(text, source=source)
    said = text_said(marked.text, SETTING)
    places = [(said.tokens[time.start].start, said.tokens[time.end - 1].end) for time in said.times]
    return [
        Example(
            features=features,
            role=ROLES.index(marked.role_at(*place)),
            worth=WORTH.get(source, 1.0),
            written=WORTH.get(source, 1.0) >= 1,
        )
        for features, place in zip(features_of(said), places, strict=True)
    ]


def learned(examples: Sequence[Example]) -> tuple[list[str], np.ndarray]:
    """Return the features and the weight of each for each role."""
    seen = Counter(
        name for example in examples if example.written for name in set(example.features)
    )
    names = sorted(name for name, times in seen.items() if times >= SEEN_AT_LEAST)
    table = as_table(examples, {name: column for column, name in enumerate(names)})
    roles = np.array([example.role for example in examples])
    worth = np.array([example.worth for example in examples])
    found = regression().fit(table, roles, worth)
    return names, (found.coef_ - found.coef_.mean(axis=0)).T


def regression() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=200, tol=2e-3)


def as_table(examples: Sequence[Example], columns: dict[str, int]) -> csr_matrix:
    """Return a row for each time, with 1 for each feature that it has."""
    cells: list[int] = []
    ends = [0]
    for example in examples:
        cells.extend(sorted({columns[name] for name in example.features if name in columns}))
        ends.append(len(cells))
    ones = np.ones(len(cells), dtype=np.float32)
    return csr_matrix((ones, cells, ends), shape=(len(examples), len(columns)))


def written(names: Sequence[str], weights: np.ndarray) -> str:
    """Return the weights as the page gets them: a letter for each role, "O" for nought."""
    step = float(f"{np.abs(weights).max() / STEPS:.6f}")
    order = np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:KEPT]
    lines = [f"a step is {step:.6f}"]
    for place in sorted(order, key=lambda place: names[place]):
        steps = np.clip(np.rint(weights[place] / step), -STEPS, STEPS).astype(int)
        if steps.any():
            lines.append(f"{names[place]}\t{''.join(chr(ZERO + int(each)) for each in steps)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
