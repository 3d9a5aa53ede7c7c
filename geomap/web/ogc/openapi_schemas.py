"""The JSON schemas of answers, as OpenAPI 3.0 has them."""

from geomap.domain.items.collections import Collection, Shape
from geomap.domain.items.properties import Property
from geomap.imports.statement_documents import PARTS
from geomap.services.writing import KINDS
from geomap.web.declarations import Json
from geomap.web.ogc.parameters import value_schema


def reference(schema: str) -> Json:
    """A reference to a schema of the description."""
    return {"$ref": f"#/components/schemas/{schema}"}


def _object(required: list[str], **properties: Json) -> Json:
    return {"type": "object", "required": required, "properties": properties}


def _list(of: Json) -> Json:
    return {"type": "array", "items": of}


_TEXT: Json = {"type": "string"}
_WHOLE: Json = {"type": "integer", "minimum": 0}
_LINK: Json = {"$ref": "#/components/schemas/link"}
_COLLECTION: Json = {"$ref": "#/components/schemas/collection"}
_PARTS: Json = {
    **dict.fromkeys(("id", "when", "source", "summary"), _TEXT),
    "place_id": _TEXT | {"nullable": True},
    "quote": _TEXT | {"nullable": True},
    "report": _TEXT | {"nullable": True},
    "known": {"type": "string", "format": "date"},
    "credibility": {"type": "integer", "minimum": 1, "maximum": 6},
}
"""What is known of the parts of statements; the others depend on their kind."""
SCHEMAS: Json = {
    "link": _object(["href", "rel"], href=_TEXT, rel=_TEXT, type=_TEXT, title=_TEXT),
    "landingPage": _object(["links"], title=_TEXT, description=_TEXT, links=_list(_LINK)),
    "conformance": _object(["conformsTo"], conformsTo=_list(_TEXT)),
    "collection": _object(
        ["id", "links"],
        id=_TEXT,
        title=_TEXT,
        description=_TEXT,
        itemType=_TEXT,
        extent={"type": "object"},
        crs=_list(_TEXT),
        storageCrs=_TEXT,
        links=_list(_LINK),
    ),
    "collections": _object(
        ["links", "collections"], links=_list(_LINK), collections=_list(_COLLECTION)
    ),
    "page": _object(
        ["type", "features", "links", "numberMatched", "numberReturned", "timeStamp"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        timeStamp={"type": "string", "format": "date-time"},
        revision=_WHOLE,
        numberMatched=_WHOLE,
        numberReturned=_WHOLE,
        links=_list(_LINK),
        features=_list({"type": "object"}),
    ),
    "featureCollection": _object(
        ["type", "features"],
        type={"type": "string", "enum": ["FeatureCollection"]},
        features=_list({"type": "object"}),
    ),
    "statement": {
        "type": "object",
        "description": "A claim, an event or a figure, under the names of the columns of an atlas.",
        "properties": {part: _PARTS.get(part, {}) for of in PARTS.values() for part in of},
    },
    "proposal": _object(
        ["kind", "statement"],
        kind={"type": "string", "enum": list(KINDS)},
        statement={"$ref": "#/components/schemas/statement"},
        span={
            "type": "array",
            "description": "Where the quote stands in the report: [start, end) in characters.",
            "items": _WHOLE,
            "minItems": 2,
            "maxItems": 2,
            "nullable": True,
        },
    ),
    "problem": _object(
        ["type", "title", "status", "detail"],
        type=_TEXT,
        title=_TEXT,
        status={"type": "integer"},
        detail=_TEXT,
    ),
}
_DEPTHS = {Shape.POINT: 0, Shape.LINES: 2, Shape.LAND: 3}


def feature_schema(collection: Collection) -> Json:
    """One item of a collection, with its geometry and its properties."""
    properties = {one.name: _nullable(one) for one in collection.properties}
    schema = _object(
        ["type", "id", "geometry", "properties"],
        type={"type": "string", "enum": ["Feature"]},
        id=_TEXT,
        geometry=_geometry(collection.shape),
        properties=_object(list(properties), **properties),
        links=_list(_LINK),
    )
    return schema | {"title": collection.title}


def _nullable(one: Property) -> Json:
    schema = value_schema(one)
    if "enum" in schema:
        schema = schema | {"enum": [*schema["enum"], None]}
    return {"title": one.title, **schema, "nullable": True}


def _geometry(shape: Shape | None) -> Json:
    if shape is None:
        return {"type": "object", "nullable": True}
    coordinates: Json = {"type": "array", "minItems": 2, "items": {"type": "number"}}
    for _ in range(_DEPTHS[shape]):
        coordinates = _list(coordinates)
    geometry = _object(
        ["type", "coordinates"],
        type={"type": "string", "enum": [shape.value]},
        coordinates=coordinates,
    )
    return geometry | {"nullable": True}
