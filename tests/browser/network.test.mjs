// The network of ties: quick entry, the picture that is the same each time, what breaks if an actor leaves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dossier as large } from "../bench/dossier.mjs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));

/** Two pairs that only Bravo links: a – b, b – c, c – d. */
const line = (ties) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  actors: [
    { id: "a", name: "Alpha", kind: "publicAuthority" },
    { id: "b", name: "Bravo", kind: "business" },
    { id: "c", name: "Charlie", kind: "association" },
    { id: "d", name: "Delta", kind: "expert" },
  ],
  ties,
});
const chain = [
  { from: "a", to: "b", level: "cooperating" },
  { from: "b", to: "c", level: "networking" },
  { from: "c", to: "d", level: "collaborating" },
  { from: "a", to: "d", level: "conflict" },
];

async function open({ widget }, content) {
  if (content) await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element) => element.goTo("coherence"));
  await widget.getByRole("button", { name: "Réseau", exact: true }).click();
}

const ties = async ({ widget }) =>
  ((await widget.evaluate((element) => element.value)).ties ?? []).map(({ from, to, level, directed }) => `${from}${to} ${level}${directed ? " →" : ""}`);
const places = ({ widget }) =>
  widget.locator("svg.pic .map-ring").evaluateAll((list) => list.map((ring) => [ring.parentNode.getAttribute("aria-label"), ring.getAttribute("cx"), ring.getAttribute("cy")].join(" ")));

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

browserTest("ties are entered one after the other by keyboard, changed in the list, removed and brought back", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, line([]));
  await widget.getByText("Qui travaille avec qui").waitFor();
  await widget.locator("#tdt-tie-from").focus();
  await page.keyboard.type("Alpha");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Bravo");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settles(() => ties(tools), ["ab cooperating"]);
  // From the same actor again.
  await settles(() => widget.evaluate((element) => element.shadowRoot.activeElement?.id), "tdt-tie-to");
  await page.keyboard.type("Delta");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settles(() => ties(tools), ["ab cooperating", "ad cooperating →"]);
  await widget.getByText("Liste : 2 liens").click();
  await widget.getByLabel("Niveau du lien entre Alpha et Bravo").selectOption("conflict");
  await settles(() => ties(tools), ["ab conflict", "ad cooperating →"]);
  await widget.locator("#tdt-tie-find").fill("bravo");
  await settles(() => widget.locator(".tie-table tbody tr").count(), 1);
  await widget.getByRole("button", { name: "Retirer le lien entre Alpha et Bravo" }).click();
  await settles(() => ties(tools), ["ad cooperating →"]);
  await widget.getByRole("button", { name: /^Annuler/ }).first().click();
  await settles(() => ties(tools), ["ab conflict", "ad cooperating →"]);
});

browserTest("the picture is the same each time, whatever the order of the actors", {}, async (tools) => {
  const { widget } = tools;
  await open(tools, line(chain));
  await settles(() => widget.locator("svg.pic [role=button]").count(), 4);
  // Once the room around it has settled.
  let first;
  for (let seen = ""; seen !== String(first); await new Promise((done) => setTimeout(done, 700))) {
    seen = String(first);
    first = (await places(tools)).sort();
  }
  const turned = line([...chain].reverse());
  await open(tools, { ...turned, actors: [...turned.actors].reverse() });
  await settles(async () => (await places(tools)).sort(), first);
});

browserTest("what breaks without an actor is said in words and in figures", {}, async (tools) => {
  const { page, widget } = tools;
  await open(tools, line(chain));
  await widget.getByText("Tous les acteurs se rejoignent par des liens.").waitFor();
  // 3 pairs of 6; Bravo and Charlie each are the only link.
  await widget.getByText(/^3 paires d’acteurs liées sur 6 possibles.: 50/).waitFor();
  await widget.getByText("Le départ de l’un de ces 2 acteurs couperait les autres entre eux : Bravo et Charlie.").waitFor();
  await widget.getByText(/Bravo fait le pont entre «.Pouvoirs publics.» et «.Associations.»/).waitFor();
  await widget.getByText("1 conflit est dessiné d’un trait barré.").waitFor();
  const markers = widget.locator("svg.pic [role=button]");
  await markers.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await widget.getByText(/Sans Bravo, ces groupes ne se rejoignent plus/).waitFor();
  const row = widget.locator(".without-table tr", { hasText: "Paires liées" });
  assert.deepEqual(await row.locator("td").allTextContents(), ["3", "1"]);
  // Ties of others stand back; the chosen one can be let go.
  assert.equal(await widget.locator(".pic .tie-far").count(), 2);
  await page.keyboard.press("Enter");
  await settles(() => widget.locator(".pic .tie-far").count(), 0);
  await widget.getByLabel("Acteur qui partirait").selectOption({ label: "Delta" });
  await widget.getByText("Sans Delta, les autres se rejoignent comme avant.").waitFor();
});

browserTest("a hundred actors and three hundred ties: no marker covers another", { width: 1440, timeout: 180_000 }, async (tools) => {
  const { widget, screenshot } = tools;
  await open(tools, large({ actors: 100, ties: 300 }));
  await settles(() => widget.locator("svg.pic [role=button]").count(), 100);
  const rings = await widget.locator("svg.pic .map-ring").evaluateAll((list) => list.map((ring) => [Number(ring.getAttribute("cx")), Number(ring.getAttribute("cy"))]));
  for (const [n, [x, y]] of rings.entries())
    for (const [u, v] of rings.slice(n + 1)) assert.ok(Math.abs(x - u) >= 22 || Math.abs(y - v) >= 22, "two markers overlap");
  await screenshot("network-hundred");
});

browserTest("names without room are listed beside the picture, and the file tells them and what lines mean", { width: 1440, timeout: 180_000 }, async (tools) => {
  const { widget } = tools;
  await open(tools, large({ actors: 100, ties: 300 }));
  await settles(() => widget.locator("svg.pic [role=button]").count(), 100);
  // Names come after the markers.
  await widget.locator("svg.pic:not([aria-busy])").waitFor();
  const unnamed = await widget.locator("svg.pic .map-actor").evaluateAll((list) =>
    list.filter((actor) => !actor.querySelector(".map-label")).map((actor) => actor.querySelector("title").textContent.split(",")[0]));
  assert.ok(unnamed.length > 12, "some find no room");
  await widget.locator("summary", { hasText: `${unnamed.length} noms n’ont pas trouvé de place` }).click();
  const listed = widget.locator(".pic-left bdi");
  assert.deepEqual(await listed.allTextContents(), unnamed);
  // Each leads to its marker.
  await listed.nth(5).click();
  await settles(() => widget.locator("svg.pic [role=button][aria-pressed=true]").getAttribute("aria-label").then((label) => label.split(",")[0]), unnamed[5]);
  const { name, text } = await tools.download(() => widget.getByRole("button", { name: /^SVG/ }).click());
  assert.match(name, /_reseau\.svg$/);
  const words = [...text.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words).join(" ");
  assert.ok(words.includes(unnamed[0]) && words.includes(unnamed.at(-1)), "every name is in the file");
  for (const level of ["dans un seul sens", ...(await widget.locator(".legend .legend-inline").first().locator("li").allTextContents())]) {
    assert.ok(words.includes(level.trim()), `${level} is in the legend`);
  }
});

for (const [width, theme] of [[1440, "light"], [375, "dark"]]) {
  browserTest(`the network is accessible at ${width}, ${theme}`, { width, theme, timeout: 180_000 }, async (tools) => {
    const { page, widget } = tools;
    await open(tools, example("bassin"));
    await widget.locator("svg.pic").waitFor();
    await widget.getByText(/^Liste.: /).click();
    await assertAccessible(page);
    await widget.getByRole("button", { name: "Données" }).click();
    assert.equal(await widget.locator(".plane-table tbody tr").count(), 24);
    await assertAccessible(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, "nothing scrolls sideways");
  });
}
