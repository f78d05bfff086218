"""What is understood of a statement."""

from dataclasses import dataclass
from typing import Literal

from calculator.days import Window

type Certainty = Literal["sure", "ask", "none"]
type Awaits = Literal["decision", "next-round", "offer", "word"]
type Role = Literal[
    "answer",  # when the candidate will hear
    "stage",  # what has to end before the answer comes
    "may-contact",  # when the candidate may, or may not, get in touch
    "asked",  # what the candidate is to do by then: send, accept, confirm
    "interview",  # a further interview, test or visit
    "said",  # when something was said or happened, or how long it has been
    "start",  # the job, the contract, the training begins, or how long it lasts
    "away",  # someone is away, or the office is shut
    "other",  # hours, pay, guesses, other things of their life
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A time of the text that is not the answer's: what it is about, and which words name it.

    ``window`` is ``None`` where the words give no days ("9 to 5"); ``span`` is as in ``Reading``.
    """

    role: Role
    window: Window | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several times that may be the answer's: what it means, and which words name it."""

    window: Window
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is understood of a statement: a window, the words that it came from, and how sure.

    ``certainty`` is ``"sure"``, ``"ask"`` (there are other readings, or something is missing) or
    ``"none"`` (no time in it). ``spans`` are offsets into the statement, start included, end not.
    ``phrases`` are the plain-English names of the phrases that matched, ``assumed`` what was taken for
    granted ("no year given"), ``missing`` what to ask for ("the closing date"). ``awaits`` is what
    the answer is about, ``mentions`` are the other times of the text, in their order. ``choices`` are the
    readings to ask about, the likeliest first, each with its words; there are none unless it asks.
    ``by_holidays``: public holidays were asked for, so that elsewhere it may mean other days.
    """

    certainty: Certainty
    window: Window | None = None
    alternatives: tuple[Window, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    missing: str | None = None
    phrases: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    awaits: Awaits = "word"
    mentions: tuple[Mention, ...] = ()
    choices: tuple[Choice, ...] = ()
    by_holidays: bool = False
