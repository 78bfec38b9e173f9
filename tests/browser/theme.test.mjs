// Light and dark, as the page, the person or the system say; and browsers that lack what is recent in CSS.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTest } from "./support/browser-test.mjs";

// Of the tokens: `paper` and the kind of public authorities, in both themes.
const LIGHT = { paper: "rgb(255, 255, 255)", mark: "rgb(47, 74, 140)", scheme: /light/ };
const DARK = { paper: "rgb(29, 28, 25)", mark: "rgb(157, 178, 236)", scheme: /dark/ };

const dossier = {
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d-1",
  language: "fr",
  actors: [{ id: "a-1", name: "Région", kind: "publicAuthority" }],
};

const look = (page) =>
  page.locator("tour-de-table").evaluate((element) => {
    const style = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
    return { paper: style(".tdt").backgroundColor, mark: style(".k-publicAuthority").fill, scheme: style(".tdt").colorScheme };
  });

async function assertLook(page, wanted) {
  const { scheme, ...seen } = await look(page);
  const { scheme: allowed, ...colours } = wanted;
  assert.deepEqual(seen, colours);
  assert.match(scheme, allowed);
}

async function open(page, goto, attributes, root = "") {
  await goto("/hote.html", { html: `<tour-de-table ${attributes}></tour-de-table>` });
  await page.evaluate(
    async ([value, state]) => {
      if (state) document.documentElement.setAttribute("data-fr-theme", state);
      const element = document.querySelector("tour-de-table");
      await element.load(value);
      await element.goTo("actors");
    },
    [dossier, root],
  );
}

for (const [name, theme, attributes, state, wanted] of [
  ["a light system", "light", "", "", LIGHT],
  ["a dark system", "dark", "", "", DARK],
  ["an element said to be dark", "light", 'theme="dark"', "", DARK],
  ["an element said to be light", "dark", 'theme="light"', "", LIGHT],
  ["a State page switched to dark", "light", "", "dark", DARK],
  ["a State page switched to light", "dark", "", "light", LIGHT],
]) {
  browserTest(`the theme of ${name}`, { theme, open: false }, async ({ page, goto }) => {
    await open(page, goto, attributes, state);
    await assertLook(page, wanted);
  });
}

browserTest("the other theme than the one in sight is offered", { theme: "dark", open: false }, async ({ page, goto, widget }) => {
  await open(page, goto, "");
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "Thème clair" }).click();
  await assertLook(page, LIGHT);
});

browserTest("a person’s choice goes before everything but paper", { theme: "dark", open: false }, async ({ page, goto, widget }) => {
  await open(page, goto, 'theme="light"');
  await widget.getByRole("button", { name: "Autres actions" }).click();
  await widget.getByRole("button", { name: "Thème sombre" }).click();
  await assertLook(page, DARK);
  await page.emulateMedia({ media: "print" });
  const paper = await widget.evaluate((element) => getComputedStyle(element.shadowRoot.querySelector(".k-publicAuthority")).fill);
  assert.equal(paper, LIGHT.mark);
});

const sizes = {
  "html { font-size: 62.5%; }": "16px",
  "html, body { font-size: 10px; }": "16px",
  "* { font-size: 10px !important; }": "16px",
  "tour-de-table { --tdt-font-size: 18px; }": "18px",
  ":root { --tdt-font-size: 1.25rem; }": "20px",
};
for (const [rule, wanted] of Object.entries(sizes)) {
  browserTest(`the text of a page with ${rule} is ${wanted} tall here`, { open: false }, async ({ page, context, goto, widget }) => {
    await context.addInitScript((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, rule);
    await open(page, goto, "");
    const size = (selector) => widget.evaluate((element, one) => getComputedStyle(element.shadowRoot.querySelector(one)).fontSize, selector);
    assert.equal(await size(".tdt"), wanted);
    // What is smaller is so by a known share: 13 px where the text is 16.
    assert.equal(await size(".small"), `${(Number.parseFloat(wanted) * 13) / 16}px`);
  });
}

test("the stylesheet asks for no function that browsers of 2023 lack", () => {
  const sheet = readFileSync(new URL("../../pkg/styles.js", import.meta.url), "utf8");
  assert.doesNotMatch(sheet, /light-dark\(|@starting-style|@scope/);
});

for (const [width, narrow] of [[375, true], [1280, false]]) {
  browserTest(`without container queries, ${width} px wide`, { width, open: false }, async ({ page, context, goto, widget }) => {
    await context.addInitScript(() => {
      const { supports } = CSS;
      CSS.supports = (...condition) => !condition.join(":").includes("container") && supports.apply(CSS, condition);
    });
    await goto("/");
    const rules = await widget.evaluate((element) => [...element.shadowRoot.adoptedStyleSheets[0].cssRules].map((rule) => rule.constructor.name));
    assert.ok(!rules.includes("CSSContainerRule"));
    await widget.evaluate((element, value) => element.load(value), dossier);
    for (const step of ["project", "actors", "qualification", "roles", "summary"]) {
      await widget.evaluate((element, code) => element.goTo(code), step);
      assert.equal(await widget.locator(".rail").isVisible(), !narrow, step);
      assert.equal(await widget.locator(".stepbar").isVisible(), narrow, step);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0, `${step} is ${over} px too wide`);
    }
  });
}
