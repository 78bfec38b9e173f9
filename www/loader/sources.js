// Sources of `loader.js`, a classic script that holds all the code: only the parts of the module are files of their
// own, beside it. Where its tag bears `integrity`, their digests are checked too, so that one attribute covers all.
import { TourDeTableError, diagnosed, refusal } from "../element/faults.js";
import integrity from "tdt:integrity";
import { make } from "tdt:bindings";
import { make as makeExports } from "tdt:exports-bindings";

// Known only while the script runs for the first time.
const script = document.currentScript;
const base = script?.src || document.querySelector('script[src*="loader.js"]')?.src || location.href;
const checked = Boolean(script?.integrity);

export const OURS = /(tour-de-table|screens)[\w.-]*\.wasm/;

/** A fresh copy of the glue. */
export const glue = async () => make();

/** The answer of the server for a file of the package; rejects with a code where it is not the file. */
export async function fetched(name, options) {
  const address = new URL(name, base);
  const asked = { credentials: "same-origin", ...options };
  if (checked) asked.integrity = integrity[name];
  const response = await diagnosed(address, () => fetch(address, asked).catch((error) => told(address, error)));
  const refused = await refusal(response);
  if (refused) throw refused;
  return response;
}

/** A browser does not say that a digest was wrong: the file is there all the same when asked for without it. */
async function told(address, error) {
  if (!checked || error?.name === "AbortError") throw error;
  const plain = await fetch(address, { credentials: "same-origin" }).catch(() => undefined);
  const refused = plain && (await refusal(plain));
  if (!plain || refused) throw refused ?? error;
  throw new TourDeTableError("integrity-failed", `${address.pathname.split("/").pop()}: ${error}`);
}

/** The module of other tools' files, which is in this file too; its WebAssembly comes as the other parts do. */
export async function exportsModule() {
  const module = await import("../element/exports.js");
  const compiled = async () => WebAssembly.compile(await (await fetched("exports.wasm")).arrayBuffer());
  module.exportsFrom({ glue: async () => makeExports(), compiled });
  return module;
}
