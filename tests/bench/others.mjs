// What the figures cost beside what one would otherwise use, on the same inputs, in one run. Times are medians; a ratio
// says how many times longer the other takes. Ours is the whole call from another tool: JSON text in, objects out,
// including what the others do not compute (robustness, levers, witnesses…). Results are compared too, where they are
// the same figures: a ratio between two different answers would mean nothing. Run by `cargo xtask bench`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyze } from "../../pkg/headless.js";
import * as cases from "./cases.mjs";
import * as plain from "./plain.mjs";

const PACKAGES = ["networkx==3.6.1", "powerindex==0.3.5"];
const venv = fileURLToPath(new URL("../../target/bench-venv/", import.meta.url));

const oracle = fileURLToPath(new URL("./oracle/others.py", import.meta.url));

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const ms = (value) => (value === undefined ? "—" : `${value.toPrecision(3)} ms`);
const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

async function timed(runs, work) {
  const times = [];
  let result;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    result = await work();
    times.push(performance.now() - begun);
  }
  return { median: median(times), result };
}

/** Ours, from the text of a dossier; the first call, which loads the module, is not counted. */
async function ours({ dossier }, part, runs = 9) {
  const text = JSON.stringify(dossier);
  await analyze(text, { only: [part] });
  return timed(runs, async () => (await analyze(text, { only: [part] }))[part]);
}

const rows = [];
function row(what, other, mine, theirs, agree) {
  const ratio = theirs === undefined ? "—" : `${(theirs / mine).toPrecision(3)}×`;
  rows.push([what, other, ms(mine), ms(theirs), ratio, agree]);
}
const same = (yes) => (yes === undefined ? "not compared" : yes ? "same" : "DIFFERENT");

const run = (program, args, input) => spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 28 });

/** The Python of an environment of its own with the packages in it; what cannot be had is said and left out. */
function prepared() {
  const program = `${venv}bin/python`;
  if (!existsSync(program)) {
    const made = run("python3", ["-m", "venv", venv]);
    if (made.status !== 0) return skipped("Python", made);
  }
  for (const name of PACKAGES) {
    const installed = run(program, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", name]);
    if (installed.status !== 0) skipped(name, installed);
  }
  return program;
}

/** What Python takes for a case; asked right after ours, so that both meet the machine in the same mood. */
function python(part, input, runs = 3) {
  if (!interpreter) return undefined;
  const asked = JSON.stringify({ [part]: [{ ...input, runs }] });
  const answer = run(interpreter, [oracle], asked);
  if (answer.status !== 0) return skipped(`the Python side of ${part}`, answer);
  return JSON.parse(answer.stdout)[part]?.[0];
}

function skipped(what, { error, stderr }) {
  const why = error?.message ?? stderr?.trim().split("\n").at(-1) ?? "";
  console.log(`skipped: ${what} cannot be had here (${why})`);
  return undefined;
}

const networks = [cases.network(60, 3), cases.network(200, 3), cases.network(500, 3)];
const held = [cases.positions(20, 10), cases.positions(60, 20)];
const groups = [cases.group(16, 10), cases.group(20, 12)];
const bodies = [cases.votes(15, 100), cases.votes(20, 200), cases.votes(60, 1000), cases.votes(100, 1000)];
const ENUMERATED = 20;

const interpreter = prepared();

for (const one of networks) {
  const mine = await ours(one, "network");
  const other = python("network", { n: one.n, edges: one.edges });
  const { betweenness, closeness } = mine.result;
  const agree = other?.result.every(([b, c], a) => near(b, betweenness[a]) && near(c, closeness[a]));
  row(`network, ${one.n} actors, ${one.edges.length} ties`, "networkx", mine.median, other?.median, same(agree));
}

for (const one of held) {
  const mine = await ours(one, "positions");
  const what = `positions, ${one.n} × ${one.m}`;
  const power = mine.result.power;
  const naive = await timed(9, () => plain.positions(one.mid, one.held));
  const agree = naive.result.power.every((value, a) => near(value, power[a]));
  row(`${what}, theirs without robustness`, "plain JavaScript", mine.median, naive.median, same(agree));
  const other = python("positions", { mid: one.mid, held: one.held });
  row(`${what}, theirs without robustness`, "plain Python", mine.median, other?.median, same(other?.result.every((value, a) => near(value, power[a]))));
  // Trying every cell takes too long to be waited for: an even sample, counted for all of them.
  const moves = plain.moves(one.mid, one.held);
  const step = Math.max(1, Math.floor(moves.length / 200));
  const sample = moves.filter((_, at) => at % step === 0);
  const tried = await timed(1, () => sample.map((move) => plain.moved(one.mid, one.held, move)));
  const inside = tried.result.every((ranks) =>
    ranks.every((rank, a) => rank >= mine.result.robustness[a].rank[0] && rank <= mine.result.robustness[a].rank[1]),
  );
  const share = moves.length / sample.length;
  row(`${what}, with robustness`, `plain JavaScript (${sample.length} of ${moves.length} moves)`, mine.median, tried.median * share, same(inside));
  if (other) row(`${what}, with robustness`, `plain Python (1 of ${moves.length} moves)`, mine.median, other.median * moves.length, "not compared");
}

for (const one of groups) {
  const mine = await ours(one, "firstGroup");
  const other = await timed(3, () => plain.firstGroup(one.masks, one.functions));
  const agree = mine.result.exact && mine.result.actors.length === other.result;
  row(`first group, ${one.n} actors, ${one.functions} functions`, "all groups tried, JavaScript", mine.median, other.median, same(agree));
}

for (const one of bodies) {
  const mine = await ours(one, "votes", 5);
  const what = `votes, ${one.n} members, ${one.total} votes`;
  const [body] = mine.result;
  const other = python("votes", { weights: one.weights, quota: one.quota });
  const agree = other?.result.every((list, kind) =>
    list.every((value, a) => Math.abs(value - body.members[a][kind === 0 ? "banzhaf" : "shapley"].value) < 1e-6),
  );
  row(what, "powerindex (Banzhaf, Shapley)", mine.median, other?.median, same(agree));
  if (one.n > ENUMERATED) continue;
  const tried = await timed(3, () => plain.swings(one.weights, one.quota));
  const counted = tried.result.every((count, a) => String(count) === body.members[a].swings);
  row(what, "all coalitions tried, JavaScript (swings)", mine.median, tried.median, same(counted));
}

await layouts();
print();
if (rows.some((cells) => cells[5] === "DIFFERENT")) process.exitCode = 1;

/** Our layout, compiled for this machine, of the same graphs. */
function drawnByUs(graphs) {
  const asked = JSON.stringify(graphs.map(({ n, edges }) => ({ n, edges, runs: 3 })));
  const cargo = ["run", "--quiet", "--locked", "--release", "--features", "layout-bench", "--bin", "layout"];
  const answer = run("cargo", cargo, asked);
  if (answer.status === 0) return JSON.parse(answer.stdout);
  skipped("our layout", answer);
  return [];
}

/** d3-force as its users run it, until it cools down, on the same graphs; ours runs without a browser, theirs in Node. */
async function layouts() {
  let force;
  try {
    force = await import("d3-force");
  } catch (error) {
    console.log(`skipped: d3-force cannot be had here (${error.code ?? error.message})`);
    return;
  }
  const graphs = networks.slice(0, 2);
  const own = drawnByUs(graphs);
  for (const [at, { n, edges }] of graphs.entries()) {
    const drawn = await timed(3, () => {
      const nodes = Array.from({ length: n }, (_, index) => ({ index }));
      const links = edges.map(([source, target]) => ({ source, target }));
      force
        .forceSimulation(nodes)
        .force("link", force.forceLink(links))
        .force("charge", force.forceManyBody())
        .force("center", force.forceCenter())
        .stop()
        .tick(300);
      return nodes.map(({ x, y }) => [x, y]);
    });
    const crossed = plain.crossings(edges, drawn.result);
    const ours = own[at] && `, ours ${plain.crossings(edges, own[at].points)}`;
    const other = `d3-force, ${crossed} crossings${ours ?? ""}`;
    const ratio = own[at] ? `${(drawn.median / own[at].median).toPrecision(3)}×` : "—";
    rows.push([`layout, ${n} actors, ${edges.length} ties`, other, ms(own[at]?.median), ms(drawn.median), ratio, "not compared"]);
  }
}

function print() {
  const head = ["what", "against", "ours", "theirs", "ratio", "results"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column].length)));
  const line = (cells) => cells.map((cell, column) => (column > 1 && column < 5 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("  ");
  console.log(`\n${[head, widths.map((width) => "-".repeat(width)), ...rows].map(line).join("\n")}`);
}
