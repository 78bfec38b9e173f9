// The project's own server on the built package, so that tests meet the policy that people meet.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Starts a server on a free port; it ends with this process at the latest.
 * @param {{panicSwitch?: boolean}} options `panicSwitch`: serve the build that can provoke a panic
 */
export async function startServer({ panicSwitch = false } = {}) {
  const serve = ["serve", "--no-build", "--port", "0", "--until-stdin-closes"];
  if (panicSwitch) serve.push("--panic-switch");
  // `cargo xtask test` says where its program is; by hand, cargo finds it.
  const program = process.env.TDT_XTASK;
  const [command, leading] = program
    ? [program, []]
    : ["cargo", ["run", "--quiet", "--locked", "--package", "xtask", "--"]];
  const child = spawn(command, [...leading, ...serve], { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const found = /http:\/\/\S+\//.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended (${code}): run \`cargo xtask build\` first`)));
  });
  const { port } = new URL(address);
  return {
    /** Address of the stand-alone page. */
    address,
    /** The same page from a plain-http name that is not this machine's: no secure context. */
    plainAddress: `http://intranet.test:${port}/`,
    /** The reports that browsers sent about this server's policy, so far. */
    reports: async () => (await fetch(new URL("csp-reports", address))).json(),
    stop: () => child.stdin.end(),
  };
}
