// T11: a frame speaks with the origin it was told of and with no other, through one port, in whole envelopes.
import assert from "node:assert/strict";
import { browserTest } from "./support/browser-test.mjs";
import { HOST, frame, inside, openRaw, serveHost, until } from "./support/frames.mjs";
import { dossier } from "./support/hosts.mjs";

/** Longer than the first four times at which a frame says that it is there. */
const SILENCE = 2500;
const count = (page) => inside(page).locator("tour-de-table").count();
// Chromium tells on the console of a message that it does not deliver.
const undelivered = [/postMessage.*target origin/i, /Failed to execute 'postMessage'/];

browserTest("the right origin is greeted, and nothing but the greeting is said before the port", { open: false }, async (tools) => {
  const { page } = tools;
  await openRaw(tools);
  await page.waitForTimeout(SILENCE);
  const hellos = await page.evaluate(() => globalThis.hellos);
  assert.ok(hellos.length >= 3, "greets again where nobody listened yet");
  assert.equal(new Set(hellos.map(({ data }) => data.id)).size, 1, "one visit, one name");
  for (const { data, origin, ours } of hellos) {
    assert.deepEqual([Object.keys(data).sort(), data.v, data.type], [["id", "payload", "type", "v"], 1, "hello"]);
    assert.deepEqual(Object.keys(data.payload).sort(), ["schemaVersion", "version"]);
    assert.equal(origin, new URL(tools.server.address).origin);
    assert.ok(ours);
  }
  assert.equal(await count(page), 0, "no widget without a host");
});

const strangers = {
  "a foreign origin": "http://attacker.test",
  "a look-alike that begins as the right one": `${HOST}.attacker.test`,
  "a look-alike that ends as the right one": "http://attackerintranet.example",
  "the right name by another protocol or port": `${HOST}:8081`,
};
for (const [what, origin] of Object.entries(strangers)) {
  browserTest(`${what} hears nothing and is not heard`, { open: false, allow: undelivered }, async (tools) => {
    const { page } = tools;
    await openRaw(tools, { origin });
    await inside(page).locator("body").waitFor({ state: "attached" });
    await page.evaluate(() => globalThis.welcome());
    await page.waitForTimeout(SILENCE);
    assert.deepEqual(await page.evaluate(() => [globalThis.hellos, globalThis.heard]), [[], []]);
    assert.equal(await count(page), 0);
  });
}

browserTest("a page without an origin hears nothing and is not heard", { open: false, allow: [...undelivered, /./] }, async (tools) => {
  const { page, server } = tools;
  for (const named of [HOST, "null"]) {
    await page.context().unrouteAll();
    const middle = `<script>
        globalThis.hellos = [];
        addEventListener("message", ({ data }) => parent.postMessage(["heard", data], "*"));
        setInterval(() => { const { port2 } = new MessageChannel(); tdt.contentWindow.postMessage({ v: 1, type: "welcome" }, "*", [port2]); }, 200);
      </script>${frame(server, named)}`;
    await serveHost(
      page,
      `<body><script>globalThis.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>
      <iframe id="middle" sandbox="allow-scripts" width="1000" height="700" srcdoc="${middle.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
    );
    await page.goto(`${HOST}/`);
    const deep = page.frameLocator("#middle").frameLocator("#tdt");
    await deep.locator("body").waitFor({ state: "attached" });
    await page.waitForTimeout(SILENCE);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    assert.equal(await deep.locator("tour-de-table").count(), 0);
  }
});

for (const named of ["", "null", "*", `${HOST}/`, "HTTP://INTRANET.EXAMPLE", "javascript:alert(1)", "file://", "data:text/html,x", "intranet.example", `${HOST} http://attacker.test`]) {
  browserTest(`“${named}” names no host: the frame says what is missing`, { open: false }, async (tools) => {
    const { page } = tools;
    await openRaw(tools, { named });
    await inside(page).getByText("Cette page se place dans une autre").waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.hellos), []);
  });
}

browserTest("opened alone, the frame says what it is for", { path: `/frame.html?host=${encodeURIComponent(HOST)}` }, async ({ page }) => {
  await page.getByText("This page is made to stand in another one").waitFor();
  assert.equal(await page.locator("tour-de-table").count(), 0);
});

browserTest("a welcome from another window of the right origin is not taken", { open: false }, async (tools) => {
  const { page } = tools;
  await openRaw(tools, { more: `<iframe id="sibling" srcdoc="<p>Même origine</p>"></iframe>` });
  await until(page, () => globalThis.hellos.length > 0);
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => globalThis.heard.push(data);
    const { id } = globalThis.hellos[0].data;
    const sibling = document.querySelector("#sibling").contentWindow;
    const script = sibling.document.createElement("script");
    script.textContent = `globalThis.greet = (message, port) => parent.document.querySelector("#tdt").contentWindow.postMessage(message, "*", [port]);`;
    sibling.document.body.append(script);
    sibling.greet({ v: 1, type: "welcome", re: id }, port2);
  });
  await page.waitForTimeout(500);
  assert.equal(await count(page), 0);
  await page.evaluate(() => globalThis.welcome());
  await until(page, () => globalThis.heard.some(({ type }) => type === "init"));
});

const bad = { "of another visit": { re: "autre" }, "of another version": { v: 2 }, "of another type": { type: "hello" } };
browserTest("a welcome that is not whole is not taken, and only the first whole one counts", { open: false }, async (tools) => {
  const { page } = tools;
  await openRaw(tools);
  await until(page, () => globalThis.hellos.length > 0);
  for (const [what, envelope] of Object.entries(bad)) {
    await page.evaluate((given) => globalThis.welcome(given), envelope);
    await page.waitForTimeout(100);
    assert.equal(await count(page), 0, what);
  }
  await page.evaluate(() => {
    const second = [];
    globalThis.second = second;
    globalThis.welcome();
    const first = globalThis.say;
    globalThis.welcome({}, second);
    globalThis.say({ v: 1, type: "get", id: 1 });
    globalThis.say = first;
    first({ v: 1, type: "get", id: 2 });
  });
  await until(page, () => globalThis.heard.some(({ re }) => re === 2));
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => globalThis.second), []);
  assert.equal(await count(page), 1);
});

browserTest("every request gets one reply, whatever it is", { open: false }, async (tools) => {
  const { page } = tools;
  await openRaw(tools);
  await until(page, () => globalThis.hellos.length > 0);
  await page.evaluate(() => globalThis.welcome());
  await until(page, () => globalThis.heard.some(({ type }) => type === "init"));
  const exchange = (message) =>
    page.evaluate(async (given) => {
      globalThis.heard.length = 0;
      globalThis.say(given);
      // A request behind it shows that it was dealt with.
      globalThis.say({ v: 1, type: "get", id: "behind" });
      while (!globalThis.heard.some(({ re }) => re === "behind")) await new Promise((resolve) => setTimeout(resolve, 10));
      const told = globalThis.heard.filter(({ re, type }) => re !== "behind" && type !== "resize");
      return told.map(({ type, re, payload }) => [type, re, payload.code]);
    }, message);
  assert.deepEqual(await exchange({ v: 1, type: "explode", id: 1 }), [["error", 1, "unknown-type"]]);
  assert.deepEqual(await exchange({ v: 1, type: "explode" }), [["error", undefined, "unknown-type"]]);
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", ""]) {
    assert.deepEqual(await exchange({ v: 1, type: name, id: "p" }), [["error", "p", "unknown-type"]], name);
  }
  assert.deepEqual(await exchange({ v: 2, type: "get", id: 2 }), [["error", 2, "bad-envelope"]]);
  assert.deepEqual(await exchange({ type: "get", id: 3 }), [["error", 3, "bad-envelope"]]);
  assert.deepEqual(await exchange({ v: 1, type: 7, id: 4 }), [["error", 4, "bad-envelope"]]);
  assert.deepEqual(await exchange({ v: 1, type: "get", id: 5, payload: "texte" }), [["error", 5, "bad-envelope"]]);
  assert.deepEqual(await exchange({ v: 1, type: "get", id: { un: 1 } }), [["error", undefined, "bad-envelope"]]);
  assert.deepEqual(await exchange({ v: 1, type: "get", id: "x".repeat(101) }), [["error", undefined, "bad-envelope"]]);
  for (const nothing of ["texte", 7, null, undefined, [], [1, 2]]) {
    const said = await exchange(nothing);
    assert.deepEqual(said, [["error", undefined, "bad-envelope"]], JSON.stringify(nothing));
  }
  assert.deepEqual(await exchange({ v: 1, type: "error", payload: { code: "x" } }), [], "an error is not answered");
  assert.deepEqual(await exchange({ v: 1, type: "get", re: 99 }), [], "nor is a reply to nothing");
  assert.deepEqual(await exchange({ v: 1, type: "load", id: 6, payload: { dossier: "{" } }), [["error", 6, "notJson"]]);
  assert.deepEqual(await exchange({ v: 1, type: "load", id: 7 }), [["error", 7, "not-a-dossier"]]);
});

browserTest("a flood is answered message by message, and passes", { open: false }, async (tools) => {
  const { page } = tools;
  await openRaw(tools);
  await until(page, () => globalThis.hellos.length > 0);
  await page.evaluate(() => globalThis.welcome());
  await until(page, () => globalThis.heard.some(({ type }) => type === "init"));
  const answers = await page.evaluate(
    async ([given, times]) => {
      globalThis.heard.length = 0;
      for (let id = 1; id <= times; id += 1) globalThis.say({ v: 1, type: id % 2 ? "get" : "load", id, payload: { dossier: given } });
      const until = Date.now() + 15_000;
      const replies = () => globalThis.heard.filter(({ re }) => re !== undefined);
      while (replies().length < times && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const all = replies();
      return { count: all.length, ids: new Set(all.map(({ re }) => re)).size, codes: [...new Set(all.map(({ payload }) => payload.code))] };
    },
    [dossier("Inondation"), 3000],
  );
  assert.deepEqual([answers.count, answers.ids], [3000, 3000]);
  // How many wait depends on the machine; that the room has an end is in tests/headless/frame-port.test.mjs.
  assert.deepEqual(answers.codes.filter((code) => code !== undefined && code !== "busy"), []);
  await page.evaluate(() => {
    globalThis.heard.length = 0;
    globalThis.say({ v: 1, type: "get", id: "après" });
  });
  await until(page, () => globalThis.heard.some(({ re, type }) => re === "après" && type === "get"));
});
