"""The same core story in the other engines: Firefox, and WebKitGTK for the family of Safari."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tools.engines import START, Engine, firefox, webkit

FORM = """document.querySelector('[name="{name}"]')"""
# An interview on 11 February 2027, "in one week", in the US.
LINK = (
    "#plan=1.eyJpbnRlcnZpZXciOnsib24iOiIyMDI3LTAyLTExIn0sInNhaWQiOnsidGV4dCI6ImluIG9uZSB3ZWVrIn0"
    "sImNvdW50cnkiOiJVUyJ9"
)
DONE = "document.querySelectorAll('#history li').length === 1"
STEPS = """[...document.querySelectorAll('#plan li[data-action]')].map((step) =>
    [step.dataset.action, step.querySelector("time").dateTime, step.className])"""


@pytest.fixture(params=[firefox, webkit], ids=["Firefox", "WebKitGTK"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn."""
    with request.param() as engine:
        yield engine


def wait_for(engine: Engine, script: str) -> Any:  # noqa: ANN401 (what the page answers)
    """The first value of an expression that is not empty."""
    end = time.monotonic() + START
    while time.monotonic() < end:
        if value := engine.ask(script):
            return value
        time.sleep(0.1)
    raise AssertionError(f"never: {script}: {engine.ask('document.body.innerText')}")


def enter(engine: Engine, name: str, text: str) -> None:
    engine.ask(f"""(() => {{ const field = {FORM.format(name=name)}; field.value = "{text}";
        field.dispatchEvent(new InputEvent("input", {{ bubbles: true }})); }})()""")


def enter_all(engine: Engine, said: str) -> None:
    for name, text in (("day", "4"), ("month", "2"), ("year", "2027"), ("said", said)):
        enter(engine, name, text)


def click(engine: Engine, selector: str) -> None:
    engine.ask(f"document.querySelector('{selector}').click()")


def test_type_plan_tell_what_happened_and_find_it_again(engine: Engine, site: str) -> None:
    engine.go(f"{site}/calculator/?today=2027-02-17")
    enter_all(engine, "by the end of next week")
    click(engine, "[type=submit][form=form]")
    before = wait_for(engine, STEPS)
    assert ["email", "2027-02-17"] in [step[:2] for step in before]
    click(engine, ".plan__next button[data-event*=contacted]")
    wait_for(engine, f"JSON.stringify({STEPS}) !== JSON.stringify({before})")
    after = wait_for(engine, STEPS)
    engine.go(f"{site}/calculator/?today=2027-02-17")
    assert wait_for(engine, STEPS) == after


def test_what_is_refused_typed_or_from_a_link_is_kept_apart_and_not_lost(
    engine: Engine, site: str
) -> None:
    form = f"{site}/calculator/?today=2027-02-17"
    engine.go(form)
    enter_all(engine, "by the end of next week")
    click(engine, "[type=submit][form=form]")
    before = wait_for(engine, STEPS)
    # Refused: nothing in the plan of before can be pressed, and undo goes back to it.
    enter(engine, "day", "40")
    click(engine, "[type=submit][form=form]")
    wait_for(engine, "document.querySelector('#problems').innerText.includes('a real date')")
    assert engine.ask("document.querySelector('#plan').inert")
    click(engine, "[data-undo]")
    wait_for(engine, "document.querySelector('#changed').innerText.startsWith('Undone')")
    assert not engine.ask("document.querySelector('#plan').inert")
    # Typed and not sent, it is there after a reload.
    enter(engine, "said", "in three weeks")
    engine.go(form)
    wait_for(engine, "document.querySelector('[name=said]').value === 'in three weeks'")
    wait_for(engine, f"JSON.stringify({STEPS}) === JSON.stringify({before})")
    # A link is shown beside what is kept, and what is done to it outlives a reload unkept.
    engine.go(f"{site}/?today=2027-02-17{LINK}")
    wait_for(engine, "document.querySelector('#shared')?.innerText.includes('kept on this device')")
    wait_for(engine, STEPS)
    click(engine, "#plan button[data-event]")
    wait_for(engine, DONE)
    engine.ask("location.reload()")
    wait_for(engine, f"document.querySelector('#shared').hidden ? false : {DONE}")
    # Come back without it, there is the first one, as it was.
    engine.go("about:blank")
    engine.go(form)
    wait_for(engine, f"JSON.stringify({STEPS}) === JSON.stringify({before})")


def test_back_from_another_page_what_was_typed_is_there(engine: Engine, site: str) -> None:
    engine.go(f"{site}/calculator/?today=2027-02-17")
    enter_all(engine, "by the end of next week")
    click(engine, "[type=submit][form=form]")
    wait_for(engine, STEPS)
    enter(engine, "names.interviewer", "Ada Long")
    wait_for(engine, "document.querySelector('#plan').textContent.includes('Dear Ada')")
    enter(engine, "said", "in three weeks")
    # Both engines bring the page back as it was left.
    engine.ask("addEventListener('pageshow', ({ persisted }) => { window.back = persisted; })")
    engine.go(f"{site}/guides/ghosted/")
    engine.ask("history.back()")
    wait_for(engine, "window.back")
    click(engine, "[type=submit][form=form]")
    wait_for(engine, f"JSON.stringify({STEPS}).includes('2027-03-01')")
    assert engine.ask("document.querySelector('#plan').textContent.includes('Dear Ada')")
