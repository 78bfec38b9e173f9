// Nothing that a person needs is cut or out of sight, narrow or wide.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";

const example = (name) => readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url), "utf8");

const open = (widget, text, step) =>
  widget.evaluate(
    async (element, [dossier, code]) => {
      await element.load(dossier);
      await element.goTo(code);
    },
    [text, step],
  );

for (const width of [375, 800, 1280, 1920]) {
  browserTest(`at ${width} px the menu opens in sight, and every title of the project is whole`, { width }, async ({ page, widget }) => {
    await open(widget, example("bassin"), "project");
    await widget.getByRole("button", { name: "Autres actions" }).click();
    const menu = await widget.locator(".menu").boundingBox();
    assert.ok(menu.x >= 0 && menu.x + menu.width <= width, `${menu.x} + ${menu.width}`);
    await page.keyboard.press("Escape");
    const cut = await widget.locator(".line-input").evaluateAll((fields) =>
      fields
        // Half a pixel is lost to rounding.
        .filter((field) => field.scrollWidth > field.clientWidth + 1 || field.scrollHeight > field.clientHeight + 1)
        .map((field) => field.value),
    );
    assert.deepEqual(cut, []);
    assert.ok((await widget.locator(".line-input").count()) > 20);
  });
}

browserTest("a title grows while it is written, and a pasted line break is a space", {}, async ({ page, widget }) => {
  await open(widget, example("petit"), "project");
  const field = widget.locator(".line-input").first();
  const before = await field.boundingBox();
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.insertText(" et bien d’autres mots encore, qui ne tiennent plus sur une seule ligne\nni sur deux");
  await page.waitForTimeout(100);
  const after = await field.boundingBox();
  assert.ok(after.height > before.height, `${before.height} then ${after.height}`);
  const title = await widget.evaluate((element) => element.value.objectives[0].title);
  assert.match(title, /une seule ligne ni sur deux$/);
});

browserTest("what a choice opens under a long board comes into view", { height: 700 }, async ({ page, widget }) => {
  await open(widget, example("soixante"), "roles");
  await widget.locator(".role-vacant").first().click();
  await widget.locator(".compare").waitFor();
  await page.waitForFunction(() => {
    const table = document.querySelector("tour-de-table").shadowRoot.querySelector(".compare");
    return table.getBoundingClientRect().top < innerHeight - 100;
  });
});
