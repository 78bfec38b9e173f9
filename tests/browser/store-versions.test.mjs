// Storage that lies, tabs that write while another opens, and texts of versions that this one does not read. The
// numbers FI-… are those of the reliability reference.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { openLate, plant, texts, titles } from "./support/database.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const status = (page) => page.locator("tour-de-table .save").first();
const flush = (page) => page.locator("tour-de-table").first().evaluate((element) => element.flush());

browserTest("FI-12: a storage that says yes and keeps nothing is found out, and never shown as saved", { timeout: 120_000 }, async ({ page, widget, reload }) => {
  await type(widget, "Vraiment gardé");
  await flush(page);
  await page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    globalThis.honest = () => Object.assign(IDBObjectStore.prototype, { put, add });
    // Both answer with the success of a request that wrote nothing.
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = function () {
      return this.count();
    };
    const mark = document.querySelector("tour-de-table").shadowRoot.querySelector(".save");
    globalThis.shown = [];
    new MutationObserver(() => globalThis.shown.push(mark.dataset.state)).observe(mark, { attributes: true, attributeFilter: ["data-state"] });
  });
  await type(widget, "Cru gardé");
  await eventually(() => status(page).getAttribute("data-state"), "failed");
  const shown = await page.evaluate(() => globalThis.shown);
  assert.ok(shown.includes("failed"), "the mark was watched");
  assert.ok(!shown.includes("saved"), "said to be saved");
  assert.deepEqual(await titles(page), ["Vraiment gardé"]);
  // What was not kept is written once the storage tells the truth.
  await page.evaluate(() => globalThis.honest());
  await status(page).and(page.locator("[data-state=saved]")).waitFor({ timeout: 60_000 });
  assert.equal((await titles(page)).at(-1), "Cru gardé");
  await reload();
  assert.equal(await title(widget), "Cru gardé");
});

for (const late of [0, 400, 1500]) {
  browserTest(`FI-23: what another tab saves while this one loads (${late} ms late) is here at the end`, { timeout: 120_000 }, async ({ page, context, widget, tab }) => {
    await type(widget, "Début");
    await flush(page);
    // The first tab types and saves without a pause, whatever the second one is doing.
    const written = page.evaluate(async () => {
      const element = document.querySelector("tour-de-table");
      globalThis.going = true;
      let last = "Début";
      for (let count = 0; globalThis.going; count += 1) {
        last = `Écrit pendant le chargement, ${count}`;
        await element.load({ ...element.value, project: { title: last } });
        await element.flush();
        await new Promise((done) => setTimeout(done, 30));
      }
      return last;
    });
    await openLate(context, late);
    const other = await tab("/");
    await page.evaluate(() => (globalThis.going = false));
    const last = await written;
    assert.match(last, /, [1-9]/);
    const there = other.locator("tour-de-table");
    await eventually(() => title(there), last);
    assert.equal(await title(widget), last);
    // The tab that came goes on from there, and the first one follows.
    await type(there, "Suite");
    await flush(other);
    await eventually(() => title(widget), "Suite");
    const kept = await titles(other);
    assert.deepEqual(kept.slice(-2), [last, "Suite"]);
  });
}

// FI-06: no step leads from one version to another yet. A text of a version that this one does not read must be left
// as it is, byte by byte, and be had, whether it comes before or after.
for (const version of ["0.9", "1.1", "2.0"]) {
  browserTest(`FI-06: a stored dossier of version ${version} stays byte by byte, and can be downloaded`, {}, async ({ page, widget, reload, download }) => {
    await type(widget, "D’une autre version");
    await flush(page);
    const [text] = await texts(page);
    // Its blanks tell whether it was written again.
    const other = text.replace('"formatVersion":"1.0"', `"formatVersion" : "${version}"`);
    assert.notEqual(other, text);
    await plant(page, other);
    for (let round = 0; round < 2; round += 1) {
      await reload();
      const told = page.locator("tour-de-table .banner-blocking").first();
      await told.waitFor();
      const file = await download(() => told.getByRole("button", { name: /Télécharger/ }).click());
      assert.equal(file.text, other);
      // Typing meanwhile writes nothing over it.
      await type(widget, "Écrasé ?");
      await page.waitForTimeout(800);
      assert.equal((await texts(page))[0], other);
    }
  });
}
