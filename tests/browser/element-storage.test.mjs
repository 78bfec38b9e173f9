// The element and what is kept in the browser: nothing is lost when it goes, breaks, or meets a dossier of the page.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, listen, seen, title, type } from "./support/hosts.mjs";

const one = `<tour-de-table id="a" storage="local"></tour-de-table>`;
const two = `<tour-de-table id="a" storage="local"></tour-de-table><tour-de-table id="b" storage="local"></tour-de-table>`;
const healing = [/unreachable|provoked by a test|RuntimeError/, /late request: GET .*\/bindings\.js\?\d+/];

const provoke = (page, generation) =>
  page.evaluate(async (number) => {
    const glue = await import(`/bindings.js${number > 1 ? `?${number}` : ""}`);
    try {
      glue.provokePanic();
    } catch {
      // The trap.
    }
  }, generation);
const ready = (widget) => widget.evaluate((element) => element.ready.then(() => true));

browserTest("FI-19: an element removed 10 ms after an edit has stored it", { html: one, path: "/h.html" }, async ({ page, widget, reload }) => {
  await type(widget, "Juste avant");
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    document.querySelector("#a").remove();
  });
  // Put in again at once by another hand: an element of its own, on the same key.
  await eventually(
    () =>
      page.evaluate(async () => {
        const element = document.createElement("tour-de-table");
        element.setAttribute("storage", "local");
        document.body.append(element);
        await element.ready;
        const found = element.value.project?.title ?? "";
        element.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return found;
      }),
    "Juste avant",
  );
  await reload();
  assert.equal(await title(widget), "Juste avant");
});

browserTest("FI-19: coming and going fast loses nothing and breaks nothing", { html: one, path: "/h.html" }, async ({ page, widget }) => {
  await listen(page);
  await type(widget, "Va-et-vient");
  await page.evaluate(async () => {
    const element = document.querySelector("#a");
    for (const pause of [0, 1, 5, 20, 0, 50, 2, 100, 0, 10]) {
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, pause));
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    await element.ready;
  });
  assert.equal(await title(widget), "Va-et-vient");
  assert.equal(await widget.locator(".tdt").count(), 1);
  await type(widget, "Et encore");
  assert.equal(await title(widget), "Et encore");
  assert.deepEqual(await seen(page, "error"), []);
});

browserTest("FI-25: two elements that name no key keep two dossiers", { html: two, path: "/h.html" }, async ({ page, reload }) => {
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await type(a, "Premier");
  await type(b, "Second");
  await Promise.all([a, b].map((widget) => widget.evaluate((element) => element.flush())));
  await reload();
  assert.deepEqual([await title(a), await title(b)], ["Premier", "Second"]);
});

browserTest("FI-38: after a panic each element keeps its own store", { html: two, path: "/h.html", panicSwitch: true, allow: healing }, async ({ page, reload }) => {
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await listen(page);
  await type(a, "Premier");
  await type(b, "Second");
  await eventually(async () => (await seen(page, "change")).length, 2);
  // The first of the page is moved to the end: the order of healing says nothing of who is who.
  await page.evaluate(() => document.body.append(document.querySelector("#a")));
  await provoke(page, 1);
  await ready(a);
  await ready(b);
  await type(a, "Premier, après");
  await type(b, "Second, après");
  await Promise.all([a, b].map((widget) => widget.evaluate((element) => element.flush())));
  await reload();
  assert.deepEqual([await title(a), await title(b)], ["Premier, après", "Second, après"]);
});

browserTest("FI-38: a broken instance writes nothing more, and what was stored is there", { html: one, path: "/h.html", panicSwitch: true, allow: healing }, async ({ page, widget, reload, download }) => {
  await type(widget, "Enregistré");
  await widget.evaluate((element) => element.flush());
  await provoke(page, 1);
  await ready(widget);
  await provoke(page, 2);
  const panel = widget.locator("[data-code=panic]");
  await panel.waitFor();
  const file = await download(() => panel.getByRole("button", { name: "Télécharger" }).click());
  assert.equal(JSON.parse(file.text).project.title, "Enregistré");
  await reload();
  assert.equal(await title(widget), "Enregistré");
});

browserTest("a dossier named by the page never takes a draft's place", { html: one, path: "/h.html" }, async ({ page, widget, goto }) => {
  await type(widget, "Brouillon");
  await widget.evaluate((element) => element.flush());
  await page.route("**/autre.json", (route) => route.fulfill({ json: dossier("De la page") }));
  await page.unroute((address) => address.pathname === "/h.html");
  await goto("/h.html", { html: one.replace("storage", `src="autre.json" storage`) });
  assert.equal(await title(widget), "Brouillon");
  await widget.locator(".banner").waitFor();
  await widget.locator(".banner button").first().click();
  await eventually(() => title(widget), "De la page");
  await widget.evaluate((element) => element.undo());
  assert.equal(await title(widget), "Brouillon", "opening it can be undone");
});

browserTest("a dossier given as a value can be undone back to the draft", { html: one, path: "/h.html" }, async ({ page, widget }) => {
  await type(widget, "Brouillon");
  await widget.evaluate((element) => element.flush());
  await page.addInitScript(() => {
    new MutationObserver((_records, observer) => {
      const element = document.querySelector("tour-de-table");
      if (!element) return;
      observer.disconnect();
      element.value = { format: "tour-de-table/dossier", formatVersion: "1.0", id: "d-2", project: { title: "Donné" } };
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await ready(widget);
  assert.equal(await title(widget), "Donné");
  await widget.evaluate((element) => element.undo());
  assert.equal(await title(widget), "Brouillon");
});

browserTest("an element put back goes on from its store, without a word", { html: one, path: "/h.html" }, async ({ page, widget, reload }) => {
  await type(widget, "Posé puis repris");
  await page.evaluate(async () => {
    const element = document.querySelector("#a");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 400));
    document.body.append(element);
    await element.ready;
  });
  assert.equal(await title(widget), "Posé puis repris");
  assert.equal(await widget.locator(".toast").count(), 0);
  await type(widget, "Repris");
  await widget.evaluate((element) => element.flush());
  await reload();
  assert.equal(await title(widget), "Repris");
});
