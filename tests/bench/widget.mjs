// What the widget costs: bytes of the first load, time until it can be used, time from a keystroke to the next
// frame, frames of a scroll. Everything on the built package, in the machine's own Chromium. Run by
// `cargo xtask bench`.
import { firstLoad, print } from "../../xtask/first-load.mjs";
import { launch } from "../browser/support/chromium.mjs";
import { startServer } from "../browser/support/server.mjs";
import { dossier } from "./dossier.mjs";
import { oneRow } from "./row.mjs";
import { FIELDS, frames, scroll, typing } from "./typing.mjs";

const SLOWDOWNS = [1, 4];
const SIZES = [{ actors: 60 }, { actors: 500, objectives: 40 }];
const LOADS = 9;

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))];
const ms = (value) => `${value.toFixed(1).padStart(8)} ms`;
const spread = (values) => `median${ms(quantile(values, 0.5))}, 95 %${ms(quantile(values, 0.95))}`;

const server = await startServer();
const browser = await launch();
try {
  print(firstLoad());
  console.log(`\nfrom navigation, stand-alone page, empty cache, ${LOADS} runs`);
  for (const rate of SLOWDOWNS) {
    const runs = [];
    for (let run = 0; run < LOADS; run += 1) runs.push(await usable(rate));
    const told = (which) => {
      const times = runs.map((run) => run[which]);
      return `median${ms(quantile(times, 0.5))}, least${ms(sorted(times)[0])}`;
    };
    console.log(`  ${rate}× slower: one can write ${told("writable")}; everything is there ${told("whole")}`);
  }
  for (const size of SIZES) {
    for (const rate of SLOWDOWNS) await keys(rate, size);
  }
  await opening(4, { actors: 2000, objectives: 40, ties: 5000 });
  await row();
} finally {
  await browser.close();
  server.stop();
}

/** A page in a context of its own, on a processor made slower. */
async function open(rate) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "fr-FR" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return { context, page, session };
}

async function ready(page) {
  return page.evaluate(async () => {
    await customElements.whenDefined("tour-de-table");
    await document.querySelector("tour-de-table").ready;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now();
  });
}

/**
 * Milliseconds from the start of the navigation to the frame in which a title can be written, and to the one after the
 * widget says that all of it is there.
 */
async function usable(rate) {
  const { context, page } = await open(rate);
  // The page itself notes the moment: a question asked from outside would come too late.
  await page.addInitScript(() => {
    customElements.whenDefined("tour-de-table").then(async () => {
      let widget;
      while (!(widget = document.querySelector("tour-de-table"))) await new Promise(requestAnimationFrame);
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
      const times = {};
      const whole = widget.ready.then(frame).then((time) => (times.whole = time));
      while (!widget.shadowRoot.getElementById("tdt-title")) await new Promise(requestAnimationFrame);
      times.writable = await frame();
      await whole;
      globalThis.__usable = times;
    });
  });
  await page.goto(server.address);
  const times = await (await page.waitForFunction(() => globalThis.__usable)).jsonValue();
  await context.close();
  return times;
}

/** Types in each kind of field, then scrolls the two long tables, and prints what each took. */
async function keys(rate, size) {
  const { context, page, session } = await open(1);
  await page.goto(server.address);
  await ready(page);
  await page.evaluate((content) => document.querySelector("tour-de-table").load(content), dossier(size));
  console.log(`\n${size.actors} actors, ${rate}× slower: keystroke to next frame`);
  for (const [name, field] of Object.entries(FIELDS)) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await field.open(page);
    // What opening the step set off is over.
    await page.waitForTimeout(1500);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const { work, felt } = await typing(page, field);
    console.log(`  ${name.padEnd(16)} work ${spread(work)}; felt ${spread(felt)}`);
  }
  for (const step of ["qualification", "actors"]) {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.evaluate((step) => document.querySelector("tour-de-table").goTo(step), step);
    await page.waitForTimeout(1500);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    console.log(`  scroll ${step.padEnd(14)} ${spread(await scroll(page))} a frame; late${frames(await scroll(page))}`);
  }
  await context.close();
}

/** Prints what a figure takes in a table of 1,000 actors, beside one of plain DOM. */
async function row() {
  const page = async () => (await open(1)).page;
  const { ours, theirs } = await oneRow(page, async (page) => {
    await page.goto(server.address);
    await ready(page);
  });
  const ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
  console.log(`\none row of 1,000: ours ${spread(ours)}; plain DOM ${spread(theirs)}; ratio ${ratio.toFixed(2)} (budget 1.1)`);
}

/**
 * Prints how long a large dossier takes from `load` to the next frame, and how much of the next seconds, in which it is
 * analysed and saved, no key would be heard: what tasks take beyond 50 ms.
 */
async function opening(rate, size) {
  const { context, page } = await open(rate);
  await page.goto(server.address);
  await ready(page);
  // Handed over apart: the browser takes a while to forget the message that carried it.
  await page.evaluate((content) => (globalThis.__large = content), dossier(size));
  await page.waitForTimeout(1000);
  const { time, tasks } = await page.evaluate(async () => {
    const tasks = [];
    const seen = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
    const widget = document.querySelector("tour-de-table");
    const begun = performance.now();
    await widget.load(globalThis.__large);
    // The screen is made after the answer: what counts is the end of the frame that shows it, before the analysis.
    await new Promise((done) => setTimeout(done));
    await new Promise((done) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(null);
      }),
    );
    const time = performance.now() - begun;
    const observer = new PerformanceObserver(seen);
    observer.observe({ type: "longtask" });
    await new Promise((done) => setTimeout(done, 4000));
    return { time, tasks };
  });
  const blocked = tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
  console.log(`\nopening ${size.actors} actors and ${size.ties} ties, ${rate}× slower:${ms(time)}`);
  console.log(`  then, analysed and saved: blocked${ms(blocked)}, longest task${ms(Math.max(0, ...tasks))}`);
  await context.close();
}
