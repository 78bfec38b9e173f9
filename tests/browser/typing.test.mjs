// What is typed is in the dossier at once; the rest of the screen follows, and never shows anything else.
import assert from "node:assert/strict";
import { dossier as large } from "../bench/dossier.mjs";
import { browserTest } from "./support/browser-test.mjs";

async function open({ widget }, step, content = large({ actors: 12, objectives: 3 })) {
  await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element, step) => element.goTo(step), step);
}

async function settles(read, expected) {
  let seen;
  for (let turn = 0; turn < 60; turn += 1) {
    seen = await read();
    if (seen === expected) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(seen, expected);
}

const nameOf = ({ widget }) => widget.evaluate((element) => element.value.actors[0].name);
const row = ({ widget }) => widget.locator("#tdt-actor-a0 bdi").innerText();

async function openSheet({ widget }) {
  await widget.locator("#tdt-actor-a0").click();
  await widget.locator("#tdt-sheet-identity").click();
  const name = widget.locator("#tdt-a-name");
  await name.click();
  await name.press("End");
  return name;
}

browserTest("letters are in the dossier at once, and the list follows", {}, async (tools) => {
  const { page } = tools;
  await open(tools, "actors");
  const name = await openSheet(tools);
  const before = await nameOf(tools);
  await page.keyboard.type(" bis");
  assert.equal(await nameOf(tools), `${before} bis`);
  assert.equal(await name.inputValue(), `${before} bis`);
  await settles(() => row(tools), `${before} bis`);
  // One stretch of letters is one change.
  await page.keyboard.press("Control+z");
  await settles(() => name.inputValue(), before);
  assert.equal(await nameOf(tools), before);
});

browserTest("a field that is left, or undone by the page, shows what the dossier holds", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, "actors");
  const name = await openSheet(tools);
  const before = await nameOf(tools);
  // Both in one turn of the page: nothing had time to follow.
  const held = await widget.evaluate(async (element) => {
    document.execCommand("insertText", false, "!");
    const typed = element.value.actors[0].name;
    await new Promise((done) => setTimeout(done));
    await element.undo();
    return [typed, element.value.actors[0].name];
  });
  assert.equal(held[1], before);
  await settles(() => name.inputValue(), before);
  await settles(() => row(tools), before);
  await name.press("End");
  await page.keyboard.type("?");
  await page.keyboard.press("Tab");
  assert.equal(await name.inputValue(), `${before}?`);
  // The list comes a frame after the sheet.
  await settles(() => row(tools), `${before}?`);
});

browserTest("a figure shows in its cell at once, and an undo by the page takes it away", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, "qualification");
  const cell = widget.locator('tr[data-actor="a0"] td[data-c="0"]');
  await cell.click();
  // Mobilisation of a0 is (0 + 0) % 5.
  assert.equal(await cell.getAttribute("aria-label"), "0, absente");
  const seen = await widget.evaluate(async (element) => {
    const cell = element.shadowRoot.activeElement;
    cell.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true, composed: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    const shown = [cell.getAttribute("aria-label"), element.shadowRoot.querySelector("td[data-current]").dataset.c];
    await element.undo();
    return shown;
  });
  assert.deepEqual(seen, ["3, engagée", "1"]);
  await settles(() => cell.getAttribute("aria-label"), "0, absente");
  await page.keyboard.press("4");
  await settles(() => widget.evaluate((element) => element.value.actors[0].readings.at(-1).value), 4);
});

browserTest("a matrix of many rows is whole on paper", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, "coherence", large({ actors: 80, objectives: 3 }));
  const rows = widget.locator(".mtable tbody tr[data-r]");
  await rows.first().waitFor();
  assert.ok((await rows.count()) < 80, "not all are drawn on the screen");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await settles(() => rows.count(), 80);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await settles(async () => (await rows.count()) < 80, true);
  // The same for what actors can do.
  await widget.evaluate((element) => element.goTo("qualification"));
  await widget.getByRole("button", { name: "Complémentarités" }).click();
  const able = widget.locator(".ctable tbody tr[data-r]");
  await able.first().waitFor();
  assert.ok((await able.count()) < 80, "not all are drawn on the screen");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await settles(() => able.count(), 80);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  // And for who answers for what.
  await open(tools, "roles", large({ actors: 3, objectives: 80 }));
  await widget.getByRole("button", { name: "Responsabilités" }).click();
  const letters = widget.locator(".ltable tbody tr[data-r]");
  await letters.first().waitFor();
  assert.ok((await letters.count()) < 80, "not all are drawn on the screen");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await settles(() => letters.count(), 80);
});
