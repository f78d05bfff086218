"""What stands in the form and what the plan is of: where they differ it is said; none is lost."""

import re

import pytest
from device import stored, wait_for_kept, wait_for_revision
from forms import START, alert, days, enter_date, make_plan, open_form, plan_on_page, unfold
from playwright.sync_api import Page, Route, expect

SAID = "by the end of next week"
PRESSABLE = """[...document.querySelectorAll(".calculator__answers section :is(button, summary)")]
    .filter((one) => one.checkVisibility() && !one.closest("[inert]")).length"""


def planned(page: Page, site: str, *, today: str = "2027-02-17") -> str:
    """Make a plan, and return the id under which it is kept."""
    open_form(page, site, today=today)
    plan_on_page(page, SAID)
    (id_,) = wait_for_kept(page, 1)
    return id_


@pytest.mark.parametrize(
    ("day", "said", "told"),
    [("40", SAID, "must be a real date"), ("4", "", "what they said about timing")],
    ids=["an impossible day", "no words"],
)
def test_nothing_in_a_plan_of_other_answers_can_be_pressed(
    page: Page, site: str, day: str, said: str, told: str
) -> None:
    id_ = planned(page, site)
    before = stored(page)[id_]["request"]
    enter_date(page, day, "2", "2027")
    page.locator("[name=said]").fill(said)
    make_plan(page)
    assert told in alert(page)
    expect(page.locator("#changed")).to_contain_text("is of your answers before")
    assert page.evaluate(PRESSABLE) == 0
    page.locator("#plan [data-event]").first.evaluate("one => one.focus()")
    assert page.evaluate("document.activeElement.closest('#plan')") is None
    # Put right, the plan is of what stands there, and can be used.
    enter_date(page, "5", "2", "2027")
    page.locator("[name=said]").fill("in three weeks")
    make_plan(page)
    expect(page.locator("#changed")).to_have_text("Here's your new plan.", timeout=START)
    assert page.evaluate(PRESSABLE) > 0
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator("#changed")).to_contain_text("Undone.")
    expect(page.get_by_role("button", name="Undo the last change")).to_be_hidden()
    assert stored(page)[id_]["request"]["interview"] == before["interview"]


def test_a_problem_means_no_plan_and_what_is_corrected_is_wrong_no_more(
    page: Page, site: str
) -> None:
    open_form(page, site, today="2027-02-04")
    enter_date(page, "40", "1", "2027")
    page.locator("[name=said]").fill("in two weeks")
    make_plan(page)
    assert "must be a real date" in alert(page)
    beside = page.locator("#interview-error")
    expect(beside).to_be_visible()
    page.locator("[name=day]").fill("29")
    expect(beside).to_be_hidden()
    assert page.locator("[aria-invalid]").count() == 0
    # A time that is over before it was said: it could be planned, but that is not what was asked.
    page.locator("[name=said]").fill("by November 3, 2026")
    make_plan(page)
    expect(page.get_by_role("alert")).not_to_contain_text("real date", timeout=START)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#plan")).to_be_hidden()
    expect(page.locator("#left-behind, #changed")).to_have_text(["", ""])


def test_undo_goes_back_to_the_plan_that_was_there(page: Page, site: str) -> None:
    planned(page, site)
    enter_date(page, "40", "2", "2027")
    make_plan(page)
    expect(page.locator("#changed")).to_contain_text("is of your answers before")
    # Refused again, there is still one way back.
    make_plan(page)
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator("#changed")).to_contain_text("Undone.")
    expect(page.locator("[name=day]")).to_have_value("4")
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.get_by_role("button", name="Undo the last change")).to_be_hidden()
    assert page.evaluate(PRESSABLE) > 0


def test_what_was_understood_is_of_the_words_that_stand_there(page: Page, site: str) -> None:
    planned(page, site)
    reading, told = page.locator("#reading"), page.locator("p#heard")
    expect(reading).to_contain_text("February 12")
    enter_date(page, "40", "2", "2027")
    page.locator("[name=said]").fill("by March 5")
    # At once, before the words are read while they are typed.
    make_plan(page)
    assert "real date" in alert(page)
    expect(reading).to_contain_text("March 5")
    expect(told).to_contain_text("March 5")
    enter_date(page, "11", "2", "2027")
    page.locator("[name=said]").fill("in one week")
    expect(told).to_contain_text("February 18")
    enter_date(page, "12", "2", "2027")
    expect(told).to_contain_text("February 19")
    expect(reading).to_contain_text("February 19")


def test_words_that_are_not_sent_stay_when_something_else_is_undone(page: Page, site: str) -> None:
    planned(page, site)
    page.locator(".plan__next button[data-event*=contacted]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    page.locator("[name=said]").fill("in three weeks")
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator("#changed")).to_contain_text("Undone.")
    expect(page.locator("[name=said]")).to_have_value("in three weeks")
    expect(page.locator("#reading")).to_contain_text("February 25")


def test_who_opens_the_form_while_a_plan_is_made_stays_in_it(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    planned(page, site)
    page.get_by_role("button", name="Change your two answers").click()
    # The first box is the month where people write it first.
    expect(page.locator("[name=month]")).to_be_focused()
    page.locator("[name=said]").fill("in three weeks")
    page.evaluate("""() => {
        document.querySelector("[type=submit][form=form]").click();
        document.querySelector("[data-unfold]").click();
    }""")
    expect(page.locator("#plan")).to_contain_text("March 1", timeout=START)
    expect(page.locator("[name=month]")).to_be_focused()
    expect(page.locator("#folded")).to_be_hidden()
    # And who goes on typing keeps that, too.
    page.evaluate("""() => {
        document.querySelector("[type=submit][form=form]").click();
        const said = document.querySelector("[name=said]");
        said.value = "by the end of March";
        said.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    expect(page.locator("#reading")).to_contain_text("March 31", timeout=START)
    expect(page.locator("[name=said]")).to_be_visible()


def test_another_tab_closes_no_form_that_is_open(page: Page, site: str) -> None:
    id_ = planned(page, site)
    second = page.context.new_page()
    second.set_viewport_size({"width": 390, "height": 844})
    open_form(second, site, today="2027-02-17")
    days(second)
    second.get_by_role("button", name="Change your two answers").click()
    # In view, but not the window that has the keyboard.
    second.evaluate("() => { document.hasFocus = () => false; }")
    page.get_by_label("Employer").fill("Acme")
    wait_for_revision(page, id_, 2)
    expect(second.locator("#unkept")).to_contain_text("was changed in another tab. Here you see it")
    expect(second.locator("[name=said]")).to_be_visible()


def test_a_message_about_another_tab_goes_when_it_is_true_no_more(page: Page, site: str) -> None:
    id_ = planned(page, site)
    second = page.context.new_page()
    second.goto(f"{site}/interviews/?today=2027-02-17")
    second.locator(f"[data-delete='{id_}']").dispatch_event("click")
    told = page.locator("#unkept")
    # What is known: it is gone. Who did it is not.
    expect(told).to_contain_text("deleted in another tab, or the data was cleared")
    second.get_by_role("button", name="Put it back").click()
    expect(told).to_be_hidden()
    assert list(stored(page)) == [id_]


def test_whoever_fills_in_a_name_goes_on_from_there(page: Page, site: str) -> None:
    planned(page, site)
    blank = page.locator(".plan__next .words__text .blank[data-name=interviewer]").first
    blank.click()
    page.keyboard.type("Ada Long")
    # On to what comes next; the words are then rendered anew.
    page.keyboard.press("Tab")
    focused = "[document.activeElement.localName, document.activeElement.textContent]"
    before = page.evaluate(focused)
    assert before[0] == "button"
    page.locator("#plan").evaluate("one => { one.querySelector('h3, li').dataset.old = ''; }")
    expect(page.locator("#plan [data-old]")).to_have_count(0, timeout=START)
    assert page.evaluate(focused) == before


def test_a_plan_from_before_says_of_which_day_it_is(loud: Page, site: str) -> None:
    planned(loud, site)
    held: list[Route] = []
    loud.context.route("**/scripts/app-*.js", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks what it is given)
    loud.goto(f"{site}/calculator/?today=2027-02-18", wait_until="commit")
    told = loud.locator("#changed")
    expect(told).to_contain_text("as of Wednesday, February 17")
    expect(told).to_contain_text("isn't checked for today yet")
    for route in held:
        route.continue_()
    expect(loud.locator(".plan__next [contenteditable]").first).to_be_attached(timeout=START)
    expect(told).not_to_contain_text("as of")


MISSING = re.compile("A part of this page didn't arrive")


@pytest.mark.parametrize("way", ["not found", "blocked", "no script for this browser"])
def test_without_its_script_the_page_says_so_and_keeps_what_is_typed(
    loud: Page, site: str, way: str
) -> None:
    def fail(route: Route) -> None:
        if way == "blocked":
            return route.abort("blockedbyclient")
        body = "this is no script"
        return route.fulfill(
            status=404 if way == "not found" else 200, content_type="text/javascript", body=body
        )

    loud.context.route("**/scripts/app-*.js", fail)
    open_form(loud, site)
    told = loud.get_by_role("alert").filter(has_text=MISSING)
    expect(told).to_contain_text("reload the page")
    expect(told.get_by_role("link", name="the table of the usual waits")).to_be_visible()
    # The page looks by itself, once, if it is only an old one: that is over before somebody types.
    loud.wait_for_load_state("networkidle")
    enter_date(loud, "4", "2", "2027")
    loud.locator("[name=said]").fill(SAID)
    make_plan(loud)
    expect(told).to_be_focused()
    for _ in range(2):
        loud.reload()
        expect(told).to_be_visible()
        expect(loud.locator("[name=said]")).to_have_value(SAID)
        expect(loud.locator("[name=month]")).to_have_value("2")
    loud.context.unroute("**/scripts/app-*.js")
    loud.reload()
    expect(told).to_be_hidden()
    make_plan(loud)
    assert days(loud)["email"] == "2027-02-17"


def test_what_is_pressed_in_a_painted_plan_without_its_script_is_done_later(
    loud: Page, site: str
) -> None:
    planned(loud, site)
    loud.context.route("**/scripts/app-*.js", lambda route: route.abort())
    open_form(loud, site, today="2027-02-17")
    expect(loud.get_by_role("alert").filter(has_text=MISSING)).to_be_visible()
    loud.wait_for_load_state("networkidle")
    loud.locator(".plan__next button[data-event*=contacted]").first.click()
    loud.context.unroute("**/scripts/app-*.js")
    loud.reload()
    expect(loud.locator("#plan [data-status=done]").first).to_be_attached(timeout=START)
    unfold(loud)
    expect(loud.locator("#history li")).to_have_count(1)
