"""What the gazetteer answers."""

from geomap.web.declarations import TEXT, Json
from geomap.web.operations.schemas.parts import (
    NUMBER,
    POINT,
    SHARE,
    TEXTS,
    WHOLE,
    a_collection,
    a_feature,
    a_list,
    an_object,
    or_null,
    with_more,
)

_PLACE: dict[str, Json] = {
    **dict.fromkeys(("id", "name", "country", "admin1", "admin1_name", "kind"), TEXT),
    "names": a_list(an_object(text=TEXT, language=TEXT, kind=TEXT)),
    "population": or_null(WHOLE),
    "other_ids": TEXTS,
}
_OF_ANSWER: dict[str, Json] = {"numberReturned": WHOLE, "attribution": TEXTS}
SEARCH = a_collection(
    a_feature(
        POINT,
        **_PLACE,
        score=NUMBER,
        confidence=SHARE,
        homonyms=WHOLE,
        tier=TEXT,
        matched=TEXT,
        why=TEXTS,
    ),
    **_OF_ANSWER,
)
REVERSE = a_collection(
    a_feature(POINT, **_PLACE, distance_km=NUMBER),
    **_OF_ANSWER,
    areas=a_list({"type": "object"}),
)
_NAMED: dict[str, Json] = {"id": TEXT, "name": TEXT}
_SHOWN: dict[str, Json] = {"description": TEXT, "notable": a_list(an_object(**_NAMED))}
SUGGESTED = an_object(result=a_list(with_more(an_object(**_NAMED), **_SHOWN)))
PROPERTIES = an_object(type=TEXT, properties=a_list(an_object(**_NAMED)))
