"""A text as words with their places in it, each with what it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from calculator.reading.lookalikes import without_lookalikes
from calculator.reading.spelling import pieces, standard
from calculator.reading.values import MonthDay, Number, Other
from calculator.reading.vocabulary import FILLERS, GERMAN_DAYS, SENSES, SPELLINGS, Sense

# One character for another, so that places in the text stay the same.
PLAIN = str.maketrans("’‘ʼ`´“”«»–—‑−‐\xa0\u202f\u2009\ufeff\u200b\r", "'''''\"\"\"\"-----     \n")

TOKEN = re.compile(
    r"""
    (?P<web>(?:https?://|www\.)\S*[^\s.,;:!?)>] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
        | [^\W_][\w-]*\.(?:com|org|net|co|io|ai|edu|gov|uk)(?![^\W_])(?:/\S*[^\s.,;:!?)>])?)
    | (?P<code>\d{1,4}[-/.]\d[\d/.-]*-(?-i:(?!AM|PM|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{1,3})(?!\w)
        | (?-i:(?!(?:MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\b)
          [A-Z]{2,}[-/])\d[\w/.-]*\w
        | \d{3}-\d{2}-\d{2}(?!\d) | \(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d) | \d{3}[-.]\d{4}(?!\d))
    | (?P<iso>\d{4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d))
    | (?P<numeric>\d{1,2}(?P<by>[-/.])\d{1,2}(?P=by)(?:\d{4}|\d{2})(?!\d|[./]\d))
    | (?P<phone>(?:\+\d|0\d)[\d ()-]{6,}\d(?!\d))
    | (?P<week>\d{4}-?[wW]\d{1,2}(?:-\d)?(?!\d))
    | (?P<short>\d{1,2}/\d{1,2}(?![\d/]))
    | (?P<spoken>(?:b4|2day|2nite|2night|2m[a-z]+|1/2)(?![^\W_]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?)
    | (?P<ordinal>\d{1,4}[ ]?(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W\d_]))
    | (?P<year>'\d{2}(?!\d))
    | (?P<dotted_date>(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]\b\.?|1[0-2]\.)(?!\d)(?!\s*%)
        | (?=\d\d?\.\d\d?\.)(?:(?<=\bby\s)|(?<=\bon\s)|(?<=\bto\s)|(?<=\bor\s)|(?<=fore\s)|(?<=from\s)|(?<=after\s)|(?<=til\s)|(?<=till\s)
            |(?<=latest\s)|(?<=day\s)|(?<=day,\s)|(?<=\b(?:mon|tue|wed|thu|fri)\s)|(?<=\b(?:mo|di|mi|do|fr|sa|so)\s)
            |(?<=\b(?:mo|di|mi|do|fr|sa|so)[.,]\s))
          (?:[12]\d|3[01]|[1-9])\.(?:1[0-2]|[1-9])\.(?!\d))
    | (?P<decimal>\d{1,4}\.\d{1,2}(?![\d.]))
    | (?P<digits>\d+)
    | (?P<dotted>[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?)
    | (?P<slashed>w/[a-zA-Z]+(?![^\W\d_])|[xX]-mas)
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<compared>[<>]=) | (?P<dots>\.{2,}) | \n | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


# Signs that stand for a word: "> 2 weeks", "1~2 weeks".
SIGNS = {
    ">=": "minimum",
    "<=": "under",
    ">": "over",
    "<": "under",
    "≤": "under",
    "≥": "minimum",
    "~": "-",
}


class Token(NamedTuple):
    """A word, how it is usually spelt, its place in the text, and what it may stand for."""

    word: str
    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    capital: bool = False

    @property
    def is_filler(self) -> bool:
        """Whether a phrase may step over it."""
        return self.word in FILLERS


def tokens(text: str) -> list[Token]:
    """Return the words of a text, in order; numbers and signs are words too."""
    found: list[Token] = []
    for match in TOKEN.finditer(text.translate(PLAIN)):
        new = READERS.get(match.lastgroup or "", sign)(match[0], match.start())
        if not (match[0] == "." and found and is_abbreviation(text, found[-1])):
            found.extend(new)
    return without_lookalikes(found)


def is_abbreviation(text: str, token: Token) -> bool:
    """Whether a full stop after a word only says that it is short: "Mar. 15", "Wed. or Thurs."."""
    written = text[token.start : token.end].lower()
    after = text[token.end + 1 : token.end + 3].lstrip()
    if written in GERMAN_DAYS and after[:1].isdigit():
        return True
    return SPELLINGS.get(written) == token.word != written and (
        after[:1].isdigit() or after[:1].islower()
    )


def sign(text: str, start: int) -> list[Token]:
    return [Token(SIGNS.get(text, text), start, start + len(text))]


def ellipsis(text: str, start: int) -> list[Token]:
    return [Token("…", start, start + len(text))]


def number(text: str, start: int) -> list[Token]:
    senses: list[Sense] = []
    if len(text) <= 4:
        value = int(text)
        senses.append(("number", Number(value, value)))
        senses.append(("digits", value))
        if 1900 <= value < 2200:
            senses.append(("year", value))
    elif len(text) == 8:
        senses.append(("year-month-day", (int(text[:4]), int(text[4:6]), int(text[6:]))))
    return [Token(text, start, start + len(text), tuple(senses))]


def decimal(text: str, start: int) -> list[Token]:
    sense = ("number", Number(float(text), float(text)))
    return [Token(text, start, start + len(text), (sense,))]


def dotted_date(text: str, start: int) -> list[Token]:
    """Return a date as it is written in much of Europe, which may be a number: "15.04."."""
    day, month = text.rstrip(".").split(".")
    value = float(text.rstrip("."))
    senses = (("month-day", MonthDay(int(month), int(day))), ("number", Number(value, value)))
    return [Token(text, start, start + len(text), senses)]


def ordinal(text: str, start: int) -> list[Token]:
    number = int(text[:-2])
    senses = (("ordinal", number), ("day-number", number))
    return [Token(text, start, start + len(text), senses)]


def short_year(text: str, start: int) -> list[Token]:
    return [Token(text, start, start + len(text), (("year", 2000 + int(text[1:])),))]


def iso_date(text: str, start: int) -> list[Token]:
    parts = tuple(int(part) for part in re.split(r"[-/.]", text))
    return [Token(text, start, start + len(text), (("year-month-day", parts),))]


def numeric_date(text: str, start: int) -> list[Token]:
    parts = tuple(int(part) for part in re.split(r"[-/.]", text))
    return [Token(text, start, start + len(text), (("date-in-numbers", parts),))]


def short_date(text: str, start: int) -> list[Token]:
    low, high = (int(part) for part in text.split("/"))
    senses: tuple[Sense, ...] = (("short-date", (low, high)),)
    if low < high:
        senses = (*senses, ("number", Number(low, high)))
    if (low, high) in ((1, 2), (1, 4), (3, 4)):
        senses = (*senses, ("fraction", low / high))
    if (low, high) == (24, 7):
        senses = ()
    return [Token(text, start, start + len(text), senses)]


def iso_week(text: str, start: int) -> list[Token]:
    return [Token(text, start, start + len(text), (("iso-week", text),))]


def clock(text: str, start: int) -> list[Token]:
    return [Token(text, start, start + len(text), (("clock", Other(("clock",))),))]


def word(text: str, start: int) -> list[Token]:
    plain = text.lower()
    end = start + len(text)
    if plain.endswith("'s") and plain[:-2] not in CONTRACTED:
        return [*word(text[:-2], start), Token("'s", end - 2, end)]
    spelt = standard(plain)
    if plain.endswith("ish") and standard(plain[:-3]) in SENSES:
        return word(text[:-3], start)
    if spelt not in SENSES and len(together := pieces(plain)) > 1:
        return [part for piece, at in placed(together, start) for part in word(piece, at)]
    return [Token(spelt, start, end, SENSES.get(spelt, ()), text[0].isupper())]


# "It's" is two words, "Friday's" is one with an ending.
CONTRACTED = frozenset(
    "it he she that there here what who where when how let this one everyone someone everything nothing".split()
)


def placed(words: Iterable[str], start: int) -> Iterator[tuple[str, int]]:
    """Yield words that were run together with the places where they begin."""
    for piece in words:
        yield piece, start
        start += len(piece)


def dotted(text: str, start: int) -> list[Token]:
    return word(text.rstrip("."), start)


READERS = {
    "iso": iso_date,
    "numeric": numeric_date,
    "week": iso_week,
    "short": short_date,
    "clock": clock,
    "ordinal": ordinal,
    "year": short_year,
    "dotted_date": dotted_date,
    "decimal": decimal,
    "digits": number,
    "dots": ellipsis,
    "dotted": dotted,
    "slashed": word,
    "spoken": word,
    "word": word,
}
