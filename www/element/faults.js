// From what a browser throws to a code that tells the administrator of the page what to mend.

/** What the methods reject with, and what `tdt-error` names. */
export class TourDeTableError extends Error {
  /** @param {string} code @param {string} [message] @param {string} [pointer] */
  constructor(code, message = code, pointer = "") {
    super(message);
    this.name = "TourDeTableError";
    /** What went wrong, as a word that stays. */
    this.code = code;
    /** JSON Pointer of the place in the dossier, empty when there is none. */
    this.pointer = pointer;
  }

  /** From what the library answers with: an object, or its JSON text. */
  static from(answer) {
    try {
      const { code, message, pointer } = typeof answer === "string" ? JSON.parse(answer) : answer;
      return new TourDeTableError(code ?? "failed", message, pointer ?? "");
    } catch {
      return new TourDeTableError("failed", String(answer));
    }
  }
}

/** Throws where this page can never run WebAssembly. */
export function checkGround() {
  if (typeof WebAssembly !== "object") throw new TourDeTableError("wasm-disabled");
  try {
    // The smallest module there is: only a policy can refuse it.
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (error) {
    throw new TourDeTableError("wasm-csp", String(error));
  }
}

/** Notes what the page's policy blocks while `work` runs, and turns a failure into a code. */
export async function diagnosed(address, work) {
  const blocked = [];
  const note = ({ effectiveDirective }) => blocked.push(effectiveDirective);
  document.addEventListener("securitypolicyviolation", note);
  try {
    return await work();
  } catch (error) {
    if (error instanceof TourDeTableError || error?.name === "AbortError") throw error;
    // The report of a violation is an event of its own: it may arrive just after the failure.
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (location.protocol === "file:") throw new TourDeTableError("file-page", String(error));
    if (blocked.some((directive) => directive.startsWith("script-src"))) {
      throw new TourDeTableError("script-csp", String(error));
    }
    if (blocked.includes("connect-src")) throw new TourDeTableError("connect-csp", String(error));
    throw await asked(address, error);
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}

/** A module that cannot be imported says nothing of why: what the server answers does. */
async function asked(address, error) {
  try {
    const response = await fetch(address, { credentials: "same-origin" });
    return (await refusal(response)) ?? new TourDeTableError("load-failed", `${error} (${response.status} ${mime(response)})`);
  } catch {
    return new TourDeTableError("load-failed", String(error));
  }
}

/** The error an answer of the server stands for; none when it is what was asked for. */
export async function refusal(response) {
  const type = mime(response);
  const name = new URL(response.url).pathname.split("/").pop();
  if (type === "text/html" || response.status === 401 || response.status === 403) {
    return new TourDeTableError("wasm-login-page", `${name}: ${response.status} ${type}`);
  }
  return response.ok ? undefined : new TourDeTableError("load-failed", `${name}: ${response.status}`);
}

/** The type that a server announces, without parameters. */
export const mime = (response) => (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
