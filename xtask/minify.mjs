// Makes the files of the first load small: JavaScript without comments and with short local names, the stylesheet
// without what its meaning does not need.
// Standard input: {names of files: contents}; standard output: the same, smaller.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { transformSync } = createRequire(new URL("../tests/", import.meta.url))("esbuild");

const script = { format: "esm", target: "es2022", charset: "utf8", legalComments: "none", minify: true };
// The stylesheet is written for the browsers it names: nothing in it is to be translated.
const sheet = { loader: "css", target: "esnext", charset: "utf8", legalComments: "none", minify: true };

const files = JSON.parse(readFileSync(0, "utf8"));
for (const [name, content] of Object.entries(files)) {
  files[name] = name.endsWith(".css") ? transformSync(content, sheet).code : transformSync(content, script).code;
}
process.stdout.write(JSON.stringify(files));
