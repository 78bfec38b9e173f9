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

browserTest("no head and no figure of the qualification is cut, from 960 to 1600 px", {}, async ({ page, widget }) => {
  await open(widget, example("petit"), "qualification");
  await widget.locator(".qtable td.q").first().waitFor();
  const cut = () =>
    widget.evaluate((element) => {
      const cells = [...element.shadowRoot.querySelectorAll(".qtable :is(thead th, td.q), .qtable thead span")];
      const wide = cells.filter((cell) => cell.scrollWidth > cell.clientWidth && cell.clientWidth > 0);
      return { cells: cells.length, cut: wide.map((cell) => cell.textContent.trim()) };
    });
  for (const drawer of ["folded", "open"]) {
    if (drawer === "open") {
      await page.setViewportSize({ width: 1440, height: 800 });
      await widget.locator("#tdt-drawer-unfold").click();
    }
    for (let width = 960; width <= 1600; width += 20) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const found = await cut();
      assert.ok(found.cells > 60, `${found.cells} cells`);
      assert.deepEqual(found.cut, [], `${width} px, drawer ${drawer}`);
    }
  }
});

browserTest("territories stand under what contains them", {}, async ({ widget }) => {
  await open(widget, example("bassin"), "project");
  const starts = await widget
    .locator(".tree-name")
    .evaluateAll((names) => names.slice(0, 3).map((name) => Math.round(name.getBoundingClientRect().x)));
  assert.ok(starts[0] < starts[1] && starts[1] < starts[2], starts.join(", "));
});

browserTest("a point set aside is folded away, and a deletion and a download say what was done", {}, async ({ widget, download }) => {
  await open(widget, example("bassin"), "actors");
  const cards = widget.locator(".drawer-body > .finding");
  const before = await cards.count();
  await cards.first().getByRole("button", { name: "Écarter…" }).click();
  await widget.getByLabel("Raison").fill("Vu en comité");
  await widget.getByRole("button", { name: "Écarter", exact: true }).click();
  await widget.getByText("Écartés (1)").waitFor();
  assert.equal(await cards.count(), before - 1);
  assert.equal(await widget.locator(".asides[open]").count(), 0);

  const actor = JSON.parse(example("bassin")).actors[0].name;
  await widget.locator(".table tbody input[type=checkbox]").first().check();
  await widget.locator(".selbar").getByRole("button", { name: "Supprimer" }).click();
  await widget.locator(".toast").getByText(`Supprimé\u00a0: «\u00a0${actor}\u00a0»`).waitFor();

  const { name } = await download(async () => {
    await widget.getByRole("button", { name: "Exporter", exact: true }).click();
    await widget.locator("dialog .btn-primary").click();
  });
  await widget.locator(".toast").getByText(name).waitFor();
});

browserTest("read only, nothing invites to write", {}, async ({ widget }) => {
  await widget.evaluate((element) => element.setAttribute("mode", "view"));
  await widget.getByText("Lecture seule").waitFor();
  for (const words of ["Écrire suffit", "Choisir un fichier", "ligne suivante", "facultatif", "Entrée l’ajoute"]) {
    assert.equal(await widget.getByText(words).count(), 0, words);
  }
});
