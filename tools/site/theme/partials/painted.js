// The plan that was last seen is about to be painted: until then its place is kept free.
try {
  if (localStorage["after-the-interview:painted"] && parent === self && !location.hash && !location.search.includes("open="))
    document.documentElement.dataset.painted = "";
} catch {}
