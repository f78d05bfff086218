"""How the calculator starts: from its image, and from Pyodide itself when the image fails."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, ClassVar
from urllib.parse import urlsplit

import pytest
from forms import enter_date, make_plan
from playwright.sync_api import Browser, Page, Request, Route, expect

from tools.bench.startup import compressed_size
from tools.engine.image import integrity
from tools.engine.lean import asked_at
from tools.serve import Handler, server

SITE = Path(__file__).parents[2] / "site"
# From a cold start; a slow machine takes its time.
START = 90_000
AFTER_TYPING = 400
IMAGE = "calculator.wasm"
STOCK = (
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
    "*.whl",
)
SCRIPTS = """performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => name.includes("/scripts/"))
    .map((name) => name.match("scripts/(.*)-")[1]).sort()"""

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
        enter_date(page, "4", "2", "2027")
    page.locator("[name=said]").fill(said)
    make_plan(page)


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
    page.route(f"**/{name}", partial(changed, change=change))


def changed(route: Route, *, change: Damage) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=change(answer.body()))


def not_there(route: Route) -> None:
    route.fulfill(status=404, body="not here")


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


def test_the_image_comes_before_the_calculators_script(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/app-*.js", hold)
    with page.expect_request(f"**/{IMAGE}"):
        page.goto(f"{site}/calculator/?today=2027-02-04", wait_until="commit")
    enter_date(page, "4", "2", "2027")
    make_plan(page)
    asked = requests_of(page)
    page.wait_for_function("document.querySelector('#form').early.said.length > 1")
    held[0].continue_()
    page.locator("[name=said]").fill("in two weeks")
    ask_for_a_plan(page, site)
    expect_plan(page)
    # It is the same worker that answers.
    assert engine_files(asked) == []


def test_a_first_plan_takes_at_most_1_8_megabytes(page: Page, site: str) -> None:
    asked = requests_of(page)
    ask_for_a_plan(page, site)
    expect_plan(page)
    paths = {urlsplit(address).path for address in asked if address.startswith(site)}
    sent = {path: compressed_size(path) for path in paths}
    assert engine_files(list(sent)) == [IMAGE]
    assert sum(sent.values()) <= 1_800_000, sent


@pytest.mark.parametrize(
    "harms",
    [
        (partial(changed, change=cut), partial(changed, change=flipped)),
        (partial(changed, change=emptied), not_there),
    ],
    ids=["cut, then flipped", "emptied, then not there"],
)
def test_an_image_that_is_damaged_or_not_there_is_not_noticed(
    page: Page, site: str, harms: tuple[Callable[[Route], None], ...]
) -> None:
    asked = requests_of(page)
    coming = iter(harms)

    def harm(route: Route) -> None:
        next(coming)(route)

    page.route(f"**/{IMAGE}", harm)
    ask_for_a_plan(page, site)
    expect_plan(page)
    # Each was refused: it is asked for again, and then Pyodide is.
    assert engine_files(asked).count(IMAGE) == 2
    assert {"pyodide.asm.wasm", "python_stdlib.zip"} <= set(engine_files(asked))


def test_a_connection_that_breaks_once_costs_one_more_try(page: Page, site: str) -> None:
    asked = requests_of(page)

    # The route stays: while one is taken away, a request is not told of.
    def break_the_first(route: Route) -> None:
        if engine_files(asked) == [IMAGE]:
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route(f"**/{IMAGE}", break_the_first)
    ask_for_a_plan(page, site)
    expect_plan(page)
    assert engine_files(asked) == [IMAGE, IMAGE]


def test_an_image_of_another_type_is_fetched_once(page: Page, site: str) -> None:
    asked = requests_of(page)
    page.route(
        f"**/{IMAGE}",
        lambda route: route.fulfill(
            path=next(SITE.glob(f"assets/engine/*/{IMAGE}")), content_type="text/plain"
        ),
    )
    ask_for_a_plan(page, site)
    expect_plan(page)
    assert engine_files(asked) == [IMAGE]


def test_an_image_that_fails_at_an_answer_is_not_noticed(page: Page, site: str) -> None:
    image = next(SITE.glob(f"assets/engine/*/{IMAGE}")).read_bytes()
    # Where no function is: what Python then calls was cut away. (Beyond the end of the memory the
    # Chromium without windows would end, which knows of such a fault only with its crash reporter.)
    broken = asked_at(image, 0)
    change_the_page(page, dict(zip(told_of(image), told_of(broken), strict=True)))
    coming: list[Route] = []

    def hold(route: Route) -> None:
        coming.append(route)

    page.route(f"**/{IMAGE}", hold)
    asked = requests_of(page)
    with page.expect_request(f"**/{IMAGE}"):
        page.goto(f"{site}/calculator/?today=2027-02-04")
    # What is typed is asked too: two questions wait.
    page.locator("[name=day]").fill("4")
    page.wait_for_timeout(AFTER_TYPING)
    enter_date(page, "4", "2", "2027")
    ask_for_a_plan(page, site)
    coming[0].fulfill(body=broken, content_type="application/wasm")
    expect_plan(page)
    expect(page.locator("#stage")).to_be_empty()
    # It was the one that the page knows: a second time nobody asks for it.
    assert engine_files(asked).count(IMAGE) == 1
    assert engine_files(asked).count("pyodide.asm.wasm") == 1


def told_of(image: bytes) -> tuple[str, str]:
    """What a page says of its image."""
    return f'data-integrity="{integrity(image)}"', f'data-size="{len(image)}"'


def change_the_page(page: Page, instead: dict[str, str], *, times: int | None = None) -> None:
    """Have other texts in the calculator's page, each time or a number of times."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        for old, new in instead.items():
            assert old in text
            text = text.replace(old, new)
        route.fulfill(response=answer, body=text)

    page.route("**/calculator/?today=*", serve, times=times)


@pytest.mark.parametrize(
    ("name", "harm"),
    [*((name, damage) for name in STOCK), ("pyodide.asm.wasm", break_off)],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_without_image_and_pyodide_the_page_says_so_and_a_second_try_works(
    page: Page, site: str, name: str, harm: Callable[[Page, str], None]
) -> None:
    page.route(f"**/{IMAGE}", not_there)
    harm(page, name)
    ask_for_a_plan(page, site)
    summary = page.get_by_role("alert")
    expect(summary).to_be_visible(timeout=START)
    expect(summary).to_contain_text("The calculator could not start")
    expect(page.locator("[name=said]")).to_have_value("in two weeks")
    page.unroute_all()  # all is well again, so that the second try starts from the image
    ask_for_a_plan(page, site)
    expect_plan(page)


def test_a_page_from_before_a_new_version_finds_where_the_calculator_is_now(
    page: Page, site: str
) -> None:
    # The whole engine lay elsewhere when the page was opened.
    change_the_page(page, {"/assets/engine/": "/assets/engine/before-"}, times=1)
    with page.expect_event("requestfinished", looks_again, timeout=START):
        page.goto(f"{site}/calculator/?today=2027-02-04")
    enter_date(page, "4", "2", "2027")
    ask_for_a_plan(page, site)
    expect_plan(page)


def looks_again(request: Request) -> bool:
    return request.resource_type == "fetch" and "/calculator/?today=" in request.url


def test_a_worker_that_can_answer_no_more_is_replaced(page: Page, site: str) -> None:
    damage(page, "worker-*.js", lambda _: BROKEN)
    ask_for_a_plan(page, site)
    expect(page.get_by_role("alert")).to_contain_text("could not work this out")
    page.unroute("**/worker-*.js")
    ask_for_a_plan(page, site)
    expect_plan(page)


def test_a_worker_that_never_says_a_word_is_given_up(page: Page, site: str) -> None:
    page.clock.install()
    damage(page, "worker-*.js", lambda _: b"")
    ask_for_a_plan(page, site)
    page.clock.run_for(120_000)
    expect(page.get_by_role("alert")).to_be_hidden()
    page.clock.run_for(120_000)
    expect(page.get_by_role("alert")).to_contain_text("could not start")
    expect(page.locator("[name=said]")).to_have_value("in two weeks")


def test_a_page_needs_one_script_for_the_calculator_and_one_for_its_worker(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/calculator/", wait_until="networkidle")
    assert page.evaluate(SCRIPTS) == ["app", "theme", "worker"]


BROKEN = b"""addEventListener("message", ({ data }) =>
    postMessage("id" in data ? { id: data.id, problem: "broken" } : { stage: "ready" }));"""
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
    damage(page, "worker-*.js", lambda script: trouble + b"\n" + script)
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
            self.after_half()
            self.close_connection = True
            return
        super().copyfile(source, outputfile)

    def after_half(self) -> None:
        """Break off."""


class SilentAfterHalf(HalfOfTheFirst):
    """Serves half of the image when it is first asked for, and then keeps the line open."""

    broken: ClassVar[list[str]] = []
    ended = threading.Event()

    def after_half(self) -> None:
        """Say nothing for as long as the test runs."""
        self.ended.wait()


def less_patient(script: bytes) -> bytes:
    """Wait two seconds for what stands still, instead of twenty."""
    assert script.count(b",2e4)") == 1
    return script.replace(b",2e4)", b",2e3)")


@pytest.mark.parametrize("handler", [HalfOfTheFirst, SilentAfterHalf])
def test_a_line_that_is_lost_at_half_the_image_costs_one_more_try(
    page: Page, handler: type[HalfOfTheFirst]
) -> None:
    asked = requests_of(page)
    damage(page, "worker-*.js", less_patient)
    with server() as running:
        running.RequestHandlerClass = partial(handler, directory=str(SITE))
        threading.Thread(target=running.serve_forever, daemon=True).start()
        ask_for_a_plan(page, f"http://127.0.0.1:{running.server_port}")
        expect_plan(page)
        SilentAfterHalf.ended.set()
        running.shutdown()
    assert handler.broken
    assert engine_files(asked) == [IMAGE, IMAGE]
