import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const TEMPLATES = new URL("../../templates/", import.meta.url);
const page = readFileSync(new URL("page.html", TEMPLATES), "utf8");
const parts = [...page.matchAll(/{% include "([\w.]+)" %}/g)].map(([, name]) => readFileSync(new URL(name, TEMPLATES), "utf8"));

test("no two elements of the page have one name", () => {
  for (const attribute of ["data-ref", "id"]) {
    const names = [page, ...parts].flatMap((text) => [...text.matchAll(new RegExp(` ${attribute}="([^"{]+)"`, "g"))].map(([, name]) => name));
    assert.ok(names.length > 10);
    assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
  }
});
