"""Plan many made-up situations with histories: a plan never fails, and how long it takes.

Run as ``python -m tools.fuzz_planning``; the variable ``PLANS`` says how many (10,000). Times are
of the processor, on this machine.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from calculator.days import Window
from calculator.planning.choices.questions import questions
from calculator.planning.planner import plan
from calculator.situation import (
    Channel,
    Employer,
    Event,
    Happening,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Said,
    Situation,
)

# Another for each run, so that new ones are tried; the same again to see a failure anew.
SEED = os.environ.get("SEED") or str(random.SystemRandom().randrange(10**6))
FIRST_DAY = date(2026, 1, 1)
PLACES = (("US", None), ("US", "CA"), ("GB", None), ("GB", "SCT"), ("CA", "ON"), ("KR", None))
CHANNELS: tuple[Channel | None, ...] = (None, *get_args(Channel.__value__))
# What happens, as often as it may: mostly silence, seldom a decision.
HAPPENINGS: tuple[Happening, ...] = (
    *("thanked", "contacted", "contacted", "no-answer", "no-answer", "reached", "not-decided"),
    *("new-date", "interview", "on-hold", "rejected", "offered", "stopped"),
    *("acknowledged", "invited", "cancelled", "checks", "missed-call"),
)


def main() -> None:
    """Plan the situations and print the times; the first failure ends it."""
    wanted = int(os.environ.get("PLANS", "10000"))
    situations = [Dice(random.Random(f"{SEED}-{number}")).situation() for number in range(wanted)]  # noqa: S311 (no secrets)
    report("plan", plan, situations)
    report(
        "plan and questions", lambda situation: (plan(situation), questions(situation)), situations
    )


def report(name: str, work: Callable[[Situation], object], situations: list[Situation]) -> None:
    """Print how long some work takes, over all situations."""
    spent = sorted(timed(work, situation) for situation in situations)
    slow = spent[len(spent) * 99 // 100]
    median = statistics.median(spent)
    print(f"{len(spent):,} times {name}: median {median:.2f} ms, 99th percentile {slow:.2f} ms")


def timed(work: Callable[[Situation], object], situation: Situation) -> float:
    """Return how many milliseconds it took; a failure shows the situation."""
    start = time.process_time()
    try:
        work(situation)
    except Exception:
        print(f"failed on {situation!r}")
        raise
    return (time.process_time() - start) * 1000


@dataclass(frozen=True, slots=True)
class Dice:
    """Makes situations up, contradictions included."""

    chance: random.Random

    def situation(self) -> Situation:
        """Return a situation."""
        interview_on = FIRST_DAY + timedelta(days=self.chance.randrange(1400))
        passed = self.chance.randint(-5, 90)
        country, region = self.chance.choice(PLACES)
        return Situation(
            today=interview_on + timedelta(days=passed),
            interview_on=interview_on,
            round=self.chance.choice(("only", "earlier", "final")),
            awaiting=self.chance.choice((None, None, "decision", "next-round", "offer", "word")),
            said=self.said(interview_on),
            leave_to_call=self.maybe(LeaveToCall(on=self.maybe(self.day(interview_on, 1, 30)))),
            promises=tuple(
                self.promise(interview_on) for _ in range(self.chance.choice((0, 0, 1, 2)))
            ),
            no_calls=self.chance.random() < 1 / 4,
            told_to_wait=self.chance.random() < 1 / 4,
            route=self.chance.choice(("direct", "direct", "agency", "in-house", "internal")),
            interviewers=self.chance.randint(1, 4),
            sector=self.chance.choice(("private", "public", "academic")),
            country=country,
            region=region,
            closed=self.closed(interview_on),
            employer=Employer(
                staff_25_or_more=self.chance.choice((None, True, False)),
                public_posting=self.chance.choice((None, True, False)),
            ),
            offer=self.maybe(self.offer(interview_on)),
            policy=Policy(
                channel=self.chance.choice(("email-then-call", "call", "email")),
                persistence=self.chance.choice(("one", "two", "weekly")),
                closing_note=self.chance.random() < 1 / 4,
                slow_season=self.chance.random() < 1 / 4,
                inside_week=self.chance.random() < 1 / 4,
            ),
            history=self.history(interview_on, passed),
        )

    def history(self, interview_on: date, passed: int) -> tuple[Event, ...]:
        """Return up to eight events since the interview, oldest first."""
        count = self.chance.randint(0, 8) if passed >= 0 else 0
        days = sorted(self.chance.randint(0, passed) for _ in range(count))
        return tuple(self.event(interview_on + timedelta(days=day)) for day in days)

    def event(self, on: date) -> Event:
        """Return something that happened on a day."""
        return Event(
            on=on,
            event=self.chance.choice(HAPPENINGS),
            channel=self.chance.choice(CHANNELS),
            said=self.said(on),
            agreed_to_next=self.chance.choice((None, True, False)),
            said_would_call=self.chance.choice((None, True, False)),
            in_writing=self.chance.choice((None, True, False)),
            answer_by=self.maybe(self.day(on, 0, 21)),
        )

    def said(self, on: date) -> Said | None:
        """Return something that they said on a day, or nothing."""
        first, last = sorted(self.day(on, 0, 60) for _ in range(2))
        window = Window(self.maybe(first), self.maybe(last))
        by_call = self.chance.random() < 1 / 4
        if by_call:
            window = Window(first, first)
        return self.maybe(Said(on=on, window=window, words="in two weeks", by_call=by_call))

    def promise(self, on: date) -> Promise:
        """Return a promise for a day after the interview."""
        return Promise(what=self.chance.choice(("call", "email", "other")), on=self.day(on, 1, 40))

    def offer(self, on: date) -> Offer:
        """Return another employer's offer."""
        came = self.day(on, 0, 60)
        return Offer(on=came, answer_by=self.day(came, 0, 21))

    def closed(self, on: date) -> tuple[tuple[date, date], ...]:
        """Return up to two spans on which the office is shut."""
        starts = (self.day(on, -5, 50) for _ in range(self.chance.choice((0, 0, 1, 2))))
        return tuple((first, self.day(first, 0, 14)) for first in starts)

    def day(self, on: date, first: int, last: int) -> date:
        """Return a day so many days after another."""
        return on + timedelta(days=self.chance.randint(first, last))

    def maybe[T](self, value: T) -> T | None:
        """Return the value or nothing."""
        return value if self.chance.random() < 1 / 2 else None


if __name__ == "__main__":
    main()
