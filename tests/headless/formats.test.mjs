// `exportTo`, as other tools call it: the module of other tools' files in Node.
import assert from "node:assert/strict";
import test from "node:test";
import { dossier, exportTo, rejection } from "./support.mjs";

const partners = dossier({
  language: "en",
  actors: [
    { id: "a1", name: 'CCI "Sud"', kind: "business" },
    { id: "a2", name: "Région" },
  ],
  ties: [{ from: "a1", to: "a2", level: "conflict", directed: true }],
});
const text = ({ bytes }) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

test("a diagram is made from an object, a text or bytes", async () => {
  const json = JSON.stringify(partners);
  const made = await Promise.all([partners, json, new TextEncoder().encode(json)].map((input) => exportTo("mermaid", input)));
  for (const file of made) {
    assert.deepEqual([file.mediaType, file.extension], ["text/vnd.mermaid", "mmd"]);
    assert.match(text(file), /^flowchart LR\n {2}subgraph k\d+\["Companies and networks"\]\n {4}n0\["CCI #quot;Sud#quot;"\]\n/);
  }
  assert.match(text(await exportTo("mermaid", partners, { lang: "fr" })), /\["Entreprises et réseaux"\]/);
});

test("json is the dossier itself", async () => {
  const file = await exportTo("json", partners);
  assert.deepEqual([file.mediaType, file.extension], ["application/json", "json"]);
  assert.deepEqual(JSON.parse(text(file)), partners);
});

test("what cannot be made is refused with its reason, and the next call answers", async () => {
  const error = await rejection(exportTo("tiff", partners));
  assert.equal(error.code, "unknown-format");
  assert.match(error.message, /tiff.*mermaid/);
  const wrong = await rejection(exportTo("mermaid", dossier({ actors: [{ id: "a1", name: 3 }] })));
  assert.deepEqual([wrong.code, wrong.pointer, wrong.input, wrong.errors.length], ["wrongType", "/actors/0/name", 0, 1]);
  const settings = await rejection(exportTo("mermaid", partners, { on: "2027-02-30" }));
  assert.deepEqual([settings.code, settings.input], ["badDate", 1]);
  assert.match(text(await exportTo("mermaid", partners)), /^flowchart/);
});
