// Compiled by `types.test.mjs`, never run: each marked line must be refused; a mark that nothing answers is an error.
import { TourDeTableFrame } from "tour-de-table/frame-host";
import { analyze } from "tour-de-table/headless";

const element = document.createElement("tour-de-table");
// @ts-expect-error only the element says it
element.dirty = true;
// @ts-expect-error no such mode
element.load({ format: "tour-de-table/dossier", formatVersion: "1.0", id: "d" }, { mode: "add" });
// @ts-expect-error a dossier says its format
element.value = { id: "d" };
element.addEventListener("tdt-change", ({ detail }) => {
  // @ts-expect-error the event does not carry the dossier
  console.log(detail.dossier);
});
// @ts-expect-error no such part of the analysis
export const analysis = analyze("{}", { only: ["weather"] });
// @ts-expect-error the host names no address
export const frame = new TourDeTableFrame(document.createElement("iframe"), { configure: { src: "d.json" } });
// @ts-expect-error no such theme
export const template = <tour-de-table theme="red" />;
