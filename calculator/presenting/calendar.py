"""The steps as entries of a calendar: a day, a title, and the words to use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from calculator.days import DAY, day_text
from calculator.planning.plan import Plan, Step
from calculator.presenting.addresses import address
from calculator.presenting.hooks import hidden, opens
from calculator.presenting.layout import Layout
from calculator.presenting.script_parts import Script
from calculator.presenting.script_text import script_text
from calculator.presenting.step_wording import doing, silence
from calculator.presenting.wording import sentence
from calculator.situation import Situation

CALENDARS = Layout(
    '<button type="button" class="button" data-calendar="{id}">Calendar file{about}</button>'
    '<ul class="calendars"><li>{google}</li><li>{outlook}</li></ul>'
    '<p class="calendars__note">These two links leave this site. They take along the day and'
    " “{title}”, nothing else.</p>"
)
LEAVES = Layout(
    '<a href="{href}" data-leaves target="_blank" rel="noopener noreferrer">'
    "{name} (leaves this site){about}</a>"
)
GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/action/compose"


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day in a calendar; ``uid`` is the id of the step, whatever day it has."""

    uid: str
    on: date
    as_text: str
    title: str
    description: str


def entries(plan: Plan, *, situation: Situation, scripts: Mapping[str, Script]) -> Iterator[Entry]:
    """Yield an entry for each step that is not done, with its words, if ``scripts`` has them."""
    employer = " ".join(situation.names.employer.split())
    for step in plan.steps:
        if step.status != "done":
            yield Entry(
                uid=step.id,
                on=step.on,
                as_text=day_text(step.on, situation.country, today=situation.today),
                title=title(step, plan, employer=employer),
                description=_description(step, scripts.get(step.id)),
            )


def title(step: Step, plan: Plan, *, employer: str = "") -> str:
    """Return what stands in the calendar: of several interviews, the employer tells which it is.

    The links that leave this site name no employer.
    """
    what = f"{doing(step)} {silence(plan).titled}" if step.if_nothing else doing(step)
    return f"{employer}: {what}" if employer else f"{sentence(what)} (job interview)"


def calendars_html(step: Step, plan: Plan) -> Markup:
    """Return the ways to put one step into a calendar."""
    about = hidden(doing(step))
    named = title(step, plan)
    content = CALENDARS.format(
        id=step.id,
        about=about,
        title=named,
        google=LEAVES.format(href=_google(step, named), name="Google Calendar", about=about),
        outlook=LEAVES.format(href=_outlook(step, named), name="Outlook", about=about),
    )
    return opens("Put it in your calendar", content, about=doing(step))


def _description(step: Step, script: Script | None) -> str:
    return "\n\n".join([step.why, *([script_text(script)] if script else [])])


def _google(step: Step, named: str) -> str:
    # The end of a whole day is the day after it.
    days = f"{step.on:%Y%m%d}/{step.on + DAY:%Y%m%d}"
    return address(GOOGLE, action="TEMPLATE", text=named, dates=days)


def _outlook(step: Step, named: str) -> str:
    return address(
        OUTLOOK,
        rru="addevent",
        path="/calendar/action/compose",
        subject=named,
        startdt=step.on.isoformat(),
        enddt=(step.on + DAY).isoformat(),
        allday="true",
    )
