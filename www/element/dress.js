// What the elements of a page wear.

// One stylesheet for all elements of a document; a constructed one belongs to its document.
const sheets = new WeakMap();
let sheetText;

/** The rules, as text; loaded with the first element. */
export const styles = () => (sheetText ??= import("./styles.js").then((module) => suited(module.default)));

/**
 * Browsers of before 2023 know no container queries: the width of the window decides there. A step is narrower than
 * the window by what stands beside it.
 */
function suited(text) {
  if (CSS.supports("container-type: inline-size")) return text;
  return text.replace(/@container (\w+) ([^{]+)/g, (_, of, sizes) => {
    const beside = of === "step" ? 250 : 0;
    const size = (_, how, width) => (how === "<" ? `(max-width: ${+width + beside - 0.02}px)` : `(min-width: ${+width + beside}px)`);
    return `@media ${sizes.replace(/\(width (<|>=) (\d+)px\)/g, size)}`;
  });
}

/** Gives a root the stylesheet of all elements. */
export async function dress(shadow) {
  const page = shadow.ownerDocument;
  if (!sheets.has(page)) {
    sheets.set(
      page,
      styles().then((text) => {
        const sheet = new page.defaultView.CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      }),
    );
  }
  shadow.adoptedStyleSheets = [await sheets.get(page)];
}
