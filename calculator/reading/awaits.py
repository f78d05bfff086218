"""What the answer of a text is about: the decision, the next round, the written offer, or any word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from calculator.reading.reading import Awaits

NEXT = r"(?:next|second|2nd|third|3rd|final|another|further)"
OFFER = re.compile(
    r"\b(?:(?:formal|written|official|unconditional)\s+offer|offer\s+letter|formal\s+letter|in\s+writing"
    r"|letter\s+of\s+(?:offer|appointment)|(?:the|a|your|my|our)\s+(?:contract|paperwork)|contract\s+(?:comes|follows|will)"
    r"|(?:like|pleased|delighted|happy|glad)\s+to\s+offer)\b",
    re.IGNORECASE,
)
ROUND = re.compile(
    rf"\b(?:{NEXT}[- ](?:round|stage|interview)s?|round\s+(?:two|three|2|3)|(?:short|long)list(?:ed|s)?"
    r"|(?:invited?|called?|selected|through|notif\w+|asked|back)\s+(?:\w+\s+)?(?:for|to|about)\s+(?:an?\s+|the\s+)?"
    r"interviews?|call-?backs?|recalls?)\b",
    re.IGNORECASE,
)
DECISION = re.compile(
    r"\b(?:deci[ds]\w+|results?|outcomes?|cho(?:ice|os)\w*|pick\w*|select\w+|verdict|f(?:ind|ound)\w*\s+out|hir(?:e|ing)"
    r"|appoint\w+|(?:un)?successful|offers?|(?<=[\w'\u2019]\s)g[eo]t(?:ting)?\s+(?:it|the)(?!\s*[,.;!])|notif\w+|(?:yes|yea|yay)\s+or\s+(?:no|nay)"
    r"|either\s+way|whether|if\s+(?:i|we|you)|answer|announce\w*|minds?|vote\w*|rejection|accept\w*)\b",
    re.IGNORECASE,
)
ABOUT: tuple[tuple[Awaits, re.Pattern[str]], ...] = (
    ("offer", OFFER),
    ("next-round", ROUND),
    ("decision", DECISION),
)
BREAK = re.compile(r"[.!?](?=\s)|\n")


def awaits_of(statement: str, spans: Sequence[tuple[int, int]]) -> Awaits:
    """Return what the sentence around an answer's time is about.

    >>> awaits_of("The written offer follows by Friday.", [(26, 35)])
    'offer'
    """
    for start, end in spans[:1]:
        sentence = sentence_at(statement, start, end)
        return next((about for about, words in ABOUT if words.search(sentence)), "word")
    return "word"


def sentence_at(statement: str, start: int, end: int) -> str:
    """Return the sentence, or the line, that holds a place of a statement."""
    before = [match.end() for match in BREAK.finditer(statement, 0, start)]
    after = BREAK.search(statement, end)
    return statement[before[-1] if before else 0 : after.end() if after else len(statement)].strip()
