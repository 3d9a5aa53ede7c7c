"""Which items lie in a box or touch a shape."""

import shapely
from shapely import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, and_, false, or_

from geomap.domain.bbox import Bbox
from geomap.storage.functions import touches as is_touched
from geomap.storage.items.sources import PointColumns, ShapeColumns

Geometry = PointColumns | ShapeColumns | None


def inside(geometry: Geometry, box: Bbox) -> ColumnElement[bool]:
    """Whether items share a point with a box; those without a geometry do not."""
    bounds = ((part.west, part.south, part.east, part.north) for part in box.parts())
    return or_(false(), *(_touching(geometry, _filled(one), one) for one in bounds))


def _filled(bounds: tuple[float, float, float, float]) -> BaseGeometry:
    """A box as a polygon; one without width or height as a line or a point, which touches too."""
    west, south, east, north = bounds
    return MultiPoint([(west, south), (east, north)]).envelope


def touching(geometry: Geometry, shape: BaseGeometry) -> ColumnElement[bool]:
    """Whether items share a point with a shape; those without a geometry do not."""
    if shape.is_empty:
        return false()
    if isinstance(shape, Polygon) and shape.normalize() == shapely.box(*shape.bounds).normalize():
        return _touching(geometry, shape, shape.bounds)
    return _touching(geometry, shape, None)


def _touching(
    geometry: Geometry, shape: BaseGeometry, box: tuple[float, float, float, float] | None
) -> ColumnElement[bool]:
    """`box` are the bounds of a shape that is a box, None for any other shape."""
    west, south, east, north = box or shape.bounds
    if geometry is None:
        return false()
    if isinstance(geometry, PointColumns):
        x, y = geometry.longitude, geometry.latitude
        near = and_(x.between(west, east), y.between(south, north))
        return near if box else and_(near, is_touched(shapely.to_wkb(shape), x, y))
    left, lower, right, upper = geometry.bounds
    near = and_(left <= east, right >= west, lower <= north, upper >= south)
    touches = is_touched(shapely.to_wkb(shape), geometry.geometry)
    if box is None:
        return and_(near, touches)
    # What lies in the box whole need not be looked at.
    whole = and_(left >= west, right <= east, lower >= south, upper <= north)
    return and_(near, or_(whole, touches))
