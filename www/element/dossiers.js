// A dossier on its way in: from whatever the page hands over to bytes of JSON. It is read by the library alone, as
// text, so that nothing in it can reach the objects of the page.
import { TourDeTableError, refusal } from "./faults.js";

/** Largest dossier, in bytes. */
const LIMIT = 10_000_000;

/** @param {object|string|Blob|ArrayBuffer|ArrayBufferView} dossier */
export async function bytesOf(dossier) {
  if (dossier instanceof Blob) {
    limit(dossier.size);
    return new Uint8Array(await dossier.arrayBuffer());
  }
  if (dossier instanceof ArrayBuffer) return within(new Uint8Array(dossier));
  if (ArrayBuffer.isView(dossier)) return within(new Uint8Array(dossier.buffer, dossier.byteOffset, dossier.byteLength));
  const text = typeof dossier === "string" ? dossier : JSON.stringify(dossier);
  if (typeof text !== "string") throw new TourDeTableError("not-a-dossier");
  return within(new TextEncoder().encode(text));
}

/** The dossier at an address. */
export async function fetchDossier(address) {
  const response = await fetch(address, { credentials: "same-origin" });
  const refused = await refusal(response);
  if (refused) throw refused;
  limit(Number(response.headers.get("content-length") ?? 0));
  return within(new Uint8Array(await response.arrayBuffer()));
}

function within(bytes) {
  limit(bytes.length);
  return bytes;
}

function limit(size) {
  if (size > LIMIT) throw new TourDeTableError("too-large", `${size} > ${LIMIT}`);
}
