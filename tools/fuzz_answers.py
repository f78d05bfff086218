"""Ask for many made-up answers: none fails, hangs, holds HTML of others or keeps memory.

Run as ``python -m tools.fuzz_answers``; the variable ``ANSWERS`` says how many (200,000), ``SEED``
which. Each request begins as one that the page may send; then parts of it become something else.
"""

import json
import os
import random
import resource
import time
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from calculator.browser import OUR_FAULT, respond
from tools.engine.image import INSIDE

# Another for each run, so that new ones are tried; the same again to see a failure anew.
SEED = os.environ.get("SEED") or str(random.SystemRandom().randrange(10**6))
REPORT_EVERY = 5_000
LONGEST_SECONDS = 1.0
# Kilobytes that may be added once caches are full, after a fifth of all requests.
MOST_GROWTH = 20_000

MARK = "<img src=x onerror=alert(1)>"
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, float("nan"), "", " ", [], {}, [[]], [None] * 300),
    *("2027-02-30", "0001-01-01", "9999-12-31", "2027-02-04T00:00", "\ud800", "\x00", "\u202e"),
    *(MARK, f"next week {MARK}", '"><script>alert(1)</script>', "=1+1", "{you}", "A" * 6000),
    *("a\r\nBcc: b@c.example", "by friday", "in two weeks", "on 3/4", "__proto__", "../../"),
    *({"on": "2027-02-04"}, {"latest": "2027-02-04"}, {"text": "soon"}),
    *("agency", "email", "call", "CA", "ON", "KR", "weekly", "offered", "rejected"),
)


def main() -> None:
    """Ask, and print how far it is; the first failure ends it."""
    wanted = int(os.environ.get("ANSWERS", "200000"))
    memory, longest = 0, 0.0
    print(f"SEED={SEED}")
    for number, request in enumerate(islice(made_up(), wanted)):
        longest = max(longest, seconds_of(request))
        if number == wanted // 5:
            memory = most_memory()
        if (number + 1) % REPORT_EVERY == 0:
            print(f"{number + 1:,} of {wanted:,} answered", flush=True)
    growth = most_memory() - memory
    if growth > MOST_GROWTH:
        raise SystemExit(f"memory grew by {growth:,} kB")
    print(f"{wanted:,} answered without a failure")
    print(f"the longest took {longest * 1000:.0f} ms; memory grew by {growth:,} kB")


def made_up() -> Iterator[str]:
    """Yield requests without end, the same for the same ``SEED``."""
    asked = json.loads((INSIDE / "requests.json").read_text(encoding="utf-8"))
    for number, seed in enumerate(cycle([*asked["usual"], *asked["unusual"]])):
        chance = random.Random(f"{SEED}-{number}")  # noqa: S311 (no secrets)
        yield json.dumps(changed(seed, chance))


def seconds_of(request: str) -> float:
    """Return how long an answer takes; raise ``SystemExit`` if it is not as promised."""
    began = time.process_time()
    answer = json.loads(respond(request))
    seconds = time.process_time() - began
    problems = [problem["message"] for problem in answer["problems"]]
    html = "".join(str(value) for name, value in answer.items() if name.endswith("html"))
    faults = {
        "it failed": OUR_FAULT.message in problems,
        "it took long": seconds > LONGEST_SECONDS,
        "it holds HTML of others": MARK in html or "<script" in html,
    }
    if found := [fault for fault, holds in faults.items() if holds]:
        raise SystemExit(f"{', '.join(found)}: {request}")
    return seconds


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


def most_memory() -> int:
    """Return the most memory that this process has had, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
