"""What is to be sent or told: in a sentence of theirs that asks for it, or in the candidate's note."""

from __future__ import annotations

import re
from typing import Literal

from calculator.reading.sayings import saying, says

Kind = Literal["a-thing", "to-tell", "for-news", "only-to-call", "a-question"]

YOURS = re.compile(r"\byour\b", re.IGNORECASE)
OURS = re.compile(r"\bour\b", re.IGNORECASE)
DETERMINED = re.compile(
    r"(?:my|the|an?|some|two|three|four|five|your|their|this|that|\d+)\b", re.IGNORECASE
)
ANY = re.compile(r"^(?:an?|some) ", re.IGNORECASE)
# What is sent of a task is the work, and of people their names.
TASK = re.compile(r"\b(?:task|test|assignment|exercise|challenge|brief)\b", re.IGNORECASE)
PEOPLE = re.compile(r"^(?!.*\b(?:names?|details)\b).*\b(?:referees?|contacts)\b", re.IGNORECASE)
# What they asked stands in quotes, as their own words.
QUESTION = re.compile(r"[^.!?\n]{3,150}\?")
CLAUSE = re.compile(r"(?:if|whether|when|where|how|what|which)\b", re.IGNORECASE)
IF = re.compile(r"^if\b", re.IGNORECASE)
COUNTED = re.compile(r"(?:two|three|four|five|copies|\d+)\b", re.IGNORECASE)
A_THING = re.compile(r"(?:my|the|an?|some|two|three|copies|references)\b", re.IGNORECASE)


def thing_asked(sentence: str) -> str:
    """Return what they asked for, as the candidate would say that they send or tell it.

    Empty where it is neither, or where the reply itself gives it: an answer, or times that suit.

    >>> thing_asked("Could you send us your references by Friday?"), thing_asked("Reply by Friday")
    ('send my references', '')
    >>> thing_asked("Please let me know your notice period.")
    'tell them my notice period'
    """
    for name, does in (("asks for a thing", "send"), ("asks to be told", "tell them")):
        found = saying(name).search(sentence)
        if found and not says("an answer", found["thing"]):
            return f"{does} {YOURS.sub('my', found['thing'].strip())}"
    return ""


def questions_asked(words: str) -> str:
    """Return the questions in what they wrote that wait for an answer, in quotes; or nothing.

    What asks for a thing is no question, nor is what asks for a call or for more time.

    >>> questions_asked("No news yet. When could you start, and are you free to travel?")
    '“When could you start, and are you free to travel?”'
    >>> questions_asked("Can you bear with us?"), questions_asked("Could you send us your notes?")
    ('', '')
    """
    found = (each.strip() for each in QUESTION.findall(words))
    return " ".join(f"“{each}”" for each in found if waits_for_answer(each))


def waits_for_answer(question: str) -> bool:
    """Whether a question is for the candidate to answer."""
    others = ("no question", "contact", "leave", "call back", "drop in")
    is_other = any(says(name, question) for name in others) or thing_asked(question)
    return says("asks you", question) and not is_other


def subject_of_call(sentence: str) -> str:
    """Return what a call of theirs is to be about, as the candidate says it; or nothing.

    >>> subject_of_call("I'll call you on Monday to talk about your start date.")
    'to talk about my start date'
    """
    found = saying("call about").search(sentence) if says("they call", sentence) else None
    return OURS.sub("your", YOURS.sub("my", found["thing"].strip())) if found else ""


def is_request(sentence: str) -> bool:
    """Whether a sentence asks the candidate to do something: "please send us", "could you"."""
    return says("requests", sentence)


def sends(note: str) -> bool:
    """Whether a note names a thing to send, not only a message."""
    return saying("sends").match(note.lstrip(" .,:;-")) is not None


def kind_of_promise(note: str, *, is_free: bool, is_in_their_time: bool) -> Kind:
    """Return what keeps a promise: a thing sent, something told, a question, or the contact alone.

    ``is_free`` is a promise of neither a call nor an email. A note that names nothing may only
    be a question once ``is_in_their_time`` is over: nobody promised to chase an answer early.

    >>> kind_of_promise("give my notice period", is_free=False, is_in_their_time=False)
    'to-tell'
    >>> kind_of_promise("ring them back", is_free=False, is_in_their_time=True)
    'only-to-call'
    """
    note = note.strip()
    if note.startswith("“"):
        return "a-question"
    opens = saying("opens a note").match(note)
    if sends(note):
        return "a-thing"
    if is_free:
        return "to-tell" if opens and opens["tells"] else "a-thing"
    if says("for news", note) and not opens:
        return "for-news"
    is_bare = not note.strip(" .,!") or saying("only a contact").fullmatch(note.rstrip(" .,!"))
    if not is_bare:
        return "to-tell"
    return "only-to-call" if is_in_their_time else "for-news"


def as_sent(note: str) -> str:
    """Return a thing that was promised as it is called once it is sent; empty for none.

    >>> as_sent("send references"), as_sent("send a writing sample"), as_sent("")
    ('my references', 'the writing sample', '')
    >>> as_sent("“When could you start?”")
    'my answer'
    >>> as_sent("send the design task"), as_sent("two referees")
    ('my work on the design task', 'the details of the two referees')
    """
    if note.startswith("“"):
        return "my answer"
    thing = thing_promised(note) if note else ""
    plain = ANY.sub("", thing)
    named = f"the {plain}" if plain != thing or COUNTED.match(thing) else thing
    if TASK.search(named):
        return f"my work on {named}"
    return f"the details of {named}" if PEOPLE.search(named) else named


def thing_promised(note: str) -> str:
    """Return what was promised as it can be named to them; empty where it can't be.

    >>> thing_promised("send them references"), thing_promised("call back")
    ('my references', '')
    >>> thing_promised("tell them my start date"), thing_promised("tell them if I can start")
    ('my start date', 'whether I can start')
    """
    note = note.strip()
    if note.startswith("“"):
        return note
    opens = saying("opens a note").match(note)
    thing = note[opens.end() :].strip() if opens else note
    if opens and opens["about"]:
        return thing
    if opens and opens["tells"] and CLAUSE.match(thing):
        return IF.sub("whether", thing)
    if not (opens and not opens["tells"]) and not A_THING.match(thing):
        return ""
    return thing if DETERMINED.match(thing) else f"my {thing}"
