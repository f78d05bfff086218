"""What goes wrong on a device: the plan is still made, and nothing that was typed is lost."""

from device import stored, wait_for_kept
from forms import (
    START,
    alert,
    days,
    enter_date,
    make_plan,
    open_form,
    plan_for,
    plan_on_page,
)
from playwright.sync_api import Locator, Page, expect

SAID = "by the end of next week"


def event(page: Page, name: str) -> None:
    page.locator(f".plan__next button[data-event*={name}]").first.click()


def test_a_calculator_that_has_stopped_is_started_anew(page: Page, site: str) -> None:
    page.clock.install()
    plan_for(page, site, SAID)
    calculator = next(worker for worker in page.workers if "/worker-" in worker.url)
    calculator.evaluate("self.close()")
    page.locator("[name=said]").fill("in three weeks")
    make_plan(page)
    page.clock.fast_forward(60_000)
    assert alert(page)
    expect(page.locator("[name=said]")).to_have_value("in three weeks")
    make_plan(page)
    expect(page.get_by_role("alert")).to_be_hidden(timeout=START)
    assert days(page)["email"] == "2027-03-01"


def test_offline_before_the_start_is_told_and_online_again_it_starts(loud: Page, site: str) -> None:
    # The page starts the calculator as soon as it is idle: the line is cut before that.
    loud.context.route("**/assets/engine/**", lambda route: route.abort())
    open_form(loud, site)
    loud.context.set_offline(True)
    enter_date(loud, "4", "2", "2027")
    loud.locator("[name=said]").fill(SAID)
    make_plan(loud)
    assert "could not start" in alert(loud)
    loud.get_by_role("alert").get_by_role("link", name="the table of the usual waits").click()
    expect(loud.get_by_role("heading", name="The usual waits")).to_be_in_viewport()
    expect(loud.locator("[name=said]")).to_have_value(SAID)
    loud.context.set_offline(False)
    loud.context.unroute("**/assets/engine/**")
    make_plan(loud)
    assert days(loud)


def test_a_kept_plan_that_cannot_be_made_now_keeps_what_happened(loud: Page, site: str) -> None:
    open_form(loud, site, today="2027-02-17")
    plan_on_page(loud, SAID)
    event(loud, "contacted")
    expect(loud.locator("#history")).to_contain_text("February 17")
    loud.context.route("**/assets/engine/**", lambda route: route.abort())
    loud.reload()
    assert "could not start" in alert(loud)
    loud.context.unroute("**/assets/engine/**")
    make_plan(loud)
    expect(loud.locator("#plan [data-status=done]").first).to_be_visible(timeout=START)
    expect(loud.locator("#history")).to_contain_text("February 17")


def test_offline_after_the_start_everything_goes_on(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, SAID)
    page.context.set_offline(True)
    event(page, "contacted")
    expect(page.locator("#plan [data-status=done]").first).to_be_visible()


def test_after_midnight_what_happened_is_on_the_new_day(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-02-17T23:59:00")
    page.goto(f"{site}/calculator/")
    before = plan_on_page(page, SAID)
    page.clock.set_fixed_time("2027-02-18T00:01:00")
    event(page, "contacted")
    done = page.locator("#plan [data-status=done] time").first
    expect(done).to_have_attribute("datetime", "2027-02-18")
    assert before["email"] == "2027-02-17"


def come_back(page: Page, now: str) -> None:
    """Look at the page again, at another time."""
    page.clock.set_fixed_time(now)
    page.evaluate("dispatchEvent(new Event('focus'))")


def next_status(page: Page) -> Locator:
    return page.locator("#plan [data-status]:not([data-status=done])").first


def test_looked_at_again_on_another_day_the_plan_is_for_that_day(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-02-05T12:00:00")
    page.goto(f"{site}/calculator/")
    enter_date(page, "yesterday", "", "")
    page.locator("[name=said]").fill(SAID)
    make_plan(page)
    before = days(page)
    come_back(page, "2027-02-17T12:00:00")
    expect(next_status(page)).to_have_attribute("data-status", "due")
    expect(page.locator(".plan__next")).to_contain_text("Today: send an email")
    for name, text in (("day", "4"), ("month", "2"), ("year", "2027"), ("said", SAID)):
        expect(page.locator(f"[name={name}]")).to_have_value(text)
    make_plan(page)
    assert days(page)["email"] == before["email"] == "2027-02-17"


def test_at_midnight_the_plan_in_view_is_for_the_new_day(page: Page, site: str) -> None:
    page.clock.install(time="2027-02-16T23:58:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    page.clock.run_for(121_000)
    expect(page.locator(".plan__next")).to_contain_text("Today: send an email")


def test_what_is_half_entered_on_another_day_stays(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-02-17T23:59:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    page.locator("#heard summary", has_text="A new date").click()
    words = page.locator("#plan form[data-event*=new-date] [name$=said]").first
    words.fill("by the end of March")
    page.locator("[name=said]").fill("in three weeks")
    come_back(page, "2027-02-18T00:01:00")
    expect(page.locator("#reading")).to_contain_text("Thursday, February 25")
    expect(words).to_have_value("by the end of March")
    expect(page.locator("[name=said]")).to_have_value("in three weeks")


def test_a_clock_that_was_wrong_costs_no_entry(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-03-17T12:00:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    event(page, "contacted")
    expect(page.locator("#history")).to_contain_text("March 17")
    page.evaluate("document.querySelector('#plan form[data-event*=not-decided]').requestSubmit()")
    expect(page.locator("#history [data-forget]")).to_have_count(2)
    page.get_by_label("Employer").fill("Acme")
    expect(page.locator("#plan")).to_contain_text("Acme", use_inner_text=False)
    page.clock.set_fixed_time("2027-02-17T12:00:00")
    page.reload()
    assert "must be today or in the past" in alert(page)
    expect(page.locator("[name=said]")).to_have_value(SAID)
    # A problem means no plan; the names are there all the same.
    expect(page.locator("#plan")).to_be_hidden()
    expect(page.get_by_label("Employer", exact=True)).to_have_value("Acme")
    page.get_by_role("heading", name="What happened so far").click()
    # Asked for again, it is no plan either, and what happened can still be put right.
    make_plan(page)
    # One after the other; until the last of them is gone, nothing can be recorded.
    expect(page.locator("#history [data-forget]")).to_have_count(2)
    page.locator("#history [data-forget]").last.click()
    expect(page.locator("#history [data-forget]")).to_have_count(1)
    expect(page.locator("#plan")).to_be_hidden()
    page.locator("#history [data-forget]").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert days(page)["email"] == "2027-02-17"


def test_a_clock_set_back_while_the_page_is_open_loses_and_misdates_nothing(
    page: Page, site: str
) -> None:
    page.clock.set_fixed_time("2027-02-17T12:00:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    event(page, "contacted")
    expect(page.locator("#history")).to_contain_text("February 17")
    page.get_by_label("Employer").fill("Acme")
    expect(page.locator("#plan")).to_contain_text("Acme", use_inner_text=False)
    come_back(page, "2027-02-16T12:00:00")
    # What happened tomorrow fits no plan of today: there is none, and no button that would record.
    assert "must be today or in the past" in alert(page)
    expect(page.locator("#plan")).to_be_hidden()
    come_back(page, "2027-02-17T13:00:00")
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator("#plan [data-status=done] time").first).to_have_attribute(
        "datetime", "2027-02-17"
    )
    expect(page.get_by_label("Employer")).to_have_value("Acme")
    (entry,) = wait_for_kept(page, 1).values()
    assert entry["request"]["names"]["employer"] == "Acme"
    assert [one["on"] for one in entry["request"]["history"]] == ["2027-02-17"]


def test_an_interview_of_today_outlives_a_clock_set_back_by_a_day(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2027-02-04T12:00:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    page.get_by_label("Employer").fill("Acme")
    expect(page.locator("#plan")).to_contain_text("Acme", use_inner_text=False)
    before = wait_for_kept(page, 1)
    for back in (lambda: come_back(page, "2027-02-03T12:00:00"), page.reload):
        back()
        # It is still to come, then.
        expect(page.locator(".plan__next")).to_contain_text("interview", timeout=START)
        expect(page.locator("[name=day]")).to_have_value("4")
        expect(page.get_by_label("Employer")).to_have_value("Acme")
        assert {one["request"]["interview"]["on"] for one in stored(page).values()} == {
            "2027-02-04"
        }
    page.clock.set_fixed_time("2027-02-04T12:30:00")
    page.reload()
    days(page)
    assert stored(page).keys() == before.keys()


def test_at_midnight_the_home_page_says_what_is_due_then(page: Page, site: str) -> None:
    page.clock.install(time="2027-02-16T23:57:00")
    page.goto(f"{site}/calculator/")
    plan_on_page(page, SAID)
    wait_for_kept(page, 1)
    page.goto(f"{site}/")
    due = page.locator("#due")
    expect(due).to_contain_text("February 17")
    page.clock.run_for(241_000)
    expect(due).to_contain_text("Today")


def test_a_time_zone_changed_while_open_moves_today_and_no_other_day(page: Page, site: str) -> None:
    device = page.context.new_cdp_session(page)
    device.send("Emulation.setTimezoneOverride", {"timezoneId": "Pacific/Auckland"})
    noon_in_london = "2027-02-17T12:00:00Z"
    page.clock.set_fixed_time(noon_in_london)
    page.goto(f"{site}/calculator/")
    before = plan_on_page(page, SAID)
    assert before["email"] == "2027-02-18"
    device.send("Emulation.setTimezoneOverride", {"timezoneId": "America/Los_Angeles"})
    come_back(page, noon_in_london)
    expect(page.locator("#plan [data-action=email] time").first).to_have_attribute(
        "datetime", "2027-02-17"
    )
    event(page, "contacted")
    done = page.locator("#plan [data-status=done] time").first
    expect(done).to_have_attribute("datetime", "2027-02-17")
    expect(page.locator("[name=day]")).to_have_value("4")


def test_a_changed_time_zone_moves_no_day_that_was_typed(page: Page, site: str) -> None:
    device = page.context.new_cdp_session(page)
    device.send("Emulation.setTimezoneOverride", {"timezoneId": "Pacific/Auckland"})
    open_form(page, site)
    before = plan_on_page(page, SAID)
    device.send("Emulation.setTimezoneOverride", {"timezoneId": "America/Los_Angeles"})
    page.reload()
    assert days(page) == before
    expect(page.locator("[name=day]")).to_have_value("4")


def test_back_from_another_page_the_plan_is_there(page: Page, site: str) -> None:
    before = plan_for(page, site, SAID)
    page.goto(f"{site}/guides/ghosted/")
    page.go_back()
    assert days(page) == before
    expect(page.locator("[name=said]")).to_have_value(SAID)
