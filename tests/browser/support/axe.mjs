// Accessibility, as far as a program can tell.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails where axe-core finds a violation on the page as it stands, inside open shadow roots too.
 * @param {import("playwright-core").Page} page
 * @param {{within?: string}} options `within`: a CSS selector of the light DOM, the whole page by default
 */
export async function assertAccessible(page, { within } = {}) {
  // Evaluated by the debugger, not by the page: its policy stays as strict as it is.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(
    async ([selector, tags]) => {
      const result = await globalThis.axe.run(selector ?? document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      });
      return result.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html, target, failureSummary }) => ({ html, target, failureSummary })),
      }));
    },
    [within, TAGS],
  );
  const text = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `  ${JSON.stringify(node.target)}\n  ${node.html}\n  ${node.failureSummary}`);
    return `${id}: ${help}\n${places.join("\n")}`;
  });
  assert.equal(violations.length, 0, `axe found ${violations.length} kind(s) of violation\n${text.join("\n")}`);
}
