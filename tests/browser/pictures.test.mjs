// Every picture as a file: SVG and PNG, with title, legend and date, for whoever opens it elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, browserTest } from "./support/browser-test.mjs";

const HOSTILE = "</text><script>alert(1)</script>\" onload='alert(2)' &lt; \u0001";

// Broken at its hyphens where the legend is narrow.
const LONG = "Structure d’insertion des Hauts-de-Brune-et-de-la-Haute-Vallée-de-la-Petite-Rivière";

const ELEMENTS = "svg g path rect circle ellipse line polyline polygon text tspan title desc defs clipPath marker pattern".split(" ");
const ATTRIBUTES = (
  "xmlns role x y width height viewBox preserveAspectRatio overflow transform d pathLength rx ry cx cy r x1 y1 x2 y2 points dx dy id " +
  "clipPathUnits refX refY markerWidth markerHeight markerUnits orient patternUnits patternTransform fill fill-opacity fill-rule " +
  "stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin paint-order visibility " +
  "marker-start marker-end font-family font-size font-weight font-style letter-spacing text-anchor opacity clip-path"
).split(" ");

const readings = (values) => Object.entries(values).map(([criterion, value]) => ({ criterion, value, on: "2026-11-02" }));
const dossier = () => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  revision: 7,
  language: "fr",
  project: { title: "Métiers du tourisme" },
  actors: [
    { id: "a1", name: "CCI", kind: "business", readings: readings({ influence: 3, interest: 3, mobilisation: 2 }) },
    { id: "a2", name: HOSTILE, kind: "association", readings: readings({ influence: 1, interest: 0, mobilisation: 0 }) },
    ...["Un", "Deux", LONG].map((name, n) => ({ id: `b${n}`, name, kind: "expert" })),
  ],
});

const open = (widget, step = "qualification") =>
  widget.evaluate(async (element, [content, place]) => {
    await element.load(content);
    await element.goTo(place);
  }, [dossier(), step]);

const button = (widget, name) => widget.getByRole("button", { name });

/** Saves by one of the buttons: the name of the file and its bytes. */
async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Width, height and dots per metre of a PNG: its header, then `pHYs` right after it. */
function measures(bytes) {
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.equal(bytes.subarray(37, 41).toString(), "pHYs");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), dots: bytes.readUInt32BE(41) };
}

/** A page outside the site, so without its policy: where a file lands once it is saved. */
async function elsewhere(page, work) {
  const context = await page.context().browser().newContext({ viewport: { width: 1280, height: 1000 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What the browser reads in the file. */
const read = (page, text) => elsewhere(page, (blank) => blank.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    const all = [...parsed.querySelectorAll("*")];
    const root = parsed.documentElement;
    return {
      error: parsed.querySelector("parsererror")?.textContent,
      elements: [...new Set(all.map((element) => element.localName))],
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
      values: all.flatMap((element) => element.getAttributeNames().filter((name) => name !== "xmlns").map((name) => element.getAttribute(name))),
      title: root.querySelector("title").textContent,
      words: [...parsed.querySelectorAll("text")].map((element) => element.textContent),
      fills: [...new Set(all.map((element) => element.getAttribute("fill")).filter(Boolean))],
      width: Number(root.getAttribute("width")),
      height: Number(root.getAttribute("height")),
    };
  }, text));

function assertSafe(seen) {
  assert.equal(seen.error, undefined);
  assert.deepEqual(seen.elements.filter((name) => !ELEMENTS.includes(name)), []);
  assert.deepEqual(seen.attributes.filter((name) => !ATTRIBUTES.includes(name)), []);
  assert.deepEqual(seen.values.filter((value) => /script|:|url\((?!#)/i.test(value)), []);
}

browserTest("the map as SVG: title, legend, date, hostile words as words", {}, async ({ page, widget }) => {
  await open(widget);
  const { name, bytes } = await saved(page, () => button(widget, /^SVG/).click());
  assert.match(name, /^\d{4}-\d\d-\d\d_metiers-du-tourisme_v\d+_carte\.svg$/);
  const text = bytes.toString("utf8");
  const seen = await read(page, text);
  assertSafe(seen);
  assert.equal(seen.title, "Influence et intérêt");
  const words = seen.words.join("\n");
  assert.ok(seen.words.includes("Influence et intérêt"), "the title is seen too");
  for (const part of [
    /^CCI$/m,
    /Remplissage\u00a0: mobilisation/,
    /^Entreprises/m,
    /^Associations$/m,
    /Non placés\u00a0: Un,\sDeux\set\sStructure/,
    /Source\u00a0:\sTour\sde\stable/,
    new RegExp(`${new Date().getFullYear()}`),
  ]) {
    assert.match(words, part);
  }
  assert.doesNotMatch(words, /Pouvoirs publics/, "a family that the picture does not show");
  assert.ok(text.includes("&lt;/text&gt;&lt;script&gt;"), "hostile words came through, escaped");
  // Opened as a document of its own, it runs nothing, asks for nothing, and is drawn.
  await elsewhere(page, async (alone) => {
  const talk = [];
  alone.on("dialog", (dialog) => (talk.push(dialog.message()), dialog.dismiss()));
  alone.on("request", (request) => talk.push(request.url()));
  alone.on("console", (message) => talk.push(message.text()));
  const address = "https://fichier.example/carte.svg";
  await alone.route("**/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: bytes }));
  await alone.goto(address);
  const drawn = await alone.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    const labels = [...document.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().width > 0);
    return { width, height, labels: labels.length, scripts: document.scripts?.length ?? 0 };
  });
  assert.deepEqual([drawn.width, drawn.height], [seen.width, seen.height]);
  assert.ok(drawn.labels > 15);
  assert.equal(drawn.scripts, 0);
  assert.deepEqual(talk.filter((line) => line !== address && !line.endsWith("/favicon.ico")), []);
  await alone.screenshot({ path: new URL("../../target/screenshots/picture-map.png", import.meta.url).pathname });
  });
});

browserTest("a narrow legend keeps its lines: none over another, no word lost", { width: 375 }, async ({ page, widget }) => {
  await open(widget, "summary");
  const { bytes } = await saved(page, () => button(widget, /^SVG/).click());
  const found = await elsewhere(page, async (alone) => {
    await alone.route("**/*", (route) => route.fulfill({ contentType: "image/svg+xml", body: bytes }));
    await alone.goto("https://fichier.example/carte.svg");
    return alone.evaluate(() => {
      const lines = [...document.querySelectorAll(":root > text")].map((text) => ({ words: text.textContent, box: text.getBBox() }));
      const over = lines.flatMap((one, at) =>
        lines.slice(at + 1).filter(
          ({ box }) =>
            Math.min(one.box.x + one.box.width, box.x + box.width) - Math.max(one.box.x, box.x) > 2 &&
            Math.min(one.box.y + one.box.height, box.y + box.height) - Math.max(one.box.y, box.y) > 5,
        ).map((other) => [one.words, other.words]),
      );
      const width = Number(document.documentElement.getAttribute("width"));
      const out = lines.filter(({ box }) => box.x < 0 || box.x + box.width > width).map(({ words }) => words);
      return { over, out, words: lines.map(({ words }) => words).join(" ").replace(/- /g, "-") };
    });
  });
  assert.deepEqual([found.over, found.out], [[], []]);
  assert.match(found.words, new RegExp(LONG));
});

browserTest("in the dark theme the file is the same as in the light one", { theme: "dark" }, async ({ page, widget }) => {
  await open(widget);
  const ink = () => widget.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".map-label")).fill);
  const before = await ink();
  const dark = await read(page, (await saved(page, () => button(widget, /^SVG/).click())).bytes.toString());
  assert.equal(await ink(), before, "the screen stays dark");
  await page.emulateMedia({ colorScheme: "light" });
  assert.notEqual(await ink(), before);
  const light = await read(page, (await saved(page, () => button(widget, /^SVG/).click())).bytes.toString());
  assert.deepEqual(dark.fills.sort(), light.fills.sort());
  assert.ok(light.fills.includes("#ffffff"));
});

browserTest("the map as PNG, for the screen and for paper", {}, async ({ page, widget }) => {
  await open(widget);
  const svg = await read(page, (await saved(page, () => button(widget, /^SVG/).click())).bytes.toString());
  const sizes = [[/^PNG, image/, 2, 192, /_carte\.png$/], [/^PNG 300 ppp/, 3.125, 300, /_carte-300-ppp\.png$/]];
  for (const [label, scale, dots, called] of sizes) {
    const { name, bytes } = await saved(page, () => button(widget, label).click());
    assert.match(name, called);
    const found = measures(bytes);
    assert.deepEqual([found.width, found.height], [Math.round(svg.width * scale), Math.round(svg.height * scale)]);
    // An inch is 0.0254 m.
    assert.equal(found.dots, Math.round(dots / 0.0254));
    const corner = await page.evaluate(async (content) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(content)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      let inked = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 300) inked += 1;
      return { first: [...data.slice(0, 4)], inked: inked / (image.width * image.height) };
    }, [...bytes]);
    assert.deepEqual(corner.first, [255, 255, 255, 255], "white ground");
    assert.ok(corner.inked > 0.003, `something is drawn: ${corner.inked}`);
  }
});

browserTest("by keyboard, accessible, and the page may take the file", { theme: "dark" }, async ({ page, widget }) => {
  await open(widget, "summary");
  await assertAccessible(page);
  await button(widget, /^SVG/).focus();
  const { name } = await saved(page, () => page.keyboard.press("Enter"));
  assert.match(name, /\.svg$/);
  // Nothing made for the file stays behind.
  assert.equal(await widget.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll(".picture-key").length), 0);
  assert.equal(await widget.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".tdt").getAttribute("style")), null);
  const told = await widget.evaluate(
    (element) =>
      new Promise((done) => {
        element.addEventListener("tdt-export", (event) => (event.preventDefault(), done(event.detail)), { once: true });
        [...element.shadowRoot.querySelectorAll(".picture-tools button")].at(-1).click();
      }),
  );
  assert.equal(told.format, "png");
  assert.match(told.name, /_carte-300-ppp\.png$/);
});

browserTest("no way out where the page wants none", { html: "<tour-de-table no-export></tour-de-table>", path: "/hote.html" }, async ({ widget }) => {
  await open(widget);
  await widget.locator(".map-label").first().waitFor();
  assert.equal(await widget.locator(".picture-tools").count(), 0);
});
