"""A plan as a picture: one line from the interview to the last step, each day where it falls.

As wide as a small phone; it grows with the text. Its colours are the page's own, by the classes
only; without them all is drawn in the colour of the text, so it holds in print and in the dark.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from calculator.days import Window
from calculator.planning.plan import Action, Plan, Step
from calculator.presenting.layout import Layout, joined
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import Dates, sentence
from calculator.situation import Situation

# In the units of the picture, 16 of which are the height of a letter.
WIDTH, HEIGHT, LETTER = 320, 52, 16
LEFT, RIGHT, AXIS = 10, 310, 28
SIGN, APART = 8, 6  # how wide a sign of a day is, and how far apart two days are
LONGEST, SHORTEST = 6, 2  # "Nov 30", and "30" beside another day of November
TODAY_WIDE = 34
NEAR = 48  # how far from its mark a word still belongs to it
# What is done on a day, where a word says it.
ACTS: Mapping[Action, str] = {
    "email": "email",
    "call": "call",
    "reply": "reply",
    "stop": "let go",
    "decide": "decide",
}

PICTURE = Layout(
    '<svg class="timeline" role="img" viewBox="0 0 {width} {height}" width="{wide}em"'
    ' height="{high}em" font-size="12" text-anchor="middle" fill="currentColor">'
    "<title>Timeline of your plan</title><desc>{summary}</desc>"
    '<path class="timeline__axis" d="M{left} {axis}H{right}" stroke="currentColor"'
    ' stroke-width="2"/>{window}{marks}</svg>'
)
WINDOW = Layout(
    '<path class="timeline__window" d="M{first} {axis}H{last}" stroke="currentColor"'
    ' stroke-opacity="0.35" stroke-width="10" stroke-linecap="round"/>'
)
TODAY = Layout(
    '<path class="timeline__today" d="M{x} 18v20" stroke="currentColor" stroke-width="3"/>'
)
LABEL = Layout('<text class="timeline__label" x="{x}" y="49">{text}</text>')
DOT = Layout('<circle class="timeline__dot timeline__dot--{kind}" cx="{x}" cy="28" r="{r}"/>')
NUMBER = Layout('<text class="timeline__number" x="{x}" y="13">{day}</text>')


def timeline_svg(plan: Plan, *, situation: Situation) -> Markup:
    """Return the picture of a plan as SVG, with the same in words for those who don't see it."""
    window = plan.named
    days = [
        situation.interview_on,
        *plan.interviews,
        situation.today,
        *(step.on for step in plan.steps),
    ]
    days += [day for day in (window.earliest, window.latest) if day]
    scale = Scale(min(days), max(days))
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        wide=WIDTH / LETTER,
        high=HEIGHT / LETTER,
        left=LEFT,
        right=RIGHT,
        axis=AXIS,
        summary=in_words(plan, situation, window),
        window=_window(window, situation, scale),
        marks=joined(_marks(plan, situation, scale)),
    )


class Scale:
    """Where a day falls on the line."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.length = max(1, (last - first).days)

    def x(self, day: date) -> int:
        """Return how far right a day stands."""
        return LEFT + round((RIGHT - LEFT) * (day - self.first).days / self.length)


def in_words(plan: Plan, situation: Situation, window: Window) -> str:
    """Return what the picture shows, day by day."""
    dates = Dates.of(situation)
    points = [*((day, "your interview") for day in plan.interviews), (situation.today, "today")]
    if window.latest:
        points.append((window.latest, "the end of the time they gave"))
    points += [(step.on, doing(step)) for step in plan.steps]
    points.sort(key=lambda point: point[0])
    return "; ".join(f"{dates.day(day)}: {sentence(what)}" for day, what in points)


def _window(window: Window, situation: Situation, scale: Scale) -> Markup:
    if window.latest is None:
        return Markup()
    first = window.earliest or situation.interview_on
    return WINDOW.format(first=scale.x(first), last=scale.x(window.latest), axis=AXIS)


def _marks(plan: Plan, situation: Situation, scale: Scale) -> Iterator[Markup]:
    today = scale.x(situation.today)
    for interview_on in plan.interviews:
        yield DOT.format(kind="past", x=scale.x(interview_on), r=4)
    yield TODAY.format(x=today)
    named = _named(plan, scale)
    taken: list[tuple[int, int]] = []
    labels = joined(_labels(plan, named, scale, taken))
    # What is done on the days beside it keeps its place; the mark itself says where today is.
    if (at := _free(today, TODAY_WIDE // 2, taken)) is not None:
        yield LABEL.format(x=at, text="today")
    yield labels
    last_month = 0
    dates = Dates.of(situation)
    for step in plan.steps:
        if step.action == "thank":
            continue
        x = scale.x(step.on)
        kind = {"done": "past"}.get(step.status, "last" if step.action == "stop" else "step")
        yield DOT.format(kind=kind, x=x, r=4 if kind == "past" else 6)
        if step.id in named:
            # The month stands only with the first of its days.
            day = str(step.on.day) if step.on.month == last_month else dates.short(step.on)
            yield NUMBER.format(x=_inside(x, len(day)), day=day)
            last_month = step.on.month


def _labels(
    plan: Plan, named: set[str], scale: Scale, taken: list[tuple[int, int]]
) -> Iterator[Markup]:
    """Yield what is done on each day, or the number that had no room above, where there is room."""
    for step in plan.steps:
        text = ACTS.get(step.action, "") if step.id in named else str(step.on.day)
        if step.status == "done" or step.action == "thank" or not text:
            continue
        x, half = _inside(scale.x(step.on), len(text)), len(text) * SIGN // 2
        if _is_free(x, half, taken):
            taken.append((x - half, x + half))
            yield LABEL.format(x=x, text=text)


def _is_free(x: int, half: int, taken: list[tuple[int, int]]) -> bool:
    return all(x + half + APART <= left or right + APART <= x - half for left, right in taken)


def _free(x: int, half: int, taken: list[tuple[int, int]]) -> int | None:
    """Return the place nearest to one where a word has room, if there is any beside it."""
    beside = [left - APART - half for left, _ in taken] + [
        right + APART + half for _, right in taken
    ]
    places = [at for at in (x, half, *beside) if half <= at <= WIDTH - half]
    free = [at for at in places if _is_free(at, half, taken) and abs(at - x) <= NEAR]
    return min(free, key=lambda at: abs(at - x), default=None)


def _named(plan: Plan, scale: Scale) -> set[str]:
    """Return the steps whose days there is room to write: the next one's, then from the left."""
    left = [step for step in plan.steps if step.status != "done" and step.action != "thank"]
    left.sort(key=lambda step: (step != plan.next, step.on))
    named: list[Step] = []
    for step in left:
        if all(_are_apart(step, other, named, scale) for other in named):
            named.append(step)
    return {step.id for step in named}


def _are_apart(step: Step, other: Step, named: list[Step], scale: Scale) -> bool:
    """Whether both days can be written, with those that are named already."""
    first, second = sorted((step, other), key=lambda one: one.on)
    letters = _letters(first, named), _letters(second, [*named, first])
    left, right = _inside(scale.x(first.on), letters[0]), _inside(scale.x(second.on), letters[1])
    return right - left >= sum(letters) * SIGN // 2 + APART


def _letters(step: Step, named: list[Step]) -> int:
    """Return how many letters a day needs at most: the first of a month has its name."""
    has_month = any(other.on < step.on and other.on.month == step.on.month for other in named)
    return SHORTEST if has_month else LONGEST


def _inside(x: int, letters: int) -> int:
    """Return where a text of so many letters stands, near a place and all of it in sight."""
    half = letters * SIGN // 2
    return min(max(x, half), WIDTH - half)
