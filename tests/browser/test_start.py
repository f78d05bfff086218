"""How the calculator starts: from its image, and from Pyodide itself when the image fails."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, ClassVar

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tools.engine import wasm
from tools.engine.image import integrity
from tools.serve import Handler, server

SITE = Path(__file__).parents[2] / "site"
# From a cold start; a slow machine takes its time.
START = 90_000
IMAGE = "calculator.wasm"
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "*.whl")

type Damage = Callable[[bytes], bytes]


def cut(body: bytes) -> bytes:
    return body[: len(body) // 2]


def flipped(body: bytes) -> bytes:
    """One bit is wrong, in the middle of the memory."""
    middle = len(body) * 3 // 4
    return body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :]


def emptied(_: bytes) -> bytes:
    return b""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page whose console may speak: a browser reports damaged files there."""
    context = browser.new_context(locale="en-US")
    yield context.new_page()
    context.close()


def ask_for_a_plan(page: Page, site: str, said: str = "in two weeks") -> None:
    if page.url == "about:blank":
        page.goto(f"{site}/calculator/?today=2027-02-04")
        for name, text in (("day", "4"), ("month", "2"), ("year", "2027")):
            page.locator(f"[name={name}]").fill(text)
    page.locator("[name=said]").fill(said)
    page.get_by_role("button", name="Make my plan").click()


def expect_plan(page: Page) -> None:
    plan = page.get_by_role("region", name="Your plan")
    expect(plan.locator("li[data-action]").first).to_be_visible(timeout=START)
    expect(page.get_by_role("alert")).to_be_hidden()


def requests_of(page: Page) -> list[str]:
    """The addresses that the page asks for, as it goes on asking."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def engine_files(addresses: list[str]) -> list[str]:
    """The names of the engine's files among them."""
    return [address.rsplit("/", 1)[1] for address in addresses if "/assets/engine/" in address]


def damage(page: Page, name: str, change: Damage = cut) -> None:
    def serve(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.body()))

    page.route(f"**/{name}", serve)


def break_off(page: Page, name: str) -> None:
    page.route(f"**/{name}", lambda route: route.abort("connectionreset"))


def test_the_image_is_all_that_a_plan_needs(page: Page, site: str) -> None:
    asked = requests_of(page)
    for said in (
        "in two weeks",
        "by the 20th, I think",
        "Sie hören im März von uns ☺",
        "next week " * 450,
    ):
        ask_for_a_plan(page, site, said)
        expect_plan(page)
        expect(page.locator("#form")).not_to_have_attribute("aria-busy", "true")
    # Whatever were imported later, or read from the standard library, would be fetched first.
    assert engine_files(asked) == [IMAGE]


@pytest.mark.parametrize("change", [cut, flipped, emptied], ids=lambda change: change.__name__)
def test_a_damaged_image_is_not_noticed(page: Page, site: str, change: Damage) -> None:
    asked = requests_of(page)
    damage(page, IMAGE, change)
    ask_for_a_plan(page, site)
    expect_plan(page)
    assert {"pyodide.asm.wasm", "python_stdlib.zip"} <= set(engine_files(asked))


def test_an_image_that_is_not_there_is_not_noticed(page: Page, site: str) -> None:
    page.route(f"**/{IMAGE}", lambda route: route.fulfill(status=404, body="not here"))
    ask_for_a_plan(page, site)
    expect_plan(page)


def test_a_connection_that_breaks_once_costs_one_more_try(page: Page, site: str) -> None:
    asked = requests_of(page)
    page.route(f"**/{IMAGE}", lambda route: route.abort("connectionreset"), times=1)
    ask_for_a_plan(page, site)
    expect_plan(page)
    assert engine_files(asked) == [IMAGE, IMAGE]


def test_an_image_that_fails_at_an_answer_is_not_noticed(page: Page, site: str) -> None:
    image = next(SITE.glob(f"assets/engine/*/{IMAGE}")).read_bytes()
    broken = with_respond_elsewhere(image)
    damage(page, IMAGE, lambda _: broken)
    page.goto(f"{site}/calculator/?today=2027-02-04")
    html = page.content()
    page.route(
        "**/calculator/?today=*",
        lambda route: route.fulfill(
            body=html.replace(integrity(image), integrity(broken)), content_type="text/html"
        ),
    )
    page.goto("about:blank")
    asked = requests_of(page)
    ask_for_a_plan(page, site)
    expect_plan(page)
    assert engine_files(asked)[0] == IMAGE
    assert "pyodide.asm.wasm" in engine_files(asked)


def with_respond_elsewhere(image: bytes) -> bytes:
    """The image with its function beyond the end of the memory, where nothing can be called."""
    module = wasm.Module.parse(image)
    *others, respond = module.globals()
    moved = respond._replace(value=-16)
    return module.replace(GLOBAL=wasm.vector(map(wasm.global_, [*others, moved]))).encode()


@pytest.mark.parametrize(
    ("name", "harm"),
    [*((name, damage) for name in STOCK), ("pyodide.asm.wasm", break_off)],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_without_image_and_pyodide_the_page_says_so_and_a_second_try_works(
    page: Page, site: str, name: str, harm: Callable[[Page, str], None]
) -> None:
    damage(page, IMAGE)
    harm(page, name)
    ask_for_a_plan(page, site)
    summary = page.get_by_role("alert")
    expect(summary).to_be_visible(timeout=START)
    expect(summary).to_contain_text("The calculator could not start")
    expect(page.locator("[name=said]")).to_have_value("in two weeks")
    page.unroute(f"**/{name}")
    ask_for_a_plan(page, site)
    expect_plan(page)


NO_MEMORY = b"""const none = () => { throw new RangeError("no memory"); };
WebAssembly.instantiate = async () => none();
WebAssembly.Memory = class { constructor() { none(); } };"""


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (NO_MEMORY, "short of memory"),
        (b"delete globalThis.WebAssembly;", "needs WebAssembly"),
        (b"this is no module", "too old"),
    ],
    ids=["no memory", "no WebAssembly", "no module workers"],
)
def test_a_browser_that_cannot_run_it_is_told_and_led_to_the_table(
    page: Page, site: str, *, trouble: bytes, told: str
) -> None:
    asked = requests_of(page)
    if b"delete" in trouble:
        page.add_init_script(trouble.decode())
    damage(page, "worker.js", lambda script: trouble + b"\n" + script)
    ask_for_a_plan(page, site)
    expect(page.get_by_role("alert")).to_contain_text(told, timeout=START)
    expect(page.locator("[name=said]")).to_have_value("in two weeks")
    # What can't be used isn't fetched.
    assert bool(engine_files(asked)) == (trouble == NO_MEMORY)
    page.get_by_role("link", name="the table of the usual waits").click()
    expect(page.get_by_role("heading", name="The usual waits")).to_be_in_viewport()


class HalfOfTheFirst(Handler):
    """Serves half of the image when it is first asked for, then all."""

    broken: ClassVar[list[str]] = []

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override] # as its caller has it
        """Send the file, or half of it."""
        if self.path.endswith(IMAGE) and not self.broken:
            self.broken.append(self.path)
            outputfile.write(source.read(1_000_000))
            self.close_connection = True
            return
        super().copyfile(source, outputfile)


def test_a_connection_that_breaks_at_half_the_image_costs_one_more_try(page: Page) -> None:
    asked = requests_of(page)
    with server() as running:
        running.RequestHandlerClass = partial(HalfOfTheFirst, directory=str(SITE))
        threading.Thread(target=running.serve_forever, daemon=True).start()
        ask_for_a_plan(page, f"http://127.0.0.1:{running.server_port}")
        expect_plan(page)
        running.shutdown()
    assert HalfOfTheFirst.broken
    assert engine_files(asked) == [IMAGE, IMAGE]
