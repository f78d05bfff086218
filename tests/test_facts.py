"""What their words say beside the day of the answer, in the reading and in the plan."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from calculator.browser import respond

LEAVE = ("leave_to_call", "2027-02-09")
AFTER = ("leave_to_call", "2027-02-19")
WEEK = ("leave_to_call", "2027-02-15")
PHONE = ("names.phone", None)
QUIET = ("no_calls", None)
SEND = ("promises", "2027-02-12")
ROUND = ("awaiting", "2027-03-08")
# What they said on Monday 8 February 2027, their last day to answer, the facts, a step of the plan.
SAID = [
    ("Call me Tuesday and I'll let you know.", None, [LEAVE], "call 2027-02-09"),
    ("Give me a ring on Tuesday.", None, [LEAVE], "call 2027-02-09"),
    ("She said to phone her Tuesday afternoon.", None, [LEAVE], "call 2027-02-09"),
    (
        "If you haven't heard by the 19th, ring me on 020 7946 0000.",
        "2027-02-19",
        [AFTER, PHONE],
        "call 2027-02-19",
    ),
    (
        "If you've not heard from us by the 19th give us a call on 555-0142.",
        "2027-02-19",
        [AFTER, PHONE],
        "call 2027-02-19",
    ),
    (
        "Should you hear nothing by the 19th, please phone me on (020) 7946 0123.",
        "2027-02-19",
        [AFTER, PHONE],
        "call 2027-02-19",
    ),
    ("Feel free to check in next week.", None, [WEEK], "call 2027-02-16"),
    ("You're welcome to follow up with me next week.", None, [WEEK], "call 2027-02-16"),
    ("Do check back with us next week if you like.", None, [WEEK], "call 2027-02-16"),
    ("Please don't phone.", None, [QUIET], "email 2027-02-18"),
    (
        "No phone calls, please. We'll email everyone by the 19th.",
        "2027-02-19",
        [QUIET],
        "email 2027-03-02",
    ),
    (
        "Kindly refrain from calling; results by March 1.",
        "2027-03-01",
        [QUIET],
        "email 2027-03-10",
    ),
    ("Send us your references by Friday.", None, [SEND], "promise 2027-02-12"),
    ("Please let me have two references by Friday.", None, [SEND], "promise 2027-02-12"),
    (
        "Could you get me the names of your referees by Friday? We decide on the 19th.",
        "2027-02-19",
        [SEND],
        "promise 2027-02-12",
    ),
    ("Second interviews are the week of the 8th of March.", None, [ROUND], "email 2027-03-16"),
    (
        "Second interviews will be held the week of the 8th March and we'd like you there.",
        None,
        [ROUND],
        "email 2027-03-16",
    ),
    (
        "We'd like to invite you to a second interview on March 8.",
        None,
        [ROUND, ("invited", None)],
        "ask 2027-03-08",
    ),
]
OFFERS = [
    "We'd like to offer you the job, the letter follows within two weeks.",
    "You've got the job! The offer letter will be with you within two weeks.",
    "We are delighted to offer you the post; a formal offer will follow within two weeks.",
    "They said I'm hired, contract comes within two weeks.",
]


def heard(text: str) -> Mapping[str, Any]:
    """Return the answer to somebody who was told this on 8 February 2027."""
    said = {"text": text, "on": "2027-02-08"}
    request = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}, "said": said}
    found: Mapping[str, Any] = json.loads(respond(json.dumps(request)))
    return found


@pytest.mark.parametrize(("text", "latest", "facts", "step"), SAID)
def test_a_fact_is_told_and_used(
    text: str, latest: str | None, facts: list[tuple[str, str | None]], step: str
) -> None:
    answer = heard(text)
    told = answer["reading"]["facts"]
    assert answer["reading"]["latest"] == latest
    assert [(fact["id"], fact["on"]) for fact in told] == facts
    assert all(fact["used"] for fact in told)
    steps = answer["plan"]["steps"]
    assert step in [f"{one['action']} {one['on']}" for one in steps]
    assert (QUIET not in facts) or not any(one["action"] == "call" for one in steps)


@pytest.mark.parametrize("text", ["You may call me today.", "Call me on Monday, February 8."])
def test_leave_for_the_day_on_which_it_was_given_is_told_and_not_used(text: str) -> None:
    answer = heard(text)
    assert [fact["used"] for fact in answer["reading"]["facts"]] == [False]
    assert "leave-to-call-day" not in str(answer["plan"]["steps"])


def test_a_day_before_which_they_want_no_call_is_leave_in_case_of_silence_and_not_agreed() -> None:
    steps = heard("Please don't call before February 19.")["plan"]["steps"]
    assert [step["rules"][0] for step in steps if step["on"] == "2027-02-19"] == [
        "leave-to-call-if-unheard"
    ]


@pytest.mark.parametrize("text", OFFERS)
def test_a_letter_on_its_way_is_an_offer(text: str) -> None:
    reading = heard(text)["reading"]
    assert (reading["awaits"], reading["latest"]) == ("offer", "2027-02-22")


# What is said of a fact, with the words that it stands in.
TOLD = [
    ("Call me Tuesday.", "They said that you can get in touch on Tuesday, February 9", "Tuesday"),
    ("Call me Tuesday on 020 7946 0000.", "Their number is 020 7946 0000", "020 7946 0000"),
    ("Please don't phone.", "They asked for no phone calls", "don't phone"),
    ("There's no need to chase.", "They asked you not to get in touch", "no need to chase"),
    (
        "Send us your references by Friday.",
        (
            "They asked you to do something by Friday, February 12: "
            "“Send us your references by Friday.”"
        ),
        "by Friday",
    ),
    (
        "We'd like to invite you to a second interview on March 8.",
        "They spoke of a further round on Monday, March 8",
        "on March 8",
    ),
    (
        "Second interviews will be the week of March 1.",
        "They spoke of a further round between Monday, March 1 and Friday, March 5",
        "week of March 1",
    ),
]


@pytest.mark.parametrize(("text", "as_text", "words"), TOLD)
def test_a_fact_says_what_it_is_and_where_it_stands(text: str, as_text: str, words: str) -> None:
    told = {fact["as_text"]: fact["span"] for fact in heard(text)["reading"]["facts"]}
    start, end = told[as_text]
    assert text[start:end] == words


# Words that are near to a fact, and none.
NO_FACTS = [
    "We won't call you back before Friday, so no calls yet please.",
    "Don't call before we've met on Friday.",
    "Don't call me off, I'm joking. We decide on Friday.",
    "If you don't get in touch, nobody will mind.",
    "Second interviews for the other candidates are on March 8.",
    "You can reach the front desk at 12-34.",
    "Our number in the list is 020 7946 0000.",
    "You could have called us last Tuesday.",
    "Please don't call this week.",
]


@pytest.mark.parametrize("text", NO_FACTS)
def test_what_is_no_fact_is_not_taken_for_one(text: str) -> None:
    assert heard(text)["reading"]["facts"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Please don't call before the 18th.",
        "Don't ring me before Thursday the 18th.",
        "Please don't phone before February 18, and no calls this week.",
    ],
)
def test_no_call_before_a_day_leaves_one_on_it(text: str) -> None:
    steps = heard(text)["plan"]["steps"]
    assert next(one["on"] for one in steps if one["action"] in ("email", "call")) == "2027-02-18"


def test_the_number_nearest_to_the_leave_to_call_is_theirs() -> None:
    text = "Call me on Tuesday on 020 7946 0002, not on reception's 020 7946 0001."
    assert "Their number is 020 7946 0002" in [
        fact["as_text"] for fact in heard(text)["reading"]["facts"]
    ]
