"""What they say since the interview is read for what it asks, allows and promises."""

import json
from typing import Any

import pytest

from calculator.asking.statement import Heard, heard
from calculator.browser import respond

INTERVIEW = "2027-03-01"
TODAY = "2027-03-12"
GIVE_NO_NOTICE = "Don't give notice"


def plan(*history: dict[str, Any], today: str = TODAY, **request: object) -> dict[str, Any]:
    whole = {"today": today, "interview": {"on": INTERVIEW}, "history": history, **request}
    answer = json.loads(respond(json.dumps(whole)))
    assert answer["problems"] == []
    made: dict[str, Any] = answer["plan"]
    return made


def left(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for step in made["steps"] if step["status"] != "done"]


def they(event: str, said: str, on: str = "2027-03-11", **more: object) -> dict[str, Any]:
    return {"on": on, "event": event, "channel": "call", "said": said, **more}


class TestAnOfferOfWhichNobodySaidWhetherItIsInWriting:
    """Their time is that of the paper, unless it is for the answer."""

    @pytest.mark.parametrize(
        "said", ["HR will email the offer letter by Friday", "you'll get the contract by Friday"]
    )
    def test_a_time_for_the_letter_is_no_day_for_the_answer(self, said: str) -> None:
        made = plan(they("offered", said, on="2027-03-08"), today="2027-03-22")
        step = left(made)[0]
        assert (step["action"], step["script_id"]) == ("email", "offer-in-writing")
        assert any(notice.startswith(GIVE_NO_NOTICE) for notice in made["notices"])

    @pytest.mark.parametrize(
        "said", ["We'd need your answer by Friday", "take until Friday to decide"]
    )
    def test_a_time_for_the_answer_is_the_day_to_decide(self, said: str) -> None:
        made = plan(they("offered", said, on="2027-03-08"), today="2027-03-09")
        assert [(step["on"], step["action"]) for step in left(made)][1:] == [
            ("2027-03-12", "decide")
        ]
        assert any(notice.startswith(GIVE_NO_NOTICE) for notice in made["notices"])

    def test_in_writing_needs_no_warning(self) -> None:
        made = plan(they("offered", "", in_writing=True))
        assert not any(notice.startswith(GIVE_NO_NOTICE) for notice in made["notices"])


NO_CONTACT = [
    "Please don't contact us before we do",
    "We ask applicants not to get in touch. We'll write to everyone.",
    "There's no need to chase, everyone will hear",
    "Please refrain from contacting the panel",
]


class TestAskedNotToGetInTouch:
    """Their wish is read wherever they say it."""

    @pytest.mark.parametrize("text", NO_CONTACT[1:])
    def test_at_the_interview(self, text: str) -> None:
        step = left(plan(today="2027-03-08", said={"text": text}))[0]
        assert (step["on"], step["action"]) == ("2027-03-15", "email")
        assert "told-to-wait" in step["rules"]

    @pytest.mark.parametrize("text", NO_CONTACT[1:])
    def test_since_then(self, text: str) -> None:
        step = left(plan(they("acknowledged", text)))[0]
        assert (step["on"], step["action"]) == ("2027-03-25", "email")

    @pytest.mark.parametrize(
        "text",
        [
            "Don't hesitate to contact us",
            "If you do not contact us we'll assume you're out",
            "Please don't get in touch before Monday",
        ],
    )
    def test_other_words_are_none(self, text: str) -> None:
        made = plan(today="2027-03-08", said={"text": text})
        assert all("told-to-wait" not in " ".join(step["rules"]) for step in left(made))

    def test_no_calls_beside_a_new_date(self) -> None:
        words = "No phone calls please, you'll hear by Friday 19 March"
        steps = left(plan(they("new-date", words) | {"channel": "email"}))
        assert [step["action"] for step in steps] == ["reply", "email", "email", "stop"]

    def test_the_field_wins(self) -> None:
        made = plan(they("acknowledged", NO_CONTACT[1]), told_to_wait=False)
        assert left(made)[0]["on"] == "2027-03-18"


class TestWhatTheyAgreeToInTheirOwnWords:
    """Leave and refusal count without a tick."""

    @pytest.mark.parametrize("event", ["not-decided", "reached"])
    @pytest.mark.parametrize(
        "said", ["I'd prefer you not to phone again", "we'd rather not be called about it"]
    )
    def test_a_refusal(self, event: str, said: str) -> None:
        steps = left(plan(they(event, said)))
        assert (steps[0]["on"], steps[0]["action"]) == ("2027-03-25", "email")
        assert "call" not in [step["action"] for step in steps]

    @pytest.mark.parametrize("event", ["not-decided", "reached"])
    def test_an_invitation_to_call(self, event: str) -> None:
        step = left(plan(they(event, "of course, ring me on Tuesday")))[0]
        assert (step["on"], step["action"]) == ("2027-03-16", "call")

    def test_what_the_person_told_wins(self) -> None:
        steps = left(plan(they("not-decided", "ring me on Tuesday", agreed_to_next=False)))
        assert "call" not in [step["action"] for step in steps]


class TestOnHold:
    """A hold is over when the time that they named for its end begins."""

    @pytest.mark.parametrize(
        ("said", "on"),
        [
            ("everything is frozen until May", "2027-05-03"),
            ("we should restart in May", "2027-05-03"),
            ("paused until the end of April", "2027-05-03"),
            ("paused until April 6", "2027-04-07"),
            ("paused for two to three weeks", "2027-04-02"),
            ("everything is on hold this month", "2027-04-01"),
        ],
    )
    def test_the_day_to_ask(self, said: str, on: str) -> None:
        made = plan(they("on-hold", said), today="2027-03-16")
        first = next(step for step in left(made) if step["action"] == "email")
        assert (first["on"], first["script_id"]) == (on, "on-hold-over")


class TestChecks:
    """Checks alone are no yes."""

    def test_alone(self) -> None:
        steps = left(plan(they("checks", "")))
        assert [step["action"] for step in steps] == ["email", "call"]
        assert not any("said yes" in step["why"] for step in steps)

    def test_after_an_offer(self) -> None:
        offered = they("offered", "", on="2027-03-10", in_writing=False)
        steps = left(plan(offered, they("checks", "")))
        assert steps[0]["why"].startswith("They've said yes")
        assert "stop" not in [step["action"] for step in steps]


def test_word_about_a_round_is_no_round() -> None:
    interview = {"on": INTERVIEW, "round": "earlier"}
    made = plan(
        interview=interview, said={"text": "you'll hear from me by Friday"}, today=INTERVIEW
    )
    email = next(step for step in left(made) if step["action"] == "email")
    words = json.dumps(email["script"])
    assert "looking forward to the next round" not in words
    assert "news" in words


@pytest.mark.parametrize(
    ("said", "on", "told"),
    [
        ("should you hear nothing by Tuesday, ring me", "2027-03-02", "asked me to"),
        ("if you haven't heard by Saturday, ring us", "2027-03-08", "asked me to"),
        ("if you haven't heard by Tuesday you're welcome to ring", "2027-03-02", "said I could"),
    ],
)
def test_a_call_in_case_of_silence_is_no_agreed_day(said: str, on: str, told: str) -> None:
    steps = left(plan(said={"text": said}, today=INTERVIEW))
    call = next(step for step in steps if step["action"] == "call")
    assert call["on"] == on
    assert "call if you haven't heard by" in call["why"]
    words = json.dumps(call["script"])
    assert f"{told} call if I hadn't heard by" in words
    assert "agreed" not in words


class TestAnInterviewThatIsMoved:
    """All that follows it speaks of the new day."""

    moved = they("cancelled", "it moves to Thursday 18 March", on="2027-03-04")

    def test_the_reply_offers_no_other_times(self) -> None:
        reply = left(plan(self.moved, today="2027-03-04"))[0]
        assert reply["rules"][0] == "moved-reply"
        assert "Thursday, March 18 works well for me" in json.dumps(reply["script"])

    def test_what_follows_it(self) -> None:
        steps = left(plan(self.moved, today="2027-03-04"))
        words = [json.dumps(step["script"]) for step in steps if step["on"] >= "2027-03-18"]
        assert any("on Thursday, March 18" in text for text in words)
        assert not any("March 1." in text or "March 4" in text for text in words)


def test_what_they_said_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is the slowest part of an answer: each text is read from its day, and kept."""
    texts: list[str] = []

    def noted(text: str, **given: Any) -> Heard:  # noqa: ANN401 # whatever it is asked with
        texts.append(text)
        return heard(text, **given)

    monkeypatch.setattr("calculator.asking.history.heard", noted)
    plan(they("not-decided", "please don't call again, we'll decide by 26 March"))
    assert texts == ["please don't call again, we'll decide by 26 March"]


@pytest.mark.parametrize(
    ("said", "action", "on"),
    [
        ("Could you come in on Thursday, March 18?", "ask", "2027-03-18"),
        ("we'd like to see you again the week of March 22", "email", "2027-03-11"),
        ("they'll send you a time by the end of next week", "email", "2027-03-23"),
    ],
)
def test_an_invitation_without_a_day_is_no_interview(said: str, action: str, on: str) -> None:
    replied = {"on": "2027-03-08", "event": "contacted", "channel": "email"}
    made = plan(they("invited", said, on="2027-03-08"), replied, today="2027-03-09")
    assert (left(made)[0]["action"], left(made)[0]["on"]) == (action, on)


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("someone from HR will ring you", True),
        ("you'll get a call from HR", True),
        ("HR is going to call you with the details", True),
        ("we'd like you to call us", False),
        ("we won't call you, it'll be an email", False),
    ],
)
def test_a_call_that_they_promise_without_a_day_is_spoken_of(said: str, promised: bool) -> None:  # noqa: FBT001 # a column of the table
    yes = they("offered", said, on="2027-03-08", in_writing=False)
    replied = {"on": "2027-03-08", "event": "contacted", "channel": "email"}
    step = left(plan(yes, replied, today="2027-03-09"))[0]
    assert ("You mentioned a call" in step["script"]) == promised


class TestTheyAskForAContact:
    """A day on which they want to hear from you is the day, and in their way."""

    @pytest.mark.parametrize(
        ("said", "channel", "words"),
        [
            ("please call me back on Monday", "call", "You asked me to call today."),
            ("email me again on Monday", "email", "You asked me to get in touch today."),
        ],
    )
    def test_in_a_word_that_is_no_answer(self, said: str, channel: str, words: str) -> None:
        voicemail = they("acknowledged", said, on="2027-03-11") | {"channel": "voicemail"}
        step = left(plan(voicemail))[0]
        assert (step["on"], step["channel"]) == ("2027-03-15", channel)
        assert words in step["script"]

    @pytest.mark.parametrize(
        ("said", "channel"),
        [
            ("email me on March 15 if you haven't heard", "email"),
            ("drop me a line on March 15", "email"),
            ("call or email me on March 15", "call"),
            ("call me on March 15", "call"),
        ],
    )
    def test_at_the_interview(self, said: str, channel: str) -> None:
        step = left(plan(said={"text": said}, today="2027-03-08"))[0]
        assert (step["on"], step["channel"]) == ("2027-03-15", channel)
        assert "rather not have calls" not in step["script"]


def test_a_call_that_they_only_allowed_hangs_on_silence() -> None:
    said = "By Friday. If I haven't heard by then I'm welcome to call."
    steps = [step for step in left(plan(said={"text": said})) if step["action"] == "call"]
    assert [step["if_nothing"] for step in steps] == [True]


class TestTheFirstInterviewIsCalledOff:
    """Nothing speaks of an interview that took place, or of a further round."""

    def test_what_follows(self) -> None:
        off = they("cancelled", "we'll be in touch to find a new date", on="2027-02-26")
        made = plan(off, today="2027-02-26")
        words = " ".join(step["script"] for step in left(made) if step["script"])
        assert "the interview" in words
        assert not [
            said for said in ("next round", "next interview", "I interviewed") if said in words
        ]


def test_references_that_were_sent_are_no_work_to_enjoy() -> None:
    promise = {"what": "other", "on": "2027-03-03", "note": "send my references"}
    steps = left(plan(promises=[promise], today="2027-03-02"))
    words = next(step["script"] for step in steps if step["action"] == "email")
    assert "timeline for a decision" in words
    assert "the work I sent" not in words
    assert "enjoyed" not in words


def test_whoever_is_away_is_asked_once_they_are_back() -> None:
    away = they("acknowledged", "Thanks for your note! I'm away until March 29.", on="2027-03-20")
    step = left(plan(away, today="2027-03-20"))[0]
    assert (step["on"], step["action"]) == ("2027-03-31", "email")
    assert "until" not in step["script"]
    assert "get back to me" not in step["script"]


def test_a_day_for_the_answer_is_no_time_for_the_letter() -> None:
    asked = {"in_writing": False, "answer_by": "2027-03-12"}
    made = plan(
        they("offered", "they'd like to know by next Friday", on="2027-03-05", **asked),
        today="2027-03-05",
    )
    words = [step["script"] for step in left(made) if step["script"]]
    assert not any("next Friday" in text or "following Friday" in text for text in words)


@pytest.mark.parametrize(
    ("said", "us", "gb"),
    [
        ("until April", "2027-04-01", "2027-04-01"),
        ("we'll look at it again in April", "2027-04-01", "2027-04-01"),
        ("until the end of April", "2027-05-03", "2027-05-04"),  # 3 May is a holiday in Britain
        ("for two weeks", "2027-03-26", "2027-03-30"),  # 26 and 29 March, too
        ("until after Easter", "2027-03-29", "2027-03-30"),
        ("not until the week of April 12", "2027-04-12", "2027-04-12"),
        ("until Friday", "2027-03-15", "2027-03-15"),
    ],
)
def test_a_hold_is_over_when_the_time_that_they_named_begins(said: str, us: str, gb: str) -> None:
    replied = {"on": "2027-03-11", "event": "contacted", "channel": "email"}
    held = they("on-hold", said) | {"channel": "email"}
    first = {
        country: left(plan(held, replied, country=country))[0]["on"] for country in ("US", "GB")
    }
    assert first == {"US": us, "GB": gb}


class TestAChosenTime:
    """What the person chose among their times stands, with its own words."""

    text = "The decision comes by March 10 and we'll call you by March 17"

    def answer(self, chosen: object) -> dict[str, Any]:
        said = {"text": self.text, "on": INTERVIEW, "chosen": chosen}
        request = {"today": INTERVIEW, "interview": {"on": INTERVIEW}, "said": said}
        found: dict[str, Any] = json.loads(respond(json.dumps(request)))
        return found

    @pytest.mark.parametrize(
        ("chosen", "words"),
        [
            ({"earliest": "2027-03-01", "latest": "2027-03-17"}, "by March 17"),
            ({"earliest": "2027-03-01", "latest": "2027-03-10"}, "by March 10"),
        ],
    )
    def test_its_words_are_quoted(self, chosen: object, words: str) -> None:
        found = self.answer(chosen)
        assert found["reading"]["certainty"] == "sure"
        assert [self.text[start:end] for start, end in found["reading"]["spans"]] == [words]
        contact = next(s for s in found["plan"]["steps"] if s["action"] in ("email", "call"))
        assert f"“{words}”" in contact["why"]

    def test_none_of_them_is_none(self) -> None:
        found = self.answer("none")
        assert found["reading"]["certainty"] == "none"
        assert len(found["reading"]["alternatives"]) >= 2

    def test_a_day_stands_in_for_one_that_was_missing(self) -> None:
        said = {
            "text": "two weeks after the closing date",
            "on": INTERVIEW,
            "chosen": {"latest": "2027-03-19"},
        }
        request = {"today": INTERVIEW, "interview": {"on": INTERVIEW}, "said": said}
        reading = json.loads(respond(json.dumps(request)))["reading"]
        assert (reading["missing"], reading["latest"]) == (None, "2027-03-19")


class TestWhatIsSaidBackIsWhatTheySaid:
    """Their words and days are told as they gave them, and to whoever gave them."""

    FIRST = "2027-03-04"

    def words(self, **more: Any) -> str:  # noqa: ANN401 # any field's
        request = {"today": "2027-03-19", "interview": {"on": self.FIRST}, **more}
        answer = json.loads(respond(json.dumps(request)))
        assert answer["problems"] == []
        return "\n".join(step["script"] or "" for step in answer["plan"]["steps"])

    def test_two_people_s_times_are_not_run_together(self) -> None:
        text = "HR said I'd know by Wednesday, but my future boss said the end of next week"
        words = self.words(said={"text": text}, today="2027-03-16")
        assert "you said I might hear by the end of the following week." in words
        assert "Wednesday" not in words.partition("I'm still")[0]

    def test_a_call_on_one_of_two_days_is_not_put_on_the_second(self) -> None:
        history = [{"on": "2027-03-09", "event": "missed-call"}]
        said = {"text": "I'll call you on Monday or Tuesday"}
        words = self.words(said=said, history=history, today="2027-03-10")
        assert "I was expecting your call on Monday or Tuesday" in words
        assert "March 9" not in words

    def test_whoever_was_to_find_out_is_asked_for_that(self) -> None:
        history = [
            {"on": "2027-03-10", "event": "contacted", "channel": "email"},
            {
                "on": "2027-03-11",
                "event": "acknowledged",
                "channel": "email",
                "said": "I'll ask the team and let you know by Monday",
            },
        ]
        words = self.words(history=history)
        assert "you said you'd ask the team and let me know by the following Monday" in words

    def test_there_is_no_news_of_a_receipt(self) -> None:
        history = [
            {"on": "2027-03-10", "event": "contacted", "channel": "email"},
            {
                "on": "2027-03-11",
                "event": "acknowledged",
                "channel": "email",
                "said": "Thanks, we have received your message",
            },
        ]
        words = self.words(history=history)
        assert "Is there any news on that?" not in words
        assert "Thank you for your email on Thursday, March 11." in words

    def test_a_reply_of_theirs_is_remembered_once_it_was_answered(self) -> None:
        history = [
            {"on": "2027-03-11", "event": "not-decided", "channel": "email"},
            {"on": "2027-03-12", "event": "contacted", "channel": "email"},
        ]
        words = self.words(history=history)
        assert "When you wrote on Thursday, March 11, there was no decision yet." in words

    def test_a_promised_call_that_they_do_not_want_says_why_it_is_an_email(self) -> None:
        words = self.words(
            promises=[{"what": "call", "on": "2027-03-19"}], no_calls=True, today="2027-03-19"
        )
        assert "I'd said I would call today. I understand that calls aren't welcome" in words

    def test_a_public_body_is_asked_at_one_address(self) -> None:
        for names in ({}, {"interviewer": "Ms Okafor"}):
            words = self.words(sector="public", names=names, policy={"channel": "email"})
            greeted = {line for line in words.splitlines() if line.startswith("Dear ")}
            assert len(greeted) == 1, greeted

    def test_thanks_go_through_the_recruiter(self) -> None:
        words = self.words(route="agency", interviewers=2, today=self.FIRST)
        assert "Would you pass on my thanks to everyone I met?" in words

    def test_invitations_are_asked_for_before_a_day(self) -> None:
        said = {"text": "we'll invite people for second interviews the week of March 8"}
        words = self.words(said=said)
        assert "I'd hear about the next round the week of March 8" in words
        assert "Have the invitations for the next round gone out" in words


class TestADayToGetInTouch:
    """A day on which they may be rung is no forecast, whatever else they tell; it is kept."""

    @pytest.mark.parametrize(
        ("event", "said"),
        [
            ("new-date", "Give me a ring on Wednesday March 17"),
            ("on-hold", "It's on hold, so please call me on March 17"),
            ("checks", "We're taking up references. Please call me on March 17"),
            ("missed-call", "So sorry! Please call me on March 17"),
            ("interview", "Please call me on March 17"),
        ],
    )
    def test_it_is_the_next_contact(self, event: str, said: str) -> None:
        steps = left(plan(they(event, said)))
        call = next(step for step in steps if step["action"] == "call")
        assert (call["on"], call["rules"][0]) == ("2027-03-17", "not-decided-named-day")
        assert "You asked me to call today." in call["script"]
        assert "might hear" not in call["script"]

    def test_beside_their_time_it_waits_for_silence_and_is_no_agreement(self) -> None:
        said = "We hope to know by March 19. If you've heard nothing by March 22, do call me"
        made = plan(they("not-decided", said))
        call, email = left(made)[:2]
        assert (call["on"], call["rules"][0]) == ("2027-03-22", "leave-to-call-if-unheard")
        assert call["if_nothing"]
        assert "You'd asked me to call if I hadn't heard by Monday, March 22." in call["script"]
        assert "agreed" not in call["script"]
        assert email["on"] == "2027-03-29"

    def test_if_you_have_not_heard_by_then(self) -> None:
        said = {"text": "You'll know by March 12. If you haven't heard by then, you can ring me"}
        call = left(plan(said=said))[0]
        assert (call["action"], call["on"]) == ("call", "2027-03-15")
        assert "by March 12, and that it was OK to call." in call["script"]

    def test_questions_are_no_leave_to_ask_for_an_answer(self) -> None:
        said = {"text": "By March 12. If anything comes up, feel free to call with questions"}
        assert left(plan(said=said))[0]["action"] == "email"

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ("Please call me on March 17", "You asked me to call today."),
            ("You can call me on March 17", "you said it was OK to call again."),
        ],
    )
    def test_who_only_allowed_it_did_not_ask(self, said: str, words: str) -> None:
        assert words in left(plan(they("not-decided", said)))[0]["script"]

    def test_at_the_interview_too(self) -> None:
        call = left(plan(said={"text": "Call me on Wednesday the 17th"}))[0]
        assert "You asked me to call today." in call["script"]
        assert "They asked me to call today." in call["script"]


class TestWhatTheyAskedFor:
    """What they want by a day is sent as what they asked for, and is no promise."""

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ("Please send us your certificates by Friday", "I'm sending you my certificates."),
            ("We need three references by Friday", "I'm sending you three references."),
            ("Let us know by Friday if you're still interested", "I'm getting back to you, as"),
        ],
    )
    def test_it_is_named_as_the_candidate_would(self, said: str, words: str) -> None:
        step = left(plan(said={"text": said}, today="2027-03-02"))[1]
        assert (step["on"], step["rules"]) == ("2027-03-05", ["asked-of-you"])
        assert words in step["script"]
        assert step["why"] == "They asked you to do this by Friday, March 5."
        assert "promise" not in step["script"].lower()


def test_an_interview_that_is_moved_changes_no_time_for_their_answer() -> None:
    moved = they("cancelled", "Can we make it Thursday the 18th instead?")
    made = plan(moved, interview={"on": "2027-03-16"}, said={"text": "you'll know by April 2"})
    email = next(step for step in left(made) if step["action"] == "email")
    assert email["on"] == "2027-04-06"
    assert "by April 2" in email["why"]
