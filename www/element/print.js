// A part of the widget on paper, alone: printing a window prints all of it, the page around the element too.
//
// The part is cloned into a frame without address, which is of the page's own origin, asks for nothing and obeys the
// same policy. Nodes are copied, never HTML from text.
import { styles } from "./dress.js";

/** The paper. Margin boxes number the pages where the browser knows them. */
const PAPER = `@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { margin: 0; }`;

/** A document without a doctype has tables that inherit no font. */
const QUIRKS = ":where(.tdt table) { font: inherit; color: inherit; text-align: inherit; white-space: inherit; }";

/**
 * Prints a part of a widget: `roles`, the document in its dialog, or `summary`, the step.
 * @param {ShadowRoot} shadow of the element; the frame stays in it until the next time, as some browsers print later
 * @param {Element} widget what holds the part
 * @param {string} part
 */
export async function print(shadow, widget, part) {
  const copy = copyOf(widget, part);
  const text = await styles();
  for (const earlier of shadow.querySelectorAll("iframe")) earlier.remove();
  const frame = document.createElement("iframe");
  for (const [name, value] of [["class", "vh"], ["title", "Tour de table"], ["aria-hidden", "true"], ["tabindex", "-1"]]) {
    frame.setAttribute(name, value);
  }
  // Some browsers put the empty document in place only now, others did at once.
  frame.addEventListener("load", () => {
    try {
      fill(frame.contentWindow, copy, text, shadow.host);
      // Some browsers print the frame that has the focus, which goes back where it was.
      const focused = shadow.activeElement;
      frame.contentWindow.focus();
      frame.contentWindow.print();
      focused?.focus();
    } catch {
      // A sandbox that keeps its own frames apart: the window is printed with the part alone shown in the widget.
      frame.remove();
      widget.setAttribute("data-print", part);
      window.print();
      widget.removeAttribute("data-print");
    }
  }, { once: true });
  shadow.append(frame);
}

/** The widget's own element around a copy of the part. */
function copyOf(widget, part) {
  const copy = widget.cloneNode(false);
  copy.removeAttribute("data-theme");
  copy.setAttribute("data-print", part);
  const parts = widget.querySelectorAll(part === "roles" ? ".printroom" : ".step-body");
  copy.append(...[...parts].map((each) => each.cloneNode(true)));
  return copy;
}

/** Puts the copy into an empty window, dressed as in an element. */
function fill(view, copy, text, element) {
  const page = view.document;
  const sheet = (rules) => {
    const made = new view.CSSStyleSheet();
    made.replaceSync(rules);
    return made;
  };
  page.adoptedStyleSheets = [sheet(PAPER)];
  page.documentElement.lang = copy.lang;
  // What a browser offers as the name of the file.
  const titles = copy.querySelectorAll(".sp-title, .sp-sub");
  page.title = [...titles].map((title) => title.textContent).join(" · ");
  const host = page.createElement("div");
  host.setAttribute("theme", "light");
  // Paper has nothing to press: the keyboard does not come here.
  host.inert = true;
  host.style.setProperty("--tdt-font-family", getComputedStyle(element).getPropertyValue("--tdt-font-family"));
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet(text + QUIRKS)];
  root.append(copy);
  page.body.append(host);
}
