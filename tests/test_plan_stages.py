"""How far they have got outlasts a word that settles nothing."""

from datetime import date

import pytest

from calculator.days import Window
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.planning.rules import rule
from calculator.situation import (
    Employer,
    Event,
    Happening,
    LeaveToCall,
    Offer,
    Policy,
    Said,
    Situation,
)

INTERVIEW, TOLD, LATER = date(2027, 3, 1), date(2027, 3, 9), date(2027, 3, 16)
THANKED = Event(on=INTERVIEW, event="thanked")


def left(*history: Event, today: date = LATER) -> list[Step]:
    situation = Situation(today=today, interview_on=INTERVIEW, history=(THANKED, *history))
    return [step for step in plan(situation).steps if step.status != "done"]


def told(
    event: Happening,
    said: Said | None = None,
    *,
    in_writing: bool | None = None,
    answer_by: date | None = None,
) -> Event:
    return Event(
        on=TOLD,
        event=event,
        channel="email",
        said=said,
        in_writing=in_writing,
        answer_by=answer_by,
    )


def heard(event: Happening, said: Said | None = None) -> Event:
    return Event(on=LATER, event=event, channel="call", said=said)


APRIL = Said(on=TOLD, window=Window(TOLD, date(2027, 3, 31)), words="until April")
FRIDAY = Said(on=LATER, window=Window(LATER, date(2027, 3, 19)), words="by Friday")
REPLIED = Event(on=TOLD, event="contacted", channel="email")


def test_a_no_stays_a_no_where_nothing_was_learned() -> None:
    (stop,) = left(told("rejected"), REPLIED, heard("reached"))
    assert stop.action == "stop"


def test_a_no_that_is_taken_back_opens_the_plan_again() -> None:
    first = left(told("rejected"), REPLIED, heard("new-date", FRIDAY))[0]
    assert (first.action, first.on) == ("email", date(2027, 3, 23))


def test_a_hold_lasts_where_nothing_was_learned() -> None:
    first = left(told("on-hold", APRIL), REPLIED, heard("reached"))[0]
    assert (first.on, first.rules[0]) == (date(2027, 4, 1), "on-hold-over")


def test_a_hold_whose_time_is_over_is_asked_about_a_week_after_their_word() -> None:
    asked = Event(on=date(2027, 4, 1), event="contacted", channel="email")
    word = Event(on=date(2027, 4, 2), event="acknowledged", channel="email")
    first = left(told("on-hold", APRIL), REPLIED, asked, word, today=word.on)[0]
    assert (first.action, first.on) == ("email", date(2027, 4, 9))


def test_an_offer_in_writing_keeps_its_day_or_takes_the_new_one() -> None:
    offered = told("offered", in_writing=True, answer_by=date(2027, 3, 22))
    for word, day in ((heard("reached"), 22), (heard("new-date", FRIDAY), 19)):
        (decide,) = left(offered, REPLIED, word)
        assert (decide.action, decide.on) == ("decide", date(2027, 3, day))


def test_a_spoken_offer_takes_no_day_for_an_answer_from_the_time_of_its_letter() -> None:
    offered = told("offered", in_writing=False)
    found = left(offered, REPLIED, heard("new-date", FRIDAY))
    assert "decide" not in [step.action for step in found]
    assert found[0].rules[0] == "offer-in-writing"


def test_another_offer_keeps_its_day_whatever_they_decide() -> None:
    offer = Offer(on=TOLD, answer_by=date(2027, 3, 22))
    for decided in (told("offered"), told("offered", in_writing=True), told("on-hold")):
        assert days_for_the_other(decided, offer) == ["more-time", "decide"]
    # After a no there is nothing to gain by more time.
    assert days_for_the_other(told("rejected"), offer) == ["decide"]
    assert days_for_the_other(Event(on=TOLD, event="stopped"), offer) == []


def days_for_the_other(decided: Event, offer: Offer) -> list[str]:
    history = (THANKED, decided, REPLIED)
    made = plan(Situation(today=LATER, interview_on=INTERVIEW, history=history, offer=offer))
    rules = [step.rules[0] for step in made.steps if step.on > LATER]
    return [each.removeprefix("other-offer-") for each in rules if each.startswith("other-offer-")]


def test_checks_go_on_after_a_word() -> None:
    word = Event(on=LATER, event="not-decided", channel="email")
    first = left(told("checks"), word)[0]
    assert (first.action, first.rules[0]) == ("email", "checks-under-way")


def test_word_after_an_invitation_asks_for_no_reply() -> None:
    word = Event(on=LATER, event="not-decided", channel="email")
    first = left(told("invited"), REPLIED, word)[0]
    assert (first.action, first.rules[0]) == ("email", "invited-no-day")


def test_the_news_of_an_offer_waits_for_the_interview_and_is_written_after_it() -> None:
    offer = Offer(on=date(2027, 2, 26), answer_by=date(2027, 3, 4))
    situation = Situation(today=date(2027, 2, 26), interview_on=INTERVIEW, offer=offer)
    told_them = [s for s in plan(situation).steps if s.rules[0] == "other-offer-tell"]
    assert [(step.action, step.on) for step in told_them] == [("email", date(2027, 3, 2))]


def test_an_interview_called_off_on_its_day_has_not_taken_place() -> None:
    day = Said(on=TOLD, window=Window(LATER, LATER), words="on the 16th")
    found = left(told("invited", day), REPLIED, heard("cancelled"))
    assert all("last-interview-counts" not in step.rules for step in found)
    assert [step.action for step in found][:2] == ["reply", "email"]


def test_after_a_hold_is_over_a_talk_that_brings_nothing_gives_them_a_week() -> None:
    asked = Event(on=date(2027, 4, 1), event="contacted", channel="email")
    talk = Event(on=date(2027, 4, 6), event="reached", channel="call")
    first = left(told("on-hold", APRIL), REPLIED, asked, talk, today=talk.on)[0]
    assert (first.action, first.on) == ("email", date(2027, 4, 13))


def test_what_was_sent_for_the_checks_on_their_day_answers_them() -> None:
    answered = left(told("checks"), REPLIED)
    assert [(step.action, step.on) for step in answered] == [
        ("email", date(2027, 3, 16)),
        ("call", date(2027, 3, 23)),
    ]


def test_a_university_that_asks_the_referees_keeps_its_four_weeks() -> None:
    situation = Situation(
        today=LATER, interview_on=INTERVIEW, sector="academic", history=(THANKED, told("checks"))
    )
    made = plan(situation)
    first = next(step for step in made.steps if step.status != "done")
    assert (first.rules[0], first.on) == ("no-date-university", date(2027, 4, 6))
    assert not any("Don't give notice" in notice for notice in made.notices)


def test_a_no_before_a_long_weekend_is_answered_in_time() -> None:
    saturday = Event(on=date(2027, 5, 29), event="rejected", channel="email")
    assert left(saturday, today=saturday.on)[0].on == saturday.on  # Monday is Memorial Day


def test_a_missed_call_after_an_offer_is_one_message() -> None:
    missed = Event(on=date(2027, 3, 10), event="missed-call")
    found = left(told("offered", in_writing=False), missed, today=date(2027, 3, 11))
    assert [step.action for step in found if step.on == date(2027, 3, 11)] == ["email"]


def test_a_time_before_which_nothing_comes_is_never_told_as_its_end() -> None:
    words = Said(on=LATER, window=Window(date(2027, 6, 1), None), words="before early June")
    first = left(Event(on=LATER, event="new-date", channel="call", said=words))[0]
    assert "before early June" not in first.why
    assert "not before Tuesday, June 1" in first.why


def test_a_call_to_the_employer_beside_an_agency_was_agreed_and_not_early() -> None:
    situation = Situation(
        today=LATER,
        interview_on=INTERVIEW,
        route="agency",
        leave_to_call=LeaveToCall(on=LATER),
        history=(Event(on=INTERVIEW, event="contacted", channel="call"),),
    )
    chase = next(step for step in plan(situation).steps if step.action == "recruiter")
    later = [step for step in plan(situation).steps if step.on > LATER]
    assert chase.status == "done"
    assert "in touch as agreed" in later[0].why


def test_word_after_a_spoken_offer_is_followed_by_a_question_about_the_letter() -> None:
    word = Event(on=LATER, event="acknowledged", channel="email")
    first = left(told("offered", in_writing=False), REPLIED, word)[0]
    assert first.words
    assert first.words.script == "offer-in-writing"


def test_on_the_day_to_stop_the_reason_looks_at_the_end_of_the_day_no_more() -> None:
    wrote = Event(on=TOLD, event="no-answer", channel="email")
    called = Event(on=LATER, event="no-answer", channel="call")
    before, on_the_day = (left(wrote, called, today=date(2027, 3, day))[0] for day in (22, 23))
    assert before.on == on_the_day.on == date(2027, 3, 23)
    assert "by the end of this day" in before.why
    assert on_the_day.why == rule("stop").notice


@pytest.mark.parametrize("today", [date(2027, 3, 17), date(2027, 3, 23), date(2027, 3, 30)])
def test_the_stop_stands_before_what_a_law_still_gives_and_claims_no_end(today: date) -> None:
    wrote = Event(on=TOLD, event="no-answer", channel="email")
    called = Event(on=LATER, event="no-answer", channel="call")
    situation = Situation(
        today=today,
        interview_on=INTERVIEW,
        country="CA",
        region="ON",
        employer=Employer(staff_25_or_more=True, public_posting=True),
        history=(THANKED, wrote, called),
    )
    stop, law, email = (step for step in plan(situation).steps if step.status != "done")
    assert (stop.action, law.action, email.action) == ("stop", "legal", "email")
    assert "count" in stop.why
    assert "everything" not in stop.why
    assert stop.why.endswith("You can still send the email about Ontario's 45 days.")


def test_who_gave_up_hears_that_a_note_in_later_months_does_no_harm() -> None:
    def notices(*history: Event) -> tuple[str, ...]:
        return plan(Situation(today=LATER, interview_on=INTERVIEW, history=history)).notices

    stopped = Event(on=LATER, event="stopped")
    assert notices(Event(on=TOLD, event="no-answer", channel="email"), stopped) == (
        rule("stopped").notice,
    )
    assert notices(stopped) == notices(told("offered"), REPLIED, stopped) == ()


def test_leave_given_at_a_further_interview_names_no_day() -> None:
    further = Event(on=LATER, event="interview", agreed_to_next=True)
    thanks, call, *_ = left(further)
    assert (thanks.action, call.action) == ("thank", "call")
    assert call.rules == ("leave-to-call-no-day",)


def test_a_colleague_asks_after_a_hold_about_the_hold() -> None:
    situation = Situation(
        today=LATER,
        interview_on=INTERVIEW,
        route="internal",
        history=(THANKED, told("on-hold", APRIL), REPLIED),
    )
    first = next(step for step in plan(situation).steps if step.status != "done")
    assert first.words
    assert first.words.script == "on-hold-over"


def test_a_call_that_is_late_is_not_said_to_be_on_its_day() -> None:
    wrote = Event(on=TOLD, event="contacted", channel="email", said_would_call=True)
    first = left(wrote, today=date(2027, 3, 24))[0]
    assert (first.action, first.rules[0]) == ("call", "call-after-the-named-day")
    assert "on this day" not in first.why


ASKED = (
    Event(on=date(2027, 3, 10), event="contacted", channel="email"),
    Event(on=date(2027, 3, 17), event="contacted", channel="call"),
)
INVITED = Event(on=TOLD, event="invited", channel="email")
PLAIN = Situation(today=LATER, interview_on=INTERVIEW, history=(THANKED, *ASKED))


@pytest.mark.parametrize(
    "situation",
    [
        PLAIN._replace(sector="public"),
        PLAIN._replace(sector="academic"),
        PLAIN._replace(route="agency"),
        PLAIN._replace(policy=Policy(slow_season=True)),
        PLAIN._replace(history=(THANKED, INVITED, *ASKED)),
    ],
)
@pytest.mark.parametrize("today", [date(2027, 3, 18), None, date(2027, 7, 5)])
def test_an_end_is_no_no_where_silence_tells_nothing(
    situation: Situation, today: date | None
) -> None:
    before = plan(situation._replace(today=date(2027, 3, 18))).steps[-1]
    end = plan(situation._replace(today=today or before.on)).steps[-1]
    assert end.action == "stop"
    assert "stop asking" in end.why
    assert "count" not in end.why


def test_an_end_is_a_no_where_silence_mostly_is() -> None:
    *_, end = plan(PLAIN._replace(today=date(2027, 3, 18))).steps
    assert "count it as a no" in end.why


def test_news_is_no_matter_in_the_last_week_of_a_long_wait() -> None:
    said = Said(on=INTERVIEW, window=Window(INTERVIEW, date(2027, 4, 16)), words="by April 16")
    waiting = Situation(today=LATER, interview_on=INTERVIEW, said=said, history=(THANKED,))
    news = "write only if you have real news"
    assert any(news in each for each in plan(waiting).notices)
    assert not any(news in each for each in plan(waiting._replace(today=date(2027, 4, 12))).notices)
