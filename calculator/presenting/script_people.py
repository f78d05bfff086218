"""Who a message goes to and how they are greeted, from the names that are known."""

import re

from calculator.planning.plan import Step, is_to_other_employer
from calculator.presenting.script_history import (
    is_further_interview,
    last_exchange,
    last_interview,
)
from calculator.situation import THEIR_WORDS, Event, Said, Situation

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Rev")
PLAIN_TITLES = {"Prof": "Professor", "Prof.": "Professor"}
# "Mary O'Neil", "Jan van Dijk", "Eva M. Low": a first name, and one last name.
PLAIN_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)? (?:[A-Z]\.? |(?:van|von|de|der|den|da|di|la|le|del) )*"
    r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
)
# Where people who have met write to each other by the first name.
BY_FIRST_NAME = ("US", "CA", "GB", "IE", "AU", "NZ")


def who_is_written_to(step: Step, situation: Situation) -> str:
    """Return who a step goes to: the employer's own recruiter, where one is named for the rest."""
    names = situation.names
    is_theirs = situation.route == "in-house" and step.action not in ("thank", "ask")
    return (is_theirs and names.recruiter) or names.interviewer


def is_by_another(exchange: Event | None, situation: Situation) -> bool:
    """Whether a message of theirs speaks of the interviewer, so that somebody else wrote it.

    >>> from datetime import date
    >>> from calculator.situation import Names
    >>> by_another = Event(on=date(2027, 3, 1), event="cancelled", words="Paul is ill, sorry")
    >>> names = Names(interviewer="Paul Low")
    >>> on = date(2027, 3, 1)
    >>> is_by_another(by_another, Situation(today=on, interview_on=on, names=names))
    True
    """
    names = [name for name in situation.names.interviewer.split() if name not in TITLES]
    if exchange is None or not names:
        return False
    spoken_of = "|".join(map(re.escape, names))
    said = rf"\b(?:{spoken_of})(?:['\u2019]s\b| (?:is|was|has|had|will|can|needs?|asked|said)\b)"
    return re.search(said, exchange.words) is not None


def is_told_by_another(step: Step, situation: Situation) -> bool:
    """Whether a step answers, or asks again about the interview, whoever wrote of the interviewer.

    Who is ill at home is not asked for a new day.
    """
    is_of_interview = step.words is not None and step.words.awaited == "next-round"
    is_due = step.action == "reply" or (is_of_interview and step.action in ("email", "call"))
    return is_due and is_by_another(last_exchange(situation), situation)


def as_greeted(name: str, country: str) -> str:
    """Return how a letter greets somebody: by the first name, where it is one of two.

    >>> as_greeted("Anna Lund", "US"), as_greeted("Ms Lund", "US"), as_greeted("Anna Lund", "DE")
    ('Anna', 'Ms Lund', 'Anna Lund')
    >>> as_greeted("Prof. Alan Stroud", "GB"), as_greeted("Dr Eva Low", "US")
    ('Professor Stroud', 'Dr Low')
    >>> as_greeted("Mary O'Neil", "IE"), as_greeted("Jan van Dijk", "US"), as_greeted("Li", "US")
    ('Mary', 'Jan', 'Li')
    """
    first, _, last = name.partition(" ")
    if first.rstrip(".") in TITLES and " " in last:
        return f"{PLAIN_TITLES.get(first, first)} {last.split()[-1]}"
    return first if is_plain_name(name) and country in BY_FIRST_NAME else name


def is_plain_name(name: str) -> bool:
    """Whether a name is a first and a last one, without a title.

    >>> is_plain_name("Anna-Lena Smith-Jones"), is_plain_name("Dr Low"), is_plain_name("the chair")
    (True, False, False)
    """
    first = name.partition(" ")[0].rstrip(".")
    return first not in TITLES and PLAIN_NAME.fullmatch(name) is not None


def name_of_a_person(text: str) -> str:
    """Return a name that a letter can greet; empty for a description, which stays a blank.

    >>> name_of_a_person("My Nguyen"), name_of_a_person("our head of sales")
    ('My Nguyen', '')
    """
    return "" if re.match(r"\s*(?:[Tt]he|[Mm]y|[Oo]ur) [a-z]", text) else text


def is_to_one_address(step: Step, situation: Situation) -> bool:
    """Whether a step goes to the one address of a public body, where nobody is known by name."""
    is_public = situation.sector == "public" and situation.route not in ("internal", "agency")
    return is_public and step.if_nothing and not who_is_written_to(step, situation)


def is_to_a_team(step: Step, situation: Situation) -> bool:
    """Whether a step goes to the one address of a public body, and nobody there has answered."""
    return is_to_one_address(step, situation) and not has_answered(situation)


def is_to_whoever_wrote(step: Step, situation: Situation) -> bool:
    """Whether a step answers or follows a message, and nobody is known by name.

    Anyone may have sent the message; whoever did is written to again.
    """
    *_, last = (None, *theirs(situation))
    if last is None or last.channel not in ("email", "message"):
        return False
    if who_is_written_to(step, situation) or is_to_other_employer(step):
        return False
    is_of_then = last.on >= last_interview(situation) and not is_further_interview(step, situation)
    return step.action == "reply" or (step.action == "email" and is_of_then)


def is_to_another(step: Step, situation: Situation) -> bool:
    """Whether a step goes to somebody who may not have been at the interview."""
    names = situation.names
    is_theirs = situation.route == "in-house" and names.recruiter not in ("", names.interviewer)
    if is_theirs and step.if_nothing:
        return True
    return is_to_a_team(step, situation) or is_to_whoever_wrote(step, situation)


# Who told the candidate, where it's named: "the chair said they'd decide", "HR told me".
TELLER = re.compile(
    r"(?:^|[.!?\n,;]|\b(?:and|but))\s*"
    r"(?P<who>(?-i:HR|[A-Z][\w'\u2019-]+)|(?:the|their|my|a|one) (?:\w+ ){1,4}?)"
    r"(?: ?(?:from|in|at) \w+ )? ?(?:said|says|told me|mentioned|wrote)\b",
    re.IGNORECASE,
)
NOBODY_ELSE = re.compile(
    r"(?:they|she|he|it|i|we|you)\b|.*\b(?:interviewer|manager|boss|supervisor|email|message)\b",
    re.IGNORECASE,
)


def is_told_by_other(step: Step, said: Said, by: Event | None, situation: Situation) -> bool:
    """Whether a time was told by somebody else than the one who is now written to.

    >>> from datetime import date
    >>> from calculator.situation import Names
    >>> on = date(2027, 3, 1)
    >>> of_lund = Situation(today=on, interview_on=on, names=Names(interviewer="Anna Lund"))
    >>> email = Step(id="", action="email", on=on, status="due", channel="email", rules=(), why="")
    >>> for said in ("The chair said they'd decide by Friday", "Anna said by Friday", "by Friday"):
    ...     is_told_by_other(email, Said(on=on, sentence=said, words="by Friday"), None, of_lund)
    True
    False
    False
    """
    if step.action in ("recruiter", "reply"):
        return False
    if by is not None and is_by_another(by, situation):
        return True
    if by is None and is_to_another(step, situation):
        return True
    # Of two who told two times, it is the one whose time this is.
    before = said.sentence[: max(0, said.sentence.find(said.words))]
    tellers = [found["who"] for found in TELLER.finditer(before)]
    if not tellers or NOBODY_ELSE.match(tellers[-1]):
        return False
    return tellers[-1].split()[0] not in who_is_written_to(step, situation).split()


def theirs(situation: Situation) -> list[Event]:
    """Return what people of theirs have said or written since the interview."""
    history = situation.history
    return [each for each in history if each.event in THEIR_WORDS and not each.is_automatic]


def has_answered(situation: Situation) -> bool:
    """Whether a person of theirs has written or spoken to the candidate since the interview."""
    return any(each.channel for each in theirs(situation))
