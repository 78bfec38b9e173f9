// The functions for other tools, without any screen: in Node 20 or later, in a page, in a worker.
import { TourDeTableError } from "./faults.js";
import { bytesOf } from "./json.js";

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
  const first = await part("tour-de-table.wasm");
  let fault;
  glue.bringFrom({ compiled: () => part("screens.wasm"), failed: (error) => (fault = error) });
  await glue.default({ module_or_path: first });
  if (!(await glue.bring())) throw fault;
  return glue;
}

/** A part of the module, compiled. */
async function part(name) {
  const address = new URL(`./${name}`, import.meta.url);
  if (address.protocol === "file:") return WebAssembly.compile(await fileAt(address));
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new TourDeTableError("load-failed", `${name}: ${response.status}`);
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
