"""A plan as a picture: the weeks from the interview on, with what to do on its day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from calculator.presenting.wording import day_text

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WIDTH, HEIGHT, HEAD = 52, 46, 20

# What stands in a day's cell, by the step's action: nine letters at most.
LABELS = {
    "ask": "Ask",
    "thank": "Thanks",
    "email": "Email",
    "call": "Call",
    "promise": "Promise",
    "recruiter": "Recruiter",
    "reply": "Reply",
    "decide": "Decide",
    "legal": "Law",
    "close": "Last note",
}

PICTURE = Markup(
    '<figure class="weeks"><svg role="img" viewBox="0 0 {width} {height}" aria-label="{summary}">'
    "{head}{cells}</svg></figure>"
)
HEADING = Markup('<text class="weeks__head" x="{x}" y="14">{text}</text>')
CELL = Markup(
    '<g class="{classes}"><rect x="{x}" y="{y}" width="50" height="44" rx="3"/>'
    '<text class="weeks__day" x="{left}" y="{top}">{day}</text>{label}</g>'
)
LABEL = Markup('<text class="weeks__label" x="{x}" y="{y}">{text}</text>')


def calendar_picture(interview: str, steps: Iterable[Mapping[str, Any]]) -> Markup:
    """Return the picture of a plan's steps, as SVG that takes the page's colours."""
    labels = labelled(interview, steps)
    first = monday_of(min(labels))
    weeks = (monday_of(max(labels)) - first).days // 7 + 1
    days = (first + timedelta(days=number) for number in range(7 * weeks))
    return PICTURE.format(
        width=7 * WIDTH,
        height=HEAD + weeks * HEIGHT,
        summary=summary(labels),
        head=joined(headings()),
        cells=joined(cell(day, since=first, label=labels.get(day)) for day in days),
    )


def labelled(interview: str, steps: Iterable[Mapping[str, Any]]) -> dict[date, str]:
    """Return what stands in the cells, by day: a thank-you stands on the last day for it."""
    labels = {
        date.fromisoformat(step["until"] or step["on"]): LABELS[step["action"]]
        for step in steps
        if step["action"] in LABELS
    }
    return labels | {date.fromisoformat(interview): "Interview"}


def summary(labels: Mapping[date, str]) -> str:
    """Return the picture in words."""
    return "Calendar. " + "; ".join(f"{labels[day]}: {day_text(day)}" for day in sorted(labels))


def headings() -> Iterator[Markup]:
    """Yield the names of the weekdays."""
    for column, name in enumerate(DAYS):
        yield HEADING.format(x=column * WIDTH + 25, text=name)


def cell(day: date, *, since: date, label: str | None) -> Markup:
    """Return a day's cell; the first of a month names the month too."""
    row, column = divmod((day - since).days, 7)
    x, y = column * WIDTH, HEAD + row * HEIGHT
    states = {"marked": label, "weekend": column > 4}
    classes = ["weeks__cell", *(f"weeks__cell--{state}" for state, so in states.items() if so)]
    begins = day.day == 1 or day == since
    return CELL.format(
        classes=" ".join(classes),
        x=x,
        y=y,
        left=x + 5,
        top=y + 15,
        day=f"{day.day} {day:%b}" if begins else day.day,
        label=LABEL.format(x=x + 25, y=y + 35, text=label) if label else "",
    )


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def joined(pieces: Iterable[Markup]) -> Markup:
    """Return pieces of SVG one after the other."""
    return Markup().join(pieces)
