// Roles: given, compared, ended and kept; commitments in plain words; letters by keyboard; the table printed and saved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { eventually } from "./support/hosts.mjs";

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));

/** Three actors, two functions, an operator in force, a lead that is over. */
const small = (more = {}) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  project: { title: "Mobilité" },
  objectives: [{ id: "o1", title: "Se déplacer" }],
  functions: [
    { id: "f1", title: "Accueillir" },
    { id: "f2", title: "Transporter" },
  ],
  actors: [
    { id: "a1", name: "Région", kind: "publicAuthority", capabilities: ["f1"] },
    { id: "a2", name: "CCI", kind: "economicDevelopment", capabilities: ["f1", "f2"] },
    { id: "a3", name: "Club", kind: "business", readings: [{ criterion: "availability", value: 3, on: "2026-01-01" }] },
  ],
  roles: [
    { id: "r1", actor: "a2", role: "operator", scope: { function: "f1" }, startsOn: "2025-01-01", does: "Tient le guichet." },
    { id: "r2", actor: "a1", role: "operator", scope: { function: "f2" } },
    { id: "r3", actor: "a1", role: "lead", startsOn: "2024-01-01", endsOn: "2024-12-31" },
  ],
  ...more,
});

async function open({ widget }, content, step = "roles") {
  await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element, step) => element.goTo(step), step);
}

const held = ({ widget }) => widget.evaluate((element) => element.value);
const role = async (tools, id) => (await held(tools)).roles.find((one) => one.id === id);
const lines = async (tools) =>
  ((await held(tools)).responsibilities ?? []).map(({ function: key, actor, letter }) => `${key} ${actor} ${letter}`);
const focused = ({ widget }) =>
  widget.evaluate((element) => {
    const at = element.shadowRoot.activeElement;
    const row = at?.closest("tr[data-r]");
    return row ? `${row.dataset.r} ${at.dataset.c}` : at?.id;
  });
const button = ({ widget }, name) => widget.getByRole("button", { name, exact: true });

browserTest("a role one ends leaves the board, stays among the past ones, and is opened again", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, small());
  const cards = widget.locator(".lane").nth(1).locator(".role-card:not(.role-vacant)");
  await eventually(() => cards.count(), 2);
  const past = widget.locator("#tdt-past-roles");
  assert.match(await past.textContent(), /Rôles passés 1/);
  await widget.locator("#tdt-card-r1").click();
  await button(tools, "Mettre fin à ce rôle").click();
  await eventually(() => cards.count(), 1);
  // Over at once: its last day is yesterday, by the clock of the browser.
  const yesterday = await widget.evaluate(() => {
    const day = new Date();
    day.setDate(day.getDate() - 1);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  });
  assert.equal((await role(tools, "r1")).endsOn, yesterday);
  assert.match(await past.textContent(), /Rôles passés 2/);
  // The function has no operator any more, and who held it is a candidate again.
  await widget.locator("#tdt-vacant-operator-f1").click();
  await widget.locator(".compare th", { hasText: "CCI" }).getByText("A tenu ce rôle jusqu’au").waitFor();
  await past.click();
  await button(tools, "Rouvrir ce rôle : CCI, Opérateur").click();
  await eventually(() => focused(tools), "tdt-card-r1");
  assert.equal((await role(tools, "r1")).endsOn ?? null, null);
  await widget.evaluate((element) => element.undo());
  await eventually(async () => (await role(tools, "r1")).endsOn, yesterday);
});

browserTest("the focus has somewhere to go once a role is closed or removed", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, small());
  await widget.locator("#tdt-card-r1").focus();
  await page.keyboard.press("Enter");
  await eventually(() => focused(tools), "tdt-role-title");
  await button(tools, "Fermer le détail").click();
  await eventually(() => focused(tools), "tdt-card-r1");
  for (const [id, next] of [["r1", "tdt-card-r2"], ["r2", "tdt-give-operator"]]) {
    await widget.locator(`#tdt-card-${id}`).click();
    await button(tools, "Retirer ce rôle").click();
    await eventually(() => focused(tools), next);
  }
  assert.deepEqual((await held(tools)).roles.map((one) => one.id), ["r3"]);
  await widget.evaluate((element) => element.undo());
  await eventually(async () => (await held(tools)).roles.map((one) => one.id), ["r2", "r3"]);
});

browserTest("commitments are written one a line, shown on the card and in the sheet of the actor", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, small());
  await widget.locator("#tdt-card-r1").click();
  const field = widget.getByLabel("Nouvel engagement");
  for (const text of ["Ouvrir le guichet", "Répondre sous deux jours"]) {
    await field.fill(text);
    await page.keyboard.press("Enter");
    await eventually(() => field.inputValue(), "");
  }
  await widget.getByLabel("Engagement 1").fill("Ouvrir le guichet le samedi");
  const texts = async () => (await role(tools, "r1")).commitments.map((one) => one.text);
  await eventually(texts, ["Ouvrir le guichet le samedi", "Répondre sous deux jours"]);
  assert.match((await role(tools, "r1")).commitments[0].on, /^\d{4}-\d\d-\d\d$/);
  await widget.locator("#tdt-card-r1").getByText("2 engagements").waitFor();
  await button(tools, "Retirer l’engagement : Répondre sous deux jours").click();
  await eventually(texts, ["Ouvrir le guichet le samedi"]);
  await eventually(() => focused(tools), "tdt-commitment-new");
  await widget.evaluate((element) => element.undo());
  await eventually(async () => (await texts()).length, 2);
  await widget.evaluate((element) => element.goTo("actors"));
  await widget.getByText("CCI", { exact: true }).first().click();
  const sheet = widget.locator(".sheet");
  await sheet.getByText("Tient le guichet.").waitFor();
  await sheet.getByText("Ouvrir le guichet le samedi").waitFor();
});

browserTest("candidates for any role side by side, beside who holds it", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, small());
  await button(tools, "Confier un rôle : Financeur").click();
  const heads = () => widget.locator(".compare thead bdi").allTextContents();
  await eventually(heads, ["Région", "CCI", "Club"]);
  await widget.getByLabel("Portée").selectOption({ label: "O1 · Se déplacer" });
  await button(tools, "Confier ce rôle à Club").click();
  // Its detail is open: its conditions come next.
  await eventually(() => focused(tools), "tdt-role-title");
  const given = (await held(tools)).roles.at(-1);
  assert.deepEqual([given.actor, given.role, given.scope], ["a3", "funder", { objective: "o1" }]);
  await widget.locator("#tdt-card-r1").click();
  await button(tools, "Comparer avec d’autres").click();
  await eventually(heads, ["CCI", "Région"]);
  await widget.locator(".compare th", { hasText: "CCI" }).getByText("Tient déjà ce rôle").waitFor();
  await button(tools, "Fermer la comparaison").click();
  await eventually(() => focused(tools), "tdt-role-title");
});

browserTest("letters are given by keyboard, said, checked and undone", {}, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, small());
  await button(tools, "Responsabilités").click();
  await button(tools, "Donner une première lettre").click();
  await eventually(() => focused(tools), "0 0");
  // Columns: Région and CCI hold roles; the Club has none and is added by hand.
  assert.deepEqual(await widget.locator(".ltable .mx-head bdi").allTextContents(), ["Région", "CCI"]);
  for (const key of ["a", "R", "ArrowRight", "c", "ArrowDown", "a"]) await page.keyboard.press(key);
  await eventually(() => lines(tools), ["f1 a1 A", "f1 a1 R", "f1 a2 C", "f2 a2 A"]);
  await eventually(() => focused(tools), "1 1");
  await widget.getByText("CCI répond du résultat.").waitFor();
  assert.match(await widget.locator(".coh-main").textContent(), /1\s*fonction sur 2/);
  const checks = widget.locator(".lt-checks li");
  await checks.getByText("« Transporter » : aucune structure ne réalise.").waitFor();
  await checks.getByText("1 autre acteur n’a ni rôle, ni fonction possible, ni ligne : Club.").waitFor();
  assert.equal(await checks.count(), 2);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await eventually(() => lines(tools), ["f1 a1 A", "f1 a1 R", "f2 a2 A"]);
  await widget.evaluate((element) => element.undo());
  await eventually(() => lines(tools), ["f1 a1 A", "f1 a1 R", "f1 a2 C", "f2 a2 A"]);
  // A letter typed again is taken back; with a modifier it is the browser's.
  await page.keyboard.press("c");
  await eventually(() => lines(tools), ["f1 a1 A", "f1 a1 R", "f2 a2 A"]);
  await page.keyboard.press("Control+i");
  assert.deepEqual(await lines(tools), ["f1 a1 A", "f1 a1 R", "f2 a2 A"]);
  // The way from a check to its place.
  await checks.filter({ hasText: "Transporter" }).getByRole("button").click();
  await eventually(() => focused(tools), "1 0");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("r");
  await eventually(() => checks.filter({ hasText: "Transporter" }).count(), 0);
  await widget.getByLabel("Ajouter une structure au tableau").selectOption("Club");
  await eventually(() => focused(tools), "1 2");
  await page.keyboard.press("i");
  // Nobody expects it there: without its letter it keeps its column.
  await page.keyboard.press("Delete");
  await eventually(() => widget.locator(".ltable .mx-head bdi").allTextContents(), ["Région", "CCI", "Club"]);
  await eventually(() => focused(tools), "1 2");
  await page.keyboard.press("i");
  await widget.getByText("Chaque fonction a une seule structure qui répond").waitFor();
  await screenshot("letters");
});

browserTest("read only: letters are seen, none is given", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, small({ responsibilities: [{ function: "f1", actor: "a1", letter: "A" }] }));
  await widget.evaluate((element) => (element.readOnly = true));
  await button(tools, "Responsabilités").click();
  await widget.locator(".ltable td.lt").first().click();
  await page.keyboard.press("r");
  await page.keyboard.press("Delete");
  assert.deepEqual(await lines(tools), ["f1 a1 A"]);
  assert.equal(await widget.getByLabel("Ajouter une structure au tableau").count(), 0);
});

browserTest("letters on a phone: one function, four keys for each actor", { width: 375, height: 800 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, small());
  await button(tools, "Responsabilités").click();
  const keys = widget.getByRole("group", { name: "CCI" });
  await keys.getByRole("button", { name: "A répond du résultat" }).click();
  await eventually(() => lines(tools), ["f1 a2 A"]);
  await button(tools, "Fonction suivante").click();
  await widget.getByText("Fonction 2 sur 2").waitFor();
  await keys.getByRole("button", { name: "R réalise" }).click();
  await eventually(() => lines(tools), ["f1 a2 A", "f2 a2 R"]);
  const overflow = await widget.evaluate((element) => {
    const step = element.shadowRoot.querySelector(".step");
    return step.scrollWidth - step.clientWidth;
  });
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await assertAccessible(page);
  await screenshot("letters-375");
  await button(tools, "Rôles").first().click();
  await widget.locator("#tdt-card-r1").click();
  await widget.getByLabel("Nouvel engagement").waitFor();
  await assertAccessible(page);
  await screenshot("role-375");
});

browserTest("the role table as a picture: SVG and PNG, the same whatever the screen", { width: 375, height: 800 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, example("bassin"));
  await button(tools, "Tableau des rôles").click();
  const save = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      widget.getByRole("dialog").getByRole("button", { name }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save(/^SVG,/);
  assert.match(svg.name, /_roles\.svg$/);
  // Read outside the site, so without its policy: where a file lands once it is saved.
  const elsewhere = await (await page.context().browser().newContext()).newPage();
  const seen = await elsewhere.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    return {
      error: parsed.querySelector("parsererror")?.textContent,
      words: [...parsed.querySelectorAll("text")].map((one) => one.textContent).join("\n"),
      rules: parsed.querySelectorAll("line").length,
      marks: parsed.querySelectorAll("svg > svg").length,
      width: Number(parsed.documentElement.getAttribute("width")),
    };
  }, svg.bytes.toString("utf8"));
  await elsewhere.context().close();
  assert.equal(seen.error, undefined);
  for (const part of [/Rôle et fonction des partenaires/, /Quel partenariat/, /Pilote/, /Région Monts-et-Rives/, /Conditions d’exercice/, /remplie/, /Source/]) {
    assert.match(seen.words, part);
  }
  // The lead of before is over: it is not in the table of those who hold a role.
  assert.doesNotMatch(seen.words, /comité de lancement/);
  // A mark for each condition (61, counted in the file: 5 + 10 × 4 + 5 × 2 + 3 × 2), and three in the legend.
  assert.equal(seen.marks, 64);
  assert.ok(seen.rules > 19 && seen.width > 900, `${seen.rules} rules, ${seen.width} px`);
  const png = await save(/^PNG,/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.equal(png.bytes.readUInt32BE(16), 2 * seen.width);
  assert.equal(await widget.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll(".picture-table").length), 0);
});

browserTest("the printed table holds scope, dates, commitments, letters, and past roles apart", {}, async (tools) => {
  const { widget, screenshot } = tools;
  await open(tools, example("bassin"));
  await button(tools, "Tableau des rôles").click();
  const paper = widget.locator(".paper .sheet-print");
  const tables = paper.locator("table");
  assert.equal(await tables.count(), 3);
  const said = async (place) => (await tables.nth(place).innerText()).replace(/[\u202f\u00a0]/g, " ");
  assert.match(await said(0), /Ensemble du projet[^]*du 2 mars 2026 au 28 février 2029[^]*Engagements[^]*premier mardi/);
  assert.doesNotMatch(await said(0), /comité de lancement/);
  assert.match(await said(1), /F1 · [^]*Maison de l’emploi/);
  assert.match(await said(2), /CCI[^]*du 1er septembre 2025 au 1er mars 2026[^]*comité de lancement[^]*état des lieux/);
  await screenshot("role-table");
});

for (const [language, theme] of [["fr", "light"], ["en", "dark"]]) {
  browserTest(`roles and responsibilities are accessible (${language}, ${theme})`, { theme, width: 1440, height: 1000 }, async (tools) => {
    const { page, widget, screenshot } = tools;
    await widget.evaluate((element, language) => element.setAttribute("lang", language), language);
    await open(tools, example("bassin"));
    await widget.locator("#tdt-card-rol-pilote").click();
    await widget.locator("#tdt-past-roles").click();
    await widget.locator(".conds").waitFor();
    await assertAccessible(page);
    await screenshot(`roles-${theme}`);
    await widget.getByRole("button", { name: /^(Comparer avec|Compare with)/ }).click();
    await widget.locator(".compare").waitFor();
    await assertAccessible(page);
    await widget.locator(".step-views button").nth(1).click();
    await widget.locator(".ltable").waitFor();
    await widget.locator("details.more summary").click();
    await assertAccessible(page);
    await screenshot(`letters-${theme}`);
    await widget.evaluate((element) => element.goTo("roles"));
    await widget.locator(".step-views button").first().click();
    await widget.locator(".keybar button").click();
    await widget.locator(".paper").waitFor();
    await assertAccessible(page);
  });
}
