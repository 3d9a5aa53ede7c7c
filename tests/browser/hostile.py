"""Texts that try to be more than text, an atlas full of them, and what they must not do."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from tests.factories import (
    MOSUL,
    actor,
    claim,
    event,
    figure,
    frame,
    report,
    source,
    write_atlas,
)

MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>'
OVERRIDE = "\u202egnp.exe\u2066"
ATTRIBUTES = "\"' onmouseover='window.hacked=3' {{7*7}} ${window.hacked=4} </textarea></title>"
# Half of it could be broken into lines anywhere, half of it nowhere.
LONG = "word " * 180 + "x" * 700
# What the loader takes: no cell has more than 2,000 characters, and none a control character.
LOADED = f"{MARKUP}{ATTRIBUTES}{OVERRIDE} {LONG}"
# What a server of others may send: longer, with control characters and unpaired surrogates.
SENT = f"{MARKUP}\u0000\u0007\u001b[31m\u0085\u2028{ATTRIBUTES}{OVERRIDE}\ud800" + LONG * 6
SENT_LENGTH = 10_000
ADDRESS = "javascript:window.hacked=5"
# Members of the documents of the API that hold words for people.
WORDS = {
    "name", "names", "title", "summary", "quote", "publisher", "description", "licence",
    "attribution", "became", "detail", "source", "text", "note",
}  # fmt: skip


def hostile_atlas(folder: Path) -> Path:
    """A small atlas whose every free text is hostile, as `geomap load` takes it.

    South takes Raqqa from North on 10 June 2014; Mosul is fought over, and disputed later.
    """
    monitor = {"holder": "north", "when": "2014-08-01", "known": "2014-08-01", "source": "monitor"}
    over = {**monitor, "effect": "holds", "holder": "south", "source": "commander"}
    contests = {"effect": "contests", "holder": "north", "loser": "south"}
    statements = [
        claim(id="raqqa-before", holder="north", when="2014-01-01", known="2014-01-01"),
        claim(),
        claim(id="mosul-fight", **{**MOSUL, **contests}),
        claim(id="mosul-falls", **{**MOSUL, **monitor}),
        claim(id="mosul-holds", **{**MOSUL, **over}),
    ]
    return write_atlas(
        folder,
        atlas=frame(title=LOADED, description=LOADED, licence=LOADED),
        actors=[
            actor(name=f"North {LOADED}", name_ar=LOADED, aliases="N"),
            actor(id="south", name=f"South {LOADED}", name_nl=LOADED, colour="#d55e00"),
        ],
        sources=[
            source(name=LOADED, note=LOADED),
            source(id="monitor", name=f"M {LOADED}", kind="monitor", reliability="A"),
            source(id="commander", name=f"C {LOADED}", kind="party"),
        ],
        reports=[report(title=LOADED, publisher=LOADED, note=LOADED)],
        claims=[{**row, "summary": LOADED} for row in statements],
        events=[event(title=LOADED, summary=LOADED)],
        figures=[figure(summary=LOADED)],
    )


def poisoned(document: Any, *, inside: bool = False) -> Any:
    """A document with every text for people replaced by a hostile one of 10,000 characters."""
    if isinstance(document, str):
        return f"{document} {SENT}"[: SENT_LENGTH + 40] if inside else document
    if isinstance(document, list):
        return [poisoned(one, inside=inside) for one in document]
    if isinstance(document, Mapping):
        return {
            key: ADDRESS if key == "url" else poisoned(one, inside=inside or key in WORDS)
            for key, one in document.items()
        }
    return document


def poison(page: Page) -> None:
    """Let every document that this page asks the server for come poisoned."""

    def answer(route: Route) -> None:
        answered = route.fetch()
        if "json" not in answered.headers.get("content-type", ""):
            route.fulfill(response=answered)
        else:
            # As ASCII: an unpaired surrogate has no bytes of its own.
            route.fulfill(response=answered, body=json.dumps(poisoned(answered.json())))

    page.route("**/api/**", answer)


# What stands in the page as an element, and where hostile words could turn the words beside them.
INTRUDERS = """() => ({
  hacked: window.hacked ?? null,
  elements: [...document.querySelectorAll(
    "img[src=x], [onerror], [onmouseover], a[href^='javascript' i]")].length,
})"""
SPILLED = """() => {
  const inline = (element) => getComputedStyle(element).display.startsWith("inline");
  const spills = (text) => {
    for (let one = text.parentElement; one; one = one.parentElement) {
      if (/isolate|plaintext/.test(getComputedStyle(one).unicodeBidi)) return false;
      if (!inline(one)) return one.textContent !== text.textContent;
    }
    return true;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const { data, parentElement: holder } = texts.currentNode;
    const isPlain = holder.closest("script, style, textarea, option, noscript");
    if (!isPlain && data.includes("\u202e") && spills(texts.currentNode))
      found.add(holder.outerHTML.slice(0, 80));
  }
  return [...found];
}"""
# Elements that reach beyond the width of the page or of the box that scrolls around them.
OVERFLOWING = """() => {
  const boxes = document.querySelectorAll("html, main, dialog[open], .time-bar, .map-frame");
  return [...boxes].filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} > ${one.clientWidth}`);
}"""
# Elements that leave no room for others: a box that scrolls by itself may hold as much as it likes.
TALL = """() => {
  const most = 0.6 * innerHeight;
  const isBox = (one) =>
    /auto|scroll|hidden/.test(getComputedStyle(one).overflowY) && one.clientHeight <= most;
  const inBox = (element) => {
    for (let one = element.parentElement; one; one = one.parentElement) if (isBox(one)) return true;
    return false;
  };
  const parts = [".panel-content *", "dialog[open] *", ".map-frame :not(.map *)", ".time-bar *"];
  return [...document.querySelectorAll(parts.join())]
    .filter((one) => one.childElementCount === 0 || one.matches("button, p, h1, h2, label"))
    .filter((one) => one.getBoundingClientRect().height > most && !one.matches("canvas, .map"))
    .filter((one) => !inBox(one)).map((one) => `${one.tagName} ${one.className}`);
}"""


def complaints(page: Page) -> list[str]:
    """What hostile words have done to the page as it stands: nothing, if all is well."""
    intruders = page.evaluate(INTRUDERS)
    done = [] if intruders == {"hacked": None, "elements": 0} else [str(intruders)]
    done += [f"turns its neighbours: {one}" for one in page.evaluate(SPILLED)]
    done += [f"too wide: {one}" for one in page.evaluate(OVERFLOWING)]
    return done + [f"too tall: {one}" for one in page.evaluate(TALL)]
