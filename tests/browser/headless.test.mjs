// The functions without a screen, in a page under the strict policy and in a worker: the same package as in Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyze } from "../../pkg/headless.js";
import { browserTest } from "./support/browser-test.mjs";

const dossier = { format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", actors: [{ id: "a1", name: "CCI" }] };
// Loaded at the first call, and only from where the page comes from.
const allow = [/^late request: GET http:\/\/[^/]+\/(headless|faults|json|bindings|parts|dossier\.schema)\.js/, /^late request: GET http:\/\/[^/]+\/(tour-de-table|screens)\.wasm$/];

browserTest("answers in a page without any element", { html: "<p>une page</p>", allow }, async ({ page, watch }) => {
  const answers = await page.evaluate(async (dossier) => {
    const { analyze, diff, migrate, schema, validate } = await import("/headless.js");
    const [valid, invalid, migrated, analysis, difference, title] = await Promise.all([
      validate(dossier),
      validate({ ...dossier, actors: [{ id: "a1", name: NaN }] }),
      migrate(JSON.stringify(dossier)),
      analyze(dossier),
      diff(dossier, { ...dossier, language: "fr" }),
      schema().then(({ title }) => title),
    ]);
    return { valid, invalid, migrated, findings: analysis.findings.length, difference, title };
  }, dossier);
  assert.deepEqual(answers.valid, { valid: true, errors: [], warnings: [] });
  assert.deepEqual(answers.invalid.errors.map(({ pointer, code }) => [pointer, code]), [["/actors/0/name", "badNumber"]]);
  assert.deepEqual(answers.migrated, dossier);
  assert.ok(answers.findings > 0);
  assert.deepEqual(answers.difference.patch, [{ op: "add", path: "/language", value: "fr" }]);
  assert.equal(answers.title, "Dossier");
  // One instance for all: one download of each part.
  const modules = watch.requests.filter((address) => address.endsWith(".wasm"));
  assert.deepEqual(modules.map((address) => new URL(address).pathname), ["/tour-de-table.wasm", "/screens.wasm"]);
});

browserTest("what it computes is the same in Node and in the page, to the last digit", { html: "<p>une page</p>", allow, timeout: 180_000 }, async ({ page }) => {
  for (const code of ["petit", "bassin", "soixante"]) {
    const dossier = JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${code}.json`, import.meta.url)));
    const there = await page.evaluate(async (dossier) => JSON.stringify(await (await import("/headless.js")).analyze(dossier, { on: "2026-11-22" })), dossier);
    const here = JSON.stringify(await analyze(dossier, { on: "2026-11-22" }));
    assert.ok(there === here, code);
    const { coverage, firstGroup, positions, network, findings } = JSON.parse(there);
    assert.ok([coverage, firstGroup, positions, network, findings].every(Boolean));
  }
});

browserTest("an element and the functions live side by side", { html: "<tour-de-table></tour-de-table>", allow }, async ({ page }) => {
  const [open, free] = await page.evaluate(async (dossier) => {
    const { validate } = await import("/headless.js");
    const element = document.querySelector("tour-de-table");
    await element.load(dossier);
    const free = await validate("{");
    return [await element.validate(), free];
  }, dossier);
  assert.equal(open.valid, true);
  assert.equal(free.valid, false);
});

// Only a page that trusts the address may start a worker: the policy here is that of the worker itself.
const worker = { html: "<p>une page</p>", allow: [...allow, /in-a-worker/], context: { bypassCSP: true } };
browserTest("answers in a worker", worker, async ({ page, server }) => {
  await page.route("**/in-a-worker.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      headers: { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'" },
      body: `import { validate } from "/headless.js"; onmessage = async ({ data }) => postMessage(await validate(data));`,
    }),
  );
  const verdict = await page.evaluate(
    (dossier) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("/in-a-worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(dossier);
      }),
    dossier,
  );
  assert.equal(verdict.valid, true, server.address);
});
