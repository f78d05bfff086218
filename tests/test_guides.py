"""The guides, as a reader finds them on the built site: all parts there, plain, and sourced."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from built import article, links_in, name_of, pages, prose, section, sentences
from textstat import textstat

from calculator.browser import respond
from calculator.planning.advice import Source
from calculator.planning.rules import advice
from calculator.presenting.script_files import names
from calculator.presenting.script_html import script_html
from calculator.presenting.scripts import unfilled
from tools.site.examples import people

GUIDES = [page for page in pages("guides") if page.parent.name != "guides"]
OURS = [*GUIDES, *pages("words"), *pages("about")]
# A worked plan, the form, the words to use and the list of sources are not the guide's own prose.
NOT_PROSE = frozenset({".example", ".sample", ".calculator", ".words", ".reviewed", "svg"})
# In the order in which somebody who waits wants them: what to do and when, what it looks like, what
# goes on at the employer's, the words, and only then who says what.
PARTS = (
    "your-own-plan",
    "do-this",
    "a-sample",
    "an-example",
    "meanwhile",
    "what-to-say",
    "where-experts-differ",
    "what-we-dont-know",
    "related-guides",
    "sources",
)
# What to ask is said in the room, before anything happens; a country changes the days and not the
# words, and what its employers do is the page itself.
PARTS_OF = {
    "what-to-ask-before-you-leave": (
        *("your-own-plan", "do-this", "what-to-say", "an-example", "meanwhile"),
        *PARTS[6:],
    ),
    "country-notes": tuple(part for part in PARTS if part not in {"a-sample", "meanwhile"}),
}
# Once they have decided, or you have, no day matters as much as the words.
WAIT_IS_OVER = {"asking-for-feedback", "withdrawing", "you-were-turned-down"}
# Guides to one short question, with their own headings: the form stands right under the answer.
SHORT_QUESTIONS = {
    "a-bad-answer",
    "a-verbal-offer",
    "advertised-again",
    "canceled-or-on-hold",
    "getting-through-the-wait",
    "how-we-chose-the-dates",
    "phone-screens-and-assessment-centers",
    "references-checked",
    "second-interview-never-came",
    "stores-hospitals-and-lists",
    "they-offered-you-the-job",
    "whom-to-contact",
    "withdrawing",
}
SHORT = [page for page in GUIDES if page.parent.name in SHORT_QUESTIONS]
LONG = [page for page in GUIDES if page not in SHORT]
# Where each answer of the page is about the employer's side, no part of its own is.
NO_MEANWHILE = {
    "how-we-chose-the-dates",
    "phone-screens-and-assessment-centers",
    "stores-hospitals-and-lists",
    "whom-to-contact",
}
# The short guides on questions that people who know disagree about.
DISPUTED = {
    "a-bad-answer",
    "a-verbal-offer",
    "advertised-again",
    "references-checked",
    "second-interview-never-came",
    "they-offered-you-the-job",
    "whom-to-contact",
}
PARTS_OF_SHORT = ("your-own-plan", "what-if", "what-we-dont-know", "related-guides", "sources")
OF_OTHERS = {"sources", "more-sources", "passages"}
GRADE = 7

# Idioms, and phrases of the trade that nobody says to a friend.
CLICHES = re.compile(
    r"touch base|reach(ing)? out|circle back|heads.up|ball is in|on the same page|game.chang"
    r"|at the end of the day|low.hanging|think outside|hit the ground|move the needle|deep dive"
    r"|delv(e|ing)|leverag|unlock|navigat(e|ing)|crucial|essential(ly)?\b|landscape|journey"
    r"|in today's|rest assured|it's important to|it is important to|keep in mind|utili[sz]|robust"
    r"|seamless|dream job|land(ing)? (the|a|your) job|stand out from|ace (the|your)|proactive"
    r"|top of mind|pick (their|your) brain|a piece of cake|break a leg|fingers crossed|limbo"
    r"|radio silence|the elephant|bottom line|no.brainer|win.win|best foot forward",
    re.IGNORECASE,
)


def guide(page: Path) -> str:
    return article(page).partition('<h2 id="sources">')[0]


def parts_of(page: Path) -> tuple[str, ...]:
    parts = PARTS_OF_SHORT if page in SHORT else PARTS_OF.get(page.parent.name, PARTS)
    if page in SHORT or page.parent.name not in WAIT_IS_OVER:
        return parts
    words = parts.index("what-to-say") + 1
    return (*parts[1:words], parts[0], *parts[words:])


def each(found: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", found, ids=name_of)


def test_every_question_has_its_guide() -> None:
    assert len(GUIDES) == 40
    assert {page.parent.name for page in SHORT} == SHORT_QUESTIONS


@each(GUIDES)
def test_a_guide_has_all_its_parts_in_their_order(page: Path) -> None:
    wanted = parts_of(page)
    ids = re.findall(r'<h2 id="([^"]+)"', article(page))
    assert tuple(id_ for id_ in ids if id_ in wanted) == wanted
    # The form stands right under the answer, but where there is nothing to wait for.
    assert (ids[0] == "your-own-plan") == (page.parent.name not in WAIT_IS_OVER)


@each(GUIDES)
def test_the_answer_comes_first_and_in_a_few_words(page: Path) -> None:
    first = re.search(r"</h1>\s*<p><strong>(.*?)</strong>", article(page), re.DOTALL)
    assert first
    assert len(first[1].split()) <= 40


@each(LONG)
def test_what_to_do_is_a_list_and_the_words_are_ready(page: Path) -> None:
    assert section(page, "do-this").count("<li>") >= 3
    assert 'class="words"' in section(page, "what-to-say")
    assert section(page, "an-example").count("<time datetime=") >= 2


@each([page for page in LONG if "a-sample" in parts_of(page)])
def test_a_guide_shows_the_words_as_a_person_sends_them(page: Path) -> None:
    (sample, *_) = re.findall(r'<figure class="sample"[^>]*>.*?</figure>', article(page), re.DOTALL)
    assert not re.search(r"\[[a-z]", " ".join(prose(sample)))


@each(GUIDES)
def test_a_guide_has_its_title_from_its_head_and_not_as_text(page: Path) -> None:
    assert not re.search(r"\btitle: .*\bdescription: ", " ".join(prose(article(page))))


@each([page for page in SHORT if page.parent.name != "how-we-chose-the-dates"])
def test_a_short_question_shows_a_letter_as_a_person_sends_it(page: Path) -> None:
    assert '<figure class="sample"' in article(page)


@each([page for page in SHORT if page.parent.name not in NO_MEANWHILE])
def test_a_short_question_says_what_employers_do_meanwhile(page: Path) -> None:
    assert len(" ".join(prose(section(page, "meanwhile"))).split()) >= 30


@each([page for page in SHORT if page.parent.name in DISPUTED])
def test_a_disputed_question_has_both_sides(page: Path) -> None:
    named = [link for link in links_in(section(page, "where-experts-differ")) if "://" in link]
    assert len(set(named)) >= 2


@each(SHORT)
def test_a_short_question_has_the_words_ready(page: Path) -> None:
    assert 'class="words"' in article(page)


@each(GUIDES)
def test_two_other_guides_lead_to_a_guide(page: Path) -> None:
    link = f'href="../{page.parent.name}/'
    assert sum(link in article(other) for other in GUIDES if other != page) >= 2


def test_the_samples_are_of_people_in_two_countries_at_least() -> None:
    samples = " ".join(
        sample
        for page in GUIDES
        for sample in re.findall(
            r'<figure class="sample"[^>]*>.*?</figure>', article(page), re.DOTALL
        )
    )
    written_in = {country for country, one in people().items() if one["you"] in samples}
    assert written_in >= {"US", "GB"}


def sentences_of(page: Path) -> set[str]:
    """Return the sentences of eight words or more that a guide has of its own."""
    own = re.sub(r'<h2 id="related-guides">.*', "", guide(page), flags=re.DOTALL)
    blocks = prose(own, without=NOT_PROSE)
    found = (one for block in blocks for one in re.split(r"(?<=[.?!:])”?\s+", block))
    return {one for one in found if len(one.split()) >= 8}


def test_no_sentence_stands_in_three_guides_unless_it_comes_from_a_rule() -> None:
    decided = " ".join(
        [rule.says for rule in advice().rules.values()]
        + [
            text
            for one in advice().differences.values()
            for text in (one.question, one.default, one.because, *(side.says for side in one.sides))
        ]
    )
    counted = Counter(sentence for page in GUIDES for sentence in sentences_of(page))
    # Every page on a law has to say when we read it (the last test of this file).
    repeated = [
        sentence
        for sentence, times in counted.items()
        if times >= 3
        and sentence.removeprefix("What we took: ") not in decided
        and "last checked this on" not in sentence
    ]
    assert repeated == []


@each(GUIDES)
def test_a_guide_has_the_calculator_with_its_case(page: Path) -> None:
    own = article(page) if page in SHORT else section(page, "your-own-plan")
    assert prose(own.partition('<div class="calculator"')[0])
    (preset,) = re.findall(r'data-preset="([^"]*)"', own)
    request = {"today": "2027-02-04", "interview": {}, **json.loads(unescape(preset))}
    request["interview"]["on"] = "2027-02-04"
    assert json.loads(respond(json.dumps(request)))["problems"] == []


@each(GUIDES)
def test_a_guide_is_short(page: Path) -> None:
    words = " ".join(prose(guide(page), without=NOT_PROSE)).split()
    assert 300 <= len(words) <= 700


# The pages of rules, sources and passages are names, titles and words of others, mostly.
@each([page for page in OURS if page.parent.name not in {"rules", *OF_OTHERS}])
def test_a_page_reads_at_grade_seven_or_lower(page: Path) -> None:
    text = sentences(prose(guide(page), without=NOT_PROSE - {".words", ".sample"} | {"table"}))
    assert textstat.flesch_kincaid_grade(text) <= GRADE


@pytest.mark.parametrize("name", names())
def test_the_words_to_use_read_at_grade_seven_or_lower(name: str) -> None:
    text = sentences(prose(script_html(unfilled(name), level=3)))
    assert textstat.flesch_kincaid_grade(text) <= GRADE


@each([page for page in [*OURS, *pages("calculator")] if page.parent.name not in OF_OTHERS])
def test_no_cliche_stands_in_our_words(page: Path) -> None:
    own = re.sub(r"“.*?”", "", " ".join(prose(guide(page))))
    assert not CLICHES.search(own)


BRITISH = re.compile(
    r"colour|favour|honour|behaviour|licence|organis|recognis|apologis|cancell(ed|ing)|defence"
    r"|programme\b|whilst|\bad(vert|vertisement)\b",
    re.IGNORECASE,
)


# The titles and the passages of sources are theirs.
@each([page for page in [*OURS, *pages("calculator")] if page.parent.name not in OF_OTHERS])
def test_our_words_are_spelled_the_american_way(page: Path) -> None:
    assert not BRITISH.search(" ".join(prose(guide(page))))


@each(GUIDES)
def test_every_source_of_a_guide_is_ours_to_name_and_is_listed(page: Path) -> None:
    known = {source.url for source in advice().sources.values()}
    cited = {link for link in links_in(guide(page)) if link.startswith("http")}
    listed = {link for link in links_in(section(page, "sources")) if link.startswith("http")}
    assert cited
    assert cited <= listed <= known


NUMBER = re.compile(r"\d[\d,.]*\d|\d")
LINKED = re.compile(r'<a href="(http[^"]+)"')
BLOCK = re.compile(r"<(p|li|td|tr)\b[^>]*>(.*?)</\1>", re.DOTALL)


@each(GUIDES)
def test_a_number_that_a_guide_cites_is_in_what_the_source_claims(page: Path) -> None:
    """A sentence with a link to a source has only numbers that a source of its paragraph gives."""
    by_url: dict[str, list[Source]] = {}
    for source in advice().sources.values():
        by_url.setdefault(source.url, []).append(source)
    shown = re.sub(
        r'<(figure|div) class="(sample|example|words|calculator)".*?</\1>',
        "",
        guide(page),
        flags=re.DOTALL,
    )
    for _, block in BLOCK.findall(shown):
        cited = [one for url in LINKED.findall(block) for one in by_url[unescape(url)]]
        given = " ".join(
            f"{one.claims} {one.title} {one.who} {one.caveat} {one.year}" for one in cited
        )
        known = set(NUMBER.findall(given.replace(",", "")))
        for sentence in re.split(r"(?<=[.?!:])\s+", block):
            if LINKED.search(sentence):
                text = re.sub(r"<[^>]+>", "", sentence).replace(",", "")
                assert set(NUMBER.findall(text)) <= known, text


@each(GUIDES)
def test_a_guide_that_rests_on_a_law_says_when_it_was_read_and_that_it_is_no_advice(
    page: Path,
) -> None:
    laws = {source.url for source in advice().sources.values() if source.kind == "law"}
    if laws.isdisjoint(links_in(guide(page))):
        return
    text = " ".join(prose(guide(page)))
    summary = r"summary of \w+, \w+ \d+, \d{4}(, and|\. It is) not legal advice"
    checked = r"last checked this on \w+, \w+ \d+, \d{4}\. It isn't legal advice"
    assert re.search(f"{summary}|{checked}", text)
