"""What an answer changed in the plan, in a sentence or two."""

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from calculator.planning.plan import Action, Plan, Step
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import Dates, sentence

CHANGED = Layout('<p class="changed"><strong>Done.</strong> {next}</p>{more}')
MORE = Layout(
    '<details class="changed__more"><summary>What moved, and why</summary>'
    "<ul>{sentences}</ul></details>"
)
SENTENCE = Layout("<li>{text}</li>")

MOST_MOVED = MOST_LISTED = 2
RULES_CHANGED = Layout(
    '<p class="changed">Our rules have changed since {version}; this is your plan by the new ones. '
    '<a href="{site_root}about/changes/">What changed</a></p>'
)

NOTHING = "This changes nothing in your plan."
OTHER_WORDS = "Your days stay as they are. The words for {what} are different now."
OVER = "There's nothing more to do."
NOTED = "Your plan goes by it now."

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
    "wait": "the day to come back to this plan",
}


def changed_html(now: Plan, *, before: Plan, dates: Dates) -> Markup:
    """Return what is next, and what is different from the plan before, to be opened."""
    sentences, next_ = list(_sentences(now, before, dates)), now.next
    is_same = _is_same(next_, before.next) and _done(now) == _done(before)
    if is_same and not sentences:
        return CHANGED.format(next=_in_other_words(now, before), more="")
    # The answer below a yes or a no begins with a warm word: nobody wants to read first of the
    # next task, or of days that are gone.
    if now.decision in ("rejected", "offered") and now.decision != before.decision:
        return CHANGED.format(next=NOTED, more="")
    # Where what comes next stays, what is told is what does not.
    if not is_same:
        sentences.insert(0, f"Next: {_in_words(next_, dates)}." if next_ else OVER)
    more = joined(SENTENCE.format(text=text) for text in sentences[1:])
    return CHANGED.format(next=sentences[0], more=MORE.format(sentences=more) if more else "")


def rules_changed_html(version: date, *, site_root: str, dates: Dates) -> Markup:
    """Return what is said of a plan that was last made by the rules of an earlier day."""
    return RULES_CHANGED.format(version=dates.day(version), site_root=site_root)


def _sentences(now: Plan, before: Plan, dates: Dates) -> Iterator[str]:
    was, left, done = _contacts(before), _contacts(now), {step.id for step in now.steps}
    moved = [(was[id_], step) for id_, step in left.items() if _has_moved(step, was.get(id_))]
    for old, new in moved[:MOST_MOVED]:
        yield _moved(old, new, dates)
    if len(moved) > MOST_MOVED:
        yield "What comes after moved with it."
    if gone := [step for id_, step in was.items() if id_ not in done]:
        yield f"No longer in the plan: {_listed(gone, dates)}."
    if new_ones := [step for id_, step in left.items() if id_ not in was and step != now.next]:
        yield f"New in the plan: {_listed(new_ones, dates)}."


def _in_other_words(now: Plan, before: Plan) -> str:
    """Return what is said where all days stay: whose words are others, or that nothing changes."""
    was = {step.id: step.words for step in before.steps}
    changed = (step for step in now.steps if step.status != "done" and step.words)
    first = next((step for step in changed if was.get(step.id) != step.words), None)
    return OTHER_WORDS.format(what=CALLED[first.action]) if first else NOTHING


def _done(plan: Plan) -> set[str]:
    return {step.id for step in plan.steps if step.status == "done"}


def _contacts(plan: Plan) -> dict[str, Step]:
    """Return what is left to do, without the end of the plan, which follows from the rest."""
    return {s.id: s for s in plan.steps if s.status != "done" and s.action != "stop"}


def _has_moved(step: Step, before: Step | None) -> bool:
    return before is not None and before.on != step.on


def _is_same(now: Step | None, before: Step | None) -> bool:
    if now is None or before is None:
        return now is before
    return (now.action, now.channel, now.id, now.on) == (
        before.action,
        before.channel,
        before.id,
        before.on,
    )


def _in_words(step: Step, dates: Dates) -> str:
    if step.until and step.until > dates.today >= step.on:
        return f"{doing(step)} by {dates.day(step.until)}"
    return f"{doing(step)} {'today' if step.on == dates.today else f'on {dates.day(step.on)}'}"


def _moved(old: Step, new: Step, dates: Dates) -> str:
    what = sentence(CALLED[new.action])
    days = f"from {dates.day(old.on)} to {dates.day(new.on)}"
    return f"{what} moved {days}{_because(new, old)}."


def _because(step: Step, before: Step) -> str:
    """Return the reason as a clause; a condition would be none, nor would what held before."""
    reason = _reason(step)
    if not reason or reason.startswith("If ") or reason == _reason(before):
        return ""
    begins_with_a_day = reason.split()[0].strip(",").endswith("day")
    return f" because {reason if begins_with_a_day else reason[0].lower() + reason[1:]}"


def _reason(step: Step) -> str:
    return (step.moved_because or step.why).partition(". ")[0].rstrip(".")


def _listed(steps: list[Step], dates: Dates) -> str:
    named = [f"{CALLED[step.action]} on {dates.day(step.on)}" for step in steps[:MOST_LISTED]]
    more = len(steps) - MOST_LISTED
    return "; ".join([*named, *([f"{more} more"] if more > 0 else [])])
