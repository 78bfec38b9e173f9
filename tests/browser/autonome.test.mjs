// `autonome.html`: one file, opened from a disk, that asks for nothing.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const source = new URL("../../pkg/autonome.html", import.meta.url);
// A folder of its own: nothing stands beside the file, as on a key that someone sent.
const folder = mkdtempSync(join(tmpdir(), "tdt-"));
const file = join(folder, "autonome.html");
copyFileSync(source, file);
const address = pathToFileURL(file).href;
after(() => rmSync(folder, { recursive: true }));

const setting = { path: address, allow: [] };
const alone = (watch) => assert.deepEqual([...new Set(watch.requests)], [address], "asked for something else than itself");

browserTest("opened from a disk, a partnership is begun, kept, exported and read again", setting, async ({ page, widget, watch, reload, download }) => {
  await type(widget, "Sur une clé");
  await widget.evaluate((element) => element.goTo("actors"));
  const entry = widget.locator("[data-entry]").first();
  for (const name of ["Région Grand Est", "Maison de l’emploi"]) {
    await entry.fill(name);
    await entry.press("Enter");
  }
  await eventually(() => widget.evaluate((element) => element.value.actors.map(({ name }) => name)), ["Région Grand Est", "Maison de l’emploi"]);
  for (const step of ["qualification", "coherence", "roles", "governance", "summary"]) await widget.evaluate((element, code) => element.goTo(code), step);
  await widget.evaluate((element) => element.flush());
  await reload();
  assert.equal(await title(widget), "Sur une clé", "kept by the browser");
  assert.equal(await page.title(), "Sur une clé · Tour de table");

  const blob = await widget.evaluate(async (element) => (await element.export("json")).text());
  const exported = join(folder, "dossier.json");
  writeFileSync(exported, blob);
  await widget.evaluate((element) => element.reset());
  assert.equal(await title(widget), "");
  await page.getByRole("button", { name: "Importer" }).first().click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), widget.locator("dialog[open]").getByRole("button", { name: /[Cc]hoisir|[Ff]ichier/ }).first().click()]);
  await chooser.setFiles(exported);
  await widget.locator("dialog[open] .btn-primary").click();
  await eventually(() => title(widget), "Sur une clé");
  alone(watch);
});

browserTest("what a person exports is a file", setting, async ({ page, widget, watch, download }) => {
  await type(widget, "À emporter");
  const saved = await download(async () => {
    await page.getByRole("button", { name: "Exporter" }).first().click();
    await widget.locator("dialog[open] .btn-primary").click();
  });
  assert.equal(JSON.parse(saved.text).project.title, "À emporter");
  const diagram = await widget.evaluate(async (element) => (await element.export("mermaid")).text());
  assert.match(diagram, /^flowchart/, "the files of other tools are in the file too");
  alone(watch);
});

browserTest("it prints a part alone", { ...setting, open: false }, async ({ page, widget, watch, goto }) => {
  await page.addInitScript(() => {
    window.print = () => (globalThis.top.printed ??= []).push(window === globalThis.top ? "page" : document.body.children.length);
  });
  await goto(address);
  const example = readFileSync(new URL("../../src/vocabulary/examples/petit.json", import.meta.url), "utf8");
  await widget.evaluate((element, text) => element.load(text).then(() => element.goTo("summary")), example);
  await widget.getByRole("button", { name: "Imprimer le tableau", exact: true }).click();
  await widget.getByRole("dialog").getByRole("button", { name: "Imprimer", exact: true }).click();
  await page.waitForFunction(() => globalThis.printed?.length === 1);
  assert.deepEqual(await page.evaluate(() => globalThis.printed), [1], "the frame that holds the part, not the page");
  alone(watch);
});

browserTest("where the browser keeps nothing, it works and says so", { ...setting, open: false }, async ({ page, widget, watch, goto }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await goto(address);
  await type(widget, "Sans mémoire");
  assert.equal(await title(widget), "Sans mémoire");
  await widget.locator(".banner").first().waitFor();
  alone(watch);
});

test("the file names nothing outside itself, and its policy would forbid it", () => {
  const text = readFileSync(source, "utf8");
  assert.match(text, /default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; img-src blob:/);
  assert.doesNotMatch(text.replaceAll(/<script[\s\S]*?<\/script>/g, ""), /\b(src|href)=/);
  for (const part of ["tour-de-table.wasm", "screens.wasm", "exports.wasm"]) assert.ok(text.includes(`data-file="${part}"`), part);
});
