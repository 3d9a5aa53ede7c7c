"""An atlas brings places and names of its own: loaded with it, and below what the user says."""

import os
from pathlib import Path

import pytest

from gazetteer import correcting
from tests.commands import Outcome, Run
from tests.factories import claim, write_atlas

DONE, REFUSED = 0, 1
REFUSED_MARK = (
    "A name cannot hold the character U+202E (a control character or a mark that turns the"
    " direction of writing)."
)
RAQQA = "geonames:172955"
PLACES = "id,name,kind,country,admin1,longitude,latitude,population,source\n"
NAMES = "place_id,name,language,kind,since,until\n"
MILL = "test-war:old-mill,Old Mill,village,SY,04,39.4,35.8,,a witness\n"
MILL_MOVED = "test-war:old-mill,Old Mill,village,SY,04,39.5,35.8,,a surveyor\n"
RAFIQA = f"{RAQQA},Rafiqa,,historical,0772,1258\n"


@pytest.fixture
def load(own: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Loads an atlas into a database of its own; the tables of places are given as text."""
    monkeypatch.setenv("GEOMAP_DATABASE", f"sqlite:///{tmp_path / 'geomap.sqlite'}")
    at_the_mill = claim(id="mill", place="Old Mill", place_id="")
    written = write_atlas(tmp_path / "atlas", claims=[claim(), at_the_mill], events=[], figures=[])

    def run(places: str | None = PLACES + MILL, names: str | None = NAMES + RAFIQA) -> Outcome:
        for name, text in (("places.csv", places), ("names.csv", names)):
            (written / name).unlink(missing_ok=True)
            if text is not None:
                (written / name).write_text(text, "utf-8")
        return own("load", written)

    return run


def longitude(own: Run, name: str) -> float:
    (first, *_) = own("place", name, "--json").document
    return float(first["longitude"])


def test_a_load_takes_the_places_before_it_resolves_names(load: Run, own: Run) -> None:
    outcome = load()
    assert outcome.code == DONE, outcome.err
    first, second = outcome.out.splitlines()
    assert first == "test-war: 1 place and 1 name of its own are in the gazetteer."
    assert second.startswith("test-war: 2 claims on 2 places")
    assert own("place", "Old Mill", "--json").document[0]["id"] == "test-war:old-mill"
    assert own("place", "Rafiqa", "--json").document[0]["id"] == RAQQA


def test_a_second_load_changes_nothing(load: Run, own_index: Path) -> None:
    load()
    before = own_index.stat().st_mtime_ns
    assert load().out == "test-war: nothing has changed; revision 1.\n"
    assert own_index.stat().st_mtime_ns == before


def test_a_program_is_told_what_the_atlas_brought(load: Run, own: Run, tmp_path: Path) -> None:
    load()
    again = own("load", tmp_path / "atlas", "--json").document
    assert again["gazetteer"] == {"places": 1, "names": 1, "new": False}
    assert again["added"] == 0


def test_what_an_atlas_brought_outlives_a_build_and_is_listed(load: Run, own: Run) -> None:
    load()
    own("gazetteer", "build")
    assert longitude(own, "Old Mill") == 39.4
    listed = own("gazetteer", "correct", "list").document
    assert (listed["places"], listed["names"]) == ([], [])
    brought = listed["atlases"]["test-war"]
    assert [row["id"] for row in brought["places"]] == ["test-war:old-mill"]
    assert [row["name"] for row in brought["names"]] == ["Rafiqa"]


def test_every_bad_row_has_a_line_and_nothing_is_loaded(
    load: Run, own_index: Path, tmp_path: Path
) -> None:
    before = own_index.read_bytes()
    outcome = load(
        PLACES
        + MILL
        + MILL
        + "test-war:a,A,hut,SY,04,39.4,35.8,,x\n"
        + "test-war:b,B,village,SY,04,400,35.8,,x\n"
        + "test-war:c,,village,SY,04,,,,x\n"
        + "test-war:d\n",
        NAMES + "test-war:z,Zed,,variant,,\n" + f"{RAQQA},Ra\u202eq,,variant,,\n" + RAFIQA,
    )
    assert (outcome.code, outcome.out) == (REFUSED, "")
    *lines, last = outcome.err.splitlines()[-8:]
    assert lines == [
        "places.csv:3: id is there twice.",
        "places.csv:4: kind must be one of the known kinds, not 'hut'.",
        "places.csv:5: longitude must lie between -180 and 180, not 400.",
        "places.csv:6: id is not known, so a name and a point are needed.",
        "places.csv:7: has 1 cells instead of 9.",
        "names.csv:2: place_id 'test-war:z' is no place that is known.",
        f"names.csv:3: name is no name: {REFUSED_MARK}",
    ]
    assert last.endswith("atlas: 7 problems, nothing was loaded.")
    assert own_index.read_bytes() == before
    assert not list(own_index.parent.glob("*.corrections/*"))


def test_a_load_that_is_refused_for_its_claims_takes_no_places(
    load: Run, own_index: Path, tmp_path: Path
) -> None:
    before = own_index.read_bytes()
    outcome = load(PLACES + MILL.replace("Old Mill", "Watchtower"))
    assert outcome.code == REFUSED
    assert "claims.csv:3: place" in outcome.err
    assert own_index.read_bytes() == before
    left = {path.name for path in own_index.parent.iterdir()}
    assert left == {"gazetteer.sqlite", "gazetteer.lock"}


def test_what_the_user_says_wins_over_the_atlas_however_often_it_is_loaded(
    load: Run, own: Run
) -> None:
    load()
    own("gazetteer", "correct", "place", "--id", "test-war:old-mill", "--at", "39.45,35.81")
    assert longitude(own, "Old Mill") == 39.45
    load(PLACES + MILL_MOVED)
    assert longitude(own, "Old Mill") == 39.45
    own("gazetteer", "correct", "drop", "test-war:old-mill")
    assert longitude(own, "Old Mill") == 39.5


def test_a_newer_atlas_replaces_what_the_older_one_brought(load: Run, own: Run) -> None:
    load()
    load(PLACES + MILL_MOVED, None)
    assert longitude(own, "Old Mill") == 39.5
    found = own("place", "Rafiqa", "--json")
    assert found.code == REFUSED or found.document[0]["matched"] != "Rafiqa"
    brought = own("gazetteer", "correct", "list").document["atlases"]["test-war"]
    assert (len(brought["places"]), brought["names"]) == (1, [])


def test_an_atlas_that_brings_nothing_any_more_leaves_nothing(
    load: Run, own: Run, own_index: Path, tmp_path: Path
) -> None:
    load()
    write_atlas(tmp_path / "atlas", claims=[claim()], events=[], figures=[])
    assert load(None, None).code == DONE
    assert own("gazetteer", "correct", "list").document["atlases"] == {}
    assert not list(own_index.parent.glob("*.corrections/*"))
    before = own_index.stat().st_mtime_ns
    load(None, None)
    assert own_index.stat().st_mtime_ns == before


def test_corrections_are_exported_into_an_atlas_beside_its_own_rows(
    load: Run, own: Run, tmp_path: Path
) -> None:
    load()
    own("gazetteer", "correct", "place", "--id", "test-war:old-mill", "--at", "39.45,35.81")
    own("gazetteer", "correct", "name", RAQQA, "Kallinikos", "--kind", "historical")
    exported = own("gazetteer", "correct", "export", str(tmp_path / "atlas"))
    assert exported.out == f"2 rows written to {tmp_path / 'atlas'}.\n"
    names = (tmp_path / "atlas" / "names.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[1] for line in names] == ["name", "Rafiqa", "Kallinikos"]
    other = tmp_path / "another-user"
    settings = {
        "GEOMAP_GAZETTEER": str(other / "gazetteer.sqlite"),
        "GEOMAP_DATABASE": f"sqlite:///{other / 'geomap.sqlite'}",
    }
    loaded = own("load", tmp_path / "atlas", **settings)
    assert loaded.code == DONE, loaded.err
    assert longitude(own, "Old Mill") == 39.45
    assert own("place", "Kallinikos", "--json").document[0]["id"] == RAQQA


def test_what_a_killed_load_left_is_removed_by_a_later_build(
    load: Run, own: Run, own_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of a trial stays when its process is killed; here nobody removes it either."""
    before = own_index.read_bytes()
    with monkeypatch.context() as killed:
        killed.setattr(Path, "unlink", lambda *_arguments, **_options: None)
        killed.setattr(correcting, "_put_in_place", _die)
        with pytest.raises(_Killed):
            load()
    (left,) = own_index.parent.glob(".trial*")
    assert own_index.read_bytes() == before
    assert own("gazetteer", "correct", "list").document["atlases"] == {}
    os.utime(left, (1.7e9, 1.7e9))
    assert own("gazetteer", "build").code == DONE
    assert not left.exists()


class _Killed(BaseException):
    """Ends a load where a signal would."""


def _die(*_arguments: object) -> None:
    raise _Killed
