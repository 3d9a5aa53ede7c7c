"""Features as GeoParquet 1.1.0 (geoparquet.org), with a bounding box for each row.

It needs pyarrow, which comes with the extra `parquet` (docs/decisions/0620).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
import shapely
from pyarrow import parquet

from geomap.domain.items.collections import Collection
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature
from geomap.exports.features import ID, batches

GEOMETRY, BBOX = "geometry", "bbox"
CORNERS = ("xmin", "ymin", "xmax", "ymax")
BATCHES_A_GROUP = 2
"""The writer holds several times what a group has, so that larger groups, which would make the file
a tenth smaller, take more memory than other formats do."""
_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.OBJECT: pa.string(),
    Kind.CLAIMS: pa.string(),
}
_OBJECTS = frozenset({Kind.OBJECT, Kind.CLAIMS})
_BOX = pa.struct([pa.field(corner, pa.float64()) for corner in CORNERS])


def geoparquet(collection: Collection, features: Iterable[Feature]) -> Iterator[bytes]:
    """The file in pieces: a group of rows at a time, and at its end what the whole of it holds."""
    columns = (ID, *collection.properties)
    schema = _schema(collection, columns)
    sink, extent = _Sink(), _Extent()
    writer = parquet.ParquetWriter(sink, schema, compression="zstd", store_schema=False)
    group: list[Any] = []
    for batch in batches(features):
        group.append(_rows(schema, columns, batch, extent))
        if len(group) == BATCHES_A_GROUP:
            writer.write_table(pa.Table.from_batches(group))
            group.clear()
            yield sink.taken()
    writer.write_table(pa.Table.from_batches(group, schema))
    if collection.shape is not None:
        writer.add_key_value_metadata({"geo": json.dumps(_told(extent))})
    writer.close()
    yield sink.taken()


class _Sink:
    """A file to the writer; what it holds is taken out again piece by piece."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        pieces = b"".join(self._pieces)
        self._pieces.clear()
        return pieces

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing to let go."""

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False


class _Extent:
    """Where all geometries so far lie, and of which types they are."""

    def __init__(self) -> None:
        self.box: list[float] = []
        self.types: set[str] = set()

    def add(self, geometries: Any) -> None:
        """Count some more in."""
        present = geometries[~shapely.is_missing(geometries)]
        if not len(present):
            return
        west, south, east, north = shapely.total_bounds(present).tolist()
        if self.box:
            west, south = min(west, self.box[0]), min(south, self.box[1])
            east, north = max(east, self.box[2]), max(north, self.box[3])
        self.box = [west, south, east, north]
        self.types |= {geometry.geom_type for geometry in present}


def _schema(collection: Collection, columns: Sequence[Property]) -> Any:
    fields = [pa.field(column.name, _TYPES[column.kind]) for column in columns]
    if collection.shape is not None:
        fields += [pa.field(GEOMETRY, pa.binary()), pa.field(BBOX, _BOX)]
    return pa.schema(fields)


def _rows(
    schema: Any, columns: Sequence[Property], batch: Sequence[Feature], extent: _Extent
) -> Any:
    arrays = [
        pa.array(
            [
                _value(column.kind, one.id if column is ID else one.properties.get(column.name))
                for one in batch
            ],
            _TYPES[column.kind],
        )
        for column in columns
    ]
    if GEOMETRY in schema.names:
        geometries = np.array([one.geometry for one in batch], dtype=object)
        turned = shapely.orient_polygons(geometries, exterior_cw=False)
        extent.add(turned)
        missing = shapely.is_missing(turned)
        corners = [pa.array(side) for side in shapely.bounds(turned).T]
        arrays += [
            pa.array(shapely.to_wkb(turned), pa.binary()),
            pa.StructArray.from_arrays(corners, fields=list(_BOX), mask=pa.array(missing)),
        ]
    return pa.record_batch(arrays, schema=schema)


def _value(kind: Kind, value: Any) -> Any:
    if value is None:
        return None
    if kind is Kind.DAY:
        return date.fromisoformat(value)
    return json.dumps(value, ensure_ascii=False) if kind in _OBJECTS else value


def _told(extent: _Extent) -> dict[str, Any]:
    """What the file says of itself; no `crs` means CRS84, longitude before latitude."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(extent.types),
        "orientation": "counterclockwise",
        "covering": {"bbox": {corner: [BBOX, corner] for corner in CORNERS}},
    }
    if extent.box:
        column["bbox"] = extent.box
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
