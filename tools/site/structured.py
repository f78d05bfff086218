"""What a page tells search engines about itself: when it was reviewed, its steps, its questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

STEPS = re.compile(r'<h2 id="do-this">.*?</h2>\s*<ol>(?P<items>.*?)</ol>', re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
QUESTION = re.compile(r'<h2 id="[^"]+">([^<]+\?)<.*?</h2>(.*?)(?=<h2|$)', re.DOTALL)


class Site(NamedTuple):
    """The site as a whole: its name and the address of its top."""

    name: str
    url: str


class Crumb(NamedTuple):
    """A page on the way to another."""

    name: str
    url: str


def structured(
    html: str, meta: Mapping[str, Any], *, url: str, site: Site, trail: Sequence[Crumb] = ()
) -> list[dict[str, Any]]:
    """Return a page's structured data, in the words of schema.org.

    A page whose sections are questions is a list of questions and answers; a page with a "Do this"
    list has steps; a page with ``schema`` in its head is what that says. ``trail`` leads from the
    top of the site to the page, which is its last part.
    """
    questions = list(questions_in(html))
    publisher = {"@type": "Organization", "name": site.name, "url": site.url}
    page = {
        "@context": "https://schema.org",
        "@type": "FAQPage" if len(questions) > 1 else "WebPage",
        "name": meta["heading"],
        "description": meta["description"],
        "url": url,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "author": publisher,
        "publisher": publisher,
    }
    if "reviewed" in meta:
        page["lastReviewed"] = page["dateModified"] = str(meta["reviewed"])
    if "published" in meta:
        page["datePublished"] = str(meta["published"])
    if len(questions) > 1:
        page["mainEntity"] = questions
    return [page, *application(meta, url=url), *how_to(html, meta), *breadcrumbs(trail)]


def application(meta: Mapping[str, Any], *, url: str) -> Iterator[dict[str, Any]]:
    """Yield the program that a page is, if it is one."""
    if meta.get("schema") == "WebApplication":
        yield {
            "@context": "https://schema.org",
            "@type": "WebApplication",
            "name": meta["heading"],
            "url": url,
            "applicationCategory": "UtilitiesApplication",
            "operatingSystem": "Any",
            "browserRequirements": "Requires JavaScript and WebAssembly",
            "offers": {"@type": "Offer", "price": 0, "priceCurrency": "USD"},
        }


def breadcrumbs(trail: Sequence[Crumb]) -> Iterator[dict[str, Any]]:
    """Yield the way to a page, if it lies below another."""
    if len(trail) > 1:
        yield {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": crumb.name, "item": crumb.url}
                for place, crumb in enumerate(trail, start=1)
            ],
        }


def how_to(html: str, meta: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the page's steps, if it has any."""
    if steps := STEPS.search(html):
        yield {
            "@context": "https://schema.org",
            "@type": "HowTo",
            "name": meta["heading"],
            "step": [
                {"@type": "HowToStep", "text": plain(item)} for item in ITEM.findall(steps["items"])
            ],
        }


def questions_in(html: str) -> Iterator[dict[str, Any]]:
    """Yield the sections whose heading is a question, with their answers."""
    for question, answer in QUESTION.findall(html):
        # The calculator answers its reader, not the page's question.
        if "data-preset" not in answer:
            yield {
                "@type": "Question",
                "name": plain(question),
                "acceptedAnswer": {"@type": "Answer", "text": plain(answer)},
            }


def plain(html: str) -> str:
    """Return the text of a piece of HTML.

    >>> plain("<p>Wait <b>two</b> days &amp; write.</p>")
    'Wait two days & write.'
    """
    return str(Markup(html).striptags())  # noqa: S704 (our own pages)
