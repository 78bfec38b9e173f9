// The browser of the tests: the machine's own Chromium, kept from talking to anyone.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A name that is not localhost: pages from it have no secure context, as on an intranet.
  "--host-resolver-rules=MAP intranet.test 127.0.0.1",
  // A host page that a test makes up comes from no address, so that Chromium would take the site for a private
  // network that such a page must not reach.
  "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
];

export function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error("no Chromium on PATH: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path");
}

/** Starts Chromium. */
export const launch = (options = {}) =>
  chromium.launch({ executablePath: executable(), headless: true, args: FLAGS, ...options });
