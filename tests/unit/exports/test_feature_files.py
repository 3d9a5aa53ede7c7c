"""Every format is read back by a reader of its own, and says what was written."""

import builtins
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import shapely
from pyarrow import parquet
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.collections import Collection, Shape
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature
from geomap.errors import NotAcceptable
from geomap.exports.feature_text import feature_collection
from geomap.exports.features import BATCH
from geomap.exports.formats import FILE_FORMATS

COLUMNS = (
    Property("name", "", Kind.TEXT),
    Property("places", "", Kind.INTEGER),
    Property("area_km2", "", Kind.NUMBER),
    Property("stale", "", Kind.BOOLEAN),
    Property("start", "", Kind.DAY),
    Property("holders", "", Kind.TEXTS),
    Property("evidence", "", Kind.CLAIMS),
)


def _collection(key: str, title: str, shape: Shape | None) -> Collection:
    return Collection(key, title, "", shape, COLUMNS, ())


POINTS = _collection("control", "Control", Shape.POINT)
LAND = _collection("territory", "Territory", Shape.LAND)
LINES = _collection("fronts", "Fronts", Shape.LINES)
REPORTS = _collection("reports", "Reports", None)
HOLED = shapely.MultiPolygon(
    [
        # Wound the wrong way, with a hole that is too.
        shapely.Polygon(
            [(40, 35), (40, 36), (41, 36), (41, 35)],
            [[(40.2, 35.2), (40.4, 35.2), (40.4, 35.4), (40.2, 35.4)]],
        ),
        shapely.box(42, 35, 42.5, 35.5),
    ]
)
LINE = shapely.MultiLineString([[(40, 35), (41, 36)], [(42, 35), (42, 36), (43, 36)]])


PROPERTIES: dict[str, Any] = {
    "name": "Raqqa الرقة",
    "places": 3,
    "area_km2": 12.5,
    "stale": True,
    "start": "2017-10-17",
    "holders": ["sdf", "coalition"],
    "evidence": [{"id": "c1"}],
}
RAQQA = shapely.Point(39.0079, 35.9506)


def _made(
    key: str = "raqqa",
    geometry: BaseGeometry | None = RAQQA,
    properties: dict[str, Any] = PROPERTIES,
) -> Feature:
    return Feature(key, geometry, properties)


def _written(name: str, collection: Collection, features: list[Feature], folder: Path) -> Path:
    path = folder / f"{collection.id}.{FILE_FORMATS[name].extension}"
    path.write_bytes(b"".join(FILE_FORMATS[name].write(collection, features)))
    return path


def _frame(name: str, path: Path) -> Any:
    return geopandas.read_parquet(path) if name == "parquet" else geopandas.read_file(path)


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FILES = pytest.mark.parametrize("name", ["fgb", "parquet", "geojsonseq"])


@FILES
def test_a_file_gives_back_fields_and_place(name: str, tmp_path: Path) -> None:
    read = _frame(name, _written(name, POINTS, [_made()], tmp_path)).iloc[0]
    assert read["id"] == "raqqa"
    assert read["name"] == "Raqqa الرقة"
    assert read["places"] == 3
    assert read["area_km2"] == 12.5
    assert bool(read["stale"])
    assert str(read["start"])[:10] == "2017-10-17"
    assert "coalition" in str(read["holders"])
    assert "c1" in str(read["evidence"])
    assert read["geometry"] == shapely.Point(39.0079, 35.9506)


@FILES
@pytest.mark.parametrize(
    ("collection", "shape"), [(LAND, HOLED), (LINES, LINE)], ids=["land", "lines"]
)
def test_a_file_gives_back_shapes(
    name: str, collection: Collection, shape: BaseGeometry, tmp_path: Path
) -> None:
    (read,) = _frame(name, _written(name, collection, [_made(geometry=shape)], tmp_path)).geometry
    assert read.is_valid
    assert read.equals(shape)


@FILES
def test_a_single_shape_stands_among_many(name: str, tmp_path: Path) -> None:
    one = shapely.box(40, 35, 41, 36)
    read = _frame(name, _written(name, LAND, [_made(geometry=one)], tmp_path)).geometry
    assert read.iloc[0].equals(one)


@FILES
def test_what_is_null_stays_null(name: str, tmp_path: Path) -> None:
    bare = _made("nowhere", None, {})
    frame = _frame(name, _written(name, POINTS, [_made(), bare], tmp_path))
    assert frame.geometry.isna().tolist() == [False, True]
    for column in ("name", "places", "area_km2", "stale", "start", "holders", "evidence"):
        assert frame[column].isna().tolist() == [False, True], column


@pytest.mark.parametrize("name", FILE_FORMATS)
@pytest.mark.parametrize("count", [0, 1, BATCH - 1, BATCH, 11 * BATCH + 1])
def test_as_many_come_out_as_went_in(name: str, count: int, tmp_path: Path) -> None:
    features = [_made(f"e{number}") for number in range(count)]
    path = _written(name, POINTS, features, tmp_path)
    if name == "csv":
        ids = [row["id"] for row in _table(path)]
    elif name == "geojsonseq":
        ids = [json.loads(text)["id"] for text in path.read_text("utf-8").split("\x1e")[1:]]
    else:
        ids = _frame(name, path)["id"].tolist()
    assert ids == [feature.id for feature in features]


def test_a_flatgeobuf_file_names_its_layer_and_its_reference_system(tmp_path: Path) -> None:
    told = pyogrio.read_info(_written("fgb", LAND, [_made(geometry=HOLED)], tmp_path))
    assert told["layer_name"] == "territory"
    assert told["geometry_type"] == "MultiPolygon"
    assert told["crs"] == "EPSG:4326"
    assert told["fields"].tolist() == ["id", *(column.name for column in COLUMNS)]


def test_a_geoparquet_file_says_what_the_standard_wants(tmp_path: Path) -> None:
    path = _written("parquet", LAND, [_made(geometry=HOLED), _made("b", None)], tmp_path)
    told = json.loads(parquet.read_metadata(path).metadata[b"geo"])
    assert told == {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {
            "geometry": {
                "encoding": "WKB",
                "geometry_types": ["MultiPolygon"],
                "orientation": "counterclockwise",
                "bbox": [40.0, 35.0, 42.5, 36.0],
                "covering": {
                    "bbox": {side: ["bbox", side] for side in ("xmin", "ymin", "xmax", "ymax")}
                },
            }
        },
    }


def test_rows_of_geoparquet_are_found_by_their_boxes(tmp_path: Path) -> None:
    features = [
        _made("a", shapely.Point(10, 10)),
        _made("b", shapely.Point(40, 35)),
        _made("c", None),
    ]
    path = _written("parquet", POINTS, features, tmp_path)
    assert geopandas.read_parquet(path, bbox=(39, 34, 41, 36))["id"].tolist() == ["b"]
    boxes = parquet.read_table(path)["bbox"].to_pylist()
    assert boxes[0] == {"xmin": 10, "ymin": 10, "xmax": 10, "ymax": 10}
    assert boxes[2] is None


def test_extents_grow_from_batch_to_batch(tmp_path: Path) -> None:
    far = [_made(str(number), shapely.Point(number / 100, -number / 200)) for number in range(2500)]
    path = _written("parquet", POINTS, far, tmp_path)
    told = json.loads(parquet.read_metadata(path).metadata[b"geo"])
    assert told["columns"]["geometry"]["bbox"] == pytest.approx([0, -12.495, 24.99, 0])


def test_a_table_without_places_is_no_map(tmp_path: Path) -> None:
    path = _written("parquet", REPORTS, [_made(geometry=None)], tmp_path)
    assert b"geo" not in (parquet.read_metadata(path).metadata or {})
    assert "geometry" not in parquet.read_schema(path).names
    header = _written("csv", REPORTS, [_made(geometry=None)], tmp_path).read_text().splitlines()[0]
    assert header == "id,name,places,area_km2,stale,start,holders,evidence"


def test_a_table_has_coordinates_or_well_known_text(tmp_path: Path) -> None:
    def row(collection: Collection, feature: Feature) -> dict[str, str]:
        (only,) = _table(_written("csv", collection, [feature], tmp_path))
        return only

    near = row(POINTS, _made(geometry=shapely.Point(39.00791234, 35.95069876)))
    assert (near["longitude"], near["latitude"]) == ("39.00791", "35.9507")
    assert near["holders"] == "sdf;coalition"
    assert row(POINTS, _made(geometry=None))["longitude"] == ""
    assert shapely.from_wkt(row(LAND, _made(geometry=HOLED))["wkt"]).equals(HOLED)
    assert row(LAND, _made(geometry=None))["wkt"] == ""


def test_a_table_runs_no_formula(tmp_path: Path) -> None:
    evil = _made("=1+1", properties={"name": "@cmd|calc", "holders": ["-2", "x"]})
    (row,) = _table(_written("csv", POINTS, [evil], tmp_path))
    assert (row["id"], row["name"], row["holders"]) == ("'=1+1", "'@cmd|calc", "'-2;x")


def test_a_collection_is_counted_at_its_end() -> None:
    features = [_made(f"e{number}") for number in range(2 * BATCH + 1)]
    pieces = list(feature_collection(iter(features), {"links": ["self"]}))
    document = json.loads(b"".join(pieces))
    assert document["numberReturned"] == len(document["features"]) == 2 * BATCH + 1
    assert document["links"] == ["self"]
    assert len(pieces) == 5


def test_an_empty_collection_is_one() -> None:
    document = json.loads(b"".join(feature_collection([], {})))
    assert document == {"type": "FeatureCollection", "features": [], "numberReturned": 0}


def test_writers_hold_no_more_than_they_were_given() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Feature]:
        for number in range(10**9):
            taken.append(number)
            yield _made(str(number))

    for one in FILE_FORMATS.values():
        taken.clear()
        pieces = one.write(POINTS, endless())
        assert next(pieces)
        next(pieces)
        assert len(taken) <= 20 * BATCH, one.name


def test_without_pyarrow_the_refusal_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = builtins.__import__

    def without(name: str, *rest: Any) -> ModuleType:
        if name == "geomap.exports.geoparquet":
            raise ModuleNotFoundError(name)
        return honest(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotAcceptable, match=r"geomap\[parquet\]"):
        FILE_FORMATS["parquet"].write(POINTS, [])


def test_rings_turn_as_geojson_wants() -> None:
    document = json.loads(b"".join(feature_collection([_made(geometry=HOLED)], {})))
    polygons = document["features"][0]["geometry"]["coordinates"]
    for exterior, *holes in polygons:
        assert shapely.is_ccw(shapely.LinearRing(exterior))
        assert not any(shapely.is_ccw(shapely.LinearRing(hole)) for hole in holes)
    assert len(polygons[0]) == 2


def test_rounding_leaves_land_valid() -> None:
    # A spike far thinner than a metre, which rounding folds onto the border.
    spike = shapely.Polygon([(40, 35), (41, 35), (41, 36), (40.5000001, 35.0000001), (40, 36)])
    document = json.loads(b"".join(feature_collection([_made(geometry=spike)], {})))
    drawn = shapely.from_geojson(json.dumps(document["features"][0]["geometry"]))
    assert drawn.is_valid
    assert drawn.area == pytest.approx(spike.area, rel=1e-4)
    assert np.allclose(shapely.get_coordinates(drawn).round(5), shapely.get_coordinates(drawn))
