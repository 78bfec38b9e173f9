// T12: a page may say anything to the element; nothing of it breaks the library, reaches a prototype or runs.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { dossier, listen, seen, title, type } from "./support/hosts.mjs";

const path = "/h.html";
const html = `<tour-de-table></tour-de-table>`;

browserTest("whatever attributes say, the element goes on", { html, path, timeout: 120_000 }, async ({ page, widget }) => {
  await listen(page);
  await type(widget, "Intact");
  const left = await widget.evaluate(async (element) => {
    const values = ["", " ", "0", "-1", "1e999", "NaN", "null", "undefined", "true", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "__proto__", "constructor", "é".repeat(10_000), "\u0000\u202e", "project,project,project", ",,, ,", "en-", "zz-ZZ", "auto light", "EDIT", "7"];
    const names = element.constructor.observedAttributes.filter((name) => name !== "src" && name !== "storage");
    for (const name of names) {
      for (const value of values) {
        element.setAttribute(name, value);
        if (values.indexOf(value) % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      element.removeAttribute(name);
    }
    await element.flush();
    return { title: element.value.project.title, polluted: {}.polluted };
  });
  assert.deepEqual(left, { title: "Intact", polluted: undefined });
  assert.deepEqual(await seen(page, "error"), []);
  await type(widget, "Et au travail");
  assert.equal(await title(widget), "Et au travail");
});

browserTest("whatever properties and methods are given, the element answers or refuses", { html, path, timeout: 120_000, allow: [/late request: GET .*\/exports(-bindings)?\.(js|wasm)$/] }, async ({ page, widget }) => {
  await listen(page);
  await widget.evaluate((element, given) => element.load(given), dossier("Intact"));
  const outcome = await widget.evaluate(async (element) => {
    const circle = {};
    circle.self = circle;
    const deep = () => {
      let list = [];
      for (let i = 0; i < 5000; i += 1) list = [list];
      return list;
    };
    const trap = new Proxy({}, { get: () => { throw new Error("trap"); }, ownKeys: () => { throw new Error("trap"); } });
    const values = [0, -0, NaN, "", "x", "{", true, Symbol("s"), 10n, () => {}, [], [1], {}, circle, deep(), trap, new Date(NaN), new Map([["a", 1]]), new Uint8Array(3), new Blob(["{}"]), JSON.parse('{"__proto__":{"polluted":1},"subkinds":{"__proto__":[{"code":"x"}]},"labels":{"__proto__":{"fr":"x"}}}'), { subkinds: 3, labels: [], themes: {} }, { "shell.undo": { toString: 1 } }, { "shell.undo": 3 }];
    const surprises = [];
    for (const value of values) {
      for (const name of ["vocabulary", "messages", "readOnly"]) {
        try {
          element[name] = value;
        } catch (error) {
          // What JSON cannot say is refused by JSON itself.
          if (!/circular|BigInt|trap|call stack|convert/i.test(String(error))) surprises.push(`${name}: ${error}`);
        }
        await new Promise((resolve) => setTimeout(resolve));
      }
      element.vocabulary = null;
      element.messages = null;
      element.readOnly = false;
      for (const call of [() => element.load(value), () => element.load({}, { mode: value }), () => element.export(value), () => element.goTo(typeof value === "symbol" ? "s" : value)]) {
        const answer = await Promise.race([
          call().then(() => "done", (error) => (error instanceof Error ? error.name : `not an error: ${error}`)),
          new Promise((resolve) => setTimeout(resolve, 5000, "no answer")),
        ]);
        if (/no answer|not an error/.test(answer)) surprises.push(`${String(call)} ${answer}`);
      }
    }
    return { surprises, title: element.value.project?.title, polluted: {}.polluted };
  });
  assert.deepEqual(outcome, { surprises: [], title: "Intact", polluted: undefined });
  const errors = (await seen(page, "error")).map(({ detail }) => detail.code);
  assert.ok(!errors.includes("panic"), errors.join(" "));
  await type(widget, "Et au travail");
  assert.equal(await title(widget), "Et au travail");
});

browserTest("nothing of the element stands on the window", { html, path }, async ({ page }) => {
  const names = await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    return Object.getOwnPropertyNames(globalThis).filter((name) => !plain.has(name) && !/^__(tdt|playwright|pw)/.test(name) && !/^\d+$/.test(name));
  });
  assert.deepEqual(names, []);
});
