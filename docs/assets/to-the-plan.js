/** A link to a plan opens on every page, wherever its path got lost: it leads on to the page that shows plans. */

const here = document.currentScript;
const isItself = document.querySelector("#calculator[data-start]");

function leadOn() {
  const { hash, search } = location;
  if (isItself || !(here instanceof HTMLScriptElement) || !/^#(plan|open)(=|%)/i.test(hash)) return;
  location.replace(new URL(`../calculator/${search}${hash}`, here.src));
}

addEventListener("hashchange", leadOn);
leadOn();
