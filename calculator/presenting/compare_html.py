"""Three ways to follow up, side by side: what the experts' quarrel means for this person."""

from collections.abc import Mapping
from copy import replace
from dataclasses import dataclass

from markupsafe import Markup

from calculator.planning.course import Course, course_of
from calculator.planning.plan import Action, Step
from calculator.presenting.hooks import merges
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing, sentence
from calculator.presenting.wording import short_day_text
from calculator.situation import Policy, Situation

COMPARED = Layout('<ul class="compare">{styles}</ul>')
STYLE = Layout(
    '<li class="compare__style" data-style="{id}"><h3 class="compare__name">{name}</h3>'
    '<p class="compare__says">{says}</p><p class="compare__count">{count}</p>'
    '<ol class="compare__steps">{steps}</ol>{choose}</li>'
)
STEP = Layout('<li><time datetime="{iso}">{day}</time>: {doing}</li>')
CHOSEN = Markup('<p class="compare__chosen">This is your plan now.</p>')

CONTACTS = ("email", "call", "recruiter", "close")


@dataclass(frozen=True, slots=True)
class Style:
    """A way to follow up: its name, what those who advise it say, and what it chooses."""

    name: str
    says: str
    channel: str
    persistence: str


STYLES: Mapping[str, Style] = {
    "strict": Style(
        "Strict",
        "Say when you will call, then call on that day. Try twice, and stop.",
        "email-then-call",
        "two",
    ),
    "gentle": Style("Gentle", "Write once, and leave it with them.", "email", "one"),
    "persistent": Style(
        "Persistent", "Try every week until they answer, five times at most.", "call", "weekly"
    ),
}


def compare_html(now: Course) -> Markup:
    """Return the days of each style, and how often one gets in touch; nothing where none differ."""
    situation = now.case.situation
    plans = {id_: contacts_of(now, policy(style, situation)) for id_, style in STYLES.items()}
    if len({tuple(map(shown, steps)) for steps in plans.values()}) == 1:
        return Markup()
    return COMPARED.format(
        styles=joined(
            style_html(id_, steps, is_chosen=policy(STYLES[id_], situation) == situation.policy)
            for id_, steps in plans.items()
        )
    )


def policy(style: Style, situation: Situation) -> Policy:
    """Return the person's choices with those of a style."""
    return replace(situation.policy, channel=style.channel, persistence=style.persistence)  # type: ignore[arg-type] # the table holds words of the type


def contacts_of(now: Course, policy: Policy) -> list[Step]:
    """Return the contacts that are left if nobody answers, had the person chosen so."""
    situation = now.case.situation
    is_mine = policy == situation.policy
    course = now if is_mine else course_of(replace(situation, policy=policy), says_why=False)
    return [step for step in course.steps if step.action in CONTACTS and step.status != "done"]


def shown(step: Step) -> tuple[str, str]:
    """Return what a person sees of a contact here."""
    return step.on.isoformat(), doing(step)


def style_html(id_: str, steps: list[Step], *, is_chosen: bool) -> Markup:
    """Return one style, with a button to take it."""
    style = STYLES[id_]
    chosen = {"policy": {"channel": style.channel, "persistence": style.persistence}}
    return STYLE.format(
        id=id_,
        name=style.name,
        says=style.says,
        count=times([step.action for step in steps]),
        steps=joined(map(step_html, steps)),
        choose=CHOSEN if is_chosen else merges("Plan this way", chosen, about=style.name),
    )


def step_html(step: Step) -> Markup:
    """Return one contact."""
    day = short_day_text(step.on)
    return STEP.format(iso=step.on, day=day, doing=sentence(doing(step)))


def times(actions: list[Action]) -> str:
    """Return how often one gets in touch, in words.

    >>> times(["email", "call", "close"])
    '2 emails or calls, then a closing note'
    >>> times(["close"])
    'Only a closing note'
    """
    count = len(actions) - actions.count("close")
    if count == 0 and actions:
        return "Only a closing note"
    tries = "1 email or call" if count == 1 else f"{count} emails or calls"
    return f"{tries}{', then a closing note' if 'close' in actions else ''}"
