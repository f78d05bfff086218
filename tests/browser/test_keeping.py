"""Plans are kept on the device and filled with names; nothing is lost unsaid."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from device import FORBID, put, stored, take, wait_for_kept, wait_for_revision
from forms import (
    START,
    alert,
    days,
    enter_date,
    make_plan,
    open_form,
    plan_for,
    plan_on_page,
    unfold,
)
from playwright.sync_api import Browser, Locator, Page, Route, expect

SAID = "by the end of next week"
FULL = """() => {
    window.whole = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError"); };
}"""


# A later version of the store, as another tab would open it: true once it is let in.
NEXT_STORE = """() => new Promise((resolve) => {
    const asked = indexedDB.open("after-the-interview", 2);
    asked.onsuccess = () => resolve(true);
    setTimeout(resolve, 5000, false);
})"""

# A calculator that can be made to wait with its answers.
HELD_WORKER = """globalThis.held = null;
globalThis.Worker = class extends Worker {
    postMessage(message) {
        if (message.id && held) held.push(() => super.postMessage(message));
        else super.postMessage(message);
    }
};"""
HOLD = "() => { held = []; }"
LET = "() => { const all = held; held = null; all.forEach((ask) => ask()); }"


def unkept(page: Page) -> Locator:
    """Where it stands, at the top of the answer, that something is not kept."""
    return page.locator("#unkept")


def record(page: Page) -> None:
    """Say that a contact brought no answer."""
    unfold(page)
    page.locator("#plan button[data-event*=contacted]").first.click()
    expect(page.locator("#plan [data-status=done]").first).to_be_attached()


def test_a_plan_is_there_again_when_the_page_is_opened_again(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    (entry,) = wait_for_kept(page, 1).values()
    assert entry["next"]["on"] == before["thank"]
    open_form(page, site)
    assert days(page) == before
    expect(page.locator("[name=said]")).to_have_value(SAID)
    expect(page.locator("[name=day]")).to_have_value("4")


def test_a_plan_kept_under_older_rules_says_so_once(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    (id_, entry), *_ = wait_for_kept(page, 1).items()
    entry["request"]["rules_version"] = "2025-01-31"
    put(page, id_, entry)
    told = page.locator("#changed", has_text="have changed since")
    open_form(page, site)
    expect(told).to_be_visible(timeout=START)
    wait_for_revision(page, id_, entry["revision"] + 1)
    open_form(page, site)
    days(page)
    expect(told).to_have_count(0)


def test_another_interview_leaves_the_first_as_it_was(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    (first,) = wait_for_kept(page, 1)
    page.get_by_role("button", name="Start another interview").click()
    expect(page.locator("[name=said]")).to_have_value("")
    assert plan_on_page(page, "in three weeks")["email"] == "2027-03-01"
    wait_for_kept(page, 2)
    page.evaluate("(id) => { location.hash = `#open=${id}`; }", first)
    expect(page.locator("[name=said]")).to_have_value(SAID)
    email = page.locator("#plan li[data-action=email] time").first
    expect(email).to_have_attribute("datetime", "2027-02-17")
    page.goto("about:blank")
    open_form(page, site, fragment="#open=nobody")
    assert "isn't on this device" in alert(page)


def test_a_deleted_interview_leaves_nothing_and_undo_brings_back_all(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    (id_, entry), *_ = wait_for_kept(page, 1).items()
    put(page, id_, {**entry, "notes": "Ask about nights"})
    page.get_by_role("button", name="Delete this interview").click()
    expect(page.get_by_role("region", name="Your plan")).to_be_hidden()
    assert stored(page) == {}
    page.get_by_role("button", name="Undo the last change").click()
    assert days(page)
    assert stored(page) == {id_: {**entry, "notes": "Ask about nights"}}


def test_with_more_to_lose_than_one_plan_the_browser_is_asked_to_keep_it(
    page: Page, site: str
) -> None:
    # Safari forgets what a site keeps after seven days of use without a visit to it.
    page.add_init_script("""window.asked = 0;
        StorageManager.prototype.persist = async () => ++window.asked > 0;""")
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    (id_,) = wait_for_kept(page, 1)
    assert page.evaluate("asked") == 0
    record(page)
    wait_for_revision(page, id_, 2)
    assert page.evaluate("asked") >= 1


def test_what_was_typed_where_nothing_could_be_kept_is_kept_in_the_end(
    page: Page, site: str
) -> None:
    open_form(page, site)
    page.evaluate(FULL)
    plan_on_page(page, SAID)
    expect(unkept(page)).to_contain_text("no room left")
    page.get_by_label("Your own notes").fill("Ask about nights")
    page.evaluate("() => { IDBObjectStore.prototype.put = whole; }")
    page.get_by_label("Interviewer").fill("Ada Long")
    (entry,) = wait_for_kept(page, 1).values()
    assert entry["notes"] == "Ask about nights"
    expect(unkept(page)).to_be_hidden()


@pytest.mark.parametrize("then", ["Start another interview", "Delete this interview"])
def test_a_name_counts_from_the_moment_it_is_typed(page: Page, site: str, then: str) -> None:
    plan_for(page, site, SAID)
    wait_for_kept(page, 1)
    page.get_by_label("Interviewer").fill("Ada Long")
    page.get_by_role("button", name=then).click()
    if then.startswith("Delete"):
        page.get_by_role("button", name="Undo the last change").click()
        expect(page.get_by_role("region", name="Your plan")).to_contain_text(
            "Dear Ada", use_inner_text=False
        )
    (entry,) = wait_for_kept(page, 1).values()
    assert entry["request"]["names"]["interviewer"] == "Ada Long"


@contextmanager
def slowed(page: Page) -> Iterator[None]:
    """Leave a page as on a busy phone: what is not written at once is not written in time."""
    device = page.context.new_cdp_session(page)
    device.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    with page.expect_event("framenavigated"):
        yield
    device.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    device.detach()


def test_what_is_typed_right_before_leaving_is_kept_each_time(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    (id_,) = wait_for_kept(page, 1)
    for number in range(6):
        unfold(page)
        with slowed(page):
            page.get_by_label("Interviewer").fill(f"Ada {number}")
            page.get_by_label("Your own notes").fill(f"Nights {number}")
            page.reload(wait_until="commit")
        words = page.locator(".plan__next .words__text").first
        # What is painted first can't be changed: it is about to be replaced.
        expect(words).to_have_attribute("contenteditable", "plaintext-only", timeout=START)
        expect(page.get_by_label("Interviewer")).to_have_value(f"Ada {number}")
        expect(page.locator("#notes")).to_have_value(f"Nights {number}")
        with slowed(page):
            words.click()
            page.keyboard.press("Control+End")
            page.keyboard.type(f" PS {number}")
            # What a person wrote stays as they wrote it, whatever name is typed elsewhere.
            edited = words.inner_text()
            assert f"PS {number}" in edited
            # Behind a blank it is an edit, no name.
            expect(page.locator("[name='names.you']")).to_have_value("")
            page.reload(wait_until="commit")
        expect(words).to_contain_text(f"PS {number}", timeout=START)
        assert words.inner_text() == edited
    assert wait_for_kept(page, 1).keys() == {id_}


def test_what_is_deleted_right_before_leaving_is_gone_each_time(page: Page, site: str) -> None:
    for _ in range(4):
        plan_for(page, site, SAID)
        wait_for_kept(page, 1)
        with slowed(page):
            page.locator("[data-delete]").click(no_wait_after=True)
            page.goto(f"{site}/interviews/", wait_until="commit")
        expect(page.locator("#list [data-instead]")).to_be_visible(timeout=START)
        assert stored(page) == {}


def test_what_is_brought_back_right_before_leaving_is_there_each_time(
    page: Page, site: str
) -> None:
    plan_for(page, site, SAID)
    (id_,) = wait_for_kept(page, 1)
    for _ in range(4):
        unfold(page)
        page.get_by_role("button", name="Delete this interview").click()
        wait_for_kept(page, 0)
        with slowed(page):
            page.get_by_role("button", name="Undo the last change").click(no_wait_after=True)
            page.goto(f"{site}/interviews/", wait_until="commit")
        expect(page.locator("#list .overview__item")).to_have_count(1, timeout=START)
        assert stored(page).keys() == {id_}
        page.go_back()
        expect(page.locator("#plan .plan__next")).to_be_visible(timeout=START)


def test_an_older_page_lets_a_newer_version_of_the_store_in(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    wait_for_kept(page, 1)
    other = page.context.new_page()
    other.goto(f"{site}/about/licences/")
    assert other.evaluate(NEXT_STORE)
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(unkept(page)).to_contain_text("a newer version of this site")


def test_what_is_typed_into_an_empty_form_at_once_is_another_interview(
    page: Page, site: str
) -> None:
    plan_for(page, site, SAID)
    page.get_by_label("Employer").fill("Acme")
    (id_,) = wait_for_kept(page, 1)
    wait_for_revision(page, id_, 2)
    before = stored(page)
    # As an older version left it: nothing to paint. The script comes late, as on a slow line.
    page.goto(f"{site}/about/licences/")
    page.evaluate("localStorage.clear()")

    def late(route: Route) -> None:
        page.wait_for_timeout(2500)
        route.fallback()

    page.route("**/scripts/app-*.js", late)
    page.goto("about:blank")
    page.goto(f"{site}/calculator/?today=2027-02-04", wait_until="commit")
    plan_on_page(page, "in three weeks")
    after = wait_for_kept(page, 2)
    assert after[id_] == before[id_]


def test_another_interview_typed_over_the_first_loses_neither(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    page.get_by_label("Employer").fill("Acme")
    record(page)
    (id_,) = wait_for_kept(page, 1)
    wait_for_revision(page, id_, 3)
    first = stored(page)[id_]["request"]
    told, both = page.locator("#changed"), page.get_by_role("button", name="keep both")
    expect(both).to_be_hidden()
    enter_date(page, "11", "2", "2027")
    page.locator("[name=said]").fill("in three weeks")
    make_plan(page)
    expect(told).to_have_text("Here's your new plan.", timeout=START)
    page.get_by_role("button", name="Undo the last change").click()
    expect(told).to_have_text("Undone. Your plan is as it was before.")
    expect(both).to_be_hidden()
    expect(page.locator("[name=said]")).to_have_value(SAID)
    enter_date(page, "11", "2", "2027")
    page.locator("[name=said]").fill("in three weeks")
    make_plan(page)
    both.click()
    expect(told).to_have_text(re.compile("^Both are kept. The other one"), timeout=START)
    kept = wait_for_kept(page, 2)
    assert kept.pop(id_)["request"] == first
    (other,) = kept.values()
    assert other["request"]["interview"]["on"] == "2027-02-11"
    assert other["request"].keys() <= {"interview", "said", "country", "rules_version", "planned"}
    # Nor do the names of the first stand there.
    expect(page.get_by_label("Employer")).to_have_value("")
    expect(page.get_by_role("button", name="Undo the last change")).to_be_hidden()


def test_a_later_interview_typed_over_one_with_entries_is_kept_beside_it(
    page: Page, site: str
) -> None:
    plan_for(page, site, SAID)
    page.locator("#plan button[data-event*=thanked]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    (id_, first), *_ = wait_for_kept(page, 1).items()
    open_form(page, site, today="2027-02-20")
    expect(page.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
    enter_date(page, "19", "2", "2027")
    page.locator("[name=said]").fill("next week")
    make_plan(page)
    # What is there is still the first one's plan, which is said, and not that anything was done.
    assert "history" in alert(page)
    expect(page.locator("#changed")).to_contain_text("is of your answers before")
    expect(page.locator("#plan [data-status=done]").first).to_be_attached()
    page.get_by_role("button", name="keep both").click()
    expect(page.locator("#changed")).to_have_text(re.compile("^Both are kept"), timeout=START)
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator("#history")).to_be_hidden()
    kept = wait_for_kept(page, 2)
    assert kept.pop(id_)["request"]["interview"] == first["request"]["interview"]
    (other,) = kept.values()
    assert other["request"]["interview"]["on"] == "2027-02-19"


def test_a_refused_press_leaves_no_done_beside_its_problem(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    for event in ("rejected", "offered"):
        page.evaluate(f"document.querySelector('#plan form[data-event*={event}]').requestSubmit()")
        told = "Done." if event == "rejected" else ""
        expect(page.locator("#changed")).to_contain_text(told, timeout=START)
    assert "both yes and no" in alert(page)
    expect(page.locator("#changed")).to_be_empty()


def test_names_fill_the_words_and_change_no_date(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    page.get_by_label("Interviewer").fill("Ada <b>Long</b> $$")
    plan = page.get_by_role("region", name="Your plan")
    expect(plan).to_contain_text("Dear Ada <b>Long</b> $$", use_inner_text=False)
    assert days(page) == before


def two_tabs(page: Page, site: str) -> Page:
    """Open one plan in two tabs, and return the second one."""
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    wait_for_kept(page, 1)
    second = page.context.new_page()
    open_form(second, site, today="2027-02-17")
    days(second)
    unfold(second)
    return second


def record_again(page: Page) -> None:
    """Say that they are still deciding."""
    unfold(page)
    page.evaluate("document.querySelector('#plan form[data-event*=not-decided]').requestSubmit()")


def test_undo_does_not_reach_into_another_interview(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, "in three weeks")
    (first, before), *_ = wait_for_kept(page, 1).items()
    page.get_by_role("button", name="Start another interview").click()
    plan_on_page(page, SAID)
    record(page)
    expect(page.get_by_role("button", name="Undo the last change")).to_be_visible()
    page.evaluate("(id) => { location.hash = `#open=${id}`; }", first)
    expect(page.locator("[name=said]")).to_have_value("in three weeks")
    expect(page.get_by_role("button", name="Undo the last change")).to_be_hidden()
    assert stored(page)[first] == before


def test_after_a_deletion_is_undone_the_form_is_one_line_again(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    plan_for(page, site, SAID)
    expect(page.locator("[name=said]")).to_be_hidden()
    page.get_by_role("button", name="Delete this interview").click()
    expect(page.locator("[name=said]")).to_be_visible()
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator("#changed")).to_contain_text("Undone.")
    expect(page.locator("[name=said]")).to_be_hidden()


def test_what_is_back_already_is_not_brought_back_again(page: Page, site: str) -> None:
    second = two_tabs(page, site)
    page.get_by_role("button", name="Delete this interview").click()
    wait_for_kept(page, 0)
    unkept(second).get_by_role("button", name="Keep it again").click()
    second.get_by_label("Employer").fill("Acme")
    (id_,) = wait_for_kept(page, 1)
    wait_for_revision(page, id_, 2)
    page.get_by_role("button", name="Undo the last change").click()
    assert days(page)
    expect(page.get_by_label("Employer")).to_have_value("Acme")


def test_names_fill_words_that_were_changed_by_hand(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    words = page.locator(".plan__next .words__text").first
    words.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" PS: hello")
    page.get_by_label("Interviewer").fill("Ada $& Long")
    page.get_by_label("Interviewer").blur()
    expect(words).to_contain_text("Dear Ada $& Long")
    expect(words).to_contain_text("PS: hello")


def test_a_blank_in_words_that_were_changed_by_hand_is_one_again_after_a_reload(
    page: Page, site: str
) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    words = page.locator(".plan__next .words__text").first
    blanks = words.locator(".blank")
    before = blanks.all_inner_texts()
    assert "[your name]" in before
    words.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" PS: hello")
    page.reload()
    expect(words).to_have_attribute("contenteditable", "plaintext-only", timeout=START)
    expect(words).to_contain_text("PS: hello")
    expect(blanks).to_have_text(before)
    # A tap types into it, and the name stands wherever it is wanted.
    blanks.filter(has_text="[your name]").first.click()
    page.keyboard.type("Kim")
    expect(page.locator("[name='names.you']")).to_have_value("Kim")
    expect(words).to_contain_text("PS: hello")


class TestWhatIsNotKept:
    """It is said where one looks, with a way out, and nothing is written over."""

    def test_deleted_in_one_tab_it_stays_deleted_until_it_is_asked_for(
        self, page: Page, site: str
    ) -> None:
        open_form(page, site, today="2027-02-17")
        plan_on_page(page, SAID)
        (id_,) = wait_for_kept(page, 1)
        other = page.context.new_page()
        other.goto(f"{site}/interviews/?today=2027-02-17")
        other.locator(f"[data-interview='{id_}'] summary").click()
        other.locator(f"[data-delete='{id_}']").click()
        expect(unkept(page)).to_contain_text("was deleted in another tab, or the data")
        record(page)
        expect(unkept(page)).to_contain_text("on this device any more")
        expect(unkept(page)).to_be_in_viewport()
        assert stored(page) == {}
        unkept(page).get_by_role("button", name="Keep it again").click()
        expect(unkept(page)).to_contain_text("kept on this device again")
        (entry,) = stored(page).values()
        assert len(entry["request"]["history"]) == 1
        record(page)
        wait_for_revision(page, id_, entry["revision"] + 1)
        assert len(stored(page)[id_]["request"]["history"]) == 2
        expect(unkept(page)).to_be_hidden()

    def test_cleared_meanwhile_it_is_said_and_kept_again_on_demand(
        self, page: Page, site: str
    ) -> None:
        open_form(page, site, today="2027-02-17")
        plan_on_page(page, SAID)
        (id_,) = wait_for_kept(page, 1)
        take(page, id_)
        record(page)
        expect(unkept(page)).to_contain_text("data was cleared")
        unkept(page).get_by_role("button", name="Keep it again").click()
        wait_for_kept(page, 1)
        page.reload()
        expect(page.locator("#plan [data-status=done]").first).to_be_attached(timeout=START)

    def test_a_second_tab_in_which_nothing_is_typed_follows_the_first(
        self, page: Page, site: str
    ) -> None:
        second = two_tabs(page, site)
        record(page)
        expect(second.locator("#history li")).to_have_count(1)
        # And the first the second; there is no way back into what the other tab has changed.
        record_again(second)
        expect(page.locator("#history li")).to_have_count(2)
        expect(page.get_by_role("button", name="Undo the last change")).to_be_hidden()
        page.get_by_label("Employer").fill("Acme")
        expect(second.get_by_label("Employer")).to_have_value("Acme")
        expect(unkept(second)).to_be_hidden()
        assert len(wait_for_kept(page, 1)) == 1

    def test_a_name_is_written_once_so_that_the_other_tab_can_go_on_at_once(
        self, page: Page, site: str
    ) -> None:
        second = two_tabs(page, site)
        (id_, before), *_ = stored(page).items()
        page.get_by_label("Employer").fill("Acme")
        page.get_by_label("Employer").blur()
        expect(second.get_by_label("Employer")).to_have_value("Acme")
        # The first still asks for the words with the name.
        record_again(second)
        expect(page.locator("#history li")).to_have_count(1)
        for tab in (page, second):
            expect(unkept(tab)).to_be_hidden()
            expect(tab.locator("#plan")).to_contain_text("Acme", use_inner_text=False)
        entry = stored(page)[id_]
        assert entry["request"]["names"]["employer"] == entry["title"] == "Acme"
        assert entry["revision"] == before["revision"] + 2

    def test_a_name_typed_while_it_follows_is_kept_and_it_follows_on(
        self, page: Page, site: str
    ) -> None:
        second = two_tabs(page, site)
        second.add_init_script(HELD_WORKER)
        second.reload()
        unfold(second)
        expect(second.get_by_label("Employer")).to_be_visible(timeout=START)
        second.evaluate(HOLD)
        record(page)
        while not second.evaluate("held.length"):
            second.wait_for_timeout(50)
        second.get_by_label("Employer").fill("Acme")
        second.get_by_label("Employer").blur()
        record_again(page)
        expect(page.locator("#history li")).to_have_count(2)
        second.evaluate(LET)
        expect(second.locator("#history li")).to_have_count(2)
        for tab in (page, second):
            expect(tab.get_by_label("Employer")).to_have_value("Acme")
            expect(unkept(tab)).to_be_hidden()
        # Its question about the name is answered: it goes on following.
        page.locator("#history [data-forget]").first.evaluate("one => one.click()")
        expect(second.locator("#history li")).to_have_count(1)

    def test_a_second_tab_is_told_and_can_go_on_or_keep_a_copy(self, page: Page, site: str) -> None:
        second = two_tabs(page, site)
        second.locator("[name=said]").fill("in three weeks")
        record(page)
        expect(unkept(second)).to_contain_text("was changed in another tab. Here you")
        second.get_by_label("Employer").fill("Acme")
        expect(unkept(second)).to_contain_text("Not kept yet: this interview was changed")
        expect(unkept(second)).to_be_in_viewport()
        # That stays true, whatever else is done there.
        page.get_by_label("Interviewer").fill("Ada")
        page.wait_for_timeout(500)
        expect(unkept(second)).to_contain_text("Not kept yet: this interview was changed")
        unkept(second).get_by_role("button", name="Keep this as a copy").click()
        expect(unkept(second)).to_contain_text("Kept as a copy")
        histories = [len(one["request"].get("history", [])) for one in stored(page).values()]
        assert sorted(histories) == [0, 1]
        record(second)
        page.get_by_label("Employer").fill("Northwind")
        page.get_by_label("Interviewer").fill("Ada Long")
        expect(page.locator("#plan")).to_contain_text("Ada Long", use_inner_text=False)
        assert {one["title"] for one in stored(page).values()} == {"Acme", "Northwind"}

    def test_a_full_device_is_told_and_the_entries_can_be_saved_in_a_file(
        self, page: Page, site: str
    ) -> None:
        open_form(page, site)
        page.evaluate(FULL)
        assert plan_on_page(page, SAID)
        expect(unkept(page)).to_contain_text("no room left")
        expect(unkept(page)).to_be_in_viewport()
        with page.expect_download() as download:
            unkept(page).get_by_role("button", name="Save it in a file").click()
        file = json.loads(download.value.path().read_text())
        assert file["interviews"][0]["request"]["said"]["text"] == SAID
        page.evaluate("() => { IDBObjectStore.prototype.put = whole; }")
        unkept(page).get_by_role("button", name="Keep it again").click()
        expect(unkept(page)).to_contain_text("kept on this device again")
        assert len(stored(page)) == 1

    def test_where_nothing_may_be_kept_plans_are_made_and_it_is_said(
        self, page: Page, site: str
    ) -> None:
        page.add_init_script(FORBID)
        assert plan_for(page, site, SAID)
        expect(unkept(page)).to_contain_text("let the site keep anything")
        page.goto(f"{site}/interviews/")
        expect(page.locator("#told")).to_contain_text("let the site read what it keeps")
        expect(page.get_by_text("Nothing is kept on this device yet")).to_be_hidden()

    @pytest.mark.parametrize("kind", ["newer", "damaged"])
    def test_what_cannot_be_read_is_not_written_over(
        self, page: Page, site: str, kind: str
    ) -> None:
        open_form(page, site, today="2027-02-17")
        plan_on_page(page, SAID)
        (id_, entry), *_ = wait_for_kept(page, 1).items()
        odd = "{damaged" if kind == "damaged" else {**entry, "version": 99}
        put(page, id_, odd)
        record(page)
        expect(unkept(page)).to_be_in_viewport()
        assert stored(page) == {id_: odd}
        unkept(page).get_by_role("button", name="Keep this as a copy").click()
        assert wait_for_kept(page, 2)[id_] == odd


def test_on_plain_http_and_with_dollars_in_a_name_it_works_all_the_same(
    browser: Browser, site: str
) -> None:
    with browser.new_context(locale="en-US") as context:
        page = context.new_page()
        plain = site.replace("127.0.0.1", "plain.test")
        plan_for(page, plain, SAID)
        assert not page.evaluate("isSecureContext")
        page.get_by_label("Interviewer").fill("Ada $$ $& $1 Long")
        expect(page.get_by_text("Dear Ada $$ $& $1 Long").first).to_be_attached(timeout=START)
        wait_for_kept(page, 1)
        page.get_by_role("button", name="Copy a link").click()
        # There a browser lets no page copy; the link is there to be copied by hand.
        expect(page.locator("#kept")).to_contain_text(
            f"let the page copy. Here is the link: {plain}"
        )
