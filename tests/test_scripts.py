"""The scripts: each keeps to the notation, fills cleanly, asks for what is awaited, is polite."""

import re
from collections.abc import Iterator, Mapping
from copy import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from calculator.asking.facts import promise_of
from calculator.days import Window
from calculator.planning.plan import Action, Step, Words
from calculator.planning.planner import plan
from calculator.planning.rules import advice
from calculator.presenting import script_files, scripts
from calculator.presenting.said_back import DATA
from calculator.presenting.script_names import BLANKS, CLAIMS, CLAUSES, WAYS
from calculator.presenting.script_parts import Blank, Part, Script
from calculator.presenting.script_text import copied, line_text, script_text
from calculator.presenting.scripts import BLANK, OPTIONAL
from calculator.situation import Awaited, Channel, Event, How, Names, Said, Situation

FILES = sorted([*(DATA / "scripts").glob("*.md"), *(DATA / "frames").glob("*.md")])
ALL = pytest.mark.parametrize("name", script_files.names())

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

NAMES = Names(you="Ada Byron", interviewer="Ms. Hill", role="nurse", phone="212 555 0100")
SITUATION = Situation(today=date(2027, 2, 4), interview_on=date(2027, 2, 4), names=NAMES)
# What is said where a day was agreed on, and it is not today.
NOT_TODAY = {"no-day-named", "day-was-closed", "day-has-passed"}
# Chosen by the planner where a recruiter carries the message, or by how often they were asked.
CHOSEN = {
    "offer-no-day",
    "offer-tell-first-choice-recruiter",
    "offer-choose-recruiter",
    "offer-withdraw-recruiter",
    "internal-second-contact",
    "third-contact",
    "fourth-contact",
    "fifth-contact",
    "sixth-contact",
}
# No step sends these: they are for whoever looks for them.
FOR_READING = {"withdraw"}
A_DAY = date(2027, 2, 16)
FOR_AN_ANSWER = {"deadline", "answer_wish"}
ALL_DAYS = {name: A_DAY for name in BLANKS if "day" in name or name in FOR_AN_ANSWER}
CHANNELS: tuple[Channel, ...] = ("email", "call")
EACH_CLAIM = [
    frozenset({claim, "another-day"} if claim in NOT_TODAY else {claim})
    for claim in CLAIMS
    if not claim.startswith("awaits-")
]
AWAITED: tuple[Awaited, ...] = ("decision", "next-round", "offer", "word")

# What was said and done before, so that every clause is known in one of them.
TOLD = Said(on=date(2027, 2, 4), window=Window(None, date(2027, 2, 12)), words="early next week")
HISTORIES = (
    SITUATION,
    replace(SITUATION, said=TOLD, how="video"),
    replace(SITUATION, said=replace(TOLD, words="two to three weeks"), how="phone"),
    replace(
        SITUATION,
        history=(
            Event(on=date(2027, 2, 9), event="contacted", channel="email"),
            Event(
                on=date(2027, 2, 10),
                event="acknowledged",
                channel="email",
                words="Thanks, we'll look into it",
                said=replace(TOLD, on=date(2027, 2, 10), words="once we're back"),
            ),
        ),
    ),
    replace(SITUATION, history=(Event(on=date(2027, 2, 9), event="no-answer", channel="call"),)),
)

# What a message that asks for one awaited thing says, and one that asks for another does not.
ASKS: dict[Awaited, str] = {
    "decision": r"decide|decision|any news\?|let me know by .* where things stand|next step",
    "next-round": r"next round|next interview|come back",
    "offer": r"written offer|need from me|tell me who else",
    "word": r"news|find out|found out|tell me|get back to me",
}


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


def every_way_of_filling(name: str) -> Iterator[Script]:
    """Yield the script open, and filled for each history, each awaited thing and each claim."""
    yield from (scripts.unfilled(name, awaited=awaited) for awaited in AWAITED)
    lives = [replace(each, awaiting=awaited) for each in HISTORIES for awaited in AWAITED]
    cases = [(each, frozenset[str]()) for each in lives]
    cases += [(SITUATION, claims) for claims in EACH_CLAIM]
    for situation, claims in cases:
        for channel in CHANNELS:
            is_due = claims & {"due-today", "was-due"}
            days = {name: A_DAY for name in ALL_DAYS if not (is_due and name in FOR_AN_ANSWER)}
            words = step(name, channel=channel, days=days, claims=claims)
            filled = scripts.filled(words, situation=situation)
            assert filled is not None
            yield filled


def spoken_words(part: Part) -> int:
    """Return how many words a person says: each digit of a phone number is one, a name is two."""
    said = re.sub(r"\[your phone number\]|212 555 0100", "one " * 10, copied(part))
    return len(re.sub(r"\[[^]]*\]", "two words", said).split())


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
class TestNotation:
    """``scripts.py`` says how a file is written; every file keeps to it."""

    def test_it_has_a_title_and_a_text_for_known_ways(self, file: Path) -> None:
        template = script_files.parsed(file.read_text(encoding="utf-8"))
        assert template.title
        assert bool(template.sections) != bool(template.letters)
        assert template.sections.keys() <= WAYS.keys()
        assert set(template.letters) <= set(script_files.names())

    def test_every_blank_is_known(self, file: Path) -> None:
        clauses = {*CLAUSES, *(name[:1].upper() + name[1:] for name in CLAUSES)}
        assert set(BLANK.findall(file.read_text(encoding="utf-8"))) <= BLANKS.keys() | clauses

    def test_every_condition_is_a_claim_a_blank_or_a_way(self, file: Path) -> None:
        found = OPTIONAL.finditer(file.read_text(encoding="utf-8"))
        conditions = {
            one.removeprefix("not ")
            for sentence in found
            for one in re.split(" or | and ", sentence["condition"])
        }
        assert conditions <= CLAIMS.keys() | BLANKS.keys() | CLAUSES.keys() | WAYS.keys()

    def test_nothing_in_brackets_is_left_over(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"[\[\]{}]", BLANK.sub("", OPTIONAL.sub(r"\g<words>", text)))

    def test_a_note_is_a_paragraph_of_its_own(self, file: Path) -> None:
        blocks = re.split(r"\n{2,}|^## .*$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        lines = [[line.startswith("> ") for line in block.strip().splitlines()] for block in blocks]
        assert all(len(set(notes)) <= 1 for notes in lines)


# What is written, and what nobody says on the phone.
LETTERLY = re.compile(
    r"getting in touch|I'm (writing|sending)|confidence in me|withdrawing my application"
    r"|let me know, whichever|stage the selection|A short answer|This email|As promised|my message"
)


@ALL
class TestEachScript:
    """No script shows a brace, a gap in the text, or words that beg or press."""

    def test_whatever_is_known_it_reads_cleanly_politely_and_briefly(self, name: str) -> None:
        for filled in every_way_of_filling(name):
            text = script_text(filled)
            assert not re.search(r"[{}]|\[[a-z-]+: | {2}| [.,?]|\n\n\n|\.\.\.|\.\.", text), text
            words = re.sub(r"\s+", " ", text).lower()
            found = {never for never in NEVER_SAID if re.search(rf"(?<!\w){never}", words)}
            # Whoever broke a promise says so once.
            assert found <= ({"sorry"} if name == "kept-promise" else set())
            for part in filled.parts:
                if part.way == "voicemail":
                    assert spoken_words(part) <= 70, copied(part)

    @pytest.mark.parametrize("awaited", AWAITED)
    def test_it_asks_for_what_is_awaited_and_for_nothing_else(
        self, name: str, awaited: Awaited
    ) -> None:
        template = script_files.script(name)
        asks = any("awaits-" in section for section in template.sections.values())
        if not asks or name == "kept-promise":  # a thing that was promised asks for nothing
            return
        for part in scripts.unfilled(name, awaited=awaited).parts:
            if part.way in {"gatekeeper", "in-call"}:
                continue
            text = copied(part)
            assert re.search(ASKS[awaited], text), (part.way, text)
            assert re.search(r"\?|could you (let|tell)", text), (part.way, text)
            if awaited != "offer" and template.awaits != "offer":
                assert "written offer" not in text
            if awaited != "next-round" and template.awaits != "next-round":
                assert "next round" not in text

    def test_what_is_said_aloud_is_no_letter_read_out(self, name: str) -> None:
        for part in scripts.unfilled(name).parts:
            if part.way in {"phone", "voicemail", "in-person"}:
                assert not LETTERLY.search(copied(part)), copied(part)

    def test_what_is_written_or_said_is_short(self, name: str) -> None:
        for part in scripts.unfilled(name).parts:
            assert len(copied(part).split()) <= 100

    def test_an_email_has_a_subject_and_nothing_else_has(self, name: str) -> None:
        for part in scripts.unfilled(name).parts:
            assert (part.subject is not None) == (part.way == "email")

    def test_some_rule_sends_it(self, name: str) -> None:
        sent = {rule.script for rule in advice().rules.values() if rule.script}
        inside = {letter for each in sent for letter in script_files.script(each).letters}
        assert name in sent | inside | CHOSEN | FOR_READING

    def test_a_voicemail_offers_email_only_once(self, name: str) -> None:
        parts = (part for part in scripts.unfilled(name).parts if part.way == "voicemail")
        for part in parts:
            assert copied(part).count("email") <= 1


def test_a_condition_can_mean_only_one_thing() -> None:
    names = [*BLANKS, *CLAIMS, *CLAUSES, *WAYS]
    assert len(names) == len(set(names))


def test_every_script_that_a_rule_names_exists() -> None:
    named = {rule.script for rule in advice().rules.values() if rule.script}
    assert named <= set(script_files.names())


class TestFilling:
    """Blanks are filled from the names and the days of the step; sentences stand where true."""

    def test_an_email_is_filled_and_signed(self) -> None:
        words = step("no-date", channel="email", days={"call_day": A_DAY})
        filled = scripts.filled(words, situation=SITUATION)
        assert filled is not None
        (email,) = filled.parts
        assert line_text(email.subject or ()) == "Nurse interview: next steps"
        assert copied(email) == (
            "Dear Ms. Hill,\n\n"
            "Thank you again for talking with me about the nurse role on Thursday, February 4. "
            "I'm still very interested. Do you have a sense of the timeline for a decision?\n\n"
            "I'll call you on Tuesday, February 16, in case that's easier. "
            "If you'd rather reply by email, that's fine too.\n\n"
            "Best regards,\nAda Byron\n212 555 0100"
        )

    @pytest.mark.parametrize(
        ("country", "day"),
        [
            ("US", "Thursday, February 4"),
            ("CA", "Thursday, February 4"),
            ("GB", "Thursday 4 February"),
        ],
    )
    def test_days_are_written_as_in_the_country(self, country: str, day: str) -> None:
        there = replace(SITUATION, country=country)
        assert day in said(scripts.filled(step("no-date", channel="email"), situation=there))

    def test_a_guide_shows_the_usual_case(self) -> None:
        email, _, phone, *_ = scripts.unfilled("no-date").parts
        assert "I'll call you on [the day you'll call]" in copied(email)
        assert "call you on" not in copied(phone)
        assert "We'd agreed on" not in all_text("agreed-call")

    def test_a_guide_can_show_what_asks_for_another_thing(self) -> None:
        assert "next round" in script_text(scripts.unfilled("no-date", awaited="next-round"))

    def test_without_a_call_to_follow_no_call_is_named(self) -> None:
        assert "call" not in said(
            scripts.filled(step("stated-date-passed", channel="email"), situation=SITUATION)
        )

    def test_a_call_gets_the_words_for_all_that_may_happen(self) -> None:
        filled = scripts.filled(step("no-date", channel="call"), situation=SITUATION)
        assert filled is not None
        assert [part.way for part in filled.parts] == ["phone", "voicemail", "gatekeeper"]

    @pytest.mark.parametrize("script", ["no-date", "stated-date-passed", "second-contact"])
    def test_i_said_i_would_call_is_claimed_only_where_it_is_so(self, script: str) -> None:
        silent, claimed = (
            said(scripts.filled(step(script, channel="call", claims=claims), situation=SITUATION))
            for claims in (frozenset[str](), frozenset({"said-i-would-call"}))
        )
        assert "I said I'd call" in claimed
        assert "I said I'd call" not in silent

    def test_nothing_is_said_at_an_address_where_nobody_else_answers(self) -> None:
        public = SITUATION._replace(sector="public", names=Names())
        asking = step("no-date", channel="call")._replace(if_nothing=True)
        filled = scripts.filled(asking, situation=public)
        assert filled is not None
        assert [part.way for part in filled.parts] == ["phone", "voicemail"]

    def test_a_gatekeeper_hears_of_an_agreement_only_where_there_is_one(self) -> None:
        agreed = step("agreed-call", channel="call", claims=frozenset({"expecting-a-call"}))
        not_agreed = step("no-date", channel="call")
        assert "We agreed that I'd call today" in said(scripts.filled(agreed, situation=SITUATION))
        assert "agreed" not in said(scripts.filled(not_agreed, situation=SITUATION))

    def test_an_agreed_day_that_was_closed_is_named(self) -> None:
        moved = step(
            "agreed-call",
            channel="call",
            days={"agreed_day": date(2027, 2, 15)},
            claims=frozenset({"another-day", "day-was-closed"}),
        )
        text = said(scripts.filled(moved, situation=SITUATION))
        assert "We'd agreed on Monday, February 15, but that wasn't a working day, so" in text
        assert "I'd call you today" not in text

    def test_they_asked_for_no_calls_so_the_reply_asks_to_write(self) -> None:
        days = {"next_weekday": A_DAY}
        no_calls = step("not-decided", channel="email", days=days, claims=frozenset({"no-calls"}))
        text = said(scripts.filled(no_calls, situation=SITUATION))
        assert "if I wrote to you in a week, on Tuesday, February 16?" in text
        assert "if I called" not in text

    def test_what_goes_to_the_recruiter_greets_the_recruiter(self) -> None:
        to_recruiter = step("not-decided", channel="email", action="recruiter")
        assert "Hi [the recruiter's name]," in said(
            scripts.filled(to_recruiter, situation=SITUATION)
        )

    def test_a_recruiter_is_told_what_they_said_not_what_you_said(self) -> None:
        there = replace(SITUATION, said=TOLD, route="agency")
        words = step("recruiter-late", channel="email", action="recruiter")
        assert "I was told I might hear early the following week" in said(
            scripts.filled(words, situation=there)
        )

    @pytest.mark.parametrize(
        ("words", "sent_on", "noted"),
        [
            ("by the end of next week", date(2027, 2, 5), "by the end of next week"),
            ("by the end of next week", date(2027, 2, 8), "by the end of this week"),
            ("next month", date(2027, 2, 5), "next month"),
        ],
    )
    def test_a_reply_in_the_week_after_says_this_week(
        self, words: str, sent_on: date, noted: str
    ) -> None:
        their_time = replace(TOLD, words=words)
        wrote = Event(on=their_time.on, event="not-decided", channel="email", said=their_time)
        there = replace(SITUATION, today=sent_on, history=(wrote,))
        reply = step("new-date-reply", channel="email")._replace(on=sent_on)
        text = said(scripts.filled(reply, situation=there))
        assert f"I'll look forward to hearing from you {noted}." in text

    def test_a_time_that_is_over_is_not_looked_forward_to(self) -> None:
        wrote = Event(on=TOLD.on, event="not-decided", channel="email", said=TOLD)
        there = replace(SITUATION, today=date(2027, 2, 15), history=(wrote,))
        text = said(scripts.filled(step("new-date-reply", channel="email"), situation=there))
        assert "early next week" not in text

    def test_a_later_interview_is_the_one_that_is_named(self) -> None:
        later = Event(on=date(2027, 2, 9), event="interview")
        situation = replace(SITUATION, today=A_DAY, history=(later,))
        text = said(scripts.filled(step("thank-you", channel="email"), situation=situation))
        assert "Tuesday, February 9" in text
        assert "Thursday, February 4" not in text

    def test_what_they_said_before_a_later_interview_is_not_said_back(self) -> None:
        later = Event(on=date(2027, 2, 9), event="interview")
        situation = replace(SITUATION, said=TOLD, history=(later,))
        text = said(scripts.filled(step("stated-date-passed"), situation=situation))
        assert "early next week" not in text

    def test_a_channel_that_the_script_lacks_gets_all_its_ways(self) -> None:
        filled = scripts.filled(step("closing-note", channel="in-person"), situation=SITUATION)
        assert filled is not None
        assert [part.way for part in filled.parts] == ["email", "message"]

    def test_a_note_is_not_copied_and_stands_after_what_is(self) -> None:
        (email,) = scripts.unfilled("thank-you-panel").parts
        assert "Send one to each person" not in copied(email)
        assert [paragraph.is_note for paragraph in email.paragraphs][-1]

    def test_a_decision_has_a_letter_for_each_answer(self) -> None:
        filled = scripts.filled(step("offer-decide", action="decide"), situation=SITUATION)
        assert filled is not None
        assert [part.heading for part in filled.parts] == [
            "To ask about the terms: email",
            "To accept: email",
            "To ask for more time: email",
            "To decline: email",
        ]

    def test_words_in_braces_that_a_person_typed_stay_as_they_are(self) -> None:
        odd = replace(SITUATION, names=Names(you="{role} [email: x]\n\n> B"))
        text = said(scripts.filled(step("no-date", channel="email"), situation=odd))
        assert "{role} [email: x] > B" in text

    def test_a_step_without_words_has_none(self) -> None:
        no_words = Step(
            id="s", action="stop", on=A_DAY, status="coming", rules=("r",), why="Enough."
        )
        assert scripts.filled(no_words, situation=SITUATION) is None

    def test_a_blank_knows_what_it_stands_for(self) -> None:
        (email, *_) = scripts.unfilled("no-date").parts
        assert email.subject == (Blank("job title"), " interview: next steps")


class TestWhatWentBefore:
    """The last exchange is mentioned as it was, and their time is said back in their own words."""

    @staticmethod
    def email(name: str, situation: Situation, *, steps: tuple[Step, ...] = ()) -> str:
        words = step(name, channel="email")
        return said(scripts.filled(words, situation=situation, steps=(*steps, words)))

    @pytest.mark.parametrize(
        ("words", "back"),
        [
            ("by Friday, March 12", "you said I might hear by Friday, March 12."),
            ("Early next week", "you said I might hear early the following week."),
            ("by this Friday", "you said I might hear by that Friday."),
            ("by Tuesday", "you said I might hear by the following Tuesday."),
            (
                "by the end of next month",
                "you said I might hear by the end of next month.",
            ),
            (
                "in the next week or two",
                "you said I might hear in the next week or two.",
            ),
            ("by Tuesday the 9th", "you said I might hear by Tuesday the 9th."),
            ("two to three weeks", "you said it might take two to three weeks."),
            ("tomorrow", "you said I might hear the next day."),
            (
                "when I'm back from leave",
                "the timing you gave me was “when I'm back from leave”.",
            ),
        ],
    )
    def test_their_time_is_said_back(self, words: str, back: str) -> None:
        situation = replace(SITUATION, said=replace(TOLD, words=words))
        text = self.email("stated-date-passed", situation)
        assert f"When we spoke on Thursday, February 4, {back}" in text

    def test_we_met_only_where_they_did(self) -> None:
        ways: dict[How | None, bool] = {
            "in-person": True,
            "video": True,
            "phone": False,
            None: False,
        }
        for how, is_met in ways.items():
            text = self.email("stated-date-passed", replace(HISTORIES[1], how=how))
            assert ("When we met" in text) == is_met

    def test_a_time_that_nobody_put_into_words_is_not_quoted(self) -> None:
        chosen = replace(SITUATION, said=replace(TOLD, words=""))
        assert "The time you mentioned has passed" in self.email("stated-date-passed", chosen)

    @pytest.mark.parametrize(
        ("channel", "thanks"),
        [
            ("email", "Thank you for your email on Wednesday, February 10."),
            ("call", "Thank you for talking with me on Wednesday, February 10."),
            (None, "Thank you for getting back to me on Wednesday, February 10."),
        ],
    )
    def test_they_are_thanked_for_how_they_answered(self, channel: Channel, thanks: str) -> None:
        answer = Event(on=date(2027, 2, 10), event="not-decided", channel=channel)
        assert thanks in self.email("no-date", replace(SITUATION, history=(answer,)))

    def test_what_they_wrote_is_told_again(self) -> None:
        text = self.email("no-date", replace(HISTORIES[3], awaiting="word"))
        assert "You said you'd look into it. Is there any news on that?" in text
        greeting = replace(HISTORIES[3].history[1], words="A happy new year to you, too")
        text = self.email("no-date", replace(SITUATION, awaiting="word", history=(greeting,)))
        assert "You said" not in text

    def test_a_second_contact_names_the_first_one_made(self) -> None:
        assert "I called on Tuesday, February 9, and I know" in self.email(
            "second-contact", HISTORIES[4]
        )

    def test_a_second_contact_names_the_first_one_planned(self) -> None:
        first = replace(step("no-date", channel="email"), id="first", on=date(2027, 2, 11))
        text = self.email("second-contact", SITUATION, steps=(first,))
        assert "I emailed you on Thursday, February 11, and I know" in text

    def test_a_call_of_theirs_since_is_mentioned_instead(self) -> None:
        text = self.email("second-contact", HISTORIES[3])
        assert "Thank you for your email on Wednesday, February 10." in text
        assert "I emailed" not in text

    def test_on_the_day_of_the_interview_it_was_today(self) -> None:
        words = step("thank-you", channel="email")
        today = replace(words, on=SITUATION.interview_on)
        text = said(scripts.filled(today, situation=SITUATION))
        assert "talk with me today." in text

    @pytest.mark.parametrize(
        ("note", "words"),
        [
            ("send references", "As promised, I'm sending you my references."),
            ("the portfolio", "As promised, I'm sending you the portfolio."),
            ("ask my old boss", "As promised, I'm sending you [what you promised]."),
        ],
    )
    def test_what_was_promised_is_named_where_it_is_a_thing(self, note: str, words: str) -> None:
        kept = step("kept-promise", action="promise")
        promised = Words(script="kept-promise", texts={"promised": note})
        text = said(scripts.filled(replace(kept, words=promised), situation=SITUATION))
        assert words in text

    @pytest.mark.parametrize(
        ("note", "words"),
        [
            ("give them my salary range", "It's about my salary range: [what you have to say"),
            ("tell you my earliest day", "It's about my earliest day: [what you have to say"),
            ("let them know about night shifts", "It's about night shifts: [what you have to say"),
            ("let them know if I can drive", "It's about whether I can drive: [what you have"),
            ("talk to my landlord first", "It's about [what you promised]."),
            ("", "I know it's early for an answer."),
            ("ring them back", "I know it's early for an answer."),
        ],
    )
    def test_a_promise_is_kept_and_asks_for_no_news_in_their_time(
        self, note: str, words: str
    ) -> None:
        text = self.kept_in_their_time(note)
        assert words in text
        assert "?" not in text

    def test_who_promised_to_ask_asks(self) -> None:
        text = self.kept_in_their_time("call to ask whether there is a decision")
        assert "Is there any news about the" in text
        assert "It's about" not in text

    def kept_in_their_time(self, note: str) -> str:
        on = SITUATION.interview_on
        window = Window(latest=on + timedelta(days=20))
        theirs = replace(SITUATION, said=Said(on=on, window=window, words="within 20 days"))
        kept = step("kept-promise", action="promise", channel="email")
        words = Words(script="kept-promise", texts={"promised": note})
        kept = replace(kept, words=words, on=on + timedelta(days=3))
        return said(scripts.filled(kept, situation=theirs))


class TestTheCountrysOwnWords:
    """Our own words are those of the country; names and their words stay as they are."""

    @pytest.mark.parametrize(
        ("country", "says"), [("US", "talking with me"), ("GB", "talking to me"), ("IN", "to me")]
    )
    def test_a_first_email(self, country: str, says: str) -> None:
        situation = replace(SITUATION, country=country)
        email = next(step for step in plan(situation).steps if step.action == "email")
        script = scripts.filled(email, situation=situation)
        assert script
        assert says in script_text(script)


@pytest.mark.parametrize("note", ["send the writing test", "hand in my lesson plan"])
def test_what_they_set_is_work(note: str) -> None:
    assert promise_of("other", A_DAY, note).is_work


@pytest.mark.parametrize(
    "note", ["send two referees", "send my work references", "send my notice period", ""]
)
def test_references_and_answers_are_no_work(note: str) -> None:
    assert not promise_of("other", A_DAY, note).is_work


@pytest.mark.parametrize("described", ["the head teacher", "The owner", "my old manager"])
def test_a_description_is_no_name_to_greet(described: str) -> None:
    described_only = replace(SITUATION, names=replace(NAMES, interviewer=described))
    text = said(scripts.filled(step("no-date", channel="email"), situation=described_only))
    assert "Dear [the interviewer's name]," in text
    assert described not in text
