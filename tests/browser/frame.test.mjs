// The widget in a frame of another origin: what the host is told, asks and gets.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { HOST, inside, openHelped, openRaw, until } from "./support/frames.mjs";
import { dossier, type } from "./support/hosts.mjs";
import { apply, same } from "../../www/exemples/statique/patch.js";

const widgetOf = (page) => inside(page).locator("tour-de-table");
const heard = (page, kind) => page.evaluate((wanted) => globalThis.heard.filter(({ type: seen }) => seen === wanted), kind);

browserTest("what is loaded, what is told and what is given agree", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools, `{ configure: { lang: "fr" } }`);
  const [{ detail: init }] = await heard(page, "init");
  assert.match(init.version, /^\d+\.\d+\.\d+$/);
  let copy = init.dossier;
  const { report } = await page.evaluate((given) => globalThis.frame.load(given), dossier("Par la page"));
  assert.deepEqual(report.unknown, []);
  await type(widgetOf(page), "Par une personne");
  await until(page, () => globalThis.heard.some(({ type, detail }) => type === "change" && detail.origin === "user"));
  const changes = await heard(page, "change");
  for (const { detail } of changes) copy = apply(copy, detail.patch);
  const got = await page.evaluate(() => globalThis.frame.get());
  assert.ok(same(copy, got.dossier), "patches lead to the dossier");
  assert.equal(got.dossier.project.title, "Par une personne");
  assert.equal(got.revision, changes.at(-1).detail.revision);
  const file = await page.evaluate(async () => JSON.parse(await (await globalThis.frame.export("json")).text()));
  assert.ok(same(file, got.dossier));
});

browserTest("the host sets the widget, and a wrong setting changes nothing", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools, `{ configure: { lang: "en", noImport: true, steps: ["actors", "project"] } }`);
  const base = widgetOf(page).locator(".tdt");
  assert.equal(await base.getAttribute("lang"), "en");
  assert.equal(await widgetOf(page).locator(".rail .steps .step-link").count(), 2);
  await page.evaluate(() => globalThis.frame.configure({ lang: "fr", readOnly: true, noImport: null }));
  await inside(page).locator(".tdt[lang=fr]").waitFor();
  for (const wrong of [{ src: "https://ailleurs.example/d.json" }, { theme: "rouge", lang: "en" }, { headingLevel: 9 }, { steps: "actors" }]) {
    const fault = await page.evaluate((options) => globalThis.frame.configure(options).catch(({ code, pointer }) => ({ code, pointer })), wrong);
    assert.deepEqual(fault, { code: "bad-option", pointer: `/${Object.keys(wrong)[0]}` });
  }
  assert.equal(await widgetOf(page).getAttribute("lang"), "fr");
  assert.equal(await widgetOf(page).getAttribute("src"), null);
});

browserTest("what the browser keeps is apart for each host", { open: false }, async (tools) => {
  await openHelped(tools, `{ configure: { storage: "local", storageKey: "a" } }`);
  assert.equal(await widgetOf(tools.page).getAttribute("storage-key"), `${HOST} a`);
});

browserTest("the host saves, and a person is told when it did not", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools, `{ save: ({ dossier }) => { globalThis.saved = dossier; if (dossier.project.title === "Non") throw new Error("quota"); } }`);
  const widget = widgetOf(page);
  await type(widget, "Oui");
  await widget.evaluate((element) => element.save());
  await until(page, () => globalThis.saved?.project.title === "Oui");
  assert.equal(await inside(page).getByRole("alert").count(), 0);
  await type(widget, "Non");
  await widget.evaluate((element) => element.save());
  await inside(page).getByText("La page hôte n’a pas pris le dossier : quota").waitFor();
});

browserTest("the host takes the very file that a person made, without what they took out", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools, `{ export: async ({ file, ...rest }) => (globalThis.taken = { ...rest, text: await file.text() }) }`);
  const given = { ...dossier("Confié"), actors: [{ id: "a", name: "CCI", contacts: [{ id: "c", name: "Ada Lovelace", email: "ada@example.org" }] }] };
  await page.evaluate((one) => globalThis.frame.load(one), given);
  await inside(page).getByRole("button", { name: "Exporter" }).first().click();
  const dialog = inside(page).getByRole("dialog");
  await dialog.getByRole("radio", { name: /[Ss]ans données personnelles/ }).check();
  await dialog.locator(".btn-primary").click();
  await until(page, () => globalThis.taken);
  const taken = await page.evaluate(() => globalThis.taken);
  assert.deepEqual([taken.format, taken.privacy], ["json", "withoutPersonalData"]);
  assert.equal(JSON.parse(taken.text).project.title, "Confié");
  assert.doesNotMatch(taken.text, /Lovelace|ada@/);
});

browserTest("a bad dossier is refused with its place, and the frame goes on", { open: false, allow: [/late request: GET .*\/exports(-bindings)?\.(js|wasm)$/] }, async (tools) => {
  const { page } = tools;
  await openHelped(tools);
  const refused = (given) => page.evaluate((one) => globalThis.frame.load(one).catch(({ name, code, pointer }) => ({ name, code, pointer })), given);
  assert.deepEqual(await refused({ ...dossier("x"), project: { title: 3 } }), { name: "FrameError", code: "wrongType", pointer: "/project/title" });
  assert.equal((await refused("{")).code, "notJson");
  assert.equal((await refused(null)).code, "not-a-dossier");
  assert.equal((await page.evaluate(() => globalThis.frame.export("gif").catch(({ code }) => ({ code })))).code, "unknown-format");
  await page.evaluate((given) => globalThis.frame.load(given), dossier("Bon"));
  assert.equal((await page.evaluate(() => globalThis.frame.get())).dossier.project.title, "Bon");
});

browserTest("the frame says how tall it is, and the host may follow", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools, `{ fit: true }`);
  const height = () => page.evaluate(() => document.querySelector("#tdt").getBoundingClientRect().height);
  const content = () => widgetOf(page).evaluate((element) => element.getBoundingClientRect().height);
  await until(page, () => globalThis.heard.some(({ type }) => type === "resize"));
  await page.evaluate((given) => globalThis.frame.load(given), {
    ...dossier("Grand"),
    actors: Array.from({ length: 40 }, (_, i) => ({ id: `a${i}`, name: `Acteur ${i}` })),
  });
  await widgetOf(page).evaluate((element) => element.goTo("actors"));
  await until(page, () => document.querySelector("#tdt").getBoundingClientRect().height > 1000);
  await page.waitForTimeout(300);
  // The frame has a border of 2 px on each side.
  assert.ok(Math.abs((await height()) - (await content())) <= 5, `${await height()} for ${await content()}`);
  const told = (await heard(page, "resize")).length;
  await page.waitForTimeout(500);
  assert.equal((await heard(page, "resize")).length, told, "a height that settles is told once");
});

browserTest("the end: the host gets where it stood, and the widget is gone", { open: false }, async (tools) => {
  const { page } = tools;
  await openHelped(tools);
  await type(widgetOf(page), "Dernier mot");
  const last = await page.evaluate(() => globalThis.frame.exit());
  assert.equal(last.dossier.project.title, "Dernier mot");
  await widgetOf(page).waitFor({ state: "detached" });
});

browserTest("a frame that is loaded again has a channel again", { open: false }, async (tools) => {
  const { page, watch } = tools;
  await openHelped(tools);
  await type(widgetOf(page), "Avant");
  watch.requests = [];
  await page.evaluate(() => {
    const frame = document.querySelector("#tdt");
    frame.src = `${frame.src}&again`;
  });
  await until(page, () => globalThis.heard.filter(({ type: seen }) => seen === "init").length === 2);
  const left = await heard(page, "exit");
  assert.equal(left[0].detail.dossier.project.title, "Avant", "the frame says where it stood when it goes");
  assert.equal((await page.evaluate(() => globalThis.frame.get())).dossier.project?.title ?? "", "");
});

browserTest("a frame that cannot start says so, refuses what it is asked, and heals", { open: false, allow: [/./] }, async (tools) => {
  const { page, context } = tools;
  let mended = false;
  await context.route("**/tour-de-table.wasm", (route) => (mended ? route.continue() : route.fulfill({ status: 404 })));
  await openRaw(tools);
  await until(page, () => globalThis.hellos.length > 0);
  await page.evaluate(() => {
    globalThis.welcome();
    globalThis.say({ v: 1, type: "get", id: 1 });
  });
  await until(page, () => globalThis.heard.some(({ re }) => re === 1));
  const replies = await page.evaluate(() => globalThis.heard.filter(({ re }) => re === 1));
  assert.deepEqual(replies.map(({ type, payload }) => [type, payload.code]), [["error", "load-failed"]]);
  mended = true;
  await inside(page).getByRole("button", { name: "Réessayer" }).click();
  await until(page, () => globalThis.heard.some(({ type: seen }) => seen === "init"));
  await page.evaluate(() => globalThis.say({ v: 1, type: "get", id: 2 }));
  await until(page, () => globalThis.heard.some(({ re, type: seen }) => re === 2 && seen === "get"));
});

browserTest("a fault in the frame is told, and the frame goes on from its dossier", { open: false, panicSwitch: true, allow: [/unreachable|provoked by a test|RuntimeError|late request: GET .*\/bindings\.js\?\d+/] }, async (tools) => {
  const { page } = tools;
  await openHelped(tools);
  await page.evaluate((given) => globalThis.frame.load(given), dossier("Avant la faute"));
  await until(page, () => globalThis.heard.some(({ type: seen }) => seen === "change"));
  await widgetOf(page).evaluate(async () => {
    const { provokePanic } = await import("/bindings.js");
    try {
      provokePanic();
    } catch {
      // The trap.
    }
  });
  await until(page, () => globalThis.heard.filter(({ type: seen }) => seen === "init").length === 2);
  const [first] = await heard(page, "error");
  assert.deepEqual([first.detail.code, first.detail.recoverable], ["panic", true]);
  const [, again] = await heard(page, "init");
  assert.equal(again.detail.dossier.project.title, "Avant la faute");
  assert.equal((await page.evaluate(() => globalThis.frame.get())).dossier.project.title, "Avant la faute");
});
