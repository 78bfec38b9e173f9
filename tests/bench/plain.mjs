// The computations as one would write them from their definition, without any care for speed.

/** Godet's MACTOR, as in the method: influences, power, and agreements simple, valued and weighted. */
export function positions(mid, held) {
  const n = mid.length;
  const each = Array.from({ length: n }, (_, a) => a);
  const midi = each.map((a) => each.map((b) => each.reduce((sum, c) => sum + Math.min(mid[a][c], mid[c][b]), mid[a][b])));
  const influence = each.map((a) => each.reduce((sum, b) => (a === b ? sum : sum + midi[a][b]), 0));
  const dependence = each.map((a) => each.reduce((sum, b) => (a === b ? sum : sum + midi[b][a]), 0));
  const all = influence.reduce((a, b) => a + b, 0);
  const r = each.map((a) => (((influence[a] - midi[a][a]) / all) * influence[a]) / (influence[a] + dependence[a]));
  const sum = r.reduce((a, b) => a + b, 0);
  const power = r.map((value) => (n * value) / sum);
  const weighted = held.map((row, a) => row.map((value) => power[a] * value));
  const agreements = [held.map((row) => row.map(Math.sign)), held, weighted].map((x) => {
    const pairs = (sign) =>
      each.map((i) =>
        each.map((j) => {
          if (i === j) return 0;
          let total = 0;
          for (let k = 0; k < x[i].length; k += 1) {
            if (Math.sign(x[i][k] * x[j][k]) === sign) total += (Math.abs(x[i][k]) + Math.abs(x[j][k])) / 2;
          }
          return total;
        }),
      );
    return { convergence: pairs(1), divergence: pairs(-1) };
  });
  const ranks = power.map((value) => 1 + power.filter((other) => other > value).length);
  return { midi, influence, dependence, power, weighted, agreements, ranks };
}

/** The moves of one cell by one step, within the scales: 0 to 4 for influences, −4 to 4 for positions. */
export function moves(mid, held) {
  const found = [];
  mid.forEach((row, a) => row.forEach((value, b) => a !== b && found.push([mid, a, b, value, 0])));
  held.forEach((row, a) => row.forEach((value, k) => found.push([held, a, k, value, -4])));
  return found.flatMap(([matrix, a, b, value, low]) =>
    [-1, 1].filter((by) => value + by >= low && value + by <= 4).map((by) => ({ matrix, a, b, by })),
  );
}

/** The ranks once a cell has moved: everything is computed again. */
export function moved(mid, held, { matrix, a, b, by }) {
  matrix[a][b] += by;
  const { ranks } = positions(mid, held);
  matrix[a][b] -= by;
  return ranks;
}

const bits = (mask) => {
  let count = 0;
  for (; mask; mask &= mask - 1) count += 1;
  return count;
};

/** The size of the smallest group that covers every function: all groups are tried. */
export function firstGroup(masks, functions) {
  const whole = 2 ** functions - 1;
  let best = Infinity;
  for (let group = 0; group < 2 ** masks.length; group += 1) {
    let covered = 0;
    for (let a = 0; a < masks.length; a += 1) if (group & (1 << a)) covered |= masks[a];
    if (covered === whole) best = Math.min(best, bits(group));
  }
  return best;
}

/** How many coalitions win with each member and lose without: all coalitions are tried. */
export function swings(weights, quota) {
  const counts = weights.map(() => 0);
  for (let coalition = 0; coalition < 2 ** weights.length; coalition += 1) {
    let total = 0;
    for (let i = 0; i < weights.length; i += 1) if (coalition & (1 << i)) total += weights[i];
    if (total < quota) continue;
    for (let i = 0; i < weights.length; i += 1) if (coalition & (1 << i) && total - weights[i] < quota) counts[i] += 1;
  }
  return counts;
}

/** How many pairs of ties cross once drawn; those that share an end do not count. */
export function crossings(edges, places) {
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  let count = 0;
  for (let i = 0; i < edges.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const ends = [...edges[i], ...edges[j]];
      if (new Set(ends).size < 4) continue;
      const [a, b, c, d] = ends.map((end) => places[end]);
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count += 1;
    }
  }
  return count;
}
