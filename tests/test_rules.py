"""The advice as data: it holds together, reads plainly, and the defaults agree with the types."""

import re
from copy import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from calculator.planning.advice import AdviceError, Amount, Rule
from calculator.planning.choices.questions import MEANS
from calculator.planning.plan import Action
from calculator.planning.rules import DATA, advice, amount_of, by_id, check, load, rule
from calculator.planning.telling.branches import ANSWERS_TO, DOES
from calculator.presenting.events_html import HAPPENED
from calculator.presenting.question_wording import QUESTIONS
from calculator.presenting.rules_moved_html import CALLED
from calculator.presenting.step_wording import IF
from calculator.situation import ANSWERS, Happening, Policy, Situation

RULES = list(advice().rules.values())
by_rule = pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)

IDIOMS = ("touch base", "reach out", "circle back", "ball is in", "ghost", "ping ", "loop in")


class TestEveryRule:
    """Every rule has a plain sentence, a reason or a source, and words that exist."""

    @by_rule
    def test_its_id_is_readable_words(self, one: Rule) -> None:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)

    @by_rule
    def test_its_sentences_end_and_have_no_blanks_left(self, one: Rule) -> None:
        assert one.says.endswith(".")
        assert "{" not in one.says
        assert one.why.endswith(".")

    @by_rule
    def test_it_reads_plainly(self, one: Rule) -> None:
        text = f"{one.says} {one.notice}".lower()
        assert [idiom for idiom in IDIOMS if idiom in text] == []
        assert max(len(sentence.split()) for sentence in re.split(r"[.:;]", one.says)) <= 32

    @by_rule
    def test_its_script_exists(self, one: Rule) -> None:
        assert one.script is None or (DATA / "scripts" / f"{one.script}.md").is_file()

    @by_rule
    def test_it_was_reviewed(self, one: Rule) -> None:
        assert date(2026, 1, 1) < one.reviewed

    @by_rule
    def test_its_precedence_is_one_of_seven(self, one: Rule) -> None:
        assert one.precedence in range(1, 8)


class TestDefaults:
    """The defaults of the types are the first options of the data."""

    def test_the_policy(self) -> None:
        choices = advice().choices
        assert choices["channel"].options[0].value == Policy().channel
        assert choices["persistence"].options[0].value == Policy().persistence

    def test_the_sector(self) -> None:
        situation = Situation(today=date(2027, 2, 4), interview_on=date(2027, 2, 4))
        assert advice().choices["sector"].options[0].value == situation.sector

    def test_the_caps(self) -> None:
        amounts = [option.amount for option in advice().choices["persistence"].options]
        assert amounts == [Amount(2, "contacts"), Amount(1, "contacts"), Amount(5, "contacts")]


class TestLoading:
    """Loading checks every id, source and number, and fails loudly."""

    def test_a_number_that_a_rule_does_not_have(self) -> None:
        with pytest.raises(AdviceError, match="no amount 'patience'"):
            rule("no-date-email").amount("patience")

    def test_a_rule_that_does_not_exist(self) -> None:
        with pytest.raises(AdviceError, match="no such rule: 'call-at-night'"):
            rule("call-at-night")

    def test_an_option_that_does_not_exist(self) -> None:
        with pytest.raises(AdviceError, match="no option 'daily'"):
            advice().choices["persistence"].option("daily")

    def test_an_unknown_source(self) -> None:
        broken = replace(rule("stop"), sources=("nobody-2020",))
        with pytest.raises(AdviceError, match="stop names 'nobody-2020', which does not exist"):
            check(replace(advice(), rules={"stop": broken}))

    def test_a_rule_without_source_or_reason(self) -> None:
        broken = replace(rule("stop"), sources=())
        with pytest.raises(AdviceError, match="neither a source nor a reason"):
            check(replace(advice(), rules={"stop": broken}))

    def test_two_entries_with_one_id(self) -> None:
        with pytest.raises(AdviceError, match="two entries have the id 'stop'"):
            by_id([rule("stop"), rule("stop")])

    @pytest.mark.parametrize(
        "numbers", [{"count": 0, "unit": "days"}, {"count": 1, "unit": "moons"}]
    )
    def test_an_odd_number(self, numbers: dict[str, int | str]) -> None:
        with pytest.raises(AdviceError, match="no such amount"):
            amount_of(numbers)

    def test_a_blank_that_no_number_fills(self, tmp_path: Path) -> None:
        for name in ("rules.toml", "policies.toml", "sources.toml"):
            text = (DATA / name).read_text(encoding="utf-8")
            (tmp_path / name).write_text(text.replace("write {wait} after", "write {weight} after"))
        with pytest.raises(KeyError, match="weight"):
            load(tmp_path)

    def test_a_number_of_a_rule_that_does_not_exist(self, tmp_path: Path) -> None:
        for name in ("rules.toml", "policies.toml", "sources.toml"):
            text = (DATA / name).read_text(encoding="utf-8")
            (tmp_path / name).write_text(text.replace("{slow-season[", "{slow-summer["))
        with pytest.raises(KeyError, match="slow-summer"):
            load(tmp_path)

    def test_a_sentence_elsewhere_has_a_rules_number_in_words(self) -> None:
        yes = advice().choices["slow-season"].option("yes")
        assert str(rule("slow-season").amount("wait")) in yes.says
        what_we_took = advice().differences["how-long-after-their-day"].default
        assert what_we_took.startswith(str(rule("stated-date-passed").amount("wait")).capitalize())


def test_where_experts_differ_both_sides_have_names() -> None:
    for difference in advice().differences.values():
        assert len(difference.sides) >= 2, difference.id
        assert all(side.sources for side in difference.sides), difference.id


def test_no_two_sources_say_the_same() -> None:
    claims = [source.claims for source in advice().sources.values()]
    assert sorted(set(claims)) == sorted(claims)


def test_every_action_and_every_event_has_its_words() -> None:
    actions = set(get_args(Action.__value__))
    events = set(get_args(Happening.__value__))
    assert set(DOES) == actions
    assert set(CALLED) == actions
    assert set(ANSWERS_TO) == actions
    assert set(IF) == events
    assert set(HAPPENED) == events
    assert events > ANSWERS
    assert set(MEANS) | {"country", "region"} >= set(QUESTIONS)
