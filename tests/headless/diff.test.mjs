// `diff`, as other tools call it.
import assert from "node:assert/strict";
import test from "node:test";
import { bytes, diff, dossier, names, rejection } from "./support.mjs";

/** RFC 6902, written from its text, for what `diff` gives. */
function patched(document, patch) {
  let root = structuredClone(document);
  const steps = (path) => path.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const at = (path) => {
    const way = steps(path);
    const last = way.pop();
    return [way.reduce((place, step) => place[step], root), last];
  };
  const remove = (path) => {
    const [place, last] = at(path);
    const value = place[last];
    if (Array.isArray(place)) place.splice(Number(last), 1);
    else delete place[last];
    return value;
  };
  const add = (path, value) => {
    if (path === "") return (root = value);
    const [place, last] = at(path);
    if (Array.isArray(place)) place.splice(last === "-" ? place.length : Number(last), 0, value);
    else place[last] = value;
  };
  for (const { op, path, from, value } of structuredClone(patch)) {
    if (op === "add") add(path, value);
    else if (op === "remove") remove(path);
    else if (op === "replace") {
      if (path !== "") remove(path);
      add(path, value);
    } else if (op === "move") add(path, remove(from));
    else assert.fail(`unexpected operation ${op}`);
  }
  return root;
}

test("the patch leads from one dossier to the other, whichever they are", async () => {
  // What JSON.parse cannot hold, or a plain object cannot carry through this small patcher, is tested in Rust.
  const files = names("valid").filter((name) => /^(minimal|every-field|infrastructure|empty|null|old)/.test(name));
  const dossiers = files.map((name) => JSON.parse(bytes(`valid/${name}`)));
  for (const before of dossiers) {
    for (const after of dossiers) {
      const { patch, summary } = await diff(before, after);
      assert.deepEqual(patched(before, patch), after);
      if (before === after) assert.deepEqual([patch, summary], [[], []]);
    }
  }
});

test("the summary speaks of records", async () => {
  const before = dossier({ project: { title: "Avant" }, actors: [{ id: "a1", name: "CCI" }] });
  const after = dossier({ project: { title: "Après" }, actors: [{ id: "a2", name: "CMA" }, { id: "a1", name: "CCI Guyane" }] });
  const { summary } = await diff(before, after);
  assert.deepEqual(summary, [
    { object: "project", field: "title", before: "Avant", after: "Après" },
    { object: "a2", field: "actors", before: null, after: { id: "a2", name: "CMA" } },
    { object: "a1", field: "name", before: "CCI", after: "CCI Guyane" },
  ]);
});

test("a refusal says which of the two dossiers is wrong", async () => {
  const error = await rejection(diff(dossier(), dossier({ id: 3 })));
  assert.deepEqual([error.input, error.pointer, error.code], [1, "/id", "wrongType"]);
});
