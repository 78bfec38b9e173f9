// The step of the actors: entry in a workshop, pasted lists, the list, the sheet, who is missing.
import assert from "node:assert/strict";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

/** A dossier with two objectives, a function, a territory and as many actors as asked. */
function dossier(actors = []) {
  return {
    format: "tour-de-table/dossier",
    formatVersion: "1.0",
    id: "d1",
    language: "fr",
    project: { title: "Métiers du tourisme", territories: ["t1"] },
    territories: [
      { id: "t1", name: "Haute-Brune", kind: "departement" },
      { id: "t2", name: "Valbrune", kind: "commune", parent: "t1" },
    ],
    objectives: [{ id: "o1", title: "Repérage" }, { id: "o2", title: "Logement" }],
    functions: [{ id: "f1", title: "Outiller le repérage", objectives: ["o1"] }],
    actors,
    positions: actors.some(({ id }) => id === "a2") ? [{ actor: "a1", objective: "o1", value: 2 }] : [],
  };
}

const actor = (id, name, more = {}) => ({ id, name, ...more });

const some = [
  actor("a1", "Mission locale de Valbrune", {
    kind: "employmentTraining", subkind: "missionLocale", territories: ["t2"], capabilities: ["f1"],
    contacts: [{ id: "c1", position: "Direction", canDecide: true }],
  }),
  actor("a2", "CCI de la Haute-Brune", {
    kind: "economicDevelopment", subkind: "cci", territories: ["t1"],
    identifiers: [{ scheme: "SIREN", value: "187400014" }],
  }),
  actor("a3", "Région Monts-et-Rives", { kind: "publicAuthority", subkind: "region" }),
  actor("a4", "Club des entreprises", { kind: "business", subkind: "clubEntreprises", tags: ["saison"] }),
  actor("a5", "Association Passerelle", { kind: "association" }),
  actor("a6", "Zénith"),
];

async function open({ widget }, content) {
  if (content) await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element) => element.goTo("actors"));
  await widget.getByRole("heading", { name: /^(Acteurs|Actors)$/ }).waitFor();
}

const value = ({ widget }) => widget.evaluate((element) => element.value);
const names = async (tools) => (await value(tools)).actors?.map(({ name }) => name) ?? [];
const shown = ({ widget }) => widget.locator("tbody .row-open bdi").allInnerTexts();
const entry = ({ widget }) => widget.getByLabel(/^(Nom d’une organisation|Name of an organisation)$/);

/** Waits until what `read` gives is what is expected. */
async function settles(read, expected) {
  let seen;
  for (let turn = 0; turn < 60; turn += 1) {
    seen = await read();
    try {
      assert.deepEqual(seen, expected);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  assert.deepEqual(seen, expected);
}

/** Pastes text where the keyboard is, as a person does, without touching the clipboard of the machine. */
const paste = (locator, text) =>
  locator.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, text);

browserTest("a workshop enters names one after the other with Enter", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools);
  await widget.locator("#tdt-actors-new:focus").waitFor();
  for (const name of ["Mission locale du bassin", "CCI Haute-Savoie", "Ville d’Annecy"]) {
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  }
  await settles(() => names(tools), ["Mission locale du bassin", "CCI Haute-Savoie", "Ville d’Annecy"]);
  // The family is guessed from the name, and the keyboard is ready for the next one.
  const { actors } = await value(tools);
  assert.equal(actors[0].kind, "employmentTraining");
  assert.equal(actors[0].subkind, "missionLocale");
  assert.equal(actors[1].subkind, "cci");
  await widget.locator("#tdt-actors-new:focus").waitFor();
  assert.equal(await entry(tools).inputValue(), "");
  // What is guessed is shown and can be changed before it enters.
  await page.keyboard.type("France Travail Annecy");
  const kind = widget.locator("#tdt-new-kind");
  await settles(() => kind.inputValue(), "employmentTraining");
  await kind.selectOption("other");
  await entry(tools).press("Enter");
  await settles(async () => (await value(tools)).actors[3]?.kind, "other");
});

browserTest("a name already there is said before it enters a second time", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  await entry(tools).fill("cci de la haute brune");
  await page.keyboard.press("Enter");
  await widget.getByRole("alert").getByText("CCI de la Haute-Brune").waitFor();
  assert.equal((await names(tools)).length, 6);
  await widget.getByRole("button", { name: "Ajouter quand même" }).click();
  await settles(async () => (await names(tools)).length, 7);
  await entry(tools).fill("Zénith");
  await page.keyboard.press("Enter");
  await widget.getByRole("button", { name: "Ouvrir la fiche existante" }).click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  assert.equal(await widget.locator("#tdt-sheet-title").innerText(), "Zénith");
  assert.equal((await names(tools)).length, 7);
});

browserTest("a block of a spreadsheet is seen first, merges, keeps, and is taken back in one step", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier(some));
  const block = [
    "Structure\tType\tTerritoire\tSIREN\tCourriel",
    "Chambre de commerce\tCCI\tHaute-Brune\t187 400 014\taccueil@cci.exemple.fr",
    "Mission locale de Valbrune\tMission locale\tValbrune\t\t",
    "Cap emploi 74\tCap emploi\tHaute-Brune\t\t",
    "\tCap emploi\t\t\t",
  ].join("\n");
  await paste(entry(tools), block);
  const dialog = widget.getByRole("dialog");
  await dialog.getByText("4 lignes lues.").waitFor();
  // The line without a name is said, not dropped in silence.
  await dialog.getByText(/^Ligne 5\s: sans nom/).waitFor();
  // By SIREN, then by name.
  const twins = dialog.locator(".dup");
  assert.equal(await twins.count(), 2);
  await twins.first().getByText("Fusionner : même SIREN").waitFor();
  assert.equal(await twins.first().getByRole("radio").first().isChecked(), true);
  await twins.last().getByRole("radio", { name: "Garder les deux" }).check();
  await dialog.getByRole("button", { name: /^Ajouter 2 organisations, en fusionner 1$/ }).click();
  await settles(async () => (await names(tools)).length, 8);
  const { actors } = await value(tools);
  const cci = actors.find(({ id }) => id === "a2");
  assert.equal(cci.name, "CCI de la Haute-Brune");
  assert.equal(cci.contacts[0].email, "accueil@cci.exemple.fr");
  assert.deepEqual(cci.identifiers.map(({ value }) => value), ["187400014"]);
  // One undo takes all of it back.
  await widget.getByRole("status").getByRole("button", { name: "Annuler" }).first().click();
  await settles(() => names(tools), some.map(({ name }) => name));
  assert.equal((await value(tools)).actors[1].contacts, undefined);
});

browserTest("a column can be told otherwise before the list enters", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier());
  await widget.getByRole("button", { name: "Coller une liste" }).click();
  const dialog = widget.getByRole("dialog");
  await dialog.getByLabel("Une liste, ou un bloc copié d’un tableur").fill("Alpha;Vernaz\nBêta;Cluses");
  await dialog.getByRole("button", { name: "Voir ce qui est reconnu" }).click();
  await dialog.getByText("2 lignes lues.").waitFor();
  await dialog.getByLabel("Contenu de la colonne 2").selectOption("territory");
  await dialog.getByText(/Vernaz.* n’est pas encore un territoire/).waitFor();
  await dialog.getByRole("button", { name: "Ajouter 2 organisations" }).click();
  await settles(() => names(tools), ["Alpha", "Bêta"]);
  const { actors, territories } = await value(tools);
  assert.deepEqual(territories.map(({ name }) => name).slice(-2), ["Vernaz", "Cluses"]);
  assert.equal(actors[0].territories[0], territories.at(-2).id);
});

browserTest("a block is cut otherwise, a column is left out, and the preview follows", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier());
  await paste(entry(tools), "Nom      Commune      À revoir\nCCI, antenne nord      Vernaz      oui\nPLIE      Cluses      non");
  const dialog = widget.getByRole("dialog");
  await dialog.getByText("3 lignes lues.").waitFor();
  const separator = dialog.getByLabel("Séparateur");
  assert.equal(await separator.inputValue(), "none");
  await separator.selectOption({ label: "plusieurs espaces" });
  await dialog.getByText("2 lignes lues.").waitFor();
  const head = dialog.locator(".preview thead th");
  assert.deepEqual(await head.locator(".small").allInnerTexts(), ["Nom", "Commune", "À revoir"]);
  assert.equal(await dialog.getByLabel("La première ligne nomme les colonnes").isChecked(), true);
  await dialog.getByLabel("Contenu de la colonne 3").selectOption({ label: "Ignorée, non reprise" });
  await dialog.getByText("La colonne «\u00a0À revoir\u00a0» est ignorée\u00a0: 2 cases ne sont pas reprises.").waitFor();
  assert.equal(await dialog.locator(".preview tbody td[data-skip]").count(), 2);
  assert.equal(await separator.inputValue(), "spaces");
  await dialog.getByRole("button", { name: "Ajouter 2 organisations" }).click();
  await settles(() => names(tools), ["CCI, antenne nord", "PLIE"]);
  const { actors } = await value(tools);
  assert.ok(actors.every(({ tags }) => tags === undefined));
});

browserTest("a block that cannot be cut as asked can be cut otherwise", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier());
  // 250 columns, more than may be pasted at once.
  await paste(entry(tools), `${Array.from({ length: 250 }, (_, n) => `mot ${n}`).join(", ")}\nPLIE`);
  const dialog = widget.getByRole("dialog");
  await dialog.getByText("2 lignes lues.").waitFor();
  await dialog.getByLabel("Séparateur").selectOption({ label: "virgule" });
  await dialog.getByRole("alert").getByText("250 colonnes").waitFor();
  await dialog.getByLabel("Séparateur").selectOption({ label: "aucun, un nom par ligne" });
  await dialog.getByText("2 lignes lues.").waitFor();
});

browserTest("the list filters, sorts, selects, and deletes with undo", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  assert.deepEqual(await shown(tools), some.map(({ name }) => name));
  await widget.locator("thead").getByRole("button", { name: /organisations/ }).click();
  await settles(() => shown(tools), [
    "Association Passerelle", "CCI de la Haute-Brune", "Club des entreprises", "Mission locale de Valbrune",
    "Région Monts-et-Rives", "Zénith",
  ]);
  await widget.getByRole("searchbox", { name: "Filtrer" }).fill("regio");
  await settles(() => shown(tools), ["Région Monts-et-Rives"]);
  await widget.getByText("1 sur 6").waitFor();
  await page.keyboard.press("Escape");
  await settles(async () => (await shown(tools)).length, 6);
  await widget.getByLabel("Ce qui manque").selectOption("contact");
  await settles(async () => (await shown(tools)).length, 5);
  await widget.getByLabel("Ce qui manque").selectOption("kind");
  await settles(() => shown(tools), ["Zénith"]);
  await widget.getByRole("button", { name: "Tout afficher" }).click();
  await widget.getByLabel("Objectif ou étiquette").selectOption("t:saison");
  await settles(() => shown(tools), ["Club des entreprises"]);
  await widget.getByRole("button", { name: "Tout afficher" }).click();
  // A range with Shift.
  await widget.getByLabel("Choisir CCI de la Haute-Brune").check();
  await widget.getByLabel("Choisir Mission locale de Valbrune").click({ modifiers: ["Shift"] });
  await widget.getByText("3 choisies").waitFor();
  await widget.getByLabel("Changer la famille").selectOption("expert");
  await settles(async () => (await value(tools)).actors.filter(({ kind }) => kind === "expert").length, 3);
  await widget.getByLabel("Ajouter un territoire").selectOption("t1");
  await settles(async () => (await value(tools)).actors.filter((one) => one.territories?.includes("t1")).length, 3);
  await widget.locator("#tdt-sel-tag").fill("noyau");
  await page.keyboard.press("Enter");
  await settles(async () => (await value(tools)).actors.filter((one) => one.tags?.includes("noyau")).length, 3);
  await widget.locator(".selbar").getByRole("button", { name: "Supprimer" }).click();
  await settles(async () => (await names(tools)).length, 3);
  await widget.locator("#tdt-actors-new:focus").waitFor();
  await widget.getByRole("status").getByRole("button", { name: "Annuler" }).last().click();
  await settles(async () => (await names(tools)).length, 6);
});

browserTest("the sheet is filled beside the list and survives a reload in the middle of a word", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  await widget.getByRole("button", { name: "Zénith" }).click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  // The list stays in sight.
  assert.equal(await widget.getByRole("button", { name: "CCI de la Haute-Brune" }).isVisible(), true);
  await widget.locator("#tdt-sheet-identity").click();
  await widget.locator("#tdt-a-name:focus").waitFor();
  await widget.getByLabel("Famille", { exact: true }).last().selectOption("association");
  await widget.locator("#tdt-a-id-0-value").fill("130 005 48");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await widget.getByText("9 chiffres attendus, par exemple 130 005 481").waitFor();
  await widget.locator("#tdt-a-id-0-value").fill("130 005 481");
  await widget.getByText("Format valide").waitFor();
  await widget.locator("#tdt-a-id-0-value").fill("130 005 482");
  await widget.getByText(/La clé de ce numéro SIREN ne concorde pas/).waitFor();
  await widget.locator("#tdt-a-place").selectOption("t2");
  await widget.locator("#tdt-sheet-contacts").click();
  await widget.locator("#tdt-c0-position:focus").waitFor();
  await page.keyboard.type("Direction");
  await widget.locator("#tdt-c0-email").fill("accueil@zenith.exemple.fr");
  await widget.getByRole("group", { name: "Peut décider" }).getByRole("button", { name: "Non", exact: true }).click();
  await widget.locator("#tdt-c0-steps").fill("3");
  await widget.locator("#tdt-sheet-contacts").click();
  await widget.getByText("Ne peut pas décider : 3 validations").waitFor();
  assert.equal(
    await widget.getByRole("link", { name: "accueil@zenith.exemple.fr" }).getAttribute("href"),
    "mailto:accueil@zenith.exemple.fr",
  );
  await widget.locator("#tdt-sheet-contributions").click();
  await widget.locator("#tdt-k0-title:focus").waitFor();
  await page.keyboard.type("Salle");
  await widget.locator("#tdt-k0-amount").fill("12 000,50");
  await widget.locator("#tdt-sheet-functions").click();
  await widget.locator("#tdt-a-f0").click();
  await widget.locator("#tdt-a-interests").fill("");
  await widget.locator("#tdt-a-interests").pressSequentially("Recruter pour la sai");
  await tools.reload();
  await open(tools);
  const zenith = (await value(tools)).actors[5];
  assert.equal(zenith.interests, "Recruter pour la sai");
  assert.equal(zenith.kind, "association");
  assert.deepEqual(zenith.territories, ["t2"]);
  assert.deepEqual(zenith.capabilities, ["f1"]);
  assert.equal(zenith.contacts[0].canDecide, false);
  assert.equal(zenith.contacts[0].validationSteps, 3);
  assert.deepEqual(zenith.contributions[0].money, { amount: "12000.50", currency: "EUR" });
  assert.equal(zenith.identifiers[0].value, "130 005 482");
});

browserTest("a hole of the coverage panel says whom to look for, a number shows who is there", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  await widget.getByRole("button", { name: /^Repérage, Emploi et formation\s: 1 organisation/ }).click();
  await settles(() => shown(tools), ["Mission locale de Valbrune"]);
  await widget.getByRole("button", { name: "Tout afficher" }).click();
  const hole = widget.getByRole("button", { name: /^Logement, Partenaires sociaux\s: personne/ });
  await hole.click();
  assert.equal(await hole.getAttribute("aria-pressed"), "true");
  await widget.locator(".cov-say").getByRole("button").first().click();
  await widget.locator("#tdt-actors-new:focus").waitFor();
  assert.equal(await widget.locator("#tdt-new-kind").inputValue(), "socialPartner");
  await page.keyboard.type("Union départementale");
  await page.keyboard.press("Enter");
  await settles(async () => (await value(tools)).actors.at(-1).kind, "socialPartner");
  assert.notEqual((await value(tools)).actors.at(-1).subkind ?? "", "");
});

browserTest("of three hundred actors only those near what is seen are in the page", {}, async (tools) => {
  const { page, widget } = tools;
  const many = Array.from({ length: 300 }, (_, n) => actor(`a${n}`, `Structure ${n} d’un nom assez long pour tenir mal sur une ligne`));
  await open(tools, { ...dossier(), actors: many });
  const rows = widget.locator(".table.stack tr[aria-rowindex]");
  await settles(async () => (await rows.count()) < 120, true);
  await widget.locator(".step").evaluate((step) => (step.scrollTop = 29 * 200));
  await widget.locator("#tdt-actor-a200").waitFor();
  await widget.locator("#tdt-actor-a200").click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  // However far one scrolls meanwhile, closing gives the focus back to the line.
  await widget.locator(".step").evaluate((step) => (step.scrollTop = 0));
  await widget.locator("#tdt-actor-a0").waitFor();
  await widget.locator("#tdt-sheet-title").focus();
  await page.keyboard.press("Escape");
  await widget.locator("#tdt-actor-a200:focus").waitFor();
  // What is filtered is short again, and whole.
  await widget.getByRole("searchbox", { name: "Filtrer" }).fill("29");
  await settles(async () => (await shown(tools)).length, 11);
});

browserTest("everything is reached by keyboard alone", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  await widget.locator("#tdt-actors-new:focus").waitFor();
  await widget.locator("#tdt-actor-a5").focus();
  await page.keyboard.press("Enter");
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  await widget.locator("#tdt-sheet-next").focus();
  await page.keyboard.press("Enter");
  await settles(() => widget.locator("#tdt-sheet-title").innerText(), "Zénith");
  // The focus stays on the button, ready for the next one; the last has none.
  await page.keyboard.press("Escape");
  await widget.locator("#tdt-actor-a6:focus").waitFor();
  await page.keyboard.press("Enter");
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  await widget.getByRole("button", { name: "Supprimer cette organisation" }).focus();
  await page.keyboard.press("Enter");
  await settles(async () => (await names(tools)).length, 5);
  // The neighbour takes the focus.
  await widget.locator("#tdt-actor-a5:focus").waitFor();
});

for (const theme of ["light", "dark"]) {
  for (const language of ["fr", "en"]) {
    browserTest(`axe finds nothing, ${language}, ${theme}`, { theme, timeout: 120_000 }, async (tools) => {
      const { page, widget } = tools;
      await widget.evaluate((element, language) => element.setAttribute("lang", language), language);
      await open(tools);
      await assertAccessible(page);
      await open(tools, dossier(some));
      await widget.locator("#tdt-actor-a2").click();
      await widget.locator("#tdt-actor-a1").waitFor();
      await widget.locator(".row-open").first().click();
      for (const part of ["identity", "contacts", "contributions", "functions"]) {
        await widget.locator(`#tdt-sheet-${part}`).click();
      }
      await widget.locator(".col-check input").nth(1).check();
      await widget.locator(".cov-hole").first().click();
      await assertAccessible(page);
      await tools.screenshot(`actors ${language} ${theme}`);
      await paste(entry(tools), "Nom\tSIREN\nCCI de la Haute-Brune\t187400014\nAutre\t12");
      await widget.getByRole("dialog").waitFor();
      await assertAccessible(page);
      await tools.screenshot(`actors paste ${language} ${theme}`);
    });
  }
}

browserTest("on a telephone the sheet takes the place of the list, with a way back", { width: 375, height: 812 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(some));
  await tools.screenshot("actors 375");
  const scrolls = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(await scrolls(), false);
  await widget.getByRole("button", { name: "CCI de la Haute-Brune" }).click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  assert.equal(await widget.getByRole("button", { name: "Zénith" }).isVisible(), false);
  await tools.screenshot("actors sheet 375");
  assert.equal(await scrolls(), false);
  await widget.getByRole("button", { name: "Retour à la liste" }).click();
  await widget.locator("#tdt-actor-a2:focus").waitFor();
});

browserTest("hostile text stays text", {}, async (tools) => {
  const { widget } = tools;
  const bad = `<img src=x onerror="document.title='non'">`;
  await open(tools, dossier([
    actor("a1", bad, {
      tags: [bad], interests: bad, subkind: bad, kind: "other",
      identifiers: [{ scheme: bad, value: bad }],
      contacts: [{ id: "c1", name: bad, position: bad, email: "javascript:alert(1)", phone: "javascript:alert(1)" }],
      contributions: [{ id: "k1", title: bad }],
    }),
  ]));
  await widget.locator(".row-open").click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  assert.equal(await widget.locator("img").count(), 0);
  assert.equal(await widget.locator(".sheet a").count(), 0);
  await paste(entry(tools), `${bad}\n${bad}`);
  await widget.getByRole("dialog").getByText(bad).first().waitFor();
  assert.equal(await widget.locator("img").count(), 0);
});

browserTest("in a page that only shows, nothing can be changed", {
  html: `<tour-de-table storage="none" mode="view"></tour-de-table>`,
}, async (tools) => {
  const { widget } = tools;
  await widget.evaluate((element, content) => { element.value = content; }, dossier(some));
  await open(tools);
  assert.equal(await entry(tools).count(), 0);
  assert.equal(await widget.locator(".col-check").count(), 0);
  await widget.getByRole("button", { name: "CCI de la Haute-Brune" }).click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  assert.equal(await widget.getByRole("button", { name: /^Modifier/ }).count(), 0);
  assert.equal(await widget.getByRole("button", { name: /Supprimer/ }).count(), 0);
});
