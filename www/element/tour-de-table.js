// The element <tour-de-table>: a thin class, defined at once; the library loads when the first one is connected.
import { engine, VERSION } from "./engine.js";
import { TourDeTableError } from "./faults.js";
import { failure, notice, progress, rescue } from "./panels.js";
import { readOptions, watchPage } from "./options.js";
import { bytesOf, fetchDossier } from "./dossiers.js";
import { dress } from "./dress.js";
import { formats } from "./formats.js";
import { keepKeys } from "./keys.js";
import { print } from "./print.js";
import "./words.js";

export { TourDeTableError };

/** Version of the format of the dossiers this element writes. */
const SCHEMA_VERSION = "1.0";
/** A load shorter than this shows nothing, in milliseconds: a panel that flashes is worse than none. */
const PATIENCE = 300;
/** Faults in a row on one dossier after which an element stops: one that seems to cause them, and any other. */
const FAULTS = { suspect: 2, other: 4 };

const settable = ["value", "vocabulary", "messages", "readOnly"];

/** What is told of a merge holds parts of a dossier: it comes as text, so that no key of it is taken for another. */
const withMerge = ({ merged, ...report }) => (merged === undefined ? report : { ...report, ...JSON.parse(`{${merged}}`) });

function deferred() {
  const answer = {};
  answer.promise = new Promise((resolve, reject) => Object.assign(answer, { resolve, reject }));
  // A page that does not wait for it must not hear of its failure here: there is `tdt-error` for that.
  answer.promise.catch(() => {});
  return answer;
}

export class TourDeTable extends HTMLElement {
  static observedAttributes = [
    "src",
    "lang",
    "mode",
    "steps",
    "theme",
    "storage",
    "storage-key",
    "heading-level",
    "no-toolbar",
    "no-import",
    "no-export",
    "handoff",
    "standalone",
  ];

  #shadow = this.attachShadow({ mode: "open" });
  // What this element is in the shared instance: for the engine, and for the callbacks of the widget.
  #user = {
    element: this,
    broken: (message, suspect) => this.#broken(message, suspect),
    stalled: (error) => this.#stalled(error),
  };
  #engine;
  #place;
  #starting;
  #ready = deferred();
  #isReady = false;
  #panel;
  #source;
  // The last dossier known to be whole, as JSON bytes: what survives when the library does not.
  #good;
  // A dossier given by the page and not handed over yet.
  #given;
  // Labels of the changes that are not in it yet.
  #unsure = [];
  #lost;
  #healing = false;
  #faults = { count: 0, good: undefined };
  // Where the widget keeps the dossier of an element that names no key; and what it was told at the start.
  #storedAs;
  #startKey;
  #dirty = false;
  #readOnly = false;
  #vocabulary;
  #messages;
  #configuring = false;

  constructor() {
    super();
    for (const type of ["pointerdown", "keydown", "input", "change", "focusin", "click", "paste", "drop"]) {
      this.#shadow.addEventListener(type, this.#acts, { capture: true, passive: true });
    }
    keepKeys(this.#shadow);
    // Properties set before this class was known are the object's own, and would hide the accessors for ever.
    for (const name of settable) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #acts = () => {
    if (this.#engine) this.#engine.active = this;
  };

  connectedCallback() {
    watchPage(this.#user, () => this.#configure());
    // Moved, or put back before it was cleared away: all is still there.
    if (this.#place || this.#starting) return;
    this.#start();
  }

  /** Present so that `moveBefore()` keeps the element as it is. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    // A page that moves an element takes it out and puts it in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  adoptedCallback() {
    this.#shadow.adoptedStyleSheets = [];
    dress(this.#shadow).catch(() => {});
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "src") this.#source = undefined;
    if (!this.#place) return;
    if (name === "src") this.#readSource();
    else this.#configure();
  }

  async #start() {
    const start = new AbortController();
    this.#starting = start;
    this.#show(undefined);
    const dressed = dress(this.#shadow);
    dressed.catch(() => {});
    const timer = setTimeout(async () => {
      await dressed.catch(() => {});
      if (this.#starting === start) this.#show(progress(this.#lang, () => start.abort()));
    }, PATIENCE);
    try {
      const [shared] = await Promise.all([engine(start.signal), dressed]);
      if (this.#starting !== start) return;
      if (shared.dead) this.#start();
      else this.#enter(shared);
    } catch (error) {
      if (this.#starting !== start) return;
      this.#fail(error);
    } finally {
      clearTimeout(timer);
      if (this.#starting === start) this.#starting = undefined;
    }
  }

  #enter(shared) {
    this.#engine = shared;
    shared.active = this;
    this.#place = shared.enter(this.#user);
    this.#show(undefined);
    this.#shadow.append(this.#place.root);
    const kept = this.#storesLocally ? undefined : this.#given;
    if (kept) {
      this.#good = kept;
      this.#given = undefined;
    }
    this.#startKey = this.#storedAs;
    this.#healing = this.#lost !== undefined && this.#good !== undefined;
    const lost = this.#healing ? this.#lost : undefined;
    this.#lost = undefined;
    this.#place.widget.attach(this.#options, this.#callbacks(this.#place), this.#good, lost);
  }

  // What the widget says, as long as this element lives in that place.
  #callbacks(place) {
    const here = (act) => (...values) => {
      if (this.#place === place && !this.#engine.dead) return act(...values);
    };
    return {
      ready: here(() => this.#arrived()),
      changed: here((revision, origin, patch, text, dirty) => {
        this.#good = text;
        this.#unsure = [];
        this.#dirty = dirty;
        // A patch holds parts of the dossier: read as text, no key of it can reach a prototype.
        this.#send("tdt-change", { revision, origin, patch: JSON.parse(patch) });
      }),
      edited: here((label) => this.#unsure.push(label)),
      imported: here((report) => this.#send("tdt-import", { report: withMerge(report) })),
      error: here((code, recoverable) => this.#error(code, recoverable)),
      ask: here((what, detail, bytes, type) => {
        const file = bytes && { file: new Blob([bytes], { type }) };
        return this.#send(`tdt-${what}`, { ...detail, ...file }, true);
      }),
      formats: async (name, ...rest) => (await formats())[name](...rest),
      print: here((part) => print(this.#shadow, place.root.firstElementChild, part)),
      saved: here((dirty) => (this.#dirty = dirty)),
      storedAs: here((key) => (this.#storedAs = key)),
    };
  }

  async #arrived() {
    const place = this.#place;
    // After a fault the text stays what it was: a second fault on it must be known again.
    if (!this.#healing) this.#good = place.widget.text() ?? this.#good;
    if (this.#given) {
      const given = this.#given;
      this.#given = undefined;
      await this.#hand(given, "replace").catch((error) => this.#error(error.code, true, error.message));
    }
    if (this.hasAttribute("src") && this.#source === undefined) await this.#readSource();
    if (this.#place !== place) return;
    this.#isReady = true;
    this.#ready.resolve(this);
    // Only now are those on the second part known too.
    for (const { code, message } of this.#engine.remarks) this.#error(code, true, message);
    this.#send("tdt-ready", {});
  }

  async #leave() {
    watchPage(this.#user, undefined);
    this.#starting?.abort();
    this.#starting = undefined;
    const place = this.#place;
    const shared = this.#engine;
    if (!place) return;
    await shared.answer(() => place.widget.flush()).catch(() => {});
    // Put back meanwhile, or broken: then there is nothing to clear away.
    if (this.isConnected || this.#place !== place) return;
    this.#good = place.widget.text() ?? this.#good;
    this.#forgetPlace();
    place.root.remove();
    shared.leave(this.#user, place);
  }

  #forgetPlace() {
    this.#place = undefined;
    this.#engine = undefined;
    if (this.#isReady) this.#ready = deferred();
    this.#isReady = false;
  }

  #broken(message, suspect) {
    const place = this.#place;
    if (!place) return;
    place.root.remove();
    this.#forgetPlace();
    const same = this.#faults.good === this.#good;
    this.#faults = { count: same ? this.#faults.count + 1 : 1, good: this.#good };
    this.#lost = this.#unsure.at(-1) ?? "";
    this.#unsure = [];
    const healing = this.#faults.count < (suspect ? FAULTS.suspect : FAULTS.other);
    this.#error("panic", healing, message);
    if (!this.isConnected) return;
    if (healing) this.#start();
    else this.#show(rescue(this.#lang, this.#good, message, () => this.#start()));
  }

  #fail(error) {
    const fault = error instanceof TourDeTableError ? error : new TourDeTableError("load-failed", String(error));
    this.#ready.reject(fault);
    this.#ready = deferred();
    const again = () => this.#start();
    // The dossier of an element that was at work outlives a library that cannot be had again.
    this.#show(failure(this.#lang, fault, again, this.#good));
    if (fault.code !== "cancelled") this.#error(fault.code, false, fault.message);
  }

  /** What stands behind the first view could not be had: what was typed waits in the widget until it can. */
  #stalled(error) {
    const fault = error instanceof TourDeTableError ? error : new TourDeTableError("load-failed", String(error));
    const { widget } = this.#place;
    this.#show(failure(this.#lang, fault, () => (this.#show(undefined), widget.bring()), this.#good));
    this.#error(fault.code, true, fault.message);
  }

  /** Above the widget where there is one: under it, a panel would stand below the fold of a widget as tall as its page. */
  #show(panel) {
    this.#panel?.remove();
    this.#panel = panel;
    if (!panel) return;
    if (this.#place) panel.classList.add("over");
    this.#shadow.prepend(panel);
  }

  #send(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #error(code, recoverable, message = "") {
    this.#send("tdt-error", { code, recoverable, message });
  }

  get #lang() {
    return this.#options.lang;
  }

  get #options() {
    const properties = { readOnly: this.#readOnly, vocabulary: this.#vocabulary, messages: this.#messages };
    return readOptions(this, properties, this.#startKey);
  }

  get #storesLocally() {
    return this.getAttribute("storage") === "local";
  }

  /** Several attributes set one after the other are one change. */
  #configure() {
    if (this.#configuring) return;
    this.#configuring = true;
    queueMicrotask(() => {
      this.#configuring = false;
      if (this.#place && !this.#engine.dead) this.#place.widget.configure(this.#options);
    });
  }

  /** Offers the dossier at `src` to the widget, which keeps a person's own work where there is any. */
  async #readSource() {
    const source = {};
    this.#source = source;
    const address = this.getAttribute("src");
    if (!address) return;
    try {
      const bytes = await fetchDossier(new URL(address, this.baseURI));
      // Another address was given meanwhile, or the element is gone: it asks again when it is back.
      if (this.#source !== source) return;
      if (this.#place) await this.#hand(bytes, "source");
      else this.#source = undefined;
    } catch (error) {
      if (this.#source !== source) return;
      this.#shadow.prepend(notice(this.#lang));
      this.#error("src-failed", true, error.message);
    }
  }

  #hand(bytes, mode) {
    const place = this.#place;
    this.#acts();
    return this.#engine.answer(() => place.widget.load(bytes, mode));
  }

  /** Asks the widget once it can answer. */
  async #ask(question) {
    if (!this.#isReady) await this.#ready.promise;
    const place = this.#place;
    if (!place) throw new TourDeTableError("removed");
    this.#acts();
    return this.#engine.answer(() => question(place.widget, this.#engine.glue));
  }

  /** The dossier as JSON bytes, as it is now. */
  get #bytes() {
    const now = this.#place && !this.#engine.dead ? this.#place.widget.text() : undefined;
    return now ?? this.#given ?? this.#good;
  }

  get value() {
    const bytes = this.#bytes;
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;
  }

  set value(dossier) {
    if (dossier === null || dossier === undefined) {
      if (this.#isReady) this.reset().catch(() => {});
      else this.#given = undefined;
      return;
    }
    if (!this.#isReady) {
      this.#given = new TextEncoder().encode(JSON.stringify(dossier));
      return;
    }
    this.load(dossier).catch((error) => this.#error(error.code ?? "failed", true, error.message));
  }

  get vocabulary() {
    return this.#vocabulary === undefined ? null : JSON.parse(this.#vocabulary);
  }

  set vocabulary(lists) {
    this.#vocabulary = lists ? JSON.stringify(lists) : undefined;
    this.#configure();
  }

  get messages() {
    return this.#messages === undefined ? null : JSON.parse(this.#messages);
  }

  set messages(texts) {
    this.#messages = texts ? JSON.stringify(texts) : undefined;
    this.#configure();
  }

  get readOnly() {
    return this.#readOnly;
  }

  set readOnly(value) {
    this.#readOnly = Boolean(value);
    this.#configure();
  }

  get dirty() {
    return this.#dirty;
  }

  get ready() {
    return this.#ready.promise;
  }

  get version() {
    return VERSION;
  }

  get schemaVersion() {
    return SCHEMA_VERSION;
  }

  async load(dossier, { mode = "replace" } = {}) {
    if (mode !== "replace" && mode !== "merge") throw new TourDeTableError("unknown-mode", `mode: ${mode}`);
    const bytes = await bytesOf(dossier);
    return { report: withMerge(await this.#ask((widget) => widget.load(bytes, mode))) };
  }

  async save() {
    return this.#ask((widget) => widget.save());
  }

  async validate() {
    return JSON.parse(await this.#ask(async (widget, glue) => glue.validate(widget.text())));
  }

  async analyze() {
    return JSON.parse(await this.#ask(async (widget, glue) => glue.analyze(widget.text())));
  }

  async export(format = "json", settings = {}) {
    const { privacy = "complete" } = settings;
    const text = await this.#ask(async (widget, glue) => glue.reduce(widget.text(), privacy));
    if (format === "json") return new Blob([text], { type: "application/json" });
    const { exportTo } = await formats();
    const { bytes, mediaType } = await exportTo(format, text, { lang: this.#lang, ...settings });
    return new Blob([bytes], { type: mediaType });
  }

  async undo() {
    await this.#ask((widget) => widget.undo());
  }

  async redo() {
    await this.#ask((widget) => widget.redo());
  }

  async goTo(step) {
    await this.#ask((widget) => widget.goTo(String(step)));
  }

  async flush() {
    await this.#ask((widget) => widget.flush());
  }

  async reset() {
    await this.#ask((widget) => widget.reset());
  }
}

if (!customElements.get("tour-de-table")) customElements.define("tour-de-table", TourDeTable);
