// A dossier on its way in: from whatever the page hands over to bytes of JSON. It is read by the library alone, as
// text, so that nothing in it can reach the objects of the page.
import { TourDeTableError, refusal } from "./faults.js";
import { LIMIT, encoded, textOf } from "./json.js";

/** @param {object|string|Blob|ArrayBuffer|ArrayBufferView} dossier */
export async function bytesOf(dossier) {
  if (dossier instanceof Blob) {
    limit(dossier.size);
    return new Uint8Array(await dossier.arrayBuffer());
  }
  if (dossier instanceof ArrayBuffer) return within(new Uint8Array(dossier));
  if (ArrayBuffer.isView(dossier)) return within(new Uint8Array(dossier.buffer, dossier.byteOffset, dossier.byteLength));
  if (dossier === null || !["object", "string"].includes(typeof dossier)) throw new TourDeTableError("not-a-dossier");
  return within(encoded(typeof dossier === "string" ? dossier : textOf(dossier)));
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
