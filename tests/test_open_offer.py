"""An offer of theirs stays open until it is answered, and no plan gives up while it is."""

import random
from copy import replace
from datetime import date, timedelta

import pytest

from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.planning.road import road_of
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import filled
from calculator.situation import Channel, Event, Names, Situation
from tools.fuzz_planning import Dice

INTERVIEW, CAME = date(2027, 5, 3), date(2027, 5, 10)
THANKED = Event(on=INTERVIEW, event="thanked")


def offer(answer_by: date | None = None) -> Event:
    return Event(on=CAME, event="offered", channel="email", in_writing=True, answer_by=answer_by)


def wrote(on: date, channel: Channel = "email") -> Event:
    return Event(on=on, event="contacted", channel=channel)


def at(today: date, *history: Event) -> Situation:
    return Situation(today=today, interview_on=INTERVIEW, history=(THANKED, *history))


def left(situation: Situation) -> list[Step]:
    return [step for step in plan(situation).steps if step.status != "done"]


def words(step: Step, situation: Situation) -> str:
    script = filled(step, situation=situation)
    assert script
    return script_text(script)


class TestNoDayForTheAnswer:
    """Who has thanked them still owes an answer, and has the words for it."""

    def test_the_answer_is_left_once_they_are_thanked(self) -> None:
        situation = at(date(2027, 5, 11), offer(), wrote(date(2027, 5, 11)))
        (answer,) = left(situation)
        assert (answer.action, answer.rules[0]) == ("reply", "offered-no-day")
        assert (answer.on, answer.until) == (date(2027, 5, 11), date(2027, 5, 18))
        said = words(answer, situation)
        assert "delighted to accept" in said
        assert "decided not to accept" in said
        assert "when do you need it?" in said

    def test_a_week_later_it_is_for_today_and_says_so(self) -> None:
        (answer,) = left(at(date(2027, 5, 24), offer(), wrote(CAME, "call")))
        assert (answer.on, answer.status) == (date(2027, 5, 24), "late")
        assert "waiting for your answer" in answer.why

    def test_a_second_message_leaves_it_open_and_the_week_counts_from_it(self) -> None:
        asked_when = wrote(date(2027, 5, 14), "call")
        (answer,) = left(at(date(2027, 5, 14), offer(), wrote(CAME), asked_when))
        assert answer.until == date(2027, 5, 21)

    def test_their_day_takes_its_place(self) -> None:
        told = Event(on=date(2027, 5, 12), event="new-date", channel="email", answer_by=None)
        (answer,) = left(at(date(2027, 5, 12), offer(date(2027, 5, 20)), wrote(CAME), told))
        assert (answer.action, answer.on) == ("decide", date(2027, 5, 20))


class TestTheirDayHasPassed:
    """The day is over: whether it still stands is asked at once, and the answer stays to give."""

    due = offer(date(2027, 5, 14))

    @pytest.mark.parametrize("today", [date(2027, 5, 17), date(2027, 6, 9)])
    def test_it_is_said_and_asked_at_once(self, today: date) -> None:
        situation = at(today, self.due, wrote(CAME))
        (ask,) = left(situation)
        assert (ask.on, ask.status, ask.rules[0]) == (today, "late", "offered-day-passed")
        assert "Friday, May 14, has passed" in ask.why
        assert "Does the offer still stand?" in words(ask, situation)

    def test_with_an_agency_the_recruiter_is_asked(self) -> None:
        situation = replace(at(date(2027, 5, 18), self.due, wrote(CAME)), route="agency")
        (ask,) = left(replace(situation, names=Names(recruiter="Priya")))
        assert (ask.action, ask.rules[0]) == ("recruiter", "offered-day-passed")
        assert words(ask, replace(situation, names=Names(recruiter="Priya"))).count("Hi Priya") == 3

    @pytest.mark.parametrize("today", [date(2027, 5, 15), date(2027, 5, 17), date(2027, 5, 25)])
    def test_of_an_offer_on_the_phone_nothing_else_is_asked_in_that_week(self, today: date) -> None:
        ask, *later = left(at(today, replace(self.due, in_writing=False), wrote(CAME)))
        assert (ask.on, ask.rules[0]) == (today, "offered-day-passed")
        assert later[0].on >= today + timedelta(days=7)
        assert [step.action for step in later] == ["call", "email"]

    def test_who_never_wrote_asks_in_the_thanks(self) -> None:
        situation = at(date(2027, 5, 18), self.due)
        (reply,) = left(situation)
        assert reply.action == "reply"
        assert "has passed" in reply.why
        assert "Does the offer still stand?" in words(reply, situation)
        assert "Thank you again" not in words(reply, situation)

    def test_once_asked_the_answer_is_left(self) -> None:
        (answer,) = left(at(date(2027, 5, 19), self.due, wrote(CAME), wrote(date(2027, 5, 18))))
        assert (answer.rules[0], answer.until) == ("offered-no-day", date(2027, 5, 25))
        assert "If it still stands" in answer.why

    def test_who_never_wrote_answers_on_the_day_itself_in_one_message(self) -> None:
        (decide,) = left(at(date(2027, 5, 14), self.due))
        assert (decide.action, decide.status) == ("decide", "due")

    def test_on_the_day_itself_it_is_still_theirs(self) -> None:
        (decide,) = left(at(date(2027, 5, 14), self.due, wrote(CAME)))
        assert decide.rules[0] == "offered-decide"


def test_no_history_gives_up_an_open_offer() -> None:
    seen = 0
    for number in range(600):
        situation = Dice(random.Random(f"open-offer-{number}")).situation()  # noqa: S311 (no secrets)
        standing = road_of(situation).standing
        if standing.decision != "offered" or standing.has_stopped or situation.left_out:
            continue
        seen += 1
        made = [step for step in plan(situation).steps if step.status != "done"]
        assert [step.action for step in made if step.rules[0].startswith("offered-")], situation
        assert "stop" not in [step.action for step in made], situation
    assert seen > 20
