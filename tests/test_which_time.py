"""Which of several times is the answer's, and on which day it was promised."""

from datetime import date

import pytest

from calculator import read
from calculator.days import Window

MONDAY = date(2027, 3, 8)


class TestATimeBesideThePromise:
    """What follows from the answer, or comes before it, does not take its place."""

    @pytest.mark.parametrize(
        ("text", "latest"),
        [
            (
                "Offers go out within ten days. Whoever gets one has 24 hours to take a drug test.",
                date(2027, 3, 18),
            ),
            (
                (
                    "You'll get our decision by email within two weeks. If it is a yes, we need "
                    "your papers within 3 days."
                ),
                date(2027, 3, 22),
            ),
        ],
    )
    def test_what_follows_from_it(self, text: str, latest: date) -> None:
        assert read(text, said_on=MONDAY).window == Window(MONDAY, latest)

    @pytest.mark.parametrize(
        ("text", "latest"),
        [
            (
                "The board votes on Thursday 18 March, and you will hear from me before 30 March.",
                date(2027, 3, 29),
            ),
            (
                "The panel meets next Wednesday and we'll let you know by the 26th.",
                date(2027, 3, 26),
            ),
        ],
    )
    def test_a_stage_before_it(self, text: str, latest: date) -> None:
        window = read(text, said_on=MONDAY).window
        assert window is not None
        assert window.latest == latest


class TestThePromiseOfAnEarlierDay:
    """A promise told of after its day, with nothing heard since, may be over: that is asked."""

    @pytest.mark.parametrize(
        ("text", "over"),
        [
            (
                (
                    "I interviewed on February 8 and they said they'd call within a week. "
                    "I haven't heard a thing."
                ),
                date(2027, 2, 15),
            ),
            (
                (
                    "Saw them three weeks ago. The manager told me I'd know in a few days. "
                    "Nobody called."
                ),
                date(2027, 2, 18),
            ),
        ],
    )
    def test_it_is_asked(self, text: str, over: date) -> None:
        reading = read(text, said_on=MONDAY)
        assert reading.certainty == "ask"
        assert over in {window.latest for window in reading.alternatives}

    @pytest.mark.parametrize(
        ("text", "latest"),
        [
            (
                "I interviewed on Thursday and they said within two weeks. Nothing yet.",
                date(2027, 3, 22),
            ),
            (
                "I interviewed on February 8. They wrote that they'd call within a week.",
                date(2027, 3, 15),
            ),
        ],
    )
    def test_one_that_may_still_come_true_is_not(self, text: str, latest: date) -> None:
        reading = read(text, said_on=MONDAY)
        assert (reading.certainty, reading.window) == ("sure", Window(MONDAY, latest))

    def test_a_day_told_of_elsewhere_is_not_its_day(self) -> None:
        text = (
            "My sister was told in January that they were slow. Anyway, the manager who saw me, a "
            "lovely person, says she will make up her mind once she has seen the two others, so I "
            "should hear from her by Friday."
        )
        reading = read(text, said_on=MONDAY)
        assert (reading.certainty, reading.window) == ("sure", Window(MONDAY, date(2027, 3, 12)))

    def test_what_was_said_today_was_not_said_a_year_ago(self) -> None:
        text = "On Monday, March 8 they told me that they'd decide within three days."
        assert read(text, said_on=MONDAY).window == Window(MONDAY, date(2027, 3, 11))
