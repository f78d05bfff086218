"""How likely a time of a text is the answer's, from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, pairwise

from calculator.reading.chart import Match
from calculator.reading.clauses import Clause, CueMatch
from calculator.reading.cues import GOVERNING, Role
from calculator.reading.values import Answer, Duration, Length, Setting
from calculator.reading.words import Token


class Rank(IntEnum):
    """How likely a time is the answer's, from the words around it."""

    NEVER = 0  # a past time, the role's start, someone's absence, what the candidate is to do
    TOPIC = 1  # an interview, which may come before the answer
    STAGE = 2  # something that ends before the answer comes
    CONDITION = 3  # "if you don't hear by then"
    BARE = 4  # nothing is said of what happens then
    SHORT = 5  # little is said beside the time: "Monday at the latest"
    ANSWER = 6  # hearing, deciding, calling


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time of the text, what it would mean as the answer's, and how likely it is that."""

    match: Match
    clause: Clause
    rank: Rank
    answer: Answer


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what was found in it, said on a day."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    setting: Setting

    @property
    def holds_several(self) -> bool:
        """Whether there are two times or more."""
        times = (match for clause in self.clauses for match in clause.times)
        return next(islice(times, 1, None), None) is not None


def is_event(match: Match) -> bool:
    """Whether words name an event only, such as "the closing date"."""
    return match.kinds[0] == "event"


def dates_event(match: Match, clause: Clause) -> bool:
    """Whether a time is that of an event before the answer: "the closing date is the 13th"."""
    return not clause.before(match.start, "answer") and any(
        is_event(other) and other.end <= match.start for other in clause.times
    )


def is_content(match: Match, clause: Clause) -> bool:
    """Whether a time is in what will be known: "Thursday, whether I'm in the round on Monday"."""
    known = clause.before(match.start, "content")
    if not known or not any(other.end <= known.start for other in clause.times):
        return False
    if match.start - known.end > FAR and not clause.before(match.start, "if"):
        answer = clause.before(match.start, "answer", "wait", "hope")
        return answer is None or answer.start < known.start
    told = clause.before(match.start, "topic", "start", "stage", "own")
    return told is not None and told.start > known.start


# So many words after "if", a time is what is said there: "if I'm going to be one next year".
FAR = 4


def is_reason(match: Match, clause: Clause) -> bool:
    """Whether a time says why, not when: "because of Easter", "Monday is a bank holiday"."""
    why = clause.before(match.start, "reason")
    directly = why is not None and match.start - why.end <= 1
    closed = clause.after(match.end, "is-holiday")
    return directly or (closed is not None and closed.start == match.end)


def is_named(match: Match, clause: Clause) -> bool:
    """Whether it is said which holiday a day is: "Monday is Labor Day"."""
    return any(
        CueMatch(day.end, holiday.start, "is-called") in clause.cues
        for day, holiday in pairwise(clause.times)
        if holiday.kinds[0] == "holiday" and (match is day or match is holiday)
    )


def is_now(match: Match, clause: Clause) -> bool:
    """Whether nothing was heard at a time: "Sunday night and no call"."""
    silence = clause.after(match.end, "silence")
    alone = match.start - clause.start <= 1 and match.kinds != ("answer",)
    return alone and silence is not None and silence.start - match.end <= 2


def is_replaced(match: Match, clause: Clause) -> bool:
    """Whether another time takes its place: "Monday instead of Friday"."""
    instead = clause.before(match.start, "instead")
    return instead is not None and match.start - instead.end <= 1


def is_awaited(match: Match, clause: Clause) -> bool:
    """Whether a time dates what has to happen first: "once finance signs off on Tuesday"."""
    ahead: tuple[Role, ...] = ("ahead",) if clause.has("not", "refusal") else ()
    awaits = clause.before(match.start, "awaits", *ahead)
    if not awaits or match.start - awaits.end < 2:
        return False
    cues = (cue for cue in clause.cues if awaits.end <= cue.start < match.start)
    between = any(awaits.end <= other.start < match.start for other in clause.times)
    return not between and not any(cue.role in OF_ITS_OWN for cue in cues)


# A time after these belongs to them, whatever has to happen first.
OF_ITS_OWN: tuple[Role, ...] = ("answer", "report", "past", "absence", "own", "start", "then")


def is_dating_what_comes_later(match: Match, clause: Clause) -> bool:
    """Whether a time dates what an answer with a time comes before: "in May, before I go on 3 June"."""
    ahead = clause.before(match.start, "ahead")
    if not ahead or match.start - ahead.end < 2:
        return False
    return any(other.end <= ahead.start for other in clause.times)


def is_to_decide(match: Match, clause: Clause) -> bool:
    """Whether it is said right after a time that it brings the answer: "on Friday to decide"."""
    purpose = clause.after(match.end, "purpose")
    if not purpose or clause.after(purpose.end, "afterwards"):
        return False  # "with a decision to follow"
    return purpose.start - match.end <= 2


# What a time's role makes it, whatever else its clause says.
BY_ROLE: dict[Role, Rank] = {
    "answer": Rank.ANSWER, "wait": Rank.ANSWER, "stage": Rank.STAGE, "after-stage": Rank.STAGE,
    "start": Rank.NEVER, "absence": Rank.NEVER, "past": Rank.NEVER, "own": Rank.NEVER, "nothing": Rank.NEVER,
}  # fmt: skip


def rank_of(match: Match, clause: Clause) -> Rank:
    if is_content(match, clause) or is_replaced(match, clause) or is_now(match, clause):
        return Rank.NEVER
    if is_reason(match, clause) or is_named(match, clause):
        return Rank.NEVER
    named_beside = is_event(match) and len(clause.times) > 1
    if match.kinds == ("past",) or is_moment(match.value) or named_beside:
        return Rank.NEVER
    if is_dating_what_comes_later(match, clause):
        return Rank.NEVER
    role = governing(match, clause)
    if clause.has("if"):
        return Rank.NEVER if role == "absence" else Rank.CONDITION
    if is_awaited(match, clause):
        return Rank.STAGE
    if clause.has("reason"):
        return Rank.BARE  # "because term starts on the 3rd"
    if role in ("stage", "after-stage", "own", None) and is_to_decide(match, clause):
        return Rank.ANSWER
    if dates_event(match, clause):
        return Rank.STAGE
    return BY_ROLE[role] if role in BY_ROLE else unnamed_rank(role, match, clause)


def unnamed_rank(role: Role | None, match: Match, clause: Clause) -> Rank:
    """Return the rank of a time of which nothing is said but "we hope"."""
    topic = clause.before(match.start, "topic") or clause.after(match.end, "topic")
    hangs_on = clause.after(match.end, "awaits", "content")
    if topic and not (hangs_on and hangs_on.start < topic.start):
        return Rank.TOPIC
    if role == "hope":
        return Rank.ANSWER
    is_short = clause.words <= 8 and not clause.other
    return Rank.SHORT if clause.has("correction") or is_short else Rank.BARE


A_YEAR = 12


def is_moment(value: object) -> bool:
    """Whether words give a length that nobody waits, not counted from now: "45 minutes", "4 years"."""
    return isinstance(value, Duration) and (value.high == Length() or value.low.months >= A_YEAR)


def governing(match: Match, clause: Clause) -> Role | None:
    """Return the role of the words that a time belongs to: the last before it, or the first after."""
    begins = clause.after(match.end, "start")
    if begins and begins.start == match.end:
        return "start"  # "for a January start", "a month's notice"
    nearest = clause.before(match.start, *GOVERNING)
    if not nearest:
        return role_after(match, clause)
    told = clause.before(match.start, "moved", "report", "correction")
    if nearest.role == "past" and told and told.start > nearest.start:
        return None  # "he called to say it's been pushed to Tuesday"
    report = clause.before(match.start, "report")
    if nearest.role == "after-stage" and report and report.start > nearest.start:
        return None  # "after the interview they said two weeks"
    answer = clause.before(match.start, "answer")
    if answer and any(answer.end <= other.start < nearest.start for other in clause.times):
        return nearest.role  # "I'll find out Monday if I start Tuesday"
    if answer and nearest.role in ("start", "absence", "past"):
        return "answer"  # "I'll know on Monday whether I start", "results will be out on Monday"
    if answer and nearest.role == "stage" and not linked(answer.end, nearest.start, clause):
        return "answer"  # "decisions will be finished by Friday"
    return nearest.role


def role_after(match: Match, clause: Clause) -> Role | None:
    """Return the role of the words after a time, unless they belong to another time."""
    after = clause.after(match.end, *GOVERNING)
    if not after:
        return None
    known = clause.after(match.end, "content", "awaits")
    if known and known.start < after.start and after.role not in ("answer", "wait", "hope"):
        return None  # "next week, if I got the job"
    others = [other for other in clause.times if other.start >= after.end]
    own = clause.before(match.start, "topic") and others
    return None if own else after.role  # "interviews early June, offers mid June"


def linked(start: int, end: int, clause: Clause) -> bool:
    """Whether what follows is what the answer waits for: "decide when we have met the others"."""
    return any(
        cue.role in ("link", "after-stage") and start <= cue.start < end for cue in clause.cues
    )
