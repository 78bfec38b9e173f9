// Reads an archive by its directory (APPNOTE 6.3, §4.3): the bytes of each file by its name.
import assert from "node:assert/strict";
import { crc32, inflateRawSync } from "node:zlib";

/** @param {Buffer} bytes @returns {Map<string, Buffer>} */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  assert.ok(end > 0, "no directory");
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.toString("latin1", at, at + 4), "PK\x01\x02");
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const file = method === 8 ? inflateRawSync(packed) : packed;
    assert.equal(crc32(file), bytes.readUInt32LE(at + 16), "not what was packed");
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), file);
    at += 46 + name + extra + comment;
  }
  return files;
}
