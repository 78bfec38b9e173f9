// Follows every widget of the page by its events alone, and shows that nothing is missed.
import "../../tour-de-table.js";
import { apply, same } from "./patch.js";

/** What this page knows of a dossier, rebuilt from patches. */
const copies = new Map();

function follow(widget, table) {
  const cells = new Map([...table.querySelectorAll("[data-fait]")].map((cell) => [cell.dataset.fait, cell]));
  const show = (fact, text) => (cells.get(fact).textContent = text);

  const tell = (copy) => {
    show("titre", copy.project?.title || "sans titre");
    show("acteurs", String(copy.actors?.length ?? 0));
    show("revision", String(copy.revision ?? 0));
    show("identique", same(copy, widget.value) ? "oui" : "non");
  };

  widget.addEventListener("tdt-ready", () => {
    copies.set(widget, widget.value);
    show("changements", "0");
    tell(widget.value);
  });
  widget.addEventListener("tdt-change", ({ detail }) => {
    const copy = apply(copies.get(widget), detail.patch);
    copies.set(widget, copy);
    show("changements", String(Number(cells.get("changements").textContent) + 1));
    tell(copy);
  });
  widget.addEventListener("tdt-error", ({ detail }) => {
    if (!detail.recoverable) show("identique", `arrêt : ${detail.code}`);
  });
}

for (const table of document.querySelectorAll("table[data-suit]")) {
  follow(document.getElementById(table.dataset.suit), table);
}
