// Types of "tour-de-table/headless".
import type { ExportFormat, ExportSettings } from "./tour-de-table.js";

export type { ExportFormat, ExportSettings };

/** A dossier: its shape is that of the JSON Schema. As an object, as JSON text, or as the bytes of a file (UTF-8 or UTF-16). */
export type DossierInput = object | string | ArrayBuffer | ArrayBufferView;

/** A problem, located by a JSON Pointer (RFC 6901), in the language of the dossier or in French. */
export interface Problem {
  pointer: string;
  message: string;
  code: ProblemCode;
}

export type ProblemCode =
  | "notJson" | "wrongFormat" | "newerVersion" | "wrongType" | "missing" | "outOfScale" | "unknownValue"
  | "unknownReference" | "duplicateId" | "badDate" | "endBeforeStart" | "territoryCycle" | "tooDeep" | "tooLarge"
  | "tooMany" | "textTooLong" | "badNumber" | "duplicateKey" | "unknownField" | "doubtfulIdentifier"
  | "hiddenDirection";

export interface Verdict {
  valid: boolean;
  /** What keeps the dossier from being opened, in the order of the file. */
  errors: Problem[];
  /** What deserves a look: fields kept though unknown, identifiers whose check key does not match. */
  warnings: Problem[];
  /** Further ones beyond those listed. */
  unlisted?: number;
}

/** An operation of RFC 6902. */
export type PatchOperation =
  | { op: "add" | "replace" | "test"; path: string; value: unknown }
  | { op: "remove"; path: string }
  | { op: "move" | "copy"; path: string; from: string };

/**
 * A field of a record that differs. An addition has null before, a removal null after, and both name the list as
 * `field`; records that only changed places give their ids in both orders under `order`.
 */
export interface Change {
  /** Id of the record, or key of the list where records bear no id, or `project`. */
  object: string;
  /**
   * Way from the object to the value, steps joined by `/`. A record without id is designated by what identifies it,
   * joined by `,`: `a1,o1/value` among positions.
   */
  field: string;
  before: unknown;
  after: unknown;
}

/** What the functions reject with: the first error, and all of them. */
export interface Refusal extends Error {
  code: ProblemCode | "failed";
  pointer: string;
  message: string;
  errors: Problem[];
  /** Which of the dossiers the errors are in, from 0. */
  input: number;
}

/** Never rejects for a bad dossier. */
export function validate(dossier: DossierInput): Promise<Verdict>;
/** The dossier in the present version of the format; whatever it holds beyond the format is kept. */
export function migrate(dossier: DossierInput): Promise<Record<string, unknown>>;
/** A part of what `analyze` gives. */
export type AnalysisPart = "coverage" | "firstGroup" | "positions" | "network" | "roles" | "votes" | "findings";
/**
 * What is computed on a dossier, and its points of vigilance, as it stands on a day (`YYYY-MM-DD`), today unless said
 * otherwise. With `only`, the parts named are computed and the others are absent; `undefined` is always there.
 */
export function analyze(
  dossier: DossierInput,
  options?: { on?: string; only?: readonly AnalysisPart[] },
): Promise<Record<string, unknown>>;
/** `patch` applied to `before` gives `after` exactly. */
export function diff(before: DossierInput, after: DossierInput): Promise<{ patch: PatchOperation[]; summary: Change[] }>;
/** A difference that a person has to decide. */
export interface Conflict {
  /** Way to the value in the merged dossier (RFC 6901), or to where it would be. */
  pointer: string;
  /** The value of the ancestor; null where there is none. */
  base: unknown;
  /** The value of each side; null where it has none, or removed the record. */
  ours: unknown;
  theirs: unknown;
}
export interface Merged {
  /** Holds, of each conflict, the later or the greater value, whichever side it comes from. */
  dossier: Record<string, unknown>;
  conflicts: Conflict[];
  /** Actors that may be one organisation by their name or their SIREN: the id of each side. */
  likenesses: [ours: string, theirs: string][];
  /**
   * Actors that are one, by their number in a register or because one side made them one: the id that went, and the
   * one that stays.
   */
  matched: [gone: string, kept: string][];
  /** What binds two actors that are one, which no dossier can hold; the pointer is that of its side. */
  lost: { side: "ours" | "theirs"; pointer: string; value: unknown }[];
}
/**
 * Two dossiers in one. `base` is what both come from; with `null`, nothing counts as removed and every difference is
 * a conflict. Merging a dossier with itself gives itself; `merge(b, x, y)` and `merge(b, y, x)` give the same dossier.
 */
export function merge(base: DossierInput | null, ours: DossierInput, theirs: DossierInput): Promise<Merged>;
/**
 * The file of a format. Rejects with the code `unknown-format` for a format that there is not. A `docx` made in a page
 * holds its pictures; in Node and in a worker, where nothing draws them, it holds the tables that say the same.
 */
export function exportTo(
  format: ExportFormat,
  dossier: DossierInput,
  settings?: ExportSettings,
): Promise<{ bytes: Uint8Array; mediaType: string; extension: string }>;
/** A format that can be read; `any` finds out. */
export type ImportFormat = "json" | "any" | "xlsx" | "csv" | "kumu" | "popolo";

/** What came in with the file of another tool. */
export interface ForeignReport {
  /** Records by list of the dossier. */
  counts?: Record<string, number>;
  /** What was taken as it is though it looks wrong. */
  warnings?: Problem[];
  /** What was left out, made up, or is not in such a file, in sentences. */
  remarks: string[];
}

/**
 * The dossier that a file of another tool holds. A table that is not one of ours gives one actor a line, its columns
 * being recognised by their titles.
 */
export function importFrom(
  format: ImportFormat,
  file: string | ArrayBuffer | ArrayBufferView,
  settings?: { lang?: string; sheet?: string } & Pick<ExportSettings, "vocabulary" | "messages">,
): Promise<{ dossier: Record<string, unknown>; report: ForeignReport }>;
/** The JSON Schema (2020-12) of a dossier. */
export function schema(): Promise<Record<string, unknown>>;
