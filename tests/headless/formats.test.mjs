// `exportTo`, as other tools call it: the module of other tools' files in Node.
import assert from "node:assert/strict";
import test from "node:test";
import Papa from "papaparse";
import { dossier, exportTo, importFrom, rejection } from "./support.mjs";

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

test("a delimited file is what Papa Parse reads, in both forms", async () => {
  const names = ["Ville « Sud » ; nord", 'dit "le Pont", rive gauche', "deux\nlignes", "=1+1", "+33 1 23", "-x", "@y"];
  const given = dossier({ actors: names.map((name, rank) => ({ id: `a${rank}`, name, targetMobilisation: rank % 5 })) });
  for (const [csv, delimiter] of [["french", ";"], ["rfc4180", ","]]) {
    const file = await exportTo("csv", given, { csv });
    assert.deepEqual([file.mediaType, file.extension], ["text/csv;charset=utf-8", "csv"]);
    const { data, errors, meta } = Papa.parse(text(file), { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    assert.equal(meta.delimiter, delimiter);
    assert.equal(meta.linebreak, "\r\n");
    assert.deepEqual(data.map((row) => row.Identifiant), given.actors.map(({ id }) => id));
    assert.deepEqual(data.map((row) => row["Mobilisation visée"]), given.actors.map((actor) => String(actor.targetMobilisation)));
    assert.deepEqual(data.map((row) => row.Nom), names.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name)));
    const { dossier: back } = await importFrom("csv", file.bytes);
    assert.deepEqual(back.actors.map(({ name }) => name), names);
  }
});

// FI-35
test("a workbook gives its dossier back, whatever it is said to be", async () => {
  const given = dossier({ ...partners, project: { title: "Saisons", startsOn: "2027-01-31" }, ties: partners.ties });
  const { bytes } = await exportTo("xlsx", given);
  for (const format of ["xlsx", "any"]) {
    const { dossier: back, report } = await importFrom(format, bytes);
    assert.deepEqual(back, given);
    assert.deepEqual(report.remarks, []);
    assert.equal(report.counts.actors, 2);
  }
  const { report } = await importFrom("xlsx", (await exportTo("xlsx", { ...given, snapshots: [{ id: "z1", content: {} }] })).bytes, { lang: "fr" });
  assert.deepEqual(report.remarks, ["Absent de ce fichier. Snapshots: 1 value."]);
});

// FI-34
test("a table of somebody else enters by its titles", async () => {
  const latin = Uint8Array.from("Nom;Type;Téléphone\nL'école;Association;0102030405\n", (c) => c.codePointAt(0));
  const { dossier: back, report } = await importFrom("any", latin, { lang: "en" });
  assert.equal(back.language, "en");
  assert.deepEqual(back.actors.map(({ name, kind, contacts }) => [name, kind, contacts[0].phone]), [["L'école", "association", "0102030405"]]);
  assert.deepEqual(report.remarks, []);
  assert.deepEqual((await importFrom("json", JSON.stringify(partners))).dossier, partners);
});

test("what cannot be read is refused with its reason", async () => {
  assert.equal((await rejection(importFrom("tiff", new Uint8Array()))).code, "unknown-format");
  const locked = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  const error = await rejection(importFrom("xlsx", locked, { lang: "en" }));
  assert.equal(error.code, "wrongFormat");
  assert.match(error.message, /password/);
  assert.equal((await rejection(importFrom("popolo", "{}"))).code, "wrongFormat");
});
