// One end of the channel between a frame and its host: messages `{v, type, id?, re?, payload}` over a MessagePort.
// A message with an `id` is a request and gets exactly one reply, which names it as `re`: of the same type, or `error`.

/** Version of the protocol. */
export const PROTOCOL = 1;
/** Length of an `id` that is a text. */
const ID = 100;

/** What a request is refused with. */
export class FrameError extends Error {
  constructor(code, message = code, pointer = "") {
    super(message);
    this.name = "FrameError";
    /** What went wrong, as a word that stays. */
    this.code = code;
    /** JSON Pointer of the place in what was sent, empty when there is none. */
    this.pointer = pointer;
  }
}

const isId = (id) => (typeof id === "string" && id.length <= ID) || Number.isSafeInteger(id);
const isObject = (value) => typeof value === "object" && value !== null;

export class Channel {
  #port;
  #handlers;
  // Our requests, by id.
  #asked = new Map();
  #next = 1;
  // Ids of theirs that have no reply yet.
  #owed = new Set();
  #length = 0;
  #room;
  // They are dealt with one after the other, in the order in which they came.
  #line = Promise.resolve();

  /**
   * @param {MessagePort} port
   * @param {Record<string, (payload: object) => unknown>} handlers by type of message; what one gives, or promises, is
   *   the payload of the reply
   * @param {number} [room] messages of the other end that may wait; further ones are refused at once
   */
  constructor(port, handlers, room = Infinity) {
    this.#port = port;
    this.#room = room;
    this.#handlers = new Map(Object.entries(handlers));
    port.onmessage = ({ data }) => this.#receive(data);
  }

  /** Says something that needs no reply. */
  tell(type, payload = {}) {
    this.#port.postMessage({ v: PROTOCOL, type, payload });
  }

  /** Asks for something; gives the payload of the reply. */
  ask(type, payload = {}) {
    return new Promise((resolve, reject) => {
      const id = this.#next;
      this.#next += 1;
      this.#port.postMessage({ v: PROTOCOL, type, id, payload });
      this.#asked.set(id, { resolve, reject });
    });
  }

  /** Ends the channel; what was asked and not answered is refused. */
  close() {
    this.#port.close();
    for (const { reject } of this.#asked.values()) reject(new FrameError("closed"));
    this.#asked.clear();
  }

  #receive(data) {
    const { v, type, id, re, payload = {} } = isObject(data) ? data : {};
    if (isObject(data) && re !== undefined) return this.#settle(re, type, payload);
    // An error is never answered by an error: two ends would go on for ever.
    if (type === "error" && !this.#handlers.has("error")) return undefined;
    if (v !== PROTOCOL || typeof type !== "string" || !isObject(payload) || (id !== undefined && !isId(id))) {
      return this.#refuse(id, "bad-envelope", `{v: ${PROTOCOL}, type, id?, re?, payload} is expected`);
    }
    if (this.#owed.has(id)) return undefined;
    const handler = this.#handlers.get(type);
    if (!handler) return this.#refuse(id, "unknown-type", `type: ${type.slice(0, ID)}`);
    if (this.#length >= this.#room) return this.#refuse(id, "busy", `${this.#room} messages are waiting`);
    if (id !== undefined) this.#owed.add(id);
    this.#length += 1;
    this.#line = this.#line.then(() => this.#deal(handler, type, id, payload));
    return undefined;
  }

  async #deal(handler, type, id, payload) {
    try {
      const answer = (await handler(payload)) ?? {};
      if (id !== undefined) this.#port.postMessage({ v: PROTOCOL, type, re: id, payload: answer });
    } catch ({ code = "failed", message, pointer = "" }) {
      this.#refuse(id, code, message, pointer);
    }
    this.#owed.delete(id);
    this.#length -= 1;
  }

  #refuse(id, code, message, pointer = "") {
    const payload = { code, recoverable: true, message: String(message), pointer };
    this.#port.postMessage({ v: PROTOCOL, type: "error", ...(isId(id) && { re: id }), payload });
  }

  #settle(re, type, payload) {
    const asked = this.#asked.get(re);
    this.#asked.delete(re);
    if (type === "error") asked?.reject(new FrameError(payload?.code, payload?.message, payload?.pointer));
    else asked?.resolve(payload);
  }
}
