// `merge`, as other tools call it.
import assert from "node:assert/strict";
import test from "node:test";
import { bytes, dossier, merge, names, rejection, validate } from "./support.mjs";

/** The value at a JSON Pointer (RFC 6901). */
const at = (value, pointer) =>
  pointer.split("/").slice(1).reduce((place, step) => place?.[step.replaceAll("~1", "/").replaceAll("~0", "~")], value);

const actors = (...list) => dossier({ actors: list.map(([id, name]) => ({ id, name })) });

test("what one side changed is taken, what both changed is a conflict", async () => {
  const base = actors(["a1", "CCI"], ["a2", "CMA"], ["a3", "Région"]);
  const ours = actors(["a1", "CCI Guyane"], ["a2", "CMA"]);
  const theirs = actors(["a1", "CCIG"], ["a2", "Chambre des métiers"], ["a3", "Région"], ["a4", "Ville"]);
  const merged = await merge(base, ours, theirs);
  const [conflict, ...others] = merged.conflicts;
  assert.deepEqual(conflict, { pointer: "/actors/0/name", base: "CCI", ours: "CCI Guyane", theirs: "CCIG" });
  assert.deepEqual(others, []);
  assert.ok([conflict.ours, conflict.theirs].includes(at(merged.dossier, conflict.pointer)));
  assert.deepEqual(merged.dossier.actors.slice(1), [{ id: "a2", name: "Chambre des métiers" }, { id: "a4", name: "Ville" }]);
  assert.equal((await validate(merged.dossier)).valid, true);
});

test("both sides can be exchanged, up to their names in the conflicts", async () => {
  const base = actors(["a1", "CCI"]);
  const [one, other] = [actors(["a1", "A"], ["a3", "C"]), actors(["a1", "B"], ["a2", "D"])];
  const [there, back] = [await merge(base, one, other), await merge(base, other, one)];
  assert.deepEqual(there.dossier, back.dossier);
  assert.deepEqual(there.conflicts, back.conflicts.map(({ ours, theirs, ...rest }) => ({ ...rest, ours: theirs, theirs: ours })));
});

test("FI-36: merging twice changes nothing, and a dossier merged with itself is itself", async () => {
  for (const name of names("valid").filter((name) => /^(minimal|every-field|infrastructure|unknown)/.test(name))) {
    const file = JSON.parse(bytes(`valid/${name}`));
    for (const base of [null, file]) {
      const { dossier: same, conflicts } = await merge(base, file, file);
      assert.deepEqual([same, conflicts], [file, []]);
    }
  }
  const [one, other] = [actors(["a1", "A"]), actors(["a1", "B"], ["a2", "C"])];
  const once = await merge(null, one, other);
  const twice = await merge(null, once.dossier, other);
  assert.deepEqual(twice.dossier, once.dossier);
});

test("without an ancestor, nothing counts as removed", async () => {
  const { dossier: both, conflicts } = await merge(null, actors(["a1", "CCI"]), actors(["a2", "CMA"]));
  assert.deepEqual([both.actors.map(({ id }) => id), conflicts], [["a1", "a2"], []]);
  assert.deepEqual((await merge(undefined, actors(["a1", "CCI"]), actors())).dossier.actors.length, 1);
});

test("one organisation entered twice becomes one, and what looks like one is told", async () => {
  // 732 829 320 00074 is the example of the INSEE documentation.
  const identifiers = [{ scheme: "SIRET", value: "73282932000074" }];
  const ours = dossier({ actors: [{ id: "b", name: "CCI", identifiers }, { id: "m", name: "Mission locale" }] });
  const theirs = dossier({ actors: [{ id: "a", name: "CCI", identifiers }, { id: "n", name: "Mission Locale" }] });
  const merged = await merge(null, ours, theirs);
  assert.deepEqual(merged.dossier.actors.map(({ id }) => id).sort(), ["a", "m", "n"]);
  assert.deepEqual([merged.matched, merged.likenesses, merged.conflicts], [[["b", "a"]], [["m", "n"]], []]);
});

test("an actor that one side made one with another stays so, and nothing said of it is lost", async () => {
  const record = (id, name, more) => ({ id, name, ...more });
  const base = dossier({ actors: [record("a1", "CCI"), record("a2", "Chambre"), record("a3", "CMA")] });
  const ours = dossier({ actors: [record("a1", "CCI", { tags: ["Chambre"], formerIds: ["a2"] }), record("a3", "CMA")] });
  const tie = { from: "a1", to: "a2", level: "networking" };
  const theirs = dossier({ ...base, actors: [record("a1", "CCI"), record("a2", "Chambre", { interests: "Former" }), record("a3", "CMA")], ties: [tie] });
  const merged = await merge(base, ours, theirs);
  assert.deepEqual(merged.dossier.actors, [record("a1", "CCI", { tags: ["Chambre"], interests: "Former", formerIds: ["a2"] }), record("a3", "CMA")]);
  assert.deepEqual([merged.matched, merged.conflicts], [[["a2", "a1"]], []]);
  assert.deepEqual(merged.lost, [{ side: "theirs", pointer: "/ties/0", value: tie }]);
});

test("a refusal says which of the three is wrong, and where", async () => {
  const bad = dossier({ actors: [{ id: "a", readings: [{ criterion: "influence", value: 9 }] }] });
  const good = dossier();
  for (const [input, files] of [[bad, good, good], [good, bad, good], [good, good, bad]].entries()) {
    const error = await rejection(merge(...files));
    assert.deepEqual([error.input, error.code, error.pointer], [input, "outOfScale", "/actors/0/readings/0/value"]);
    assert.match(error.message, /\p{L}/u);
  }
  assert.equal((await rejection(merge(null, "{", good))).code, "notJson");
  assert.equal((await rejection(merge(null, good, null))).input, 2);
});
