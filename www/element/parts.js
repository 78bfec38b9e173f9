// What ties the second part of the module to a running first part (see `bindings.js`).

/**
 * What the first part calls to bring the second one, through its glue.
 * @param {() => Promise<WebAssembly.Module>} compiled the second part
 * @param {(error: unknown) => void} failed told where it cannot be had
 */
export const bring = (compiled, failed) => async (first, callback, data) => {
  let there = true;
  try {
    // Both parts share memory and table: what the second one imports is what the first one exports.
    await WebAssembly.instantiate(await compiled(), { __wasm_split: first });
  } catch (error) {
    there = false;
    failed(error);
  }
  first.__indirect_function_table.get(callback)(data, there);
};

/** The build a part comes from, which each names in a section of its own. */
export function buildOf(part) {
  const [build] = WebAssembly.Module.customSections(part, "build");
  return build && new TextDecoder().decode(build);
}

/** Whether two parts come from the same build. */
export const belong = (first, second) => buildOf(first) !== undefined && buildOf(first) === buildOf(second);
