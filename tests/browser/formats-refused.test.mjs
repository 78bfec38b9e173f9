// A policy or a server that lets the first view through and refuses the module of formats: what people read, what the
// page is told, what still works.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, listen, seen, title } from "./support/hosts.mjs";

const given = { ...dossier("Rien ne se perd"), actors: [{ id: "a1", name: "CCI" }] };
const CSV = Buffer.from("Nom;Famille\nMairie;Pouvoirs publics\n");
const scripts = readdirSync(new URL("../../pkg/", import.meta.url)).filter((name) => name.endsWith(".js") && !name.startsWith("exports"));

/** The policy of the site, with `'self'` in a directive as the files of the first view alone. */
const only = (directive, files) => (policy, origin) => {
  const listed = files.map((name) => new URL(name, origin).href).join(" ");
  assert.match(policy, new RegExp(`${directive} 'self'`));
  return policy.replace(`${directive} 'self'`, `${directive} ${listed}`).replace(/report-uri[^;]*/, "");
};
const answer = (pattern, response) => (page) => page.route(pattern, (route) => route.fulfill(response));

const refused = {
  "script-src without the module": {
    code: "script-csp", advice: /directive script-src/, policy: only("script-src", scripts),
  },
  "connect-src without its wasm": {
    code: "connect-csp", advice: /directive connect-src/, policy: only("connect-src", ["tour-de-table.wasm", "screens.wasm"]),
  },
  "exports.js that is not there": {
    code: "load-failed", advice: /Vérifier que tous les fichiers sont publiés/, prepare: answer("**/exports.js*", { status: 404, body: "" }),
  },
  "exports.js announced as text": {
    code: "load-failed", advice: /Vérifier que tous les fichiers sont publiés/, prepare: answer("**/exports.js*", { contentType: "text/plain", body: "export const x = 1" }),
  },
  "a login page in place of exports-bindings.js": {
    code: "wasm-login-page", advice: /Se reconnecter/, prepare: answer("**/exports-bindings.js*", { contentType: "text/html", body: "<p>connexion</p>" }),
  },
};

/** Opens a page under a policy of its own. */
async function open({ page, server, ready }, { policy = (given) => given, prepare }) {
  const address = new URL("/h.html", server.address).href;
  await page.route(address, async (route) => {
    const model = await route.fetch({ url: server.address });
    const body = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page hôte</title>
<script type="module" src="/tour-de-table.js"></script></head><body><tour-de-table></tour-de-table></body></html>`;
    const headers = model.headers();
    headers["content-security-policy"] = policy(headers["content-security-policy"], server.address);
    await route.fulfill({ response: model, headers, body });
  });
  await prepare?.(page);
  await page.goto(address);
  await ready();
}

for (const [cause, { code, advice, ...setting }] of Object.entries(refused)) {
  browserTest(`${cause}: people read what to do, the page is told, nothing is lost`, { open: false, allow: [/./] }, async (tools) => {
    const { page, widget } = tools;
    await open(tools, setting);
    await listen(page);
    await widget.evaluate((element, content) => element.load(content), given);
    const before = await widget.evaluate((element) => element.value);

    await widget.getByRole("button", { name: "Importer", exact: true }).click();
    await widget.locator("#tdt-import-file").setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: CSV });
    const told = widget.getByRole("alert").filter({ hasText: "Rien n’est perdu" });
    await told.waitFor();
    assert.match(await told.textContent(), advice);
    await assertAccessible(page);
    await page.keyboard.press("Escape");

    await widget.getByRole("button", { name: "Exporter", exact: true }).click();
    await widget.locator("#tdt-out-docx").check();
    await widget.locator("dialog[open] .btn-primary").click();
    const failed = widget.getByRole("alert").filter({ hasText: "le dossier complet (.json) peut toujours être téléchargé" });
    await failed.waitFor();
    assert.match(await failed.textContent(), advice);

    // As the sentence says.
    await widget.locator("#tdt-out-json").check();
    const { text } = await tools.download(() => widget.locator("dialog[open] .btn-primary").click());
    assert.equal(JSON.parse(text).project.title, "Rien ne se perd");
    assert.deepEqual(await widget.evaluate((element) => element.value), before);
    assert.equal(await title(widget), "Rien ne se perd");
    const errors = (await seen(page, "error")).map(({ detail }) => [detail.code, detail.recoverable]);
    assert.deepEqual([...new Set(errors.map(String))], [`${code},true`]);
    assert.equal(await widget.evaluate((element) => element.export("mermaid").catch((error) => error.code)), code);
  });
}

browserTest("exports.wasm announced as text is read all the same", { open: false, allow: [/./] }, async (tools) => {
  const { page, widget } = tools;
  await open(tools, {
    prepare: (page) => page.route("**/exports.wasm*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
    }),
  });
  await widget.evaluate((element, content) => element.load(content), given);
  await eventually(() => widget.evaluate(async (element) => (await element.export("mermaid")).size > 0), true);
  await page.close();
});
