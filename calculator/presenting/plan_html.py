"""A plan as HTML: the next step with its words and why, then all steps, answers and notices."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from calculator.planning.plan import CAN_CHOOSE, Action, Branch, Plan, Step
from calculator.planning.rules import advice, rule
from calculator.presenting.actions_html import actions_html, late_answers_html
from calculator.presenting.calendar import calendars_html
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_html import Sending, script_html
from calculator.presenting.scripts import Script
from calculator.presenting.step_wording import (
    IF,
    day_of,
    doing,
    moved,
    sentence,
    when,
    when_after_its_day,
)
from calculator.presenting.timeline_svg import timeline_svg
from calculator.presenting.wording import day_text, short_day_text
from calculator.situation import Situation

PLAN = Layout('<div class="plan">{next}{steps}{branches}{notices}{sources}</div>')
NEXT = Layout(
    '<div class="plan__next" data-next="{id}" data-status="{status}">'
    '<h3 class="plan__next-title">Next: {doing},'
    ' <span class="plan__next-day">{day}</span></h3>'
    '<p class="plan__next-when">{when}</p>{moved}'
    "{words}"
    '<h4 class="plan__title">Why this day</h4><p class="plan__why">{why}</p>{actions}{calendars}'
    "</div>"
)
NOTHING_NEXT = Markup(
    '<div class="plan__next"><h3 class="plan__next-title">Nothing more to do</h3>{answers}</div>'
)
NEXT_WORDS = Layout('<h4 class="plan__title">Words to use</h4>{names}{script}')
NAMES = Markup('<p class="plan__names"><a href="#keep-title">Fill in the names</a></p>')
STEPS = Layout(
    '<h3 class="plan__title">The whole plan</h3><ol class="plan__steps">{steps}</ol>{timeline}'
)
STEP = Layout(
    '<li class="plan__step plan__step--{status}" data-step="{id}" data-action="{action}"'
    ' data-status="{status}" data-channel="{channel}">'
    '<p class="plan__what">{doing}</p>'
    '<p class="plan__when"><time datetime="{iso}">{day}</time>'
    ' <span class="plan__near">{when}</span></p>{moved}'
    '<p class="plan__why">{why}</p>'
    "{words}{actions}{rules}</li>"
)
STEP_WORDS = Layout(
    '<details class="plan__words"><summary>Words to use</summary>{names}{script}</details>'
)
STEP_ACTIONS = Layout(
    '<details class="plan__actions"><summary>{what}'
    '<span class="visually-hidden">: {about}</span></summary>{actions}</details>'
)
WHAT_CAN_BE_SAID: Mapping[Action, str] = {
    **dict.fromkeys(CAN_CHOOSE, "Done, move or skip"),
    "stop": "Stop now",
}
MOVED = Layout('<p class="plan__moved">{moved}</p>')
RULES = Layout(
    '<details class="plan__rules"><summary>The rules behind this</summary>'
    "<ul>{rules}</ul></details>"
)
RULE = Layout('<li><a href="{site_root}about/rules/#{id}">{says}</a></li>')
BRANCHES = Layout(
    '<h3 class="plan__title">What each answer would change</h3>'
    '<ul class="plan__branches">{branches}</ul>'
)
BRANCH = Layout(
    '<li class="plan__branch" data-if="{answer}"><strong>{condition}:</strong> {then}</li>'
)
NOTICES = Layout(
    '<h3 class="plan__title">Good to know</h3><ul class="plan__notices">{notices}</ul>'
)
SOURCES = Layout(
    '<h3 class="plan__title">Where this comes from</h3><details class="plan__sources">'
    "<summary>The sources of this plan</summary><ul>{sources}</ul></details>"
)
SOURCE = Layout('<li><a href="{site_root}about/sources/#{id}">{who}</a></li>')
NEXT_ACTIONS = Layout('<h4 class="plan__title">What happened?</h4>{actions}')
NOTICE = Layout('<li class="plan__notice">{notice}</li>')


def plan_html(
    plan: Plan,
    *,
    situation: Situation,
    scripts: Mapping[str, Script],
    site_root: str = "../",
    read_only: bool = False,
) -> Markup:
    """Return the plan as HTML whose headings start at the third level.

    ``scripts`` are the words by the id of their step. ``site_root`` leads from the page to the top
    of the site, for the links to the rules; where it is ``read_only``, there is nothing to press.
    """
    show = _Show(
        plan=plan,
        situation=situation,
        scripts=scripts,
        site_root=site_root,
        read_only=read_only,
    )
    return PLAN.format(
        next=_next(plan.next, show) if plan.next else _nothing_next(show),
        steps=STEPS.format(
            steps=joined(_step(step, show) for step in plan.steps),
            timeline=timeline_svg(plan, situation=situation),
        )
        if plan.steps
        else "",
        branches=BRANCHES.format(branches=joined(map(_branch, plan.branches)))
        if plan.branches
        else "",
        notices=NOTICES.format(notices=joined(NOTICE.format(notice=text) for text in plan.notices))
        if plan.notices
        else "",
        sources=_sources(plan, site_root=site_root),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Show:
    plan: Plan
    situation: Situation
    scripts: Mapping[str, Script]
    site_root: str
    read_only: bool


def _next(step: Step, show: _Show) -> Markup:
    today = show.situation.today
    return NEXT.format(
        id=step.id,
        status=step.status,
        doing=doing(step),
        day=day_of(step, today=today),
        when=sentence(when(step, today=today)),
        moved=_moved(step),
        actions=_next_actions(step, show),
        words=_words(step, show, inside=NEXT_WORDS, level=5),
        why=step.why,
        calendars="" if show.read_only else calendars_html(step),
    )


def _nothing_next(show: _Show) -> Markup:
    answers = Markup() if show.read_only else late_answers_html(show.situation)
    return NOTHING_NEXT.format(answers=answers)


def _next_actions(step: Step, show: _Show) -> Markup:
    if show.read_only:
        return Markup()
    actions = actions_html(step, situation=show.situation, is_next=True)
    return NEXT_ACTIONS.format(actions=actions) if actions else Markup()


def _step(step: Step, show: _Show) -> Markup:
    return STEP.format(
        id=step.id,
        action=step.action,
        status=step.status,
        channel=step.channel or "",
        doing=sentence(doing(step)),
        iso=step.on.isoformat(),
        day=day_text(step.on),
        when=when_after_its_day(step, today=show.situation.today),
        moved=_moved(step),
        why=step.why,
        rules=RULES.format(rules=joined(_rule(id_, show.site_root) for id_ in step.rules)),
        words=_words(step, show, inside=STEP_WORDS, level=4)
        if step.status != "done" and step != show.plan.next
        else "",
        actions=_step_actions(step, show),
    )


def _step_actions(step: Step, show: _Show) -> Markup:
    """Return what can be said about a later step; the next one has it beside its name."""
    is_over = step.status == "done" and not step.is_left_out
    if show.read_only or is_over or step == show.plan.next:
        return Markup()
    actions = actions_html(step, situation=show.situation, is_next=False)
    about = f"{doing(step)}, {short_day_text(step.on)}"
    what = WHAT_CAN_BE_SAID.get(step.action, "Done")
    return STEP_ACTIONS.format(what=what, about=about, actions=actions) if actions else Markup()


def _words(step: Step, show: _Show, *, inside: Layout, level: int) -> Markup:
    script = show.scripts.get(step.id)
    if script is None:
        return Markup()
    names = show.situation.names
    sending = Sending(
        about=f"{doing(step)}, {short_day_text(step.on)}",
        email=names.their_email,
        phone=names.their_phone,
    )
    sendable = None if show.read_only else sending
    return inside.format(
        script=script_html(script, level=level, sending=sendable),
        names=NAMES if script.lacks_names and not show.read_only else "",
    )


def _moved(step: Step) -> Markup:
    return MOVED.format(moved=moved(step)) if step.moved_from else Markup()


# The same few dozen rules and sources stand in every plan.
@lru_cache(maxsize=500)
def _rule(id_: str, site_root: str) -> Markup:
    return RULE.format(site_root=site_root, id=id_, says=rule(id_).says)


def _sources(plan: Plan, *, site_root: str) -> Markup:
    """Return who says what the plan is made of, each once, in the order of the steps."""
    rules = dict.fromkeys(name for step in plan.steps for name in step.rules)
    named = dict.fromkeys(id_ for name in rules for id_ in rule(name).sources)
    sources = joined(_source(id_, site_root) for id_ in named)
    return SOURCES.format(sources=sources) if sources else Markup()


@lru_cache(maxsize=500)
def _source(id_: str, site_root: str) -> Markup:
    return SOURCE.format(site_root=site_root, id=id_, who=advice().sources[id_].who)


def _branch(branch: Branch) -> Markup:
    return BRANCH.format(answer=branch.answer, condition=IF[branch.answer], then=branch.then)
