// What servers and policies do to the files, case by case: the code, the sentence, and that all is back once the cause
// is mended, with the dossier that was kept before.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const KEPT = "Gardé avant la panne";
const element = `<tour-de-table storage="local"></tour-de-table>`;
const modern = `<script type="module" src="/tour-de-table.js"></script>`;
const classic = `<script src="/loader.js"></script>`;

/** Serves a host page; `policy` may be changed between two visits. */
async function host({ page, server, context }, { script = modern, policy } = {}) {
  const said = { policy };
  await context.addInitScript(() => {
    globalThis.errors = [];
    document.addEventListener("tdt-error", ({ detail }) => globalThis.errors.push(detail));
  });
  await context.route("**/h.html", async (route) => {
    const model = await route.fetch({ url: server.address });
    const headers = model.headers();
    headers["content-security-policy"] = (said.policy ?? headers["content-security-policy"]).replace(/report-uri[^;]*/, "");
    await route.fulfill({ response: model, headers, body: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Hôte</title>${script}</head><body>${element}</body></html>` });
  });
  said.open = () => page.goto(new URL("/h.html", server.address).href);
  return said;
}

const errors = (page) => page.evaluate(() => globalThis.errors.map(({ code, recoverable }) => [code, recoverable]));

/** A first visit, in which a dossier is kept. */
async function keep(tools, said) {
  await said.open();
  await tools.ready();
  await type(tools.widget, KEPT);
  await tools.widget.evaluate((one) => one.flush());
}

const page200 = { status: 200, contentType: "text/html; charset=utf-8", body: "<!doctype html><title>Connexion</title>" };
const typed = (contentType) => async (route) => {
  const response = await route.fetch();
  const headers = response.headers();
  delete headers["content-type"];
  // `nosniff` stands among the headers of every answer.
  await route.fulfill({ response, headers: contentType ? { ...headers, "content-type": contentType } : headers });
};
const answers = {
  "a type of no kind": ["wasm-mime", typed("application/octet-stream")],
  "a type of text": ["wasm-mime", typed("text/plain")],
  "no type": ["wasm-mime", typed("")],
  "the right file under a type of pages": ["wasm-login-page", typed("text/html")],
  "a login page": ["wasm-login-page", (route) => route.fulfill(page200)],
  "a way to a login page": ["wasm-login-page", (route) => route.fulfill({ status: 302, headers: { location: "/index.html" } })],
  "401": ["wasm-login-page", (route) => route.fulfill({ status: 401, contentType: "text/plain", body: "non" })],
  "403": ["wasm-login-page", (route) => route.fulfill({ status: 403, contentType: "text/plain", body: "non" })],
  "404": ["load-failed", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "absent" })],
  "500": ["load-failed", (route) => route.fulfill({ status: 500, contentType: "text/plain", body: "panne" })],
  "nothing, the network is down": ["load-failed", (route) => route.abort()],
};

for (const file of ["tour-de-table.wasm", "screens.wasm", "bindings.js"]) {
  for (const [what, [expected, answer]] of Object.entries(answers)) {
    // Under a wrong type a browser runs no script at all: there is nothing to go on with.
    const code = file === "bindings.js" && expected === "wasm-mime" ? "load-failed" : expected;
    browserTest(`MIME matrix: ${what} for ${file}: ${code}`, { open: false, allow: [/./] }, async (tools) => {
      const { page, widget, context } = tools;
      const said = await host(tools);
      await keep(tools, said);
      let mended = false;
      await context.route(new RegExp(`/${file.replace(".", "\\.")}(\\?|$)`), (route) => (mended ? route.continue() : answer(route)));
      await said.open();
      if (code === "wasm-mime") {
        await tools.ready();
        assert.deepEqual(await errors(page), [["wasm-mime", true]]);
        assert.equal(await widget.locator("[role=alert][data-code]").count(), 0, "people are not bothered with it");
      } else {
        const panel = widget.locator(`[role=alert][data-code="${code}"]`);
        await panel.waitFor();
        assert.match(await panel.innerText(), /Pour l’administration du site\s+\S.{40,}/);
        assert.deepEqual(await errors(page), [[code, file === "screens.wasm"]]);
        mended = true;
        await panel.getByRole("button", { name: "Réessayer" }).click();
        await tools.ready();
        assert.equal(await widget.locator("[role=alert][data-code]").count(), 0);
      }
      await eventually(() => title(widget), KEPT);
      await type(widget, "Et au travail");
      assert.equal(await title(widget), "Et au travail");
    });
  }
}

const rest = "connect-src 'self'; img-src blob:";
const policies = [
  ["the one of the guide, with trusted types", undefined, modern, undefined],
  ["the one of the guide, for the classic script", undefined, classic, undefined],
  ["unsafe-eval, as SharePoint has it", `default-src 'none'; script-src 'self' 'unsafe-eval'; ${rest}`, classic, undefined],
  ["a nonce and strict-dynamic, as Nextcloud has it", `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; ${rest}`, classic.replace("<script", `<script nonce="abc"`), undefined],
  ["a nonce and strict-dynamic, for the module", `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; ${rest}`, modern.replace("<script", `<script nonce="abc"`), undefined],
  ["no style at all", `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; ${rest}`, modern, undefined],
  ["no image at all", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'", modern, undefined],
  ["the site alone, without WebAssembly", "default-src 'self'", modern, "wasm-csp"],
  ["the site alone, without WebAssembly, for the classic script", "default-src 'self'", classic, "wasm-csp"],
  ["nothing may be read", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", modern, "connect-csp"],
  ["nothing may be read, for the classic script", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", classic, "connect-csp"],
  ["reading is not spoken of", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", modern, "connect-csp"],
];
for (const [what, policy, script, expected] of policies) {
  browserTest(`CSP matrix: ${what}: ${expected ?? "all works"}`, { open: false, allow: expected ? [/./] : [] }, async (tools) => {
    const { page, widget } = tools;
    const said = await host(tools, { script });
    await keep(tools, said);
    said.policy = policy;
    await said.open();
    if (expected) {
      await widget.locator(`[role=alert][data-code="${expected}"]`).waitFor();
      assert.deepEqual(await errors(page), [[expected, false]]);
      // A policy belongs to its document: it is another one that mends it.
      said.policy = undefined;
      await said.open();
    }
    await tools.ready();
    assert.deepEqual(await errors(page), []);
    await eventually(() => title(widget), KEPT);
  });
}

for (const [what, script] of [["the module", modern], ["the classic script", classic]]) {
  browserTest(`a plain-http page, without a secure context: ${what} works and keeps`, { open: false, plain: true }, async (tools) => {
    const { page, widget, server, context } = tools;
    await context.route("**/h.html", async (route) => {
      const model = await route.fetch({ url: server.address });
      await route.fulfill({ response: model, body: `<!doctype html><html lang="fr"><head><title>Hôte</title>${script}</head><body>${element}</body></html>` });
    });
    await page.goto(new URL("/h.html", server.plainAddress).href);
    await tools.ready();
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await type(widget, KEPT);
    await widget.evaluate((one) => one.flush());
    await tools.reload();
    assert.equal(await title(widget), KEPT);
  });
}

browserTest("offline after the first part: what is typed waits, and goes on with the network", { open: false, allow: [/./] }, async (tools) => {
  const { page, widget, context } = tools;
  const said = await host(tools);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route("**/screens.wasm", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await said.open();
  await widget.getByLabel("Titre du projet").fill("Écrit hors ligne");
  await context.setOffline(true);
  release();
  const panel = widget.locator("[role=alert][data-code=load-failed]");
  await panel.waitFor();
  await context.setOffline(false);
  await panel.getByRole("button", { name: "Réessayer" }).click();
  await tools.ready();
  assert.equal(await title(widget), "Écrit hors ligne");
  assert.deepEqual(await errors(page), [["load-failed", true]]);
});
