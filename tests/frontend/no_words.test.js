import assert from "node:assert/strict";
import { test } from "node:test";

import { say } from "../../geomap/static/js/say.js";

test("nothing can be said before the catalogue is there", () => {
  assert.throws(() => say("time.play"), /No catalogue/);
});
