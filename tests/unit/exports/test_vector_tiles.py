"""Vector tiles, read back by GDAL."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.collections import CONTROL, EVENTS, TERRITORY
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature
from geomap.domain.tiles import BUFFER, DEEPEST_ZOOM, EXTENT, Tile
from geomap.errors import NotFound
from geomap.exports.vector_tiles import vector_tile

RAQQA = (39.0079, 35.9506)
TOWN = shapely.Point(RAQQA)
MADE = replace(
    CONTROL,
    properties=(
        *CONTROL.properties,
        Property("places", "", Kind.INTEGER),
        Property("area_km2", "", Kind.NUMBER),
        Property("known", "", Kind.DAY),
        Property("quote", ""),
    ),
)
"""Control with a property of every kind."""
AROUND = Tile(8, 155, 100)
"""The tile of zoom 8 in which Raqqa lies."""


def _feature(geometry: BaseGeometry | None, **properties: Any) -> Feature:
    return Feature("raqqa@2017", geometry, properties)


def _read(tile: Tile, features: Sequence[Feature], folder: Path) -> Any:
    """What GDAL makes of a layer, in degrees."""
    path = folder / f"{tile.zoom}" / f"{tile.column}" / f"{tile.row}.pbf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(vector_tile(tile, [(MADE, features)]))
    # GDAL would cut off the buffer, which is a part of the tile.
    read = geopandas.read_file(path, layer="control", CLIP="NO")
    return read.set_crs(3857, allow_override=True).to_crs(4326)


def _tile_of(longitude: float, latitude: float, zoom: int) -> Tile:
    north = math.asinh(math.tan(math.radians(latitude)))
    across = 2**zoom
    return Tile(
        zoom,
        int((longitude + 180) / 360 * across),
        int((1 - north / math.pi) / 2 * across),
    )


@pytest.mark.parametrize("zoom", [0, 5, 8, DEEPEST_ZOOM])
def test_a_point_lies_where_it_was(zoom: int, tmp_path: Path) -> None:
    tile = _tile_of(*RAQQA, zoom)
    (read,) = _read(tile, [_feature(TOWN)], tmp_path).geometry
    unit = 360 / tile.across / EXTENT
    assert (read.x, read.y) == (
        pytest.approx(RAQQA[0], abs=unit),
        pytest.approx(RAQQA[1], abs=unit),
    )


def test_properties_are_plain_and_days_are_numbers(tmp_path: Path) -> None:
    told = _feature(
        TOWN,
        name="Raqqa الرقة",
        start="2017-10-17",
        end=None,
        known="1969-12-31",
        opposed=True,
        places=1,
        area_km2=12.5,
        holders=["sdf", "coalition"],
        candidates=[],
        evidence=[{"id": "c1"}],
        quote="It was said at length.",
    )
    read = _read(AROUND, [told, _feature(TOWN)], tmp_path)
    first, second = read.iloc[0], read.iloc[1]
    assert first["id"] == "raqqa@2017"
    assert first["name"] == "Raqqa الرقة"
    assert first["start"] == (date(2017, 10, 17) - date(1970, 1, 1)).days
    assert first["known"] == -1
    assert (first["opposed"], first["places"], first["area_km2"]) == (1, 1, 12.5)
    assert (first["holders"], first["candidates"]) == ("sdf;coalition", "")
    assert "end" not in read.columns
    assert not {"evidence", "quote"} & set(read.columns)
    assert second["name"] is None or second.isna()["name"]


def test_true_and_one_and_one_point_nought_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "tile"
    path.write_bytes(
        vector_tile(
            AROUND, [(MADE, [_feature(TOWN, opposed=True, places=1, area_km2=1.0, name="1")])]
        )
    )
    assert geopandas.read_file(path).dtypes.astype(str)[["places", "area_km2"]].tolist() == [
        "int32",
        "float64",
    ]


HOLED = shapely.Polygon(
    [(38.8, 35.8), (38.8, 36.1), (39.2, 36.1), (39.2, 35.8)],
    [[(38.9, 35.9), (39.0, 35.9), (39.0, 36.0), (38.9, 36.0)]],
)


@pytest.mark.parametrize(
    "shape",
    [
        HOLED,
        shapely.MultiPolygon([HOLED, shapely.box(39.3, 35.8, 39.35, 35.9)]),
        shapely.LineString([(38.7, 35.8), (39.0, 36.0), (39.2, 35.9)]),
        shapely.MultiLineString([[(38.7, 35.8), (39.0, 36.0)], [(39.1, 36.0), (39.2, 35.9)]]),
    ],
    ids=["land", "lands", "line", "lines"],
)
def test_shapes_lie_where_they_were(shape: BaseGeometry, tmp_path: Path) -> None:
    (read,) = _read(AROUND, [_feature(shape)], tmp_path).geometry
    unit = 360 / AROUND.across / EXTENT
    assert read.is_valid
    assert read.hausdorff_distance(shape) < 2 * unit
    assert read.area == pytest.approx(shape.area, rel=0.01)


def test_land_is_cut_at_the_buffer(tmp_path: Path) -> None:
    (read,) = _read(AROUND, [_feature(shapely.box(0, 0, 80, 60))], tmp_path).geometry
    box = AROUND.box
    assert read.bounds == pytest.approx((box.west, box.south, box.east, box.north), abs=1e-3)


def test_what_lies_elsewhere_or_nowhere_is_left_out() -> None:
    nowhere = [_feature(None), _feature(shapely.Point(-60, 10)), _feature(shapely.box(0, 0, 1, 1))]
    assert vector_tile(AROUND, [(MADE, nowhere), (EVENTS, [])]) == b""


def test_land_smaller_than_a_unit_is_left_out() -> None:
    speck = shapely.box(39.0, 35.95, 39.0 + 1e-7, 35.95 + 1e-7)
    assert vector_tile(Tile(4, 9, 6), [(TERRITORY, [_feature(speck)])]) == b""


def test_each_layer_stands_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "tile"
    one = [_feature(TOWN)]
    path.write_bytes(vector_tile(AROUND, [(CONTROL, one), (TERRITORY, []), (EVENTS, one)]))
    assert geopandas.list_layers(path)["name"].tolist() == ["control", "events"]


def test_the_poles_do_no_harm(tmp_path: Path) -> None:
    world = shapely.box(-180, -90, 180, 90)
    (read,) = _read(Tile(0, 0, 0), [_feature(world)], tmp_path).geometry
    assert read.is_valid
    assert read.bounds[3] > 85


coordinates = st.tuples(st.floats(38.5, 39.5), st.floats(35.5, 36.5))


@settings(max_examples=40)
@given(st.lists(coordinates, min_size=3, max_size=8, unique=True), st.integers(0, 12))
def test_any_land_is_drawn_as_it_is(points: list[tuple[float, float]], zoom: int) -> None:
    tile = _tile_of(*RAQQA, zoom)
    hull = shapely.convex_hull(shapely.MultiPoint(points))
    shape = shapely.symmetric_difference(hull, shapely.box(38.9, 35.9, 39.1, 36.1))
    with TemporaryDirectory() as folder:
        (read,) = _read(tile, [_feature(shape)], Path(folder)).geometry
    box = tile.box
    seen = shapely.clip_by_rect(shape, box.west, box.south, box.east, box.north)
    unit = 360 / tile.across / EXTENT
    assert shapely.get_dimensions(read) == 2
    assert read.is_valid
    assert read.symmetric_difference(seen).area <= 2 * unit * (seen.length + read.length)


@pytest.mark.parametrize(
    ("zoom", "column", "row"),
    [(DEEPEST_ZOOM + 1, 0, 0), (-1, 0, 0), (0, 1, 0), (3, 8, 0), (3, 0, 8), (3, -1, 0)],
)
def test_there_is_no_tile_outside_the_world(zoom: int, column: int, row: int) -> None:
    with pytest.raises(NotFound):
        Tile(zoom, column, row)


def test_tiles_of_a_row_meet_in_their_buffers() -> None:
    west, east = Tile(8, 155, 100).box, Tile(8, 156, 100).box
    width = 360 / 256 * (1 + 2 * BUFFER / EXTENT)
    assert west.east - west.west == pytest.approx(width)
    assert west.east > east.west
    assert Tile(0, 0, 0).box.west == -180
    assert Tile(0, 0, 0).box.north == pytest.approx(85.0511, abs=1e-4)
