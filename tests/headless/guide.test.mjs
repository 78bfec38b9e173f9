// The guide says what is: every error code, the policy under which the tests run, files and names that exist.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
const guide = read("pkg/README.md");
const rows = (heading) => {
  const section = guide.split(`## ${heading}\n`)[1].split("\n## ")[0];
  return [...section.matchAll(/^\| (`[^|]+)\|([^|]*)\|([^|]*)\|$/gm)].map(([, names, ...cells]) => ({
    names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    cells: cells.map((cell) => cell.trim()),
  }));
};

test("every error code of the scripts and of the library has its cause and its remedy", () => {
  const scripts = ["element", "loader", "autonome"].flatMap((folder) =>
    readdirSync(new URL(`www/${folder}`, root)).filter((name) => name.endsWith(".js")).map((name) => read(`www/${folder}/${name}`)),
  );
  const thrown = scripts.flatMap((text) => [...text.matchAll(/TourDeTableError\((?:\w+ \? )?"([a-z-]+)"(?: : "([a-z-]+)")?/g)].flatMap(([, ...codes]) => codes.filter(Boolean)));
  const told = scripts.flatMap((text) => [...text.matchAll(/#error\("([a-z-]+)"/g)].map(([, code]) => code));
  const refused = ["leaving", "merging"].flatMap((file) =>
    [...read(`src/ui/app/${file}.rs`).matchAll(/refused\("([a-z-]+)"\)/g)].map(([, code]) => code));
  const typed = [...read("www/element/tour-de-table.d.ts").split("export type ErrorCode =")[1].split(";")[0].matchAll(/\| "([a-z-]+)"/g)].map(([, code]) => code);
  const known = new Set([...thrown, ...told, ...refused, ...typed]);
  assert.ok(known.size >= 20, [...known].join(" "));
  const listed = rows("Erreurs et remèdes");
  assert.deepEqual(listed.flatMap(({ names }) => names).toSorted(), [...known].toSorted());
  for (const { names, cells } of listed) assert.ok(cells.every((cell) => cell.length > 3), names[0]);
});

test("every code that keeps the widget from working has a sentence on the screen", async () => {
  const { WORDS } = await import(new URL("www/element/words.js", root));
  for (const code of ["file-page", "wasm-disabled", "wasm-csp", "script-csp", "connect-csp", "wasm-login-page", "wasm-mime", "version-mismatch", "integrity-failed", "load-failed"]) {
    assert.ok(WORDS.fr[code] && WORDS.en[code], code);
  }
});

test("every attribute is explained, and no other", () => {
  const declared = JSON.parse(read("www/element/custom-elements.json")).modules[0].declarations[0].attributes.map(({ name }) => name);
  // Only the stylesheet knows this one.
  assert.deepEqual(rows("Attributs").flatMap(({ names }) => names).toSorted(), [...declared, "data-fill"].toSorted());
});

test("the policy of the guide and of the samples is the one that the tests serve", () => {
  const served = read("xtask/src/serve.rs");
  const wanted = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob:";
  assert.ok(served.replaceAll(/\\\n\s*/g, "").includes(wanted));
  for (const file of ["pkg/README.md", "www/exemples/statique/README.md", "www/exemples/dsfr/README.md", "www/exemples/wordpress/README.md"]) {
    assert.ok(read(file).includes(wanted), file);
  }
});

test("the files that the guide and the samples name are in the package", () => {
  const sources = ["element", "standalone", "frame", "loader", "autonome"].map((folder) => `www/${folder}/`);
  const made = ["integrity.json", "package.json", "README.md", "tour-de-table.wasm"];
  const texts = [guide, ...readdirSync(new URL("www/exemples", root), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "vocabulaires").map(({ name }) => read(`www/exemples/${name}/README.md`))];
  const own = /^(page|suivi|patch|index|deux)\.|^client|Web|\.test\.mjs$|\/|^\.wasm$/;
  for (const name of new Set(texts.flatMap((text) => [...text.matchAll(/`([\w./-]+\.(?:js|html|json|ts|wasm))`/g)].map(([, file]) => file)))) {
    assert.ok(own.test(name) || made.includes(name) || sources.some((folder) => existsSync(new URL(folder + name, root))), name);
  }
});

test("the guide and the samples keep French typography", () => {
  const files = ["pkg/README.md", "www/exemples/README.md", ...readdirSync(new URL("www/exemples", root), { recursive: true }).filter((name) => name.endsWith("README.md")).map((name) => `www/exemples/${name}`)];
  for (const file of new Set(files)) {
    const text = read(file).replaceAll(/```[\s\S]*?```/g, "").replaceAll(/`[^`\n]*`/g, "code");
    assert.doesNotMatch(text, / [;!?:](\s|$)|« | »|[a-z]'[a-zà-ÿ]/m, `${file}: ${/.{20}( [;!?:](\s|$)|« | »|[a-z]'[a-zà-ÿ]).{0,10}/m.exec(text)?.[0]}`);
  }
});

test("the functions that the guide imports are there", async () => {
  const headless = await import(new URL("pkg/headless.js", root));
  const names = /import \{ ([^}]+) \} from "tour-de-table\/headless"/.exec(guide)[1].split(", ");
  for (const name of names) assert.equal(typeof headless[name], "function", name);
});
