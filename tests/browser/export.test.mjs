// Taking the dossier out: formats, privacy, the preview of what leaves, the name of the file, what the page is told.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow, dossier as bare, eventually, listen, seen } from "./support/hosts.mjs";

const one = "<tour-de-table></tour-de-table>";
const path = "/h.html";

/** Names, addresses and notes that only a complete copy may hold. */
const SECRETS = ["Inès Faure", "ines@exemple.fr", "01 02 03 04 05", "Paul Roy", "Anne Petit", "Vu en réunion"];

const given = {
  ...bare("Métiers du tourisme"),
  revision: 4,
  project: { title: "Métiers du tourisme", problem: "Peu de logements. Demander à Inès Faure." },
  objectives: [{ id: "o1", title: "Loger" }],
  actors: [
    {
      id: "a1", name: "CCI", kind: "economicDevelopment",
      contacts: [{ id: "c1", name: "Inès Faure", position: "Directrice", email: "ines@exemple.fr", phone: "01 02 03 04 05" }],
      readings: [{ criterion: "influence", value: 3, on: "2026-01-01", by: "Paul Roy", note: "Vu en réunion" }],
    },
    { id: "a2", name: "Région", kind: "publicAuthority" },
  ],
  positions: [{ actor: "a1", objective: "o1", value: -3 }],
  ties: [{ from: "a1", to: "a2", level: "conflict" }],
  bodies: [{ id: "b1", title: "Comité", seats: [{ id: "p1", actor: "a1", votes: 1, holder: { name: "Anne Petit", gender: "f" } }] }],
};

async function open(tools, content = given) {
  await tools.widget.evaluate((element, content) => element.load(content), content);
  await tools.widget.getByRole("button", { name: "Exporter" }).first().click();
  const dialog = tools.widget.locator("dialog[open]");
  await dialog.waitFor();
  return dialog;
}

const lines = async (dialog, title) => {
  const said = await dialog.locator(".out-preview section", { hasText: title }).first().locator("li").allInnerTexts();
  return said.map((line) => line.replaceAll("\u00a0", " "));
};

browserTest("the whole dossier leaves by default, and says so", { html: one, path }, async (tools) => {
  const dialog = await open(tools);
  assert.equal(await dialog.getByLabel("Dossier (.json)").isChecked(), true);
  assert.equal(await dialog.getByLabel(/tout le dossier/).isChecked(), true);
  assert.deepEqual((await lines(dialog, "Ce qui part")).slice(0, 3), ["2 acteurs", "1 interlocuteur", "1 relevé de qualification"]);
  await dialog.getByText("Rien : tout le dossier part.").waitFor();
  await assertAccessible(tools.page);
  const file = await tools.download(() => dialog.getByRole("button", { name: "Télécharger le fichier .json" }).click());
  assert.match(file.name, /^\d{4}-\d\d-\d\d_metiers-du-tourisme_v\d+\.json$/);
  const { savedAt, revision, lineage, ...rest } = JSON.parse(file.text);
  assert.ok(savedAt && revision && lineage.length);
  const { revision: _, ...expected } = given;
  assert.deepEqual(rest, expected);
  await dialog.waitFor({ state: "detached" });
});

browserTest("T18: what a person takes out stays out, is counted before, and the page is told", { html: one, path }, async (tools) => {
  await listen(tools.page);
  const dialog = await open(tools);
  await dialog.getByLabel(/sans données personnelles/).check();
  // One name, one e-mail, one telephone; one holder; one evaluator numbered; one note; one tie of conflict.
  await eventually(() => lines(dialog, "Ce qui reste ici"), [
    "1 nom de personne", "1 courriel", "1 numéro de téléphone", "1 nom de titulaire de siège",
    "1 nom remplacé par un numéro (qui évalue, qui répond)", "1 note, preuve ou raison", "1 lien de conflit",
  ]);
  await dialog.getByText("Le genre des titulaires part sans leur nom").waitFor();
  // The name is still in the text of the problem: only a person can decide what to write instead.
  await dialog.getByText("1 texte nomme encore quelqu’un").waitFor();
  await dialog.getByText("Demander à Inès Faure").waitFor();
  await assertAccessible(tools.page);
  const file = await tools.download(() => dialog.getByRole("button", { name: /Télécharger/ }).click());
  assert.match(file.name, /_partenaires\.json$/);
  const left = JSON.parse(file.text);
  left.project.problem = "";
  for (const secret of SECRETS) assert.ok(!JSON.stringify(left).includes(secret), `${secret} left`);
  assert.equal(left.privacy, "withoutPersonalData");
  assert.equal(left.positions[0].value, -3);
  assert.equal(left.bodies[0].seats[0].holder.gender, "f");
  const [{ detail }] = await seen(tools.page, "export");
  const { file: _file, ...told } = detail;
  assert.deepEqual(told, { format: "json", name: file.name, privacy: "withoutPersonalData" });
});

browserTest("a public copy holds no judgement, and bears the name that was written", { html: one, path, width: 375 }, async (tools) => {
  await tools.widget.evaluate((element, content) => element.load(content), given);
  await tools.widget.locator("[aria-controls=tdt-more]").click();
  await tools.widget.getByRole("button", { name: /^Exporter/ }).last().click();
  const dialog = tools.widget.locator("dialog[open]");
  await dialog.getByLabel(/sans appréciations/).check();
  await dialog.getByLabel("Nom du fichier").fill("pour le site");
  await assertAccessible(tools.page);
  const file = await tools.download(() => dialog.getByRole("button", { name: /Télécharger/ }).click());
  assert.equal(file.name, "pour le site.json");
  const left = JSON.parse(file.text);
  for (const key of ["positions", "ties"]) assert.equal(left[key]?.length ?? 0, 0);
  assert.deepEqual(left.actors[0], { id: "a1", name: "CCI", kind: "economicDevelopment" });
});

browserTest("other formats leave without personal data unless asked otherwise; a failure can be tried again", { html: one, path, allow: [...allow, /^console: Failed to load resource/] }, async (tools) => {
  const { page } = tools;
  const dialog = await open(tools);
  await dialog.getByLabel("Schéma Mermaid (.mmd)").check();
  assert.equal(await dialog.getByLabel(/sans données personnelles/).isChecked(), true);
  await page.route("**/exports.wasm*", (route) => route.fulfill({ status: 404, body: "" }));
  const button = dialog.getByRole("button", { name: "Télécharger le fichier .mmd" });
  await button.click();
  await dialog.getByRole("alert").getByText(/Rien n’est perdu.*Vérifier que tous les fichiers sont publiés/).waitFor();
  await page.unroute("**/exports.wasm*");
  const file = await tools.download(() => button.click());
  assert.match(file.name, /_partenaires\.mmd$/);
  assert.match(file.text, /CCI/);
});

browserTest("the page asks for a copy at a level too", { html: one, path }, async ({ widget }) => {
  const text = (options) =>
    widget.evaluate(async (element, options) => (await element.export("json", options)).text(), options);
  await widget.evaluate((element, content) => element.load(content), given);
  assert.match(await text(undefined), /Inès Faure/);
  const reduced = JSON.parse(await text({ privacy: "public" }));
  assert.equal(reduced.privacy, "public");
  assert.equal(reduced.actors[0].contacts, undefined);
  const code = await widget.evaluate((element) => element.export("json", { privacy: "secret" }).catch(({ code }) => code));
  assert.equal(code, "unknownValue");
});

browserTest("the dialog is worked by keyboard alone", { html: one, path }, async (tools) => {
  const { page } = tools;
  await tools.widget.evaluate((element, content) => element.load(content), given);
  await tools.widget.getByRole("button", { name: "Exporter" }).first().focus();
  await page.keyboard.press("Enter");
  const dialog = tools.widget.locator("dialog[open]");
  await dialog.waitFor();
  await dialog.getByLabel(/tout le dossier/).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await dialog.getByLabel(/sans appréciations/).isChecked(), true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

const example = readFileSync(new URL("../../src/vocabulary/examples/soixante.json", import.meta.url), "utf8");
browserTest("the preview of a large dossier keeps up with the choice", { html: one, path }, async (tools) => {
  await tools.widget.evaluate((element, text) => element.load(text), example);
  await tools.widget.getByRole("button", { name: "Exporter" }).first().click();
  const dialog = tools.widget.locator("dialog[open]");
  await dialog.getByLabel(/sans appréciations/).check();
  await dialog.getByText("60 acteurs").waitFor();
  assert.ok((await lines(dialog, "Ce qui reste ici")).length > 3);
});
