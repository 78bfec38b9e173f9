// Diagrams read and drawn by Mermaid itself (its own build without the heaviest kinds of diagram), as a wiki would.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { exportTo } from "../../pkg/headless.js";
import { browserTest } from "./support/browser-test.mjs";

const MERMAID = createRequire(import.meta.url).resolve("@mermaid-js/tiny");
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const hostile = read("tests/fixtures/dossiers/valid/hostile-text.json");
const NAUGHTY = [
  "]; click n0 call alert(1)", "\"] --> x[\"", "end", "%%{init: {\"securityLevel\": \"loose\"}}%%", "<img src=x onerror=alert(1)>", "a --> b",
  "`code` **gras**", "$$x^2$$", "#quot;", "&lt;script&gt;", "subgraph x", "deux\nlignes", "o", "x", "style n0 fill:#f00", "---", "::: a", "@{ shape: cyl }", "\u202eabc",
];
const naughty = {
  format: "tour-de-table/dossier", formatVersion: "1.0", id: "d", language: "fr",
  project: { title: NAUGHTY.join(" ") },
  actors: NAUGHTY.map((name, rank) => ({ id: `a${rank}`, name, kind: rank % 2 ? "business" : undefined })),
  ties: NAUGHTY.slice(1).map((_, rank) => ({ from: `a${rank}`, to: `a${rank + 1}`, level: rank % 2 ? "conflict" : "cooperating", directed: rank % 3 === 0 })),
};

/** A page of its own, with nothing but Mermaid as wikis set it up. */
async function wiki(context) {
  const page = await context.newPage();
  await page.addScriptTag({ path: MERMAID });
  await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false }));
  return page;
}

/** What Mermaid makes of a diagram: its nodes, its links, and the drawing. */
const understood = (page, text) =>
  page.evaluate(async (text) => {
    const { mermaid } = globalThis;
    const { diagramType } = await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const nodes = [...db.getVertices().keys()];
    const links = db.getEdges().map(({ start, end, stroke, type }) => [start, end, stroke, type]);
    const { svg } = await mermaid.render("drawn", text);
    const drawn = new DOMParser().parseFromString(svg, "text/html").body;
    const risky = [...drawn.querySelectorAll("*")].filter(
      (element) => ["SCRIPT", "IMG", "IFRAME", "A"].includes(element.tagName.toUpperCase()) || element.getAttributeNames().some((name) => name.startsWith("on")),
    );
    const labels = [...drawn.querySelectorAll(".node")].map((node) => node.textContent.trim());
    return { diagramType, nodes, links, risky: risky.length, labels, subgraphs: db.getSubGraphs().map(({ id }) => id) };
  }, text);

const families = (actors) => [...new Set(actors.map(({ kind }) => kind).filter(Boolean))];

for (const [name, dossier] of [["hostile-text.json", hostile], ["naughty names", naughty], ...["petit", "bassin", "soixante"].map((code) => [code, read(`src/vocabulary/examples/${code}.json`)])]) {
  browserTest(`Mermaid reads and draws the diagram of ${name}: every actor, every tie, nothing else`, { open: false }, async ({ context }) => {
    const text = new TextDecoder().decode((await exportTo("mermaid", dossier)).bytes);
    const found = await understood(await wiki(context), text);
    assert.match(found.diagramType, /^flowchart/);
    const actors = dossier.actors ?? [];
    const place = new Map(actors.map(({ id }, rank) => [id, `n${rank}`]));
    assert.deepEqual(found.nodes.toSorted(), [...place.values()].sort());
    assert.equal(found.subgraphs.length, families(actors).length);
    const ties = (dossier.ties ?? []).filter(({ from, to }) => place.has(from) && place.has(to));
    assert.deepEqual(
      found.links,
      ties.map(({ from, to, level, directed }) => [place.get(from), place.get(to), level === "conflict" ? "dotted" : "normal", directed ? "arrow_point" : "arrow_open"]),
    );
    assert.equal(found.risky, 0);
    assert.equal(found.labels.length, actors.length);
    if (dossier === naughty) {
      // Each name is read as it was written, on one line, its mark of direction shown.
      const shown = (name) => name.replaceAll("\n", " ").replace("\u202e", "[U+202E]");
      assert.deepEqual(found.labels.toSorted(), NAUGHTY.map(shown).toSorted());
    }
  });
}
