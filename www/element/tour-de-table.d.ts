/** A dossier: a plain JSON object, as `dossier.schema.json` describes it. */
export interface Dossier {
  format: "tour-de-table/dossier";
  formatVersion: string;
  id: string;
  revision?: number;
  [key: string]: unknown;
}

/** A change as RFC 6902 says it. */
export type PatchOperation =
  | { op: "add" | "replace" | "test"; path: string; value: unknown }
  | { op: "remove"; path: string }
  | { op: "move" | "copy"; from: string; path: string };

/** What deserves a look in a dossier, and where (JSON Pointer). */
export interface Problem {
  pointer: string;
  code: string;
  message: string;
}

/** What came in with a dossier. */
export interface ImportReport {
  /**
   * After `load(dossier, { mode: "merge" })`: what both dossiers changed, each with the way to the value in the merged
   * one, which holds the later or the greater of both until someone decides.
   */
  conflicts?: { pointer: string; base: unknown; ours: unknown; theirs: unknown }[];
  /** After a merge: actors that may be one organisation by their name or their SIREN, the id of each side. */
  likenesses?: [ours: string, theirs: string][];
  /** After a merge: actors that became one, the id that went and the one that stays. */
  matched?: [gone: string, kept: string][];
  /** After a merge: what binds two actors that are one, which no dossier can hold. */
  lost?: { side: "ours" | "theirs"; pointer: string; value: unknown }[];
  [key: string]: unknown;
}

export interface Validation {
  valid: boolean;
  errors: Problem[];
  warnings: Problem[];
}

/** Where a change comes from. */
export type Origin = "user" | "host" | "import" | "undo" | "redo";

/** A format that can be written. All but `json` are made by a module that loads on first use. */
export type ExportFormat =
  | "json" | "xlsx" | "docx" | "html" | "icalendar" | "kumu" | "kumu-csv" | "gexf" | "graphml" | "popolo" | "mermaid"
  /** The actors, one a line, with what is read of them today. */
  | "csv"
  /** Another table, by the last key of its list: `csv:positions`, `csv:seats`. */
  | `csv:${string}`;

/** What a person hands over. */
export type Handoff =
  | { kind: "dossier"; format: "json" }
  | { kind: "sheet" | "answer"; format: "json"; name: string; actor: string; text: string };

/** How much of a dossier leaves. */
export type Privacy = "complete" | "withoutPersonalData" | "public";

/** What is chosen about an export; each may be left out. */
export interface ExportSettings {
  /** Language of headings and sentences: that of the element, or of the dossier without one. */
  lang?: string;
  /** The day of the export, as "2026-11-22"; today. */
  on?: string;
  /** Delimited files as a French spreadsheet opens them (`;`, decimal comma, mark of UTF-8), or of RFC 4180. */
  csv?: "french" | "rfc4180";
  /**
   * What is taken out before it leaves: nothing (`complete`, the rule for every format), names, addresses, notes and
   * unknown fields, or moreover every judgement, contact and amount.
   */
  privacy?: Privacy;
}

/** What keeps the widget from starting or from going on; each names what the administrator of the page can mend. */
export type ErrorCode =
  /** The page was opened as a file. */
  | "file-page"
  /** WebAssembly is switched off in this browser. */
  | "wasm-disabled"
  /** The policy of the page lacks `'wasm-unsafe-eval'` in `script-src`. */
  | "wasm-csp"
  /** The policy of the page forbids a script of the package. */
  | "script-csp"
  /** The policy of the page forbids reading the wasm (`connect-src`). */
  | "connect-csp"
  /** The server answers with a page, often to log in, in place of a file. */
  | "wasm-login-page"
  /** The wasm is served with another type than `application/wasm`; the widget works all the same. */
  | "wasm-mime"
  /** Files of different versions. */
  | "version-mismatch"
  /** A file is not the one whose digest `loader.js` carries; only where its tag bears `integrity`. */
  | "integrity-failed"
  /** A file cannot be read. */
  | "load-failed"
  /** The dossier at `src` cannot be read. */
  | "src-failed"
  /** The library broke; `recoverable` says whether the element heals by itself. */
  | "panic";

/** What the methods reject with. */
export class TourDeTableError extends Error {
  readonly code: ErrorCode | string;
  /** JSON Pointer of the place in the dossier; empty when there is none. */
  readonly pointer: string;
}

export interface TourDeTableEventMap {
  /** The widget can be used. */
  "tdt-ready": CustomEvent<Record<string, never>>;
  /** The dossier changed; several changes within 250 ms make one event. */
  "tdt-change": CustomEvent<{ revision: number; origin: Origin; patch: PatchOperation[] }>;
  /** A dossier came in. */
  "tdt-import": CustomEvent<{ report: ImportReport }>;
  /** Something went wrong. */
  "tdt-error": CustomEvent<{ code: ErrorCode | string; recoverable: boolean; message: string }>;
  /** Cancelable: the page saves by itself. */
  "tdt-save": CustomEvent<Record<string, unknown>>;
  /** Cancelable: the page takes the file by itself, as a person chose it. */
  "tdt-export": CustomEvent<{ format: ExportFormat | "svg" | "png"; name?: string; privacy?: Privacy; csv?: "french" | "rfc4180"; file: Blob }>;
  /**
   * Cancelable: the page takes what a person hands over. That is the open dossier (see the attribute `handoff`), or a
   * file for one partner or from it: `text` is then the file, a dossier that holds the sheet of that actor.
   */
  "tdt-handoff": CustomEvent<Handoff>;
}

/**
 * What the element can be given in HTML, for templates that know types. Global `JSX` knows the element already; for
 * React: `declare module "react" { namespace JSX { interface IntrinsicElements { "tour-de-table": TourDeTableAttributes } } }`.
 */
export interface TourDeTableAttributes {
  /** URL of a dossier to open. */
  src?: string;
  lang?: string;
  mode?: "edit" | "view";
  /** Codes of the steps to show, in their order, separated by spaces. */
  steps?: string;
  theme?: "auto" | "light" | "dark";
  storage?: "none" | "local";
  "storage-key"?: string;
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6";
  "no-toolbar"?: boolean | "";
  "no-import"?: boolean | "";
  "no-export"?: boolean | "";
  /** A button of the summary hands the dossier over to the page; its words, or an empty text for ours. */
  handoff?: boolean | string;
  standalone?: boolean | "";
  id?: string;
  class?: string;
  className?: string;
  style?: unknown;
  slot?: string;
  hidden?: boolean;
  ref?: unknown;
  key?: unknown;
  children?: never;
}

/**
 * The element `<tour-de-table>`. Its attributes are those of `TourDeTableAttributes`; all are followed while it lives.
 */
export class TourDeTable extends HTMLElement {
  /** The dossier, a fresh object at each reading; `null` before one is open. Setting it is one undoable step. */
  value: Dossier | null;
  /** Lists of words in place of the widget's own. */
  vocabulary: Record<string, unknown> | null;
  /** Texts of the screen in place of the widget's own, by key. */
  messages: Record<string, string> | null;
  /** Whether a person can only read. */
  readOnly: boolean;
  /** Whether something is not saved yet. */
  readonly dirty: boolean;
  /** Settled once the widget can be used; rejected with a `TourDeTableError` where it cannot start. */
  readonly ready: Promise<TourDeTable>;
  /** Version of the package. */
  readonly version: string;
  /** Version of the format of the dossiers it writes. */
  readonly schemaVersion: string;

  /** Opens a dossier, or merges it into the open one. Refused as a whole when anything in it is wrong. */
  load(
    dossier: Dossier | string | Blob | ArrayBuffer | ArrayBufferView,
    options?: { mode?: "replace" | "merge" },
  ): Promise<{ report: ImportReport }>;
  /** Saves, unless a listener of `tdt-save` does it. */
  save(): Promise<{ handledBy: "storage" | "host" }>;
  /** What is wrong in the open dossier. */
  validate(): Promise<Validation>;
  /** Everything the methods say of the open dossier. */
  analyze(): Promise<Record<string, unknown>>;
  /** The open dossier as a file. */
  export(format?: ExportFormat, settings?: ExportSettings): Promise<Blob>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Shows a step. */
  goTo(step: string): Promise<void>;
  /** Tells every change and writes everything down. */
  flush(): Promise<void>;
  /** Opens a blank dossier, as one undoable step. */
  reset(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "tour-de-table": TourDeTable;
  }
  interface GlobalEventHandlersEventMap extends TourDeTableEventMap {}
  namespace JSX {
    interface IntrinsicElements {
      "tour-de-table": TourDeTableAttributes;
    }
  }
}
