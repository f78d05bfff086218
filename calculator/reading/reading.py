"""What is understood of a statement."""

from dataclasses import dataclass
from typing import Literal

from calculator.days import Window

type Certainty = Literal["sure", "ask", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is understood of a statement: a window, the words that it came from, and how sure.

    ``certainty`` is ``"sure"``, ``"ask"`` (there are other readings, or something is missing) or
    ``"none"`` (no time in it). ``spans`` are offsets into the statement, start included, end not.
    ``phrases`` are the plain-English names of the phrases that matched, ``assumed`` what was taken for
    granted ("no year given"), ``missing`` what to ask for ("the closing date").
    """

    certainty: Certainty
    window: Window | None = None
    alternatives: tuple[Window, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    missing: str | None = None
    phrases: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
