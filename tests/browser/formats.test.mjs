// The module of other tools' files: loaded on first use, never before, under the strict policy.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";
import { MODULE_OF_FORMATS as allow, dossier } from "./support/hosts.mjs";

const one = "<tour-de-table></tour-de-table>";
const given = { ...dossier("Métiers"), actors: [{ id: "a1", name: "CCI" }] };
const asked = (watch) => watch.requests.map((address) => new URL(address).pathname).filter((path) => path.startsWith("/exports"));

/** What the dossier above gives. */
const DIAGRAM = 'flowchart LR\n  accTitle: Métiers\n    n0["CCI"]\n';

/** The diagram as text, or the code of what went wrong. */
const diagram = (widget) =>
  widget.evaluate((element) =>
    element.export("mermaid").then(
      async (blob) => ({ type: blob.type, text: await blob.text() }),
      ({ code }) => ({ code }),
    ),
  );

browserTest("the element makes the file of another tool, and loads the module once for it", { html: one, path: "/h.html", allow }, async ({ widget, watch }) => {
  await widget.evaluate((element, dossier) => element.load(dossier), given);
  assert.deepEqual(asked(watch), []);
  for (let time = 0; time < 2; time += 1) {
    assert.deepEqual(await diagram(widget), { type: "text/vnd.mermaid", text: DIAGRAM });
  }
  assert.deepEqual(asked(watch).sort(), ["/exports-bindings.js", "/exports.js", "/exports.wasm"]);
  const code = await widget.evaluate((element) => element.export("gif").catch(({ code }) => code));
  assert.equal(code, "unknown-format");
});

for (const [name, broken] of [["exports.js", "404"], ["exports-bindings.js", "404"], ["exports.wasm", "404"], ["exports.wasm", "login"]]) {
  const setting = { html: one, path: "/h.html", allow: [...allow, /^console: Failed to load resource/] };
  browserTest(`${name} that cannot be had (${broken}) is said, and asking again works`, setting, async ({ page, widget }) => {
    await widget.evaluate((element, dossier) => element.load(dossier), given);
    await page.route(`**/${name}*`, (route) =>
      route.fulfill(broken === "404" ? { status: 404, body: "" } : { status: 200, contentType: "text/html", body: "<p>connexion</p>" }),
    );
    assert.deepEqual(await diagram(widget), { code: broken === "404" ? "load-failed" : "wasm-login-page" });
    await page.unroute(`**/${name}*`);
    assert.equal((await diagram(widget)).text, DIAGRAM);
    assert.equal(await widget.evaluate((element) => element.value.project.title), "Métiers");
  });
}

browserTest("a module of another build is refused, not called", { html: one, path: "/h.html", allow }, async ({ page, widget }) => {
  await widget.evaluate((element, dossier) => element.load(dossier), given);
  await page.route("**/exports-bindings.js*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/build = "\w+"/, 'build = "0"');
    await route.fulfill({ response, body });
  });
  assert.deepEqual(await diagram(widget), { code: "version-mismatch" });
});

browserTest("files speak the words of the page, and what was written in them comes back in its codes", { html: one, path: "/h.html", allow }, async ({ page, widget }) => {
  const lists = JSON.parse(readFileSync(new URL("../../www/exemples/vocabulaires/wallonie.json", import.meta.url), "utf8"));
  const label = lists.subkinds.publicAuthority.find(({ code }) => code === "ibefe").fr;
  await widget.evaluate((element, lists) => {
    element.vocabulary = lists;
    element.messages = { "documents.running": "Cahier du tour" };
  }, lists);
  const there = { ...given, actors: [{ id: "a1", name: "Bassin", kind: "publicAuthority", subkind: "ibefe" }] };
  await widget.evaluate((element, dossier) => element.load(dossier), there);
  const text = (format) => widget.evaluate(async (element, format) => (await element.export(format)).text(), format);
  const html = await text("html");
  assert.ok(html.includes(label) && html.includes("Cahier du tour"));
  const csv = await text("csv");
  assert.ok(csv.includes(label));
  await widget.evaluate((element) => element.reset());
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await widget.locator("#tdt-import-file").setInputFiles({ name: "acteurs.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Ouvrir ce dossier" }).click();
  assert.deepEqual(await widget.evaluate((element) => element.value.actors.map(({ id, kind, subkind }) => [id, kind, subkind])), [["a1", "publicAuthority", "ibefe"]]);
});
