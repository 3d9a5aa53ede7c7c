"""Keeping the index ready, and the look-ups of the service."""

import logging
from pathlib import Path

import pytest

from gazetteer import GazetteerMissing, GazetteerNotWritable, InvalidQuery
from geomap.errors import NotFound
from geomap.services.places import (
    PlaceQuery,
    ensure_index,
    find_places,
    index_info,
    open_gazetteer,
    places_near,
)
from tests.gazetteers import WORLD, FixedSource, record, world_index


def identity(path: Path) -> tuple[int, int]:
    """Say which file is there; another build is another file."""
    return path.stat().st_ino, path.stat().st_mtime_ns


NEWER = FixedSource((record("x:1", "Raqqa"),), version="2")


def test_a_missing_index_is_built(tmp_path: Path) -> None:
    path = tmp_path / "data" / "gazetteer.sqlite"
    seen: list[tuple[int, int]] = []
    ensure_index(path, lambda done, total: seen.append((done, total)), [WORLD])
    assert index_info(path).sources == (WORLD.about(),)
    assert seen


def test_a_current_index_is_left_alone(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    before = identity(path)
    ensure_index(path, sources=[WORLD])
    assert identity(path) == before


def test_the_shipped_index_is_current(gazetteer_index: Path) -> None:
    before = identity(gazetteer_index)
    ensure_index(gazetteer_index)
    assert identity(gazetteer_index) == before


def test_an_index_of_older_sources_is_built_anew(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    ensure_index(path, sources=[NEWER])
    assert index_info(path).sources == (NEWER.about(),)


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    ensure_index(path, sources=[WORLD])
    assert index_info(path).places == len(WORLD)


def test_an_older_index_that_cannot_be_replaced_still_serves(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    # With this file name there is no room for the name of a temporary file beside it.
    path = world_index(tmp_path).rename(tmp_path / ("g" * 255))
    with caplog.at_level(logging.WARNING):
        ensure_index(path, sources=[NEWER])
    assert index_info(path).sources == (WORLD.about(),)
    assert "older than its sources" in caplog.text


def test_where_no_index_can_be_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "thesis").write_text("mine")
    with pytest.raises(GazetteerNotWritable):
        ensure_index(tmp_path / "thesis", sources=[WORLD])
    assert (tmp_path / "thesis").read_text() == "mine"


def test_the_gazetteer_is_opened(world_path: Path) -> None:
    with open_gazetteer(world_path) as gazetteer:
        assert gazetteer.get("geonames:172955").name == "Raqqa"


def test_a_look_up_gives_candidates(world_path: Path) -> None:
    found = find_places(world_path, PlaceQuery("Kobani", country="TZ", limit=1))
    assert [one.place.id for one in found] == ["geonames:153600"]


def test_nothing_found_says_what_to_try(world_path: Path) -> None:
    with pytest.raises(NotFound, match="No place is called 'Atlantis'; try another spelling"):
        find_places(world_path, PlaceQuery("Atlantis"))


def test_places_near_a_point(world_path: Path) -> None:
    assert [place.id for place, _ in places_near(world_path, 39.0, 35.9, 1)] == ["geonames:172955"]
    with pytest.raises(InvalidQuery):
        places_near(world_path, 200.0, 35.9, 1)


def test_a_missing_index_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissing):
        index_info(tmp_path / "none.sqlite")
