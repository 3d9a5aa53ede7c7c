"""Declared: whole collections as files, for people who type."""

from geomap.domain.items.collections import COLLECTIONS, Collection
from geomap.exports.formats import FILE_FORMATS
from geomap.web.answers import GEOJSON
from geomap.web.declarations import Operation, Parameter
from geomap.web.ogc.parameters import file_parameters
from geomap.web.operations import maps

ENDINGS = {"json": "geojson"} | {one.name: one.extension for one in FILE_FORMATS.values()}
"""How files of each format end."""
_MEDIA_TYPES = (GEOJSON, *(one.media_type for one in FILE_FORMATS.values()))
_ANSWERED_ELSEWHERE = frozenset(one.path for one in maps.OPERATIONS)


def _file(collection: Collection) -> Operation:
    offered = [
        ending
        for ending in ENDINGS.values()
        if f"/{collection.id}.{ending}" not in _ANSWERED_ELSEWHERE
    ]
    return Operation(
        name=f"{collection.id}File",
        path=f"/{collection.id}.{{extension}}",
        summary=f"All of {collection.id} that match, as a file",
        tag=collection.id,
        media_types=_MEDIA_TYPES,
        parameters=file_parameters(collection),
        named=(Parameter("extension", "How the file ends.", {"type": "string", "enum": offered}),),
        refusals=(404, 406, 503),
    )


OPERATIONS = tuple(map(_file, COLLECTIONS.values()))
