"""What a plan says beside its steps: what each answer would change, and what cannot be known."""

from copy import replace
from datetime import date

import pytest

from calculator.days import Window
from calculator.planning.planner import plan
from calculator.presenting.step_wording import condition
from calculator.situation import (
    Employer,
    Event,
    Happening,
    Offer,
    Policy,
    Promise,
    Said,
    Situation,
)

THURSDAY = date(2027, 2, 4)
TUESDAY = date(2027, 2, 16)
NOTHING_SAID = Situation(today=THURSDAY, interview_on=THURSDAY)
WRITTEN = replace(
    NOTHING_SAID,
    today=TUESDAY,
    history=(
        Event(on=THURSDAY, event="thanked"),
        Event(on=date(2027, 2, 11), event="contacted", channel="email"),
    ),
)


def branches(situation: Situation) -> dict[str, str]:
    """Return what follows each answer to the next step."""
    return {branch.answer: branch.then for branch in plan(situation).branches}


def after(event: Event, situation: Situation = WRITTEN) -> Situation:
    """Return a situation in which one more thing has happened."""
    return replace(situation, history=(*situation.history, event))


class TestWhatAnAnswerMeansByThen:
    """The same answer is called by what it would mean, so far along."""

    @pytest.mark.parametrize(
        ("event", "answer", "says"),
        [
            (Event(on=TUESDAY, event="invited", channel="email"), "invited", "name a day"),
            (Event(on=TUESDAY, event="cancelled", channel="email"), "invited", "a new day"),
            (
                Event(on=TUESDAY, event="offered", channel="call", in_writing=False),
                "offered",
                "the written offer comes",
            ),
            (
                Event(on=TUESDAY, event="offered", channel="email", in_writing=True),
                "new-date",
                "more time",
            ),
            (
                Event(on=TUESDAY, event="offered", channel="email", in_writing=True),
                "rejected",
                "take the offer back",
            ),
            (Event(on=TUESDAY, event="contacted", channel="email"), "invited", "another interview"),
        ],
    )
    def test_its_condition(self, event: Event, answer: Happening, says: str) -> None:
        found = {each.answer: condition(each) for each in plan(after(event)).branches}
        assert says in found[answer]

    def test_before_the_interview_a_time_is_that_for_the_answer(self) -> None:
        ahead = Situation(today=THURSDAY, interview_on=TUESDAY)
        found = {each.answer: condition(each) for each in plan(ahead).branches}
        assert found["new-date"] == "If they say when you'll hear"


class TestBranches:
    """For the next step, what each reply would change, with dates."""

    def test_an_answer_counts_from_today_and_silence_from_the_call(self) -> None:
        found = branches(WRITTEN)
        assert found["no-answer"] == "Stop there on Thursday, February 25."
        assert found["not-decided"] == (
            "Ask if you may get in touch again in a week. If they agree, call a week later."
        )
        assert found["rejected"] == "Reply within two days."
        assert found["offered"] == "Reply within a day."
        assert found["invited"] == "Reply within a day."
        assert found["new-date"] == (
            "Add it here. When it has passed, give them two working days, then ask."
        )

    def test_with_no_calls_the_agreed_contact_is_written(self) -> None:
        found = branches(replace(WRITTEN, no_calls=True))
        assert found["not-decided"].endswith("write a week later.")

    def test_nobody_is_called_before_the_time_that_they_named(self) -> None:
        for window in (Window(None, date(2027, 3, 12)), Window(date(2027, 3, 12), None)):
            said = Said(on=THURSDAY, window=window, words="by then")
            found = branches(replace(NOTHING_SAID, said=said))
            assert "Friday, March 12, so leave it until then." in found["not-decided"]
            assert found["acknowledged"].endswith("once their own time has passed.")

    def test_a_word_after_the_last_try_ends_it(self) -> None:
        once = replace(NOTHING_SAID, today=date(2027, 2, 11), policy=Policy(persistence="one"))
        assert branches(once)["acknowledged"].endswith("within a week, let it go.")
        assert branches(replace(once, policy=Policy(persistence="two")))["acknowledged"] == (
            "You don't have to reply. Write again a week later."
        )

    def test_who_takes_the_other_job_withdraws_here(self) -> None:
        offer = Offer(on=TUESDAY, answer_by=date(2027, 2, 23))
        assert branches(replace(WRITTEN, offer=offer))["stopped"].startswith("Withdraw here")

    def test_told_to_wait_the_agreed_contact_is_written(self) -> None:
        found = branches(replace(NOTHING_SAID, told_to_wait=True))
        assert found["not-decided"].startswith("Thank them, and ask for nothing more.")

    def test_what_was_promised_stays_beside_what_they_agree_to(self) -> None:
        references = Promise(what="other", on=date(2027, 2, 22))
        found = branches(replace(WRITTEN, promises=(references,)))
        assert found["not-decided"].endswith(
            "call a week later. What you promised for Monday, February 22 stays."
        )

    def test_an_answer_on_the_day_of_a_promise_finds_it_kept(self) -> None:
        references = Promise(what="other", on=THURSDAY, note="send references")
        thanked = (Event(on=THURSDAY, event="thanked"),)
        found = branches(replace(NOTHING_SAID, promises=(references,), history=thanked))
        assert found["invited"] == "Reply within a day."

    def test_with_a_recruiter_the_answer_goes_to_the_recruiter(self) -> None:
        found = branches(replace(NOTHING_SAID, route="agency"))
        assert found["rejected"].startswith("Reply through the recruiter within")
        assert found["invited"].startswith("Reply through the recruiter within")

    def test_beside_another_offer_the_branches_are_the_first_choices_own(self) -> None:
        offer = Offer(on=TUESDAY, answer_by=date(2027, 2, 23))
        found = branches(replace(WRITTEN, offer=offer))
        assert found["no-answer"] == "Write the same day."
        assert found["not-decided"] == "Decide on Tuesday, February 23 with what you know."
        assert found["new-date"] == (
            "Add it here. If it's after Tuesday, February 23, decide with what you know."
        )

    def test_an_answer_may_come_after_the_end_and_after_a_hold(self) -> None:
        held = after(Event(on=TUESDAY, event="on-hold", channel="email"))
        replied = after(Event(on=TUESDAY, event="contacted", channel="email"), held)
        looks_again = plan(replied).next
        assert looks_again
        assert looks_again.action == "wait"
        assert branches(replied)["invited"] == "Reply within a day."
        asked_twice = after(Event(on=date(2027, 2, 18), event="no-answer", channel="call"))
        over = replace(asked_twice, today=date(2027, 6, 1))
        assert plan(over).next == plan(over).steps[-1]
        assert branches(over)["offered"] == "Reply within a day."

    def test_each_branch_comes_true(self) -> None:
        promised = branches(WRITTEN)["no-answer"]
        thursday = date(2027, 2, 18)
        called = plan(
            after(
                Event(on=thursday, event="no-answer", channel="call"),
                replace(WRITTEN, today=thursday),
            )
        )
        assert called.next
        assert promised == f"Stop there on {called.next.on:%A}, February {called.next.on.day}."

    def test_a_no_in_britain_leaves_the_right_to_the_notes(self) -> None:
        said_no = after(Event(on=TUESDAY, event="rejected", channel="email"))
        assert branches(said_no) == {"no-answer": "Leave it there on Thursday, February 25."}
        in_britain = branches(replace(said_no, country="GB"))
        assert in_britain["no-answer"].startswith("In the UK and the EU you may ask")
        # Theirs is the week after the reply, and the month of the law counts from the asking.
        assert in_britain["no-answer"].endswith(
            "If you ask on Thursday 25 February, that is Thursday 25 March."
        )
        replied = after(Event(on=TUESDAY, event="contacted", channel="email"), said_no)
        assert "that is Tuesday 23 March." in branches(replace(replied, country="GB"))["no-answer"]

    def test_an_interview_still_to_come_may_bring_a_time_or_be_called_off(self) -> None:
        assert branches(replace(NOTHING_SAID, today=date(2027, 2, 1))) == {
            "new-date": "Add it here. When it has passed, give them two working days, then ask.",
            "cancelled": "Reply the same day.",
        }

    def test_an_offer_may_be_given_more_time_or_taken_back(self) -> None:
        due = Event(on=TUESDAY, event="offered", in_writing=True, answer_by=date(2027, 2, 23))
        found = branches(after(due))
        assert found["new-date"] == "Thank them and add the new day here. Decide by then."
        assert found.keys() == {"new-date", "rejected", "stopped"}
        assert found["stopped"].startswith("Tell them by Tuesday, February 23")

    def test_what_is_hoped_for_is_told_at_each_stage(self) -> None:
        said_yes = after(Event(on=TUESDAY, event="offered", in_writing=False))
        assert branches(said_yes)["offered"].startswith("Reply within")
        invited = after(Event(on=TUESDAY, event="invited", channel="email"))
        assert branches(invited)["invited"].startswith("Say within a day that it suits you")

    def test_a_plan_that_is_over_has_none(self) -> None:
        assert branches(after(Event(on=TUESDAY, event="stopped"))) == {}


TWO_MONTHS = Said(on=THURSDAY, window=Window(THURSDAY, date(2027, 4, 2)), words="by April")


@pytest.mark.parametrize(
    ("situation", "opening"),
    [
        (replace(NOTHING_SAID, today=date(2027, 2, 1)), "Your interview hasn't happened yet"),
        (replace(NOTHING_SAID, said=TWO_MONTHS), "They gave themselves a long time"),
        (
            replace(NOTHING_SAID, said=replace(TWO_MONTHS, doubtful=True)),
            "“by April” can be read in more than one way",
        ),
        (replace(NOTHING_SAID, interviewers=3), "Several people interviewed you"),
        (
            replace(NOTHING_SAID, policy=Policy(persistence="weekly")),
            "From the third message on",
        ),
        (
            replace(NOTHING_SAID, country="CA", region="ON"),
            "In Ontario an employer with 25 or more staff",
        ),
        (replace(NOTHING_SAID, country="KR"), "In South Korea"),
        (replace(NOTHING_SAID, country="ZZ"), "We don't know the public holidays there"),
        (replace(NOTHING_SAID, region="zz"), "We don't know that region"),
        (
            replace(NOTHING_SAID, today=date(2040, 1, 3), interview_on=date(2040, 1, 3)),
            "We only know the public holidays of",
        ),
        (
            replace(NOTHING_SAID, promises=(Promise(what="call", on=date(2027, 2, 1)),)),
            "A promise for a day before the interview",
        ),
        (
            replace(NOTHING_SAID, offer=Offer(on=date(2027, 2, 1), answer_by=date(2027, 2, 3))),
            "The day to answer the other offer has passed",
        ),
        (
            replace(NOTHING_SAID, closed=((date(2027, 2, 8), date(2030, 2, 8)),)),
            "A shutdown of more than a year",
        ),
        (
            replace(NOTHING_SAID, history=(Event(on=date(2027, 2, 1), event="contacted"),)),
            "What happened before the interview",
        ),
        (
            after(
                Event(on=date(2027, 2, 16), event="no-answer"),
                replace(WRITTEN, today=date(2027, 5, 4)),
            ),
            "Hearing nothing after an interview is common",
        ),
        (
            replace(NOTHING_SAID, promises=(Promise(what="call", on=date(2027, 2, 13)),)),
            "The day you agreed on is a Saturday",
        ),
        (
            after(Event(on=TUESDAY, event="checks", channel="email")),
            "References or checks are a good sign, and no offer yet.",
        ),
    ],
)
def test_what_cannot_be_known_is_said_once(situation: Situation, opening: str) -> None:
    notices = plan(situation).notices
    assert len([notice for notice in notices if notice.startswith(opening)]) == 1


def test_a_time_that_is_in_doubt_and_has_no_end_is_given_none() -> None:
    said = Said(on=THURSDAY, window=Window(TUESDAY, None), words="after the 16th", doubtful=True)
    (notice,) = plan(replace(NOTHING_SAID, said=said)).notices
    assert "This plan goes by the latest reading. Choose" in notice


def test_a_plain_plan_has_no_notice() -> None:
    assert plan(NOTHING_SAID).notices == ()


def test_a_law_whose_facts_are_known_needs_no_notice() -> None:
    employer = Employer(staff_25_or_more=True, public_posting=False)
    covered = replace(NOTHING_SAID, country="CA", region="ON", employer=employer)
    assert plan(covered).notices == ()


def test_an_agreed_call_leaves_a_long_wait_unsaid() -> None:
    agreed = Event(on=TUESDAY, event="not-decided", channel="call", agreed_to_next=True)
    long = replace(WRITTEN, said=TWO_MONTHS)
    assert any("a long time" in notice for notice in plan(long).notices)
    assert not any("a long time" in notice for notice in plan(after(agreed, long)).notices)
