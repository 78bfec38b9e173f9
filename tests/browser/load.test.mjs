// The stand-alone page loads, cleanly, and asks for exactly what the package announces as its first load.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";

const integrity = JSON.parse(readFileSync(new URL("../../pkg/integrity.json", import.meta.url), "utf8"));

browserTest("the stand-alone page loads under the strict policy", {}, async ({ page, widget }) => {
  assert.notEqual(await page.title(), "");
  assert.ok(await widget.evaluate((element) => element.shadowRoot.mode === "open"));
  assert.ok(await widget.evaluate((element) => element.shadowRoot.textContent.trim().length > 0), "nothing is shown");
});

browserTest("the first load is what integrity.json says it is", {}, async ({ watch }) => {
  const asked = watch.requests.map((address) => new URL(address).pathname.slice(1));
  const announced = Object.keys(integrity).filter((name) => integrity[name].firstLoad);
  for (const name of announced) assert.ok(asked.includes(name), `${name} is announced but not loaded`);
  // The second part of the module follows the first without being asked for, and nothing comes after it.
  assert.equal(asked.at(-1), "screens.wasm");
  assert.ok(!announced.includes("screens.wasm"));
  // The page's own files are the page's business; every other file is the widget's.
  const own = /^(index\.html)?$|^index\.js$|^favicon/;
  const surplus = asked.filter((name) => !announced.includes(name) && name !== "screens.wasm" && !own.test(name));
  assert.deepEqual(surplus, [], "loaded but not announced");
});
