// Coherence: the signed matrix filled by keyboard, the cell that speaks, pools; complementarities.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { eventually } from "./support/hosts.mjs";

const position = (actor, objective, value, more = {}) => ({ actor, objective, value, on: "2026-01-01", ...more });
const mobilisation = (value) => [{ criterion: "mobilisation", value, on: "2026-01-01" }];

/** Three actors, two objectives; nothing said yet. */
const blank = (more = {}) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  project: { title: "Mobilité" },
  objectives: [
    { id: "o1", title: "Mobilité" },
    { id: "o2", title: "Logement" },
  ],
  actors: [
    { id: "a1", name: "Région", kind: "publicAuthority", interests: "Remplir les trains.", readings: mobilisation(3) },
    { id: "a2", name: "CCI", kind: "economicDevelopment", readings: mobilisation(1) },
    { id: "a3", name: "Club", kind: "business" },
  ],
  ...more,
});

const said = () =>
  blank({
    positions: [
      position("a1", "o1", 3),
      position("a2", "o1", 4),
      position("a3", "o1", -2),
      position("a2", "o2", -1),
      position("a3", "o2", 4, { by: "Ana" }),
      position("a3", "o2", -3, { by: "Bob" }),
    ],
  });

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));

async function open({ widget }, content, step = "coherence") {
  await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element, step) => element.goTo(step), step);
}

const held = ({ widget }) => widget.evaluate((element) => element.value);
const positions = async (tools) =>
  ((await held(tools)).positions ?? []).map(({ actor, objective, value }) => `${actor} ${objective} ${value}`);
/** Rows and columns as they stand on the screen, from 0. */
const cell = ({ widget }, row, column) => widget.locator(`tr[data-r="${row}"] td[data-c="${column}"]`);
const focused = ({ widget }) =>
  widget.evaluate((element) => {
    const at = element.shadowRoot.activeElement;
    const row = at?.closest("[data-r]");
    return row ? `${row.dataset.r} ${at.dataset.c}` : at?.id;
  });

browserTest("a matrix is filled by keyboard, signs included, and undone", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, blank());
  // The next thing to do leads to the first empty cell.
  await widget.locator(".step-act .btn-primary").click();
  await eventually(() => focused(tools), "0 0");
  await page.keyboard.press("3");
  await eventually(() => focused(tools), "0 1");
  // A minus before a figure, then a minus on a figure.
  for (const key of ["-", "2"]) await page.keyboard.press(key);
  await eventually(() => focused(tools), "1 0");
  await page.keyboard.press("4");
  await page.keyboard.press("0");
  await eventually(() => focused(tools), "2 0");
  await eventually(() => positions(tools), ["a1 o1 3", "a1 o2 -2", "a2 o1 4", "a2 o2 0"]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("-");
  await eventually(() => positions(tools), ["a1 o1 3", "a1 o2 -2", "a2 o1 -4", "a2 o2 0"]);
  await page.keyboard.press("Delete");
  await eventually(() => positions(tools), ["a1 o1 3", "a1 o2 -2", "a2 o2 0"]);
  assert.equal(await cell(tools, 1, 0).textContent(), "?");
  assert.equal(await cell(tools, 0, 1).textContent(), "−2");
  assert.equal(await cell(tools, 1, 1).textContent(), "0");
  // The order of the rows stays while figures are typed.
  assert.deepEqual(await widget.locator("tbody th bdi").allTextContents(), ["Région", "CCI", "Club"]);
  await widget.evaluate((element) => element.undo());
  await eventually(() => positions(tools), ["a1 o1 3", "a1 o2 -2", "a2 o1 -4", "a2 o2 0"]);
});

browserTest("the cell speaks, with why, whose interest and who faces it; totals keep both signs", {}, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, said());
  // By agreement: Région +3 and CCI +4 −1, equal, as in the dossier; Club −2 −3 (the lower of two opinions).
  assert.deepEqual(await widget.locator("tbody th bdi").allTextContents(), ["Région", "CCI", "Club"]);
  await cell(tools, 0, 0).click();
  await widget.getByText("Région porte fortement l’objectif Mobilité.").waitFor();
  const side = widget.locator(".coh-side");
  await side.getByText("Remplir les trains.").waitFor();
  await side.getByText("Club −2").waitFor();
  await side.getByText("missions").waitFor();
  await page.keyboard.press("n");
  await eventually(() => focused(tools), "tdt-m-note");
  await page.keyboard.type("Un train sur deux est vide");
  await eventually(async () => (await held(tools)).positions[0].note, "Un train sur deux est vide");
  await page.keyboard.press("Escape");
  await eventually(() => focused(tools), "0 0");
  // A new value keeps the reason.
  await side.getByRole("button", { name: "+4" }).click();
  await widget.getByText("Région porte au plus haut l’objectif Mobilité.").waitFor();
  assert.equal((await held(tools)).positions[0].note, "Un train sur deux est vide");
  // An interest that nobody collected is one click from where it is written.
  await cell(tools, 1, 0).click();
  await side.getByRole("button", { name: "à recueillir, dans ses propres mots" }).click();
  await eventually(() => focused(tools), "tdt-a-interests");
  await widget.evaluate((element) => element.goTo("coherence"));
  await cell(tools, 0, 0).click();
  const foot = await widget.locator("tfoot td.mx-sum").allTextContents();
  assert.deepEqual(foot, ["+8", "0", "−2", "−4"]);
  // Région agrees with CCI on Mobilité and faces the Club there.
  const counts = widget.locator(".mx-count");
  assert.deepEqual(await counts.locator("b").allTextContents(), ["1", "1"]);
  await counts.nth(1).click();
  await side.getByText("désaccord : Mobilité").waitFor();
  await screenshot("coherence-side");
});

browserTest("pools: everyone in one column, a hole names the nearest, by objective or by actor", {}, async (tools) => {
  const { widget, screenshot } = tools;
  await open(tools, said());
  await cell(tools, 0, 0).click();
  const columns = widget.locator(".pool-col");
  const names = async () =>
    Promise.all([0, 1, 2, 3].map((n) => columns.nth(n).locator("li bdi").allTextContents()));
  await eventually(names, [["Région"], ["CCI"], [], ["Club"]]);
  await cell(tools, 0, 1).click();
  await eventually(names, [[], [], ["Région"], ["CCI", "Club"]]);
  await columns.first().getByText("Personne aujourd’hui").waitFor();
  await widget.locator(".pool-lack", { hasText: "Objectif que personne ne porte" }).getByRole("button", { name: "Logement" }).waitFor();
  await widget.getByRole("button", { name: "Par acteur" }).click();
  await eventually(names, [["Mobilité"], [], ["Logement"], []]);
  await screenshot("coherence-pool");
});

browserTest("several people give values: theirs, the median, the widest gaps", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, said());
  const disputes = widget.locator(".disputes");
  await disputes.getByText("de −3 à +4 · médiane : −3").waitFor();
  await disputes.getByRole("button", { name: "Club · Logement" }).click();
  await eventually(() => focused(tools), "2 1");
  await widget.locator(".mx-said").getByText("Ana").waitFor();
  await widget.getByLabel("Qui évalue").fill("Ana");
  await page.keyboard.press("Tab");
  await eventually(() => cell(tools, 2, 1).textContent(), "+4");
  assert.equal(await cell(tools, 0, 0).textContent(), "?");
  await cell(tools, 0, 0).click();
  await page.keyboard.press("1");
  await eventually(async () => (await held(tools)).positions.filter((one) => one.by === "Ana" && one.actor === "a1").map((one) => one.value), [1]);
});

browserTest("the matrix says whose values it shows, and everything on the screen follows", {}, async (tools) => {
  const { page, widget } = tools;
  const N = "\u00a0";
  await open(tools, said());
  await cell(tools, 0, 0).click();
  await widget.getByRole("button", { name: "Par acteur" }).click();
  const strong = () => widget.locator(".pool-col").first().locator("li b").allTextContents();
  await eventually(strong, ["+3"]);
  await widget.getByLabel("Qui évalue").fill("Ana");
  await page.keyboard.press("Tab");
  await widget.locator(".mx-whose b").getByText("Avis de Ana", { exact: true }).waitFor();
  await widget.locator(".mx-say").getByText(`Avis de Ana${N}: `).waitFor();
  // Ana said nothing of the Région: no value of all together is left in the block below.
  await eventually(strong, []);
  await cell(tools, 0, 0).click();
  await page.keyboard.press("-");
  await widget.locator(".mx-keys").getByText("Signe moins").waitFor();
  await page.keyboard.press("4");
  const against = () => widget.locator(".pool-col").nth(3).locator("li b").allTextContents();
  await cell(tools, 0, 0).click();
  await eventually(against, ["−4"]);
  assert.equal(await widget.locator(".mx-keys").getByText("Signe moins").count(), 0);
  assert.equal(await widget.locator(".toast").count(), 0);
  await widget.getByRole("button", { name: "Revenir à l’ensemble" }).click();
  await eventually(() => focused(tools), "0 0");
  await eventually(() => cell(tools, 0, 0).textContent(), "+3");
  await eventually(strong, ["+3"]);
  await eventually(against, []);
  assert.equal(await widget.getByLabel("Qui évalue").inputValue(), "");
});

browserTest("heads are cut between syllables, names stand on two lines, and every row has its rule", { width: 1440, height: 900 }, async (tools) => {
  const { widget } = tools;
  const communes = ["du Fleuve", "des Savanes", "de l’Est"].map((end, n) => ({ id: `c${n}`, name: `Communauté de communes ${end}` }));
  const others = Array.from({ length: 10 }, (_, n) => ({ id: `b${n}`, name: `Acteur ${n}` }));
  const titles = Array.from({ length: 12 }, (_, n) => ({ id: `o${n}`, title: "Développer l’apprentissage dans les cinq bassins" }));
  await open(tools, blank({ actors: [...communes, ...others], objectives: titles }));
  await cell(tools, 0, 0).waitFor();
  const head = widget.locator("thead .mx-head").first();
  assert.equal((await head.textContent()).replaceAll("\u00ad", "|"), "Déve|lop|per l’appren|tis|sage dans les cinq bassins");
  const names = widget.locator("tbody .mx-two");
  assert.equal(await names.count(), 3);
  for (const name of await names.all()) {
    assert.ok(await name.evaluate((one) => one.scrollHeight <= one.clientHeight + 1), "a name is whole");
  }
  const heights = await widget.locator("tbody tr").evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
  assert.deepEqual(new Set(heights), new Set([29]));
  const rules = await widget.locator("tbody tr").evaluateAll((rows) => rows.map((row) => getComputedStyle(row.cells[1]).borderBottomWidth));
  assert.deepEqual(rules, [...Array(12).fill("1px"), "0px"]);
});

browserTest("on a phone, a card with nine keys for each objective", { width: 375, height: 800 }, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, blank());
  const keys = widget.getByRole("group", { name: "Logement" });
  assert.equal(await keys.first().getByRole("button").count(), 10);
  await keys.first().getByRole("button", { name: "−2" }).click();
  await eventually(() => positions(tools), ["a1 o2 -2"]);
  await widget.getByRole("button", { name: "Acteur suivant" }).click();
  await widget.getByText("Acteur 2 sur 3").waitFor();
  const overflow = await widget.evaluate((element) => {
    const step = element.shadowRoot.querySelector(".step");
    return step.scrollWidth - step.clientWidth;
  });
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  await screenshot("coherence-375");
  await assertAccessible(page);
});

for (const [language, theme, sentence] of [["fr", "light", "porte l’objectif"], ["en", "dark", "carries the objective"]]) {
  const name = `coherence and complementarities are accessible (${language}, ${theme})`;
  browserTest(name, { theme, width: 1440, height: 900 }, async (tools) => {
    const { page, widget, screenshot } = tools;
    await widget.evaluate((element, language) => element.setAttribute("lang", language), language);
    await open(tools, example("bassin"));
    await cell(tools, 3, 2).click();
    await widget.locator(".mx-say", { hasText: sentence }).waitFor();
    await widget.locator(".pool-col").first().waitFor();
    await screenshot(`coherence-${theme}`);
    await assertAccessible(page);
    await widget.evaluate((element) => element.goTo("qualification"));
    await widget.locator(".step-views button").nth(1).click();
    await widget.locator(".cp-side").waitFor();
    await screenshot(`complementarities-${theme}`);
    await assertAccessible(page);
  });
}

/** A region with two basins; two operators that compete in the whole region, and one elsewhere. */
const land = () =>
  blank({
    territories: [
      { id: "r", name: "Région" },
      { id: "n", name: "Nord", parent: "r" },
      { id: "s", name: "Sud", parent: "r" },
      { id: "i", name: "Île" },
    ],
    functions: [
      { id: "f1", title: "Accueil", territories: ["r"], public: "jeunes" },
      { id: "f2", title: "Transport", territories: ["r"] },
    ],
    actors: [
      { id: "a1", name: "Alpha", territories: ["r"], capabilities: ["f1"] },
      { id: "a2", name: "Beta", territories: ["r"], capabilities: ["f1"] },
      { id: "a3", name: "Gamma", territories: ["n"], capabilities: ["f2"] },
      { id: "a4", name: "Delta", territories: ["i"] },
    ],
    roles: ["a1", "a2"].map((actor) => ({ id: `r-${actor}`, actor, role: "operator", scope: { function: "f1" } })),
  });

browserTest("complementarities: who brings what, what is missing where, how to split", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, land(), "qualification");
  await widget.getByRole("button", { name: "Complémentarités" }).click();
  const side = widget.locator(".cp-side");
  await side.getByText("Région : couvert par Alpha et Beta.").waitFor();
  await side.getByText("répartir par territoire, Nord pour Alpha et Sud pour Beta").waitFor();
  await side.getByText("« Transport » : Région, il manque Sud").waitFor();
  const label = (row, column) => cell(tools, row, column).getAttribute("aria-label");
  assert.equal(await label(2, 1), "couvre en partie");
  assert.equal(await label(3, 1), "non citée");
  await cell(tools, 2, 1).focus();
  await page.keyboard.press("ArrowDown");
  await eventually(() => focused(tools), "3 1");
  await page.keyboard.press(" ");
  await eventually(() => label(3, 1), "hors de son territoire");
  assert.deepEqual((await held(tools)).actors[3].capabilities, ["f2"]);
  await page.keyboard.press(" ");
  await eventually(() => label(3, 1), "non citée");
  await side.getByText("Transport", { exact: false }).first().waitFor();
  // Being taken to a value shows the qualification again.
  await widget.locator(".step-act .btn-primary").click();
  await widget.locator(".qtable").waitFor();
});

browserTest("complementarities on a phone: one key for each function", { width: 375, height: 800 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, land(), "qualification");
  await widget.getByRole("button", { name: "Complémentarités" }).click();
  await widget.getByRole("button", { name: /^Transport/ }).click();
  await eventually(async () => (await held(tools)).actors[0].capabilities, ["f1", "f2"]);
  await assertAccessible(page);
});

browserTest("several that could hold a function would compete: said of the chosen one, with a way to share it", {}, async (tools) => {
  const { widget } = tools;
  const able = (id, name) => ({ id, name, territories: ["r"], capabilities: ["f1"] });
  await open(tools, blank({
    territories: [{ id: "r", name: "Région" }, { id: "n", name: "Nord", parent: "r" }, { id: "s", name: "Sud", parent: "r" }],
    functions: [{ id: "f1", title: "Former", territories: ["r"] }, { id: "f2", title: "Loger", public: "Jeunes" }],
    actors: [able("a1", "AFPA"), able("a2", "GRETA"), { id: "a3", name: "Foyer", capabilities: ["f2"] }],
  }), "qualification");
  await widget.getByRole("button", { name: "Complémentarités" }).click();
  const side = widget.locator(".cp-side");
  const words = async () => (await side.innerText()).replace(/\s+/gu, " ");
  await eventually(async () => (await words()).includes(
    "AFPA et GRETA peuvent la tenir : Région. Si chaque structure y opérait, elles se concurrenceraient. Proposition : répartir par territoire, Nord pour AFPA et Sud pour GRETA.",
  ), true);
  // One alone would compete with nobody.
  await widget.locator('thead [data-c="1"]').waitFor();
  await cell(tools, 2, 1).focus();
  await side.getByText("Fonction « Loger »").waitFor();
  assert.ok(!(await words()).includes("concurrenceraient"));
});
