"""The accessibility checker, run in a page."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(
    encoding="utf-8"
)
FAULTS = """axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""


def faults(page: Page) -> object:
    """Return what the checker finds wrong with the page as it is now."""
    page.evaluate(AXE)
    return page.evaluate(FAULTS)
