// A test in a real browser, on the built package, under the strict policy.
//
//   browserTest("a name becomes an actor", { width: 375, theme: "dark" }, async ({ page, widget }) => { … });
//
// Each test has a browser context of its own, so no storage and no page of another test. It fails when anything
// went wrong on the way: see `watch.mjs`. Playwright's locators look through the open shadow root by themselves.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { startServer } from "./server.mjs";
import { Watch } from "./watch.mjs";

export { assertAccessible } from "./axe.mjs";

const screenshots = fileURLToPath(new URL("../../../target/screenshots/", import.meta.url));

// One browser and one server of each kind for a file of tests, started when first needed.
let browser;
const servers = new Map();

after(async () => {
  await (await browser)?.close();
  for (const server of servers.values()) (await server).stop();
});

function serverOf(panicSwitch) {
  if (!servers.has(panicSwitch)) servers.set(panicSwitch, startServer({ panicSwitch }));
  return servers.get(panicSwitch);
}

/**
 * @typedef {object} Setting
 * @property {string} [path] what to open, `/` (the stand-alone page) by default; a full address works too
 * @property {string} [html] the page to open instead: the `<body>` of a host page, under the same policy
 * @property {boolean} [plain] from a plain-http name, where there is no secure context
 * @property {boolean} [panicSwitch] on the build that can provoke a panic
 * @property {boolean} [open] `false`: open no page, the test calls `goto` itself
 * @property {number} [width] of the window, 1280 by default
 * @property {number} [height] of the window, 800 by default
 * @property {"light"|"dark"} [theme]
 * @property {boolean} [forcedColors]
 * @property {boolean} [reducedMotion]
 * @property {string} [locale] of the browser, `fr-FR` by default
 * @property {number} [cpu] how many times slower the processor is made
 * @property {RegExp[]} [allow] problems that this test provokes
 * @property {number} [timeout] milliseconds, 120,000 by default
 * @property {boolean|string} [skip]
 * @property {object} [context] further options of Playwright's `newContext`
 */

/**
 * @param {string} name
 * @param {Setting} setting
 * @param {(tools: Tools) => Promise<void>} body
 */
export function browserTest(name, setting, body) {
  test(name, { timeout: setting.timeout ?? 120_000, skip: setting.skip }, async (t) => {
    browser ??= launch();
    const server = await serverOf(setting.panicSwitch ?? false);
    const reportsBefore = (await server.reports()).length;
    const context = await (await browser).newContext({
      viewport: { width: setting.width ?? 1280, height: setting.height ?? 800 },
      locale: setting.locale ?? "fr-FR",
      timezoneId: "Europe/Paris",
      colorScheme: setting.theme ?? "light",
      forcedColors: setting.forcedColors ? "active" : "none",
      reducedMotion: setting.reducedMotion ? "reduce" : "no-preference",
      ...setting.context,
    });
    context.setDefaultTimeout(20_000);
    try {
      const watch = new Watch(setting.allow);
      await watch.follow(context);
      const tools = new Tools(t, context, server, watch, setting);
      tools.page = await context.newPage();
      if (setting.cpu) await tools.slowDown(setting.cpu);
      if (setting.open !== false) await tools.goto(setting.path ?? "/", setting);
      await body(tools);
      for (const report of (await server.reports()).slice(reportsBefore)) {
        watch.note(`report: ${JSON.stringify(report)}`);
      }
      assert.deepEqual(watch.problems, [], "something went wrong on the page");
    } catch (error) {
      // What the page looked like is worth more than a stack.
      await context.pages()[0]?.screenshot({ path: `${screenshots}failed/${slug(name)}.png` }).catch(() => {});
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** What a test works with. */
class Tools {
  #base;

  constructor(t, context, server, watch, setting) {
    this.t = t;
    this.context = context;
    this.server = server;
    this.watch = watch;
    this.#base = setting.plain ? server.plainAddress : server.address;
    // A test takes out what it needs: `({ page, tab, download }) => …`.
    for (const method of ["goto", "tab", "reload", "ready", "slowDown", "screenshot", "download"]) {
      this[method] = this[method].bind(this);
    }
  }

  /** The first widget of the page. */
  get widget() {
    return this.page.locator("tour-de-table").first();
  }

  /** Opens a page and waits until its widgets can be used. */
  async goto(path, { html, page = this.page } = {}) {
    const address = new URL(path, this.#base).href;
    if (html !== undefined) await this.#host(page, address, html);
    await page.goto(address);
    await this.ready(page);
    return page;
  }

  /** Opens a further page in the same browser context: the same storage, another tab. */
  async tab(path = "/", options = {}) {
    return this.goto(path, { ...options, page: await this.context.newPage() });
  }

  /** Loads the page again and waits until its widgets can be used. */
  async reload(page = this.page) {
    await page.reload();
    await this.ready(page);
  }

  /** Waits until every widget of the page can be used; from then on, any request is one too many. */
  async ready(page = this.page) {
    const usable = page.evaluate(async () => {
      const widgets = [...document.querySelectorAll("tour-de-table")];
      if (widgets.length === 0) return;
      await customElements.whenDefined("tour-de-table");
      await Promise.all(widgets.map((widget) => widget.ready));
    });
    let timer;
    const tooLate = new Promise((_resolve, reject) => {
      const seen = () => `the widget is not ready after 20 s; seen so far: ${JSON.stringify(this.watch.problems)}`;
      timer = setTimeout(() => reject(new Error(seen())), 20_000);
    });
    await Promise.race([usable, tooLate]).finally(() => clearTimeout(timer));
    await page.waitForLoadState("load");
    this.watch.loaded();
  }

  /** Serves a host page at an address of the site, with the site's own headers. */
  async #host(page, address, html) {
    await page.route(address, async (route) => {
      const model = await route.fetch({ url: new URL("/", this.server.address).href });
      const body = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page hôte</title>
<script type="module" src="/tour-de-table.js"></script></head><body>${html}</body></html>`;
      await route.fulfill({ response: model, body });
    });
  }

  /** Makes the processor `rate` times slower; 1 is its own speed. */
  async slowDown(rate, page = this.page) {
    const session = await this.context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
  }

  /** Writes `target/screenshots/<name>.png` and gives its path. */
  async screenshot(name, { page = this.page, ...options } = {}) {
    mkdirSync(screenshots, { recursive: true });
    const path = `${screenshots}${slug(name)}.png`;
    await page.screenshot({ path, ...options });
    return path;
  }

  /** What `action` makes the page download: its name and its text. */
  async download(action, page = this.page) {
    const [download] = await Promise.all([page.waitForEvent("download"), action()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }
}

const slug = (name) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
