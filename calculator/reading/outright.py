"""What a time is about where the words say it outright, whatever it was taken for.

"Come by on Saturday", "she's out until Monday" and "if there's nothing by then, give me a ring"
leave no room for likelihoods: leave to come, an absence, leave to call; nor does a length that is over.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from copy import replace
from datetime import date

from calculator.days import Window
from calculator.reading.reading import Mention, Reading, Role

type Span = tuple[int, int]

# Someone asks the candidate in for a word: not "come back to you", and not for an interview.
BEFORE = r"and|then|please|just|you|can|could|may|do|so|but|or|why\s+not|always"
BEGINS = rf"(?:^|[.!?;:,\u2013\u2014\n]|\b(?:{BEFORE}))\s*[\"\u201c'\u2018]?\s*"
BEGINS_OR_TO = BEGINS.replace(BEFORE, f"to|{BEFORE}")
TOLD_TO = r"\b(?:me|us|you|said|asked|told|welcome|free|best|better)\s+to\s+"
DROP_IN = (
    r"(?:(?:pop|drop|stop|swing|nip|stick\s+your\s+head)(?:\s+back)?\s+(?:in|by|over|round|around|past|along)"
    r"|come\s+(?:back|by|over|round|around|along|down)(?!\s+to\s+(?:you|me|us|him|her|them)\b)"
    r"|come\s+(?:back\s+)?(?:in\s+)?(?:and|to)\s+(?:see|ask|find)"
    r"|come\s+in(?=[^.!?\n]*\b(?:let\s+you\s+know|tell\s+you|(?:an|your|the|our)\s+(?:answer|decision)|find\s+out))"
    r"|call\s+(?:round|by)|call\s+in(?:\s+and\s+see|\s+(?:at|to)\s+the))"
)
VISIT = re.compile(rf"{BEGINS_OR_TO}({DROP_IN})\b", re.IGNORECASE)
APPOINTED = re.compile(
    r"\b(?:interview\w*|(?:next|second|final|last)\s+round|trial|shifts?|test|assessment|induction|training|orientation|meet(?:ing)?|start)\b",
    re.IGNORECASE,
)

# Someone is not there until a time, or at it; "once she's back" is when the answer comes.
AWAY = re.compile(
    r"(?:['\u2019]s|(?<!we)['\u2019]re|['\u2019]m|\bis|(?<!we )\bare|\bwas|\bgone)\s+"
    r"(?:(?:just|only|still|currently|all|actually|now)\s+)?"
    r"(?:off|out|away|busy|tied\s+up|at\s+lunch|on\s+(?:(?:his|her|their|a|annual|sick|paid)\s+)?"
    r"(?:leave|holidays?|vacation|lunch|break|call|phone|course|road|site)"
    r"|in\s+(?:a\s+|an?\s+\w+\s+|back-to-back\s+)?(?:meetings?|interviews?|appointment|court|surgery|theatre)"
    r"|with\s+(?:a|an|some|another|his|her|their)\s+\w+|travell?ing"
    r"|not\s+(?:in|here|around|available|at\s+(?:her|his|their)\s+desk|working))\b"
    r"|\b(?:isn['\u2019]?t|aren['\u2019]?t|wasn['\u2019]?t|won['\u2019]?t\s+be)\s+"
    r"(?:in|here|around|available|back|at\s+(?:her|his|their)\s+desk|working)\b"
    r"|\bdoes(?:n['\u2019]?t|\s+not)\s+(?:work|come\s+in)\b|\bhas\s+gone\s+home\b",
    re.IGNORECASE,
)
ON_RETURN = re.compile(
    r"\b(?:then|after|afterwards|once|when|as\s+soon\s+as)\b|\bback\s+to\s+(?:you|me)\b"
    r"|\bbefore\s+(?:s?he|they|i)\b",
    re.IGNORECASE,
)

# Of things "out" says that they are there: "results are out by Friday".
A_THING = re.compile(
    r"\b(?:it|that|this|news|(?:result|decision|offer|letter|list|shortlist|e-?mail|mark|grade|score|verdict"
    r"|answer|outcome|notice|announcement|invite|invitation)s?)\s*$",
    re.IGNORECASE,
)

# How long something has gone on already: "they've been interviewing for two weeks".
LASTS = re.compile(r"(?:\w+ing\s+)?for\b", re.IGNORECASE)
GOING_ON = re.compile(r"\bbeen\s+(?:\w+\s+)?\w+ing\b[^.!?,;\n]*\bfor$", re.IGNORECASE)

# Leave to get in touch, in so many words.
CALL = (
    r"(?:(?:call|ring|phone|telephone|email|e-mail|text|message|nudge|chase|contact)\s+"
    r"(?:me|us|him|her|them|the|our|my|again|back|in)|pick\s+up\s+the\s+phone"
    r"|(?:give|drop|send|shoot)\s+(?:me|us|him|her|them|the\s+\w+)\s+an?\s+(?:\w+\s+)?"
    r"(?:ring|call|shout|bell|buzz|tinkle|line|text|email|e-mail|note|nudge|message)"
    r"|get\s+(?:back\s+)?(?:in\s+touch|on\s+to\s+(?:me|us)|hold\s+of\s+(?:me|us))|reach\s+out"
    r"|check\s+(?:back|in)|follow\s+up|touch\s+base|write\s+(?:to\s+)?(?:me|us)"
    r"|try\s+(?:me|us|him|her|them|again|back)|(?:call|ring|phone)\s*(?=[.!?]|$))"
)
UNHEARD = re.compile(
    r"\b(?:if|should|in\s+case)\b[^.!?;\n]{0,40}?\b(?:hear|heard|nothing|word|news|received|had|got|gotten"
    r"|come|contacted|not|anything)\b",
    re.IGNORECASE,
)
IF_NOT = re.compile(
    r"\b(?:if\s+(?:not|nothing|you\s+(?:don['\u2019]?t|do\s+not))|should\s+(?:you|that|it)\s+not|otherwise"
    r"|failing\s+(?:that|which))\b"
    rf"(?:[^.!?\n]{{0,40}}?\b)(?P<call>{CALL})",
    re.IGNORECASE,
)
INVITES = re.compile(rf"\b{CALL}", re.IGNORECASE)
TRY_AGAIN = re.compile(
    rf"(?:{BEGINS}|{TOLD_TO})(?:try|call|ring|phone)\s+(?:(?:me|us|him|her|them)\s+)?(?:back|again)\W*(?:\w+\W*){{0,2}}$",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:do\s+not|don['\u2019]?t|never|no\s+need\s+to)\b", re.IGNORECASE)
# Whoever speaks is not the one who was to be reached.
ABSENT = re.compile(rf"\b(?:he|she|they|[Tt]he\s+\w+|[A-Z]\w+)\s*(?:{AWAY.pattern})", re.IGNORECASE)
PASSES_ON = re.compile(
    r"\b(?:let|tell|remind|ask|inform)\s+(?:him|her|them|\w+)\s+(?:know\s+)?(?:that\s+)?you\b"
    r"|\bpass\s+(?:it|that|this|(?:the|your|a)\s+\w+)\s+(?:on|along)\b(?!\s+to\s+(?:the|our|my)\b)"
    r"|\b(?:give|leave)\s+(?:him|her|them)\s+(?:the|your|a)\s+(?:message|note)\b"
    r"|\btake\s+a\s+message\b"
    r"|\b(?:he|she|they)(?:['\u2019]ll|\s+will|['\u2019]s\s+going\s+to)\s+(?:call|ring|phone|get\s+back\s+to)\s+you\b",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?;](?=\s|$)|\n")
NEW_CLAUSE = re.compile(
    r"[,;:]|\b(?:so|but|we|i|they|he|she|it|will)\b|['\u2019](?:ll|d|re|s)\b", re.IGNORECASE
)
FAR = 60  # letters between what is said of a time and the time
AROUND = 400  # letters on each side of a time that are looked at: what is read grows with the text


def said_outright(reading: Reading, statement: str) -> Reading:
    """Return a reading with the times whose words say outright what they are about as just that."""
    times = times_of(reading)
    roles = {span: role for span in times if (role := role_at(span, statement))}
    leave = {span for span in times if span not in roles and is_to_chase(span, statement)}
    told = roles | dict.fromkeys(leave, "may-contact")
    found = {one.span: one for one in reading.mentions} | {
        span: Mention(role=role, window=times[span], span=span) for span, role in told.items()
    }
    knows = any(one.role == "may-contact" for one in found.values())
    reading = without(reading, roles.keys())
    if reading.window and not knows and (words := IF_NOT.search(statement)):
        span = words.span()
        found[span] = Mention(role="may-contact", window=reading.window, span=span)
    return settled(replace(reading, mentions=tuple(found[span] for span in sorted(found))))


def is_by_colleague(statement: str) -> bool:
    """Whether somebody else answered: "he's in a meeting", "I'll tell her you called"."""
    return bool(PASSES_ON.search(statement) or ABSENT.search(statement))


def times_of(reading: Reading) -> Mapping[Span, Window | None]:
    """Return the places of all times of a reading, each with its days.

    Of "on Saturday, and we'll tell you" the answer may come the day after: the time is Saturday.
    """
    ways = [(span, way.window) for way in reading.choices for span in way.spans]
    ways += [(span, reading.window) for span in reading.spans if reading.window]
    ways.sort(key=lambda one: one[1].earliest or date.max, reverse=True)
    return dict(ways) | {one.span: one.window for one in reading.mentions}


def role_at(span: Span, statement: str) -> Role | None:
    """Return what a time is about, if the words around it say so."""
    if is_visit(span, statement):
        return "may-contact"
    lead = before(span, statement)
    if TRY_AGAIN.search(lead) and not NEGATED.search(lead):
        return "may-contact"
    words = statement[slice(*span)]
    if (lasts := LASTS.match(words)) and GOING_ON.search(lead + lasts[0]):
        return "said"
    absent = AWAY.search(lead + words)
    near = statement[max(0, span[0] - AROUND) : span[1] + AROUND]
    if absent is None or A_THING.search(lead[: absent.start()]) or ON_RETURN.search(near):
        return None
    return "away" if is_of(lead[absent.start() :], absent[0]) else None


def is_visit(span: Span, statement: str) -> bool:
    """Whether the candidate is asked in at a time: "drop by on Monday", "on Monday just pop in"."""
    start, end = span
    lead = before(span, statement)
    reach = lead + statement[start:end]
    rest = behind(span, statement)
    sentence = f"{lead}{statement[start:end]}{rest}"
    if APPOINTED.search(sentence) or NEGATED.search(lead):
        return False
    asked = [found for found in VISIT.finditer(sentence) if found.start(1) < len(reach)]
    leads = bool(asked) and is_of(lead[asked[-1].start(1) :], asked[-1][1])
    follows = VISIT.match(rest.lstrip()) is not None or VISIT.match(rest) is not None
    return leads or (follows and len(lead.split()) <= 1)


def is_of(lead: str, words: str) -> bool:
    """Whether words before a time are of the same clause: not "she's away, so it'll be Monday"."""
    between = lead[len(words) :]
    return bool(lead) and len(between) <= FAR and not NEW_CLAUSE.search(between)


def is_to_chase(span: Span, statement: str) -> bool:
    """Whether leave to get in touch follows a time by which nothing may have come."""
    rest = behind(span, statement)
    unheard = UNHEARD.search(before(span, statement))
    found = INVITES.search(rest)
    return bool(unheard and found and not NEGATED.search(rest[: found.start()]))


def before(span: Span, statement: str) -> str:
    """Return what stands before a time in its sentence."""
    return STOP.split(statement[max(0, span[0] - AROUND) : span[0]])[-1]


def behind(span: Span, statement: str) -> str:
    """Return what stands behind a time in its sentence."""
    return STOP.split(statement[span[1] : span[1] + AROUND], maxsplit=1)[0]


def without(reading: Reading, others: AbstractSet[Span]) -> Reading:
    """Return a reading in which some of its times are no answer."""
    if others.isdisjoint(
        [*reading.spans, *(span for way in reading.choices for span in way.spans)]
    ):
        return reading
    choices = tuple(way for way in reading.choices if others.isdisjoint(way.spans))
    spans = tuple(span for span in reading.spans if span not in others)
    if choices:
        first, *rest = choices
        return replace(
            reading,
            window=first.window,
            spans=first.spans,
            alternatives=tuple(way.window for way in rest),
            choices=choices if rest else (),
            certainty="ask" if rest else "sure",
        )
    return replace(reading, spans=spans, choices=()) if spans else Reading(certainty="none")


def settled(reading: Reading) -> Reading:
    """Return a reading that asks nothing where all that it could mean ends on the same day."""
    if reading.certainty != "ask" or reading.missing or not reading.alternatives:
        return reading
    ends = {way and way.latest for way in (reading.window, *reading.alternatives)}
    if len(ends) > 1 or None in ends:
        return reading
    return replace(reading, certainty="sure", alternatives=(), choices=())
