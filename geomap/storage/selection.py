"""Which places of the atlas are asked for: all, some by id, those in a box or those in an area."""

from collections.abc import Collection
from itertools import islice

from sqlalchemy import ColumnElement, Text, and_, false, not_, or_, true, type_coerce

from geomap.domain.areas import COUNTRY, GOVERNORATE, REGION
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.statements import Place
from geomap.storage.models import PlaceRow

Selection = Bbox | Place | Collection[str]
"""A box, an area (the places in it), or the ids of places; `WORLD` stands for all places."""
MOST_IDS = 10_000


def chosen(selection: Selection) -> ColumnElement[bool]:
    """The condition on places; at most `MOST_IDS` ids at once."""
    if isinstance(selection, Bbox):
        return _in_box(selection)
    if isinstance(selection, Place):
        return _in_area(selection)
    return PlaceRow.id.in_(list(selection)) if selection else false()


def portions(ids: Collection[str]) -> list[list[str]]:
    """Ids in portions of `MOST_IDS`, each small enough for one query."""
    rest = iter(sorted(ids))
    return list(iter(lambda: list(islice(rest, MOST_IDS)), []))


def _in_box(box: Bbox) -> ColumnElement[bool]:
    if box == WORLD:
        return true()
    parts = (
        PlaceRow.longitude.between(part.west, part.east)
        & PlaceRow.latitude.between(part.south, part.north)
        for part in box.parts()
    )
    return or_(*parts)


def _in_area(area: Place) -> ColumnElement[bool]:
    """As `lies_in` of the domain, which has the rule."""
    inside = and_(
        PlaceRow.country == area.country, PlaceRow.id != area.id, PlaceRow.kind != COUNTRY
    )
    if area.kind == COUNTRY:
        return inside
    if area.kind == GOVERNORATE:
        coded = and_(PlaceRow.admin1 == area.admin1, PlaceRow.admin1 != "")
        larger = or_(PlaceRow.kind == GOVERNORATE, and_(PlaceRow.kind == REGION, PlaceRow.encloses))
        return and_(inside, coded, not_(larger))
    kept = type_coerce(PlaceRow.within, Text).contains(f";{area.id};", autoescape=True)
    return and_(inside, kept)
