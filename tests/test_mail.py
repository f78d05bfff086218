"""Of a pasted mail, post or chat only the message is read, and the day in its head is known."""

from datetime import date

import pytest

from calculator import Window, read
from calculator.reading.mail import body_of
from calculator.reading.sent import sent_on

TUESDAY = date(2027, 3, 9)
SAYS = "You will hear from us by Friday."

HEADS = {
    "outlook": "From: Ann Lee\nSent: Tuesday, March 9, 2027 3:04 PM\nTo: Tom\nSubject: Monday\n\n",
    "outlook in one line": "From: Ann Lee Sent: Tuesday, March 9, 2027 3:04 PM To: Tom Subject: ",
    "mail program": "On Tue, Mar 9, 2027 at 3:04 PM Ann Lee <ann@example.com> wrote:\n\n",
    "mail program, two lines": "On Tue, Mar 9, 2027 at 3:04 PM\nAnn <ann@example.com> wrote:\n\n",
    "mail program, day first": "On 9 March 2027 15:04, Ann Lee wrote:\n\n",
    "forwarded": "--- Forwarded message ---\nFrom: Ann\nDate: Tue, 9 Mar 2027\nTo: Tom\n\n",
    "original": "-----Original Message-----\nFrom: Ann\nSent: 09 March 2027 15:04\nTo: Tom\n\n",
    "notes": "Ann Lee on 03/09/2027 02:57:37 PM\nTo: Tom/HR/ACME\ncc:\nSubject: Friday\n\n",
    "notes, apart": "Ann Lee@ACME\n03/09/2027 02:57 PM\nTo: Tom/HR/ACME\ncc:\nSubject: Friday\n\n",
    "notes, forwarded": "----- Forwarded by Tom/HR/ACME on 03/09/2027 02:57 PM -----\n\n",
    "post": "Posted by ann on March 9, 2027 at 3:00 PM\n",
    "comment": "comment · 2027-03-09\n",
    "letter": "9 March 2027\n\n",
    "chat": "[14:02, 3/9/2027] Ann: ",
    "chat, the other way": "[3/9/27, 2:02:11 PM] Ann: ",
    "chat with a dash": "3/9/27, 14:02 - Ann: ",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_is_not_read_but_its_day_is_known(head: str) -> None:
    assert body_of(head + SAYS).split() == SAYS.split()
    assert sent_on(head + SAYS) == TUESDAY


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_places_stay_the_same(head: str) -> None:
    body = body_of(head + SAYS)
    assert len(body) == len(head + SAYS)
    assert body.endswith(SAYS)


@pytest.mark.parametrize(
    "statement",
    [
        "Friday 12 March 2027",
        "On Friday he wrote to say: by Monday",
        "Date: Friday 12 March\nTime: 10 am",
        "They said on 3/9/2027 that they would call on Monday",
        "> You will hear by Friday",
    ],
)
def test_what_only_looks_like_a_head_is_read(statement: str) -> None:
    assert body_of(statement).split() == statement.strip("> ").split()
    assert sent_on(statement) is None


class TestAThread:
    """The newest message counts; an older one where the newest speaks of no time."""

    OLDER = "From: Ann\nSent: Monday, March 1, 2027 9:00 AM\nTo: Tom\n\nIt will be Thursday.\n"

    def test_the_newest_is_read(self) -> None:
        assert body_of(f"{SAYS}\n\n{self.OLDER}").split() == SAYS.split()
        assert sent_on(f"{SAYS}\n\n{self.OLDER}") is None

    def test_an_older_one_is_read_where_the_newest_has_no_time(self) -> None:
        thread = f"Many thanks, I look forward to it.\n\n{self.OLDER}"
        assert body_of(thread).split() == ["It", "will", "be", "Thursday."]
        assert sent_on(thread) == date(2027, 3, 1)

    def test_so_is_a_quoted_one(self) -> None:
        thread = f"Thanks!\n\nOn Tue, Mar 9, 2027 at 3:04 PM Ann wrote:\n> Hi,\n> {SAYS}\n"
        assert body_of(thread).split() == ["Hi,", *SAYS.split()]
        assert sent_on(thread) == TUESDAY

    @pytest.mark.parametrize("below", ["What would you do?", "I'm posting it as people asked."])
    def test_of_a_thread_with_a_remark_below_the_newest_is_read(self, below: str) -> None:
        head = "From: Ann\nDate: Tue, Mar 9, 2027\nSubject: Re: Re: the job\n\n"
        older = "> On Mon, Mar 1, 2027 Ann wrote:\n> It will be Thursday.\n"
        thread = f"{head}{SAYS}\n\n{older}\n{below}"
        assert body_of(thread).split() == SAYS.split()

    def test_a_signature_is_not_read(self) -> None:
        mail = f"{SAYS}\n\nBest regards,\nApril Monday\n5 May Street\nTel. 020 7946 0123"
        assert body_of(mail).split() == SAYS.split()


# Three dates of 2027 a list, the first over on the Tuesday.
LISTS = [
    "Sift: 22-26 February\nInterviews: 15 March\nOffers: 29 March",
    "Applications due - Feb 12\nInterviews - Mar 15\nOffers go out - Mar 29",
    "Advert closes     Friday 12 February\nInterviews        15 March\nOffers    29 March",
    "Stage\tDate\nSift\t12/2\nInterviews\t15/3\nOffers\t29/3",
    "12 February - advert closes\n15 March - interviews\n29 March - offers made",
    "Feb 12 Applications due\nMar 15-16 Interviews\nMar 29 Offers go out",
    "| Sift | 12 February |\n| Interviews | 15 March |\n| Offers | 29 March |",
]


class TestAListOfDates:
    """A date without a year that is over is over, not next year's."""

    LIST = "Applications: March 1\nInterviews: March 29\nNotification: April 11"

    def test_a_line_to_come(self) -> None:
        window = read(self.LIST, said_on=date(2027, 4, 2)).window
        assert window is None or window.latest == date(2027, 4, 11)

    def test_a_line_that_is_over(self) -> None:
        reading = read(self.LIST, said_on=date(2027, 4, 20))
        windows = [reading.window, *reading.alternatives]
        assert reading.certainty != "sure"
        assert all(one is None or one.latest != date(2028, 4, 11) for one in windows)

    @pytest.mark.parametrize("dates", LISTS)
    def test_none_is_next_years(self, dates: str) -> None:
        reading = read(dates, said_on=TUESDAY, country="GB")
        told = [reading.window, *reading.alternatives, *(one.window for one in reading.mentions)]
        assert {one.latest.year for one in told if one and one.latest} == {2027}
        assert reading.window == Window(date(2027, 3, 29), date(2027, 3, 29))

    @pytest.mark.parametrize(
        "dates",
        [
            "Closing date:\n1 February 2027\nInterviews:\n15 March 2027\nOutcome:\n29 March 2027",
            "Interviews\nMonday 15 March\n\nResults\nMonday 29 March",
        ],
    )
    def test_a_date_belongs_to_the_heading_above_it(self, dates: str) -> None:
        reading = read(dates, said_on=TUESDAY)
        assert reading.certainty == "sure"
        assert reading.window == Window(date(2027, 3, 29), date(2027, 3, 29))
