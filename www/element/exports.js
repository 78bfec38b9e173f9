// Files of other tools, in and out: a module of its own, loaded on first use. It keeps nothing between two calls, and
// runs in Node 20 or later, in a page, in a worker.
import { VERSION } from "./engine.js";
import { TourDeTableError, diagnosed, refusal } from "./faults.js";
import { buildOf } from "./parts.js";

/** @typedef {{glue: () => Promise<object>, compiled: () => Promise<WebAssembly.Module>}} Source */

/** @type {Source} Beside this file, unless something else is said. */
let source = {
  // Written out in full: bundlers find the files of a package by these words.
  glue: () =>
    had(new URL("./exports-bindings.js", import.meta.url), (address) => import(/* @vite-ignore */ /* webpackIgnore: true */ address.href)),
  compiled: () => had(new URL("./exports.wasm", import.meta.url), compile),
};
let library;
let generation = 0;

/**
 * Says where the glue and the module come from. A page that holds everything in one file has no address for them:
 * `exportsFrom({ glue: async () => import("./exports-bindings.js"), compiled: async () => WebAssembly.compile(bytes) })`.
 * @param {Source} given
 */
export function exportsFrom(given) {
  source = given;
  library = undefined;
}

/**
 * The file of a format, with its pictures where there is a page to draw them on. Rejects with `unknown-format` and the formats there are, or as the headless functions do.
 * @param {string} format
 * @param {Uint8Array} bytes of the JSON of a dossier
 * @param {object} [settings] `{lang, on, csv}`
 * @returns {Promise<{bytes: Uint8Array, mediaType: string, extension: string}>}
 */
export const exportTo = async (format, bytes, settings) =>
  call("exportTo", format, bytes, settings, await images(format, bytes, settings));

/**
 * What a file holds, as the JSON text of `{dossier, report}`, or of `{tables}` where the settings ask for them.
 * @param {string} format `any` when it is to be found
 * @param {Uint8Array} bytes of the file
 * @param {object} [settings] `{lang, sheet, tables}`
 * @returns {Promise<string>}
 */
export const importFrom = (format, bytes, settings) => call("importFrom", format, bytes, settings);

/**
 * An archive of texts. Formats: `zip`.
 * @param {string} format
 * @param {Uint8Array} bytes of the JSON of `[{name, text}]`
 * @param {object} [settings] none
 * @returns {Promise<{bytes: Uint8Array, mediaType: string, extension: string}>}
 */
export const pack = (format, bytes, settings) => call("pack", format, bytes, settings);

async function call(name, format, bytes, settings = {}, ...rest) {
  const glue = await loaded();
  const known = glue.formats(name).split(" ");
  if (!known.includes(format)) throw new TourDeTableError("unknown-format", `format: ${format}; ${known.join(", ")}`);
  try {
    return glue[name](format, bytes, typeof settings === "string" ? settings : (JSON.stringify(settings) ?? ""), ...rest);
  } catch (error) {
    if (typeof error === "string") throw asError(error);
    // An instance that broke once is not used again: the next call makes a fresh one.
    library = undefined;
    throw new TourDeTableError("failed", String(error));
  }
}

/** Pictures beyond which a document takes too long to make. */
const MOST = 100;

/** The pictures of a file as PNG, `[[key, bytes]]`; those that cannot be drawn here are left out. */
async function images(format, bytes, settings) {
  // A worker and Node have none: the file then says in its tables what they show.
  if (typeof document === "undefined" || !(await loaded()).formats("pictures").split(" ").includes(format)) return undefined;
  const made = [];
  for (const picture of JSON.parse(await call("pictures", format, bytes, settings)).slice(0, MOST)) {
    const png = await drawn(picture).catch(() => undefined);
    if (png) made.push([picture.key, png]);
  }
  return made;
}

/** Twice as fine as the screen, as the pictures that a person saves. */
const FINE = 2;

async function drawn({ svg, width, height }) {
  // The policy of a page lets images come from a blob, never from `data:`.
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * FINE);
    canvas.height = Math.round(height * FINE);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A refusal of the library: all its problems are kept. */
function asError(text) {
  const { errors = [], input = 0 } = JSON.parse(text);
  return Object.assign(TourDeTableError.from(text), { errors, input });
}

/** One instance for all; a failure is not kept, so that asking again tries again. */
function loaded() {
  library ??= load().catch((error) => {
    library = undefined;
    throw error;
  });
  return library;
}

async function load() {
  generation += 1;
  const [glue, compiled] = await Promise.all([source.glue(), source.compiled()]);
  const mismatch = (detail) => new TourDeTableError("version-mismatch", detail);
  if (glue.build !== buildOf(compiled)) throw mismatch("exports.wasm is of another build than exports-bindings.js");
  await glue.default({ module_or_path: compiled });
  if (glue.version() !== VERSION) throw mismatch(`exports.wasm ${glue.version()}, engine.js ${VERSION}`);
  return glue;
}

/** What `bring` makes of a file beside this one; each try under another address, as browsers remember failures. */
function had(address, bring) {
  if (generation > 1) address.search = `?${generation}`;
  return typeof document === "undefined" ? bring(address) : diagnosed(address, () => bring(address));
}

async function compile(address) {
  if (address.protocol === "file:") return WebAssembly.compile(await fileAt(address));
  const response = await fetch(address, { credentials: "same-origin" });
  const refused = await refusal(response);
  if (refused) throw refused;
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Node fetches no `file:` address. The name stands in a variable so that no bundler for browsers looks for it. */
async function fileAt(address) {
  const files = "node:fs/promises";
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ files);
  return readFile(address);
}
