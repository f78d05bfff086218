"""Which of the times in a text is the answer's, and the reading that follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from itertools import takewhile

from calculator.days import DAY, WEEK, Window, on_or_after
from calculator.reading.chart import Match, names_in
from calculator.reading.clauses import ENDS, Clause
from calculator.reading.cues import GOVERNING, Role
from calculator.reading.meanings import bounds, lengths
from calculator.reading.reading import Reading
from calculator.reading.values import Answer, Duration, Length, Other, Setting, Time
from calculator.reading.words import Token

NONE = Reading(certainty="none")


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


def reading_of(text: Text) -> Reading:
    """Return what a text says of when the answer comes."""
    found = candidates(text)
    best = max((candidate.rank for candidate in found), default=Rank.NEVER)
    if best == Rank.NEVER or (best == Rank.TOPIC and not promises(text)):
        return told_then(found, text)
    first = next(place for place, one in enumerate(found) if one.rank == best)
    # "We hope for Friday. Monday at the latest": the second belongs to the promise too.
    chosen = [one for one in found[first:] if one.rank == best or Rank.SHORT <= one.rank <= best]
    if best in (Rank.STAGE, Rank.TOPIC):
        return told(after_stage(chosen[-1].answer), chosen[-1:], text)
    chosen = corrected(chosen, text)
    return told(joined(chosen), chosen, text)


def promises(text: Text) -> bool:
    """Whether a text speaks of the answer at all."""
    return any(clause.has("answer", "wait") for clause in text.clauses)


# What a time means, and how likely it is the answer's


def candidates(text: Text) -> list[Candidate]:
    """Return the times of a text; one that is counted from another makes that one a stage."""
    found: list[Candidate] = []
    for clause in text.clauses:
        for match in clause.times:
            rank = rank_of(match, clause)
            anchor = anchor_of(match, clause, rank, found)
            value = match.value
            window = anchor and as_answer(anchor.match.value, text.setting).window
            if anchor and window:
                value = counted_from(window, match.value, text.setting)
                found[found.index(anchor)] = replace(anchor, rank=Rank.NEVER)
                rank = max(rank, anchor.rank, Rank.SHORT)
            answer = meant(value, match, clause, text)
            if answer.missing and rank > Rank.NEVER:
                rank = Rank.ANSWER
            found.append(Candidate(match, clause, rank, answer))
    return found


def anchor_of(
    match: Match, clause: Clause, rank: Rank, found: Sequence[Candidate]
) -> Candidate | None:
    """Return the time named before from which this one is counted, if it is."""
    ahead = [one for one in found if is_ahead(one)]
    if not ahead:
        return None
    value = match.value
    if isinstance(value, Answer) and value.again:
        return ahead[-1]
    time = value.time if isinstance(value, Answer) else value
    if isinstance(time, Time) and time.relative:
        return ahead[-1]
    # "Interviews run to the 15th, then give us ten days."
    then = clause.has("then") and ahead[-1].rank in (Rank.STAGE, Rank.TOPIC) and rank > Rank.STAGE
    return ahead[-1] if then and is_length(value) else None


def is_ahead(candidate: Candidate) -> bool:
    """Whether "the week after" may be counted from this time."""
    past = candidate.match.kinds == ("past",)
    return not past and governing(candidate.match, candidate.clause) not in ("past", "nothing")


def is_length(value: object) -> bool:
    """Whether words give a length of time, such as "in ten days"."""
    return isinstance(value, Duration) or (
        isinstance(value, Answer) and value.how == "in" and value.duration is not None
    )


def counted_from(window: Window, value: object, setting: Setting) -> object:
    """Return what words mean when they are counted from a window named before."""
    day = window.latest or window.earliest
    if not day:
        return value
    match value:
        case Answer(again=again) if again:
            return again(day)
        case Answer(time=Time(relative=True, again=again)) if again:
            return again_bound(value, again(day), setting)
        case Time(relative=True, again=again) if again:
            return again(day)
        case Duration() as duration:
            return lengths.after(duration, day, setting)
        case Answer(duration=Duration() as duration):
            return lengths.after(duration, day, setting)
        case _:
            return value


def again_bound(answer: Answer, time: Time, setting: Setting) -> Answer:
    """Return "by the week after" for the week that is meant."""
    match answer.how:
        case "by":
            return bounds.by_time(setting, time)
        case "before":
            return bounds.before_time(setting, time)
        case "until":
            return bounds.until_time(setting, time)
        case "after":
            return bounds.after_time(setting, time)
        case _:
            return bounds.on_time(setting, time)


def as_answer(value: object, setting: Setting) -> Answer:
    match value:
        case Answer():
            return value
        case Time():
            found: Answer = bounds.on_time(setting, value)
        case Duration():
            found = bounds.in_duration(setting, value)
        case Other():
            found = Answer(None, doubtful=True, missing=value.words)
        case _:
            raise TypeError(f"not a time: {value!r}")
    return found


def rank_of(match: Match, clause: Clause) -> Rank:
    if match.kinds == ("past",) or is_moment(match.value):
        return Rank.NEVER
    if clause.has("if"):
        return Rank.CONDITION
    match governing(match, clause):
        case "answer" | "wait":
            return Rank.ANSWER
        case "hope":
            return Rank.TOPIC if clause.has("topic") else Rank.ANSWER
        case "stage" | "after-stage":
            return Rank.STAGE
        case "start" | "absence" | "past" | "own" | "nothing":
            return Rank.NEVER
    if clause.has("topic"):
        return Rank.TOPIC
    return Rank.SHORT if clause.has("correction") or clause.words <= 4 else Rank.BARE


def is_moment(value: object) -> bool:
    """Whether words give a length that is less than a day and not counted from now: "45 minutes"."""
    return isinstance(value, Duration) and value.high == Length()


def governing(match: Match, clause: Clause) -> Role | None:
    """Return the role of the words that a time belongs to: the last before it, or the first after."""
    nearest = clause.before(match.start, *GOVERNING)
    if not nearest:
        after = clause.after(match.end, *GOVERNING)
        return after.role if after else None
    answer = clause.before(match.start, "answer")
    if answer and nearest.role in ("start", "absence", "past"):
        return "answer"  # "I'll know on Monday whether I start", "results will be out on Monday"
    if answer and nearest.role == "stage" and not linked(answer.end, nearest.start, clause):
        return "answer"  # "decisions will be finished by Friday"
    return nearest.role


def linked(start: int, end: int, clause: Clause) -> bool:
    """Whether what follows is what the answer waits for: "decide when we have met the others"."""
    return any(
        cue.role in ("link", "after-stage") and start <= cue.start < end for cue in clause.cues
    )


def meant(value: object, match: Match, clause: Clause, text: Text) -> Answer:
    """Return what a time means in its clause."""
    answer = in_clause(as_answer(value, text.setting), match, clause, text.setting)
    event, known = missing_anchor(text.tokens, match)
    if not event:
        return answer
    return replace(answer, doubtful=True, missing=event, window=answer.window if known else None)


def in_clause(answer: Answer, match: Match, clause: Clause, setting: Setting) -> Answer:
    """Return what a time means with the "not", "if", "earliest" and "latest" of its clause."""
    if clause.has("if"):
        return if_unheard(answer, setting)
    negation = clause.before(match.start, "not")
    if negation and not clause.before(match.start, "refusal"):
        return negated(answer, setting, directly=is_directly(negation.end, match, clause))
    if clause.before(match.start, "refusal"):
        return negated(answer, setting, directly=match is clause.times[0])
    time = answer.time
    if time and answer.how == "on" and clause.has("earliest"):
        return bounds.from_time(setting, time) or answer
    if time and answer.how in ("on", "in") and clause.has("latest"):
        found: Answer = bounds.by_time(setting, time)
        return found
    return answer


def if_unheard(answer: Answer, setting: Setting) -> Answer:
    """Return what "if you don't hear" makes of a time: the answer should come until then."""
    if answer.how in ("for", "until"):
        return negated(answer, setting, directly=True)
    if (
        not answer.window
        or not answer.window.latest
        or answer.how not in ("in", "on", "by", "before")
    ):
        return answer
    others = (answer.window,) if answer.how == "in" else ()
    return replace(answer, window=bounds.until(setting, answer.window.latest), others=others)


def negated(answer: Answer, setting: Setting, *, directly: bool) -> Answer:
    """Return what "not" makes of a time."""
    time, duration = answer.time, answer.duration
    if time and answer.how in ("until", "before"):
        return bounds.not_before(setting, time) or answer
    if duration and answer.how == "for":
        return bounds.at_least(setting, duration) or answer
    if duration and answer.how == "more":
        return bounds.within(setting, duration) or answer
    if time and answer.window and answer.how in ("on", "by") and directly:
        after: Answer = bounds.after_time(setting, time)
        return replace(after, others=(*after.others, answer.window), doubtful=True)
    return answer


COUNTED_FROM = {"after", "before", "from", "of", "following", "prior", "since", "past", "post"}
STOPS = ENDS | {",", ")", "but"}
# A length of time may be followed by these without being counted from an event.
NOT_EVENTS = {
    "i", "you", "me", "us", "them", "that", "this", "there", "everyone", "everything", "all",
    "which", "today", "now", "then", "here", "it",
}  # fmt: skip
SOMEONE = {"he", "she", "they", "we", "anyone", "anybody", "someone"}


def missing_anchor(tokens: Sequence[Token], match: Match) -> tuple[str | None, bool]:
    """Return the event that a length of time is counted from, if nothing dates it.

    "Ten days before training begins": "training begins". The second value is whether the day it
    was said will do for now ("a week after he has met the others").
    """
    value = match.value
    counted = isinstance(value, Duration) or (isinstance(value, Answer) and value.duration)
    rest = [token.word for token in tokens[match.end : match.end + 9]]
    if not counted or not rest or rest[0] not in COUNTED_FROM:
        return None, False
    words = list(takewhile(lambda word: word not in STOPS, rest[1:]))
    while words and words[0] in ("to", "the", "a", "our", "your", "their", "my"):
        words = words[1:]
    who = words[0].split("'")[0] if words else ""
    if (
        not words
        or who in NOT_EVENTS
        or (rest[0] == "before" and who in SOMEONE)
        or (words[0].endswith("ing") and words[0] != "training")
    ):
        return None, False
    return " ".join(words), who in SOMEONE


# Several times


def after_stage(answer: Answer) -> Answer:
    """Return an answer that comes when a stage before it has ended."""
    if not answer.window:
        return answer
    end = answer.window.latest or answer.window.earliest
    others = (Window(end + DAY),) if end else ()
    return Answer(Window(end), others, answer.doubtful, assumed=answer.assumed)


def corrected(chosen: list[Candidate], text: Text) -> list[Candidate]:
    """Return the times that stand after a correction, and not those that are denied."""
    cues = [cue.start for clause in text.clauses for cue in clause.cues if cue.role == "correction"]
    for index in range(len(chosen) - 1, 0, -1):
        low, high = chosen[index - 1].match.end, chosen[index].match.start
        instead = chosen[index].clause.after(chosen[index].match.end, "correction")
        if instead or any(low <= start < high for start in cues):
            return chosen[index:]
    standing = [one for one in chosen if not is_denied(one)]
    return standing or chosen


def is_denied(candidate: Candidate) -> bool:
    """Whether a time is named to say that it is not the one: "not Friday, Monday"."""
    negation = candidate.clause.before(candidate.match.start, "not")
    on_that_day = (
        candidate.answer.doubtful and candidate.answer.window and not candidate.answer.window.latest
    )
    return bool(
        negation and on_that_day and is_directly(negation.end, candidate.match, candidate.clause)
    )


def is_directly(end: int, match: Match, clause: Clause) -> bool:
    """Whether a "not" stands just before a time, with no other time in between."""
    between = any(end <= other.start < match.start for other in clause.times)
    return match.start - end <= 3 and not between


def joined(chosen: list[Candidate]) -> Answer:
    """Return several promises as one: the last one bounds."""
    answers = [candidate.answer for candidate in chosen]
    missing = next((answer for answer in answers if answer.missing), None)
    windows = [answer for answer in answers if answer.window]
    if missing or not windows:
        return missing or answers[-1]
    found, *more = windows
    for answer in more:
        found = both(found, answer)
    return found


def both(first: Answer, second: Answer) -> Answer:
    """Return the window of two promises: up to the later end, but not before an "at the earliest"."""
    one, two = first.window, second.window
    if not one or not two or one == two:
        return replace(first, doubtful=first.doubtful and second.doubtful)
    starts = [window.earliest for window in (one, two) if window.earliest]
    ends = [window.latest for window in (one, two) if window.latest]
    open_ended = [window.earliest for window in (one, two) if window.earliest and not window.latest]
    earliest = max(open_ended) if open_ended else min(starts, default=None)
    latest = max(ends, default=None)
    if earliest and latest and earliest > latest:
        return Answer(one, (two,), doubtful=True)
    return Answer(Window(earliest, latest), (one, two), first.doubtful or second.doubtful)


# Times that belong to another


def told_then(found: Sequence[Candidate], text: Text) -> Reading:
    """Return the day that someone is back, where the answer is promised for "then"."""
    for clause in text.clauses:
        for candidate in reversed(found) if clause.has("then") and clause.has("answer") else ():
            if candidate.clause.has("absence") and candidate.clause.start <= clause.start:
                back = on_return(candidate.answer, text.setting)
                # "Nothing happens before then" leaves the end open.
                answer = from_first(back) if clause.has("not", "refusal") else back
                return told(answer, [candidate], text)
    return NONE


def from_first(answer: Answer) -> Answer:
    return replace(answer, window=Window(answer.window.earliest) if answer.window else None)


def on_return(answer: Answer, setting: Setting) -> Answer:
    """Return the day someone is back; the next working day may be meant too."""
    back = answer.window and (answer.window.latest or answer.window.earliest)
    if not back:
        return answer
    working = on_or_after(back, setting.is_working_day)
    following = on_or_after(back + DAY, setting.is_working_day)
    others = tuple(Window(day, day) for day in (working, following))
    return Answer(Window(back, back), others, answer.doubtful)


def dated(reading: Reading, text: Text, reread: Callable[[date], Reading]) -> Reading:
    """Ask, where the text says that the promise was made on another day than given.

    ``reread`` reads the same text as if it were said on another day.
    """
    if reading.certainty != "sure":
        return reading
    day = day_of_promise(text)
    if not day or day == text.setting.said_on:
        return reading
    other = reread(day).window
    if not other or other == reading.window:
        return reading
    return replace(reading, certainty="ask", alternatives=(*reading.alternatives, other))


def day_of_promise(text: Text) -> date | None:
    """Return the past day on which the text says that something was promised."""
    timed = [clause for clause in text.clauses if clause.times]
    for clause in timed:
        for match in clause.times:
            if match.kinds == ("past",) and is_said_then(match, clause):
                first: date = match.value.first
                return first
    overdue = any(clause.has("overdue") for clause in timed)
    if overdue and any(clause.has("silence") for clause in text.clauses):
        return text.setting.said_on - WEEK
    return None


def is_said_then(match: Match, clause: Clause) -> bool:
    """Whether a past time is when it was said: "told me yesterday", "last week they said"."""
    before, after = (
        clause.before(match.start, "report", "dating"),
        clause.after(match.end, "report"),
    )
    said_before = before is not None and match.start - before.end <= 1
    return said_before or (after is not None and after.start - match.end <= 2)


def told(answer: Answer, chosen: Sequence[Candidate], text: Text) -> Reading:
    """Return the reading that an answer gives, with the words that it came from."""
    if answer.window is None and not answer.doubtful:
        return NONE
    others = dict.fromkeys(window for window in answer.others if window != answer.window)
    return Reading(
        certainty="ask" if answer.doubtful else "sure",
        window=answer.window,
        alternatives=tuple(others),
        spans=tuple(span(one.match, text.tokens) for one in chosen),
        missing=answer.missing,
        phrases=tuple(dict.fromkeys(name for one in chosen for name in names_in(one.match))),
        assumed=tuple(dict.fromkeys(note for one in chosen for note in one.answer.assumed)),
    )


def span(match: Match, tokens: Sequence[Token]) -> tuple[int, int]:
    return tokens[match.start].start, tokens[match.end - 1].end
