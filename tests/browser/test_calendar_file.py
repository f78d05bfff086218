"""The calendar file, made in the page and read back by another library."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from forms import START, plan_for
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

GOLDEN = Path(__file__).parents[1] / "cases" / "plan.ics"
# The day that it was made, and the interview's own id, differ from file to file.
CHANGING = re.compile(r"(DTSTAMP:)\d{8}T\d{6}Z|-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def all_days(page: Page) -> Locator:
    return page.get_by_role("button", name="Calendar file with all days")


def calendar_file(page: Page, button: Locator) -> str:
    with page.expect_download() as download:
        button.click()
    return download.value.path().read_text(encoding="utf-8")


def unfolded(text: str) -> str:
    """A long line may be broken anywhere: put it together, then leave out what changes."""
    return CHANGING.sub(r"\1", re.sub(r"\r?\n ", "", text)).replace("\r\n", "\n")


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
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("TRIGGER") == timedelta(hours=8)
    (email,) = (event for uid, event in found.items() if uid.startswith("email-1"))
    assert "Kind regards," in email["DESCRIPTION"]
    assert "TZID" not in text


def test_importing_again_updates_what_the_calendar_has(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week")
    before = events(calendar_file(page, all_days(page)))
    same = events(calendar_file(page, all_days(page)))
    page.get_by_label("Interviewer").fill("Ada Long")
    expect(page.get_by_text("Dear Ada Long").first).to_be_visible(timeout=START)
    after = events(calendar_file(page, all_days(page)))
    assert before.keys() == same.keys() == after.keys()
    for uid, event in before.items():
        assert same[uid]["SEQUENCE"] == event["SEQUENCE"]
        assert after[uid]["SEQUENCE"] > event["SEQUENCE"]


def test_one_step_makes_a_file_of_one_day(page: Page, site: str) -> None:
    plan_for(page, site, "by the end of next week")
    next_step = page.locator(".plan__next")
    next_step.get_by_text("Put it in your calendar").first.click()
    assert len(events(calendar_file(page, next_step.locator("[data-calendar]")))) == 1
    for link in page.locator("a[data-leaves]").all():
        assert link.get_attribute("rel") == "noopener noreferrer"
