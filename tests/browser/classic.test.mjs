// `loader.js`, for pages that can only name a classic script: all code in one file, which one `integrity` covers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, listen, seen, title, type } from "./support/hosts.mjs";

const integrity = JSON.parse(readFileSync(new URL("../../pkg/integrity.json", import.meta.url), "utf8"));

/** Opens a page of the site with `head` and `body`, under the site's own policy. */
async function open({ page, server }, body, { head = "", headers = (given) => given } = {}) {
  const address = new URL("/h.html", server.address).href;
  await page.addInitScript(() => {
    globalThis.errors = [];
    document.addEventListener("tdt-error", ({ detail }) => globalThis.errors.push(detail));
  });
  await page.route(address, async (route) => {
    const response = await route.fetch({ url: server.address });
    const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Hôte</title>${head}</head><body>${body}</body></html>`;
    await route.fulfill({ response, headers: headers(response.headers()), body: html });
  });
  await page.goto(address);
}
const tag = (attributes = "") => `<script src="/loader.js"${attributes}></script>`;
const sealed = tag(` integrity="${integrity["loader.js"].sha384}"`);
const two = `<tour-de-table id="a"></tour-de-table><tour-de-table id="b"></tour-de-table>`;

for (const [where, head, body] of [
  ["in the head", tag(), two],
  ["at the end of the body", "", two + tag()],
  ["twice, as two portlets of a page would", "", `${tag()}<tour-de-table id="a"></tour-de-table>${tag()}<tour-de-table id="b"></tour-de-table>`],
  ["with defer, sealed", sealed.replace("<script", "<script defer"), two],
]) {
  browserTest(`the loader ${where} serves several elements`, { open: false }, async (tools) => {
    const { page, watch } = tools;
    await open(tools, body, { head });
    await tools.ready();
    await type(page.locator("#a"), "Celui de A");
    await type(page.locator("#b"), "Celui de B");
    assert.equal(await title(page.locator("#a")), "Celui de A");
    assert.equal(await title(page.locator("#b")), "Celui de B");
    const asked = [...new Set(watch.requests.map((address) => new URL(address).pathname))].sort();
    assert.deepEqual(asked, ["/h.html", "/loader.js", "/screens.wasm", "/tour-de-table.wasm"]);
  });
}

browserTest("a script of the page that adds the loader later finds its files", { open: false }, async (tools) => {
  const { page, server } = tools;
  await page.route("**/outils/tdt/*", (route) => route.continue({ url: new URL(route.request().url().split("/").pop(), server.address).href }));
  // A page of a portal adds scripts by their address: no policy on that.
  const headers = (given) => ({ ...given, "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" });
  await open(tools, two, { headers });
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.src = "/outils/tdt/loader.js";
    document.head.append(script);
  });
  await tools.ready();
  await type(page.locator("#a"), "Ajouté");
  assert.equal(await title(page.locator("#a")), "Ajouté");
  assert.ok(tools.watch.requests.some((address) => address.endsWith("/outils/tdt/screens.wasm")));
});

const tampered = async (route) => {
  const response = await route.fetch();
  const body = Buffer.from(await response.body());
  // A custom section at the end: a module that still compiles and does the same, but is not the published one.
  await route.fulfill({ response, body: Buffer.concat([body, Buffer.from([0, 3, 1, 0x78, 0])]) });
};

for (const part of ["tour-de-table.wasm", "screens.wasm"]) {
  browserTest(`sealed, a ${part} that was changed is refused, and the right one is taken on retry`, { open: false, allow: [/./] }, async (tools) => {
    const { page, widget } = tools;
    let mended = false;
    await page.route(`**/${part}`, (route) => (mended ? route.continue() : tampered(route)));
    await open(tools, `<tour-de-table></tour-de-table>${sealed}`);
    const panel = widget.locator(`[role=alert][data-code="integrity-failed"]`);
    await panel.waitFor();
    assert.match(await panel.innerText(), /empreinte/);
    assert.match(await panel.textContent(), new RegExp(part.replace(".", "\\.")), "names the file");
    const [fault] = await page.evaluate(() => globalThis.errors);
    assert.deepEqual([fault.code, fault.recoverable], ["integrity-failed", part === "screens.wasm"]);
    mended = true;
    await panel.getByRole("button", { name: "Réessayer" }).click();
    await tools.ready();
    await type(widget, "Le bon fichier");
    assert.equal(await title(widget), "Le bon fichier");
  });
}

browserTest("sealed, a loader that was changed does not run at all", { open: false, allow: [/integrity|digest/i] }, async (tools) => {
  const { page } = tools;
  await page.route("**/loader.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n// changed` });
  });
  await open(tools, `<tour-de-table></tour-de-table>${sealed}`);
  await page.waitForLoadState("load");
  assert.equal(await page.evaluate(() => customElements.get("tour-de-table") === undefined), true);
});

browserTest("sealed, other troubles keep their own names", { open: false, allow: [/./] }, async (tools) => {
  const { page, widget } = tools;
  await page.route("**/tour-de-table.wasm", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>Connexion</title>" }));
  await open(tools, `<tour-de-table></tour-de-table>${sealed}`);
  await widget.locator(`[role=alert][data-code="wasm-login-page"]`).waitFor();
  await page.unroute("**/tour-de-table.wasm");
  await page.route("**/tour-de-table.wasm", (route) => route.fulfill({ status: 404 }));
  await widget.getByRole("button", { name: "Réessayer" }).click();
  await page.waitForFunction(() => globalThis.errors.length === 2);
  assert.equal((await page.evaluate(() => globalThis.errors))[1].code, "load-failed");
});

browserTest("the loader heals as the module does", { open: false, allow: [/unreachable|RuntimeError/] }, async (tools) => {
  const { page } = tools;
  const a = page.locator("#a");
  await open(tools, `${two}${tag()}`);
  await tools.ready();
  await listen(page);
  await type(a, "Sauvé");
  await eventually(async () => (await seen(page, "change")).length, 1);
  // The glue is inside the loader: a trap of ours, as a stack that overflows would be.
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    error.stack = "at tour-de-table.wasm:1";
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await eventually(async () => (await seen(page, "error")).map(({ detail }) => [detail.code, detail.recoverable]), [["panic", true], ["panic", true]]);
  await tools.ready();
  assert.equal(await title(a), "Sauvé");
  await type(a, "Et au travail");
  assert.equal(await title(a), "Et au travail");
});
