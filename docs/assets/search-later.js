/**
 * The theme fetches the list of words for its search on every page; here it waits until someone
 * searches. It has no setting for that, so the one request is held back, before the theme's script runs.
 */
{
  const wanted = new Promise((begin) => {
    document.forms.namedItem("search")?.addEventListener("focusin", begin, { once: true });
    document.getElementById("__search")?.addEventListener("change", begin, { once: true });
    // A link may bring the words to search for.
    if (new URLSearchParams(location.search).has("q")) begin(undefined);
  });

  const { open } = XMLHttpRequest.prototype;
  /** @this {XMLHttpRequest} @param {any[]} given */
  XMLHttpRequest.prototype.open = function (...given) {
    open.apply(this, /** @type {any} */ (given));
    if (!String(given[1]).endsWith("search/search_index.json")) return;
    const send = this.send.bind(this);
    this.send = (body) => void wanted.then(() => send(body));
  };
}
