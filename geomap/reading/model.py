"""The values of reading, under the name that its modules use; exports and services share them."""

from geomap.domain.reading import (
    Mention,
    Names,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
    ReadStatement,
    ReportText,
    Sense,
)

__all__ = [
    "Mention",
    "Names",
    "ReadClaim",
    "ReadEvent",
    "ReadFigure",
    "ReadPlace",
    "ReadStatement",
    "Reading",
    "ReportText",
    "Sense",
]
