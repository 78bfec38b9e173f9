// Faults that cost people their work elsewhere, met with in the middle of ordinary use: browsers that die, clocks
// that lie, tabs that sleep, data that others erase. The numbers FI-… are those of the reliability reference.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { browserTest } from "./support/browser-test.mjs";
import { FLAGS, executable } from "./support/chromium.mjs";
import { texts, titles } from "./support/database.mjs";
import { dossier, eventually, title, type } from "./support/hosts.mjs";
import { startServer } from "./support/server.mjs";

const flush = (page) => page.locator("tour-de-table").first().evaluate((element) => element.flush());
const status = (page) => page.locator("tour-de-table .save").first();
const saved = (page) => status(page).and(page.locator("[data-state=saved]")).waitFor();
const banner = (page, name) => page.locator(`tour-de-table .${name}`).first();

const clear = async (page, context, storageTypes) => {
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes });
};
/** The clock of the pages to come, set forward or back by whole days. */
const shift = (context, days) =>
  context.addInitScript((ms) => {
    const { Date: Real } = globalThis;
    globalThis.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length ? parts : [Real.now() + ms]));
      }
      static now() {
        return Real.now() + ms;
      }
    };
  }, days * 86_400_000);

browserTest("FI-09: data cleared in the middle of a session are written again from memory", {}, async ({ page, context, widget, reload }) => {
  await type(widget, "Avant l’effacement");
  await flush(page);
  await clear(page, context, "indexeddb");
  await type(widget, "Après l’effacement");
  await saved(page);
  await flush(page);
  assert.deepEqual(await titles(page), ["Après l’effacement"]);
  await reload();
  assert.equal(await title(widget), "Après l’effacement");
});

browserTest("FI-13: opening and closing without a change stores nothing more", { html: "<tour-de-table></tour-de-table><div id=place></div>", path: "/h.html", timeout: 180_000 }, async ({ page }) => {
  await page.evaluate(async (content) => {
    const place = document.getElementById("place");
    const mount = async () => {
      const element = document.createElement("tour-de-table");
      element.setAttribute("storage", "local");
      element.setAttribute("storage-key", "fi-13");
      place.append(element);
      await element.ready;
      return element;
    };
    const first = await mount();
    await first.load(content);
    await first.flush();
    first.remove();
    globalThis.mount = mount;
  }, dossier("Toujours le même"));
  const before = await texts(page);
  assert.equal(JSON.parse(before.at(-1)).project.title, "Toujours le même");
  await page.evaluate(async () => {
    for (let round = 0; round < 500; round += 1) (await globalThis.mount()).remove();
  });
  assert.deepEqual(await texts(page), before);
});

for (const days of [-1, 3652]) {
  browserTest(`FI-14: a clock moved by ${days} days does not decide what is newest`, {}, async ({ page, context, widget, reload }) => {
    await type(widget, "Premier");
    await flush(page);
    await shift(context, days);
    await reload();
    await type(widget, "Deuxième");
    await flush(page);
    await shift(context, -days);
    await reload();
    assert.equal(await title(widget), "Deuxième");
    await type(widget, "Troisième");
    await flush(page);
    await reload();
    assert.equal(await title(widget), "Troisième");
  });
}

/** A title of which no half can be taken for a whole. */
const numbered = (number) => `Titre numéro ${number} `.repeat(20) + number;

test("FI-17: a browser killed during a burst of saves keeps the last whole revision", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "tour-de-table-"));
  const server = await startServer();
  try {
    let last = -1;
    for (let round = 0; round < 3; round += 1) {
      const { page, kill } = await browserIn(folder);
      await page.goto(server.address);
      await page.evaluate(() => document.querySelector("tour-de-table").ready);
      const widget = page.locator("tour-de-table");
      if (last >= 0) {
        const found = await title(widget);
        const number = Number(found.split(" ").at(-1));
        assert.ok(number >= last, `${number} is at least ${last}`);
        assert.equal(found, numbered(number), "a whole title");
      }
      // One change saved for certain, then as many as the browser manages before it is killed.
      last = (round + 1) * 1000;
      await page.evaluate(
        async ([content, titles]) => {
          const element = document.querySelector("tour-de-table");
          await element.load({ ...content, project: { title: titles[0] } });
          await element.flush();
          void (async () => {
            for (const next of titles) {
              await element.load({ ...content, project: { title: next } });
              await element.save();
            }
          })();
        },
        [dossier(""), Array.from({ length: 400 }, (_, number) => numbered(last + number))],
      );
      await new Promise((resolve) => setTimeout(resolve, 150 + 130 * round));
      await kill();
    }
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});

/** A browser with a profile of its own that outlives it, and a way to kill it as a power cut does. */
async function browserIn(folder) {
  const child = spawn(executable(), [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const found = said.match(/DevTools listening on (ws:\S+)/);
      if (found) resolve(found[1]);
    });
    child.on("exit", () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.contexts()[0].newPage();
  const kill = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // The whole group: nothing is left to finish what the browser began.
    process.kill(-child.pid, "SIGKILL");
    await gone;
    await browser.close().catch(() => {});
  };
  return { page, kill };
}

browserTest("FI-17: a page that crashes during a burst of saves keeps the last whole revision", { allow: [/./] }, async ({ page, context, tab }) => {
  await page.evaluate(async ([content, first, titles]) => {
    const element = document.querySelector("tour-de-table");
    await element.load({ ...content, project: { title: first } });
    await element.flush();
    void (async () => {
      for (const next of titles) {
        await element.load({ ...content, project: { title: next } });
        await element.save();
      }
    })();
  }, [dossier(""), numbered(0), Array.from({ length: 400 }, (_, number) => numbered(number + 1))]);
  await page.waitForTimeout(200);
  const session = await context.newCDPSession(page);
  session.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
  const again = await tab("/");
  const found = await title(again.locator("tour-de-table"));
  assert.equal(found, numbered(Number(found.split(" ").at(-1))));
});

browserTest("FI-18: a tab that slept while another worked overwrites nothing", {}, async ({ page, context, widget, tab }) => {
  await type(widget, "Avant la sieste");
  await flush(page);
  const session = await context.newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  const other = await tab("/");
  await type(other.locator("tour-de-table"), "Écrit pendant la sieste");
  await flush(other);
  await other.close();
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await page.bringToFront();
  await eventually(() => title(widget), "Écrit pendant la sieste");
  await type(widget, "Repris au réveil");
  await saved(page);
  await flush(page);
  assert.equal(JSON.parse((await texts(page)).at(-1)).project.title, "Repris au réveil");
});

browserTest("FI-18: coming back through the history shows what was typed", {}, async ({ page, widget }) => {
  await type(widget, "Avant de partir");
  await page.goto(new URL("/styles.js", page.url()).href);
  await page.goBack();
  await page.evaluate(() => document.querySelector("tour-de-table").ready);
  await eventually(() => title(widget), "Avant de partir");
  await type(widget, "Au retour");
  await saved(page);
});

browserTest("FI-20: a word still being composed when the tab closes is found again", {}, async ({ page, context, widget, tab }) => {
  await type(widget, "Bassin");
  await widget.locator(".title-input").press("End");
  const session = await context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: " d’emploi", selectionStart: 9, selectionEnd: 9 });
  await page.close({ runBeforeUnload: false });
  const again = await tab("/");
  await eventually(() => title(again.locator("tour-de-table")), "Bassin d’emploi");
});

browserTest("FI-22: a tab of an older build writes nothing over what a newer one wrote", {}, async ({ page, widget, tab }) => {
  await type(widget, "D’aujourd’hui");
  await flush(page);
  // What a later build would have saved next, in a layout of its own.
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("tour-de-table");
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(["revisions", "texts"], "readwrite");
          transaction.objectStore("revisions").put({ v: 99, parent: 1, later: true }, ["page:/", 2]);
          transaction.objectStore("texts").put("écrit par une version à venir", ["page:/", 2]);
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
  );
  await type(widget, "D’hier");
  await page.waitForTimeout(1500);
  assert.equal((await texts(page)).at(-1), "écrit par une version à venir");
  const later = await tab("/");
  await banner(later, "banner-blocking").waitFor();
  await type(later.locator("tour-de-table"), "Écrasé ?");
  await later.waitForTimeout(800);
  assert.equal((await texts(later)).at(-1), "écrit par une version à venir");
});

browserTest("FI-24: when the tab that writes crashes, another goes on at once", { allow: [/./] }, async ({ page, context, widget, tab }) => {
  await type(widget, "Début");
  await flush(page);
  const other = await tab("/");
  const session = await context.newCDPSession(page);
  session.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
  const there = other.locator("tour-de-table");
  await type(there, "Suite");
  await saved(other);
  assert.equal(JSON.parse((await texts(other)).at(-1)).project.title, "Suite");
});

browserTest("FI-27: under another address nothing is found, and the way to a file is shown", {}, async ({ page, widget, server, goto }) => {
  await type(widget, "À cette adresse");
  await flush(page);
  const here = page.url();
  await goto(server.plainAddress);
  assert.equal(await title(widget), "");
  await widget.getByRole("button", { name: /Importer/ }).first().waitFor();
  await goto(here);
  assert.equal(await title(widget), "À cette adresse");
});

browserTest("FI-28: a dossier that others erased is missed aloud, with the name of its last file", {}, async ({ page, context, widget, reload, download }) => {
  await type(widget, "Précieux");
  await flush(page);
  await widget.getByRole("button", { name: "Exporter" }).first().click();
  const dialog = widget.getByRole("dialog");
  const { name } = await download(() => dialog.getByRole("button", { name: /Télécharger|Exporter/ }).last().click());
  await flush(page);
  // The page is left first: a page that is alive would write it all again.
  const address = page.url();
  await page.goto(new URL("/styles.js", address).href);
  await clear(page, context, "indexeddb");
  await page.goto(address);
  await page.evaluate(() => document.querySelector("tour-de-table").ready);
  const told = banner(page, "banner-warning");
  await told.waitFor();
  assert.ok((await told.textContent()).includes(name));
  await told.getByRole("button", { name: "Importer un fichier…" }).click();
  await widget.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await told.getByRole("button", { name: "Compris" }).click();
  await reload();
  assert.equal(await banner(page, "banner-warning").count(), 0, "said once");
});

browserTest("FI-28: where everything was erased the start is blank, without a false alarm", {}, async ({ page, context, widget }) => {
  await type(widget, "Précieux");
  await flush(page);
  const address = page.url();
  await page.goto(new URL("/styles.js", address).href);
  await clear(page, context, "all");
  await page.goto(address);
  await page.evaluate(() => document.querySelector("tour-de-table").ready);
  assert.equal(await title(widget), "");
  assert.equal(await page.locator("tour-de-table .banner").count(), 0);
});

for (const plain of [false, true]) {
  browserTest(`FI-29: an export is recalled after two weeks, then left alone (${plain ? "plain http" : "no lasting storage"})`, { plain, open: false }, async ({ page, context, widget, goto, reload, download }) => {
    if (!plain) {
      await context.addInitScript(() => {
        StorageManager.prototype.persist = async () => false;
      });
    }
    await goto("/");
    await type(widget, "Jamais exporté");
    await flush(page);
    await reload();
    assert.equal(await page.locator("tour-de-table .banner").count(), 0);
    await shift(context, 20);
    await reload();
    const told = banner(page, "banner-info");
    await told.waitFor();
    assert.match(await told.textContent(), /depuis 20\sjours/);
    await told.getByRole("button", { name: "Compris" }).click();
    await reload();
    assert.equal(await page.locator("tour-de-table .banner").count(), 0);
    await shift(context, 10);
    await reload();
    await banner(page, "banner-info").getByRole("button", { name: "Exporter maintenant" }).click();
    const dialog = widget.getByRole("dialog");
    await download(() => dialog.getByRole("button", { name: /Télécharger|Exporter/ }).last().click());
    await reload();
    assert.equal(await page.locator("tour-de-table .banner").count(), 0);
  });
}

browserTest("FI-40: a large dossier saved thirty times keeps to its place", { timeout: 240_000 }, async ({ page, widget, reload }) => {
  const actors = Array.from({ length: 2000 }, (_, at) => ({ id: `a${at}`, name: `Acteur ${at}`, kind: "association" }));
  const ties = Array.from({ length: 5000 }, (_, at) => ({
    from: `a${at % 2000}`,
    to: `a${(at * 7 + 1 + Math.floor(at / 2000)) % 2000}`,
    level: "networking",
  })).filter(({ from, to }) => from !== to);
  await page.evaluate(async (content) => {
    const element = document.querySelector("tour-de-table");
    await element.load(content);
    await element.flush();
  }, { ...dossier("Grand"), actors, ties });
  const [one] = (await texts(page)).slice(-1);
  for (let round = 0; round < 30; round += 1) {
    await type(widget, `Grand ${round}`);
    await flush(page);
  }
  const kept = await texts(page);
  const size = kept.reduce((sum, text) => sum + text.length, 0);
  assert.ok(kept.length <= 21, `${kept.length} texts`);
  assert.ok(size <= 21 * (one.length + 1000), `${size} letters`);
  await reload();
  assert.equal(await title(widget), "Grand 29");
  assert.equal(await widget.evaluate((element) => element.value.actors.length), 2000);
});

browserTest("FI-41: starting blank can be undone, and what was there stays among the kept versions", {}, async ({ page, widget, reload }) => {
  await type(widget, "À ne pas perdre");
  await flush(page);
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "Commencer un dossier vierge" }).click();
  await eventually(() => title(widget), "");
  await widget.evaluate((element) => element.undo());
  await eventually(() => title(widget), "À ne pas perdre");
  await widget.evaluate((element) => element.redo());
  await eventually(() => title(widget), "");
  await flush(page);
  await reload();
  const open = async () => {
    await widget.getByRole("button", { name: "Autres actions" }).click();
    await widget.getByRole("button", { name: "Versions gardées sur ce poste…" }).click();
    const versions = widget.getByRole("dialog").locator(".choice");
    await versions.first().waitFor();
    return versions;
  };
  const found = [];
  for (let at = 0, count = 1; at < count; at += 1) {
    const versions = await open();
    count = await versions.count();
    await versions.nth(at).getByRole("button").last().click();
    await widget.getByRole("dialog").waitFor({ state: "detached" });
    found.push(await title(widget));
    await widget.evaluate((element) => element.undo());
  }
  assert.ok(found.includes("À ne pas perdre"), found.join(", "));
});
