"""What a promise of the candidate's is about, read from the note that goes with it."""

import re
from typing import Literal

from calculator.situation import SENDS

# A note names the thing after the verb; anything else stays a blank.
THEM = r"(?:you|them|him|her)"
OPENS = re.compile(
    rf"(?:to )?(?:(?:send|share|email|forward|submit|upload|hand in|return)(?: {THEM})?"
    rf"|(?P<tells>(?:give|provide|confirm)(?: {THEM})?|(?:tell|answer) {THEM}|let {THEM} know)"
    r"(?P<about> about)?) ",
    re.IGNORECASE,
)
DETERMINED = re.compile(r"(?:my|the|an?|some|your|their|this|that|\d+)\b", re.IGNORECASE)
A_THING = re.compile(r"(?:my|the|an?|some|two|three|copies|references)\b", re.IGNORECASE)

# Notes that name no more than the contact itself, and those that promise to ask for the answer.
ONLY_A_CONTACT = re.compile(
    r"(?:(?:to )?(?:call|ring|phone|email|write|get (?:back )?in touch|get back)"
    r"(?: (?:to|you|them|him|her|back|again|up))*)?\W*",
    re.IGNORECASE,
)
ASKS_FOR_NEWS = re.compile(
    r"\b(?:ask|hear|check|see|find out|chase|enquire|inquire)\b.*"
    r"\b(?:news|decision|decided|deciding|outcome|results?|status|progress|next steps?|heard"
    r"|going)\b"
    r"|\b(?:follow up|check in|touch base)\W*$",
    re.IGNORECASE,
)

Kind = Literal["a-thing", "to-tell", "for-news"]


def kind_of_promise(note: str, *, is_free: bool, is_in_their_time: bool) -> Kind:
    """Return what keeps a promise: a thing sent, something told, or a question for news.

    ``is_free`` is a promise of neither a call nor an email. A note that names nothing may only
    be a question once ``is_in_their_time`` is over: nobody promised to chase an answer early.

    >>> kind_of_promise("give my notice period", is_free=False, is_in_their_time=False)
    'to-tell'
    """
    note = note.strip()
    opens = OPENS.match(note)
    if SENDS.match(note):
        return "a-thing"
    if is_free:
        return "to-tell" if opens and opens["tells"] else "a-thing"
    if ASKS_FOR_NEWS.search(note) and not opens:
        return "for-news"
    is_bare = ONLY_A_CONTACT.fullmatch(note) is not None
    return "for-news" if is_bare and not is_in_their_time else "to-tell"


def thing_promised(note: str) -> str:
    """Return what was promised as it can be named to them; empty where it can't be.

    >>> thing_promised("send them references"), thing_promised("call back")
    ('my references', '')
    >>> thing_promised("tell them my start date"), thing_promised("tell them when I can start")
    ('my start date', '')
    """
    note = note.strip()
    opens = OPENS.match(note)
    thing = note[opens.end() :] if opens else note
    if opens and opens["about"]:
        return thing
    if not (opens and not opens["tells"]) and not A_THING.match(thing):
        return ""
    return thing if DETERMINED.match(thing) else f"my {thing}"
