"""The door: whatever comes in, an answer in JSON goes out, and says what it could not use."""

import json
from typing import Any

import pytest
from html_outline import outline
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculator.asking.request import FIELDS, Facts
from calculator.browser import NOT_JSON, OUR_FAULT, respond
from calculator.planning.rules import advice

BASE: dict[str, Any] = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}}
FULL: dict[str, Any] = {
    "today": "2027-02-12",
    "interview": {"on": "2027-02-04", "round": "final", "how": "video"},
    "said": {"text": "in two weeks", "on": "2027-02-04", "ignore": ["no_calls"]},
    "awaiting": "decision",
    "leave_to_call": {"on": "2027-02-18"},
    "promises": [{"what": "other", "on": "2027-02-15", "note": "send references"}],
    "no_calls": False,
    "told_to_wait": False,
    "route": "direct",
    "interviewers": 2,
    "sector": "public",
    "country": "CA",
    "region": "ON",
    "closed": [["2027-02-22", "2027-02-26"]],
    "employer": {"staff_25_or_more": True, "public_posting": True},
    "offer": {"on": "2027-02-09", "answer_by": "2027-02-16"},
    "policy": {
        "channel": "call",
        "persistence": "weekly",
        "closing_note": True,
        "slow_season": False,
        "inside_week": False,
    },
    "history": [
        {"on": "2027-02-05", "event": "thanked", "channel": "email"},
        {"on": "2027-02-08", "event": "contacted", "channel": "email", "said_would_call": True},
        {"on": "2027-02-11", "event": "not-decided", "said": "next week", "agreed_to_next": True},
        {"on": "2027-02-12", "event": "offered", "in_writing": False, "answer_by": "2027-02-19"},
    ],
    "names": {
        "you": "Ada",
        "interviewer": "Ms Hill",
        "employer": "Acme",
        "role": "nurse",
        "phone": "555 0100",
        "recruiter": "Bo",
        "their_email": "hill@acme.example",
        "their_phone": "555 0199",
    },
    "moved": {"email-1": "2027-02-15"},
    "left_out": {"email-2": "2027-02-15"},
    "planned": {"call-1": "2027-02-16"},
    "skipped": ["round"],
    "before": {"interview": {"on": "2027-02-04"}},
    "only": None,
    "read_only": False,
    "rules_version": "2026-11-23",
    "site_root": "../../",
}
KEYS = {
    *("interview", "reading", "plan", "planned", "questions", "question_changes", "rules_version"),
    *("problems", "calendar", "main"),
    *("html", "reading_html", "questions_html", "history_html", "changed_html", "compare_html"),
}


def answer(request: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(respond(json.dumps(request)))
    assert found.keys() - {"repaired"} == KEYS
    return found


def problems(request: object) -> dict[str | None, str]:
    return {problem["field"]: problem["message"] for problem in answer(request)["problems"]}


def days(request: object, action: str) -> list[str]:
    return [step["on"] for step in answer(request)["plan"]["steps"] if step["action"] == action]


@pytest.mark.parametrize("taken_back_on", ["2027-02-05", "2027-02-09"])
def test_an_offer_can_be_taken_back_on_any_day(taken_back_on: str) -> None:
    offered = {"on": "2027-02-05", "event": "offered", "channel": "call"}
    taken_back = {"on": taken_back_on, "event": "rejected", "channel": "call"}
    found = answer(BASE | {"today": "2027-02-09", "history": [offered, taken_back]})
    assert found["problems"] == []
    assert "Congratulations" not in found["html"]


class TestAnAnswer:
    """An answer has all that the contract names."""

    def test_two_answers_give_a_full_plan(self) -> None:
        said = answer({**BASE, "said": {"text": "by the end of next week"}})
        assert said["problems"] == []
        assert said["interview"] == {"on": "2027-02-04", "as_text": "Thursday, February 4"}
        assert said["reading"]["latest"] == "2027-02-12"
        assert said["reading"]["as_text"] == "by Friday, February 12"
        assert said["plan"]["next"] in [step["id"] for step in said["plan"]["steps"]]
        assert said["html"].startswith('<div class="plan">')
        assert said["reading_html"].startswith('<div class="reading reading--sure">')
        assert "route" in said["questions"]

    def test_a_step_has_every_field_of_the_contract(self) -> None:
        (first, *_) = answer(BASE)["plan"]["steps"]
        assert first.keys() == {
            *("id", "action", "on", "until", "channel", "status", "rules", "why"),
            *("script", "script_id", "moved_from", "moved_because", "if_nothing"),
        }

    def test_a_request_with_every_field_has_no_problem(self) -> None:
        assert FULL.keys() == FIELDS.keys() == Facts.__annotations__.keys()
        assert problems(FULL) == {}

    def test_what_was_answered_is_not_asked_again(self) -> None:
        assert "route" in answer(BASE)["questions"]
        assert "route" not in answer({**BASE, "route": "direct"})["questions"]

    def test_not_knowing_is_an_answer_too(self) -> None:
        assert "leave_to_call" in answer(BASE)["questions"]
        assert "leave_to_call" not in answer({**BASE, "leave_to_call": None})["questions"]

    def test_names_change_no_date_and_fill_the_words(self) -> None:
        named = {**BASE, "names": {"interviewer": "Ms Hill"}}
        assert days(named, "email") == days(BASE, "email")
        assert "Dear Ms Hill," in answer(named)["html"]

    def test_the_script_is_the_words_with_the_blanks_filled(self) -> None:
        email = answer({**BASE, "names": {"interviewer": "Ms Hill"}})["plan"]["steps"][1]
        assert email["script_id"] == "no-date"
        assert "Dear Ms Hill," in email["script"]
        assert "I'll call you on Thursday, February 18" in email["script"]
        assert "[job title]" in email["script"]

    def test_it_names_the_version_of_the_rules(self) -> None:
        assert answer(BASE)["rules_version"] == advice().version.isoformat()

    def test_a_page_deeper_down_gets_links_from_there(self) -> None:
        assert 'href="../../about/rules/#' in answer({**BASE, "site_root": "../../"})["html"]


class TestWhatTheySaid:
    """Doubt is shown, a choice ends it, and what names no day counts as nothing said."""

    def test_nothing_said_is_said(self) -> None:
        said = answer({**BASE, "said": None})
        assert said["reading"]["certainty"] == "none"
        assert "They gave you no date" in said["reading_html"]

    def test_while_it_is_typed_only_the_reading_is_made(self) -> None:
        typed = {"said": {"text": "by Friday"}, "only": "reading"}
        said = answer({**BASE, **typed})
        assert said["plan"] is None
        assert said["html"] == said["compare_html"] == ""
        assert said["reading_html"] == answer({**BASE, "said": typed["said"]})["reading_html"]
        assert (
            "by Friday, February\xa05" in answer({"today": "2027-02-04", **typed})["reading_html"]
        )

    def test_no_day_in_it_gives_the_same_steps_as_nothing_and_is_said_back(self) -> None:
        vague = answer({**BASE, "said": {"text": "we'll be in touch"}})
        assert vague["reading"]["certainty"] == "none"
        steps, without = vague["plan"]["steps"], answer(BASE)["plan"]["steps"]
        scripts = [step.pop("script") or "" for step in steps]
        reasons = [step.pop("why") for step in steps]
        for step in without:
            del step["script"], step["why"]
        assert steps == without
        assert "with no date in “we'll be in touch”" in reasons[1].lower()
        asks = [step["action"] in ("email", "call") for step in steps]
        assert ["said you'd be in touch" in each for each in scripts] == asks

    def test_in_doubt_the_plan_stands_on_the_reading_that_ends_last(self) -> None:
        request = {**BASE, "said": {"text": "next Friday", "on": "2027-02-08"}}
        said = answer(request)
        assert said["reading"]["certainty"] == "ask"
        ends = [said["reading"]["latest"], *(pair[1] for pair in said["reading"]["alternatives"])]
        chosen = {**request["said"], "chosen": {"earliest": max(ends), "latest": max(ends)}}
        later = answer({**request, "said": chosen})
        assert days(request, "email") == [
            s["on"] for s in later["plan"]["steps"] if s["action"] == "email"
        ]

    def test_a_choice_ends_the_doubt(self) -> None:
        chosen = {"earliest": "2027-02-12", "latest": "2027-02-12"}
        said = answer(
            {**BASE, "said": {"text": "next Friday", "on": "2027-02-08", "chosen": chosen}}
        )
        assert said["reading"]["certainty"] == "sure"
        assert said["reading"]["latest"] == "2027-02-12"
        assert ["2027-02-19", "2027-02-19"] in said["reading"]["alternatives"]

    def test_a_day_may_be_chosen_where_none_was_found(self) -> None:
        chosen = {"latest": "2027-02-19"}
        said = answer({**BASE, "said": {"text": "soon", "chosen": chosen}})
        assert said["reading"]["as_text"] == "by Friday, February 19"
        assert "Friday, February 19" in said["html"]

    def test_a_later_statement_is_read_from_its_own_day(self) -> None:
        event = {"on": "2027-02-08", "event": "new-date", "said": "in a week"}
        moved = {**BASE, "history": [event]}
        # The new date is Monday 15 February; two working days after it is Wednesday.
        assert days(moved, "email")[0] == "2027-02-17"


A_STATEMENT = "Enter what they said about timing, or choose “They said nothing”"
NOT_REAL = "Date of your interview must be a real date"
ANSWER_BY = "The answer-by day of the other offer"
DECIDE = "The day they said they would decide"
AFTER = "after 4 February 2027, the day of your interview"


class TestProblems:
    """Each problem stands beside its field, in plain words; the rest is still answered."""

    @pytest.mark.parametrize(
        ("change", "field", "message"),
        [
            ({"interview": {}}, "interview.on", "Enter the date of your interview"),
            ({"interview": None}, "interview.on", "Enter the date of your interview"),
            ({"interview": {"on": "2027-02-30"}}, "interview.on", NOT_REAL),
            ({"interview": {"on": "4 Feb"}}, "interview.on", NOT_REAL),
            ({"interview": {"on": 20270204}}, "interview.on", NOT_REAL),
            ({"interview": {"on": "20270204"}}, "interview.on", NOT_REAL),
            ({"interview": {"on": "2027-W05-4"}}, "interview.on", NOT_REAL),
            ({"interview": {"on": "2027-02-04\n"}}, "interview.on", NOT_REAL),
            (
                {"interview": {"on": "1027-02-04"}},
                "interview.on",
                "Date of your interview must be in the years 2000 to 2100",
            ),
            (
                {"interview": {"on": "1999-12-31"}},
                "interview.on",
                "Date of your interview must be in the years 2000 to 2100",
            ),
            ({"today": None}, "today", "Enter today's date"),
            ({"today": "soon"}, "today", "Today's date must be a real date"),
            ({"said": {}}, "said.text", A_STATEMENT),
            ({"said": {"text": " \n"}}, "said.text", A_STATEMENT),
            (
                {"said": {"text": "x" * 20_000}},
                "said.text",
                "What they said can hold at most 5,000 characters",
            ),
            ({"said": {"text": 3}}, "said.text", "What they said must be text"),
            ({"said": "in a week"}, "said", "said must be an object with named fields"),
            (
                {"said": {"text": "x", "on": "2027-03-01"}},
                "said.on",
                "The day on which they said it must be today or in the past",
            ),
            (
                {"said": {"text": "x", "chosen": {"latest": "2027-02-01"}}},
                "said.chosen",
                f"{DECIDE} must be the same as or {AFTER}",
            ),
            (
                {
                    "said": {
                        "text": "x",
                        "chosen": {"earliest": "2027-03-02", "latest": "2027-03-01"},
                    }
                },
                "said.chosen",
                "The day they said they would decide must begin before it ends",
            ),
            (
                {"promises": [{"what": "call", "on": "2027-02-04"}]},
                "promises.0.on",
                f"The day you promised to call must be {AFTER}",
            ),
            (
                {"promises": [{"what": "email", "on": "2027-02-03"}]},
                "promises.0.on",
                f"The day you promised to write must be the same as or {AFTER}",
            ),
            (
                {"promises": [{"what": "call"}]},
                "promises.0.on",
                "Enter the day of your promise",
            ),
            (
                {"promises": [{"what": "shout", "on": "2027-02-09"}]},
                "promises.0.what",
                "What you promised must be one of: call, email, other",
            ),
            (
                {"leave_to_call": {"on": "2027-02-01"}},
                "leave_to_call.on",
                f"The day you agreed to call must be {AFTER}",
            ),
            (
                {"offer": {"on": "2027-02-05", "answer_by": "2027-02-07"}},
                "offer.answer_by",
                f"{ANSWER_BY} must be today or in the future",
            ),
            (
                {"offer": {"on": "2027-02-20", "answer_by": "2027-02-19"}},
                "offer.answer_by",
                f"{ANSWER_BY} must be the same as or after the day of the offer",
            ),
            (
                {"history": [{"on": "2027-02-11", "event": "contacted"}]},
                "history.0.on",
                "The day of this entry in your history must be today or in the past",
            ),
            (
                {"history": [{"on": "2027-02-01", "event": "contacted"}]},
                "history.0.on",
                f"The day of this entry in your history must be the same as or {AFTER}",
            ),
            (
                {
                    "history": [
                        {"on": "2027-02-08", "event": "contacted"},
                        {"on": "2027-02-05", "event": "thanked"},
                    ]
                },
                "history.1.on",
                "The day of this entry in your history must be the same as or after the one before",
            ),
            (
                {"history": [{"on": "2027-02-05", "event": "contacted"}] * 21},
                "history",
                "Your history can hold at most 20 contacts",
            ),
            (
                {"history": [{"on": "2027-02-05", "event": "not-decided"}] * 500},
                "history",
                "Your history can hold at most 200 entries",
            ),
            ({"history": {}}, "history", "Your history must be a list"),
            (
                {
                    "history": [
                        {"on": "2027-02-05", "event": "stopped"},
                        {"on": "2027-02-06", "event": "contacted"},
                    ]
                },
                "history.1.on",
                "You stopped before this, so it is left out of the plan",
            ),
            (
                {"history": [{"on": "2027-02-05", "event": "new-date"}]},
                "history.0.said",
                "Enter the new time that they gave, in their words",
            ),
            (
                {"history": [{"on": "2027-02-05", "event": "new-date", "said": "who knows"}]},
                "history.0.said",
                "Enter the new time as a day or a span: we found none in this",
            ),
            (
                {
                    "history": [
                        {"on": "2027-02-05", "event": "rejected"},
                        {"on": "2027-02-06", "event": "not-decided"},
                    ]
                },
                "history.1.event",
                "They had said no before this; the plan takes this as true",
            ),
            (
                {
                    "history": [
                        {"on": "2027-02-05", "event": "rejected"},
                        {"on": "2027-02-05", "event": "offered"},
                    ]
                },
                "history.1.event",
                "They can't have said both yes and no on the same day",
            ),
            (
                {"history": [{"on": "2027-02-05", "event": "offered", "answer_by": "2027-02-04"}]},
                "history.0.answer_by",
                "Their offer can't want an answer before it came",
            ),
            (
                {"interviewers": 0},
                "interviewers",
                "The number of interviewers must be a whole number from 1 to 50",
            ),
            (
                {"interviewers": True},
                "interviewers",
                "The number of interviewers must be a whole number from 1 to 50",
            ),
            ({"no_calls": "yes"}, "no_calls", "no_calls must be true or false"),
            (
                {"country": "UK"},
                "country",
                'The country must be a code from the list; did you mean "GB"?',
            ),
            (
                {"country": "CA", "region": "Ontario"},
                "region",
                "The region must be a code from the country's list",
            ),
            (
                {"closed": [["2027-03-02", "2027-03-01"]]},
                "closed.0",
                "The days when the office is shut must end after they begin, within a year",
            ),
            (
                {"closed": [["2027-03-02"]]},
                "closed.0",
                "The days when the office is shut must have a first and a last day",
            ),
            (
                {"route": "agent"},
                "route",
                'route must be one of: direct, agency, in-house, internal; did you mean "agency"?',
            ),
            (
                {"site_root": "javascript:"},
                "site_root",
                'site_root must be "../", as often as needed',
            ),
            (
                {"moved": {"email-1": "2027-02-07"}, "before": {}},
                "moved.email-1",
                "The new day must be today or in the future",
            ),
            (
                {"moved": {"email-1": "2027-02-07"}, "before": {"moved": 3}},
                "moved.email-1",
                "The new day must be today or in the future",
            ),
            ({"promise": []}, "promise", 'There is no field "promise"; did you mean "promises"?'),
            (
                {"policy": {"chanel": "call"}},
                "policy.chanel",
                'There is no field "chanel"; did you mean "channel"?',
            ),
            ({"zzz": 1}, "zzz", 'There is no field "zzz"'),
        ],
    )
    def test_it_stands_beside_its_field(
        self, change: dict[str, Any], field: str, message: str
    ) -> None:
        assert problems({**BASE, **change}) == {field: message}

    @pytest.mark.parametrize(
        ("change", "repaired"),
        [
            ({"zzz": 1}, {}),
            ({"policy": {"chanel": "call"}}, {"policy": {}}),
            ({"said": 5}, {}),
            ({"no_calls": "yes", "route": "agent"}, {}),
            (
                {"history": ["x", {"on": "2027-02-05", "event": "thanked", "how": 1}]},
                {"history": [{"on": "2027-02-05", "event": "thanked"}]},
            ),
            (
                {"promises": [{"what": "call", "on": "2027-99-99"}]},
                {"promises": []},
            ),
        ],
    )
    def test_what_no_form_makes_is_marked_and_taken_out_of_what_to_go_on_with(
        self, change: dict[str, Any], repaired: dict[str, Any]
    ) -> None:
        found = json.loads(respond(json.dumps({**BASE, "site_root": "../", **change})))
        assert all(problem["shape"] for problem in found["problems"])
        assert found["repaired"] == {"interview": BASE["interview"], **repaired}

    @pytest.mark.parametrize(
        "change",
        [
            {"interviewers": 60},
            {"said": {"text": ""}},
            {"said": {"text": "soon", "chosen": {"earliest": None, "latest": None}}},
            # What a form sends of which one day was left empty.
            {"closed": [[None, "2027-02-12"]]},
            {"closed": [["2027-02-12"]]},
            {"promises": [None, {"what": "call", "note": "them"}]},
            {"history": [{"on": "12027-02-05", "event": "thanked"}]},
            {"offer": {"on": "2027-02-04"}},
            {"interview": {"typed": {"day": "40", "month": "x", "year": ""}}},
        ],
    )
    def test_what_a_person_can_put_right_is_not_marked(self, change: dict[str, Any]) -> None:
        found = answer({**BASE, **change})
        assert found["problems"]
        assert not any(problem.get("shape") for problem in found["problems"])

    @pytest.mark.parametrize("before", [None, {"moved": {"email-1": "2027-02-07"}}])
    def test_a_day_that_was_chosen_earlier_may_be_over(self, before: object) -> None:
        moved = {"email-1": "2027-02-07"}
        assert not problems({**BASE, "moved": moved, "before": before})

    @pytest.mark.parametrize(
        "change",
        [
            {"promises": [{"what": "call", "on": "2027-02-04"}]},
            {"history": [{"on": "2027-02-11", "event": "contacted"}]},
            {"offer": {"on": "2027-02-05", "answer_by": "2027-02-07"}},
            {"said": {"text": "x" * 20_000}},
            {"country": "UK", "region": "Kent"},
            {"interviewers": "many"},
            {"names": {"you": 5}},
            {"zzz": {"deep": [[]]}},
        ],
    )
    def test_the_rest_is_planned_as_if_it_were_not_there(self, change: dict[str, Any]) -> None:
        assert answer({**BASE, **change})["plan"]["steps"] == answer(BASE)["plan"]["steps"]

    def test_the_interviews_own_day_is_no_problem_even_if_it_is_to_come(self) -> None:
        to_come = {**BASE, "today": "2027-02-01"}
        told = {**to_come, "said": {"text": "in two weeks", "on": "2027-02-04"}}
        usual = {**to_come, "said": {"text": "in two weeks"}}
        assert problems(told) == {}
        assert answer(told)["plan"] == answer(usual)["plan"]

    @pytest.mark.parametrize(
        ("country", "code", "given"),
        [("GB", "SCT", "GB-SCT"), ("GB", "SCT", "sct"), ("CA", "ON", "ca-on")],
    )
    def test_a_region_is_known_by_its_code_however_it_is_written(
        self, country: str, code: str, given: str
    ) -> None:
        place = {**BASE, "country": country}
        assert answer({**place, "region": given}) == answer({**place, "region": code})
        assert problems({**place, "region": given}) == {}

    def test_a_history_out_of_order_is_planned_in_order(self) -> None:
        wrote = {"on": "2027-02-05", "event": "contacted", "channel": "email"}
        called = {"on": "2027-02-08", "event": "no-answer", "channel": "call"}
        told, in_order = (
            {**BASE, "history": [*pair]} for pair in ((called, wrote), (wrote, called))
        )
        assert answer(told)["plan"] == answer(in_order)["plan"]

    def test_twenty_contacts_and_as_many_words_of_theirs_are_no_problem(self) -> None:
        theirs = [{"on": "2027-02-05", "event": "acknowledged"}] * 20
        ours = [{"on": "2027-02-05", "event": "no-answer", "channel": "email"}] * 20
        assert problems({**BASE, "history": [*theirs, *ours]}) == {}

    def test_too_long_a_history_is_planned_from_its_end(self) -> None:
        many = [{"on": "2027-02-05", "event": "no-answer", "channel": "email"}] * 500
        assert days({**BASE, "history": many}, "close") == days(
            {**BASE, "history": many[:1]}, "close"
        )

    def test_the_good_part_of_a_list_is_kept(self) -> None:
        good = {"what": "other", "on": "2027-02-10"}
        bad = {"what": "other", "on": "2027-02-31"}
        assert days({**BASE, "promises": [bad, good]}, "promise") == ["2027-02-10"]

    def test_without_an_interview_the_statement_is_still_read(self) -> None:
        said = answer({"today": "2027-02-08", "said": {"text": "in two weeks"}})
        assert said["reading"]["latest"] == "2027-02-22"
        assert said["plan"] is None
        assert said["html"] == ""
        assert said["reading_html"]

    def test_a_statement_that_is_too_long_is_not_called_nothing(self) -> None:
        assert answer({**BASE, "said": {"text": "x" * 20_000}})["reading_html"] == ""

    def test_a_statement_at_the_limit_is_read(self) -> None:
        text = ("We do not know. " * 311) + "By Friday."
        assert len(text) < 5_000
        assert problems({**BASE, "said": {"text": text}}) == {}

    @pytest.mark.parametrize("text", ["", "{", "nonsense", "[" * 100_000, '{"a":' * 50_000, "\x00"])
    def test_what_is_not_json_is_a_problem_of_the_whole(self, text: str) -> None:
        (problem,) = json.loads(respond(text))["problems"]
        assert problem == {"field": None, "message": NOT_JSON.message}

    @pytest.mark.parametrize("request_", [None, [], "x", 3, True, [BASE]])
    def test_json_that_is_no_object_is_a_problem(self, request_: object) -> None:
        assert problems(request_)[None] == "The request must be an object with named fields"

    def test_no_message_begs_or_blames(self) -> None:
        everything = [
            *(answer({name: ["?"] for name in FIELDS})["problems"]),
            *(answer({name: {"?": "?"} for name in FIELDS})["problems"]),
            *({"message": fault.message} for fault in (NOT_JSON, OUR_FAULT)),
        ]
        for problem in everything:
            words = problem["message"].lower().split()
            assert not {"please", "sorry", "oops", "valid", "invalid", "error"} & set(words)


class TestATypedDate:
    """The date of the interview may come as it was typed."""

    def test_it_is_echoed_with_its_weekday(self) -> None:
        typed = {"day": "last Thursday", "month": "", "year": ""}
        said = answer({"today": "2027-02-08", "interview": {"typed": typed}})
        assert said["interview"] == {"on": "2027-02-04", "as_text": "Thursday, February 4"}
        assert said["plan"]["steps"] == answer(BASE)["plan"]["steps"]

    @pytest.mark.parametrize(
        ("typed", "field", "message"),
        [
            (("", "", ""), "interview.on", "Enter the date of your interview"),
            (("31", "2", "2027"), "interview.on", NOT_REAL),
            (
                ("4", "", "2027"),
                "interview.typed.month",
                "Date of your interview must include a month",
            ),
            (("4", "2", "027"), "interview.typed.year", "Year must include 4 numbers"),
            (("4", "2", "1027"), "interview.typed.year", "Year must be from 2000 to 2100"),
        ],
    )
    def test_a_fault_stands_beside_its_part(
        self, typed: tuple[str, str, str], field: str, message: str
    ) -> None:
        parts = dict(zip(("day", "month", "year"), typed, strict=True))
        assert problems({**BASE, "interview": {"typed": parts}}) == {field: message}

    def test_day_and_month_stand_in_the_order_of_the_country(self) -> None:
        request = {"today": "2027-02-08", "interview": {"typed": {"day": "2/4/2027"}}}
        assert answer(request)["interview"]["on"] == "2027-02-04"
        assert answer({**request, "country": "GB"})["interview"]["on"] == "2027-04-02"


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates().map(str),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from([*FIELDS, "on", "text", "event", "what", "?"]), inside, max_size=4
        )
    ),
    max_leaves=12,
)


class TestWhateverComesIn:
    """It never raises: any text at all gets an answer, and no request finds a fault of ours."""

    @settings(max_examples=200, deadline=None)
    @given(st.text())
    def test_any_text(self, text: str) -> None:
        assert json.loads(respond(text)).keys() - {"repaired"} == KEYS

    @settings(max_examples=200, deadline=None)
    @given(st.dictionaries(st.sampled_from(sorted(FIELDS)), JSON_VALUES))
    def test_any_json_in_any_field(self, fields: dict[str, Any]) -> None:
        said = answer({**BASE, **fields})
        assert OUR_FAULT.message not in [problem["message"] for problem in said["problems"]]

    @settings(max_examples=100, deadline=None)
    @given(st.sampled_from(sorted(FULL)), JSON_VALUES)
    def test_one_field_of_a_full_request_spoilt(self, name: str, value: object) -> None:
        said = answer({**FULL, name: value})
        assert OUR_FAULT.message not in [problem["message"] for problem in said["problems"]]

    @pytest.mark.parametrize("day", ["2000-01-01", "2100-12-31", "2040-06-01"])
    def test_a_day_outside_the_holiday_data_gets_a_plan_and_a_notice(self, day: str) -> None:
        said = answer({"today": day, "interview": {"on": day}})
        assert said["plan"]["steps"]
        assert any("holiday" in notice for notice in said["plan"]["notices"])
        assert said["problems"] == []

    @pytest.mark.parametrize("request_", [None, b"\xff", 3, {}])
    def test_even_what_is_not_text(self, request_: str) -> None:
        assert json.loads(respond(request_))["problems"][0]["field"] is None


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;{0}{you}</mark></li>"
TAGS = {
    *("abbr", "caption", "table", "tbody", "td", "th", "thead", "tr"),
    *("a", "blockquote", "br", "button", "circle", "desc", "details", "div", "fieldset", "form"),
    *("h3", "h4", "input", "label", "legend", "li", "line", "mark", "ol", "option", "p"),
    *("path", "s", "section", "select", "span", "strong", "summary", "svg", "text", "textarea"),
    *("time", "title", "ul"),
}
# Neither a style nor a handler is among them: the page's security policy forbids both.
ATTRIBUTES = {
    *(
        "aria-label",
        "aria-labelledby",
        "aria-multiline",
        "contenteditable",
        "id",
        "max",
        "novalidate",
        "tabindex",
    ),
    *("checked", "class", "datetime", "hidden", "href", "name", "rel", "role", "scope", "title"),
    *("rows", "selected", "target", "type", "value"),
    *("stroke-linecap", "stroke-opacity", "text-anchor"),
    *(
        "data-action",
        "data-answered",
        "data-calendar",
        "data-channel",
        "data-choose",
        "data-copy-subject",
        "data-edit",
        "data-left",
        "data-made",
        "data-said-on",
        "data-mail",
        "data-name",
        "data-words",
    ),
    *("data-copy", "data-copy-text"),
    *("data-earliest", "data-leaves", "data-style"),
    *("data-event", "data-forget", "data-happened", "data-if", "data-json", "data-latest"),
    *("data-merge", "data-next", "data-question", "data-replaces", "data-status", "data-step"),
    *("data-subject", "data-way"),
}
DRAWN = {
    *("cx", "cy", "d", "fill", "fill-opacity", "font-size", "font-weight", "height", "r", "rx"),
    *("stroke", "stroke-width", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2"),
}


LEADS_TO = (
    "../../about/changes/",
    "../../about/rules/#",
    "../../about/sources/#",
    "https://calendar.google.com/calendar/render?",
    "https://outlook.live.com/calendar/0/action/compose?",
    "mailto:hill@acme.example?subject=",
    "mailto:?subject=",
    "tel:",
)

SPOILT: dict[str, Any] = {
    **FULL,
    "said": {"text": f"in two weeks {HOSTILE}"},
    "promises": [{"what": "other", "on": "2027-02-15", "note": HOSTILE}],
    "history": [{"on": "2027-02-11", "event": "not-decided", "said": f"next week {HOSTILE}"}],
    "names": dict.fromkeys(FULL["names"], HOSTILE),
}


class TestHostileText:
    """What a person types is shown as text and is never HTML."""

    @pytest.mark.parametrize("route", ["direct", "agency", "internal"])
    def test_no_tag_or_attribute_of_theirs_is_in_the_page(self, route: str) -> None:
        said = answer({**SPOILT, "route": route})
        assert "<script>" in outline(said["html"]).text
        for html in (said[name] for name in KEYS if name.endswith("html")):
            found = list(outline(html).every())
            assert {element.tag for element in found} <= TAGS
            assert {name for element in found for name in element.attributes} <= ATTRIBUTES | DRAWN
            hrefs = {e.attributes["href"] for e in found if "href" in e.attributes}
            assert all(href.startswith(LEADS_TO) for href in hrefs)

    @settings(max_examples=100, deadline=None)
    @example(HOSTILE)
    @given(st.text(max_size=60))
    def test_a_statement_is_shown_as_it_was_typed(self, text: str) -> None:
        said = answer({**BASE, "said": {"text": f"They said by Friday {text}"}})
        shown = outline(said["reading_html"]).one("blockquote").text
        assert shown == " ".join(f"They said by Friday {text}".split())
