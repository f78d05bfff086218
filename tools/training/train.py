"""Learn from the marked texts what each feature of a time is worth for each role.

Run as ``python -m tools.training.train``; it writes ``calculator/data/weights.tsv``, the same from
the same texts, by logistic regression, and how sure the reader must be.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from calculator.reading.roles import DATA, ROLES, ZERO, Limits, likely
from tools.training.measured import Seen, Unseen, chosen_limits, figures, known, seen
from tools.training.texts import digest, marked_texts

SEED = 1
PARTS, NEIGHBOURS = 5, 10  # parts that are left out in turn; lines of a file that stay together
# Bare statements, and those most like real ones.
COUNT_TWICE = frozenset("short ua ub uc ud ue uf ug".split())
STRENGTH = 0.05  # of the weights: more fits the texts more closely
SEEN_AT_LEAST = 2  # times, for a feature to count
KEPT = 7700  # features, those with the largest weights
STEPS = 46  # letters on each side of nought


def main() -> None:
    """Write the weights and say how many there are, and how good they are."""
    texts = [seen(marked) for marked in marked_texts()]
    unseen = [one for one in left_out(texts) if not one[0].marked.past]
    limits = chosen_limits(unseen)
    kept = written(*learned(texts), limits)
    DATA.write_text(kept, encoding="utf-8")
    print(f"{kept.count('\n') - 1} features, {len(kept) // 1024} kB; {limits}")
    print(*figures(unseen, limits), sep="\n")


def left_out(texts: Sequence[Seen]) -> Iterator[Unseen]:
    """Yield each text with the chances that the reader goes by, as learned from the other parts."""
    places = Counter[str]()
    groups: list[tuple[str, int]] = []
    for one in texts:
        groups.append((one.marked.source, places[one.marked.source] // NEIGHBOURS))
        places[one.marked.source] += 1
    order = sorted(set(groups))
    random.Random(SEED).shuffle(order)  # noqa: S311 (texts, no secrets)
    part_of = {group: number % PARTS for number, group in enumerate(order)}
    for part in range(PARTS):
        inside = [part_of[group] == part for group in groups]
        names, weights = learned([one for one, out in zip(texts, inside, strict=True) if not out])
        columns = columns_of(names)
        for one in (one for one, out in zip(texts, inside, strict=True) if out):
            scores = as_table(one.features, columns) @ weights
            yield one, known(one, [likely(row) for row in scores.tolist()])


def learned(texts: Sequence[Seen]) -> tuple[list[str], np.ndarray]:
    """Return the features and the weight of each for each role."""
    times = [features for one in texts for features in one.features]
    seen_times = Counter(name for features in times for name in set(features))
    names = sorted(name for name, count in seen_times.items() if count >= SEEN_AT_LEAST)
    table = as_table(times, columns_of(names))
    roles = np.array([ROLES.index(role) for one in texts for role in one.roles])
    worth = np.array([worth_of(one) for one in texts for _ in one.roles])
    found = regression().fit(table, roles, worth)
    return names, (found.coef_ - found.coef_.mean(axis=0)).T


def regression() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=200, tol=2e-3)


def worth_of(one: Seen) -> float:
    return 2.0 if one.marked.source in COUNT_TWICE else 1.0


def columns_of(names: Sequence[str]) -> dict[str, int]:
    return {name: column for column, name in enumerate(names)}


def as_table(times: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    """Return a row for each time, with 1 for each feature that it has."""
    cells: list[int] = []
    ends = [0]
    for features in times:
        cells.extend(sorted({columns[name] for name in features if name in columns}))
        ends.append(len(cells))
    ones = np.ones(len(cells), dtype=np.float32)
    return csr_matrix((ones, cells, ends), shape=(len(times), len(columns)))


def written(names: Sequence[str], weights: np.ndarray, limits: Limits) -> str:
    """Return the weights as the page gets them: a letter for each role, "O" for nought."""
    step = float(f"{np.abs(weights).max() / STEPS:.6f}")
    order = np.argsort(-np.linalg.norm(weights, axis=1), kind="stable")[:KEPT]
    chances = " ".join(f"{name} {limit}" for name, limit in limits._asdict().items())
    lines = [f"step {step:.6f} {chances} from {digest()}"]
    for place in sorted(order, key=lambda place: names[place]):
        steps = np.clip(np.rint(weights[place] / step), -STEPS, STEPS).astype(int)
        if steps.any():
            lines.append(f"{names[place]}\t{''.join(chr(ZERO + int(each)) for each in steps)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
