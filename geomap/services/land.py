"""The land that an atlas is about."""

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from geomap.errors import Unavailable
from geomap.imports.land import land_of
from geomap.services.derived import LAND
from geomap.services.standpoints import resolved_revision


def atlas_land(session: Session) -> BaseGeometry:
    """The land of the countries of the atlas, empty where the outlines are not installed.

    Raises NotFound for an empty database.
    """
    _revision, frame = resolved_revision(session, None)
    try:
        return land_of(LAND, frame.countries)
    except Unavailable:
        return shapely.MultiPolygon()
