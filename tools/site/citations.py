"""Who says what, on the pages: links to sources, where experts differ, and the lists of all."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from calculator.planning.advice import AdviceError, Difference, Side, Source
from calculator.planning.rules import advice, rule
from calculator.presenting.wording import Dates

# The headings of the pages of sources and of their passages, in their order.
KINDS = {
    "expert-advice": "Advice",
    "survey": "Surveys",
    "statistic": "Statistics",
    "law": "Laws, and what law firms and public services say of them",
    "convention": "Customs and codes",
}

PASSAGES = Path(__file__).with_name("passages.toml")

SHORT_REMARK = re.compile(r" \(([^)]{1,15})\)")


@dataclass
class Citations:
    """The sources that one page has named so far; ``docs_root`` leads from it to the top."""

    docs_root: str
    named: list[Source] = field(default_factory=list)

    def url(self, id_: str) -> str:
        """Return a source's address."""
        self.named.append(source(id_))
        return source(id_).url

    def link(self, id_: str) -> str:
        """Return a source's name and year as a link."""
        self.named.append(source(id_))
        return link(source(id_))

    def difference(self, id_: str) -> str:
        """Return a question on which experts differ: each side with its names, and what we took."""
        one = differing(id_)
        sides = "\n".join(map(self.side, one.sides))
        rules = f"{self.docs_root}about/rules.md#{id_}"
        took = f"**What we took:** {one.default} {one.because} [The rules behind it]({rules})."
        return paragraphs(f"**{one.question}**", sides, took)

    def side(self, one: Side) -> str:
        """Return what some experts say, with their names; two with one name and year stand once."""
        names: dict[str, str] = {}
        for id_ in one.sources:
            names.setdefault(label(source(id_)), self.link(id_))
        return f"- *{one.says}* {'; '.join(names.values())}."

    def listed(self) -> str:
        """Return all the sources that the page has named, each once, in the order of the names.

        They are left out of the search: their titles would be found on many pages.
        """
        if not self.named:
            raise AdviceError("a page lists its sources, but it has named none")
        lines = "\n".join(f"- {line}" for line in unique(map(source_line, self.named)))
        return paragraphs("<div data-search-exclude markdown>", lines, "</div>")


def source(id_: str) -> Source:
    """Return the source of that id; raises ``AdviceError`` where there is none."""
    if id_ not in advice().sources:
        raise AdviceError(f"no such source: {id_!r}")
    return advice().sources[id_]


def differing(id_: str) -> Difference:
    """Return the difference of that id; raises ``AdviceError`` where there is none."""
    if id_ not in advice().differences:
        raise AdviceError(f"no such difference: {id_!r}")
    return advice().differences[id_]


def link(one: Source) -> str:
    """Return a source's name and year as a link."""
    return f"[{label(one)}]({one.url})"


def label(one: Source) -> str:
    """Return a source's name and year; only a short remark in brackets is kept.

    >>> label(source("indeed-hk-2022")), label(source("mckee-2010-ask"))
    ('Indeed Career Guide, Hong Kong (2022)', 'Peggy McKee (2010)')
    """
    name = SHORT_REMARK.sub(r", \1", one.who).partition(" (")[0]
    return f"{name} ({year(one).removesuffix(' given')})"


def source_line(one: Source) -> str:
    """Return who said it, where and when, as a link."""
    return f"{one.who}: [{one.title}]({one.url}) ({year(one)})"


def year(one: Source) -> str:
    """Return a source's year in words: some give none, some have to be guessed."""
    return f"{'about ' * one.year_is_about}{one.year}" if one.year else "no year given"


def rules_page() -> str:
    """Return every rule, and every question on which experts differ, as Markdown."""
    rules = map(rule_section, advice().rules)
    differences = map(difference_section, advice().differences)
    return paragraphs("## The rules", *rules, "## Where experts differ", *differences)


def rule_section(id_: str) -> str:
    """Return one rule: its sentence, its reason where it is ours, and its sources."""
    one = rule(id_)
    house = f"*Our own choice.* {one.house}" if one.house else ""
    backed = f"Sources: {claimants(one.sources)}." if one.sources else ""
    checked = f"Last checked: {Dates('US', date.min).day(one.reviewed)}."
    return paragraphs(f"### {one.says} {{ #{id_} }}", house, backed, checked)


def difference_section(id_: str) -> str:
    """Return one question on which experts differ: the sides, and what we took."""
    one = differing(id_)
    sides = "\n".join(f"- *{side.says}* {claimants(side.sources)}." for side in one.sides)
    took = f"**What we took:** {one.default} {one.because}"
    return paragraphs(f"### {one.question} {{ #{id_} }}", sides, took)


def claimants(ids: Iterable[str]) -> str:
    """Return the names of sources, each linked to what it claims on the page of sources."""
    found = map(source, ids)
    return "; ".join(f"[{label(one)}]({page_of(one)}#{one.id})" for one in found)


def page_of(one: Source) -> str:
    """Return which page has a source: that of the rules' own, or that of all others.

    Two pages, so that neither is long to load; the calculator links the rules' own.
    """
    return "sources.md" if one.id in behind_rules() else "more-sources.md"


@cache
def behind_rules() -> frozenset[str]:
    """Return the ids of the sources that back a rule."""
    return frozenset(id_ for name in advice().rules for id_ in rule(name).sources)


def sources_page(page: str) -> str:
    """Return each source of a page with what it claims in our words, by its kind, as Markdown."""
    return by_kind((one for one in advice().sources.values() if page_of(one) == page), claim)


def passages_page() -> str:
    """Return what sources say word for word, each linked to its claim, by its kind, as Markdown.

    They stand apart from the claims so that neither page is long to load.
    """
    return by_kind(map(source, passages()), passage)


def by_kind(sources: Iterable[Source], item: Callable[[Source], str]) -> str:
    """Return what an item says of each source, under the headings of their kinds."""
    order = list(KINDS)
    in_order = sorted(sources, key=lambda one: order.index(one.kind))
    sections = (
        paragraphs(f"## {KINDS[kind]}", "\n".join(map(item, group)))
        for kind, group in groupby(in_order, key=lambda one: one.kind)
    )
    return paragraphs(*sections)


def claim(one: Source) -> str:
    """Return what a source claims and when we read it, as an item."""
    caveat = f" *Note: {one.caveat}*" if one.caveat else ""
    read = (
        f"Read on {Dates('US', date.min).day(one.checked)}." if one.checked else "From our notes."
    )
    return f"- **{source_line(one)}.** {one.claims}{caveat} {read}\n{{: #{one.id} }}"


def passage(one: Source) -> str:
    """Return what a source says word for word, its name linked to its claim, as an item."""
    return f"- {claimants([one.id])}: “{passages()[one.id]}”\n{{: #{one.id} }}"


@cache
def passages() -> Mapping[str, str]:
    """Return what sources say word for word, by id, for those where we kept it."""
    return tomllib.loads(PASSAGES.read_text())


def unique(lines: Iterable[str]) -> Iterable[str]:
    """Return lines without those that stood before."""
    return dict.fromkeys(lines)


def paragraphs(*parts: str) -> str:
    """Return the parts that say something, each as a paragraph."""
    return "\n\n".join(filter(None, parts))
