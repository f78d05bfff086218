"""Each state of a plan: looked at by a checker, light and dark, and gone through by keyboard."""

import base64
import json
from collections.abc import Iterator

import pytest
from axe import faults
from device import FORBID
from forms import START, open_form, unfold
from playwright.sync_api import Browser, Page, expect

TODAY = "2027-02-16"
SAID = "by the end of next week"
MAIL = f"Hi Sam, {'it was good to meet you. ' * 20}We will decide by Friday or by the 26th. Dana"


def history(event: str, **more: object) -> dict[str, object]:
    return {"history": [{"on": "2027-02-15", "event": event, **more}]}


STATES: dict[str, tuple[str, dict[str, object]]] = {
    "resting": ("2027-02-05", {}),
    "due": ("2027-02-17", {"names": {"employer": "Acme", "interviewer": "Ada Long"}}),
    "late": ("2027-03-01", {}),
    "asked": ("2027-02-05", {"said": {"text": MAIL}}),
    "nothing said": (TODAY, {"said": None}),
    "a call": ("2027-02-24", {"history": [{"on": "2027-02-17", "event": "contacted"}]}),
    "missed call": (TODAY, history("missed-call")),
    "on hold": (TODAY, history("on-hold")),
    "an offer": (TODAY, history("offered", in_writing=False)),
    "a no": (TODAY, history("rejected")),
    "stopped": (TODAY, history("stopped")),
    "many facts": (TODAY, {"route": "agency", "no_calls": True, "interviewers": 3}),
}
DARK = "document.body.dataset.mdColorScheme = 'slate'"
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
# A stop of the focus inside the calculator: its column, whether it can be seen, and whether it is
# below the stop before, or beside it; both as they are now, as some stay while the page scrolls.
STOP = """() => {
    const placeOf = (one) => (one.closest(".form__choice") ?? one).getBoundingClientRect();
    const columnOf = (one) =>
        ["ask", "answers"].find((name) => one.closest(`.calculator__${name}`));
    const focused = document.activeElement;
    const column = columnOf(focused);
    if (!column) return null;
    const seen = placeOf(focused);
    const { before } = window;
    window.before = focused;
    const isBelow = !before || columnOf(before) !== column || seen.bottom > placeOf(before).top;
    const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
    const isSeen = seen.width > 0 && seen.right > 0 && seen.left < innerWidth
        && seen.bottom > header && seen.top < innerHeight;
    return { column, isSeen, isBelow, outerHTML: focused.outerHTML };
}"""


@pytest.fixture(scope="module")
def states(browser: Browser) -> Iterator[Page]:
    """A page for one state after the other."""
    with browser.new_context(locale="en-US", reduced_motion="reduce") as context:
        yield context.new_page()


def show(page: Page, site: str, state: str) -> None:
    """Open a link to a plan in a state."""
    today, facts = STATES[state]
    request = {"interview": {"on": "2027-02-04"}, "said": {"text": SAID}, "country": "US", **facts}
    packed = base64.urlsafe_b64encode(json.dumps(request).encode()).decode().rstrip("=")
    page.goto("about:blank")
    open_form(page, site, today=today, fragment=f"#plan=1.{packed}")
    expect(page.locator("#plan .plan__next")).to_be_visible(timeout=START)


@pytest.mark.parametrize("state", STATES)
def test_each_state_fits_and_has_no_fault_light_and_dark(
    states: Page, site: str, state: str
) -> None:
    states.set_viewport_size({"width": 360, "height": 740})
    show(states, site, state)
    for width in (360, 1280):
        states.set_viewport_size({"width": width, "height": 740})
        assert faults(states) == []
    unfold(states, "details")
    states.set_viewport_size({"width": 320, "height": 740})
    assert states.evaluate(TOO_WIDE) <= 0
    states.evaluate(DARK)
    assert faults(states) == []


@pytest.mark.parametrize("width", [320, 390, 1024])
@pytest.mark.parametrize("state", ["asked", "due"])
def test_the_focus_goes_down_the_page_and_is_always_seen(
    states: Page, site: str, state: str, width: int
) -> None:
    states.set_viewport_size({"width": width, "height": 740})
    show(states, site, state)
    states.locator(".calculator__ask").evaluate("(ask) => { ask.tabIndex = -1; ask.focus(); }")
    stops = []
    for _ in range(80):
        states.keyboard.press("Tab")
        stop = states.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 20
    assert [stop["outerHTML"] for stop in stops if not stop["isSeen"]] == []
    columns = [stop["column"] for stop in stops]
    assert columns == sorted(columns, key=["ask", "answers"].index)
    assert [stop["outerHTML"] for stop in stops if not stop["isBelow"]] == []


def test_an_error_and_what_is_not_kept_have_no_fault(page: Page, site: str) -> None:
    page.add_init_script(FORBID)
    open_form(page, site)
    page.get_by_role("button", name="Make my plan").click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=START)
    assert faults(page) == []
    page.get_by_role("button", name="Yesterday").click()
    page.get_by_label("They said nothing", exact=True).check()
    page.get_by_role("button", name="Make my plan").click()
    expect(page.locator("#unkept")).to_be_visible(timeout=START)
    assert faults(page) == []
