"""What pages with scripts of their own hold: the calculator, and the list of interviews."""

import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculator.holidays import countries
from calculator.presenting.script_html import NAME_OF

PARTS = Environment(
    undefined=StrictUndefined,
    autoescape=True,
    loader=FileSystemLoader(Path(__file__).with_name("parts")),
    keep_trailing_newline=False,
)


def calculator(
    preset: Mapping[str, object] | None = None,
    *,
    site_root: str,
    engine: Mapping[str, str],
    beside: Markup | None = None,
) -> Markup:
    """Return the form and the places for its answer; a page can have one.

    ``preset`` are the members of a request that hold for the page's readers: ``{"said": None}`` on
    the page for those who were told no time. Without it, the form goes on with what was last kept.
    ``beside`` stands beside the form until there is a plan.
    """
    return part(
        "calculator",
        site_root=site_root,
        engine=engine,
        preset=None if preset is None else json.dumps(preset),
        nothing=preset is not None and preset.get("said", "") is None,
        beside=beside,
        countries=countries().items(),
        blanks={name: blank for blank, name in NAME_OF.items()},
    )


def due(*, site_root: str, engine: Mapping[str, str]) -> Markup:
    """Return the line that says what is due of the interviews kept on the reader's device."""
    return part("due", site_root=site_root, engine=engine)


def interviews(*, site_root: str, engine: Mapping[str, str]) -> Markup:
    """Return the place for the list of interviews, and what saves them in a file."""
    return part("interviews", site_root=site_root, engine=engine)


def trial(*, site_root: str, engine: Mapping[str, str]) -> Markup:
    """Return a box that reads a statement while it is typed; a page has it or the calculator."""
    return part("trial", site_root=site_root, engine=engine, countries=countries().items())


def part(name: str, **given: object) -> Markup:
    """Return a part of a page, filled."""
    return Markup(PARTS.get_template(f"{name}.html").render(given))  # noqa: S704 # it escapes
