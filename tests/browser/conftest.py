"""A real Chromium, and the built site as nginx serves it with the settings that we ship."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tools.browsers import WITHOUT_WINDOWS, found
from tools.nginx import nginx

# Long, as a busy machine takes its time; what never comes fails all the same.
expect.set_options(timeout=30_000)

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--liftoff-only",  # a page that lives for a second gains nothing from better code
    "--host-resolver-rules=MAP plain.test 127.0.0.1",  # a name that is not this machine's own
]

# After a first plan all pages are copied onto the device, which takes as long as the plan. That is
# done in contexts of their own, as in the tests of the site without a connection.
NO_COPIES = """globalThis.ServiceWorkerContainer
    && (ServiceWorkerContainer.prototype.register = async () => {})"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the built site, with the settings that we ship."""
    with nginx(tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=found(WITHOUT_WINDOWS), args=ARGUMENTS
        ) as browser,
    ):
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page with its own storage; a message in the console fails the test."""
    context = browser.new_context(locale="en-US")
    context.add_init_script(NO_COPIES)
    with silent(context):
        yield context.new_page()
        context.close()


@pytest.fixture
def loud(browser: Browser) -> Iterator[Page]:
    """A page whose console may speak: the browser or the theme reports the fault there.

    No service worker keeps what is to fail.
    """
    context = browser.new_context(locale="en-US", service_workers="block")
    yield context.new_page()
    context.close()


@contextmanager
def silent(context: BrowserContext) -> Iterator[None]:
    """A message in the console of any page fails: an error, or what the policy has stopped."""
    messages: list[str] = []
    context.on("console", lambda message: messages.append(message.text))
    context.on("weberror", lambda error: messages.append(str(error.error)))
    yield
    assert messages == []
