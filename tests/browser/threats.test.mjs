// What hostile files, pages and neighbours try, and what must come of it. The numbers T… are those of the security
// reference; T3 and T10 stand with the exports, T6 to T8 in tests/headless, T16 in tests/supply_chain.rs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { browserTest } from "./support/browser-test.mjs";
import { plant } from "./support/database.mjs";
import { dossier, eventually, title, type } from "./support/hosts.mjs";

const HOSTILE = readFileSync(new URL("../fixtures/dossiers/valid/hostile-text.json", import.meta.url), "utf8");

/** What a page must never find in the widget: an element that runs or fetches something, a link elsewhere. */
const odd = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("tour-de-table").shadowRoot;
    const elements = root.querySelectorAll("script, iframe, object, embed, img, base, meta, link, form[action], foreignObject, tour-de-table");
    const handlers = [...root.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")));
    const links = [...root.querySelectorAll("[href]")].filter((link) => !/^(https?:|mailto:|tel:|#)/.test(link.getAttribute("href")));
    return [...elements, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 200));
  });

browserTest("T1, T2: hostile text is text, in every step, in its open parts and in every dialog", { timeout: 240_000 }, async ({ page, widget }) => {
  const dialogs = [];
  page.on("dialog", (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
  await widget.evaluate((element, text) => element.load(text), HOSTILE);
  const codes = ["project", "actors", "qualification", "coherence", "circles", "roles", "governance", "summary"];
  for (const code of codes) {
    await widget.evaluate((element, step) => element.goTo(step), code);
    await page.waitForTimeout(300);
    await widget.evaluate((element) => {
      for (const part of element.shadowRoot.querySelectorAll("details")) part.open = true;
    });
    await page.waitForTimeout(300);
    assert.deepEqual(await odd(page), [], code);
  }
  await widget.getByRole("button", { name: "Autres actions" }).click();
  const items = widget.locator(".menu-item").filter({ visible: true });
  const entries = await items.allTextContents();
  await page.keyboard.press("Escape");
  assert.ok(entries.length > 4);
  for (const name of entries.filter((entry) => /…$|imprimer/.test(entry.trim()))) {
    await widget.getByRole("button", { name: "Autres actions" }).click();
    await items.filter({ hasText: name.trim() }).first().click();
    await page.waitForTimeout(200);
    assert.deepEqual(await odd(page), [], name);
    await page.keyboard.press("Escape");
  }
  assert.deepEqual(dialogs, []);
  assert.notEqual(await page.title(), "x");
});

browserTest("T2: an address is a link only when it is one", {}, async ({ page, widget }) => {
  const payloads = ["jav\tascript:alert(1)", "JaVaScRiPt:alert(1)", "\u0001javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example"];
  const contacts = payloads.map((payload, at) => ({ id: `c${at}`, name: `Contact ${at}`, email: payload, phone: payload }));
  contacts.push({ id: "good", name: "Bon", email: "accueil@exemple.fr", phone: "01 23 45 67 89" });
  await widget.evaluate((element, content) => element.load(content), { ...dossier("Liens"), actors: [{ id: "a1", name: "Un", contacts }] });
  await widget.evaluate((element) => element.goTo("actors"));
  await widget.locator(".row-open").click();
  await widget.locator("#tdt-sheet-title:focus").waitFor();
  await widget.evaluate((element) => {
    for (const part of element.shadowRoot.querySelectorAll("details")) part.open = true;
  });
  const links = await widget.locator("a[href]").evaluateAll((found) => found.map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#")));
  for (const href of links) assert.match(href, /^(mailto:accueil@exemple\.fr|tel:[0-9+ ]+)$/);
  assert.deepEqual(await odd(page), []);
});

browserTest("T9: a name that turns the writing about turns nothing but itself", {}, async ({ widget }) => {
  const name = "\u202eeuqilbup ecivreS";
  await widget.evaluate((element, content) => element.load(content), { ...dossier("Sens"), actors: [{ id: "a1", name, kind: "publicAuthority" }] });
  for (const step of ["actors", "qualification", "roles", "summary"]) {
    await widget.evaluate((element, code) => element.goTo(code), step);
    const loose = await widget.evaluate((element, text) => {
      const isolated = (node) => {
        for (let at = node.parentElement; at; at = at.parentElement) {
          if (["isolate", "isolate-override", "plaintext"].includes(getComputedStyle(at).unicodeBidi)) return true;
          // A line of its own is a paragraph of its own: the mark ends with it.
          if (["block", "table-cell", "flex", "grid", "list-item", "inline-block"].includes(getComputedStyle(at).display)) {
            return at.textContent.trim() === text;
          }
        }
        return false;
      };
      const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.data.includes(text) && !node.parentElement.closest("svg, option") && !isolated(node)) {
          found.push(node.parentElement.outerHTML.slice(0, 160));
        }
      }
      return found;
    }, name);
    assert.deepEqual(loose, [], step);
  }
});

browserTest("T12: whatever the page hands over, the dossier stays and the widget answers", {
  html: "<tour-de-table></tour-de-table>",
  path: "/h.html",
  // A format that is not known here is asked of the module of formats.
  allow: [/late request: GET \S+\/exports/],
}, async ({ widget }) => {
  await type(widget, "Le bon");
  const answers = await widget.evaluate(async (element) => {
    const cyclic = {};
    cyclic.self = cyclic;
    const trap = new Proxy({}, { ownKeys() { throw new Error("a trap"); }, get() { throw new Error("a trap"); } });
    const things = [
      undefined, null, 0, NaN, -1, 1n, true, Symbol("s"), "", "{", "null", "[]", [], {}, cyclic, trap, () => {},
      new Date(), new Map([[1, 2]]), new Uint8Array([0xff, 0xfe, 0]), new ArrayBuffer(3), new Blob(["{}"]), document.body,
      { format: "tour-de-table/dossier" }, { format: "tour-de-table/dossier", formatVersion: "99.0", id: "x" },
      { format: "tour-de-table/dossier", formatVersion: "1.0", id: "x", actors: "no" }, "[".repeat(100_000),
      { format: "tour-de-table/dossier", formatVersion: "1.0", id: "x", project: { title: { toJSON() { throw new Error("a trap"); } } } },
    ];
    const told = [];
    for (const thing of things) {
      try {
        await element.load(thing);
        told.push("taken");
      } catch (error) {
        told.push(error instanceof Error && typeof error.code === "string" ? "refused" : `wrong: ${String(error)}`);
      }
    }
    for (const name of ["vocabulary", "messages", "readOnly"]) {
      for (const thing of things.filter((thing) => typeof thing !== "symbol")) {
        try {
          element[name] = thing;
        } catch (error) {
          if (!(error instanceof Error)) told.push(`wrong: ${name}`);
        }
        await new Promise((done) => setTimeout(done));
      }
      element[name] = name === "readOnly" ? false : undefined;
    }
    for (const name of ["lang", "mode", "steps", "theme", "storage-key", "heading-level"]) {
      for (const words of ["", "x", "999999999999", "<b>", "\u0000", "a,b,,c".repeat(1000)]) element.setAttribute(name, words);
      element.removeAttribute(name);
    }
    for (const call of [() => element.goTo("nulle part"), () => element.goTo(null), () => element.export("exe"), () => element.load(null, { mode: "x" })]) {
      await call().catch((error) => told.push(error.code ? "refused" : `wrong: ${String(error)}`));
    }
    return told;
  });
  assert.deepEqual(answers.filter((answer) => !["refused"].includes(answer)), []);
  await eventually(() => title(widget), "Le bon");
  await type(widget, "Toujours bon");
  await eventually(() => title(widget), "Toujours bon");
});

browserTest("T15: what another script left in the storage is read as a stranger's file", {}, async ({ page, widget, reload }) => {
  await type(widget, "À moi");
  await widget.evaluate((element) => element.flush());
  await plant(page, HOSTILE, 2, { parent: 1 });
  await page.evaluate(() => {
    for (const name of ["known", "trace:page:/", "draft:page:/:actor", "urgent:page:/:9"]) {
      localStorage.setItem(`tour-de-table:${name}`, "<img src=x onerror=alert(1)>");
    }
  });
  await reload();
  assert.deepEqual(await odd(page), []);
  for (const step of ["actors", "summary"]) {
    await widget.evaluate((element, code) => element.goTo(code), step);
    await page.waitForTimeout(200);
    assert.deepEqual(await odd(page), [], step);
  }
});
