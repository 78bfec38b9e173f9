// Paper: the role table and the summary print alone, wherever the widget stands.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";

const example = readFileSync(new URL("../../src/vocabulary/examples/petit.json", import.meta.url), "utf8");
const HOST = "Intranet de la collectivité";

/** Keeps each window that is printed, in place of the dialog that nobody would close. */
const keepPrinted = (context) =>
  context.addInitScript(() => {
    window.print = () => (globalThis.top.printed ??= []).push(window);
  });

/** The frame that was printed last: what it holds, and how it is laid out on paper. */
async function printed(page) {
  // What is printed is what that medium shows.
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => {
    const view = globalThis.printed?.at(-1);
    if (!view) return undefined;
    const root = view.document.body.firstElementChild?.shadowRoot;
    const shown = [...(root ?? view.document.body).children].map((child) => child.innerText).join("\n");
    return {
      times: globalThis.printed.length,
      own: view !== globalThis.window,
      title: view.document.title,
      lang: view.document.documentElement.lang,
      text: `${view.document.body.innerText}\n${shown}`,
    };
  });
  await page.emulateMedia({ media: "screen" });
  return seen;
}

const openSummary = (page, selector = "tour-de-table") =>
  page.locator(selector).evaluate(async (element, text) => {
    await element.load(text);
    await element.goTo("summary");
  }, example);

async function printRoles(widget, actor) {
  await widget.getByRole("button", { name: "Imprimer le tableau", exact: true }).click();
  const dialog = widget.getByRole("dialog");
  if (actor) await dialog.getByRole("combobox").selectOption({ label: actor });
  await dialog.getByRole("button", { name: "Imprimer", exact: true }).click();
}

const waitForPrint = (page, times = 1) => page.waitForFunction((n) => globalThis.printed?.length === n, times);

for (const [where, html] of [
  ["in a host page", `<h1>${HOST}</h1><tour-de-table></tour-de-table><p>${HOST}</p>`],
  ["on the stand-alone page", undefined],
]) {
  browserTest(`the role table prints alone ${where}`, { open: false }, async ({ page, context, widget, goto }) => {
    await keepPrinted(context);
    await goto(html ? "/hote.html" : "/", { html });
    await openSummary(page);
    await printRoles(widget);
    await waitForPrint(page);
    const whole = await printed(page);
    assert.ok(whole.own, "the window of the page was printed");
    assert.equal(whole.lang, "fr");
    assert.match(whole.title, /^Rôle et fonction des partenaires · /);
    assert.match(whole.text, /Conditions d’exercice/);
    assert.match(whole.text, /CCI du bassin de Montaval/);
    assert.doesNotMatch(whole.text, new RegExp(`${HOST}|Fermer|Tous les acteurs`));
  });
}

browserTest("the role table of one actor, then the summary", { open: false }, async ({ page, context, widget, goto }) => {
  await keepPrinted(context);
  await goto("/hote.html", { html: `<h1>${HOST}</h1><tour-de-table></tour-de-table>` });
  await openSummary(page);
  await printRoles(widget, "CCI du bassin de Montaval");
  await waitForPrint(page);
  const one = await printed(page);
  assert.match(one.text, /CCI du bassin de Montaval/);
  assert.doesNotMatch(one.text, /Collectif des saisonniers/);
  await widget.getByRole("dialog").getByRole("button", { name: "Fermer" }).first().click();
  await widget.getByRole("button", { name: "Imprimer la synthèse" }).click();
  await waitForPrint(page, 2);
  // The focus is where it was, and the keyboard never enters what was printed.
  const focus = () => widget.evaluate(({ shadowRoot: { activeElement } }) => activeElement && `${activeElement.localName} ${activeElement.innerText.trim()}`);
  assert.equal(await focus(), "button Imprimer la synthèse");
  const stops = [];
  do {
    await page.keyboard.press("Tab");
    stops.push(await focus());
  } while (stops.at(-1) && stops.length < 60);
  assert.equal(stops.at(-1), null, "the keyboard leaves the widget");
  assert.deepEqual(stops.filter((stop) => stop?.startsWith("iframe")), []);
  const summary = await printed(page);
  assert.ok(summary.own);
  assert.match(summary.text, /Collectif des saisonniers/);
  assert.match(summary.text, /Points de vigilance/);
  assert.doesNotMatch(summary.text, new RegExp(HOST));
  assert.equal(await page.locator("tour-de-table iframe").count(), 1, "the frame of the first time is gone");
});

// The page counts as loaded before the widget of its frame is.
const inFrame = { open: false, allow: [/^late request: GET [^ ]*\/screens\.wasm$/] };
browserTest("in a frame of a host page too", inFrame, async ({ page, context, goto }) => {
  await keepPrinted(context);
  // The policy of the stand-alone page lets it show no frame with an address: this host page has none.
  const body = `<!doctype html><meta charset="utf-8"><title>${HOST}</title><h1>${HOST}</h1><iframe width="1200" height="700" src="/?cadre"></iframe>`;
  await page.route("**/cadre.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await goto("/cadre.html");
  const frame = page.frame({ url: /\?cadre/ });
  await frame.locator("tour-de-table").evaluate(async (element, text) => {
    await customElements.whenDefined("tour-de-table");
    await element.ready;
    await element.load(text);
    await element.goTo("summary");
  }, example);
  await printRoles(frame.locator("tour-de-table"));
  await waitForPrint(page);
  const whole = await printed(page);
  assert.ok(whole.own);
  assert.match(whole.text, /Conditions d’exercice/);
  assert.doesNotMatch(whole.text, new RegExp(HOST));
});

browserTest("on paper: A4, light, heads repeated, several pages", { theme: "dark", open: false }, async ({ page, context, widget, goto }) => {
  await keepPrinted(context);
  await goto("/");
  await openSummary(page);
  await printRoles(widget);
  await waitForPrint(page);
  // The debugger prints whole pages: the printed document, rule by rule and node by node, as a page of its own.
  const [paper] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate(() => {
      const source = globalThis.printed[0].document;
      const view = window.open("", "_blank");
      const dressed = (sheet) => {
        const copy = new view.CSSStyleSheet();
        copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
        return copy;
      };
      view.document.adoptedStyleSheets = source.adoptedStyleSheets.map(dressed);
      const host = view.document.importNode(source.body.firstElementChild, false);
      const root = host.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = source.body.firstElementChild.shadowRoot.adoptedStyleSheets.map(dressed);
      for (const child of source.body.firstElementChild.shadowRoot.children) root.append(view.document.importNode(child, true));
      view.document.body.append(host);
    }),
  ]);
  await paper.emulateMedia({ media: "print" });
  const look = await paper.evaluate(() => {
    const root = document.body.firstElementChild.shadowRoot;
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    return { head: style(".sp-table thead").display, ink: style(".sp-title").color, size: style(".sp-table").fontSize };
  });
  assert.deepEqual(look, { head: "table-header-group", ink: "rgb(30, 28, 25)", size: "12.5008px" });
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
  // A4 is 210 × 297 mm, in points of 1/72 inch: 595.28 × 841.89.
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  assert.ok(Math.abs(width - 595.28) < 1 && Math.abs(height - 841.89) < 1, `${width} × ${height}`);
  assert.ok(pdf.match(/\/Type \/Page\b(?!s)/g).length >= 2);
});

browserTest("where a frame cannot be had, the widget shows the part alone", { open: false }, async ({ page, context, widget, goto }) => {
  await context.addInitScript(() => {
    window.print = () => {
      const part = document.querySelector("tour-de-table").shadowRoot.querySelector(".tdt");
      globalThis.alone = part.getAttribute("data-print");
    };
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get: () => null });
  });
  await goto("/");
  await openSummary(page);
  await printRoles(widget);
  await page.waitForFunction(() => globalThis.alone !== undefined);
  assert.equal(await page.evaluate(() => globalThis.alone), "roles");
  assert.equal(await page.locator("tour-de-table iframe").count(), 0);
});
