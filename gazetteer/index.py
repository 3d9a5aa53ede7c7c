"""Looking up: names, ids and points to places. Reads an index, never writes one."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from gazetteer.errors import InvalidQuery, PlaceNotFound
from gazetteer.index_file import LAYOUT, IndexReader, place_of
from gazetteer.names import forms
from gazetteer.places import Candidate, IndexInfo, Place, SourceInfo
from gazetteer.ranking import Match, Ranked, ranked, reasons
from gazetteer.sphere import (
    check_point,
    geodesic_kilometres,
    kilometres_surely_within,
    on_unit_sphere,
)

_BY_NUMBER = """
SELECT id, name, longitude, latitude, kind, country, admin1, population, names
FROM place WHERE number = ?
"""
_BY_ID = """
SELECT id, name, longitude, latitude, kind, country, admin1, population, names
FROM place WHERE id = ?
"""
# The whole place comes along, since asking again for the few that win would cost more.
_BY_KEY = """
SELECT key, number, stripped, form, text, country, standing,
    id, name, longitude, latitude, kind, country, admin1, population, names
FROM spelling JOIN place USING (number) WHERE key = ?
"""
_IN_CUBE = """
SELECT number, longitude, latitude FROM point JOIN place USING (number)
WHERE most_x >= ? AND least_x <= ? AND most_y >= ? AND least_y <= ?
AND most_z >= ? AND least_z <= ?
"""

# Half the side of the first cube searched, on a sphere of radius 1: some 13 km.
_FIRST_REACH = 0.002
_WHOLE_SPHERE = 2.0

_MATCH_WIDTH = len(Match._fields)
_SCORE_DIGITS = 4
_COUNTRY_CODE_LENGTH = 2


class Gazetteer:
    """An open index. Threads may share it; close it when done, or use it in a `with` block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = IndexReader(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index.

        Raises GazetteerMissing, GazetteerCorrupt (damaged, cut short, no index at all) or
        GazetteerOutdated; each says how to build a new one.
        """
        return cls(path)

    def close(self) -> None:
        """Close the index. Later questions raise GazetteerError."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def lookup(self, name: str, *, country: str | None = None, limit: int = 10) -> list[Candidate]:
        """Return the places that a name could mean, best first; none is an empty list.

        `country` (ISO 3166-1 alpha-2) puts places of that country first and shuts out none.
        Raises InvalidName, or InvalidQuery for a country or a limit that makes no sense.
        """
        asked = forms(name)
        country = _country_code(country)
        _check_limit(limit)
        rows = self._reader.fetch(_BY_KEY, (asked.key,))
        if asked.bare_key != asked.key:
            rows += self._reader.fetch(_BY_KEY, (asked.bare_key,))
        matches = [Match(*row[:_MATCH_WIDTH]) for row in rows]
        places = {row[1]: row[_MATCH_WIDTH:] for row in rows}
        best = ranked(matches, asked, country)[:limit]
        return [_candidate(one, place_of(places[one.match.number]), country) for one in best]

    def get(self, place_id: str) -> Place:
        """Return the place with this id, such as `geonames:172955`. Raises PlaceNotFound."""
        for row in self._reader.fetch(_BY_ID, (_storable(place_id),)):
            return place_of(row)
        raise PlaceNotFound(place_id)

    def nearest(
        self, longitude: float, latitude: float, *, limit: int = 10
    ) -> list[tuple[Place, float]]:
        """Return the places nearest to a point with their geodesic distance in kilometres.

        Countries, governorates, districts, regions and rivers are left out: one point says
        little about where they are. Raises InvalidQuery for a point that is not on the earth.
        """
        check_point(longitude, latitude)
        _check_limit(limit)
        reach = _FIRST_REACH
        while True:
            found = self._within_cube(longitude, latitude, reach)[:limit]
            complete = len(found) == limit and found[-1][0] <= kilometres_surely_within(reach)
            if complete or reach >= _WHOLE_SPHERE:
                return [(self._place(number), distance) for distance, number in found]
            reach *= 2

    def info(self) -> IndexInfo:
        """Return what the index was made of, and when."""
        about = dict(self._reader.fetch("SELECT subject, content FROM about"))
        sources = self._reader.fetch("SELECT name, version, attribution FROM source ORDER BY rowid")
        return IndexInfo(
            path=self._path,
            layout=LAYOUT,
            built_at=datetime.fromisoformat(about["built_at"]),
            places=int(about["places"]),
            names=int(about["names"]),
            sources=tuple(SourceInfo(*row) for row in sources),
        )

    def _place(self, number: int) -> Place:
        (row,) = self._reader.fetch(_BY_NUMBER, (number,))
        return place_of(row)

    def _within_cube(
        self, longitude: float, latitude: float, reach: float
    ) -> list[tuple[float, int]]:
        bounds = [
            side
            for middle in on_unit_sphere(longitude, latitude)
            for side in (middle - reach, middle + reach)
        ]
        rows = self._reader.fetch(_IN_CUBE, bounds)
        distances = geodesic_kilometres(longitude, latitude, [row[1:] for row in rows])
        return sorted(zip(distances, (row[0] for row in rows), strict=True))


def _candidate(one: Ranked, place: Place, country: str | None) -> Candidate:
    score = round(one.score, _SCORE_DIGITS)
    return Candidate(place, score, one.tier, one.match.text, reasons(one, place, country))


def _country_code(country: str | None) -> str | None:
    if country is None:
        return None
    code = country.strip().upper()
    if not (len(code) == _COUNTRY_CODE_LENGTH and code.isascii() and code.isalpha()):
        raise InvalidQuery(f"country: give a code of two letters, such as SY, not {country!r}.")
    return code


def _check_limit(limit: int) -> None:
    if limit < 1:
        raise InvalidQuery(f"limit: give a number of 1 or more, not {limit}.")


def _storable(place_id: str) -> str:
    # Half a surrogate pair cannot be handed to SQLite, and no id has one.
    return place_id.encode("utf-8", "replace").decode("utf-8")
