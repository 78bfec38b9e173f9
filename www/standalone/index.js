// What only a page of its own can set around the element.

// The policy allows no style sheet in the document; a constructed one is no such thing.
const sheet = new CSSStyleSheet();
sheet.replaceSync("html, body { margin: 0; padding: 0; }");
document.adoptedStyleSheets = [sheet];

const widget = document.querySelector("tour-de-table");

/** The tab bears the name of the dossier. */
function name() {
  const title = widget.value?.project?.title;
  document.title = title ? `${title} · Tour de table` : "Tour de table";
}

widget.addEventListener("tdt-ready", name);
// Reading the whole dossier at each change would be felt while one types: only a change of the project names it.
widget.addEventListener("tdt-change", ({ detail }) => {
  if (detail.patch.some(({ path }) => path === "" || path.startsWith("/project"))) name();
});
