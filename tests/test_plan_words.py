"""The words of whole plans: complete, and true to the situation that they are for."""

import re
from copy import replace
from datetime import date, timedelta

import pytest
from html_outline import outline
from hypothesis import given, settings
from situations import situations

from calculator.days import Window
from calculator.planning.plan import Step
from calculator.planning.planner import plan
from calculator.presenting.plan_html import plan_html
from calculator.presenting.script_files import script
from calculator.presenting.script_names import BLANKS, LEFT_OPEN, WAYS_OF_CHANNEL
from calculator.presenting.script_parts import Blank, Part, Script
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import scripts_of
from calculator.situation import (
    Event,
    LeaveToCall,
    Offer,
    Policy,
    Promise,
    Said,
    Situation,
)

NAMES_A_CALL = r"I'll (call|try you by phone|phone|give you a call)|On .* I'll give you a call"

# What only the person knows; all else must come from the plan.
THEIR_OWN = ("you", "interviewer", "employer", "role", "number", "recruiter")
LEFT_TO_THEM = (*LEFT_OPEN, "promised")


def spoken(situation: Situation) -> list[tuple[Step, Script]]:
    """Return each step that has words, with them."""
    made = plan(situation)
    words = scripts_of(made, situation=situation)
    return [(step, words[step.id]) for step in made.steps if step.id in words]


def parts(situation: Situation) -> list[Part]:
    return [part for _, words in spoken(situation) for part in words.parts]


def by_rule(name: str, situation: Situation) -> tuple[Step, str]:
    """Return the first step that a rule made, and its words."""
    step, words = next(each for each in spoken(situation) if name in each[0].rules)
    return step, script_text(words)


def text_by(name: str, situation: Situation) -> str:
    return by_rule(name, situation)[1]


def texts(situation: Situation) -> list[str]:
    return [script_text(words) for _, words in spoken(situation)]


def blanks(part: Part) -> set[str]:
    lines = [line for paragraph in part.paragraphs for line in paragraph.lines]
    pieces = (piece for line in [*lines, part.subject or ()] for piece in line)
    return {piece.stands_for for piece in pieces if isinstance(piece, Blank)}


@settings(max_examples=80, deadline=None)
@given(situations())
def test_no_day_is_left_open(situation: Situation) -> None:
    allowed = {BLANKS[name] for name in (*THEIR_OWN, *LEFT_TO_THEM)}
    for part in parts(situation):
        assert blanks(part) <= allowed


@settings(max_examples=80, deadline=None)
@given(situations())
def test_every_step_has_words_for_its_channel(situation: Situation) -> None:
    for step in plan(situation).steps:
        if step.words and step.channel:
            ways = WAYS_OF_CHANNEL[step.channel]
            letters = script(step.words.script).letters or (step.words.script,)
            for letter in letters:
                assert not script(letter).sections.keys().isdisjoint(ways)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_an_email_names_a_call_only_where_one_follows(situation: Situation) -> None:
    steps = plan(situation).steps
    for step, words in spoken(situation):
        if step.words and re.search(NAMES_A_CALL, script_text(words)):
            later = [other for other in steps if other.on == step.words.days["call_day"] > step.on]
            calls = {"call", "recruiter", "promise"}
            assert any(o.channel == "call" and o.action in calls for o in later)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_today_is_called_the_agreed_day_only_where_it_is(situation: Situation) -> None:
    for step, words in spoken(situation):
        if re.search(r"We agreed that I'd|As promised, I'm getting", script_text(words)):
            assert step.moved_from is None
            assert "leave-to-call-no-day" not in step.rules


@settings(max_examples=60, deadline=None)
@given(situations())
def test_nobody_asks_to_call_where_calls_are_not_wanted(situation: Situation) -> None:
    asked = Event(on=situation.interview_on, event="not-decided", channel="email")
    wishes = (
        replace(situation, no_calls=True),
        replace(situation, told_to_wait=True),
        replace(situation, route="internal"),
        replace(situation, policy=Policy(channel="email")),
    )
    for wish in wishes:
        told = replace(wish, today=situation.interview_on, history=(asked,))
        assert not [text for text in texts(told) if "if I called you" in text]


@settings(max_examples=80, deadline=None)
@given(situations())
def test_no_day_for_an_answer_to_an_offer_is_named_once_it_has_come(situation: Situation) -> None:
    for step in plan(situation).steps:
        days = step.words.days if step.words else {}
        named = [days[name] for name in ("deadline", "answer_wish") if name in days]
        # An answer may go out any day before it is due.
        on = situation.today if step.action == "decide" else max(step.on, situation.today)
        assert all(day > on for day in named)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_no_reply_asks_for_a_contact_after_another_offer_is_due(situation: Situation) -> None:
    asked = Event(on=situation.interview_on, event="not-decided", channel="email")
    offer = Offer(on=asked.on, answer_by=asked.on + timedelta(days=6))
    told = replace(situation, today=asked.on, offer=offer, history=(asked,))
    assert not [text for text in texts(told) if "OK if I" in text]


class TestAnotherOffer:
    """What is said of the day for an answer is so on the day on which it is said."""

    today = date(2027, 2, 10)

    def hurried(self, days: int) -> Situation:
        offer = Offer(on=self.today, answer_by=self.today + timedelta(days=days))
        return Situation(today=self.today, interview_on=date(2027, 2, 4), offer=offer)

    def test_a_week_is_left(self) -> None:
        assert "know by Friday, February 12?" in text_by("other-offer-tell", self.hurried(7))

    def test_a_day_is_left(self) -> None:
        text = text_by("other-offer-tell", self.hurried(1))
        assert "they need my answer by Thursday, February 11." in text
        assert "Is there any chance you'll know before then?" in text
        thanks = text_by("other-offer-acknowledge", self.hurried(1))
        assert "Would it be possible to have until" in thanks
        assert "a little time" not in thanks  # one message asks once

    def test_it_is_the_last_day(self) -> None:
        last = self.hurried(0)
        for situation in (last, replace(last, route="agency")):
            text = text_by("other-offer-tell", situation)
            assert "my answer today." in text
            assert re.search(r"tell me today\?", text)
            assert "Wednesday, February 10" not in text
        # The answer itself opens with the thanks: nobody gets two messages on that day.
        assert not [step for step, _ in spoken(last) if "other-offer-acknowledge" in step.rules]
        assert "Thank you for the offer." in text_by("other-offer-decide", last)

    def test_they_have_not_decided(self) -> None:
        told = Event(on=self.today, event="contacted", channel="call")
        answer = Event(on=self.today, event="not-decided", channel="email")
        step, text = by_rule(
            "other-offer-not-decided", replace(self.hurried(6), history=(told, answer))
        )
        assert "As I mentioned, I need to answer my other offer by Tuesday, February 16" in text
        assert "I have another offer, too" not in text
        assert "in a week" not in text
        assert "ask if you may" not in step.why


class TestTheirOffer:
    """The thanks for their offer, and the day to decide, fit the day that they named."""

    said = Said(on=date(2027, 2, 9), window=Window(None, date(2027, 2, 16)), words="by Tuesday")

    def offered(self, today: date, said: Said | None = said) -> Situation:
        event = Event(on=date(2027, 2, 9), event="offered", channel="call", said=said)
        return Situation(today=today, interview_on=date(2027, 2, 4), history=(event,))

    def test_they_named_a_day(self) -> None:
        step, text = by_rule("offered-reply", self.offered(date(2027, 2, 9)))
        assert "You'll have my answer by Tuesday, February 16." in text
        assert "when they need" not in step.why

    def test_they_named_none(self) -> None:
        text = text_by("offered-reply", self.offered(date(2027, 2, 9), None))
        assert "When do you need my answer?" in text

    def test_the_day_is_over(self) -> None:
        late = self.offered(date(2027, 3, 9))
        text = text_by("offered-reply", late)
        assert "the day for my answer has passed. Does the offer still stand?" in text
        assert "a little time" not in text
        assert "February 16" not in text
        assert by_rule("offered-reply", late)[0].why.startswith(
            "The day they wanted your answer by, Tuesday, February 16, has passed."
        )


@settings(max_examples=80, deadline=None)
@given(situations(with_history=False))
def test_a_message_that_opens_with_the_thanks_does(situation: Situation) -> None:
    late = replace(situation, today=situation.interview_on + timedelta(days=8))
    for step, words in spoken(late):
        text = script_text(words)
        if "thank-you-missed" in step.rules:
            assert re.search(
                r"[Tt]hank(s| you) for (your|taking|talking|the|seeing)|my thanks", text
            )


def test_a_promise_kept_late_says_so() -> None:
    promise = Promise(what="call", on=date(2027, 2, 11))
    late = Situation(today=date(2027, 2, 16), interview_on=date(2027, 2, 4), promises=(promise,))
    ((_, words), *_) = spoken(late)
    assert "I said I'd call on Thursday, February 11. I didn't, and I'm sorry." in script_text(
        words
    )


class TestAgreed:
    """What they agreed to is said of each channel as it is, and owned up to when it is missed."""

    thursday = date(2027, 2, 4)

    def agreed(self, today: date, on: date | None) -> Situation:
        return Situation(today=today, interview_on=self.thursday, leave_to_call=LeaveToCall(on=on))

    def test_in_writing_no_call_is_agreed_to(self) -> None:
        asked = Event(on=self.thursday, event="not-decided", channel="email", agreed_to_next=True)
        policy = Policy(channel="email")
        written = Situation(
            today=self.thursday, interview_on=self.thursday, policy=policy, history=(asked,)
        )
        (step, *_) = (s for s in plan(written).steps if "not-decided-call-again" in s.rules)
        assert step.channel == "email"
        assert "call" not in step.why

    def test_on_the_phone_it_is_the_call_that_they_agreed_to(self) -> None:
        step, _ = by_rule("leave-to-call-no-day", self.agreed(self.thursday, None))
        assert step.why.startswith("They said you may call but named no day.")

    def test_the_email_that_takes_the_place_of_a_missed_call_says_so(self) -> None:
        text = text_by("too-late", self.agreed(date(2027, 4, 24), date(2027, 2, 11)))
        assert (
            "I'd said I'd be in touch on Thursday, February 11, and I'm later than I meant to be."
            in text
        )

    @pytest.mark.parametrize(
        "missed",
        [
            Situation(today=date(2027, 4, 24), interview_on=thursday),
            Situation(today=date(2027, 4, 24), interview_on=thursday, leave_to_call=LeaveToCall()),
        ],
        ids=["nothing agreed", "no day agreed"],
    )
    def test_nothing_else_is_owned_up_to(self, missed: Situation) -> None:
        assert "I'd said" not in text_by("too-late", missed)


class TestTheRecruiter:
    """The recruiter is told what was said about timing, where anything was."""

    def debrief(self, said: Said | None) -> str:
        thursday = date(2027, 2, 4)
        situation = Situation(today=thursday, interview_on=thursday, route="agency", said=said)
        return text_by("recruiter-debrief", situation)

    def test_in_their_words(self) -> None:
        window = Window(None, date(2027, 2, 18))
        said = Said(on=date(2027, 2, 4), window=window, words="in two weeks")
        assert self.debrief(said).count("About timing, they said: “in two weeks”") == 1

    def test_not_where_nothing_was_said(self) -> None:
        assert "bout timing, they" not in self.debrief(None)


def test_where_no_day_is_known_nobody_is_said_to_have_named_none() -> None:
    thursday = date(2027, 2, 4)
    to_come = Situation(today=thursday, interview_on=date(2027, 2, 11))
    step, _ = by_rule("no-date-email", to_come)
    assert "They gave" not in step.why


def test_a_late_thank_you_is_not_argued_with_a_day_that_is_over() -> None:
    late = Situation(today=date(2027, 2, 7), interview_on=date(2027, 2, 4))
    step, _ = by_rule("thank-you-next-day", late)
    assert step.why == "It's a few days late, and a late thank-you is better than none."


@settings(max_examples=60, deadline=None)
@given(situations().map(lambda situation: replace(situation, route="agency")))
def test_what_goes_through_the_recruiter_never_greets_the_interviewer(situation: Situation) -> None:
    for step, words in spoken(situation):
        if step.action == "recruiter":
            text = script_text(words)
            assert "Dear [the interviewer's name]" not in text
            assert "Hi [the interviewer's name]" not in text


@settings(max_examples=60, deadline=None)
@given(situations())
def test_the_page_shows_each_step_once_on_its_day(situation: Situation) -> None:
    made = plan(situation)
    scripts = scripts_of(made, situation=situation)
    page = outline(plan_html(made, situation=situation, scripts=scripts))
    items = [item for item in page.every("li") if "data-action" in item.attributes]
    assert [
        (item.attributes["data-step"], item.one("time").attributes["datetime"]) for item in items
    ] == [(step.id, step.on.isoformat()) for step in made.steps]


def test_thanks_a_day_later_speak_of_the_day_of_the_interview() -> None:
    thursday = date(2027, 2, 4)
    said = {
        today: text_by("thank-you-next-day", Situation(today=today, interview_on=thursday))
        for today in (thursday, thursday + timedelta(days=1))
    }
    assert "talk with me today." in said[thursday]
    assert "talk with me yesterday." in said[thursday + timedelta(days=1)]


def test_a_time_for_the_checks_is_no_time_for_an_answer() -> None:
    checks = Event(
        on=date(2027, 2, 8),
        event="checks",
        channel="email",
        said=Said(
            on=date(2027, 2, 8),
            window=Window(date(2027, 2, 8), date(2027, 2, 12)),
            words="this week",
            awaits="word",
        ),
    )
    situation = Situation(today=checks.on, interview_on=date(2027, 2, 4), history=(checks,))
    text = text_by("checks-under-way", situation)
    assert "How are the checks going?" in text
    assert "you said the checks might be done that week" in text


def test_a_colleague_writes_instead_of_a_promised_call_and_claims_no_dislike_of_calls() -> None:
    monday = date(2027, 2, 8)
    promise = Promise(what="call", on=monday)
    situation = Situation(today=monday, interview_on=date(2027, 2, 4), promises=(promise,))
    colleague, no_calls = replace(situation, route="internal"), replace(situation, no_calls=True)
    assert "calls aren't welcome" not in text_by("keep-promises", colleague)
    assert "calls aren't welcome" in text_by("keep-promises", no_calls)
