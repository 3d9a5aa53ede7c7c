"""What an address takes and answers, said once: to read requests by, and to describe them."""

from dataclasses import dataclass, replace
from typing import Any

from geomap.domain.rights import Right

Json = dict[str, Any]
LARGEST_REVISION = 2**31 - 1
LONGEST_DISPUTE_WINDOW = 3650
SECOND_END = "to_"
"""What stands before a parameter of the second of two answers that are compared."""
DEFAULT = "default"
"""What takes back, in the second of two answers, what was asked of the first."""
DAY: Json = {"type": "string", "format": "date"}
TEXT: Json = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, what it does, and the JSON schema of its values."""

    name: str
    description: str
    schema: Json
    several: bool = False
    """Whether several values can be given, with commas between them."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What a request sends: its media types and its JSON schema."""

    media_types: tuple[str, ...]
    schema: Json
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What can be done at an address, by one method."""

    name: str
    path: str
    summary: str
    tag: str
    media_types: tuple[str, ...]
    """Of what is answered when all is well."""
    schema: Json | None = None
    """Of the answer in JSON; in GeoJSON only where no other JSON is offered."""
    parameters: tuple[Parameter, ...] = ()
    """Of the query. The view reads the request by these, and refuses all others."""
    named: tuple[Parameter, ...] = ()
    """The parts of the path that vary."""
    headers: tuple[Parameter, ...] = ()
    method: str = "get"
    body: Body | None = None
    answers: tuple[int, ...] = (200,)
    """The statuses when all is well."""
    refusals: tuple[int, ...] = ()
    """The statuses of refusals beside 400."""
    tagged: bool = True
    """Whether the answer has an ETag, and If-None-Match is heard."""
    right: Right | None = None
    """What the token of the request must allow; None when none is needed."""


def whole(least: int, most: int | None = None, default: int | None = None) -> Json:
    """The schema of a whole number in its bounds."""
    bounds = {"minimum": least, "maximum": most, "default": default}
    return {"type": "integer"} | {key: one for key, one in bounds.items() if one is not None}


def one_of(*options: str) -> Json:
    """The schema of one of some words, the first of them when none is given."""
    return {"type": "string", "enum": list(options), "default": options[0]}


def limit(default: int, most: int, of: str) -> Parameter:
    """The parameter that says how many answers are wanted at most."""
    return Parameter("limit", f"How many {of} are wanted at most.", whole(1, most, default))


def required(parameter: Parameter) -> Parameter:
    """The same parameter where it must be given."""
    return replace(parameter, required=True)


DATE = Parameter("date", "The day that is asked about, as YYYY-MM-DD.", DAY)
F = Parameter("f", "The format of the answer; else `Accept` decides.", TEXT)
KNOWN = Parameter("known", "Only what was known by that day counts.", DAY)
REVISION = Parameter(
    "revision", "The revision to answer from; else the newest.", whole(1, LARGEST_REVISION)
)
BBOX = Parameter(
    "bbox",
    "west,south,east,north, or six numbers with heights, which are ignored: items that share a"
    " point with the box. It crosses the antimeridian when west is greater than east.",
    {
        "type": "array",
        "items": {"type": "number"},
        "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
    },
)
JUDGED = (
    Parameter(
        "dispute_window",
        "Days after which a claim no longer disagrees with a newer one.",
        whole(0, LONGEST_DISPUTE_WINDOW),
    ),
    Parameter(
        "reliability",
        "Only sources of this reliability or better are heard.",
        {"type": "string", "enum": list("ABCDEF")},
    ),
    Parameter("source", "Only these sources are heard, by id.", TEXT, several=True),
)
STANDPOINT = (KNOWN, REVISION, *JUDGED)
"""What every answer on control can be asked with; `Parameters.standpoint` reads them."""
EDITION = Parameter(
    "edition", "The edition of the program; with `revision` the answer may be kept for ever.", TEXT
)


def second_end(parameter: Parameter) -> Parameter:
    """The same parameter for the second of two answers that are compared."""
    schema = parameter.schema
    if not parameter.several:
        schema = {"anyOf": [schema, {"type": "string", "enum": [DEFAULT]}]}
    text = f"{parameter.description} For the second answer; `default` takes back the first's."
    return replace(parameter, name=SECOND_END + parameter.name, description=text, schema=schema)
