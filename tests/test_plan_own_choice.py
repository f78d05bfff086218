"""What the person decides otherwise: a contact on another day, or left out."""

from datetime import date

from calculator.days import Window
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.situation import Event, LeaveToCall, Offer, Promise, Said, Situation

THURSDAY = date(2027, 2, 4)
FRIDAY = date(2027, 2, 5)
EMAIL_DAY = date(2027, 2, 11)
OWN_DAY = date(2027, 2, 15)


def steps(
    *,
    today: date = FRIDAY,
    moved: dict[str, date] | None = None,
    left_out: dict[str, date] | None = None,
    history: tuple[Event, ...] = (),
    promises: tuple[Promise, ...] = (),
    offer: Offer | None = None,
    said: Said | None = None,
    leave_to_call: LeaveToCall | None = None,
) -> dict[str, Step]:
    situation = Situation(
        today=today,
        interview_on=THURSDAY,
        moved=moved or {},
        left_out=left_out or {},
        history=history,
        promises=promises,
        offer=offer,
        said=said,
        leave_to_call=leave_to_call,
    )
    return {step.id: step for step in plan(situation).steps}


def test_a_moved_contact_stands_on_the_persons_day_and_says_from_where() -> None:
    email = steps(moved={"email-1": OWN_DAY})["email-1"]
    assert (email.on, email.moved_from) == (OWN_DAY, EMAIL_DAY)
    assert email.moved_because == "You chose this day"
    assert email.words
    assert email.words.days["call_day"] == steps(moved={"email-1": OWN_DAY})["call-1"].on


def test_what_comes_after_counts_from_the_persons_day() -> None:
    assert steps()["call-1"].on == date(2027, 2, 18)
    assert steps(moved={"email-1": OWN_DAY})["call-1"].on == date(2027, 2, 22)


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
    # Nothing was sent, so what follows is a first contact still.
    assert after["email-2"].rules[0] == "no-date-email"
    assert after["email-2"].on == date(2027, 2, 18)
    assert "You skipped the one before" in after["email-2"].why


def test_a_call_that_is_left_out_is_no_contact_of_which_the_next_one_speaks() -> None:
    wrote = Event(on=EMAIL_DAY, event="no-answer", channel="email")
    after = steps(today=EMAIL_DAY, history=(wrote,), left_out={"call-1": date(2027, 2, 18)})
    assert after["email-2"].on == date(2027, 2, 25)
    assert "since you wrote on Thursday, February 11" in after["email-2"].why


def test_an_agreed_call_that_is_left_out_is_not_spoken_of_either() -> None:
    after = steps(leave_to_call=LeaveToCall(on=EMAIL_DAY), left_out={"call-1": EMAIL_DAY})
    assert after["call-1"].is_left_out
    assert after["email-1"].rules[0] == "no-date-email"
    assert after["email-1"].on == date(2027, 2, 18)


def test_what_was_left_out_late_is_left_out_on_that_day() -> None:
    monday, tuesday = date(2027, 2, 15), date(2027, 2, 16)
    late = steps(today=tuesday)["email-1"]
    assert late.status == "late"
    for today in (tuesday, date(2027, 2, 17)):
        after = steps(today=today, left_out={"email-1": tuesday})
        assert after["email-1"].is_left_out
        assert after["email-2"].on == date(2027, 2, 23)
    # On the holiday before it the email stands on Tuesday already, and on no later day.
    assert steps(today=monday, left_out={"email-1": tuesday})["email-1"].is_left_out
    wednesday = date(2027, 2, 17)
    assert not steps(today=monday, left_out={"email-1": wednesday})["email-1"].is_left_out


def test_an_email_does_not_name_a_call_that_comes_before_it() -> None:
    email = steps(moved={"call-1": date(2027, 2, 10)})["email-1"]
    assert email.words
    assert "call_day" not in email.words.days


def test_what_is_moved_before_the_end_of_their_time_owns_up_to_it() -> None:
    said = Said(on=THURSDAY, window=Window(latest=date(2027, 2, 18)), words="in two weeks")
    friday = date(2027, 2, 12)
    early = steps(today=friday, said=said, moved={"email-1": friday})
    assert early["email-1"].words
    assert "may-be-early" in early["email-1"].words.claims
    wrote = Event(on=friday, event="no-answer", channel="email")
    after = steps(today=friday, said=said, moved={"email-1": friday}, history=(wrote,))
    assert after["email-2"].on == early["email-2"].on


def test_only_the_contact_of_that_day_is_left_out() -> None:
    assert steps(left_out={"email-1": OWN_DAY})["email-1"].status == "coming"


def test_a_contact_made_since_takes_the_place_of_the_choice() -> None:
    wrote = Event(on=FRIDAY, event="contacted", channel="email")
    after = steps(left_out={"email-1": EMAIL_DAY}, history=(wrote,))
    assert not after["email-1"].is_left_out


def test_an_email_on_an_earlier_day_of_ones_own_choice_names_its_call_once_it_is_sent() -> None:
    monday = date(2027, 2, 8)
    wrote = Event(on=monday, event="contacted", channel="email")
    before = steps(today=monday, moved={"email-1": monday})
    after = steps(today=monday, moved={"email-1": monday}, history=(wrote,))
    assert before["call-1"].on == after["call-1"].on == date(2027, 2, 16)


def test_the_end_stays_where_it_is() -> None:
    assert steps(moved={"stop-1": OWN_DAY}) == steps()


def test_a_thank_you_can_be_moved_and_left_out() -> None:
    assert steps(moved={"thank-1": date(2027, 2, 7)})["thank-1"].on == date(2027, 2, 7)
    left_out = steps(left_out={"thank-1": THURSDAY})
    assert left_out["thank-1"].is_left_out
    assert left_out["email-1"] == steps()["email-1"]


def test_thanks_on_the_last_day_for_them_leave_none_to_the_email() -> None:
    last_day = date(2027, 2, 9)
    email = steps(today=last_day, moved={"thank-1": last_day})["email-1"]
    assert "thank-you-missed" not in email.rules


def test_a_moved_step_can_be_left_out_after_all() -> None:
    day = {"email-1": OWN_DAY}
    assert steps(moved=day, left_out=day)["email-1"].is_left_out


def test_a_promise_on_the_persons_own_day_does_not_say_that_it_was_promised_for_it() -> None:
    promise = Promise(what="call", on=EMAIL_DAY)
    moved = steps(promises=(promise,), moved={"promise-1": OWN_DAY})["promise-1"]
    assert (moved.on, moved.moved_from) == (OWN_DAY, EMAIL_DAY)
    assert moved.words
    assert "day-has-passed" in moved.words.claims
    assert "said-i-would-call" not in moved.words.claims


def test_a_promise_that_is_left_out_puts_nothing_off() -> None:
    promise = Promise(what="email", on=date(2027, 2, 9))
    after = steps(promises=(promise,), left_out={"promise-1": promise.on})
    assert after["promise-1"].is_left_out
    assert after["email-1"].on == EMAIL_DAY


def test_a_reply_can_be_moved_and_left_out() -> None:
    asked = (Event(on=FRIDAY, event="not-decided", channel="email"),)
    own_day = date(2027, 2, 8)
    assert steps(history=asked, moved={"reply-1": own_day})["reply-1"].on == own_day
    assert steps(history=asked, left_out={"reply-1": FRIDAY})["reply-1"].is_left_out


def test_thanks_for_another_offer_stay_left_out_on_the_days_after() -> None:
    offer = Offer(on=FRIDAY, answer_by=date(2027, 2, 19))
    left_out = {"reply-1": FRIDAY}
    later = steps(today=date(2027, 2, 9), offer=offer, left_out=left_out)
    assert later["reply-1"].is_left_out
    assert not later["reply-2"].is_left_out


def test_an_email_names_the_call_on_the_persons_own_day_or_none() -> None:
    own_day = date(2027, 2, 18)
    moved = steps(moved={"call-1": own_day})["email-1"]
    assert moved.words
    assert moved.words.days["call_day"] == own_day
    without = steps(left_out={"call-1": date(2027, 2, 18)})["email-1"]
    assert without.words
    assert "call_day" not in without.words.days
