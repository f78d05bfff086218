"""What an answer changed in the plan, in a sentence or two."""

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from calculator.planning.plan import Action, Plan, Step
from calculator.presenting.layout import Layout
from calculator.presenting.step_wording import doing, sentence
from calculator.presenting.wording import day_text, short_day_text

CHANGED = Layout('<p class="changed">{text}</p>')

MOST_MOVED = MOST_LISTED = 2
RULES_CHANGED = Layout(
    '<p class="changed">The rules behind the plans have changed since {version}. This is your plan '
    'by the rules of today. <a href="{site_root}about/changes/">What changed</a></p>'
)

NOTHING = "This changes nothing in your plan."
OVER = "Nothing more is left to do."

CALLED: Mapping[Action, str] = {
    "thank": "your thank-you note",
    "ask": "your question in the interview",
    "email": "the email",
    "call": "the call",
    "promise": "your promise",
    "recruiter": "the contact with the recruiter",
    "close": "the closing note",
    "stop": "the end of the plan",
    "reply": "your reply",
    "decide": "the day for your answer",
    "legal": "the day that the law sets",
    "wait": "the day to look again",
}


def changed_html(now: Plan, *, before: Plan) -> Markup:
    """Return what is different from the plan before, the next step first."""
    return CHANGED.format(text=" ".join(_sentences(now, before)) or NOTHING)


def rules_changed_html(version: date, *, site_root: str) -> Markup:
    """Return what is said of a plan that was last made by the rules of an earlier day."""
    return RULES_CHANGED.format(version=day_text(version), site_root=site_root)


def _sentences(now: Plan, before: Plan) -> Iterator[str]:
    if not _is_same(now.next, before.next):
        yield f"Next: {_in_words(now.next)}." if now.next else OVER
    was, left, done = _contacts(before), _contacts(now), {step.id for step in now.steps}
    moved = [(was[id_], step) for id_, step in left.items() if _has_moved(step, was.get(id_))]
    for old, new in moved[:MOST_MOVED]:
        yield _moved(old, new)
    if len(moved) > MOST_MOVED:
        yield "What comes after moved with it."
    if gone := [step for id_, step in was.items() if id_ not in done]:
        yield f"No longer in the plan: {_listed(gone)}."
    if new_ones := [step for id_, step in left.items() if id_ not in was and step != now.next]:
        yield f"New in the plan: {_listed(new_ones)}."


def _contacts(plan: Plan) -> dict[str, Step]:
    """Return what is left to do, without the end of the plan, which follows from the rest."""
    return {s.id: s for s in plan.steps if s.status != "done" and s.action != "stop"}


def _has_moved(step: Step, before: Step | None) -> bool:
    return before is not None and before.on != step.on


def _is_same(now: Step | None, before: Step | None) -> bool:
    if now is None or before is None:
        return now is before
    return (now.action, now.channel, now.id) == (before.action, before.channel, before.id)


def _in_words(step: Step) -> str:
    return f"{doing(step)} on {short_day_text(step.on)}"


def _moved(old: Step, new: Step) -> str:
    what = sentence(CALLED[new.action])
    days = f"from {_from(old.on, new.on)} to {short_day_text(new.on)}"
    return f"{what} moved {days}{_because(new, old)}."


def _from(old: date, new: date) -> str:
    return (
        f"{old:%A} {old.day}"
        if (old.year, old.month) == (new.year, new.month)
        else (short_day_text(old))
    )


def _because(step: Step, before: Step) -> str:
    """Return the reason as a clause; a condition would be none, nor would what held before."""
    reason = _reason(step)
    if not reason or reason.startswith("If ") or reason == _reason(before):
        return ""
    begins_with_a_day = reason.split()[0].endswith("day")
    return f" because {reason if begins_with_a_day else reason[0].lower() + reason[1:]}"


def _reason(step: Step) -> str:
    return (step.moved_because or step.why).partition(". ")[0].rstrip(".")


def _listed(steps: list[Step]) -> str:
    named = [f"{CALLED[step.action]} on {short_day_text(step.on)}" for step in steps[:MOST_LISTED]]
    more = len(steps) - MOST_LISTED
    return "; ".join([*named, *([f"{more} more"] if more > 0 else [])])
