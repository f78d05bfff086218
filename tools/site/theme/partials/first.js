addEventListener("error", ({ target }) => {
  const [loaded] = performance.getEntriesByType("navigation");
  if (!(target instanceof HTMLScriptElement) || loaded?.type === "reload") return;
  fetch(location.href, { cache: "reload" }).then(({ ok }) => { if (ok) location.reload(); }).catch(() => {});
}, true);
try {
  for (const key of Object.keys(localStorage))
    if (/\.__\w+$/.test(key))
      try { JSON.parse(localStorage[key]); } catch { localStorage.removeItem(key); }
} catch {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { kept.set(key, String(value)); },
    removeItem: (key) => { kept.delete(key); },
  };
  for (const name of ["localStorage", "sessionStorage"])
    try { window[name].length; } catch { Object.defineProperty(window, name, { value: storage }); }
}
