"""Why a step is on its day, in a sentence or two."""

from collections.abc import Mapping
from datetime import date

from calculator.days import day_text
from calculator.planning.happened.standing import Standing
from calculator.planning.rules import rule
from calculator.situation import Channel, Said

CONTACTED: Mapping[Channel | None, str] = {
    None: "you were in touch",
    "email": "you wrote",
    "call": "you called",
    "voicemail": "you left a message",
    "message": "you sent a message",
    "in-person": "you asked in person",
}


# Longer sentences of theirs are not said again.
MOST_QUOTED = 12


def sentence(text: str) -> str:
    """Return text with a capital at its start."""
    return text[:1].upper() + text[1:]


def they_said(said: Said | None, standing: Standing | None = None) -> str:
    """Return what they said as a clause, in their own words where we have them.

    What they said since the interview is counted from its own day, which stands beside it where
    the standing is given.
    """
    words = f"they said “{said.words}”" if said and said.words else "they named a time"
    if said and said.is_turned_round and said.window and said.window.earliest and standing:
        first = day_text(said.window.earliest, standing.situation.country)
        words = f"they said not before {first}"
    if said is None or standing is None or said.on == standing.situation.interview_on:
        return words
    return f"on {day_text(said.on, standing.situation.country)}, {words}"


def because(name: str, standing: Standing, **more: object) -> str:
    """Return why a rule applies, its blanks filled from where the candidate stands."""
    if not standing.case.says_why:
        return ""
    one = rule(name)
    if "{" not in one.why:
        return sentence(one.why)
    return sentence(one.why.format_map(Blanks(standing, {**one.in_words, **more})))


class Blanks(dict[str, object]):
    """What fills the blanks of a reason, from what is known; the rest only where it is asked for.

    Raises ``KeyError`` for a blank that nothing fills.
    """

    def __init__(self, standing: Standing, known: Mapping[str, object]) -> None:
        super().__init__(known)
        self.standing = standing

    def __missing__(self, name: str) -> str:
        standing = self.standing
        match name:
            case "interviewers":
                return str(standing.situation.interviewers)
            case "They_said":
                return sentence(they_said(standing.said, standing))
            case "last_contact":
                return last_contact(standing)
            case "Your_last_was":
                is_ahead = standing.interview_on > standing.situation.today
                return "Your next interview is" if is_ahead else "Your last interview was"
            case "no_date" | "No_date":
                words = without_date(standing)
                return sentence(words) if name == "No_date" else words
        if day := self.day_called(name):
            return day_text(day, standing.situation.country)
        raise KeyError(name)

    def day_called(self, name: str) -> date | None:
        """Return the day that a blank stands for, if it is known."""
        standing = self.standing
        match name:
            case "interview":
                return standing.interview_on
            case "since":
                return standing.since
            case "earliest":
                return standing.window.earliest
            case "latest":
                return standing.window.latest
            case "deadline":
                return standing.offer.answer_by if standing.offer else None
            case _:
                return None


def without_date(standing: Standing) -> str:
    """Return as a clause that they named no date, with their words where they said something."""
    if standing.interview_on > standing.situation.today:
        return "if they name no date"
    said = None if standing.word or standing.is_restarted else standing.situation.said
    their_words = said.sentence.strip(" .!") if said and not said.window else ""
    if not 0 < len(their_words.split()) <= MOST_QUOTED:
        return "with no date from them"
    return f"with no date in “{their_words}”"


def last_contact(standing: Standing) -> str:
    """Return the last contact as a clause: "you called on Thursday, February 18"."""
    made = (each for each in reversed(standing.contacts) if each.role != "left-out")
    if not (contact := next(made, None)):
        return "you last spoke"
    day = day_text(contact.on, standing.situation.country)
    return f"{CONTACTED[contact.channel]} on {day}"
