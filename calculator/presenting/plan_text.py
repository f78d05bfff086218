"""A plan as plain text."""

from collections.abc import Iterator, Sequence

from calculator.planning.plan import Plan, Step
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import filled
from calculator.presenting.step_wording import condition, doing, moved, when
from calculator.presenting.wording import Dates
from calculator.situation import Situation


def plan_text(plan: Plan, *, situation: Situation) -> str:
    """Return the next step with its words and why, then all steps, answers and notices."""
    return "\n\n".join(_sections(plan, situation=situation))


def _sections(plan: Plan, *, situation: Situation) -> Iterator[str]:
    yield (
        _next(plan.next, situation=situation, steps=plan.steps)
        if plan.next
        else "Nothing more to do."
    )
    if plan.steps:
        yield "The whole plan"
    for number, step in enumerate(plan.steps, start=1):
        yield f"{number}. {_step(step, situation=situation)}"
    if plan.branches:
        yield "What each answer would change"
    for branch in plan.branches:
        yield f"- {condition(branch)}: {branch.then}"
    if plan.notices:
        yield "Good to know"
    for notice in plan.notices:
        yield f"- {notice}"


def _next(step: Step, *, situation: Situation, steps: Sequence[Step]) -> str:
    dates = Dates.of(situation)
    head = f"Next: {doing(step)}, on {dates.day(step.on)} ({when(step, dates)})."
    return "\n\n".join(
        [head, *_words(step, situation=situation, steps=steps), f"Why this day: {step.why}"]
    )


def _words(step: Step, *, situation: Situation, steps: Sequence[Step]) -> Iterator[str]:
    if script := filled(step, situation=situation, steps=steps):
        yield "Words to use"
        yield "\n".join(f"    {line}".rstrip() for line in script_text(script).splitlines())


def _step(step: Step, *, situation: Situation) -> str:
    dates = Dates.of(situation)
    head = f"{dates.day(step.on)} ({when(step, dates)}): {doing(step)}."
    rules = f"Rules: {', '.join(step.rules)}"
    return "\n   ".join(filter(None, (head, moved(step, dates), step.why, rules)))
