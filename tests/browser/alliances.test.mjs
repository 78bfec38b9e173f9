// Positions and alliances: influences by keyboard, sentences that lead to the cells they hang on, the plane and its table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dossier as large } from "../bench/dossier.mjs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { send } from "./support/keys.mjs";

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));

/**
 * Three actors, two objectives; influences a→b 2, a→c 3, b→c 1 as in the hand calculation of
 * `tests/analysis/positions`: A and B hold the decision, A comes first.
 */
const three = (influences) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  project: { title: "Trois acteurs" },
  objectives: [
    { id: "o1", title: "Mobilité" },
    { id: "o2", title: "Logement" },
  ],
  actors: [
    { id: "a", name: "Alpha", kind: "publicAuthority" },
    { id: "b", name: "Bravo", kind: "business" },
    { id: "c", name: "Charlie", kind: "association" },
  ],
  positions: [
    { actor: "a", objective: "o1", value: 2 },
    { actor: "b", objective: "o1", value: 3 },
    { actor: "a", objective: "o2", value: -1 },
    { actor: "b", objective: "o2", value: 4 },
  ],
  influences,
});

async function open({ widget }, content) {
  if (content) await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element) => element.goTo("coherence"));
  await widget.getByRole("button", { name: "Positions et alliances", exact: true }).click();
}

const influences = async ({ widget }) =>
  Object.fromEntries(
    ((await widget.evaluate((element) => element.value)).influences ?? []).map(({ from, to, value }) => [`${from}${to}`, value]),
  );
/** Where the focus is in the grid: "0 1". */
const focused = ({ widget }) =>
  widget.evaluate((element) => {
    const at = element.shadowRoot.activeElement;
    return at?.dataset?.from ? `${at.dataset.from} ${at.dataset.to}` : at?.id || at?.tagName;
  });

async function settles(read, expected) {
  let seen;
  for (let turn = 0; turn < 80; turn += 1) {
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

browserTest("from nothing, digits alone fill the grid, the diagonal is left out, and Delete takes back", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, three([]));
  await widget.getByText("Qui pèse sur qui, et pour quoi").waitFor();
  const start = widget.getByRole("button", { name: "Noter une première influence" });
  await start.focus();
  await page.keyboard.press("Enter");
  await settles(() => focused(tools), "0 1");
  // a→b, a→c, then (the diagonal b–b apart) b→a, b→c, c→a, c→b.
  for (const key of ["2", "3", "0", "1", "0", "4"]) {
    const before = await focused(tools);
    await page.keyboard.press(key);
    if (before !== "2 1") await settles(async () => (await focused(tools)) !== before, true);
  }
  await settles(() => influences(tools), { ab: 2, ac: 3, ba: 0, bc: 1, ca: 0, cb: 4 });
  assert.equal(await focused(tools), "2 1", "the last cell is the end");
  await widget.getByText("Charlie peut mettre en cause l’existence de Bravo").waitFor();
  await page.keyboard.press("Delete");
  await settles(() => influences(tools), { ab: 2, ac: 3, ba: 0, bc: 1, ca: 0 });
  await page.keyboard.press("5");
  await page.keyboard.press("ArrowRight");
  await settles(() => focused(tools), "2 2");
  await page.keyboard.press("3");
  await settles(() => influences(tools), { ab: 2, ac: 3, ba: 0, bc: 1, ca: 0 });
  await widget.getByText("Charlie : un acteur n’a pas d’influence sur lui-même.").waitFor();
  await page.keyboard.press("Control+z");
  await settles(() => influences(tools), { ab: 2, ac: 3, ba: 0, bc: 1, ca: 0, cb: 4 });
});

browserTest("digits that come faster than the grid is drawn: every influence is in its cell, over a page too", { timeout: 180_000 }, async (tools) => {
  const { page, widget } = tools;
  const ids = [..."abcdefghijklmnop"];
  await open(tools, { ...three([]), actors: ids.map((id) => ({ id, name: `Acteur ${id}`, kind: "expert" })), positions: [] });
  await widget.getByRole("button", { name: "Noter une première influence" }).click();
  await settles(() => focused(tools), "0 1");
  await tools.slowDown(4);
  // The first row, whose last columns are on the next page; then the second, its diagonal left out.
  await send(tools, ids.slice(1).map((_, n) => String(1 + (n % 4))));
  await send(tools, ["4", "3", "2", "1"]);
  const expected = Object.fromEntries(ids.slice(1).map((id, n) => [`a${id}`, 1 + (n % 4)]));
  await settles(() => influences(tools), { ...expected, ba: 4, bc: 3, bd: 2, be: 1 });
  await settles(() => focused(tools), "1 5");
  await page.keyboard.press("0");
  await settles(async () => (await influences(tools)).bf, 0);
});

browserTest("who assesses: a field emptied stays empty while the screen follows, and the next value is agreed together", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, three([{ from: "a", to: "b", value: 2 }]));
  await widget.locator("summary", { hasText: "Influences entre acteurs" }).click();
  const by = widget.locator("#tdt-inf-by");
  await by.fill("Ana");
  await page.keyboard.press("Tab");
  const cell = (from, to) => widget.locator(`[data-from="${from}"][data-to="${to}"]`);
  await cell(0, 2).click();
  await page.keyboard.press("3");
  const given = async () => ((await widget.evaluate((element) => element.value)).influences ?? []).map(({ from, to, value, by }) => `${from}${to} ${value} ${by ?? ""}`.trim());
  await settles(given, ["ab 2", "ac 3 Ana"]);
  await by.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  // What is on the screen changes meanwhile.
  await widget.evaluate((element) => element.undo());
  await settles(given, ["ab 2"]);
  assert.equal(await by.inputValue(), "");
  await cell(1, 2).click();
  await page.keyboard.press("1");
  await settles(given, ["ab 2", "bc 1"]);
});

browserTest("sentences come first, with the cells that would overturn them, each a way to its cell", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, three([{ from: "a", to: "b", value: 1 }, { from: "b", to: "a", value: 1 }, { from: "a", to: "c", value: 1 }]));
  await widget.getByText(/tien(t|nent) la décision/).waitFor();
  await widget.getByText("« Mobilité » : le rapport de force penche pour.").waitFor();
  await widget.getByText(/Alpha et Bravo divergent|Alpha et Bravo convergent|Alpha et Bravo s’accordent/).first().waitFor();
  const link = widget.getByRole("button", { name: /^influence de .* sur .* : . → .$/ }).first();
  const name = await link.textContent();
  await link.focus();
  await page.keyboard.press("Enter");
  const [, from, to] = name.match(/influence de (\w+) sur (\w+)/);
  const place = { Alpha: 0, Bravo: 1, Charlie: 2 };
  await settles(() => focused(tools), `${place[from]} ${place[to]}`);
  // The sentence follows a change, a moment later.
  const first = await widget.locator(".told-what").first().textContent();
  await page.keyboard.press("4");
  await settles(async () => (await widget.locator(".told-what").first().textContent()) !== first || (await widget.locator("[aria-busy]").count()) === 0, true);
});

browserTest("evaluators give their own values, and the agreed one prevails", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, three([{ from: "a", to: "b", value: 2 }]));
  await widget.getByText("Influences entre acteurs").click();
  await widget.getByLabel("Qui évalue").fill("CCI");
  await widget.getByLabel("Qui évalue").press("Tab");
  const cell = widget.locator('[data-from="0"][data-to="1"]');
  await settles(() => cell.textContent(), "?");
  await cell.focus();
  await page.keyboard.press("4");
  await settles(() => cell.textContent(), "4");
  await widget.getByLabel("Qui évalue").fill("");
  await widget.getByLabel("Qui évalue").press("Tab");
  await settles(() => cell.textContent(), "2");
  await cell.focus();
  await widget.getByText("1 avis · ensemble : 2 · médiane : 4").waitFor();
});

browserTest("where views on influence differ most: who said what, a click from the cell", {}, async (tools) => {
  const { page, widget } = tools;
  const given = (from, to, value, by) => ({ from, to, value, by, on: "2026-01-01" });
  await open(tools, three([
    given("a", "b", 3, "Ana"), given("a", "b", 1, "Bob"), given("b", "c", 0, "Ana"), given("b", "c", 4, "Bob"), given("b", "c", 2),
    given("c", "a", 2, "Ana"), given("c", "a", 2, "Bob"),
  ]));
  const list = widget.locator(".disputes li");
  await settles(() => list.allInnerTexts(), ["Bravo → Charlie\nde 0 à 4 · médiane : 0 · ensemble : 2", "Alpha → Bravo\nde 1 à 3 · médiane : 1"].map((text) => text.replaceAll(" :", "\u00a0:")));
  await list.first().getByRole("button").focus();
  await page.keyboard.press("Enter");
  await settles(() => focused(tools), "1 2");
  const said = widget.getByRole("list", { name: "Qui a dit quoi" });
  await settles(() => said.getByRole("listitem").allInnerTexts(), ["Ana\n0", "Bob\n4", "ensemble\n2"]);
  // Agreed on at last: still told apart, as long as they differ.
  await widget.getByLabel("Qui évalue").fill("Ana");
  await widget.getByLabel("Qui évalue").press("Tab");
  await widget.locator('[data-from="1"][data-to="2"]').focus();
  await page.keyboard.press("4");
  await settles(() => list.count(), 1);
});

/**
 * MIDI: a→b 2, a→c 3 + min(2, 1) = 4, b→c 1. I 6, 1, 0; D 0, 2, 5; S 7. r 6/7, 1/7 · 1/3, 0, of sum 19/21: powers 54/19, 3/19
 * and 0. Times the positions +2 −1, +3 +4: 108/19, −54/19, 9/19, 12/19; the third has none.
 */
browserTest("positions weighed by power, with what they add up to", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, three([{ from: "a", to: "b", value: 2 }, { from: "a", to: "c", value: 3 }, { from: "b", to: "c", value: 1 }]));
  await widget.getByLabel("Matrice à montrer").selectOption({ label: "Positions pondérées par le rapport de force (3MAO)" });
  const rows = widget.locator("table.mat").filter({ hasText: "Mobilisation" }).locator("tbody tr, tfoot tr");
  const figures = async () => Promise.all((await rows.all()).map(async (row) => (await row.locator("th, td").allInnerTexts()).join(" ")));
  await settles(figures, ["Alpha 5,7 -2,8 8,5", "Bravo 0,5 0,6 1,1", "Charlie 0 0 0", "Pour 6,2 0,6 ", "Contre 0 -2,8 "].map((row) => row.replaceAll("-", "−")));
});

browserTest("sixty actors are reached page by page and by name", { timeout: 180_000 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, large({ actors: 60 }));
  await widget.getByText("Influences entre acteurs").click();
  await settles(() => widget.locator(".inf-table tbody tr").count(), 12);
  await widget.locator('[data-from="0"][data-to="11"]').focus();
  // Beyond the edge the next page comes.
  await page.keyboard.press("ArrowRight");
  await settles(() => focused(tools), "0 12");
  await page.keyboard.press("Control+End");
  await settles(() => focused(tools), "59 59");
  await widget.getByLabel("Qui exerce (lignes)").fill("numéro 41");
  await settles(() => widget.locator(".inf-table tbody tr").count(), 1);
  await widget.locator('[data-from="41"]').first().waitFor();
});

browserTest("the plane is gone through by keyboard and its table holds the same actors", {}, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, example("bassin"));
  const markers = widget.locator("svg.pic [role=button]");
  await markers.first().waitFor();
  const placed = await markers.count();
  await markers.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await markers.nth(1).getAttribute("aria-pressed"), "true");
  await widget.locator(".plane-duo .told").waitFor();
  // Names come after the markers, and overlap neither one another nor a marker.
  await widget.locator("svg.pic:not([aria-busy])").waitFor();
  const boxes = await widget.locator("svg.pic text.map-label").evaluateAll((list) => list.map((text) => text.getBBox()).map(({ x, y, width, height }) => ({ x, y, width, height })));
  for (const [n, one] of boxes.entries())
    for (const other of boxes.slice(n + 1))
      assert.ok(one.x + one.width <= other.x + 1 || other.x + other.width <= one.x + 1 || one.y + one.height <= other.y + 3 || other.y + other.height <= one.y + 3, "two names overlap");
  await widget.getByRole("button", { name: "Données" }).click();
  const rows = widget.locator(".plane-table tbody tr");
  assert.equal(await rows.count(), 24);
  const undefinedOnes = await rows.filter({ has: page.locator("td.undefined:nth-of-type(1)") }).count();
  assert.equal(await rows.filter({ hasText: "n’exerce aucune influence et n’en subit aucune" }).count(), undefinedOnes);
  assert.equal(placed + undefinedOnes, 24, "whoever is not on the plane says why");
  await screenshot("alliances-data");
});

browserTest("nothing to read yet, one actor: the way to the actors", {}, async (tools) => {
  const { widget } = tools;
  await open(tools);
  await widget.getByRole("button", { name: "Nommer les acteurs" }).click();
  await widget.getByRole("heading", { name: "Acteurs", exact: true }).waitFor();
});

browserTest("a reader changes nothing", { html: '<tour-de-table mode="view"></tour-de-table>', path: "/lecture.html" }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, three([{ from: "a", to: "b", value: 2 }]));
  await widget.getByText("Influences entre acteurs").click();
  const cell = widget.locator('[data-from="0"][data-to="1"]');
  await cell.focus();
  await page.keyboard.press("4");
  await page.keyboard.press("Delete");
  await new Promise((done) => setTimeout(done, 200));
  assert.equal(await cell.textContent(), "2");
});

for (const [width, theme, locale] of [[1440, "light", "fr-FR"], [375, "dark", "fr-FR"]]) {
  browserTest(`positions and alliances are accessible at ${width}, ${theme}`, { width, theme, locale, timeout: 180_000 }, async (tools) => {
    const { page, widget } = tools;
    await open(tools, example("bassin"));
    await widget.locator("svg.pic").waitFor();
    await widget.getByText("Influences entre acteurs").click();
    await widget.locator(".inf-table").waitFor();
    await widget.getByLabel("Matrice à montrer").selectOption({ index: 1 });
    await widget.locator("svg.pic [role=button]").first().press("Enter");
    await assertAccessible(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, "nothing scrolls sideways but matrices in their frame");
  });
}
