// A dossier that left comes back after more saves than this device keeps: what both come from is still known.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, type } from "./support/hosts.mjs";

const start = {
  format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", revision: 1, language: "fr",
  project: { title: "Mobilité" },
  actors: [{ id: "a1", name: "CCI" }, { id: "a2", name: "CMA" }, { id: "a3", name: "Région" }],
};
const names = (widget) => widget.evaluate((element) => element.value.actors.map(({ name }) => name));

browserTest("an answer that comes back months later is merged three ways: a deletion made meanwhile stands", {}, async ({ page, widget, download, reload }) => {
  await widget.evaluate((element, start) => element.load(start), start);
  await widget.evaluate((element) => element.flush());
  const { text } = await download(async () => {
    await page.getByRole("button", { name: "Exporter" }).first().click();
    await widget.locator("dialog[open] .btn-primary").click();
  });
  // Meanwhile one actor is deleted here, and thirty states are saved: more than the twenty that are kept.
  await widget.evaluate((element) => element.load({ ...element.value, actors: element.value.actors.filter(({ id }) => id !== "a2") }));
  for (let n = 1; n <= 30; n += 1) {
    await type(widget, `Mobilité ${n}`);
    await widget.evaluate((element) => element.flush());
  }
  await reload();
  assert.deepEqual(await names(widget), ["CCI", "Région"]);
  await page.getByRole("button", { name: "Autres actions" }).first().click();
  await page.getByRole("button", { name: /[Vv]ersions gard/ }).click();
  const kept = page.getByRole("dialog").getByRole("heading", { level: 3 });
  await eventually(() => kept.count(), 21);
  assert.equal(await kept.filter({ hasText: "tel qu’exporté" }).count(), 1);
  await page.keyboard.press("Escape");

  const answer = JSON.parse(text);
  answer.revision += 4;
  answer.actors[0].name = "CCI de la Haute-Brune";
  answer.actors.push({ id: "b1", name: "Mission locale" });
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  await page.getByLabel("Fichier du dossier").setInputFiles({ name: "retour.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(answer)) });
  await page.getByRole("button", { name: "Fusionner…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Les deux viennent d’un même état", { exact: false }).waitFor();
  assert.equal(await dialog.locator("fieldset.question").count(), 0, "nobody changed the same thing twice");
  await dialog.getByRole("button", { name: "Fusionner", exact: true }).click();
  await page.getByText("est fusionné.").waitFor();
  assert.deepEqual((await names(widget)).toSorted(), ["CCI de la Haute-Brune", "Mission locale", "Région"]);
  assert.equal(await widget.evaluate((element) => element.value.project.title), "Mobilité 30");
});
