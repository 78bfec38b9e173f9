// Where the files of the package come from: beside this one. `loader.js` and `autonome.html` are built with other
// sources in its place (`www/loader`, `www/autonome`); everything that loads a file goes through these functions.
import { diagnosed, refusal } from "./faults.js";

// Written out one by one: bundlers find the files of a package by these words.
const addresses = {
  "tour-de-table.wasm": () => new URL("./tour-de-table.wasm", import.meta.url),
  "screens.wasm": () => new URL("./screens.wasm", import.meta.url),
};

/** The frames of our modules in a stack, also where a bundler put a digest into their names. */
export const OURS = /(tour-de-table|screens)[\w.-]*\.wasm/;

/**
 * A fresh copy of the glue: a module of its own for each generation, with an instance of its own, and a failure that
 * the browser remembers is not met again.
 */
export function glue(generation) {
  const address = new URL("./bindings.js", import.meta.url);
  if (generation > 1) address.search = `?${generation}`;
  return diagnosed(address, () => import(/* @vite-ignore */ /* webpackIgnore: true */ address.href));
}

/** The answer of the server for a file of the package; rejects with a code where it is not the file. */
export async function fetched(name, options) {
  const address = addresses[name]();
  const response = await diagnosed(address, () => fetch(address, { credentials: "same-origin", ...options }));
  const refused = await refusal(response);
  if (refused) throw refused;
  return response;
}

/** The module of other tools' files, `exports.js`. A failure that the browser remembers is not met again. */
export function exportsModule(tries) {
  // Bundlers take the module as one of theirs by these words, and find nothing to copy in the address.
  const plain = () => import("./exports.js");
  const address = new URL(["./exports.js"][0], import.meta.url);
  if (tries === 0) return diagnosed(address, plain);
  address.search = `?${tries}`;
  return diagnosed(address, () => import(/* @vite-ignore */ /* webpackIgnore: true */ address.href).catch(plain));
}
