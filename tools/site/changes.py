"""What changed for the people who use the site, as a page and as a feed, from CHANGELOG.md."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from markdown import markdown

CHANGES = Path(__file__).parents[2] / "CHANGELOG.md"
ATOM = "http://www.w3.org/2005/Atom"
HEADING = re.compile(r"^## (?P<version>\S+) - (?P<day>\d{4}-\d\d-\d\d)$", re.MULTILINE)


class Change(NamedTuple):
    """One version: its number, its day as ISO text, and what changed, in Markdown."""

    version: str
    day: str
    text: str


def changes(changelog: str) -> Iterator[Change]:
    """Yield the versions of a changelog, the newest first."""
    _, *found = HEADING.split(changelog)
    for version, day, text in zip(found[::3], found[1::3], found[2::3], strict=True):
        yield Change(version, day, text.strip())


def feed(changelog: str, *, site: str) -> str:
    """Return the changes as an Atom feed; ``site`` is the address of the site's top."""
    page = f"{site}about/changes/"
    root = ET.Element("feed", xmlns=ATOM)
    add(root, "title", "After the interview: what changed")
    add(root, "id", page)
    ET.SubElement(root, "link", rel="self", href=f"{site}feed.xml")
    ET.SubElement(root, "link", href=page)
    add(ET.SubElement(root, "author"), "name", "After the interview")
    found = list(changes(changelog))
    add(root, "updated", f"{found[0].day}T00:00:00Z")
    for change in found:
        root.append(entry(change, page=page))
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def entry(change: Change, *, page: str) -> ET.Element:
    """Return one version as an entry of the feed."""
    one = ET.Element("entry")
    add(one, "title", f"Version {change.version}")
    add(one, "id", f"{page}#{change.version}")
    ET.SubElement(one, "link", href=page)
    add(one, "updated", f"{change.day}T00:00:00Z")
    content = ET.SubElement(one, "content", type="html")
    content.text = markdown(change.text)
    return one


def add(to: ET.Element, name: str, text: str) -> None:
    """Add an element that holds only text."""
    ET.SubElement(to, name).text = text
