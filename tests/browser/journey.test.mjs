// The main job, from a blank page to a printed role table, as a person does it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const dossier = (page) => page.evaluate(() => document.querySelector("tour-de-table").value);
const goTo = (page, step) => page.evaluate((code) => document.querySelector("tour-de-table").goTo(code), step);
const focused = (page, label) =>
  page.waitForFunction(
    (name) => document.querySelector("tour-de-table").shadowRoot.activeElement?.ariaLabel === name,
    label,
  );

async function openExample(page, index) {
  await page.getByRole("button", { name: "Voir les 3 exemples" }).click();
  await page.locator("dialog .choice button").nth(index).click();
  await page.locator("dialog").waitFor({ state: "detached" });
}

browserTest("1. each example opens without endangering an open dossier", {}, async ({ page }) => {
  await page.getByLabel("Titre du projet").fill("Mon projet");
  for (const index of [0, 1, 2]) {
    await page.getByRole("button", { name: "Autres actions" }).click();
    await page.getByRole("button", { name: "Ouvrir un exemple…" }).click();
    await page.locator("dialog .choice button").nth(index).click();
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.ok((await dossier(page)).actors.length >= 8);
    await page.locator(".bar-undo").click();
    assert.equal((await dossier(page)).project.title, "Mon projet");
  }
});

browserTest("2. the project: lines written with Enter, linked, in the dossier at once", {}, async ({ page }) => {
  await page.getByLabel("Titre du projet").fill("Saison numérique");
  await page.getByLabel("Objectif O1").fill("Repérer les talents");
  await page.keyboard.press("Enter");
  await focused(page, "Objectif O2");
  await page.keyboard.type("Loger les saisonniers");
  await page.getByLabel("Fonction clé F1").fill("Outiller le repérage");
  await page.keyboard.press("Enter");
  await focused(page, "Fonction clé F2");
  await page.keyboard.type("Trouver des logements");
  const written = await dossier(page);
  assert.deepEqual(written.objectives.map((objective) => objective.title), ["Repérer les talents", "Loger les saisonniers"]);
  assert.deepEqual(written.functions.map((one) => one.title), ["Outiller le repérage", "Trouver des logements"]);
  await page.getByRole("button", { name: "Détails : Outiller le repérage" }).click();
  await page.getByLabel("Lier un objectif").selectOption({ label: "Repérer les talents" });
  assert.deepEqual((await dossier(page)).functions[0].objectives, [written.objectives[0].id]);
  // A territory inside another.
  await page.getByRole("button", { name: "Ajouter un territoire" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Haute-Brune");
  await page.getByLabel("Code officiel géographique").fill("74010");
  await page.getByLabel("Nature").selectOption("departement");
  await page.getByText("Ce code n’a pas la forme attendue").waitFor();
  await page.getByLabel("Code officiel géographique").fill("74");
  await page.getByText("Ce code n’a pas la forme attendue").waitFor({ state: "detached" });
  assert.equal((await dossier(page)).territories[0].code.value, "74");
});

browserTest("5. a role is given, its proposals are explained, a person decides", {}, async ({ page }) => {
  await openExample(page, 1);
  await goTo(page, "roles");
  const before = (await dossier(page)).roles.length;
  await page.getByRole("button", { name: "Confier un rôle : Partenaire" }).click();
  await page.getByLabel("Acteur", { exact: true }).selectOption({ index: 1 });
  await page.locator("section").getByRole("button", { name: "Confier un rôle", exact: true }).last().click();
  const given = (await dossier(page)).roles;
  assert.equal(given.length, before + 1);
  const row = page.locator(".condrow").first();
  await row.getByRole("button", { name: "remplie", exact: true }).click();
  await row.getByRole("textbox").fill("Vu en comité");
  const condition = (await dossier(page)).roles.at(-1).conditions[0];
  assert.equal(condition.status, "met");
  assert.equal(condition.evidence, "Vu en comité");
  // A vacancy shows who could hold it.
  await page.locator(".role-vacant").first().click();
  await page.locator("table.compare, .empty").first().waitFor();
});

browserTest("6. the summary holds the table, the points and a way to set one aside", {}, async ({ page, screenshot }) => {
  await openExample(page, 1);
  await goTo(page, "summary");
  assert.ok((await page.locator(".sp-table tbody tr").count()) >= 10);
  const open = async () => Number(await page.locator(".facts dd").nth(8).innerText());
  const before = await open();
  await page.getByRole("button", { name: "Écarter…" }).first().click();
  await page.getByRole("button", { name: "Écarter", exact: true }).click();
  await page.getByText("Écrivez une raison").waitFor();
  await page.getByLabel("Raison").fill("Vu en comité le 3 novembre");
  await page.getByRole("button", { name: "Écarter", exact: true }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(
    (count) => Number(document.querySelector("tour-de-table").shadowRoot.querySelectorAll(".facts dd")[8]?.innerText) < count,
    before,
  );
  assert.equal((await dossier(page)).setAside.at(-1).reason, "Vu en comité le 3 novembre");
  await screenshot("summary");
});

browserTest("6. the role table prints on A4 with its heads repeated, for all and for one", {}, async ({ page }) => {
  await openExample(page, 1);
  // What is printed is a frame of its own (`print.test.mjs` looks into it).
  await page.addInitScript(() => {
    window.print = () => {
      globalThis.top.printed = (globalThis.top.printed ?? 0) + 1;
    };
  });
  await goTo(page, "summary");
  await page.getByRole("button", { name: "Imprimer le tableau", exact: true }).click();
  await page.locator(".paper .sp-table").first().waitFor();
  const rows = await page.locator(".paper .sp-table tbody tr").count();
  await page.getByLabel("Pour", { exact: true }).selectOption({ index: 1 });
  await page.waitForFunction(
    (all) => document.querySelector("tour-de-table").shadowRoot.querySelectorAll(".paper .sp-table tbody tr").length < all,
    rows,
  );
  await page.getByRole("button", { name: "Imprimer", exact: true }).click();
  await page.waitForFunction(() => globalThis.printed === 1);
  const heads = await page.locator(".paper thead").evaluateAll((all) => all.map((head) => getComputedStyle(head).display));
  assert.ok(heads.length >= 1 && heads.every((display) => display === "table-header-group"), String(heads));
});

browserTest("7. export, import again: a report, nothing lost, undo takes it back", {}, async ({ page, download }) => {
  await openExample(page, 0);
  const before = await dossier(page);
  await page.getByRole("button", { name: "Exporter", exact: true }).click();
  const file = await download(() => page.getByRole("button", { name: "Télécharger le fichier .json", exact: true }).click());
  assert.match(file.name, /^\d{4}-\d\d-\d\d_[a-z0-9-]+_v\d+\.json$/);
  const text = file.text;
  const exported = JSON.parse(text);
  delete exported.savedAt;
  delete before.savedAt;
  // What leaves remembers which revision it was, so that it can be merged when it comes back.
  const { lineage, ...rest } = exported;
  assert.equal(lineage.at(-1).revision, before.revision);
  assert.deepEqual(rest, before);
  exported.priority = { ours: [1, 2] };
  exported.actors[0].colour = "teal";
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await page.getByLabel("Fichier du dossier").setInputFiles({
    name: "dossier.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(exported)),
  });
  await page.getByText("/actors/0/colour").waitFor();
  await page.getByRole("button", { name: "Remplacer le dossier ouvert" }).click();
  assert.deepEqual((await dossier(page)).priority, { ours: [1, 2] });
  assert.equal((await dossier(page)).actors[0].colour, "teal");
  await page.locator(".bar-undo").click();
  assert.equal((await dossier(page)).priority, undefined);
});

browserTest("7. a wrong file changes nothing and says where", {}, async ({ page }) => {
  await openExample(page, 0);
  const before = await dossier(page);
  const wrong = structuredClone(before);
  wrong.actors[1].readings[0].value = 9;
  wrong.roles[0].actor = "nobody";
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await page.getByLabel("Fichier du dossier").setInputFiles({
    name: "faux.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(wrong)),
  });
  await page.getByText("/actors/1/readings/0/value").waitFor();
  await page.getByText("/roles/0/actor").waitFor();
  assert.deepEqual(await dossier(page), before);
});

browserTest("8. the tab closed in the middle of a word finds the word again", {}, async ({ page, reload }) => {
  await page.getByLabel("Titre du projet").pressSequentially("Tourisme numér");
  await reload();
  assert.equal((await dossier(page)).project.title, "Tourisme numér");
  assert.equal(await page.getByLabel("Titre du projet").inputValue(), "Tourisme numér");
});

browserTest("the path by keyboard alone, from a blank page to an export", {}, async ({ page, download }) => {
  const focusOn = async (name, limit = 80) => {
    for (let count = 0; count < limit; count += 1) {
      const label = await page.evaluate(() => {
        const active = document.querySelector("tour-de-table").shadowRoot.activeElement;
        if (!active) return "";
        const labels = active.labels?.length ? active.labels[0].innerText : "";
        return `${active.getAttribute("aria-label") ?? ""} ${labels} ${active.innerText ?? ""}`;
      });
      if (label.includes(name)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`no way to ${name} by Tab`);
  };
  await focusOn("Titre du projet");
  await page.keyboard.type("Au clavier");
  await focusOn("Acteurs");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => document.querySelector("tour-de-table").shadowRoot.activeElement?.placeholder === "Nom d’une organisation",
  );
  await page.keyboard.type("Région test");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => (document.querySelector("tour-de-table").value.actors ?? []).length === 1);
  await page.keyboard.press("Shift+Tab");
  await focusOn("Exporter", 200);
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor();
  await focusOn("Télécharger le fichier .json");
  const file = await download(() => page.keyboard.press("Enter"));
  const exported = JSON.parse(file.text);
  assert.equal(exported.project.title, "Au clavier");
  assert.equal(exported.actors[0].name, "Région test");
});

for (const theme of ["light", "dark"]) {
  for (const language of ["fr", "en"]) {
    browserTest(`every screen passes axe: ${language}, ${theme}`, { theme, timeout: 240_000 }, async ({ page }) => {
      await assertAccessible(page);
      await openExample(page, 1);
      await page.evaluate((lang) => {
        document.querySelector("tour-de-table").lang = lang;
      }, language);
      for (const code of ["project", "actors", "qualification", "roles", "summary"]) {
        await goTo(page, code);
        await page.waitForTimeout(300);
        await assertAccessible(page);
      }
    });
  }
}

browserTest("every screen stays within 375 px", { width: 375, height: 800 }, async ({ page, screenshot }) => {
  await page.getByRole("button", { name: "Voir les 3 exemples" }).click();
  await page.locator("dialog .choice button").nth(1).click();
  for (const code of ["project", "actors", "qualification", "roles", "summary"]) {
    await goTo(page, code);
    await page.waitForTimeout(300);
    await screenshot(`narrow-${code}`);
    const [inner, outer] = await page.evaluate(() => {
      const root = document.querySelector("tour-de-table").shadowRoot;
      const section = root.querySelector(".step");
      return [section.scrollWidth, section.clientWidth];
    });
    assert.ok(inner <= outer + 1, `${code} is ${inner} px wide in ${outer}`);
  }
});

browserTest("hostile text shows as text in every view", { timeout: 120_000 }, async ({ page }) => {
  const hostile = JSON.parse(
    readFileSync(new URL("../fixtures/dossiers/valid/hostile-text.json", import.meta.url), "utf8"),
  );
  await page.evaluate(async (text) => {
    await document.querySelector("tour-de-table").load(text);
  }, JSON.stringify(hostile));
  for (const code of ["project", "actors", "qualification", "roles", "summary"]) {
    await goTo(page, code);
    await page.waitForTimeout(200);
    const odd = await page.evaluate(() => {
      const root = document.querySelector("tour-de-table").shadowRoot;
      const scripts = root.querySelectorAll("script, iframe, object, embed, img, foreignObject, [onerror], [onload]");
      const links = [...root.querySelectorAll("a[href]")].filter((link) => !/^(https?|mailto|tel):/.test(link.href));
      return scripts.length + links.length;
    });
    assert.equal(odd, 0, code);
  }
});
