// The way to the module that makes and reads the files of other tools: asked for when one is wanted, never before.
import { diagnosed } from "./faults.js";

let tries = 0;
let source = () => {
  const address = new URL("./exports.js", import.meta.url);
  // A failure that the browser remembers is not met again.
  if (tries > 0) address.search = `?${tries}`;
  return diagnosed(address, () => import(/* @vite-ignore */ /* webpackIgnore: true */ address.href));
};

/** Says where the module comes from, for a page that holds everything in one file. */
export const formatsFrom = (given) => (source = given);

/** The module. A failure is not kept: asking again tries again. */
export async function formats() {
  try {
    return await source();
  } catch (error) {
    tries += 1;
    throw error;
  }
}
