// Erasing what the device keeps: said first, whole, without a way back, in one tab as in the others.
import assert from "node:assert/strict";
import { browserTest, assertAccessible } from "./support/browser-test.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const flush = (page) => page.locator("tour-de-table").first().evaluate((element) => element.flush());

/** Everything that the origin keeps in this browser: records of every database, entries of both storages. */
const kept = (page) =>
  page.evaluate(async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        found.push(...all.map((record) => `${store}: ${JSON.stringify(record)}`));
      }
      database.close();
    }
    return [...found, ...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  });

async function openDialog(widget, menu = "Autres actions", entry = "Effacer mes données de ce poste…") {
  await widget.getByRole("button", { name: menu }).click();
  await widget.getByRole("button", { name: entry }).click();
  return widget.getByRole("dialog");
}

browserTest("nothing remains, and a blank dossier goes on", {}, async ({ page, widget, reload, download }) => {
  await type(widget, "Secret");
  await flush(page);
  await type(widget, "Secret bien gardé");
  await flush(page);
  // What a tab closed in the middle of a word would have left.
  await page.evaluate(() => localStorage.setItem("tour-de-table:urgent:page:/:123", "1 0 0 0\n{}"));
  assert.ok((await kept(page)).length >= 3);
  const dialog = await openDialog(widget);
  await dialog.getByText("le dossier ouvert").waitFor();
  await assertAccessible(page);
  const { name, text } = await download(() => dialog.getByRole("button", { name: "Exporter d’abord" }).click());
  assert.match(name, /\.json$/);
  assert.equal(JSON.parse(text).project.title, "Secret bien gardé");
  assert.ok(await dialog.isVisible(), "the dialog still waits for an answer");
  await dialog.getByRole("button", { name: "Effacer de ce poste" }).click();
  await widget.getByText("Plus rien de ce dossier n’est gardé").waitFor();
  assert.equal(await title(widget), "");
  assert.deepEqual(await kept(page), []);
  // Neither undoing nor leaving the page brings anything back.
  assert.equal(await widget.locator(".bar-undo").getAttribute("aria-disabled"), "true");
  await reload();
  assert.equal(await title(widget), "");
  assert.deepEqual(await kept(page), []);
  await type(widget, "Suite");
  await flush(page);
  await reload();
  assert.equal(await title(widget), "Suite");
});

browserTest("the page is told, and given up means nothing changed", {}, async ({ page, widget }) => {
  await type(widget, "Gardé");
  await flush(page);
  const before = await kept(page);
  const dialog = await openDialog(widget);
  await dialog.getByRole("button", { name: "Annuler" }).click();
  assert.equal(await title(widget), "Gardé");
  assert.deepEqual(await kept(page), before);
  await page.evaluate(() => {
    globalThis.told = [];
    document.addEventListener("tdt-change", (event) => globalThis.told.push(event.detail.patch));
  });
  await (await openDialog(widget)).getByRole("button", { name: "Effacer de ce poste" }).click();
  // A blank dossier takes the place of the one that was erased.
  const blank = () => globalThis.told.flat().some(({ op, path, value }) => op === "replace" && path === "" && !JSON.stringify(value).includes("Gardé"));
  await eventually(() => page.evaluate(blank), true);
  assert.equal(await widget.evaluate((element) => element.dirty), false);
});

browserTest("another tab keeps what it shows, and does not write it again by itself", {}, async ({ page, widget, tab }) => {
  await type(widget, "Partagé");
  await flush(page);
  const other = await tab("/");
  const there = other.locator("tour-de-table").first();
  await type(there, "Partagé, vu d’ailleurs");
  await flush(other);
  await eventually(() => title(widget), "Partagé, vu d’ailleurs");
  await (await openDialog(widget)).getByRole("button", { name: "Effacer de ce poste" }).click();
  await widget.getByText("Plus rien de ce dossier n’est gardé").waitFor();
  await other.bringToFront();
  await other.evaluate(() => window.dispatchEvent(new Event("focus")));
  await other.waitForTimeout(1000);
  assert.equal(await title(there), "Partagé, vu d’ailleurs");
  assert.deepEqual(await kept(page), []);
});

browserTest("in English, and only where this device keeps the dossier", { open: false }, async ({ goto, widget }) => {
  await goto("/h.html", { html: '<tour-de-table lang="en" storage="local"></tour-de-table>' });
  const dialog = await openDialog(widget, "More actions", "Erase my data from this device…");
  await dialog.getByRole("button", { name: "Erase from this device" }).waitFor();
  await goto("/g.html", { html: '<tour-de-table lang="en"></tour-de-table>' });
  await widget.getByRole("button", { name: "More actions" }).click();
  await widget.getByRole("button", { name: "Keyboard shortcuts…" }).waitFor();
  assert.equal(await widget.getByRole("button", { name: "Erase my data from this device…" }).count(), 0);
});
