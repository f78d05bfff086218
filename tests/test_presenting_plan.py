"""A plan as a person sees it, as HTML and as text."""

import json
from copy import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to
from calculator.planning.plan import Branch, Plan, Status, Step, Words
from calculator.planning.rules import rule
from calculator.presenting.plan_html import plan_html
from calculator.presenting.plan_text import plan_text
from calculator.presenting.scripts import scripts_of
from calculator.presenting.step_wording import when
from calculator.presenting.wording import Dates
from calculator.situation import Event, Happening, Names, Situation

SITUATION = Situation(
    today=date(2027, 2, 8), interview_on=date(2027, 2, 4), names=Names(interviewer="Ms Hill")
)
THANKS = Step(
    id="thank-1",
    action="thank",
    on=date(2027, 2, 4),
    until=date(2027, 2, 5),
    status="done",
    channel="email",
    rules=("thank-you-next-day",),
    why="A short note within a day.",
    words=Words(script="thank-you"),
)
EMAIL = Step(
    id="email-1",
    action="email",
    on=date(2027, 2, 11),
    status="coming",
    channel="email",
    rules=("no-date-email", "closed-day"),
    why="A week is long enough.",
    words=Words(script="no-date", days={"call_day": date(2027, 2, 16)}),
    if_nothing=True,
)
CALL = Step(
    id="call-1",
    action="call",
    on=date(2027, 2, 16),
    status="coming",
    channel="call",
    rules=("call-on-the-named-day",),
    why="Your email says so.",
    words=Words(script="no-date", claims=frozenset({"said-i-would-call"})),
    moved_from=date(2027, 2, 15),
    moved_because="Monday 15 February is Presidents' Day",
    if_nothing=True,
)
STOP = Step(
    id="stop",
    action="stop",
    on=date(2027, 3, 3),
    status="coming",
    rules=("stop",),
    why="Twice is enough.",
    if_nothing=True,
)
PLAN = Plan(
    steps=(THANKS, EMAIL, CALL, STOP),
    next=EMAIL,
    branches=(Branch(answer="not-decided", then="Ask if you may call in a week."),),
    notices=("We cannot know how they decide.",),
    interviews=(SITUATION.interview_on,),
)


def page_of(
    plan: Plan, *, situation: Situation, site_root: str = "../", read_only: bool = False
) -> Element:
    """Return the outline of a plan's page."""
    scripts = scripts_of(plan, situation=situation)
    return outline(
        plan_html(
            plan,
            situation=situation,
            scripts=scripts,
            site_root=site_root,
            read_only=read_only,
        )
    )


PAGE = page_of(PLAN, situation=SITUATION)
DUE = replace(SITUATION, today=EMAIL.on)
DUE_EMAIL = replace(EMAIL, status="due")
ON_THE_DAY = page_of(
    replace(PLAN, steps=(THANKS, DUE_EMAIL, CALL, STOP), next=DUE_EMAIL), situation=DUE
)


def answer_of(*steps: Step) -> Element:
    """Return the outline of the answer that is left after steps, the first that is not done."""
    first = next(step for step in steps if step.status != "done")
    return page_of(Plan(steps=steps, next=first), situation=SITUATION).children[0].children[0]


class TestTheAnswer:
    """What to do now comes first: rest until the day, or what the day has brought."""

    def test_before_the_day_it_says_to_rest_and_shows_no_words(self) -> None:
        first = PAGE.children[0].children[0]
        assert first.attributes["data-next"] == "email-1"
        assert first.one("h3").text == "Nothing to do until Thursday, February 11"
        assert first.one(class_="plan__near").text == "In 3 days."
        assert not list(first.every(class_="words"))

    def test_what_follows_if_nothing_comes_is_one_sentence(self) -> None:
        assert PAGE.one(class_="silence__text").text == (
            "If you hear nothing: email Thu Feb 11, call Tue Feb 16, then let it go Wed Mar 3."
        )

    def test_where_only_the_end_is_left_it_is_called_the_end(self) -> None:
        done = [replace(each, status="done") for each in (THANKS, EMAIL, CALL)]
        said = answer_of(*done, STOP).text
        assert "Nothing more to do. If you hear nothing, let it go on Wednesday, March 3" in said
        assert "Nothing to do until" not in said
        due = replace(STOP, status="due", on=SITUATION.today)
        assert "If not, it's fine to stop here." in answer_of(*done, due).text

    def test_on_the_last_day_to_try_the_end_is_still_in_sight(self) -> None:
        call = replace(CALL, status="due", on=SITUATION.today)
        said = answer_of(THANKS, replace(EMAIL, status="done"), call, STOP).text
        assert "If you hear nothing: let it go Wed Mar 3." in said

    def test_the_same_twice_is_said_once(self) -> None:
        recruiter = replace(CALL, action="recruiter", channel="call", id="1")
        writing = [replace(recruiter, channel="email", id=each) for each in "23"]
        assert (
            "call the recruiter Tue Feb 16, write to the recruiter Tue Feb 16, again Tue Feb 16,"
        ) in answer_of(recruiter, *writing, STOP).text

    def test_on_the_day_it_first_asks_if_they_answered_then_gives_the_words(self) -> None:
        first = ON_THE_DAY.one(class_="plan__next")
        assert first.one("h3").text == "Today: send an email"
        assert first.one(class_="plan__first").text.startswith("Have you heard from them?")
        assert first.one("a", href="#heard-title")
        assert "Dear Ms Hill," in first.one(class_="words__text").text

    def test_a_thank_you_that_is_due_is_what_to_do(self) -> None:
        due = replace(THANKS, status="due")
        page = page_of(
            replace(PLAN, steps=(due, EMAIL, CALL, STOP), next=due),
            situation=replace(SITUATION, today=THANKS.on),
        )
        first = page.one(class_="plan__next")
        assert first.one("h3").text == "Send your thank-you note by Friday, February 5"
        assert first.one(class_="silence__text").text.startswith("If you hear nothing: email Thu")
        assert not list(page.every(class_="plan__thanks"))

    def test_beside_what_presses_more_a_thank_you_is_a_line_of_its_own(self) -> None:
        due = replace(THANKS, status="due")
        page = page_of(
            replace(PLAN, steps=(due, DUE_EMAIL, CALL, STOP), next=DUE_EMAIL), situation=DUE
        )
        first = page.one(class_="plan__next")
        assert first.one("h3").text == "Today: send an email"
        thanks = first.one(class_="plan__thanks")
        assert thanks.text.startswith("Sent your thank-you?")
        assert thanks.one("details").one("summary").text == "Not yet: show words"
        assert not list(PAGE.every(class_="plan__thanks"))

    def test_what_else_is_for_today_does_not_wait_for_silence(self) -> None:
        tell = replace(DUE_EMAIL, id="email-2", rules=("other-offer-tell",), if_nothing=False)
        decide = replace(CALL, id="decide-1", action="decide", channel=None, if_nothing=False)
        page = page_of(
            replace(PLAN, steps=(DUE_EMAIL, tell, CALL, decide, STOP), next=DUE_EMAIL),
            situation=DUE,
        )
        first = page.one(class_="plan__next")
        assert first.one(class_="plan__also").text == "Also today: write about your offer."
        silence = first.one(class_="silence__text").text
        assert "email" not in silence
        assert "decide on the offer" in silence
        assert not list(PAGE.every(class_="plan__also"))

    def test_a_day_to_decide_alone_is_none_for_silence(self) -> None:
        decide = replace(CALL, action="decide", channel=None, if_nothing=False)
        page = page_of(replace(PLAN, steps=(decide,), next=decide), situation=SITUATION)
        assert not list(page.every(class_="silence"))

    @pytest.mark.parametrize("event", ["offered", "rejected"])
    def test_a_big_moment_has_one_warm_sentence(self, event: Happening) -> None:
        history = (Event(on=SITUATION.today, event=event),)
        page = page_of(PLAN, situation=replace(SITUATION, history=history))
        assert page.one(class_="plan__warm").text.count(".") <= 3
        assert not list(PAGE.every(class_="plan__warm"))

    def test_a_plan_at_its_end_says_so_and_still_listens(self) -> None:
        page = page_of(Plan(steps=()), situation=SITUATION)
        assert page.one("h3", class_="plan__do").text == "Nothing more to do"
        assert list(page.one(class_="heard").every("form"))

    def test_an_answer_after_a_stop_takes_the_place_of_the_stop(self) -> None:
        history = (Event(on=SITUATION.today, event="stopped"),)
        page = page_of(Plan(steps=()), situation=replace(SITUATION, history=history))
        assert page.one(class_="heard").attributes["data-replaces"] == "0"


class TestTheDays:
    """All days as one line; each opens to its words, why, sources, move and skip."""

    def test_each_step_is_an_item_with_its_action_and_one_date(self) -> None:
        items = [item for item in PAGE.every("li") if "data-action" in item.attributes]
        assert [
            (item.attributes["data-action"], item.one("time").attributes) for item in items
        ] == [
            ("thank", {"datetime": "2027-02-04"}),
            ("email", {"datetime": "2027-02-11"}),
            ("call", {"datetime": "2027-02-16"}),
            ("stop", {"datetime": "2027-03-03"}),
        ]
        assert items[1].one("time").text == "Thu Feb 11"
        assert [item.attributes["data-status"] for item in items] == ["done"] + ["coming"] * 3

    def test_the_interview_and_today_stand_between_them_in_order(self) -> None:
        rows = PAGE.one("ol", class_="plan__steps").children
        days = [row.one("time").attributes["datetime"] for row in rows]
        assert days == sorted(days)
        assert [
            row.one(class_="step__what").text for row in rows if "data-step" not in row.attributes
        ] == [
            "Your interview",
            "Today",
        ]

    def test_each_says_its_condition(self) -> None:
        conditions = [each.text for each in PAGE.every(class_="step__if")]
        assert conditions == [
            "",
            "if you've heard nothing",
            "if there's still no answer",
            "if there's still no answer",
        ]

    def test_who_waits_for_an_offer_in_writing_has_heard_from_them(self) -> None:
        plan = replace(PLAN, steps=(THANKS, DUE_EMAIL, CALL, STOP), next=DUE_EMAIL)
        page = page_of(replace(plan, awaiting="offer"), situation=DUE)
        assert [each.text for each in page.every(class_="step__if")] == [
            "",
            "if nothing has come",
            "if there's still nothing",
            "if there's still nothing",
        ]
        assert page.one(class_="silence__text").text.startswith("If nothing comes: ")
        assert page.one(class_="plan__first").text.startswith("Has anything come? ")
        assert "heard nothing" not in page.one(class_="plan__steps").text

    def test_a_day_is_written_as_the_country_does(self) -> None:
        page = page_of(PLAN, situation=replace(SITUATION, country="GB"))
        assert page.one("h3", class_="plan__do").text.endswith("Thursday 11 February")
        assert page.one("li", data_step="email-1").one("time").text == "Thu 11 Feb"

    def test_a_moved_step_says_from_when_and_why(self) -> None:
        call = PAGE.one("li", data_step="call-1")
        assert call.one(class_="plan__moved").text == (
            "Moved from Monday, February 15. Monday 15 February is Presidents' Day."
        )

    def test_a_step_links_its_rules_and_their_sources_from_any_depth(self) -> None:
        deep = page_of(PLAN, situation=SITUATION, site_root="../../")
        rules = deep.one("li", data_step="email-1").one("details", class_="plan__rules")
        links = [link.attributes["href"] for link in rules.every("a")]
        assert [link for link in links if "/rules/" in link] == [
            "../../about/rules/#no-date-email",
            "../../about/rules/#closed-day",
        ]
        sources = [id_ for name in EMAIL.rules for id_ in rule(name).sources]
        assert [link for link in links if "/sources/" in link] == [
            f"../../about/sources/#{id_}" for id_ in sources
        ]

    def test_a_rule_is_given_in_its_own_words(self) -> None:
        links = PAGE.one("li", data_step="email-1").one("details", class_="plan__rules").every("a")
        assert next(links).text == rule("no-date-email").says

    def test_a_call_has_the_words_for_who_or_what_answers(self) -> None:
        call = PAGE.one("li", data_step="call-1")
        ways = [part.attributes["data-way"] for part in call.one(class_="words").every("section")]
        assert ways == ["phone", "voicemail", "gatekeeper"]

    def test_what_was_done_needs_no_words(self) -> None:
        assert not list(PAGE.one("li", data_step="thank-1").every(class_="words"))

    def test_a_message_that_was_left_is_no_call(self) -> None:
        left = replace(CALL, status="done", channel="voicemail")
        assert "Call (message left)" in page_of(Plan(steps=(left, STOP)), situation=SITUATION).text

    def test_words_stand_once(self) -> None:
        assert not list(ON_THE_DAY.one("li", data_step="email-1").every(class_="words"))

    def test_notices_follow(self) -> None:
        assert PAGE.one(class_="plan__notice").text == "We cannot know how they decide."

    def test_headings_start_below_the_page_s_own(self) -> None:
        for page in (PAGE, ON_THE_DAY):
            levels = [int(e.tag[1]) for e in page.every() if e.tag in {"h1", "h2", "h3", "h4"}]
            assert min(levels) == levels[0] == 3
            assert all(after - before <= 1 for before, after in pairwise(levels))


class TestTheWords:
    """They are changed where they stand, and copied as they then are."""

    def test_an_email_can_be_copied_without_its_notes(self) -> None:
        text = ON_THE_DAY.one(class_="plan__next").one(class_="words__text").attributes
        assert text["data-subject"] == "[job title] interview: next steps"
        assert text["data-copy"].startswith("Dear Ms Hill,\n\nThank you again")
        assert "I'll call you on Tuesday, February 16" in text["data-copy"]

    def test_all_words_can_be_changed_and_copied_and_each_button_says_which(self) -> None:
        parts = list(PAGE.every("section", class_="words__part"))
        buttons = [b for part in parts for b in part.every("button", data_copy_text="")]
        assert len({button.text for button in buttons}) == len(buttons) == len(parts)
        texts = [part.one(class_="words__text").attributes for part in parts]
        assert all(text["contenteditable"] == "plaintext-only" for text in texts)
        assert all({"aria-label", "data-edit", "data-copy"} <= text.keys() for text in texts)

    def test_what_is_said_to_nobody_or_to_others_opens_when_its_turn_comes(self) -> None:
        call = PAGE.one("li", data_step="call-1")
        parts = {part.attributes["data-way"]: part for part in call.every("section")}
        folded = {way for way, part in parts.items() if list(part.every("details"))}
        assert folded == {"voicemail", "gatekeeper"} < parts.keys()

    def test_notes_stand_outside_the_text_to_send(self) -> None:
        for part in PAGE.every("section", class_="words__part"):
            if part.attributes["data-way"] == "email":
                assert not list(part.one(class_="words__text").every(class_="words__note"))
        spoken = PAGE.one("li", data_step="call-1").every(class_="words__note")
        # What is said is read with the notes between, which nobody changes by mistake.
        assert {note.attributes["contenteditable"] for note in spoken} == {"false"}

    def test_a_name_that_is_not_given_shows_as_a_blank_that_is_counted(self) -> None:
        part = PAGE.one("li", data_step="email-1").one("section")
        blanks = list(part.every("span", class_="blank"))
        assert {(blank.text, blank.attributes["data-name"]) for blank in blanks} == {
            ("[your name]", "you"),
            ("[job title]", "role"),
        }
        assert part.one(class_="words__left").text == f"{len(blanks)} blanks left"

    def test_what_is_only_read_is_copied_where_it_is_written(self) -> None:
        page = page_of(PLAN, situation=SITUATION, read_only=True)
        (phone,) = page.one("li", data_step="call-1").every("section", data_way="phone")
        assert "data-copy" not in phone.one(class_="words__text").attributes
        assert not list(page.every("button"))
        assert page.one("li", data_if="not-decided").text == (
            "If they have not decided yet: Ask if you may call in a week."
        )

    def test_an_email_opens_with_its_subject_and_words_to_their_address(self) -> None:
        names = Names(their_email="hill@acme.example", role="a&b?=nurse")
        page = page_of(PLAN, situation=replace(SITUATION, names=names))
        link = next(page.every("a", class_="words__mail")).attributes["href"]
        assert urlsplit(link).path == "hill@acme.example"
        parts = parse_qs(urlsplit(link).query, strict_parsing=True)
        assert parts["subject"] == ["A&b?=nurse interview: next steps"]
        assert "\r\n\r\nThank you" in parts["body"][0]
        assert link.isascii()

    @pytest.mark.parametrize("address", ["", "x", "a@b?bcc=c@d", "a@b,c@d", "a@b\nBcc: c@d"])
    def test_what_is_no_address_opens_an_email_to_nobody(self, address: str) -> None:
        named = replace(SITUATION, names=Names(their_email=address))
        link = next(page_of(PLAN, situation=named).every("a", class_="words__mail"))
        assert link.attributes["href"].startswith("mailto:?subject=")

    def test_their_number_can_be_dialled_where_it_is_given(self) -> None:
        assert not list(PAGE.every("a", class_="words__call"))
        named = replace(SITUATION, names=Names(their_phone="555 0199"))
        link = page_of(PLAN, situation=named).one("a", class_="words__call")
        assert link.attributes["href"] == "tel:5550199"

    def test_what_was_typed_is_text_and_nothing_else(self) -> None:
        hostile = "\"><script>alert(1)</script><img src=x onerror='x'>&amp;{0}{you}"
        names = dict.fromkeys(("you", "interviewer", "role", "phone"), hostile)
        named = replace(DUE, names=Names(**names))
        step = replace(DUE_EMAIL, why=hostile, moved_from=EMAIL.on, moved_because=hostile)
        branch = Branch(answer="rejected", then=hostile)
        plan = replace(PLAN, steps=(step,), next=step, branches=(branch,), notices=(hostile,))
        page = page_of(plan, situation=named)
        assert not [e for e in page.every() if e.tag in {"script", "img"}]
        assert not [name for e in page.every() for name in e.attributes if name.startswith("on")]
        assert page.one(class_="plan__notice").text == hostile
        assert hostile in page.one(class_="plan__next").one(class_="words__text").text


class TestPlanAsText:
    """The same plan, in the same order, for a terminal or a printed page."""

    TEXT = plan_text(PLAN, situation=SITUATION)

    def test_it_is_the_text_that_we_have_read_and_liked(self) -> None:
        golden = Path(__file__).parent / "cases" / "plan.txt"
        assert f"{self.TEXT}\n" == golden.read_text(encoding="utf-8")

    def test_it_opens_with_the_next_step(self) -> None:
        assert self.TEXT.startswith(
            "Next: send an email, on Thursday, February 11 (in 3 days).\n\nWords to use"
        )

    @pytest.mark.parametrize(
        "line",
        [
            "1. Thursday, February 4 (done): send your thank-you note.",
            "3. Tuesday, February 16 (in 8 days): call.",
            "   Moved from Monday, February 15. Monday 15 February is Presidents' Day.",
            "   Rules: call-on-the-named-day",
            "- If they have not decided yet: Ask if you may call in a week.",
            "- We cannot know how they decide.",
            "    Dear Ms Hill,",
        ],
    )
    def test_it_says_each_thing_on_its_line(self, line: str) -> None:
        assert line in self.TEXT.splitlines()

    def test_a_plan_at_its_end_says_so(self) -> None:
        assert plan_text(Plan(steps=()), situation=SITUATION) == "Nothing more to do."


@pytest.mark.parametrize(
    ("status", "on", "until", "says"),
    [
        ("done", date(2027, 2, 4), None, "done"),
        ("due", date(2027, 2, 8), None, "today"),
        ("due", date(2027, 2, 8), date(2027, 2, 9), "today, or by Tuesday, February 9"),
        ("due", date(2027, 2, 8), date(2027, 2, 8), "today"),
        ("coming", date(2027, 2, 9), date(2027, 2, 10), "tomorrow, or by Wednesday, February 10"),
        ("late", date(2027, 2, 8), None, "today"),
        ("late", date(2027, 2, 9), None, "tomorrow"),
        ("coming", date(2027, 2, 9), None, "tomorrow"),
        ("coming", date(2027, 2, 18), None, "in 10 days"),
    ],
)
def test_how_near_a_step_is(status: Status, on: date, until: date | None, says: str) -> None:
    step = replace(EMAIL, status=status, on=on, until=until)
    assert when(step, Dates("US", date(2027, 2, 8))) == says


def told(*events: str) -> Element:
    """The plan of somebody to whom this has happened."""
    history = [{"on": "2027-02-08", "event": event} for event in events]
    request = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}, "history": history}
    return outline(answer_to(json.dumps(request))["html"])


@pytest.mark.parametrize("event", ["offered", "rejected"])
def test_who_has_told_the_end_is_not_asked_if_they_heard(event: str) -> None:
    def asks(*events: str) -> tuple[str, bool]:
        heard = told(*events).one("section", id="heard")
        return heard.one("h3").text, "Not yet" in [one.text for one in heard.every("summary")]

    assert asks("thanked") == ("Have you heard from them?", True)
    assert asks("thanked", event) == ("Anything new from them?", False)


def test_a_calendar_is_offered_where_days_lie_ahead_and_nobody_was_turned_down() -> None:
    def offers(*events: str) -> bool:
        return "Add these days to my calendar" in told(*events).text

    assert offers("thanked")
    assert not offers("thanked", "rejected")
    assert not offers("thanked", "stopped")


def test_who_is_late_is_told_what_is_done_on_the_next_good_day() -> None:
    request = {"today": "2027-03-20", "interview": {"on": "2027-02-04"}}  # a Saturday
    card = outline(answer_to(json.dumps(request))["html"]).one("div", class_="plan__next").text
    assert "Nothing to do until Monday, March 22" in card
    assert "Then send an email." in card
    assert "The day for this was Thursday, February 11. It isn't too late to ask." in card
    assert "It isn't too late to ask." in card
