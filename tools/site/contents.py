"""What stands in a part of the site's navigation, as lists of links: the index of a folder."""

from collections.abc import Iterator, Mapping, Sequence
from os.path import relpath
from pathlib import PurePosixPath
from typing import Any

from mkdocs.utils.meta import get_data

from tools.engine.pack import ROOT

DOCS = ROOT / "docs"


def contents(nav: Sequence[Any], source: str, *, described: bool = False) -> str:
    """Return the pages beside an index, as the navigation groups and orders them, as Markdown.

    ``source`` is the index; a group's name becomes a heading. If ``described``, each link is
    followed by what its page is about.
    """
    return "\n".join(_listed(_siblings(nav, source), source, described=described))


def _siblings(entries: Sequence[Any], source: str) -> Sequence[Any]:
    """Return the entries of the navigation among which a page stands."""
    if source in entries:
        return entries
    inside = (next(iter(entry.values())) for entry in entries if isinstance(entry, Mapping))
    found = (_siblings(one, source) for one in inside if not isinstance(one, str))
    return next(filter(None, found), ())


def _listed(entries: Sequence[Any], source: str, *, described: bool) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Mapping):
            ((group, inside),) = entry.items()
            yield from ("", f"## {group}", "", *_listed(inside, source, described=described))
        elif entry != source:
            _, meta = get_data((DOCS / entry).read_text(encoding="utf-8"))
            about = f": {meta['description']}" if described else ""
            way = relpath(entry, PurePosixPath(source).parent)
            yield f"- [{meta['title']}]({way}){about}"
