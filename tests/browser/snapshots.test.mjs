// Snapshots: taking one, what changed since, coming back, renaming, deleting.
import assert from "node:assert/strict";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const start = {
  format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", revision: 1, language: "fr",
  project: { title: "Mobilité" },
  actors: [{ id: "a1", name: "CCI", readings: [{ criterion: "mobilisation", value: 2, on: "2026-01-10" }] }],
};
const value = (widget) => widget.evaluate((element) => element.value);

async function open(page) {
  await page.getByRole("button", { name: "Autres actions" }).first().click();
  await page.getByRole("button", { name: "Instantanés et comparaisons" }).click();
  return page.getByRole("dialog");
}

for (const [width, theme] of [[1440, "dark"], [375, "light"]]) {
  browserTest(`a snapshot is taken, compared and brought back, ${width} px, ${theme}`, { width, height: 900, theme }, async ({ page, widget, screenshot }) => {
    await widget.evaluate((element, start) => element.load(start), start);
    let dialog = await open(page);
    await dialog.getByText("Aucun instantané", { exact: false }).waitFor();
    await dialog.getByRole("button", { name: "Prendre un instantané" }).click();
    await dialog.getByText("Donnez un intitulé", { exact: false }).waitFor();
    await dialog.getByLabel("Intitulé").fill("Comité du 3 décembre");
    await page.keyboard.press("Enter");
    await dialog.getByRole("heading", { name: "Comité du 3 décembre" }).waitFor();
    await assertAccessible(page);
    await screenshot(`snapshots ${width} ${theme}`);
    const [snapshot] = (await value(widget)).snapshots;
    assert.deepEqual(snapshot.content.actors, start.actors);
    assert.ok(!("snapshots" in snapshot.content));
    await page.keyboard.press("Escape");

    // Something changes; the comparison says it in words.
    const now = await value(widget);
    now.actors[0].readings.push({ criterion: "mobilisation", value: 3, on: "2026-06-01" });
    now.actors.push({ id: "a2", name: "CMA" });
    await widget.evaluate((element, now) => element.load(now), now);
    dialog = await open(page);
    await dialog.getByRole("button", { name: /^Comparer à maintenant/ }).click();
    dialog = page.getByRole("dialog", { name: "Ce qui a changé" });
    await dialog.getByText(/Mobilisation\s: .+ → .+/).first().waitFor();
    await dialog.getByText("Entre dans le dossier").first().waitFor();
    await assertAccessible(page);
    await screenshot(`snapshot compared ${width} ${theme}`);
    await page.keyboard.press("Escape");

    // Coming back keeps the present state too, and is one step.
    dialog = await open(page);
    await dialog.getByRole("button", { name: /^Revenir à cet état/ }).click();
    await page.getByText("Le dossier est revenu à", { exact: false }).waitFor();
    const back = await value(widget);
    assert.deepEqual(back.actors, start.actors);
    assert.deepEqual(back.snapshots.map(({ title }) => title.replaceAll("\u00a0", " ")), ["Comité du 3 décembre", "Avant le retour à « Comité du 3 décembre »"]);
    await widget.evaluate((element) => element.undo());
    assert.deepEqual((await value(widget)).actors, now.actors);
  });
}

browserTest("a snapshot is renamed and deleted, and both are undone", {}, async ({ page, widget }) => {
  await widget.evaluate((element, start) => element.load(start), { ...start, snapshots: [{ id: "z1", title: "Mars", on: "2026-03-12", content: start }] });
  const dialog = await open(page);
  await dialog.getByRole("button", { name: /^Renommer/ }).click();
  await dialog.getByLabel("Intitulé").last().fill("Comité de mars");
  await dialog.getByRole("button", { name: "Garder ce nom" }).click();
  await dialog.getByRole("heading", { name: "Comité de mars" }).waitFor();
  await dialog.getByRole("button", { name: /^Supprimer/ }).click();
  await dialog.getByText("Aucun instantané", { exact: false }).waitFor();
  await widget.evaluate((element) => element.undo());
  await dialog.getByRole("heading", { name: "Comité de mars" }).waitFor();
  await widget.evaluate((element) => element.undo());
  await dialog.getByRole("heading", { name: "Mars", exact: true }).waitFor();
});

browserTest("the summary says what changed since the last snapshot", { width: 1440 }, async ({ page, widget, screenshot }) => {
  await widget.evaluate(
    (element, start) => element.load({ ...start, actors: [...start.actors, { id: "a2", name: "CMA" }], snapshots: [{ id: "z1", title: "Mars", on: "2026-03-12", content: start }] }),
    start,
  );
  await widget.evaluate((element) => element.goTo("summary"));
  await page.getByText("Ce qui a changé depuis « Mars » (12 mars 2026)", { exact: false }).waitFor();
  await page.getByText("Entre dans le dossier").first().waitFor();
  await screenshot("summary since 1440 light", { fullPage: true });
  await page.getByRole("button", { name: "Tout voir" }).click();
  await page.getByRole("dialog", { name: "Ce qui a changé" }).waitFor();
});

browserTest("in reading mode, snapshots are only looked at", { html: `<tour-de-table mode="view"></tour-de-table>` }, async ({ page, widget }) => {
  await widget.evaluate((element, start) => element.load({ ...start, snapshots: [{ id: "z1", title: "Mars", content: start }] }), start);
  await page.getByRole("button", { name: "Autres actions" }).first().click();
  const entry = page.getByRole("button", { name: "Instantanés et comparaisons" });
  await entry.click();
  await page.getByRole("button", { name: /^Comparer à maintenant/ }).waitFor();
  for (const name of [/^Revenir/, /^Renommer/, /^Supprimer/, /^Prendre/]) assert.equal(await page.getByRole("button", { name }).count(), 0);
});
