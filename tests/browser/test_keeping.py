"""Plans are kept on the device, reopened by a link, and filled with names."""

from forms import START, alert, days, open_form, plan_for, plan_on_page
from playwright.sync_api import Page, expect

SAID = "by the end of next week"


def kept(page: Page) -> list[str]:
    """The ids of the interviews on this device."""
    keys: list[str] = page.evaluate("Object.keys(localStorage)")
    prefix = "after-the-interview/"
    return [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]


def test_a_plan_is_there_again_when_the_page_is_opened_again(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    open_form(page, site)
    assert days(page) == before
    expect(page.locator("[name=said]")).to_have_value(SAID)
    expect(page.locator("[name=day]")).to_have_value("4")


def test_a_plan_kept_under_older_rules_says_so_once(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    page.evaluate(
        """() => { for (const key of Object.keys(localStorage)) {
          const kept = localStorage[key];
          localStorage[key] = kept.replace(/("rules_version":")[-\\d]+/, "$12025-01-31");
        } }"""
    )
    told = page.get_by_text("have changed since Friday 31 January 2025")
    open_form(page, site)
    expect(told).to_be_visible(timeout=START)
    open_form(page, site)
    days(page)
    expect(told).to_have_count(0)


def test_another_interview_leaves_the_first_as_it_was(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    (first,) = kept(page)
    page.get_by_role("button", name="Start another interview").click()
    expect(page.locator("[name=said]")).to_have_value("")
    assert plan_on_page(page, "in three weeks")["email"] == "2027-03-01"
    page.goto(f"{site}/calculator/?today=2027-02-04&open={first}")
    assert days(page)["email"] == "2027-02-17"
    expect(page.locator("[name=said]")).to_have_value(SAID)


def test_a_deleted_interview_leaves_nothing_on_the_device(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    page.get_by_role("button", name="Delete this interview").click()
    expect(page.get_by_role("region", name="Your plan")).to_be_hidden()
    assert kept(page) == []


def test_names_fill_the_words_and_change_no_date(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    page.locator(".plan__next").get_by_role("link", name="Fill in the names").click()
    expect(page.get_by_label("Interviewer")).to_be_in_viewport()
    page.get_by_label("Interviewer").fill("Ada <b>Long</b>")
    plan = page.get_by_role("region", name="Your plan")
    expect(plan.get_by_text("Dear Ada <b>Long</b>").first).to_be_visible(timeout=START)
    assert days(page) == before
    page.get_by_role("link", name="Back to the words").click()
    expect(page.get_by_role("heading", name="Your plan")).to_be_in_viewport()


def test_a_link_reopens_the_plan_and_holds_no_names(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(page.get_by_text("Dear Ada Long").first).to_be_visible(timeout=START)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#kept")).to_have_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Delete this interview").click()
    page.goto("about:blank")
    page.goto(link)
    assert days(page) == before
    assert page.get_by_text("Ada Long").count() == 0


def test_a_damaged_link_is_told_and_harms_nothing(page: Page, site: str) -> None:
    open_form(page, site, fragment="#plan=1.%3Cscript%3E")
    assert "This link is damaged" in alert(page)


def test_a_hostile_link_is_shown_as_text(page: Page, site: str) -> None:
    hostile = {"interview": {"on": "<img src=x>"}, "said": {"text": "<script>x</script>"}, "x": 1}
    packed = page.evaluate("value => btoa(JSON.stringify(value))", hostile)
    open_form(page, site, fragment=f"#plan=1.{packed}")
    assert alert(page)
    assert page.locator("main img[src=x]").count() == 0
