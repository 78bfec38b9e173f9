// Host pages of another origin than the package, with the widget in a frame.
import { existsSync, readFileSync } from "node:fs";

export const HOST = "http://intranet.example";

const pkg = new URL("../../../pkg/", import.meta.url);

/** Serves `body` as the page of an origin, and the files of the package that a host copies. */
export async function serveHost(page, body, origin = HOST) {
  await page.context().route(`${origin}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (!name) return route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="fr"><title>Hôte</title>${body}` });
    const file = new URL(name, pkg);
    if (!name.startsWith("frame-") || !existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: "text/javascript", body: readFileSync(file) });
  });
}

/** The frame of the widget as HTML; `named` is what it is told of its host. */
export const frame = (server, named = HOST, attributes = "") =>
  `<iframe id="tdt" width="1000" height="700" ${attributes} src="${new URL("frame.html", server.address)}?host=${encodeURIComponent(named)}"></iframe>`;

/** A host page with the helper of the package as `frame`, what it hears in `heard`. */
export async function openHelped(tools, options = "{}") {
  const { page, server } = tools;
  const script = `
    import { TourDeTableFrame } from "/frame-host.js";
    globalThis.heard = [];
    globalThis.frame = new TourDeTableFrame(document.querySelector("#tdt"), ${options});
    for (const type of ["init", "change", "resize", "exit", "error"])
      globalThis.frame.addEventListener(type, ({ detail }) => globalThis.heard.push({ type, detail }));`;
  await serveHost(page, `<body>${frame(server)}<script type="module">${script}</script>`);
  await page.goto(`${HOST}/`);
  await until(page, () => globalThis.heard.some(({ type }) => type === "init"));
  tools.watch.loaded();
}

/**
 * A host page that speaks the protocol by hand: `hellos` are the events heard, `welcome()` gives the frame a channel
 * and keeps what comes through it in `heard`; `say(message)` posts into it.
 */
export async function openRaw({ page, server }, { origin = HOST, named = HOST, attributes = "", more = "" } = {}) {
  const script = `
    globalThis.hellos = [];
    globalThis.heard = [];
    addEventListener("message", ({ data, origin, source }) => globalThis.hellos.push({ data, origin, ours: source === tdt.contentWindow }));
    globalThis.welcome = (envelope = {}, keep = globalThis.heard) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => keep.push(data);
      globalThis.say = (message) => port1.postMessage(message);
      const id = globalThis.hellos[0]?.data.id;
      tdt.contentWindow.postMessage({ v: 1, type: "welcome", re: id, ...envelope }, "${new URL(server.address).origin}", [port2]);
      return port1;
    };`;
  await serveHost(page, `<body><script>${script}</script>${frame(server, named, attributes)}${more}`, origin);
  await page.goto(`${origin}/`);
}

/** Waits until a question put to the page is answered by something true. */
export const until = (page, question, argument) => page.waitForFunction(question, argument, { timeout: 20_000 });

/** The document in the frame. */
export const inside = (page) => page.frameLocator("#tdt");
