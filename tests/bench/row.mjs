// One row of a long table changes: the widget's table of values beside a table of the same rows and columns made of
// plain DOM, all of it in the page, where a key changes the figure, its dots and its label, and moves the focus on.
import { FIELDS, typing } from "./typing.mjs";
import { dossier } from "./dossier.mjs";

const ROWS = 1000;
const COLUMNS = 6;

/** The same step in plain DOM, in a page of its own. */
async function plain(page) {
  await page.goto("about:blank");
  await page.evaluate(({ rows, columns }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      table { width: 600px; table-layout: fixed; border-collapse: collapse; font: 14px/1.43 sans-serif; }
      th, td { height: 40px; border-bottom: 1px solid #ccc; text-align: center; }
      td:focus { outline: 2px solid #00f; outline-offset: -2px; }
      i { display: inline-block; height: 8px; margin-inline-start: 4px; background: #000; }
      ${[0, 1, 2, 3, 4].map((n) => `.d-${n} { width: ${8 * n}px; }`).join(" ")}`);
    document.adoptedStyleSheets = [sheet];
    const make = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });
    const show = (cell, value) => {
      cell.setAttribute("aria-label", `${value}`);
      cell.firstChild.textContent = `${value}`;
      cell.lastChild.className = `d-${value}`;
    };
    const table = make("table");
    for (let row = 0; row < rows; row += 1) {
      const line = make("tr");
      line.append(make("th", `Organisation numéro ${row}`));
      for (let column = 0; column < columns; column += 1) {
        const cell = make("td");
        cell.tabIndex = -1;
        cell.append(make("span"), make("i"));
        show(cell, (row + column) % 5);
        line.append(cell);
      }
      table.append(line);
    }
    table.addEventListener("keydown", ({ key, target }) => {
      const cell = target.closest("td");
      if (!cell || !/[0-4]/.test(key)) return;
      show(cell, key);
      const next = cell.nextElementSibling ?? cell.parentElement.nextElementSibling.children[1];
      cell.tabIndex = -1;
      next.tabIndex = 0;
      next.focus({ preventScroll: true });
    });
    document.body.append(table);
    table.querySelector("td").focus();
  }, { rows: ROWS, columns: COLUMNS });
}

/**
 * Milliseconds of work of each key in both, taken in turns on the same machine.
 * @param {() => Promise<import("playwright-core").Page>} open a new page
 * @param {(page: import("playwright-core").Page) => Promise<void>} widget brings the widget into it
 */
export async function oneRow(open, widget) {
  const [ours, theirs] = [await open(), await open()];
  await widget(ours);
  await ours.evaluate((content) => document.querySelector("tour-de-table").load(content), dossier({ actors: ROWS, objectives: 40 }));
  await FIELDS["table of values"].open(ours);
  await plain(theirs);
  await ours.waitForTimeout(1500);
  const times = { ours: [], theirs: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    // Only the page in front is drawn at each frame.
    await ours.bringToFront();
    times.ours.push(...(await typing(ours, FIELDS["table of values"])).work);
    await theirs.bringToFront();
    times.theirs.push(...(await typing(theirs, FIELDS["table of values"])).work);
  }
  await Promise.all([ours, theirs].map((page) => page.context().close()));
  return times;
}
