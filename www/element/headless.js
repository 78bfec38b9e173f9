// The functions for other tools, without any screen: in Node 20 or later, in a page, in a worker.
import { TourDeTableError } from "./faults.js";
import { bytesOf } from "./json.js";
import { bring } from "./parts.js";

/** Whether `dossier` can be opened, and everything that is wrong with it. Never rejects for a bad dossier. */
export const validate = async (dossier) => parsed(await call("validate", [dossier]));

/** The dossier in the present version of the format. */
export const migrate = async (dossier) => parsed(await call("migrate", [dossier]));

/**
 * What is computed on a dossier, and its points of vigilance. What has ended and what is to come depend on the day:
 * `on`, as "2026-11-22", else today. `only` names the parts to compute, `["positions", "votes"]`; the others are absent.
 */
export const analyze = async (dossier, { on, only } = {}) => parsed(await call("analyze", [dossier], on, only?.join(" ")));

/** The patch that leads from one dossier to another, and what changed in terms of records. */
export const diff = async (before, after) => parsed(await call("diff", [before, after]));

/**
 * Two dossiers in one: `{dossier, conflicts}`. `base` is what both come from, `null` where it is not known. The same
 * whichever side is called ours, up to the names in the conflicts.
 */
export const merge = async (base, ours, theirs) => parsed(await call("merge", [base ?? "null", ours, theirs]));

/**
 * The file of a format: `{bytes, mediaType, extension}`. `json` is the dossier in the present version of the format;
 * the others are made by a module that loads on first use. `settings`: `{lang, on, csv, privacy}`.
 */
export async function exportTo(format, dossier, settings) {
  const { privacy } = settings ?? {};
  if (privacy) dossier = await call("reduce", [dossier], privacy);
  if (format !== "json") return (await import("./exports.js")).exportTo(format, bytesOf(dossier), settings);
  return { bytes: await call("migrate", [dossier]), mediaType: "application/json", extension: "json" };
}

/**
 * The dossier that a file of another tool holds: `{dossier, report}`. `settings`: `lang`, and `sheet`, the name of the
 * sheet whose lines become actors where a workbook is not one of ours.
 */
export async function importFrom(format, file, settings) {
  if (format === "json") return { dossier: parsed(await call("migrate", [file])), report: { remarks: [] } };
  const { importFrom } = await import("./exports.js");
  const bytes = ArrayBuffer.isView(file) || file instanceof ArrayBuffer ? bytesOf(file) : bytesOf(String(file));
  const { tables, ...options } = settings ?? {};
  return parsed(await importFrom(format, bytes, options));
}

/** The JSON Schema (2020-12) of a dossier; a copy of one's own. */
export const schema = async () => structuredClone((await import("./dossier.schema.js")).default);

let library;
let generation = 0;

/**
 * The library, loaded at the first call and shared by all. It is an instance of its own: what happens in the elements
 * of the page does not reach it, nor the other way round.
 */
function loaded() {
  library ??= load().catch((error) => {
    library = undefined;
    throw error;
  });
  return library;
}

async function load() {
  generation += 1;
  const glueAddress = new URL("./bindings.js", import.meta.url);
  glueAddress.search = `?headless${generation}`;
  const glue = await import(/* @vite-ignore */ /* webpackIgnore: true */ glueAddress.href);
  // Written out in full: bundlers find the files of a package by these words.
  const first = await part(new URL("./tour-de-table.wasm", import.meta.url));
  const second = () => part(new URL("./screens.wasm", import.meta.url));
  let fault;
  glue.bringFrom(bring(second, (error) => (fault = error)));
  await glue.default({ module_or_path: first });
  if (!(await glue.bring())) throw fault;
  return glue;
}

/** A part of the module, compiled. */
async function part(address) {
  if (address.protocol === "file:") return WebAssembly.compile(await fileAt(address));
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new TourDeTableError("load-failed", `${address.pathname.split("/").pop()}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Node fetches no `file:` address. The name stands in a variable so that no bundler for browsers looks for it. */
async function fileAt(address) {
  const files = "node:fs/promises";
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ files);
  return readFile(address);
}

async function call(name, dossiers, ...rest) {
  const inputs = dossiers.map(bytesOf);
  const glue = await loaded();
  try {
    return glue[name](...inputs, ...rest);
  } catch (error) {
    if (typeof error === "string") throw refusal(error);
    // An instance that broke once is not used again.
    library = undefined;
    throw new TourDeTableError("failed", String(error));
  }
}

function refusal(text) {
  const error = TourDeTableError.from(text);
  const { errors = [], input = 0 } = JSON.parse(text);
  /** Every error, not only the first. */
  error.errors = errors;
  /** Which of the dossiers they are in, from 0. */
  error.input = input;
  return error;
}

const parsed = (answer) => JSON.parse(typeof answer === "string" ? answer : new TextDecoder().decode(answer));
