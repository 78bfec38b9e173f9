// The step of qualification: digits at the pace of a workshop, the start kept, the map that answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dossier as large } from "../bench/dossier.mjs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const CRITERIA = ["mobilisation", "influence", "interest", "stance", "availability", "neutrality"];
const KINDS = ["publicAuthority", "economicDevelopment", "employmentTraining", "business", "association"];

const reading = (criterion, value, on, more = {}) => ({ criterion, value, on, ...more });

function dossier(actors) {
  return {
    format: "tour-de-table/dossier",
    formatVersion: "1.0",
    id: "d1",
    language: "fr",
    project: { title: "Métiers du tourisme" },
    actors,
  };
}

const five = () => KINDS.map((kind, n) => ({ id: `a${n}`, name: `Structure ${n}`, kind }));

/** Five actors of which the second one stands at influence 3, interest 1 after a start at 2 and 0. */
const begun = () =>
  dossier(
    five().map((actor, n) => ({
      ...actor,
      readings:
        n === 1
          ? [
              reading("influence", 2, "2026-03-04"),
              reading("interest", 0, "2026-03-04"),
              reading("influence", 3, "2026-10-02"),
              reading("interest", 1, "2026-10-02"),
              reading("mobilisation", 2, "2026-10-02"),
            ]
          : n === 2
            ? [reading("influence", 4, "2026-03-04"), reading("interest", 4, "2026-03-04")]
            : n === 3
              ? [reading("influence", 2, "2026-03-04")]
              : [],
    })),
  );

async function open({ widget }, content) {
  if (content) await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element) => element.goTo("qualification"));
  await widget.getByRole("heading", { name: /^(Qualification)$/ }).waitFor();
}

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));
const value = ({ widget }) => widget.evaluate((element) => element.value);
const actorOf = async (tools, id) => (await value(tools)).actors.find((actor) => actor.id === id);
const readings = async (tools, id, criterion) =>
  ((await actorOf(tools, id)).readings ?? [])
    .filter((reading) => reading.criterion === criterion)
    .map(({ value }) => value);
const cell = ({ widget }, id, criterion) =>
  widget.locator(`tr[data-actor="${id}"] td[data-c="${CRITERIA.indexOf(criterion)}"]`);
/** Where the focus is: "a1 interest". */
const focused = ({ widget }) =>
  widget.evaluate((element, criteria) => {
    const at = element.shadowRoot.activeElement;
    const row = at?.closest("[data-actor]");
    return row ? `${row.dataset.actor} ${criteria[at.dataset.c]}` : at?.id || at?.tagName;
  }, CRITERIA);
const marker = ({ page, widget }, name) =>
  widget.locator("g.map-actor").filter({ has: page.locator("title", { hasText: name }) });
const middle = async (tools, name) => {
  const box = await marker(tools, name).locator(".map-ring").boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

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

browserTest("five actors are qualified by digits alone, in thirty keys", {}, async (tools) => {
  const { page, widget, screenshot } = tools;
  await open(tools, dossier(five()));
  // The next action leads to the first value to give.
  await widget.locator(".step-act .btn-primary").click();
  await settles(() => focused(tools), "a0 mobilisation");
  // The stance goes from −2 to +2: the sign comes before the figure.
  const rows = [
    ["3", "4", "3", "2", "3", "2"],
    ["1", "3", "1", "-1", "0", "0"],
    ["4", "2", "4", "-2", "4", "4"],
    ["0", "0", "0", "0", "0", "0"],
    ["2", "1", "3", "1", "2", "1"],
  ];
  for (const row of rows) for (const figure of row) for (const key of figure) await page.keyboard.press(key);
  for (const [n, row] of rows.entries()) {
    const expected = row.map((figure, c) => ({ criterion: CRITERIA[c], value: Number(figure) }));
    const given = (await actorOf(tools, `a${n}`)).readings.map(({ criterion, value }) => ({ criterion, value }));
    assert.deepEqual(given, expected);
  }
  await widget.getByText("5 acteurs sur 5 complets").waitFor();
  // The last cell is the end: the focus stays in the table.
  assert.equal(await focused(tools), "a4 neutrality");
  await settles(() => widget.locator("g.map-actor").count(), 5);
  await screenshot("qualification-five");
});

browserTest("arrows, page keys, Home and End move; Tab enters once and leaves", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(Array.from({ length: 24 }, (_, n) => ({ id: `a${n}`, name: `Structure ${n}` }))));
  const press = async (key, expected) => {
    await page.keyboard.press(key);
    // The focus comes a frame after the mark of the current cell.
    await settles(() => focused(tools), expected);
  };
  await cell(tools, "a0", "mobilisation").click();
  await press("ArrowRight", "a0 influence");
  await press("ArrowDown", "a1 influence");
  await press("ArrowLeft", "a1 mobilisation");
  await press("ArrowLeft", "a1 mobilisation");
  await press("End", "a1 neutrality");
  await press("PageDown", "a11 neutrality");
  await press("Control+End", "a23 neutrality");
  await press("PageUp", "a13 neutrality");
  await press("Control+Home", "a0 mobilisation");
  await press("ArrowUp", "a0 mobilisation");
  await press("Enter", "a1 mobilisation");
  await press("Shift+Enter", "a0 mobilisation");
  assert.equal(await widget.locator('.qtable [tabindex="0"]').count(), 1);
  await page.keyboard.press("Tab");
  assert.doesNotMatch(await focused(tools), /^a\d+ /);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(tools), "a0 mobilisation");
  // Heads follow the focus.
  assert.equal(await widget.locator(".qtable thead [data-current]").innerText(), "Mobilisation");
  // The option that moves on can be taken off.
  await widget.getByLabel("Avancer après chaque note").uncheck();
  await cell(tools, "a0", "influence").click();
  await press("3", "a0 influence");
  assert.deepEqual(await readings(tools, "a0", "influence"), [3]);
});

browserTest("the upper row of a French keyboard needs no shift", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier(five()));
  await cell(tools, "a0", "influence").click();
  for (const [key, code] of [["\"", "Digit3"], ["é", "Digit2"]]) {
    await widget.evaluate(
      (element, init) =>
        element.shadowRoot.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { ...init, bubbles: true, composed: true, cancelable: true }),
        ),
      { key, code },
    );
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.deepEqual(await readings(tools, "a0", "influence"), [3]);
  assert.deepEqual(await readings(tools, "a0", "interest"), [2]);
});

browserTest("the first value stays the start when another is given a later day", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  await widget.getByLabel("Avancer après chaque note").uncheck();
  await cell(tools, "a1", "interest").click();
  const strip = widget.locator(".strip");
  await strip.getByText("départ le 4 mars 2026 : 0").waitFor();
  await page.keyboard.press("4");
  assert.deepEqual(await readings(tools, "a1", "interest"), [0, 1, 4]);
  await strip.getByText("départ le 4 mars 2026 : 0").waitFor();
  // A second value of the same day takes the place of the first of that day.
  await page.keyboard.press("2");
  assert.deepEqual(await readings(tools, "a1", "interest"), [0, 1, 2]);
  // Taken back one by one, each step said.
  await page.keyboard.press("Delete");
  assert.deepEqual(await readings(tools, "a1", "interest"), [0, 1]);
  await widget.getByText("Relevé du 2 octobre 2026 repris").waitFor();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("?");
  assert.deepEqual(await readings(tools, "a1", "interest"), []);
  assert.equal((await cell(tools, "a1", "interest").innerText()).trim(), "?");
  // And given back by undoing.
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("Control+z");
  await settles(() => readings(tools, "a1", "interest"), [0, 1, 2]);
});

browserTest("not assessed is not zero", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  const at = cell(tools, "a3", "interest");
  assert.equal(await at.getAttribute("aria-label"), "à renseigner");
  await widget.locator(".legend").getByText("3 acteurs non placés").click();
  await widget.getByText("Structure 3, intérêt à renseigner").waitFor();
  await at.click();
  await page.keyboard.press("0");
  assert.equal(await at.getAttribute("aria-label"), "0, nul");
  assert.equal((await at.innerText()).trim(), "0");
  assert.equal(await at.locator(".d-0").count(), 1);
  await marker(tools, "Structure 3").waitFor();
  await widget.locator(".legend").getByText("2 acteurs non placés").waitFor();
  await at.click();
  await page.keyboard.press("Delete");
  assert.equal(await at.locator(".d-x").count(), 1);
  assert.deepEqual(await readings(tools, "a3", "interest"), []);
});

browserTest("stances take a sign, before the figure or after", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, dossier(five()));
  await widget.getByLabel("Avancer après chaque note").uncheck();
  await cell(tools, "a0", "stance").click();
  const type = async (key, expected) => {
    await page.keyboard.press(key);
    await settles(() => readings(tools, "a0", "stance"), expected);
  };
  await type("2", [2]);
  await type("-", [-2]);
  await type("1", [-1]);
  await type("-", [1]);
  await type("0", [0]);
  await type("-", [0]);
  await type("2", [-2]);
  // 3 and 4 are not on this scale.
  await type("4", [-2]);
  await widget.locator(".strip").getByText("Cette échelle va de −2 à +2.").waitFor();
  assert.equal(await widget.locator(".toast").count(), 0);
  assert.equal(await cell(tools, "a0", "stance").getAttribute("aria-label"), "−2, opposée");
});

browserTest("the strip keeps its height, and the cell where one types stays in sight", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  const actors = Array.from({ length: 12 }, (_, n) => ({ id: `a${n}`, name: `Acteur ${n}` }));
  await open(tools, dossier(actors));
  await cell(tools, "a11", "mobilisation").click();
  const heights = new Set();
  for (const criterion of CRITERIA) {
    await settles(() => focused(tools), `a11 ${criterion}`);
    await settles(async () => {
      const [strip, at] = await Promise.all([widget.locator(".strip").boundingBox(), cell(tools, "a11", criterion).boundingBox()]);
      return at.y + at.height <= strip.y + 2 && strip.y + strip.height <= 901;
    }, true);
    heights.add(Math.round((await widget.locator(".strip").boundingBox()).height));
    if (criterion !== "neutrality") await page.keyboard.press("ArrowRight");
  }
  assert.equal(heights.size, 1, [...heights].join(", "));
});

browserTest("a point of the map moves while one types", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  await widget.getByLabel("Avancer après chaque note").uncheck();
  const before = await middle(tools, "Structure 1");
  await cell(tools, "a1", "interest").click();
  await page.keyboard.press("4");
  // The cell first, the map a moment after that frame.
  await settles(async () => (await middle(tools, "Structure 1")).x > before.x + 100, true);
  const after = await middle(tools, "Structure 1");
  assert.ok(after.x > before.x + 100 && Math.abs(after.y - before.y) < 3, JSON.stringify({ before, after }));
  // From the start to now, no longer than 62 px.
  const tail = await widget.locator(".map > svg .map-tail").evaluate((path) => path.getTotalLength());
  assert.ok(tail > 20 && tail <= 62.5, `tail of ${tail}`);
  await cell(tools, "a1", "mobilisation").click();
  await page.keyboard.press("4");
  await widget.locator('g.map-actor.m-4').waitFor();
});

browserTest("the table of the map says what the map shows", { width: 1440, height: 900 }, async (tools) => {
  const { widget } = tools;
  await open(tools, example("bassin"));
  const words = await widget.locator("g.map-actor").evaluateAll((all) => all.map((one) => one.querySelector("[role=button]").getAttribute("aria-label")));
  assert.ok(words.length > 5);
  await widget.getByRole("button", { name: "Données" }).click();
  const rows = await widget.locator(".qual-side tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => (cell.querySelector("bdi") ?? cell).innerText.trim())),
  );
  const placed = rows.filter(([, interest, influence]) => interest !== "?" && influence !== "?");
  assert.equal(placed.length, words.length);
  for (const [name, interest, influence] of placed) {
    assert.ok(words.some((said) => said.startsWith(`${name}\u00a0: intérêt ${interest}, influence ${influence},`)), name);
  }
  const { actors } = await value(tools);
  assert.equal(rows.length, actors.length);
});

browserTest("choosing in the table chooses on the map, and back", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  await cell(tools, "a1", "neutrality").click();
  await settles(() => marker(tools, "Structure 1").getAttribute("data-current"), "true");
  await marker(tools, "Structure 2").locator(".k-bg").click();
  await settles(() => focused(tools), "a2 mobilisation");
  // The map follows a frame late.
  await settles(() => marker(tools, "Structure 2").locator("[role=button]").getAttribute("aria-pressed"), "true");
  // By keyboard alone: into the map, to the next marker, and back to its row.
  await marker(tools, "Structure 2").locator("[role=button]").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await settles(() => focused(tools), "a1 stance");
  // Who is not placed leads to what is missing.
  await widget.locator(".legend summary").click();
  await widget.locator(".legend").getByRole("button", { name: "Structure 3" }).click();
  await settles(() => focused(tools), "a3 mobilisation");
});

browserTest("several evaluators: agreed, median and spread are shown apart", {}, async (tools) => {
  const { page, widget } = tools;
  const content = begun();
  content.actors[0].readings = [
    reading("influence", 1, "2026-10-01", { by: "CCI" }),
    reading("influence", 2, "2026-10-01", { by: "Région" }),
    reading("influence", 4, "2026-10-01", { by: "DDETS" }),
  ];
  await open(tools, content);
  const at = cell(tools, "a0", "influence");
  // Nothing agreed: the lower median, 2.
  assert.equal(await at.getAttribute("aria-label"), "2, moyenne");
  await at.click();
  await widget.getByText("3 avis · médiane : 2 · de 1 à 4").waitFor();
  const by = widget.getByLabel("Qui évalue");
  await by.fill("CCI");
  await by.press("Enter");
  await settles(() => at.getAttribute("aria-label"), "1, faible");
  await at.click();
  await page.keyboard.press("3");
  const given = (await actorOf(tools, "a0")).readings.filter(({ by }) => by === "CCI").map(({ value }) => value);
  assert.deepEqual(given, [1, 3]);
  await by.fill("");
  await by.press("Enter");
  // A figure typed at once is of everybody together, however late the screen is.
  await at.click();
  await page.keyboard.press("0");
  await at.click();
  await widget.getByText("3 avis · ensemble : 0 · médiane : 3 · de 2 à 4").waitFor();
});

browserTest("where views differ most: counted over the table, listed under it, a click from the cell", {}, async (tools) => {
  const { page, widget } = tools;
  const by = (criterion, value, by) => reading(criterion, value, "2026-03-04", { by });
  const actors = five();
  actors[1].readings = [by("influence", 2, "Ana"), by("influence", 4, "Bob"), by("interest", 1, "Ana"), by("interest", 3, "Bob")];
  actors[3].readings = [by("stance", -2, "Ana"), by("stance", 1, "Bob"), reading("stance", 0, "2026-04-01"), by("mobilisation", 2, "Ana"), by("mobilisation", 2, "Bob")];
  await open(tools, dossier(actors));
  await widget.getByRole("button", { name: "3 désaccords" }).click();
  await settles(() => focused(tools), "tdt-q-disputes");
  const lines = async () => (await widget.locator(".disputes li").allInnerTexts()).map((text) => text.replace(/\s+/gu, " "));
  // Three apart; then two apart across the middle of the scale, before two apart in its upper half.
  await settles(lines, [
    "E Structure 3 · Posture de −2 à +1 · médiane : −2 · ensemble : 0 Ana : −2, Bob : +1",
    "D Structure 1 · Intérêt de 1 à 3 · médiane : 1 Ana : 1, Bob : 3",
    "D Structure 1 · Influence de 2 à 4 · médiane : 2 Ana : 2, Bob : 4",
  ]);
  await widget.locator(".disputes").getByRole("button", { name: "Intérêt" }).focus();
  await page.keyboard.press("Enter");
  await settles(() => focused(tools), "a1 interest");
  await page.keyboard.press("4");
  await settles(() => readings(tools, "a1", "interest"), [1, 3, 4]);
});

browserTest("the first row to fill in is in sight on arrival, and the focus stays on the title", { height: 700 }, async (tools) => {
  const { widget } = tools;
  const full = (n) => CRITERIA.map((criterion) => reading(criterion, 1, "2026-03-04"));
  const actors = Array.from({ length: 60 }, (_, n) => ({ id: `a${n}`, name: `Structure ${n}`, kind: KINDS[n % 5], readings: n < 40 ? full(n) : [] }));
  await open(tools, dossier(actors));
  const seen = () =>
    widget.evaluate((element) => {
      const box = (what) => element.shadowRoot.querySelector(what)?.getBoundingClientRect();
      const [row, strip] = [box('tr[data-actor="a40"]'), box(".strip")];
      return Boolean(row && row.top > 0 && row.bottom <= strip.top);
    });
  await settles(seen, true);
  assert.equal((await focused(tools)).includes("a40"), false);
});

browserTest("a note goes with a value, by N and back", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  await cell(tools, "a1", "interest").click();
  await page.keyboard.press("n");
  await settles(() => focused(tools), "tdt-q-note");
  await page.keyboard.type("D’après la réunion du 2");
  await page.keyboard.press("Enter");
  await settles(() => focused(tools), "a1 interest");
  const noted = (await actorOf(tools, "a1")).readings.filter(({ note }) => note);
  assert.deepEqual(noted, [{ criterion: "interest", value: 1, on: "2026-10-02", note: "D’après la réunion du 2" }]);
  assert.equal(await widget.locator("#tdt-q-note").inputValue(), "D’après la réunion du 2");
});

browserTest("the order is chosen and does not jump while one types", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  const order = () => widget.locator(".qtable tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.actor));
  await widget.getByLabel("Trier").selectOption("missing");
  await settles(order, ["a0", "a4", "a3", "a2", "a1"]);
  await cell(tools, "a0", "mobilisation").click();
  await page.keyboard.type("3333");
  assert.deepEqual(await order(), ["a0", "a4", "a3", "a2", "a1"]);
});

// Placed labels, whatever the width and the example.
for (const width of [375, 768, 1440]) {
  browserTest(`the names on the map never overlap nor leave it, at ${width} px`, { width, height: 900 }, async (tools) => {
    const { widget, screenshot } = tools;
    for (const name of ["petit", "bassin", "soixante"]) {
      await open(tools, example(name));
      if (width < 600) await widget.locator(".qual-main").getByRole("button", { name: "Carte" }).click();
      await widget.locator("g.map-actor").first().waitFor();
      const found = await widget.locator(".map > svg").evaluate((svg) => {
        const box = (element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          return { words: element.textContent, left, top, right, bottom };
        };
        const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
        const labels = [...svg.querySelectorAll(".map-label, .map-quad")].map(box);
        const marks = [...svg.querySelectorAll(".map-actor > g .k-line")].map(box);
        const frame = box(svg.querySelector(".map-frame"));
        const wrong = [];
        for (const [n, one] of labels.entries()) {
          for (const other of labels.slice(n + 1)) if (meet(one, other)) wrong.push(`${one.words} / ${other.words}`);
          if (one.left < frame.left || one.right > frame.right || one.top < frame.top - 1 || one.bottom > frame.bottom + 1) wrong.push(`${one.words} leaves the frame`);
          // The box of a line of words is higher than its letters: 2 px may touch a mark.
          for (const mark of marks) if (meet({ ...one, top: one.top + 2, bottom: one.bottom - 2 }, mark)) wrong.push(`${one.words} on a mark`);
        }
        const [, , w] = svg.getAttribute("viewBox").split(" ").map(Number);
        return { wrong, labels: labels.length - 4, marks: marks.length, scale: svg.getBoundingClientRect().width / w };
      });
      tools.t.diagnostic(`${name} at ${width} px: ${found.labels} names for ${found.marks} marks`);
      assert.deepEqual(found.wrong, [], `${name} at ${width} px`);
      // 13 px stay 13 px.
      assert.ok(Math.abs(found.scale - 1) < 0.02, `scale ${found.scale}`);
      await screenshot(`qualification-${name}-${width}`);
    }
  });
}

browserTest("narrow: one actor at a time, by touch", { width: 375, height: 812 }, async (tools) => {
  const { widget, screenshot } = tools;
  await open(tools, begun());
  await widget.getByText("Acteur 1 sur 5").waitFor();
  const keys = (name) => widget.getByRole("group", { name, exact: true });
  await keys("Mobilisation").getByRole("button", { name: "3" }).click();
  await keys("Posture").getByRole("button", { name: "−1" }).click();
  await keys("Influence").getByRole("button", { name: "0" }).click();
  await keys("Influence").getByRole("button", { name: "?" }).click();
  await settles(() => readings(tools, "a0", "mobilisation"), [3]);
  await settles(() => readings(tools, "a0", "stance"), [-1]);
  await settles(() => readings(tools, "a0", "influence"), []);
  await widget.getByRole("button", { name: "Acteur suivant" }).click();
  await widget.getByText("Acteur 2 sur 5").waitFor();
  await screenshot("qualification-fiche-375");
  const wide = await widget.evaluate((element) => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, "nothing scrolls sideways");
  await widget.locator(".qual").getByRole("button", { name: "Tableau" }).click();
  await cell(tools, "a1", "mobilisation").waitFor();
  await screenshot("qualification-tableau-375");
});

browserTest("of five hundred actors only those near what is seen are in the page, and all are reached", { width: 1440, height: 900 }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, large({ actors: 500, objectives: 4 }));
  const rows = widget.locator(".qtable tr[data-actor]");
  const table = widget.locator(".qtable");
  assert.equal(await table.getAttribute("aria-rowcount"), "501");
  assert.ok((await rows.count()) < 120, `${await rows.count()} rows`);
  await cell(tools, "a0", "influence").click();
  // Far by keyboard: drawn, focused, in sight, and a figure goes there.
  await page.keyboard.press("Control+End");
  await settles(() => focused(tools), "a499 neutrality");
  await cell(tools, "a499", "neutrality").waitFor();
  assert.equal(await widget.locator('tr[data-actor="a499"]').getAttribute("aria-rowindex"), "501");
  await page.keyboard.press("4");
  await settles(async () => (await readings(tools, "a499", "neutrality")).at(-1), 4);
  await settles(async () => cell(tools, "a499", "neutrality").evaluate((td) => {
    const { top, bottom } = td.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  }), true);
  await page.keyboard.press("PageUp");
  await settles(() => focused(tools), "a489 neutrality");
  // The screen follows the focus a frame later, and a hand on a wheel later still.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));
  // By the wheel: what comes in sight is there, at its place; the row of the focus stays.
  const step = widget.locator(".step");
  const height = await step.evaluate((step) => step.scrollHeight);
  await step.evaluate((step) => (step.scrollTop = step.scrollHeight / 2));
  await cell(tools, "a250", "mobilisation").waitFor();
  assert.equal(await focused(tools), "a489 neutrality");
  assert.ok((await rows.count()) < 130, `${await rows.count()} rows`);
  assert.ok(Math.abs((await step.evaluate((step) => step.scrollHeight)) - height) < 50, "the height stays");
  // On paper, everybody.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await settles(() => rows.count(), 500);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await settles(async () => (await rows.count()) < 130, true);
});

browserTest("for reading only, nothing can be changed", { html: '<tour-de-table mode="view"></tour-de-table>', path: "/lecture.html" }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, begun());
  await cell(tools, "a1", "interest").click();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("4");
  await page.keyboard.press("Delete");
  assert.deepEqual(await readings(tools, "a1", "influence"), [2, 3]);
  assert.equal(await widget.locator(".strip .scale button").count(), 0);
  const told = widget.locator(".strip .told").filter({ hasText: "Influence" });
  assert.equal((await told.first().innerText()).replace(/\s+/g, " "), "Influence 3 forte");
});

browserTest("without actors, the step says where to begin", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, dossier([]));
  await widget.getByRole("button", { name: "Nommer les acteurs" }).click();
  await widget.getByRole("heading", { name: "Acteurs" }).waitFor();
});

for (const theme of ["light", "dark"]) {
  browserTest(`accessible, ${theme}`, { theme, width: 1440, height: 900 }, async (tools) => {
    const { page, widget, screenshot } = tools;
    await open(tools, example("bassin"));
    await assertAccessible(page);
    await screenshot(`qualification-1440-${theme}`);
    await widget.getByRole("button", { name: "Données" }).click();
    await assertAccessible(page);
    await widget.evaluate((element) => element.setAttribute("lang", "en"));
    await widget.getByRole("button", { name: "Data" }).waitFor();
    await assertAccessible(page);
    await widget.getByRole("button", { name: "Map" }).click();
    await assertAccessible(page);
    await page.setViewportSize({ width: 375, height: 812 });
    await widget.locator(".fiche").waitFor();
    await assertAccessible(page);
    await screenshot(`qualification-375-${theme}-en`);
  });
}

browserTest("a keystroke is shown at once, with sixty actors and with five hundred", { width: 1440, height: 900, timeout: 180_000 }, async (tools) => {
  const { page, widget, slowDown, t } = tools;
  for (const actors of [60, 500]) {
    const begin = Date.now();
    await open(tools, large({ actors, objectives: 40 }));
    await cell(tools, "a0", "mobilisation").click();
    t.diagnostic(`${actors} actors: opened in ${Date.now() - begin} ms`);
    for (const rate of [1, 4]) {
      await slowDown(rate);
      const times = await widget.evaluate(async (element) => {
        const times = [];
        for (let key = 0; key < 24; key += 1) {
          await new Promise((done) => setTimeout(done, 300));
          await new Promise((done) => {
            requestAnimationFrame(() => {
              // From the key to the end of the frame it is shown in, without waiting for the screen.
              const from = performance.now();
              const channel = new MessageChannel();
              channel.port1.onmessage = () => {
                times.push(performance.now() - from);
                done();
              };
              const init = { key: String((key * 7) % 3), bubbles: true, composed: true, cancelable: true };
              element.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent("keydown", init));
              channel.port2.postMessage(null);
            });
          });
        }
        return times.sort((a, b) => a - b);
      });
      const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
      t.diagnostic(`${actors} actors, ${rate}×: median ${at(0.5)} ms, 95 % ${at(0.95)} ms`);
    }
    await slowDown(1);
  }
  await page.close();
});
