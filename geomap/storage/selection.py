"""Which places of the atlas are asked for: all, some by id, those in a box or those in an area."""

from collections.abc import Collection
from itertools import islice

from sqlalchemy import ColumnElement, and_, false, or_, true

from geomap.domain.areas import AREA_KINDS, COUNTRY
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
    return and_(
        inside,
        PlaceRow.kind.not_in(AREA_KINDS),
        PlaceRow.admin1 == area.admin1,
        PlaceRow.admin1 != "",
    )
