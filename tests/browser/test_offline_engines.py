"""The site without its server in the other engines: Firefox, and WebKitGTK for Safari's family."""

from pathlib import Path

from test_engines import STEPS, click, engine, enter_all, wait_for

from tools.engines import Engine
from tools.nginx import nginx

__all__ = ["engine"]  # the fixture

IS_KEPT = """(() => {
    navigator.serviceWorker.ready.then(() => { window.isKept = true; });
    return window.isKept;
})()"""


def test_after_the_first_use_a_plan_is_made_without_a_server(
    engine: Engine, tmp_path: Path
) -> None:
    with nginx(tmp_path) as site:
        engine.go(f"{site}/calculator/?today=2027-02-17")
        enter_all(engine, "by the end of next week")
        click(engine, "[type=submit][form=form]")
        before = wait_for(engine, STEPS)
        wait_for(engine, IS_KEPT)
    engine.go(f"{site}/guides/ghosted/")
    assert wait_for(engine, "document.querySelector('h1').innerText").startswith("Ghosted")
    engine.go(f"{site}/calculator/?today=2027-02-17")
    assert wait_for(engine, STEPS) == before
    enter_all(engine, "in three weeks")
    click(engine, "[type=submit][form=form]")
    wait_for(engine, f"JSON.stringify({STEPS}).includes('2027-03-01')")
