"""Vector tiles over HTTP: control, territory, fronts and events for maps that filter by time."""

from typing import Any, cast

from flask import Blueprint, Response, current_app, request

from geomap.domain.tiles import DEEPEST_ZOOM, Tile
from geomap.errors import InvalidParameter
from geomap.exports.vector_tiles import layer_document, vector_tile
from geomap.services.edition import edition
from geomap.services.items import KeptItems
from geomap.services.kept import Kept
from geomap.services.standpoints import resolved
from geomap.services.tiles import TILED, TileQuery, tile_of
from geomap.web.answers import JSON, etag, json_answer, service
from geomap.web.documents import encoded
from geomap.web.ogc.links import here
from geomap.web.ogc.times import interval_of
from geomap.web.operations.maps import ONE_TILE, TILE, TILES
from geomap.web.packing import FOR_EVER
from geomap.web.parameters import Parameters

blueprint = Blueprint("tiles", __name__)
LEFT_OUT = "Geomap-Left-Out"
"""The header that names the layers with too many features for a tile."""
MOST_KEPT = 500
_EXTENSION = "geomap-tiles"
Drawn = tuple[bytes, str]
"""A tile, and the layers that are left out of it."""


def mount(items: KeptItems, extensions: dict[str, Any]) -> None:
    """Hand what tiles share to the views of an app."""
    extensions[_EXTENSION] = items, Kept[tuple[int, TileQuery], Drawn](MOST_KEPT)


@blueprint.get(TILES.path)
def show_description() -> Response:
    """What the tiles hold, and where they are (TileJSON 3.0.0)."""
    given = Parameters(request.args, TILES.parameters)
    query = _query(given, Tile(0, 0, 0))
    with service().database.reading() as session:
        revision, frame = resolved(session, query.standpoint)
    # Tiles of a revision never change, so that a map keeps those that it has.
    tiles = here(revision=str(revision), edition=edition())
    document = {
        "tilejson": "3.0.0",
        "name": frame.title,
        "description": frame.description,
        "version": f"{revision}.0.0",
        "scheme": "xyz",
        "tiles": [tiles.replace("/api/tiles.json", "/api/tiles/{z}/{x}/{y}", 1)],
        "minzoom": 0,
        "maxzoom": DEEPEST_ZOOM,
        "vector_layers": [layer_document(TILED[name]) for name in query.layers],
    }
    return json_answer(encoded(document), JSON, revision)


@blueprint.get("/api/tiles/<int:zoom>/<int:column>/<int:row>")
def show_tile(zoom: int, column: int, row: int) -> Response:
    """One tile; 204 where nothing is to be seen."""
    given = Parameters(request.args, ONE_TILE.parameters)
    query = _query(given, Tile(zoom, column, row))
    (body, left_out), revision = _drawn(query)
    response = Response(body, status=200 if body else 204, content_type=TILE)
    if left_out:
        response.headers[LEFT_OUT] = left_out
    response.set_etag(etag(revision))
    pinned = given.text("edition") == edition() and query.standpoint.revision is not None
    response.headers["Cache-Control"] = FOR_EVER if pinned else "no-cache"
    if body:
        response.make_conditional(request)
    return response


def _query(given: Parameters, tile: Tile) -> TileQuery:
    datetime = given.text("datetime")
    return TileQuery(
        tile,
        _layers(given.text("layers")),
        None if datetime is None else interval_of("datetime", datetime),
        given.standpoint(service().rule),
    )


def _layers(text: str | None) -> tuple[str, ...]:
    """Those that are asked for, all when none is, in the order in which they are drawn."""
    if text is None:
        return tuple(TILED)
    asked = {part.strip() for part in text.split(",") if part.strip()}
    if not asked or not asked <= TILED.keys():
        raise InvalidParameter("layers", f"{text!r}: give some of {', '.join(TILED)}.")
    return tuple(name for name in TILED if name in asked)


def _drawn(query: TileQuery) -> tuple[Drawn, int]:
    extension = current_app.extensions[_EXTENSION]
    items, kept = cast("tuple[KeptItems, Kept[tuple[int, TileQuery], Drawn]]", extension)
    with service().database.reading() as session:
        revision, _frame = resolved(session, query.standpoint)

        def draw() -> Drawn:
            answer = tile_of(session, query, items)
            return vector_tile(query.tile, answer.layers), ", ".join(answer.left_out)

        return kept.get((revision, query), draw), revision
