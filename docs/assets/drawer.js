/**
 * The theme's menu on narrow screens: a checkbox with labels moves it in and out of sight. Its button is a
 * button here, by keyboard too, and while it is out of sight nobody gets lost in it.
 */

// As wide as the theme shows the menu at the side without a drawer.
const narrow = matchMedia("(max-width: 76.234375em)");
const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
const label = document.querySelector("header [for=__drawer]");

/**
 * @param {HTMLInputElement} isOpen
 * @param {HTMLElement} menu
 * @param {HTMLElement} label
 */
function makeButton(isOpen, menu, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.dataset.drawer = "";
  button.ariaLabel = "Menu";
  button.append(...label.childNodes);
  label.replaceWith(button);

  const follow = () => {
    menu.inert = narrow.matches && !isOpen.checked;
    button.ariaExpanded = String(isOpen.checked);
  };
  const turn = (/** @type {boolean} */ open) => {
    isOpen.checked = open;
    isOpen.dispatchEvent(new Event("change"));
    const next = open ? menu.querySelector("a[href]") : button;
    if (next instanceof HTMLElement) next.focus();
  };
  button.addEventListener("click", () => turn(!isOpen.checked));
  menu.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && isOpen.checked) turn(false);
  });
  isOpen.addEventListener("change", follow);
  narrow.addEventListener("change", follow);
  follow();
}

if (drawer instanceof HTMLInputElement && menu instanceof HTMLElement && label instanceof HTMLElement) makeButton(drawer, menu, label);
