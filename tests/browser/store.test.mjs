// Autosave in a real browser, on the stand-alone page: faults that cost people their work elsewhere.
// The numbers FI-… are those of the reliability reference of this project.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { openLate, titles } from "./support/database.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const KEY = "page:/";
const status = (page) => page.locator("tour-de-table .save").first();
const saved = (page) => status(page).and(page.locator("[data-state=saved]")).waitFor();
const flush = (page) => page.locator("tour-de-table").first().evaluate((element) => element.flush());
const banner = (page, name) => page.locator(`tour-de-table .${name}`).first();

/** Does something in the database behind the widget's back; `work` is given the open database. */
const inDatabase = (page, work, argument) =>
  page.evaluate(
    ([source, value]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tour-de-table");
        request.onerror = () => reject(request.error);
        request.onsuccess = async () => {
          const database = request.result;
          const all = (store) =>
            new Promise((found) => {
              const asked = database.transaction(store).objectStore(store).getAll();
              asked.onsuccess = () => found(asked.result);
            });
          const put = (store, record, key) =>
            new Promise((done) => {
              const transaction = database.transaction(store, "readwrite");
              transaction.objectStore(store).put(record, key);
              transaction.oncomplete = done;
            });
          // The test's own code, under a policy that allows no other way than a function of the page.
          const answer = await { texts: () => all("texts"), kept: () => all("kept"), put: () => put(...value) }[source]();
          database.close();
          resolve(answer);
        };
      }),
    [work, argument],
  );

browserTest("what is typed is said to be saved, and found again", {}, async ({ page, widget, reload }) => {
  await type(widget, "Bassin d’emploi");
  await saved(page);
  assert.deepEqual(await titles(page), ["Bassin d’emploi"]);
  await reload();
  assert.equal(await title(widget), "Bassin d’emploi");
});

browserTest("IndexedDB keeps to the rules of stores", { panicSwitch: true, html: "<tour-de-table></tour-de-table>", path: "/h.html", timeout: 120_000 }, async ({ page }) => {
  const checks = await page.evaluate(async () => (await import("/bindings.js")).checkStore("tour-de-table-check"));
  assert.ok(checks > 10);
});

browserTest("FI-01: two reloads while the database opens slowly change nothing", {}, async ({ page, context, widget, reload }) => {
  await type(widget, "Trésor");
  await flush(page);
  await openLate(context, 2000);
  for (let round = 0; round < 2; round += 1) {
    await page.reload({ waitUntil: "commit" });
    await page.waitForTimeout(600);
  }
  await reload();
  assert.equal(await title(widget), "Trésor");
});

for (const [name, damage] of [
  ["cut", (text) => text.slice(0, text.length / 2)],
  ["with one letter changed", (text) => text.replace("Récent", "Décent")],
  ["empty", () => ""],
  ["null", () => null],
  ["a number", () => 42],
  ["an object", () => ({ a: 1 })],
]) {
  browserTest(`FI-02: a stored record that is ${name} is set aside, never overwritten`, {}, async ({ page, widget, reload, download }) => {
    await type(widget, "Ancien");
    await flush(page);
    await type(widget, "Récent");
    await flush(page);
    const texts = await inDatabase(page, "texts");
    const damaged = damage(texts.at(-1));
    await inDatabase(page, "put", ["texts", damaged, [KEY, texts.length]]);
    await reload();
    const told = banner(page, "banner-blocking");
    await told.waitFor();
    // Typing meanwhile writes nothing.
    await page.waitForTimeout(800);
    assert.deepEqual((await inDatabase(page, "texts")).at(-1), damaged);
    if (typeof damaged === "string" && damaged !== "") {
      const kept = await inDatabase(page, "kept");
      assert.deepEqual(kept.map(({ why, text }) => [why, text]), [["damaged", damaged]]);
      const file = await download(() => told.getByRole("button", { name: /Télécharger/ }).click());
      assert.equal(file.text, damaged);
    }
    await told.getByRole("button").first().click();
    await eventually(() => title(widget), "Ancien");
    await saved(page);
    const after = await inDatabase(page, "texts");
    assert.equal(after.length, texts.length + 1);
    assert.deepEqual(after[texts.length - 1], damaged, "the damaged record stays where it was");
    await reload();
    assert.equal(await title(widget), "Ancien");
  });
}

for (const [name, refuse] of [
  ["throws a SecurityError", () => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("", "SecurityError"); } })],
  ["is not there", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  ["finds the disk full when it opens", () => { IDBFactory.prototype.open = () => { throw new DOMException("", "QuotaExceededError"); }; }],
]) {
  browserTest(`FI-03: where the database ${name}, work goes on in memory and can be exported`, { open: false }, async ({ page, context, widget, goto }) => {
    await context.addInitScript(refuse);
    await goto("/");
    await type(widget, "En mémoire");
    await banner(page, "banner-warning").waitFor();
    await page.waitForTimeout(600);
    assert.equal(await status(page).getAttribute("data-state"), "memory");
    const text = await widget.evaluate(async (element) => (await element.export("json")).text());
    assert.equal(JSON.parse(text).project.title, "En mémoire");
  });
}

browserTest("FI-04: a database that another tab holds is told within 4 s, and a retry works", {}, async ({ page, context, tab, watch }) => {
  await flush(page);
  // A tab that does not let go, and a deletion that waits for it: every opening waits behind them.
  const stubborn = await context.newPage();
  await stubborn.goto(new URL("/index.js", page.url()).href);
  await stubborn.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("tour-de-table");
        request.onsuccess = () => {
          globalThis.held = request.result;
          indexedDB.deleteDatabase("tour-de-table");
          resolve();
        };
      }),
  );
  const start = Date.now();
  const late = await tab("/");
  const told = banner(late, "banner-warning");
  await told.waitFor();
  assert.ok(Date.now() - start < 10_000);
  await type(late.locator("tour-de-table"), "Tapé en attendant");
  await stubborn.close();
  await told.getByRole("button", { name: "Réessayer" }).click();
  await saved(late);
  assert.deepEqual(await titles(late), ["Tapé en attendant"]);
  assert.deepEqual(watch.problems, []);
});

browserTest("FI-05: a database of a later version is read, shown for download and never written", {}, async ({ page, widget, tab, download }) => {
  await type(widget, "De demain");
  await flush(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tour-de-table", 99);
        request.onsuccess = () => resolve(request.result.close());
        request.onblocked = () => reject(new Error("the widget holds on to the database"));
      }),
  );
  // The tab that was open stops writing.
  await type(widget, "D’hier");
  await eventually(() => status(page).getAttribute("data-state"), "idle");
  const later = await tab("/");
  const told = banner(later, "banner-blocking");
  const file = await download(() => told.getByRole("button", { name: /Télécharger/ }).click(), later);
  assert.equal(JSON.parse(file.text).project.title, "De demain");
  await type(later.locator("tour-de-table"), "Écrasé ?");
  await later.waitForTimeout(800);
  assert.deepEqual(await titles(later), ["De demain"]);
});

browserTest("FI-07: a full disk is told, the last version stays, and saving recovers", { open: false, timeout: 120_000 }, async ({ page, context, server, widget, goto }) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(server.address);
  // Before the first connection: the browser looks at the quota from time to time only.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 300_000 });
  await goto("/");
  await type(widget, "Avant");
  await flush(page);
  await widget.evaluate(async (element) => {
    // Letters that do not compress.
    let letters = "";
    while (letters.length < 400_000) letters += String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000));
    const dossier = element.value;
    const needs = Array.from({ length: 50 }, (_, index) => ({
      id: `n${index}`,
      title: `Besoin ${index}`,
      description: letters.slice(index * 8000, (index + 1) * 8000),
    }));
    await element.load({ ...dossier, project: { ...dossier.project, title: "Trop grand" }, needs });
  });
  await eventually(() => status(page).getAttribute("data-state"), "failed");
  await banner(page, "banner-blocking").waitFor();
  assert.equal(JSON.parse((await inDatabase(page, "texts")).at(-1)).project.title, "Avant");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  // Everything waits for a retry, at most thirty seconds away.
  await status(page).and(page.locator("[data-state=saved]")).waitFor({ timeout: 60_000 });
  assert.equal(JSON.parse((await inDatabase(page, "texts")).at(-1)).project.title, "Trop grand");
});

browserTest("FI-08: a connection lost between two saves is opened again", {}, async ({ page, context, widget, reload }) => {
  await type(widget, "Un");
  await flush(page);
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...names) {
      IDBDatabase.prototype.transaction = transaction;
      this.close();
      return transaction.apply(this, names);
    };
  });
  await type(widget, "Deux");
  await saved(page);
  // Site data cleared in the middle of a session: everything is written again.
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await type(widget, "Trois");
  await saved(page);
  await flush(page);
  await reload();
  assert.equal(await title(widget), "Trois");
});

browserTest("FI-11: twenty failures in a row, then the storage heals", { timeout: 120_000 }, async ({ page, widget, reload }) => {
  // Ever slower retries would take ten minutes: time runs faster on this page.
  await page.evaluate(() => {
    const { setTimeout: wait } = globalThis;
    globalThis.setTimeout = (then, ms, ...rest) => wait(then, (ms ?? 0) / 200, ...rest);
    const [now, start] = [performance.now.bind(performance), performance.now()];
    performance.now = () => start + (now() - start) * 200;
    const { add } = IDBObjectStore.prototype;
    globalThis.attempts = 0;
    IDBObjectStore.prototype.add = function (...record) {
      if (this.name === "texts" && (globalThis.attempts += 1) <= 20) throw new DOMException("", "UnknownError");
      return add.apply(this, record);
    };
  });
  await type(widget, "Obstiné");
  await saved(page);
  assert.ok((await page.evaluate(() => globalThis.attempts)) > 20);
  await reload();
  assert.equal(await title(widget), "Obstiné");
});

for (const how of ["reload", "navigation", "closing"]) {
  const leave = async (page) => {
    if (how === "reload") await page.reload();
    if (how === "navigation") await page.goto(new URL("/styles.js", page.url()).href);
    if (how === "closing") await page.close({ runBeforeUnload: false });
  };
  // The page that was left may still be at work while the next one loads; what it stores then is shown.
  const found = async (page, context, goto, words) => {
    const again = page.isClosed() ? await context.newPage() : page;
    await goto("/", { page: again });
    await eventually(() => title(again.locator("tour-de-table")), words);
    return again;
  };

  browserTest(`FI-15, FI-16: ${how} within 50 ms of the very first key keeps it`, {}, async ({ page, widget, context, goto }) => {
    await type(widget, "Mo");
    await leave(page);
    await found(page, context, goto, "Mo");
  });

  browserTest(`FI-15, FI-16: ${how} within 50 ms of the last key keeps it in the database alone`, {}, async ({ page, context, goto }) => {
    let current = page;
    for (const words of ["Mot", "Mots", "Mots croisés"]) {
      const there = current.locator("tour-de-table");
      await type(there, "Début");
      await saved(current);
      await current.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("", "QuotaExceededError");
        };
      });
      await type(there, words);
      await leave(current);
      current = await found(current, context, goto, words);
    }
  });
}

browserTest("FI-21: an idle tab takes what the other saved, and overwrites nothing", {}, async ({ page, widget, tab }) => {
  await type(widget, "Début");
  await flush(page);
  const other = await tab("/");
  const there = other.locator("tour-de-table");
  await type(there, "Suite, écrite ailleurs");
  await flush(other);
  await eventually(() => title(widget), "Suite, écrite ailleurs");
  await page.bringToFront();
  await type(widget, "Suite, reprise ici");
  await flush(page);
  await eventually(() => title(there), "Suite, reprise ici");
});

for (const mine of [true, false]) {
  browserTest(`FI-21: two tabs that changed apart ask which goes on (${mine ? "mine" : "theirs"})`, { open: false }, async ({ page, context, widget, goto, tab }) => {
    // No channel between the tabs: each finds out by itself.
    await context.addInitScript(() => {
      BroadcastChannel.prototype.postMessage = () => {};
    });
    await goto("/");
    await type(widget, "Début");
    await flush(page);
    const other = await tab("/");
    await type(other.locator("tour-de-table"), "La leur");
    await flush(other);
    await type(widget, "La mienne");
    const asked = banner(page, "banner-warning");
    await asked.waitFor();
    assert.deepEqual((await titles(page)).at(-1), "La leur");
    const [branch] = await inDatabase(page, "kept");
    assert.equal(JSON.parse(branch.text).project.title, "La mienne");
    await asked.getByRole("button").nth(mine ? 0 : 1).click();
    const expected = mine ? "La mienne" : "La leur";
    await eventually(() => title(widget), expected);
    await eventually(async () => (await titles(page)).at(-1), expected);
    await eventually(() => status(page).getAttribute("data-state"), "saved");
  });
}

browserTest("plain http: no locks, no crypto.subtle, and everything is stored", { plain: true }, async ({ page, widget, reload }) => {
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await type(widget, "Intranet");
  await saved(page);
  await reload();
  assert.equal(await title(widget), "Intranet");
});
