"""Several interviews: what is due across all, renamed, put away, deleted, saved in a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe import faults
from device import PUT_ALL, put, stored, wait_for_kept
from forms import START, days
from playwright.sync_api import Locator, Page, expect
from test_keeping import slowed

STORE = "after-the-interview/a"
# As each version of the store has written an interview.
VERSIONS: dict[int, dict[str, Any]] = {
    1: {"archived": False, "revision": 3, "updated": 1_800_000_000_000, "version": 1},
}
VERSIONS[2] = {**VERSIONS[1], "named": True, "calendar": None, "version": 2}
VERSIONS[3] = {**VERSIONS[2], "notes": "", "from": None, "next": None, "version": 3}
VERSIONS[4] = {**VERSIONS[3], "edits": {}, "version": 4}
LATEST = max(VERSIONS)
CONTROLS = """[...document.querySelectorAll(
        "main :is(a, button, input, select, summary, textarea)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true })).length"""
REQUEST = {"interview": {"on": "2027-02-04"}, "said": {"text": "in two weeks"}, "country": "US"}


def saved(version: int, id_: str, title: str) -> dict[str, Any]:
    return {**VERSIONS[version], "id": id_, "title": title, "request": REQUEST}


def titles(page: Page) -> dict[str, dict[str, Any]]:
    """What the device keeps, by title."""
    return {entry["title"]: entry for entry in stored(page).values()}


def open_list(page: Page, site: str) -> None:
    page.goto(f"{site}/interviews/?today=2027-02-11")


def change_of(page: Page, id_: str) -> Locator:
    """What opens all that can be done to an interview of the list."""
    return page.locator(f"#list [data-interview={id_}] summary")


def add_file(page: Page, text: str) -> None:
    page.locator("#file").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()}
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_older_version_kept_opens_as_it_was(page: Page, site: str, version: int) -> None:
    page.goto(f"{site}/about/licences/")
    entry = saved(version, "a", "Northwind")
    if version < 3:  # in localStorage, before there was a store of our own
        page.evaluate("([key, text]) => { localStorage[key] = text; }", [STORE, json.dumps(entry)])
    else:
        put(page, "a", entry)
    page.goto(f"{site}/calculator/?today=2027-02-04#open=a")
    assert days(page)["email"] == "2027-02-22"
    assert wait_for_kept(page, 1)["a"]["version"] == LATEST
    assert not page.evaluate("(key) => key in localStorage", STORE)


def test_interviews_are_listed_renamed_put_away_deleted_and_brought_back(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/about/licences/")
    for id_, title in (("a", "Northwind"), ("b", "Fabrikam")):
        put(page, id_, saved(LATEST, id_, title))
    page.set_viewport_size({"width": 360, "height": 640})
    open_list(page, site)
    listed = page.locator("#list")
    expect(listed).to_contain_text("Northwind", timeout=START)
    expect(listed).to_contain_text("Fabrikam")
    assert faults(page) == []
    change_of(page, "a").click()
    rename = listed.locator("form[data-rename=a]")
    rename.locator("[name=title]").fill("Acme <b>Ltd</b>")
    rename.get_by_role("button").click()
    expect(page.locator("#told")).to_have_text("It is called “Acme <b>Ltd</b>” now.")
    expect(listed).to_contain_text("Acme <b>Ltd</b>")
    change_of(page, "b").click()
    listed.locator("[data-archive=b]").click()
    expect(page.locator("#told")).to_contain_text("Put away")
    assert titles(page)["Fabrikam"]["archived"]
    listed.locator("[data-unarchive=b]").click()
    expect(page.locator("#told")).to_have_text("Back on the list.")
    expect(listed.locator("[data-archive=b]")).to_be_attached()
    # What was open stays open.
    notes = listed.locator("form[data-note=b]")
    notes.locator("[name=notes]").fill("Ask about <i>nights</i>")
    notes.get_by_role("button").click()
    expect(page.locator("#told")).to_have_text("Your notes are kept.")
    expect(listed.locator(".overview__notes")).to_have_text("Ask about <i>nights</i>")
    change_of(page, "a").click()
    listed.locator("[data-delete=a]").click()
    expect(page.locator("#told")).to_have_text("Deleted from this device.")
    expect(page.get_by_role("button", name="Put it back")).to_be_in_viewport()
    assert set(titles(page)) == {"Fabrikam"}
    expect(page.locator("#finding")).to_be_hidden()
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#told")).to_have_text("It is back, with everything.")
    expect(listed).to_contain_text("Acme <b>Ltd</b>")
    assert set(titles(page)) == {"Fabrikam", "Acme <b>Ltd</b>"}
    # Each that was deleted, one after the other.
    listed.locator("[data-delete=b]").click()
    change_of(page, "a").click()
    listed.locator("[data-delete=a]").click()
    wait_for_kept(page, 0)
    for count in (1, 2):
        page.get_by_role("button", name="Put it back").click()
        wait_for_kept(page, count)
    expect(page.get_by_role("button", name="Put it back")).to_be_hidden()
    page.locator("#search").fill("NIGHTS")
    expect(listed).not_to_contain_text("Acme")
    expect(page.locator("#found")).to_have_text("1 found.")
    page.locator("#search").fill("nothing of the kind")
    expect(listed).to_contain_text("None of your interviews match that.")


def test_a_file_brings_all_back_and_a_bad_one_changes_nothing(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/about/licences/")
    put(page, "a", saved(LATEST, "a", "Northwind"))
    put(page, "b", "{damaged")
    put(page, "c", {**saved(LATEST, "c", "Fabrikam"), "version": LATEST + 1})
    before = stored(page)
    open_list(page, site)
    listed = page.locator("#list")
    expect(listed).to_contain_text("Northwind", timeout=START)
    expect(listed).to_contain_text("can't be shown")
    expect(listed).to_contain_text("A newer version of this site")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all in a file").click()
    expect(page.locator("#told")).to_have_text("The file is made. Look in your downloads.")
    page.evaluate("() => { URL.createObjectURL = () => { throw new Error('refused'); }; }")
    page.get_by_role("button", name="Save all in a file").click()
    expect(page.locator("#told")).to_contain_text("The file could not be made.")
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    error = page.locator("#file-error")
    for bad, told in (
        (text[: len(text) // 2], "hold interviews"),
        ('{"format": "another", "interviews": []}', "hold interviews"),
        (text.replace(f'"version": {LATEST}', '"version": 99', 1), "newer version"),
        (text.replace('"title"', '"heading"'), "is damaged"),
    ):
        add_file(page, bad)
        expect(error).to_contain_text(told)
        expect(error).to_contain_text("Nothing was changed.")
        assert stored(page) == before
        # What was said of the file before is over.
        expect(page.locator("#told")).to_be_empty()
    for left in reversed(range(len(before))):
        page.evaluate("document.querySelectorAll('#list details').forEach(one => one.open = true)")
        listed.locator("[data-delete]").first.click()
        expect(page.locator("#told")).to_have_text("Deleted from this device.")
        expect(listed.locator("[data-delete]")).to_have_count(left)
    wait_for_kept(page, 0)
    expect(page.get_by_text("Nothing is kept on this device yet")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    add_file(page, text)
    expect(error).to_be_hidden()
    expect(page.locator("#told")).to_have_text("3 interviews added.")
    expect(page.locator("#told")).to_be_in_viewport()
    expect(listed).to_contain_text("Northwind", timeout=START)
    assert stored(page) == before


def test_a_file_says_what_was_taken_in_what_was_left_and_why(page: Page, site: str) -> None:
    page.goto(f"{site}/about/licences/")
    for id_ in ("same", "newer", "older"):
        put(page, id_, saved(LATEST, id_, id_))
    put(page, "odd", "{damaged")
    open_list(page, site)
    expect(page.locator("#list")).to_contain_text("older", timeout=START)
    times = {"same": 0, "newer": -1, "older": 1, "odd": 0, "added": 0}
    given = [saved(LATEST, id_, f"{id_}, in the file") for id_ in times]
    for entry, by in zip(given, times.values(), strict=True):
        entry["updated"] += by
    file = {"format": "after-the-interview", "version": LATEST, "interviews": given}
    add_file(page, json.dumps(file))
    told = page.locator("#told")
    expect(told).to_have_text(
        "1 interview added. 1 interview replaced by a newer one in the file. "
        "2 interviews left as they are: the ones on this device are the same or newer. "
        "1 interview left as it is: it can't be read, here or in the file."
    )
    after = stored(page)
    assert after.pop("odd") == "{damaged"
    assert sorted(entry["title"] for entry in after.values()) == [
        "added, in the file",
        "newer",
        "older, in the file",
        "same",
    ]
    add_file(page, json.dumps({**file, "interviews": []}))
    expect(told).to_have_text("There are no interviews in this file. Nothing was changed.")


def test_two_hundred_and_one_hide_none_and_a_list_goes_to_the_job_center(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/about/licences/")
    for n in range(201):
        entry = {**saved(LATEST, f"n{n}", f"No. {n}"), "updated": 1_800_000_000_000 + n}
        put(page, f"n{n}", entry)
    put(page, "due", {**saved(LATEST, "due", "Due"), "next": {"on": "2027-02-11", "what": "email"}})
    open_list(page, site)
    items = page.locator("#list .overview__item")
    expect(items).to_have_count(20, timeout=START)
    assert page.evaluate(CONTROLS) <= 60
    # What is due comes first, then the newest.
    expect(items.first).to_contain_text("Due")
    expect(items.nth(1)).to_contain_text("No. 200")
    for first in range(21, 202, 20):
        page.locator("[data-more]").click()
        expect(page.locator("#found")).to_have_text(f"{first} to {min(first + 19, 202)} of 202.")
    expect(items).to_have_count(2)
    expect(items.last).to_contain_text("No. 0")
    expect(page.locator("[data-more]")).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table").click()
    assert len(download.value.path().read_text().splitlines()) == 203
    # Whose name is searched for comes before those that only mention it.
    put(
        page,
        "m",
        {**saved(LATEST, "m", "Other"), "notes": "Due soon", "updated": 1_900_000_000_000},
    )
    open_list(page, site)
    page.locator("#search").fill("due")
    expect(page.locator("#list .overview__name")).to_have_text(["Due", "Other"], timeout=START)


def test_five_thousand_are_looked_through_while_one_types(page: Page, site: str) -> None:
    page.goto(f"{site}/about/licences/")
    entries = [[f"i{n}", saved(LATEST, f"i{n}", f"Job {n}")] for n in range(5000)]
    page.evaluate(PUT_ALL, entries)
    open_list(page, site)
    expect(page.locator("#found")).to_have_text("1 to 20 of 5000.", timeout=START)
    page.locator("#search").fill("Job 4321")
    expect(page.locator("#list .overview__name")).to_have_text(["Job 4321"], timeout=5_000)


def test_several_are_told_apart_on_the_home_page_in_the_list_and_in_the_plan(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/about/licences/")
    next_ = {"on": "2027-02-11", "what": "send an email"}
    for id_, title in (("a", "Northwind"), ("b", "Fabrikam")):
        request = {**REQUEST, "said": None}
        put(page, id_, {**saved(LATEST, id_, title), "next": next_, "request": request})
    page.goto(f"{site}/?today=2027-02-11")
    expect(page.locator("#due-what")).to_have_text("Due today: 2 interviews")
    for title in ("Northwind", "Fabrikam"):
        page.goto(f"{site}/?today=2027-02-11")
        page.get_by_role("link", name=f"{title}: send an email").click()
        expect(page.locator("#whose")).to_have_text(title, timeout=START)
    page.goto(f"{site}/?today=2027-02-11")
    page.get_by_role("link", name="See all your interviews").click()
    expect(page.locator("#list .overview__item")).to_have_count(2, timeout=START)
    expect(page.locator("#list h2")).to_have_text(["Today", "Side by side"])
    # Nothing of it is cut off or has to be swiped into sight.
    side = page.locator(".overview__compare")
    assert side.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert faults(page) == []
    page.get_by_role("link", name="Fabrikam").click()
    expect(page.locator("#whose")).to_have_text("Fabrikam", timeout=START)
    page.reload()
    expect(page.locator("#whose")).to_have_text("Fabrikam", timeout=START)


def test_a_name_and_notes_entered_right_before_leaving_are_kept_each_time(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/about/licences/")
    put(page, "a", saved(LATEST, "a", "Northwind"))
    rename, notes = (page.locator(f"form[data-{name}=a]") for name in ("rename", "note"))
    for number in range(4):
        open_list(page, site)
        expect(rename).to_be_attached(timeout=START)
        page.evaluate("document.querySelectorAll('#list details').forEach(one => one.open = true)")
        # One is sent, the other only typed.
        with slowed(page):
            rename.locator("[name=title]").fill(f"Acme {number}")
            notes.locator("[name=notes]").fill(f"Nights {number}")
            rename.get_by_role("button").click(no_wait_after=True)
            page.goto(f"{site}/about/licences/", wait_until="commit")
        open_list(page, site)
        expect(page.locator("#list .overview__name")).to_have_text(f"Acme {number}", timeout=START)
        expect(page.locator("#list .overview__notes")).to_have_text(f"Nights {number}")


def test_a_thank_you_that_lapsed_is_nothing_to_do_today(page: Page, site: str) -> None:
    page.goto(f"{site}/about/licences/")
    for id_, planned in (("a", {"thank-1": "2027-02-04"}), ("b", {"thank-1": "2027-02-08"})):
        request = {**REQUEST, "planned": {**planned, "email-1": "2027-02-16"}}
        put(page, id_, {**saved(LATEST, id_, f"Job {id_}"), "request": request})
    page.goto(f"{site}/interviews/?today=2027-02-11")
    page.locator("#which").select_option("due")
    expect(page.locator("#list .overview__name")).to_have_text(["Job b"], timeout=START)


def test_on_paper_the_list_has_nothing_to_press(page: Page, site: str) -> None:
    page.goto(f"{site}/about/licences/")
    put(page, "a", saved(LATEST, "a", "Northwind"))
    open_list(page, site)
    expect(page.locator("#list .overview__name")).to_be_visible(timeout=START)
    page.emulate_media(media="print")
    pressable = page.locator("main :is(button, summary, input, select, .md-button)")
    assert [one.text_content() for one in pressable.all() if one.is_visible()] == []
    expect(page.locator("#list .overview__name")).to_be_visible()
