// Merging a file into the open dossier, and comparing with it.
import assert from "node:assert/strict";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { eventually } from "./support/hosts.mjs";

const dossier = (more) => ({ format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", revision: 1, language: "fr", ...more });
const start = dossier({
  project: { title: "Mobilité" },
  objectives: [{ id: "o1", title: "Loger" }],
  actors: [{ id: "a1", name: "CCI", interests: "Former" }, { id: "a2", name: "CMA" }],
});
/** What the sending institution went on with: the start as a snapshot, and changes of its own. */
const snapshots = [{ id: "z1", title: "Envoi", on: "2026-11-01", content: start }];
const ours = { ...start, snapshots, revision: 3, actors: [{ id: "a1", name: "CCI Guyane", interests: "Former et loger" }, { id: "a2", name: "CMA" }, { id: "m1", name: "Mission locale" }] };
const theirs = {
  ...start, snapshots, revision: 2,
  actors: [{ id: "a1", name: "CCIG", interests: "Former et transporter" }, { id: "a3", name: "Région" }, { id: "m2", name: "Mission Locale" }],
  positions: [{ actor: "a1", objective: "o1", value: 3, on: "2026-11-02" }],
};

const value = (widget) => widget.evaluate((element) => element.value);

/** Opens `open` and shows the report of `file`. */
async function importing({ page, widget }, open, file, name = "reponse (1).json") {
  await widget.evaluate((element, open) => element.load(open), open);
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  await page.getByLabel("Fichier du dossier").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
}

for (const [width, theme] of [[1440, "light"], [375, "dark"]]) {
  browserTest(`FI-36: a file is merged after each point was decided, ${width} px, ${theme}`, { width, height: 900, theme }, async (tools) => {
    const { page, widget, screenshot } = tools;
    if (width < 900) {
      await widget.evaluate((element, open) => element.load(open), ours);
      await page.getByRole("button", { name: "Autres actions" }).first().click();
      await page.getByRole("button", { name: /Importer/ }).click();
      await page.getByLabel("Fichier du dossier").setInputFiles({ name: "reponse (1).json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(theirs)) });
    } else await importing(tools, ours, theirs);
    // Another version of the open dossier: to merge comes first, and the words say what to replace would cost.
    await page.getByText("Ce fichier est une autre version du dossier ouvert.", { exact: false }).waitFor();
    assert.match(await page.getByRole("button", { name: "Fusionner…" }).getAttribute("class"), /btn-primary/u);
    assert.doesNotMatch(await page.getByRole("button", { name: "Remplacer le dossier ouvert" }).getAttribute("class"), /btn-primary/u);
    await page.getByRole("button", { name: "Fusionner…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Les deux viennent d’un même état", { exact: false }).waitFor();
    await dialog.getByRole("heading", { name: /2\spoints à décider/ }).waitFor();
    await assertAccessible(page);
    await screenshot(`merge ${width} ${theme}`);
    const before = await value(widget);
    // Nothing can be done before all is decided, and nothing has changed.
    assert.ok(await dialog.getByRole("button", { name: "Fusionner", exact: true }).isDisabled());
    const question = (field) => dialog.locator("fieldset.question").filter({ has: page.getByRole("rowheader", { name: field }) });
    const [name, interests] = [question("Nom"), question("Intérêts")];
    await name.getByRole("radio", { name: "Dans le fichier" }).focus();
    await page.keyboard.press("Space");
    await interests.getByRole("radio", { name: "Garder les deux" }).check();
    await dialog.getByText(/2\sdécidés sur\s2/).waitFor();
    await dialog.locator("fieldset.question").filter({ hasText: "Mission locale" }).getByRole("radio", { name: "C’est le même acteur" }).check();
    assert.deepEqual(await value(widget), before);
    await dialog.getByRole("button", { name: "Fusionner", exact: true }).click();
    await page.getByText("« reponse (1).json » est fusionné.").waitFor();
    const after = await value(widget);
    assert.deepEqual(after.actors.map(({ id, name }) => [id, name]), [["a1", "CCIG"], ["a3", "Région"], ["m1", "Mission locale"]]);
    assert.equal(after.actors[0].interests, "Former et loger\nFormer et transporter");
    assert.equal(after.positions.length, 1);
    assert.deepEqual(after.snapshots.map(({ title }) => title.replaceAll("\u00a0", " ")), ["Envoi", "Avant la fusion avec « reponse (1).json »"]);
    assert.equal(after.lineage.length, 2);
    // FI-39: one step takes it all back; what was deleted does not come again.
    await widget.evaluate((element) => element.undo());
    const { revision, ...undone } = await value(widget);
    const { revision: earlier, ...was } = before;
    assert.deepEqual(undone, was);
    assert.ok(revision > earlier);
  });
}

browserTest("what will change follows what is decided", {}, async (tools) => {
  const { page } = tools;
  await importing(tools, ours, theirs);
  await page.getByRole("button", { name: "Fusionner…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: /2\spoints à décider/ }).waitFor();
  // Until it is decided, the name is the greater one in code-point order: "CCIG" after "CCI Guyane".
  const renamed = dialog.locator("details").getByText(/CCI Guyane → CCIG/);
  await eventually(() => renamed.count(), 1);
  await page.getByRole("button", { name: "Tout garder comme ici" }).click();
  await eventually(() => renamed.count(), 0);
  // What only they changed comes all the same.
  assert.equal(await dialog.locator("details").getByText("Région").count() > 0, true);
  const name = dialog.locator("fieldset.question").filter({ has: page.getByRole("rowheader", { name: "Nom" }) });
  await name.getByRole("radio", { name: "Dans le fichier" }).check();
  await eventually(() => renamed.count(), 1);
  // Once all is decided, "all" means all again.
  await page.getByRole("button", { name: "Tout garder comme ici" }).click();
  await eventually(() => renamed.count(), 0);
});

browserTest("two different dossiers are put together without a word of their identifiers", {}, async (tools) => {
  const { page, widget } = tools;
  await importing(tools, start, { ...start, id: "d2", actors: [{ id: "a9", name: "Région" }] });
  await page.getByRole("button", { name: "Fusionner…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Ce sont deux dossiers différents", { exact: false }).waitFor();
  assert.equal(await dialog.locator("fieldset.question").count(), 0);
  assert.equal(await dialog.getByText("Identifiant").count(), 0);
  await dialog.getByRole("button", { name: "Fusionner", exact: true }).click();
  await page.getByText("est fusionné.").waitFor();
  const after = await value(widget);
  assert.deepEqual([after.id, after.actors.map(({ name }) => name).sort()], ["d1", ["CCI", "CMA", "Région"]]);
});

browserTest("FI-36, FI-37: the same file again, under another name, brings nothing", {}, async (tools) => {
  const { page, widget } = tools;
  await importing(tools, ours, theirs);
  await page.getByRole("button", { name: "Fusionner…" }).click();
  await page.getByRole("button", { name: "Tout prendre du fichier" }).click();
  await page.getByRole("button", { name: "Fusionner", exact: true }).click();
  await page.getByText("est fusionné.").waitFor();
  const once = await value(widget);
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  await page.getByLabel("Fichier du dossier").setInputFiles({ name: "reponse (2).json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(theirs)) });
  await page.getByRole("button", { name: "Fusionner…" }).click();
  await page.getByText("Ce fichier est un état antérieur du dossier ouvert", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Fusionner", exact: true }).count(), 0);
  await page.getByRole("button", { name: "Annuler", exact: true }).last().click();
  assert.deepEqual(await value(widget), once);
});

browserTest("FI-37: a file cut short is refused with its place, and nothing changes", {}, async ({ page, widget }) => {
  await widget.evaluate((element, open) => element.load(open), ours);
  const before = await value(widget);
  await page.getByRole("button", { name: "Importer", exact: true }).first().click();
  const text = JSON.stringify(theirs);
  await page.getByLabel("Fichier du dossier").setInputFiles({ name: "reponse.json.crdownload", mimeType: "application/json", buffer: Buffer.from(text.slice(0, text.length / 2)) });
  await page.getByText("Le dossier ouvert n’a pas changé", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Fusionner…" }).count(), 0);
  assert.deepEqual(await value(widget), before);
});

browserTest("a file is compared in words before anything is done", {}, async (tools) => {
  const { page, screenshot } = tools;
  await importing(tools, start, { ...start, revision: 2, actors: [{ id: "a1", name: "CCI Guyane" }] });
  await page.getByRole("button", { name: "Comparer…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/Nom\s: CCI → CCI Guyane/).first().waitFor();
  await assertAccessible(page);
  await screenshot("compare 1280 light");
  await dialog.getByLabel("Changements").selectOption({ label: "Ce qui est parti" });
  await dialog.getByText("Sort du dossier").first().waitFor();
  assert.equal(await dialog.locator(".changes").first().getByText("CCI → CCI Guyane").count(), 0);
  const { name, text } = await tools.download(() => dialog.getByRole("button", { name: "Enregistrer en texte" }).click());
  assert.match(name, /\.txt$/);
  assert.match(text, /Acteurs\n[\s\S]*Sort du dossier/);
});

/** Opens the comparison of the start with a file in which an actor has another name. */
async function comparing(tools) {
  await importing(tools, start, { ...start, revision: 2, actors: [{ id: "a1", name: "CCI Guyane" }] });
  await tools.page.getByRole("button", { name: "Comparer…" }).click();
  const dialog = tools.page.getByRole("dialog");
  await dialog.getByText(/Nom\s: CCI → CCI Guyane/).first().waitFor();
  return dialog;
}

const WORDS = /^De maintenant à «\s?reponse \(1\)\.json\s?»\n\nActeurs\nActeur «\s?CCI Guyane\s?»\n {2}- Nom\s: CCI → CCI Guyane\n[\s\S]*Sort du dossier\n$/;

browserTest("what changed is copied as words", { context: { permissions: ["clipboard-read", "clipboard-write"] } }, async (tools) => {
  const dialog = await comparing(tools);
  await dialog.getByRole("button", { name: "Copier", exact: true }).click();
  await dialog.getByRole("status").filter({ hasText: "Le texte est copié." }).waitFor();
  assert.match(await tools.page.evaluate(() => navigator.clipboard.readText()), WORDS);
});

browserTest("over plain http, which has no clipboard, what changed is copied all the same", { plain: true }, async (tools) => {
  const dialog = await comparing(tools);
  assert.equal(await tools.page.evaluate(() => navigator.clipboard), undefined);
  // What a person would see copied: the selection at the moment of the command.
  await tools.page.evaluate(() => {
    document.addEventListener("copy", (event) => {
      const field = event.composedPath().find((one) => one.localName === "textarea");
      globalThis.copied = field.value.slice(field.selectionStart, field.selectionEnd);
    });
  });
  await dialog.getByRole("button", { name: "Copier", exact: true }).click();
  await dialog.getByRole("status").filter({ hasText: "Le texte est copié." }).waitFor();
  assert.match(await tools.page.evaluate(() => globalThis.copied), WORDS);
  assert.equal(await dialog.getByRole("textbox", { name: "Texte à copier" }).count(), 0);
});

browserTest("where nothing lets it copy, the words are there, selected", { plain: true, width: 375, theme: "dark" }, async (tools) => {
  const { page, widget, screenshot } = tools;
  await widget.evaluate((element, open) => element.load(open), { ...start, snapshots: [{ id: "z1", title: "Mars", on: "2026-03-12", content: { ...start, actors: [{ id: "a1", name: "Chambre" }] } }] });
  await page.evaluate(() => (document.execCommand = () => false));
  await page.getByRole("button", { name: "Autres actions" }).first().click();
  await page.getByRole("button", { name: "Instantanés et comparaisons" }).click();
  await page.getByRole("button", { name: /^Comparer à maintenant/ }).click();
  const dialog = page.getByRole("dialog", { name: "Ce qui a changé" });
  await dialog.getByRole("button", { name: "Copier", exact: true }).click();
  const field = dialog.getByRole("textbox", { name: "Texte à copier" });
  await field.waitFor();
  await dialog.getByText("Ce navigateur n’a pas laissé copier", { exact: false }).waitFor();
  const selected = await field.evaluate((one) => [one.selectionStart, one.selectionEnd - one.value.length, one.value]);
  assert.deepEqual(selected.slice(0, 2), [0, 0]);
  assert.match(selected[2], /Nom\s: Chambre → CCI\n/);
  await assertAccessible(page);
  await screenshot("compare by hand 375 dark");
});

browserTest("FI-36: an actor merged into another here stays so when a partner's file still has both, and what cannot be kept is told", {}, async (tools) => {
  const { page, widget } = tools;
  const fused = { ...start, snapshots, revision: 2, actors: [{ id: "a1", name: "CCI", interests: "Former", tags: ["CMA"], formerIds: ["a2"] }] };
  const both = {
    ...start, snapshots, revision: 2,
    actors: [start.actors[0], { id: "a2", name: "CMA", kind: "business" }],
    ties: [{ from: "a1", to: "a2", level: "cooperating" }],
    positions: [{ actor: "a2", objective: "o1", value: 2, on: "2026-11-03" }],
  };
  await importing(tools, fused, both);
  await page.getByRole("button", { name: "Fusionner…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/1\sacteur est reconnu/).waitFor();
  await dialog.getByText(/1\slien entre deux acteurs qui n’en font plus qu’un ne peut pas être gardé/).waitFor();
  await dialog.getByText(/Lien avec «\sCMA\s»\s: rien → coopèrent/).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Fusionner", exact: true }).click();
  await page.getByText("est fusionné.").waitFor();
  const after = await value(widget);
  assert.deepEqual(after.actors, [{ id: "a1", name: "CCI", kind: "business", tags: ["CMA"], interests: "Former", formerIds: ["a2"] }]);
  assert.deepEqual(after.positions, [{ actor: "a1", objective: "o1", value: 2, on: "2026-11-03" }]);
  assert.equal(after.ties, undefined);
});

browserTest("the comparison prints whole, with the dossier and the day", { open: false }, async (tools) => {
  const { page, widget, context, goto } = tools;
  await context.addInitScript(() => {
    window.print = () => (globalThis.top.printed = window.document.body.innerText + [...window.document.body.children].map((one) => one.shadowRoot?.textContent ?? "").join(""));
  });
  await goto("/hote.html", { html: "<h1>Intranet</h1><tour-de-table></tour-de-table>" });
  // More than the screen shows: five hundred actors that come.
  const many = { ...start, revision: 2, actors: [...start.actors, ...Array.from({ length: 500 }, (_, n) => ({ id: `n${n}`, name: `Entreprise ${n}` }))] };
  await importing(tools, start, many);
  await widget.getByRole("button", { name: "Comparer…" }).click();
  const dialog = widget.getByRole("dialog");
  await dialog.getByText("et 200 autres").waitFor();
  await dialog.getByRole("button", { name: "Imprimer", exact: true }).click();
  await page.waitForFunction(() => globalThis.printed);
  const text = await page.evaluate(() => globalThis.printed);
  for (let n = 0; n < 500; n++) assert.ok(text.includes(`Entreprise ${n}\u00a0»`), `n${n}`);
  assert.match(text, /De maintenant à/);
  assert.match(text, /Mobilité · \d/);
  assert.doesNotMatch(text, /Intranet|et 200 autres/);
});

browserTest("FI-39: a host merges, is told what is left to decide, and undoes it; a reload keeps what stands", { html: `<tour-de-table storage="local" storage-key="fusion"></tour-de-table>` }, async ({ widget, reload }) => {
  await widget.evaluate((element, open) => element.load(open), ours);
  const before = await value(widget);
  const { report, heard } = await widget.evaluate(async (element, file) => {
    let heard;
    element.addEventListener("tdt-import", (event) => (heard = event.detail.report), { once: true });
    return { ...(await element.load(file, { mode: "merge" })), heard };
  }, theirs);
  assert.deepEqual(report.conflicts.map(({ pointer, base, ours, theirs }) => [pointer, base, ours, theirs]), [
    ["/actors/0/name", "CCI", "CCI Guyane", "CCIG"],
    ["/actors/0/interests", "Former", "Former et loger", "Former et transporter"],
  ]);
  assert.deepEqual(heard, report);
  // Two that may be one are told too: a person decides, nothing is joined without a word.
  assert.deepEqual([report.likenesses, report.matched, report.lost], [[["m1", "m2"]], [], []]);
  const merged = await value(widget);
  // CMA was removed by them and left alone by us; nothing else is lost.
  assert.deepEqual(merged.actors.map(({ id }) => id).sort(), ["a1", "a3", "m1", "m2"]);
  await widget.evaluate((element) => element.undo());
  const { revision: _, ...undone } = await value(widget);
  const { revision: __, ...was } = before;
  assert.deepEqual(undone, was);
  await widget.evaluate((element) => element.flush());
  await reload();
  assert.deepEqual((await value(widget)).actors, before.actors);
});
