import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const SCRIPTS = join(ROOT, "geomap", "static", "js");

/**
 * @param {string} module its path in the folder of scripts
 * @param {Set<string>} found filled with it and all that it imports before it can run
 */
function follow(module, found) {
  if (found.has(module)) return found;
  found.add(module);
  const text = readFileSync(join(SCRIPTS, module), "utf8");
  for (const [, path] of text.matchAll(/^import .*?from "(\.[^"]+)";/gm)) follow(join(dirname(module), path), found);
  return found;
}

test("the page asks early for each module that the first picture needs, and for no other", () => {
  const page = readFileSync(join(ROOT, "templates", "page.html"), "utf8");
  const asked = [...page.matchAll(/rel="modulepreload" href="\/static\/js\/([^"]+)"/g)].map(([, path]) => path);
  const needed = follow("main.js", new Set());
  needed.delete("main.js");
  assert.deepEqual(asked, [...needed].sort());
});
