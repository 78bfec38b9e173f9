// T7: what `fixtures/dossiers/limits.md` describes, built here; each refused in under two seconds, never a trap.
import assert from "node:assert/strict";
import test from "node:test";
import { dossier, validate, within } from "./support.mjs";

const SECONDS = 2_000;
const codes = ({ errors }) => errors.map(({ pointer, code }) => [pointer, code]);
const refused = async (input, pointer, code) => {
  const verdict = await within(SECONDS, () => validate(input));
  assert.deepEqual(codes(verdict), [[pointer, code]]);
};
const accepted = async (input) => assert.deepEqual(codes(await within(SECONDS, () => validate(input))), []);

test.before(() => validate("")); // Loading the library is not what is timed.

const nested = (levels) => `{${JSON.stringify(dossier()).slice(1, -1)},"x":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;

test("depth", async () => {
  await accepted(nested(127));
  const [error] = (await validate(nested(128))).errors;
  assert.equal(error.code, "tooDeep");
  assert.equal((await within(SECONDS, () => validate("[".repeat(100_000)))).errors[0].code, "tooDeep");
});

test("bytes", async () => {
  const text = JSON.stringify(dossier());
  await accepted(text + " ".repeat(10_000_000 - text.length));
  await refused(text + " ".repeat(10_000_001 - text.length), "", "tooLarge");
  await refused(" ".repeat(100_000_000), "", "tooLarge");
  await refused("é".repeat(5_000_001), "", "tooLarge");
  await refused(new Uint8Array(100_000_000), "", "tooLarge");
});

test("bytes of UTF-16 are counted as received", async () => {
  const text = JSON.stringify(dossier({ ours: "@" }));
  // 3 bytes each in UTF-8, 2 here.
  const wide = text.replace("@", "漢".repeat(5_000_000 - 1 - (text.length - 1)));
  const file = Buffer.from(`\ufeff${wide}`, "utf16le");
  assert.equal(file.length, 10_000_000);
  await accepted(file);
  await refused(Buffer.concat([file, Buffer.from(" ", "utf16le")]), "", "tooLarge");
});

const actors = (count) => Array.from({ length: count }, (_, index) => ({ id: `a${index}` }));

test("actors", async () => {
  await accepted(dossier({ actors: actors(5_000) }));
  await refused(dossier({ actors: actors(5_001) }), "/actors", "tooMany");
});

test("positions, influences and ties together", async () => {
  const base = { actors: actors(2), objectives: [{ id: "o1" }] };
  const positions = (count) => Array(count).fill({ actor: "a0", objective: "o1", value: 1 });
  const influences = (count) => Array(count).fill({ from: "a0", to: "a1", value: 1 });
  const ties = (count) => Array(count).fill({ from: "a0", to: "a1", level: "networking" });
  await accepted(dossier({ ...base, influences: influences(20_000) }));
  await refused(dossier({ ...base, influences: influences(20_001) }), "/influences", "tooMany");
  const three = (last) => dossier({ ...base, positions: positions(8_000), influences: influences(7_000), ties: ties(last) });
  await accepted(three(5_000));
  await refused(three(5_001), "/ties", "tooMany");
});

test("characters of a text", async () => {
  const interests = (text) => dossier({ actors: [{ id: "a1", interests: text }] });
  await accepted(interests("é".repeat(10_000)));
  await accepted(interests("🤝".repeat(10_000)));
  await refused(interests("é".repeat(10_001)), "/actors/0/interests", "textTooLong");
  await accepted(dossier({ ours: "é".repeat(10_001), snapshots: [{ id: "z1", content: { x: "é".repeat(10_001) } }] }));
});

test("a million unknown keys, or a million errors", async () => {
  const keys = Array.from({ length: 1_000_000 }, (_, index) => `"~${index.toString(36)}":0`);
  const text = `{${JSON.stringify(dossier()).slice(1, -1)},${keys.join(",")}}`;
  assert.ok(text.length < 10_000_000);
  const { valid, warnings, unlisted } = await within(SECONDS, () => validate(text));
  assert.equal(valid, true);
  assert.equal(warnings.length + unlisted, 1_000_000);

  const twice = `{${JSON.stringify(dossier()).slice(1, -1)},${'"k":0,'.repeat(1_000_000)}"k":0}`;
  assert.equal((await within(SECONDS, () => validate(twice))).errors[0].code, "duplicateKey");

  const wrong = dossier({ ours: 1 });
  const tags = JSON.stringify(wrong).replace(/}$/, `,"actors":[{"id":"a1","tags":[${"0,".repeat(2_000_000)}0]}]}`);
  const verdict = await within(SECONDS, () => validate(tags));
  assert.equal(verdict.errors.length + verdict.unlisted, 2_000_001);
});
