// The package is what its manifest and its list of files say it is.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const folder = new URL("../../pkg/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder));
const json = (name) => JSON.parse(read(name));

test("every file that the manifest exports is there", () => {
  const leaves = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(leaves));
  const { exports, customElements, sideEffects } = json("package.json");
  for (const path of new Set([...leaves(exports), customElements, ...sideEffects])) {
    assert.ok(existsSync(new URL(path, folder)), `${path} is missing`);
  }
});

test("the version of the package and of its scripts is the version of the workspace", () => {
  const workspace = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
  const version = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(workspace)[1];
  assert.equal(json("package.json").version, version);
  assert.equal(/"(\d+\.\d+\.\d+)"/.exec(read("engine.js").toString())?.[1], version);
});

test("integrity.json tells digest and sizes of each file", () => {
  const integrity = json("integrity.json");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ![".gitignore", "integrity.json"].includes(entry.name))
    .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath ?? entry.path, entry.name)));
  assert.deepEqual(files.sort(), Object.keys(integrity).sort());
  for (const [name, told] of Object.entries(integrity)) {
    const content = read(name);
    assert.deepEqual(Object.keys(told).sort(), ["brotli", "bytes", "firstLoad", "sha384"], `${name}: a quick build?`);
    assert.equal(told.sha384, `sha384-${createHash("sha384").update(content).digest("base64")}`, name);
    assert.equal(told.bytes, content.length, name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    assert.equal(told.brotli, brotliCompressSync(content, { params }).length, name);
  }
});

test("nothing in the package tells where it was built", () => {
  const home = process.env.HOME;
  const root = new URL("../../", import.meta.url).pathname;
  for (const name of Object.keys(json("integrity.json"))) {
    const content = read(name);
    for (const place of [root, home && `${home}/.`].filter(Boolean)) {
      assert.ok(!content.includes(place), `${name} holds ${place}`);
    }
  }
});
