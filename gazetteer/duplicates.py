"""Duplicates: two records of one place that share no id. Sources are full of them.

Records are duplicates when all of this holds:

- they are of one kind; city, town, village and populated place count as one kind, and rivers and
  regions have no duplicates;
- their points are at most 3 km apart, or 15 km if they are districts or governorates;
- they share the key of a usual name: the display name, or the preferred name in English or Arabic;
- where both have names in Arabic script, one of those is the same too, so that Hamdan and Hamdan
  (حمدان, همدان) stay two villages;
- not both were chosen by hand.
"""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.names import folded, script_of, without_articles
from gazetteer.places import POPULATED_PLACE, NameKind
from gazetteer.sources.source import PlaceRecord

_KILOMETRES_APART = 3.0
_KILOMETRES_APART_OF_AREAS = 15.0
_KILOMETRES_IN_A_DEGREE = 111.2

_SETTLEMENT = "settlement"
_GROUP = {
    "city": _SETTLEMENT, "town": _SETTLEMENT, "village": _SETTLEMENT,
    POPULATED_PLACE: _SETTLEMENT, "": _SETTLEMENT,
}  # fmt: skip
_AREAS = frozenset({"district", "governorate", "country"})
_NEVER = frozenset({"river", "region"})

_UNIT = re.compile(r"\b(governorate|province|district|muhafazat|caza|qada|nahiyat|subdistrict)\b")
_UNIT_ARABIC = re.compile(r"(^|\s)(محافظه|قضاء|قضا|منطقه|ناحيه)(?=\s)")


class _Known(NamedTuple):
    number: int
    longitude: float
    latitude: float
    curated: bool
    arabic: frozenset[str]


class Duplicates:
    """Finds, among the records added so far, those that a record is a duplicate of."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[_Known]] = {}
        self._countries: set[str] = set()

    def add(self, number: int, record: PlaceRecord) -> None:
        """Let later records be duplicates of this one."""
        group = _group(record)
        if not group or record.longitude is None or record.latitude is None:
            return
        self._countries.add(record.country)
        one = _Known(
            number, record.longitude, record.latitude, record.curated, _arabic_keys(record)
        )
        for key in _usual_keys(record):
            self._known.setdefault((group, key), []).append(one)

    def of(self, record: PlaceRecord) -> Iterator[int]:
        """Yield the numbers of those records that this one is a duplicate of."""
        group = _group(record)
        longitude, latitude = record.longitude, record.latitude
        if not group or longitude is None or latitude is None:
            return
        if record.country not in self._countries:
            return  # Most of the world: spares making its keys.
        reach = _KILOMETRES_APART_OF_AREAS if group in _AREAS else _KILOMETRES_APART
        near = [
            one
            for key in _usual_keys(record)
            for one in self._known.get((group, key), ())
            if _kilometres(longitude, latitude, one) <= reach
        ]
        arabic = _arabic_keys(record) if near else frozenset()
        for one in near:
            if one.curated and record.curated:
                continue
            if not (arabic and one.arabic) or arabic & one.arabic:
                yield one.number


def _group(record: PlaceRecord) -> str:
    return "" if record.kind in _NEVER else _GROUP.get(record.kind, record.kind)


def _usual_keys(record: PlaceRecord) -> set[str]:
    texts = {record.name} | {
        name.text
        for name in record.names
        if name.kind == NameKind.PREFERRED and name.language in {"en", "ar"}
    }
    return {_key(text) for text in texts} - {""}


def _arabic_keys(record: PlaceRecord) -> frozenset[str]:
    return frozenset(_key(name.text) for name in record.names if script_of(name.text) == "arabic")


def _key(text: str) -> str:
    """Return a name folded, without articles and without the word for the kind of area."""
    bare = _UNIT_ARABIC.sub(" ", _UNIT.sub(" ", folded(text)))
    return without_articles(" ".join(bare.split())).replace(" ", "")


def _kilometres(longitude: float, latitude: float, one: _Known) -> float:
    """Return the distance, good to a few metres at distances of some kilometres."""
    east = (longitude - one.longitude + 180) % 360 - 180
    north = latitude - one.latitude
    return _KILOMETRES_IN_A_DEGREE * math.hypot(east * math.cos(math.radians(latitude)), north)
