// What the attributes of an element and the page around it say, as one object for the library.

/** The nearest `lang` of an element, also across the roots it stands in; French where nobody says anything. */
function language(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const said = at.closest("[lang]")?.getAttribute("lang");
    if (said) return said;
  }
  return "fr";
}

/** Light or dark, as the element says, else as the switch of the French State's design system says. */
function theme(element) {
  const asked = element.getAttribute("theme");
  if (asked === "light" || asked === "dark") return asked;
  const page = element.ownerDocument.documentElement.getAttribute("data-fr-theme");
  return page === "light" || page === "dark" ? page : "auto";
}

/**
 * @param {Element} element
 * @param {{readOnly: boolean, vocabulary?: string, messages?: string}} properties
 * @param {string} [key] where the dossier is kept when the element does not say it
 */
export function readOptions(element, properties, key) {
  const steps = element.getAttribute("steps")?.split(/[\s,]+/).filter(Boolean);
  const level = Number.parseInt(element.getAttribute("heading-level"), 10);
  return {
    ...properties,
    lang: language(element),
    mode: element.getAttribute("mode") === "view" ? "view" : "edit",
    steps: steps?.length ? steps : undefined,
    theme: theme(element),
    storage: element.getAttribute("storage") === "local" ? "local" : "none",
    storageKey: element.getAttribute("storage-key") || key,
    headingLevel: level >= 1 && level <= 6 ? level : 2,
    noToolbar: element.hasAttribute("no-toolbar"),
    noImport: element.hasAttribute("no-import"),
    noExport: element.hasAttribute("no-export"),
    handoff: element.getAttribute("handoff") ?? undefined,
    standalone: element.hasAttribute("standalone"),
  };
}

// Elements to tell when the page changes its language or its colours.
const watchers = new Map();
let observer;

/** Calls `act` whenever the page's language or colours change; without `act`, no more. */
export function watchPage(key, act) {
  if (act) watchers.set(key, act);
  else watchers.delete(key);
  if (watchers.size === 0) {
    observer?.disconnect();
    observer = undefined;
  } else if (!observer) {
    observer = new MutationObserver(() => {
      for (const each of watchers.values()) each();
    });
    observer.observe(document.documentElement, { attributeFilter: ["lang", "data-fr-theme"] });
  }
}
