/**
 * The theme's search: how much it found is told to those who can't see it, and what was searched for goes to the page
 * in the part of an address that no server is told.
 */

const results = document.querySelector(".md-search-result");
results?.querySelector(".md-search-result__meta")?.setAttribute("role", "status");

/** The theme leads to `page/?h=words#section`; browsers mark the words of `page/#section:~:text=words` by themselves. */
function keepWords() {
  for (const link of results?.querySelectorAll("a[href*='?h=']") ?? []) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const address = new URL(link.href);
    const [first = ""] = (address.searchParams.get("h") ?? "").split(/[\s+]+/);
    address.search = "";
    address.hash += `:~:text=${encodeURIComponent(first)}`;
    link.href = address.href;
  }
}

if (results) new MutationObserver(keepWords).observe(results, { childList: true, subtree: true });
