"""The built site as tests read it: its pages, their text, and what they link to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
# A copy of this site may have a name of its own.
(SITE_NAME,) = re.findall(r"^site_name: (.+)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
SECTION = re.compile(r'<h2 id="([^"]+)">(.*?)(?=<h2 |<p class="reviewed"|</article>)', re.DOTALL)
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
BLOCKS = {"caption", "div", "figure", "h1", "h2", "h3", "h4", "li", "p", "section", "td", "th"}


@dataclass
class Prose(HTMLParser):
    """Collects the text of HTML, block by block, leaving out some elements."""

    without: frozenset[str]
    blocks: list[str] = field(default_factory=lambda: [""])
    open: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = {f".{name}" for name in (dict(attrs).get("class") or "").split()}
        if tag in BLOCKS:
            self.blocks.append("")
        if tag not in VOID:
            self.open.append((tag, bool({tag, *classes} & self.without)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not any(left_out for _, left_out in self.open):
            self.blocks[-1] += data


def prose(html: str, *, without: frozenset[str] = frozenset()) -> list[str]:
    """Return the text of HTML, block by block; ``without`` names tags and ``.classes``."""
    parser = Prose(without=without | {"script", "style", ".headerlink"})
    parser.feed(html)
    return [text for block in parser.blocks if (text := " ".join(block.split()))]


def sentences(blocks: list[str]) -> str:
    """Return blocks as one text in which each block ends a sentence."""
    return " ".join(block if block[-1] in ".?!:" else f"{block}." for block in blocks)


def pages(under: str = "") -> list[Path]:
    """Return the built pages below a folder of the site, without those that only lead on."""
    return sorted(page for page in (SITE / under).rglob("*.html") if not leads_on(page))


def leads_on(page: Path) -> str:
    """Return the address to which a page leads on at once, if it does."""
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html_of(page))
    return found[1] if found else ""


@cache
def html_of(page: Path) -> str:
    """Return a page as it was built."""
    return page.read_text(encoding="utf-8")


def article(page: Path) -> str:
    """Return the part of a page that we wrote, without the theme's frame."""
    found = ARTICLE.search(html_of(page))
    assert found, f"{page} has no article"
    return found[0]


def section(page: Path, name: str) -> str:
    """Return the HTML of the section with that id, without its heading's tag."""
    return str(dict(SECTION.findall(article(page)))[name])


@cache
def ids_in(page: Path) -> frozenset[str]:
    """Return all ids of a page."""
    return frozenset(re.findall(r'\sid="([^"]+)"', html_of(page)))


def links_in(html: str) -> Iterator[str]:
    """Yield what HTML links to, as it is written there."""
    links = re.finditer(r'\s(?:href|src)="([^"]*)"', html)
    return (match[1].replace("&amp;", "&") for match in links)


def name_of(page: Path) -> str:
    """Return a page's address below the site's top, to name a test with."""
    return page.relative_to(SITE).as_posix().removesuffix("index.html") or "home"
