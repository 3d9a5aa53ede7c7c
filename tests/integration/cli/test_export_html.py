"""`geomap export html`: a map in one file, whatever stands in the data."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.services.atlases import Loaded
from tests.commands import Outcome, Run
from tests.factories import actor, claim

Load = Callable[..., Loaded]
Export = Callable[..., Outcome]
HOSTILE = "</script><script>alert(1)</script>{{ 7 * 7 }}{% raw %}<b>bold</b>"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "map.html"


@pytest.fixture
def export(geomap: Run, out: Path) -> Export:
    """Exports the days that are given into the file."""
    return lambda *arguments: geomap("export", "html", *arguments, "--out", out)


def content(page: str) -> dict[str, Any]:
    """What the script of the file reads."""
    (block,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    read: dict[str, Any] = json.loads(block)["content"]
    return read


def test_a_map_of_one_day_has_no_slider(export: Export, out: Path) -> None:
    assert export("2014-06-10").code == 0
    page = out.read_text(encoding="utf-8")
    assert "Who held what: 2014-06-10</p>" in page
    assert 'type="range"' not in page


def test_a_map_of_a_period_has_its_days_on_a_slider(export: Export, out: Path) -> None:
    export("2014-06-01", "2014-06-30")
    page = out.read_text(encoding="utf-8")
    shown = content(page)
    # 1 June 2014 is day 16222 since 1970; both days of the period are shown.
    assert (shown["first"], shown["last"]) == (16222, 16251)
    assert 'min="16222" max="16251"' in page


def test_the_day_of_a_hand_over_is_a_change(export: Export, out: Path) -> None:
    export("2014-06-01", "2014-06-30")
    assert content(out.read_text(encoding="utf-8"))["changes"] == [16231]


def test_it_asks_no_host(export: Export, out: Path) -> None:
    export("2014-06-01", "2014-06-30")
    page = out.read_text(encoding="utf-8")
    assert re.findall(r"<(?:link|script|img|iframe)[^>]+(?:src|href)=", page) == []
    assert "default-src 'none'" in page
    # What is left of addresses is the text of licences and namespaces, never something to fetch.
    assert re.findall(r"url\((?!data:|#)", page.replace("url(#${id})", "")) == []


def test_text_from_data_stays_text(load: Load, export: Export, out: Path) -> None:
    load(
        actors=[actor(), actor(id="south", name=HOSTILE, colour="#d55e00", aliases="")],
        claims=[claim(summary=HOSTILE)],
    )
    assert export("2014-06-10").code == 0
    page = out.read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    shown = content(page)
    assert shown["actors"][1]["name"] == HOSTILE
    assert HOSTILE in [one["summary"] for one in shown["claims"]]


def test_it_answers_as_known_on_a_day(export: Export, out: Path) -> None:
    export("2015-02-16", "--known", "2015-02-16")
    page = out.read_text(encoding="utf-8")
    assert "as known on 2015-02-16" in page
    by_name = {place["name"]: place for place in content(page)["places"]}
    assert by_name["Baghuz"]["spells"][0][2] == "held"


def test_days_outside_the_atlas_are_refused(export: Export, out: Path) -> None:
    outcome = export("2019-06-01")
    assert outcome.code == 1
    assert "covers 2014-01-01 up to, but not including, 2018-01-01" in outcome.err
    assert not out.exists()


def test_a_period_that_ends_before_it_begins_is_refused(export: Export) -> None:
    outcome = export("2014-06-10", "2014-06-01")
    assert (outcome.code, outcome.err) == (1, "geomap: The last day lies before the first.\n")


def test_a_folder_that_is_not_there_is_named(geomap: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing" / "map.html"
    outcome = geomap("export", "html", "2014-06-10", "--out", missing)
    assert outcome.code == 1
    assert f"{missing} cannot be written" in outcome.err
