// What people and administrators see where the widget cannot start, and that it starts once the cause is gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { browserTest } from "./support/browser-test.mjs";

const html = `<tour-de-table></tour-de-table>`;
const login = { status: 200, contentType: "text/html", body: "<!doctype html><title>Connexion</title>" };
/** The first code that the element of `page` reports. */
const code = (page) =>
  page.evaluate(async () => {
    while (!globalThis.errors?.length) await new Promise((resolve) => setTimeout(resolve, 20));
    return globalThis.errors[0];
  });
const keepErrors = (page) =>
  page.addInitScript(() => {
    globalThis.errors = [];
    document.addEventListener("tdt-error", ({ detail }) => globalThis.errors.push(detail));
  });
/** Opens a page without waiting for its widget, which will not come. */
async function open({ page, server }, { headers = (given) => given } = {}) {
  const address = new URL("/h.html", server.address).href;
  await keepErrors(page);
  await page.route(address, async (route) => {
    const model = await route.fetch({ url: server.address });
    const body = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page hôte</title>
<script type="module" src="/tour-de-table.js"></script></head><body>${html}</body></html>`;
    await route.fulfill({ response: model, headers: headers(model.headers()), body });
  });
  await page.goto(address);
}
const policy = (from, to) => (headers) => ({
  ...headers,
  "content-security-policy": headers["content-security-policy"].replace(from, to).replace(/report-uri[^;]*/, ""),
});

const refused = {
  "a login page in place of the wasm": ["wasm-login-page", ({ page }) => page.route("**/tour-de-table.wasm", (route) => route.fulfill(login))],
  "a login page in place of the glue": ["wasm-login-page", ({ page }) => page.route("**/bindings.js*", (route) => route.fulfill(login))],
  "a wasm that is not there": ["load-failed", ({ page }) => page.route("**/tour-de-table.wasm", (route) => route.fulfill({ status: 404, contentType: "text/plain" }))],
  "a wasm cut short": ["load-failed", ({ page }) => page.route("**/tour-de-table.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" }))],
  "a network that fails": ["load-failed", ({ page }) => page.route("**/tour-de-table.wasm", (route) => route.abort())],
  "a wasm of another build": ["version-mismatch", ({ page }) => page.route("**/tour-de-table.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: foreign() }))],
  "a class of another version": ["version-mismatch", ({ page }) => page.route("**/engine.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/"\d+\.\d+\.\d+"/, '"0.0.0"') });
  })],
  "WebAssembly switched off": ["wasm-disabled", ({ page }) => page.addInitScript(() => delete globalThis.WebAssembly)],
};

/** A module that wants a function the glue does not have. */
function foreign() {
  const text = (word) => [word.length, ...Buffer.from(word)];
  const imported = [1, ...text("wbg"), ...text("absent"), 0, 0];
  return Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, imported.length, ...imported]);
}

for (const [cause, [expected, prepare]] of Object.entries(refused)) {
  browserTest(`${cause}: ${expected}`, { open: false, allow: [/./] }, async (tools) => {
    await prepare(tools);
    await open(tools);
    const fault = await code(tools.page);
    assert.deepEqual([fault.code, fault.recoverable], [expected, false], fault.message);
    const panel = tools.widget.locator(`[role=alert][data-code="${expected}"]`);
    await panel.waitFor();
    assert.match(await panel.innerText(), /administration du site/);
    assert.equal(await panel.getByRole("button").count(), 1);
    const rejected = await tools.widget.evaluate(async (element) => Promise.race([element.ready.then(() => "ready"), "waiting"]));
    assert.equal(rejected, "waiting", "a new attempt has a promise of its own");
  });
}

// Every script of the first load but the glue.
const listed = JSON.parse(readFileSync(new URL("../../pkg/integrity.json", import.meta.url), "utf8"));
const scripts = Object.keys(listed).filter((name) => listed[name].firstLoad && name.endsWith(".js") && name !== "bindings.js");
const policies = {
  "wasm-csp": policy(" 'wasm-unsafe-eval'", ""),
  "connect-csp": policy("connect-src 'self'", "connect-src 'none'"),
  "script-csp": policy("script-src 'self'", `script-src ${scripts.map((name) => `http://127.0.0.1:*/${name}`).join(" ")}`),
};
for (const [expected, headers] of Object.entries(policies)) {
  browserTest(`a policy that is too strict: ${expected}`, { open: false, allow: [/./] }, async (tools) => {
    await open(tools, { headers });
    const fault = await code(tools.page);
    assert.deepEqual([fault.code, fault.recoverable], [expected, false], fault.message);
    await tools.widget.locator(`[data-code="${expected}"]`).waitFor();
  });
}

browserTest("a wrong type is worth a remark, and all works", { open: false }, async (tools) => {
  await tools.page.route("**/tour-de-table.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open(tools);
  await tools.ready();
  const fault = await code(tools.page);
  assert.deepEqual([fault.code, fault.recoverable], ["wasm-mime", true]);
});

browserTest("loading shows itself, can be stopped, and taken up again", { open: false, allow: [/./] }, async (tools) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await tools.page.route("**/tour-de-table.wasm", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await open(tools);
  await tools.widget.getByText("Chargement de Tour de table").waitFor();
  await tools.widget.getByRole("button", { name: "Annuler" }).click();
  await tools.widget.getByText("Le chargement est arrêté").waitFor();
  assert.deepEqual(await tools.page.evaluate(() => globalThis.errors), []);
  release();
  await tools.widget.getByRole("button", { name: "Réessayer" }).click();
  await tools.ready();
  assert.equal(await tools.widget.getByText("Le chargement est arrêté").count(), 0);
});

browserTest("after a login page, trying again works once logged in", { open: false, allow: [/./] }, async (tools) => {
  let logged = false;
  await tools.page.route(/bindings\.js|\.wasm$/, (route) => (logged ? route.continue() : route.fulfill(login)));
  await open(tools);
  assert.equal((await code(tools.page)).code, "wasm-login-page");
  logged = true;
  await tools.widget.getByRole("button", { name: "Réessayer" }).click();
  await tools.ready();
});

// The second part of the module: the first view is there, and what is typed in it waits.
const stale = async (route) => {
  const response = await route.fetch();
  const body = Buffer.from(await response.body());
  // The last byte is the end of the name of the build.
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
};
const behind = {
  "a login page": ["wasm-login-page", (route) => route.fulfill(login)],
  "nothing there": ["load-failed", (route) => route.fulfill({ status: 404, contentType: "text/plain" })],
  "a network that fails": ["load-failed", (route) => route.abort()],
  "a file cut short": ["load-failed", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm" })],
  "another build": ["version-mismatch", stale],
};
for (const [cause, [expected, answer]] of Object.entries(behind)) {
  browserTest(`behind the first view, ${cause}: ${expected}, and what was typed is kept`, { open: false, allow: [/./] }, async (tools) => {
    let mended = false;
    await tools.page.route("**/screens.wasm*", (route) => (mended ? route.continue() : answer(route)));
    await open(tools);
    const fault = await code(tools.page);
    assert.deepEqual([fault.code, fault.recoverable], [expected, true], fault.message);
    const retry = tools.widget.locator(`[data-code="${expected}"]`).getByRole("button", { name: "Réessayer" });
    const box = await retry.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 800, "the way out is in sight without scrolling");
    await tools.widget.getByLabel("Titre du projet").fill("Écrit avant que tout soit là");
    mended = true;
    await retry.click();
    await tools.ready();
    assert.equal(await tools.widget.locator("[role=alert]").count(), 0);
    const title = await tools.widget.evaluate((element) => element.value.project.title);
    assert.equal(title, "Écrit avant que tout soit là");
    assert.equal(await tools.widget.getByLabel("Titre du projet").inputValue(), title);
  });
}

browserTest("what is typed before everything is there is neither lost nor doubled", { open: false }, async (tools) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await tools.page.route("**/screens.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  await open(tools);
  const title = tools.widget.getByLabel("Titre du projet");
  await title.pressSequentially("Premiers mots");
  await tools.widget.getByLabel("Structure qui porte le projet").fill("Maison de l’emploi");
  await tools.widget.getByLabel("Structure qui porte le projet").press("Enter");
  await title.focus();
  release();
  await tools.ready();
  const { project, actors } = await tools.widget.evaluate((element) => element.value);
  assert.equal(project.title, "Premiers mots");
  assert.deepEqual(actors.map(({ id, name }) => [id, name]), [[project.carrier, "Maison de l’emploi"]]);
  assert.equal(await tools.widget.evaluate((element) => element.shadowRoot.activeElement.id), "tdt-title", "the focus stays where it was");
  await title.pressSequentially(", puis la suite");
  await tools.page.waitForFunction(() => document.querySelector("tour-de-table").value.project.title.endsWith("la suite"));
});

browserTest("a step gone to before everything is there is the step one is on then", { open: false }, async (tools) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await tools.page.route("**/screens.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  await open(tools);
  const actors = tools.widget.locator(".rail .step-link").filter({ hasText: "Acteurs" });
  await actors.click();
  await tools.widget.getByText("Le dossier arrive").waitFor();
  release();
  await tools.ready();
  assert.equal(await actors.getAttribute("aria-current"), "step");
  await tools.widget.getByPlaceholder("Nom d’une organisation").waitFor();
});

browserTest("a device that keeps a dossier waits for it instead of offering a blank one", {}, async ({ page, widget, ready }) => {
  await widget.getByLabel("Titre du projet").fill("Gardé ici");
  await widget.evaluate((element) => element.flush());
  await page.waitForFunction(() => localStorage.getItem("tour-de-table:known") !== null);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/screens.wasm*", async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await widget.getByText("Le dossier arrive").waitFor();
  assert.equal(await widget.getByText("Dossier vierge").count(), 0);
  release();
  await ready();
  assert.equal(await widget.getByLabel("Titre du projet").inputValue(), "Gardé ici");
  assert.equal(await widget.getByText("Le dossier arrive").count(), 0);
});

browserTest("the classic loader brings the element too", { open: false }, async ({ page, server, ready }) => {
  const address = new URL("/h.html", server.address).href;
  await page.route(address, async (route) => {
    const response = await route.fetch({ url: server.address });
    await route.fulfill({ response, body: `<!doctype html><html lang="fr"><title>Hôte</title>${html}<script src="/loader.js"></script>` });
  });
  await page.goto(address);
  await ready(page);
});

test("the element speaks both languages", async () => {
  const { WORDS } = await import(new URL("../../www/element/words.js", import.meta.url));
  assert.deepEqual(Object.keys(WORDS.fr), Object.keys(WORDS.en));
  for (const [key, text] of Object.entries(WORDS.fr)) {
    assert.doesNotMatch(text, /[^\u00a0]:(?!\/)|[^\u202f][;!?]|'(?!self|wasm|unsafe)[a-zà-ÿ]/, `typography of ${key}: ${text}`);
  }
  const codes = readFileSync(new URL("../../www/element/tour-de-table.d.ts", import.meta.url), "utf8").match(/(?<=\| ")[a-z-]+(?=")/g);
  for (const code of Object.keys(WORDS.fr).filter((key) => key.includes("-"))) assert.ok(codes.includes(code), code);
});
