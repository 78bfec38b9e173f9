// Coherence with many actors and objectives: what is drawn of the matrix, and keys that come faster than it is drawn.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually } from "./support/hosts.mjs";
import { send } from "./support/keys.mjs";

const list = (length, make) => Array.from({ length }, (_, index) => make(index));

/** Nothing said yet: the rows stand in the order of the dossier. */
const blank = (actors, objectives) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  project: { title: "Grand" },
  objectives: list(objectives, (o) => ({ id: `o${o}`, title: `Objectif ${o}` })),
  functions: list(objectives, (f) => ({ id: `f${f}`, title: `Fonction ${f}` })),
  actors: list(actors, (a) => ({ id: `a${a}`, name: `Organisation ${a}`, kind: "expert" })),
});

async function open({ widget }, content, step = "coherence") {
  await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element, step) => element.goTo(step), step);
}

const cell = ({ widget }, row, column) => widget.locator(`tr[data-r="${row}"] td[data-c="${column}"]`);
const focused = ({ widget }) =>
  widget.evaluate(({ shadowRoot: { activeElement } }) => `${activeElement?.closest("[data-r]")?.dataset.r} ${activeElement?.dataset.c}`);

const given = ({ widget }) =>
  widget.evaluate((element) => (element.value.positions ?? []).map(({ actor, objective, value }) => `${actor} ${objective} ${value}`).sort());

browserTest("keys that come faster than the matrix is drawn: every value is in its cell", { width: 1440, height: 900, timeout: 180_000 }, async (tools) => {
  await open(tools, blank(100, 40));
  await cell(tools, 0, 0).click();
  await tools.slowDown(4);
  const run = list(45, (n) => String(1 + (n % 4)));
  await send(tools, [
    // The first row, then five cells of the next.
    ...run,
    // From (1, 5) to (41, 5), whose row is not drawn; a sign, then its figure.
    "PageDown", "PageDown", "PageDown", "PageDown", "2", "-", "3",
    // The last column, not drawn either, then the first one of the next row.
    "End", "4", "1",
    // Both ends.
    "^End", "1", "Home", "3", "^Home", "ArrowDown", "ArrowDown", "2",
  ]);
  const expected = [
    ...list(40, (o) => `a0 o${o} ${1 + (o % 4)}`),
    ...list(5, (o) => `a1 o${o} ${1 + (o % 4)}`),
    "a41 o5 2", "a41 o6 -3", "a41 o39 4", "a42 o0 1", "a99 o39 1", "a99 o0 3", "a2 o0 2",
  ];
  await eventually(() => given(tools), expected.sort());
  await eventually(() => focused(tools), "2 1");
  // The screen shows what the dossier holds.
  await eventually(() => cell(tools, 2, 0).textContent(), "+2");
  assert.equal(await cell(tools, 1, 4).textContent(), "+1");
});

browserTest("a sign typed in a cell just entered stays for its figure", { width: 1440, height: 900 }, async (tools) => {
  const { page } = tools;
  await open(tools, blank(3, 3));
  await cell(tools, 0, 0).click();
  await page.waitForTimeout(300);
  await send(tools, ["ArrowRight", "-"]);
  await page.waitForTimeout(600);
  await send(tools, ["2"]);
  await eventually(() => given(tools), ["a0 o1 -2"]);
});

/** The columns drawn in a row. */
const columns = ({ widget }, row) =>
  widget.locator(`tr[data-r="${row}"] td[data-c]`).evaluateAll((cells) => cells.map(({ dataset }) => Number(dataset.c)));

/** How far apart each cell of a row and its head stand, in pixels: the most. */
const askew = ({ widget }, row) =>
  widget.evaluate(({ shadowRoot }, row) => {
    const cells = [...shadowRoot.querySelectorAll(`tr[data-r="${row}"] td[data-c]`)];
    return Math.max(...cells.map((cell) => {
      const head = shadowRoot.querySelector(`thead [data-c="${cell.dataset.c}"]`);
      return Math.abs(cell.getBoundingClientRect().left - head.getBoundingClientRect().left);
    }));
  }, row);

const scrolled = ({ widget }, to) =>
  widget.evaluate(({ shadowRoot }, to) => Object.assign(shadowRoot.querySelector(".mx-frame"), to), to);

for (const [name, step, view] of [
  ["coherence", "coherence"],
  ["complementarities", "qualification", "Complémentarités"],
]) {
  browserTest(`only the columns near the frame are drawn, under their heads: ${name}`, { width: 1440, height: 900 }, async (tools) => {
    const { page, widget } = tools;
    await open(tools, blank(120, 40), step);
    if (view) await widget.getByRole("button", { name: view }).click();
    await cell(tools, 0, 0).waitFor();
    assert.ok((await columns(tools, 3)).length < 24, "not all are drawn on the screen");
    assert.equal(await widget.locator("thead [data-c]").count(), 40);
    await cell(tools, 0, 0).focus();
    // Far away: the cell with the focus stays, between what is in sight.
    await scrolled(tools, { scrollLeft: 1500 });
    await eventually(async () => (await columns(tools, 3)).includes(20), true);
    assert.ok(!(await columns(tools, 3)).includes(0));
    assert.ok((await columns(tools, 0)).includes(0));
    assert.equal(await focused(tools), "0 0");
    assert.equal(await askew(tools, 0), 0);
    assert.equal(await askew(tools, 3), 0);
    // Each cell says its column, since not all are there.
    assert.equal(await cell(tools, 3, 20).getAttribute("aria-colindex"), "22");
    const table = widget.locator("table[role=grid]");
    assert.equal(await table.getAttribute("aria-colcount"), name === "coherence" ? "43" : "42");
    // By keyboard to both ends, and down in a column that is not drawn.
    await page.keyboard.press("ArrowDown");
    await eventually(() => focused(tools), "1 0");
    await page.keyboard.press("End");
    await eventually(() => focused(tools), "1 39");
    await page.keyboard.press("PageDown");
    await eventually(() => focused(tools), "11 39");
    await page.keyboard.press("Control+End");
    await eventually(() => focused(tools), "119 39");
    await eventually(() => askew(tools, 119), 0);
    // In sight, and not under what stays.
    const inSight = () => cell(tools, 119, 39).evaluate((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return cell.contains(cell.getRootNode().elementFromPoint(left + width / 2, top + height / 2));
    });
    await eventually(inSight, true);
    await page.keyboard.press("Home");
    await eventually(() => focused(tools), "119 0");
    await page.keyboard.press("PageUp");
    await eventually(() => focused(tools), "109 0");
    // Tab leaves the matrix, and comes back to the same cell.
    await page.keyboard.press("Tab");
    assert.notEqual(await focused(tools), "109 0");
    await page.keyboard.press("Shift+Tab");
    await eventually(() => focused(tools), "109 0");
    await page.keyboard.press("Control+Home");
    await eventually(() => focused(tools), "0 0");
  });
}

browserTest("rows that are not drawn keep their height; the matrix is whole on paper", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, blank(200, 40));
  await cell(tools, 0, 0).waitFor();
  const heights = await widget.evaluate(({ shadowRoot }) => ({
    row: shadowRoot.querySelector("tbody tr[data-r]").getBoundingClientRect().height,
    bodies: [...shadowRoot.querySelectorAll("tbody")].reduce((sum, body) => sum + body.getBoundingClientRect().height, 0),
  }));
  assert.ok(Math.abs(heights.bodies - 200 * heights.row) < heights.row, `${heights.bodies} for 200 rows of ${heights.row}`);
  // A place in the middle: the rows in sight are those of that place.
  await scrolled(tools, { scrollTop: 100 * heights.row });
  await eventually(() => cell(tools, 105, 0).count(), 1);
  const all = () => widget.locator("tbody td[data-c]").count();
  assert.ok((await all()) < 1500, "not all are drawn on the screen");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await eventually(all, 200 * 40);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(async () => (await all()) < 1500, true);
});

browserTest("a taller window shows more rows at once", { width: 1440, height: 700 }, async (tools) => {
  const { page } = tools;
  await open(tools, blank(200, 4));
  await cell(tools, 0, 0).waitFor();
  await page.setViewportSize({ width: 1440, height: 2600 });
  await eventually(() => cell(tools, 70, 0).count(), 1);
});
