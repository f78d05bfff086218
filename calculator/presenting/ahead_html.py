"""What lies ahead beside the next step: what else is for today, what was agreed, and silence."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from calculator.planning.plan import Action, Plan, Step
from calculator.planning.telling.branches import ASKED
from calculator.presenting.layout import Layout
from calculator.presenting.step_wording import doing, silence
from calculator.presenting.timeline_svg import timeline_svg
from calculator.presenting.wording import Dates
from calculator.situation import Situation

ALSO = Layout('<p class="plan__also"><strong>Also today:</strong> {steps}.</p>')
HOLDING = Layout('<p class="plan__also"><strong>{whose}:</strong> {steps}.</p>')
HOLDS: tuple[Action, ...] = ("call", "email", "promise")
SILENCE = Layout(
    '<div class="silence"><p class="silence__text"><strong>{heading}:</strong> {steps}{why}'
    "</p>{picture}</div>"
)
SILENCE_IS_NO = " They said that silence means no."
LATER = Layout(
    '<span class="silence__step">{what} <time datetime="{iso}">{day}</time>{ends}</span>'
)
# What is done, as it stands in a line of several.
BRIEFLY: Mapping[Action, str] = {
    "email": "email",
    "call": "call",
    "promise": "keep your promise",
    "close": "send a closing note",
    "stop": "let it go",
    "reply": "reply",
    "decide": "decide on the offer",
    "legal": "check what the law gives you",
    "wait": "come back to this plan",
}


def is_open(step: Step) -> bool:
    """Whether the day for a step has come, so that its words are shown."""
    return step.status in ("due", "late")


def also_html(plan: Plan, first: Step, dates: Dates) -> Markup:
    """Return what else is for today, whatever they answer; the thank-you has its own line."""
    others = [
        step
        for step in plan.steps
        if is_open(step) and step.on == dates.today and step != first
        if step.action not in ("thank", "stop")
    ]
    today = ALSO.format(steps=", ".join(map(_also, others))) if others else Markup()
    return today + _agreed(plan, first, dates)


def _also(step: Step) -> str:
    """Return what else to do: what was said by phone is put in writing."""
    is_after_call = step.words is not None and "after-call" in step.words.claims
    return "then put it in writing" if is_after_call else doing(step)


def _agreed(plan: Plan, first: Step, dates: Dates) -> Markup:
    """Return what is to come whether or not they are heard from: agreed, promised or asked for."""
    holding = [
        step
        for step in plan.steps
        if step.action in HOLDS and step.status == "coming" and step != first and not goes_on(step)
    ]
    asked = [step for step in holding if step.rules[0] in ASKED]
    agreed = [step for step in holding if step not in asked]
    return _holding("Already agreed", map(_briefly, agreed), agreed, dates) + _holding(
        "They asked for something", ("send it by" for _ in asked), asked, dates
    )


def _holding(whose: str, whats: Iterable[str], steps: Sequence[Step], dates: Dates) -> Markup:
    later = [
        LATER.format(what=what, iso=step.on.isoformat(), day=dates.brief(step.on), ends="")
        for what, step in zip(whats, steps, strict=True)
    ]
    return HOLDING.format(whose=whose, steps=Markup(", ").join(later)) if later else Markup()


def silence_html(plan: Plan, first: Step, situation: Situation) -> Markup:
    """Return what follows if nothing comes, each with its day, and the picture of the plan."""
    dates = Dates.of(situation)
    left = [step for step in plan.steps if step.status != "done" and goes_on(step)]
    later = [step for step in left if not is_open(step)]
    # The end alone is in the title already.
    if not any(step.if_nothing for step in later) or (first in later and first.action == "stop"):
        return Markup()
    is_ahead = any(day > situation.today for day in plan.interviews)
    brief = [_briefly(step) for step in later]
    steps = [
        LATER.format(
            what=f"{'then ' if step == later[-1] and at else ''}"
            f"{'again' if at and brief[at - 1] == brief[at] else brief[at]}",
            iso=step.on.isoformat(),
            day=dates.brief(step.on),
            ends="." if step == later[-1] else ",",
        )
        for at, step in enumerate(later)
    ]
    why = SILENCE_IS_NO if "silence-is-no" in later[-1].rules else ""
    return SILENCE.format(
        why=why,
        heading=f"{silence(plan).heading}{' after your interview' if is_ahead else ''}",
        steps=Markup(" ").join(steps),
        picture=timeline_svg(plan, situation=situation),
    )


def goes_on(step: Step) -> bool:
    """Whether a step comes if nothing is heard: the day to decide on an offer does, too."""
    return step.if_nothing or step.action == "decide"


def _briefly(step: Step) -> str:
    if step.channel == "in-person":
        return "go in" if step.action == "call" else "ask in person"
    if step.action == "recruiter":
        return f"{'call' if step.channel == 'call' else 'write to'} the recruiter"
    return BRIEFLY[step.action]
