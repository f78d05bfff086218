"""What they said or wrote, and what a friend would do then: kinds of letters, each in small."""

from copy import replace
from datetime import date

import pytest

from calculator.days import Window
from calculator.planning.plan import Step, is_to_other_employer
from calculator.planning.planner import plan
from calculator.planning.rules import advice
from calculator.situation import (
    Channel,
    Event,
    Happening,
    Offer,
    Policy,
    Promise,
    Said,
    Sector,
    Situation,
)

INTERVIEW = date(2027, 1, 28)


def left(*history: Event, today: date, sector: Sector = "private") -> list[Step]:
    """Return what is left to do after a history."""
    situation = Situation(today=today, interview_on=INTERVIEW, history=history, sector=sector)
    return [s for s in plan(situation).steps if s.status != "done"]


def branches(*history: Event, today: date, sector: Sector = "private") -> dict[str, str]:
    """Return what each answer to the next step would change."""
    situation = Situation(today=today, interview_on=INTERVIEW, history=history, sector=sector)
    return {branch.answer: branch.then for branch in plan(situation).branches}


class TestTheyWroteAtTheWeekend:
    """A reply goes out on a working day, and in the same number of days as on any other."""

    saturday = date(2027, 2, 6)

    def reply_to(self, happening: Happening, today: date = saturday) -> Step:
        event = Event(on=self.saturday, event=happening, channel="email")
        situation = Situation(today=today, interview_on=date(2027, 1, 28), history=(event,))
        (reply, *_) = (step for step in plan(situation).steps if step.status != "done")
        assert reply.action == "reply"
        return reply

    @pytest.mark.parametrize(
        ("happening", "until"),
        [
            ("not-decided", date(2027, 2, 9)),
            ("on-hold", date(2027, 2, 9)),
            ("rejected", None),
            ("offered", None),
            ("invited", None),
        ],
    )
    def test_the_reply_waits_for_monday(self, happening: Happening, until: date | None) -> None:
        reply = self.reply_to(happening)
        assert (reply.on, reply.until, reply.status) == (date(2027, 2, 8), until, "coming")

    def test_it_is_due_on_monday_and_not_late(self) -> None:
        assert self.reply_to("offered", today=date(2027, 2, 8)).status == "due"

    def test_an_interview_that_is_called_off_is_answered_at_once(self) -> None:
        assert self.reply_to("cancelled").on == self.saturday


class TestACallThatTheyPromised:
    """It has its day in the plan, while the paperwork runs, too."""

    yes = Event(
        on=date(2027, 3, 2),
        event="offered",
        channel="call",
        in_writing=False,
        said=Said(
            on=date(2027, 3, 2),
            window=Window(date(2027, 3, 5), date(2027, 3, 5)),
            words="on Friday",
            by_call=True,
        ),
    )
    replied = Event(on=date(2027, 3, 2), event="contacted", channel="email")

    def test_the_working_day_after_it_asks_for_another_time(self) -> None:
        step = left(self.yes, self.replied, today=date(2027, 3, 5))[0]
        assert (step.on, step.channel) == (date(2027, 3, 8), "email")
        assert step.why.startswith("They said they'd call on Friday, March 5.")
        assert step.words
        assert step.words.days["missed_day"] == date(2027, 3, 5)

    def test_no_more_than_two_questions_are_shown(self) -> None:
        steps = left(self.yes, self.replied, today=date(2027, 3, 5))
        assert [step.channel for step in steps] == ["email", "call"]
        steps = left(self.yes, self.replied, today=date(2027, 3, 18))
        assert [step.channel for step in steps] == ["email", "call"]

    def test_nobody_who_said_yes_is_expected_to_say_no_or_to_ask_the_candidate_in(self) -> None:
        found = branches(self.yes, self.replied, today=date(2027, 3, 8))
        assert found.keys() == {"no-answer", "acknowledged", "new-date", "offered"}


class TestAUniversity:
    """Nothing in its plan is a call, whatever they agree to by email."""

    def test_what_they_agree_to_is_written(self) -> None:
        found = branches(today=date(2027, 2, 26), sector="academic")
        assert "call" not in found["not-decided"]
        assert "If they agree, write a week later" in found["not-decided"]


class TestTheySpoke:
    """Nobody knows who called whom, and the plan doesn't say."""

    @pytest.mark.parametrize("channel", ["call", "in-person"])
    def test_a_talk_is_a_talk(self, channel: Channel) -> None:
        event = Event(on=date(2027, 2, 11), event="not-decided", channel=channel)
        situation = Situation(today=event.on, interview_on=INTERVIEW, history=(event,))
        done = next(step for step in plan(situation).steps if step.status == "done")
        assert done.why == "You spoke on Thursday, February 11."

    def test_a_voicemail_of_theirs_is_no_call_of_ours(self) -> None:
        event = Event(on=date(2027, 2, 11), event="not-decided", channel="voicemail")
        situation = Situation(today=event.on, interview_on=INTERVIEW, history=(event,))
        assert not [step for step in plan(situation).steps if step.status == "done"]


class TestAskedForFeedback:
    """A question after a no has a week for its answer, and is not asked twice."""

    no = Event(on=date(2027, 2, 10), event="rejected", channel="email")

    def test_the_end_leaves_a_week(self) -> None:
        asked = Event(on=date(2027, 2, 10), event="contacted", channel="email")
        (stop,) = left(self.no, asked, today=date(2027, 2, 11))
        assert (stop.action, stop.on, stop.status) == ("stop", date(2027, 2, 17), "coming")

    def test_a_thank_you_that_asks_nothing_needs_no_week(self) -> None:
        no = replace(self.no, channel="message")
        thanked = Event(on=date(2027, 2, 10), event="contacted", channel="message")
        (stop,) = left(no, thanked, today=date(2027, 2, 10))
        assert stop.on == date(2027, 2, 11)

    def test_a_no_is_never_called_silence(self) -> None:
        (stop,) = left(self.no, today=date(2027, 6, 1))
        assert "silence-means-move-on" not in stop.rules


class TestSlowSeasons:
    """The days stay as they are; the plan says that silence means less, and what may be chosen."""

    @pytest.mark.parametrize(
        ("country", "interview", "opening"),
        [
            ("DE", date(2027, 7, 27), "In August much of Europe"),
            ("US", date(2027, 12, 13), "Around Christmas and New Year"),
            ("GB", date(2026, 12, 30), "Around Christmas and New Year"),
        ],
    )
    def test_it_is_said_once(self, country: str, interview: date, opening: str) -> None:
        slow = Situation(today=interview, interview_on=interview, country=country)
        notices = plan(slow).notices
        assert len([notice for notice in notices if notice.startswith(opening)]) == 1
        assert "In a slow season you can choose to wait two weeks before you ask." in notices
        chosen = replace(slow, policy=Policy(slow_season=True))
        assert not [notice for notice in plan(chosen).notices if "slow season" in notice]

    @pytest.mark.parametrize(
        ("country", "interview"),
        [("US", date(2027, 7, 27)), ("DE", date(2027, 7, 13)), ("DE", date(2027, 8, 27))],
    )
    def test_it_is_not_said_elsewhere_or_at_other_times(
        self, country: str, interview: date
    ) -> None:
        assert not plan(Situation(today=interview, interview_on=interview, country=country)).notices

    def test_a_time_that_they_named_leaves_nothing_to_choose(self) -> None:
        said = Said(on=date(2027, 12, 13), window=Window(None, date(2027, 12, 24)), words="")
        notices = plan(Situation(today=said.on, interview_on=said.on, said=said)).notices
        assert notices == (advice().seasons[0].says,)

    def test_the_days_between_the_years_are_named_once(self) -> None:
        said = Said(on=date(2027, 12, 15), window=Window(None, date(2027, 12, 24)), words="")
        waits = Situation(today=said.on, interview_on=said.on, said=said, country="GB")
        step = next(step for step in plan(waits).steps if step.action == "email")
        assert step.on == date(2028, 1, 4)
        assert step.moved_because == (
            "Few people are at work between Christmas and New Year, and Monday 3 January "
            "is a holiday (New Year's Day, observed)"
        )


class TestInvited:
    """Only a day is a day: a week in which they want to meet, or will say when, fixes none."""

    monday = date(2027, 2, 8)

    def invited(self, earliest: date, latest: date, today: date) -> list[Step]:
        said = Said(on=self.monday, window=Window(earliest, latest), words="next week")
        event = Event(on=self.monday, event="invited", channel="email", said=said)
        replied = Event(on=self.monday, event="contacted", channel="email")
        return left(event, replied, today=today)

    def test_a_day_is_the_interview(self) -> None:
        step = self.invited(date(2027, 2, 18), date(2027, 2, 18), self.monday)[0]
        assert (step.action, step.on) == ("ask", date(2027, 2, 18))

    def test_a_week_is_the_time_for_fixing_it(self) -> None:
        step = self.invited(date(2027, 2, 15), date(2027, 2, 19), self.monday)[0]
        assert (step.rules[0], step.on) == ("invited-no-day", date(2027, 2, 23))

    def test_what_may_be_answered(self) -> None:
        event = Event(on=self.monday, event="invited", channel="email")
        replied = Event(on=self.monday, event="contacted", channel="email")
        found = branches(event, replied, today=date(2027, 2, 11))
        assert found.keys() == {"no-answer", "acknowledged", "invited", "rejected"}


def test_thanks_are_sent_before_they_are_answered() -> None:
    found = branches(today=INTERVIEW)
    assert found["acknowledged"] == "You don't have to reply. Write again a week later."


def test_what_was_promised_and_done_today_is_told_as_done() -> None:
    today = date(2027, 2, 1)
    kept = Event(on=today, event="contacted", channel="email")
    situation = Situation(
        today=today,
        interview_on=INTERVIEW,
        promises=(Promise(what="email", on=today),),
        history=(kept,),
    )
    email = next(step for step in plan(situation).steps if step.action == "email")
    assert "You were in touch as promised" in email.why


def test_told_to_wait_and_then_offered_it_the_letter_is_asked_for_in_other_words() -> None:
    offered = Event(on=date(2027, 2, 8), event="offered", channel="call", in_writing=False)
    replied = Event(on=date(2027, 2, 8), event="contacted", channel="email")
    asked = Event(on=date(2027, 2, 16), event="contacted", channel="email")
    situation = Situation(
        today=asked.on,
        interview_on=INTERVIEW,
        told_to_wait=True,
        history=(offered, replied, asked),
    )
    steps = [step for step in plan(situation).steps if step.status != "done"]
    scripts = [step.words and step.words.script for step in steps]
    assert scripts == ["second-contact", "third-contact"]


def test_a_day_stands_once_in_a_reason() -> None:
    said = Said(on=date(2027, 2, 8), window=Window(None, date(2027, 3, 5)), words="early March")
    event = Event(on=said.on, event="not-decided", channel="call", said=said, agreed_to_next=False)
    (step, *_) = left(event, today=date(2027, 2, 9))
    assert step.why == (
        "On Monday, February 8 they said they'd rather not be called again, so send an email and "
        "leave them time. They said “early March”."
    )


class TestAnotherOfferLeavesFewDays:
    """Its employer gets one message on a day, whatever is to be said."""

    def steps(self, answer_by: date) -> list[Step]:
        friday = date(2027, 2, 5)
        offer = Offer(on=friday, answer_by=answer_by)
        situation = Situation(today=friday, interview_on=INTERVIEW, offer=offer)
        return [step for step in plan(situation).steps if is_to_other_employer(step)]

    def test_no_day_is_left_so_the_thanks_ask_for_it(self) -> None:
        (thanks,) = self.steps(date(2027, 2, 8))
        assert thanks.words
        assert "no-day-left" in thanks.words.claims

    def test_a_day_is_left(self) -> None:
        thanks, more_time = self.steps(date(2027, 2, 9))
        assert (thanks.on, more_time.on) == (date(2027, 2, 5), date(2027, 2, 8))
