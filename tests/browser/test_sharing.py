"""A link to a plan: kept when asked, known when it comes again, gone from the address."""

import base64
import json
import re

import pytest
from device import FORBID, put, stored, wait_for_kept
from forms import START, alert, days, enter_date, make_plan, open_form, plan_for, unfold
from playwright.sync_api import Browser, Page, expect

SAID = "by the end of next week"
REQUEST = {"interview": {"on": "2027-02-04"}, "said": {"text": SAID}, "country": "US"}
PLAN = "#plan=1."


def packed(request: object) -> str:
    text = json.dumps(request, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


LINK = f"{PLAN}{packed(REQUEST)}"


def copied(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#kept")).to_have_text("The link is copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_link_reopens_the_plan_holds_no_names_and_no_query(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(page.get_by_text("Dear Ada").first).to_be_attached(timeout=START)
    link = copied(page)
    assert "?" not in link
    page.get_by_role("button", name="Delete this interview").click()
    wait_for_kept(page, 0)
    page.goto("about:blank")
    page.goto(link.replace("#", "?today=2027-02-04#"))
    assert days(page) == before
    assert page.get_by_text("Ada Long").count() == 0


def test_a_link_is_kept_when_the_person_says_so_and_known_when_it_comes_again(
    page: Page, site: str
) -> None:
    open_form(page, site, fragment=LINK)
    shared = page.locator("#shared")
    expect(shared).to_contain_text("kept on this device yet")
    before = days(page)
    # Nothing of it is left in the address; a reload still has it, and it is still not kept.
    assert page.evaluate("location.href") == f"{site}/calculator/?today=2027-02-04"
    page.reload()
    assert days(page) == before
    unfold(page)
    page.get_by_label("Employer").fill("Acme")
    page.get_by_label("Interviewer").fill("Ada Long")
    page.get_by_label("Your own notes").fill("Ask about nights")
    expect(page.locator("#plan")).to_contain_text("Ada Long", use_inner_text=False)
    assert stored(page) == {}
    shared.get_by_role("button", name="Keep it on this device").click()
    expect(shared).to_have_text(re.compile("Kept on this device"))
    (entry,) = stored(page).values()
    assert entry["title"] == "Acme"
    assert entry["notes"] == "Ask about nights"
    # The same link again, in the page that is open: what was kept of it, as it was left.
    page.evaluate("(link) => { location.hash = link; }", LINK)
    expect(shared).to_contain_text("You keep this plan already")
    assert days(page) == before
    expect(page.get_by_label("Employer")).to_have_value("Acme")
    assert stored(page) == {entry["id"]: entry}
    assert page.evaluate("location.hash") == ""


def test_a_link_that_is_closed_and_brought_back_is_still_not_kept(page: Page, site: str) -> None:
    open_form(page, site, fragment=LINK)
    days(page)
    unfold(page)
    page.get_by_role("button", name="Delete this interview").click()
    expect(page.locator("#changed")).to_contain_text("kept on this device")
    expect(page.locator("#shared")).to_be_hidden()
    page.get_by_role("button", name="Undo the last change").click()
    days(page)
    expect(page.locator("#shared")).to_contain_text("kept on this device yet")
    assert stored(page) == {}


def test_a_link_of_ones_own_opens_what_is_kept(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    kept = wait_for_kept(page, 1)
    link = copied(page)
    page.goto("about:blank")
    page.goto(link.replace("#", "?today=2027-02-04#"))
    expect(page.locator("#shared")).to_contain_text("You keep this plan already")
    days(page)
    assert stored(page) == kept


def test_another_plan_in_the_page_that_is_open_takes_its_place(page: Page, site: str) -> None:
    plan_for(page, site, "in three weeks")
    kept = wait_for_kept(page, 1)
    page.evaluate("(link) => { location.hash = link; }", LINK)
    expect(page.locator("[name=said]")).to_have_value(SAID)
    expect(page.locator("#shared")).to_contain_text("kept on this device yet")
    days(page)
    assert stored(page) == kept


@pytest.mark.parametrize("behind", [")", ".", "”", "&utm_source=mail", "_", "%3E"])
def test_a_sign_behind_the_link_harms_nothing(page: Page, site: str, behind: str) -> None:
    open_form(page, site, fragment=LINK + behind)
    expect(page.locator("[name=said]")).to_have_value(SAID)


def test_a_link_whose_sign_was_written_out_opens(page: Page, site: str) -> None:
    open_form(page, site, fragment=LINK.replace("=", "%3D", 1))
    expect(page.locator("[name=said]")).to_have_value(SAID)


@pytest.mark.parametrize(
    ("written", "instead"),
    [("=", "=3D"), ("=", "%253D"), ("1.", "1%2E"), ("W", "=%0D%0AW"), ("W", "%20W")],
    ids=["quoted", "twice", "full stop", "a line broken in two", "a blank"],
)
def test_a_link_that_a_mail_program_has_written_otherwise_opens(
    page: Page, site: str, written: str, instead: str
) -> None:
    fragment = LINK.replace(written, instead, 1)
    assert fragment != LINK
    open_form(page, site, fragment=fragment)
    expect(page.locator("[name=said]")).to_have_value(SAID)
    assert "plan" not in page.evaluate("location.hash")


@pytest.mark.parametrize("path", ["/", "/guides/ghosted/", "/interviews/"])
def test_a_link_to_a_plan_leads_there_from_every_page(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}{path}?today=2027-02-04{LINK}")
    expect(page.locator("[name=said]")).to_have_value(SAID, timeout=START)
    assert page.evaluate("location.href") == f"{site}/calculator/?today=2027-02-04"
    # In a page that is open already, too.
    page.goto(f"{site}{path}")
    page.evaluate("(link) => { location.hash = link; }", LINK)
    expect(page.locator("#shared")).to_contain_text("kept on this device yet", timeout=START)


def test_what_is_done_to_a_plan_from_a_link_is_there_after_a_reload(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17", fragment=LINK)
    days(page)
    page.locator("#plan button[data-event*=contacted]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    expect(page.locator("#shared")).to_be_in_viewport()
    unfold(page)
    page.get_by_label("Your own notes").fill("Ask about nights")
    page.get_by_label("Employer").fill("Acme")
    for _ in range(2):
        page.reload()
        days(page)
        expect(page.locator("#history li")).to_have_count(1)
        unfold(page)
        expect(page.get_by_label("Your own notes")).to_have_value("Ask about nights")
        expect(page.get_by_label("Employer")).to_have_value("Acme")
        expect(page.locator("#shared")).to_contain_text("kept on this device yet")
        assert stored(page) == {}
    # Closed, nothing of it is left in this tab: the link brings what it holds.
    page.get_by_role("button", name="Delete this interview").click()
    page.goto("about:blank")
    open_form(page, site, today="2027-02-17", fragment=LINK)
    days(page)
    unfold(page)
    expect(page.get_by_label("Employer")).to_have_value("")
    expect(page.locator("#history li")).to_have_count(0)


def test_what_is_half_typed_in_a_tab_does_not_hide_a_plan_from_a_link(
    page: Page, site: str
) -> None:
    plan_for(page, site, "in three weeks")
    page.locator("[name=said]").fill("by the end of March")
    page.goto(f"{site}/guides/ghosted/")
    page.goto(f"{site}/?today=2027-02-04{LINK}")
    for _ in range(2):
        assert days(page)["email"] == "2027-02-17"
        expect(page.locator("[name=said]")).to_have_value(SAID)
        page.reload()
    page.goto("about:blank")
    open_form(page, site)
    assert days(page)["email"] == "2027-03-01"
    expect(page.locator("[name=said]")).to_have_value("by the end of March")


def test_that_a_link_is_copied_stands_beside_its_button(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    plan_for(page, site, SAID)
    copied(page)
    button, told = page.get_by_role("button", name="Copy a link"), page.locator("#kept")
    away = told.bounding_box()["y"] - button.bounding_box()["y"]  # type: ignore[index] # both are shown
    assert 0 < away < 150


@pytest.mark.parametrize("path", ["/calculator/", "/calculator/?today=2027-02-04&x="])
def test_a_link_that_a_mail_filter_has_rewritten_opens_the_plan(
    browser: Browser, site: str, path: str
) -> None:
    # Not silent: the browser reports that there is no such page, as which the link begins.
    with browser.new_context() as context:
        page = context.new_page()
        # Outlook's also encodes the equals sign, and puts fields of its own behind the address.
        outlook = LINK.replace("#plan=", "%23plan%3D") + "&data=05%7C02%7C%7C0&reserved=0"
        rewritten = (LINK.replace("#", "%23"), LINK.replace("#", "%2523"), outlook)
        for link in rewritten:
            page.goto(f"{site}{path}{link}")
            expect(page.locator("[name=said]")).to_have_value(SAID, timeout=START)
            assert "plan=" not in page.evaluate("location.href")


def test_a_link_brings_only_what_a_link_may_hold(page: Page, site: str) -> None:
    more = {**REQUEST, "today": "2020-01-01", "site_root": "../../../", "only": "reading", "x": 1}
    open_form(page, site, fragment=PLAN + packed(more))
    assert days(page)["email"] == "2027-02-17"
    page.get_by_role("button", name="Keep it on this device").click()
    (entry,) = wait_for_kept(page, 1).values()
    assert entry["request"].keys() <= {*REQUEST, "rules_version", "planned"}


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        (f"{PLAN}%3Cscript%3E", "damaged or was cut off"),
        (f"{LINK[:-9]}", "damaged or was cut off"),
        ("#plan=7.e30", "another version of this site"),
    ],
)
def test_a_link_that_cannot_be_read_is_told_and_harms_nothing(
    page: Page, site: str, fragment: str, told: str
) -> None:
    plan_for(page, site, "in three weeks")
    kept = wait_for_kept(page, 1)
    page.evaluate("(link) => { location.hash = link; }", fragment)
    assert told in alert(page)
    assert stored(page) == kept


def test_a_hostile_link_is_shown_as_text(page: Page, site: str) -> None:
    hostile = {"interview": {"on": "<img src=x>"}, "said": {"text": "<script>x</script>"}, "x": 1}
    open_form(page, site, fragment=PLAN + packed(hostile))
    assert alert(page)
    assert page.locator("main img[src=x]").count() == 0
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.locator("#shared")).to_contain_text("kept on this device as soon as")
    enter_date(page, "4", "2", "2027")
    make_plan(page)
    days(page)
    expect(page.locator("#shared")).to_have_text(re.compile("Kept on this device"))
    wait_for_kept(page, 1)


def test_too_long_for_a_link_is_said_before_it_is_copied(page: Page, site: str) -> None:
    mail = "They wrote a long mail. " * 200
    history = [{"on": "2027-02-04", "event": "acknowledged", "said": mail}] * 4
    open_form(page, site, fragment=LINK)
    page.get_by_role("button", name="Keep it on this device").click()
    (id_, entry), *_ = wait_for_kept(page, 1).items()
    put(page, id_, {**entry, "request": {**REQUEST, "history": history}})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('before')")
    page.reload()
    days(page)
    unfold(page)
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#kept")).to_contain_text("too long for a link")
    assert page.evaluate("navigator.clipboard.readText()") == "before"


# A device with a sheet to share by, as phones have; it does what the test says.
SHEET = """window.sheet = { given: [], refuses: "" };
    navigator.share = async (given) => {
        sheet.given.push(given);
        if (sheet.refuses) throw new DOMException("", sheet.refuses);
    };"""


def test_the_sheet_of_the_device_gets_the_link_without_names(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(SHEET)
    plan_for(page, site, SAID)
    page.get_by_label("Interviewer").fill("Ada Long")
    share, told = page.get_by_role("button", name="Share", exact=True), page.locator("#kept")
    share.click()
    (given,) = page.evaluate("sheet.given")
    held = base64.urlsafe_b64decode(given["url"].partition(PLAN)[2] + "==").decode()
    assert given["url"].startswith(f"{site}/calculator/#plan=")
    assert "Ada Long" not in held
    assert json.loads(held)["said"]["text"] == SAID
    # Who closes the sheet wants nothing more; where it fails, the link is copied instead.
    page.evaluate("sheet.refuses = 'AbortError'")
    share.click()
    expect(told).to_be_empty()
    page.evaluate("sheet.refuses = 'NotAllowedError'")
    share.click()
    expect(told).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == given["url"]


def test_where_there_is_no_sheet_no_button_asks_for_it(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    plan_for(page, site, SAID)
    unfold(page)
    expect(page.get_by_role("button", name="Share", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Copy a link")).to_be_visible()


def test_one_link_opened_three_hundred_times_is_one_message_and_one_interview(
    page: Page, site: str
) -> None:
    open_form(page, site, fragment=LINK)
    days(page)
    page.evaluate(
        """async (link) => {
            for (let turn = 0; turn < 300; turn++) {
                location.hash = link;
                // The page takes it out of the address.
                while (location.hash) await new Promise((done) => setTimeout(done));
            }
        }""",
        LINK,
    )
    shared = page.locator("#shared")
    expect(shared.locator("[data-says]")).to_have_text(re.compile("^From a link"))
    page.get_by_role("button", name="Keep it on this device").click()
    expect(shared).to_contain_text("Kept on this device.", timeout=START)
    assert len(wait_for_kept(page, 1)) == 1
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("kind", ["newer", "damaged", "forbidden"])
def test_what_is_here_and_cannot_be_shown_is_not_said_to_be_gone(
    page: Page, site: str, kind: str
) -> None:
    page.goto(f"{site}/about/licences/")
    if kind == "forbidden":
        page.add_init_script(FORBID)
    else:
        put(page, "a", "{damaged" if kind == "damaged" else {"id": "a", "version": 99})
    open_form(page, site, fragment="#open=a")
    assert "can't be shown here" in alert(page)
    assert "isn't on this device" not in alert(page)


def test_what_is_damaged_in_a_link_is_told_plainly_and_the_rest_can_be_kept(
    page: Page, site: str
) -> None:
    damaged = {**REQUEST, "employer": {"staff": 3}, "history": [{"on": "2027-02-04", "event": "x"}]}
    open_form(page, site, fragment=f"{PLAN}{packed(damaged)}")
    assert "Part of this plan is damaged and was left out." in alert(page)
    expect(page.locator("#problems li")).to_have_count(1)
    expect(page.locator("#plan .plan__next")).to_be_visible()
    page.locator("[data-keep-shared]").click()
    expect(page.locator("#shared")).to_contain_text("Kept on this device.")
    (kept,) = wait_for_kept(page, 1).values()
    assert kept["request"]["history"] == []
    assert kept["request"]["employer"] == {}
    make_plan(page)
    expect(page.locator("#problems")).to_be_hidden()
