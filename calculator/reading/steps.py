"""What the answer waits for: a stage that ends, someone who comes back."""

from __future__ import annotations

from collections.abc import Sequence
from copy import replace
from itertools import islice

from calculator.days import DAY, WEEK, Window, on_or_after
from calculator.reading.candidates import HEARING, has_kind, tells
from calculator.reading.counted import Candidate, is_length
from calculator.reading.meanings import bounds
from calculator.reading.roles import Limits
from calculator.reading.times import Clause, Text
from calculator.reading.values import Answer, Setting
from calculator.reading.words import Token

# Kinds of words that tell of an answer.
TELLING = frozenset({"tell", "settle", "outcome"})


def after_stage(stage: Candidate, text: Text) -> Answer:
    """Return an answer that comes when a stage before it has ended, or on a day after."""
    answer = stage.answer
    end = answer.window and (answer.window.latest or answer.window.earliest)
    if not end:
        return answer
    if stage.clause.after(stage.match.end, "purpose"):
        return answer  # "they meet on Monday to pick someone": that day is the answer's
    windows = (Window(end), Window(end + DAY))
    later = any(clause.has("then", "afterwards") for clause in text.clauses)
    theirs = stage.clause.has("stage", "topic")
    if answer.how == "by" and (answer.duration or not (theirs or later)):
        # "Applications are reviewed within two weeks, and you will hear from us", "she wants to
        # have it wrapped up by Friday and will call me"
        return replace(answer, others=windows)
    if any(clause.has("afterwards") for clause in text.clauses):
        windows = windows[::-1]
    return Answer(windows[0], windows[1:], answer.doubtful, assumed=answer.assumed)


def decided_first(
    one: Candidate, later: Sequence[Candidate], text: Text, limits: Limits
) -> Candidate:
    """Return the time of a decision as a step's, if they say when they tell: "and call you on the 9th".

    Some way further on of a later day only: "a decision by the 9th, so you hear from us by the 19th".
    """
    lead = text.tokens[one.clause.start : one.match.start]
    if one.role != "answer" or not decides(lead):
        return one
    told = any(
        after.role == "answer" and after.chance >= limits.sure and is_told_at(after, one, text)
        for after in later
    )
    return replace(one, role="stage") if told else one


def decides(lead: Sequence[Token]) -> bool:
    """Whether a time is when they have decided, by what stands before it, and not when they tell."""
    words = {token.word for token in lead}
    has = "decision" in words and bool(words & DECIDING) and not has_kind(lead, {"you"})
    return (has or has_kind(lead, {"settle"})) and not has_kind(lead, NEWS)


def is_told_at(after: Candidate, one: Candidate, text: Text) -> bool:
    """Whether the candidate is told at a later time what is decided at this one."""
    between = text.tokens[one.match.end : after.match.start]
    if len(between) <= FEW:
        return has_kind(between, HEARING)
    lead = text.tokens[max(after.clause.start, one.match.end) : after.match.start]
    windows = (one.answer.window, after.answer.window)
    first, last = (window.latest if window else None for window in windows)
    follows = first is not None and last is not None and first < last
    return len(between) <= MORE and follows and has_kind(lead, HEARING)


DECIDING = frozenset("have make made reach reached come take".split())
FEW, MORE = 8, 35  # words between two times: in one sentence, and further on
NEWS = frozenset({"tell", "reach"})


def on_return(one: Candidate, text: Text, limits: Limits) -> Candidate:
    """Return the time of an absence as when the answer comes "then": the day someone is back."""
    # Not of "he has been away since April".
    gone = one.role == "away" or (one.clause.has("absence") and one.role != "said")
    if not gone or not one.answer.window or one.clause.before(one.match.start, "answer"):
        return one
    for clause in text.clauses[text.clauses.index(one.clause) :]:
        if clause.times and clause is not one.clause and one.role == "away":
            continue  # "he's in town till Thursday and rings on Friday when he's back"
        if clause.has("then") and clause.has("answer"):
            back = when_back(one.answer, text.setting)
            # "Nothing happens before then" and "after that" leave the end open.
            later = clause.has("not", "refusal", "afterwards")
            answer = from_first(back) if later else back
            return replace(
                one, role="answer", chance=max(one.chance, limits.sure * limits.bare), answer=answer
            )
    return one


def when_it_is_over(one: Candidate, text: Text, limits: Limits) -> Candidate:
    """Return the time of what the answer is said to follow: "we see the last on Monday and write then".

    Or how long it takes: "the check takes two weeks and then I'll know".
    """
    if one.role not in WAITED_FOR or one.match is not one.clause.times[-1]:
        return one
    waited = is_waited(one)
    if one.role not in ("stage", "interview") and not waited and not goes_on(one, text, limits):
        return one
    place = text.clauses.index(one.clause)
    rest = (each for each in text.clauses[place + 1 :] if each.end - each.start > 1)  # ", so"
    telling = [each for each in islice(rest, 1) if tells_what_follows(each, text)]
    if not telling:
        return one
    chance = max(one.chance, limits.sure * limits.bare)
    if ends_then(telling[0], text) and is_a_while(one):
        return replace(one, role="answer", chance=chance)  # "they hire in Q2, so I'd hear then"
    if waited and ends_then(telling[0], text):
        return replace(one, role="answer", chance=chance, answer=at_end(one.answer))
    return replace(one, role="stage", chance=chance)


def ends_then(clause: Clause, text: Text) -> bool:
    """Whether the answer comes at the very time: "bear with me for a week, and I'll know then"."""
    last = [token.word for token in text.tokens[clause.start : clause.end] if token.word.isalpha()]
    return last[-1:] == ["then"]


def is_a_while(one: Candidate) -> bool:
    """Whether a step takes place at some time of a month or longer."""
    time = one.answer.time
    return one.answer.how == "on" and time is not None and time.last - time.first > MONTHLY


MONTHLY = 3 * WEEK


def is_waited(one: Candidate) -> bool:
    """Whether the candidate is asked to wait so long: "sit tight until Friday"."""
    return one.clause.before(one.match.start, "patience") is not None


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
    chases = words & CHASING_UP or (words & MINE and words & CALLING)
    other = clause.times or clause.has("not", "refusal", "own") or chases
    return follows and told and not other


CHASING_UP = frozenset("follow chase check nudge ping".split())
MINE = frozenset("i'm i'll im ill i'd".split())
CALLING = frozenset("ring ringing call calling phone phoning email emailing text texting".split())


def from_first(answer: Answer) -> Answer:
    return replace(answer, window=Window(answer.window.earliest) if answer.window else None)


def at_end(answer: Answer) -> Answer:
    end = answer.window and (answer.window.latest or answer.window.earliest)
    return Answer(Window(end, end)) if end else answer


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
