// Sources of `autonome.html`: the page itself, in which each file is a block of data, compressed with gzip and written
// in base 64. A block is read when first asked for.
import { TourDeTableError } from "../element/faults.js";
import { make } from "tdt:bindings";
import { make as makeExports } from "tdt:exports-bindings";

/** Whatever WebAssembly this page runs is ours. */
export const OURS = /wasm/;

/** A fresh copy of the glue. */
export const glue = async () => make();

/** A file of the package, as a server would answer. */
export async function fetched(name) {
  const block = document.querySelector(`script[data-file="${name}"]`);
  if (!block) throw new TourDeTableError("load-failed", `${name} is not in this file`);
  if (typeof DecompressionStream !== "function") throw new TourDeTableError("load-failed", "DecompressionStream");
  const text = atob(block.textContent.trim());
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(whole, { headers: { "content-type": "application/wasm" } });
}

/** The module of other tools' files, which is in this file too; its WebAssembly comes as the other parts do. */
export async function exportsModule() {
  const module = await import("../element/exports.js");
  const compiled = async () => WebAssembly.compile(await (await fetched("exports.wasm")).arrayBuffer());
  module.exportsFrom({ glue: async () => makeExports(), compiled });
  return module;
}
