"""The calendar file, made in the page and read back by another library."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from device import FORBID, wait_for_kept
from forms import days, open_form, plan_for, plan_on_page, unfold
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

GOLDEN = Path(__file__).parents[1] / "cases" / "plan.ics"
# The day that it was made and the interview's own id differ from file to file; the words of a
# description have tests of their own.
CHANGING = re.compile(
    r"(DTSTAMP:)\d{8}T\d{6}Z|(DESCRIPTION:)\S.*|-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)


def all_days(page: Page) -> Locator:
    return page.get_by_role("button", name="Calendar file with all days")


def calendar_file(page: Page, button: Locator) -> str:
    with page.expect_download() as download:
        button.click()
    return download.value.path().read_bytes().decode()


def unfolded(text: str) -> str:
    """A long line may be broken anywhere: put it together, then leave out what changes."""
    return CHANGING.sub(r"\1\2", re.sub(r"\r?\n ", "", text)).replace("\r\n", "\n")


def events(text: str) -> dict[str, Any]:
    """The events of a file by their names."""
    return {str(event["UID"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


def test_the_file_is_what_it_was_and_reads_back_to_the_days_of_the_plan(
    page: Page, site: str
) -> None:
    planned = plan_for(page, site, "by the end of next week")
    text = calendar_file(page, all_days(page))
    assert unfolded(text) == GOLDEN.read_text(encoding="utf-8")
    found = events(text)
    assert {event.decoded("DTSTART").isoformat() for event in found.values()} >= set(
        planned.values()
    )
    for event in found.values():
        assert type(event.decoded("DTSTART")) is date
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("TRIGGER") == timedelta(hours=8)
    (email,) = (event for uid, event in found.items() if uid.startswith("email-1"))
    assert email["DESCRIPTION"].endswith("Best regards,\n[your name]")
    assert "TZID" not in text
    # RFC 5545: each line ends with CRLF, the last one too, and has 75 octets at most.
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) == 75
    assert not any("\n" in line for line in lines)


def step_of(uid: str) -> str:
    """The plan's step of an event: its name without the interview's own id."""
    return CHANGING.sub("", uid)


def test_importing_again_updates_what_the_calendar_has(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week")
    before = events(calendar_file(page, all_days(page)))
    same = events(calendar_file(page, all_days(page)))
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(page.locator("#plan")).to_contain_text("Dear Ada", use_inner_text=False)
    after = events(calendar_file(page, all_days(page)))
    assert before.keys() == same.keys() == after.keys()
    for uid, event in before.items():
        assert same[uid]["SEQUENCE"] == event["SEQUENCE"]
        assert after[uid]["SEQUENCE"] > event["SEQUENCE"]


def test_a_file_tells_by_its_name_whose_days_they_are(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week")
    names = []
    for employer in ("", "Müller & Söhne/../GmbH", "🙂"):
        page.get_by_label("Employer").fill(employer)
        with page.expect_download() as download:
            all_days(page).click()
        names.append(download.value.suggested_filename)
    assert names == ["follow-up.ics", "follow-up-müller-söhne-gmbh.ics", "follow-up.ics"]


def test_one_step_makes_a_file_of_one_day(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week")
    email = page.locator("li[data-step=email-1]")
    email.get_by_text("Put it in your calendar").first.click()
    assert len(events(calendar_file(page, email.locator("[data-calendar]")))) == 1
    for link in page.locator("a[data-leaves]").all():
        assert link.get_attribute("rel") == "noopener noreferrer"


def test_days_that_the_plan_leaves_are_named_and_cancelled_in_the_next_file(
    page: Page, site: str
) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, "by the end of next week")
    page.get_by_label("Employer").fill("Acme")
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(page.locator("#plan")).to_contain_text("Ada Long", use_inner_text=False)
    before = events(calendar_file(page, all_days(page)))
    assert all(str(event["SUMMARY"]).startswith("Acme: ") for event in before.values())
    told = page.locator("#left-behind")
    expect(told).to_have_text("")
    record(page, {"event": "rejected"})
    expect(told).to_contain_text("Your calendar still has days that the plan has left.")
    named = told.inner_text()
    after = events(calendar_file(page, all_days(page)))
    expect(told).to_have_text("")
    expect(page.locator("#kept")).to_contain_text("It also cancels days")
    cancelled = {uid for uid, event in after.items() if event.get("STATUS") == "CANCELLED"}
    planned = page.locator("#plan li[data-step]").evaluate_all(
        "(all) => all.map((one) => one.dataset.step)"
    )
    assert {step_of(uid) for uid in cancelled} == {step_of(uid) for uid in before} - {*planned}
    assert len(cancelled) >= 2
    assert after.keys() >= before.keys() >= cancelled
    for uid in before.keys() & after.keys():
        assert (str(before[uid]["SUMMARY"]) in named) == (uid in cancelled)
        assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    # So does each file after that: nobody knows which of them a calendar has seen.
    again = events(calendar_file(page, all_days(page)))
    assert all(again[uid]["STATUS"] == "CANCELLED" for uid in cancelled)


def test_days_of_a_deleted_plan_that_stay_in_a_calendar_are_named(page: Page, site: str) -> None:
    open_form(page, site, today="2027-02-17")
    plan_on_page(page, "by the end of next week")
    planned = days(page)
    told = page.locator("#left-behind")
    calendar_file(page, page.get_by_role("button", name="Add these days to my calendar"))
    # It is said where the person has pressed, not in a part that is folded.
    made = "Calendar file saved. Open it to add the days."
    expect(page.locator("#plan").get_by_text(made)).to_be_visible()
    page.get_by_role("button", name="Delete this interview").click()
    expect(page.locator("#changed")).to_have_text("Deleted from this device.")
    expect(told).to_contain_text("Your calendar still has its days. Delete them by hand:")
    assert planned["call"] == "2027-02-24"
    expect(told).to_contain_text("Wednesday, February 24")
    page.get_by_role("button", name="Undo the last change").click()
    days(page)
    expect(told).to_have_text("")
    # The page of all interviews says the same; of days that are over it says nothing.
    for today, is_named in (("2027-02-25", True), ("2027-09-01", False)):
        page.goto(f"{site}/interviews/?today={today}")
        page.locator("[data-delete]").dispatch_event("click")
        expect(page.locator("#told")).to_contain_text("Deleted from this device.")
        assert ("still has its days" in page.locator("#told").inner_text()) == is_named
        assert "February 24" not in page.locator("#told").inner_text()
        page.get_by_role("button", name="Put it back").click()
        expect(page.locator("#told")).to_contain_text("It is back")


def test_where_nothing_is_kept_the_second_file_updates_the_first(page: Page, site: str) -> None:
    page.add_init_script(FORBID)
    plan_for(page, site, "by the end of next week")
    first = events(calendar_file(page, all_days(page)))
    page.reload()
    plan_for(page, site, "by the end of next week")
    second = events(calendar_file(page, all_days(page)))
    assert first.keys() == second.keys()
    assert all(second[uid]["SEQUENCE"] >= event["SEQUENCE"] for uid, event in first.items())


def test_a_file_that_cannot_be_made_is_told_and_nothing_is_taken_for_done(
    loud: Page, site: str
) -> None:
    plan_for(loud, site, "by the end of next week")
    loud.route("**/assets/calendar-*.js", lambda route: route.abort())
    all_days(loud).click()
    expect(loud.locator("#kept")).to_contain_text("The calendar file could not be made.")
    (entry,) = wait_for_kept(loud, 1).values()
    assert entry["calendar"] is None
    loud.unroute("**/assets/calendar-*.js")
    loud.reload()
    days(loud)
    unfold(loud)
    assert events(calendar_file(loud, all_days(loud)))


def record(page: Page, event: dict[str, str]) -> None:
    """Say that something happened today, as any of the plan's buttons does."""
    page.evaluate(
        """(event) => {
          const button = document.createElement("button");
          button.type = "button";
          button.dataset.event = event;
          document.querySelector("#plan").append(button);
          button.click();
        }""",
        json.dumps(event),
    )
