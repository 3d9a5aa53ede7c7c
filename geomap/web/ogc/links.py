"""Links between the answers of the API, with what stands behind each."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from flask import request

from geomap.domain.items.collections import Collection
from geomap.domain.items.queries import Cursor, Item, ItemsQuery, Page
from geomap.web.answers import GEOJSON, JSON
from geomap.web.formats import FORMAT_PARAMETER, HTML, ITEM, ITEMS, Format
from geomap.web.ogc.requests import cursor_text

OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
SCHEMA = "application/schema+json"
_UNQUOTED = ":@,"
Link = dict[str, Any]


def address(path: str, parameters: Mapping[str, str] | None = None) -> str:
    """The whole address of something below the root of the service."""
    query = urlencode(parameters or {}, safe=_UNQUOTED + "/", quote_via=_quoted)
    return request.host_url + _path(path) + (f"?{query}" if query else "")


# An answer has many links with the same parts.
_quoted = lru_cache(maxsize=256)(quote_plus)


@lru_cache(maxsize=256)
def _path(path: str) -> str:
    return quote(path, safe="/" + _UNQUOTED)


def link(rel: str, href: str, media_type: str, title: str) -> Link:
    """One link."""
    return {"rel": rel, "type": media_type, "title": title, "href": href}


def here(**changed: str | None) -> str:
    """The address of this request with some parameters changed; None leaves one out."""
    given = {**request.args.to_dict(), **changed}
    return address(
        request.path[1:], {name: text for name, text in given.items() if text is not None}
    )


def self_links(form: Format, offered: Iterable[Format]) -> list[Link]:
    """This answer, and the same in every other format."""
    others = (
        link("alternate", here(f=one.name), one.media_type, f"This as {one.title}")
        for one in offered
        if one != form
    )
    return [link("self", here(), form.media_type, "This document"), *others]


def file_links() -> list[Link]:
    """All that matches, on whichever page we are, as a file of each format."""
    return [
        link(
            "enclosure",
            here(f=one.name, limit=None, cursor=None, offset=None, crs=None),
            one.media_type,
            f"All of them as {one.title}",
        )
        for one in ITEMS[len(ITEM) :]
    ]


def collection_address(collection: Collection, *parts: str) -> str:
    """Where a collection is described, or a part of it."""
    return address("/".join(("api/collections", collection.id, *parts)))


def page_links(query: ItemsQuery, page: Page[Item], media_type: str) -> list[Link]:
    """The pages before and after one, with every filter kept."""
    links = []
    if page.following is not None:
        links.append(link("next", _at(page.following), media_type, "The next page"))
    if page.preceding is not None:
        links.append(link("prev", _before(query, page.preceding), media_type, "The page before"))
    return links


def _at(cursor: Cursor) -> str:
    return here(cursor=cursor_text(cursor), offset=None)


def _before(query: ItemsQuery, cursor: Cursor) -> str:
    if query.cursor is None:
        first = max(0, query.offset - query.limit)
        return here(offset=str(first) if first else None, limit=str(query.limit))
    return _at(cursor)


def root_links() -> list[Link]:
    """What there is beside this document."""
    return [
        link("service-desc", address("api/openapi.json"), OPENAPI, "The description of the API"),
        link("service-doc", address("api/docs"), HTML, "The API explained, with examples"),
        link("conformance", address("api/conformance"), JSON, "What this API conforms to"),
        link("data", address("api/collections"), JSON, "The collections"),
    ]


def collection_links(collection: Collection) -> list[Link]:
    """Where the items of a collection are, and what they can be filtered by."""
    items = collection_address(collection, "items")
    queryables = collection_address(collection, "queryables")
    relation = "http://www.opengis.net/def/rel/ogc/1.0/"
    return [
        link("items", items, GEOJSON, f"{collection.title} as GeoJSON"),
        link("items", f"{items}?{FORMAT_PARAMETER}=html", HTML, f"{collection.title} as a page"),
        link(f"{relation}queryables", queryables, SCHEMA, "What items can be filtered by"),
        link(
            f"{relation}schema",
            collection_address(collection, "schema"),
            SCHEMA,
            "What items are described by",
        ),
    ]
