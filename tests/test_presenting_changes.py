"""What an answer changed, three styles side by side, and the days for a calendar."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from html_outline import Element, outline

from calculator.browser import answer_to
from calculator.presenting.addresses import address, telephone

BASE: dict[str, Any] = {"today": "2027-02-08", "interview": {"on": "2027-02-04"}}
THANKED: dict[str, Any] = {"on": "2027-02-05", "event": "thanked"}
NAMES = {"you": "Ada Byron", "interviewer": "Ms Hill", "employer": "Acme", "role": "nurse"}


def changed(**facts: object) -> str:
    request = BASE | facts | {"before": BASE}
    return outline(answer_to(json.dumps(request))["changed_html"]).text


class TestOlderRules:
    """A plan that was last made by the rules of an earlier day says so."""

    def test_an_earlier_day_is_named(self) -> None:
        answer = answer_to(json.dumps({**BASE, "rules_version": "2025-01-31"}))
        said = outline(answer["changed_html"]).text
        assert "have changed since Friday, January 31, 2025" in said

    def test_what_moves_by_the_new_rules_is_shown(self) -> None:
        planned = {"email-1": "2027-02-11", "call-1": "2027-02-16", "close-1": "2027-03-02"}
        request = {**BASE, "rules_version": "2026-11-28", "planned": planned}
        said = outline(answer_to(json.dumps(request))["changed_html"]).text
        assert "The call moved from Tuesday, February 16 to Thursday, February 18." in said
        assert "The last note on Tuesday, March 2 is no longer in the plan." in said
        assert "The email" not in said

    def test_a_plan_remembers_its_days(self) -> None:
        answer = answer_to(json.dumps(BASE))
        assert answer["planned"]["email-1"] == "2027-02-11"
        same = {**BASE, "rules_version": "2026-11-28", "planned": answer["planned"]}
        assert "moved" not in outline(answer_to(json.dumps(same))["changed_html"]).text

    def test_the_rules_of_today_need_no_word(self) -> None:
        version = answer_to(json.dumps(BASE))["rules_version"]
        answer = answer_to(json.dumps({**BASE, "rules_version": version}))
        assert answer["changed_html"] == ""
        assert answer["problems"] == []


class TestWhatChanged:
    """Both plans are made, and the difference is said with its reason."""

    @pytest.mark.parametrize(
        ("facts", "says"),
        [
            ({}, "Done. This changes nothing in your plan."),
            (
                {"moved": {"email-1": "2027-02-15"}},
                "The email moved from Thursday, February 11 to Monday, February 15 because you",
            ),
            (
                {"said": {"text": "in two weeks", "on": "2027-02-04"}},
                "The email moved from Thursday, February 11 to Monday, February 22 because they",
            ),
            (
                {"promises": [{"what": "call", "on": "2027-02-10"}]},
                "Thursday, February 11 to Wednesday, February 17 because you'll have been in touch",
            ),
            # The email stays on its day, and is another one.
            (
                {"today": "2027-02-11", "history": [{"on": "2027-02-11", "event": "missed-call"}]},
                "Done. Your days stay as they are. The words for the email are different now.",
            ),
            (
                {"history": [{"on": "2027-02-08", "event": "on-hold", "channel": "email"}]},
                "Done. Next: email your reply by Wednesday, February 10.",
            ),
            ({"history": [THANKED]}, "Done. Next: send an email on Thursday, February 11."),
            (
                {"history": [{"on": "2027-02-08", "event": "stopped"}]},
                "Done. There's nothing more to do.",
            ),
        ],
    )
    def test_it_is_said_in_words(self, facts: dict[str, Any], says: str) -> None:
        assert says in changed(**facts)

    def test_what_moves_behind_an_unchanged_next_step_is_told_first(self) -> None:
        said = "We'll let you know by the end of next week. Feel free to call me on Wednesday."
        words = {"text": said, "on": "2027-02-04"}
        before = {**BASE, "said": words}
        for ignore, says in (
            (["leave_to_call"], "The call moved from Wednesday, February 10 to "),
            ([], "This changes nothing"),
        ):
            now = {**before, "said": {**words, "ignore": ignore}, "before": before}
            page = outline(answer_to(json.dumps(now))["changed_html"])
            assert page.one("p").text.startswith(f"Done. {says}")
        by_call = {**BASE, "policy": {"channel": "call"}, "before": BASE}
        page = outline(answer_to(json.dumps(by_call))["changed_html"])
        assert page.one("p").text.startswith("Done. The call moved from Thursday, ")

    def test_a_change_of_month_names_both(self) -> None:
        says = changed(policy={"channel": "call"}, closed=[["2027-02-11", "2027-02-28"]])
        assert "from Thursday, February 11 to Tuesday, March 2 because" in says

    def test_what_is_gone_and_what_is_new_is_listed_briefly(self) -> None:
        says = changed(route="agency")
        assert "No longer in the plan: your thank-you note on Monday, February 8; " in says
        assert "New in the plan: the contact with the recruiter on" in says
        assert len(says) < 500

    @pytest.mark.parametrize("before", [None, 3, [], "x", {}, {"interview": 3}, {"before": {}}])
    def test_without_a_plan_before_nothing_is_said(self, before: object) -> None:
        said = answer_to(json.dumps(BASE | {"before": before}))
        assert said["changed_html"] == ""
        assert said["problems"] == []


class TestStylesCompared:
    """Strict, gentle and persistent: the days and the number of contacts of each."""

    @staticmethod
    def styles(**facts: object) -> dict[str, Element]:
        page = outline(answer_to(json.dumps(BASE | facts))["compare_html"])
        return {li.attributes["data-style"]: li for li in page.every("li", class_="compare__style")}

    def test_each_has_its_days_and_how_often(self) -> None:
        counts = {id_: li.one(class_="compare__count").text for id_, li in self.styles().items()}
        assert counts == {
            "strict": "2 emails or calls",
            "gentle": "1 email or call",
            "persistent": "5 emails or calls",
        }
        days = [time.attributes["datetime"] for time in self.styles()["gentle"].every("time")]
        assert days == ["2027-02-11"]

    def test_the_own_one_is_named_and_the_others_can_be_taken(self) -> None:
        styles = self.styles(policy={"channel": "email", "persistence": "one"})
        assert "This is your plan now" in styles["gentle"].text
        patch = json.loads(styles["strict"].one("button").attributes["data-merge"])
        assert patch == {"policy": {"channel": "email-then-call", "persistence": "two"}}

    def test_a_style_that_is_the_same_as_another_is_left_out(self) -> None:
        assert set(self.styles(route="agency")) == {"strict", "gentle"}
        mine = {"channel": "call", "persistence": "weekly"}
        assert set(self.styles(route="agency", policy=mine)) == {"gentle", "persistent"}

    def test_nothing_is_compared_where_they_have_said_yes(self) -> None:
        yes = {"on": "2027-02-08", "event": "offered", "in_writing": False}
        assert not self.styles(history=[yes])

    def test_nothing_is_compared_once_it_makes_no_difference(self) -> None:
        assert not self.styles(history=[{"on": "2027-02-08", "event": "rejected"}])


class TestCalendar:
    """An entry for each step that is left, under an id that stays when the day moves."""

    @staticmethod
    def entries(**facts: object) -> list[dict[str, str]]:
        found: list[dict[str, str]] = answer_to(json.dumps(BASE | facts))["calendar"]
        return found

    def test_every_step_that_is_left_has_its_day_and_words(self) -> None:
        email = next(e for e in self.entries(names=NAMES) if e["uid"] == "email-1")
        assert email["on"] == "2027-02-11"
        assert email["title"] == "Acme: send an email if you have heard nothing"
        assert "Dear Ms Hill," in email["description"]
        assert "thank-1" not in [e["uid"] for e in self.entries(history=[THANKED])]

    def test_the_id_stays_when_the_day_moves(self) -> None:
        moved = {e["uid"]: e["on"] for e in self.entries(moved={"email-1": "2027-02-15"})}
        assert moved.keys() == {e["uid"] for e in self.entries()}
        assert moved["email-1"] == "2027-02-15"

    def test_links_that_leave_the_site_take_the_day_and_no_name(self) -> None:
        html = answer_to(json.dumps(BASE | {"history": [THANKED], "names": NAMES}))["html"]
        email = outline(html).one("li", data_step="email-1")
        links = [a for a in email.every("a") if "data-leaves" in a.attributes]
        assert [urlsplit(a.attributes["href"]).hostname for a in links] == [
            "calendar.google.com",
            "outlook.live.com",
        ]
        google = parse_qs(urlsplit(links[0].attributes["href"]).query)
        assert google["dates"] == ["20270211/20270212"]
        assert google["text"] == ["Send an email if you have heard nothing (job interview)"]
        for link in links:
            assert "leaves this site" in link.text
            assert link.attributes["rel"] == "noopener noreferrer"
            assert not any(name.split()[0] in link.attributes["href"] for name in NAMES.values())

    def test_a_plan_that_is_over_has_none(self) -> None:
        assert self.entries(history=[{"on": "2027-02-08", "event": "stopped"}]) == []


@pytest.mark.parametrize("text", ["a & b=c?#", "Zoë 🚀\r\nnext\nline", "\ud800 half a letter", "%"])
def test_what_goes_into_an_address_comes_out_again(text: str) -> None:
    url = address("mailto:", body=text)
    assert url.isascii()
    expected = "\r\n".join(text.splitlines()).encode(errors="replace").decode()
    assert parse_qs(urlsplit(url).query) == {"body": [expected]}


def test_a_number_is_dialled_without_what_is_no_digit() -> None:
    assert telephone(" +49 (30) 12-34;ext=<x>5") == "tel:+49301234"
    assert telephone("no number") == ""
