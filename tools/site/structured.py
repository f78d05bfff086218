"""What a page tells search engines about itself: when it was reviewed, its steps, its questions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

STEPS = re.compile(r'<h2 id="do-this">.*?</h2>\s*<ol>(?P<items>.*?)</ol>', re.DOTALL)
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
QUESTION = re.compile(r'<h2 id="[^"]+">([^<]+\?)<.*?</h2>(.*?)(?=<h2|$)', re.DOTALL)


def structured(html: str, meta: Mapping[str, Any], *, url: str) -> list[dict[str, Any]]:
    """Return a page's structured data, in the words of schema.org.

    A page whose sections are questions is a list of questions and answers; a page with a "Do this"
    list has steps.
    """
    questions = list(questions_in(html))
    page = {
        "@context": "https://schema.org",
        "@type": "FAQPage" if len(questions) > 1 else "WebPage",
        "name": meta["heading"],
        "description": meta["description"],
        "url": url,
        "inLanguage": "en",
    }
    if "reviewed" in meta:
        page["lastReviewed"] = str(meta["reviewed"])
    if len(questions) > 1:
        page["mainEntity"] = questions
    return [page, *how_to(html, meta)]


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
