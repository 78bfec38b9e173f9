// The samples that a browser alone can run: a frame of another site, and a page of the State.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { browserTest } from "./support/browser-test.mjs";
import { eventually, title, type } from "./support/hosts.mjs";

const SITE = "http://site.example";
const kinds = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
const root = new URL("../../", import.meta.url);

/** Serves paths of a site from folders of the project, under a policy. */
const serve = (page, folders, policy, own = {}) =>
  page.context().route(`${SITE}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const headers = (name) => ({ "content-type": kinds[extname(name)], "content-security-policy": policy });
    if (path in own) return route.fulfill({ headers: headers(path), body: own[path] });
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!path.startsWith(prefix)) continue;
      const name = path.slice(prefix.length) || "index.html";
      const file = new URL(`${folder}/${name}`, root);
      if (existsSync(file)) return route.fulfill({ headers: headers(name), body: readFileSync(file) });
    }
    return route.fulfill({ status: 404 });
  });

browserTest("the sample of a frame follows, saves, takes over and reads again", { open: false }, async ({ page, server, watch }) => {
  const outil = new URL(server.address).origin;
  const index = readFileSync(new URL("www/exemples/cadre/index.html", root), "utf8").replace("https://outils.exemple/tour-de-table/frame.html", `${outil}/frame.html`);
  await serve(page, { "/": "www/exemples/cadre", "/frame-": "pkg/frame-" }, `default-src 'none'; script-src 'self'; frame-src ${outil}`, { "/": index, ...helpers() });
  await page.goto(`${SITE}/`);
  const widget = page.frameLocator("#tdt").locator("tour-de-table");
  await widget.waitFor();
  await widget.evaluate((element) => element.ready);
  const state = page.locator("#etat");
  await type(widget, "Dans un cadre");
  await state.filter({ hasText: /Révision \d+, à enregistrer/ }).waitFor();
  await widget.evaluate((element) => element.save());
  await state.filter({ hasText: /Révision \d+ enregistrée/ }).waitFor();
  await widget.evaluate((element) => element.load({ ...element.value, actors: [{ id: "a", name: "Un" }, { id: "b", name: "Deux" }] }));
  await widget.evaluate((element) => element.flush());
  // The change is told first; what is read again is said in its place.
  await state.filter({ hasText: /à enregistrer/ }).waitFor();
  // By its key: Chromium may still give a click beside a frame of another site to that frame.
  await page.getByRole("button", { name: "Relire le dossier" }).press("Enter");
  await eventually(() => state.innerText(), "2 acteurs");
  await widget.evaluate((element) => element.goTo("summary"));
  await page.frameLocator("#tdt").getByRole("button", { name: "Déposer le dossier" }).click();
  await state.filter({ hasText: /Dossier «\s*Dans un cadre\s*» déposé/ }).waitFor();
  watch.loaded();
});

/** The two files that the sample copies from the package. */
function helpers() {
  return Object.fromEntries(["frame-host.js", "frame-port.js"].map((name) => [`/${name}`, readFileSync(new URL(`pkg/${name}`, root), "utf8")]));
}

browserTest("the page of the State gives its colours and its switch, and keeps its own size of text", { open: false }, async ({ page, goto, widget }) => {
  // Some of the variables that the DSFR defines, with its values; and the size of text that it gives the page.
  const dsfr = `:root { --background-default-grey: #fff; --text-title-grey: #161616; --background-action-high-blue-france: #000091; }
    :root[data-fr-theme=dark] { --background-default-grey: #161616; --text-title-grey: #fff; --background-action-high-blue-france: #8585f6; }
    html { font-size: 62.5%; } body { font-size: 1.6rem; }`;
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src blob:; style-src 'self'";
  await serve(page, { "/tour-de-table/": "pkg", "/": "www/exemples/dsfr" }, policy, {
    "/dsfr/dsfr.min.css": dsfr,
    "/dsfr/utility/utility.min.css": "",
    "/dsfr/dsfr.module.min.js": "",
  });
  await goto(`${SITE}/`);
  const look = () =>
    widget.evaluate((element) => {
      const style = getComputedStyle(element.shadowRoot.querySelector(".tdt"));
      return [style.backgroundColor, style.fontSize];
    });
  assert.deepEqual(await look(), ["rgb(255, 255, 255)", "16px"]);
  await page.evaluate(() => document.documentElement.setAttribute("data-fr-theme", "dark"));
  await eventually(look, ["rgb(22, 22, 22)", "16px"]);
  await type(widget, "En préfecture");
  assert.equal(await title(widget), "En préfecture");
});
