// The package as `npm pack` makes it, used from a plain page, from a Vite project and from a classic script.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserTest } from "./support/browser-test.mjs";
import { title, type } from "./support/hosts.mjs";

const SITE = "http://site.example";
const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tdt-pack-"));
after(() => rmSync(folder, { recursive: true }));

const run = (command, parameters, cwd) => {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${parameters.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
};

/** Packs once, and unpacks as an installed dependency of a project. */
const packed = (() => {
  let listed;
  return () => {
    if (listed) return listed;
    const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder, pkg], folder));
    run("tar", ["-xzf", filename], folder);
    mkdirSync(join(folder, "node_modules"));
    cpSync(join(folder, "package"), join(folder, "node_modules/tour-de-table"), { recursive: true });
    listed = files.map(({ path }) => path);
    return listed;
  };
})();

const kinds = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".css": "text/css" };

/** Serves a folder as a site, under the policy that the package promises to respect. */
async function serve(page, root) {
  const missing = [];
  await page.route(`${SITE}/**`, (route) => {
    const path = normalize(new URL(route.request().url()).pathname);
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) {
      missing.push(path);
      return route.fulfill({ status: 404 });
    }
    const headers = {
      "content-type": kinds[extname(file)] ?? "application/octet-stream",
      "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob:; require-trusted-types-for 'script'; trusted-types 'none'",
    };
    return route.fulfill({ headers, body: readFileSync(file) });
  });
  return missing;
}

async function works({ page, widget, goto, watch }, root) {
  const missing = await serve(page, root);
  await goto(`${SITE}/`);
  await type(widget, "Depuis le paquet");
  await widget.evaluate((element) => element.goTo("governance"));
  assert.equal(await title(widget), "Depuis le paquet");
  const asked = watch.requests.map((address) => new URL(address).pathname);
  // The module of other tools' files comes when it is first wanted, and is found too.
  const before = watch.problems.length;
  const diagram = await widget.evaluate(async (element) => (await element.export("mermaid")).text());
  assert.match(diagram, /^flowchart/);
  const late = watch.problems.splice(before);
  assert.ok(late.every((problem) => /^late request: GET \S+\/exports\b/.test(problem)), late.join("\n"));
  assert.deepEqual(missing, []);
  return asked;
}

test("npm packs every file of the package and nothing else", () => {
  const wanted = [...Object.keys(JSON.parse(readFileSync(join(pkg, "integrity.json"), "utf8"))), "integrity.json"];
  assert.deepEqual(packed().toSorted(), wanted.toSorted());
});

browserTest("from a plain page", { open: false }, async (tools) => {
  packed();
  const site = join(folder, "plain");
  cpSync(join(folder, "package"), join(site, "tdt"), { recursive: true });
  writeFileSync(join(site, "index.html"), `<!doctype html><html lang="fr"><title>Site</title><script type="module" src="/tdt/tour-de-table.js"></script><tour-de-table></tour-de-table>`);
  const asked = await works(tools, site);
  assert.ok(asked.every((path) => path === "/" || path.startsWith("/tdt/")));
});

browserTest("from a classic script", { open: false }, async (tools) => {
  packed();
  const site = join(folder, "classic");
  cpSync(join(folder, "package"), join(site, "tdt"), { recursive: true });
  writeFileSync(join(site, "index.html"), `<!doctype html><html lang="fr"><title>Site</title><tour-de-table></tour-de-table><script src="/tdt/loader.js"></script>`);
  assert.deepEqual((await works(tools, site)).toSorted(), ["/", "/tdt/loader.js", "/tdt/screens.wasm", "/tdt/tour-de-table.wasm"]);
});

browserTest("from a Vite project: its assets are found, under its names", { open: false, timeout: 240_000 }, async (tools) => {
  packed();
  const project = join(folder, "vite");
  mkdirSync(join(project, "node_modules"), { recursive: true });
  cpSync(join(folder, "package"), join(project, "node_modules/tour-de-table"), { recursive: true });
  symlinkSync(join(modules, "vite"), join(project, "node_modules/vite"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: { "tour-de-table": "*" } }));
  writeFileSync(join(project, "index.html"), `<!doctype html><html lang="fr"><title>Vite</title><body><script type="module" src="/main.js"></script></body></html>`);
  writeFileSync(
    join(project, "main.js"),
    `import "tour-de-table";
import { validate } from "tour-de-table/headless";
document.body.append(document.createElement("tour-de-table"));
globalThis.validate = validate;`,
  );
  run(process.execPath, [join(modules, "vite/bin/vite.js"), "build", "--logLevel", "warn"], project);
  const site = join(project, "dist");
  const assets = readdirSync(join(site, "assets"));
  for (const part of ["tour-de-table", "screens"]) assert.ok(assets.some((name) => new RegExp(`^${part}-[\\w-]+\\.wasm$`).test(name)), part);
  const asked = await works(tools, site);
  assert.ok(asked.every((path) => path === "/" || path.startsWith("/assets/")), asked.join(" "));
  // Asked for only now: not part of what a page loads first.
  tools.watch.requests = [];
  const late = tools.watch.problems.length;
  const verdict = await tools.page.evaluate(() => globalThis.validate("{}"));
  assert.equal(verdict.valid, false);
  tools.watch.problems.splice(late);
});
