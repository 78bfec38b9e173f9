// The element in a frame of its own, which speaks with the page around it by messages alone. `?host=` names the origin
// of that page: nothing is said to another one, and nothing is heard from another one.
import "./tour-de-table.js";
import { readConfiguration } from "./frame-options.js";
import { Channel, FrameError, PROTOCOL } from "./frame-port.js";

/** Messages of the host that may wait for their turn. */
const ROOM = 64;
/** When the frame says that it is there, in milliseconds: a page may begin to listen later than it loads. */
const KNOCKS = [0, 250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000];

// The policy allows no style sheet in the document; a constructed one is no such thing.
const sheet = new CSSStyleSheet();
sheet.replaceSync("html, body { margin: 0; padding: 0; } p { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem; }");
document.adoptedStyleSheets = [sheet];

const widget = document.createElement("tour-de-table");

/** The origin that `?host=` names; none where it is not written as browsers write one, or cannot be addressed. */
function hostOrigin() {
  const said = new URLSearchParams(location.search).get("host");
  try {
    const { protocol, origin } = new URL(said);
    return /^https?:$/.test(protocol) && origin === said ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** A sentence above the widget, in both languages where that of the host is not known. */
function say(texts, lang) {
  for (const [language, text] of Object.entries(texts)) {
    if (lang && !lang.startsWith(language)) continue;
    const line = document.createElement("p");
    line.lang = language;
    line.setAttribute("role", "alert");
    line.textContent = text;
    document.body.prepend(line);
  }
}

const host = hostOrigin();
if (!host || parent === window) {
  say({
    en: "This page is made to stand in another one: frame.html?host=https://site.example, with the exact origin of that page.",
    fr: "Cette page se place dans une autre : frame.html?host=https://site.exemple, avec l’origine exacte de cette page.",
  });
} else {
  knock();
}

function knock() {
  // Every visit has its name, so that two messages of one visit do not get two channels.
  const id = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
  const { version, schemaVersion } = widget;
  const hello = () => parent.postMessage({ v: PROTOCOL, type: "hello", id, payload: { version, schemaVersion } }, host);
  const timers = KNOCKS.map((delay) => setTimeout(hello, delay));
  addEventListener("message", function welcome({ origin, source, data, ports }) {
    if (origin !== host || source !== parent) return;
    if (data?.v !== PROTOCOL || data.type !== "welcome" || data.re !== id || ports.length !== 1) return;
    removeEventListener("message", welcome);
    for (const timer of timers) clearTimeout(timer);
    work(ports[0], data.payload);
  });
}

/** From now on everything goes through the port. */
function work(port, options) {
  /** What the host does itself when a person asks for it. */
  let handles = new Set();
  // Rejects when the widget cannot go on, so that no request waits for ever.
  let fate;
  const renew = () => {
    fate = {};
    fate.promise = new Promise((_resolve, reject) => (fate.reject = reject));
    fate.promise.catch(() => {});
  };
  renew();
  const able = (act) => (payload) => Promise.race([act(payload), fate.promise]);

  const state = () => {
    const dossier = widget.value;
    return { dossier, revision: dossier?.revision ?? 0, dirty: widget.dirty };
  };
  const configure = (given) => {
    const set = readConfiguration(given, host);
    for (const [name, value] of set.attributes) {
      if (value === null) widget.removeAttribute(name);
      else widget.setAttribute(name, value);
    }
    Object.assign(widget, set.properties);
    if (set.handles) handles = set.handles;
    document.documentElement.lang = widget.lang || "fr";
  };

  const channel = new Channel(port, {
    configure,
    load: able(({ dossier, mode }) => widget.load(dossier, { mode })),
    get: able(async () => (await widget.ready, state())),
    export: able(async ({ format = "json", ...settings }) => ({ format, file: await widget.export(format, settings) })),
    exit: able(async () => {
      await widget.flush();
      // The reply goes first.
      setTimeout(() => (widget.remove(), channel.close()));
      return state();
    }),
  }, ROOM);

  widget.addEventListener("tdt-ready", () => {
    renew();
    channel.tell("init", { version: widget.version, schemaVersion: widget.schemaVersion, ...state() });
  });
  widget.addEventListener("tdt-change", ({ detail }) => channel.tell("change", { ...detail, dirty: widget.dirty }));
  widget.addEventListener("tdt-error", ({ detail }) => {
    channel.tell("error", detail);
    if (!detail.recoverable) fate.reject(new FrameError(detail.code, detail.message));
  });
  // A file is the one that the person made, with what they took out of it.
  const payloads = {
    save: state,
    export: (detail) => detail,
    handoff: (detail) => (detail.kind === "dossier" ? { ...detail, ...state() } : detail),
  };
  for (const [type, payload] of Object.entries(payloads)) {
    widget.addEventListener(`tdt-${type}`, async (event) => {
      if (!handles.has(type)) return;
      event.preventDefault();
      try {
        await channel.ask(type, payload(event.detail));
      } catch (error) {
        const why = error.message;
        say({ en: `The page around did not take the dossier: ${why}`, fr: `La page hôte n’a pas pris le dossier : ${why}` }, widget.lang);
      }
    });
  }
  new ResizeObserver(([entry]) => channel.tell("resize", { height: Math.ceil(entry.contentRect.height) })).observe(document.body);
  addEventListener("pagehide", () => channel.tell("exit", state()));

  try {
    configure(options ?? {});
  } catch ({ code, message, pointer }) {
    channel.tell("error", { code, recoverable: true, message, pointer });
  }
  document.body.append(widget);
}
