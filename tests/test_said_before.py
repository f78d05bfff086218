"""The words know what was said and sent before, and say nothing of it that is not so."""

import json
import re
from typing import Any

import pytest

from calculator.browser import respond

INTERVIEW = "2027-03-08"  # a Monday
THANKED = {"on": INTERVIEW, "event": "thanked"}


def plan(
    *history: dict[str, Any],
    today: str = "2027-03-22",
    **request: object,
) -> dict[str, Any]:
    whole = {
        "today": today,
        "interview": {"on": INTERVIEW, "how": "in-person"},
        "country": "GB",
        "names": {"interviewer": "Ms Lund", "recruiter": "Pat", "employer": "Alder"},
        "history": [THANKED, *history],
        **request,
    }
    found = json.loads(respond(json.dumps(whole)))
    assert found["problems"] == []
    made: dict[str, Any] = found["plan"]
    return made


def left(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for step in made["steps"] if step["status"] != "done"]


def they(event: str, said: str = "", on: str = "2027-03-15", **more: object) -> dict[str, Any]:
    return {"on": on, "event": event, "channel": "email", "said": said, **more}


def wrote(on: str, channel: str = "email") -> dict[str, Any]:
    return {"on": on, "event": "contacted", "channel": channel}


def statement(text: str) -> dict[str, Any]:
    return {"text": text, "on": INTERVIEW}


def interview(round_: str) -> dict[str, Any]:
    return {"on": INTERVIEW, "how": "in-person", "round": round_}


class TestTheNextRoundsOwnTime:
    """When a round takes place is not when there is news of it."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("the on-site day is the week of the 15th", "the next round might be the week of"),
            ("final interviews are next week", "the next round might be the following week"),
            ("second interviews take place the week after next", "might be two weeks later"),
        ],
    )
    def test_it_is_said_back_as_such(self, text: str, told: str) -> None:
        made = plan(said=statement(text), interview=interview("earlier"), today="2027-03-29")
        assert told in left(made)[0]["script"]
        assert "hear about the next round" not in left(made)[0]["script"]

    def test_news_of_it_stays_news(self) -> None:
        text = "we'll tell you about second interviews by Friday"
        made = plan(said=statement(text), interview=interview("earlier"))
        assert "I might hear about the next round" in left(made)[0]["script"]


class TestTheirAnswerToAnInvitation:
    """Whoever has sent times offers others beside them, since those may be over."""

    OTHERS = "In case the times I sent have passed, would [two or three times"

    def test_others_are_offered_beside_the_times_that_were_sent(self) -> None:
        made = plan(they("invited", "when could you come back in?"), wrote("2027-03-15"))
        assert self.OTHERS in left(made)[0]["script"]

    def test_a_planned_reply_comes_before_and_starts_the_wait(self) -> None:
        made = plan(they("invited", "when could you come back in?"), today="2027-03-16")
        reply, chaser, *_ = left(made)
        assert "[two or three times" in reply["script"]
        assert "times I sent" not in reply["script"]
        assert self.OTHERS in chaser["script"]
        assert chaser["on"] == "2027-03-19"  # three working days after the reply


class TestAReplyThatAskedForLeave:
    """Nothing goes out before the day for which the reply asked, and no email is thanked twice."""

    def test_the_next_email_waits_for_that_day(self) -> None:
        made = plan(they("not-decided", "we are seeing two more people"), today="2027-03-16")
        reply, email, *_ = left(made)
        assert "Tuesday 23 March" in reply["script"]
        assert email["on"] == "2027-03-23"
        assert "Thank you for your email" not in email["script"]

    def test_every_answer_to_it_has_a_branch(self) -> None:
        made = plan(they("not-decided", "we are seeing two more people"), today="2027-03-16")
        answers = [each["if"] for each in made["branches"]]
        assert answers == ["no-answer", "new-date", "invited", "rejected", "offered"]

    def test_an_email_without_a_reply_is_thanked_for(self) -> None:
        made = plan(they("not-decided", "we are seeing two more people"), today="2027-03-22")
        assert "Thank you for your email" in left(made)[0]["script"]


class TestWhatTheyDidNotSay:
    """A receipt is no decision, and a first time replaces none."""

    @pytest.mark.parametrize(
        "said",
        ["Got it! You'll hear from us within a week.", "Got it, we'll be in touch by Monday"],
    )
    def test_a_receipt_promises_no_decision(self, said: str) -> None:
        made = plan(they("acknowledged", said), today="2027-03-29")
        assert "decision" not in left(made)[0]["script"].partition("I know")[0]

    def test_feedback_is_no_decision(self) -> None:
        news = they("new-date", "the client will have feedback by Wednesday")
        made = plan(news, route="agency", today="2027-03-24")
        assert "decision by" not in left(made)[0]["script"]

    def test_a_day_alone_is_one_for_the_decision(self) -> None:
        made = plan(they("new-date", "by Wednesday"), today="2027-03-24")
        assert "you said I might hear by that Wednesday" in left(made)[0]["script"]

    def test_a_first_time_replaces_none(self) -> None:
        news = they("new-date", "they hope to decide by Wednesday")
        assert "replaces" not in left(plan(news))[0]["why"]
        assert "replaces" in left(plan(news, said=statement("by Friday")))[0]["why"]

    def test_an_offer_in_writing_is_not_to_be_waited_for(self) -> None:
        checks = they("checks", "references take about a week", on="2027-03-16")
        for in_writing in (True, False):
            offered = they("offered", on="2027-03-15", in_writing=in_writing)
            notices = plan(offered, checks)["notices"]
            assert any("notice" in each for each in notices) is not in_writing

    def test_two_times_are_said_in_one_breath(self) -> None:
        text = "by the end of this week or, if not, early next week"
        words = left(plan(said=statement(text)))[0]["script"]
        assert "…" not in words


class TestAThingThatWasSent:
    """What was sent by email as promised is work that they have to look at."""

    def test_the_email_asks_about_it(self) -> None:
        task = {"what": "email", "on": "2027-03-12", "note": "send the sample report"}
        step = left(plan(wrote("2027-03-12"), promises=[task]))[0]
        assert "had a chance to look at the sample report" in step["script"]
        assert "talking with me" not in step["script"]

    def test_the_promised_email_brings_it(self) -> None:
        task = {"what": "email", "on": "2027-03-13", "note": "send the sample report"}
        step = left(plan(promises=[task]))[0]
        assert "As promised, I'm sending you the sample report." in step["script"]
        assert "any news" not in step["script"]

    def test_a_mere_message_is_none(self) -> None:
        promise = {"what": "email", "on": "2027-03-12", "note": "write when I'm back"}
        step = left(plan(wrote("2027-03-12"), promises=[promise]))[0]
        assert "reached you" not in step["script"]
        assert "You were in touch as promised" in step["why"]


class TestFeedback:
    """What they offered is taken up, and what they refused not asked for."""

    @pytest.mark.parametrize(
        ("no", "asks"),
        [
            (
                "Sadly not this time. I can give you feedback if you want it.",
                "very glad of your feedback",
            ),
            ("We chose someone else. We aren't able to give individual feedback.", None),
            ("We chose someone else.", "If you have a moment"),
        ],
    )
    def test_the_reply_fits_the_no(self, no: str, asks: str | None) -> None:
        words = left(plan(they("rejected", no), today="2027-03-15"))[0]["script"]
        assert ("stronger candidate" in words) == (asks == "If you have a moment")
        assert asks is None or asks in words


class TestAskedToWait:
    """Who was asked not to write says that they know it, and asks for no further contact."""

    def test_the_one_email_says_so(self) -> None:
        made = plan(told_to_wait=True)
        assert "You asked me to wait, so I'll keep this to one question." in left(made)[0]["script"]
        then = next(each["then"] for each in made["branches"] if each["if"] == "not-decided")
        assert "Ask if you may" not in then

    def test_nobody_else_says_so(self) -> None:
        assert "I know you said" not in left(plan())[0]["script"]


class TestAnAgencyInBetween:
    """No letter goes to the client, not even the last."""

    def test_the_recruiter_withdraws(self) -> None:
        offer = {"on": "2027-03-22", "answer_by": "2027-03-30"}
        for route, greeted in (("agency", "Hi Pat"), ("direct", "Dear Ms Lund")):
            made = plan(wrote(INTERVIEW, "call"), route=route, offer=offer)
            words = next(step for step in left(made) if step["action"] == "decide")["script"]
            withdraws = words.partition("To withdraw here")[2]
            assert greeted in withdraws
            assert ("Ms Lund" in withdraws) == (route == "direct")


class TestTheirSentenceToldAgain:
    """Only what they said is put in their mouth, in whoever's words it was written down."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("We have two more people to meet", "you said you had two more people to meet"),
            ("They'll be in touch", "you said you'd be in touch"),
            ("You won't hear before the 20th", "you said I wouldn't hear before the 20th"),
            ("HR will be in touch", "you said HR would be in touch"),
        ],
    )
    def test_what_they_said(self, text: str, told: str) -> None:
        assert told in left(plan(said=statement(text), today="2027-04-05"))[0]["script"]

    @pytest.mark.parametrize(
        "text",
        [
            "I gave them until Tuesday and they never got back to me",
            "My sister who works there heard after a while",
            "It's been a while and not a peep",
            "I can ask the porter now and then",
        ],
    )
    def test_what_the_candidate_tells_is_not_theirs(self, text: str) -> None:
        made = plan(said=statement(text), today="2027-04-05")
        assert not [step for step in left(made) if "you said" in (step["script"] or "")]


class TestATimeOfSomethingElse:
    """What they do by a time is told as they said it: it is no time at which one hears."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("We still have two people to see on Thursday", "you still had two people to see"),
            ("The panel's vote is on Friday", "the panel's vote was that Friday"),
            ("Our shortlist goes to the board on Friday", "your shortlist was going to the board"),
        ],
    )
    def test_it_is_told_and_nothing_is_made_of_it(self, text: str, told: str) -> None:
        made = plan(said=statement(text), today="2027-03-24")
        words = left(made)[0]["script"]
        assert "I might hear" not in words
        assert "new date" not in words
        assert told in words or "you said" not in words

    @pytest.mark.parametrize(
        "text",
        [
            "by the 12th",
            "It'll be about two weeks, I'd say",
            "You'll hear from me on Monday",
            "the manager said the end of this week",
        ],
    )
    def test_no_more_than_a_time_is_when_one_hears(self, text: str) -> None:
        made = plan(said=statement(text), today="2027-04-12")
        words = left(made)[0]["script"]
        assert re.search("you said I('d| might) hear|you said it|wouldn't", words)

    def test_a_recruiter_who_tells_of_somebody_s_return(self) -> None:
        back = they("not-decided", "The manager is back on the 17th", channel="call")
        made = plan(back, route="agency", today="2027-03-24")
        assert "I might hear" not in left(made)[0]["script"]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Hiring is on hold until the end of March", "was on hold until the end of March"),
            ("It's all on ice for two weeks", "was on hold for two weeks"),
        ],
    )
    def test_how_long_a_job_is_on_hold(self, text: str, told: str) -> None:
        made = plan(they("on-hold", text), wrote("2027-03-15"), today="2027-04-01")
        email, call, *_ = left(made)
        assert f"you said the [job title] role {told}" in email["script"]
        assert told not in call["script"]  # the email has said so


class TestAnEarlierTimeAndALaterEmail:
    """What was said in the interview isn't put into an email that came later."""

    said = statement("by March 19")

    def test_an_old_time_is_left_alone_once_they_have_written(self) -> None:
        late = they("acknowledged", "Still working on it, bear with us.", on="2027-03-23")
        words = left(plan(wrote("2027-03-22"), late, said=self.said, today="2027-03-30"))[0]
        assert "your email on Tuesday 23 March" in words["script"]
        assert "19" not in words["script"]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("I've handed it on to Kim in HR.", "handed it on to Kim in HR"),
            ("Thanks for this, I'll ask the head of team.", "you'd ask the head of team"),
        ],
    )
    def test_each_stands_with_its_own_day(self, text: str, told: str) -> None:
        passed_on = they("acknowledged", text, on="2027-03-11")
        words = left(plan(wrote("2027-03-10"), passed_on, said=self.said))[0]["script"]
        assert "When we met on Monday 8 March, you said I might hear by March 19." in words
        assert "In your email on Thursday 11 March, you said" in words
        assert told in words


@pytest.mark.parametrize("text", ["We'll tell you by Friday week", "You'll hear on Monday week"])
def test_a_week_on_a_weekday_is_no_that_weekday(text: str) -> None:
    words = left(plan(said=statement(text), today="2027-03-29"))[0]["script"]
    assert "that Friday" not in words
    assert "following Monday week" not in words


def test_the_next_fortnight_is_a_fortnight_later_on() -> None:
    said = statement("You'll hear within the next fortnight")
    assert "hear within a fortnight" in left(plan(said=said, today="2027-03-29"))[0]["script"]


class TestAnotherOfferBesideTheirYes:
    """Who has said yes is asked for the letter, and not whether they have decided."""

    yes = they(
        "offered", "You'll have it in writing by Wednesday", channel="call", in_writing=False
    )

    @pytest.mark.parametrize("said", ["The written offer should reach you by Friday", ""])
    def test_the_letter_is_what_is_asked_for(self, said: str) -> None:
        yes = {**self.yes, "said": said}
        offer = {"on": "2027-03-16", "answer_by": "2027-03-25"}
        made = plan(yes, wrote("2027-03-15"), offer=offer, today="2027-03-16")
        asked = [s["script"] for s in left(made) if s["action"] in {"call", "email"}]
        assert asked
        for words in asked:
            assert "written offer" in words
            assert "you'll know" not in words
            assert "able to decide" not in words

    def test_their_own_time_may_be_soon_enough(self) -> None:
        offer = {"on": "2027-03-16", "answer_by": "2027-03-25"}
        made = plan(said=statement("by March 19"), offer=offer, today="2027-03-16")
        words = left(made)[0]["script"]
        assert "You said I might hear by March 19. Is that still the plan?" in words
        assert "any chance" not in words

    def test_the_other_employer_s_offer_came_as_it_came(self) -> None:
        offer = {"on": "2027-03-16", "answer_by": "2027-03-25"}
        made = plan(self.yes, wrote("2027-03-15"), offer=offer, today="2027-03-16")
        thanks = next(s["script"] for s in left(made) if s["script_id"] == "offer-acknowledge")
        assert "in writing" not in thanks


def test_more_time_is_asked_for_with_thanks_and_a_reason() -> None:
    yes = they("offered", in_writing=True, answer_by="2027-03-26")
    decide = next(step for step in left(plan(yes)) if step["action"] == "decide")
    words = decide["script"].partition("To ask for more time")[2]
    assert "Thank you again for the offer." in words
    assert "I'd like to [your reason" in words


class TestADayThatNobodyNamed:
    """A day that was counted from their words is told in their words, and never as theirs."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Give me a ring in ten days", "You asked me to call in ten days."),
            ("If you hear nothing in two weeks, call me", "if I hadn't heard in two weeks."),
            ("You can call me next week", "You said I could call next week."),
        ],
    )
    @pytest.mark.parametrize("today", ["2027-03-09", "2027-03-31"])
    def test_their_words_stand_for_it(self, text: str, told: str, today: str) -> None:
        call = next(s for s in left(plan(said=statement(text), today=today)) if s["script"])
        assert call["action"] == "call"
        assert told in call["script"]
        assert "agreed on" not in call["script"]
        assert "today" not in call["script"]

    def test_a_day_that_they_named_is_theirs(self) -> None:
        made = plan(said=statement("Call me on the 17th"), today="2027-03-19")
        assert "We'd agreed on Wednesday 17 March" in left(made)[0]["script"]

    def test_who_said_neither_call_nor_write_is_quoted_so(self) -> None:
        made = plan(said=statement("Get in touch on Thursday"), today="2027-03-09")
        assert "You asked me to get in touch today." in left(made)[0]["script"]

    def test_who_wrote_to_check_back_is_written_to(self) -> None:
        held = they("on-hold", "It's frozen for now. Check back with me in June.")
        made = plan(held, wrote("2027-03-15"), today="2027-03-22")
        (email,) = left(made)
        assert (email["on"], email["channel"]) == ("2027-06-01", "email")
        assert "You asked me to get in touch in June." in email["script"]

    def test_a_recruiter_s_own_plan_is_no_leave(self) -> None:
        chase = they("acknowledged", "I'll chase them on Wednesday", "2027-03-15", channel="call")
        made = plan(chase, route="agency", today="2027-03-19")
        step = left(made)[0]
        assert (step["on"], step["script_id"]) == ("2027-03-19", "recruiter-late")
        assert "you said you'd chase them on Wednesday" in step["script"]


class TestTheTimeOfAnInterview:
    """The week in which they want to meet fixes no day, and says nothing of when one is fixed."""

    @pytest.mark.parametrize(
        ("event", "text"),
        [
            ("invited", "Can you come back in the week of March 29?"),
            ("invited", "next week"),
            ("cancelled", "Sorry, could we make it the week after next instead?"),
            ("cancelled", "Ms Lund is off sick today, so we'll have to find another day"),
        ],
    )
    def test_three_working_days_are_enough(self, event: str, text: str) -> None:
        made = plan(they(event, text), wrote("2027-03-15"), today="2027-03-16")
        assert left(made)[0]["on"] == "2027-03-18"

    @pytest.mark.parametrize("text", ["We'll confirm a day by Friday", "I'll send dates on Friday"])
    def test_their_time_for_fixing_one_is_waited_for(self, text: str) -> None:
        invited = they("invited", f"We'd like to see you again. {text}.")
        made = plan(invited, wrote("2027-03-15"), today="2027-03-16")
        assert left(made)[0]["on"] == "2027-03-23"

    def test_a_day_is_answered_with_whether_it_suits(self) -> None:
        reply = left(plan(they("invited", "Could you come in on March 29?"), today="2027-03-15"))[0]
        assert reply["why"].endswith("say if the day suits you.")

    @pytest.mark.parametrize(
        "text", ["We're afraid we must cancel Wednesday", "I have to postpone the 24th, sorry."]
    )
    def test_a_day_that_is_called_off_suits_nobody(self, text: str) -> None:
        off = they("cancelled", text, "2027-03-19")
        made = plan(off, interview={"on": "2027-03-24"}, history=[off], today="2027-03-19")
        scripts = [step["script"] or "" for step in left(made)]
        assert "Could we find a new time?" in scripts[0]
        assert not [text for text in scripts if "works well" in text or "interviewed" in text]

    def test_a_day_put_in_its_place_is_answered(self) -> None:
        off = they("cancelled", "How about Friday the 26th instead?", "2027-03-19")
        made = plan(off, interview={"on": "2027-03-24"}, history=[off], today="2027-03-19")
        assert "Friday 26 March works well for me." in left(made)[0]["script"]


class TestWhatWasSent:
    """The next words mention it, unless they have written since."""

    @pytest.mark.parametrize(
        ("note", "called"),
        [("send references", "my references"), ("the signed form", "the signed form")],
    )
    def test_it_is_hoped_to_have_arrived(self, note: str, called: str) -> None:
        promises = [{"what": "other", "on": "2027-03-11", "note": note}]
        sent = wrote("2027-03-11")
        step = left(plan(sent, promises=promises, today="2027-03-12"))[0]
        hoped = f"I hope {called}, which I sent on Thursday 11 March, reached you."
        assert hoped in step["script"]
        got = they("acknowledged", "Got them, thank you, we'll be in touch.", "2027-03-12")
        step = left(plan(sent, got, promises=promises, today="2027-03-12"))[0]
        assert called not in step["script"]

    def test_what_they_asked_for_is_the_one(self) -> None:
        asked = they("checks", "We're at the checks now. Please send us two references.")
        step = left(plan(asked, wrote("2027-03-15"), today="2027-03-16"))[0]
        assert "I hope the two references, which I sent on" in step["script"]


def test_a_no_without_feedback_is_not_asked_for_any() -> None:
    no = they("rejected", "Not this time. I'm sorry that we're unable to give feedback.")
    reply, stop = left(plan(no, today="2027-03-15"))
    assert "stronger candidate" not in reply["script"]
    assert "asks for none" in reply["why"]
    assert stop["on"] == "2027-03-18"


def test_an_offer_without_a_day_has_the_words_to_accept_and_to_decline() -> None:
    (reply,) = left(plan(they("offered", in_writing=True), today="2027-03-15"))
    assert "When do you need my answer?" in reply["script"]
    assert "delighted to accept" in reply["script"]
    assert "decided not to accept" in reply["script"]


def test_what_follows_a_promise_does_not_speak_of_a_date_they_did_not_give() -> None:
    promises = [{"what": "call", "on": "2027-03-12"}]
    email = left(plan(promises=promises, today="2027-03-09"))[1]
    assert email["why"] == "You'll have been in touch as promised, so leave a week in between."


class TestWhoWasThere:
    """A further interview may have been with others, and its day is the one that is shown."""

    def test_the_thanks_greet_whom_the_candidate_met(self) -> None:
        held = {"on": "2027-03-22", "event": "interview", "channel": "in-person"}
        thanks, email, *_ = left(plan(held, today="2027-03-22"))
        assert "Dear [the interviewer's name]" in thanks["script"]
        assert "Ms Lund" not in thanks["script"]
        assert "Ms Lund" in email["script"]

    @pytest.mark.parametrize("said", ["We must move it to Thursday 18 March", ""])
    def test_an_interview_that_was_moved_is_not_shown(self, said: str) -> None:
        moved = they("cancelled", said, on="2027-03-05")
        request = {
            "today": "2027-03-05",
            "interview": {"on": INTERVIEW},
            "country": "GB",
            "history": [moved],
        }
        html = json.loads(respond(json.dumps(request)))["html"]
        assert 'datetime="2027-03-08"' not in html
        assert ("Your interview" in html) == bool(said)


class TestACallThatTheyDidNotMake:
    """It is asked about once, and then the rhythm goes on."""

    @pytest.mark.parametrize("said", ["", "She said she would call today"])
    def test_the_email_is_not_sent_again_the_day_after(self, said: str) -> None:
        first = statement("I'll call you on Monday")
        missed = {"on": "2027-03-15", "event": "missed-call", "said": said}
        email, call, stop = left(plan(missed, said=first, today="2027-03-15"))
        assert (email["on"], email["script_id"]) == ("2027-03-15", "missed-call")
        assert (call["on"], call["action"]) == ("2027-03-22", "call")
        assert stop["on"] == "2027-03-30"  # a week later is Easter Monday


def test_the_recruiter_is_told_of_the_offer_by_phone_or_else_in_writing() -> None:
    offer = {"on": "2027-03-09", "answer_by": "2027-03-18"}
    made = plan(route="agency", offer=offer, today="2027-03-09", history=[])
    calls = [step for step in left(made) if step["action"] == "recruiter"]
    assert [step["script_id"] for step in calls] == ["offer-tell-first-choice-recruiter"] * 2
    assert [step["channel"] for step in calls] == ["call", "email"]
    assert calls[1]["why"].startswith("Put it in writing after you've called")


def test_nobody_is_thanked_for_an_automatic_reply() -> None:
    away = they("acknowledged", "I'm away until the 19th.", on="2027-03-15")
    words = left(plan(wrote("2027-03-15"), away, today="2027-03-24"))[0]["script"]
    assert "Thank you for your email" not in words
    assert "while you were away" in words


@pytest.mark.parametrize(
    "text", ["It's frozen. The new budget starts on April 1.", "On ice till 1 April"]
)
def test_a_day_is_noted_without_quotes(text: str) -> None:
    reply = left(plan(they("on-hold", text), today="2027-03-15"))[0]["script"]
    assert "“" not in reply
    assert "April" in reply


@pytest.mark.parametrize("text", ["We'll decide by the end of April", "You'll hear on April 12"])
def test_more_time_is_asked_for_at_once_where_the_need_is_known(text: str) -> None:
    offer = {"on": "2027-03-16", "answer_by": "2027-03-25"}
    steps = left(plan(said=statement(text), offer=offer, today="2027-03-16"))
    thanks = next(step for step in steps if step["script_id"] == "offer-acknowledge")
    assert "Would it be possible to have until" in thanks["script"]
    assert "The employer you're waiting for may take until" in thanks["script"]
    assert not [step for step in steps if step["script_id"] == "offer-more-time"]


@pytest.mark.parametrize(
    "text",
    [
        "If you don't hear from us by Friday, assume you were unsuccessful.",
        "We'll call by Friday; if you've heard nothing by then, consider it a no.",
    ],
)
def test_where_silence_is_their_no_nobody_is_chased(text: str) -> None:
    (stop,) = left(plan(said=statement(text), today="2027-03-09"))
    assert (stop["action"], stop["on"]) == ("stop", "2027-03-15")
    assert "silence means no" in stop["why"]


class TestTheyWantToBeCalledBack:
    """A message that asks for a call is answered by one, and not by a week of waiting."""

    @pytest.mark.parametrize(
        ("event", "text"),
        [
            ("acknowledged", "Hi, it's Ms Lund, please ring me back when you get a moment."),
            ("not-decided", "No decision yet, but give me a call when you get this."),
        ],
    )
    def test_the_call_is_for_that_day(self, event: str, text: str) -> None:
        message = they(event, text, channel="voicemail")
        call = left(plan(message, today="2027-03-15"))[0]
        assert (call["action"], call["on"]) == ("call", "2027-03-15")
        assert "You asked me to call back." in call["script"]
        assert "We spoke" not in call["script"]

    def test_who_may_call_some_day_is_not_waited_for_today(self) -> None:
        message = they("acknowledged", "Feel free to call back if you have questions.")
        assert left(plan(message, today="2027-03-15"))[0]["on"] == "2027-03-22"


def test_clauses_that_only_a_comma_joins_are_told_apart() -> None:
    text = "We're still seeing people, I expect another two weeks."
    later = left(plan(they("not-decided", text), today="2027-04-01"))[0]["script"]
    assert "you said you expected another two weeks" in later
    said = statement("HR will email you in the next couple of days")
    assert "in a couple of days" in left(plan(said=said, today="2027-03-16"))[0]["script"]


def test_a_no_that_keeps_the_candidate_in_mind_is_taken_up() -> None:
    no = they("rejected", "We chose somebody else, but we'd like to keep you in mind.")
    assert "please do keep me in mind" in left(plan(no, today="2027-03-15"))[0]["script"]


@pytest.mark.parametrize("event", ["invited", "cancelled"])
def test_the_answer_to_an_interview_tells_of_another_offer(event: str) -> None:
    asked = they(event, "Could you come in on Friday, March 19?", on="2027-03-16")
    offer = {"on": "2027-03-15", "answer_by": "2027-03-23"}
    steps = left(plan(asked, offer=offer, today="2027-03-16"))
    reply = next(step for step in steps if step["script_id"] == f"{event}-reply")
    assert "I need to answer another offer by Tuesday 23 March." in reply["script"]
    assert "offer-tell-first-choice" not in [step["script_id"] for step in steps]


def test_no_sentence_is_said_twice_of_a_new_time() -> None:
    new = they("new-date", "There won't be a decision until the 22nd", on="2027-03-15")
    words = left(plan(new, wrote("2027-03-15"), today="2027-03-30"))[0]["script"]
    assert words.count("a decision until the 22nd") <= 1


def test_somebody_s_return_is_no_time_that_they_gave() -> None:
    back = they("reached", "He's off sick, he should be back next Monday", channel="call")
    words = left(plan(back, today="2027-03-24"))[0]["script"]
    assert "The time you mentioned" not in words


def test_more_time_is_not_asked_for_where_their_own_time_ends_on_the_day() -> None:
    offer = {"on": "2027-03-16", "answer_by": "2027-03-25"}
    steps = left(plan(said=statement("by March 25"), offer=offer, today="2027-03-16"))
    assert "offer-more-time" in [step["script_id"] for step in steps]
