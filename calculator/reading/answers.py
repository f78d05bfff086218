"""What a text says of when the answer comes, from what its times are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from copy import replace
from itertools import pairwise

from calculator.days import DAY, Window, monday_of, on_or_after
from calculator.reading.chart import Match, names_in
from calculator.reading.counted import (
    NEAREST,
    Candidate,
    again_bound,
    anchor_of,
    counted_back,
    counted_from,
    event_of,
    has_length,
    is_before,
    is_event,
    is_length,
)
from calculator.reading.meanings import bounds
from calculator.reading.promised import last_named
from calculator.reading.reading import Certainty, Choice, Mention, Reading
from calculator.reading.roles import ROLES, Limits, chances_of, weights
from calculator.reading.times import Clause, CueMatch, Text
from calculator.reading.values import Answer, Duration, Other, Setting, Time
from calculator.reading.wordkinds import kinds_of
from calculator.reading.words import Token

# How likely a time must be the answer's to put the likeliest in doubt, and to be offered beside it.
RIVAL, POSSIBLE = 0.9, 0.12
# How likely a time must be to be the answer's too, beside the likeliest.
GOES_WITH = 0.65
MOST_CHOICES = 4


def reading_of(
    text: Text, chances: Sequence[Sequence[float]] | None = None, limits: Limits | None = None
) -> Reading:
    """Return what a text says of when the answer comes.

    ``chances`` are those of each time to have each role, ``limits`` how likely is likely enough;
    both were learned, if they are not given.
    """
    limits = limits or weights().limits
    found = candidates(text, chances_of(text) if chances is None else chances, limits)
    found = [when_it_is_over(on_return(one, text, limits), text, limits) for one in found]
    best = likeliest(found, limits)
    if best is None or best.chance < limits.likely:
        return told(Answer(None), [], found, text)
    chosen = [best] if best.role == "stage" else told_with(best, found, text, limits)
    others = [one for one in found if one not in chosen and ends(one) not in map(ends, chosen)]
    rivals = any(one.chance >= RIVAL and ends(one) for one in others)
    if best.chance < limits.sure or rivals:
        possible = [one for one in others if one.chance >= POSSIBLE]
        return offered([*chosen, *possible], best, found, text)
    if best.role == "stage":
        return told(after_stage(best, text), [best], found, text)
    chosen = corrected(dated_only(chosen), text)
    return told(joined(chosen, text), chosen, found, text)


def likeliest(found: Sequence[Candidate], limits: Limits) -> Candidate | None:
    """Return the time that is likeliest the answer's; its own day goes before a stage's.

    "They vote next Thursday, and you'll hear from me before the 29th."
    """
    best = max(found, key=lambda one: one.chance, default=None)
    if best is None or best.role != "stage":
        return best
    own = [one for one in found if one.role == "answer" and one.chance >= limits.sure]
    return max(own, key=lambda one: one.chance, default=best)


def told_with(
    best: Candidate, found: Sequence[Candidate], text: Text, limits: Limits
) -> list[Candidate]:
    """Return the likeliest time with those that go on from it, lead to it, or put it right."""

    def is_likely(one: Candidate) -> bool:
        is_answer = one.role == "answer" and one.chance >= limits.likely
        first, last = sorted((one, best), key=lambda each: each.match.start)
        return one.chance >= GOES_WITH or (is_answer and is_put_right_by(first, last, text))

    likely = [one for one in found if one is best or is_likely(one)]
    first = last = likely.index(best)
    while first and go_together(likely[first - 1], likely[first], text):
        first -= 1
    while last + 1 < len(likely) and go_together(likely[last], likely[last + 1], text):
        last += 1
    return likely[first : last + 1]


def go_together(one: Candidate, other: Candidate, text: Text) -> bool:
    """Whether two times are said in one breath, of one thing, or end on the same day."""
    return ends(one) == ends(other) or in_one_breath(one, other, text)


def in_one_breath(one: Candidate, other: Candidate, text: Text) -> bool:
    again = other.clause.before(other.match.start, "answer")
    between = {token.word for token in text.tokens[one.match.end : other.match.start]}
    said_anew = again is not None and again.start >= one.match.end
    if said_anew or between & OTHERS_SAY:
        return False
    return other.match.start - one.match.end <= ONE_BREATH


ONE_BREATH = 12
# Another one says something else.
OTHERS_SAY = frozenset("else another whereas while others".split())


def ends(one: Candidate) -> object:
    return one.answer.window and one.answer.window.latest


def offered(
    choices: Sequence[Candidate], best: Candidate, found: Sequence[Candidate], text: Text
) -> Reading:
    """Return a reading that asks which of several times is the answer's."""
    likely = sorted(choices, key=lambda one: (one is not best, -one.chance))[:MOST_CHOICES]
    meant = [
        replace(one, answer=after_stage(one, text)) if one.role == "stage" else one
        for one in likely
    ]
    if not any(one.answer.window for one in meant):
        return told(meant[0].answer, [best], found, text)
    ways = [
        Choice(window=window, spans=(span(one.match, text.tokens),))
        for one in meant
        for window in (one.answer.window, *one.answer.others)
        if window
    ]
    said_on = text.setting.said_on
    ways = [way for way in ways if (way.window.latest or said_on) >= said_on] or ways
    answer = Answer(ways[0].window, tuple(way.window for way in ways[1:]), doubtful=True)
    return replace(told(answer, [best], found, text), choices=once_each(ways))


def once_each(ways: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return the choices without those that mean the same days as one before."""
    return tuple({way.window: way for way in reversed(ways)}.values())[::-1]


def dated_only(chosen: list[Candidate]) -> list[Candidate]:
    """Return the times without events, where a day is given too: "Friday, the deadline"."""
    return [one for one in chosen if not is_undated(one.match)] or chosen


def is_undated(match: Match) -> bool:
    """Whether words name an event, and no length of time from it: "when the committee votes"."""
    counts = any(part.kinds == ("duration",) for part in match.parts)
    value = match.value
    missing = isinstance(value, Other) or (isinstance(value, Answer) and value.missing is not None)
    return is_event(match) or (missing and not counts)


# What a time means, and how likely it is the answer's


def candidates(text: Text, chances: Sequence[Sequence[float]], limits: Limits) -> list[Candidate]:
    """Return the times of a text with what they are about and what they mean."""
    times = [(match, clause) for clause in text.clauses for match in clause.times]
    found = [
        candidate(match, clause, scores, text)
        for (match, clause), scores in zip(times, chances, strict=True)
    ]
    for place, one in enumerate(found):
        anchor = anchor_of(place, found, text)
        if anchor and anchor.answer.window and follows_answer(one, anchor, text, limits):
            found[place] = replace(one, chance=0.0)
        elif anchor and anchor.answer.window and may_follow(one, anchor, limits):
            place_of_anchor = found.index(anchor, max(0, place - NEAREST))
            found[place_of_anchor] = replace(anchor, chance=0.0)
            found[place] = counted(one, anchor, text)
        elif one.answer.again and not one.answer.window and not one.answer.missing:
            found[place] = replace(one, chance=0.0)  # "before then", and no time to count from
    return found


def follows_answer(one: Candidate, anchor: Candidate, text: Text, limits: Limits) -> bool:
    """Whether a length is counted from the answer's time: "the job then starts two weeks later".

    Not where the answer itself is: "they meet on Monday and I'll know two days after that".
    """
    is_answer = anchor.role == "answer" and anchor.chance > max(limits.sure, one.chance)
    time = one.answer.time
    later = time is not None and time.relative and time.grain != "weekday"
    counts = later or (has_length(one.match.value) and not is_back(one, text))
    return is_answer and counts and not tells(one.clause, HEARING, text)


def tells(clause: Clause, kinds: AbstractSet[str], text: Text) -> bool:
    """Whether a clause has a word of these kinds."""
    words = (token.word for token in text.tokens[clause.start : clause.end])
    return any(not kinds.isdisjoint(kinds_of(word)) for word in words)


# Kinds of words that tell of an answer, and of who gets it.
TELLING = frozenset({"tell", "settle", "outcome"})
HEARING = frozenset({"learn", "tell", "reach"})


def may_follow(one: Candidate, anchor: Candidate, limits: Limits) -> bool:
    """Whether the answer may come at a time counted from another.

    Not at "you hear within two weeks; who gets an offer does a drug test within 48 hours".
    """
    return one.chance >= limits.sure or anchor.role not in ("answer", "stage")


def candidate(match: Match, clause: Clause, scores: Sequence[float], text: Text) -> Candidate:
    """Return a time with what it would mean by itself."""
    answer = meant(moved_to(match, clause), match, clause, text)
    role = ROLES[max(range(len(ROLES)), key=lambda place: scores[place])]
    chance = scores[0] + scores[1]
    if role not in ("answer", "stage") and chance > max(scores[2:]):
        role = "answer" if scores[0] >= scores[1] else "stage"
    return Candidate(match, clause, role, chance, answer)


def counted(one: Candidate, anchor: Candidate, text: Text) -> Candidate:
    """Return a time that is counted from another as what it then means."""
    window, time = when_was(anchor, text.setting), anchor.answer.time
    if not window:
        return one
    if time and anchor.answer.how == "after":
        window = Window(None, time.last)
    if window.earliest and is_put_right(one):
        window = Window(None, monday_of(window.earliest) - DAY)
    count = counted_back if is_back(one, text) else counted_from
    value = count(window, one.match.value, text.setting)
    answer = in_clause(as_answer(value, text.setting), one.match, one.clause, text)
    return replace(
        one, answer=in_doubt(answer, text.setting), chance=max(one.chance, anchor.chance)
    )


def is_back(one: Candidate, text: Text) -> bool:
    """Whether a length is counted back from an event: "ten days before training begins"."""
    return has_length(one.match.value) and is_before(one.match, text.tokens)


def when_was(anchor: Candidate, setting: Setting) -> Window | None:
    """Return the days of a time to count from; one that is told of is over: "I met them on the 4th"."""
    window, time = anchor.answer.window, anchor.answer.time
    told = anchor.role == "said" and time is not None and time.again and not time.relative
    if not told or not time or time.first <= setting.said_on:
        return window
    day = last_named(time, anchor.match, setting)
    return Window(day, day + (time.last - time.first))


def in_doubt(answer: Answer, setting: Setting) -> Answer:
    """Return an answer that has to be asked about, where its days were over when it was said."""
    over = answer.window and answer.window.latest and answer.window.latest < setting.said_on
    return replace(answer, doubtful=answer.doubtful or bool(over))


def is_put_right(one: Candidate) -> bool:
    """Whether a weekday is put right, in the same week: "Friday of next week, no, the Thursday"."""
    time = one.answer.time
    weekday = time is not None and time.grain == "weekday"
    return weekday and one.clause.before(one.match.start, "correction") is not None


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
    if answer.time and answer.how == "on" and (beside := beside_event(answer, match, clause, text)):
        return beside
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
    if time and answer.how == "on" and clause.has("earliest"):
        return bounds.from_time(setting, time) or answer
    if time and answer.how in ("on", "in") and clause.has("latest"):
        found: Answer = bounds.by_time(setting, time)
        return found
    return answer


def beside_event(answer: Answer, match: Match, clause: Clause, text: Text) -> Answer | None:
    """Return an answer that comes before or after what a time dates, if it does."""
    time = answer.time
    if time and is_before_event(match, clause):
        return bounds.before_time(text.setting, time) or answer
    if time and dates_link(match, clause, text):
        return replace(answer, window=Window(time.last), others=(Window(time.last + DAY),))
    return None


def is_before_event(match: Match, clause: Clause) -> bool:
    """Whether a time dates what the answer comes before: "before you leave on Saturday"."""
    ahead = clause.before(match.start, "ahead")
    if not ahead or match.start - ahead.end < 1 or not clause.before(ahead.start, "answer"):
        return False
    return all(other is match or other.start > match.start for other in clause.times)


def dates_link(match: Match, clause: Clause, text: Text) -> bool:
    """Whether a time dates what the answer comes after: "once they've met, which is on the 19th"."""
    link = clause.before(match.start, "link", "after-stage")
    if link is None or any(link.end <= other.start < match.start for other in clause.times):
        return False
    begins, between = text.tokens[link.start].word, text.tokens[link.end : match.start]
    follows = begins in ("after", "once", "following")
    return follows and any(token.word == "which" for token in between)


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


def after_stage(stage: Candidate, text: Text) -> Answer:
    """Return an answer that comes when a stage before it has ended, or on a day after."""
    answer = stage.answer
    end = answer.window and (answer.window.latest or answer.window.earliest)
    if not end or is_to_decide(stage):
        return answer
    windows = (Window(end), Window(end + DAY))
    if answer.how == "by" and answer.duration:
        # "Applications are reviewed within two weeks, and you will hear from us"
        return replace(answer, others=windows)
    if any(clause.has("afterwards") for clause in text.clauses):
        windows = windows[::-1]
    return Answer(windows[0], windows[1:], answer.doubtful, assumed=answer.assumed)


def is_to_decide(stage: Candidate) -> bool:
    """Whether it is said right after a time that it brings the answer: "on Friday to decide"."""
    purpose = stage.clause.after(stage.match.end, "purpose")
    if not purpose or stage.clause.after(purpose.end, "afterwards"):
        return False  # "with a decision to follow"
    return purpose.start - stage.match.end <= 2


def corrected(chosen: list[Candidate], text: Text) -> list[Candidate]:
    """Return the times that stand after a correction, and not those that are denied."""
    for index in range(len(chosen) - 1, 0, -1):
        one, other = chosen[index - 1 : index + 1]
        instead = other.clause.after(other.match.end, "correction")
        if instead or is_put_right_by(one, other, text):
            return [bound_like(one, other, text), *chosen[index + 1 :]]
    standing = [one for one in chosen if not is_denied(one, text)]
    return standing or chosen


def is_put_right_by(one: Candidate, other: Candidate, text: Text) -> bool:
    """Whether a correction stands between a time and a later one: "Friday, no, Monday"."""
    return any(
        cue.role == "correction" and one.match.end <= cue.start < other.match.start
        for clause in text.clauses
        for cue in clause.cues
    )


def bound_like(wrong: Candidate, right: Candidate, text: Text) -> Candidate:
    """Return a time put right with the "by" of the one before: "by Thursday, sorry, Friday"."""
    time = right.answer.time
    bare = right.answer.how == "on" and not right.clause.has("answer")
    if not time or not bare or wrong.answer.how not in ("by", "before"):
        return right
    return replace(right, answer=again_bound(wrong.answer, time, text.setting))


def is_denied(candidate: Candidate, text: Text) -> bool:
    """Whether a time is named to say that it is not the one: "not Friday, Monday"."""
    negation = candidate.clause.before(candidate.match.start, "not")
    on_that_day = (
        candidate.answer.doubtful and candidate.answer.window and not candidate.answer.window.latest
    )
    return bool(
        negation
        and on_that_day
        and is_directly(negation.end, candidate.match, candidate.clause, text)
    )


def is_directly(end: int, match: Match, clause: Clause, text: Text) -> bool:
    """Whether a "not" stands just before a time, with no other time and no comma in between."""
    between = any(end <= other.start < match.start for other in clause.times)
    comma = any(token.word == "," for token in text.tokens[end : match.start])
    return match.start - end <= 3 and not between and not comma


def joined(chosen: list[Candidate], text: Text) -> Answer:
    """Return several promises as one: the last one bounds."""
    answers = [candidate.answer for candidate in chosen]
    missing = next((answer for answer in answers if answer.missing), None)
    known = [one for one in chosen if one.answer.window]
    if missing or not known:
        return missing or answers[-1]
    found = known[0].answer
    for one in known[1:]:
        answer = following(found, one.answer, text.setting)
        found = answer if is_latest(one, found, text) else both(found, answer)
    return found


def is_latest(one: Candidate, first: Answer, text: Text) -> bool:
    """Whether a time is said to be the latest, and no later: "before then, Thursday latest"."""
    words = {token.word for token in text.tokens[one.match.start : one.match.end]}
    last, other = (answer.window and answer.window.latest for answer in (one.answer, first))
    return bool(words & {"latest", "most", "max"} and last and other and last < other)


def following(first: Answer, second: Answer, setting: Setting) -> Answer:
    """Return the second of two promises for after the first: "from Monday on, but by Friday"."""
    start = first.window and not first.window.latest and first.window.earliest
    if not start or not second.time or not second.window:
        return second
    if not second.window.latest or second.window.latest >= start:
        return second
    return again_bound(second, second.time.following(start), setting)


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


def on_return(one: Candidate, text: Text, limits: Limits) -> Candidate:
    """Return the time of an absence as when the answer comes "then": the day someone is back."""
    if not one.clause.has("absence") or one.clause.has("answer"):
        return one
    for clause in text.clauses:
        if clause.has("then") and clause.has("answer") and clause.start >= one.clause.start:
            back = when_back(one.answer, text.setting)
            # "Nothing happens before then" and "after that" leave the end open.
            later = clause.has("not", "refusal", "afterwards")
            answer = from_first(back) if later else back
            return replace(one, role="answer", chance=max(one.chance, limits.sure), answer=answer)
    return one


def when_it_is_over(one: Candidate, text: Text, limits: Limits) -> Candidate:
    """Return the time of what the answer is said to follow: "we see the last on Monday and write then".

    Or how long it takes: "the check takes two weeks and then I'll know".
    """
    if one.role not in WAITED_FOR or one.match is not one.clause.times[-1]:
        return one
    if one.role not in ("stage", "interview") and not goes_on(one, text, limits):
        return one
    place = text.clauses.index(one.clause)
    if not any(tells_what_follows(clause, text) for clause in text.clauses[place + 1 : place + 2]):
        return one
    return replace(one, role="stage", chance=max(one.chance, limits.sure))


WAITED_FOR = frozenset({"stage", "interview", "answer", "asked", "other", "away"})


def goes_on(one: Candidate, text: Text, limits: Limits) -> bool:
    """Whether something takes so long or goes on up to a time: "the tryouts run through Friday"."""
    if is_length(one.match.value):
        takes = one.clause.before(one.match.start, "wait") is not None
        return takes and (one.role != "answer" or one.chance < limits.sure)
    before = {
        token.word for token in text.tokens[max(0, one.match.start - 1) : one.match.start + 1]
    }
    return bool(before & {"until", "through"}) and not one.clause.has("answer", "absence")


def tells_what_follows(clause: Clause, text: Text) -> bool:
    """Whether a clause tells the answer for when something is over, and for no time of its own."""
    follows = any(
        cue.start - clause.start <= 2  # "they told us then that" was in the past
        or cue.end + 1 >= clause.end
        or text.tokens[cue.start].word != "then"
        for cue in clause.cues
        if cue.role in ("then", "afterwards")
    )
    words = {token.word for token in text.tokens[clause.start : clause.end]}
    told = clause.has("answer") or tells(clause, TELLING, text)
    other = clause.times or clause.has("not", "refusal", "own") or words & CHASING_UP
    return follows and told and not other


CHASING_UP = frozenset("follow chase check nudge ping".split())


def from_first(answer: Answer) -> Answer:
    return replace(answer, window=Window(answer.window.earliest) if answer.window else None)


def when_back(answer: Answer, setting: Setting) -> Answer:
    """Return the day someone is back; the next working day may be meant too."""
    if answer.time and answer.how == "until" and answer.time.first < answer.time.last:
        found: Answer = bounds.on_time(setting, answer.time)
        return found  # "on hold until July" is over in July
    back = answer.window and (answer.window.latest or answer.window.earliest)
    if not back:
        return answer
    working = on_or_after(back, setting.is_working_day)
    following = on_or_after(back + DAY, setting.is_working_day)
    others = tuple(Window(day, day) for day in (working, following))
    return Answer(Window(back, back), others, answer.doubtful)


def told(
    answer: Answer, chosen: Sequence[Candidate], found: Sequence[Candidate], text: Text
) -> Reading:
    """Return the reading that an answer gives, with the words that it came from."""
    known = answer.window is not None or answer.doubtful
    spans = tuple(span(one.match, text.tokens) for one in chosen) if known else ()
    others = tuple(dict.fromkeys(window for window in answer.others if window != answer.window))
    certainty: Certainty = "none" if not known else "ask" if answer.doubtful else "sure"
    windows = (answer.window, *others) if certainty == "ask" else ()
    return Reading(
        certainty=certainty,
        window=answer.window,
        alternatives=others if known else (),
        spans=spans,
        missing=answer.missing if known else None,
        phrases=tuple(dict.fromkeys(name for one in chosen for name in names_in(one.match))),
        assumed=tuple(dict.fromkeys(note for one in chosen for note in one.answer.assumed)),
        mentions=tuple(mentions(found, spans, text)),
        choices=tuple(Choice(window=window, spans=spans) for window in windows if window),
    )


def mentions(
    found: Sequence[Candidate], spans: Sequence[tuple[int, int]], text: Text
) -> Iterator[Mention]:
    """Yield the times that are not the answer's; the answer's too, if one may get in touch then."""
    for one in found:
        place = span(one.match, text.tokens)
        role = one.role if place not in spans else "may-contact" if is_to_chase(one, text) else None
        if role:
            yield Mention(role=role, window=one.answer.window, span=place)


def is_to_chase(one: Candidate, text: Text) -> bool:
    """Whether a time is that of "if you haven't heard by the 19th, call me"."""
    if not one.clause.has("if"):
        return False
    place = text.clauses.index(one.clause)
    ends = text.clauses[min(place + 1, len(text.clauses) - 1)].end
    words = [token.word for token in text.tokens[one.match.end : ends]]
    return any(word in CHASING and told in TOLD for word, told in pairwise([*words, "."]))


CHASING = frozenset(
    "call ring phone email mail text contact chase reach touch shout check write nudge message".split()
)
TOLD = frozenset("me us him her them back in out up the my our on at with again .".split())


def span(match: Match, tokens: Sequence[Token]) -> tuple[int, int]:
    return tokens[match.start].start, tokens[match.end - 1].end
