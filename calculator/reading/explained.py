"""Why a text is read as it is: its words, its times with what each is about, and what told so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calculator.days import Window
from calculator.reading import chances_in, text_said
from calculator.reading.candidates import candidates
from calculator.reading.features import features_of
from calculator.reading.reading import Role
from calculator.reading.roles import ROLES, ZERO, scored, weights
from calculator.reading.values import Setting

MOST = 6  # features of a time that are shown


def explained(statement: str, setting: Setting) -> Iterator[str]:
    """Yield lines: the words as the phrases see them, then each time of the text.

    A time has its words and days, how likely each role is that it may well have, and the features
    that counted most for the likeliest; their names are told in ``features.py``.
    """
    text = text_said(statement, setting)
    yield "Words: " + " ".join(token.word.replace("\n", "¶") for token in text.tokens)
    found = candidates(text, chances_in(text, statement), weights().limits)
    for one, features in zip(found, features_of(text), strict=True):
        start, end = text.tokens[one.match.start].start, text.tokens[one.match.end - 1].end
        chances = sorted(zip(scored(features), ROLES, strict=True), reverse=True)
        likely = [f"{role} {chance:.2f}" for chance, role in chances if chance >= 0.05]
        yield f"“{statement[start:end]}”: {days(one.answer.window)}; {', '.join(likely)}"
        yield "    " + "  ".join(counting(features, chances[0][1]))


def days(window: Window | None) -> str:
    return f"{window.earliest or '…'} to {window.latest or '…'}" if window else "no days"


def counting(features: Sequence[str], role: Role) -> list[str]:
    """Return the features that said most for a role, or against it, with what they add."""
    known, place = weights(), ROLES.index(role)
    rows = [(name, known.of(name)) for name in dict.fromkeys(features)]
    added = [((row[place] - ZERO) * known.step, name) for name, row in rows if row]
    added.sort(key=lambda one: -abs(one[0]))
    return [f"{worth:+.2f} {name}" for worth, name in added[:MOST]]
