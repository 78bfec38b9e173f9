// The contract of the element: attributes, properties, methods, events, and its life in a page that moves things.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, eventually, listen, seen, title, type } from "./support/hosts.mjs";

const one = `<tour-de-table id="a"></tour-de-table>`;
const two = `<tour-de-table id="a"></tour-de-table><div id="elsewhere"></div><tour-de-table id="b"></tour-de-table>`;

browserTest("every name in the published descriptions exists", { html: one, path: "/h.html" }, async ({ widget }) => {
  const read = (name) => readFileSync(new URL(`../../pkg/${name}`, import.meta.url), "utf8");
  const manifest = JSON.parse(read("custom-elements.json"));
  const declared = manifest.modules.flatMap((module) => module.declarations).find((one) => one.tagName === "tour-de-table");
  const real = await widget.evaluate((element) => {
    const kind = Object.getPrototypeOf(element);
    const described = Object.entries(Object.getOwnPropertyDescriptors(kind)).filter(([name]) => !/Callback$|^constructor$/.test(name));
    return {
      attributes: element.constructor.observedAttributes,
      fields: described.filter(([, what]) => what.get).map(([name, what]) => `${name}${what.set ? "" : " readonly"}`),
      methods: described.filter(([, what]) => typeof what.value === "function").map(([name]) => name),
    };
  });
  const of = (kind) => declared.members.filter((member) => member.kind === kind);
  assert.deepEqual(declared.attributes.map(({ name }) => name).toSorted(), real.attributes.toSorted());
  assert.deepEqual(of("field").map(({ name, readonly }) => `${name}${readonly ? " readonly" : ""}`).toSorted(), real.fields.toSorted());
  assert.deepEqual(of("method").map(({ name }) => name).toSorted(), real.methods.toSorted());

  // The TypeScript declarations say the same.
  const types = read("tour-de-table.d.ts");
  const body = /class TourDeTable extends HTMLElement \{([\s\S]*?)\n\}/.exec(types)[1];
  const members = [...body.matchAll(/^ {2}(readonly )?(\w+)(\(|\??:| *=)/gm)].map(([, fixed, name, mark]) => ({ name, fixed, mark }));
  const calls = members.filter(({ mark }) => mark === "(").map(({ name }) => name);
  const values = members.filter(({ mark }) => mark !== "(").map(({ name, fixed }) => `${name}${fixed ? " readonly" : ""}`);
  assert.deepEqual([...new Set(calls)].toSorted(), real.methods.toSorted());
  assert.deepEqual(values.toSorted(), real.fields.toSorted());
  const map = /interface TourDeTableEventMap \{([\s\S]*?)\n\}/.exec(types)[1];
  const events = [...map.matchAll(/"(tdt-[a-z]+)"/g)].map(([, name]) => name);
  assert.deepEqual(events.toSorted(), declared.events.map(({ name }) => name).toSorted());
});

browserTest("properties set before the class is known are applied", { open: false }, async ({ goto, widget, page }) => {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => {}, { once: true });
    // Before any module runs, the element is there and unknown.
    new MutationObserver((_records, observer) => {
      const element = document.querySelector("tour-de-table");
      if (!element || customElements.get("tour-de-table")) return;
      observer.disconnect();
      element.value = { format: "tour-de-table/dossier", formatVersion: "1.0", id: "d-1", project: { title: "Avant" } };
      element.readOnly = true;
      element.messages = { "shell.undo": "Défaire" };
    }).observe(document, { childList: true, subtree: true });
  });
  await goto("/h.html", { html: one });
  assert.equal(await widget.evaluate((element) => Object.keys(element).length), 0, "an own property hides an accessor");
  assert.equal(await title(widget), "Avant");
  assert.equal(await widget.evaluate((element) => element.readOnly), true);
  assert.deepEqual(await widget.evaluate((element) => element.messages), { "shell.undo": "Défaire" });
});

browserTest("versions are those of the package", { html: one, path: "/h.html" }, async ({ widget }) => {
  const { version } = JSON.parse(readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  assert.equal(await widget.evaluate((element) => element.version), version);
  const { schemaVersion, written } = await widget.evaluate((element) => ({
    schemaVersion: element.schemaVersion,
    written: element.value.formatVersion,
  }));
  assert.equal(schemaVersion, written);
});

browserTest("the methods do what they say and the events tell of it", { html: one.replace(" id", ` storage="local" id`), path: "/h.html" }, async ({ page, widget }) => {
  await listen(page);
  const outcome = await widget.evaluate(async (element, given) => {
    const titles = [];
    const note = () => titles.push(element.value.project?.title ?? "");
    const { report } = await element.load(given);
    note();
    const dirtyBefore = element.dirty;
    await element.undo();
    note();
    await element.redo();
    note();
    const blob = await element.export("json");
    const exported = JSON.parse(await blob.text());
    const validation = await element.validate();
    const analysis = await element.analyze();
    await element.goTo("actors");
    const saved = await element.save();
    await element.flush();
    const dirtyAfter = element.dirty;
    await element.reset();
    note();
    return { titles, report, dirtyBefore, type: blob.type, exported, validation, analysis, saved, dirtyAfter };
  }, dossier("Un"));
  assert.deepEqual(outcome.titles, ["Un", "", "Un", ""]);
  assert.equal(typeof outcome.report, "object");
  assert.equal(outcome.type, "application/json");
  assert.equal(outcome.exported.project.title, "Un");
  assert.deepEqual(outcome.saved, { handledBy: "storage" });
  assert.deepEqual([outcome.dirtyBefore, outcome.dirtyAfter], [true, false]);
  assert.equal(outcome.validation.valid, true);
  assert.ok(Array.isArray(outcome.analysis.findings));
  await widget.evaluate((element) => element.flush());
  // What came within 250 ms is told together, under the origin of the last.
  const origins = (await seen(page, "change")).map(({ detail }) => detail.origin);
  assert.equal(origins.at(-1), "host");
  assert.equal((await seen(page, "import")).length, 1);
});

browserTest("what is wrong is refused whole, with a code and a place", { html: one, path: "/h.html", allow: [/late request: .*\/exports/] }, async ({ widget }) => {
  const outcome = await widget.evaluate(async (element, given) => {
    await element.load(given);
    const failures = [];
    for (const wrong of ["{", { format: "autre" }, "[".repeat(5000), { ...given, project: { title: 3 } }, 7, null, undefined]) {
      await element.load(wrong).then(
        () => failures.push("accepted"),
        ({ code, pointer, message, name }) => failures.push({ name, code, pointer, message }),
      );
    }
    for (const act of [() => element.export("gif"), () => element.load(given, { mode: "x" })]) {
      await act().catch(({ code }) => failures.push(code));
    }
    return { failures, title: element.value.project.title };
  }, dossier("Bon"));
  assert.equal(outcome.title, "Bon");
  const formats = outcome.failures.splice(-2);
  assert.deepEqual(formats, ["unknown-format", "unknown-mode"]);
  for (const failure of outcome.failures) {
    assert.equal(failure.name, "TourDeTableError");
    assert.ok(failure.code && failure.message, JSON.stringify(failure));
  }
  assert.equal(outcome.failures[3].pointer, "/project/title");
});

browserTest("a hostile dossier reaches no object of the page", { html: one, path: "/h.html" }, async ({ widget }) => {
  const outcome = await widget.evaluate(async (element) => {
    const text = `{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d","project":{"title":"x","__proto__":{"polluted":1}},
      "__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    await element.load(text);
    const value = element.value;
    value.project.title = "changed by the page";
    return { polluted: {}.polluted, own: Object.hasOwn(value, "__proto__"), title: element.value.project.title };
  });
  assert.deepEqual(outcome, { polluted: undefined, own: true, title: "x" });
  // What the page is told of it is plain, whatever its keys: the report, and the patch of the next change.
  const told = await widget.evaluate(async (element) => {
    const plain = (object) => Object.getPrototypeOf(object) === Object.prototype;
    const change = new Promise((resolve) => element.addEventListener("tdt-change", ({ detail }) => resolve(detail), { once: true }));
    const { report } = await element.load(`{"format":"tour-de-table/dossier","formatVersion":"1.0","id":"d","__proto__":{"polluted":2},
      "actors":[{"id":"a","name":"x","__proto__":{"polluted":2}}]}`);
    const { patch } = await change;
    const values = patch.flatMap(({ value }) => (value && typeof value === "object" ? [value].flat() : []));
    return {
      plain: [report, report.counts, ...patch, ...values].every(plain),
      counts: report.counts,
      unknown: [...report.unknown].sort(),
      // Inherited, not held: the object written under that key holds it rightly.
      polluted: [{}, report, report.counts, ...patch, ...values].filter((object) => object.polluted && !Object.hasOwn(object, "polluted")),
    };
  });
  assert.deepEqual(told, { plain: true, counts: { actors: 1 }, unknown: ["/actors/0/__proto__", "/__proto__"].sort(), polluted: [] });
});

browserTest("every change is told by a patch from the revision before", { html: one, path: "/h.html" }, async ({ page, widget }) => {
  await listen(page);
  await type(widget, "Premier");
  await eventually(async () => (await seen(page, "change")).length, 1);
  await widget.evaluate((element, given) => element.load(given), dossier("Second"));
  await eventually(async () => (await seen(page, "change")).length, 2);
  await widget.evaluate((element) => element.undo());
  await widget.evaluate((element) => element.flush());
  assert.equal(await title(widget), "Premier");
  const changes = await seen(page, "change");
  assert.deepEqual(changes.map(({ detail }) => detail.origin), ["user", "host", "undo"]);
  const revisions = changes.map(({ detail }) => detail.revision);
  assert.ok(revisions[0] < revisions[1] && revisions[1] < revisions[2], String(revisions));
  assert.ok(changes.every(({ detail }) => Array.isArray(detail.patch) && detail.patch.length > 0));
  // Another dossier takes the place of the one before: nothing of either is compared.
  const [{ op, path, value }] = changes[1].detail.patch;
  assert.deepEqual([changes[1].detail.patch.length, op, path, value.project.title], [1, "replace", "", "Second"]);
});

browserTest("attributes are followed while the element lives", { html: `<tour-de-table id="a" lang="en"></tour-de-table>`, path: "/h.html" }, async ({ page, widget }) => {
  const set = (name, value) => widget.evaluate((element, [key, to]) => (to === null ? element.removeAttribute(key) : element.setAttribute(key, to)), [name, value]);
  const base = widget.locator(".tdt");
  await eventually(() => base.getAttribute("lang"), "en");
  await set("lang", null);
  await eventually(() => base.getAttribute("lang"), "fr", "the language of the page");
  await page.evaluate(() => (document.documentElement.lang = "en-GB"));
  await eventually(() => base.getAttribute("lang"), "en", "the page changed its language");
  await set("theme", "dark");
  await eventually(() => base.getAttribute("data-theme"), "dark");
  await set("theme", null);
  await eventually(() => base.getAttribute("data-theme"), null);
  await page.evaluate(() => document.documentElement.setAttribute("data-fr-theme", "dark"));
  await eventually(() => base.getAttribute("data-theme"), "dark", "the switch of the State's design system");
  await set("no-toolbar", "");
  await eventually(() => widget.locator("[part~=toolbar]").count(), 0);
  await set("no-toolbar", null);
  await eventually(() => widget.locator("[part~=toolbar]").count(), 1);
  await eventually(() => widget.locator(".bar-io").count(), 2);
  await set("no-import", "");
  await eventually(() => widget.locator(".bar-io").count(), 1);
  await set("no-export", "");
  await eventually(() => widget.locator(".bar-io").count(), 0);
});

browserTest("nothing can be changed in view mode nor when read only", { html: one, path: "/h.html" }, async ({ widget }) => {
  const editable = async () =>
    (await widget.locator(".title-edit").count()) > 0 || (await widget.locator(".title-input:not([readonly])").count()) > 0;
  assert.equal(await editable(), true);
  await widget.evaluate((element) => element.setAttribute("mode", "view"));
  await eventually(editable, false);
  await widget.evaluate((element) => element.removeAttribute("mode"));
  await eventually(editable, true);
  await widget.evaluate((element) => (element.readOnly = true));
  await eventually(editable, false);
});

browserTest("two elements of a page live apart in one instance", { html: two, path: "/h.html" }, async ({ page, watch }) => {
  const [a, b] = [page.locator("#a"), page.locator("#b")];
  await type(a, "Celui de A");
  await type(b, "Celui de B");
  assert.equal(await title(a), "Celui de A");
  assert.equal(await title(b), "Celui de B");
  await a.evaluate((element) => element.undo());
  assert.equal(await title(a), "");
  assert.equal(await title(b), "Celui de B");
  const modules = watch.requests.filter((address) => address.endsWith(".wasm"));
  assert.deepEqual(modules.map((address) => new URL(address).pathname), ["/tour-de-table.wasm", "/screens.wasm"], "each part is loaded once");
  const shared = await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("tour-de-table");
    return first.shadowRoot.adoptedStyleSheets[0] === second.shadowRoot.adoptedStyleSheets[0];
  });
  assert.ok(shared, "one stylesheet for both");
});

for (const [how, move] of Object.entries({
  append: () => document.querySelector("#elsewhere").append(document.querySelector("#a")),
  moveBefore: () => document.querySelector("#elsewhere").moveBefore(document.querySelector("#a"), null),
})) {
  browserTest(`an element moved by ${how} keeps its state`, { html: two, path: "/h.html" }, async ({ page }) => {
    const a = page.locator("#a");
    await type(a, "Un");
    await listen(page);
    await a.evaluate((element) => (element.inner = element.shadowRoot.querySelector(".tdt")));
    await page.evaluate(move);
    await type(a, "Deux");
    assert.equal(await title(a), "Deux");
    await a.evaluate((element) => element.undo());
    assert.ok(["Un", ""].includes(await title(a)));
    assert.ok(await a.evaluate((element) => element.inner === element.shadowRoot.querySelector(".tdt")), "mounted anew");
    assert.deepEqual(await seen(page, "ready"), []);
  });
}

browserTest("an element removed and put back later has its dossier", { html: two, path: "/h.html" }, async ({ page }) => {
  const a = page.locator("#a");
  await type(a, "Gardé");
  await page.evaluate(async () => {
    const element = document.querySelector("#a");
    globalThis.kept = element;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  assert.equal(await page.evaluate(() => globalThis.kept.shadowRoot.querySelector(".tdt")), null, "its app is parked");
  assert.equal(await page.evaluate(() => globalThis.kept.value.project.title), "Gardé");
  // Its place goes to another element, which must not see anything of it.
  const other = await page.evaluate(async () => {
    const element = document.createElement("tour-de-table");
    element.id = "c";
    document.body.append(element);
    await element.ready;
    return element.value?.project?.title ?? "";
  });
  assert.equal(other, "");
  await page.evaluate(async () => {
    document.body.append(globalThis.kept);
    await globalThis.kept.ready;
  });
  assert.equal(await title(a), "Gardé");
  await type(a, "Encore");
  assert.equal(await title(a), "Encore");
  assert.equal(await title(page.locator("#c")), "");
});

browserTest("an element removed right after an edit is flushed", { html: one, path: "/h.html" }, async ({ page, widget }) => {
  await listen(page);
  await type(widget, "Dix millisecondes");
  const after = await page.evaluate(async () => {
    const element = document.querySelector("#a");
    element.addEventListener("tdt-change", (event) => globalThis.seen.push({ type: "tdt-change", detail: event.detail }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return element.value.project.title;
  });
  assert.equal(after, "Dix millisecondes");
  assert.ok((await seen(page, "change")).some(({ detail }) => JSON.stringify(detail.patch).includes("Dix millisecondes")));
});

browserTest("the page can take saving and exporting over", { html: one, path: "/h.html" }, async ({ page, widget }) => {
  await listen(page);
  await page.evaluate(() => {
    globalThis.cancel = (event) => event.preventDefault();
    for (const name of ["tdt-save", "tdt-export"]) document.addEventListener(name, globalThis.cancel);
  });
  await type(widget, "À enregistrer");
  const saved = await widget.evaluate((element) => element.save());
  assert.equal(saved.handledBy, "host");
  assert.equal(await widget.evaluate((element) => element.dirty), false);
  assert.equal((await seen(page, "save"))[0].cancelable, true);
});

browserTest("200 mounts and unmounts do not grow the page", { html: one, path: "/h.html", timeout: 120_000 }, async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const measure = async () => {
    for (let i = 0; i < 3; i += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  const cycle = (times) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i += 1) {
        const element = document.createElement("tour-de-table");
        document.body.append(element);
        await element.ready;
        element.remove();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }, times);
  await cycle(20);
  const before = await measure();
  await cycle(200);
  const after = await measure();
  const grown = JSON.stringify({ before, after });
  // Fewer than one node, one listener and a kilobyte for each mount: nothing of a mount is kept.
  assert.ok(after.nodes - before.nodes < 200, grown);
  assert.ok(after.listeners - before.listeners < 200, grown);
  assert.ok(after.heap - before.heap < 200 * 1024, grown);
});

browserTest("a dossier named by the page is shown", { open: false }, async ({ page, goto, widget }) => {
  await page.route("**/un.json", (route) => route.fulfill({ json: dossier("De l’adresse") }));
  await goto("/h.html", { html: `<tour-de-table src="un.json"></tour-de-table>` });
  assert.equal(await title(widget), "De l’adresse");
});

browserTest("a dossier that cannot be had changes nothing", { open: false, allow: [/404/] }, async ({ page, goto, widget }) => {
  await page.addInitScript(() => {
    globalThis.errors = [];
    document.addEventListener("tdt-error", (event) => globalThis.errors.push(event.detail));
  });
  await goto("/h.html", { html: `<tour-de-table src="absent.json"></tour-de-table>` });
  assert.deepEqual(await page.evaluate(() => globalThis.errors.map(({ code, recoverable }) => [code, recoverable])), [["src-failed", true]]);
  await widget.locator("[role=alert]").waitFor();
  await type(widget, "Tout va bien");
  assert.equal(await title(widget), "Tout va bien");
});
