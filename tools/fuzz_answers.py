"""Ask for many made-up answers: none fails, hangs, holds HTML of others or keeps memory.

Run as ``python -m tools.fuzz_answers``; the variable ``ANSWERS`` says how many (200,000). Each
request begins as one that the page may send; then parts of it become something else.
"""

import json
import os
import resource
import time

from calculator.browser import OUR_FAULT, respond
from tools.engine.practice import MARK, made_up

SEED = 1
REPORT_EVERY = 5_000
LONGEST_SECONDS = 1.0
# Kilobytes that may be added once caches are full, after a fifth of all requests.
MOST_GROWTH = 20_000


def main() -> None:
    """Ask, and print how far it is; the first failure ends it."""
    wanted = int(os.environ.get("ANSWERS", "200000"))
    memory, longest = 0, 0.0
    for number, request in enumerate(made_up(SEED, wanted)):
        longest = max(longest, seconds_of(json.dumps(request)))
        if number == wanted // 5:
            memory = most_memory()
        if (number + 1) % REPORT_EVERY == 0:
            print(f"{number + 1:,} of {wanted:,} answered", flush=True)
    growth = most_memory() - memory
    if growth > MOST_GROWTH:
        raise SystemExit(f"memory grew by {growth:,} kB")
    print(f"{wanted:,} answered without a failure")
    print(f"the longest took {longest * 1000:.0f} ms; memory grew by {growth:,} kB")


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


def most_memory() -> int:
    """Return the most memory that this process has had, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
