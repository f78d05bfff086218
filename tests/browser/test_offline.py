"""The site on the device: fetched only when it is used, kept after that, new versions offered."""

import re
import shutil
import threading
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from forms import START, enter_date, make_plan, open_form, plan_on_page, unfold
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect

from tools.serve import server

SITE = Path(__file__).parents[2] / "site"
ENGINE = "/assets/engine/"
STATE = "() => navigator.serviceWorker.getRegistration().then((found) => found?.active?.state)"
# The strict policy of the pages lets no text be waited for as a function.
GIVEN_UP = """async () => {
  const found = () => navigator.serviceWorker.getRegistration();
  while (await found()) await new Promise((goOn) => setTimeout(goOn, 100));
}"""
KEPT = """async () => {
  const names = await caches.keys();
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => url);
}"""


# Looks for a new version, and says whether it is ready to be used.
LOOK = """async () => {
  const found = await navigator.serviceWorker.getRegistration();
  const update = await found.update().catch(() => found);
  const { installing } = update;
  while (installing && !["installed", "redundant"].includes(installing.state))
    await new Promise((goOn) => setTimeout(goOn, 50));
  return Boolean(found.waiting);
}"""
COME_BACK = """() => {
  const now = Date.now();
  Date.now = () => now + 2 * 3_600_000;
  document.dispatchEvent(new Event("visibilitychange"));
}"""
(APP,) = (file.name for file in SITE.glob("scripts/app-*.js"))


class OwnSite(NamedTuple):
    """A site's address and folder."""

    address: str
    folder: Path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A device of its own; the browser reports in its console what can't be fetched."""
    with browser.new_context(locale="en-US", service_workers="allow") as context:
        yield context


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[OwnSite]:
    """A copy of the site that a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(SITE, folder, copy_function=_linked)
    with server(site=folder) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield OwnSite(f"http://127.0.0.1:{running.server_port}", folder)
        running.shutdown()


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def page_that_saves_data(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    return page


def requests_of(page: Page) -> list[str]:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return asked


def use_the_calculator(page: Page, site: str) -> None:
    """Make a plan, and wait until the site is kept."""
    open_form(page, site)
    assert plan_on_page(page, "in two weeks")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_a_page_that_is_only_read_fetches_nothing_of_the_calculator(
    context: BrowserContext, site: str
) -> None:
    page = context.new_page()
    asked = requests_of(page)
    guides = sorted(SITE.glob("guides/*/index.html"))
    forms = [guide for guide in guides if 'id="form"' in guide.read_text(encoding="utf-8")]
    with_form = [f"/guides/{guide.parent.name}/" for guide in forms]
    for path in ("/", "/guides/no-time-frame-given/", "/about/rules/", *with_form[:1]):
        page.goto(site + path, wait_until="networkidle")
    assert not [url for url in asked if ENGINE in url or "/worker-" in url]
    assert page.evaluate(STATE) is None


@pytest.mark.parametrize("sign", ["focusin", "pointerover", "touchstart"])
def test_it_starts_when_someone_is_about_to_use_it(
    context: BrowserContext, site: str, sign: str
) -> None:
    page = page_that_saves_data(context)
    page.goto(f"{site}/calculator/")
    with page.expect_request(lambda request: ENGINE in request.url):
        page.locator("[name=said]").dispatch_event(sign)


def test_the_calculators_own_page_starts_it_at_once(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    with page.expect_request(lambda request: ENGINE in request.url):
        page.goto(f"{site}/calculator/")
    # Nobody asked for anything yet: nothing is said, and the site is not kept.
    expect(page.locator("#stage")).to_have_text("")
    assert page.evaluate(STATE) is None


def test_it_waits_where_data_is_to_be_saved(context: BrowserContext, site: str) -> None:
    page = page_that_saves_data(context)
    asked = requests_of(page)
    page.goto(f"{site}/calculator/", wait_until="networkidle")
    assert not [url for url in asked if ENGINE in url]
    assert plan_on_page(page, "in two weeks")


def test_after_the_first_use_all_works_without_a_connection(
    context: BrowserContext, own_site: OwnSite
) -> None:
    site, folder = own_site
    page = context.new_page()
    asked = requests_of(page)
    use_the_calculator(page, site)
    # Nothing of what stands in for the image.
    assert len({url for url in asked if ENGINE in url}) == 1
    kept = page.evaluate(KEPT)
    assert len([url for url in kept if ENGINE in url]) == 1
    context.set_offline(offline=True)
    offline = context.new_page()
    open_form(offline, site, today="2027-02-05")
    enter_date(offline, "3", "2", "2027")
    assert plan_on_page(offline, "by the 20th")
    # Without its last slash too: no host is there to lead on.
    for path in ("/", "/guides/call-or-email/", "/words/asking", "/interviews?today=2027-02-05"):
        offline.goto(site + path)
        expect(offline.locator("h1")).to_be_visible()
    offline.goto(f"{site}/guides/nothing-of-the-kind/")
    expect(offline.locator("h1")).to_have_text("We can't find that page")
    # A link that a mail filter has rewritten is put right before a server is asked.
    offline.goto(f"{site}/calculator/%23open=nobody")
    expect(offline.get_by_role("alert")).to_contain_text("isn't on this device")
    context.set_offline(offline=False)
    offline.close()
    a_new_version_is_offered(page, folder)


def a_new_version_is_offered(page: Page, folder: Path) -> None:
    """Publish a change in two parts; the page goes on as it is until all is there and wanted."""
    home, worker = folder / "calculator" / "index.html", folder / "service-worker.js"
    old = home.read_bytes()
    new = old.replace(b"Two answers are", b"Two new answers are")
    script = worker.read_bytes()
    for digest in (lambda text: sha256(text).hexdigest()[:16].encode(), integrity):
        script = script.replace(digest(old), digest(new))
    # The host has the new list of files, but one of the files is still the old one.
    publish(worker, script)
    page.reload()
    unfold(page)
    enter_date(page, "3", "2", "2027")
    page.locator("[name=said]").fill("next month, I think")
    page.get_by_label("Employer").fill("Acme")
    assert not page.evaluate(LOOK)
    offer = page.get_by_role("status").filter(has_text="A new version")
    expect(offer).to_be_hidden()
    # Once the rest is there too, the next look finds it whole: a person comes back after a while.
    publish(home, new)
    page.evaluate(COME_BACK)
    expect(offer).to_be_visible()
    expect(page.locator("[name=said]")).to_have_value("next month, I think")
    expect(page.get_by_text("Two answers are enough")).to_be_visible()
    it_can_be_declined(page, offer)
    offer.get_by_role("button", name="Use it").click()
    expect(page.get_by_text("Two new answers are enough")).to_be_visible()
    said = "by the end of March, I think"
    for name, text in (("day", "3"), ("said", said), ("names.employer", "Acme Ltd")):
        expect(page.locator(f"[name='{name}']")).to_have_value(text, timeout=START)
    # The page before it is gone from the device.
    addresses = map(urlsplit, page.evaluate(KEPT))
    assert len([found for found in addresses if found.path == "/calculator/"]) == 1


def it_can_be_declined(page: Page, offer: Locator) -> None:
    """Whoever goes on without it has the page whole as it was, and is offered it again later."""
    make_plan(page)
    expect(page.locator("#changed")).to_have_text("Here's your new plan.", timeout=START)
    other = page.context.new_page()
    open_form(other, page.url.partition("/calculator/")[0])
    expect(other.get_by_text("Two answers are enough")).to_be_visible()
    expect(other.get_by_role("status").filter(has_text="A new version")).to_be_visible()
    other.close()
    page.locator("[name=said]").fill("by the end of March, I think")
    page.get_by_label("Employer").fill("Acme Ltd")
    expect(offer).to_be_visible()


def publish(file: Path, content: bytes) -> None:
    """Put a file in the place of one that other tests share."""
    file.unlink()
    file.write_bytes(content)


def integrity(content: bytes) -> bytes:
    return b64encode(sha256(content).digest())


def test_a_page_older_than_its_scripts_is_fetched_anew(
    context: BrowserContext, own_site: OwnSite
) -> None:
    site, folder = own_site
    page = context.new_page()
    home = folder / "calculator" / "index.html"
    old = home.read_bytes()
    stale = re.sub(rb"scripts/app-[0-9a-f]+[.]js", b"scripts/app-000000000000.js", old)
    publish(home, stale)

    def heal(answer: Response) -> None:
        if answer.status == 404:
            publish(home, old)

    page.on("response", heal)
    page.goto(f"{site}/calculator/?today=2027-02-04")
    expect(page.locator(f"script[src*='{APP}']")).to_have_count(1)
    assert plan_on_page(page, "in two weeks")


@pytest.mark.parametrize(
    "trouble",
    [
        "delete Navigator.prototype.serviceWorker",
        "ServiceWorkerContainer.prototype.register = async () => { throw new Error('forbidden') }",
        "ServiceWorkerContainer.prototype.getRegistration = async () => { throw new Error('no') }",
    ],
)
def test_where_nothing_may_be_kept_plans_are_made_all_the_same(
    context: BrowserContext, site: str, trouble: str
) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.add_init_script(trouble)
    open_form(page, site)
    enter_date(page, "4", "2", "2027")
    make_plan(page)
    assert plan_on_page(page, "in two weeks")
    assert faults == []


def test_a_full_device_keeps_nothing_and_goes_on(
    context: BrowserContext, own_site: OwnSite
) -> None:
    site, folder = own_site
    worker = folder / "service-worker.js"
    full = "Cache.prototype.put = async () => { throw new DOMException('', 'QuotaExceededError') };"
    script = worker.read_text(encoding="utf-8")
    worker.unlink()
    worker.write_text(full + script, encoding="utf-8")
    page = context.new_page()
    open_form(page, site)
    assert plan_on_page(page, "in two weeks")
    page.evaluate(GIVEN_UP)
    page.reload()
    assert plan_on_page(page, "in two weeks")
