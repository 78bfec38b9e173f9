// What the tests of the functions without a screen share.
import { readFileSync, readdirSync } from "node:fs";

export * from "../../pkg/headless.js";

const fixtures = new URL("../fixtures/dossiers/", import.meta.url);

/** The smallest dossier, with other keys. */
export const dossier = (more = {}) => ({ format: "tour-de-table/dossier", formatVersion: "1.0", id: "d1", ...more });

/** Names of the dossiers of a folder of fixtures, without what is expected of them. */
export const names = (folder) =>
  readdirSync(new URL(folder, fixtures)).filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"));

/** The bytes of a fixture. */
export const bytes = (name) => readFileSync(new URL(name, fixtures));

/** The error a promise rejects with. */
export async function rejection(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

/** Runs `work` and fails when it takes longer than `milliseconds` of processor: what else the machine does is not counted. */
export async function within(milliseconds, work) {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  const spent = (user + system) / 1000;
  if (spent > milliseconds) throw new Error(`${Math.round(spent)} ms, more than ${milliseconds}`);
  return result;
}
