"""Working days: holidays, shutdowns, first days back, and the reasons that are given."""

from datetime import date

import pytest

from calculator.days import Window
from calculator.planning.advice import AdviceError, Amount
from calculator.planning.calendar import (
    after,
    before,
    calendar_of,
    in_one_sentence,
    last_open_between,
    usable_closed_days,
    why_closed,
)
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.situation import Event, Offer, Promise, Said, Situation

SHUTDOWN = (date(2026, 12, 24), date(2027, 1, 3))
US = calendar_of("US", None, ())
SHUT = calendar_of("US", None, (SHUTDOWN,))
SATURDAY, TUESDAY = date(2027, 2, 13), date(2027, 2, 16)  # Monday is Presidents' Day


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2027, 2, 12), True),
        (date(2027, 2, 13), False),  # a Saturday
        (date(2027, 2, 15), False),  # Washington's Birthday
        (date(2027, 7, 5), False),  # Independence Day, observed on the Monday
    ],
)
def test_working_days_leave_out_weekends_and_holidays(day: date, is_working: bool) -> None:  # noqa: FBT001 # a column of the table
    assert US.is_working_day(day) is is_working


def test_the_first_day_back_works_but_is_left_alone() -> None:
    monday = date(2027, 1, 4)
    assert SHUT.is_working_day(monday)
    assert not SHUT.is_fair_day(monday)
    assert SHUT.is_fair_day(date(2027, 1, 5))


def test_after_two_days_shut_the_first_day_back_is_fair() -> None:
    short = calendar_of("US", None, ((date(2027, 2, 10), date(2027, 2, 11)),))
    assert short.is_fair_day(date(2027, 2, 12))


def test_spans_that_touch_are_one_shutdown() -> None:
    halves = ((date(2026, 12, 24), date(2026, 12, 28)), (date(2026, 12, 29), date(2027, 1, 3)))
    assert calendar_of("US", None, halves).shut == (SHUTDOWN,)


@pytest.mark.parametrize(
    "closed",
    [(date(2027, 2, 10), date(2027, 2, 9)), (date(2027, 2, 10), date(2029, 2, 10))],
    ids=["the wrong way round", "longer than a year"],
)
def test_a_span_that_cannot_be_meant_is_not_used(closed: tuple[date, date]) -> None:
    assert calendar_of("US", None, (closed,)).shut == ()


def test_an_unknown_region_has_the_holidays_of_its_country() -> None:
    assert calendar_of("US", "zz", ()).holidays == US.holidays


def test_an_unknown_country_has_no_holidays() -> None:
    assert calendar_of("ZZ", None, ()).holidays == {}


@pytest.mark.parametrize(
    ("day", "until", "reason"),
    [
        (
            date(2027, 2, 15),
            date(2027, 2, 16),
            "Monday, February 15 is a holiday (Presidents' Day)",
        ),
        (
            date(2027, 2, 13),
            date(2027, 2, 16),
            (
                "Saturday, February 13 is on a weekend"
                ", and Monday, February 15 is a holiday (Presidents' Day)"
            ),
        ),
        (
            date(2026, 12, 26),
            date(2027, 1, 5),
            (
                "their office is shut until Sunday, January 3"
                ", and Monday, January 4 is their first day back"
            ),
        ),
    ],
)
def test_the_reason_names_what_was_closed(day: date, until: date, reason: str) -> None:
    assert why_closed(day, until, SHUT if day.year == 2026 else US) == reason


def test_amounts_of_every_unit() -> None:
    thursday = date(2027, 2, 11)
    assert after(thursday, Amount(7, "days")) == date(2027, 2, 18)
    assert after(thursday, Amount(3, "weeks")) == date(2027, 3, 4)
    assert after(thursday, Amount(1, "months")) == date(2027, 3, 11)
    assert after(thursday, Amount(2, "working days"), US.is_working_day) == date(2027, 2, 16)
    assert before(date(2027, 2, 16), Amount(2, "working days"), US.is_working_day) == thursday


def test_contacts_are_no_span_of_time() -> None:
    with pytest.raises(AdviceError, match="no span of time"):
        after(date(2027, 2, 11), Amount(2, "contacts"))


def test_the_last_open_day_of_a_span() -> None:
    thanksgiving = date(2026, 11, 26)
    assert last_open_between(date(2026, 11, 20), thanksgiving, US.is_fair_day) == date(2026, 11, 25)
    assert last_open_between(thanksgiving, thanksgiving, US.is_fair_day) is None


class TestAShutOffice:
    """What was promised waits until it opens; what they ask for by message is sent at once."""

    wednesday = date(2027, 2, 10)
    shut = ((date(2027, 2, 9), date(2027, 2, 11)),)

    def promised(self, promise: Promise, *history: Event) -> Step:
        situation = Situation(
            today=self.wednesday,
            interview_on=date(2027, 2, 4),
            closed=self.shut,
            promises=(promise,),
            history=history,
        )
        return next(step for step in plan(situation).steps if step.action == "promise")

    def test_a_promise_waits(self) -> None:
        step = self.promised(Promise(what="email", on=self.wednesday))
        assert (step.on, step.moved_from) == (date(2027, 2, 12), self.wednesday)

    def test_what_they_ask_for_does_not(self) -> None:
        asked = Event(on=self.wednesday, event="acknowledged", channel="email")
        references = Promise(
            what="other", on=self.wednesday, note="references", asked_on=self.wednesday
        )
        assert self.promised(references, asked).on == self.wednesday


def test_a_holiday_that_made_the_wait_longer_is_named() -> None:
    on = date(2027, 2, 4)
    said = Said(on=on, window=Window(on, date(2027, 2, 12)), words="by February 12")
    waits = plan(Situation(today=on, interview_on=on, said=said)).steps
    email = next(step for step in waits if step.action == "email")
    assert (email.on, email.rules[-1]) == (date(2027, 2, 17), "closed-day")
    assert "Monday, February 15 is a holiday (Presidents' Day), so it doesn't count." in email.why


def test_another_offer_is_told_on_a_quiet_day() -> None:
    quiet = date(2026, 11, 27)  # the day after Thanksgiving
    offer = Offer(on=quiet, answer_by=date(2026, 12, 9))
    situation = Situation(today=quiet, interview_on=date(2026, 11, 16), offer=offer)
    told = [step for step in plan(situation).steps if "other-offer-tell" in step.rules]
    assert {step.on for step in told} == {quiet}


class TestNothingThatIsLeftIsDatedBeforeToday:
    """What may still be done in time is for today, or the next day on which it can go out."""

    @staticmethod
    def of(today: date, *history: Event) -> Step:
        situation = Situation(
            today=today, interview_on=date(2027, 2, 4), country="US", history=history
        )
        first = plan(situation).next
        assert first
        return first

    def test_thanks_on_their_last_day(self) -> None:
        thanks = self.of(date(2027, 2, 5))
        assert (thanks.action, thanks.on, thanks.status) == ("thank", date(2027, 2, 5), "due")
        assert thanks.moved_from is None

    def test_a_reply_waits_for_the_end_of_a_long_weekend_and_counts_its_week_from_there(
        self,
    ) -> None:
        wrote = Event(on=date(2027, 2, 12), event="not-decided", channel="email")
        reply = self.of(date(2027, 2, 14), wrote)  # a Sunday before a holiday
        assert (reply.action, reply.on, reply.until) == ("reply", TUESDAY, date(2027, 2, 17))
        assert reply.status == "coming"
        assert reply.words
        assert reply.words.days["next_weekday"] == date(2027, 2, 23)

    def test_an_answer_to_an_invitation_may_go_at_a_weekend(self) -> None:
        invited = Event(on=date(2027, 2, 12), event="invited", channel="email")
        reply = self.of(date(2027, 2, 13), invited)
        assert (reply.on, reply.until, reply.status) == (SATURDAY, SATURDAY, "due")


def test_a_shutdown_of_a_whole_year_is_too_long_and_a_day_less_is_not() -> None:
    first = date(2027, 3, 1)
    assert list(usable_closed_days([(first, date(2028, 3, 1))])) == []
    assert list(usable_closed_days([(first, date(2028, 2, 29))])) == [(first, date(2028, 2, 29))]


def test_a_shutdown_lies_between_two_days_if_it_begins_on_the_last() -> None:
    shut = calendar_of("US", None, ((date(2027, 3, 8), date(2027, 3, 12)),))
    assert shut.was_long_shut(date(2027, 3, 1), date(2027, 3, 8))
    assert shut.was_long_shut(date(2027, 3, 12), date(2027, 3, 19))
    assert not shut.was_long_shut(date(2027, 3, 13), date(2027, 3, 19))


def test_three_spans_that_touch_are_one_shutdown() -> None:
    thirds = ((8, 9), (10, 11), (12, 14))
    spans = tuple((date(2027, 3, first), date(2027, 3, last)) for first, last in thirds)
    assert calendar_of("US", None, spans).shut == ((date(2027, 3, 8), date(2027, 3, 14)),)


def test_a_weekend_counts_for_nothing_in_a_shutdown() -> None:
    friday_to_monday = ((date(2027, 3, 5), date(2027, 3, 8)),)
    assert calendar_of("US", None, friday_to_monday).long_shut == ()


def test_the_only_open_day_of_a_span_may_be_its_first() -> None:
    friday, sunday = date(2027, 3, 5), date(2027, 3, 7)
    assert last_open_between(friday, sunday, US.is_working_day) == friday


def test_three_reasons_stand_in_one_sentence() -> None:
    assert in_one_sentence(["a", "b", "c"]) == "a, b, and c"
