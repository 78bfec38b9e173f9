// `analyze`, as other tools call it.
import assert from "node:assert/strict";
import test from "node:test";
import { analyze, bytes, dossier, rejection } from "./support.mjs";

const led = (more = {}) =>
  dossier({
    project: { title: "Métiers du tourisme" },
    objectives: [{ id: "o1", title: "Former" }],
    actors: [{ id: "a1", name: "CCI", kind: "business" }, { id: "a2", name: "Mission locale", kind: "employmentTraining" }],
    roles: [{ id: "r1", actor: "a1", role: "lead", endsOn: "2027-01-31", conditions: [{ code: "neutral", status: "met" }] }],
    ...more,
  });

test("gives what exists so far, in the shape agreed", async () => {
  const result = await analyze(led(), { on: "2027-01-15" });
  const keys = ["coverage", "firstGroup", "positions", "network", "roles", "votes", "findings", "undefined"];
  assert.deepEqual(Object.keys(result), keys);
  const { coverage, roles, findings, undefined: reasons } = result;
  assert.deepEqual(Object.keys(coverage), ["cells", "functions"]);
  // Five conditions for a lead: one is decided, nobody said anything of the others.
  assert.deepEqual(
    roles.map(({ actor, role, met, notMet, unknown }) => [actor, role, met, notMet, unknown]),
    [["a1", "lead", 1, 0, 4]],
  );
  assert.ok(findings.length > 0 && Array.isArray(reasons));
  for (const finding of findings) {
    assert.match(finding.code, /^V\d\d$/);
    assert.ok(["blocking", "warning", "advice"].includes(finding.severity));
    for (const key of ["step", "objects", "reason", "todo", "source", "setAside"]) assert.ok(key in finding, key);
  }
});

test("roles: those that have not ended, with what is decided and what the dossier proposes", async () => {
  const readings = [{ criterion: "availability", value: 3, on: "2026-11-01" }];
  const content = led({
    functions: [{ id: "f1", title: "Accueillir" }],
    actors: [{ id: "a1", name: "CCI", kind: "business", readings }],
    roles: [
      { id: "r1", actor: "a1", role: "lead", endsOn: "2027-01-14" },
      {
        id: "r2",
        actor: "a1",
        role: "operator",
        scope: { function: "f1" },
        startsOn: "2027-02-01",
        commitments: [{ id: "e1", text: "Ouvrir le guichet", on: "2027-01-10" }],
        conditions: [{ code: "skilled", status: "met" }, { code: "decides", status: "notMet" }],
      },
    ],
  });
  const { roles, findings } = await analyze(content, { on: "2027-01-15" });
  // Of the four conditions of an operator, two are decided; availability is proposed, nothing is known of the territory.
  const proposals = [{ code: "available", status: "met", because: "3 sur 4\u00a0: la plupart du temps" }];
  assert.deepEqual(roles, [{ id: "r2", actor: "a1", role: "operator", met: 1, notMet: 1, unknown: 2, proposals }]);
  assert.deepEqual(findings.filter(({ code }) => code === "V02").map(({ severity, objects }) => [severity, objects]), [["warning", ["a1", "r2"]]]);
  assert.equal(findings.find(({ code }) => code === "V01").severity, "blocking");
  // The day before, the lead was still one.
  const before = await analyze(content, { on: "2027-01-14" });
  assert.deepEqual(before.roles.map(({ id }) => id), ["r1", "r2"]);
  assert.equal(before.findings.find(({ code }) => code === "V01"), undefined);
});

test("computes only the parts asked for, the same as among all", async () => {
  const on = "2027-01-15";
  const whole = await analyze(led(), { on });
  for (const part of Object.keys(whole).filter((key) => key !== "undefined")) {
    const alone = await analyze(led(), { on, only: [part] });
    assert.deepEqual(Object.keys(alone), [part, "undefined"]);
    assert.deepEqual(alone[part], whole[part]);
    const mine = whole.undefined.filter(({ pointer }) => pointer.startsWith(`/${part}`));
    assert.deepEqual(alone.undefined, mine);
  }
  // In the order of the result, whatever the order asked for.
  assert.deepEqual(Object.keys(await analyze(led(), { on, only: ["votes", "coverage"] })), ["coverage", "votes", "undefined"]);
  assert.deepEqual(await analyze(led(), { on, only: [] }), { undefined: [] });
  const error = await rejection(analyze(led(), { on, only: ["votes", "vote"] }));
  assert.deepEqual([error.code, error.input], ["unknownValue", 1]);
  assert.match(error.message, /«\u00a0vote\u00a0»/);
});

test("positions and alliances: a case worked by hand", async () => {
  // MIDI: [0 2 2] [1 0 3] [1 1 0]; I 4 4 2, D 2 3 5; (I − MIDI[a][a])·I/(I + D): 8/3, 16/7, 4/7; R* 42/29, 36/29, 9/29.
  const { positions } = await analyze(
    dossier({
      actors: [{ id: "a" }, { id: "b" }, { id: "c" }],
      objectives: [{ id: "o" }, { id: "p" }],
      influences: [
        { from: "a", to: "b", value: 2 },
        { from: "b", to: "c", value: 3 },
        { from: "c", to: "a", value: 1 },
      ],
      positions: [
        { actor: "a", objective: "o", value: 3 },
        { actor: "a", objective: "p", value: -2 },
        { actor: "b", objective: "o", value: 1 },
        { actor: "b", objective: "p", value: 4 },
        { actor: "c", objective: "o", value: -1 },
      ],
    }),
  );
  assert.deepEqual([positions.actors, positions.objectives], [["a", "b", "c"], ["o", "p"]]);
  assert.deepEqual(positions.midi, [[0, 2, 2], [1, 0, 3], [1, 1, 0]]);
  assert.deepEqual([positions.influence, positions.dependence], [[4, 4, 2], [2, 3, 5]]);
  const near = (found, expected) => assert.ok(Math.abs(found - expected) < 1e-12, `${found} for ${expected}`);
  [42, 36, 9].forEach((over, actor) => near(positions.power[actor], over / 29));
  [210, 180, 9].forEach((over, actor) => near(positions.mobilisation[actor], over / 29));
  assert.deepEqual(positions.plane, ["dominant", "dominant", "dominated"]);
  assert.deepEqual(positions.simple.convergence, [[0, 1, 0], [1, 0, 0], [0, 0, 0]]);
  assert.deepEqual(positions.valued.divergence, [[0, 3, 2], [3, 0, 1], [2, 1, 0]]);
  assert.deepEqual([positions.simple.degree, positions.valued.degree], [25, 25]);
  near(positions.weighted.degree, 8100 / 285);
  near(positions.weighted.ambivalence[0], 108 / 175);
  assert.equal(positions.objectiveBalance[1].objective, "p");
  near(positions.objectiveBalance[1].for, 144 / 29);
  near(positions.objectiveBalance[1].against, -84 / 29);
  assert.deepEqual(positions.notSaid, { influences: 3, positions: 1 });
  assert.deepEqual(positions.robustness.map(({ actor }) => actor), ["a", "b", "c"]);
  // I 4 5 2, D 2 3 6 once b's influence on c is 4: a 16/6 against b 25/8.
  const flip = positions.robustness[1].flips.find(({ cell, by }) => cell === "/influences/1" && by === 1);
  assert.deepEqual(flip, { cell: "/influences/1", by: 1, to: 1 });
  // Nobody spoke of b's influence on a, which at 1 would put b first: 3·4/7 against 4·5/8.
  assert.deepEqual(positions.robustness.map(({ flipsNotSaid }) => flipsNotSaid), [1, 1, 0]);
});

test("tells who to start with, and how the actors are tied", async () => {
  // f1: a1 and a2; f2: a2 and a3; f3: nobody. a2 alone is enough. A chain a1 – a2 – a3; a3 is absent and weighs.
  const rated = (values) => Object.entries(values).map(([criterion, value]) => ({ criterion, value, on: "2026-11-01" }));
  const { firstGroup, network } = await analyze(
    dossier({
      functions: ["f1", "f2", "f3"].map((id) => ({ id, title: id })),
      actors: [
        { id: "a1", name: "CCI", kind: "economicDevelopment", capabilities: ["f1"], readings: rated({ mobilisation: 3 }) },
        { id: "a2", name: "Mission locale", kind: "employmentTraining", capabilities: ["f1", "f2"] },
        { id: "a3", name: "Usine", kind: "business", capabilities: ["f2"], readings: rated({ mobilisation: 0, influence: 4 }) },
      ],
      ties: [["a1", "a2"], ["a2", "a3"]].map(([from, to]) => ({ from, to, level: "cooperating" })),
      influences: [{ from: "a1", to: "a2", value: 3 }, { from: "a2", to: "a3", value: 2 }],
    }),
    { on: "2027-01-15" },
  );
  const { actors, uncovered, exact, lowerBound, widening } = firstGroup;
  assert.deepEqual({ actors, uncovered, exact, lowerBound }, { actors: ["a2"], uncovered: ["f3"], exact: true, lowerBound: 1 });
  assert.deepEqual(widening.map(({ actor, adds }) => [actor, adds]), [["a1", ["f1"]], ["a3", ["f2"]]]);
  const { brokerage, ...figures } = network;
  assert.deepEqual(figures, {
    density: 2 / 3,
    components: [["a1", "a2", "a3"]],
    articulation: ["a2"],
    degree: [1, 2, 1],
    betweenness: [0, 1, 0],
    closeness: [2 / 3, 1, 2 / 3],
    levers: [{ missing: "a3", path: ["a1", "a2", "a3"], strength: 2 }],
  });
  // Three families, both ways.
  const { actor, coordinator, itinerant, gatekeeper, representative, liaison } = brokerage[1];
  assert.deepEqual([actor, coordinator, itinerant, gatekeeper, representative, liaison], ["a2", 0, 0, 0, 0, 2]);
});

test("a role that has ended does not count: the day decides", async () => {
  const lacksLead = async (on) => (await analyze(led(), { on })).findings.some(({ code }) => code === "V01");
  assert.equal(await lacksLead("2027-01-31"), false);
  assert.equal(await lacksLead("2027-02-01"), true);
});

test("sentences are in the language of the dossier", async () => {
  const todo = async (language) => (await analyze(led({ language, roles: [] }))).findings.find(({ code }) => code === "V01").todo;
  assert.notEqual(await todo("fr"), await todo("en"));
});

test("every null of the result has its reason", async () => {
  const silent = dossier({
    actors: [{ id: "a" }, { id: "b" }],
    objectives: [{ id: "o" }],
    positions: [{ actor: "a", objective: "o", value: 3 }, { actor: "b", objective: "o", value: -1 }],
  });
  for (const input of [JSON.parse(bytes("valid/every-field.json")), silent, dossier()]) {
    // A finding that nobody set aside is `null` for its own reason.
    const { findings, undefined: reasons, ...computed } = await analyze(input, { on: "2026-11-22" });
    assert.ok(Array.isArray(findings));
    const nulls = [];
    const walk = (value, pointer) => {
      if (value === null) nulls.push(pointer);
      else if (typeof value === "object") for (const [key, item] of Object.entries(value)) walk(item, `${pointer}/${key}`);
    };
    walk(computed, "");
    assert.deepEqual(nulls.sort(), reasons.map(({ pointer }) => pointer).sort());
    if (input === silent) assert.ok(nulls.includes("/positions/power/0"), "nobody has influence");
  }
});

test("what is no dossier, or no day, is refused", async () => {
  const error = await rejection(analyze(dossier({ actors: [{ id: "a1", kind: "alien" }] })));
  assert.deepEqual([error.pointer, error.code], ["/actors/0/kind", "unknownValue"]);
  assert.equal((await rejection(analyze(led(), { on: "demain" }))).code, "badDate");
});
