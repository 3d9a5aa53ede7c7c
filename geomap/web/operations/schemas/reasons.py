"""Why answers are as they are, and how two of them differ."""

from geomap.web.declarations import DAY, TEXT, Json
from geomap.web.operations.schemas.parts import (
    AMOUNT,
    AMOUNTS,
    CLAIM,
    DAY_OR_NULL,
    EVIDENCE,
    NUMBER,
    OF_ANSWER,
    OF_ATLAS,
    PLACE,
    REPORTS,
    RULE,
    SHARE,
    STATED,
    STATUS,
    TEXT_OR_NULL,
    TEXTS,
    VERDICT,
    WHOLE,
    YES,
    a_list,
    an_object,
    or_null,
)

_JUDGED = an_object(**VERDICT)
EXPLAIN = an_object(
    **OF_ATLAS,
    place=PLACE,
    date=DAY,
    verdict=_JUDGED,
    shares=a_list(an_object(actor=TEXT, name=TEXT, weight=NUMBER, share=SHARE)),
    freshness=or_null(
        an_object(claim=TEXT, age_days=WHOLE, limit_days=WHOLE, standing=YES, stale=YES)
    ),
    claims=a_list(
        an_object(
            **CLAIM,
            place_id=TEXT,
            place=TEXT,
            earliest=DAY,
            settled=DAY,
            weight=NUMBER,
            weights=an_object(reliability=NUMBER, credibility=NUMBER),
            fate=TEXT,
            step=or_null(WHOLE),
            by=TEXT_OR_NULL,
            days=or_null(WHOLE),
            counts_for=TEXTS,
            says=TEXT,
            became=TEXT,
        )
    ),
    reports=REPORTS,
    summary=TEXTS,
    text=TEXTS,
)
_EXPLAINED = an_object(**VERDICT, evidence=EVIDENCE)
ALTERNATIVES = an_object(
    **OF_ATLAS,
    date=DAY,
    standard=RULE,
    numberReturned=WHOLE,
    differences=a_list(an_object(place=PLACE, standard=_EXPLAINED, asked=_EXPLAINED, text=TEXT)),
)
_KNOWN_THEN = an_object(known=DAY_OR_NULL, revision=WHOLE)
LEARNED = an_object(
    atlas=TEXT,
    date=DAY_OR_NULL,
    place=TEXT_OR_NULL,
    before=_KNOWN_THEN,
    after=_KNOWN_THEN,
    rule=RULE,
    numberReturned=WHOLE,
    differences=a_list(
        an_object(
            place=PLACE,
            start=DAY,
            end=DAY_OR_NULL,
            before=_JUDGED,
            after=_JUDGED,
            statements=a_list(an_object(**CLAIM, place_id=TEXT, role=TEXT, aside=TEXTS, text=TEXT)),
            text=TEXTS,
        )
    ),
)
_NET = an_object(**dict.fromkeys(AMOUNTS, NUMBER))
"""What was gained less what was lost."""
_PARTY: dict[str, Json] = {"actor": TEXT_OR_NULL, "name": TEXT_OR_NULL, "status": STATUS}
_END = an_object(date=DAY, **OF_ANSWER)
_EVENT: dict[str, Json] = {
    **STATED,
    "source_id": TEXT,
    "kind": TEXT,
    "title": TEXT,
    "actors": TEXTS,
    "place_id": TEXT_OR_NULL,
}
DIFFERENCE = an_object(
    atlas=TEXT,
    **{"from": _END, "to": _END},
    places_compared=WHOLE,
    places_changed=WHOLE,
    parties=a_list(
        an_object(**_PARTY, gains=AMOUNT, losses=AMOUNT, net=_NET, gained=TEXTS, lost=TEXTS)
    ),
    transfers=a_list(
        an_object(
            **{"from": an_object(**_PARTY), "to": an_object(**_PARTY)}, **AMOUNTS, place_ids=TEXTS
        )
    ),
    changes=a_list(
        an_object(
            **dict.fromkeys(("place_id", "name", "country", "admin1"), TEXT),
            population=or_null(WHOLE),
            km2=NUMBER,
            **{"from": _JUDGED, "to": _JUDGED},
            reasons=TEXTS,
            claims=a_list(an_object(**CLAIM, heard_by=TEXTS, evidence_of=TEXTS)),
            events=a_list(an_object(**_EVENT)),
        )
    ),
)
