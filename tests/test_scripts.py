"""The scripts: each keeps to the notation, fills cleanly, and speaks plainly and politely."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from calculator.planning.plan import Action, Step, Words
from calculator.planning.rules import advice
from calculator.presenting import scripts
from calculator.presenting.script_text import copied, line_text, script_text
from calculator.presenting.scripts import BLANK, BLANKS, CLAIMS, DATA, OPTIONAL, WAYS, Blank, Script
from calculator.situation import Channel, Event, Names, Situation

FILES = sorted([*(DATA / "scripts").glob("*.md"), *(DATA / "frames").glob("*.md")])
ALL = pytest.mark.parametrize("name", scripts.names())

# What begs, presses, or says something else than it means.
NEVER_SAID = (
    "!",
    "apolog",
    "as soon as possible",
    "asap",
    "at your earliest convenience",
    "bother",
    "check in",
    "checking in",
    "circle back",
    "desperate",
    "dream job",
    "fingers crossed",
    "have not heard back",
    "immediately",
    "just",
    "keen",
    "keep me posted",
    "passionate",
    "perfect fit",
    "ping",
    "quick question",
    "reach out",
    "reaching out",
    "sorry",
    "still waiting",
    "thrilled",
    "touch base",
    "urgent",
)

SITUATION = Situation(
    today=date(2027, 2, 4),
    interview_on=date(2027, 2, 4),
    names=Names(you="Ada Byron", interviewer="Ms Hill", role="nurse", phone="555 0100"),
)
A_DAY = date(2027, 2, 16)
ALL_DAYS = {name: A_DAY for name in BLANKS if "day" in name or name in {"deadline", "answer_wish"}}


def step(
    script: str,
    *,
    channel: Channel | None = None,
    action: Action = "email",
    days: Mapping[str, date] = MappingProxyType({}),
    claims: frozenset[str] = frozenset(),
) -> Step:
    return Step(
        id="a-step",
        action=action,
        on=A_DAY,
        status="coming",
        rules=("no-date-email",),
        why="They named no time.",
        channel=channel,
        words=Words(script=script, days=days, claims=claims),
    )


def said(filled: Script | None) -> str:
    assert filled is not None
    return script_text(filled)


def all_text(name: str) -> str:
    return script_text(scripts.unfilled(name))


def every_way_of_filling(name: str) -> Iterator[str]:
    """Yield the script with nothing known, with everything known, and with each single claim."""
    yield all_text(name)
    for claims in (frozenset(CLAIMS), *(frozenset({claim}) for claim in CLAIMS)):
        for days in ({}, ALL_DAYS):
            yield said(scripts.filled(step(name, days=days, claims=claims), situation=SITUATION))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
class TestNotation:
    """``scripts.py`` says how a file is written; every file keeps to it."""

    def test_it_has_a_title_and_a_text_for_known_ways(self, file: Path) -> None:
        template = scripts.parsed(file.read_text(encoding="utf-8"))
        assert template.title
        assert template.sections
        assert template.sections.keys() <= WAYS.keys()

    def test_every_blank_is_known(self, file: Path) -> None:
        assert set(BLANK.findall(file.read_text(encoding="utf-8"))) <= BLANKS.keys()

    def test_every_condition_is_a_claim_a_blank_or_a_way(self, file: Path) -> None:
        found = OPTIONAL.finditer(file.read_text(encoding="utf-8"))
        conditions = {
            one for sentence in found for one in re.split(" or | and ", sentence["condition"])
        }
        assert conditions <= CLAIMS.keys() | BLANKS.keys() | WAYS.keys()

    def test_nothing_in_brackets_is_left_over(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"[\[\]{}]", BLANK.sub("", OPTIONAL.sub(r"\g<words>", text)))

    def test_a_note_is_a_paragraph_of_its_own(self, file: Path) -> None:
        blocks = re.split(r"\n{2,}|^## .*$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        lines = [[line.startswith("> ") for line in block.strip().splitlines()] for block in blocks]
        assert all(len(set(notes)) <= 1 for notes in lines)


@ALL
class TestEachScript:
    """No script shows a brace, a gap in the text, or words that beg or press."""

    def test_a_blank_shows_as_a_blank(self, name: str) -> None:
        for text in every_way_of_filling(name):
            assert not re.search(r"[{}]|\[[a-z-]+: | {2}| [.,?]|\n\n\n|\.\.\.", text), text

    def test_it_neither_begs_nor_presses(self, name: str) -> None:
        for text in every_way_of_filling(name):
            words = re.sub(r"\s+", " ", text).lower()
            found = [never for never in NEVER_SAID if re.search(rf"(?<!\w){never}", words)]
            assert found == []

    def test_what_is_written_or_said_is_short(self, name: str) -> None:
        for part in scripts.unfilled(name).parts:
            assert len(copied(part).split()) <= 100

    def test_an_email_has_a_subject_and_nothing_else_has(self, name: str) -> None:
        for part in scripts.unfilled(name).parts:
            assert (part.subject is not None) == (part.way == "email")

    def test_some_rule_sends_it(self, name: str) -> None:
        sent = {rule.script for rule in advice().rules.values()}
        # Chosen by the planner where a recruiter carries the message.
        assert name in sent | {"offer-tell-first-choice-recruiter"}

    def test_a_voicemail_offers_email_only_once(self, name: str) -> None:
        parts = (part for part in scripts.unfilled(name).parts if part.way == "voicemail")
        for part in parts:
            assert copied(part).count("email") <= 1


def test_a_condition_can_mean_only_one_thing() -> None:
    names = [*BLANKS, *CLAIMS, *WAYS]
    assert len(names) == len(set(names))


def test_every_script_that_a_rule_names_exists() -> None:
    named = {rule.script for rule in advice().rules.values() if rule.script}
    assert named <= set(scripts.names())


class TestFilling:
    """Blanks are filled from the names and the days of the step; sentences stand where true."""

    def test_an_email_is_filled_and_signed(self) -> None:
        words = step("no-date", channel="email", days={"call_day": A_DAY})
        filled = scripts.filled(words, situation=SITUATION)
        assert filled is not None
        (email,) = filled.parts
        assert line_text(email.subject or ()) == "nurse: next step"
        assert copied(email) == (
            "Dear Ms Hill,\n\n"
            "Thank you for talking to me about the nurse post on Thursday 4 February. "
            "I am still very interested. Could you tell me where you are with the decision?\n\n"
            "I will call on Tuesday 16 February in case that is easier. "
            "If you would rather I did not, a line by email is fine.\n\n"
            "Kind regards,\nAda Byron\n555 0100"
        )

    def test_a_guide_shows_the_usual_case(self) -> None:
        email, phone, *_ = scripts.unfilled("no-date").parts
        assert "I will call on [the day you will call]" in copied(email)
        assert "I will call on" not in copied(phone)
        assert "We agreed on" not in all_text("agreed-call")

    def test_without_a_call_to_follow_no_call_is_named(self) -> None:
        assert "call" not in said(
            scripts.filled(step("stated-date-passed", channel="email"), situation=SITUATION)
        )

    def test_a_call_gets_the_words_for_all_that_may_happen(self) -> None:
        filled = scripts.filled(step("no-date", channel="call"), situation=SITUATION)
        assert filled is not None
        assert [part.way for part in filled.parts] == ["phone", "voicemail", "gatekeeper"]

    @pytest.mark.parametrize("script", ["no-date", "stated-date-passed", "stated-span-passed"])
    def test_i_said_i_would_call_is_claimed_only_where_it_is_so(self, script: str) -> None:
        silent, claimed = (
            said(scripts.filled(step(script, channel="call", claims=claims), situation=SITUATION))
            for claims in (frozenset[str](), frozenset({"said-i-would-call"}))
        )
        assert "I said that I would call" in claimed
        assert "I said that I would call" not in silent

    def test_a_gatekeeper_hears_of_an_agreement_only_where_there_is_one(self) -> None:
        agreed = step("agreed-call", channel="call", claims=frozenset({"expecting-a-call"}))
        not_agreed = step("no-date", channel="call")
        assert "We agreed that I would call today" in said(
            scripts.filled(agreed, situation=SITUATION)
        )
        assert "agreed" not in said(scripts.filled(not_agreed, situation=SITUATION))

    def test_an_agreed_day_that_was_closed_is_named(self) -> None:
        moved = step(
            "agreed-call",
            channel="call",
            days={"agreed_day": date(2027, 2, 15)},
            claims=frozenset({"another-day", "day-was-closed"}),
        )
        text = said(scripts.filled(moved, situation=SITUATION))
        assert "We agreed on Monday 15 February. As that was not a working day" in text
        assert "I would call you today" not in text

    def test_they_asked_for_no_calls_so_the_reply_asks_to_write(self) -> None:
        days = {"next_weekday": A_DAY}
        no_calls = step("not-decided", channel="email", days=days, claims=frozenset({"no-calls"}))
        text = said(scripts.filled(no_calls, situation=SITUATION))
        assert "if I wrote to you in a week, on Tuesday 16 February?" in text
        assert "if I called" not in text

    def test_what_goes_to_the_recruiter_greets_the_recruiter(self) -> None:
        to_recruiter = step("not-decided", channel="email", action="recruiter")
        assert "Dear [the recruiter's name]," in said(
            scripts.filled(to_recruiter, situation=SITUATION)
        )

    def test_a_later_interview_is_the_one_that_is_named(self) -> None:
        later = Event(on=date(2027, 2, 9), event="interview")
        situation = Situation(
            today=A_DAY, interview_on=date(2027, 2, 4), history=(later,), names=SITUATION.names
        )
        text = said(scripts.filled(step("thank-you", channel="email"), situation=situation))
        assert "Tuesday 9 February" in text
        assert "Thursday 4 February" not in text

    def test_a_channel_that_the_script_lacks_gets_all_its_ways(self) -> None:
        filled = scripts.filled(step("closing-note", channel="in-person"), situation=SITUATION)
        assert filled is not None
        assert [part.way for part in filled.parts] == ["email", "message"]

    def test_a_note_is_not_copied(self) -> None:
        (email,) = scripts.unfilled("ontario-reminder").parts
        assert "Send this only if" not in copied(email)
        assert "Send this only if" in all_text("ontario-reminder")

    def test_words_in_braces_that_a_person_typed_stay_as_they_are(self) -> None:
        odd = Situation(
            today=A_DAY, interview_on=A_DAY, names=Names(you="{role} [email: x]\n\n> B")
        )
        text = said(scripts.filled(step("no-date", channel="email"), situation=odd))
        assert "{role} [email: x] > B" in text

    def test_a_step_without_words_has_none(self) -> None:
        no_words = Step(
            id="s", action="stop", on=A_DAY, status="coming", rules=("r",), why="Enough."
        )
        assert scripts.filled(no_words, situation=SITUATION) is None

    def test_a_blank_knows_what_it_stands_for(self) -> None:
        (email, *_) = scripts.unfilled("no-date").parts
        assert email.subject == (Blank("job title"), ": next step")
