"""Several interviews: what is due across all, renamed, put away, deleted, saved in a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe import faults
from forms import START, days, plan_for
from playwright.sync_api import Page, expect

STORE = "after-the-interview/"
# As each version of the store has written an interview.
VERSIONS: dict[int, dict[str, Any]] = {
    1: {"archived": False, "revision": 3, "updated": 1_800_000_000_000, "version": 1},
    2: {
        "archived": False,
        "revision": 3,
        "updated": 1_800_000_000_000,
        "named": True,
        "calendar": None,
        "version": 2,
    },
}
REQUEST = {"interview": {"on": "2027-02-04"}, "said": {"text": "in two weeks"}, "country": "US"}


def saved(version: int, id_: str, title: str) -> dict[str, Any]:
    return {**VERSIONS[version], "id": id_, "title": title, "request": REQUEST}


def put(page: Page, entry: dict[str, Any]) -> None:
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [STORE + entry["id"], json.dumps(entry)],
    )


def stored(page: Page) -> dict[str, dict[str, Any]]:
    """What the device keeps, by title."""
    texts = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('after-the-interview/'))"
    )
    entries = [json.loads(text) for _, text in texts]
    return {entry["title"]: entry for entry in entries}


def open_list(page: Page, site: str) -> None:
    page.goto(f"{site}/interviews/?today=2027-02-11")


def add_file(page: Page, text: str) -> None:
    page.locator("#file").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_older_version_kept_opens_as_it_was(page: Page, site: str, version: int) -> None:
    page.goto(f"{site}/interviews/")
    put(page, saved(version, "a", "Northwind"))
    page.goto(f"{site}/calculator/?today=2027-02-04&open=a")
    assert days(page)["email"] == "2027-02-22"


def test_interviews_are_listed_renamed_put_away_deleted_and_brought_back(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/interviews/")
    for id_, title in (("a", "Northwind"), ("b", "Fabrikam")):
        put(page, saved(2, id_, title))
    page.set_viewport_size({"width": 360, "height": 640})
    open_list(page, site)
    listed = page.locator("#list")
    expect(listed).to_contain_text("Northwind", timeout=START)
    expect(listed).to_contain_text("Fabrikam")
    assert faults(page) == []
    rename = listed.locator("form[data-rename=a]")
    rename.locator("xpath=ancestor::details").locator("summary").first.click()
    rename.locator("[name=title]").fill("Acme <b>Ltd</b>")
    rename.get_by_role("button").click()
    expect(page.locator("#told")).to_have_text("It is called “Acme <b>Ltd</b>” now.")
    expect(listed).to_contain_text("Acme <b>Ltd</b>")
    listed.locator("[data-archive=b]").click()
    expect(page.locator("#told")).to_contain_text("Put away")
    assert stored(page)["Fabrikam"]["archived"]
    listed.locator("[data-delete=a]").click()
    expect(page.locator("#told")).to_have_text("Deleted from this device.")
    expect(page.get_by_role("button", name="Put it back")).to_be_in_viewport()
    assert set(stored(page)) == {"Fabrikam"}
    page.get_by_role("button", name="Put it back").click()
    expect(listed).to_contain_text("Acme <b>Ltd</b>")
    assert set(stored(page)) == {"Fabrikam", "Acme <b>Ltd</b>"}


def test_a_file_brings_all_back_and_a_bad_one_changes_nothing(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/interviews/")
    put(page, saved(2, "a", "Northwind"))
    open_list(page, site)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all in a file").click()
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    before = stored(page)
    error = page.locator("#file-error")
    for bad, told in (
        (text[: len(text) // 2], "does not hold interviews"),
        ('{"format": "another", "interviews": []}', "does not hold interviews"),
        (text.replace('"version": 2', '"version": 99', 1), "newer version"),
        (text.replace('"title"', '"heading"'), "is damaged"),
    ):
        add_file(page, bad)
        expect(error).to_contain_text(told)
        assert stored(page) == before
    page.evaluate("localStorage.clear()")
    add_file(page, text)
    expect(error).to_be_hidden()
    expect(page.locator("#told")).to_have_text("Interviews added or replaced: 1.")
    expect(page.locator("#told")).to_be_in_viewport()
    expect(page.locator("#list")).to_contain_text("Northwind", timeout=START)
    assert stored(page)["Northwind"]["request"] == REQUEST


def test_two_tabs_do_not_write_over_each_other(page: Page, site: str) -> None:
    plan_for(page, site, "in two weeks")
    other = page.context.new_page()
    other.goto(page.url)
    assert days(other)
    other.get_by_label("Interviewer").fill("Ada Long")
    expect(other.get_by_text("Dear Ada Long").first).to_be_visible(timeout=START)
    page.get_by_label("Employer").fill("Northwind")
    expect(page.locator("#kept")).to_contain_text("changed in another tab")
    (kept,) = stored(page).values()
    assert kept["request"]["names"]["interviewer"] == "Ada Long"
