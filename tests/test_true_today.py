"""What the page and its words say holds on the day on which they are read."""

from datetime import date

import pytest

from calculator.days import Window
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import scripts_of
from calculator.situation import (
    Employer,
    Event,
    Offer,
    Policy,
    Promise,
    Said,
    Situation,
)

MET_ON = date(2027, 2, 4)
THANKS = Event(on=MET_ON, event="thanked")


def words(situation: Situation) -> dict[str, str]:
    """Return the words of each step by its id."""
    scripts = scripts_of(plan(situation), situation=situation)
    return {id_: script_text(script) for id_, script in scripts.items()}


def steps(situation: Situation) -> dict[str, Step]:
    return {step.id: step for step in plan(situation).steps}


class TestWords:
    """What the words claim about days is so."""

    @pytest.mark.parametrize(
        ("day", "says"),
        [
            (date(2027, 2, 15), "February 15, which was Presidents' Day."),
            (date(2027, 2, 14), "which wasn't a working day."),
        ],
    )
    def test_a_holiday_on_the_promised_day_is_named(self, day: date, says: str) -> None:
        promised = Promise(what="email", on=day)
        situation = Situation(
            today=date(2027, 2, 16), interview_on=MET_ON, promises=(promised,), history=(THANKS,)
        )
        on_time = situation._replace(today=date(2027, 2, 12))
        assert says in words(on_time)["promise-1"]

    def test_new_times_are_offered_where_the_first_may_be_past(self) -> None:
        invited = Event(on=date(2027, 2, 9), event="invited", channel="email")
        replied = Event(on=date(2027, 2, 9), event="contacted", channel="email")
        situation = Situation(
            today=date(2027, 2, 18), interview_on=MET_ON, history=(THANKS, invited, replied)
        )
        text = words(situation)["email-1"]
        assert "still work" not in text
        assert "In case the times I sent have passed, would" in text

    def test_the_reply_that_names_an_offer_repeats_their_time_as_well(self) -> None:
        said = Said(on=date(2027, 2, 9), window=Window(None, date(2027, 2, 26)), words="by Feb 26")
        told = Event(on=date(2027, 2, 9), event="new-date", channel="email", said=said)
        situation = Situation(
            today=date(2027, 2, 9),
            interview_on=MET_ON,
            offer=Offer(on=date(2027, 2, 8), answer_by=date(2027, 2, 19)),
            history=(THANKS, told),
        )
        text = next(
            text for text in words(situation).values() if "Thank you for letting me know" in text
        )
        assert "hearing from you by Feb 26" in text
        assert "Friday, February 19" in text

    @pytest.mark.parametrize(("today", "says"), [(9, "by Tuesday, February 16"), (16, "by today")])
    def test_more_time_to_answer_their_offer_is_asked_for_before_its_last_day(
        self, today: int, says: str
    ) -> None:
        came, due = date(2027, 2, 8), date(2027, 2, 16)
        offered = Event(on=came, event="offered", channel="email", in_writing=True, answer_by=due)
        replied = Event(on=came, event="contacted", channel="email")
        situation = Situation(
            today=date(2027, 2, today), interview_on=MET_ON, history=(THANKS, offered, replied)
        )
        asks_before = "ask before that day" in steps(situation)["decide-1"].why
        assert asks_before == (today < due.day)
        assert f"You'd asked for my answer {says}" in words(situation)["decide-1"]


class TestReasons:
    """What is said of a step is said in the right tense, and of what may be silent."""

    def test_the_legal_day_is_still_theirs_until_it_is_over(self) -> None:
        ontario = Situation(
            today=date(2027, 2, 5),
            interview_on=MET_ON,
            country="CA",
            region="ON",
            employer=Employer(staff_25_or_more=True, public_posting=True),
            history=(THANKS,),
        )
        reminder = next(s for s in plan(ontario).steps if "ontario-reminder" in s.rules)
        assert reminder.why.startswith("They have until")
        late = ontario._replace(today=reminder.on)
        reminder = next(s for s in plan(late).steps if "ontario-reminder" in s.rules)
        assert reminder.why.startswith("They had until")

    def test_after_a_spoken_offer_the_last_day_shown_says_what_follows(self) -> None:
        yes = Event(on=date(2027, 2, 9), event="offered", channel="call", in_writing=False)
        situation = Situation(today=date(2027, 2, 9), interview_on=MET_ON, history=(THANKS, yes))
        shown = [step for step in plan(situation).steps if step.if_nothing]
        said = ["once a week" in step.why for step in shown]
        assert said == [False, True]


def test_a_promise_to_the_employer_brings_no_debrief_back() -> None:
    situation = Situation(
        today=date(2027, 2, 11),
        interview_on=MET_ON,
        route="agency",
        promises=(Promise(what="call", on=date(2027, 2, 12)),),
        policy=Policy(persistence="one"),
    )
    assert all("recruiter-debrief" not in step.rules for step in plan(situation).steps)
