// What the tests of the governance step share: the drawn screen, how to open it, what it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

// The drawn screen: nine organisations, 23 votes. Swings were counted with another program, from the definition:
// 552 at 12 votes needed, 570 at 13.
export const NINE = [
  ["Région", "publicAuthority", 4, 3],
  ["Grand Annecy", "publicAuthority", 4, 4],
  ["DDETS", "publicAuthority", 2, 2],
  ["France Travail", "employmentTraining", 4, 3],
  ["Maison de l’emploi", "employmentTraining", 2, 4],
  ["CCI", "economicDevelopment", 2, 2],
  ["Club numérique", "business", 2, 3],
  ["Union hôtellerie", "business", 2, 1],
  ["Association Passerelle", "association", 1, 3],
];

export const empty = {
  format: "tour-de-table/dossier",
  formatVersion: "1.0",
  id: "d1",
  language: "fr",
  project: { title: "Métiers du tourisme numérique" },
};

export const drawn = () => ({
  ...empty,
  actors: NINE.map(([name, kind, , level], n) => ({
    id: `a${n}`,
    name,
    kind,
    readings: [{ criterion: "mobilisation", value: level, on: "2026-10-02" }],
  })),
  bodies: [
    {
      id: "b",
      title: "Comité de pilotage",
      kind: "steeringCommittee",
      rule: { majority: "simple" },
      seats: NINE.map(([, , votes], n) => ({ id: `s${n}`, actor: `a${n}`, votes })),
    },
  ],
});

export const example = (name) => JSON.parse(readFileSync(new URL(`../../../src/vocabulary/examples/${name}.json`, import.meta.url)));

export async function open({ widget }, content, title = "Gouvernance") {
  await widget.evaluate((element, content) => element.load(content), content);
  await widget.evaluate((element) => element.goTo("governance"));
  await widget.getByRole("heading", { name: title, exact: true }).waitFor();
}

export const value = ({ widget }) => widget.evaluate((element) => element.value);
export const bodies = async (tools) => (await value(tools)).bodies ?? [];
export const rows = ({ widget }) => widget.locator("tr[data-member]");

/** What each row says of one variant: figures and fractions. */
export const powers = async (tools, column = 0) => {
  const cells = await rows(tools).locator(".gov-col").all();
  const columns = cells.length / (await rows(tools).count());
  const texts = [];
  for (let place = column; place < cells.length; place += columns) {
    texts.push({
      percent: (await cells[place].locator(".gov-pct").innerText()).replaceAll(/\s/g, " "),
      fraction: await cells[place].locator(".gov-exact").innerText(),
    });
  }
  return texts;
};

export async function settles(read, expected) {
  let seen;
  for (let turn = 0; turn < 80; turn += 1) {
    seen = await read();
    try {
      assert.deepEqual(seen, expected);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  assert.deepEqual(seen, expected);
}

