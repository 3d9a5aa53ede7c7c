"""How changes are told, and how the service is."""

from geomap.web.declarations import TEXT
from geomap.web.ogc.openapi_schemas import SCHEMAS
from geomap.web.operations.schemas.parts import (
    TEXT_OR_NULL,
    WHOLE,
    a_list,
    a_word,
    an_object,
    or_null,
)

_STATEMENT = or_null(SCHEMAS["statement"])
CHANGES = an_object(
    history=TEXT,
    revision=WHOLE,
    changes=a_list(
        an_object(
            revision=WHOLE,
            at={"type": "string", "format": "date-time"},
            author=TEXT,
            note=TEXT,
            what=a_word("insertion", "edit", "withdrawal"),
            kind=TEXT,
            id=TEXT,
            before=_STATEMENT,
            after=_STATEMENT,
        )
    ),
    next=TEXT_OR_NULL,
)
HEALTH = an_object(status=TEXT, version=TEXT, atlas=TEXT_OR_NULL, revision=or_null(WHOLE))
