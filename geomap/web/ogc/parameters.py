"""The parameters of items, made from what a collection declares, to read and to describe them."""

from collections.abc import Iterator, Mapping
from functools import cache

from geomap.domain.items.collections import Collection
from geomap.domain.items.conditions import ID
from geomap.domain.items.properties import Filter, Kind, Property
from geomap.domain.items.queries import DEFAULT_LIMIT, MOST_ITEMS
from geomap.web.declarations import BBOX, JUDGED, KNOWN, REVISION, F, Json, Parameter, whole
from geomap.web.ogc.coordinates import Crs

MOST_OFFSET = 10_000_000
LONGEST_VALUE = 10_000
CQL2_JSON = "cql2-json"
FILTER_LANGUAGES = ("cql2-text", CQL2_JSON)
_SCHEMAS: Mapping[Kind, Json] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.TEXTS: {"type": "array", "items": {"type": "string"}},
    Kind.OBJECT: {"type": "object", "additionalProperties": {"type": "string"}},
    Kind.CLAIMS: {"type": "array", "items": {"type": "object"}},
}


def value_schema(one: Property | Filter) -> Json:
    """The JSON schema of one value of a property or a filter."""
    kind = one.kind if isinstance(one, Property) else Kind.TEXT
    options = {"enum": list(one.options)} if one.options else {}
    return _SCHEMAS[kind] | options


CRS = Parameter(
    "crs", "The CRS of the answer.", {"type": "string", "enum": [one.uri for one in Crs]}
)
DATETIME = Parameter(
    "datetime",
    "A day or an instant of UTC, or an interval of two with `..` for an open end: items whose"
    " time [start, end) overlaps it. Items without a time match every one.",
    {"type": "string"},
)
_CRS_OF_FILES = Parameter(
    CRS.name, "Files are in this CRS alone.", {"type": "string", "enum": [Crs.CRS84.uri]}
)
_LIMIT_OF_FILES = Parameter("limit", "How many items the file has at most; else all.", whole(1))
_SHARED = (
    DATETIME,
    BBOX,
    Parameter("bbox-crs", "The CRS of bbox.", {"type": "string", "enum": [one.uri for one in Crs]}),
    CRS,
    Parameter(
        "limit",
        f"How many items a page has at most; more than {MOST_ITEMS} counts as {MOST_ITEMS}.",
        {"type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": DEFAULT_LIMIT},
    ),
    Parameter(
        "offset",
        "How many items to leave out first. The links to the next page do without.",
        {"type": "integer", "minimum": 0, "maximum": MOST_OFFSET, "default": 0},
    ),
    Parameter(
        "cursor",
        "Where a page begins: taken from the links of an answer, with all else as it was.",
        {"type": "string"},
    ),
    Parameter("filter", "A condition in CQL2.", {"type": "string"}),
    Parameter(
        "filter-lang",
        "The language of filter; a filter that begins with { is CQL2 as JSON when it is not given.",
        {"type": "string", "enum": list(FILTER_LANGUAGES), "default": FILTER_LANGUAGES[0]},
    ),
    Parameter(
        "filter-crs",
        "The CRS of the shapes in filter.",
        {"type": "string", "enum": [one.uri for one in Crs]},
    ),
    Parameter(
        "sortby",
        "Properties to sort by, with `-` in front of one that falls.",
        {"type": "string"},
        several=True,
    ),
)


def standpoint_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """From where an answer can be asked for."""
    return (KNOWN, REVISION, *(JUDGED if collection.judged else ()))


@cache
def items_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """Every parameter of the items of a collection."""
    first = (*_SHARED, *standpoint_parameters(collection), F)
    taken = {one.name for one in first}
    return (*first, *(one for one in _own(collection) if one.name not in taken))


@cache
def item_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """Every parameter of one item."""
    return (CRS, *standpoint_parameters(collection), F)


@cache
def file_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """Every parameter of a file of all items, which has neither pages nor another CRS."""
    left_out = {"cursor", "offset", "limit", CRS.name, F.name}
    items = [one for one in items_parameters(collection) if one.name not in left_out]
    return (*items, _CRS_OF_FILES, _LIMIT_OF_FILES)


def sortable(collection: Collection) -> tuple[str, ...]:
    """What items can be sorted by."""
    return (ID, *(one.name for one in collection.queryables))


@cache
def own_filters(collection: Collection) -> Mapping[str, Property | Filter]:
    """The filters and properties by which a collection is narrowed, by the names of parameters."""
    taken = {one.name for one in (*_SHARED, *standpoint_parameters(collection), F)}
    named: dict[str, Property | Filter] = {one.name: one for one in collection.queryables}
    named |= {one.name: one for one in collection.filters}
    return {name: one for name, one in named.items() if name not in taken}


def _own(collection: Collection) -> Iterator[Parameter]:
    for name, one in own_filters(collection).items():
        several = isinstance(one, Filter) or not one.prose
        yield Parameter(name, f"{one.title}.", value_schema(one), several)
