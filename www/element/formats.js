// The way to the module that makes and reads the files of other tools: asked for when one is wanted, never before.
import { exportsModule } from "./sources.js";

let tries = 0;

/** The module. A failure is not kept: asking again tries again. */
export async function formats() {
  try {
    return await exportsModule(tries);
  } catch (error) {
    tries += 1;
    throw error;
  }
}
