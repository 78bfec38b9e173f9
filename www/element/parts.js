// What ties the second part of the module to a running first part (see `bindings.js`).

/** @typedef {{compiled: () => Promise<WebAssembly.Module>, failed: (error: unknown) => void}} Source */

/**
 * What the first part imports to bring the second one.
 * @param {() => WebAssembly.Exports} first the exports of the first part, once it runs
 * @param {() => Source} source where the second part comes from
 */
export const tie = (first, source) => ({
  async __wasm_split_load_screens(callback, data) {
    let there = true;
    try {
      // Both parts share memory and table: what the second one imports is what the first one exports.
      await WebAssembly.instantiate(await source().compiled(), { __wasm_split: first() });
    } catch (error) {
      there = false;
      source().failed(error);
    }
    first().__indirect_function_table.get(callback)(data, there);
  },
});

/** The build a part comes from, which each names in a section of its own. */
export function buildOf(part) {
  const [build] = WebAssembly.Module.customSections(part, "build");
  return build && new TextDecoder().decode(build);
}

/** Whether two parts come from the same build. */
export const belong = (first, second) => buildOf(first) !== undefined && buildOf(first) === buildOf(second);
