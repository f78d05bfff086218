"""What a page's script imports: asked for all at once, not one after the other as each is read."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.engine.pack import ROOT

DOCS = ROOT / "docs"
# Not what is imported later, in the middle of a function.
IMPORT = re.compile(r'^(?:import|export)\s(?:[^"]*\sfrom\s)?"(\.[^"]+)"', re.MULTILINE)


def imported(script: str) -> list[str]:
    """Return every module that a script needs at its start, as paths in the site.

    >>> imported("calculator/live.js"), imported("calculator/dom.js")
    ([], [])
    """
    first = DOCS / script
    found = [first]
    for module in found:
        found.extend(other for other in imports(module) if other not in found)
    return sorted(module.relative_to(DOCS).as_posix() for module in found[1:])


def imports(module: Path) -> Iterator[Path]:
    """Yield the modules that one module imports itself."""
    for path in dict.fromkeys(IMPORT.findall(module.read_text(encoding="utf-8"))):
        yield (module.parent / path).resolve()
