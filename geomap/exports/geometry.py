"""Geometries as GeoJSON (RFC 7946): rounded to about a metre, exteriors counterclockwise."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import shapely
from shapely import GeometryType
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

COORDINATE_DECIMALS = 5
_GRID = 10.0**-COORDINATE_DECIMALS
_STEPS = 10.0**COORDINATE_DECIMALS
_HALF = 0.5
_DOUBT = 1e-6
"""Of a step; products of coordinates of the globe are wrong by less than a hundredth of it."""
_LAND = 2
_PAIR = 2
Json = dict[str, Any]
Coordinates = npt.NDArray[np.float64]


def geometry_document(geometry: BaseGeometry | None) -> Json | None:
    """A geometry, null for none and for an empty one."""
    if geometry is None or geometry.is_empty:
        return None
    document: Json = mapping(_rounded(geometry))
    return document


def geometry_documents(geometries: Sequence[BaseGeometry | None]) -> list[Json | None]:
    """As `geometry_document` of each; points, which come by the hundred thousand, go together."""
    shapes = np.array(geometries, object)
    points = (shapely.get_type_id(shapes) == GeometryType.POINT) & ~shapely.is_empty(shapes)
    pairs = iter(round_all(shapely.get_coordinates(shapes[points])).tolist())
    return [
        {"type": "Point", "coordinates": next(pairs)} if point else geometry_document(shape)
        for shape, point in zip(geometries, points.tolist(), strict=True)
    ]


def point_texts(positions: Sequence[tuple[float | None, float | None]]) -> list[str]:
    """As `geometry_documents` of points, written; null for one without a coordinate."""
    pairs = round_all(np.array(positions, np.float64).reshape(-1, _PAIR)).tolist()
    # What is no number is written as null.
    written = orjson.dumps(pairs).decode().removeprefix("[[").removesuffix("]]").split("],[")
    return [
        "null" if "null" in pair else f'{{"type":"Point","coordinates":[{pair}]}}'
        for pair in written
    ]


def position(longitude: float, latitude: float) -> list[float]:
    """One position."""
    return [round(longitude, COORDINATE_DECIMALS), round(latitude, COORDINATE_DECIMALS)]


def round_all(coordinates: Coordinates) -> Coordinates:
    """What `round` makes of each coordinate, in a tenth of its time.

    A whole number over 10**5 is the float that the decimal text means. Only where a coordinate lies
    half way between two of them can the product have gone to the wrong side.
    """
    scaled = coordinates * _STEPS
    made: Coordinates = np.rint(scaled) / _STEPS
    half_way = np.abs(scaled - np.floor(scaled) - _HALF) < _DOUBT
    made[half_way] = [round(one, COORDINATE_DECIMALS) for one in coordinates[half_way].tolist()]
    return made


def _rounded(geometry: BaseGeometry) -> BaseGeometry:
    """Rounded, and as valid as before: what rounding would fold over itself is made anew."""
    rounded = _round(geometry)
    if shapely.get_dimensions(geometry) != _LAND:
        return rounded
    if not rounded.is_valid and geometry.is_valid:
        made = _round(shapely.set_precision(geometry, _GRID))
        # A sliver may vanish or fall apart; then the reader is better off with its digits.
        rounded = made if made.geom_type == geometry.geom_type and made.is_valid else geometry
    return shapely.orient_polygons(rounded, exterior_cw=False)


def _round(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.transform(geometry, lambda pairs: np.round(pairs, COORDINATE_DECIMALS))
