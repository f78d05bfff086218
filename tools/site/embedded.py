"""The calculator as it stands in a page: on its own page, and in a guide with that guide's case."""

import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from calculator.holidays import countries

TEMPLATE = Environment(undefined=StrictUndefined, autoescape=True).from_string(
    Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
)


def calculator(
    preset: Mapping[str, object] | None = None, *, site_root: str, engine: Mapping[str, str]
) -> Markup:
    """Return the form and the places for its answer; a page can have one.

    ``preset`` are the members of a request that hold for the page's readers: ``{"said": None}`` on
    the page for those who were told no time. Without it, the form goes on with what was last kept.
    """
    return Markup(  # noqa: S704 # the template escapes
        TEMPLATE.render(
            preset=None if preset is None else json.dumps(preset),
            site_root=site_root,
            engine=engine,
            countries=countries().items(),
        )
    )
