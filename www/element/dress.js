// What the elements of a page wear.

// One stylesheet for all elements of a document; a constructed one belongs to its document.
const sheets = new WeakMap();
let sheetText;

/** Gives a root the stylesheet of all elements, loaded with the first. */
export async function dress(shadow) {
  sheetText ??= import("./styles.js").then((module) => module.default);
  const page = shadow.ownerDocument;
  if (!sheets.has(page)) {
    sheets.set(
      page,
      sheetText.then((text) => {
        const sheet = new page.defaultView.CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      }),
    );
  }
  shadow.adoptedStyleSheets = [await sheets.get(page)];
}
