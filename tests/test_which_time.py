"""Which of several times is the answer's, and on which day it was promised."""

from datetime import date

import pytest

from calculator import read
from calculator.days import Window
from calculator.reading import text_said
from calculator.reading.answers import reading_of
from calculator.reading.reading import Reading, Role
from calculator.reading.roles import ROLES, Limits
from calculator.reading.values import Setting

MONDAY = date(2027, 3, 8)


class TestATimeBesideThePromise:
    """What follows from the answer, or comes before it, does not take its place."""

    def test_what_follows_from_it(self) -> None:
        text = "Offers go out within ten days. Whoever gets one has 24 hours to take a drug test."
        assert read(text, said_on=MONDAY).window == Window(MONDAY, date(2027, 3, 18))

    def test_a_time_of_another_kind_is_not_counted_from_it(self) -> None:
        text = "You hear within two weeks, and the drug test is within 48 hours of that."
        found = reading_with(text, ["answer", "asked"])
        assert (found.certainty, found.window) == ("sure", Window(MONDAY, date(2027, 3, 22)))

    def test_the_day_of_a_stage_gives_way(self) -> None:
        text = "We vote on Thursday 18 March, and you will hear from me before 30 March."
        found = reading_with(text, ["stage", "answer"])
        assert (found.certainty, found.window) == ("sure", Window(MONDAY, date(2027, 3, 29)))

    @pytest.mark.parametrize("link", ["and she rings you", "and then you hear"])
    def test_a_step_before_it_is_no_rival(self, link: str) -> None:
        text = text_said(f"They vote on Thursday {link} on Friday.", Setting(MONDAY, "US", None))
        chances = [[0.02, 0.95, *[0.0] * 7], [0.8, *[0.0] * 8]]
        found = reading_of(text, chances, Limits(sure=0.5, likely=0.2, bare=1))
        assert (found.certainty, found.window) == (
            "sure",
            Window(date(2027, 3, 12), date(2027, 3, 12)),
        )

    @pytest.mark.parametrize("sign", ["\n", "\n\nBo: "])
    def test_a_no_in_another_line_puts_nothing_right(self, sign: str) -> None:
        text = text_said(
            f"You hear on Friday.{sign}No, like on Monday.", Setting(MONDAY, "US", None)
        )
        chances = [[chance * (role == "answer") for role in ROLES] for chance in (0.9, 0.3)]
        window = reading_of(text, chances, Limits(sure=0.5, likely=0.2, bare=1)).window
        assert window == Window(date(2027, 3, 12), date(2027, 3, 12))

    def test_a_time_that_is_over_is_no_choice_beside_one_to_come(self) -> None:
        found = reading_of(
            text_said(
                "Written March 3, 2027. Friday, or so they hope.", Setting(MONDAY, "US", None)
            ),
            [[chance * (role == "answer") for role in ROLES] for chance in (0.4, 0.45)],
            Limits(sure=0.5, likely=0.2, bare=1),
        )
        assert [way.window.latest for way in found.choices] == [date(2027, 3, 12)]

    @pytest.mark.parametrize(
        ("middle", "chance", "certainty"),
        [
            ("You will hear in two weeks.", 0.6, "sure"),
            ("It says two weeks here.", 0.6, "ask"),
            ("It says two weeks here.", 0.8, "sure"),
            ("You will hear in two weeks.", 0.25, "ask"),
            ("It says two weeks here.", 0.25, "none"),
        ],
    )
    def test_of_several_one_that_tells_of_no_answer_must_be_likelier(
        self, middle: str, chance: float, certainty: str
    ) -> None:
        text = text_said(
            f"I moved on 1 March. {middle} The lease ends on 30 April.", Setting(MONDAY, "US", None)
        )
        chances = [[one * (role == "answer") for role in ROLES] for one in (0.0, chance, 0.0)]
        found = reading_of(text, chances, Limits(sure=0.5, likely=0.2, bare=1.5))
        assert found.certainty == certainty

    def test_what_puts_it_right_needs_to_be_likely_only(self) -> None:
        text = text_said(
            "You hear on Friday. Scratch that: on Monday.", Setting(MONDAY, "US", None)
        )
        chances = [[chance * (role == "answer") for role in ROLES] for chance in (0.9, 0.3)]
        window = reading_of(text, chances, Limits(sure=0.5, likely=0.2, bare=1)).window
        assert window == Window(date(2027, 3, 15), date(2027, 3, 15))


class TestCountedFromAnInterviewToCome:
    """A length "of the interview" begins on its day, if that is named and still ahead."""

    @pytest.mark.parametrize(
        ("named", "answer", "expected"),
        [
            ("Your interview is on Thursday 18 March.", "3 days of the interview", (18, 21)),
            (
                "ASSESSMENT DAY\n\nDate: Friday 19 March 2027\n9:00 coffee\n\n",
                "2 days of the assessment day",
                (19, 21),
            ),
            (
                "My call with the director is now Monday 15 March.",
                "two days of that call",
                (15, 17),
            ),
        ],
    )
    def test_still_ahead(self, named: str, answer: str, expected: tuple[int, int]) -> None:
        first, last = (date(2027, 3, day) for day in expected)
        assert read(f"{named} You get an answer within {answer}.", said_on=MONDAY).window == Window(
            first, last
        )

    @pytest.mark.parametrize("role", ["interview", "said"])
    def test_a_day_to_come_cannot_have_been_when_it_was_said(self, role: Role) -> None:
        text = "Monday 15 March, 10:00, Dr Reid. You hear within two days of your interview."
        window = reading_with(text, [role, "answer"]).window
        assert window == Window(date(2027, 3, 15), date(2027, 3, 17))

    def test_one_that_is_over_is_not_counted_from(self) -> None:
        text = (
            "I interviewed on March 3. They said they'd decide within five days of the interview."
        )
        assert read(text, said_on=MONDAY).window == Window(MONDAY, date(2027, 3, 13))

    @pytest.mark.parametrize("day", ["Thursday", "on Thursday"])
    def test_a_day_after_something_else_that_day(self, day: str) -> None:
        found = read(f"She'll call {day} after the board meeting.", said_on=MONDAY)
        assert (found.certainty, found.window) == (
            "sure",
            Window(date(2027, 3, 11), date(2027, 3, 11)),
        )
        assert (
            read("They say on the Thursday after the board meeting.", said_on=MONDAY).certainty
            == "ask"
        )

    @pytest.mark.parametrize(
        "others",
        ["We see one remaining candidate on Thursday.", "Other candidates come in next Tuesday."],
    )
    def test_somebody_elses_is_not_counted_from(self, others: str) -> None:
        text = f"{others} You get an answer within two days of your visit."
        found = reading_with(text, ["interview", "answer"])
        assert found.window == Window(MONDAY, date(2027, 3, 10))

    def test_an_hour_of_a_day_that_is_not_given_is_no_day(self) -> None:
        text = "Apply by 11:30 pm on the closing date. We write within 6 weeks of the closing date."
        found = read(text, said_on=MONDAY)
        assert (found.certainty, found.missing) == ("ask", "the closing date")


def reading_with(text: str, roles: list[Role]) -> Reading:
    """Return the reading where each time is likely what it is said to be, the first one more so."""
    chances = zip(roles, (0.85, 0.8), strict=True)
    likely = [[chance * (role == one) for one in ROLES] for role, chance in chances]
    return reading_of(text_said(text, Setting(MONDAY, "US", None)), likely)


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

    @pytest.mark.parametrize(
        "text",
        [
            "Today our coordinator informed us that they'd decide within three days.",
            "That was Monday, March 8. She told me they'd decide within three days.",
        ],
    )
    def test_what_was_said_today_was_not_said_a_year_ago(self, text: str) -> None:
        reading = read(text, said_on=MONDAY)
        assert (reading.certainty, reading.window) == ("sure", Window(MONDAY, date(2027, 3, 11)))


def test_a_wait_that_counts_from_either_of_two_days_offers_the_end_by_each() -> None:
    reading = read("On Feb 27 they told me two weeks", said_on=date(2026, 3, 4), country="US")
    ends = [choice.window and choice.window.latest for choice in reading.choices]
    assert (reading.certainty, ends) == ("ask", [date(2026, 3, 18), date(2026, 3, 13)])


class TestAWordThatTookTheirPlace:
    """What is said now counts, and not what was said first; nor is it dated back."""

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            (
                "The manager told me I'd find out Thursday. Now she says I'll have it on the 22nd.",
                date(2027, 3, 22),
            ),
            (
                "They told me last week I'd know by Friday, but now they're saying the 22nd.",
                date(2027, 3, 22),
            ),
            (
                "The list, earlier to be declared on 12 March, will be declared on 19 March.",
                date(2027, 3, 19),
            ),
            ("It was originally due on Friday but will come on Tuesday.", date(2027, 3, 9)),
            (
                "You should have heard from us last Friday and didn't. I'll ring you on Thursday.",
                date(2027, 3, 11),
            ),
        ],
    )
    def test_it_is_read_alone(self, text: str, day: date) -> None:
        reading = read(text, said_on=MONDAY, country="GB")
        assert (reading.certainty, reading.window and reading.window.latest) == ("sure", day)

    def test_a_day_that_came_is_no_new_word(self) -> None:
        text = "They said they'd call me by Friday. Now it's Saturday and there's nothing."
        assert read(text, said_on=MONDAY).window == Window(MONDAY, date(2027, 3, 12))


@pytest.mark.parametrize(
    "text",
    [
        "Interviews end on the 12th. Match Day is March 19, that's when we find out.",
        "Exams were in January. March 19 is when I'll hear, and classes start in May.",
        "Applications close: March 12\nSelections: March 19\nOrientation: April 5",
        "| closes | March 12 |\n| applicants notified | March 19 |\n| first day | April 5 |",
    ],
)
def test_a_time_that_is_called_the_answers_is_sure(text: str) -> None:
    reading = read(text, said_on=MONDAY)
    assert (reading.certainty, reading.window and reading.window.latest) == (
        "sure",
        date(2027, 3, 19),
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Your interview is on Thursday. Reply by noon on Wednesday.\nYou'll hear that evening.",
            date(2027, 3, 11),
        ),
        (
            "Interviews are on Friday 12 March; send slides by Thursday. We ring that afternoon.",
            date(2027, 3, 12),
        ),
        ("Send us your portfolio by Wednesday and we'll ring you that evening.", date(2027, 3, 10)),
    ],
)
def test_that_evening_is_the_interviews_before_it_is_a_deadlines(text: str, day: date) -> None:
    reading = read(text, said_on=MONDAY)
    assert reading.window is not None
    assert reading.window.latest == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Most posts average 5 interviews over six weeks. We write within ten days of applying.",
            date(2027, 3, 18),
        ),
        (
            "There are four rounds over five weeks. You'll hear within a week of the interview.",
            date(2027, 3, 15),
        ),
    ],
)
def test_how_long_it_all_takes_is_no_day_to_count_from(text: str, day: date) -> None:
    reading = read(text, said_on=MONDAY)
    assert reading.window is not None
    assert reading.window.latest == day


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("fortnight, give or take", (date(2027, 3, 22), date(2027, 3, 22))),
        ("week or two", (date(2027, 3, 15), date(2027, 3, 22))),
        ("month tops", (date(2027, 3, 8), date(2027, 4, 8))),
        ("Interviews wrap up next week then they'll tell everyone", (date(2027, 3, 19), None)),
        ("They meet Thursday then she decides", (date(2027, 3, 11), None)),
        ("after the may long weekend", (date(2027, 6, 1), None)),
        ("after the may bank holiday weekend", (date(2027, 6, 1), None)),
    ],
)
def test_what_is_written_in_haste_is_read(text: str, ends: tuple[date, date | None]) -> None:
    reading = read(text, said_on=MONDAY)
    assert reading.window == Window(*ends)


@pytest.mark.parametrize("dots", ["......", " ... ", "\u2026\u2026"])
def test_dots_lead_from_a_date_to_what_it_is_for(dots: str) -> None:
    listed = {"March 10": "screening", "March 19": "all applicants notified", "March 29": "start"}
    text = "\n".join(f"{day} {dots} {what}" for day, what in listed.items())
    reading = read(text, said_on=MONDAY)
    assert (reading.certainty, reading.window and reading.window.latest) == (
        "sure",
        date(2027, 3, 19),
    )


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Internal candidates will hear on Thursday, external ones on Monday.", {11, 15}),
        ("First round: outcomes by Thursday. Second round: outcomes by Monday.", {11, 15}),
        ("Cohort A will be told on Thursday. Cohort B will be told on Monday.", {11, 15}),
        (
            "Winners will hear on Wednesday; everyone else will get an email by Friday.",
            {10, 12},
        ),
        ("Residents are told on the 18th and international applicants on the 25th.", {18, 25}),
    ],
)
def test_of_two_groups_it_is_asked_which(text: str, ends: set[int]) -> None:
    reading = read(text, said_on=MONDAY)
    offered = {one.window.latest and one.window.latest.day for one in reading.choices}
    assert (reading.certainty, offered) == ("ask", ends)


class TestBackFromABreak:
    """When a place is open again, the answer comes "then"."""

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("The campus is shut from the 15th to the 19th, and you'll hear then.", 19),
            ("The panel is on its spring break until the 22nd. You will hear from us then.", 22),
            ("We're closed for half term until 22 March; the head will phone you then.", 22),
        ],
    )
    def test_the_answer_comes_then(self, text: str, day: int) -> None:
        reading = read(text, said_on=MONDAY, country="GB")
        assert reading.window
        assert reading.window.earliest == date(2027, 3, day)

    @pytest.mark.parametrize(
        "text",
        [
            "He's in town till Thursday. He'll ring me on Friday when he's back.",
            "She's at head office until Thursday, then she rings me on Friday.",
        ],
    )
    def test_a_time_of_its_own_goes_before(self, text: str) -> None:
        reading = read(text, said_on=MONDAY)
        assert (reading.certainty, reading.window) == (
            "sure",
            Window(date(2027, 3, 12), date(2027, 3, 12)),
        )


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("We hope to have a decision by the 17th. You should hear from us by the 30th.", 30),
        (
            (
                "The panel wants to decide by Friday. HR needs some days for the paperwork, so you "
                "should hear from us either way by the end of the month."
            ),
            31,
        ),
        ("We'll decide by the 17th and let you know by the 26th.", 26),
    ],
)
def test_when_they_tell_goes_before_when_they_decide(text: str, last: int) -> None:
    reading = read(text, said_on=MONDAY)
    assert (reading.certainty, reading.window) == ("sure", Window(MONDAY, date(2027, 3, last)))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The gaffer said to give it a week.", date(2027, 3, 15)),
        ("They said that in two weeks they'll tell me something.", date(2027, 3, 22)),
        ("The offer letter will be out within this week.", date(2027, 3, 12)),
        (
            (
                "I'll write within ten working days of the date of this letter. The fitness "
                "test is on 30 March."
            ),
            date(2027, 3, 22),
        ),
        (
            (
                "Applications close at 5pm on Sunday 14 March. Everyone gets an email from us "
                "within ten working days of the closing date."
            ),
            date(2027, 3, 26),
        ),
    ],
)
def test_a_wait_and_what_it_counts_from(text: str, last: date) -> None:
    reading = read(text, said_on=MONDAY)
    assert (reading.certainty, reading.window and reading.window.latest) == ("sure", last)


def test_holidays_nearly_a_year_away_are_asked_about() -> None:
    text = "They'll let me know after the holidays."
    assert read(text, said_on=date(2027, 2, 4)).certainty == "ask"
    assert read(text, said_on=date(2027, 12, 4)).certainty == "sure"


class TestWhatIsToldOf:
    """It is over: a month of a story is the last such month."""

    def test_it_lies_in_the_past(self) -> None:
        text = "I applied in July and met them on February 28. They'll call me on Friday."
        said = {one.window for one in read(text, said_on=MONDAY).mentions if one.role == "said"}
        july = Window(date(2026, 7, 1), date(2026, 7, 31))
        assert said == {july, Window(date(2027, 2, 28), date(2027, 2, 28))}

    def test_a_length_is_no_day_to_come(self) -> None:
        text = "I've worked there for three years and they said they'd call me on Friday."
        (said,) = (one for one in read(text, said_on=MONDAY).mentions if one.role == "said")
        assert said.window is None or (said.window.latest or MONDAY) <= MONDAY


FILLER = "It was good to meet you. Thank you again for coming in."
PLAIN_TEXTS = (
    "We will decide by Friday or by the 26th.",
    "They interview until Thursday and I'll hear on the 22nd.",
    "I was told two weeks. The job starts on May 3.",
    "You will have our answer by the end of next week.",
)


@pytest.mark.parametrize("text", PLAIN_TEXTS)
@pytest.mark.parametrize(
    "made", ["{filler} {text}", "{text} {filler}", "Hi Sam,\n\n{many}\n{text}"]
)
def test_polite_words_around_it_change_nothing(text: str, made: str) -> None:
    longer = made.format(text=text, filler=FILLER, many=f"{FILLER} " * 8)
    plain, other = read(text, said_on=MONDAY), read(longer, said_on=MONDAY)
    assert (other.certainty, other.window, other.alternatives) == (
        plain.certainty,
        plain.window,
        plain.alternatives,
    )


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("She wants it wrapped up by Friday and will call me either way.", (8, 12)),
        ("Interviews are the rest of this week and all of next, news the week after.", (22, 26)),
        ("She said she would text me sometime this week. No text so far today.", (8, 12)),
        ("Two weeks from today is when the council votes and I'd get the word.", (22, 22)),
    ],
)
def test_what_stands_beside_it_is_not_taken_for_it(text: str, window: tuple[int, int]) -> None:
    first, last = (date(2027, 3, day) for day in window)
    assert read(text, said_on=MONDAY).window == Window(first, last)


def test_what_they_do_in_a_quarter_they_tell_in_it() -> None:
    text = "Sometime in Q2 they'll make the hire, so he'd circle back with me then."
    assert read(text, said_on=MONDAY).window == Window(date(2027, 4, 1), date(2027, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "The guy said I'd get a call in a week. That was over two weeks ago.",
        "I was told three weeks, but that was more than a month ago.",
    ],
)
def test_an_old_promise_is_asked_about(text: str) -> None:
    assert read(text, said_on=MONDAY).certainty == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "When will I hear? Positions are filled on a rolling basis through April, so don't wait.",
        "How long does it take to hear? Jabs should be started three months before you go.",
        "When will you let me know? Training is in the first week of June and is in Leeds.",
    ],
)
def test_what_follows_a_question_need_not_answer_it(text: str) -> None:
    assert read(text, said_on=MONDAY).window is None
