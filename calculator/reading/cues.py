"""Words that tell which of several times is the answer's: hearing, interviewing, being away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from calculator.reading.chart import Meaning, Phrase
from calculator.reading.values import Setting

type Role = Literal[
    "answer", "stage", "start", "absence", "own", "if", "not", "correction", "then", "past", "split"
]


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words around a time say of it."""

    kinds: ClassVar = ("cue",)
    role: Role


def cue(role: Role) -> Meaning:
    found = Cue(role)

    def find(_: Setting, *_parts: object) -> Cue:
        return found

    return Meaning(role, find)


WORDINGS: dict[Role, tuple[str, ...]] = {
    "answer": (
        "hear|hears|hearing", "know|knowing", "find|finding|finds out", "notify|notified|notifying|notification|notifications",
        "decision|decisions", "decide|decided|decides|deciding", "contact|contacted|contacting|contacts",
        "get|getting|gets|come|coming|circle back", "back to you|me|us|candidates|applicants|everyone",
        "call|calls|calling|called|phone|ring|email|emailed|emailing|emails|e-mail|mail|text|write|message",
        "reply|respond|response|replies|responding", "reach|reaching out", "result|results|outcome|outcomes|verdict",
        "offer|offers", "update|updates|updated|updating", "announce|announced|announcement|announcing|announces",
        "feedback", "next step|steps", "in touch", "touch base", "follow|following up", "confirm|confirmed|confirmation",
        "inform|informed|informing", "tell", "answer|answers", "news", "selection|selected", "choose|choosing|chosen|choice",
        "finalize|finalise|finalized|finalised|finalizing", "revert", "word", "expect|expecting|expected", "wait|waiting",
        "released|published|posted|sent|issued|mailed", "letter", "let|lets|letting", "takes|take|need|needs|allow|give|gives",
    ),
    "stage": (
        "interviewing|interviews", "finish|finishing|finished|finishes", "wrap|wrapping|wraps|wrapped up",
        "more|other|another|few|remaining|last|final candidate|candidates|applicant|applicants|people|person",
        "meet|meeting|meets|seeing", "interview", "conclude|concluding|concludes|complete|completed|completing", "references|reference",
        "background check", "panel", "shortlist|shortlisting", "second|final|first|next round|rounds|stage", "closes|closing", "review|reviewing|reviews",
    ),
    "start": (
        "start|starting date", "start|starts|starting|begin|begins|join|joining", "training|onboarding|orientation", "first day",
        "semester", "term",
    ),
    "absence": (
        "away", "vacation|holiday|leave|pto", "out of|off (the) office|town|country", "out", "travelling|traveling|travel", "off",
    ),
    "own": (
        "i will|'ll|am|plan|can|should|might|could|want|i'll|i'm|im (going|to|planning|gonna) (to) call|email|phone|ring|follow|chase|check|contact|ask|write|reach",
        "i'll|i'm|im (just|probably) (going|gonna|planning) (to) call|email|phone|ring|follow|chase|check|contact|ask|write|reach|send",
        "call|email|contact|phone|ring|write me|us", "you can|could|may|should call|email|contact|phone|ring|write|reach",
        "feel free", "submit|send us|me|your|in", "contact|call|email|phone her|him|them",
    ),
    "if": ("if|unless you|i|we|u haven't|havent|don't|dont|do|have|hadn't|hadnt|didn't|didnt|hear|hasn't (not) (hear|heard|received|get)",
           "if not", "if you|i|we (still) haven't|havent|don't|dont", "unless"),
    "not": ("not|won't|wont|don't|dont|can't|cant|cannot|never|no|isn't|isnt|doesn't|doesnt|wouldn't|wouldnt|unlikely|didn't|didnt|shouldn't|couldn't",),
    "correction": ("sorry|correction|actually|rather|scratch|oops|wait|no",  "i mean|meant", "make that|it", "instead", "changed|pushed|moved|postponed|delayed|updated to|back|until"),
    "then": ("then", "after that", "when|once|upon|on i|he|she|they|we|i'm|he's|she's|they're|return (am|is|are|get|gets|return|returns|get|gets) (back)"),
    "past": ("i interviewed|had|applied|met|spoke|went|heard|got|submitted|sent", "interviewed", "was|were interviewed"),
    "split": (". ", "!|?|;", "but", "so", "and|then (then) (that) i|he|she|they|we|you|will|would|should|after|it|i'm|i'll|we'll|they'll|she'll|he'll|then", "because", "although|though|however", "then",
              ", (so|and|but|then) i|he|she|they|we|you|it|it's|its|i'm|i'll|we'll"),
}  # fmt: skip

PHRASES = tuple(
    Phrase(wording, cue(role)) for role, wordings in WORDINGS.items() for wording in wordings
)
