// What only a page of its own can set around the element.

// The policy allows no style sheet in the document; a constructed one is no such thing.
const sheet = new CSSStyleSheet();
sheet.replaceSync("html, body { margin: 0; padding: 0; }");
document.adoptedStyleSheets = [sheet];

const widget = document.querySelector("tour-de-table");

/** The tab bears the name of the dossier. */
function name(title) {
  document.title = title ? `${title} · Tour de table` : "Tour de table";
}

const titleOf = (dossier) => dossier?.project?.title;

widget.addEventListener("tdt-ready", () => name(titleOf(widget.value)));
// Reading the whole dossier at each change would be felt while one types: only a change of the project names it.
widget.addEventListener("tdt-change", ({ detail }) => {
  const another = detail.patch.find(({ path }) => path === "");
  if (another) name(titleOf(another.value));
  else if (detail.patch.some(({ path }) => path.startsWith("/project"))) name(titleOf(widget.value));
});
