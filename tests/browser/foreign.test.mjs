// Files of other tools, brought in: whole dossiers, tables whose columns are named, what cannot be read or loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { exportTo } from "../../pkg/headless.js";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow, dossier as titled } from "./support/hosts.mjs";

const given = {
  ...titled(),
  id: "d-9",
  project: { title: "Saisons", startsOn: "2027-01-31" },
  actors: [{ id: "a1", name: "CCI", kind: "business", readings: [{ criterion: "stance", value: -2, on: "2026-02-28" }] }],
  snapshots: [{ id: "z1", title: "Mars", content: {} }],
};
const dossier = (page) => page.locator("tour-de-table").evaluate((element) => element.value);
const annuaire = readFileSync(new URL("../fixtures/tables/annuaire.xlsx", import.meta.url));

/** Opens the dialog and gives it a file. */
async function bring(page, name, buffer) {
  const button = page.getByRole("button", { name: "Importer", exact: true });
  // On a narrow screen the bar keeps it in a menu.
  if (await button.isVisible()) await button.click();
  else {
    await page.getByRole("button", { name: "Autres actions" }).click();
    await page.getByRole("button", { name: "Importer un fichier…" }).click();
  }
  await page.getByLabel("Fichier du dossier").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
}

browserTest("a workbook of ours comes back as a dossier; the report says what it lacks, undo takes it back", { allow }, async ({ page, screenshot }) => {
  const before = await dossier(page);
  await bring(page, "saisons.xlsx", (await exportTo("xlsx", given)).bytes);
  await page.getByText("« Saisons » est lisible.").waitFor();
  await page.getByText("Absent de ce fichier. Instantanés : 1 valeur.").waitFor();
  await assertAccessible(page);
  await screenshot("import-classeur");
  await page.getByRole("button", { name: "Ouvrir ce dossier" }).click();
  const { snapshots, ...kept } = given;
  const { revision, savedAt, ...after } = await dossier(page);
  assert.deepEqual(after, kept);
  await page.locator(".bar-undo").click();
  assert.equal((await dossier(page)).project?.title, before.project?.title);
});

for (const [format, name] of [["kumu", "carte.json"], ["kumu-csv", "carte.zip"], ["popolo", "popolo.json"], ["csv", "acteurs.csv"]]) {
  browserTest(`${name} of ours (${format}) comes back, with what such a file holds`, { allow }, async ({ page }) => {
    await bring(page, name, (await exportTo(format, given)).bytes);
    await page.getByText("Ce que ce fichier ne contient pas, ou qui a été interprété").waitFor();
    await page.getByRole("button", { name: "Ouvrir ce dossier" }).click();
    assert.deepEqual((await dossier(page)).actors.map(({ id, name, kind }) => [id, name, kind]), [["a1", "CCI", "business"]]);
  });
}

/** What is open when a table of actors comes: more than such a table can hold. */
const open = {
  ...titled("Déjà là"),
  language: "en",
  objectives: [{ id: "o1", title: "Loger" }],
  actors: [
    { id: "a1", name: "CCI", kind: "business", readings: [{ criterion: "stance", value: -2 }], contacts: [{ id: "c1", name: "Inès" }] },
    { id: "a2", name: "Région" },
  ],
  positions: [{ actor: "a1", objective: "o1", value: 2 }],
};
/** The same actors as somebody sent them back: one completed, one new, one not spoken of. */
const sent = { ...open, language: "fr", objectives: [], positions: [], actors: [{ id: "a1", name: "CCI", kind: "business", interests: "Recruter" }, { id: "a3", name: "Lycée" }] };

for (const [format, name] of [["csv", "acteurs.csv"], ["popolo", "popolo.json"]]) {
  browserTest(`${name} that comes into an open dossier proposes to merge: it adds and completes, undo takes it back`, { allow }, async ({ page, screenshot }) => {
    const widget = page.locator("tour-de-table");
    await widget.evaluate((element, content) => element.load(content), open);
    const before = await dossier(page);
    await bring(page, name, (await exportTo(format, sent)).bytes);
    await page.getByText("Ce fichier ne contient qu’une partie d’un dossier").waitFor();
    const primary = page.locator("dialog[open] .btn-primary");
    assert.equal(await primary.textContent(), "Fusionner…");
    assert.ok(await page.getByRole("button", { name: "Remplacer le dossier ouvert" }).isVisible());
    await assertAccessible(page);
    await screenshot(`import-fusion-${format}`);
    await primary.click();
    await page.getByRole("button", { name: "Fusionner", exact: true }).waitFor();
    await page.locator("dialog[open] .btn-primary").click();
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    const after = await dossier(page);
    assert.deepEqual(after.actors.map(({ id, name }) => [id, name]).sort(), [["a1", "CCI"], ["a2", "Région"], ["a3", "Lycée"]]);
    const cci = after.actors.find(({ id }) => id === "a1");
    assert.deepEqual([cci.readings, cci.contacts], [open.actors[0].readings, open.actors[0].contacts]);
    // Popolo holds no interests.
    assert.equal(cci.interests, format === "csv" ? "Recruter" : undefined);
    assert.deepEqual([after.id, after.language, after.project, after.objectives, after.positions], [open.id, open.language, open.project, open.objectives, open.positions]);
    await widget.evaluate((element) => element.undo());
    assert.deepEqual({ ...(await dossier(page)), revision: 0 }, { ...before, revision: 0 });
  });
}

browserTest("a table of actors replaces the open dossier where a person wants it", { allow }, async ({ page }) => {
  await page.locator("tour-de-table").evaluate((element, content) => element.load(content), open);
  await bring(page, "acteurs.csv", (await exportTo("csv", sent)).bytes);
  await page.getByRole("button", { name: "Remplacer le dossier ouvert" }).click();
  await page.getByText("Déjà là").waitFor({ state: "detached" });
  const after = await dossier(page);
  assert.deepEqual(after.actors.map(({ name }) => name), ["CCI", "Lycée"]);
  assert.equal(after.objectives?.length ?? 0, 0);
});

for (const width of [1440, 375]) {
  browserTest(`a workbook of somebody else: the sheet, then the columns, then one step to undo, ${width} wide`, { allow, width }, async ({ page, screenshot }) => {
    await bring(page, "annuaire.xlsx", annuaire);
    const sheets = page.getByLabel("Feuille");
    await sheets.selectOption("Annuaire 2026");
    await page.getByText("3 lignes lues").waitFor();
    await page.getByLabel("Contenu de la colonne 5").selectOption("Ignorée, non reprise");
    await page.getByText("La colonne « Date d'adhésion » est ignorée").waitFor();
    await assertAccessible(page);
    await screenshot(`import-annuaire-${width}`);
    await page.getByRole("button", { name: "Ajouter 3 organisations" }).click();
    const { actors } = await dossier(page);
    assert.deepEqual(
      actors.map(({ name, kind, identifiers }) => [name, kind, identifiers?.[0]?.value]),
      [["CCI du Lac", "business", "931142079"], ["Mission locale", "association", "932253180"], ["France Travail", "employmentTraining", undefined]],
    );
    await page.locator(".bar-undo").click();
    assert.equal((await dossier(page)).actors?.length ?? 0, 0);
  });
}

// FI-34
browserTest("a list in the encoding of Windows is read, its separator may be changed", { allow }, async ({ page }) => {
  await bring(page, "liste.csv", Uint8Array.from("Nom;Type\nL\x92\xe9cole;Association\nMairie;Commune\n", (c) => c.codePointAt(0)));
  await page.getByText("2 lignes lues").waitFor();
  await page.getByText("L’école").waitFor();
  const separator = page.getByLabel("Séparateur");
  await separator.selectOption("virgule");
  await page.getByText("L’école;Association").waitFor();
  await separator.selectOption("point-virgule");
  await page.getByRole("button", { name: "Ajouter 2 organisations" }).click();
  assert.deepEqual((await dossier(page)).actors.map(({ name }) => name), ["L’école", "Mairie"]);
});

browserTest("a workbook chosen where a list is pasted", { allow }, async ({ page }) => {
  await page.getByRole("button", { name: /Acteurs/ }).first().click();
  await page.getByRole("button", { name: /[Cc]oller une liste/ }).first().click();
  await page.getByLabel("Ou un fichier .xlsx, .csv ou .txt").setInputFiles({ name: "annuaire.xlsx", mimeType: "application/octet-stream", buffer: annuaire });
  await page.getByLabel("Feuille").selectOption("Annuaire 2026");
  await page.getByText("3 lignes lues").waitFor();
});

// T5
browserTest("what cannot be read says why, and changes nothing", { allow }, async ({ page }) => {
  const before = await dossier(page);
  for (const [name, buffer, words] of [
    ["vieux.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /mot de passe/],
    ["coupe.xlsx", annuaire.subarray(0, 3000), /endommagé/],
    ["image.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), /pas un tableau/],
  ]) {
    await bring(page, name, buffer);
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
    await page.getByRole("button", { name: "Annuler", exact: true }).last().click();
  }
  assert.deepEqual(await dossier(page), before);
});

browserTest("a module that cannot be had is said, nothing is lost, trying again works", { allow: [...allow, /^console: Failed to load resource/] }, async ({ page, screenshot }) => {
  await page.route("**/exports.wasm*", (route) => route.fulfill({ status: 404, body: "" }));
  await bring(page, "saisons.xlsx", (await exportTo("xlsx", given)).bytes);
  await page.getByText(/n’a pas pu être chargée/).waitFor();
  await assertAccessible(page);
  await screenshot("import-module-absent");
  await page.unroute("**/exports.wasm*");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.getByText("« Saisons » est lisible.").waitFor();
});
