"""What a person does on the calculator's page, and what they then read."""

from playwright.sync_api import Page, expect

# From a cold start; a slow machine takes its time.
START = 60_000
ACTIONS = """steps => steps.map(
    (step) => [step.dataset.action, step.querySelector("time").getAttribute("datetime")])"""


def open_form(page: Page, site: str, *, today: str = "2027-02-04", fragment: str = "") -> None:
    page.goto(f"{site}/calculator/?today={today}{fragment}")


def enter_date(page: Page, day: str, month: str, year: str) -> None:
    for name, text in (("day", day), ("month", month), ("year", year)):
        page.locator(f"[name={name}]").fill(text)


def make_plan(page: Page) -> None:
    page.get_by_role("button", name="Make my plan").click()


def plan_for(page: Page, site: str, said: str) -> dict[str, str]:
    """Make the plan for an interview on 4 February 2027 and return its days."""
    open_form(page, site)
    return plan_on_page(page, said)


def plan_on_page(page: Page, said: str) -> dict[str, str]:
    """The same, on the page that is open; what is folded below the plan is opened."""
    enter_date(page, "4", "2", "2027")
    page.locator("[name=said]").fill(said)
    make_plan(page)
    found = days(page)
    unfold(page)
    return found


def days(page: Page) -> dict[str, str]:
    """The first day of each action in the plan, as a program reads them."""
    steps = page.get_by_role("region", name="Your plan").locator("li[data-action]")
    expect(steps.first).to_be_visible(timeout=START)
    # In one go: who has which role is found out anew each time.
    return dict(reversed(steps.evaluate_all(ACTIONS)))


def alert(page: Page) -> str:
    summary = page.get_by_role("alert")
    expect(summary).to_be_visible(timeout=START)
    return summary.inner_text()


def unfold(page: Page, folds: str = ".more, .step__day") -> None:
    """Open all that stands folded below the plan, and every day of it."""
    expect(page.locator("#plan .plan__next")).to_be_visible(timeout=START)
    page.evaluate(
        "folds => document.querySelectorAll(folds).forEach(one => one.open = true)", folds
    )
