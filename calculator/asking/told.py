"""What they said, read: the reading to show, and the window for the plan to stand on."""

from dataclasses import dataclass, replace
from datetime import date

from calculator.days import Window
from calculator.planning.situation import Said
from calculator.reading import read
from calculator.reading.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with the day on which it was made, and what is understood of it.

    ``failed``: reading it was beyond us, by a fault of ours, and it counts as "no time in it".
    """

    statement: str
    on: date
    reading: Reading
    failed: bool = False

    @property
    def said(self) -> Said | None:
        """What the plan stands on; ``None``, as if nothing was said, where no time was found."""
        if self.failed:
            return Said(on=self.on, unread=True)
        window = ends_last(self.reading)
        if window is None:
            return None
        words = " … ".join(self.statement[start:end] for start, end in self.reading.spans)
        doubtful = self.reading.certainty == "ask"
        return Said(on=self.on, window=window, words=words, doubtful=doubtful)


def told(statement: str, *, on: date, country: str, region: str | None) -> Told:
    """Return a statement, read; one that fails leaves the rest of the plan as it is."""
    try:
        reading = read(statement, said_on=on, country=country, region=region)
    except Exception:  # noqa: BLE001 # a fault of ours in one statement must not cost the plan
        return Told(statement=statement, on=on, reading=Reading(certainty="none"), failed=True)
    return Told(statement=statement, on=on, reading=reading)


def chosen(told: Told, window: Window) -> Told:
    """Return what was told with the window that the person chose; the others stay on offer."""
    windows = dict.fromkeys((told.reading.window, *told.reading.alternatives))
    others = tuple(other for other in windows if other and other != window)
    reading = replace(
        told.reading, certainty="sure", window=window, alternatives=others, missing=None
    )
    return replace(told, reading=reading, failed=False)


def ends_last(reading: Reading) -> Window | None:
    """Return the window to plan on: in doubt the one that ends last, an open end being last."""
    if reading.window is None or reading.missing or reading.certainty == "none":
        return None
    windows = (reading.window, *(reading.alternatives if reading.certainty == "ask" else ()))
    return max(windows, key=lambda window: window.latest or date.max)
