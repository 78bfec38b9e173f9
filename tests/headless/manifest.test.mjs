// `custom-elements.json` is a valid manifest, and says of events and attributes what the types say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const schema = require("custom-elements-manifest/schema.json");
const read = (name) => readFileSync(new URL(`../../www/element/${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("custom-elements.json"));
const element = manifest.modules[0].declarations[0];
const types = read("tour-de-table.d.ts");

test("the manifest obeys its published schema", () => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
  assert.equal(validate({ ...manifest, modules: [{ kind: "none" }] }), false, "the schema refuses what is wrong");
});

test("every entry of the manifest is explained, once", () => {
  for (const list of ["attributes", "events", "cssParts", "cssProperties"]) {
    const names = element[list].map(({ name }) => name);
    assert.equal(new Set(names).size, names.length, list);
    for (const { name, description } of element[list]) assert.ok(description || /^--tdt-(font-family|radius|gap)$/.test(name), `${list}: ${name}`);
  }
  for (const { name, description } of element.members) assert.ok(description, name);
});

test("attributes of the manifest and of the types are the same", () => {
  const body = types.split("export interface TourDeTableAttributes {")[1].split("\n}")[0];
  const typed = [...body.matchAll(/^ {2}"?([a-z-]+)"?\?:/gim)].map(([, name]) => name);
  // What every element has.
  const common = ["id", "class", "className", "style", "slot", "hidden", "ref", "key", "children"];
  assert.deepEqual(typed.filter((name) => !common.includes(name)).toSorted(), element.attributes.map(({ name }) => name).toSorted());
});

test("what an event carries is the same in the manifest and in the types", () => {
  const keys = (text) => [...new Set([...text.matchAll(/(\w+)\??:/g)].map(([, key]) => key))].toSorted();
  const map = types.split("export interface TourDeTableEventMap {")[1].split("\n}")[0];
  for (const { name, type } of element.events) {
    const said = new RegExp(`"${name}": CustomEvent<([\\s\\S]*?)>;(?:\n|$)`).exec(map)?.[1];
    assert.ok(said, name);
    // A type of its own is described apart.
    const named = /^\w+$/.test(said) && new RegExp(`export (?:type|interface) ${said}\\b([\\s\\S]*?)\n(?:\n|$)`).exec(types)?.[1];
    assert.deepEqual(keys(type.text), keys((named || said).replaceAll(/\/\*\*[\s\S]*?\*\//g, "")), name);
  }
});
