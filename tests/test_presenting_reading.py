"""What was understood, as a person sees it."""

import json
from copy import replace
from datetime import date

import pytest
from html_outline import Element, outline

from calculator.asking.facts import Fact
from calculator.browser import respond
from calculator.days import Window
from calculator.presenting.reading_html import nothing_said_html, reading_html
from calculator.presenting.wording import Dates
from calculator.reading.reading import Choice, Reading

SAID_ON = date(2026, 3, 4)
DATES = Dates("GB", SAID_ON)
STATEMENT = "We'll tell you by the end of next week, <b>maybe</b> sooner"
BY_FRIDAY = Window(SAID_ON, date(2026, 3, 13))
ON_FRIDAY = Window(date(2026, 3, 13), date(2026, 3, 13))
MONDAY_ON = Window(date(2026, 3, 9), None)
SURE = Reading(certainty="sure", window=BY_FRIDAY, spans=((15, 38),))


def shown(reading: Reading, statement: str = STATEMENT) -> Element:
    return outline(reading_html(reading, statement=statement, said_on=SAID_ON, dates=DATES))


def test_the_window_is_said_in_words() -> None:
    text = shown(SURE).one(class_="reading__window").text
    assert text == "You should hear by Friday 13 March, in 9 days"


@pytest.mark.parametrize(
    ("latest", "earliest", "says"),
    [
        (date(2026, 3, 4), None, "hear by Wednesday 4 March, which is today"),
        (date(2026, 3, 5), None, "hear by Thursday 5 March, which is tomorrow"),
        (date(2026, 3, 2), None, "have heard by Monday 2 March. That was 2 days ago."),
        (date(2026, 3, 13), date(2026, 3, 9), "between Monday 9 March and Friday 13 March"),
    ],
)
def test_how_far_away_it_is_belongs_to_the_day_it_is_said_of(
    latest: date, earliest: date | None, says: str
) -> None:
    page = shown(replace(SURE, window=Window(earliest, latest)))
    assert page.one(class_="reading__window").text.endswith(says)


def test_a_full_stop_of_theirs_is_the_only_one() -> None:
    said = "They asked you: “References.”"
    facts = [Fact(id="no_calls", on=None, span=(0, 1), as_text=said, value=True)]
    page = outline(
        reading_html(SURE, statement=STATEMENT, said_on=SAID_ON, dates=DATES, facts=facts)
    )
    assert "References.” Not so" in page.one(class_="reading__facts").text


def test_the_words_it_came_from_are_marked_and_the_rest_stands_as_it_was() -> None:
    page = shown(SURE)
    assert page.one("mark").text == "by the end of next week"
    assert page.one("blockquote").text == STATEMENT


@pytest.mark.parametrize(
    ("said", "words", "window", "shows"),
    [
        ("in about two weeks", "in about two weeks", ON_FRIDAY, "around Friday 13 March"),
        ("We'll call about Friday", "Friday", ON_FRIDAY, "around Friday 13 March"),
        ("a week or so", "a week or so", BY_FRIDAY, "by about Friday 13 March"),
        (
            *("around the middle of next week", "around the middle of next week"),
            Window(date(2026, 3, 10), date(2026, 3, 12)),
            "between Tuesday 10 March and Thursday 12 March",
        ),
        (
            *("in about two or three weeks", "in about two or three weeks"),
            Window(date(2026, 3, 18), date(2026, 3, 25)),
            "roughly between Wednesday 18 March and Wednesday 25 March",
        ),
        ("about the job: on Friday", "on Friday", ON_FRIDAY, "on Friday 13 March"),
        ("on Friday", "on Friday", ON_FRIDAY, "on Friday 13 March"),
    ],
)
def test_loose_words_give_a_loose_day(said: str, words: str, window: Window, shows: str) -> None:
    start = said.index(words)
    spans = ((start, start + len(words)),)
    page = shown(replace(SURE, window=window, spans=spans), said)
    assert page.one("strong").text == shows


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("They'd know by February 3", "Wednesday, February 3 was before they said this"),
        ("by January 20 at the latest", "Wednesday, January 20 was before they said this"),
        ("by February 3, 2028", ""),
        ("by the end of May", ""),
    ],
)
def test_a_day_that_was_just_over_is_not_put_a_year_later_unsaid(said: str, passed: str) -> None:
    on = "2027-02-04"
    request = {"today": on, "interview": {"on": on}, "said": {"text": said}, "country": "US"}
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    told = [one.text for one in page.every("p", class_="reading__passed")]
    assert [passed in one and "check when your interview was" in one for one in told] == (
        [True] if passed else []
    )
    assert "the next such date" not in page.text or not passed


@pytest.mark.parametrize(
    ("said", "told", "days"),
    [
        ("They'd know by February 31", "There's no February 31.", ["February 28", "March 1"]),
        ("by April 31", "There's no April 31.", ["April 30", "May 1"]),
        ("by March 32", "There's no such day. Pick the date", []),
    ],
)
def test_of_a_day_that_no_month_has_it_is_said(said: str, told: str, days: list[str]) -> None:
    on = "2027-02-04"
    request = {"today": on, "interview": {"on": on}, "said": {"text": said}, "country": "US"}
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    assert told in page.text
    assert "We assumed" not in page.text
    assert [day for day in days if day not in page.text] == []


def test_words_that_are_all_time_are_not_said_again() -> None:
    words = "By the end of next week."
    assert not list(shown(replace(SURE, spans=((0, 23),)), words).every("blockquote"))


def test_of_a_whole_mail_only_what_is_around_its_times_is_shown() -> None:
    mail = f"{'Thank you for coming in. ' * 20}{STATEMENT}. {'We enjoyed it. ' * 20}Best, Dana"
    start = mail.index("by the end")
    page = shown(replace(SURE, spans=((start, start + 23),)), mail)
    assert page.one("mark").text == "by the end of next week"
    assert page.one("blockquote").text.startswith("… ")
    assert "We'll tell you by the end of next week, <b>maybe</b>" in page.one("blockquote").text
    assert len(page.one("blockquote").text) < 200
    assert "Dana" not in page.text
    assert not list(shown(Reading(certainty="none"), mail).every("blockquote"))


def test_words_that_overlap_or_touch_are_marked_once() -> None:
    page = shown(replace(SURE, spans=((15, 26), (22, 38), (38, 39))))
    assert (
        "".join(mark.text for mark in page.every("mark")).replace(" ", "") == "bytheendofnextweek,"
    )


def test_one_sure_reading_asks_nothing() -> None:
    assert not list(shown(SURE).every("button", type_="button"))


def test_any_reading_can_be_put_right_by_a_day() -> None:
    for reading in (SURE, Reading(certainty="none"), Reading(certainty="ask", missing="it")):
        form = shown(reading).one("form")
        assert "data-choose" in form.attributes
        assert form.one("input", name="latest").attributes["type"] == "date"
    assert shown(SURE).one("input", name="latest").attributes["value"] == "2026-03-13"


def test_a_doubt_offers_each_reading_once_the_first_one_first() -> None:
    asks = replace(SURE, certainty="ask", alternatives=(MONDAY_ON, BY_FRIDAY))
    choices = list(shown(asks).every("button", type_="button"))
    assert [(c.attributes["data-earliest"], c.attributes["data-latest"]) for c in choices[:-1]] == [
        ("2026-03-04", "2026-03-13"),
        ("2026-03-09", ""),
    ]
    assert choices[1].text == "On or after Monday 9 March"
    assert choices[-1].attributes["data-choose"] == "none"


def test_what_is_told_in_the_same_words_is_no_choice() -> None:
    until = Window(None, date(2026, 3, 13))
    from_said_on = Window(date(2026, 3, 4), date(2026, 3, 13))
    found = replace(SURE, window=until, alternatives=(from_said_on,))
    assert "It could also be" not in shown(found).text


def test_a_doubt_is_asked_and_not_told() -> None:
    page = shown(replace(SURE, certainty="ask", alternatives=(MONDAY_ON,)))
    assert page.one(class_="reading__window").text == "Which of these is when you'll hear?"
    assert page.text.count("Which of these") == 1
    assert "You should hear" not in page.text


def test_times_that_compete_are_told_apart_by_their_own_words() -> None:
    def told(*spans: tuple[int, int]) -> list[str]:
        choices = tuple(
            Choice(window=window, spans=(span,))
            for window, span in zip((BY_FRIDAY, MONDAY_ON), spans, strict=True)
        )
        asks = replace(SURE, certainty="ask", alternatives=(MONDAY_ON,), choices=choices)
        return [words.text for words in shown(asks).every("q")]

    assert told((15, 38), (53, 59)) == ["by the end of next week", "sooner"]
    assert told((15, 38), (15, 38)) == []


def test_a_fact_can_be_taken_away_and_put_back() -> None:
    fact = Fact(id="no_calls", on=None, span=(0, 9), as_text="They asked for no calls", value=True)
    page = outline(
        reading_html(SURE, statement=STATEMENT, said_on=SAID_ON, dates=DATES, facts=[fact])
    )
    line = page.one(class_="reading__facts").one("li")
    assert line.text.startswith("They asked for no calls.")
    assert line.one("button").attributes["data-ignore"] == "no_calls"
    gone = reading_html(
        SURE,
        statement=STATEMENT,
        said_on=SAID_ON,
        dates=DATES,
        facts=[replace(fact, used=False, ignored=True)],
    )
    line = outline(gone).one(class_="reading__facts").one("li")
    assert line.one("s").text == "They asked for no calls."
    assert line.one("button").text.startswith("Put it back")


def test_other_readings_of_a_sure_one_are_there_to_choose() -> None:
    page = shown(replace(SURE, alternatives=(MONDAY_ON,)))
    assert page.one(class_="reading__question").text == "Not what they meant? It could also be:"
    assert len(list(page.every("button", type_="button"))) == 1


def test_no_day_found_says_so() -> None:
    text = shown(Reading(certainty="none")).one(class_="reading__window").text
    assert text == "We found no day in this."


@pytest.mark.parametrize("said", ["by Tuesday, or else by the 19th", "by November 3, 2026"])
def test_times_that_were_turned_down_are_said_to_be(said: str) -> None:
    on = "2027-02-04"
    words = {"text": said, "on": on, "chosen": "none"}
    request = {"today": "2027-02-05", "interview": {"on": on}, "said": words}
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    assert page.one(class_="reading__window").text.startswith("You said it's none of these.")
    assert page.one(class_="reading__question").text == "Was it one of these after all?"


@pytest.mark.parametrize(
    ("country", "said", "assumed"),
    [
        ("US", "by March 5", "this year"),
        ("GB", "by 10/3", "this year; the day comes first"),
        ("US", "on 3/10", "this year; the month comes first"),
        ("US", "by January 8", "the year 2028"),
    ],
)
def test_a_year_and_an_order_that_were_assumed_are_said_plainly(
    country: str, said: str, assumed: str
) -> None:
    on = "2027-02-20"
    request = {"today": on, "interview": {"on": on}, "said": {"text": said}, "country": country}
    if said == "by January 8":
        request["today"] = request["interview"]["on"] = "2027-11-20"  # type: ignore[index]
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    assert page.one(class_="reading__assumed").text == f"We assumed: {assumed}."


@pytest.mark.parametrize(
    ("head", "on", "offered"),
    [
        ("From: Dana\nSent: Tuesday, February 9, 2027 10:12 AM\nTo: Sam\n\n", None, "2027-02-09"),
        ("On Mon, Feb 8, 2027 at 3:04 PM Dana <d@a.example> wrote:\n\n", None, "2027-02-08"),
        ("On Mon, Feb 8, 2027 at 3:04 PM Dana <d@a.example> wrote:\n\n", "2027-02-08", None),
        # Before the interview, or still to come.
        ("On Mon, Feb 1, 2027 at 3:04 PM Dana <d@a.example> wrote:\n\n", None, None),
        ("On Mon, Feb 22, 2027 at 3:04 PM Dana <d@a.example> wrote:\n\n", None, None),
        ("", None, None),
    ],
)
def test_a_pasted_message_offers_the_day_it_is_from(
    head: str, on: str | None, offered: str | None
) -> None:
    said = {"text": f"{head}You'll hear by the end of next week.", **({"on": on} if on else {})}
    request = {"today": "2027-02-10", "interview": {"on": "2027-02-04"}, "said": said}
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    offers = [one.attributes.get("data-said-on") for one in page.every("button")]
    assert [each for each in offers if each] == ([offered] if offered else [])


def test_what_is_missing_is_asked_for() -> None:
    text = shown(Reading(certainty="ask", missing="the closing date")).text
    assert "we need the closing date" in text


def test_what_was_taken_for_granted_is_said() -> None:
    text = shown(replace(SURE, assumed=("no year given", "in the US"))).text
    assert "We assumed: no year given; in the US." in text


def test_nothing_said_has_no_statement() -> None:
    page = outline(nothing_said_html(dates=Dates("US", date(2027, 2, 4))))
    assert page.text.startswith("They gave you no date.")
    assert not list(page.every("blockquote"))


@pytest.mark.parametrize(
    ("window", "text"),
    [
        (None, "no date given"),
        (Window(), "no date given"),
        (Window(None, date(2026, 3, 13)), "by Friday 13 March"),
        (Window(SAID_ON, date(2026, 3, 13)), "by Friday 13 March"),
        (Window(SAID_ON, SAID_ON), "on Wednesday 4 March"),
        (Window(date(2026, 3, 12), date(2026, 3, 12)), "on Thursday 12 March"),
        (
            Window(date(2026, 3, 9), date(2026, 3, 13)),
            "between Monday 9 March and Friday 13 March",
        ),
        (
            Window(date(2026, 12, 28), date(2027, 1, 8)),
            "between Monday 28 December and Friday 8 January 2027",
        ),
        (Window(date(2027, 3, 1), None), "on or after Monday 1 March 2027"),
    ],
)
def test_a_window_in_words(window: Window | None, text: str) -> None:
    assert DATES.window(window, said_on=SAID_ON) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 2), "2 days ago"),
        (date(2026, 3, 3), "yesterday"),
        (date(2026, 3, 4), "today"),
        (date(2026, 3, 5), "tomorrow"),
        (date(2026, 3, 6), "in 2 days"),
    ],
)
def test_a_distance_in_words(day: date, text: str) -> None:
    assert DATES.near(day) == text


def test_a_day_has_its_weekday_and_no_ordinal() -> None:
    assert DATES.day(date(2027, 2, 1)) == "Monday 1 February 2027"


class TestWhatThePlanGoesBy:
    """What stands above the plan is what it stands on, not what was said before."""

    def panel(self, **more: object) -> str:
        request = {"today": "2027-02-12", "interview": {"on": "2027-02-04"}, **more}
        answer = json.loads(respond(json.dumps(request)))
        assert answer["problems"] == []
        return outline(answer["reading_html"]).text

    @pytest.mark.parametrize(
        ("sector", "wait"), [("private", "A week"), ("public", "Two weeks"), ("academic", "Four")]
    )
    def test_a_wait_without_a_date_is_that_of_the_plan(self, sector: str, wait: str) -> None:
        assert f"They gave you no date. {wait}" in self.panel(sector=sector)

    def test_leave_to_call_is_no_plan_without_a_date(self) -> None:
        text = self.panel(leave_to_call={"on": "2027-02-16"})
        assert text.endswith("Your plan goes by what they said about getting in touch.")
        assert "fair wait" not in text
        ring = self.panel(said={"text": "please ring me on Tuesday the 16th"}, country="GB")
        assert "fair wait" not in ring
        assert "You should hear" not in ring

    @pytest.mark.parametrize(
        ("event", "says"),
        [
            ("new-date", "New since Thursday, February 11"),
            ("checks", "On Thursday, February 11, they were checking references"),
            ("invited", "On Thursday, February 11, they invited you to another interview."),
            ("rejected", "On Thursday, February 11, they said no."),
            ("offered", "On Thursday, February 11, they offered you the job."),
            ("cancelled", "On Thursday, February 11, they canceled or moved the interview."),
        ],
    )
    def test_what_happened_later_overtakes_their_first_words(self, event: str, says: str) -> None:
        said = "by March 5" if event == "new-date" else ""
        history = [{"on": "2027-02-11", "event": event, "channel": "email", "said": said}]
        for first in (None, {"text": "by February 19"}):
            text = self.panel(said=first, history=history)
            assert text.startswith(says)
            assert "February 19" not in text.partition("“")[0]

    def test_the_time_that_counts_is_said_with_its_day(self) -> None:
        history = [{"on": "2027-02-11", "event": "new-date", "said": "by March 5"}]
        assert self.panel(said={"text": "by February 19"}, history=history).startswith(
            "New since Thursday, February 11: you should hear by Friday, March 5."
        )

    def test_once_they_were_asked_the_wait_is_no_longer_the_first_one(self) -> None:
        history = [{"on": "2027-02-11", "event": "contacted", "channel": "email"}]
        assert self.panel(history=history) == "They gave you no date."

    def test_words_that_change_nothing_leave_their_time(self) -> None:
        history = [{"on": "2027-02-11", "event": "acknowledged", "said": "thanks, got it"}]
        text = self.panel(said={"text": "by February 19"}, history=history)
        assert text.startswith("You should hear by Friday, February 19")

    def test_before_the_interview_nothing_is_known(self) -> None:
        assert self.panel(today="2027-02-02") == "You'll know more after the interview."

    def test_the_week_of_the_invitations_is_when_to_hear(self) -> None:
        said = {"text": "we'll invite people for second interviews the week of February 15"}
        assert "You should hear between Monday, February 15" in self.panel(said=said)

    @pytest.mark.parametrize(
        ("event", "said", "says"),
        [
            ("on-hold", "on hold until April", "put the job on hold"),
            ("acknowledged", "I'm on leave until March 1", "wrote back without an answer"),
        ],
    )
    def test_a_hold_or_an_absence_names_no_day_to_hear(
        self, event: str, said: str, says: str
    ) -> None:
        history = [{"on": "2027-02-11", "event": event, "channel": "email", "said": said}]
        text = self.panel(history=history)
        assert text == f"On Thursday, February 11, they {says}."

    def test_when_the_round_takes_place_is_told_as_that(self) -> None:
        said = {"text": "second interviews will be the week of February 22"}
        assert self.panel(said=said).startswith(
            "The next round should be between Monday, February 22"
        )


@pytest.mark.parametrize("said", [{"text": "by February 12"}, None])
def test_who_has_stopped_waits_no_longer(said: object) -> None:
    request = {
        "today": "2027-06-20",
        "interview": {"on": "2027-02-04"},
        "said": said,
        "history": [{"on": "2027-02-20", "event": "stopped"}],
    }
    page = outline(json.loads(respond(json.dumps(request)))["reading_html"])
    assert page.one(class_="reading__window").text == "On Saturday, February 20, you stopped."
    assert "should have heard" not in page.text
