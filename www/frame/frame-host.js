// The other end of `frame.html`, for the page around it. Two files to copy, this one and `frame-port.js`.
//
//   <iframe id="tdt" src="https://outils.example/tour-de-table/frame.html?host=https://intranet.example"></iframe>
//
//   const frame = new TourDeTableFrame(document.querySelector("#tdt"), { configure: { lang: "fr", readOnly: false } });
//   await frame.load(dossier);
//   frame.addEventListener("change", ({ detail }) => …);
import { Channel, FrameError, PROTOCOL } from "./frame-port.js";

export { FrameError };

/**
 * A widget in a frame. Events: `init`, `change`, `resize`, `exit`, `error`, each with the payload of the message as
 * `detail`.
 */
export class TourDeTableFrame extends EventTarget {
  #frame;
  #origin;
  #options;
  #acts;
  #visit;
  #channel;
  #connected;
  #connect;

  /**
   * @param {HTMLIFrameElement} frame whose `src` is `frame.html?host=` and the origin of this page
   * @param {object} [options]
   * @param {object} [options.configure] what the frame is set to from the start
   * @param {(payload: object) => unknown} [options.save] takes the dossier when a person saves; may promise
   * @param {(payload: object) => unknown} [options.export] takes the file that a person exports
   * @param {(payload: object) => unknown} [options.handoff] takes the dossier that a person hands over
   * @param {boolean} [options.fit] makes the frame as tall as what it shows
   */
  constructor(frame, { configure = {}, fit = false, ...acts } = {}) {
    super();
    this.#frame = frame;
    // The origin is read once: a frame that goes elsewhere is not spoken to any more.
    this.#origin = new URL(frame.src, document.baseURI).origin;
    this.#acts = Object.fromEntries(Object.entries(acts).filter(([, act]) => typeof act === "function"));
    this.#options = { ...configure, handles: Object.keys(this.#acts) };
    this.#connected = new Promise((resolve) => (this.#connect = resolve));
    if (fit) this.addEventListener("resize", ({ detail }) => frame.style.setProperty("height", `${detail.height}px`));
    addEventListener("message", this.#hear);
  }

  #hear = ({ origin, source, data }) => {
    if (origin !== this.#origin || source !== this.#frame.contentWindow) return;
    if (data?.v !== PROTOCOL || data.type !== "hello" || typeof data.id !== "string" || data.id === this.#visit) return;
    // Another visit: the frame was loaded again.
    this.#visit = data.id;
    this.#channel?.close();
    const { port1, port2 } = new MessageChannel();
    const events = ["init", "change", "resize", "exit", "error"];
    const told = events.map((type) => [type, (detail) => void this.dispatchEvent(new CustomEvent(type, { detail }))]);
    this.#channel = new Channel(port1, { ...Object.fromEntries(told), ...this.#acts });
    const welcome = { v: PROTOCOL, type: "welcome", re: data.id, payload: this.#options };
    source.postMessage(welcome, this.#origin, [port2]);
    this.#connect();
  };

  async #ask(type, payload) {
    await this.#connected;
    return this.#channel.ask(type, payload);
  }

  /** Sets what is named, leaves the rest as it is. */
  async configure(options) {
    this.#options = { ...this.#options, ...options };
    await this.#ask("configure", options);
  }

  /** @returns {Promise<{report: object}>} */
  load(dossier, { mode = "replace" } = {}) {
    return this.#ask("load", { dossier, mode });
  }

  /** @returns {Promise<{dossier: object, revision: number, dirty: boolean}>} */
  get() {
    return this.#ask("get");
  }

  /** @returns {Promise<Blob>} */
  async export(format = "json", settings = {}) {
    return (await this.#ask("export", { ...settings, format })).file;
  }

  /**
   * Ends the work of the frame, which the page may then remove.
   * @returns {Promise<{dossier: object, revision: number, dirty: boolean}>} where it stood
   */
  async exit() {
    const last = await this.#ask("exit");
    removeEventListener("message", this.#hear);
    this.#channel.close();
    return last;
  }
}
