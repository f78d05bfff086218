"""Their words as HTML: the ones that carried the time marked, a mail cut short."""

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from calculator.presenting.layout import Layout, joined

STATEMENT = Layout('<blockquote class="reading__statement"><p>{marked}</p></blockquote>')
MARK = Layout("<mark>{words}</mark>")
# In letters: longer is a mail, and so much of it is shown on both sides of a time.
LONG, AROUND = 220, 60


def quoted_html(statement: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Return their words, the ones that carried the time marked; nothing where those are all."""
    if statement.strip(" .,!") in (statement[start:end] for start, end in spans):
        return Markup()
    shown = _shown(statement, spans)
    marked = [_marked(statement, spans, stretch) for stretch in shown]
    is_cut = len(statement) > LONG
    quoted = Markup(" … ").join(["", *marked, ""] if is_cut else marked)
    return STATEMENT.format(marked=quoted) if shown else Markup()


def _shown(statement: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches to show: a short statement, or of a mail what is around its times."""
    if len(statement) <= LONG:
        return [(0, len(statement))]
    shown: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = statement.rfind(" ", 0, max(start - AROUND, 0)) + 1
        last = statement.find(" ", end + AROUND)
        stretch = (first, last if last >= 0 else len(statement))
        if shown and first <= shown[-1][1]:
            stretch = (shown.pop()[0], stretch[1])
        shown.append(stretch)
    return shown


def _marked(statement: str, spans: Sequence[tuple[int, int]], stretch: tuple[int, int]) -> Markup:
    """Return a stretch of the statement with the words that carried the time marked."""
    first, last = stretch
    within = {edge for span in spans for edge in span if first < edge < last}
    return joined(
        MARK.format(words=words)
        if any(start <= at < end for start, end in spans)
        else escape(words)
        for at, upto in pairwise(sorted({first, last, *within}))
        if (words := statement[at:upto])
    )
