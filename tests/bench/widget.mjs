// What the widget costs: bytes of the first load, time until it can be used, time from a keystroke to the next
// frame. Everything on the built package, in the machine's own Chromium. Run by `cargo xtask bench`.
import { firstLoad, print } from "../../xtask/first-load.mjs";
import { launch } from "../browser/support/chromium.mjs";
import { startServer } from "../browser/support/server.mjs";
import { dossier } from "./dossier.mjs";

const SLOWDOWNS = [1, 4];
const LOADS = 9;
const KEYS = 30;

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))];
const ms = (value) => `${value.toFixed(1).padStart(8)} ms`;

const server = await startServer();
const browser = await launch();
try {
  print(firstLoad());
  console.log(`\nnavigation to usable, stand-alone page, empty cache, ${LOADS} runs`);
  for (const rate of SLOWDOWNS) {
    const times = [];
    for (let run = 0; run < LOADS; run += 1) times.push(await usable(rate));
    console.log(`  ${rate}× slower: median${ms(quantile(times, 0.5))}, least${ms(sorted(times)[0])}`);
  }
  for (const rate of SLOWDOWNS) {
    for (const size of [{ actors: 60 }, { actors: 500, objectives: 40 }]) await typing(rate, size);
  }
  await opening(4, { actors: 2000, objectives: 40, ties: 5000 });
} finally {
  await browser.close();
  server.stop();
}

/** A page in a context of its own, on a processor made slower. */
async function open(rate) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr-FR" });
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

/** Milliseconds from the start of the navigation to the frame after the widget says that it is ready. */
async function usable(rate) {
  const { context, page } = await open(rate);
  // The page itself notes the moment: a question asked from outside would come too late.
  await page.addInitScript(() => {
    customElements.whenDefined("tour-de-table").then(async () => {
      let widget;
      while (!(widget = document.querySelector("tour-de-table"))) await new Promise(requestAnimationFrame);
      await widget.ready;
      requestAnimationFrame(() => setTimeout(() => (globalThis.__usable = performance.now())));
    });
  });
  await page.goto(server.address);
  const time = await (await page.waitForFunction(() => globalThis.__usable)).jsonValue();
  await context.close();
  return time;
}

/** Types in the first text field of a step and prints how long each key keeps the page busy. */
async function typing(rate, size) {
  const { context, page, session } = await open(rate);
  await page.goto(server.address);
  await ready(page);
  await page.evaluate(async (content) => document.querySelector("tour-de-table").load(content), dossier(size));
  await session.send("Performance.enable");
  console.log(`\nkeystroke to next frame, ${size.actors} actors, ${rate}× slower, ${KEYS} keys`);
  for (const step of ["project", "actors"]) {
    await page.evaluate((name) => document.querySelector("tour-de-table").goTo(name), step);
    const field = page.locator("tour-de-table").locator("input[type=text]:visible, input:not([type]):visible").first();
    if (!(await field.isVisible().catch(() => false))) {
      console.log(`  ${step}: no text field`);
      continue;
    }
    await field.click();
    await field.evaluate((input) => {
      globalThis.__keys = [];
      input.addEventListener("keydown", (event) => {
        const begun = event.timeStamp;
        // The task after the frame's callbacks runs once the frame has been laid out and painted.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => globalThis.__keys.push(performance.now() - begun);
          channel.port2.postMessage(null);
        });
      });
    });
    const busy = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
    };
    const before = await busy();
    for (let key = 0; key < KEYS; key += 1) {
      await page.keyboard.press("abcdefghij"[key % 10]);
      await page.waitForTimeout(60);
    }
    const work = (await busy()) - before;
    const times = await page.evaluate(() => globalThis.__keys);
    if (times.length === 0) {
      console.log(`  ${step}: the field took no key`);
      continue;
    }
    console.log(
      `  ${step.padEnd(8)} median${ms(quantile(times, 0.5))}, 95 %${ms(quantile(times, 0.95))}; ` +
        `main thread busy${ms(work / KEYS)} per key, all told`,
    );
  }
  await context.close();
}

/** Prints how long a large dossier takes from `load` to the next frame. */
async function opening(rate, size) {
  const { context, page } = await open(rate);
  await page.goto(server.address);
  await ready(page);
  const time = await page.evaluate(async (content) => {
    const widget = document.querySelector("tour-de-table");
    const begun = performance.now();
    await widget.load(content);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
  }, dossier(size));
  console.log(`\nopening ${size.actors} actors and ${size.ties} ties, ${rate}× slower:${ms(time)}`);
  await context.close();
}
