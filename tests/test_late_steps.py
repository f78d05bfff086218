"""A step whose day has passed says which day it was, from the first day on; the end has its day."""

import json
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

INTERVIEW = "2027-05-03"
THANKED: dict[str, Any] = {"on": INTERVIEW, "event": "thanked"}


def answer(today: str, *history: dict[str, Any], **facts: object) -> dict[str, Any]:
    request = {
        "today": today,
        "interview": {"on": INTERVIEW},
        "history": [THANKED, *history],
        **facts,
    }
    return dict(answer_to(json.dumps(request)))


def card(today: str, *history: dict[str, Any], **facts: object) -> Element:
    return outline(answer(today, *history, **facts)["html"]).one(class_="plan__next")


def made(on: str, channel: str = "email", **more: object) -> dict[str, Any]:
    return {"on": on, "event": "contacted", "channel": channel, **more}


WROTE = made("2027-05-10")
CALL_NAMED = made("2027-05-10", said_would_call=True)


class TestTheDayThatPassed:
    """The reason names the day once, as soon as it is over."""

    @pytest.mark.parametrize("today", ["2027-05-11", "2027-05-14", "2027-05-26"])
    def test_a_first_email(self, today: str) -> None:
        why = card(today).one(class_="plan__why").text
        assert why.count("Monday, May 10") == 1
        assert "too late" in why

    @pytest.mark.parametrize("today", ["2027-05-18", "2027-05-20"])
    def test_a_second_contact(self, today: str) -> None:
        why = card(today, WROTE).one(class_="plan__why").text
        assert "The day for this was Monday, May 17, and it isn't too late." in why

    def test_a_call_that_the_email_named(self) -> None:
        why = card("2027-05-18", CALL_NAMED).one(class_="plan__why").text
        assert why.count("Monday, May 17") == 1
        assert why.count("too late") == 1

    def test_a_call_to_which_they_agreed(self) -> None:
        why = card("2027-05-14", leave_to_call={"on": "2027-05-13"}).one(class_="plan__why").text
        assert why.count("Thursday, May 13") == 1
        assert why.endswith("That day has passed, and it isn't too late.")

    def test_a_promise(self) -> None:
        promise = {"what": "other", "on": "2027-05-12", "note": "send references"}
        assert "Wednesday, May 12" in card("2027-05-13", promises=[promise]).text

    def test_on_the_day_itself_nothing_is_late(self) -> None:
        assert "too late" not in card("2027-05-10").text


class TestTheDayToLetItGo:
    """It is no public holiday and no eve of one, and only for itself there is no calendar."""

    @pytest.mark.parametrize(
        ("last", "country", "stops"),
        [
            ("2026-12-17", "US", "2026-12-28"),
            ("2026-12-18", "US", "2026-12-28"),
            ("2026-12-18", "GB", "2026-12-29"),
            ("2026-12-24", "US", "2027-01-04"),
            ("2026-12-16", "US", "2026-12-23"),
            ("2026-11-19", "US", "2026-11-27"),
        ],
    )
    def test_its_day(self, last: str, country: str, stops: str) -> None:
        history = [made("2026-11-16"), {"on": last, "event": "no-answer", "channel": "call"}]
        plan = answer(last, *history, interview={"on": "2026-11-02"}, country=country)["plan"]
        assert (plan["steps"][-1]["action"], plan["steps"][-1]["on"]) == ("stop", stops)

    def test_its_day_after_one_to_decide_on_the_day_before_christmas(self) -> None:
        no = {"on": "2026-12-14", "event": "rejected", "channel": "email"}
        facts = {
            "interview": {"on": "2026-12-07"},
            "offer": {"on": "2026-12-14", "answer_by": "2026-12-24"},
        }
        steps = answer("2026-12-15", no, made("2026-12-14"), **facts)["plan"]["steps"]
        assert [step["on"] for step in steps if step["action"] == "decide"] == ["2026-12-24"]
        assert [step["on"] for step in steps if step["action"] == "stop"] == ["2026-12-28"]

    @pytest.mark.parametrize(
        ("today", "is_offered"),
        [("2027-05-10", True), ("2027-05-18", False), ("2027-05-24", False), ("2027-05-27", False)],
    )
    def test_a_calendar_is_for_days_to_do_something(self, today: str, *, is_offered: bool) -> None:
        history = [WROTE, made("2027-05-17", "call")] if today > "2027-05-17" else [WROTE]
        assert ("my calendar" in card(today, *history).text) == is_offered

    def test_the_tone_stays_the_same_on_the_days_after_it(self) -> None:
        history = [WROTE, made("2027-05-17", "call")]
        on_its_day, later = (card(day, *history).text for day in ("2027-05-24", "2027-05-27"))
        assert "one more message now, or a visit, won't change it" in on_its_day
        assert "There's nothing to do now. In a few months, a short note does no harm." in later


@pytest.mark.parametrize("said", [None, {"text": "by May 14", "on": INTERVIEW}])
def test_what_is_put_off_twice_says_so_once(said: dict[str, str] | None) -> None:
    skipped = {"email-1": "2027-05-18", "email-2": "2027-05-25"}
    email = answer("2027-05-25", said=said, left_out=skipped)["plan"]["steps"][3]
    assert (email["id"], email["on"]) == ("email-3", "2027-06-01")
    assert email["why"].count("You skipped the one before") == 1


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({}, "Not this week"),
        ({"sector": "public"}, "Not this time"),
        ({"promises": [{"what": "other", "on": "2027-05-18", "note": "send references"}]}, "Skip"),
    ],
)
def test_what_is_left_out_says_if_it_comes_again(facts: dict[str, Any], label: str) -> None:
    buttons = [button.text for button in card("2027-05-18", **facts).every("button")]
    leaves_out = [text for text in buttons if text.startswith(("Not this", "Skip"))]
    assert [text.startswith(label) for text in leaves_out] == [True]


def test_a_reply_with_days_for_it_says_in_the_list_until_when() -> None:
    invited = {"on": "2027-05-10", "event": "invited", "channel": "email"}
    page = outline(answer("2027-05-10", invited)["html"])
    assert page.one("h3", class_="plan__do").text == "Email your reply by Tuesday, May 11"
    row = page.one("li", data_step="reply-1")
    assert row.one(class_="step__what").text.strip() == "Email your reply by Tue May 11"
    assert row.one("time").attributes["datetime"] == "2027-05-10"


def test_before_an_interview_silence_is_what_follows_it() -> None:
    invited = {"on": "2027-05-10", "event": "invited", "said": "on Thursday, May 20"}
    assert "If you hear nothing after your interview:" in card("2027-05-10", invited).text
    assert "If you hear nothing:" in card("2027-05-10").text + card("2027-05-06").text


def test_a_letter_that_is_to_come_is_no_answer_to_hear() -> None:
    yes = {"on": "2027-05-10", "event": "offered", "in_writing": False, "said": "by Friday"}
    made_ = answer("2027-05-10", yes)
    assert "the letter should come by Friday, May 14" in outline(made_["reading_html"]).text
    assert "The letter should come by then" in outline(made_["html"]).text
    checks = {"on": "2027-05-10", "event": "checks", "said": "we hope to be through by Friday"}
    assert "letter" not in outline(answer("2027-05-10", checks)["reading_html"]).text


def test_where_silence_means_no_the_card_says_who_said_so() -> None:
    said = {"text": "If you don't hear by May 14, assume you were unsuccessful", "on": INTERVIEW}
    assert "that silence means no." in card("2027-05-10", said=said).text
    beside_thanks = card("2027-05-04", said=said, history=[]).text
    assert "May 17. They said that silence means no." in beside_thanks
    assert "silence means no" not in card("2027-05-04", history=[]).text


def test_of_several_interviews_each_says_which_it_is() -> None:
    again = {"on": "2027-05-12", "event": "interview"}
    both = outline(answer("2027-05-12", again)["html"]).text
    assert both.index("Your first interview") < both.index("Your second interview")
    alone = outline(answer("2027-05-12")["html"]).text
    assert "Your interview" in alone
    assert "first interview" not in alone


def test_a_step_that_is_moved_names_the_plans_own_day() -> None:
    moved = outline(answer("2027-05-08", moved={"email-1": "2027-05-12"})["html"])
    row = moved.one("li", data_step="email-1")
    assert "The plan's own day was Monday, May 10. You chose this one." in row.text
    assert "Moved from" not in row.text
