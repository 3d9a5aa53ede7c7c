"""`geomap place` and `geomap gazetteer`: output, JSON, exit codes, one line for each refusal."""

from pathlib import Path

import pytest

from gazetteer.index_file import LAYOUT
from tests.commands import BuiltGazetteer, Run

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def test_place_shows_the_candidates_and_why(geomap: Run) -> None:
    outcome = geomap("place", "Kobani")
    assert (outcome.code, outcome.err) == (DONE, "")
    heading, _, first, second = (line for line in outcome.out.splitlines() if line.strip())
    assert heading.split("  ")[0].strip() == "name"
    for text in ("Kobani", "‘Ayn al ‘Arab", "town", "SY", "38.353, 36.891", "0.79", "usual name"):
        assert text in first
    for text in ("Mkoani", "populated place", "TZ", "other spelling"):
        assert text in second


def test_place_takes_a_country_and_a_limit(geomap: Run) -> None:
    outcome = geomap("place", "Kobani", "--country", "tz", "--limit", "1", "--json")
    assert [(one["name"], one["country"]) for one in outcome.document] == [("Mkoani", "TZ")]


def test_place_prints_json(geomap: Run) -> None:
    (first, *_) = geomap("place", "الرقة", "--json").document
    assert first == {
        "id": "geonames:172955",
        "name": "Raqqa",
        "kind": "city",
        "country": "SY",
        "admin1": "04",
        "longitude": 39.00788,
        "latitude": 35.95283,
        "population": 531952,
        "names": [
            {"text": "Raqqa", "language": "", "kind": "preferred"},
            {"text": "Ar Raqqah", "language": "", "kind": "variant"},
            {"text": "Rakka", "language": "", "kind": "variant"},
            {"text": "الرقة", "language": "", "kind": "variant"},
        ],
        "score": pytest.approx(0.79, abs=0.03),
        "confidence": first["confidence"],
        "homonyms": first["homonyms"],
        "tier": "exact",
        "matched": "الرقة",
        "why": ["written exactly so", "other spelling", "city of 531,952"],
    }


def test_place_lists_what_is_near(geomap: Run) -> None:
    outcome = geomap("place", "--near", "39.0,35.9", "--limit", "1")
    assert outcome.code == DONE
    assert "Raqqa" in outcome.out
    assert "5.9" in outcome.out


def test_place_lists_what_is_near_as_json(geomap: Run) -> None:
    (one,) = geomap("place", "--near", "-179.9,-16.5", "--limit", "1", "--json").document
    assert (one["id"], one["distance_km"]) == ("test:fiji", pytest.approx(21.3, abs=0.1))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["Atlantis"], "No place is called 'Atlantis'; try", id="nothing-found"),
        pytest.param([""], "at least one letter", id="empty"),
        pytest.param(["a" * 10_000], "at most 200 characters", id="too-long"),
        pytest.param(["\u202eaqqaR"], "U+202E", id="right-to-left-override"),
        pytest.param(["Raqqa", "--country", "Syria"], "country: give a code", id="country"),
        pytest.param(["--near", "200,0"], "longitude from -180 to 180", id="off-the-earth"),
    ],
)
def test_refused_input_gives_one_line_and_code_1(
    geomap: Run, arguments: list[str], complaint: str
) -> None:
    outcome = geomap("place", *arguments)
    assert (outcome.code, outcome.out) == (REFUSED, "")
    (line,) = outcome.err.splitlines()
    assert line.startswith("geomap: ")
    assert complaint in line


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="neither-name-nor-point"),
        pytest.param(["Raqqa", "--near", "39,36"], id="both"),
        pytest.param(["--near", "39"], id="half-a-point"),
        pytest.param(["--near", "east,north"], id="words"),
        pytest.param(["Raqqa", "--limit", "0"], id="limit"),
    ],
)
def test_wrong_usage_gives_code_2(geomap: Run, arguments: list[str]) -> None:
    outcome = geomap("place", *arguments)
    assert (outcome.code, outcome.out) == (WRONG_USAGE, "")
    assert outcome.err.startswith("Usage: ")


def test_a_missing_index_says_how_to_build_one(
    geomap: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GEOMAP_GAZETTEER", str(tmp_path / "none.sqlite"))
    outcome = geomap("place", "Raqqa")
    assert outcome.code == REFUSED
    assert "Run `geomap gazetteer build`" in outcome.err


def test_gazetteer_info_says_what_the_index_holds(geomap: Run, world_path: Path) -> None:
    outcome = geomap("gazetteer", "info")
    assert outcome.code == DONE
    assert str(world_path) in outcome.out
    assert "14 places with 22 names" in outcome.out
    assert "fixed (1): nobody" in outcome.out


def test_gazetteer_info_prints_json(geomap: Run, world_path: Path) -> None:
    document = geomap("gazetteer", "info", "--json").document
    assert document.pop("built_at").endswith("+00:00")
    assert document == {
        "path": str(world_path),
        "layout": LAYOUT,
        "places": 14,
        "names": 22,
        "sources": [
            {
                "name": "fixed",
                "version": "1",
                "attribution": "nobody",
                "licence": "",
                "dated": "",
                "places": 14,
                "names": 22,
                "joined": 0,
            }
        ],
        "imports": [],
    }


def test_gazetteer_build_builds_the_shipped_index(built_gazetteer: BuiltGazetteer) -> None:
    path, outcome = built_gazetteer.path, built_gazetteer.outcome
    if outcome is None:
        pytest.skip("TEST_GAZETTEER_INDEX names one that is built already.")
    assert outcome.code == DONE
    assert outcome.out.startswith(f"{path}: 239,")
    assert path.exists()
    assert "Building the gazetteer index" in outcome.err


def test_gazetteer_build_replaces_no_other_file(geomap: Run, tmp_path: Path) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text("mine")
    outcome = geomap("gazetteer", "build", "--output", str(path))
    assert outcome.code == REFUSED
    assert "something else is there" in outcome.err
    assert path.read_text() == "mine"
