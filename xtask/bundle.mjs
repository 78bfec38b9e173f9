// Puts the element into one script each for `loader.js`, which asks only for the parts of the module, and for
// `autonome.html`, which holds them too and asks for nothing.
// Standard input: {folder, modules, minify}, the folder holding every other file of the package and the names of its
// WebAssembly modules; standard output: {names: contents}.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const { build } = createRequire(new URL("../tests/", import.meta.url))("esbuild");

const { folder, modules, minify } = JSON.parse(readFileSync(0, "utf8"));
const www = fileURLToPath(new URL("../www/", import.meta.url));
const sha = (kind, content) => `${kind}-${createHash(kind).update(content).digest("base64")}`;
const settings = {
  bundle: true, write: false, target: "es2022", charset: "utf8", legalComments: "none", minify, logLevel: "warning",
  // Where a file of the package looks beside itself is never asked here: the sources of the kind stand in its place.
  logOverride: { "empty-import-meta": "silent" },
};

/** The glue as a function that gives a fresh copy each time: an instance is never used again after a fault. */
async function glue(name) {
  const { outputFiles } = await build({ ...settings, entryPoints: [join(folder, name)], format: "iife", globalName: "glue" });
  return `export const make = () => {\n${outputFiles[0].text}\nreturn glue;\n};`;
}

const virtual = {
  "tdt:bindings": await glue("bindings.js"),
  "tdt:exports-bindings": await glue("exports-bindings.js"),
  "tdt:integrity": `export default ${JSON.stringify(
    Object.fromEntries(modules.map((name) => [name, sha("sha384", readFileSync(join(folder, name)))])),
  )};`,
};

/** The files of the package, with the sources of `kind` in place of their own. */
const files = (kind) => ({
  name: "files",
  setup(on) {
    on.onResolve({ filter: /^tdt:/ }, ({ path }) => ({ path, namespace: "tdt" }));
    on.onLoad({ filter: /.*/, namespace: "tdt" }, ({ path }) => ({ contents: virtual[path] }));
    on.onResolve({ filter: /\/sources\.js$/ }, () => ({ path: join(www, kind, "sources.js") }));
    on.onResolve({ filter: /^\.\.?\// }, ({ path }) => ({ path: join(folder, path.split("/").pop()) }));
  },
});

async function script(kind, entry) {
  const options = { ...settings, entryPoints: [entry], format: "iife", plugins: [files(kind)] };
  const { outputFiles } = await build(options);
  return outputFiles[0].text;
}

/** One file that obeys a policy under which it could not ask for anything. */
async function page() {
  const code = `\n${(await script("autonome", join(www, "autonome/autonome.js"))).trim()}\n`;
  const policy = [
    "default-src 'none'",
    `script-src '${sha("sha256", code)}' 'wasm-unsafe-eval'`,
    "img-src blob:",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const block = (name) => {
    const data = gzipSync(readFileSync(join(folder, name)), { level: 9 }).toString("base64");
    return `<script type="application/octet-stream" data-file="${name}">${data}</script>`;
  };
  const parts = {
    'content="policy"': `content="${policy}"`,
    '<script src="files"></script>': modules.map(block).join("\n    "),
    '<script src="script"></script>': `<script>${code}</script>`,
  };
  let whole = readFileSync(join(www, "autonome/autonome.html"), "utf8");
  for (const [place, content] of Object.entries(parts)) {
    if (!whole.includes(place)) throw new Error(`autonome.html does not hold ${place}`);
    whole = whole.replace(place, () => content);
  }
  return whole;
}

const made = { "loader.js": await script("loader", join(www, "loader/loader.js")), "autonome.html": await page() };
process.stdout.write(JSON.stringify(made));
