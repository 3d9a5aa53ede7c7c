"""What is to be seen in one tile of the map: some collections, within days, from a standpoint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from geomap.domain.items.collections import CONTROL, EVENTS, FRONTS, TERRITORY, Collection
from geomap.domain.items.conditions import Interval
from geomap.domain.items.queries import Feature, ItemsQuery
from geomap.domain.standpoint import Standpoint
from geomap.domain.tiles import Tile
from geomap.services.items import KeptItems, all_of
from geomap.services.standpoints import resolved

TILED: Mapping[str, Collection] = {one.id: one for one in (TERRITORY, FRONTS, CONTROL, EVENTS)}
"""The collections that have layers, in the order in which they are drawn."""
MOST_FEATURES = 5_000
"""A layer with more in a tile is left out of it: a map that draws them all stands still."""


@dataclass(frozen=True, slots=True)
class TileQuery:
    """Which tile, which layers, and from which days."""

    tile: Tile
    layers: tuple[str, ...]
    interval: Interval | None
    standpoint: Standpoint


@dataclass(frozen=True, slots=True)
class TileAnswer:
    """The features of each layer, those layers that have too many, and the revision."""

    layers: Sequence[tuple[Collection, Sequence[Feature]]]
    left_out: tuple[str, ...]
    revision: int


def tile_of(session: Session, query: TileQuery, kept: KeptItems) -> TileAnswer:
    """Read a tile. Raises as `page_of` does."""
    revision, _frame = resolved(session, query.standpoint)
    layers, left_out = [], []
    for name in query.layers:
        collection = TILED[name]
        asked = ItemsQuery(
            collection, query.standpoint, query.interval, query.tile.box, limit=MOST_FEATURES
        )
        features = all_of(session, asked, kept)
        if features is None:
            left_out.append(name)
        else:
            layers.append((collection, features))
    return TileAnswer(layers, tuple(left_out), revision)
