// What a host may set on the widget in a frame: the attributes and properties of the element, under the names of
// properties. Checked whole before anything of it is applied.
import { FrameError } from "./frame-port.js";

const text = (value) => typeof value === "string" && value.length <= 1000;
const flag = (value) => typeof value === "boolean";
const among = (...words) => (value) => words.includes(value);
const words = (value) => Array.isArray(value) && value.length <= 100 && value.every(text);
const level = (value) => Number.isInteger(value) && value >= 1 && value <= 6;
const object = (value) => typeof value === "object" && !Array.isArray(value);

/** No `src`: the frame would fetch with its own rights what another site names. */
const ATTRIBUTES = {
  lang: text,
  mode: among("edit", "view"),
  steps: words,
  theme: among("auto", "light", "dark"),
  storage: among("none", "local"),
  storageKey: text,
  headingLevel: level,
  noToolbar: flag,
  noImport: flag,
  noExport: flag,
  fill: flag,
  handoff: (value) => flag(value) || text(value),
};
const PROPERTIES = { readOnly: flag, vocabulary: object, messages: object };
const HANDLES = (value) => Array.isArray(value) && value.every(among("save", "export", "handoff"));

/**
 * @param {object} given null takes a setting back
 * @param {string} host origin of the page around: dossiers kept in the browser are apart for each
 * @returns {{attributes: [string, string | null][], properties: object, handles?: Set<string>}}
 */
export function readConfiguration(given, host) {
  const set = { attributes: [], properties: {} };
  for (const [key, value] of Object.entries(given)) {
    const check = { ...ATTRIBUTES, ...PROPERTIES, handles: HANDLES };
    if (!Object.hasOwn(check, key)) throw new FrameError("bad-option", `${key} is no option`, `/${key}`);
    if (value !== null && !check[key](value)) throw new FrameError("bad-option", `${key} has a wrong value`, `/${key}`);
    if (key === "handles") set.handles = new Set(value ?? []);
    else if (Object.hasOwn(PROPERTIES, key)) set.properties[key] = key === "readOnly" ? value === true : value;
    else if (key !== "storageKey") set.attributes.push([dashed(key), written(value)]);
  }
  if ("storage" in given || "storageKey" in given) set.attributes.push(["storage-key", `${host} ${given.storageKey ?? ""}`.trim()]);
  return set;
}

const dashed = (key) => (key === "fill" ? "data-fill" : key).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function written(value) {
  if (value === null || value === false) return null;
  return value === true ? "" : [value].flat().join(" ");
}
