// The printable page and the network files, opened in a browser: nothing is loaded, nothing runs, all is accessible.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow } from "./support/hosts.mjs";

const one = "<tour-de-table></tour-de-table>";
const setting = { html: one, path: "/h.html", allow };
const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url)));
const bassin = read("../../src/vocabulary/examples/bassin.json");
const hostile = read("../fixtures/dossiers/valid/hostile-text.json");

/** The text of a format, as the element makes it. */
const made = async (widget, dossier, format) => {
  await widget.evaluate((element, dossier) => element.load(dossier), dossier);
  return widget.evaluate(async (element, format) => (await element.export(format)).text(), format);
};

/** Opens the page by itself, and gives what went wrong in it. */
const opened = async (page, words) => {
  const wrong = [];
  page.on("console", (message) => wrong.push(message.text()));
  page.on("dialog", (dialog) => (wrong.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => request.url().endsWith("/printed.html") || wrong.push(request.url()));
  await page.route("**/printed.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: words }));
  await page.goto(new URL("/printed.html", page.url()).href);
  return wrong;
};

browserTest("the printable page reads well on a wide and on a narrow screen", setting, async ({ page, widget }) => {
  const wrong = await opened(page, await made(widget, bassin, "html"));
  assert.equal(await page.title(), bassin.project.title);
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    assert.deepEqual(wrong, []);
  }
  // The page forbids scripts: the checker comes in through the browser, past its policy.
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await assertAccessible(page);
  const links = await page.locator("nav a").count();
  assert.ok(links > 30);
  await page.locator("nav a").nth(9).press("Enter");
  assert.match(page.url(), /#s\d+$/);
});

browserTest("on paper, chapters start a page and heads of tables repeat", setting, async ({ page, widget }) => {
  await opened(page, await made(widget, bassin, "html"));
  await page.emulateMedia({ media: "print" });
  const style = (selector, property) =>
    page.locator(selector).first().evaluate((node, property) => getComputedStyle(node)[property], property);
  assert.equal(await style("h2.chapter", "breakBefore"), "page");
  assert.equal(await style("thead", "display"), "table-header-group");
  assert.equal(await style("tbody tr", "breakInside"), "avoid");
  assert.equal(await style(".wide", "overflowX"), "visible");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const [, width, height] = pdf.toString("latin1").match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/);
  // A4 in points: 210 and 297 mm of 72/25.4.
  assert.ok(Math.abs(width - 595.3) < 1 && Math.abs(height - 841.9) < 1, `${width} × ${height}`);
});

browserTest("T3: hostile words stay words in the printable page and in the network files", setting, async ({ page, widget }) => {
  const files = {};
  for (const format of ["html", "gexf", "graphml"]) files[format] = await made(widget, hostile, format);
  const wrong = await opened(page, files.html);
  assert.deepEqual(wrong, []);
  const errors = await page.evaluate((files) => {
    const parsed = [files.gexf, files.graphml].map((words) => new DOMParser().parseFromString(words, "application/xml"));
    return parsed.map((tree) => tree.querySelectorAll("parsererror, script").length + (tree.querySelectorAll("node").length < 9));
  }, files);
  assert.deepEqual(errors, [0, 0]);
  const bad = await page.locator("script, img, iframe, object, embed, form, link, a:not([href^='#s'])").count();
  assert.equal(bad, 0);
});
