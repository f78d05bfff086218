"""Which questions are worth asking of a situation."""

import json
from copy import replace
from datetime import date, timedelta

import pytest

from calculator import Reading, read
from calculator.browser import respond
from calculator.days import Window
from calculator.planning.choices.questions import questions, questions_about
from calculator.planning.road import road_of
from calculator.situation import Event, Policy, Said, Situation

THURSDAY = date(2027, 2, 4)
NOTHING_SAID = Situation(today=THURSDAY, interview_on=THURSDAY)
BY_FRIDAY = replace(
    NOTHING_SAID, said=Said(on=THURSDAY, window=Window(THURSDAY, date(2027, 2, 12)))
)


def test_the_first_questions_are_few_and_change_the_next_contact() -> None:
    asked = questions(NOTHING_SAID)
    assert 1 <= len(asked) <= 5
    assert "route" in asked


def test_what_would_change_nothing_is_not_asked() -> None:
    asked = every_question(NOTHING_SAID)
    assert "region" not in asked
    assert "employer" not in asked
    assert "closed" not in asked
    assert "history" not in asked


@pytest.mark.parametrize(
    ("situation", "field"),
    [
        (BY_FRIDAY, "sector"),
        (NOTHING_SAID, "sector"),
        (replace(NOTHING_SAID, interview_on=date(2027, 2, 22), country="AU"), "region"),
        (replace(NOTHING_SAID, today=date(2027, 2, 12)), "history"),
        (replace(NOTHING_SAID, country="CA", region="ON"), "employer"),
        (replace(NOTHING_SAID, country="CA"), "region"),
        (
            replace(NOTHING_SAID, today=date(2026, 12, 18), interview_on=date(2026, 12, 18)),
            "closed",
        ),
        (NOTHING_SAID, "leave_to_call"),
        (NOTHING_SAID, "no_calls"),
        (NOTHING_SAID, "policy"),
    ],
)
def test_what_would_change_the_plan_is_asked(situation: Situation, field: str) -> None:
    assert field in every_question(situation)


def test_an_answered_question_is_not_asked_again() -> None:
    told = replace(NOTHING_SAID, route="agency", no_calls=True)
    assert {"route", "no_calls"}.isdisjoint(every_question(told))


def test_a_skipped_question_makes_room_for_the_next() -> None:
    first, *rest = questions(NOTHING_SAID)
    asked = questions(NOTHING_SAID, answered=frozenset({first}))
    assert first not in asked
    assert asked[: len(rest)] == tuple(rest)


def test_nothing_is_asked_once_the_plan_is_over() -> None:
    later = THURSDAY + timedelta(days=3)
    over = replace(NOTHING_SAID, today=later, history=(Event(on=later, event="stopped"),))
    assert questions(over) == ()


def every_question(situation: Situation) -> set[str]:
    """Return all questions, as if each one before were skipped."""
    asked: set[str] = set()
    while found := questions(situation, answered=frozenset(asked)):
        asked |= set(found)
    return asked


class TestTheRegion:
    """The region is asked wherever a day depends on it, the end of their time included."""

    @staticmethod
    def asked(text: str, on: str, country: str, **more: object) -> list[str]:
        request = {
            "today": on,
            "interview": {"on": on},
            "said": {"text": text},
            "country": country,
            **more,
        }
        found: list[str] = json.loads(respond(json.dumps(request)))["questions"]
        return found

    @pytest.mark.parametrize(
        ("text", "on", "country"),
        [
            ("within 5 business days", "2027-10-07", "CA"),  # Thanksgiving, most provinces
            ("in 3 business days", "2027-05-20", "CA"),  # Victoria Day, most provinces
            ("within 10 working days", "2027-11-22", "GB"),  # St Andrew's Day in Scotland
            ("within 5 business days", "2027-03-04", "AU"),  # Labour Day in Victoria
        ],
    )
    def test_it_is_asked_first_where_their_time_ends_on_another_day(
        self, text: str, on: str, country: str
    ) -> None:
        assert self.asked(text, on, country)[0] == "region"

    @pytest.mark.parametrize(
        ("on", "country"),
        [
            ("2027-05-10", "CA"),  # the call a week after the email is on Victoria Day
            ("2027-12-10", "GB"),  # January 2 in Scotland is the day of no step but moves one
            ("2027-07-26", "AU"),  # the email is on Picnic Day in the Northern Territory
        ],
    )
    def test_it_is_asked_first_where_a_later_step_falls_on_another_day(
        self, on: str, country: str
    ) -> None:
        request = {"today": on, "interview": {"on": on}, "country": country}
        found: list[str] = json.loads(respond(json.dumps(request)))["questions"]
        assert found[0] == "region"

    def test_it_is_not_asked_where_nothing_depends_on_it(self) -> None:
        assert "region" not in self.asked("within 5 business days", "2027-04-19", "US")
        assert "region" not in self.asked("by Friday", "2027-02-04", "IE")

    @pytest.mark.parametrize(
        ("text", "is_by_holidays"),
        [("in 10 days", False), ("by the 21st", False), ("within 6 working days", True)],
    )
    def test_only_what_goes_by_holidays_is_read_for_other_regions(
        self, text: str, *, is_by_holidays: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        regions: list[str | None] = []

        def noted(statement: str, *, said_on: date, country: str, region: str | None) -> Reading:
            regions.append(region)
            return read(statement, said_on=said_on, country=country, region=region)

        monkeypatch.setattr("calculator.asking.statement.read", noted)
        self.asked(text, "2027-10-07", "CA")
        assert (len(regions) > 1) is is_by_holidays

    def test_once_answered_it_is_not_asked_again(self) -> None:
        asked = self.asked("within 5 business days", "2027-10-07", "CA", region="ON")
        assert "region" not in asked


def test_the_round_is_asked_until_it_is_told() -> None:
    def every(**interview: str) -> set[str]:
        asked: set[str] = set()
        while True:
            whole = {
                "today": "2027-02-04",
                "interview": {"on": "2027-02-04", **interview},
                "skipped": sorted(asked),
            }
            if not (found := json.loads(respond(json.dumps(whole)))["questions"]):
                return asked
            asked |= set(found)

    assert "round" in every()
    assert "round" not in every(round="only")


def test_what_an_answer_would_change_is_a_sentence() -> None:
    for question in questions_about(road_of(NOTHING_SAID), answered=frozenset()):
        assert question.change.startswith("If ")
        assert question.change.endswith(".")


@pytest.mark.parametrize(
    "without_calls",
    [
        replace(NOTHING_SAID, no_calls=True),
        replace(NOTHING_SAID, told_to_wait=True),
        replace(NOTHING_SAID, policy=Policy(channel="email")),
        replace(NOTHING_SAID, sector="academic"),
        replace(NOTHING_SAID, route="internal"),
        replace(NOTHING_SAID, route="agency"),
    ],
)
def test_leave_to_call_is_not_asked_where_nobody_calls(without_calls: Situation) -> None:
    assert "leave_to_call" in every_question(NOTHING_SAID)
    assert "leave_to_call" not in every_question(without_calls)


def test_another_round_is_not_asked_once_there_was_one() -> None:
    further = Event(on=date(2027, 2, 11), event="interview")
    invited = Event(on=date(2027, 2, 8), event="invited", channel="email")
    later = replace(NOTHING_SAID, today=date(2027, 2, 12))
    assert "round" in every_question(later)
    assert "round" not in every_question(replace(later, history=(further,)))
    assert "round" not in every_question(replace(later, history=(invited,)))
