"""What a plan goes by, for those who show what was understood of their first words."""

from dataclasses import dataclass
from datetime import date

from calculator.days import Window
from calculator.planning.calendar import after
from calculator.planning.contacts.opening import opening
from calculator.planning.happened.rhythm import questions
from calculator.planning.happened.standing import Standing, said_with_a_day
from calculator.planning.rules import rule
from calculator.planning.telling.reasons import sentence
from calculator.situation import Happening

# A wait that rests on no time of theirs.
WITHOUT_TIME = (
    "no-date-email",
    "no-date-public-body",
    "no-date-university",
    "slow-season",
    "told-to-wait",
    "recruiter-chase",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """What a plan goes by.

    ``since`` is the day of what happened later (``event``) and counts instead of their first words.
    ``window``
    is the time that they named, ``is_of_round`` that of the next round itself. ``wait`` is how
    long is fair without any, ``has_leave``: they named a day to get in touch, or said that it's
    all right. ``is_ahead``: the interview is still to come. ``is_settled``: what they
    said at first bears on nothing any more.
    """

    since: date | None = None
    event: Happening | None = None
    window: Window | None = None
    is_of_round: bool = False
    wait: str = ""
    has_leave: bool = False
    is_ahead: bool = False
    is_settled: bool = False


def footing_of(standing: Standing) -> Footing:
    """Return what a plan goes by."""
    situation, word = standing.situation, standing.word
    first = said_with_a_day(situation.said)
    if standing.has_stopped:
        stopped_on = next(each.on for each in situation.history if each.event == "stopped")
        return Footing(since=stopped_on, event="stopped", is_settled=True)
    is_settled = standing.decision in ("rejected", "offered")
    if word and (standing.stage or standing.said is None or standing.said is not first):
        return Footing(
            since=word.on,
            event=word.event,
            window=named_time(standing),
            is_settled=is_settled,
        )
    timing = opening(standing)
    is_other = standing.agreed or standing.offer or standing.case.promises
    late = rule("late-plan").amount("as_planned")
    is_in_time = after(timing.day, late, standing.calendar.is_working_day) >= situation.today
    is_plain = is_in_time and not (is_other or questions(standing))
    return Footing(
        window=named_time(standing),
        is_of_round=bool(first and first.is_of_round),
        wait=sentence(str(timing.wait)) if is_plain and timing.rule in WITHOUT_TIME else "",
        has_leave=standing.agreed is not None,
        is_ahead=standing.interview_on > situation.today,
    )


def named_time(standing: Standing) -> Window | None:
    """Return the time that they named for what is awaited, if it still counts."""
    said = standing.said
    if said is None or said.is_absence or standing.decision or standing.has_stopped:
        return None
    is_held = standing.stage is not None and standing.stage.event == "on-hold"
    return None if is_held else said.window


def interviews_of(standing: Standing) -> tuple[date, ...]:
    """Return the days of the interviews that took place or are to come, in order."""
    situation = standing.situation
    history = [event for event in situation.history if event.on <= situation.today]
    moved = (e.on for e in history if e.event == "cancelled" and e.on <= situation.interview_on)
    days = {event.on for event in history if event.event == "interview"}
    if not any(moved):
        days.add(situation.interview_on)
    if not standing.is_called_off:
        days.add(standing.interview_on)
    return tuple(sorted(days))


# Where there is no plan, nothing is known of what it goes by.
UNPLANNED = Footing()
