// What the screen says of what was done, seen and sized: a deletion and what goes with it, a pasted list, seats without
// anybody, a title that nobody gave, and the save status in a bar that is full.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, type } from "./support/hosts.mjs";

const dossier = (more) => ({ format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", revision: 1, language: "fr", ...more });
const held = () => dossier({
  project: { title: "Mobilité" },
  objectives: [{ id: "o1", title: "Loger" }, { id: "o2", title: "Transporter" }],
  actors: [{ id: "a1", name: "CCI", kind: "business" }, { id: "a2", name: "CMA", kind: "business" }, { id: "a3", name: "Sans famille" }],
  positions: [{ actor: "a1", objective: "o1", value: 3 }, { actor: "a1", objective: "o2", value: -1 }, { actor: "a2", objective: "o1", value: 1 }],
  ties: [{ from: "a1", to: "a2", level: "networking" }],
  influences: [{ from: "a2", to: "a1", value: 2 }],
  roles: [{ id: "r1", actor: "a1", role: "partner" }],
  bodies: [{ id: "b1", title: "Comité", rule: { majority: "simple" }, seats: [
    { id: "p1", actor: "a1", votes: 2 }, { id: "p2", votes: 3 }, { id: "p3", actor: "a3", votes: 1 }] }],
});
const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const load = async (widget, step) => {
  await widget.evaluate(async (element, [content, step]) => {
    await element.load(content);
    await element.goTo(step);
  }, [held(), step]);
};
const toast = async (widget) => plain(await widget.locator(".toast").last().textContent());

browserTest("a deletion says what goes with it, and a pasted list what it completed", {}, async ({ page, widget }) => {
  await load(widget, "actors");
  await widget.getByRole("checkbox", { name: /CCI/ }).first().check();
  await widget.locator(".selbar").getByRole("button", { name: "Supprimer" }).click();
  await widget.locator(".toast").waitFor();
  assert.match(await toast(widget), /^Supprimé : « CCI », avec 2 positions, 2 liens et 1 rôle/);
  await widget.locator(".toast").getByRole("button", { name: "Annuler" }).click();
  // What stands alone goes alone.
  await widget.getByRole("checkbox", { name: /Sans famille/ }).first().check();
  await widget.locator(".selbar").getByRole("button", { name: "Supprimer" }).click();
  await eventually(async () => /^Supprimé : « Sans famille »(?!, avec)/.test(await toast(widget)), true);
});

browserTest("a seat to fill is not an organisation whose family is not said", { width: 1440, height: 900 }, async ({ widget, screenshot }) => {
  await load(widget, "governance");
  const legend = () => widget.locator(".gov-legend li").evaluateAll((items) =>
    items.map((item) => [...item.childNodes].filter(({ nodeName }) => nodeName !== "svg").map(({ textContent }) => textContent).join("").trim()));
  await eventually(async () => (await legend()).map(plain), ["famille à préciser 1", "Sièges à pourvoir 3", "Entreprises et réseaux 2"]);
  // One mark a vote: three empty ones, and one that asks for its family.
  assert.equal(await widget.locator(".gov-chart .gone").count(), 3);
  assert.equal(await widget.locator(".gov-chart text", { hasText: "?" }).count(), 1);
  await screenshot("governance-vacant");
});

browserTest("a file whose project has no title is named after the file", {}, async ({ page, widget }) => {
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  const { project, ...untitled } = held();
  await page.getByLabel("Fichier du dossier").setInputFiles({ name: "bassin nord.v2.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(untitled)) });
  await page.getByText("« bassin nord.v2 » est lisible.").waitFor();
  await page.getByRole("button", { name: "Ouvrir ce dossier" }).click();
  await page.getByText("« bassin nord.v2 » est ouvert.").waitFor();
});

browserTest("one point to decide is one", {}, async ({ page, widget }) => {
  const start = held();
  const snapshots = [{ id: "z1", title: "Envoi", on: "2026-11-01", content: start }];
  const named = (name) => ({ ...start, snapshots, revision: 2, actors: [{ ...start.actors[0], name }, ...start.actors.slice(1)] });
  await widget.evaluate((element, content) => element.load(content), named("CCI Nord"));
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  await page.getByLabel("Fichier du dossier").setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(named("CCI Sud"))) });
  await page.getByRole("button", { name: "Fusionner…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/0\sdécidé sur\s1/).waitFor();
});

for (const title of ["Mobilité", "Un titre qui prend toute la place que la barre du haut laisse entre le logo et les boutons, et plus encore"]) {
  browserTest(`the save status ends with no mark, ${title.length} letters of title at 1440`, { width: 1440, height: 900 }, async ({ widget, screenshot }) => {
    await type(widget, title);
    await widget.evaluate((element) => element.flush());
    await widget.locator('.save[data-state="saved"]').waitFor();
    const seen = await widget.evaluate((element) => {
      const root = element.shadowRoot;
      const [bar, promise] = [root.querySelector(".save"), root.querySelector(".save-promise")];
      const what = [...root.querySelectorAll(".save-what")].find((one) => one.getClientRects().length > 0);
      const [box, first, second] = [bar, what, promise].map((one) => one.getBoundingClientRect());
      return {
        after: getComputedStyle(what, "::after").content,
        dot: getComputedStyle(promise, "::before").content,
        clips: getComputedStyle(bar).overflow,
        wrapped: second.top > first.top + 4,
        // The mark takes the eleven pixels before the promise.
        seen: second.left - 11 >= box.left,
      };
    });
    assert.equal(seen.after, "none");
    if (seen.wrapped) assert.ok(!seen.seen && seen.clips === "hidden", JSON.stringify(seen));
    else assert.equal(seen.dot, '"·"');
    await screenshot(`bar-${title.length}`);
  });
}
