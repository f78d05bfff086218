"""What a time is about where the words say it outright, whatever it was taken for.

"Come by on Saturday", "she's out until Monday" and "if there's nothing by then, give me a ring"
leave no room for likelihoods: leave to come, an absence, leave to call; nor does a length that is over.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import replace
from datetime import date
from typing import NamedTuple

from calculator.days import Window
from calculator.reading.reading import Certainty, Mention, Reading, Role
from calculator.reading.roles import ROLES
from calculator.reading.sayings import ends_saying, ever_says, saying, says
from calculator.reading.times import Text

type Span = tuple[int, int]

SIGNS = ".!?;:,\u2013\u2014\n"
QUOTES = " \t\"'\u201c\u2018"
# After these words a clause begins in which something is asked for: "then just pop in".
BEFORE = frozenset("and then please just you can could may do so but or not always".split())
# After these the candidate's answer is: "please let us know by".
ASKING = frozenset("please just kindly you".split())
# After these a call is still to come: "should be getting a call".
AHEAD = frozenset("so and but gonna be should im i'm".split())
GOES_ON = frozenset("and but so though although now still if".split())
THEN = re.compile(r"\b(?:then|after (?:that|which)|before)\b", re.IGNORECASE)
WAIT = re.compile(r"\bwait\b", re.IGNORECASE)
LASTS = re.compile(r"(?:\w+ing\s+)?for\b", re.IGNORECASE)
STOP = re.compile(r"[.!?;](?=\s|$)|\n")
# What may stand between words and their time: "you have about ten days".
# "They vote on Monday, she told me, and that's when".
ASIDE = re.compile(r"^[^,.;:]{2,25},\s*")
# "You'll know before the manager leaves on the 14th".
BEFORE_EVENT = re.compile(
    r" before (?:the|our|my|his|her|term|school|we|i|he|she|they|it|you) [^,.;:]{2,40}$",
    re.IGNORECASE,
)
HEDGE = re.compile(r"(?:\s+(?:about|around|roughly|maybe|like|the))+\s*$", re.IGNORECASE)
SOON = 200  # letters in which it is told what became of a promise
FAR = 60  # letters between what is said of a time and the time
AROUND = 400  # letters on each side of a time that are looked at: what is read grows with the text


def told_outright(
    chances: Sequence[Sequence[float]], text: Text, statement: str
) -> list[Sequence[float]]:
    """Return how likely each time has each role, with no doubt of those that the words tell."""
    spans = [(text.tokens[one.start].start, text.tokens[one.end - 1].end) for one in text.times]
    return [
        told_at(span, last, statement, scores, alone=len(spans) == 1)
        for span, (_, last), scores in zip(spans, [(0, 0), *spans], chances, strict=False)
    ]


# How likely a time is at least at which it is said that the candidate hears, unless all else is
# against it: of 103 texts 17 instead of 27 are then surely wrong (tools/training/README.md).
PROMISED, UNLIKELY = 0.6, 0.06


def told_at(
    span: Span, last: int, statement: str, scores: Sequence[float], *, alone: bool
) -> Sequence[float]:
    """Return how likely a time has each role, by what stands around it, from the time before it on."""
    if role := role_at(span, statement) or role_in_list(span, statement):
        return [float(role == one) for one in ROLES]
    promised = is_promised(span, last, statement)
    checked = scores[0] + scores[1] < PROMISED and is_end_of_check(span, statement)
    if checked and THEN.search(behind(span, statement)):
        return [float(one == "stage") for one in ROLES]
    sole = checked and alone
    told = promised or checked or is_asked_for(span, last, statement, scores)
    if told and scores[0] < PROMISED and (scores[0] >= UNLIKELY or sole):
        rest = (1 - PROMISED) / (1 - scores[0])
        return [PROMISED, *(rest * score for score in scores[1:])]
    if scores[0] > GUESSED and is_guessed(span, statement):
        rest = (1 - GUESSED) / (1 - scores[0] or 1)
        return [GUESSED, *(rest * score for score in scores[1:])]
    return scores


# How likely a time is at most that only may be, or was only guessed: likely enough to be asked about.
GUESSED = 0.3


def is_guessed(span: Span, statement: str) -> bool:
    """Whether nobody promised a time: "I thought I'd know by", "the average wait is"."""
    lead, rest = before(span, statement), behind(span, statement)
    average = says("average", lead) or saying("on average").match(rest.lstrip()) is not None
    others = ends_saying("others say", lead) or saying("others say").match(rest.lstrip(" ,"))
    return average or bool(others) or ends_saying("i guessed", lead)


def is_asked_for(span: Span, last: int, statement: str, scores: Sequence[float]) -> bool:
    """Whether a time is the first after a question for it: "When will I hear? It takes two weeks"."""
    over = scores[ROLES.index("said")] >= PROMISED / 2
    asked, sign, lead = statement[max(last, span[0] - AROUND) : span[0]].rpartition("?")
    if says("their work", lead) and not says("news", lead):
        return False  # "The committee begins its reading in January"
    return not over and sign == "?" and says("when it comes", STOP.split(asked)[-1])


def role_in_list(span: Span, statement: str) -> Role | None:
    """Return what a date is for that makes a line: "March 8 - applicants notified", "Updated: March 8"."""
    start, end = span
    line = statement[max(0, start - AROUND) : start].rpartition("\n")[2]
    if "\n" not in statement:
        return None
    behind = statement[end : end + AROUND].partition("\n")[0]
    label, sign, value = line.strip(BULLETS).partition(":")
    if sign and not value and saying("a record").fullmatch(label):
        return "said"
    if label:
        what, ends = label.strip(BULLETS), not behind.strip(BULLETS + ".")
        told = saying("given out").fullmatch(what) or saying("an outcome").fullmatch(what)
        return "answer" if ends and told else None
    rest = LISTS.match(behind)
    return "answer" if rest and says("given out", rest["what"]) else None


BULLETS = " \t*-\u2022\u2013|"
LISTS = re.compile(r"\s*\S{0,4}\s*(?:\.{3,}|\u2026+|[-\u2013\u2014:])\s+(?P<what>.+)")


def is_promised(span: Span, last: int, statement: str) -> bool:
    """Whether the candidate is said to hear at a time, which nobody only expected."""
    lead = before(span, statement)
    rest = behind(span, statement).lstrip(" ,")
    if any(saying("when it is").match(one) for one in (rest, ASIDE.sub("", rest))):
        return True  # "Match Day is on the 19th, that's when we find out"
    if says("then", statement[slice(*span)]) or says("expected", lead):
        return False
    near = HEDGE.sub("", lead[-max(0, span[0] - last) :])
    opens = len(lead.split()) <= 1 or ends_saying("reported", lead)
    if opens and saying("learns").match(behind(span, statement).lstrip(" ,")):
        return True  # "In two weeks you'll get an answer", "they said in two weeks they'd ring me"
    waits = last_said("not until", near)
    if waits is not None and len(waits.behind) <= FAR and "," not in waits.behind:
        return True  # "I won't decide until I'm back on the 22nd"
    event = BEFORE_EVENT.sub("", near)
    ways = (
        ("given out", near),
        ("learns", near),
        ("learns", event),
        ("put off", HEDGE.sub("", lead)),
    )
    return any(ends_saying(*way) for way in ways) or is_moved_on(span, statement)


def is_moved_on(span: Span, statement: str) -> bool:
    """Whether a time takes the place of what was told first: "originally Monday. It's been moved to"."""
    lead = HEDGE.sub("", before(span, statement))
    told = statement[max(0, span[0] - SOON) : span[0]]
    if ever_says("put right", statement) and says("put right", told) and ends_saying("it is", lead):
        return True
    return (
        ends_saying("moved on", lead) and says("first told", told) and not says("appointed", lead)
    )


def is_end_of_check(span: Span, statement: str) -> bool:
    """Whether a check is over at a time, which asks nothing of anybody: "your DBS should be back"."""
    return ends_saying("check ends", parts(span, statement)[0])


def said_outright(reading: Reading, statement: str) -> Reading:
    """Return a reading with leave to get in touch, and with an answer where only that names its time."""
    times = times_of(reading)
    leave = {span for span in times if is_to_chase(span, statement)}
    told: dict[Span, Role] = dict.fromkeys(leave, "may-contact")
    if any(role_at(span, statement) == "away" for span in reading.spans):  # "then" took it along
        told |= dict.fromkeys(reading.spans, "away")
        reading = Reading(certainty="none", mentions=reading.mentions)
    found = {one.span: one for one in reading.mentions} | {
        span: Mention(role=role, window=times.get(span), span=span) for span, role in told.items()
    }
    knows = any(one.role == "may-contact" for one in found.values())
    if reading.window and not knows and (words := saying("if not, contact").search(statement)):
        span = words.span()
        found[span] = Mention(role="may-contact", window=reading.window, span=span)
    if reading.missing and says("nobody knows when", statement):
        reading = Reading(certainty="none")
    reading = replace(reading, mentions=tuple(found[span] for span in sorted(found)))
    return settled(or_else(reading, leave, statement))


def or_else(reading: Reading, leave: AbstractSet[Span], statement: str) -> Reading:
    """Return a reading without an answer with a time by which it is to come, or may be.

    "Call if you've heard nothing by Friday" promises it by Friday. What they are told to have said is asked about.
    """
    if reading.certainty != "none":
        return reading
    for one in reversed(reading.mentions):
        certainty: Certainty = "sure" if one.span in leave else "ask"
        said = one.role == "said" and is_reported(one.span, statement)
        if one.window and (said or one.span in leave):
            return replace(reading, certainty=certainty, window=one.window, spans=(one.span,))
    return reading


def is_reported(span: Span, statement: str) -> bool:
    """Whether a time is all that they said: "I've waited for two weeks, and they told me Friday"."""
    rest = behind(span, statement).split(maxsplit=1)
    ends = not rest or rest[0][0] in SIGNS or rest[0].lower() in GOES_ON
    is_over = says("then", statement[slice(*span)])
    return ends and not is_over and ends_saying("reported", before(span, statement))


def is_by_colleague(statement: str) -> bool:
    """Whether somebody else answered: "he's in a meeting", "I'll tell her you called"."""
    return says("colleague", statement)


def times_of(reading: Reading) -> Mapping[Span, Window | None]:
    """Return the places of all times of a reading, each with its days.

    Of "on Saturday, and we'll tell you" the answer may come the day after: the time is Saturday.
    """
    ways = [(span, way.window) for way in reading.choices for span in way.spans]
    ways += [(span, reading.window) for span in reading.spans if reading.window]
    ways.sort(key=lambda one: one[1].earliest or date.max, reverse=True)
    return dict(ways) | {one.span: one.window for one in reading.mentions}


class Said(NamedTuple):
    """Words that say a thing, with what stands before and behind them."""

    before: str
    words: str
    behind: str


def last_said(name: str, text: str) -> Said | None:
    """Return the last of the ways to say a thing in a text."""
    found = [*saying(name).finditer(text)][-1:]
    return next((Said(text[: one.start()], one[0], text[one.end() :]) for one in found), None)


def role_at(span: Span, statement: str) -> Role | None:
    """Return what a time is about, if the words around it say so."""
    lead, words, rest = parts(span, statement)
    for name, told in ENDS_WITH.items():
        if ends_saying(name, lead):
            return told
    if is_leave_to_call(span, statement):
        return "may-contact"
    lasts = LASTS.match(words)
    if saying("lasted").match(words) or (lasts and says("going on", lead + lasts[0])):
        return "said"
    opens = last_said("opens", lead)
    if is_condition(lead) or is_replaced(lead, span, statement):
        return "other"
    if (opens and is_of(opens.behind) and not says("learns", opens.before)) or saying(
        "suits"
    ).match(rest.lstrip()):
        return "other"
    if ends_saying("not before", lead) and not says("learns", lead) and says("learns", rest):
        return "other"
    asked = "?" in statement[span[1] : span[1] + len(rest) + 1]
    if role := role_of_candidate(lead, rest, asked=asked):
        return role
    if is_call_to_come(lead) and not says("then", words):
        return "answer"
    near = statement[max(0, span[0] - AROUND) : span[1] + AROUND]
    return "away" if is_absence(lead, words, near) else None


def role_of_candidate(lead: str, rest: str, *, asked: bool) -> Role | None:
    """Return what the candidate does at a time, if the words around it say so."""
    if is_asked(lead, rest):
        return "asked"
    if WAIT.search(lead) and saying("to begin").match(rest.lstrip()):
        return "start"
    asks = last_said("should i", lead)
    if asks is not None and len(asks.behind) <= FAR and asked:
        return "other"
    if ends_saying("a slot", lead.rstrip(" ,:")):
        return "interview"
    is_round = saying("for a round").match(rest.lstrip()) and ends_saying("round follows", lead)
    return "interview" if is_round else None


# What stands right before a time, and what that makes of it.
ENDS_WITH: Mapping[str, Role] = {
    "see you": "interview",
    "took": "said",
    "since then": "said",
    "wished": "other",
    "was first": "said",
    "rounds are": "interview",
    "average wait": "other",
    "none so far": "said",
    "from you": "asked",
    "offer ends": "other",
    "lasts": "other",
}


def is_leave_to_call(span: Span, statement: str) -> bool:
    """Whether the candidate may, or is to, get in touch at a time."""
    lead, _, rest = parts(span, statement)
    asked = is_to_try_again(lead) or is_to_contact(lead)
    return asked or is_visit(span, statement) or is_leave(lead, rest)


def is_absence(lead: str, words: str, near: str) -> bool:
    """Whether someone is not there at a time: "he's out until Monday"."""
    absent = saying("away").search(lead + words)
    if absent is None or ends_saying("a thing", lead[: absent.start()]):
        return False
    if says("on return", near) and not says("auto-reply", near):
        return False
    return absent.start() < len(lead) and is_of(lead[absent.end() :])


def is_visit(span: Span, statement: str) -> bool:
    """Whether the candidate is asked in at a time: "drop by on Monday", "on Monday just pop in"."""
    lead, words, rest = parts(span, statement)
    sentence = lead + words + rest
    asked = list(saying("drop in").finditer(sentence))
    if not asked or says("negated", lead) or says("appointed", sentence):
        return False
    led = [one for one in asked if one.start() < len(lead) and is_told(lead[: one.start()])]
    if led and is_of(lead[led[-1].end() :]):
        return True
    follows = saying("drop in").search(rest) if len(lead.split()) <= 1 else None
    return follows is not None and is_told(rest[: follows.start()])


def is_leave(lead: str, rest: str) -> bool:
    """Whether a time is when they may get in touch: "she said I'm welcome to ring on Thursday"."""
    given = last_said("leave", lead)
    if given is None or not is_of(given.behind) or says("unheard", given.behind):
        return False
    return not says("business", given.words + given.behind + rest)


def is_asked(lead: str, rest: str) -> bool:
    """Whether the candidate is to decide, or to answer, by a time: "you'll have until Friday to accept"."""
    if is_request(lead):
        return True
    given = last_said("mine to decide", lead)
    if given is None or given.behind.strip():
        return False
    return says("decide", given.words) or saying("to decide").match(rest.lstrip()) is not None


def is_request(lead: str) -> bool:
    """Whether an answer is asked for: "let us know by", but not "they'll meet and let us know by"."""
    asked = last_said("let us know", lead)
    if asked is None or asked.behind.strip(QUOTES + "("):
        return False
    first = asked.before.rstrip(QUOTES)
    begins = not first or first[-1] in SIGNS or first.split()[-1].lower() in ASKING
    return begins or ends_saying("i am to", first)


def is_to_contact(lead: str) -> bool:
    """Whether a sentence, or what follows a sign, begins by asking for a call: "call me on Friday"."""
    call = last_said("contact", lead)
    if call is None or call.behind.strip():
        return False
    first = call.before.rstrip(QUOTES)
    return not first or first[-1] in SIGNS or first.split()[-1].lower() in ("please", "just")


def is_condition(lead: str) -> bool:
    """Whether a time belongs to what has to happen first: "and that's if she signs on Friday"."""
    condition = last_said("only if", lead)
    return condition is not None and not any(sign in condition.behind for sign in ",;:")


def is_replaced(lead: str, span: Span, statement: str) -> bool:
    """Whether another time took its place: "I thought I'd know today. It'll be Friday now"."""
    after = statement[span[1] : span[1] + AROUND]
    own, _, following = after[:SOON].partition(". ")
    was = says("was to", lead + own)
    if says("expected", lead) and says("as it is now", after):
        return True
    put_right = ever_says("put right", statement) and says("put right", after[:SOON])
    if put_right and not says("put right", lead):
        return True
    if says("first told", lead) and not says("appointed", own) and says("moved on", after[:FAR]):
        return True
    return was and (
        says("now they say", after) or says("fell through", STOP.split(following)[0][:FAR])
    )


def is_call_to_come(lead: str) -> bool:
    """Whether a clause begins with a call that is to come: "ringing me on Monday"."""
    call = last_said("a call", lead)
    if call is None or call.behind.strip():
        return False
    first = call.before.rstrip(QUOTES)
    return not first or first[-1] in SIGNS or first.split()[-1].lower() in AHEAD


def is_to_try_again(lead: str) -> bool:
    """Whether the words before a time ask for another call: "she's out, try again on"."""
    call = last_said("try again", lead)
    asked = call is not None and is_told(call.before) and len(call.behind.split()) <= 2
    return asked and not says("negated", lead)


def is_told(lead: str) -> bool:
    """Whether what follows is told to the candidate: it begins a clause, or "he told me to" leads."""
    lead = lead.rstrip(QUOTES)
    begins = not lead or lead[-1] in SIGNS or lead.split()[-1].lower() in BEFORE
    return begins or ends_saying("told to", lead)


def is_of(between: str) -> bool:
    """Whether a time is of the clause that so many words before it belong to.

    Not in "she's away, so it'll be Monday".
    """
    new = says("new clause", between) or any(sign in between for sign in ",;:")
    return len(between) <= FAR and not new


def is_to_chase(span: Span, statement: str) -> bool:
    """Whether leave to get in touch goes with a time by which nothing may have come.

    "If you haven't heard by Friday, call", and "call if you haven't heard by Friday".
    """
    lead, rest = before(span, statement), behind(span, statement)
    if (found := saying("contact").search(rest)) and says("unheard", lead):
        between = rest[: found.start()]
        return not says("negated", between) and not says("own plan", between)
    asked = saying("contact").search(lead)
    if asked is None or not says("unheard", lead[asked.end() :]):
        return False
    first = lead[: asked.start()]
    return is_told(first) and not says("negated", first)


def parts(span: Span, statement: str) -> tuple[str, str, str]:
    """Return what stands before a time in its sentence, its words, and what stands behind."""
    return HEDGE.sub("", before(span, statement)), statement[slice(*span)], behind(span, statement)


def before(span: Span, statement: str) -> str:
    """Return what stands before a time in its sentence."""
    return STOP.split(statement[max(0, span[0] - AROUND) : span[0]])[-1]


def behind(span: Span, statement: str) -> str:
    """Return what stands behind a time in its sentence."""
    return STOP.split(statement[span[1] : span[1] + AROUND], maxsplit=1)[0]


def settled(reading: Reading) -> Reading:
    """Return a reading that asks nothing where all that it could mean ends on the same day."""
    if reading.certainty != "ask" or reading.missing or not reading.alternatives:
        return reading
    ends = {way and way.latest for way in (reading.window, *reading.alternatives)}
    if len(ends) > 1 or None in ends:
        return reading
    return replace(reading, certainty="sure", alternatives=(), choices=())
