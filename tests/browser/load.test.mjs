// The stand-alone page loads, cleanly; an element asks for exactly what the package announces as its first load.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, type } from "./support/hosts.mjs";

const integrity = JSON.parse(readFileSync(new URL("../../pkg/integrity.json", import.meta.url), "utf8"));

browserTest("the stand-alone page loads under the strict policy", {}, async ({ page, widget }) => {
  assert.notEqual(await page.title(), "");
  assert.ok(await widget.evaluate((element) => element.shadowRoot.mode === "open"));
  assert.ok(await widget.evaluate((element) => element.shadowRoot.textContent.trim().length > 0), "nothing is shown");
});

browserTest("the tab bears the name of the dossier, typed, opened, undone or begun anew", {}, async ({ page, widget }) => {
  await type(widget, "Premier");
  await eventually(() => page.title(), "Premier · Tour de table");
  await widget.evaluate((element, given) => element.load(given), dossier("Second"));
  await eventually(() => page.title(), "Second · Tour de table");
  await widget.evaluate((element) => element.undo());
  await eventually(() => page.title(), "Premier · Tour de table");
  await widget.evaluate((element) => element.reset());
  await eventually(() => page.title(), "Tour de table");
});

const asked = (watch) => watch.requests.map((address) => new URL(address).pathname.slice(1));

browserTest("the first load is what integrity.json says it is", { html: "<tour-de-table></tour-de-table>", path: "/h.html" }, async ({ watch }) => {
  const announced = Object.keys(integrity).filter((name) => integrity[name].firstLoad);
  for (const name of announced) assert.ok(asked(watch).includes(name), `${name} is announced but not loaded`);
  // The second part of the module follows the first without being asked for, and nothing comes after it.
  assert.equal(asked(watch).at(-1), "screens.wasm");
  assert.ok(!announced.includes("screens.wasm"));
  // The page's own files are the page's business; every other file is the widget's.
  const surplus = asked(watch).filter((name) => !announced.includes(name) && !/^(h\.html|favicon.*|screens\.wasm)$/.test(name));
  assert.deepEqual(surplus, [], "loaded but not announced");
});

browserTest("the stand-alone page asks for one script and the two parts of the module, each once", {}, async ({ watch }) => {
  assert.deepEqual(asked(watch).filter((name) => name && !name.startsWith("favicon")).sort(), ["index.js", "loader.js", "screens.wasm", "tour-de-table.wasm"]);
});
