// The WebAssembly instance that all elements of a page share, from its loading to its end.
import { belong, bring } from "./parts.js";
import { TourDeTableError, checkGround, mime } from "./faults.js";
import { OURS, fetched, glue as freshGlue } from "./sources.js";

/** Version of this file; the module must be of the same. */
export const VERSION = "0.1.0";

// How often the glue was asked for: each instance has its own.
let generation = 0;
// Each part is compiled once: a fresh instance after a fault needs no second download.
const parts = new Map();
let loading;

/**
 * The shared instance, loaded when the first element asks for it. The download stops when nobody waits any more.
 * @param {AbortSignal} signal
 * @returns {Promise<Engine>}
 */
export function engine(signal) {
  loading ??= new Loading();
  return loading.wait(signal);
}

class Loading {
  #controller = new AbortController();
  #waiting = 0;
  #engine;
  #over = false;

  constructor() {
    this.#engine = load(this.#controller.signal);
    this.#engine.then(() => (this.#over = true), () => this.#forget());
  }

  #forget() {
    this.#over = true;
    if (loading === this) loading = undefined;
  }

  wait(signal) {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => {
        reject(new TourDeTableError("cancelled"));
        this.#waiting -= 1;
        // An instance that is there already stays for the next element.
        if (this.#waiting > 0 || this.#over) return;
        this.#forget();
        this.#controller.abort();
      });
      this.#engine.then(resolve, reject);
    });
  }
}

async function load(signal) {
  checkGround();
  generation += 1;
  const remarks = [];
  // The second part is asked for before anything of it is needed, but after the first, which shows the first view.
  const [glue] = await Promise.all([
    freshGlue(generation),
    part("tour-de-table.wasm", remarks, { signal }),
  ]);
  try {
    await glue.default({ module_or_path: await part("tour-de-table.wasm") });
  } catch (error) {
    // The glue does not offer what the module wants: they come from different builds.
    const foreign = error instanceof WebAssembly.LinkError || error instanceof TypeError;
    throw new TourDeTableError(foreign ? "version-mismatch" : "load-failed", String(error));
  }
  if (glue.version() !== VERSION) {
    throw new TourDeTableError("version-mismatch", `tour-de-table.js ${VERSION}, tour-de-table.wasm ${glue.version()}`);
  }
  return new Engine(glue, remarks);
}

/** A part of the module, compiled. A failure is not kept: asking again tries again. */
function part(name, remarks = [], options = {}) {
  if (!parts.has(name)) {
    const compiled = compile(name, remarks, options);
    parts.set(name, compiled);
    compiled.catch(() => parts.delete(name));
  }
  return parts.get(name);
}

async function compile(name, remarks, options) {
  const response = await fetched(name, options);
  try {
    if (mime(response) === "application/wasm") return await WebAssembly.compileStreaming(response);
    // A wrong type is worth a remark to the administrator, not a refusal to people.
    remarks.push(new TourDeTableError("wasm-mime", `${name}: ${mime(response) || "?"}`));
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    if (error?.name === "AbortError") throw error;
    throw new TourDeTableError("load-failed", String(error));
  }
}

/** One instance. After a panic it is dead for good, and the next element to ask gets a fresh one. */
class Engine {
  /** The functions of the library. */
  glue;
  /** What the administrator should know although all works. */
  remarks;
  /** The element that acted last: the first suspect when something breaks. */
  active;
  dead = false;
  #users = new Set();
  #parked = [];
  #waiting = new Set();

  constructor(glue, remarks) {
    this.glue = glue;
    this.remarks = remarks;
    glue.bringFrom(bring(() => this.#second(), (error) => this.#stalled(error)));
    glue.onPanic((message) => this.#die(message));
    // A stack that overflows or a memory that runs out traps without a panic.
    addEventListener("error", this.#trapped);
    addEventListener("unhandledrejection", this.#trapped);
  }

  #trapped = (event) => {
    const error = event.error ?? event.reason;
    const ours = error instanceof WebAssembly.RuntimeError && OURS.test(error.stack);
    if (ours) this.#die(String(error));
  };

  /** The part of the module behind the first view. */
  async #second() {
    const second = await part("screens.wasm", this.remarks, { priority: "low" });
    if (belong(await part("tour-de-table.wasm"), second)) return second;
    // An old copy that a server or a proxy kept: the next try must not take it from memory.
    parts.delete("screens.wasm");
    throw new TourDeTableError("version-mismatch", "screens.wasm is of another build than tour-de-table.wasm");
  }

  /** Without the second part the elements say why, and can ask again. */
  #stalled(error) {
    for (const user of this.#users) user.stalled(error);
  }

  /** A place to live for an element: a root that another one left, or a new one. */
  enter(element) {
    this.#users.add(element);
    const place = this.#parked.pop();
    if (place) return place;
    const root = document.createElement("div");
    root.style.display = "contents";
    return { root, widget: new this.glue.Widget(root) };
  }

  /** Takes the place back. Yew never gives back all the memory of an app it ends, so apps are kept and reused. */
  leave(element, place) {
    this.#users.delete(element);
    if (this.active === element) this.active = undefined;
    if (this.dead) return;
    place.widget.park();
    this.#parked.push(place);
  }

  /** The answer to `question`, or a rejection when the instance dies before it comes. */
  answer(question) {
    return new Promise((resolve, reject) => {
      if (this.dead) throw new TourDeTableError("panic");
      this.#waiting.add(reject);
      const settle = (how) => (value) => {
        this.#waiting.delete(reject);
        how(value);
      };
      const fail = settle((error) => reject(error instanceof Error ? error : TourDeTableError.from(error)));
      question().then(settle(resolve), fail);
    });
  }

  #die(message) {
    if (this.dead) return;
    this.dead = true;
    loading = undefined;
    removeEventListener("error", this.#trapped);
    removeEventListener("unhandledrejection", this.#trapped);
    // The hook runs inside the instance that is falling: nothing may enter it now.
    queueMicrotask(() => {
      for (const reject of this.#waiting) reject(new TourDeTableError("panic", message));
      for (const user of this.#users) user.broken(message, !this.active || this.active === user.element);
    });
  }
}
