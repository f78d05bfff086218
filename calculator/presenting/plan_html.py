"""A plan as HTML: the answer, then all its days, what they may say, and what is good to know."""

from collections.abc import Mapping

from markupsafe import Markup

from calculator.planning.plan import Branch, Plan
from calculator.presenting.answer_html import answer_html
from calculator.presenting.heard_html import heard_html
from calculator.presenting.layout import Layout, joined
from calculator.presenting.script_parts import Script
from calculator.presenting.step_wording import condition
from calculator.presenting.steps_html import Show, steps_html
from calculator.presenting.wording import Dates, unbroken
from calculator.situation import Situation

NOTHING = Markup()
PLAN = Layout('<div class="plan">{answer}{asks}{steps}{heard}{notices}{paper}</div>')
# On paper it says whose plan it is, and as of which day.
PAPER = Layout(
    '<p class="plan__paper"><strong>Follow-up plan{employer}</strong><br>'
    "Interview on {interview}. As of {today}.</p>"
)
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
NOTICE = Layout('<li class="plan__notice">{notice}</li>')


def plan_html(  # noqa: PLR0913 # what a plan is shown from, each by its name
    plan: Plan,
    *,
    situation: Situation,
    scripts: Mapping[str, Script],
    site_root: str = "../",
    read_only: bool = False,
    asks: Markup = NOTHING,
) -> Markup:
    """Return the plan as HTML whose headings start at the third level.

    ``scripts`` are the words by the id of their step. ``site_root`` leads from the page to the top
    of the site, for the links to the rules; where it is ``read_only``, there is nothing to press.
    ``asks`` is a question on which its days depend.
    """
    show = Show(
        plan=plan,
        situation=situation,
        scripts=scripts,
        site_root=site_root,
        read_only=read_only,
    )
    dates, employer = Dates.of(situation), situation.names.employer
    return PLAN.format(
        paper=PAPER.format(
            employer=f": {employer}" if employer else "",
            interview=dates.day(plan.interviews[-1] if plan.interviews else situation.interview_on),
            today=dates.day(situation.today),
        ),
        answer=answer_html(plan, situation=situation, scripts=scripts, read_only=read_only),
        asks=asks,
        steps=steps_html(show),
        heard=_branches(plan) if read_only else heard_html(plan, situation=situation),
        notices=NOTICES.format(
            notices=joined(NOTICE.format(notice=unbroken(text)) for text in plan.notices)
        )
        if plan.notices
        else "",
    )


def _branches(plan: Plan) -> Markup:
    if not plan.branches:
        return Markup()
    return BRANCHES.format(branches=joined(map(_branch, plan.branches)))


def _branch(branch: Branch) -> Markup:
    return BRANCH.format(answer=branch.answer, condition=condition(branch), then=branch.then)
