"""The accessibility checker, run in a page."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(
    encoding="utf-8"
)
# What is in order need not be described.
FAULTS = """([where, rules]) => axe.run(where, { resultTypes: ['violations'], ...rules })
    .then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
CONTRAST = {"runOnly": ["color-contrast"]}


def faults(page: Page, where: str = "html", rules: object = None) -> object:
    """Return what the checker finds wrong with the page, or a part of it, as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(FAULTS, [where, rules])
