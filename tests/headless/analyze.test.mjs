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
  const { coverage, roles, findings, undefined: reasons } = await analyze(led(), { on: "2027-01-15" });
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
  const result = await analyze(JSON.parse(bytes("valid/every-field.json")), { on: "2026-11-22" });
  const nulls = [];
  const walk = (value, pointer) => {
    if (value === null) nulls.push(pointer);
    else if (typeof value === "object") for (const [key, item] of Object.entries(value)) walk(item, `${pointer}/${key}`);
  };
  const { coverage, firstGroup, network, roles } = result;
  walk({ coverage, firstGroup, network, roles }, "");
  assert.deepEqual(nulls.sort(), result.undefined.map(({ pointer }) => pointer).sort());
});

test("what is no dossier, or no day, is refused", async () => {
  const error = await rejection(analyze(dossier({ actors: [{ id: "a1", kind: "alien" }] })));
  assert.deepEqual([error.pointer, error.code], ["/actors/0/kind", "unknownValue"]);
  assert.equal((await rejection(analyze(led(), { on: "demain" }))).code, "badDate");
});
