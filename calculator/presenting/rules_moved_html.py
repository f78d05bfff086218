"""What moved in a kept plan because the rules have changed since it was made."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from calculator.planning.plan import Plan
from calculator.presenting.layout import Layout, joined
from calculator.presenting.wording import Dates

MOVED = Layout('<ul class="changed">{items}</ul>')
ITEM = Layout("<li>{text}</li>")
MOST_LISTED = 5

# What a step is called here, where it may not be in the plan any more.
CALLED: Mapping[str, str] = {
    "thank": "Your thank-you note",
    "ask": "Your question in the interview",
    "email": "The email",
    "call": "The call",
    "recruiter": "The contact with the recruiter",
    "promise": "Your promise",
    "close": "The last note",
    "stop": "The day to stop",
    "reply": "Your reply",
    "decide": "The day for your answer",
    "legal": "The day that the law sets",
    "wait": "The day to look again",
}


def rules_moved_html(now: Plan, planned: Mapping[str, date], *, dates: Dates) -> Markup:
    """Return which steps of a plan as it was have another day now, or are gone; or nothing.

    ``planned`` are the days of the steps that were left, by their ids.
    """
    days = {step.id: step.on for step in now.steps}
    texts = [
        text
        for id_, was in planned.items()
        if (text := _text(id_, was, days.get(id_), dates)) is not None
    ]
    items = joined(ITEM.format(text=text) for text in texts[:MOST_LISTED])
    return MOVED.format(items=items) if texts else Markup()


def _text(id_: str, was: date, now: date | None, dates: Dates) -> str | None:
    called = CALLED.get(id_.rpartition("-")[0])
    if called is None or max(was, dates.today) == now:
        return None  # what was due before today is for today, by whichever rules
    before = dates.day(was)
    if now is None:
        return f"{called} on {before} is no longer in the plan."
    return f"{called} moved from {before} to {dates.day(now)}."
