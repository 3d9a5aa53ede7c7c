"""Operations as they are declared, in the words of OpenAPI 3.0."""

from collections.abc import Iterable, Mapping

from geomap.web.answers import GEOJSON, JSON
from geomap.web.declarations import Json, Operation, Parameter
from geomap.web.ogc.openapi_schemas import reference

PROBLEM: Json = {"$ref": "#/components/responses/Problem"}
ETAG: Json = {"ETag": {"description": "The name of this answer.", "schema": {"type": "string"}}}
NOT_MODIFIED: Json = {"description": "What `If-None-Match` names still stands."}
BEARER = "bearer"
SECURITY_SCHEMES: Json = {
    BEARER: {
        "type": "http",
        "scheme": "bearer",
        "description": "A token, as `geomap token add NAME` makes it.",
    }
}
_CREATED, _NO_CONTENT = 201, 204
_LOCATION: Json = {"Location": {"description": "Its address.", "schema": {"type": "string"}}}
_SAID: Mapping[int, str] = {200: "", _CREATED: ": made now", _NO_CONTENT: ": nothing is there"}


def operation_paths(operations: Iterable[Operation]) -> Json:
    """The paths of all operations, with the methods of each."""
    paths: Json = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method] = _operation(one)
    return paths


def parameter_document(one: Parameter, where: str = "query") -> Json:
    """A parameter; several values stand in one, with commas between them."""
    schema = {"type": "array", "items": one.schema} if one.several else one.schema
    listed = schema.get("type") == "array"
    return {
        "name": one.name,
        "in": where,
        "description": one.description,
        "required": one.required or where == "path",
        "schema": {**schema, "minItems": 1} if listed and "oneOf" not in schema else schema,
        **({"style": "form", "explode": False} if listed else {}),
    }


def _operation(one: Operation) -> Json:
    document: Json = {
        "operationId": one.name,
        "summary": one.summary,
        "tags": [one.tag],
        "parameters": [
            *(parameter_document(each, "path") for each in one.named),
            *(parameter_document(each) for each in one.parameters),
            *(parameter_document(each, "header") for each in one.headers),
        ],
        "responses": _responses(one),
    }
    if one.body is not None:
        document["requestBody"] = {
            "required": one.body.required,
            "content": {name: {"schema": one.body.schema} for name in one.body.media_types},
        }
    if one.right is not None:
        document["description"] = f"With a token that allows to {one.right}."
        document["security"] = [{BEARER: []}]
    return document


def _responses(one: Operation) -> Json:
    responses = {str(status): _answer(one, status) for status in one.answers}
    if one.tagged and one.method == "get":
        responses["304"] = NOT_MODIFIED
    return (
        responses | {str(status): PROBLEM for status in (400, *one.refusals)} | {"default": PROBLEM}
    )


def _answer(one: Operation, status: int) -> Json:
    answer: Json = {"description": one.summary + _SAID[status]}
    headers = (ETAG if one.tagged else {}) | (_LOCATION if status == _CREATED else {})
    if headers:
        answer["headers"] = headers
    if status != _NO_CONTENT:
        answer["content"] = {
            name.partition(";")[0]: {"schema": _schema(one, name)} for name in one.media_types
        }
    return answer


def _schema(one: Operation, media_type: str) -> Json:
    if media_type == GEOJSON and (one.schema is None or JSON in one.media_types):
        return reference("featureCollection")
    if media_type in (JSON, GEOJSON):
        return one.schema or {"type": "object"}
    return {"type": "string", "format": "binary"}
