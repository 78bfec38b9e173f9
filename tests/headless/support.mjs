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

/** How often `work` is run again before it counts as too long: the first runs compile the module as they go. */
const ATTEMPTS = 3;

/** Runs `work` and fails when it takes longer than `milliseconds` of processor, each time: what else the machine does is not counted. */
export async function within(milliseconds, work) {
  const times = [];
  while (times.length < ATTEMPTS) {
    const start = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(start);
    times.push(Math.round((user + system) / 1000));
    if (times.at(-1) <= milliseconds) return result;
  }
  throw new Error(`${times.join(", ")} ms, more than ${milliseconds}`);
}
