"""The gazetteer for OpenRefine and its like: the Reconciliation Service API 0.2."""

from typing import Any

from flask import Blueprint, Response, render_template, request

from geomap.errors import InvalidParameter
from geomap.services.gazetteer_matching import PlaceMatcher
from geomap.services.gazetteer_properties import values_of
from geomap.services.gazetteer_search import Asked, Place, suggest
from geomap.web.answers import JSON
from geomap.web.documents import encoded
from geomap.web.gazetteer_answers import (
    answer_errors,
    gazetteer_answer,
    gazetteer_service,
    open_index,
)
from geomap.web.operations.gazetteer import BATCH, MANIFEST, MOST_SKIPPED, PROPERTIES
from geomap.web.parameters import Parameters
from geomap.web.reconcile_documents import (
    beginning_with,
    description,
    extension,
    manifest,
    properties,
    proposal,
    result,
    suggestion,
)
from geomap.web.reconcile_queries import MOST_BYTES, read_extension, read_queries
from geomap.web.reconcile_types import TYPES

blueprint = Blueprint("reconcile", __name__, url_prefix="/api/gazetteer/reconcile")
answer_errors(blueprint)

# A batch waits for online geocoders no longer than its sender has patience.
ONLINE_SECONDS = 10.0
SUGGESTED = 10
PREVIEW_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)


@blueprint.get("")
def show_service() -> Response:
    """The manifest, or answers to queries that stand in the address."""
    given = Parameters(request.args, MANIFEST.parameters, MOST_BYTES)
    if given.text("queries") is None and given.text("extend") is None:
        if not request.host:
            raise InvalidParameter("Host", "is no name of a host, so no address can be given.")
        return _json(manifest(request.url_root.rstrip("/")))
    return _answered(given)


@blueprint.post("")
def answer_queries() -> Response:
    """Answers to queries that are sent as a form."""
    Parameters(request.args, BATCH.parameters)
    request.max_form_memory_size = MOST_BYTES
    given = Parameters(request.form, MANIFEST.parameters, MOST_BYTES)
    response = _answered(given)
    # Asking is no writing, so that anybody may, from any site.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _answered(given: Parameters) -> Response:
    queries, extend = given.text("queries"), given.text("extend")
    if (queries is None) == (extend is None):
        raise InvalidParameter(
            "queries, extend", "send one of them, as a form field with JSON in it."
        )
    if extend is not None:
        ids, wanted = read_extension(extend)
        with open_index() as index:
            document = extension(values_of(index.gazetteer, ids, wanted), wanted)
            return gazetteer_answer(encoded(document), JSON, index.stamp)
    batch = read_queries(queries or "")
    with open_index() as index:
        matcher = PlaceMatcher(index, gazetteer_service().online, ONLINE_SECONDS)
        document = {key: result(matcher.match(query)) for key, query in batch.items()}
        return gazetteer_answer(encoded(document), JSON, index.stamp)


@blueprint.get("/suggest/entity")
def suggest_place() -> Response:
    """Places whose names begin as somebody types; unknown parameters are a client's own."""
    prefix, cursor = _prefix(), _cursor()
    if not prefix.strip():
        return _json({"result": []})
    with open_index() as index:
        found = suggest(index.gazetteer, Asked(prefix, limit=cursor + SUGGESTED))[cursor:]
        document = {"result": [suggestion(one) for one in found]}
        return gazetteer_answer(encoded(document), JSON, index.stamp)


@blueprint.get("/suggest/type")
def suggest_type() -> Response:
    """Types of places by the beginning of their names."""
    shown = [{"id": one["id"], "name": one["name"]} for one in TYPES.values()]
    return _json({"result": beginning_with(shown, _prefix())[_cursor() :]})


@blueprint.get("/suggest/property")
def suggest_property() -> Response:
    """Properties of places by the beginning of their names."""
    return _json({"result": beginning_with(properties(), _prefix())[_cursor() :]})


@blueprint.get("/flyout/entity")
def fly_out_place() -> Response:
    """A few words on a place."""
    place_id = _id()
    with open_index() as index:
        place = index.gazetteer.get(place_id)
    return _flyout(place_id, place.name, description(place))


@blueprint.get("/flyout/type")
def fly_out_type() -> Response:
    """A few words on a type."""
    type_id = _id()
    if type_id not in TYPES:
        raise InvalidParameter("id", f"{type_id!r} is no type.")
    broader = ", ".join(one["name"] for one in TYPES[type_id].get("broader", ()))
    return _flyout(type_id, TYPES[type_id]["name"], f"a kind of: {broader}" if broader else "")


@blueprint.get("/flyout/property")
def fly_out_property() -> Response:
    """A few words on a property."""
    property_id = _id()
    for one in properties():
        if one["id"] == property_id:
            return _flyout(property_id, one["name"], one["description"])
    raise InvalidParameter("id", f"{property_id!r} is no property.")


@blueprint.get("/preview")
def show_preview() -> Response:
    """A small page on a place, to be shown inside another page."""
    place_id = _id()
    with open_index() as index:
        place = index.gazetteer.get(place_id)
        page = render_template("place_preview.html", place=place, names=_shown_names(place))
        response = gazetteer_answer(page.encode(), "text/html; charset=utf-8", index.stamp)
    # Nothing runs in it and it loads only its style, so any page may frame it.
    response.headers["Content-Security-Policy"] = PREVIEW_POLICY
    return response


@blueprint.get("/properties")
def propose_properties() -> Response:
    """Properties worth fetching of the places of a type."""
    given = Parameters(request.args, PROPERTIES.parameters)
    limit = given.limit() if given.text("limit") else None
    return _json(proposal(given.text("type") or "", limit))


def _shown_names(place: Place) -> list[tuple[str, str]]:
    """The usual names of a place by language."""
    return [
        (name.language, name.text)
        for name in place.names
        if name.language and name.kind == "preferred"
    ]


def _prefix() -> str:
    prefix = request.args.get("prefix")
    if prefix is None:
        raise InvalidParameter("prefix", "is missing; give the beginning of a name.")
    return prefix


def _cursor() -> int:
    text = request.args.get("cursor") or "0"
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_SKIPPED):
        raise InvalidParameter("cursor", f"{text[:20]!r} is no number up to {MOST_SKIPPED}.")
    return int(text)


def _id() -> str:
    text = request.args.get("id")
    if text is None:
        raise InvalidParameter("id", "is missing; give the id of what is to be shown.")
    return text


def _flyout(item_id: str, name: str, text: str) -> Response:
    html = render_template("flyout.html", name=name, text=text)
    return _json({"id": item_id, "html": html.strip()})


def _json(document: Any) -> Response:
    response = Response(encoded(document), content_type=JSON)
    response.headers["Cache-Control"] = "no-cache"
    return response
