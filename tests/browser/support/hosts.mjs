// What tests of the element do to a host page, and what they read from it.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** The smallest dossier there is, with a title. */
export const dossier = (title) => ({
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d-1",
  language: "fr",
  project: { title },
});

/** What may be asked of the server after the first load, by a test that reads or writes the files of other tools. */
export const MODULE_OF_FORMATS = [/^late request: GET http:\/\/[^/]+\/exports(-bindings)?\.(js|wasm)(\?\d+)?$/];

/** Keeps the events of the page in `window.seen`, as `{type, detail, id}`. */
export const listen = (page) =>
  page.evaluate(() => {
    globalThis.seen = [];
    for (const type of ["ready", "change", "import", "error", "save", "export"]) {
      document.addEventListener(`tdt-${type}`, (event) => {
        globalThis.seen.push({ type: event.type, detail: event.detail, id: event.target.id, cancelable: event.cancelable });
      });
    }
  });

/** Events of one type seen since `listen`. */
export const seen = (page, type) =>
  page.evaluate((wanted) => globalThis.seen.filter((event) => event.type === wanted), `tdt-${type}`);

/** Types a title as a person does. */
export async function type(widget, text) {
  const edit = widget.locator(".title-edit");
  if (await edit.count()) await edit.click();
  await widget.locator(".title-input").fill(text);
}

/** The title of the open dossier, as the page reads it. */
export const title = (widget) => widget.evaluate((element) => element.value?.project?.title ?? "");

/** Waits until `question` gives `wanted`; gives up once its answer has stood still for five seconds. */
export async function eventually(question, wanted, message) {
  let [until, before] = [0, undefined];
  for (;;) {
    const answer = await question();
    if (!isDeepStrictEqual(answer, before) || until === 0) until = Date.now() + 5000;
    before = answer;
    try {
      return assert.deepEqual(answer, wanted, message);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
