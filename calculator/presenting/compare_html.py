"""Ways to follow up, side by side: what the experts' quarrel means for this person."""

from collections.abc import Iterable

from markupsafe import Markup

from calculator.planning.choices.styles import Style
from calculator.planning.plan import Action, Step
from calculator.presenting.hooks import merges
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import Dates, sentence
from calculator.situation import Situation

COMPARED = Layout('<ul class="compare">{styles}</ul>')
STYLE = Layout(
    '<li class="compare__style" data-style="{id}"><h3 class="compare__name">{name}</h3>'
    '<p class="compare__says">{says}</p><p class="compare__count">{count}</p>'
    '<ol class="compare__steps">{steps}</ol>{choose}</li>'
)
STEP = Layout('<li><time datetime="{iso}">{day}</time>: {doing}</li>')
CHOSEN = Markup('<p class="compare__chosen">This is your plan now.</p>')


def compare_html(styles: Iterable[Style], *, situation: Situation) -> Markup:
    """Return the days of each style, and how often one gets in touch; nothing where none differ."""
    styles = different(styles)
    if len(styles) <= 1:
        return Markup()
    dates = Dates.of(situation)
    return COMPARED.format(styles=joined(style_html(style, dates) for style in styles))


def different(styles: Iterable[Style]) -> list[Style]:
    """Return the styles without those that show what another does: the chosen one stays."""
    in_order = list(styles)
    by_steps: dict[tuple[tuple[str, str], ...], Style] = {}
    for style in sorted(in_order, key=lambda style: not style.is_chosen):
        by_steps.setdefault(tuple(map(shown, style.steps)), style)
    return [style for style in in_order if style in by_steps.values()]


def shown(step: Step) -> tuple[str, str]:
    """Return what a person sees of a contact here."""
    return step.on.isoformat(), doing(step)


def style_html(style: Style, dates: Dates) -> Markup:
    """Return one style, with a button to take it."""
    policy = {"channel": style.policy.channel, "persistence": style.policy.persistence}
    return STYLE.format(
        id=style.id,
        name=style.name,
        says=style.says,
        count=times([step.action for step in style.steps]),
        steps=joined(step_html(step, dates) for step in style.steps),
        choose=CHOSEN
        if style.is_chosen
        else merges("Plan this way", {"policy": policy}, about=style.name),
    )


def step_html(step: Step, dates: Dates) -> Markup:
    """Return one contact."""
    return STEP.format(iso=step.on, day=dates.brief(step.on), doing=sentence(doing(step)))


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
