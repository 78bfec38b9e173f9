// Types of "tour-de-table/frame-host".
import type { Dossier, ExportFormat, ExportSettings, Handoff, ImportReport, Origin, PatchOperation, Privacy } from "./tour-de-table.js";

/** What the widget in the frame is set to; `null` takes a setting back. See the attributes and properties of the element. */
export interface FrameOptions {
  lang?: string | null;
  mode?: "edit" | "view" | null;
  steps?: string[] | null;
  theme?: "auto" | "light" | "dark" | null;
  storage?: "none" | "local" | null;
  storageKey?: string | null;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | null;
  noToolbar?: boolean | null;
  noImport?: boolean | null;
  noExport?: boolean | null;
  /** The widget is as tall as the frame, and scrolls inside it. Not together with `fit`. */
  fill?: boolean | null;
  handoff?: boolean | string | null;
  readOnly?: boolean | null;
  vocabulary?: Record<string, unknown> | null;
  messages?: Record<string, string> | null;
}

export interface FrameState {
  dossier: Dossier;
  revision: number;
  dirty: boolean;
}

export interface FrameFile {
  format: string;
  name?: string;
  privacy?: Privacy;
  /** As the person made it, with what they took out. */
  file: Blob;
}

/** What a person hands over: with the dossier comes where it stands. */
export type FrameHandoff = Extract<Handoff, { kind: "dossier" }> & FrameState | Exclude<Handoff, { kind: "dossier" }>;

export interface FrameEventMap {
  /** The widget can be used; again after a fault, or when the frame was loaded again. Patches go on from this dossier. */
  init: CustomEvent<FrameState & { version: string; schemaVersion: string }>;
  change: CustomEvent<{ revision: number; origin: Origin; patch: PatchOperation[]; dirty: boolean }>;
  /** Height of what is shown, in CSS pixels. */
  resize: CustomEvent<{ height: number }>;
  /** The document in the frame goes away. */
  exit: CustomEvent<FrameState>;
  error: CustomEvent<{ code: string; recoverable: boolean; message: string }>;
}

/** What a request is refused with. */
export class FrameError extends Error {
  readonly code: string;
  readonly pointer: string;
}

export class TourDeTableFrame extends EventTarget {
  constructor(
    frame: HTMLIFrameElement,
    options?: {
      configure?: FrameOptions;
      /** Takes the dossier when a person saves; a rejection is shown to them. */
      save?: (state: FrameState) => unknown;
      export?: (file: FrameFile) => unknown;
      handoff?: (handed: FrameHandoff) => unknown;
      /** Makes the frame as tall as what it shows. */
      fit?: boolean;
    },
  );
  configure(options: FrameOptions): Promise<void>;
  load(dossier: Dossier | string | Blob, options?: { mode?: "replace" | "merge" }): Promise<{ report: ImportReport }>;
  get(): Promise<FrameState>;
  export(format?: ExportFormat, settings?: ExportSettings): Promise<Blob>;
  exit(): Promise<FrameState>;
  addEventListener<K extends keyof FrameEventMap>(
    type: K,
    listener: (event: FrameEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}
