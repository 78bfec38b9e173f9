// Circles: who starts, who joins later, who is missing, and what a move gains and loses.
import assert from "node:assert/strict";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const read = (page) => page.evaluate(() => document.querySelector("tour-de-table").value);
const goTo = (page, step) => page.evaluate((code) => document.querySelector("tour-de-table").goTo(code), step);
const active = (page) =>
  page.evaluate(() => {
    const found = document.querySelector("tour-de-table").shadowRoot.activeElement;
    return found && { id: found.id, label: found.getAttribute("aria-label"), value: found.value };
  });
const waveOf = async (page, id) => (await read(page)).actors.find((actor) => actor.id === id).wave ?? null;

/** A dossier worked out by hand: F1 by the club alone, F2 by the club and the Region, F3 by the mission alone. */
const small = {
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "cercles",
  language: "fr",
  project: { title: "Cercles" },
  functions: ["Repérer", "Former", "Loger"].map((title, rank) => ({ id: `f${rank + 1}`, title })),
  actors: [
    { id: "lead", name: "Maison de l’emploi", kind: "employmentTraining", wave: "w1" },
    { id: "club", name: "Club d’entreprises", kind: "business", capabilities: ["f1", "f2"], wave: "w1" },
    { id: "region", name: "Région", kind: "publicAuthority", capabilities: ["f2"], wave: "w2" },
    { id: "mission", name: "Mission locale", kind: "employmentTraining", capabilities: ["f3"], wave: "w2",
      readings: [{ criterion: "mobilisation", value: 3 }] },
    { id: "usine", name: "Usine", kind: "business",
      readings: [{ criterion: "mobilisation", value: 0 }, { criterion: "influence", value: 4 }] },
  ],
  influences: [{ from: "mission", to: "region", value: 3 }, { from: "region", to: "usine", value: 2 }],
  waves: [{ id: "w1", title: "Départ" }, { id: "w2", title: "Printemps" }],
  roles: [{ id: "r", actor: "lead", role: "lead" }],
};

async function open(page, changes = {}) {
  await page.evaluate((value) => document.querySelector("tour-de-table").load(value), { ...small, ...changes });
  await goTo(page, "circles");
  await page.locator(".circ-prop:not([aria-busy])").waitFor();
}

async function openExample(page, index) {
  await page.getByRole("button", { name: "Voir les 3 exemples" }).click();
  await page.locator("dialog .choice button").nth(index).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await goTo(page, "circles");
  await page.locator(".circ-prop:not([aria-busy])").waitFor();
}

const marker = (page, name) => page.locator(`svg.circ [role=button][aria-label^="${name}"]`);

/** Resolves once an element keeps its place: the circles are drawn after what is typed, and what is under them moves. */
async function still(locator) {
  await locator.scrollIntoViewIfNeeded();
  await locator.evaluate(async (element) => {
    let before;
    let top = element.getBoundingClientRect().top;
    do {
      before = top;
      await new Promise((done) => setTimeout(done, 500));
      top = element.getBoundingClientRect().top;
    } while (top !== before);
  });
}

async function middle(locator) {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

browserTest("by keyboard alone: choose, see what changes, move, undo", { width: 1440 }, async ({ page }) => {
  await open(page);
  await marker(page, "Maison").focus();
  await page.keyboard.press("End");
  assert.match((await active(page)).label, /^Mission locale\s: Printemps/u);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("tour-de-table").shadowRoot.activeElement?.id === "circ-to");
  await page.keyboard.press("ArrowDown");
  const block = page.locator(".circ-move");
  // With the club: F1 and F2. The mission adds F3; two are there at the start, then three.
  await block.getByText("2 → 3").first().waitFor();
  assert.match(await block.innerText(), /Printemps → Départ/u);
  assert.match(await block.locator(".shifts").innerText(), /gagné\s: F3[\s\S]*3 → 3[\s\S]*rien de perdu[\s\S]*2 → 3\s+structures/u);
  assert.equal(await page.locator(".circ-ghost").count(), 1);
  assert.equal(await page.locator(".circ-arrow").count(), 1);
  assert.equal(await waveOf(page, "mission"), "w2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await waveOf(page, "mission"), "w1");
  // The focus stays where the next move is made from.
  await page.waitForFunction(() => document.querySelector("tour-de-table").shadowRoot.activeElement?.id === "circ-to");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector("tour-de-table").value.actors[3].wave === "w2");
});

browserTest("dragged: the loss is said before letting go, and undone in one step", { width: 1440, height: 1000 }, async ({ page }) => {
  await open(page);
  const [x, y] = await middle(marker(page, "Club"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  const ring = await page.locator(".circ-ring").first().boundingBox();
  // Near the left end of the outer ring.
  await page.mouse.move(ring.x + 20, ring.y + ring.height / 2, { steps: 8 });
  const block = page.locator(".circ-move");
  await block.getByText("perdu : F1 et F2").waitFor();
  assert.equal(await waveOf(page, "club"), "w1");
  assert.equal(await page.locator(".circ-ring[data-aimed]").count(), 1);
  // Off the picture, nothing happens.
  await page.mouse.move(ring.x + ring.width + 200, ring.y - 200, { steps: 4 });
  await block.locator(".shifts").waitFor({ state: "detached" });
  await page.mouse.move(ring.x + 20, ring.y + ring.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector("tour-de-table").value.actors[1].wave === "w2");
  await page.locator(".bar-undo").click();
  assert.equal(await waveOf(page, "club"), "w1");
});

browserTest("one that waits outside is dragged in; the lead stays where it is", { width: 1440, height: 1700 }, async ({ page }) => {
  await open(page, { waves: [], actors: small.actors.map(({ wave, ...actor }) => actor) });
  const [x, y] = await middle(page.locator(".circ-chip", { hasText: "Région" }));
  const core = await page.locator(".circ-core").boundingBox();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(core.x + core.width + 60, core.y + core.height / 2, { steps: 8 });
  await page.mouse.up();
  // The first group is made with it, in one step.
  await page.waitForFunction(() => document.querySelector("tour-de-table").value.waves.length === 1);
  const after = await read(page);
  assert.equal(after.waves[0].title, "Premier groupe");
  assert.equal(after.actors[2].wave, after.waves[0].id);
  // Who, from where, to where and what it changes, once: the Region can hold F2, which nobody held.
  const told = page.locator(".toast");
  await told.getByText("Région : Hors des cercles → Premier groupe. Fonctions tenues, Premier groupe : 0 → 1 (gagné : F2 Former).").waitFor();
  assert.equal(await told.count(), 1);
  await page.locator(".bar-undo").click();
  assert.equal((await read(page)).waves?.length ?? 0, 0);
  await marker(page, "Maison").press("Enter");
  await page.getByText("sa place au centre se change dans les rôles").waitFor();
  assert.equal(await page.locator("#circ-to").count(), 0);
});

browserTest("the proposal says why, and is adopted and undone in one step", { width: 1440 }, async ({ page }) => {
  await open(page);
  const section = page.locator(".circ-prop");
  // F1 only by the club, F3 only by the mission; F2 comes with the club.
  const people = section.locator("ul.circ-people li");
  assert.equal(await people.count(), 2);
  assert.match(await people.nth(0).innerText(), /Club d’entreprises[\s\S]*seule structure du dossier à pouvoir tenir F1/u);
  assert.match(await people.nth(1).innerText(), /Mission locale[\s\S]*tenir F3/u);
  await section.getByText("2 structures, et aucun groupe plus petit ne tient autant.").waitFor();
  // After those who start: the mission adds F3, the Region makes F2 firmer.
  assert.deepEqual(await section.locator("ol.circ-people button").allInnerTexts(), ["Mission locale", "Région"]);
  const before = await read(page);
  await section.getByRole("button", { name: "Adopter la proposition" }).click();
  assert.equal(await waveOf(page, "mission"), "w1");
  await section.getByText("Le premier groupe est celui qui est proposé.").waitFor();
  await page.locator(".bar-undo").click();
  assert.deepEqual((await read(page)).actors, before.actors);
});

browserTest("who is missing, what holds without it, who can bring it in", { width: 1440 }, async ({ page }) => {
  await open(page, { ties: [{ from: "region", to: "mission", level: "cooperating" }] });
  const gone = page.locator(".circ-gone", { hasText: "Usine" });
  assert.match(await gone.getAttribute("aria-label"), /Usine\s: par Région/u);
  // V12 leads to it.
  const section = page.locator(".circ-absent");
  if (await page.locator(".drawer-unfold").isVisible()) await page.locator(".drawer-unfold").click();
  await page.locator(".drawer").getByRole("button", { name: /Passer par/u }).click();
  assert.equal(await page.locator("#circ-without").inputValue(), "usine");
  await section.getByText("Mission locale → Région → Usine : influence la plus faible du chemin, 2 sur 4.").waitFor();
  await page.locator("#circ-without").selectOption("club");
  await section.getByText("Plus personne pour F1.").waitFor();
  const row = section.locator("tr", { hasText: "Fonctions clés tenues partout" });
  assert.deepEqual(await row.locator("td").allInnerTexts(), ["3", "2"]);
  assert.match(await page.locator(".circ-warn").innerText(), /F1 tient à une seule structure\. Si Club d’entreprises quitte/u);
  // The Region and the mission are tied; the others are alone, and no group. Without the club, one fewer is alone: no loss.
  const alone = section.locator("tr", { hasText: "Acteurs sans aucun lien" });
  assert.deepEqual(await alone.locator("td").allInnerTexts(), ["3", "2"]);
  assert.equal(await alone.getAttribute("data-worse"), null);
  assert.deepEqual(await section.locator("tr", { hasText: "Groupes d’acteurs" }).locator("td").allInnerTexts(), ["1", "1"]);
  assert.equal(await row.getAttribute("data-worse"), "true");
});

/** Votes 2, 2, 1: any two of three win, 4 coalitions of 8. Without the club 2 and 1: the Region alone, with or without the mission. */
browserTest("what still holds without one: the votes too, where it sits", { width: 1440 }, async ({ page }) => {
  const seat = (actor, votes) => ({ id: `s-${actor}`, actor, votes });
  const board = { id: "b", title: "Comité", rule: { majority: "simple" }, seats: [seat("club", 2), seat("region", 2), seat("mission", 1)] };
  await open(page, { bodies: [board, { id: "b2", title: "Équipe", seats: [{ id: "s-team", actor: "region", votes: 1 }] }] });
  const section = page.locator(".circ-absent");
  const row = (words) => section.locator("tr", { hasText: words });
  const both = (words) => row(words).locator("td").allInnerTexts();
  await page.locator("#circ-without").selectOption("club");
  await row("Comité : voix requises").waitFor();
  assert.deepEqual(await both("Comité : voix requises"), ["3 sur 5", "2 sur 3"]);
  assert.deepEqual((await both("Comité : coalitions")).map((text) => text.replace(/\s/u, " ")), ["50 %", "50 %"]);
  assert.deepEqual(await both("Comité : membres qui peuvent tout bloquer"), ["0", "1"]);
  assert.equal(await row("Comité : membres qui peuvent tout bloquer").getAttribute("data-worse"), "true");
  // Nobody is said to be inactive: the mission is committed, the others are not assessed.
  assert.deepEqual((await both("Comité : pouvoir des membres")).map((text) => text.replace(/\s/u, " ")), ["0 %", "0 %"]);
  assert.equal(await row("Équipe").count(), 0);
  // A body without a rule has no figures, and says why; who sits nowhere changes no vote.
  await page.locator("#circ-without").selectOption("region");
  await row("Équipe").waitFor();
  assert.match((await both("Équipe"))[0], /^non défini\. La règle de décision n’est pas dite\.$/u);
  await page.locator("#circ-without").selectOption("usine");
  await section.getByText("cet acteur ne siège dans aucune instance").waitFor();
  assert.equal(await row("Comité").count(), 0);
});

browserTest("waves are added, named, dated, reordered and removed", { width: 1440 }, async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Ajouter une vague" }).click();
  await page.waitForFunction(() => document.querySelector("tour-de-table").shadowRoot.activeElement?.id === "circ-wave-2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Automne");
  assert.deepEqual((await read(page)).waves.map((wave) => wave.title), ["Départ", "Printemps", "Automne"]);
  await page.locator(".circ-plate + text", { hasText: "Automne" }).waitFor();
  await page.getByRole("button", { name: "Avancer « Automne »" }).click();
  assert.deepEqual((await read(page)).waves.map((wave) => wave.title), ["Départ", "Automne", "Printemps"]);
  await page.getByLabel("Début de la vague 1").fill("2027-03-01");
  assert.equal((await read(page)).waves[0].startsOn, "2027-03-01");
  const remove = page.getByRole("button", { name: "Supprimer « Printemps »" });
  await still(remove);
  await remove.click();
  await page.locator(".toast", { hasText: "Vague supprimée" }).waitFor();
  assert.equal(await page.locator(".toast").count(), 1);
  assert.deepEqual([await waveOf(page, "region"), await waveOf(page, "mission")], [null, null]);
  await page.locator(".bar-undo").click();
  assert.equal(await waveOf(page, "region"), "w2");
});

browserTest("sixty actors: every marker apart and in a ring, the list holds everybody", { width: 1440 }, async ({ page, screenshot }) => {
  await openExample(page, 2);
  const boxes = await page.locator("svg.circ .map-actor .k-line").evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })));
  assert.ok(boxes.length >= 40, `${boxes.length} markers`);
  for (const [rank, one] of boxes.entries()) {
    for (const other of boxes.slice(rank + 1)) {
      const apart = one.x + one.width <= other.x || other.x + other.width <= one.x
        || one.y + one.height <= other.y || other.y + other.height <= one.y;
      assert.ok(apart, `${JSON.stringify(one)} meets ${JSON.stringify(other)}`);
    }
  }
  await screenshot("circles-sixty");
  await page.getByRole("button", { name: "Liste", exact: true }).click();
  assert.equal(await page.locator(".circ-list tbody .row-open[aria-current], .circ-list tbody button.row-open").count(), 60);
});

for (const [width, theme, locale] of [[1440, "light", "fr-FR"], [1440, "dark", "en-GB"], [375, "light", "fr-FR"]]) {
  browserTest(`circles are accessible: ${width}, ${theme}, ${locale}`, { width, theme, locale }, async ({ page, screenshot }) => {
    await open(page, { language: locale.slice(0, 2) });
    await page.locator("#circ-without").selectOption("club");
    await page.locator(".circ-both").waitFor();
    if (width < 558) {
      // The list comes first; a row leads to the same act.
      await page.locator(".circ-list button", { hasText: "Région" }).click();
      await page.locator("#circ-to").selectOption({ index: 1 });
      await page.locator(".shifts").waitFor();
      await assertAccessible(page);
      await page.locator(".circ-views button").first().click();
      await page.locator("svg.circ .map-actor").first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide`);
    }
    await assertAccessible(page);
    await screenshot(`circles-${width}-${theme}`, { fullPage: true });
  });
}

browserTest("without actors the step teaches; read only, nothing can be moved", { width: 1440 }, async ({ page }) => {
  await goTo(page, "circles");
  await page.getByRole("button", { name: "Ajouter des acteurs" }).waitFor();
  await open(page);
  await page.evaluate(() => document.querySelector("tour-de-table").setAttribute("mode", "view"));
  await page.locator(".circ-prop:not([aria-busy])").waitFor();
  assert.equal(await page.getByRole("button", { name: "Adopter la proposition" }).count(), 0);
  const [x, y] = await middle(marker(page, "Club"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 300, y, { steps: 5 });
  await page.mouse.up();
  assert.equal(await waveOf(page, "club"), "w1");
});

browserTest("asked for a first group, the keyboard goes on at the proposal", { width: 1440, height: 900 }, async ({ page }) => {
  const loose = small.actors.map(({ wave, ...actor }) => actor);
  await open(page, { waves: [], actors: loose });
  const main = page.getByRole("button", { name: "Former un premier groupe" });
  for (let time = 0; time < 2; time += 1) {
    await main.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("tour-de-table").shadowRoot.activeElement?.id === "circ-proposal");
  }
  // It stands before the picture, whole on the screen.
  const above = await page.locator(".circ-prop").evaluate((section) => {
    const picture = section.getRootNode().querySelector("svg.circ");
    const button = section.querySelector(".btn-primary").getBoundingClientRect();
    return [Boolean(section.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING), button.bottom <= innerHeight];
  });
  assert.deepEqual(above, [true, true]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("tour-de-table").value.waves.length === 1);
  await page.locator(".toast", { hasText: "Premier groupe formé : 2 acteurs" }).waitFor();
  assert.equal(await page.locator(".toast").count(), 1);
  // The keyboard stays there, and nothing moved under it; next time, the picture comes first.
  assert.equal((await active(page)).id, "circ-proposal");
  await goTo(page, "actors");
  await goTo(page, "circles");
  await page.locator(".circ-prop:not([aria-busy])").waitFor();
  assert.equal(await page.locator(".circ-more .circ-prop").count(), 1);
});

browserTest("nothing to propose yet leads to where it is said", { width: 1440, height: 900 }, async ({ page }) => {
  await open(page, { waves: [], actors: small.actors.map(({ wave, capabilities, ...actor }) => actor) });
  await page.locator(".circ-prop").getByRole("button", { name: "Dire qui peut tenir quoi" }).click();
  await page.getByRole("button", { name: "Complémentarités", pressed: true }).waitFor();
  await open(page, { functions: [], waves: [], actors: small.actors.map(({ wave, capabilities, ...actor }) => actor) });
  await page.locator(".circ-prop").getByRole("button", { name: "Nommer les fonctions clés" }).waitFor();
});

browserTest("nobody in the circles is not nobody; a move is told once", { width: 1440, height: 900 }, async ({ page }) => {
  // The Region could hold F2 and waits to be placed; the mission holds F3 alone, and nobody waits for it.
  await open(page, { actors: small.actors.map(({ wave, ...actor }) => (actor.id === "region" ? actor : { wave, ...actor })) });
  const warning = page.locator(".circ-warn");
  await warning.getByText("F2 tient à une seule structure des cercles.").waitFor();
  assert.match(await warning.innerText(), /«\sFormer\s» n’a plus personne dans les cercles\. Région, à placer, pourrait la tenir\./u);
  await page.locator(".circ-chip", { hasText: "Région" }).click();
  await page.locator("#circ-to").selectOption({ label: "Printemps" });
  await page.locator(".circ-move").getByRole("button", { name: "Déplacer", exact: true }).click();
  await page.locator(".toast", { hasText: "Région : Hors des cercles → Printemps. Aucune fonction n’est gagnée ni perdue." }).waitFor();
  assert.equal(await page.locator(".toast").count(), 1);
});

browserTest("nothing beside free room is cut: the lead in the centre, the families in the corners", { width: 1280, height: 900 }, async ({ page }) => {
  const lead = { id: "lead", name: "Maison de l’emploi de Valbrune", kind: "employmentTraining" };
  await open(page, { actors: [lead, small.actors[1]], influences: [], waves: small.waves });
  const shown = (svg) => svg.evaluateAll((all) => all.map((text) => [...text.querySelectorAll("tspan")].map((line) => line.textContent).join(" ")));
  const corners = await shown(page.locator("svg.circ .circ-gone text.map-label"));
  assert.ok(corners.some((words) => words.startsWith("Développement économique")), corners.join());
  const named = await shown(page.locator("svg.circ .map-actor text.map-label"));
  assert.ok(named.includes(lead.name), named.join());
});

browserTest("a word longer than its column is broken, not the page, at 375", { width: 375 }, async ({ page }) => {
  const named = small.actors.map((actor) => ({ ...actor, name: "Anticonstitutionnellement-Interprofessionnel" }));
  await open(page, { actors: named });
  await page.locator(".circ-list tbody th").first().waitFor();
  const ends = await page.locator(".circ-list, .circ-prop, .circ-side").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  assert.ok(ends.length === 3 && ends.every((end) => end <= 375), ends.join(", "));
});
