// The widget against a SurveyJS form that holds the same data, in the same browser run: bytes of the first load, time
// until one can write, opening 500 actors, keystroke to next frame, export as JSON. Run by `cargo xtask bench`.
//
// The form is what a form library gives without any method: no picture, no analysis, no undo, nothing stored. It takes
// each letter as it is typed, as the widget does. Its panels are shown one at a time (the quickest it can do), then
// all in a list.
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { firstLoad } from "../../xtask/first-load.mjs";
import { launch } from "../browser/support/chromium.mjs";
import { startServer } from "../browser/support/server.mjs";
import { dossier } from "./dossier.mjs";

const ACTORS = 500;
const LOADS = 9;
const KEYS = 20;
const SLOWDOWNS = [1, 4];

const modules = new URL("../node_modules/", import.meta.url);
const FILES = {
  "index.html": new URL("survey/index.html", import.meta.url),
  "form.js": new URL("survey/form.js", import.meta.url),
  "survey.core.min.js": new URL("survey-core/survey.core.min.js", modules),
  "survey-js-ui.min.js": new URL("survey-js-ui/survey-js-ui.min.js", modules),
  "survey-core.min.css": new URL("survey-core/survey-core.min.css", modules),
};
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name, theirs, ours, unit) =>
  console.log(`  ${name.padEnd(44)}${theirs.toFixed(1).padStart(10)}${ours.toFixed(1).padStart(10)} ${unit.padEnd(3)}${(ours / theirs).toFixed(2).padStart(8)} ×`);

/** In the page: from `work` to the end of the next frame. */
const FRAME = `globalThis.__timed = async (work) => {
  const from = performance.now();
  await work();
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  }));
  return performance.now() - from;
};
globalThis.__keys = async (count) => {
  const times = [];
  for (let key = 0; key < count; key += 1) {
    await new Promise((done) => setTimeout(done, 300));
    await new Promise((done) => requestAnimationFrame(() => {
      const from = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        times.push(performance.now() - from);
        done();
      };
      document.execCommand("insertText", false, "abcdefghij"[key % 10]);
      channel.port2.postMessage(null);
    }));
  }
  return times;
};`;

const form = await serveForm();
const server = await startServer();
const browser = await launch();
try {
  console.log(`${"".padEnd(46)}${"SurveyJS".padStart(10)}${"widget".padStart(10)}${"ratio".padStart(14)}`);
  line("bytes of the first load, Brotli", surveyBytes() / 1000, firstLoad().find(({ kind }) => kind === "page alone").brotli / 1000, "kB");
  for (const rate of SLOWDOWNS) {
    const times = { survey: [], widget: [] };
    // Turn by turn, so that what else the machine does falls on both.
    for (let run = 0; run < LOADS; run += 1) {
      times.survey.push(await usable(rate, form.address, () => document.querySelector("#form input[type=text]")));
      times.widget.push(await usable(rate, server.address, () => document.querySelector("tour-de-table")?.shadowRoot?.getElementById("tdt-title")));
    }
    line(`from navigation until one can write, ${rate}× slower`, median(times.survey), median(times.widget), "ms");
  }
  const content = dossier({ actors: ACTORS, objectives: 40 });
  for (const panels of ["carousel", "list"]) {
    console.log(`${ACTORS} actors, panels of the form: ${panels === "list" ? "all in a list" : "one at a time"}`);
    for (const rate of SLOWDOWNS) {
      const theirs = await survey(rate, panels, answers(content));
      const ours = await widget(rate, content);
      for (const [name, key] of [["open", "open"], ["a key in the name of an actor", "key"], ["export as JSON", "json"]]) {
        line(`${name}, ${rate}× slower`, theirs[key], ours[key], "ms");
      }
    }
  }
} finally {
  await browser.close();
  server.stop();
  form.stop();
}

/** The form and its library, from a server of this machine. */
async function serveForm() {
  const listening = createServer((request, response) => {
    const name = basename(new URL(request.url, "http://localhost").pathname) || "index.html";
    if (!FILES[name]) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(name)] });
    createReadStream(fileURLToPath(FILES[name])).pipe(response);
  });
  await new Promise((done) => listening.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${listening.address().port}/`, stop: () => listening.close() };
}

/** What the form's page loads. Its own questions are left out, as the widget's words are not counted apart either. */
function surveyBytes() {
  const libraries = Object.entries(FILES).filter(([name]) => /\.min\.(js|css)$/.test(name));
  return libraries.reduce((sum, [, file]) => {
    const packed = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return sum + packed.length;
  }, 0);
}

/** The same dossier as the answers of the form. */
function answers({ project, territories, objectives, actors }) {
  return {
    title: project.title,
    problem: project.problem,
    domain: project.domain,
    complexity: project.complexity,
    territories: territories.map(({ name }) => ({ name })),
    objectives: objectives.map(({ title }) => ({ title })),
    actors: actors.map(({ name, kind, contacts: [contact], readings }) => ({
      name,
      kind,
      contact: contact.name,
      canDecide: contact.canDecide,
      ...Object.fromEntries(readings.map(({ criterion, value }) => [criterion, value])),
    })),
  };
}

/** A page in a context of its own, on a processor made slower. */
async function open(rate) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return { context, page, session };
}

/** Milliseconds from the start of the navigation to the frame in which the field that `found` gives is there. */
async function usable(rate, address, found) {
  const { context, page } = await open(rate);
  await page.addInitScript(`
    (async () => {
      const found = ${found};
      while (!found()) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      globalThis.__usable = performance.now();
    })();
  `);
  await page.goto(address);
  const time = await (await page.waitForFunction(() => globalThis.__usable)).jsonValue();
  await context.close();
  return time;
}

async function survey(rate, panels, data) {
  const { context, page, session } = await open(1);
  await page.addInitScript(FRAME);
  await page.goto(`${form.address}?panels=${panels}`);
  await page.waitForSelector("#form input[type=text]");
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const opened = await page.evaluate(
    (answers) =>
      globalThis.__timed(async () => {
        globalThis.survey.data = answers;
        globalThis.survey.currentPageNo = 1;
        while (![...document.querySelectorAll("#form input")].some((input) => input.value === answers.actors[0].name)) {
          await new Promise(requestAnimationFrame);
        }
      }),
    data,
  );
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(1500);
  await page.evaluate((name) => [...document.querySelectorAll("#form input")].find((input) => input.value === name).focus(), data.actors[0].name);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const keys = await page.evaluate((count) => globalThis.__keys(count), KEYS);
  const kept = await page.evaluate(() => globalThis.survey.data.actors[0].name);
  if (!kept.endsWith("abcdefghij")) throw new Error(`the form did not take the keys: ${kept}`);
  const json = await page.evaluate(() => {
    const from = performance.now();
    const blob = new Blob([JSON.stringify(globalThis.survey.data, null, 2)]);
    return performance.now() - from + 0 * blob.size;
  });
  await context.close();
  return { open: opened, key: median(keys), json };
}

async function widget(rate, content) {
  const { context, page, session } = await open(1);
  await page.addInitScript(FRAME);
  await page.goto(server.address);
  await page.evaluate(async () => {
    await customElements.whenDefined("tour-de-table");
    await document.querySelector("tour-de-table").ready;
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const opened = await page.evaluate(
    (dossier) =>
      globalThis.__timed(async () => {
        const element = document.querySelector("tour-de-table");
        await element.load(dossier);
        await element.goTo("actors");
        while (!element.shadowRoot.getElementById("tdt-actor-a0")) await new Promise(requestAnimationFrame);
      }),
    content,
  );
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(1500);
  const inside = page.locator("tour-de-table");
  await inside.locator("#tdt-actor-a0").click();
  await inside.locator("#tdt-sheet-identity").click();
  await inside.locator("#tdt-a-name").click();
  await page.keyboard.press("End");
  await page.waitForTimeout(1500);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const keys = await page.evaluate((count) => globalThis.__keys(count), KEYS);
  const kept = await page.evaluate(() => document.querySelector("tour-de-table").value.actors[0].name);
  if (!kept.endsWith("abcdefghij")) throw new Error(`the widget did not take the keys: ${kept}`);
  const json = await page.evaluate(async () => {
    const element = document.querySelector("tour-de-table");
    const from = performance.now();
    await element.export("json");
    return performance.now() - from;
  });
  await context.close();
  return { open: opened, key: median(keys), json };
}
