"""The site's styles: one file for each component, which a browser gets as one."""

from tools.engine.pack import ROOT

STYLES = ROOT / "docs" / "styles"
# As `extra_css` in mkdocs.yml has it.
ADDRESS = "assets/site.css"


def styles() -> str:
    """Return all styles, in the order of their files' numbers."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(STYLES.glob("*.css")))


def is_source(uri: str) -> bool:
    """Return whether a file of ``docs`` is a part of them, which is not served."""
    return uri.startswith("styles/")
