// Compiled by `types.test.mjs`, never run: what a strict TypeScript project writes against the package.
import { TourDeTable, TourDeTableError } from "tour-de-table";
import type { Dossier, ErrorCode, PatchOperation, TourDeTableAttributes } from "tour-de-table";
import { analyze, diff, migrate, schema, validate } from "tour-de-table/headless";
import { FrameError, TourDeTableFrame } from "tour-de-table/frame-host";

const element = document.createElement("tour-de-table");
const found: TourDeTable | null = document.querySelector("tour-de-table");
element.readOnly = true;
element.value = null;
element.messages = { "shell.undo": "Défaire" };
const dossier: Dossier | null = element.value;
const version: string = found?.version ?? element.version;

element.addEventListener("tdt-change", ({ detail }) => {
  const patch: PatchOperation[] = detail.patch;
  const revision: number = detail.revision;
  for (const step of patch) if (step.op === "move") console.log(step.from, revision);
});
element.addEventListener("tdt-error", (event) => {
  const code: ErrorCode | string = event.detail.code;
  if (event.detail.recoverable) console.log(code);
});
document.addEventListener("tdt-save", (event) => event.preventDefault());
element.addEventListener("tdt-handoff", (event) => event.preventDefault());

export async function use(): Promise<void> {
  const ready: TourDeTable = await element.ready;
  const { report } = await ready.load({ format: "tour-de-table/dossier", formatVersion: "1.0", id: "d" }, { mode: "merge" });
  const saved = await ready.save();
  const by: "storage" | "host" = saved.handledBy;
  const { valid, errors } = await ready.validate();
  const blob: Blob = await ready.export();
  try {
    await ready.goTo("actors");
  } catch (error) {
    if (error instanceof TourDeTableError) console.log(error.code, error.pointer);
  }
  console.log(report, by, valid, errors[0]?.pointer, blob.size, dossier, version);

  const verdict = await validate("{}");
  const { patch, summary } = await diff({}, {});
  const whole: Record<string, unknown> = await analyze(new Uint8Array(), { only: ["positions"], on: "2026-11-27" });
  console.log(verdict.errors[0]?.code === "notJson", patch, summary[0]?.field, whole, await migrate("{}"), await schema());
}

export const frame = new TourDeTableFrame(document.createElement("iframe"), {
  configure: { lang: "fr", steps: ["project", "actors"], headingLevel: 3, handoff: "Déposer" },
  save: async ({ dossier: given, revision }) => console.log(given.id, revision),
  fit: true,
});
frame.addEventListener("change", ({ detail }) => console.log(detail.patch, detail.dirty));
frame.get().catch((error: FrameError) => console.log(error.code));

export const attributes: TourDeTableAttributes = { theme: "dark", "heading-level": 2 };
export const template = <tour-de-table lang="fr" steps="actors roles" no-toolbar storage="local" storage-key="a" />;
