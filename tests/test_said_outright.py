"""Their words say outright what some times are about: a visit, an absence, leave to call."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculator import read
from calculator.browser import respond
from calculator.days import Window
from calculator.reading.outright import said_outright
from calculator.reading.reading import Mention, Reading

INTERVIEW = "2027-03-08"  # a Monday


def answer(
    *history: dict[str, Any],
    today: str = "2027-03-09",
    **request: object,
) -> dict[str, Any]:
    whole = {
        "today": today,
        "interview": {"on": INTERVIEW, "how": "in-person"},
        "country": "GB",
        "history": [{"on": INTERVIEW, "event": "thanked"}, *history],
        **request,
    }
    found: dict[str, Any] = json.loads(respond(json.dumps(whole)))
    assert found["problems"] == []
    return found


def said(text: str, *, today: str = "2027-03-09") -> dict[str, Any]:
    return answer(said={"text": text, "on": INTERVIEW}, today=today)


def left(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for step in made["plan"]["steps"] if step["status"] != "done"]


def first(made: dict[str, Any]) -> tuple[str, str, str]:
    step = left(made)[0]
    return step["action"], step["channel"], step["on"]


def rang(reply: str, channel: str = "call", event: str = "acknowledged") -> list[dict[str, Any]]:
    """Return a call on Friday the 12th and what somebody said to it."""
    return [
        {"on": "2027-03-12", "event": "contacted", "channel": channel},
        {"on": "2027-03-12", "event": event, "channel": channel, "said": reply},
    ]


VISITS = [
    ("Drop by on Saturday and we'll tell you where we are", "2027-03-13"),
    ("swing past the store Saturday for your answer", "2027-03-13"),
    ("Just come back in on Thursday and ask for Jo", "2027-03-11"),
    ("Stop by Friday for your answer", "2027-03-12"),
    ("come and see me on Friday", "2027-03-12"),
    ("On Saturday pop in and ask at the till", "2027-03-13"),
    ("He told me to call round on Sunday", "2027-03-14"),
    ("Feel free to nip in on Saturday", "2027-03-13"),
    ("Come in on Friday and I'll let you know how it went", "2027-03-12"),
]


class TestAskedToComeIn:
    """A visit that they asked for is made on its day, in person."""

    @pytest.mark.parametrize(("text", "on"), VISITS)
    def test_the_visit_is_the_next_step_on_its_day(self, text: str, on: str) -> None:
        made = said(text)
        assert first(made) == ("call", "in-person", on)
        assert made["reading"]["certainty"] == "none"
        [fact] = made["reading"]["facts"]
        assert (fact["id"], fact["on"]) == ("leave_to_call", on)
        assert "come in" in fact["as_text"]

    @pytest.mark.parametrize(
        "text",
        [
            "We'll come back to you on Friday",
            "They'll come by on Friday to decide",
            "Come in on Friday for a trial shift",
            "Please come back on Friday for a second interview",
            "Don't pop in before Friday, we'll write to you",
            "We stop interviewing by Friday",
            "Please come back to us by Friday with your references",
        ],
    )
    def test_other_comings_are_none(self, text: str) -> None:
        assert all(step["channel"] != "in-person" for step in left(said(text)))

    def test_a_visit_beside_a_time_for_the_answer_leaves_that_time(self) -> None:
        made = said("We'll decide on Thursday. Pop in on Saturday if you like")
        assert made["reading"]["latest"] == "2027-03-11"
        assert first(made) == ("call", "in-person", "2027-03-13")
        assert "They asked you to come in on Saturday 13 March" in made["html"].replace("\xa0", " ")

    def test_a_time_of_another_clause_is_no_visit(self) -> None:
        made = said("Pop in on Saturday, and then we'll decide by the 19th")
        assert made["reading"]["latest"] == "2027-03-19"
        assert first(made) == ("call", "in-person", "2027-03-13")

    def test_the_words_say_whose_idea_it_was(self) -> None:
        words = left(said("Drop in on Saturday and I'll tell you"))[0]["script"]
        assert "You asked me to come in today" in words
        assert "If they aren't there" in words

    def test_a_visit_that_was_missed_is_made_today_and_owns_up(self) -> None:
        step = left(said("Drop in on Saturday and I'll tell you", today="2027-03-14"))[0]
        assert (step["channel"], step["on"]) == ("in-person", "2027-03-14")
        assert "later than I meant" in step["script"]


CONDITIONS = [
    ("We expect to decide by the 19th. If nothing has reached you by the 19th, ring me", "call"),
    (
        "You'll know by the 19th; if you've heard nothing by the 19th, give the office a bell",
        "call",
    ),
    ("A decision by the 19th, and failing that, get in touch", "call"),
    ("We'll decide by the 19th. If not, just pick up the phone", "call"),
    ("You should hear by the 19th. Should you not, please phone us", "call"),
    ("We hope to decide by the 19th; if you don't hear by the 19th, drop me an email", "email"),
]


class TestLeaveToCallAfterAPromise:
    """An invitation behind a promise holds, however it is put."""

    @pytest.mark.parametrize(("text", "channel"), CONDITIONS)
    def test_that_day_is_kept(self, text: str, channel: str) -> None:
        made = said(text)
        assert made["reading"]["latest"] == "2027-03-19"
        assert first(made) == (channel, channel, "2027-03-19")

    @pytest.mark.parametrize(
        "text",
        [
            "We decide by the 19th. If you hear nothing by then, you haven't been chosen",
            "We decide by the 19th. If you haven't heard by then, please don't call",
        ],
    )
    def test_without_an_invitation_there_is_none(self, text: str) -> None:
        assert "leave_to_call" not in {fact["id"] for fact in said(text)["reading"]["facts"]}

    def test_two_readings_that_end_on_one_day_are_no_question(self) -> None:
        made = said("By the end of the month. If there's no word by the 31st, give us a ring")
        assert made["reading"]["certainty"] == "sure"
        assert made["reading"]["choices"] == []
        assert not any("more than one way" in each for each in made["plan"]["notices"])


ENDS_OF_CHECKS = [
    ("Your DBS should be through by the 19th", "2027-03-19"),
    ("Your background check should clear by the 19th", "2027-03-19"),
    ("We're waiting on your references, should have them by the 19th", "2027-03-19"),
    ("References normally take a week", "2027-03-16"),
    ("The screening usually takes about a week", "2027-03-16"),
]


class TestAPaperThatIsAwaited:
    """When a check is over asks nothing of the candidate: it is the time of the check."""

    @pytest.mark.parametrize(("text", "until"), ENDS_OF_CHECKS)
    def test_its_time_is_the_time_of_the_check(self, text: str, until: str) -> None:
        checks = {"on": "2027-03-09", "event": "checks", "channel": "email", "said": text}
        step = left(answer(checks))[0]
        assert step["action"] == "email"
        days = {"2027-03-19": "2027-03-23", "2027-03-16": "2027-03-18"}
        assert step["on"] == days[until]

    @pytest.mark.parametrize(
        "text",
        ["Please send us your references by the 19th", "Send us your DBS by the 19th"],
    )
    def test_a_paper_that_is_asked_for_is_still_to_be_sent(self, text: str) -> None:
        checks = {"on": "2027-03-09", "event": "checks", "channel": "email", "said": text}
        assert left(answer(checks))[0]["action"] == "promise"


ELSEWHERE = [
    "he's in a meeting today, I'll tell him you called",
    "She isn't in until Monday but I'll pass the message on",
    "The manager is out today",
    "sorry, she's with a customer today, I'll leave her a note",
    "They're on holiday until Monday, can I take a message?",
    "I'll let her know you phoned",
]


def test_a_question_is_left_only_where_the_ways_end_on_different_days() -> None:
    week = Window(date(2027, 3, 8), date(2027, 3, 12))
    day = Window(date(2027, 3, 12), date(2027, 3, 12))
    later = Window(date(2027, 3, 12), date(2027, 3, 19))
    in_doubt = Reading(certainty="ask", window=week, alternatives=(day,))
    assert said_outright(in_doubt, "this week").certainty == "sure"
    assert said_outright(in_doubt, "this week").window == week
    still = replace(in_doubt, alternatives=(day, later))
    assert said_outright(still, "this week") == still


class TestSomebodyElseAnswers:
    """Who passes a message on has promised nothing, and is not the one who was asked."""

    @pytest.mark.parametrize("reply", ELSEWHERE)
    def test_nothing_is_claimed_of_the_one_who_was_not_there(self, reply: str) -> None:
        step = left(answer(*rang(reply), today="2027-03-16"))[0]
        assert step["on"] >= "2027-03-19"
        assert "I called on Friday 12 March, but couldn't reach you." in step["script"]
        for untrue in (
            "When we spoke",
            "you expected",
            "you mentioned",
            "The time you",
            "on Friday 12 March. I'm",
        ):
            assert untrue not in step["script"]
        assert "no end to it" not in step["why"]

    def test_a_time_behind_an_absence_is_their_answers(self) -> None:
        made = said("the head chef is travelling until Friday, so it'll be next week")
        assert made["reading"]["latest"] == "2027-03-19"

    def test_in_person_they_were_missed(self) -> None:
        history = rang("he's off today, I'll tell him you came", "in-person")
        words = left(answer(*history, today="2027-03-16"))
        assert "I came by on Friday 12 March, but missed you." in words[0]["script"]

    def test_an_absence_leaves_their_own_time(self) -> None:
        made = said("by the end of March", today="2027-03-16")
        away = answer(
            *rang("she's out today, I'll tell her you rang"),
            said={"text": "by the end of March", "on": INTERVIEW},
            today="2027-03-16",
        )
        assert left(away)[0]["on"] == left(made)[0]["on"] == "2027-04-02"

    def test_they_are_not_asked_before_they_are_back(self) -> None:
        made = answer(*rang("she's on leave until the 24th"), today="2027-03-16")
        assert left(made)[0]["on"] == "2027-03-30"

    def test_try_again_on_a_day_is_leave_to_call(self) -> None:
        made = answer(*rang("he's with a customer, try again on Wednesday"), today="2027-03-16")
        assert first(made) == ("call", "call", "2027-03-17")

    def test_the_one_who_was_asked_is_thanked(self) -> None:
        step = left(answer(*rang("We haven't got round to it yet"), today="2027-03-16"))[0]
        assert "couldn't reach you" not in step["script"]


HOLDS = [
    ("everything is on hold until the new budget year begins on 1 June", "2027-06-02"),
    ("the post is paused until our new head starts on 3 May", "2027-05-04"),
    ("we're on hold until the merger closes on 12 April", "2027-04-13"),
]


class TestTheirOwnCall:
    """A call that they will make is when the answer comes, not leave to call."""

    @pytest.mark.parametrize(
        "text",
        [
            "he said he'd give me a call back on Thursday",
            "They will call back on Thursday",
            "They'll phone me again on Thursday",
            "She told us she'd call them back on Thursday",
        ],
    )
    def test_is_when_they_answer(self, text: str) -> None:
        reading = read(text, said_on=date.fromisoformat(INTERVIEW))
        assert reading.window is not None
        assert reading.window.latest == date(2027, 3, 11)
        assert reading.mentions == ()


class TestWhatIsOut:
    """Results that are out are there; a person who is out is away."""

    @pytest.mark.parametrize("thing", ["results are", "the list is", "Offers are", "news is"])
    def test_is_no_absence(self, thing: str) -> None:
        assert said(f"She told us {thing} out by Friday")["reading"]["latest"] == "2027-03-12"


@pytest.mark.parametrize(
    "text",
    [
        "They have been interviewing for two weeks.",
        "THEY HAVE BEEN INTERVIEWING FOR TWO WEEKS",
        "we've been looking for someone for 3 months",
    ],
)
def test_how_long_it_has_gone_on_is_no_time_to_come(text: str) -> None:
    assert read(text, said_on=date.fromisoformat(INTERVIEW)).certainty == "none"


class TestOnHoldUntilSomethingDated:
    """A hold is over on the day of what it waits for."""

    @pytest.mark.parametrize(("words", "on"), HOLDS)
    def test_the_plan_goes_on_then(self, words: str, on: str) -> None:
        held = {"on": "2027-03-10", "event": "on-hold", "channel": "email", "said": words}
        reply, after, *_ = left(answer(held, today="2027-03-10"))
        assert "when would make sense" not in reply["script"]
        assert (after["action"], after["on"]) == ("email", on)


class TestOutOfOffice:
    """An absence, and an automatic reply's courtesy, promise no answer."""

    @pytest.mark.parametrize(
        "text",
        [
            "Out of office until Monday",
            "ooo till thursday, sorry",
            "Automatic reply: out of the office until 15 March",
            "I'll be away until Monday",
            "I will be on annual leave until Monday and will reply to your message when I return.",
            "She'll be on holiday until the 22nd",
        ],
    )
    def test_an_absence_is_no_answer(self, text: str) -> None:
        reading = read(text, said_on=date.fromisoformat(INTERVIEW), country="IE")
        assert reading.certainty == "none"
        assert {one.role for one in reading.mentions} == {"away"}

    def test_what_is_promised_for_the_return_is_the_answer(self) -> None:
        text = "I'm on annual leave until Monday, and we'll decide once I'm back"
        reading = read(text, said_on=date.fromisoformat(INTERVIEW), country="IE")
        assert reading.window is not None
        assert reading.window.latest == date(2027, 3, 15)

    def test_a_time_that_is_promised_beside_an_absence_is_the_answer(self) -> None:
        text = (
            "The head of sales is OOO through Tuesday and has promised us a yes or no by Thursday"
        )
        reading = read(text, said_on=date.fromisoformat(INTERVIEW))
        assert reading.window is not None
        assert reading.window.latest == date(2027, 3, 11)

    def test_a_list_that_will_be_out_is_there(self) -> None:
        text = "The names of who got through will be out on Friday"
        reading = read(text, said_on=date.fromisoformat(INTERVIEW))
        assert reading.window is not None


UNHEARD = [
    "Give me a call if you haven't heard by Friday",
    "call if you don't hear by Friday",
    "You can ring us if there's no word by Friday",
    "She told me to email her if I've heard nothing by Friday",
    "If you haven't heard from us by Friday, give the shop a bell",
]


class TestIfNothingCame:
    """A time by which nothing may have come is when it is due, and when to call."""

    @pytest.mark.parametrize("text", UNHEARD)
    def test_it_is_due_then_and_there_is_leave_to_call(self, text: str) -> None:
        made = said(text)
        assert made["reading"]["latest"] == "2027-03-12"
        assert {fact["id"]: fact["on"] for fact in made["reading"]["facts"]} == {
            "leave_to_call": "2027-03-12"
        }

    @pytest.mark.parametrize(
        "text",
        [
            "I'll ring them if I don't hear by Friday",
            "If I hear nothing by Friday I'm calling them",
        ],
    )
    def test_their_own_plan_is_no_leave(self, text: str) -> None:
        assert said(text)["reading"]["facts"] == []


class TestToldAfterALongWait:
    """What they said is asked about at least, however long somebody has waited."""

    @pytest.mark.parametrize(
        "text",
        [
            "I've been waiting for two weeks since the interview, they told me Friday",
            "Ten days I've waited for them, and then she said Friday.",
            "I've been waiting for two weeks. They said Friday, but nothing so far",
        ],
    )
    def test_it_is_on_offer(self, text: str) -> None:
        reading = read(text, said_on=date.fromisoformat(INTERVIEW))
        offered = filter(None, (reading.window, *reading.alternatives))
        assert date(2027, 3, 12) in {window.latest for window in offered}

    @pytest.mark.parametrize(
        ("text", "time"),
        [
            ("I didn't get it, they told me yesterday.", "yesterday"),
            ("They gave it to somebody else, she told me this morning", "this morning"),
            ("She told me Friday that it had gone to a cousin", "Friday"),
        ],
    )
    def test_when_they_said_it_is_not(self, text: str, time: str) -> None:
        day = Window(date(2027, 3, 12), date(2027, 3, 12))
        span = (text.index(time), text.index(time) + len(time))
        told = Reading(certainty="none", mentions=(Mention(role="said", window=day, span=span),))
        assert said_outright(told, text) == told


@pytest.mark.parametrize(
    ("text", "awaits"),
    [
        ("You'll find out about the salary on Friday", "word"),
        ("I'll find out more about the hours and ring you Friday", "word"),
        ("They decide on the rota by Friday and then I'll call you", "word"),
        ("You'll find out about the job on Friday", "decision"),
        ("We'll find out if you got it on Friday", "decision"),
        ("A decision within 48 hours", "decision"),
    ],
)
def test_terms_of_the_job_are_no_decision(text: str, awaits: str) -> None:
    assert read(text, said_on=date.fromisoformat(INTERVIEW)).awaits == awaits


LEAVE = [
    ("The lady said I'm welcome to ring on Thursday", "on Thursday"),
    ("you're welcome to call us from Thursday", "from Thursday"),
    ("Don't hesitate to phone after the 11th", "after the 11th"),
    ("He told me to chase on Friday if nothing came", "on Friday"),
    ("I was told to ring back next Tuesday", "next Tuesday"),
    ("She said I could email her in two weeks", "in two weeks"),
    ("I'm to ring the office on the 18th", "on the 18th"),
    ("He said give him a ring Thursday lunchtime", "Thursday lunchtime"),
    ("she says just call on Friday", "on Friday"),
    ("They asked us not to call before Tuesday", "before Tuesday"),
    ("It'd be fine to drop me a line on Monday", "on Monday"),
]


@pytest.mark.parametrize(("text", "time"), LEAVE)
def test_leave_that_is_told_of_is_no_answer(text: str, time: str) -> None:
    reading = read(text, said_on=date.fromisoformat(INTERVIEW), country="GB")
    named = [(one.role, text[slice(*one.span)]) for one in reading.mentions]
    assert reading.certainty == "none"
    assert ("may-contact", time) in named


NO_LEAVE = [
    ("He said he'd ring me on Thursday", "2027-03-11"),
    ("They told me they could call you on Thursday", "2027-03-11"),
    ("I'm told to expect a call on Thursday", "2027-03-11"),
]


@pytest.mark.parametrize(("text", "latest"), NO_LEAVE)
def test_who_calls_makes_it_leave(text: str, latest: str) -> None:
    reading = read(text, said_on=date.fromisoformat(INTERVIEW), country="GB")
    assert reading.window == Window(date.fromisoformat(latest), date.fromisoformat(latest))


BY_THEN = [
    ("if I've not heard by the 15th I should ring her", "2027-03-15"),
    ("You're welcome to ring if you haven't heard by Friday", "2027-03-12"),
    ("She said to call her if there's nothing by Thursday", "2027-03-11"),
]


@pytest.mark.parametrize(("text", "latest"), BY_THEN)
def test_leave_where_nothing_came_promises_it_by_then(text: str, latest: str) -> None:
    reading = read(text, said_on=date.fromisoformat(INTERVIEW), country="GB")
    assert reading.window == Window(date(2027, 3, 8), date.fromisoformat(latest))
    assert "may-contact" in {one.role for one in reading.mentions}


class TestSaidOfTheCandidate:
    """The candidate decides until a day, comes in or starts then: no answer comes."""

    @pytest.mark.parametrize(
        "text",
        [
            "They would like me to decide within two weeks.",
            "She gave me until Monday to make up my mind.",
            "They've offered me the job and I've got a week to decide.",
            "I have to give them an answer by Friday.",
            "If he's picked he'd have to wait until December to start.",
            "They'd like me to come back on Friday for a second interview.",
            "I've been asked back next Tuesday for a trial.",
            "We look forward to seeing you on Tuesday 16 March at 2pm. Please bring your passport.",
            "I'd like to hear by Friday.",
            "I asked if I'd know by Friday and they just laughed.",
            "Last time it took them about a month to tell anyone.",
            "We've been reading applications since our deadline on February 8.",
            "We're on hold, call me on March 17.",
            "We've paused the search. Email me the week of the 22nd and we'll talk.",
        ],
    )
    def test_no_answer_is_promised(self, text: str) -> None:
        assert read(text, said_on=date(2027, 3, 8)).certainty == "none"

    @pytest.mark.parametrize(
        "text",
        [
            "They have until Friday to decide, so I'll hear by then.",
            "I'll know by Friday, and I'd have to wait until June to start.",
            "I'll hear by Friday if they'd like me back for a second interview.",
        ],
    )
    def test_one_beside_it_is(self, text: str) -> None:
        window = read(text, said_on=date(2027, 3, 8)).window
        assert (window and window.latest) == date(2027, 3, 12)


class TestSaidToLearn:
    """When the candidate is said to learn the answer, it comes, however long the text."""

    AROUND = (
        "It was raining when I got there and the receptionist gave me a towel. There were four of "
        "them and they asked about the gap in 2019. I had soup afterwards. {} My sister is coming "
        "on Saturday, we're going to the coast, and the car needs two new tyres by then. "
    )

    @pytest.mark.parametrize(
        "text",
        [
            "I'll know if I've got it in two weeks.",
            "I should start hearing back from them in two weeks.",
            "I won't find out about the shop in two weeks.",
            "In two weeks, you'll receive notification through the portal.",
        ],
    )
    def test_it_is_the_answers(self, text: str) -> None:
        window = read(self.AROUND.format(text), said_on=date(2027, 3, 8)).window
        assert (window and window.earliest) == date(2027, 3, 22)

    @pytest.mark.parametrize(
        "text",
        ["I thought I'd hear from them on Thursday.", "I thought I would know in two weeks."],
    )
    def test_what_was_only_expected_is_not(self, text: str) -> None:
        assert read(self.AROUND.format(text), said_on=date(2027, 3, 8)).certainty != "sure"
