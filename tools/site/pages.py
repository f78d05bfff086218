"""What pages may ask for from the data, so that nothing decided is typed twice."""

from collections.abc import Mapping

from jinja2 import Environment, StrictUndefined

# The comment marks are changed because Markdown's ``{#id}`` would begin a comment.
TEMPLATES = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 (Markdown, written by us; what is HTML comes escaped)
    comment_start_string="<!--#",
    comment_end_string="#-->",
)


def fill(markdown: str, *, site_root: str, engine: Mapping[str, str]) -> str:
    """Return a page's Markdown with its markers filled in.

    ``site_root`` leads from the page to the site's root, ``engine`` names the folders of the packed
    calculator from there. Raises ``jinja2.UndefinedError`` for an unknown marker.
    """
    return TEMPLATES.from_string(markdown).render(
        engine=engine, countries=[("US", "United States"), ("GB", "United Kingdom")]
    )
