"""Geometries as GeoJSON (RFC 7946): rounded to about a metre, exteriors counterclockwise."""

from typing import Any

import numpy as np
import shapely
from shapely import Point
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

COORDINATE_DECIMALS = 5
_GRID = 10.0**-COORDINATE_DECIMALS
_LAND = 2
Json = dict[str, Any]


def geometry_document(geometry: BaseGeometry | None) -> Json | None:
    """A geometry, null for none and for an empty one."""
    if geometry is None or geometry.is_empty:
        return None
    # Points come by the hundred thousand.
    if isinstance(geometry, Point):
        return {"type": "Point", "coordinates": position(geometry.x, geometry.y)}
    document: Json = mapping(_rounded(geometry))
    return document


def position(longitude: float, latitude: float) -> list[float]:
    """One position."""
    return [round(longitude, COORDINATE_DECIMALS), round(latitude, COORDINATE_DECIMALS)]


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
