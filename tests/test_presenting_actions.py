"""What a person can say about a step, and what that sends."""

import json
from typing import Any

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
    actions = next_actions(offer={"on": "2027-02-11", "answer_by": "2027-02-18"})
    done = next(each for each in actions.children if each.text.startswith("Done"))
    assert json.loads(done.attributes["data-merge"]) == {"left_out": {"reply-1": "2027-02-11"}}
    assert "I replied" not in actions.text
    assert "Skip" not in actions.text


def test_the_next_step_can_be_done_answered_unanswered_moved_or_skipped() -> None:
    actions = next_actions()
    assert [
        child.text.partition(":")[0] for child in actions.children if child.tag == "button"
    ] == [
        "Done",
        "No answer",
        "Skip",
    ]
    assert [d.children[0].text for d in actions.children if d.tag == "details"] == [
        "They answered: send an email",
        "Move: send an email",
    ]


def test_what_is_done_is_recorded_with_its_channel() -> None:
    assert events(next_actions())["Done"] == {"event": "contacted", "channel": "email"}
    called = events(next_actions(history=[THANKED, WROTE]))
    assert called["I called"] == {"event": "contacted", "channel": "call"}
    assert called["I left a voicemail"] == {"event": "contacted", "channel": "voicemail"}
    assert called["No answer"] == {"event": "no-answer", "channel": "call"}
    assert events(next_actions(history=[]))["Done"] == {"event": "contacted", "channel": "email"}


def test_their_answers_lead_to_what_the_plan_asks_then() -> None:
    answered = next_actions().every("details")
    forms = {
        json.loads(form.attributes["data-event"])["event"]: {
            field.attributes["name"]
            for tag in ("input", "select", "textarea")
            for field in form.every(tag)
        }
        for details in answered
        for form in details.every("form")
        if "data-event" in form.attributes
    }
    assert forms == {
        "not-decided": {"event.agreed_to_next", "event.said", "event.on", "event.channel"},
        "new-date": {"event.said", "event.on", "event.channel"},
        "interview": {"event.said", "event.on"},
    }
    plain = {event["event"] for event in events(next_actions()).values()}
    assert plain >= {"rejected", "offered", "on-hold"}


def test_a_step_is_moved_by_its_id_and_back_again() -> None:
    move = next_actions().one("input", name="moved.email-1")
    assert move.attributes["value"] == "2027-02-11"
    moved = page(moved={"email-1": "2027-02-15"}).one(class_="plan__next")
    assert "You chose this day" in moved.text
    back = [b for b in moved.every("button") if b.text == "Back to the day of the plan"]
    assert json.loads(back[0].attributes["data-merge"]) == {"moved": {"email-1": None}}


def test_a_skipped_step_stays_in_the_list_and_can_be_put_back() -> None:
    skip = [b for b in next_actions().every("button") if b.text.startswith("Skip")]
    patch = json.loads(skip[0].attributes["data-merge"])
    assert patch == {"left_out": {"email-1": "2027-02-11"}}
    step = page(**patch).one("li", data_step="email-1")
    assert "left out" in step.text
    put_back = json.loads(step.one("button").attributes["data-merge"])
    assert put_back == {"left_out": {"email-1": None}}


def test_a_later_step_keeps_its_actions_closed() -> None:
    later = page().one("li", data_step="call-1").one("details", class_="plan__actions")
    assert "open" not in later.attributes
    assert later.children[0].text == "Done, move or skip: call, Thursday 18 February"


def test_what_is_done_and_what_is_only_read_has_nothing_to_press() -> None:
    assert not list(page().one("li", data_step="thank-1").every("button"))
    assert not list(page(read_only=True).every("button"))
    assert not list(page(read_only=True).every("form"))
