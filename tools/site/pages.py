"""What pages may ask for from the data, so that nothing decided is typed twice.

A page asks in double braces, ``{{ rule("no-date-email").says }}``; an unknown name fails the build.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from calculator.planning.rules import rule
from calculator.presenting.script_html import script_html
from calculator.presenting.script_parts import Script
from calculator.presenting.scripts import unfilled
from calculator.presenting.wording import Dates
from calculator.situation import Awaited
from tools.site.changes import CHANGES
from tools.site.citations import Citations, passages_page, rules_page, sources_page
from tools.site.contents import contents
from tools.site.embedded import calculator, due, interviews, trial
from tools.site.examples import example, sample
from tools.site.figures import figure
from tools.site.parts import parts
from tools.site.speed import speed
from tools.site.understood import read_as, told_by, understood
from tools.site.waits import usual_waits, waits

ALWAYS_WITH_YEAR = Dates("US", date.min)

# The comment marks are changed because Markdown's ``{#id}`` would begin a comment.
TEMPLATES = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 (Markdown, written by us; what is HTML comes escaped)
    comment_start_string="<!--#",
    comment_end_string="#-->",
)


def fill(  # noqa: PLR0913 # what a page knows of its place and of its copy
    markdown: str,
    *,
    source: str,
    site_root: str,
    engine: Mapping[str, str],
    contact: str = "",
    publisher: str = "",
    nav: Sequence[Any] = (),
) -> str:
    """Return a page's Markdown with its markers filled in.

    ``source`` is the page's file below ``docs``; ``site_root`` leads from the page to the top of
    the site, ``engine`` names the folders of the packed calculator from there, and ``contact`` is
    the address for mistakes and ``publisher`` who runs it, if this copy of the site has them;
    ``nav`` is its navigation.
    Raises an error for anything that the data does not have.
    """
    citations = Citations(docs_root="../" * (len(PurePosixPath(source).parts) - 1))
    functions: dict[str, object] = {
        "calculator": partial(calculator, site_root=site_root, engine=engine),
        "cite": citations.link,
        "contents": partial(contents, nav, source),
        "changes": lambda: CHANGES.read_text(encoding="utf-8").partition("\n## ")[2],
        "day": lambda text: ALWAYS_WITH_YEAR.day(date.fromisoformat(text)),
        "difference": citations.difference,
        "due": partial(due, site_root=site_root, engine=engine),
        "example": example,
        "figure": partial(figure, cite=citations.link),
        "read_as": read_as,
        "told_by": told_by,
        "interviews": partial(interviews, site_root=site_root, engine=engine),
        "parts": parts(),
        "passages_page": passages_page,
        "rule": rule,
        "rules_page": rules_page,
        "sample": sample,
        "speed": speed(),
        "sources": citations.listed,
        "sources_page": partial(sources_page, PurePosixPath(source).name),
        "trial": partial(trial, site_root=site_root, engine=engine),
        "understood": understood,
        "url": citations.url,
        "usual_waits": usual_waits,
        "waits": waits,
        "words": words,
    }
    return TEMPLATES.from_string(markdown).render(functions, contact=contact, publisher=publisher)


def words(name: str, *ways: str, level: int = 3, awaits: Awaited | None = None) -> Markup:
    """Return a script's words, every blank shown as a blank, in the given ways (none: in all).

    Its headings are of the given level, and it asks for what is awaited (none: its usual). Raises
    ``ValueError`` for a way that it has no words for.
    """
    script = unfilled(name, awaited=awaits)
    missing = set(ways).difference(part.way for part in script.parts)
    if missing:
        raise ValueError(f"the script {name!r} has no words for {min(missing)!r}")
    wanted = tuple(part for way in ways for part in script.parts if part.way == way)
    parts = wanted or script.parts
    return script_html(Script(title=script.title, parts=parts), level=level)
