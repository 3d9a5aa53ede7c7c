"""The addresses of OGC API - Features: parse, call one service, present."""

from typing import Any, cast

from flask import Blueprint, Response, current_app, request

from geomap.domain.items.collections import COLLECTIONS, Collection
from geomap.domain.items.queries import Item, ItemsQuery, Page
from geomap.domain.statements import Frame
from geomap.errors import NotFound
from geomap.exports.feature_text import json_bytes
from geomap.exports.formats import FILE_FORMATS
from geomap.services.items import KeptItems, feature_of, page_of, written_page_of
from geomap.services.standpoints import resolved_revision
from geomap.web.answers import GEOJSON, JSON, json_answer, service
from geomap.web.declarations import F
from geomap.web.documents import encoded
from geomap.web.files import file_answer
from geomap.web.formats import AS_HTML, DOCUMENTS, ITEM, ITEMS, Format, format_asked
from geomap.web.ogc.coordinates import Crs
from geomap.web.ogc.documents import (
    collection_document,
    collections_document,
    conformance_document,
    item_document,
    items_document,
    items_text,
    landing_document,
    queryables_document,
    schema_document,
)
from geomap.web.ogc.links import (
    OPENAPI,
    SCHEMA,
    Link,
    collection_address,
    collection_links,
    file_links,
    link,
    page_links,
    root_links,
    self_links,
)
from geomap.web.ogc.openapi import openapi_document
from geomap.web.ogc.pages import document_page, item_page, items_page, register
from geomap.web.ogc.requests import ItemsRequest, item_request, items_request
from geomap.web.parameters import Parameters

blueprint = Blueprint("ogc", __name__)
register(blueprint)
PAGE = "text/html; charset=utf-8"
Json = dict[str, Any]
_EXTENSION = "geomap.items"
LONGEST_SHOWN = 60


def mount(items: KeptItems, extensions: dict[str, Any]) -> None:
    """Hand what pages share to an app."""
    extensions[_EXTENSION] = items


def kept_items() -> KeptItems:
    """What pages share."""
    return cast("KeptItems", current_app.extensions[_EXTENSION])


@blueprint.get("/api")
@blueprint.get("/api/")
def show_landing_page() -> Response:
    """What this API is about."""
    form = _form()
    links = [*self_links(form, DOCUMENTS), *root_links()]
    frame, revision = _frame()
    return _shown("landing", landing_document(frame, links), revision)


@blueprint.get("/api/conformance")
def show_conformance() -> Response:
    """What the API conforms to."""
    form = _form()
    document = conformance_document(self_links(form, DOCUMENTS))
    return _shown("conformance", document, _frame()[1])


@blueprint.get("/api/openapi.json")
def show_description() -> Response:
    """The description of the API."""
    Parameters(request.args, ())
    frame, revision = _frame()
    return json_answer(encoded(openapi_document(frame, request.host_url)), OPENAPI, revision)


@blueprint.get("/api/collections")
@blueprint.get("/api/collections/")
def show_collections() -> Response:
    """All collections."""
    form = _form()
    frame, revision = _frame()
    document = collections_document(frame, self_links(form, DOCUMENTS))
    return _shown("collections", document, revision)


@blueprint.get("/api/collections/<collection_id>")
def show_collection(collection_id: str) -> Response:
    """One collection."""
    collection, form = _collection(collection_id), _form()
    frame, revision = _frame()
    links = [*self_links(form, DOCUMENTS), *collection_links(collection)]
    document = collection_document(collection, frame, links)
    return _shown("collection", document, revision, collection)


@blueprint.get("/api/collections/<collection_id>/queryables")
def show_queryables(collection_id: str) -> Response:
    """What items can be filtered by."""
    collection = _collection(collection_id)
    document = queryables_document(collection, collection_address(collection, "queryables"))
    Parameters(request.args, ())
    return json_answer(encoded(document), SCHEMA, _frame()[1])


@blueprint.get("/api/collections/<collection_id>/schema")
def show_schema(collection_id: str) -> Response:
    """What items are described by."""
    collection = _collection(collection_id)
    document = schema_document(collection, collection_address(collection, "schema"))
    Parameters(request.args, ())
    return json_answer(encoded(document), SCHEMA, _frame()[1])


@blueprint.get("/api/collections/<collection_id>/items")
def show_items(collection_id: str) -> Response:
    """One page of items."""
    return items_answer(_collection(collection_id))


def items_answer(collection: Collection) -> Response:
    """One page of items, or all of them as a file, in the format that is asked for."""
    asked = items_request(request.args, collection, service().rule)
    form = format_asked(request.args.get("f"), request.accept_mimetypes, ITEMS)
    if form.name in FILE_FORMATS:
        response = file_answer(asked, form.name)
        response.vary.add("Accept")
        return response
    as_page = form == AS_HTML
    if as_page or asked.crs is not Crs.CRS84:
        with service().database.reading() as session:
            page = page_of(session, asked.query, kept_items())
        document = items_document(page, asked.crs, _items_links(asked.query, page, form))
        shown = items_page(document, page.features, collection).encode() if as_page else None
        return _features(shown or json_bytes(document), asked, form, page.revision)
    with service().database.reading() as session:
        written = written_page_of(session, asked.query, kept_items())
    body = items_text(written, _items_links(asked.query, written, form))
    return _features(body, asked, form, written.revision)


def _items_links(query: ItemsQuery, page: Page[Item], form: Format) -> list[Link]:
    return [
        *self_links(form, ITEM),
        *page_links(query, page, form.media_type),
        *file_links(),
        _about(query.collection),
    ]


@blueprint.get("/api/collections/<collection_id>/items/<path:item_id>")
def show_item(collection_id: str, item_id: str) -> Response:
    """One item."""
    collection = _collection(collection_id)
    asked = item_request(request.args, collection, service().rule)
    form = format_asked(request.args.get("f"), request.accept_mimetypes, ITEM)
    with service().database.reading() as session:
        feature, revision = feature_of(session, asked.query, item_id, kept_items())
    links = [*self_links(form, ITEM), _about(collection)]
    document = item_document(feature, asked.crs, links)
    as_page = form == AS_HTML
    body = item_page(document, feature, collection).encode() if as_page else json_bytes(document)
    return _features(body, asked, form, revision)


def _about(collection: Collection) -> Link:
    return link("collection", collection_address(collection), JSON, collection.title)


def _collection(collection_id: str) -> Collection:
    found = COLLECTIONS.get(collection_id)
    if found is None:
        raise NotFound(
            f"There is no collection {collection_id[:LONGEST_SHOWN]!r}; there are"
            f" {', '.join(COLLECTIONS)}."
        )
    return found


def _form() -> Format:
    """The format of a document that has no other parameter."""
    given = Parameters(request.args, (F,))
    return format_asked(given.text("f"), request.accept_mimetypes, DOCUMENTS)


def _frame() -> tuple[Frame, int]:
    """What the atlas covers, and the newest revision."""
    with service().database.reading() as session:
        revision, frame = resolved_revision(session, None)
    return frame, revision


def _shown(
    template: str, document: Json, revision: int, collection: Collection | None = None
) -> Response:
    """A document as JSON, or as the page of a template."""
    if _form() == AS_HTML:
        body, media_type = document_page(template, document, collection).encode(), PAGE
    else:
        body, media_type = encoded(document), JSON
    response = json_answer(body, media_type, revision)
    response.vary.add("Accept")
    return response


def _features(body: bytes, asked: ItemsRequest, form: Format, revision: int) -> Response:
    media_type = PAGE if form == AS_HTML else GEOJSON
    response = json_answer(body, media_type, revision)
    response.vary.add("Accept")
    response.headers["Content-Crs"] = f"<{asked.crs.uri}>"
    return response
