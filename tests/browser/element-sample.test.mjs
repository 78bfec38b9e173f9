// The sample of a host page: what it rebuilds from patches alone is the dossier.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, type } from "./support/hosts.mjs";
import { apply, same } from "../../www/exemples/statique/patch.js";

const path = "/exemples/statique/";

/** Numbers from 0 to 1, the same for the same seed (mulberry32, T. Ettinger 2017). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Dossiers that differ in many ways, one after the other. */
function* walk(next, length) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  let current = { ...dossier("Départ"), objectives: [], actors: [] };
  for (let i = 0; i < length; i += 1) {
    current = structuredClone(current);
    const act = pick(["title", "add", "add", "remove", "rename", "move", "extra"]);
    if (act === "title") current.project.title = `Titre ${i} / ~ é «`;
    if (act === "add") current.actors.splice(Math.floor(next() * (current.actors.length + 1)), 0, { id: `a${i}`, name: `Acteur ${i}`, kind: "business" });
    if (act === "remove") current.actors.splice(Math.floor(next() * current.actors.length), 1);
    if (act === "rename" && current.actors.length) pick(current.actors).name = `Renommé ${i}`;
    if (act === "move" && current.actors.length) current.actors.push(current.actors.shift());
    if (act === "extra") current[`clé/inconnue~${i}`] = { dedans: [1, null, { x: i }] };
    yield current;
  }
}

browserTest("the page's copy is the dossier after random editing", { path, timeout: 90_000 }, async ({ page, widget }) => {
  const next = random(20261122);
  const fact = (name) => page.locator(`[data-fait=${name}]`).innerText();
  let step = 0;
  for (const given of walk(next, 60)) {
    step += 1;
    const act = next();
    await widget.evaluate(
      async (element, [wanted, chance]) => {
        await element.load(wanted);
        if (chance < 0.3) await element.undo();
        if (chance < 0.15) await element.redo();
        // Half of the changes are told one by one, the others gathered.
        if (chance > 0.5) await element.flush();
      },
      [given, act],
    );
    if (step % 10 === 0) {
      await type(widget, `Tapé ${step}`);
      await widget.evaluate((element) => element.flush());
      assert.equal(await fact("identique"), "oui", `after ${step} changes`);
      assert.equal(await fact("titre"), `Tapé ${step}`);
    }
  }
  const actors = await widget.evaluate((element) => element.value.actors?.length ?? 0);
  assert.equal(await fact("acteurs"), String(actors));
  assert.ok(Number(await fact("changements")) > 20);
});

browserTest("two dossiers of a page are followed apart", { path: `${path}deux.html` }, async ({ page }) => {
  const fact = (table, name) => page.locator(`[data-suit=${table}] [data-fait=${name}]`).innerText();
  await type(page.locator("#premier"), "Navettes");
  await eventually(() => fact("premier", "titre"), "Navettes");
  await type(page.locator("#second"), "Saisons");
  await eventually(() => fact("second", "titre"), "Saisons");
  assert.equal(await fact("premier", "titre"), "Navettes");
  assert.deepEqual([await fact("premier", "identique"), await fact("second", "identique")], ["oui", "oui"]);
});

test("the sample applies patches as RFC 6902 says", () => {
  // Examples of the appendix A of the RFC.
  const cases = [
    [{ foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { baz: "qux", foo: "bar" }],
    [{ foo: ["bar", "baz"] }, [{ op: "add", path: "/foo/1", value: "qux" }], { foo: ["bar", "qux", "baz"] }],
    [{ baz: "qux", foo: "bar" }, [{ op: "remove", path: "/baz" }], { foo: "bar" }],
    [{ foo: ["bar", "qux", "baz"] }, [{ op: "remove", path: "/foo/1" }], { foo: ["bar", "baz"] }],
    [{ baz: "qux", foo: "bar" }, [{ op: "replace", path: "/baz", value: "boo" }], { baz: "boo", foo: "bar" }],
    [
      { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } },
      [{ op: "move", from: "/foo/waldo", path: "/qux/thud" }],
      { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } },
    ],
    [{ foo: ["all", "grass", "cows", "eat"] }, [{ op: "move", from: "/foo/1", path: "/foo/3" }], { foo: ["all", "cows", "eat", "grass"] }],
    [{ foo: "bar" }, [{ op: "add", path: "/child", value: { grandchild: {} } }], { child: { grandchild: {} }, foo: "bar" }],
    [{ "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: 10 }], { "/": 9, "~1": 10 }],
    [{ foo: ["bar"] }, [{ op: "add", path: "/foo/-", value: ["abc", "def"] }], { foo: ["bar", ["abc", "def"]] }],
  ];
  for (const [before, patch, after] of cases) {
    const kept = structuredClone(before);
    assert.ok(same(apply(before, patch), after), JSON.stringify(patch));
    assert.deepEqual(before, kept, "the document given stays as it is");
  }
  assert.throws(() => apply({ baz: "qux" }, [{ op: "test", path: "/baz", value: "bar" }]));
  assert.throws(() => apply({ foo: "bar" }, [{ op: "add", path: "/baz/bat", value: "qux" }]));
  assert.equal(apply({}, [{ op: "add", path: "/__proto__", value: { polluted: 1 } }]).polluted, undefined);
});
