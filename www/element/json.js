// A dossier on its way in: from an object, a text or bytes to bytes of JSON. The library alone reads them, as text,
// so that nothing in a dossier can reach the objects of the page.

/** Largest dossier, in bytes. */
export const LIMIT = 10_000_000;

/** No dossier is so deep. */
const DEEP = 100;

/**
 * The bytes of a dossier. A larger one than the limit is cut just beyond it: enough for the library to refuse it.
 * @param {object|string|ArrayBuffer|ArrayBufferView} dossier
 * @returns {Uint8Array}
 */
export function bytesOf(dossier) {
  if (dossier instanceof ArrayBuffer) return cut(new Uint8Array(dossier));
  if (ArrayBuffer.isView(dossier)) {
    return cut(new Uint8Array(dossier.buffer, dossier.byteOffset, dossier.byteLength));
  }
  return cut(encoded((typeof dossier === "string" ? dossier : textOf(dossier)).slice(0, LIMIT + 1)));
}

const cut = (bytes) => bytes.subarray(0, LIMIT + 1);

/** A text in UTF-8. Half a character would silently become another one: as an escape, the library refuses it. */
export function encoded(text) {
  const whole = text.replace(/[\ud800-\udfff]/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  return new TextEncoder().encode(whole);
}

/**
 * The JSON text of an object. `JSON.stringify` writes NaN and the infinities as null, -0 as 0, and throws at a BigInt:
 * here the first become a number that the library refuses with its place, the others are written as they are.
 * What is no JSON at all (a circle, a function) gives a text that the library refuses.
 */
export function textOf(value) {
  // No text of a dossier holds this by chance.
  const mark = `number-${Math.random()}-`;
  const marked = (_, item) => {
    if (typeof item === "bigint") return mark + item;
    if (typeof item !== "number") return item;
    if (Object.is(item, -0)) return `${mark}-0`;
    return Number.isFinite(item) ? item : `${mark}1e999`;
  };
  try {
    if (plain(value)) return JSON.stringify(value) ?? "";
    const text = JSON.stringify(value, marked) ?? "";
    return text.includes(mark) ? text.replaceAll(new RegExp(`"${mark}(-?[0-9e]+)"`, "g"), "$1") : text;
  } catch (error) {
    // A RangeError: deeper than the stack allows.
    return error instanceof RangeError ? "[".repeat(200) : "";
  }
}

/** Whether `JSON.stringify` alone writes a value as it is, several times faster. Deeper than anything, a circle is not. */
function plain(value, depth = 0) {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  if (depth > DEEP || typeof value.toJSON === "function") return false;
  for (const key in value) if (!plain(value[key], depth + 1)) return false;
  return true;
}
