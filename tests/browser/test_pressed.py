"""What is pressed is recorded at once, whatever comes before its plan."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import pytest
from device import wait_for_kept
from forms import START, alert, days, make_plan, open_form, plan_for, plan_on_page
from playwright.sync_api import Page, Route, expect
from test_keeping import slowed

SAID = "by the end of next week"
# Says that something happened, or removes it; a script, so that nothing comes between.
PRESS = """(selector) => {
    const pressed = document.querySelector(selector);
    if (pressed instanceof HTMLFormElement) pressed.requestSubmit();
    else pressed.click();
}"""
LEAVE = "location.reload()"
HAPPENED = ("contacted", "acknowledged", "not-decided", "checks")


def said_of(event: str) -> str:
    """Where it is said that something happened."""
    return f"#plan [data-event*='\"{event}\"']"


@pytest.mark.parametrize("speed", [slowed, nullcontext], ids=["slow", "fast"])
def test_what_is_pressed_right_before_leaving_is_kept_each_time(
    page: Page, site: str, speed: Callable[[Page], AbstractContextManager[None]]
) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    (id_,) = wait_for_kept(page, 1)
    history = page.locator("#history li")
    for count, event in enumerate(HAPPENED, start=1):
        # The page is left in the same moment: no answer of the calculator can be there.
        with speed(page):
            page.evaluate(f"({PRESS})({said_of(event)!r}); {LEAVE}")
        expect(history).to_have_count(count, timeout=START)
        expect(page.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
    for count in (3, 2, 1, 0):
        with speed(page):
            page.evaluate(f"({PRESS})('#history [data-forget]'); {LEAVE}")
        expect(page.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
        expect(history).to_have_count(count, timeout=START)
    assert wait_for_kept(page, 1).keys() == {id_}


def test_presses_that_follow_each_other_at_once_are_all_counted(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    pressed = [said_of(event) for event in ("contacted", "acknowledged", "contacted")]
    page.evaluate(f"{pressed!r}.forEach({PRESS})")
    expect(page.locator("#history li")).to_have_count(2)
    # Undone one after the other, in the same moment.
    page.evaluate("for (const _ of [1, 2]) document.querySelector('[data-undo]').click()")
    expect(page.locator("#history")).to_be_hidden()


def test_what_is_pressed_while_the_calculator_cannot_start_is_in_the_next_plan(
    loud: Page, site: str
) -> None:
    open_form(loud, site, today="2027-02-17")
    plan_on_page(loud, SAID)
    wait_for_kept(loud, 1)
    loud.context.route("**/assets/engine/**", lambda route: route.abort())
    loud.reload()
    assert "could not start" in alert(loud)
    loud.locator("#plan button[data-event*=contacted]").first.click()
    assert "could not start" in alert(loud)
    loud.reload()
    assert "could not start" in alert(loud)
    loud.context.unroute("**/assets/engine/**")
    make_plan(loud)
    expect(loud.locator("#history li")).to_have_count(1, timeout=START)


def test_another_answer_typed_over_a_plan_and_left_is_there_again(page: Page, site: str) -> None:
    plan_for(page, site, SAID)
    wait_for_kept(page, 1)
    page.locator("[name=said]").fill("in three weeks")
    page.reload()
    expect(page.locator("[name=said]")).to_have_value("in three weeks", timeout=START)
    expect(page.locator("[name=said]")).to_be_visible()
    # The plan is still that of what was said before, and can be used.
    assert days(page)["email"] == "2027-02-17"
    page.locator("#plan button[data-event*=thanked]").first.click()
    expect(page.locator("#history li")).to_have_count(1)
    expect(page.locator("[name=said]")).to_have_value("in three weeks")
    make_plan(page)
    expect(page.locator("#plan [data-action=email] time").first).to_have_attribute(
        "datetime", "2027-03-01", timeout=START
    )


def test_what_is_pressed_before_the_script_is_there_is_kept_on_its_day(
    loud: Page, site: str
) -> None:
    open_form(loud, site, today="2027-02-17")
    plan_on_page(loud, SAID)
    wait_for_kept(loud, 1)
    loud.context.route("**/scripts/app-*.js", lambda route: route.abort())
    loud.reload()
    yes = loud.locator("#plan button[data-event*=contacted]").first
    yes.click()
    # What a painted plan can't keep yet is not there.
    expect(loud.get_by_role("heading", name="Names and notes")).to_be_hidden()
    loud.goto("about:blank")
    loud.context.unroute("**/scripts/app-*.js")
    open_form(loud, site, today="2027-02-18")
    expect(loud.locator("#history li")).to_have_count(1, timeout=START)
    for _ in range(2):
        (entry,) = wait_for_kept(loud, 1).values()
        (event,) = entry["request"]["history"]
        assert (
            event.items() >= {"on": "2027-02-17", "event": "contacted", "channel": "email"}.items()
        )
        loud.reload()
        expect(loud.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)


def test_presses_in_a_painted_plan_are_its_own_whatever_is_opened_first(
    loud: Page, site: str
) -> None:
    open_form(loud, site, today="2027-02-17")
    plan_on_page(loud, "in three weeks")
    (other,) = wait_for_kept(loud, 1)
    loud.get_by_role("button", name="Start another interview").click()
    plan_on_page(loud, SAID)
    (id_,) = wait_for_kept(loud, 2).keys() - {other}
    loud.context.route("**/scripts/app-*.js", lambda route: route.abort())
    loud.reload()
    # Two of them, the second one in a form.
    loud.evaluate(f"({PRESS})({said_of('contacted')!r})")
    loud.locator("#heard summary", has_text="A new date").click()
    new = loud.locator("#plan form[data-event*=new-date]").first
    new.locator("[name$=said]").fill("by the end of March")
    new.locator("[type=submit]").click()
    loud.goto("about:blank")
    loud.context.unroute("**/scripts/app-*.js")
    open_form(loud, site, today="2027-02-18", fragment=f"#open={other}")
    expect(loud.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
    kept = wait_for_kept(loud, 2)
    assert "history" not in kept[other]["request"]
    assert [(each["on"], each["event"]) for each in kept[id_]["request"]["history"]] == [
        ("2027-02-17", "contacted"),
        ("2027-02-17", "new-date"),
    ]
    # What was looked at last is there again, and none of its presses a second time.
    open_form(loud, site, today="2027-02-18")
    expect(loud.locator("[name=said]")).to_have_value("in three weeks")
    expect(loud.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
    expect(loud.locator("#history")).to_be_hidden()


def test_what_is_filled_in_before_the_script_is_there_waits_for_it(loud: Page, site: str) -> None:
    open_form(loud, site, today="2027-02-17")
    plan_on_page(loud, SAID)
    wait_for_kept(loud, 1)
    coming: list[Route] = []

    def hold(route: Route) -> None:
        coming.append(route)

    loud.context.route("**/scripts/app-*.js", hold)
    loud.reload(wait_until="commit")
    loud.locator("#heard summary", has_text="A new date").click()
    new = loud.locator("#plan form[data-event*=new-date]").first
    new.locator("[name$=said]").fill("by the end of March")
    new.locator("[type=submit]").click()
    expect(loud).to_have_url(f"{site}/calculator/?today=2027-02-17")
    coming[0].fallback()
    expect(loud.locator("#history")).to_contain_text("end of March", timeout=START)


def test_answers_opened_before_the_script_is_there_stay_open_and_an_old_picture_is_pale(
    loud: Page, site: str
) -> None:
    loud.set_viewport_size({"width": 360, "height": 740})
    open_form(loud, site, today="2027-02-05")
    plan_on_page(loud, SAID)
    wait_for_kept(loud, 1)
    coming: list[Route] = []

    def hold(route: Route) -> None:
        coming.append(route)

    loud.context.route("**/scripts/app-*.js", hold)
    loud.goto("about:blank")
    loud.goto(f"{site}/calculator/?today=2027-02-17", wait_until="commit")
    content = loud.locator("#plan .answer__content")
    expect(content).to_have_css("opacity", "0.5")
    loud.get_by_role("button", name="Change your two answers").click()
    coming[0].fallback()
    expect(loud.locator("#plan [contenteditable]").first).to_be_attached(timeout=START)
    expect(content).to_have_css("opacity", "1")
    expect(loud.locator("[name=said]")).to_be_visible()
