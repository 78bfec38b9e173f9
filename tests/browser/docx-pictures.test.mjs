// The document for word processors, with its pictures: drawn by the page, under its policy, and from a disk.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow } from "./support/hosts.mjs";
import { unzip } from "./support/zip.mjs";

const bassin = JSON.parse(readFileSync(new URL("../../src/vocabulary/examples/bassin.json", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "tdt-"));
copyFileSync(new URL("../../pkg/autonome.html", import.meta.url), join(folder, "autonome.html"));
after(() => rmSync(folder, { recursive: true }));

/** The document as the element makes it. */
async function made(widget, settings) {
  const bytes = await widget.evaluate(async (element, settings) => {
    const blob = await element.export("docx", settings);
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, settings);
  return Buffer.from(bytes);
}

/** Each picture: name, size on the page in pixels, points, and how many of a few of its points are not white. */
async function pictures(page, bytes) {
  const files = unzip(bytes);
  const body = files.get("word/document.xml").toString();
  const relations = files.get("word/_rels/document.xml.rels")?.toString() ?? "";
  const found = [];
  for (const [drawing] of body.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)) {
    const [, cx, cy] = drawing.match(/<wp:extent cx="(\d+)" cy="(\d+)"/);
    const [, name, alt] = drawing.match(/<wp:docPr id="\d+" name="([^"]*)" descr="([^"]*)"/);
    const id = drawing.match(/r:embed="([^"]*)"/)[1];
    const target = relations.match(new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`))[1];
    const png = files.get(`word/${target}`);
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    // Read by the browser, elsewhere: nothing of it is damaged, and something is drawn.
    const context = await page.context().browser().newContext();
    const blank = await context.newPage();
    const [width, height, inked] = await blank.evaluate(async (data) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(data)], { type: "image/png" }));
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
      pen.drawImage(image, 0, 0);
      const points = pen.getImageData(0, 0, image.width, image.height).data;
      let inked = 0;
      let clear = 0;
      for (let at = 0; at < points.length; at += 4) {
        if (points[at + 3] < 255) clear += 1;
        if (Math.min(points[at], points[at + 1], points[at + 2]) < 200) inked += 1;
      }
      return [image.width, image.height, clear === 0 ? inked / (points.length / 4) : -1];
    }, [...png]);
    await context.close();
    found.push({ name, alt, size: [cx / 9525, cy / 9525], points: [width, height], inked, png });
  }
  return found;
}

function assertDrawn(found) {
  for (const { name, alt, size, points, inked } of found) {
    assert.ok(inked > 0.01, `${name}: ${inked}`);
    assert.match(alt, /Le tableau voisin dit la même chose\.$/);
    // Twice as fine as it is shown, give or take what fits it to the page, and never stretched.
    assert.ok(points[0] / size[0] > 1.9 && points[0] / size[0] < 3, `${name}: ${points} on ${size}`);
    assert.ok(Math.abs(points[0] / points[1] - size[0] / size[1]) < 0.01, name);
  }
}

const titles = (found) => found.map(({ name }) => name.replaceAll(/[\u00a0\u202f]/g, " "));
const screenshots = new URL("../../target/screenshots/", import.meta.url);

browserTest("the document holds each picture beside its table, under the strict policy", { html: "<tour-de-table></tour-de-table>", path: "/h.html", allow }, async ({ page, widget }) => {
  await widget.evaluate((element, dossier) => element.load(dossier), bassin);
  const found = await pictures(page, await made(widget));
  assert.deepEqual(titles(found).slice(0, 3), ["Qui travaille avec qui", "Influence et intérêt", "Premier groupe et vagues"]);
  // Then each body whose voting seats all say their votes.
  const seated = ({ seats = [] }) => seats.filter(({ expert, alternateOf }) => !expert && !alternateOf);
  const shown = bassin.bodies.filter((body) => seated(body).length > 0 && seated(body).every(({ votes }) => votes !== undefined));
  assert.deepEqual(titles(found).slice(3), shown.map(({ title }) => title));
  assertDrawn(found);
  found.forEach(({ png }, rank) => writeFileSync(new URL(`docx-${rank}.png`, screenshots), png));
  // The same dossier gives the same file.
  assert.deepEqual(await made(widget), await made(widget));

  // What is public says nobody's judgement: no map, and no picture that the reduced dossier does not hold.
  const open = await pictures(page, await made(widget, { privacy: "public" }));
  assert.ok(!titles(open).includes("Influence et intérêt"));
  assert.ok(titles(open).includes("Qui travaille avec qui"));
  assertDrawn(open);
});

browserTest("a page whose policy lets no picture be drawn gets the document without", { html: "<tour-de-table></tour-de-table>", path: "/h.html", allow }, async ({ page, widget }) => {
  await widget.evaluate((element, dossier) => element.load(dossier), bassin);
  await page.evaluate(() => { HTMLCanvasElement.prototype.toBlob = function (done) { done(null); }; });
  assert.deepEqual(await pictures(page, await made(widget)), []);
  await page.evaluate(() => { HTMLCanvasElement.prototype.getContext = () => null; });
  const body = unzip(await made(widget)).get("word/document.xml").toString();
  assert.ok(body.includes("Qui travaille avec qui") && !body.includes("tableau voisin"));
});

browserTest("from a disk, a person downloads the document with its pictures", { path: pathToFileURL(join(folder, "autonome.html")).href, allow: [] }, async ({ page, widget }) => {
  await widget.evaluate((element, dossier) => element.load(dossier), bassin);
  await page.getByRole("button", { name: "Exporter" }).first().click();
  await widget.locator("#tdt-out-docx").check();
  await widget.locator("#tdt-out-complete").check();
  const [file] = await Promise.all([page.waitForEvent("download"), widget.locator("dialog[open] .btn-primary").click()]);
  const found = await pictures(page, readFileSync(await file.path()));
  assert.ok(found.length >= 4, `${titles(found)}`);
  assertDrawn(found);
});
