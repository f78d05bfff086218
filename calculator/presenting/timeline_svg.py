"""A plan as a picture: the interview, the time that they named, today and each step, downwards.

The distances show the waits. The picture is as wide as a small phone and grows with the text. Its
colours are the page's own, changed by the classes only; without them all is drawn in the colour of
the text, so it holds in print, in the dark and where a person has set colours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from textwrap import wrap

from markupsafe import Markup

from calculator.days import Window
from calculator.planning.plan import Plan, Step
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing, sentence
from calculator.presenting.wording import day_text, short_day_text
from calculator.situation import Situation

# All in the units of the picture, 16 of which are the height of a letter.
WIDTH, LETTER = 320, 16
AXIS, TEXT = 12, 34
LINE, BETWEEN = 18, 12
PER_DAY, LONGEST_GAP = 3, 42
LETTERS_IN_A_LINE = 38

PICTURE = Layout(
    '<svg class="timeline" role="img" viewBox="0 0 {width} {height}" width="{wide}em"'
    ' height="{high}em" font-size="14" fill="currentColor">'
    "<title>Timeline of your plan</title><desc>{summary}</desc>{window}"
    '<line class="timeline__axis" x1="{axis}" y1="{first}" x2="{axis}" y2="{last}"'
    ' stroke="currentColor" stroke-width="2"/>{rows}</svg>'
)
WINDOW = Layout(
    '<rect class="timeline__window" x="{x}" y="{y}" width="12" height="{height}" rx="6"'
    ' fill="currentColor" fill-opacity="0.3"/>'
)
DOTS = {
    "step": Layout('<circle class="timeline__dot" cx="{x}" cy="{y}" r="6"/>'),
    "done": Layout(
        '<circle class="timeline__dot timeline__dot--done" cx="{x}" cy="{y}" r="4"'
        ' fill="none" stroke="currentColor" stroke-width="2"/>'
    ),
    "today": Layout(
        '<path class="timeline__today" d="M0 {y}h24" stroke="currentColor" stroke-width="4"/>'
    ),
    "time": Layout(
        '<path class="timeline__time" d="M6 {y}h12" stroke="currentColor" stroke-width="2"/>'
    ),
}
DAY = Layout('<text class="timeline__day" x="{x}" y="{y}" font-weight="bold">{text}</text>')
WHAT = Layout('<text class="timeline__what" x="{x}" y="{y}">{text}</text>')


@dataclass(frozen=True, slots=True)
class Point:
    """Something on a day: its words, and how it is marked."""

    day: date
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class Row:
    """All that is on one day, and how far down it stands."""

    day: date
    points: tuple[Point, ...]
    y: int

    @property
    def lines(self) -> list[str]:
        """The words, in lines that fit."""
        return [line for point in self.points for line in in_lines(point.words)]


# A picture says the same few things each time, and each of them more than once.
@lru_cache(maxsize=100)
def in_lines(words: str) -> tuple[str, ...]:
    """Return words in lines that fit."""
    return tuple(wrap(words, LETTERS_IN_A_LINE))


def timeline_svg(plan: Plan, *, situation: Situation) -> Markup:
    """Return the picture of a plan as SVG, with the same in words for those who don't see it."""
    window = named_time(situation)
    rows = placed(sorted(points(plan, situation, window), key=lambda point: point.day))
    height = rows[-1].y + LINE * (len(rows[-1].lines) + 1)
    return PICTURE.format(
        width=WIDTH,
        height=height,
        wide=WIDTH / LETTER,
        high=height / LETTER,
        summary=in_words(rows),
        window=band(window, rows),
        axis=AXIS,
        first=rows[0].y,
        last=rows[-1].y,
        rows=joined(map(drawn, rows)),
    )


def named_time(situation: Situation) -> Window:
    """Return the time that they named last."""
    dates = [event.said for event in situation.history if event.event == "new-date" and event.said]
    said = dates[-1] if dates else situation.said
    return (said and said.window) or Window()


def points(plan: Plan, situation: Situation, window: Window) -> Iterator[Point]:
    """Yield all that the picture shows, the same day's things in the order in which they stand."""
    yield Point(situation.interview_on, "Your interview", "done")
    if window.earliest and window.earliest > situation.interview_on:
        yield Point(window.earliest, "The time they named begins", "time")
    if window.latest and window.latest != window.earliest:
        yield Point(window.latest, "The time they named ends", "time")
    elif window.latest:
        yield Point(window.latest, "The day they named", "time")
    yield Point(situation.today, "Today", "today")
    for step in plan.steps:
        yield Point(step.on, words_of(step), "done" if step.status == "done" else "step")


def words_of(step: Step) -> str:
    """Return what a step is, and if it is behind us."""
    if step.is_left_out:
        return f"{sentence(doing(step))} (left out)"
    return f"{sentence(doing(step))}{' (done)' if step.status == 'done' else ''}"


def placed(points: Iterable[Point]) -> list[Row]:
    """Return the rows of a picture from the top down: the longer the wait, the longer the way."""
    rows: list[Row] = []
    for day, on_it in groupby(points, key=lambda point: point.day):
        row = Row(day, tuple(on_it), LINE)
        if rows:
            above = rows[-1]
            wait = min(PER_DAY * (day - above.day).days, LONGEST_GAP)
            y = above.y + LINE * (len(above.lines) + 1) + max(BETWEEN, wait)
            row = Row(day, row.points, y)
        rows.append(row)
    return rows


def in_words(rows: Iterable[Row]) -> str:
    """Return what the picture shows, day by day."""
    days = (f"{day_text(row.day)}: {', '.join(p.words for p in row.points)}" for row in rows)
    return "; ".join(days)


def band(window: Window, rows: list[Row]) -> Markup:
    """Return the time that they named, where it has a length and an end."""
    if window.latest is None:
        return Markup()
    y = {row.day: row.y for row in rows}
    top = y.get(window.earliest or rows[0].day, rows[0].y)
    height = y[window.latest] - top
    return WINDOW.format(x=AXIS - 6, y=top, height=height) if height > 0 else Markup()


def drawn(row: Row) -> Markup:
    """Return a day: its marks, its name, and what is on it."""
    marks = dict.fromkeys(point.mark for point in row.points)
    lines = (
        WHAT.format(x=TEXT, y=row.y + 5 + LINE * number, text=line)
        for number, line in enumerate(row.lines, start=1)
    )
    return (
        joined(DOTS[mark].format(x=AXIS, y=row.y) for mark in marks)
        + DAY.format(x=TEXT, y=row.y + 5, text=short_day_text(row.day))
        + joined(lines)
    )
