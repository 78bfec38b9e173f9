// A strict TypeScript project compiles against the package, and is told of what is wrong.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const folder = mkdtempSync(join(tmpdir(), "tdt-types-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "node_modules"));
symlinkSync(fileURLToPath(new URL("../../pkg", import.meta.url)), join(folder, "node_modules/tour-de-table"));
cpSync(fileURLToPath(new URL("types", import.meta.url)), join(folder, "src"), { recursive: true });

for (const [how, module, moduleResolution] of [["a bundler", "esnext", "bundler"], ["Node", "nodenext", "nodenext"]]) {
  test(`the types hold in a strict project that resolves as ${how} does`, () => {
    const compilerOptions = {
      strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, noEmit: true,
      skipLibCheck: false, preserveSymlinks: true, jsx: "preserve", target: "es2022", lib: ["es2022", "dom", "dom.iterable"],
      module, moduleResolution, types: [],
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, "--project", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  });
}
