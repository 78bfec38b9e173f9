// Show only: every screen tells, none offers to change; what explores still works, and by keyboard.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const example = readFileSync(new URL("../../src/vocabulary/examples/petit.json", import.meta.url), "utf8");
const STEPS = ["project", "actors", "qualification", "coherence", "circles", "roles", "governance", "summary"];
const host = (attributes = "") => ({ html: `<tour-de-table mode="view" ${attributes}></tour-de-table>`, path: "/h.html", timeout: 240_000 });
const load = (widget) => widget.evaluate((element, text) => element.load(text), example);
const value = (widget) => widget.evaluate((element) => JSON.stringify(element.value));

/** Fields that filter, sort or ask a question of the dossier: they write nothing. */
const EXPLORES = /filter|sort|kind$|about|lack|without|eval|who|scope|year|seen|by$|m-objective/;

/** Controls of the step that can do nothing: greyed out, or fields that cannot be written in. */
const dead = (widget) =>
  widget.evaluate((element) =>
    [...element.shadowRoot.querySelectorAll(".step :is(input, textarea, select, button)")]
      .filter((control) => control.checkVisibility() && (control.disabled || control.readOnly))
      .map((control) => control.outerHTML.slice(0, 160)),
  );

/** Fields of the step that could be written in. */
const writable = (widget, explores) =>
  widget.evaluate(
    (element, explores) =>
      [...element.shadowRoot.querySelectorAll(".step :is(input, textarea, select)")]
        .filter((field) => field.checkVisibility() && !field.disabled && !field.readOnly && !new RegExp(explores).test(field.id))
        .map((field) => field.outerHTML.slice(0, 160)),
    explores.source,
  );

for (const width of [1440, 375]) {
  // Tall enough that the bar at the foot of a narrow screen covers nothing that is measured.
  browserTest(`every step is told, none can be changed, at ${width}`, { ...host(), width, height: width > 900 ? 900 : 6000 }, async ({ page, widget, screenshot }) => {
    await load(widget);
    await widget.getByText("Lecture seule : vous consultez ce dossier").waitFor();
    const before = await value(widget);
    for (const step of STEPS) {
      await widget.evaluate((element, code) => element.goTo(code), step);
      await page.waitForTimeout(600);
      // What is folded counts too.
      await widget.evaluate((element) => {
        for (const folded of element.shadowRoot.querySelectorAll(".step details")) folded.open = true;
      });
      await page.waitForTimeout(200);
      assert.deepEqual(await dead(widget), [], `${step}: controls that do nothing`);
      assert.deepEqual(await writable(widget, EXPLORES), [], `${step}: fields that write`);
      await assertAccessible(page);
      await screenshot(`view-${step}-${width}`);
    }
    assert.equal(await value(widget), before);
  });
}

browserTest("sheets, roles and details opened for reading offer nothing to write", { ...host(), width: 1440 }, async ({ page, widget }) => {
  await load(widget);
  await widget.evaluate((element) => element.goTo("actors"));
  await widget.locator(".row-open").nth(1).click();
  await widget.locator("#tdt-sheet-title").waitFor();
  assert.deepEqual(await widget.getByRole("button", { name: /Modifier|Ajouter|Supprimer|Envoyer|à renseigner/ }).count(), 0);
  await widget.evaluate((element) => element.goTo("roles"));
  await widget.locator(".role-card").first().click();
  await page.waitForTimeout(400);
  assert.deepEqual(await dead(widget), []);
  await widget.evaluate((element) => element.goTo("project"));
  for (const details of await widget.getByRole("button", { name: /^Détails/ }).all()) await details.click();
  assert.deepEqual(await dead(widget), []);
  assert.deepEqual(await writable(widget, EXPLORES), []);
});

browserTest("undo and redo change nothing, by key or by the page; a way out stays unless the page closes it", host(), async ({ page, widget }) => {
  await load(widget);
  await widget.evaluate((element) => element.setAttribute("mode", "edit"));
  await widget.evaluate((element) => element.goTo("project"));
  await widget.locator("#tdt-problem").fill("Changé");
  await page.waitForTimeout(300);
  await widget.evaluate((element) => element.setAttribute("mode", "view"));
  await widget.getByText("Lecture seule").waitFor();
  const before = await value(widget);
  await widget.evaluate((element) => element.undo());
  await page.keyboard.press("Control+z");
  assert.equal(await value(widget), before);
  await widget.getByRole("button", { name: "Exporter" }).first().click();
  const dialog = widget.locator("dialog[open]");
  await dialog.waitFor();
  assert.equal(await dialog.getByText("Envoyer des fiches aux partenaires").count(), 0);
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  await widget.evaluate((element) => element.setAttribute("no-export", ""));
  await widget.locator(".bar-io").waitFor({ state: "detached" });
  await widget.locator("[aria-controls=tdt-more]").click();
  assert.equal(await widget.getByRole("button", { name: /Importer|Exporter|Fiches partenaires|exemple|Nouveau/ }).count(), 0);
});

browserTest("without a bar, a sentence says that it is for reading; the steps are walked by keyboard", { ...host("no-toolbar"), width: 1440 }, async ({ page, widget }) => {
  await load(widget);
  await widget.locator(".banner").getByText("Lecture seule : vous consultez ce dossier").waitFor();
  await widget.locator(".rail").getByRole("button", { name: /Rôles/ }).focus();
  await page.keyboard.press("Enter");
  await widget.getByRole("heading", { name: "Rôles", exact: true }).waitFor();
});
