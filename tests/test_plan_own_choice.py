"""What the person decides otherwise: a contact on another day, or left out."""

from datetime import date

from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.planning.situation import Event, Situation

THURSDAY = date(2027, 2, 4)
FRIDAY = date(2027, 2, 5)
EMAIL_DAY = date(2027, 2, 11)
OWN_DAY = date(2027, 2, 15)


def steps(
    today: date = FRIDAY,
    moved: dict[str, date] | None = None,
    left_out: dict[str, date] | None = None,
    history: tuple[Event, ...] = (),
) -> dict[str, Step]:
    situation = Situation(
        today=today,
        interview_on=THURSDAY,
        moved=moved or {},
        left_out=left_out or {},
        history=history,
    )
    return {step.id: step for step in plan(situation).steps}


def test_a_moved_contact_stands_on_the_persons_day_and_says_from_where() -> None:
    email = steps(moved={"email-1": OWN_DAY})["email-1"]
    assert (email.on, email.moved_from) == (OWN_DAY, EMAIL_DAY)
    assert email.moved_because == "You chose this day"
    assert email.words
    assert email.words.days["call_day"] == steps(moved={"email-1": OWN_DAY})["call-1"].on


def test_what_comes_after_counts_from_the_persons_day() -> None:
    assert steps()["call-1"].on == date(2027, 2, 16)
    assert steps(moved={"email-1": OWN_DAY})["call-1"].on == date(2027, 2, 17)


def test_a_day_that_is_over_no_longer_holds() -> None:
    late = steps(today=date(2027, 2, 16), moved={"email-1": OWN_DAY})["email-1"]
    assert (late.status, late.moved_from) == ("late", EMAIL_DAY)


def test_a_late_contact_can_be_moved_and_is_no_longer_late() -> None:
    moved = steps(today=date(2027, 2, 12), moved={"email-1": OWN_DAY})["email-1"]
    assert (moved.status, moved.on) == ("coming", OWN_DAY)


def test_what_is_left_out_is_done_with_and_nothing_builds_on_it() -> None:
    after = steps(left_out={"email-1": EMAIL_DAY})
    assert after["email-1"].status == "done"
    assert after["email-1"].is_left_out
    assert after["call-1"].rules[0] == "second-contact"
    assert after["call-1"].on == date(2027, 2, 18)


def test_only_the_contact_of_that_day_is_left_out() -> None:
    assert steps(left_out={"email-1": OWN_DAY})["email-1"].status == "coming"


def test_a_contact_made_since_takes_the_place_of_the_choice() -> None:
    wrote = Event(on=FRIDAY, event="contacted", channel="email")
    after = steps(left_out={"email-1": EMAIL_DAY}, history=(wrote,))
    assert not after["email-1"].is_left_out


def test_a_thank_you_and_a_stop_stay_where_they_are() -> None:
    days = dict.fromkeys(("thank-1", "stop-1"), OWN_DAY)
    assert steps(moved=days) == steps()
