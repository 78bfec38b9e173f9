// A page that only listens to the patches of `tdt-change` always holds exactly the dossier of the element: 1,000 random
// acts, by the page and by a hand that types and presses whatever stands in a step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";

const STEPS = 1000;
const SEED = 20261127;
/** How often the copy is compared; between two looks, changes are gathered as they are for any page. */
const LOOK = 10;
const examples = ["petit", "bassin"].map((name) => readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url), "utf8"));

/** Runs in the page: acts until `until`, and says what it did last. */
async function work({ from, until, seed, texts }) {
  const { apply, same } = await import("/exemples/statique/patch.js");
  const element = document.querySelector("tour-de-table");
  const held = (globalThis.held ??= { copy: element.value, state: seed, events: 0, kinds: {}, said: [] });
  if (!held.listening) {
    held.listening = true;
    element.addEventListener("tdt-change", ({ detail }) => {
      held.copy = apply(held.copy, detail.patch);
      held.events += 1;
    });
    element.addEventListener("tdt-error", ({ detail }) => held.said.push(detail.code));
  }
  // mulberry32, T. Ettinger 2017.
  const next = () => {
    held.state = (held.state + 0x6d2b79f5) | 0;
    let t = Math.imul(held.state ^ (held.state >>> 15), 1 | held.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  const pause = (time = 0) => new Promise((resolve) => setTimeout(resolve, time));
  const root = element.shadowRoot;
  const words = ["Région", "l’été / ~1", "«\u00a0x\u00a0»", "", "12", "Maison de l’emploi", "é".repeat(40), "2027-01-01"];

  // What leaves the page or opens a window of the browser is no change of a dossier.
  const leaves = /export|import|imprim|télécharg|fichier|effacer|choisir|english|thème|copier/i;
  const acts = {
    async load() {
      const given = structuredClone(element.value);
      given.project = { ...given.project, title: pick(words) };
      const list = (given.actors ??= []);
      if (next() < 0.5) list.splice(Math.floor(next() * (list.length + 1)), 0, { id: `x${Math.floor(next() * 1e9)}`, name: pick(words) || "Sans nom" });
      if (next() < 0.2) given[`clé/inconnue~${Math.floor(next() * 9)}`] = { dedans: [1, null, { x: next() < 0.5 }] };
      await element.load(given);
    },
    async example() {
      await element.load(pick(texts));
    },
    async value() {
      const given = element.value;
      given.project = { ...given.project, problem: pick(words) };
      element.value = given;
    },
    undo: () => element.undo(),
    redo: () => element.redo(),
    reset: () => element.reset(),
    flush: () => element.flush(),
    async step() {
      await element.goTo(pick(["project", "actors", "qualification", "coherence", "circles", "roles", "governance", "summary"]));
      await pause(10);
    },
    async type() {
      const fields = [...root.querySelectorAll(".bar input, .step :is(input, textarea, select)")].filter(
        (field) => field.checkVisibility() && !field.disabled && !field.readOnly && field.type !== "file" && !leaves.test(field.getAttribute("aria-label") ?? ""),
      );
      const field = pick(fields);
      if (!field) return;
      field.focus();
      if (field.localName === "select") field.value = pick([...field.options])?.value ?? field.value;
      else if (/checkbox|radio/.test(field.type)) return field.click();
      else if (field.type === "range") field.value = String(Math.round(next() * 5));
      else field.value = field.type === "number" || field.inputMode === "numeric" ? String(Math.round(next() * 6)) : pick(words);
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      if (next() < 0.5) field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
      if (next() < 0.3) field.form?.requestSubmit();
      await pause(next() < 0.2 ? 30 : 0);
    },
    async press() {
      const over = root.querySelector("dialog[open]") ?? root.querySelector(".step");
      const buttons = [...over.querySelectorAll("button, [role=button], summary")].filter(
        (button) => button.checkVisibility() && !button.disabled && !leaves.test(`${button.textContent} ${button.title} ${button.getAttribute("aria-label")}`),
      );
      const button = pick(buttons);
      if (!button) return root.querySelector("dialog[open]")?.close();
      button.focus();
      button.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
      await pause(next() < 0.2 ? 30 : 0);
    },
  };
  const often = { type: 30, press: 30, undo: 10, redo: 6, step: 8, load: 6, value: 3, flush: 3, example: 2, reset: 0.5 };
  const total = Object.values(often).reduce((sum, share) => sum + share, 0);
  for (let at = from; at < until; at += 1) {
    let left = next() * total;
    const name = Object.keys(often).find((key) => (left -= often[key]) < 0);
    held.kinds[name] = (held.kinds[name] ?? 0) + 1;
    await acts[name]();
    await pause();
  }
  await element.ready;
  await element.flush();
  const value = element.value;
  return { same: same(held.copy, value), copy: held.copy, value, events: held.events, kinds: held.kinds, said: held.said };
}

browserTest(`the copy is the dossier through ${STEPS} random acts (seed ${SEED})`, { path: "/h.html", html: `<tour-de-table></tour-de-table>`, timeout: 400_000, allow: [/late request: GET .*\/exemples\/statique\/patch\.js/] }, async ({ page }) => {
  let last;
  for (let from = 0; from < STEPS; from += LOOK) {
    last = await page.evaluate(work, { from, until: from + LOOK, seed: SEED, texts: examples });
    assert.deepEqual(last.said, [], `after ${from + LOOK} acts`);
    if (!last.same) assert.deepEqual(last.copy, last.value, `after ${from + LOOK} acts`);
  }
  assert.ok(last.events > STEPS / 10, `only ${last.events} changes were told: ${JSON.stringify(last.kinds)}`);
});
