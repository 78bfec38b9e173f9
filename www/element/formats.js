// The way to the module that makes and reads the files of other tools: asked for when one is wanted, never before.
import { exportsModule } from "./sources.js";
import { words } from "./words.js";

let tries = 0;

/** The module. A failure is not kept: asking again tries again. */
async function formats() {
  try {
    return await exportsModule(tries);
  } catch (error) {
    tries += 1;
    throw error;
  }
}

/**
 * What a function of the module answers, in the words of the page where it has some. Where the module cannot be had,
 * the error says in `advice` what to mend.
 * @param {string} name @param {[string, Uint8Array | string, string]} values format, bytes, settings as JSON text
 * @param {{lang: string, vocabulary?: string, messages?: string}} options
 */
export async function converted(name, [format, bytes, settings], { lang, vocabulary, messages }) {
  try {
    const given = { vocabulary, messages, ...(settings && JSON.parse(settings)) };
    return await (await formats())[name](format, bytes, given);
  } catch (error) {
    // Codes of the element hold a hyphen, those of problems in a file do not.
    if (error?.code?.includes("-")) error.advice = words(lang)[error.code];
    throw error;
  }
}
