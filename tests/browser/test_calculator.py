"""The calculator on the built site, as a person uses it."""

import re

from forms import START, alert, days, enter_date, make_plan, open_form, plan_for
from playwright.sync_api import Page, expect

COLOUR = "one => getComputedStyle(one).color"


def test_no_timeline_gives_an_email_in_a_week_and_a_call_in_two(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "February", "2027")
    page.locator("[name=nothing]").check()
    make_plan(page)
    plan = days(page)
    assert plan["email"] == "2027-02-11"
    # A week later: the email names the day.
    assert plan["call"] == "2027-02-18"


def test_a_statement_becomes_a_window_and_the_window_a_plan(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "feb", "2027")
    page.locator("[name=said]").fill("We'll let you know by the end of next week.")
    make_plan(page)
    understood = page.get_by_role("region", name="What we understood")
    expect(understood).to_contain_text("by Friday, February 12", timeout=START)
    expect(understood.locator("mark").first).to_be_visible()
    assert days(page)["email"] == "2027-02-17"


def test_problems_are_told_beside_the_field_and_nothing_typed_is_lost(
    page: Page, site: str
) -> None:
    open_form(page, site)
    enter_date(page, "30", "2", "2027")
    page.locator("[name=said]").fill("next week")
    make_plan(page)
    assert "Date of your interview must be a real date" in alert(page)
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator("#interview-error")).to_have_text(
        "Date of your interview must be a real date"
    )
    group = page.get_by_role("group", name="When was your interview?")
    told = "Date of your interview must be a real date"
    expect(group).to_have_accessible_description(re.compile(f"{told}$"))
    expect(group.locator("[aria-invalid=true]")).to_have_count(3)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator("[name=month]")).to_be_focused()
    expect(page.locator("[name=said]")).to_have_value("next week")
    enter_date(page, "3", "2", "2027")
    make_plan(page)
    assert days(page)
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_only_the_field_at_fault_is_marked(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "", "2027")
    make_plan(page)
    assert "Date of your interview must include a month" in alert(page)
    expect(page.locator("[aria-invalid=true]")).to_have_count(2)
    for name, told in (("month", "true"), ("said", "true"), ("day", None), ("year", None)):
        assert page.locator(f"[name={name}]").get_attribute("aria-invalid") == told, name
    expect(page.locator("[name=said]")).to_have_accessible_description(
        re.compile("Enter what they said about timing, or choose “They said nothing”$")
    )


def test_a_day_that_cannot_be_is_told_where_it_was_typed_and_stays_there(
    page: Page, site: str
) -> None:
    before = plan_for(page, site, "in two weeks")
    promise = page.locator("[data-question=promises]")
    promise.locator("summary").click()
    promise.get_by_label("I promised").select_option("call")
    promise.get_by_label("On which day?").fill("2027-02-01")
    promise.get_by_role("button", name="Save").click()
    message = (
        "The day you promised to call must be after 4 February 2027, the day of your interview"
    )
    assert message in alert(page)
    page.get_by_role("alert").get_by_role("link", name=message).click()
    entry = promise.get_by_label(f"On which day? {message}")
    expect(entry).to_be_focused()
    expect(entry).to_have_value("2027-02-01")
    expect(entry).to_have_attribute("aria-invalid", "true")
    assert days(page) == before
    entry.fill("2027-02-08")
    promise.get_by_role("button", name="Save").click()
    expect(page.locator("#plan li[data-action=promise]").first).to_be_attached(timeout=START)
    assert days(page)["promise"] == "2027-02-08"
    expect(page.get_by_role("alert")).to_be_hidden()


def test_an_empty_form_names_both_questions(page: Page, site: str) -> None:
    open_form(page, site)
    make_plan(page)
    told = alert(page)
    assert "Enter the date of your interview" in told
    assert "Enter what they said about timing" in told


def test_twenty_thousand_characters_get_an_answer(page: Page, site: str) -> None:
    open_form(page, site)
    enter_date(page, "4", "2", "2027")
    page.locator("[name=said]").fill("next week " * 2000)
    make_plan(page)
    assert "at most 5,000 characters" in alert(page)
    expect(page.locator("[name=said]")).to_have_value("next week " * 2000)


def test_what_is_typed_is_shown_as_text(page: Page, site: str) -> None:
    assert plan_for(page, site, '<img src=x onerror="alert(1)"> by Friday <b>12</b> February')
    assert page.locator(".answer__content img").count() == 0


def test_every_request_goes_to_the_site_itself(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert plan_for(page, site, "in two weeks")
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert [url for url in asked if "weeks" in url] == []


def test_a_printed_plan_is_two_pages_with_all_the_words(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week, maybe early the week after")
    page.evaluate("document.querySelectorAll('.step__day').forEach(one => one.open = false)")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_text("If you reach voicemail", exact=True)).to_be_visible()
    # Each thing stands there once.
    for repeated in ("#folded", ".step__above", ".step__when"):
        expect(page.locator(repeated).filter(visible=True)).to_have_count(0)
    # Ink is dark, whatever the screen was.
    assert page.locator(".plan__do").evaluate(COLOUR) == "rgb(0, 0, 0)"
    # What says of a day or of words whose they are is printed, too.
    folds = page.locator("summary:not(.step__day > *, .words__part *)")
    for handle in (page.get_by_role("button"), folds, page.locator("input")):
        expect(handle.filter(visible=True)).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_text("If you reach voicemail", exact=True)).to_be_hidden()


INSTALLABLE = """() => {
    const asked = new Event("beforeinstallprompt", { cancelable: true });
    asked.prompt = () => { window.prompted = true; };
    dispatchEvent(asked);
    return asked.defaultPrevented;
}"""


def test_the_offer_to_install_waits_for_its_button(page: Page, site: str) -> None:
    plan_for(page, site, "in two weeks")
    install = page.get_by_role("button", name="Install this site as an app")
    expect(install).to_be_hidden()
    assert page.evaluate(INSTALLABLE)
    install.click()
    assert page.evaluate("prompted")
    page.evaluate("dispatchEvent(new Event('appinstalled'))")
    expect(install).to_be_hidden()
