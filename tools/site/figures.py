"""Numbers as pictures: a table with a bar beside each number, from ``figures.toml``."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markdown import markdown
from markupsafe import Markup

FILE = Path(__file__).with_name("figures.toml")

TABLE = Markup(
    '<table class="chart"><caption>{caption}</caption><thead><tr><th scope="col">{who}</th>'
    '<th scope="col">{measure}</th></tr></thead><tbody>{rows}</tbody></table>'
)
ROW = Markup(
    '<tr><th scope="row">{who}{source}</th><td>{number}'
    '<svg class="chart__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
    '<rect width="{part}" height="4"/></svg></td></tr>'
)
SOURCE = Markup('<span class="chart__source">{link}</span>')


@cache
def figures() -> Mapping[str, Mapping[str, Any]]:
    """Return all figures by their id."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def figure(id_: str, *, cite: Callable[[str], str]) -> Markup:
    """Return a figure as a table with bars; ``cite`` turns a source's id into a Markdown link.

    A source of all numbers stands in the caption, others beside theirs. Raises ``KeyError`` for a
    figure that there is not.
    """
    one = figures()[id_]
    rows = one["rows"]
    sources = {row["source"]: SOURCE.format(link=inline(cite(row["source"]))) for row in rows}
    shared = next(iter(sources.values())) if len(sources) == 1 else ""
    return TABLE.format(
        caption=Markup("{}{}").format(one["caption"], shared),
        who=one["who"],
        measure=one["measure"],
        rows=Markup().join(
            ROW.format(
                who=row["who"],
                source="" if shared else sources[row["source"]],
                number=f"{row['number']}{one.get('unit', '')}",
                part=round(length(row["number"], one), 1),
            )
            for row in rows
        ),
    )


def length(number: float, one: Mapping[str, Any]) -> float:
    """Return how long a bar is, of 100: all that count days share one scale, and so do shares.

    A working day is ``in_days`` days long.
    """
    if one.get("unit") == "%":
        return number
    longest: float = max(
        row["number"] * each.get("in_days", 1)
        for each in figures().values()
        if "unit" not in each
        for row in each["rows"]
    )
    days: float = number * one.get("in_days", 1)
    return 100 * days / longest


def inline(text: str) -> Markup:
    """Return a piece of Markdown as HTML without its paragraph."""
    html = markdown(text)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 (written by us)
