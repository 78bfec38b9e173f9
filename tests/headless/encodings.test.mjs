// The same dossier as different programs save it.
import assert from "node:assert/strict";
import test from "node:test";
import { dossier, migrate, validate } from "./support.mjs";

const whole = dossier({ project: { title: "Métiers du tourisme — Cœur de Brière 👩‍👧" } });
const text = JSON.stringify(whole);
const little = (words) => Uint8Array.from(new Uint8Array(Uint16Array.from(words.split(""), (letter) => letter.charCodeAt(0)).buffer));
const big = (words) => little(words).map((_, at, bytes) => bytes[at ^ 1]);

test("FI-34: UTF-8 and UTF-16, with their marks, are read alike", async () => {
  for (const bytes of [
    new TextEncoder().encode(text),
    new TextEncoder().encode(`\ufeff${text}`),
    little(`\ufeff${text}`),
    big(`\ufeff${text}`),
  ]) {
    assert.deepEqual(await migrate(bytes), whole);
  }
});

test("FI-34: an older encoding is refused with the place where it shows, never read wrong", async () => {
  const latin = Uint8Array.from(JSON.stringify(dossier({ project: { title: "Métiers" } })), (letter) => letter.charCodeAt(0));
  const { valid, errors } = await validate(latin);
  assert.equal(valid, false);
  assert.equal(errors[0].code, "notJson");
  assert.match(errors[0].message, /ligne 1, colonne \d+/);
});

test("FI-35: a key or an id that stands twice is told, whichever value would win", async () => {
  const twice = `{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d","project":{"title":"a","title":"b"}}`;
  assert.deepEqual((await validate(twice)).errors.map(({ pointer, code }) => [pointer, code]), [["/project/title", "duplicateKey"]]);
  const ids = dossier({ actors: [{ id: "a", name: "x" }, { id: "b", name: "y" }, { id: "a", name: "z" }] });
  assert.deepEqual((await validate(ids)).errors.map(({ pointer, code }) => [pointer, code]), [["/actors/2/id", "duplicateId"]]);
});
