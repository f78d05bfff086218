"""Times that are counted from others: "that afternoon", "two weeks after the closing date"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from calculator.days import DAY, Window
from calculator.reading.chart import Match
from calculator.reading.meanings import bounds, calendar, lengths
from calculator.reading.reading import Role
from calculator.reading.times import ENDS, Clause, Text
from calculator.reading.values import Answer, Duration, Setting, Time
from calculator.reading.wordkinds import kinds_of
from calculator.reading.words import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time of the text, what it is about and how likely it is the answer's, and what it means."""

    match: Match
    clause: Clause
    role: Role
    chance: float
    answer: Answer

    @property
    def is_step(self) -> bool:
        """Whether it is when something happens that may come before the answer."""
        return self.role in ("stage", "interview", "asked", "away") or self.is_awaited

    @property
    def is_awaited(self) -> bool:
        """Whether it is when something happens that the answer waits for: "once we close on"."""
        cue = self.clause.before(self.match.start, "link", "after-stage")
        return self.role not in ("said", "start") and cue is not None


def anchor_of(place: int, found: Sequence[Candidate], text: Text) -> Candidate | None:
    """Return the time from which another is counted, if it is."""
    one, tokens = found[place], text.tokens
    ahead = [other for other in found[max(0, place - NEAREST) : place] if is_ahead(other)]
    if is_event(one.match) or begins_now(one.match, tokens):
        return None
    value, later = one.match.value, found[place + 1 : place + 2]
    own = is_own(one.match)
    if one.answer.missing or one.answer.again or own or is_after_own(one, tokens):
        dated = dating(one, later, tokens)
        if dated or one.answer.missing or own:
            named = to_come(one, ahead, text) if own else named_before(one, ahead, tokens)
            return dated or named
    if not ahead or one.match.kinds == ("past",):
        return None
    time = value.time if isinstance(value, Answer) else value
    relative = isinstance(time, Time) and time.relative
    again = isinstance(value, Answer) and value.again
    if is_later(one, ahead[-1]):
        return ahead[-1]
    if is_length(value) and needs_then(one, ahead[-1]):
        return ahead[-1]
    if waits(one, ahead[-1], tokens):
        return ahead[-1]
    if again and tokens[one.match.end - 1].word in DEPARTURES:
        leaving = [other for other in ahead if other.answer.how not in ("until", "from")]
        return (leaving or ahead)[-1]
    if relative or again or is_moved_by(one):
        return day_meant(one, ahead, tokens)
    return None


def day_meant(one: Candidate, ahead: Sequence[Candidate], tokens: Sequence[Token]) -> Candidate:
    """Return the day that "that day" means, the last; of "that evening" no day to reply by.

    "The interview is on the 12th, reply by the 8th. You'll hear that evening."
    """
    if tokens[one.match.end - 1].word not in PARTS_OF_DAY:
        return ahead[-1]
    return next((other for other in reversed(ahead) if other.role != "asked"), ahead[-1])


def begins_now(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a length begins when it was said: "the next five days", "a week of this letter"."""
    words = {token.word for token in tokens[match.start : match.end]}
    return has_length(match.value) and not words.isdisjoint(NOW)


NOW = frozenset("next letter email message".split())


def is_later(one: Candidate, stage: Candidate) -> bool:
    """Whether a weekday is one after a stage: "the last one next Wednesday, then by Friday"."""
    time, window = one.answer.time, stage.answer.window
    if not time or time.grain != "weekday" or not window or not window.latest:
        return False
    return stage.is_step and one.clause.has("then") and time.last < window.latest


def is_after_own(one: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether a day follows what the candidate does, which may be dated: "the day after I take it"."""
    time, rest = one.answer.time, tokens[one.match.end : one.match.end + 1]
    begins = bool(rest) and rest[0].word in ("i", "you", "we")
    last = tokens[one.match.end - 1].word
    return begins and last in ("after", "following") and time is not None and time.relative


def is_own(match: Match) -> bool:
    """Whether a length is counted from something of the candidate's, which may be dated."""
    return bool(match.parts) and match.parts[-1].kinds == ("own",)


def to_come(one: Candidate, ahead: Sequence[Candidate], text: Text) -> Candidate | None:
    """Return the interview still to come from which a length is counted, the last that was named.

    "Within two days of that call": if no interview was, it is what a day ahead was named for.
    """
    today = text.setting.said_on
    that = any(token.word == "that" for token in text.tokens[one.match.start : one.match.end])
    days = [other for other in reversed(ahead) if is_soon(other, today) and other.role != "start"]
    # What is still to come was not said then.
    interviews = [one for one in days if one.role in DATED and not one.clause.has("stage")]
    return next(iter(interviews or days * that), None)


PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
DATED: frozenset[Role] = frozenset({"interview", "said"})


def is_soon(one: Candidate, today: date) -> bool:
    """Whether a time is a day soon to come, and not how long something takes."""
    day = one.answer.window.earliest if one.answer.window else None
    lasts = isinstance(one.match.value, Duration) or one.answer.how == "more"
    return day is not None and not lasts and DAY <= day - today <= LONGEST_AHEAD


def is_moved_by(one: Candidate) -> bool:
    """Whether a day is moved by a length of time: "it has been put back a week"."""
    moved = one.clause.before(one.match.start, "moved")
    return moved is not None and is_length(one.match.value)


def waits(one: Candidate, stage: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether a length of time begins when a stage ends: "runs to the 15th, then ten days"."""
    if not stage.is_step or not is_length(one.match.value) or not leads(stage, one):
        return False
    if stage.is_awaited or one.clause.has("then"):
        return True
    lead = {token.word for token in tokens[max(0, one.match.start - 2) : one.match.start]}
    if lead & {"give", "allow"}:
        return False  # "one more comes in tomorrow, give me three days"
    return follows(one, stage) or ends_before(one, stage)


def ends_before(one: Candidate, stage: Candidate) -> bool:
    """Whether an answer would come before its stage: "interviews on the 24th, offers in 2 days"."""
    answer, interviews = one.answer.window, stage.answer.window
    if not answer or not interviews or not answer.latest or not interviews.earliest:
        return False
    # "You will hear within two days if you are invited"
    return (
        answer.latest < interviews.earliest
        and one.clause.after(one.match.end, "content", "topic", "if") is None
    )


def leads(stage: Candidate, one: Candidate) -> bool:
    """Whether it begins with what comes first: "once it closes on the 28th, it takes ten days"."""
    return stage.clause is one.clause or one.clause.start - stage.clause.end <= 1


def needs_then(one: Candidate, back: Candidate) -> bool:
    """Whether so long is needed by who comes back: "she is back on Monday and needs two days"."""
    wait = one.clause.before(one.match.start, "wait")
    time = back.answer.time
    if not wait or not back.clause.has("absence") or (time and time.grain == "stretch"):
        return False
    return wait.start >= back.match.end and one.clause.start - back.clause.end <= 1


def follows(one: Candidate, stage: Candidate) -> bool:
    """Whether what takes a time is said right after a stage: "closes Friday, sifting takes a week"."""
    wait = one.clause.before(one.match.start, "wait")
    return one.clause is stage.clause and wait is not None and wait.start >= stage.match.end


def dating(one: Candidate, later: Sequence[Candidate], tokens: Sequence[Token]) -> Candidate | None:
    """Return the time that dates an event: "a week after the meeting on the 9th"."""
    if not later or later[0].match.kinds == ("past",) or is_event(later[0].match):
        return None
    between = [token.word for token in tokens[one.match.end : later[0].match.start]]
    # "Of the closing date, which is 20 March"
    counted = one.answer.missing or is_own(one.match) or is_after_own(one, tokens)
    said_of_it = bool(counted) and not {"which", "that", "that's"}.isdisjoint(between)
    stops = STOPS - {","} if said_of_it else STOPS
    near = len(between) < FURTHEST and not stops.intersection(between)
    same = said_of_it or (
        later[0].clause is one.clause
        and (between or one.answer.missing or one.answer.again or is_own(one.match))
    )
    return later[0] if (same and near) or between == ["("] else None


def named_before(
    one: Candidate, ahead: Sequence[Candidate], tokens: Sequence[Token]
) -> Candidate | None:
    """Return the time that an earlier clause gives for the event: "the panel meets on Monday"."""
    missing = one.answer.missing or ""
    named = set(missing.split())
    dated = [other for other in reversed(ahead) if other.answer.window]
    for other in dated:
        words = {token.word for token in tokens[other.clause.start : other.clause.end]}
        events = [match.value.words for match in other.clause.times if is_event(match)]
        closes = named & CLOSES and words & CLOSES
        if missing in events or closes or words & named - UNSAYING:
            return other
    ends = [other for other in dated if lasts(other) and is_end(other, named, tokens)]
    return min(ends, key=lambda other: other.answer.how != "until", default=None)


def is_end(one: Candidate, named: AbstractSet[str], tokens: Sequence[Token]) -> bool:
    """Whether an event ends a time: "away until the 14th", "when he's back"; "open until", "it closes"."""
    lead = {token.word for token in tokens[one.clause.start : one.match.start]}
    back = one.role == "away" and not named.isdisjoint(RETURNS)
    return back or ("open" in lead and not named.isdisjoint(CLOSES))


def lasts(one: Candidate) -> bool:
    """Whether a time is a while whose end is told: "until the 14th", "from the 3rd to the 14th"."""
    answer = one.answer
    between = answer.how == "on" and answer.time is not None and answer.time.grain == "stretch"
    return between or answer.how in ("until", "for")


def is_ahead(candidate: Candidate) -> bool:
    """Whether "the week after" may be counted from this time, and not from "for two years"."""
    match = candidate.match
    length = candidate.role in ("said", "start", "other", "asked") and has_length(match.value)
    # "Before 11:30 pm on the closing date" is no day
    hour = [part.kinds for part in match.parts] == [("clock",)]
    return not length and not hour and not is_event(match) and match.kinds != ("past",)


def is_event(match: Match) -> bool:
    """Whether words name an event only, such as "the closing date"."""
    return match.kinds[0] == "event"


def is_length(value: object) -> bool:
    """Whether words give a length of time, such as "in ten days"."""
    return isinstance(value, Duration) or (
        isinstance(value, Answer) and value.how in ("in", "by") and value.duration is not None
    )


def counted_back(window: Window, value: object, setting: Setting) -> object:
    """Return the day so long before an event: "two weeks before the start on 20 April"."""
    day = window.earliest or window.latest
    duration = value.duration if isinstance(value, Answer) else value
    return (
        lengths.before(duration, day, setting) if day and isinstance(duration, Duration) else value
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
        case Answer(time=Time(grain="weekday") as time):
            return again_bound(value, time.following(day), setting)
        case Time(grain="weekday"):
            return value.following(day)
        case Duration() as duration:
            return lengths.after(duration, day, setting)
        case Answer(how="by", duration=Duration() as duration):
            return bounds.within_of(setting, duration, calendar.day(day))
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


# "Before he goes" is before he leaves, not before he is back.
DEPARTURES = frozenset("go goes leave leaves fly travel move head off".split())
# An interview is no further away; a day that is, was last year's.
LONGEST_AHEAD = 90 * DAY
# A time is counted from one of so many before it.
NEAREST = 12
# So many words may name an event.
FURTHEST = 9
# Words that many events share.
UNSAYING = frozenset(
    "the a an of that this date day on is are be to in it we they he she all have has your our when for them".split()
)
RETURNS = frozenset("back returns return returned".split())
CLOSES = frozenset("closing closes close closed deadline".split())
COUNTED_FROM = {"after", "before", "from", "of", "following", "prior", "past", "post"}
STOPS = ENDS | {",", ")", "but"}
# A length of time may be followed by these without being counted from an event.
NOT_EVENTS = {
    "i", "you", "me", "us", "them", "that", "this", "there", "everyone", "everything", "all",
    "which", "today", "now", "then", "here", "it",
}  # fmt: skip
SOMEONE = {"he", "she", "they", "we", "anyone", "anybody", "someone"}


DETERMINERS = frozenset("the our your their his her a my".split())
EVENT_BEGINS = DETERMINERS | frozenset(
    "interviews shortlisting references training induction closing hiring recruiting onboarding "
    "funding we they he she".split()
)


def event_of(tokens: Sequence[Token], match: Match) -> tuple[str | None, bool]:
    """Return the event that a time is counted from, if the words right after it name one.

    "Ten days before training begins": "training begins". The second value is whether the day it
    was said will do for now ("a week after he has met the others").
    """
    rest = [token.word for token in tokens[match.end : match.end + FURTHEST]]
    if rest[:2] == ["on", "from"]:
        rest = rest[1:]
    if is_after(tokens, match, rest):
        rest = ["after", *rest]
    elif not has_length(match.value) or not rest or rest[0] not in COUNTED_FROM:
        return None, False
    words = list(takewhile(lambda word: word not in STOPS, rest[1:]))
    named = words[:1] != [] and words[0] in DETERMINERS
    while words and (words[0] in DETERMINERS or words[0] == "to"):
        words = words[1:]
    who = words[0].split("'")[0] if words else ""
    if (
        not words
        or who in NOT_EVENTS
        or (rest[0] == "before" and (who in SOMEONE or are_told(words)))
        or (rest[0] == "from" and is_sender(tokens[match.end : match.end + 3], words))
        or (words[0].endswith("ing") and words[0] not in EVENT_BEGINS and not named)
    ):
        return None, False
    return " ".join(words), who in SOMEONE


def are_told(words: Sequence[str]) -> bool:
    """Whether it is the answer itself that comes: "it's a month before letters go out"."""
    near = any(OUTCOMES.intersection(kinds_of(word)) for word in words[:2])
    return near or any(word in SAYING or TOLD.intersection(kinds_of(word)) for word in words[1:4])


OUTCOMES = frozenset({"outcome", "settle"})
# What somebody does who answers: "it's a month before head office calls anyone".
TOLD = frozenset({"reach", "tell", "learn"})
SAYING = frozenset("say says send sends sent".split())


def is_sender(following: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether it is who the answer comes from: "within the week from Madame herself"."""
    named = any(token.capital and token.word == words[0] for token in following)
    return named or bool(SENDERS & set(words[:3]))


SENDERS = frozenset("team manager recruiter hr office principal agency boss head".split())


def is_before(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether an event follows that comes later: "two weeks before the start date"."""
    rest = [token.word for token in tokens[match.end : match.end + FURTHEST]]
    # "Two weeks before we can tell you" is how long it takes.
    return rest[:1] == ["before"] and SOMEONE.isdisjoint(rest[1:2])


def has_length(value: object) -> bool:
    return isinstance(value, Duration) or (isinstance(value, Answer) and value.duration is not None)


def is_after(tokens: Sequence[Token], match: Match, rest: Sequence[str]) -> bool:
    """Whether an event follows: "the day after the board meeting".

    "On Thursday after the meeting" is Thursday, which needs no event.
    """
    last = tokens[match.end - 1].word
    time = match.value.time if isinstance(match.value, Answer) else match.value
    if not isinstance(time, Time) or not time.relative or last not in ("after", "following"):
        return False
    words = {token.word for token in tokens[max(0, match.start - 1) : match.end]}
    on_that_day = time.grain == "weekday" and not words & {"the", "a", "first", "next", "following"}
    return not on_that_day and rest[:1] != [] and rest[0] in EVENT_BEGINS
