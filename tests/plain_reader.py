"""Reads sentences of one form, so that tests of ingesting do not rest on the rules of reading.

"South takes Raqqa." and "South holds Mosul, says The Monitor." are claims; "Fighting in Raqqa." is
an event; all else says nothing.
"""

import re

from geomap.domain.event_kinds import EventKind
from geomap.domain.reading import ReadClaim, ReadEvent, Reading, ReadPlace, ReportText
from geomap.domain.statements import Effect
from geomap.domain.when import When

PLACES = {
    "Raqqa": ReadPlace("geonames:172955", "Raqqa", "SY", 39.0, 35.9, "city"),
    "Mosul": ReadPlace("geonames:99072", "Mosul", "IQ", 43.1, 36.3, "city"),
    "Kobani": ReadPlace("test:kobani", "Kobani", "SY", 38.4, 36.9, "town"),
}
_CLAIM = re.compile(r"(\w+) (takes|holds) (\w+)(?:, says ([^.]+))?\.")
_EVENT = re.compile(r"Fighting in (\w+)\.")


class PlainReader:
    """Takes the place of a ReportReader."""

    def read(self, report: ReportText) -> Reading:
        when = When.parse(str(report.published or "2016-10-18"))
        claims = tuple(
            ReadClaim(
                place=PLACES.get(found[3]),
                when=when,
                source=found[4],
                quote=found[0],
                start=found.start(),
                end=found.end(),
                confidence=0.9,
                effect=Effect(found[2]),
                holder=found[1].lower(),
            )
            for found in _CLAIM.finditer(report.text)
        )
        events = tuple(
            ReadEvent(
                place=PLACES.get(found[1]),
                when=when,
                source=None,
                quote=found[0],
                start=found.start(),
                end=found.end(),
                confidence=0.4,
                kind=EventKind.BATTLE,
                actors=("south", "nobody-knows"),
            )
            for found in _EVENT.finditer(report.text)
        )
        return Reading(report.published, report.language or "en", "rules", (), claims, events)
