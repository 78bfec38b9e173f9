// `validate` and `migrate`, as other tools call them.
import assert from "node:assert/strict";
import test from "node:test";
import { bytes, dossier, migrate, names, rejection, schema, validate } from "./support.mjs";

const decoded = (bytes) => {
  if (bytes[0] === 0xff) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder(bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(bytes);
};

test("every valid file is valid, as bytes, as text and as an object, and migrates to what it was", async () => {
  for (const name of names("valid")) {
    const file = bytes(`valid/${name}`);
    const text = decoded(file);
    for (const input of [file, text, JSON.parse(text)]) {
      const verdict = await validate(input);
      assert.equal(verdict.valid, true, `${name}: ${JSON.stringify(verdict.errors)}`);
      assert.deepEqual(verdict.errors, []);
      assert.deepEqual(await migrate(input), JSON.parse(text), name);
    }
  }
});

test("every invalid file is refused with exactly the errors expected", async () => {
  for (const name of names("invalid")) {
    const { errors } = JSON.parse(bytes(`invalid/${name.replace(/json$/, "expected.json")}`));
    const file = bytes(`invalid/${name}`);
    const verdict = await validate(file);
    assert.equal(verdict.valid, false, name);
    assert.deepEqual(verdict.errors.map(({ pointer, code }) => ({ pointer, code })), errors, name);
    for (const { message } of verdict.errors) assert.match(message, /\S.*[.…]$/u, name);
    const error = await rejection(migrate(file));
    assert.ok(error instanceof Error, name);
    assert.deepEqual({ pointer: error.pointer, code: error.code }, errors[0], name);
    assert.equal(error.message, verdict.errors[0].message, name);
    assert.deepEqual(error.errors, verdict.errors, name);
  }
});

test("messages are in the language of the dossier, else in French", async () => {
  const wrong = { actors: [{ name: "A" }] };
  const message = async (more) => (await validate(dossier({ ...wrong, ...more }))).errors[0].message;
  assert.equal(await message({}), "« id » est absent ou vide.");
  assert.equal(await message({ language: "fr-FR" }), "« id » est absent ou vide.");
  assert.equal(await message({ language: "en" }), "“id” is missing or empty.");
  assert.equal(await message({ language: 3 }), "« id » est absent ou vide.");
});

test("unknown fields are warnings, and doubtful ones do not make a dossier invalid", async () => {
  const { valid, warnings } = await validate(dossier({ ours: 1, project: { "a/b": 2 } }));
  assert.equal(valid, true);
  assert.deepEqual(
    warnings.map(({ pointer, code }) => [pointer, code]),
    [["/project/a~1b", "unknownField"], ["/ours", "unknownField"]],
  );
});

test("validate never rejects, whatever it is given", async () => {
  const circle = {};
  circle.circle = circle;
  let deep = [];
  for (let level = 0; level < 200_000; level += 1) deep = [deep];
  const hostile = { toJSON() { throw new Error("hostile"); } };
  const inputs = [undefined, null, 0, "", "{", [], circle, deep, hostile, () => 1, Symbol("x"), 10n, new Map(), new Uint8Array(3)];
  for (const input of inputs) {
    const verdict = await validate(input);
    assert.equal(verdict.valid, false);
    assert.ok(verdict.errors.length > 0);
  }
});

test("a half character is refused, not replaced", async () => {
  const text = JSON.stringify(dossier({ language: "@" })).replace("@", "\ud800");
  assert.deepEqual((await validate(text)).errors.map(({ code }) => code), ["notJson"]);
  assert.deepEqual((await validate(dossier({ language: "\udc00" }))).errors.map(({ code }) => code), ["notJson"]);
});

// FI-33, T8
test("a number that cannot be held is refused where it stands, never written as null", async () => {
  for (const value of [NaN, Infinity, -Infinity, 10n ** 30n + 1n]) {
    const verdict = await validate(dossier({ objectives: [{ id: "o1", weight: value }] }));
    assert.deepEqual(verdict.errors.map(({ pointer, code }) => [pointer, code]), [["/objectives/0/weight", "badNumber"]]);
    assert.equal((await rejection(migrate(dossier({ ours: [value] })))).pointer, "/ours/0");
  }
  assert.deepEqual(await migrate(dossier({ ours: 12n })), dossier({ ours: 12 }));
});

test("every number comes back as it was, to the last digit", async () => {
  const numbers = [-0, 0.1, 0.30000000000000004, 1 / 3, 5e-324, 1.7976931348623157e308, 2 ** 53, -(2 ** 53), 1e21, 123456789.123456789, 4.35, 2.675];
  // A fixed sequence (Park and Miller, 1988), so that a failure can be met again.
  let seed = 20261122;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const view = new DataView(new ArrayBuffer(8));
  while (numbers.length < 20_000) {
    view.setUint32(0, random() * 2 ** 32);
    view.setUint32(4, random() * 2 ** 32);
    const number = view.getFloat64(0);
    if (Number.isFinite(number)) numbers.push(number);
  }
  const { ours } = await migrate(dossier({ ours: numbers }));
  ours.forEach((number, index) => assert.ok(Object.is(number, numbers[index]), `${numbers[index]}`));
});

// T6
test("keys that mean something to JavaScript are data", async () => {
  const text = `{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d1","__proto__":{"polluted":1},
    "constructor":{"prototype":{"polluted":1}},"project":{"__proto__":{"polluted":1},"title":"Métiers"}}`;
  const migrated = await migrate(text);
  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(migrated), Object.prototype);
  assert.ok(Object.hasOwn(migrated, "__proto__") && Object.hasOwn(migrated.project, "__proto__"));
  assert.equal(migrated.polluted, undefined);
  assert.equal(JSON.stringify(migrated.project), `{"title":"Métiers","__proto__":{"polluted":1}}`);
  const { warnings } = await validate(text);
  assert.deepEqual(warnings.map(({ pointer }) => pointer), ["/project/__proto__", "/__proto__", "/constructor"]);
});

// FI-31
test("a file cut anywhere is refused as a whole", async () => {
  const text = decoded(bytes("valid/minimal.json")).trimEnd();
  for (let end = 0; end < text.length; end += 1) {
    assert.deepEqual((await validate(text.slice(0, end))).errors.map(({ code }) => code), ["notJson"]);
  }
});

test("the schema is a copy of one's own", async () => {
  const mine = await schema();
  assert.equal(mine.$schema, "https://json-schema.org/draft/2020-12/schema");
  mine.title = "changed";
  assert.equal((await schema()).title, "Dossier");
  assert.deepEqual(JSON.parse(JSON.stringify(await schema())), JSON.parse(bytes("../../../pkg/dossier.schema.json")));
});
