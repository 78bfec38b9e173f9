// Measures the files of the package: digest for `integrity`, size, and size after Brotli.
// Node's Brotli is the reference one, so the figures are those of a web server.
// Standard input: {folder, names, known, firstLoad, quality}; standard output: what integrity.json holds.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const { folder, names, known, firstLoad, quality } = JSON.parse(readFileSync(0, "utf8"));
const result = {};
for (const name of names) {
  const content = readFileSync(join(folder, name));
  const sha384 = `sha384-${createHash("sha384").update(content).digest("base64")}`;
  const before = known?.[name];
  const brotli =
    before?.sha384 === sha384 && quality === 11 && before.quality === undefined
      ? before.brotli
      : brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  result[name] = { sha384, bytes: content.length, brotli, firstLoad: firstLoad.includes(name) };
  // A quick build measures quickly; the mark keeps the figure from being taken for a final one.
  if (quality !== 11) result[name].quality = quality;
}
process.stdout.write(JSON.stringify(result));
