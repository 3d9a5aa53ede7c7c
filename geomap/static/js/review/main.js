/** Puts the parts of the desk together at which proposals are reviewed. */

import { fetchTimeline } from "../api.js";
import { named } from "../elements.js";
import { setWords } from "../say.js";
import { decodeTimeline } from "../timeline.js";
import { attempt, loadQueue } from "./actions.js";
import { connectArticle } from "./article.js";
import { connectChangeMap } from "./change_map.js";
import { Desk } from "./desk.js";
import { connectGate } from "./gate.js";
import { connectKeys } from "./keys.js";
import { connectPaste } from "./paste.js";
import { connectProposals } from "./proposals.js";
import { connectQueue } from "./queue.js";
import { connectTold } from "./told.js";

const catalogue = JSON.parse(document.getElementById("catalogue")?.textContent ?? "");
setWords(catalogue);
const { language } = catalogue;
const desk = new Desk();

connectTold(desk);
connectQueue(desk);
connectArticle(desk);
connectProposals(desk, language);
connectChangeMap(desk, language);
connectPaste(desk);
connectKeys(desk);
connectGate(desk);
// Others may have decided, or reports have come, while the reviewer was away.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && desk.current.reviewer) void attempt(desk, () => loadQueue(desk));
});
const choice = /** @type {HTMLSelectElement} */ (named("language"));
choice.addEventListener("change", () => location.assign(`?lang=${encodeURIComponent(choice.value)}`));
choice.disabled = false;
void attempt(desk, async () => desk.update({ timeline: decodeTimeline(await fetchTimeline({ known: null, pins: {} })) }));
