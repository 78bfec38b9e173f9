// What the element shows when the widget is not there: loading, failure, rescue. Built node by node: a strict
// policy allows no HTML from text.
import { words } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

function node(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function sign() {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [["class", "sev sev-blocking"], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) {
    svg.setAttribute(key, value);
  }
  for (const [shape, role] of [["M5 1h6l4 4v6l-4 4H5l-4-4V5z"], ["M4.5 8h7", "sev-in"]]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    if (role) path.setAttribute("class", role);
    svg.append(path);
  }
  return svg;
}

const button = (text, act, primary) =>
  node(
    "button",
    { type: "button", class: primary ? "btn btn-primary" : "btn", part: primary ? "button button-primary" : "button", onclick: act },
    text,
  );

const frame = (lang, ...children) => node("div", { class: "tdt", part: "base", lang }, ...children);

const detail = (say, text) =>
  text ? node("details", { class: "more" }, node("summary", {}, say.detail), node("p", { class: "small" }, text)) : undefined;

/** Shown while the widget loads. */
export function progress(lang, cancel) {
  const say = words(lang);
  return frame(lang, node("div", { class: "rescue", role: "status", part: "status" }, node("p", {}, say.loading), button(say.cancel, cancel)));
}

/**
 * Shown when the widget cannot start: what to do for whoever looks after the site. Where it was at work before,
 * `bytes` are its dossier.
 */
export function failure(lang, error, retry, bytes) {
  const say = words(lang);
  const save = bytes && button(say.download, () => download(bytes));
  const acts = node("div", { class: "acts" }, button(say.retry, retry, true), save);
  if (error.code === "cancelled") {
    return frame(lang, node("div", { class: "rescue", role: "status" }, node("p", {}, say.cancelled), acts));
  }
  return frame(
    lang,
    node(
      "div",
      { class: "rescue", role: "alert", "data-code": error.code },
      sign(),
      node("p", { class: "step-title" }, say.failed),
      node("p", {}, bytes ? say.kept : say.untouched),
      node("p", {}, node("strong", {}, say.administrator), node("br", {}), say[error.code] ?? say["load-failed"]),
      acts,
      detail(say, `${error.code} · ${error.message}`),
    ),
  );
}

/** Shown when the widget broke twice on the same dossier. */
export function rescue(lang, bytes, message, retry) {
  const say = words(lang);
  const save = bytes && (() => download(bytes));
  return frame(
    lang,
    node(
      "div",
      { class: "rescue", role: "alert", "data-code": "panic" },
      sign(),
      node("p", { class: "step-title" }, say.rescue),
      node("p", {}, save ? say.rescueText : say.nothingToRescue),
      node("div", { class: "acts" }, save ? button(say.download, save, true) : undefined, button(say.retry, retry)),
      detail(say, message),
    ),
  );
}

/** A line above the widget, for what the page asked and could not be done. */
export function notice(lang) {
  const say = words(lang);
  const banner = node("div", { class: "banner banner-warning", role: "alert" }, node("p", {}, say.notice));
  const whole = frame(lang, banner);
  banner.append(node("div", { class: "banner-acts" }, button(say.close, () => whole.remove())));
  return whole;
}

/** Gives the dossier to the person as a file, without any help of the library. */
function download(bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
  const link = node("a", { href: address, download: fileName(bytes) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function fileName(bytes) {
  let title = "";
  try {
    title = String(JSON.parse(new TextDecoder().decode(bytes)).project.title);
  } catch {
    // A dossier without a title.
  }
  const slug = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60);
  return `${slug.replace(/^-|-$/g, "") || "tour-de-table"}.json`;
}
