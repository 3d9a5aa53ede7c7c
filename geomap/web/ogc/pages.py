"""The answers of the API as pages for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, render_template, request

from geomap.domain.items.collections import COLLECTIONS, Collection
from geomap.domain.items.properties import Kind
from geomap.domain.items.queries import Feature
from geomap.services.land import atlas_land
from geomap.web.answers import service
from geomap.web.ogc.parameters import items_parameters
from geomap.web.ogc.small_map import small_map

MOST_DRAWN = 2000
LONGEST_TEXT = 300
_FIELDS = frozenset({"datetime", "bbox", "cursor", "offset"})
Json = dict[str, Any]


def shown(value: Any) -> str:
    """A value as a page shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text}" for key, text in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:,.12g}"
    text = str(value)
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"


def register(blueprint: Blueprint) -> None:
    """Teach the templates of these pages how values are shown."""
    blueprint.add_app_template_filter(shown)


def document_page(template: str, document: Json, collection: Collection | None = None) -> str:
    """A page about the API or one of its collections."""
    return render_template(
        f"api/{template}.html",
        document=document,
        links=document["links"],
        trail=_trail(collection, template),
        collections=COLLECTIONS.values(),
        collection=collection,
        parameters=items_parameters(collection) if collection else (),
    )


def items_page(document: Json, features: Sequence[Feature], collection: Collection) -> str:
    """A page of items, with a map of those that have a place."""
    drawn = features if len(features) <= MOST_DRAWN else ()
    return render_template(
        "api/items.html",
        document=document,
        links=document["links"],
        trail=_trail(collection, "items"),
        collection=collection,
        columns=[one for one in collection.properties if one.kind is not Kind.CLAIMS],
        given=[(name, text) for name, text in request.args.items() if name not in _FIELDS],
        datetime=request.args.get("datetime", ""),
        bbox=request.args.get("bbox", ""),
        map=_map(drawn, collection),
    )


def item_page(document: Json, feature: Feature, collection: Collection) -> str:
    """A page about one item."""
    return render_template(
        "api/item.html",
        document=document,
        links=document["links"],
        trail=[*_trail(collection, "items"), (feature.id, request.path)],
        collection=collection,
        map=_map([feature], collection),
    )


def _map(features: Sequence[Feature], collection: Collection) -> Any:
    if collection.shape is None or not features:
        return None
    with service().database.reading() as session:
        land = atlas_land(session)
    return small_map(features, land, f"/api/collections/{collection.id}/items")


def _trail(collection: Collection | None, template: str) -> list[tuple[str, str]]:
    """The way from the landing page to a page, by name and address."""
    trail = [("API", "/api/")]
    if template == "conformance":
        trail.append(("Conformance", "/api/conformance"))
    if collection is not None or template == "collections":
        trail.append(("Collections", "/api/collections"))
    if collection is not None:
        address = f"/api/collections/{collection.id}"
        trail.append((collection.title, address))
        if template == "items":
            trail.append(("Items", f"{address}/items"))
    return trail
