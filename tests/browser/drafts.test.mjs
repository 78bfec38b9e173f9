// What is typed and not recorded yet: kept when the page is left, with its own undo, and a focus that is never lost.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, type } from "./support/hosts.mjs";

const goTo = (widget, step) => widget.evaluate((element, step) => element.goTo(step), step);
const value = (widget) => widget.evaluate((element) => element.value);
const names = async (widget) => ((await value(widget)).actors ?? []).map(({ name }) => name);
const focused = (page) =>
  page.evaluate(() => {
    const active = document.querySelector("tour-de-table").shadowRoot.activeElement;
    return active && (active.id || active.className || active.localName);
  });

browserTest("a name half typed is found again, and is no part of the dossier", {}, async ({ page, widget, reload }) => {
  await type(widget, "Halle");
  await goTo(widget, "actors");
  const entry = widget.locator("#tdt-actors-new");
  await entry.pressSequentially("Caisse des éc");
  await goTo(widget, "roles");
  await goTo(widget, "actors");
  assert.equal(await entry.inputValue(), "Caisse des éc");
  await widget.evaluate((element) => element.flush());
  await reload();
  await goTo(widget, "actors");
  assert.equal(await entry.inputValue(), "Caisse des éc");
  assert.ok(!JSON.stringify(await value(widget)).includes("Caisse"));
  await entry.pressSequentially("oles");
  await entry.press("Enter");
  await eventually(() => names(widget), ["Caisse des écoles"]);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":draft:"))), []);
});

browserTest("the carrier is kept while typed, and recorded when its field is left", {}, async ({ page, widget, reload }) => {
  const carrier = widget.locator("#tdt-carrier");
  await carrier.pressSequentially("Commune de Bo");
  await reload();
  assert.equal(await carrier.inputValue(), "Commune de Bo");
  await carrier.press("End");
  await carrier.pressSequentially("urg");
  await carrier.press("Tab");
  await eventually(() => names(widget), ["Commune de Bourg"]);
  assert.equal((await value(widget)).project.carrier, (await value(widget)).actors[0].id);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":draft:"))), []);
});

browserTest("Enter in the carrier leaves the focus on what takes its place", {}, async ({ page, widget }) => {
  const carrier = widget.locator("#tdt-carrier");
  await carrier.pressSequentially("Commune");
  await carrier.press("Enter");
  await widget.locator("select#tdt-carrier").waitFor();
  await eventually(() => focused(page), "tdt-carrier");
  assert.deepEqual(await names(widget), ["Commune"], "recorded once");
});

browserTest("undo works from the page, and the browser's own changes nothing", {}, async ({ page, widget }) => {
  await type(widget, "Un titre");
  await widget.locator("#tdt-problem").pressSequentially("Constat");
  await page.evaluate(() => document.querySelector("tour-de-table").shadowRoot.activeElement.blur());
  await page.keyboard.press("Control+z");
  await eventually(async () => (await value(widget)).project?.problem ?? "", "");
  assert.equal((await value(widget)).project.title, "Un titre");
  await page.keyboard.press("Control+y");
  await eventually(async () => (await value(widget)).project.problem, "Constat");
  await widget.locator("#tdt-problem").pressSequentially(" et suite");
  // The entry of a menu of the browser, which presses no key.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "F13", code: "F13", commands: ["undo"] });
  await eventually(async () => (await value(widget)).project.problem, "Constat");
  assert.notEqual(await widget.locator(".bar-redo").getAttribute("aria-disabled"), "true", "what was undone can be redone");
});

browserTest("a draft keeps its own undo", {}, async ({ widget }) => {
  await type(widget, "Titre");
  await goTo(widget, "actors");
  const entry = widget.locator("#tdt-actors-new");
  await entry.pressSequentially("Mairie");
  await entry.press("Control+z");
  assert.equal((await value(widget)).project.title, "Titre");
  assert.notEqual(await entry.inputValue(), "Mairie");
});

browserTest("a message undoes its own change only", {}, async ({ widget }) => {
  await widget.evaluate((element) => element.ready);
  await goTo(widget, "actors");
  const entry = widget.locator("#tdt-actors-new");
  for (const name of ["Commune", "Région"]) {
    await entry.fill(name);
    await entry.press("Enter");
  }
  await eventually(async () => (await names(widget)).length, 2);
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "Commencer un dossier vierge" }).click();
  const undo = widget.locator(".toast").getByRole("button", { name: "Annuler" });
  await undo.waitFor();
  await goTo(widget, "project");
  await type(widget, "Autre");
  await eventually(() => undo.count(), 0);
});

browserTest("another language, and an undo that takes the focused actor away, leave the focus in the widget", {}, async ({ page, widget }) => {
  await type(widget, "Titre");
  await goTo(widget, "actors");
  await widget.locator("#tdt-actors-new").fill("Commune");
  await widget.locator("#tdt-actors-new").press("Enter");
  await eventually(() => names(widget), ["Commune"]);
  await widget.locator("#tdt-actors-new").evaluate((entry) => {
    const row = [...entry.getRootNode().querySelectorAll(".step-body button, .step-body a")];
    row.find((button) => button.textContent.includes("Commune")).focus();
  });
  await page.keyboard.press("Control+z");
  await eventually(() => names(widget), []);
  await eventually(async () => ["tdt-actors-new", "tdt-step"].includes(await focused(page)), true);
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "English" }).click();
  await widget.getByRole("button", { name: "More actions" }).waitFor();
  await eventually(async () => (await focused(page)) !== null, true);
});

browserTest("erasing what the device keeps erases a draft too", {}, async ({ page, widget, reload }) => {
  await type(widget, "Titre");
  await goTo(widget, "actors");
  await widget.locator("#tdt-actors-new").pressSequentially("Secr");
  await widget.evaluate((element) => element.flush());
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "Effacer mes données de ce poste…" }).click();
  await widget.getByRole("button", { name: "Effacer de ce poste" }).click();
  await widget.getByText("Plus rien de ce dossier n’est gardé").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await reload();
  await goTo(widget, "actors");
  assert.equal(await widget.locator("#tdt-actors-new").inputValue(), "");
});
