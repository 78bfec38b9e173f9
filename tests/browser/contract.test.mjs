// What embedding.md promises of attributes, overrides, parts and variables, seen on the screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, listen, seen, type } from "./support/hosts.mjs";

const path = "/h.html";
const one = (attributes = "") => `<tour-de-table ${attributes}></tour-de-table>`;
const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const example = read("src/vocabulary/examples/petit.json");
const STEPS = ["project", "actors", "qualification", "coherence", "circles", "roles", "governance", "agreements", "followUp", "summary"];
const go = (widget, step) => widget.evaluate((element, code) => element.goTo(code), step);
const rail = (widget) => widget.locator(".rail .steps .step-name").allInnerTexts();
const open = (widget, given) => widget.evaluate((element, text) => element.load(text), given);

browserTest("steps are those named, in their order, and change while it lives", { html: one('steps="actors, project unknown  roles"'), path }, async ({ widget }) => {
  assert.deepEqual(await rail(widget), ["Acteurs", "Projet", "Rôles"]);
  assert.equal(await widget.locator(".rail .steps [aria-current=step]").innerText().then((text) => /Acteurs/.test(text)), true, "begins with the first");
  await widget.evaluate((element) => element.setAttribute("steps", "governance"));
  await eventually(async () => (await rail(widget)).length, 1);
  await widget.evaluate((element) => element.removeAttribute("steps"));
  await eventually(async () => (await rail(widget)).length > 6, true);
});

browserTest("a step that is not shown cannot be gone to by the page", { html: one('steps="actors project"'), path }, async ({ widget }) => {
  await go(widget, "governance").catch(() => {});
  await go(widget, "nowhere").catch(() => {});
  assert.match(await widget.locator(".rail [aria-current=step]").innerText(), /Acteurs/);
});

for (const level of [1, 2, 3, 5]) {
  browserTest(`headings begin at level ${level}`, { html: one(`heading-level="${level}"`), path }, async ({ widget }) => {
    await open(widget, example);
    for (const step of STEPS) {
      await go(widget, step);
      const levels = await widget.evaluate((element) =>
        [...element.shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.localName[1])),
      );
      assert.equal(Math.min(...levels), level, `${step}: ${levels}`);
    }
  });
}

browserTest("without import, export and bar there is no way in, no way out and no bar", { html: one("no-import no-export no-toolbar"), path }, async ({ widget }) => {
  await open(widget, example);
  assert.equal(await widget.locator("[part~=toolbar]").count(), 0);
  for (const step of STEPS) {
    await go(widget, step);
    assert.equal(await widget.getByRole("button", { name: /importer|exporter|télécharger/i }).count(), 0, step);
  }
  const blob = await widget.evaluate(async (element) => (await element.export("json")).size);
  assert.ok(blob > 0, "the page itself still gets the dossier");
});

for (const [how, attributes, readOnly] of [["in view mode", 'mode="view"', false], ["when read only", "", true]]) {
  browserTest(`${how} nothing that edits can be reached`, { html: one(attributes), path, timeout: 180_000 }, async ({ page, widget }) => {
    await open(widget, example);
    if (readOnly) await widget.evaluate((element) => (element.readOnly = true));
    await eventually(() => widget.locator(".bar-undo").count(), 0);
    const before = await widget.evaluate((element) => JSON.stringify(element.value));
    for (const step of STEPS) {
      await go(widget, step);
      await page.waitForTimeout(200);
      // Fields that filter, sort or explore change nothing; those that would write are not there or cannot be written in.
      const writable = await widget.evaluate((element) =>
        [...element.shadowRoot.querySelectorAll(".step :is(input, textarea, select, [contenteditable])")]
          .filter((field) => field.checkVisibility() && !field.disabled && !field.readOnly && field.getAttribute("aria-readonly") !== "true")
          .map((field) => field.outerHTML.slice(0, 200)),
      );
      for (const field of await widget.locator(".step :is(input, textarea)").all()) {
        if (!(await field.isVisible()) || !(await field.isEditable())) continue;
        if (/checkbox|radio|range/.test((await field.getAttribute("type")) ?? "")) await field.click({ timeout: 1000 }).catch(() => {});
        else await field.fill("9", { timeout: 1000 }).catch(() => {});
        await field.press("Enter", { timeout: 1000 }).catch(() => {});
      }
      // Whatever can be pressed, but what leaves the page.
      await widget.evaluate(async (element) => {
        for (const button of element.shadowRoot.querySelectorAll(".step button")) {
          if (!button.isConnected || /export|imprim|télécharg/i.test(`${button.textContent}${button.getAttribute("aria-label")}`)) continue;
          button.click();
          await new Promise((resolve) => setTimeout(resolve));
          element.shadowRoot.querySelector("dialog[open]")?.close();
        }
      });
      await go(widget, step);
      assert.equal(await widget.evaluate((element) => JSON.stringify(element.value)), before, `${step}: ${writable.join("\n")}`);
    }
    const refused = await widget.evaluate((element) => element.undo().then(() => "done", ({ code }) => code));
    assert.ok(["done", "read-only"].includes(refused), refused);
  });
}

browserTest("words of the page take the place of ours, and go again", { html: one(), path }, async ({ widget }) => {
  await widget.evaluate((element) => (element.messages = { "shell.export": "Emporter", "no.such.key": "rien" }));
  await widget.getByRole("button", { name: "Emporter" }).first().waitFor();
  await widget.evaluate((element) => (element.messages = null));
  await eventually(() => widget.getByRole("button", { name: "Emporter" }).count(), 0);
});

for (const [name, kind, code, label, absent, territory] of [
  ["wallonie", "employmentTraining", "mire", "Mission régionale pour l’emploi (MIRE)", "Mission locale", "Province"],
  ["quebec", "publicAuthority", "mrc", "MRC", "Préfecture ou sous-préfecture", "MRC ou territoire équivalent"],
]) {
  browserTest(`the vocabulary of ${name} shows`, { html: one('lang="fr"'), path }, async ({ widget }) => {
    const lists = JSON.parse(read(`www/exemples/vocabulaires/${name}.json`));
    await widget.evaluate((element, given) => (element.vocabulary = given), lists);
    assert.deepEqual(await widget.evaluate((element) => element.vocabulary), lists);
    await open(widget, { ...dossier("Là-bas"), territories: [{ id: "t", name: "Territoire", kind: name === "quebec" ? "epci" : "departement" }], actors: [{ id: "a", name: "Premier", kind, subkind: code }] });
    await go(widget, "actors");
    await widget.getByText(label).first().waitFor();
    await widget.getByRole("button", { name: /Premier/ }).first().click();
    await widget.locator("#tdt-sheet-title:focus").waitFor();
    await widget.locator("#tdt-sheet-identity").click();
    const offered = await widget.evaluate((element) => [...element.shadowRoot.querySelectorAll("option")].map((option) => option.label || option.value || option.text));
    assert.ok(offered.includes(label), offered.join(", "));
    assert.ok(!offered.includes(absent), absent);
    await go(widget, "project");
    await eventually(() => widget.evaluate((element, word) => element.shadowRoot.querySelector(".step").textContent.includes(word), territory), true);
  });
}

test("the sample vocabularies are understood whole", async () => {
  const lists = read("src/i18n/texts/vocabulary/lists.rs");
  const families = [...lists.matchAll(/"(\w+)" "subkind\.\w+" \{([\s\S]*?)\n {8}\}/g)].map(([, family, body]) => [family, [...body.matchAll(/^\s+"(\w+)"/gm)].map(([, code]) => code)]);
  const known = new Map(families);
  for (const name of ["wallonie", "quebec"]) {
    const { subkinds, labels } = JSON.parse(read(`www/exemples/vocabulaires/${name}.json`));
    for (const [family, entries] of Object.entries(subkinds)) {
      assert.ok(known.has(family), family);
      const codes = entries.map(({ code }) => code);
      assert.equal(new Set(codes).size, codes.length, `${name} ${family}: a code twice`);
      for (const { code, hidden, fr } of entries) assert.ok(hidden ? known.get(family).includes(code) : fr, `${name} ${family} ${code}`);
      for (const { fr = "" } of entries) assert.doesNotMatch(fr, /'/, fr);
    }
    for (const key of Object.keys(labels)) assert.match(read("src/i18n/texts/vocabulary/mod.rs"), new RegExp(`\\b${key.replace(".", "_")}:`), key);
  }
});

browserTest("a dossier is handed over to a page that takes it, and downloaded where none does", { html: one('handoff="Déposer ma demande"'), path }, async ({ page, widget, download }) => {
  await open(widget, example);
  await go(widget, "summary");
  const button = widget.getByRole("button", { name: "Déposer ma demande" });
  const file = await download(() => button.click());
  assert.equal(JSON.parse(file.text).format, "tour-de-table/dossier");
  await page.evaluate(() => document.addEventListener("tdt-handoff", (event) => {
    globalThis.handed = event.target.value.project.title;
    event.preventDefault();
  }));
  await button.click();
  await widget.getByText("Le dossier est transmis au site.").waitFor();
  assert.equal(await page.evaluate(() => globalThis.handed), JSON.parse(example).project.title);
  await widget.evaluate((element) => element.removeAttribute("handoff"));
  await eventually(() => button.count(), 0);
});

browserTest("the page can take an export over", { html: one(), path }, async ({ page, widget }) => {
  await listen(page);
  await page.evaluate(() =>
    document.addEventListener("tdt-export", async (event) => {
      event.preventDefault();
      globalThis.taken = { type: event.detail.file.type, text: await event.detail.file.text() };
    }),
  );
  await type(widget, "Pour le site");
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  await page.getByRole("button", { name: "Exporter" }).first().click();
  await widget.locator("dialog[open] .btn-primary").click();
  await eventually(async () => (await seen(page, "export")).map(({ detail, cancelable }) => [detail.format, cancelable]), [["json", true]]);
  assert.equal(downloads, 0);
  const taken = await page.evaluate(() => globalThis.taken);
  assert.equal(taken.type, "application/json");
  assert.equal(JSON.parse(taken.text).project.title, "Pour le site");
});

browserTest("every part and variable that is described is there, and no other", { html: one(), path, timeout: 180_000 }, async ({ widget }) => {
  const declared = JSON.parse(read("pkg/custom-elements.json")).modules[0].declarations[0];
  const parts = declared.cssParts.map(({ name }) => name);
  const styles = read("pkg/styles.js");
  const used = [...new Set([...styles.matchAll(/--tdt-[a-z0-9-]*[a-z0-9]/g)].map(([name]) => name))];
  const described = declared.cssProperties.map(({ name }) => name);
  assert.deepEqual(used.toSorted(), described.toSorted());

  const found = new Set();
  const note = async () => {
    const names = await widget.evaluate((element) => [...element.shadowRoot.querySelectorAll("[part]")].flatMap((node) => [...node.part]));
    for (const name of names) found.add(name);
  };
  await open(widget, example);
  for (const step of STEPS) {
    await go(widget, step);
    await note();
  }
  await go(widget, "actors");
  await widget.getByRole("button", { name: "Exporter" }).first().click();
  await note();
  const undescribed = [...found].filter((name) => !parts.includes(name));
  assert.deepEqual(undescribed, []);
  // Errors and help show only on occasion: they stand in the sources.
  const missing = parts.filter((name) => !found.has(name));
  for (const name of missing) assert.match(read("src/ui/widgets/field.rs"), new RegExp(`part="${name}"`), name);
});
