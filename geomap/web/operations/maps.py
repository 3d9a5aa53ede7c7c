"""Declared: the map as GeoJSON, as one timeline and as tiles."""

from geomap.domain.tiles import DEEPEST_ZOOM
from geomap.services.tiles import TILED
from geomap.web.answers import GEOJSON, JSON
from geomap.web.declarations import (
    BBOX,
    DATE,
    EDITION,
    STANDPOINT,
    Operation,
    Parameter,
    required,
    whole,
)
from geomap.web.ogc.parameters import DATETIME
from geomap.web.operations.schemas import maps as schemas

TAG = "map"
TILE = "application/vnd.mapbox-vector-tile"
ON_A_DAY = (required(DATE), BBOX, *STANDPOINT)
CONTROL = Operation(
    name="controlOnADay",
    path="/control.geojson",
    summary="Who holds what on a day, with the evidence",
    tag=TAG,
    media_types=(GEOJSON,),
    schema=schemas.CONTROL,
    parameters=ON_A_DAY,
    refusals=(404,),
)
TERRITORY = Operation(
    name="territoryOnADay",
    path="/territory.geojson",
    summary="The land of every actor on a day, as one shape",
    tag=TAG,
    media_types=(GEOJSON,),
    schema=schemas.TERRITORY,
    parameters=ON_A_DAY,
    refusals=(404,),
)
FRONTS = Operation(
    name="frontsOnADay",
    path="/fronts.geojson",
    summary="Where the land of a day ends at that of others",
    tag=TAG,
    media_types=(GEOJSON,),
    schema=schemas.FRONTS,
    parameters=ON_A_DAY,
    refusals=(404,),
)
TIMELINE = Operation(
    name="timeline",
    path="/api/timeline",
    summary="All that the map shows, by columns",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.TIMELINE,
    parameters=(*STANDPOINT, EDITION),
    refusals=(404,),
)
_TILED = (
    DATETIME,
    Parameter(
        "layers",
        "The layers that are wanted; else all.",
        {"type": "string", "enum": list(TILED)},
        several=True,
    ),
    EDITION,
    *STANDPOINT,
)
TILES = Operation(
    name="tiles",
    path="/api/tiles.json",
    summary="What the tiles hold and where they are (TileJSON 3.0.0)",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.TILES,
    parameters=_TILED,
    refusals=(404,),
)
ONE_TILE = Operation(
    name="tile",
    path="/api/tiles/{zoom}/{column}/{row}",
    summary="One Mapbox vector tile; 204 where nothing is to be seen",
    tag=TAG,
    media_types=(TILE,),
    parameters=_TILED,
    named=(
        Parameter("zoom", "The zoom.", whole(0, DEEPEST_ZOOM)),
        Parameter("column", "From the west, 0 to 2^zoom - 1.", whole(0, 2**DEEPEST_ZOOM - 1)),
        Parameter("row", "From the north, 0 to 2^zoom - 1.", whole(0, 2**DEEPEST_ZOOM - 1)),
    ),
    answers=(200, 204),
    refusals=(404,),
)
OPERATIONS = (CONTROL, TERRITORY, FRONTS, TIMELINE, TILES, ONE_TILE)
