"""A plan's days on the pages of a calendar: which weekdays they are, and which days are off."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from markupsafe import Markup

from calculator.days import MONTH_FIRST, add_months, is_weekend, last_day_of_month
from calculator.planning.calendar import holidays_of
from calculator.planning.plan import Plan
from calculator.presenting.hooks import opens
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.situation import Situation

MONTHS = Layout(
    '<div class="months">{months}</div><p class="months__key">'
    '<span><span class="months__sign month__day--step">1</span> your days</span> '
    '<span><span class="months__sign month__day--named">1</span> the time they gave</span> '
    '<span><span class="months__sign month__day--interview">1</span> your interview</span> '
    '<span><span class="months__sign month__day--today">1</span> today.</span>'
    " Weekends and public holidays are pale.</p>"
)
MONTH = Layout(
    '<table class="month"><caption>{name}</caption><thead><tr>{weekdays}</tr></thead>'
    "<tbody>{weeks}</tbody></table>"
)
WEEKDAY = Layout('<th scope="col"><abbr title="{name}">{letter}</abbr></th>')
WEEK = Layout("<tr>{days}</tr>")
DAY = Layout("<td{kinds}>{number}{what}</td>")
KINDS = Layout(' class="{names}"')
WHAT = Layout('<span class="visually-hidden">: {text}</span>')
OTHER_MONTH = Markup("<td></td>")

# More of them are no picture any more: there the line tells as much.
MOST = 3
# Days of the plan that wait for nobody to look them up.
FEWEST_STEPS = 2


def months_html(plan: Plan, *, situation: Situation) -> Markup:
    """Return the months from today's to that of the last step, to be opened.

    There are none where the plan has a single day left, or where it spans more than three months.
    """
    left = [step for step in plan.steps if step.status != "done"]
    if len(left) < FEWEST_STEPS:
        return Markup()
    first, last = situation.today.replace(day=1), max(step.on for step in left)
    months = [month for month in (add_months(first, n) for n in range(MOST + 1)) if month <= last]
    if len(months) > MOST:
        return Markup()
    marks = _marks(plan, situation)
    off = holidays_of(situation.country, situation.region)
    sunday_first = situation.country in MONTH_FIRST
    content = MONTHS.format(
        months=joined(_month(month, marks, off, sunday_first=sunday_first) for month in months)
    )
    return opens("See them in a calendar", content)


def _marks(plan: Plan, situation: Situation) -> Mapping[date, Mapping[str, str]]:
    """Return what each day is, by its kind, and what is to be heard of it."""
    marks: dict[date, dict[str, str]] = {}
    window = plan.named
    if window.latest:
        # A call-off before the interview may name a day that comes before it, too.
        day = window.earliest or min(situation.interview_on, window.latest)
        while day <= window.latest:
            marks.setdefault(day, {})["named"] = ""
            day += timedelta(1)
        is_over = window.latest < situation.today
        marks[window.latest]["named"] = (
            "you should have heard" if is_over else "you should hear by then"
        )
    for day in plan.interviews:
        marks.setdefault(day, {})["interview"] = "your interview"
    marks.setdefault(situation.today, {})["today"] = "today"
    for step in plan.steps:
        if step.status != "done":
            marks.setdefault(step.on, {})["step"] = doing(step)
    return marks


def _month(
    first: date,
    marks: Mapping[date, Mapping[str, str]],
    off: Mapping[date, str],
    *,
    sunday_first: bool,
) -> Markup:
    begin = first - timedelta((first.weekday() + sunday_first) % 7)
    last = last_day_of_month(first)
    weeks = range(0, (last - begin).days + 1, 7)
    return MONTH.format(
        name=f"{first:%B %Y}",
        weekdays=_weekdays(sunday_first=sunday_first),
        weeks=joined(
            WEEK.format(
                days=joined(
                    _day(day, tuple(marks.get(day, {}).items()), off.get(day, ""))
                    if day.month == first.month
                    else OTHER_MONTH
                    for day in (begin + timedelta(week + n) for n in range(7))
                )
            )
            for week in weeks
        ),
    )


@cache
def _weekdays(*, sunday_first: bool) -> Markup:
    begin = date.min + timedelta(6 * sunday_first)  # the first day of all is a Monday
    days = (begin + timedelta(n) for n in range(7))
    return joined(WEEKDAY.format(name=f"{day:%A}", letter=f"{day:%a}"[:2]) for day in days)


# Most days stay as they are while a person types.
@lru_cache(maxsize=200)
def _day(day: date, marks: tuple[tuple[str, str], ...], off: str) -> Markup:
    kinds = [*(["off"] if off or is_weekend(day) else []), *(kind for kind, _ in marks)]
    names = [f"month__day--{kind}" for kind in kinds]
    what = ", ".join(filter(None, [*(text for _, text in marks), off]))
    return DAY.format(
        kinds=KINDS.format(names=" ".join(names)) if names else "",
        number=day.day,
        what=WHAT.format(text=what) if what else "",
    )
