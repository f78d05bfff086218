"""The guides, as a reader finds them on the built site: all parts there, plain, and sourced."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from built import article, links_in, name_of, pages, prose, section, sentences
from textstat import textstat

from calculator.browser import respond
from calculator.planning.rules import advice
from calculator.presenting.script_html import script_html
from calculator.presenting.scripts import names, unfilled

GUIDES = [page for page in pages("guides") if page.parent.name != "guides"]
OURS = [*GUIDES, *pages("words"), *pages("about")]
# A worked plan, the form, the words to use and the list of sources are not the guide's own prose.
NOT_PROSE = frozenset({".example", ".sample", ".calculator", ".words", ".reviewed", "svg"})
PARTS = {
    "do-this",
    "an-example",
    "what-to-say",
    "your-own-plan",
    "where-experts-differ",
    "what-we-dont-know",
    "related-guides",
    "sources",
}
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
PARTS_OF_SHORT = {"what-if", "what-we-dont-know", "related-guides", "sources"}
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


def each(found: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", found, ids=name_of)


def test_every_question_has_its_guide() -> None:
    assert len(GUIDES) == 40
    assert {page.parent.name for page in SHORT} == SHORT_QUESTIONS


@each(GUIDES)
def test_a_guide_has_all_its_parts(page: Path) -> None:
    ids = set(re.findall(r'<h2 id="([^"]+)"', article(page)))
    assert ids >= (PARTS_OF_SHORT if page in SHORT else PARTS)


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


# What to ask is said in the room, and a country changes the days and not the words.
WITHOUT_SAMPLE = {"country-notes", "what-to-ask-before-you-leave"}


@each([page for page in LONG if page.parent.name not in WITHOUT_SAMPLE])
def test_a_guide_shows_the_words_as_a_person_sends_them(page: Path) -> None:
    (sample, *_) = re.findall(r'<figure class="sample">.*?</figure>', article(page), re.DOTALL)
    assert not re.search(r"\[[a-z]", " ".join(prose(sample)))


@each(GUIDES)
def test_a_guide_has_its_title_from_its_head_and_not_as_text(page: Path) -> None:
    assert not re.search(r"\btitle: .*\bdescription: ", " ".join(prose(article(page))))


@each(SHORT)
def test_a_short_question_has_the_words_ready(page: Path) -> None:
    assert 'class="words"' in article(page)


@each(SHORT)
def test_two_other_guides_lead_to_a_short_question(page: Path) -> None:
    link = f'href="../{page.parent.name}/'
    assert sum(link in article(other) for other in GUIDES) >= 2


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


# The pages of rules and sources are names and titles of others, mostly.
@each([page for page in OURS if page.parent.name not in {"rules", "sources"}])
def test_a_page_reads_at_grade_seven_or_lower(page: Path) -> None:
    text = sentences(prose(guide(page), without=NOT_PROSE - {".words", ".sample"} | {"table"}))
    assert textstat.flesch_kincaid_grade(text) <= GRADE


@pytest.mark.parametrize("name", names())
def test_the_words_to_use_read_at_grade_seven_or_lower(name: str) -> None:
    text = sentences(prose(script_html(unfilled(name), level=3)))
    assert textstat.flesch_kincaid_grade(text) <= GRADE


@each([page for page in [*OURS, *pages("calculator")] if page.parent.name != "sources"])
def test_no_cliche_stands_in_our_words(page: Path) -> None:
    own = re.sub(r"“.*?”", "", " ".join(prose(guide(page))))
    assert not CLICHES.search(own)


@each(GUIDES)
def test_every_source_of_a_guide_is_ours_to_name_and_is_listed(page: Path) -> None:
    known = {source.url for source in advice().sources.values()}
    cited = {link for link in links_in(guide(page)) if link.startswith("http")}
    listed = {link for link in links_in(section(page, "sources")) if link.startswith("http")}
    assert cited
    assert cited <= listed <= known


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
