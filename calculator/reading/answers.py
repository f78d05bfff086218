"""What a text says of when the answer comes, from what its times are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import replace
from itertools import pairwise

from calculator.reading.candidates import HEARING, candidates, tells
from calculator.reading.chart import Match, names_in
from calculator.reading.counted import Candidate
from calculator.reading.joining import are_of_two, corrected, dated_only, ends, joined, told_with
from calculator.reading.reading import Certainty, Choice, Mention, Reading
from calculator.reading.roles import Limits, chances_of, weights
from calculator.reading.steps import after_stage, decided_first, on_return, when_it_is_over
from calculator.reading.times import Text
from calculator.reading.values import Answer
from calculator.reading.words import Token

# How likely a time must be the answer's to put the likeliest in doubt, and to be offered beside it.
RIVAL, POSSIBLE = 0.9, 0.12


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
    found = [
        decided_first(one, found[place + 1 :], text, limits) for place, one in enumerate(found)
    ]
    best = likeliest(found, limits)
    if best is None or best.chance < (least := needed(best, found, text, limits)).likely:
        return told(Answer(None), [], found, text)
    chosen = [best] if best.role == "stage" else told_with(best, found, text, limits)
    others = [one for one in found if one not in chosen and ends(one) not in map(ends, chosen)]
    rivals = any(is_rival(one, best, text, limits) for one in others)
    if best.chance < least.sure or rivals:
        possible = [one for one in others if one.chance >= POSSIBLE]
        return offered([*chosen, *possible], best, found, text)
    if best.role == "stage":
        return told(after_stage(best, text), [best], found, text)
    chosen = corrected(dated_only(chosen), text)
    return told(joined(chosen, text), chosen, found, text)


def needed(best: Candidate, found: Sequence[Candidate], text: Text, limits: Limits) -> Limits:
    """Return how likely a time must be: of several, more so where its clause tells of no answer."""
    told = best.clause.has("answer") or tells(best.clause, HEARING, text)
    if told or sum(one.answer.window is not None for one in found) < SEVERAL:
        return limits
    return Limits(limits.sure * limits.bare, limits.likely * limits.bare, limits.bare)


SEVERAL = 3  # times


def is_rival(one: Candidate, best: Candidate, text: Text, limits: Limits) -> bool:
    """Whether a time may as well be the answer's as the likeliest, or is that of another group."""
    if not ends(one) or leads_to(one, best):
        return False
    two = one.role == best.role == "answer" and one.chance >= limits.sure
    return one.chance >= RIVAL or (two and are_of_two(one, best, text))


def leads_to(stage: Candidate, best: Candidate) -> bool:
    """Whether a time is that of a step before the answer: "they meet on Monday and call on Tuesday"."""
    first, last = (one.answer.window and one.answer.window.latest for one in (stage, best))
    return stage.role == "stage" != best.role and bool(first and last and first <= last)


def likeliest(found: Sequence[Candidate], limits: Limits) -> Candidate | None:
    """Return the time that is likeliest the answer's; its own day goes before a stage's.

    "They vote next Thursday, and you'll hear from me before the 29th."
    """
    best = max(found, key=lambda one: one.chance, default=None)
    if best is None or best.role != "stage":
        return best
    own = [one for one in found if one.role == "answer" and one.chance >= limits.sure]
    return max(own, key=lambda one: one.chance, default=best)


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
