// RFC 6902, for a page that follows a dossier without asking for it again: each `tdt-change` carries the patch from
// the dossier before to the dossier after. Free to copy.

const steps = (pointer) =>
  pointer === "" ? [] : pointer.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Sets a key as the data that it is, were its name `__proto__`. */
const put = (target, key, value) =>
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });

function at(document, path) {
  let here = document;
  for (const step of path) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, step)) throw new Error(`nothing at ${path.join("/")}`);
    here = here[step];
  }
  return here;
}

function add(document, path, value) {
  if (path.length === 0) return value;
  const [parent, key] = [at(document, path.slice(0, -1)), path.at(-1)];
  if (Array.isArray(parent)) parent.splice(key === "-" ? parent.length : Number(key), 0, value);
  else put(parent, key, value);
  return document;
}

function remove(document, path) {
  const [parent, key] = [at(document, path.slice(0, -1)), path.at(-1)];
  const value = at(parent, [key]);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return value;
}

/** Whether two JSON values are equal; the order of keys does not matter. */
export function same(a, b) {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** The document after a patch; the one given stays as it is. */
export function apply(document, patch) {
  let after = structuredClone(document);
  for (const { op, path, from, value } of patch) {
    const target = steps(path);
    if (op === "add") after = add(after, target, structuredClone(value));
    else if (op === "remove") remove(after, target);
    else if (op === "replace") {
      if (target.length > 0) remove(after, target);
      after = add(after, target, structuredClone(value));
    } else if (op === "move") after = add(after, target, remove(after, steps(from)));
    else if (op === "copy") after = add(after, target, structuredClone(at(after, steps(from))));
    else if (op === "test") {
      if (!same(at(after, target), value)) throw new Error(`${path} is not what was expected`);
    } else throw new Error(`unknown operation ${op}`);
  }
  return after;
}
