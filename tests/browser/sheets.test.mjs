// Sheets for partners: sent, filled in on a page of their own, taken back line by line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow, dossier as bare, eventually } from "./support/hosts.mjs";

const one = "<tour-de-table></tour-de-table>";
const path = "/h.html";

const given = {
  ...bare("Métiers du tourisme"),
  project: { title: "Métiers du tourisme", problem: "Peu de logements", carrier: "a2" },
  territories: [{ id: "t1", name: "Valbrune" }],
  objectives: [{ id: "o1", title: "Loger" }, { id: "o2", title: "Former" }],
  functions: [{ id: "f1", title: "Animer" }],
  actors: [
    {
      id: "a1", name: "CCI", interests: "Recruter", contacts: [{ id: "c1", position: "Directrice", canDecide: true }],
      readings: [{ criterion: "stance", value: -2, on: "2026-01-01", note: "réservée" }],
    },
    { id: "a2", name: "Région", interests: "Aménager" },
  ],
  positions: [{ actor: "a1", objective: "o1", value: -3, note: "à vérifier" }],
};

const value = (widget) => widget.evaluate((element) => element.value);
const load = (widget, content) => widget.evaluate((element, content) => element.load(content), content);

async function menu(widget, entry) {
  await widget.locator("[aria-controls=tdt-more]").click();
  await widget.getByRole("button", { name: entry }).click();
  const dialog = widget.locator("dialog[open]");
  await dialog.waitFor();
  return dialog;
}

/** Sends the CCI its sheet and gives the file. */
async function send({ widget, download }) {
  const dialog = await menu(widget, /Fiches partenaires/);
  await dialog.getByLabel("CCI").check();
  return download(() => dialog.getByRole("button", { name: "Télécharger la fiche" }).click());
}

const file = ({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

async function answers(widget, files) {
  const dialog = await menu(widget, /Fiches partenaires/);
  await dialog.getByRole("button", { name: "Reprendre des réponses" }).click();
  await widget.locator("#tdt-answers-files").setInputFiles(files.map(file));
  return widget.locator("dialog[open]");
}

browserTest("a sheet goes out, is filled in on its page, comes back, and is taken line by line in one step", { html: one, path }, async (tools) => {
  const { page, widget, download } = tools;
  await load(widget, given);
  const sheet = await send(tools);
  assert.match(sheet.name, /^\d{4}-\d\d-\d\d_fiche_cci\.json$/);
  for (const secret of ["Aménager", "réservée", "à vérifier", "canDecide", '"value": -3']) assert.ok(!sheet.text.includes(secret), secret);
  const home = await value(widget);
  assert.deepEqual(home.sheets.map(({ actor, name }) => [actor, name]), [["a1", "CCI"]]);

  // At the partner's: one calm page, no steps.
  await load(widget, sheet.text);
  await widget.getByRole("heading", { name: "CCI" }).waitFor();
  assert.equal(await widget.locator(".rail").count(), 0);
  await widget.getByText("Région vous propose de compléter").waitFor();
  // Interests and the contact are there: two of eight.
  await widget.getByText("Rubriques remplies : 2 sur 8").waitFor();
  await assertAccessible(page);
  await widget.getByLabel("La plupart du temps").check();
  await widget.getByLabel("Loger").selectOption({ label: "+2 : il aide nos projets" });
  await widget.getByLabel("Animer").check();
  await widget.getByLabel("Valbrune").check();
  await widget.getByRole("textbox", { name: "Qu’attendez-vous de ce projet" }).fill("Loger les saisonniers");
  await widget.getByRole("textbox", { name: "Autre chose à dire" }).fill("À revoir en mars");
  await widget.getByLabel("Fiche remplie par").fill("Inès Faure");
  await widget.getByText("Rubriques remplies : 6 sur 8").waitFor();
  await assertAccessible(page);
  const answer = await download(() => widget.getByRole("button", { name: "Renvoyer ma réponse" }).click());
  assert.match(answer.name, /^\d{4}-\d\d-\d\d_reponse_cci\.json$/);
  await widget.getByText("Réponse préparée le").waitFor();

  // Back home.
  await load(widget, home);
  const dialog = await answers(widget, [answer]);
  await dialog.getByText("Réponse de « CCI »").waitFor();
  await dialog.getByText("par Inès Faure").waitFor();
  await dialog.getByText("À revoir en mars").first().waitFor();
  const subjects = (await dialog.locator("tbody th").allInnerTexts()).map((words) => words.replaceAll("\u00a0", " "));
  assert.deepEqual(subjects, ["Disponibilité", "Intérêts", "Territoires", "Fonctions possibles", "Position sur « Loger »"]);
  await assertAccessible(page);
  await dialog.getByLabel("Territoires").uncheck();
  await dialog.getByRole("button", { name: "Reprendre 4 lignes" }).click();
  await dialog.getByText("1 fiche envoyée, 1 réponse").waitFor();
  // The answer went: the focus stays in the dialog, which says what was done.
  await eventually(() => widget.evaluate((element) => element.shadowRoot.activeElement?.id), "tdt-answers-files");
  assert.notEqual((await dialog.locator("p.strong[role=status]").textContent()).trim(), "");
  const after = await value(widget);
  const cci = after.actors[0];
  assert.deepEqual([cci.interests, cci.capabilities, cci.territories], ["Loger les saisonniers", ["f1"], undefined]);
  assert.deepEqual(cci.readings.map(({ criterion, value }) => [criterion, value]), [["stance", -2], ["availability", 3]]);
  assert.deepEqual([after.positions[0].value, after.positions[0].note], [2, "à vérifier"]);
  assert.deepEqual(after.actors[1], given.actors[1]);
  await page.keyboard.press("Escape");
  await widget.evaluate((element) => element.undo());
  const { revision: _one, ...undone } = await value(widget);
  const { revision: _other, ...before } = home;
  assert.deepEqual(undone, before);
});

browserTest("an answer does not leave without a value that was typed", { html: one, path }, async (tools) => {
  const { widget, download } = tools;
  await load(widget, given);
  const sheet = await send(tools);
  await load(widget, sheet.text);
  await widget.getByRole("button", { name: "Ajouter un apport" }).click();
  const amount = widget.getByLabel("Montant");
  await amount.fill("abc");
  await widget.getByRole("button", { name: "Renvoyer ma réponse" }).click();
  await widget.getByText("Une valeur n’est pas comprise", { exact: false }).waitFor();
  assert.equal(await amount.evaluate((field) => field.getRootNode().activeElement === field), true);
  assert.equal(await widget.getByText("Réponse préparée le").count(), 0);
  await amount.fill("1200");
  const answer = await download(() => widget.getByRole("button", { name: "Renvoyer ma réponse" }).click());
  assert.match(answer.text, /1200/u);
});

browserTest("what changed here meanwhile is not ticked and shows all three; the same answer twice has nothing left", { html: one, path }, async (tools) => {
  const { widget } = tools;
  await load(widget, given);
  const sheet = JSON.parse((await send(tools)).text);
  sheet.actors[0].interests = "Vu par la CCI";
  sheet.partnerSheet.answeredOn = sheet.partnerSheet.sentOn;
  const home = await value(widget);
  home.actors[0].interests = "Vu ici depuis";
  await load(widget, home);
  const answer = { name: "r.json", text: JSON.stringify(sheet) };
  const dialog = await answers(widget, [answer]);
  await dialog.getByText("Changé ici aussi depuis l’envoi ; la fiche disait : Recruter").waitFor();
  assert.equal(await dialog.getByLabel("Intérêts").isChecked(), false);
  await dialog.getByLabel("Intérêts").check();
  await dialog.getByRole("button", { name: "Reprendre 1 ligne" }).click();
  await eventually(async () => (await value(widget)).actors[0].interests, "Vu par la CCI");
  await widget.locator("#tdt-answers-files").setInputFiles([file(answer)]);
  await dialog.getByText("Rien à reprendre").waitFor();
  await dialog.getByText("déjà été examinée").waitFor();
});

browserTest("files that are no answer, answers of others and hostile ones say so and change nothing", { html: one, path }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, given);
  const sheet = JSON.parse((await send(tools)).text);
  const home = await value(widget);
  const made = (name, change) => {
    const copy = structuredClone(sheet);
    change(copy);
    return { name, text: JSON.stringify(copy) };
  };
  const dialog = await answers(widget, [
    { name: "tout.json", text: JSON.stringify(given) },
    { name: "casse.json", text: "{" },
    made("ailleurs.json", (copy) => (copy.partnerSheet.dossier = "d-9")),
    made("usurpe.json", (copy) => {
      copy.actors[0].id = copy.partnerSheet.actor = "a2";
      copy.actors[0].interests = "pris";
    }),
    made("hostile.json", (copy) => {
      copy.actors.push({ id: "a2", name: "Région prise" });
      copy.positions = [{ actor: "a2", objective: "o1", value: -4 }];
      copy.influences = [{ from: "a1", to: "a2", value: 4 }];
    }),
  ]);
  await dialog.getByText("« tout.json » est un dossier, pas une réponse").waitFor();
  await dialog.getByText("« casse.json » n’est pas lisible").waitFor();
  await dialog.getByText("Cette réponse vient d’un autre dossier").waitFor();
  await dialog.getByText("La fiche avait été envoyée à un autre acteur").waitFor();
  // Another actor, its position, an influence.
  await dialog.getByText("3 éléments du fichier ne concernent pas cet acteur").waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Classer sans rien reprendre" }).last().click();
  const after = await value(widget);
  assert.ok(after.sheets[0].answeredOn);
  assert.deepEqual([after.actors, after.positions, after.influences], [home.actors, home.positions, home.influences]);
});

browserTest("an answer brought in by the import is recognised, and looked at in its place", { html: one, path }, async (tools) => {
  const { widget } = tools;
  await load(widget, given);
  const sheet = JSON.parse((await send(tools)).text);
  sheet.actors[0].interests = "Loger les saisonniers";
  await widget.getByRole("button", { name: "Importer" }).first().click();
  await widget.locator("#tdt-import-file").setInputFiles([file({ name: "r.json", text: JSON.stringify(sheet) })]);
  const dialog = widget.locator("dialog[open]");
  await dialog.getByText("C’est la réponse de « CCI »").waitFor();
  await dialog.getByRole("button", { name: "Examiner la réponse" }).click();
  await dialog.getByRole("button", { name: "Reprendre 1 ligne" }).click();
  await eventually(async () => (await value(widget)).actors[0].interests, "Loger les saisonniers");
  assert.equal((await value(widget)).actors.length, 2, "the dossier was not replaced");
});

/** The files of an archive and their texts, as Python's zipfile reads them, every checksum verified. */
const unzip = (path) =>
  JSON.parse(
    execFileSync("python3", [
      "-c",
      "import json, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z:\n assert z.testzip() is None\n print(json.dumps([[n, z.read(n).decode()] for n in z.namelist()]))",
      path,
    ]),
  );
const twins = { ...given, actors: [...given.actors, { id: "a3", name: "région !" }] };

/** Asks for the sheets of everybody, from the selection of the list. */
async function askAll({ widget }, count) {
  await widget.evaluate((element) => element.goTo("actors"));
  for (const box of await widget.locator("tbody input[type=checkbox]").all()) await box.check();
  await widget.getByRole("button", { name: "Envoyer leur fiche" }).click();
  return () => widget.locator("dialog[open]").getByRole("button", { name: `Télécharger les ${count} fiches` }).click();
}

browserTest("several sheets leave together in an archive, one file for each partner, none under the name of another", { html: one, path, allow }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, twins);
  const go = await askAll(tools, 3);
  const [download] = await Promise.all([page.waitForEvent("download"), go()]);
  assert.match(download.suggestedFilename(), /^\d{4}-\d\d-\d\d_fiches_metiers-du-tourisme\.zip$/);
  const files = unzip(await download.path());
  assert.deepEqual(
    files.map(([name, text]) => [name.replace(/^[\d-]+_/, ""), JSON.parse(text).partnerSheet.actor, JSON.parse(text).actors.map(({ id }) => id)]),
    [["fiche_cci.json", "a1", ["a1"]], ["fiche_region.json", "a2", ["a2"]], ["fiche_region-2.json", "a3", ["a3"]]],
  );
  await widget.getByText(/Fichier téléchargé.*\.zip/).waitFor();
  assert.equal((await value(widget)).sheets.length, 3);
});

browserTest("sheets that the page takes are not in the archive; one that is left is a file of its own", { html: one, path }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, twins);
  await page.evaluate(() => {
    globalThis.handed = [];
    document.addEventListener("tdt-handoff", (event) => {
      globalThis.handed.push([event.detail.kind, event.detail.actor, JSON.parse(event.detail.text).partnerSheet.actor]);
      if (event.detail.actor !== "a2") event.preventDefault();
    });
  });
  const go = await askAll(tools, 3);
  const [download] = await Promise.all([page.waitForEvent("download"), go()]);
  assert.match(download.suggestedFilename(), /_fiche_region\.json$/);
  assert.deepEqual(await page.evaluate(() => globalThis.handed), [["sheet", "a1", "a1"], ["sheet", "a2", "a2"], ["sheet", "a3", "a3"]]);
});

browserTest("without the module that packs, several sheets leave one after the other", { html: one, path, allow: [...allow, /^console: Failed to load resource/] }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, given);
  await page.route("**/exports.wasm*", (route) => route.fulfill({ status: 404, body: "" }));
  const go = await askAll(tools, 2);
  const names = [];
  page.on("download", (download) => names.push(download.suggestedFilename().replace(/^[\d-]+_/, "")));
  await go();
  await eventually(() => names.toSorted(), ["fiche_cci.json", "fiche_region.json"]);
  assert.equal((await value(widget)).sheets.length, 2);
});

browserTest("the page can take sheets and answers by itself", { html: one, path }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, given);
  await page.evaluate(() => {
    globalThis.handed = [];
    document.addEventListener("tdt-handoff", (event) => {
      event.preventDefault();
      globalThis.handed.push(event.detail);
    });
  });
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  const dialog = await menu(widget, /Fiches partenaires/);
  await dialog.getByLabel("CCI").check();
  await dialog.getByRole("button", { name: "Télécharger la fiche" }).click();
  await eventually(() => page.evaluate(() => globalThis.handed.length), 1);
  const [{ text, ...rest }] = await page.evaluate(() => globalThis.handed);
  assert.deepEqual({ ...rest, name: "" }, { format: "json", kind: "sheet", actor: "a1", name: "" });
  await load(widget, text);
  await widget.getByRole("button", { name: "Renvoyer ma réponse" }).click();
  await eventually(() => page.evaluate(() => globalThis.handed.map(({ kind }) => kind)), ["sheet", "answer"]);
  assert.equal(downloads, 0);
});

browserTest("the page of a sheet holds at 375, by keyboard, and reads in view mode", { html: one, path, width: 375, height: 700 }, async (tools) => {
  const { page, widget } = tools;
  await load(widget, given);
  const sheet = await send(tools);
  await load(widget, sheet.text);
  await widget.getByRole("heading", { name: "CCI" }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 375), "nothing scrolls sideways");
  await assertAccessible(page);
  await widget.getByLabel("Tout au long du projet").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await eventually(async () => (await value(widget)).actors[0].readings?.at(-1)?.value, 3);
  await widget.evaluate((element) => element.setAttribute("mode", "view"));
  await widget.getByText("Vous consultez cette fiche").waitFor();
  assert.equal(await widget.getByRole("button", { name: "Renvoyer ma réponse" }).count(), 0);
  assert.equal(await widget.locator(".partner input:enabled:not([readonly]), .partner select:enabled, .partner textarea:not([readonly])").count(), 0);
});
