"""The answers of the Reconciliation Service API 0.2."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geomap import __version__
from geomap.services.gazetteer_context import PROPERTIES as EVIDENCE
from geomap.services.gazetteer_matching import Matched
from geomap.services.gazetteer_properties import PROPERTIES, Value, Wanted
from geomap.services.gazetteer_search import Candidate, Place
from geomap.web.reconcile_queries import MOST_QUERIES
from geomap.web.reconcile_types import DEFAULT_TYPES, type_names

Json = dict[str, Any]
PERCENT = 100
PREVIEW_SIZE = (420, 260)
_PATH = "/api/gazetteer/reconcile"
_SETTINGS: list[Json] = [
    {
        "name": "limit",
        "label": "Most values",
        "type": "number",
        "default": 0,
        "help_text": "How many values of a place are fetched at most; 0 fetches all.",
    },
    {
        "name": "language",
        "label": "Language",
        "type": "text",
        "default": "",
        "help_text": "Of all names only those in this language, such as ar.",
    },
]


def manifest(root: str) -> Json:
    """What the service offers; `root` is its address without a path, such as http://host:8000."""
    place = f"{root}{_PATH}/preview?id="
    width, height = PREVIEW_SIZE
    return {
        "versions": ["0.2"],
        "name": "geomap gazetteer",
        "identifierSpace": place,
        "schemaSpace": f"{root}{_PATH}/flyout/type?id=",
        "documentation": root + "/",
        "serviceVersion": __version__,
        "defaultTypes": DEFAULT_TYPES,
        "view": {"url": place + "{{id}}"},
        "preview": {"url": place + "{{id}}", "width": width, "height": height},
        "suggest": {
            what: {
                "service_url": root,
                "service_path": f"{_PATH}/suggest/{what}",
                "flyout_service_url": root,
                "flyout_service_path": f"{_PATH}/flyout/{what}?id=${{id}}",
            }
            for what in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": root, "service_path": f"{_PATH}/properties"},
            "property_settings": _SETTINGS,
        },
        "batchSize": MOST_QUERIES,
    }


def result(matched: Matched) -> Json:
    """The candidates of one query."""
    return {
        "result": [
            _candidate(one, match=matched.certain and number == 0)
            for number, one in enumerate(matched.candidates)
        ]
    }


def suggestion(one: Candidate) -> Json:
    """A place that is suggested while somebody types."""
    place = one.place
    return {
        "id": place.id,
        "name": place.name,
        "description": description(place),
        "notable": type_names(place),
    }


def description(place: Place) -> str:
    """What tells a place from its namesakes: kind, admin area, country."""
    parts = (place.kind.replace("_", " "), place.admin1_name, place.country)
    return ", ".join(part for part in parts if part)


def extension(rows: Mapping[str, Mapping[str, Sequence[Value]]], wanted: Sequence[Wanted]) -> Json:
    """The values of places for the columns of a spreadsheet."""
    return {
        "meta": [{"id": one.id, "name": PROPERTIES[one.id].name} for one in wanted],
        "rows": {
            place_id: {name: [_cell(value) for value in values] for name, values in cells.items()}
            for place_id, cells in rows.items()
        },
    }


def properties() -> list[Json]:
    """What can be said of a place to match it, then what can be fetched of it."""
    evidence = [
        {"id": name, "name": text.partition(":")[0], "description": text}
        for name, text in EVIDENCE.items()
    ]
    fetched = [
        {"id": one.id, "name": one.name, "description": one.description}
        for one in PROPERTIES.values()
        if one.id not in EVIDENCE
    ]
    return evidence + fetched


def proposal(type_id: str, limit: int | None) -> Json:
    """Properties worth fetching; every place has the same ones."""
    proposed = [{"id": one.id, "name": one.name} for one in PROPERTIES.values()][:limit]
    document: Json = {"type": type_id, "properties": proposed}
    return document if limit is None else document | {"limit": limit}


def beginning_with(items: Iterable[Json], prefix: str) -> list[Json]:
    """Items of which the id or a word of the name begins so; all for an empty prefix."""
    wanted = prefix.strip().lower()
    return [
        item
        for item in items
        if item["id"].startswith(wanted) or f" {item['name'].lower()}".find(f" {wanted}") >= 0
    ]


def _candidate(one: Candidate, *, match: bool) -> Json:
    return {
        "id": one.place.id,
        "name": one.place.name,
        "description": "; ".join((description(one.place), *one.why)),
        "type": type_names(one.place),
        "score": round(one.score * PERCENT, 2),
        "features": [
            {"id": "confidence", "value": one.confidence},
            {"id": "homonyms", "value": one.homonyms},
        ],
        "match": match,
    }


def _cell(value: Value) -> Json:
    if isinstance(value, str):
        return {"str": value}
    return {"int": value} if isinstance(value, int) else {"float": value}
