"""Points to places, one at a time and many at once."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from gazetteer import Gazetteer, InvalidQuery
from gazetteer.build import build_index
from tests.gazetteers import FixedSource, record

PLACES = (
    record("test:raqqa", "Raqqa", longitude=39.00788, latitude=35.95283),
    record("test:east-fiji", "East", longitude=-179.95, latitude=-16.5),
    record("test:west-fiji", "West", longitude=179.9, latitude=-16.5),
    record("test:north", "North", longitude=25.0, latitude=89.5),
    record("test:south", "South", longitude=-100.0, latitude=-89.9),
    record("test:twin-1", "Twin", longitude=10.0, latitude=10.0),
    record("test:twin-2", "Twin", longitude=10.0, latitude=10.0),
    record("own:الرقة", "Own", longitude=-60.0, latitude=0.0),
    record("test:river", "Euphrates", kind="river", longitude=39.0, latitude=35.9),
)


@pytest.fixture(scope="module")
def earth(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    with Gazetteer.open(built(tmp_path_factory.mktemp("earth"), *PLACES)) as gazetteer:
        yield gazetteer


def built(folder: Path, *places: object) -> Path:
    path = folder / "gazetteer.sqlite"
    build_index(path, [FixedSource(places)])  # type: ignore[arg-type]  # Records.
    return path


def ids(gazetteer: Gazetteer, longitude: float, latitude: float, limit: int = 1) -> list[str]:
    return [place.id for place, _ in gazetteer.reverse(longitude, latitude, limit=limit)]


@pytest.mark.parametrize(
    ("longitude", "latitude", "place_id"),
    [
        pytest.param(39.0, 35.9, "test:raqqa", id="a-river-is-no-answer"),
        pytest.param(179.99, -16.5, "test:east-fiji", id="east-over-the-180th-meridian"),
        pytest.param(180.0, -16.5, "test:east-fiji", id="on-the-180th-meridian"),
        pytest.param(-180.0, -16.5, "test:east-fiji", id="on-it-from-the-other-side"),
        pytest.param(179.91, -16.5, "test:west-fiji", id="west-of-the-180th-meridian"),
        pytest.param(-155.0, 90.0, "test:north", id="at-the-north-pole-longitude-says-nothing"),
        pytest.param(-155.0, 89.9, "test:north", id="over-the-north-pole"),
        pytest.param(80.0, -90.0, "test:south", id="at-the-south-pole"),
        pytest.param(-61.0, 0.5, "own:الرقة", id="an-id-beyond-ascii"),
    ],
)
def test_the_nearest_place_alone_and_among_many(
    earth: Gazetteer, longitude: float, latitude: float, place_id: str
) -> None:
    assert ids(earth, longitude, latitude) == [place_id]
    assert earth.reverse_many([longitude], [latitude]).ids.tolist() == [place_id]


def test_places_at_one_point_are_told_in_the_order_of_the_index(earth: Gazetteer) -> None:
    assert ids(earth, 10.0, 10.0) == ["test:twin-1"]
    assert ids(earth, 10.0, 10.0, limit=2) == ["test:twin-1", "test:twin-2"]
    (found,) = earth.reverse_many([10.0], [10.0]).ids.tolist()
    assert found in {"test:twin-1", "test:twin-2"}


def test_a_limit_beyond_all_places_gives_them_all(earth: Gazetteer) -> None:
    everything = earth.reverse(0.0, 0.0, limit=1000)
    assert len(everything) == len(PLACES) - 1
    distances = [kilometres for _, kilometres in everything]
    assert distances == sorted(distances)


def test_one_and_many_agree(earth: Gazetteer) -> None:
    chance = np.random.default_rng(3)
    longitudes, latitudes = chance.uniform(-180, 180, 200), chance.uniform(-90, 90, 200)
    found = earth.reverse_many(longitudes, latitudes)
    assert found.ids.shape == found.kilometres.shape == (200,)
    for row, point in enumerate(zip(longitudes.tolist(), latitudes.tolist(), strict=True)):
        ((place, kilometres),) = earth.reverse(*point)
        assert kilometres <= found.kilometres[row] + 1e-9
        assert kilometres == pytest.approx(found.kilometres[row], rel=0.011)
        if not place.id.startswith("test:twin"):
            assert place.id == found.ids[row] or kilometres > 0.98 * found.kilometres[row]


def test_no_points_have_no_places(earth: Gazetteer) -> None:
    found = earth.reverse_many([], [])
    assert found.ids.tolist() == found.kilometres.tolist() == []


@pytest.mark.parametrize(
    ("longitudes", "latitudes"),
    [
        pytest.param([0.0, 1.0], [0.0], id="unequal"),
        pytest.param([[0.0]], [[0.0]], id="a-table"),
        pytest.param(0.0, 0.0, id="single-numbers"),
    ],
)
def test_columns_of_another_shape_are_refused(
    earth: Gazetteer, longitudes: object, latitudes: object
) -> None:
    with pytest.raises(InvalidQuery, match="as many longitudes as latitudes"):
        earth.reverse_many(longitudes, latitudes)  # type: ignore[arg-type]  # What is refused.


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(math.nan, 0.0), (0.0, math.nan), (math.inf, 0.0), (180.1, 0.0), (0.0, -90.1)],
)
def test_a_point_off_the_earth_is_refused(
    earth: Gazetteer, longitude: float, latitude: float
) -> None:
    with pytest.raises(InvalidQuery, match="longitude from -180 to 180"):
        earth.reverse(longitude, latitude)
    with pytest.raises(InvalidQuery, match="longitude from -180 to 180"):
        earth.reverse_many([0.0, longitude], [0.0, latitude])


def test_an_index_without_points_has_no_nearest_place(tmp_path: Path) -> None:
    river = record("test:river", "Euphrates", kind="river")
    with Gazetteer.open(built(tmp_path, river)) as gazetteer:
        assert gazetteer.reverse(0.0, 0.0, limit=3) == []
        assert gazetteer.reverse_many([], []).ids.tolist() == []
        with pytest.raises(InvalidQuery, match="no place with a point"):
            gazetteer.reverse_many([0.0], [0.0])


def test_an_index_of_one_place_answers_everywhere(tmp_path: Path) -> None:
    with Gazetteer.open(built(tmp_path, record("test:only", "Only"))) as gazetteer:
        assert ids(gazetteer, -140.0, -35.0) == ids(gazetteer, 40.0, 35.0, limit=5) == ["test:only"]
        assert gazetteer.reverse_many([1.0, 2.0], [3.0, 4.0]).ids.tolist() == ["test:only"] * 2
