// The keyboard where the browser would take it away from the widget: its own undo in a field, and a focus that falls
// to the page because what had it is gone.

/** How long the widget itself has to put the focus somewhere, in milliseconds. */
const GRACE = 60;

/** The root in which a person acted last, until they act elsewhere in the page. */
let last;

const isPage = (node) => node === document.body || node === document.documentElement;

addEventListener("keydown", (event) => {
  const key = event.key?.toLowerCase();
  if (!last?.host.isConnected || event.defaultPrevented || !isPage(event.target)) return;
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  press(last, key, event.shiftKey);
});

for (const type of ["pointerdown", "focusin"]) {
  const elsewhere = (event) => {
    if (last && !isPage(event.target) && !event.composedPath().includes(last.host)) last = undefined;
  };
  addEventListener(type, elsewhere, { capture: true, passive: true });
}

/** The shortcut, as if it were pressed in the widget. */
function press(shadow, key, shiftKey = false) {
  const init = { key, shiftKey, ctrlKey: true, bubbles: true, cancelable: true };
  shadow.querySelector(".tdt")?.dispatchEvent(new KeyboardEvent("keydown", init));
}

/**
 * Keeps undo and the focus in a root.
 * @param {ShadowRoot} shadow
 */
export function keepKeys(shadow) {
  // What has the focus, then what it stands in.
  let path = [];
  const lose = () => {
    if (!path.length || path[0].isConnected) return;
    const lost = path;
    path = [];
    setTimeout(() => refocus(shadow, lost), GRACE);
  };
  shadow.addEventListener("pointerdown", () => (last = shadow), { passive: true });
  shadow.addEventListener("focusin", (event) => {
    last = shadow;
    const whole = event.composedPath();
    path = whole.slice(0, whole.indexOf(shadow));
  });
  shadow.addEventListener("focusout", () => {
    const left = path;
    // Left by the person when it is still there; some browsers tell of what is removed the same way.
    setTimeout(() => {
      if (path === left && path[0]?.isConnected && !shadow.activeElement) path = [];
    });
  });
  new MutationObserver(lose).observe(shadow, { childList: true, subtree: true });
  // Every letter recorded is a step of the dossier's own history; the browser's would be taken for new typing.
  shadow.addEventListener("beforeinput", (event) => {
    const key = { historyUndo: "z", historyRedo: "y" }[event.inputType];
    if (!key || (event.target.closest("[data-draft]") && event.target.value)) return;
    event.preventDefault();
    press(shadow, key);
  });
}

/** Gives the focus to what took the place of the lost one, to the entry of its list, or to the title of the step. */
function refocus(shadow, lost) {
  if (shadow.activeElement || (document.activeElement && !isPage(document.activeElement))) return;
  const around = lost.filter((node) => node.isConnected && node.closest(".tdt") && !node.matches(".tdt, .tdt *:has(.step)"));
  const inside = (list) => around.map((node) => node.querySelector(list)).find((node) => node);
  const next =
    (lost[0].id && shadow.getElementById(lost[0].id)) ||
    (around.some((node) => node.matches(".bar")) ? inside("button") : inside("[data-entry]")) ||
    shadow.getElementById("tdt-step");
  next?.focus();
}
