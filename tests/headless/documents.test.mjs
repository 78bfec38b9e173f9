// The documents of a dossier as other tools get them: the built module in Node, its calendar read by ical.js.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import ICAL from "ical.js";
import { dossier, exportTo } from "./support.mjs";

const example = (name) => JSON.parse(readFileSync(new URL(`../../src/vocabulary/examples/${name}.json`, import.meta.url)));
const text = ({ bytes }) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

const events = async (input, settings = {}) => {
  const calendar = new ICAL.Component(ICAL.parse(text(await exportTo("icalendar", input, settings))));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};

test("a calendar holds each date once, on whole days", async () => {
  const given = dossier({
    project: { title: "Été, hiver; « saison »", startsOn: "2026-03-02", endsOn: "2028-02-29" },
    meetings: [{ id: "m1", title: "Comité\nde lancement", on: "2026-05-19", decisions: ["Première ligne\\n", "Seconde, ligne"] }],
    reviews: [{ id: "y1", kind: "annual", plannedOn: "2027-01-31" }],
  });
  const found = await events(given, { on: "2026-11-27" });
  assert.deepEqual(
    found.map((event) => [event.startDate.toString(), event.startDate.isDate, event.summary]),
    [
      ["2026-03-02", true, "Début\u00a0: Été, hiver; « saison »"],
      ["2028-02-29", true, "Fin\u00a0: Été, hiver; « saison »"],
      ["2026-05-19", true, "Rencontre\u00a0: Comité de lancement"],
      ["2027-01-31", true, "Bilan annuel"],
    ],
  );
  assert.equal(found[2].description, "Décisions\u00a0: Première ligne\\n\u202f; Seconde, ligne");
  assert.equal(found[0].component.getFirstPropertyValue("dtstamp").toString(), "2026-11-27T00:00:00Z");
  assert.equal(new Set(found.map((event) => event.uid)).size, 4);
});

test("the examples give as many dates as they hold", async () => {
  for (const name of ["petit", "bassin", "soixante"]) {
    const given = example(name);
    const held = [
      given.project.startsOn,
      given.project.endsOn,
      ...given.waves.map((wave) => wave.startsOn),
      ...given.roles.map((role) => role.endsOn),
      ...given.agreements.map((agreement) => agreement.endsOn),
      ...given.actions.filter(({ status }) => !["done", "dropped"].includes(status)).map((action) => action.dueOn),
      ...given.meetings.map((meeting) => meeting.on),
      ...given.reviews.map((review) => review.heldOn ?? review.plannedOn),
    ].filter(Boolean);
    assert.ok(held.length >= 12, name);
    const found = await events(given);
    assert.deepEqual(found.map((event) => event.startDate.toString()).sort(), held.sort(), name);
  }
});

test("amounts and dates of a document are written by the rules of its language", async () => {
  const given = dossier({
    actors: [{ id: "a1", name: "CCI", contributions: [{ id: "k1", title: "Prêt", money: { amount: "1234.50", currency: "EUR" } }] }],
    reviews: [{ id: "y1", kind: "annual", plannedOn: "2027-01-31" }],
  });
  const [french, english] = await Promise.all(["fr", "en"].map(async (lang) => text(await exportTo("html", given, { lang }))));
  assert.match(french, /1\u202f234,50\u00a0€/);
  assert.match(french, /31\/01\/2027/);
  assert.match(english, /€1,234\.50/);
  assert.match(english, /01\/31\/2027/);
});

test("each file has its type and its ending", async () => {
  const expected = {
    docx: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "PK"],
    html: ["text/html", "html", "<!DOCTYPE html>\n<html lang=\"fr\""],
    gexf: ["application/gexf+xml", "gexf", '<?xml version="1.0" encoding="UTF-8"?>\n<gexf '],
    graphml: ["application/graphml+xml", "graphml", '<?xml version="1.0" encoding="UTF-8"?>\n<graphml '],
    icalendar: ["text/calendar", "ics", "BEGIN:VCALENDAR\r\n"],
    mermaid: ["text/vnd.mermaid", "mmd", "flowchart LR\n"],
  };
  for (const [format, [type, extension, start]] of Object.entries(expected)) {
    const file = await exportTo(format, example("petit"));
    assert.deepEqual([file.mediaType, file.extension], [type, extension]);
    assert.equal(new TextDecoder("latin1").decode(file.bytes.slice(0, start.length)), start);
  }
});

test("without a page the document says in its tables what its pictures show, and speaks of none", async () => {
  const { bytes } = await exportTo("docx", example("bassin"));
  // Names of parts stand in the directory as they are.
  const names = new TextDecoder("latin1").decode(bytes);
  assert.match(names, /word\/document\.xml/);
  assert.doesNotMatch(names, /word\/media/);
  // A document of a page that draws nothing, as test libraries make it, is no page either.
  globalThis.document = { createElement: () => ({ getContext: () => null }) };
  try {
    const again = await exportTo("docx", example("bassin"));
    assert.deepEqual(again.bytes, bytes);
  } finally {
    delete globalThis.document;
  }
});
