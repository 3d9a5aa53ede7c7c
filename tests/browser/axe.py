"""What axe-core finds in a page."""

from pathlib import Path

from tests.browser.map_page import Json, MapPage

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 up to AA, as axe-core names its rules.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
GRAVE = {"serious", "critical"}


def grave_findings(map_page: MapPage) -> list[str]:
    """Each serious finding with the first element that it is about."""
    map_page.page.evaluate(AXE.read_text(encoding="utf-8"))
    script = "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })"
    report: Json = map_page.page.evaluate(script, TAGS)
    assert report["passes"], "axe-core has checked nothing."
    return [
        f"{found['id']}: {found['help']}: {found['nodes'][0]['html']}"
        for found in report["violations"]
        if found["impact"] in GRAVE
    ]
