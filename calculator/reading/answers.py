"""Which of the times in a text is the answer's, and the reading that follows."""

from __future__ import annotations

from calculator.reading import bounds
from calculator.reading.chart import Match, names_in
from calculator.reading.reading import Reading
from calculator.reading.values import Answer, Duration, Setting, Time
from calculator.reading.words import Token

TIMES = {"answer": 0, "time": 1, "past": 1, "duration": 2}
NONE = Reading(certainty="none")


def timed(chart: list[list[Match]]) -> list[Match]:
    """Return the longest times, from left to right, none inside another."""
    found, position = [], 0
    while position < len(chart):
        here = [match for match in chart[position] if match.kinds[-1] in TIMES]
        if here:
            best = max(here, key=lambda match: (match.end, -TIMES[match.kinds[-1]]))
            found.append(best)
            position = best.end
        else:
            position += 1
    return found


def answer_of(match: Match, setting: Setting) -> Answer:
    value = match.value
    if isinstance(value, Time):
        return bounds.on_time.find(setting, value)
    if isinstance(value, Duration):
        return bounds.in_duration.find(setting, value)
    return value


def reading_of(tokens: list[Token], chart: list[list[Match]], setting: Setting) -> Reading:
    found = [match for match in timed(chart) if match.kinds != ("past",)]
    if not found:
        return NONE
    chosen = found[-1]
    answer = answer_of(chosen, setting)
    if answer.window is None and not answer.doubtful:
        return NONE
    span = (tokens[chosen.start].start, tokens[chosen.end - 1].end)
    return Reading(
        certainty="ask" if answer.doubtful else "sure",
        window=answer.window,
        alternatives=tuple(w for w in answer.others if w != answer.window),
        spans=(span,),
        missing=answer.missing,
        phrases=tuple(dict.fromkeys(names_in(chosen))),
        assumed=answer.assumed,
    )
