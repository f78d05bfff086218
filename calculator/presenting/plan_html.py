"""A plan as HTML: the next step with its words and why, then all steps, answers and notices."""

from markupsafe import Markup

from calculator.planning.plan import Branch, Plan, Step
from calculator.planning.rules import rule
from calculator.planning.situation import Situation
from calculator.presenting.script_html import joined, script_html
from calculator.presenting.scripts import filled
from calculator.presenting.step_wording import IF, day_of, doing, moved, sentence, when
from calculator.presenting.wording import day_text

PLAN = Markup('<div class="plan">{next}{steps}{branches}{notices}</div>')
NEXT = Markup(
    '<div class="plan__next" data-next="{id}" data-status="{status}">'
    '<h3 class="plan__next-title">Next: {doing}, {day}</h3>'
    '<p class="plan__next-when">{when}</p>{moved}'
    "{words}"
    '<h4 class="plan__title">Why this day</h4><p class="plan__why">{why}</p>'
    "</div>"
)
NOTHING_NEXT = Markup(
    '<div class="plan__next"><h3 class="plan__next-title">Nothing more to do</h3></div>'
)
NEXT_WORDS = Markup('<h4 class="plan__title">Words to use</h4>{script}')
STEPS = Markup('<h3 class="plan__title">The whole plan</h3><ol class="plan__steps">{steps}</ol>')
STEP = Markup(
    '<li class="plan__step plan__step--{status}" data-step="{id}" data-action="{action}"'
    ' data-status="{status}" data-channel="{channel}">'
    '<p class="plan__what">{doing}</p>'
    '<p class="plan__when"><time datetime="{iso}">{day}</time>'
    ' <span class="plan__near">{when}</span></p>{moved}'
    '<p class="plan__why">{why}</p>'
    "{words}{rules}</li>"
)
STEP_WORDS = Markup(
    '<details class="plan__words"><summary>Words to use</summary>{script}</details>'
)
MOVED = Markup('<p class="plan__moved">{moved}</p>')
RULES = Markup(
    '<details class="plan__rules"><summary>The rules behind this</summary>'
    "<ul>{rules}</ul></details>"
)
RULE = Markup('<li><a href="{site_root}about/rules/#{id}">{says}</a></li>')
BRANCHES = Markup(
    '<h3 class="plan__title">What each answer would change</h3>'
    '<ul class="plan__branches">{branches}</ul>'
)
BRANCH = Markup(
    '<li class="plan__branch" data-if="{answer}"><strong>{condition}:</strong> {then}</li>'
)
NOTICES = Markup(
    '<h3 class="plan__title">Good to know</h3><ul class="plan__notices">{notices}</ul>'
)
NOTICE = Markup('<li class="plan__notice">{notice}</li>')


def plan_html(plan: Plan, *, situation: Situation, site_root: str = "../") -> Markup:
    """Return the plan as HTML whose headings start at the third level.

    ``site_root`` leads from the page to the top of the site, for the links to the rules.
    """
    steps = joined(_step(step, situation=situation, site_root=site_root) for step in plan.steps)
    return PLAN.format(
        next=_next(plan.next, situation=situation) if plan.next else NOTHING_NEXT,
        steps=STEPS.format(steps=steps) if plan.steps else "",
        branches=BRANCHES.format(branches=joined(map(_branch, plan.branches)))
        if plan.branches
        else "",
        notices=NOTICES.format(notices=joined(NOTICE.format(notice=text) for text in plan.notices))
        if plan.notices
        else "",
    )


def _next(step: Step, *, situation: Situation) -> Markup:
    return NEXT.format(
        id=step.id,
        status=step.status,
        doing=doing(step),
        day=day_of(step, today=situation.today),
        when=sentence(when(step, today=situation.today)),
        moved=_moved(step),
        words=_words(step, inside=NEXT_WORDS, level=5, situation=situation),
        why=step.why,
    )


def _step(step: Step, *, situation: Situation, site_root: str) -> Markup:
    return STEP.format(
        id=step.id,
        action=step.action,
        status=step.status,
        channel=step.channel or "",
        doing=sentence(doing(step)),
        iso=step.on.isoformat(),
        day=day_text(step.on),
        when=when(step, today=situation.today),
        moved=_moved(step),
        why=step.why,
        rules=RULES.format(rules=joined(_rule(id_, site_root=site_root) for id_ in step.rules)),
        words=_words(step, inside=STEP_WORDS, level=4, situation=situation)
        if step.status != "done"
        else "",
    )


def _words(step: Step, *, inside: Markup, level: int, situation: Situation) -> Markup:
    script = filled(step, situation=situation)
    return inside.format(script=script_html(script, level=level)) if script else Markup()


def _moved(step: Step) -> Markup:
    return MOVED.format(moved=moved(step)) if step.moved_from else Markup()


def _rule(id_: str, *, site_root: str) -> Markup:
    return RULE.format(site_root=site_root, id=id_, says=rule(id_).says)


def _branch(branch: Branch) -> Markup:
    return BRANCH.format(answer=branch.answer, condition=IF[branch.answer], then=branch.then)
