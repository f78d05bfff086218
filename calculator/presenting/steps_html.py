"""All days of a plan as a line downwards; each opens to its words, why, sources, move and skip."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from calculator.planning.plan import Plan, Step
from calculator.planning.rules import advice, rule
from calculator.presenting.actions_html import actions_html
from calculator.presenting.answer_html import is_for_now, thanks_to_send
from calculator.presenting.calendar import calendars_html
from calculator.presenting.events_html import HAPPENED
from calculator.presenting.layout import Layout, joined
from calculator.presenting.months_html import months_html
from calculator.presenting.script_parts import Script
from calculator.presenting.step_wording import Silence, awaits_letter, doing, moved, silence, when
from calculator.presenting.wording import Dates, as_written_in, sentence, unbroken
from calculator.presenting.words_html import words_html
from calculator.situation import Situation

STEPS = Layout('<h3 class="plan__title">Your days</h3><ol class="plan__steps">{rows}</ol>{months}')
MARK = Layout(
    '<li class="step step--{kind}"><p class="step__mark"><time datetime="{iso}">{day}</time>'
    ' <span class="step__what">{what}</span></p></li>'
)
STEP = Layout(
    '<li class="step step--{status}" data-step="{id}" data-action="{action}"'
    ' data-status="{status}" data-channel="{channel}"><details class="step__day"><summary>'
    '<time datetime="{iso}">{day}</time> <span class="step__what">{doing}'
    ' <span class="step__if">{condition}</span></span></summary><div class="step__content">'
    '<p class="step__when">{date}<span class="plan__near">, {when}</span></p>{moved}'
    '<p class="step__why">{why}</p>{words}{actions}{calendars}{rules}</div></details></li>'
)
MOVED = Layout('<p class="plan__moved">{moved}</p>')
ABOVE = Markup('<p class="step__above">The words are above.</p>')
WHICH = ("first ", "second ", "third ", "fourth ")
RULES = Layout(
    '<details class="plan__rules"><summary>Who says so</summary><ul>{rules}</ul></details>'
)
RULE = Layout('<li><a href="{site_root}about/rules/#{id}">{says}</a>{sources}</li>')
SOURCES = Layout(' <span class="plan__sources">({sources})</span>')
SOURCE = Layout('<a href="{site_root}about/sources/#{id}">{who}</a>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """What all parts of a plan's page are made from."""

    plan: Plan
    situation: Situation
    scripts: Mapping[str, Script]
    site_root: str
    read_only: bool


def steps_html(show: Show) -> Markup:
    """Return the steps with the interview, today and their day between them."""
    if not show.plan.steps:
        return Markup()
    rows = sorted([*_marks(show), *_steps(show)], key=lambda row: row[0])
    return STEPS.format(
        rows=joined(html for _, html in rows),
        months="" if show.read_only else months_html(show.plan, situation=show.situation),
    )


def _marks(show: Show) -> Iterator[tuple[date, Markup]]:
    """Yield what stands between the steps, with its day."""
    situation, dates = show.situation, Dates.of(show.situation)
    latest = show.plan.named.latest
    is_over = latest is not None and latest < situation.today
    named = "You should have heard" if is_over else "You should hear by then"
    if awaits_letter(show.plan, situation):
        named = "The letter should have come" if is_over else "The letter should come by then"
    marks = (
        *_interviews(show.plan),
        *_heard(situation),
        ("named", latest, named),
        ("today", situation.today, "Today"),
    )
    for kind, day, what in marks:
        if day:
            mark = MARK.format(kind=kind, iso=day.isoformat(), day=dates.brief(day), what=what)
            yield day, mark


def _interviews(plan: Plan) -> Iterator[tuple[str, date, str]]:
    """Yield the interviews, of several which one it is."""
    for at, day in enumerate(plan.interviews):
        which = WHICH[at] if len(plan.interviews) > 1 and at < len(WHICH) else ""
        yield "interview", day, f"Your {which}interview"


def _heard(situation: Situation) -> Iterator[tuple[str, date, str]]:
    """Yield what they have answered; what the person did is a step, or the interview."""
    for each in situation.history:
        if (what := HAPPENED[each.event]).startswith("They "):
            yield "heard", each.on, as_written_in(situation.country, what)


def _steps(show: Show) -> Iterator[tuple[date, Markup]]:
    silent = [s for s in show.plan.steps if s.status != "done" and s.if_nothing]
    words = silence(show.plan)
    for step in show.plan.steps:
        yield step.on, _step(step, show, condition=condition(step, silent, words))


def condition(step: Step, silent: list[Step], words: Silence) -> str:
    """Return when a step is done at all: most go on only because nobody has answered."""
    if step not in silent:
        return ""
    return words.first if step == silent[0] else words.later


def _step(step: Step, show: Show, *, condition: str) -> Markup:
    dates = Dates.of(show.situation)
    is_over = step.status == "done"
    return STEP.format(
        id=step.id,
        action=step.action,
        status=step.status,
        channel=step.channel or "",
        iso=step.on.isoformat(),
        day=dates.brief(step.until if step.action == "thank" and step.until else step.on),
        doing=_what(step, dates),
        condition=condition,
        date=dates.day(step.on),
        when=when(step, dates),
        moved=MOVED.format(moved=unbroken(text)) if (text := moved(step, dates)) else "",
        why=unbroken(step.why),
        words="" if is_over else _words(step, show),
        actions="" if show.read_only else actions_html(step, situation=show.situation),
        calendars="" if show.read_only or is_over else calendars_html(step, show.plan),
        rules=RULES.format(rules=joined(_rule(id_, show.site_root) for id_ in step.rules)),
    )


def _what(step: Step, dates: Dates) -> str:
    """Return what a step is, and if it is behind us or until when there is time for it."""
    what = sentence(doing(step))
    if step.status == "done":
        return f"{what} ({when(step, dates)})"
    has_time = step.until and step.until > step.on and step.action != "thank"
    return f"{what} by {dates.brief(step.until)}" if has_time and step.until else what


def _words(step: Step, show: Show) -> Markup:
    is_next = step == show.plan.next
    is_above = step == thanks_to_send(show.plan) or (
        is_next and is_for_now(step, show.situation.today)
    )
    if is_above and not show.read_only:
        return ABOVE if step.id in show.scripts else Markup()
    return words_html(
        step,
        situation=show.situation,
        scripts=show.scripts,
        read_only=show.read_only,
        level=4,
    )


# The same few dozen rules and sources stand in every plan.
@lru_cache(maxsize=500)
def _rule(id_: str, site_root: str) -> Markup:
    sources = [
        SOURCE.format(site_root=site_root, id=source, who=advice().sources[source].who)
        for source in rule(id_).sources
    ]
    return RULE.format(
        site_root=site_root,
        id=id_,
        says=rule(id_).says,
        sources=SOURCES.format(sources=Markup(", ").join(sources)) if sources else "",
    )
