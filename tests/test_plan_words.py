"""The words of whole plans: complete, and true to the situation that they are for."""

import re
from dataclasses import replace
from datetime import date, timedelta

from html_outline import outline
from hypothesis import given, settings
from situations import situations

from calculator.planning.planner import plan
from calculator.planning.situation import Event, Offer, Policy, Promise, Situation
from calculator.presenting.plan_html import plan_html
from calculator.presenting.script_text import script_text
from calculator.presenting.scripts import (
    BLANKS,
    WAYS_OF_CHANNEL,
    Blank,
    Part,
    filled,
    script,
    scripts_of,
)

# What only the person knows; all else must come from the plan.
THEIR_OWN = ("you", "interviewer", "employer", "role", "number", "recruiter")
LEFT_TO_THEM = ("point", "offerer", "promised")


def parts(situation: Situation) -> list[Part]:
    scripts = (filled(step, situation=situation) for step in plan(situation).steps)
    return [part for script in scripts if script for part in script.parts]


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
            assert not script(step.words.script).sections.keys().isdisjoint(ways)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_an_email_names_a_call_only_where_one_follows(situation: Situation) -> None:
    steps = plan(situation).steps
    for step in steps:
        script_ = filled(step, situation=situation)
        if script_ and "I will call on" in script_text(script_):
            later = [other for other in steps if other.on > step.on]
            calls = {"call", "recruiter", "promise"}
            assert any(o.channel == "call" and o.action in calls for o in later)


@settings(max_examples=80, deadline=None)
@given(situations())
def test_today_is_called_the_agreed_day_only_where_it_is(situation: Situation) -> None:
    for step in plan(situation).steps:
        script_ = filled(step, situation=situation)
        text = script_text(script_) if script_ else ""
        says_so = (
            "I would call you today",
            "again today",
            "be in touch today",
            "it would be today",
        )
        if any(words in text for words in (*says_so, "We agreed that I would call today")):
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
        texts = [script_text(s) for step in plan(told).steps if (s := filled(step, situation=told))]
        assert not [text for text in texts if "if I called you" in text]


def test_the_first_choice_is_asked_by_a_day_that_is_still_to_come() -> None:
    today = date(2027, 2, 10)
    offer = Offer(on=today, answer_by=date(2027, 2, 11))
    hurried = Situation(today=today, interview_on=date(2027, 2, 4), offer=offer)
    call = next(step for step in plan(hurried).steps if step.action == "call")
    script_ = filled(call, situation=hurried)
    assert script_
    assert "know by Thursday 11 February" in script_text(script_)


@settings(max_examples=80, deadline=None)
@given(situations(with_history=False))
def test_a_message_that_opens_with_the_thanks_does(situation: Situation) -> None:
    late = replace(situation, today=situation.interview_on + timedelta(days=8))
    for step in plan(late).steps:
        script_ = filled(step, situation=late)
        if script_ and "thank-you-missed" in step.rules:
            text = script_text(script_)
            assert re.search(
                r"ank you for (your time|talking|the interview)|to meet you|my thanks", text
            )


def test_a_promise_kept_late_says_so() -> None:
    promise = Promise(what="call", on=date(2027, 2, 11))
    late = Situation(today=date(2027, 2, 16), interview_on=date(2027, 2, 4), promises=(promise,))
    (first, *_) = plan(late).steps
    script_ = filled(first, situation=late)
    assert script_
    assert "I said Thursday 11 February, and this is later than I said." in script_text(script_)


@settings(max_examples=60, deadline=None)
@given(situations().map(lambda situation: replace(situation, route="agency")))
def test_what_goes_through_the_recruiter_never_greets_the_interviewer(situation: Situation) -> None:
    for step in plan(situation).steps:
        script_ = filled(step, situation=situation)
        if script_ and step.action == "recruiter":
            text = script_text(script_)
            assert "Dear [the interviewer's name]" not in text
            assert "Hello [the interviewer's name]" not in text


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
