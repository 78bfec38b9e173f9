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
  const { findings, undefined: reasons, ...computed } = result;
  assert.ok(findings.length > 0);
  walk(computed, "");
  assert.deepEqual(nulls.sort(), reasons.map(({ pointer }) => pointer).sort());
});

test("what is no dossier, or no day, is refused", async () => {
  const error = await rejection(analyze(dossier({ actors: [{ id: "a1", kind: "alien" }] })));
  assert.deepEqual([error.pointer, error.code], ["/actors/0/kind", "unknownValue"]);
  assert.equal((await rejection(analyze(led(), { on: "demain" }))).code, "badDate");
});
