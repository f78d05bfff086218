"""What a page keeps on the device, looked at and changed from outside of its scripts."""

from typing import Any

from playwright.sync_api import Page

OPEN = """await new Promise((resolve, reject) => {
    const asked = indexedDB.open("after-the-interview", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("interviews");
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
})"""
DO = f"""async ([method, ...given]) => {{
    const database = {OPEN};
    const transaction = database.transaction("interviews", "readwrite");
    const store = transaction.objectStore("interviews");
    const [keys, done] = [store.getAllKeys(), store[method](...given)];
    await new Promise((resolve) => {{ transaction.oncomplete = resolve; }});
    database.close();
    return [keys.result, done.result];
}}"""
# Many at once, each under its id.
PUT_ALL = f"""async (entries) => {{
    const database = {OPEN};
    const transaction = database.transaction("interviews", "readwrite");
    const store = transaction.objectStore("interviews");
    for (const [id, entry] of entries) store.put(entry, id);
    await new Promise((resolve) => {{ transaction.oncomplete = resolve; }});
    database.close();
}}"""

# A script that a page begins with: nothing may be kept.
FORBID = """Object.defineProperty(window, "indexedDB", {
    get() { throw new DOMException("not allowed", "SecurityError"); } });"""


def stored(page: Page) -> dict[str, Any]:
    """What stands in the store, by its id."""
    keys, entries = page.evaluate(DO, ["getAll"])
    return dict(zip(keys, entries, strict=True))


def put(page: Page, id_: str, entry: object) -> None:
    """Put something into the store under an id, whatever it is."""
    page.evaluate(DO, ["put", entry, id_])


def take(page: Page, id_: str) -> None:
    """Take something out of the store, as another tab would that says nothing."""
    page.evaluate(DO, ["delete", id_])


def wait_for_kept(page: Page, count: int) -> dict[str, Any]:
    """What stands in the store once it holds so many; it is written after the plan is shown."""
    for _ in range(300):
        if len(found := stored(page)) == count:
            return found
        page.wait_for_timeout(20)
    raise AssertionError(f"{len(found)} are kept, not {count}")


def wait_for_revision(page: Page, id_: str, revision: int) -> None:
    """Wait until an interview has been written so often."""
    for _ in range(300):
        if stored(page)[id_]["revision"] >= revision:
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{id_} was not written")
