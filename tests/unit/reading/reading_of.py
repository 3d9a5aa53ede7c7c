"""Reads short texts in which places are marked as [[Name]], for the tests of reading."""

import re
from datetime import date

from geomap.domain.reading import Mention, Names, Reading, ReadPlace, ReportText, Sense
from geomap.reading.report import read_report

PUBLISHED = date(2017, 10, 17)  # A Tuesday.
_NO_NAMES = Names()
_MARK = re.compile(r"\[\[(.+?)(?:\|(\w+))?(?:\|(\w\w))?\]\]")


def reading_of(marked: str, language: str = "en", names: Names = _NO_NAMES) -> Reading:
    """Read a text of Tuesday 17 October 2017; `[[Name|kind|CC]]`, a town in Syria.

    The kind `unknown` is a name that no gazetteer has.
    """
    text, mentions, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        name, kind, country = found.group(1), found.group(2) or "town", found.group(3) or "SY"
        sense = Sense.PLACE
        if kind == "government":
            sense, kind = Sense.GOVERNMENT, "city"
        known = kind != "unknown"
        place = ReadPlace(name.lower(), name, country, 39.0, 36.0, kind) if known else None
        mentions.append(Mention(name, len(text), len(text) + len(name), place, 1.0, sense))
        text += name
        last = found.end()
    text += marked[last:]
    return read_report(ReportText(text, PUBLISHED), language, mentions, names)


def claims_of(
    marked: str, language: str = "en"
) -> list[tuple[str, str, str | None, str | None, str]]:
    """Give place, effect, holder, loser and date of every claim."""
    return [
        (
            claim.place.name if claim.place else "",
            claim.effect.value,
            claim.holder,
            claim.loser,
            claim.when.edtf,
        )
        for claim in reading_of(marked, language).claims
    ]


def events_of(marked: str, language: str = "en") -> list[tuple[str, str | None, str]]:
    """Give kind, place and date of every event."""
    return [
        (event.kind.value, event.place.name if event.place else None, event.when.edtf)
        for event in reading_of(marked, language).events
    ]
