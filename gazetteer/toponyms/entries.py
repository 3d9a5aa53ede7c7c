"""Which places are called so: keys of names to entries of the index, asked in batches and kept.

Most names of a text stand in many texts, so that an index is seldom asked twice for one.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from gazetteer.index_file import IndexReader
from gazetteer.places import AREA_KINDS, Place
from gazetteer.ranking import DISPLAY, HISTORICAL, OWN, PREFERRED, VARIANT

_COLUMNS = (
    "key, text, stripped, form, language, number, name, longitude, latitude, kind, country, admin1,"
    " population, standing"
)
_SPELLINGS = f"SELECT {_COLUMNS} FROM spelling JOIN place ON number = place WHERE key IN"  # noqa: S608
_PLACES = (
    "SELECT id, name, longitude, latitude, kind, country, admin1, population, names, admin1_name,"
    " other_ids FROM place WHERE number IN"
)

_KEYS_KEPT = 100_000
_PLACES_KEPT = 4_000
_MOST_HOMONYMS = 120
# SQLite takes more, but a text with so many names is no text.
_BATCH = 900

# Powers of ten of people by which a name is less than the usual one.
_LESS = {OWN: -2.0, DISPLAY: 0.0, PREFERRED: 0.1, VARIANT: 0.5, HISTORICAL: 1.2}
_LESS_WITHOUT_ARTICLE = 0.5
_LONGEST_CODE = 4

# As ranking.standing makes it of the people of a place.
_LEAST_STANDING, _LARGEST = 0.45, 7.6
_OF_NO_SETTLEMENT = 0.85
_AREAS = {"country": 7.6, "governorate": 6.2}
_SETTLED = frozenset({"city", "town", "village", "populated_place", "country"})


class Entry(NamedTuple):
    """A place as one of its names leads to it.

    `weight` is how likely it is to be written about under this name, in powers of ten of people.
    """

    number: int
    text: str
    name: str
    longitude: float
    latitude: float
    kind: str
    country: str
    admin1: str
    weight: float
    form: int
    stripped: bool


class Entries:
    """The entries of an index by the keys of their names."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._places: dict[int, Place] = {}

    def of(self, keys: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of those keys that name a place, the weightiest first."""
        known = self._known
        wanted = set(keys)
        missing = [key for key in wanted if key not in known]
        if missing:
            if len(known) > _KEYS_KEPT:
                known.clear()
            self._fetch(missing)
        return {key: known[key] for key in wanted if known[key]}

    def places(self, numbers: Iterable[int]) -> dict[int, Place]:
        """Return places by their numbers in the index."""
        wanted = set(numbers)
        missing = [number for number in wanted if number not in self._places]
        if len(self._places) > _PLACES_KEPT:
            self._places.clear()
            missing = list(wanted)
        for begin in range(0, len(missing), _BATCH):
            part = missing[begin : begin + _BATCH]
            # The number goes with the row, since ids may be any text.
            rows = self._reader.fetch_in(_PLACES.replace(" FROM", ", number FROM"), part)
            for *row, number in rows:
                self._places[number] = Place.of_row(row)
        return {number: self._places[number] for number in wanted}

    def _fetch(self, keys: list[str]) -> None:
        found: dict[str, dict[int, Entry]] = {key: {} for key in keys}
        for begin in range(0, len(keys), _BATCH):
            for row in self._reader.fetch_in(_SPELLINGS, keys[begin : begin + _BATCH]):
                entry = _entry(row)
                if entry is None:
                    continue
                same = found[row[0]]
                known = same.get(entry.number)
                if known is None or entry.weight > known.weight:
                    same[entry.number] = entry
        for key, entries in found.items():
            best = sorted(entries.values(), key=lambda one: (-one.weight, one.number))
            self._known[key] = tuple(best[:_MOST_HOMONYMS])


def _entry(row: tuple) -> Entry | None:  # type: ignore[type-arg]  # A row of SQLite.
    _, text, stripped, form, _, number, name, longitude, latitude, kind, *rest = row
    country, admin1, population, standing = rest
    if form in (VARIANT, HISTORICAL) and len(text) <= _LONGEST_CODE and text.isupper():
        return None  # The code of an airport.
    weight = _weight(kind, population, standing) - _LESS[form]
    if stripped:
        weight -= _LESS_WITHOUT_ARTICLE
    return Entry(
        number, text, name, longitude, latitude, kind, country, admin1, weight, form, bool(stripped)
    )


def _weight(kind: str, population: int | None, standing: float) -> float:
    factor = 1.0 if kind in _SETTLED else _OF_NO_SETTLEMENT
    prominence = (standing / factor - _LEAST_STANDING) / (1 - _LEAST_STANDING) * _LARGEST
    if kind in AREA_KINDS:
        prominence = max(prominence, _AREAS.get(kind, 5.0 if kind == "region" else 4.5))
    elif population is None:
        prominence = max(prominence, 2.3)
    return max(prominence, math.log10((population or 0) + 1) if kind in _SETTLED else 0.0)
