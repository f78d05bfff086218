"""What a person can say about a step, and what that sends."""

import json
from typing import Any

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to

BASE: dict[str, Any] = {"today": "2027-02-11", "interview": {"on": "2027-02-04"}}
THANKED: dict[str, Any] = {"on": "2027-02-05", "event": "thanked"}
WROTE: dict[str, Any] = {"on": "2027-02-11", "event": "contacted", "channel": "email"}


def page(**facts: object) -> Element:
    request = {**BASE, "history": [THANKED], **facts}
    return outline(answer_to(json.dumps(request))["html"])


def next_actions(**facts: object) -> Element:
    return page(**facts).one(class_="plan__next").one(class_="actions")


def events(element: Element) -> dict[str, Any]:
    """Return what each button or form records, by its words for those who see them."""
    return {
        (button.text.partition(":")[0] or button.tag): json.loads(button.attributes["data-event"])
        for button in element.every()
        if "data-event" in button.attributes and button.tag == "button"
    }


def test_what_goes_to_another_employer_is_no_contact_with_the_first_choice() -> None:
    # The first choice has been told, by phone and in writing: the thanks are left.
    told = [{"on": "2027-02-11", "event": "contacted", "channel": way} for way in ("call", "email")]
    offer = {"on": "2027-02-11", "answer_by": "2027-02-18"}
    actions = next_actions(offer=offer, history=told)
    done = next(each for each in actions.every("button") if each.text.startswith("Yes, I did"))
    assert json.loads(done.attributes["data-merge"]) == {"left_out": {"reply-1": "2027-02-11"}}
    assert "I replied" not in actions.text
    assert "Skip" not in actions.text


def test_a_step_that_is_due_can_be_done_today_or_another_day_moved_or_skipped() -> None:
    actions = next_actions()
    assert actions.one(class_="actions__title").text == "Did you do it?"
    buttons = [b.text.partition(":")[0] for b in actions.children if b.tag == "button"]
    assert buttons == ["Yes, I sent it"]
    (others,) = [child for child in actions.children if child.tag == "details"]
    assert others.one("summary").text == "Another day, or skip it: send an email"
    labels = [label.text for label in others.every("span", class_="entry__label")]
    assert labels == ["I did it on another day", "Move it to"]
    assert others.one("input", name="event.on").attributes["max"] == "2027-02-11"
    assert [button.text.partition(":")[0] for button in others.every("button")] == [
        "Save",
        "Move it",
        "Not this week",
    ]
    # Nothing that opens stands in it.
    assert not list(others.every("details"))


def test_one_button_of_a_card_is_the_first() -> None:
    card = page().one(class_="plan__next")
    inside_words = [b for part in card.every(class_="words") for b in part.every("button")]
    first = [
        b
        for b in card.every("button")
        if "button--primary" in b.attributes.get("class", "") and b not in inside_words
    ]
    assert len(first) == 1


def test_what_is_done_is_recorded_with_its_channel() -> None:
    wrote = {"event": "contacted", "channel": "email", "said_would_call": True}
    assert events(next_actions())["Yes, I sent it"] == wrote
    called = events(next_actions(history=[THANKED, WROTE], today="2027-02-18"))
    assert called["Yes, I called"] == {"event": "contacted", "channel": "call"}
    assert called["I left a message"] == {"event": "contacted", "channel": "voicemail"}
    assert called["Nobody answered"] == {"event": "no-answer", "channel": "call"}


@pytest.mark.parametrize(
    ("today", "title", "records"),
    [
        ("2027-02-12", "Answer their offer by Friday, February 19", "stopped"),
        ("2027-02-22", "Today: ask if their offer still stands", "contacted"),
    ],
)
def test_an_offer_is_answered_by_its_day_or_asked_about_after_it(
    today: str, title: str, records: str
) -> None:
    offered = {"on": "2027-02-11", "event": "offered", "answer_by": "2027-02-19"}
    history = [THANKED, offered, {"on": "2027-02-11", "event": "contacted", "channel": "email"}]
    card = page(history=history, today=today).one(class_="plan__next")
    assert card.one("h3").text == title
    assert "delighted to accept" in card.text
    assert [event["event"] for event in events(card).values()] == [records]
    assert "Skip it" not in card.text


def test_every_event_of_theirs_can_be_told_with_its_day_and_words() -> None:
    heard = page().one("section", class_="heard")
    forms = {
        json.loads(form.attributes["data-event"])["event"]: {
            field.attributes["name"].removeprefix("event.")
            for tag in ("input", "select", "textarea")
            for field in form.every(tag)
        }
        for form in heard.every("form")
    }
    assert forms == {
        "not-decided": {"agreed_to_next", "said", "on", "channel"},
        "new-date": {"said", "on", "channel"},
        "acknowledged": {"said", "on", "channel"},
        "invited": {"said", "on", "channel"},
        "interview": {"said", "on"},
        "cancelled": {"said", "on", "channel"},
        "checks": {"said", "on", "channel"},
        "on-hold": {"said", "on", "channel"},
        "missed-call": {"on"},
        "offered": {"in_writing", "answer_by", "said", "on", "channel"},
        "rejected": {"on", "channel"},
    }
    assert not [fold for fold in heard.every("details") if list(fold.every("details"))]


def test_not_yet_is_answered_with_what_stays() -> None:
    others = (
        page(today="2027-02-08")
        .one("section", class_="heard")
        .one("div", class_="actions heard__others")
    )
    (not_yet, *_) = others.every("details")
    assert "Your plan stays: send an email on Thursday, February 11." in not_yet.text


def test_an_answer_says_what_it_would_change() -> None:
    heard = page().one("section", class_="heard")
    assert heard.one("p", data_if="rejected").text


def test_a_step_is_moved_by_its_id_and_back_again() -> None:
    move = next_actions().one("input", name="moved.email-1")
    assert move.attributes["value"] == "2027-02-11"
    moved = page(moved={"email-1": "2027-02-15"}).one("li", data_step="email-1")
    assert "You chose this one." in moved.text
    back = [b for b in moved.every("button") if b.text == "Back to the day of the plan"]
    assert json.loads(back[0].attributes["data-merge"]) == {"moved": {"email-1": None}}


def test_a_skipped_step_stays_in_the_list_and_can_be_put_back() -> None:
    skip = [b for b in next_actions().every("button") if b.text.startswith("Not this week")]
    patch = json.loads(skip[0].attributes["data-merge"])
    assert patch == {"left_out": {"email-1": "2027-02-11"}}
    step = page(**patch).one("li", data_step="email-1")
    assert "skipped" in step.text
    put_back = json.loads(step.one("button").attributes["data-merge"])
    assert put_back == {"left_out": {"email-1": None}}


def test_what_is_done_and_what_is_only_read_has_nothing_to_press() -> None:
    assert not list(page().one("li", data_step="thank-1").every("button"))
    assert not list(page(read_only=True).every("button"))
    assert not list(page(read_only=True).every("form"))


def test_the_call_that_the_email_announced_is_known_once_it_is_sent() -> None:
    """What the plan's own words promised is kept, and said, when its day comes."""
    sent = {**events(next_actions())["Yes, I sent it"], "on": "2027-02-11"}
    request = {"today": "2027-02-18", "interview": {"on": "2027-02-04"}, "history": [sent]}
    call = answer_to(json.dumps(request))["plan"]["steps"][-2]
    assert (call["on"], call["action"]) == ("2027-02-18", "call")
    assert call["why"].startswith("Your email says you'll call on this day")
    assert "I said I'd call today." in call["script"]
