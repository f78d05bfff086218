"""What the calculator is asked while its image is made, so that the image has what answers need.

The page's own requests, texts as people paste them, and requests with parts that became something
else. The same each time.
"""

import json
import random
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tools.training.texts import marked_texts

KNOWN = Path(__file__).parent / "inside" / "requests.json"
SEED = "practice"
MADE_UP = 300
# Of so many marked texts one is asked about.
EVERY = 24

MARK = "<img src=x onerror=alert(1)>"
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, float("nan"), "", " ", [], {}, [[]], [None] * 300),
    *("2027-02-30", "0001-01-01", "9999-12-31", "2027-02-04T00:00", "\ud800", "\x00", "\u202e"),
    *(MARK, f"next week {MARK}", '"><script>alert(1)</script>', "=1+1", "{you}", "A" * 6000),
    *("a\r\nBcc: b@c.example", "by friday", "in two weeks", "on 3/4", "__proto__", "../../"),
    *({"on": "2027-02-04"}, {"latest": "2027-02-04"}, {"text": "soon"}),
    *("agency", "email", "call", "CA", "ON", "KR", "weekly", "offered", "rejected"),
)


def known() -> dict[str, list[Any]]:
    """Return the requests that were written by hand: the usual ones, and the unusual."""
    found: dict[str, list[Any]] = json.loads(KNOWN.read_text(encoding="utf-8"))
    return found


def practice() -> Iterator[Any]:
    """Yield what is asked beside the requests that are known."""
    for number, marked in enumerate(islice(marked_texts(), None, None, EVERY)):
        yield asked_about(marked.text, day=1 + number % 28)
    yield from made_up(SEED, MADE_UP)


def asked_about(text: str, *, day: int = 4) -> Any:  # noqa: ANN401 (a request)
    """Return the request of someone who was told a text at an interview in February."""
    on = f"2027-02-{day:02}"
    return {"today": on, "interview": {"on": on}, "said": {"text": text}}


def made_up(seed: object, count: int) -> Iterator[Any]:
    """Yield requests that begin as known ones; then parts of them become something else."""
    seeds = [request for requests in known().values() for request in requests]
    for number, request in enumerate(islice(cycle(seeds), count)):
        yield changed(request, random.Random(f"{seed}-{number}"))  # noqa: S311 (no secrets)


def changed(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 (any JSON)
    """Return a value with some of its parts changed, taken out, doubled or added."""
    if chance.random() < 1 / 15:
        return chance.choice(ODD)
    if isinstance(value, dict):
        left = {name: part for name, part in value.items() if chance.random() > 1 / 20}
        kept = {name: changed(part, chance) for name, part in left.items()}
        extra = {chance.choice(("said", "before", "offer", "x")): chance.choice(ODD)}
        return kept | (extra if chance.random() < 1 / 10 else {})
    if isinstance(value, list):
        return [
            changed(part, chance) for part in value for _ in range(chance.choice((0, 1, 1, 1, 2)))
        ]
    return value
