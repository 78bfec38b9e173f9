// Made-up dossiers of a chosen size, the same at every run.

const KINDS = [
  "publicAuthority",
  "economicDevelopment",
  "employmentTraining",
  "business",
  "association",
  "socialPartner",
  "inhabitants",
  "expert",
];
const CRITERIA = ["mobilisation", "influence", "interest", "availability", "neutrality"];
const ROLES = ["lead", "operator", "funder", "partner"];
const LEVELS = ["networking", "coordinating", "cooperating", "collaborating"];

/**
 * A dossier as the element's `load` takes it.
 * @param {{actors: number, objectives?: number, ties?: number}} size
 */
export function dossier({ actors, objectives = 20, ties = 2 * actors }) {
  const list = (length, make) => Array.from({ length }, (_, index) => make(index));
  return {
    format: "tour-de-table/dossier",
    formatVersion: "1.0",
    id: `bench-${actors}-${objectives}`,
    revision: 1,
    language: "fr",
    project: { title: "Mesure", problem: "Un dossier pour mesurer.", domain: "socioEconomic", complexity: "complex", territories: ["t0"] },
    territories: list(10, (t) => ({ id: `t${t}`, name: `Territoire ${t}`, kind: "epci", parent: t === 0 ? null : "t0" })),
    objectives: list(objectives, (o) => ({ id: `o${o}`, title: `Objectif ${o}`, weight: 1 + (o % 3) })),
    functions: list(objectives, (f) => ({ id: `f${f}`, title: `Fonction ${f}`, objectives: [`o${f}`], territories: [`t${f % 10}`] })),
    actors: list(actors, (a) => ({
      id: `a${a}`,
      name: `Organisation numéro ${a}`,
      kind: KINDS[a % KINDS.length],
      territories: [`t${a % 10}`],
      contacts: [{ id: `c${a}`, name: `Personne ${a}`, position: "Direction", canDecide: a % 2 === 0 }],
      capabilities: [`f${a % objectives}`],
      readings: CRITERIA.map((criterion, c) => ({ criterion, value: (a + c) % 5, on: "2026-11-02" })),
    })),
    positions: list(actors, (a) => ({ actor: `a${a}`, objective: `o${(7 * a) % objectives}`, value: (a % 7) - 3 })),
    ties: list(ties, (k) => ({
      from: `a${k % actors}`,
      to: `a${(k % actors + 1 + Math.floor(k / actors)) % actors}`,
      level: LEVELS[k % LEVELS.length],
      directed: false,
    })),
    roles: list(Math.min(actors, 40), (r) => ({ id: `r${r}`, actor: `a${r}`, role: ROLES[r % ROLES.length], scope: { objective: `o${r % objectives}` } })),
  };
}
