// Made-up inputs for the comparisons: the same at every run, handed alike to each program.

/** Numbers from 0 to 1, always the same for a seed (mulberry32, Tommy Ettinger, 2017). */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (length, make) => Array.from({ length }, (_, index) => make(index));
const actors = (n, more = () => ({})) => list(n, (a) => ({ id: `a${a}`, name: `Acteur ${a}`, kind: "association", ...more(a) }));
const dossier = (name, more) => ({ format: "tour-de-table/dossier", formatVersion: "1.0", id: name, language: "fr", ...more });

/** A connected graph: a random tree, and further ties up to `perActor` for each actor. */
export function network(n, perActor) {
  const random = dice(n);
  const pick = (below) => Math.floor(random() * below);
  const seen = new Set();
  const edges = [];
  const tie = (from, to) => {
    const key = from < to ? `${from},${to}` : `${to},${from}`;
    if (from === to || seen.has(key)) return;
    seen.add(key);
    edges.push([from, to]);
  };
  for (let a = 1; a < n; a += 1) tie(pick(a), a);
  while (edges.length < n * perActor) tie(pick(n), pick(n));
  const ties = edges.map(([from, to]) => ({ from: `a${from}`, to: `a${to}`, level: "coordinating", directed: false }));
  return { n, edges, dossier: dossier(`network-${n}`, { actors: actors(n), ties }) };
}

/** Influences between all actors and positions on all objectives. */
export function positions(n, m) {
  const random = dice(1000 * n + m);
  const pick = (low, high) => low + Math.floor(random() * (high - low + 1));
  const mid = list(n, (a) => list(n, (b) => (a === b ? 0 : pick(0, 4))));
  const held = list(n, () => list(m, () => pick(-4, 4)));
  const influences = [];
  const said = [];
  for (let a = 0; a < n; a += 1) {
    for (let b = 0; b < n; b += 1) if (a !== b) influences.push({ from: `a${a}`, to: `a${b}`, value: mid[a][b] });
    for (let k = 0; k < m; k += 1) said.push({ actor: `a${a}`, objective: `o${k}`, value: held[a][k] });
  }
  const objectives = list(m, (k) => ({ id: `o${k}`, title: `Objectif ${k}` }));
  return { n, m, mid, held, dossier: dossier(`positions-${n}`, { actors: actors(n), objectives, influences, positions: said }) };
}

/** Actors able to hold some of the key functions, all of the same territory; `masks[a]` has bit f where a holds f. */
export function group(n, functions) {
  const random = dice(77 * n + functions);
  const masks = list(n, () => list(functions, (f) => (random() < 0.22 ? 1 << f : 0)).reduce((all, bit) => all | bit, 0));
  // Every function is held by somebody.
  for (let f = 0; f < functions; f += 1) masks[f % n] |= 1 << f;
  const held = (a) => list(functions, (f) => f).filter((f) => masks[a] & (1 << f)).map((f) => `f${f}`);
  return {
    n,
    functions,
    masks,
    dossier: dossier(`group-${n}`, {
      territories: [{ id: "t", name: "Bassin", kind: "bassin" }],
      functions: list(functions, (f) => ({ id: `f${f}`, title: `Fonction ${f}`, territories: ["t"] })),
      actors: actors(n, (a) => ({ territories: ["t"], capabilities: held(a) })),
    }),
  };
}

/** A body of n organisations that share `total` votes, decided by a simple majority. */
export function votes(n, total) {
  const random = dice(31 * n + total);
  const weights = list(n, () => 1);
  for (let left = total - n; left > 0; left -= 1) weights[Math.floor(random() ** 2 * n)] += 1;
  const quota = Math.floor(total / 2) + 1;
  const seats = weights.map((weight, a) => ({ id: `p${a}`, actor: `a${a}`, votes: weight }));
  const bodies = [{ id: "b", title: "Conseil", kind: "board", rule: { majority: "simple" }, seats }];
  return { n, total, weights, quota, dossier: dossier(`votes-${n}`, { actors: actors(n), bodies }) };
}
