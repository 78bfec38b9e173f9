// What a browser loads before the first view is usable: JavaScript, WebAssembly and style apart, as it is, with gzip
// and with Brotli; then what follows at once behind it. With `--check`, fails above the budget.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The budget: bytes of the first load with Brotli at its highest level. */
const BUDGET = 200_000;

/** What the stand-alone page asks for before its first view. */
const PAGE = ["index.html", "index.js", "loader.js", "tour-de-table.wasm"];

const folder = new URL("../pkg/", import.meta.url);

/** @returns {{kind: string, raw: number, gzip: number, brotli: number}[]} a row a kind, their total, what follows */
export function firstLoad() {
  const integrity = JSON.parse(readFileSync(new URL("integrity.json", folder), "utf8"));
  const rows = new Map(["JavaScript", "WebAssembly", "style"].map((kind) => [kind, { kind, raw: 0, gzip: 0, brotli: 0 }]));
  const total = { kind: "first load", raw: 0, gzip: 0, brotli: 0 };
  const page = { kind: "page alone", raw: 0, gzip: 0, brotli: 0 };
  const behind = { kind: "second part", raw: 0, gzip: 0, brotli: 0 };
  for (const [name, { firstLoad }] of Object.entries(integrity)) {
    const alone = PAGE.includes(name);
    if (!firstLoad && !alone && name !== "screens.wasm") continue;
    const content = readFileSync(new URL(name, folder));
    const kind = name.endsWith(".wasm") ? "WebAssembly" : name === "styles.js" ? "style" : "JavaScript";
    const sizes = {
      raw: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
    const counted = firstLoad ? [rows.get(kind), total] : alone ? [] : [behind];
    for (const row of alone ? [...counted, page] : counted) {
      for (const size of Object.keys(sizes)) row[size] += sizes[size];
    }
  }
  return [...rows.values(), total, page, behind];
}

/** Prints the rows as a table. */
export function print(rows) {
  console.log(`${"bytes".padEnd(12)}${["raw", "gzip", "brotli"].map((head) => head.padStart(11)).join("")}`);
  for (const { kind, raw, gzip, brotli } of rows) {
    console.log(`${kind.padEnd(12)}${[raw, gzip, brotli].map((size) => size.toLocaleString("en").padStart(11)).join("")}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = firstLoad();
  print(rows);
  // Of an element in a page of others, or of the page that shows it alone: the heavier of the two.
  const brotli = Math.max(...rows.filter(({ kind }) => ["first load", "page alone"].includes(kind)).map(({ brotli }) => brotli));
  const share = (brotli / BUDGET).toFixed(3);
  console.log(`first load with Brotli: ${share} × the budget of ${BUDGET.toLocaleString("en")}`);
  if (process.argv.includes("--check") && brotli > BUDGET) {
    console.error("The first load passes its budget: see what moved into it (twiggy reads the parts in target/xtask).");
    process.exitCode = 1;
  }
}
