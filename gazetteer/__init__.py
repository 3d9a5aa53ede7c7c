"""Names to places, offline: what is needed to look names up; nothing here knows of geomap.

    with Gazetteer.open(Path("gazetteer.sqlite")) as gazetteer:
        raqqa = gazetteer.lookup("Ar-Raqqah", country="SY")[0].place

`gazetteer.build` makes the index, `gazetteer.geocoder` offers it as a geopy geocoder.
"""

from gazetteer.errors import (
    GazetteerCorrupt,
    GazetteerError,
    GazetteerMissing,
    GazetteerNotWritable,
    GazetteerOutdated,
    InvalidName,
    InvalidQuery,
    PlaceNotFound,
    SourceError,
)
from gazetteer.index import Gazetteer
from gazetteer.places import Candidate, Context, IndexInfo, Name, Place, SourceInfo

__all__ = [
    "Candidate",
    "Context",
    "Gazetteer",
    "GazetteerCorrupt",
    "GazetteerError",
    "GazetteerMissing",
    "GazetteerNotWritable",
    "GazetteerOutdated",
    "IndexInfo",
    "InvalidName",
    "InvalidQuery",
    "Name",
    "Place",
    "PlaceNotFound",
    "SourceError",
    "SourceInfo",
]
