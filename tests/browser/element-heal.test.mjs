// After a fault in the library every element of the page goes on from its last whole dossier.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, listen, seen, title, type } from "./support/hosts.mjs";

const two = `<tour-de-table id="a"></tour-de-table><tour-de-table id="b"></tour-de-table>`;
// A panic is told on the console, its trap is an uncaught error, and a fresh instance asks for its glue again.
const allow = [/unreachable|provoked by a test|RuntimeError/, /late request: GET .*\/bindings\.js\?\d+/];
const setting = { html: two, path: "/h.html", panicSwitch: true, allow };

/** Breaks the instance that the elements use now; `generation` counts from 1. */
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

browserTest("every element heals from its last dossier", setting, async ({ page }) => {
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await listen(page);
  await type(a, "Celui de A");
  await type(b, "Celui de B");
  await eventually(async () => (await seen(page, "change")).length, 2);
  await provoke(page, 1);
  await ready(a);
  await ready(b);
  assert.equal(await title(a), "Celui de A");
  assert.equal(await title(b), "Celui de B");
  const errors = await seen(page, "error");
  assert.deepEqual(errors.map(({ detail, id }) => [id, detail.code, detail.recoverable]), [["a", "panic", true], ["b", "panic", true]]);
  // Both are at work again.
  await type(a, "A après");
  await type(b, "B après");
  assert.equal(await title(a), "A après");
  assert.equal(await title(b), "B après");
  assert.equal(await a.locator(".tdt").count(), 1);
});

browserTest("of three elements one breaks twice: it offers its dossier, the others are at work", { ...setting, html: `${two}<tour-de-table id="c"></tour-de-table>` }, async ({ page, download }) => {
  const [a, b, c] = ["#a", "#b", "#c"].map((id) => page.locator(id));
  await listen(page);
  for (const [widget, text] of [[a, "Un"], [b, "Deux"], [c, "Trois"]]) await type(widget, text);
  await eventually(async () => (await seen(page, "change")).length, 3);
  for (const generation of [1, 2]) {
    // The one that acted last is the one that seems to cause the fault.
    await b.evaluate((element) => element.goTo("actors"));
    await provoke(page, generation);
    await ready(a);
    await ready(c);
    assert.deepEqual([await title(a), await title(b), await title(c)], ["Un", "Deux", "Trois"]);
    if (generation === 1) await ready(b);
  }
  const panel = b.locator("[role=alert][data-code=panic]");
  await panel.waitFor();
  const file = await download(() => panel.getByRole("button", { name: "Télécharger" }).click());
  assert.equal(JSON.parse(file.text).project.title, "Deux");
  const told = (await seen(page, "error")).map(({ id, detail }) => `${id} ${detail.recoverable}`);
  assert.deepEqual(told.toSorted(), ["a true", "a true", "b false", "b true", "c true", "c true"]);
  await type(a, "Un encore");
  await type(c, "Trois encore");
  assert.deepEqual([await title(a), await title(c)], ["Un encore", "Trois encore"]);
});

browserTest("the change that a fault loses is named", setting, async ({ page }) => {
  const a = page.locator("#a");
  await listen(page);
  await type(a, "Sûr");
  await eventually(async () => (await seen(page, "change")).length, 1);
  // Typed and broken within the time in which changes are gathered.
  await a.locator(".title-input").evaluate(async (input) => {
    const { provokePanic } = await import("/bindings.js");
    input.value = "Perdu";
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      provokePanic();
    } catch {
      // The trap.
    }
  });
  await ready(a);
  assert.equal(await title(a), "Sûr");
  const banner = a.locator(".banner");
  await banner.waitFor();
  assert.match(await banner.innerText(), /Modifier le projet/);
  assert.equal(await page.locator("#b").locator(".banner").filter({ hasText: "Modifier le projet" }).count(), 0, "B lost nothing");
});

browserTest("a second fault on the same dossier shows the rescue panel", { ...setting, html: `<tour-de-table id="a"></tour-de-table>` }, async ({ page, download }) => {
  const a = page.locator("#a");
  await listen(page);
  await type(a, "À sauver");
  await eventually(async () => (await seen(page, "change")).length, 1);
  await provoke(page, 1);
  await ready(a);
  await provoke(page, 2);
  const panel = a.locator("[role=alert][data-code=panic]");
  await panel.waitFor();
  const errors = await seen(page, "error");
  assert.deepEqual(errors.map(({ detail }) => detail.recoverable), [true, false]);
  const file = await download(() => panel.getByRole("button", { name: "Télécharger" }).click());
  assert.equal(file.name, "a-sauver.json");
  assert.equal(JSON.parse(file.text).project.title, "À sauver");
  assert.equal(await title(a), "À sauver");
  await panel.getByRole("button", { name: "Réessayer" }).click();
  await ready(a);
  assert.equal(await title(a), "À sauver");
});

browserTest("a change between two faults makes the second a first", { ...setting, html: `<tour-de-table id="a"></tour-de-table>` }, async ({ page }) => {
  const a = page.locator("#a");
  await listen(page);
  await type(a, "Un");
  await eventually(async () => (await seen(page, "change")).length, 1);
  await provoke(page, 1);
  await ready(a);
  await type(a, "Deux");
  await eventually(async () => (await seen(page, "change")).length, 2);
  await provoke(page, 2);
  await ready(a);
  assert.equal(await title(a), "Deux");
  assert.equal(await a.locator("[data-code=panic]").count(), 0);
});

browserTest("a request that a fault cuts off is refused, not left waiting", { ...setting, html: `<tour-de-table id="a"></tour-de-table>` }, async ({ page }) => {
  const answer = await page.evaluate(async () => {
    const { provokePanic } = await import("/bindings.js");
    const pending = document.querySelector("#a").undo().then(() => "done", ({ code }) => code);
    // The question is asked in this very task.
    await Promise.resolve();
    try {
      provokePanic();
    } catch {
      // The trap.
    }
    return Promise.race([pending, new Promise((resolve) => setTimeout(resolve, 2000, "still waiting"))]);
  });
  assert.ok(["done", "panic"].includes(answer), answer);
});

browserTest("where no fresh instance can be had, the dossier can be downloaded", { ...setting, allow: [/./], html: `<tour-de-table id="a"></tour-de-table>` }, async ({ page, download }) => {
  const a = page.locator("#a");
  await listen(page);
  await type(a, "Hors ligne");
  await eventually(async () => (await seen(page, "change")).length, 1);
  await page.route(/bindings\.js\?/, (route) => route.abort());
  await provoke(page, 1);
  const file = await download(() => a.getByRole("button", { name: "Télécharger" }).click());
  assert.equal(JSON.parse(file.text).project.title, "Hors ligne");
});
