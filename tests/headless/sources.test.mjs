// What the hand-written sources must not hold: `clippy.toml` says the same of the Rust ones.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const sources = readdirSync(www, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** Fails on each line of the files of a kind that matches a pattern, comments aside. */
function forbid(extensions, patterns) {
  for (const path of sources.filter((path) => extensions.some((extension) => path.endsWith(extension)))) {
    const bare = readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ""));
    bare.split("\n").forEach((line, index) => {
      for (const pattern of patterns) assert.doesNotMatch(line, pattern, `${path}:${index + 1}`);
    });
  }
}

test("no script turns text into HTML or code", () => {
  forbid(
    [".js", ".mjs"],
    [
      /\b(inner|outer)HTML\b/,
      /\binsertAdjacentHTML\b/,
      /\bsetHTMLUnsafe\b/,
      /\bparseHTMLUnsafe\b/,
      /\bdocument\.write/,
      /\bsrcdoc\b/,
      /\bDOMParser\b/,
      /\beval\(/,
      /\bnew Function\b/,
      /\bset(Timeout|Interval)\(\s*["'`]/,
    ],
  );
});

test("no script opens a channel to the outside", () => {
  forbid([".js", ".mjs"], [/\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bEventSource\b/, /\bsendBeacon\b/, /\bRTCPeerConnection\b/]);
});

test("no style, inline script or handler stands in a page", () => {
  forbid([".html"], [/<style\b/, /\sstyle\s*=/, /\son\w+\s*=/, /<script(?![^>]*\ssrc=)/, /javascript:/i]);
});

test("no page, script or style names another site", () => {
  // Namespaces are names, not addresses; a sample may speak of its host's own address.
  const elsewhere = /(src|href|import|from|url)\s*[=(]?\s*["'(]?\s*(https?:)?\/\/(?!www\.w3\.org\/)/;
  forbid([".html", ".js", ".mjs", ".css"], [elsewhere, /@import/]);
});
