"""What a browser is told with every page, and the settings that make servers say it."""

import re
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from built import SITE, html_of, name_of, pages

from calculator.planning.rules import advice
from tools.serve import lines
from tools.site.headers import SAID, SERVERS, hashes_in, policies

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ATTRIBUTES = re.compile(r"<[a-z][^>]*?\s(style|on[a-z]+)=")
SETTINGS = SITE.parent / "build" / "hosting"
HEADERS = list(lines((SITE / "_headers").read_text()))
NOT_ASKED_FOR = {".br", ".gz", ""}
FILES = [
    file.relative_to(SITE).as_posix()
    for file in SITE.rglob("*")
    if file.is_file() and file.suffix not in NOT_ASKED_FOR
]


def told(address: str) -> list[tuple[str, str]]:
    """The headers that a static host sends with an address."""
    return [(name, value) for pattern, name, value in HEADERS if fnmatchcase(address, pattern)]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_page_allows_its_own_scripts_and_nothing_else_inline(page: Path) -> None:
    html = html_of(page)
    (policy,) = META.findall(html)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes_in(html)
    assert html.index(policy) < html.index("<script")
    assert ATTRIBUTES.findall(html) == []


def test_each_address_has_one_policy_and_each_header_once() -> None:
    for file in ["", *FILES]:
        names = [name for name, _ in told(f"/{file}")]
        assert "Content-Security-Policy" in names, file
        assert len(names) == len(set(names)), file


def test_files_named_by_their_content_are_kept_for_ever_and_no_others() -> None:
    kept = {
        file
        for file in FILES
        if ("Cache-Control", "public, max-age=31536000, immutable") in told(f"/{file}")
    }
    assert any(file.endswith("calculator.wasm") for file in kept)
    by_content = re.compile(r"[-.][0-9a-f]{8,}[/.]")
    assert [file for file in kept if not by_content.search(file)] == []


@pytest.mark.parametrize("name", SERVERS)
def test_servers_are_told_all_that_static_hosts_are(name: str) -> None:
    text = (SETTINGS / name).read_text()
    for path, policy in policies(SITE).items():
        assert f'~^{path} "{policy}"' in text
    for header in SAID["headers"]:
        assert header in text
    for path in SAID["caching"]["for-ever"]:
        assert f"~^{path}" in text


def test_whoever_finds_a_weakness_learns_where_to_tell_it() -> None:
    lines = (SITE / ".well-known" / "security.txt").read_text().splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    assert told.keys() >= {"Contact", "Expires", "Policy", "Canonical"}
    assert told["Canonical"].endswith("/.well-known/security.txt")
    # RFC 9116 wants less than a year from when somebody last looked at it.
    expires = datetime.fromisoformat(told["Expires"]).date()
    assert timedelta(0) < expires - advice().version < timedelta(365)
