"""What a time means in its clause, with the "not", "if" and "latest" around it."""

from __future__ import annotations

from copy import replace

from calculator.days import DAY, Window
from calculator.reading.chart import Match
from calculator.reading.counted import EVENT_BEGINS, FURTHEST, SOMEONE, event_of
from calculator.reading.cues import Signal
from calculator.reading.meanings import bounds
from calculator.reading.times import Clause, CueMatch, Text
from calculator.reading.values import Answer, Duration, Other, Setting, Time


def moved_to(match: Match, clause: Clause) -> object:
    """Return the new time of "moved from Friday to Monday"."""
    if not clause.before(match.start, "moved"):
        return match.value
    inner = match
    while isinstance(inner.value, Answer) and inner.parts:
        inner = inner.parts[-1]
    is_stretch = isinstance(inner.value, Time) and inner.value.grain == "stretch"
    last = inner.parts[-1].value if inner.parts else None
    return last if is_stretch and isinstance(last, Time) else match.value


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


def meant(value: object, match: Match, clause: Clause, text: Text) -> Answer:
    """Return what a time means in its clause."""
    answer = in_clause(as_answer(value, text.setting), match, clause, text)
    event, known = event_of(text.tokens, match)
    if not event:
        return answer
    return replace(answer, doubtful=True, missing=event, window=answer.window if known else None)


def denial(answer: Answer, match: Match, clause: Clause, text: Text) -> CueMatch | None:
    """Return the "not" of a time; there is none in "who has not been invited by Friday"."""
    negation = clause.before(match.start, "not")
    if not negation or answer.how != "by":
        return negation
    said = {token.word for token in text.tokens[max(0, negation.start - 1) : negation.end]}
    between = {token.word for token in text.tokens[negation.end : match.start]}
    return None if HAPPENED & said or "," in between else negation


HAPPENED = frozenset("has have had hasn't hasnt haven't havent".split())


def in_clause(answer: Answer, match: Match, clause: Clause, text: Text) -> Answer:
    """Return what a time means with the "not", "if", "earliest" and "latest" of its clause."""
    setting = text.setting
    if clause.has("if"):
        return if_unheard(answer, setting)
    negation = clause.before(match.start, "not", "refusal")
    if negation and answer.time and answer.how == "on" and waits_for(negation.end, match, clause):
        return bounds.not_before(setting, answer.time) or answer
    if dated := around_event(answer, match, clause, text):
        return dated
    if answer.time and answer.how == "until" and clause.before(match.start, "moved"):
        return bounds.on_time(setting, answer.time) or answer
    if answer.time and answer.how == "until" and clause.before(match.start, "waiting"):
        return bounds.not_before(setting, answer.time) or answer
    negation = denial(answer, match, clause, text)
    if negation and not clause.before(match.start, "refusal"):
        return negated(answer, setting, directly=is_directly(negation.end, match, clause, text))
    if clause.before(match.start, "refusal"):
        return negated(answer, setting, directly=match is clause.times[0])
    time = answer.time
    if time and answer.how == "on" and is_nearest("earliest", match, clause):
        return bounds.from_time(setting, time) or answer
    if time and answer.how in ("on", "in") and clause.has("latest"):
        found: Answer = bounds.by_time(setting, time)
        return found
    return answer


def around_event(answer: Answer, match: Match, clause: Clause, text: Text) -> Answer | None:
    """Return when the answer comes if a time dates something that it comes after, or before."""
    time = answer.time
    if not time or answer.how != "on":
        return None
    if dates_link(match, clause, text):
        return replace(answer, window=Window(time.last), others=(Window(time.last + DAY),))
    if not dates_event_ahead(match, clause, text):
        return None
    found: Answer = bounds.before_time(text.setting, time)
    return replace(found, others=(bounds.until(text.setting, time.last),))


def is_nearest(role: Signal, match: Match, clause: Clause) -> bool:
    """Whether no other time stands nearer to such a cue: "the 2nd at the earliest, on the 5th"."""

    def distance(cue: CueMatch, time: Match) -> int:
        return max(cue.start - time.end, time.start - cue.end)

    cues = [cue for cue in clause.cues if cue.role == role]
    return any(min(clause.times, key=lambda time: distance(cue, time)) is match for cue in cues)


def dates_link(match: Match, clause: Clause, text: Text) -> bool:
    """Whether a time dates what the answer comes after: "once they've met, which is on the 19th"."""
    link = clause.before(match.start, "link", "after-stage")
    if link is None or any(link.end <= other.start < match.start for other in clause.times):
        return False
    begins, between = text.tokens[link.start].word, text.tokens[link.end : match.start]
    follows = begins in ("after", "once", "following")
    return follows and any(token.word == "which" for token in between)


def dates_event_ahead(match: Match, clause: Clause, text: Text) -> bool:
    """Whether a time dates what the answer comes before: "you'll know before term ends on Friday"."""
    ahead = clause.before(match.start, "ahead")
    if ahead is None or clause.before(ahead.start, "answer") is None:
        return False
    if any(other.end == ahead.start for other in clause.times):
        return False  # "two weeks before the start date of April 20"
    between = [token.word for token in text.tokens[ahead.end : match.start]]
    told = clause.before(match.start, "answer", "not", "purpose")
    plain = told is None or told.start < ahead.start
    named = between[:1] != [] and (between[0] in EVENT_BEGINS or between[0] in SOMEONE)
    return 2 <= len(between) <= FURTHEST and named and plain and "," not in between


def waits_for(start: int, match: Match, clause: Clause) -> bool:
    """Whether something has to happen first: "not until the new manager starts on Monday"."""
    return any(cue.role == "until" and start <= cue.start < match.start for cue in clause.cues)


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
    if duration and answer.how == "by":
        return bounds.at_least(setting, duration) or answer
    if duration and answer.how == "more":
        return bounds.within(setting, duration) or answer
    if time and answer.window and answer.how in ("on", "by") and directly:
        after: Answer = bounds.after_time(setting, time)
        return replace(after, others=(*after.others, answer.window), doubtful=True)
    return answer


def is_directly(end: int, match: Match, clause: Clause, text: Text) -> bool:
    """Whether a "not" stands just before a time, with no other time and no comma in between."""
    between = any(end <= other.start < match.start for other in clause.times)
    comma = any(token.word == "," for token in text.tokens[end : match.start])
    return match.start - end <= 3 and not between and not comma
