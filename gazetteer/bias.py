"""Where and when the asker expects the place that is meant. Pure: it knows no index and no files.

Everything here is a factor that shuts nothing out. What else is known of a place may come with the
question (`Context`) or stand in the name itself ("Sinjar, Idlib"; see `gazetteer.qualifiers`).
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gazetteer.errors import InvalidQuery
from gazetteer.places import Context

ELSEWHERE_FACTOR = 0.25
"""So small that the least likely match in the country asked for goes before the best elsewhere."""

_OTHER_AREA_FACTOR = 0.4
# In the governorate of the district named; most sources do not say what lies in a district.
_OTHER_DISTRICT_FACTOR = 0.7
_OUT_OF_VIEW_FACTOR = 0.6
_FAR_AWAY_FACTOR = 0.5
_NEAR_KM = 150.0
_KM_IN_A_DEGREE = 111.2
_OUT_OF_USE_FACTOR = 0.85
_OTHER_LANGUAGE_FACTOR = 0.97

_AREA_WORDS = {
    1.0: "in the area named",
    _OTHER_DISTRICT_FACTOR: "in the governorate of the area named",
    _OTHER_AREA_FACTOR: "not in the area named",
}

_COUNTRY_CODE_LENGTH = 2
_YEAR = re.compile(r"-?\d{4}(?:-\d{2}){0,2}")

Area = tuple[str, str]
"""A first-level area: country and GeoNames admin1 code."""


class Candid(Protocol):
    """What of a match in the index the bias looks at."""

    @property
    def number(self) -> int:
        """Of its place in the index."""

    @property
    def country(self) -> str:
        """Code of two letters."""

    @property
    def admin1(self) -> str:
        """Code of the first-level area."""

    @property
    def longitude(self) -> float:
        """In degrees."""

    @property
    def latitude(self) -> float:
        """In degrees."""

    @property
    def language(self) -> str:
        """ISO 639-1, or empty."""

    @property
    def since(self) -> str:
        """EDTF, or empty."""

    @property
    def until(self) -> str:
        """EDTF, or empty."""


@dataclass(frozen=True, slots=True)
class Bias:
    """A context whose names of areas are understood; None or empty where nothing is expected.

    `held` are the numbers of the places that are known to lie in a district that was named.
    """

    context: Context
    countries: frozenset[str] = frozenset()
    areas: frozenset[Area] = frozenset()
    held: frozenset[int] = frozenset()

    def factor(self, match: Candid) -> float:
        """Return how well a match fits what is expected, from 0 to 1."""
        factor = 1.0
        if self.countries and match.country not in self.countries:
            factor *= ELSEWHERE_FACTOR
        if self.areas or self.held:
            factor *= self._of_area(match)
        if self.context.near or self.context.bbox:
            factor *= self._of_place(match)
        if self.context.language and match.language not in ("", self.context.language):
            factor *= _OTHER_LANGUAGE_FACTOR
        if self.context.on is not None and not in_use(match.since, match.until, self.context.on):
            factor *= _OUT_OF_USE_FACTOR
        return factor

    def fits(self, match: Candid) -> bool:
        """Say whether a match lies in the countries and areas that are expected."""
        if self.countries and match.country not in self.countries:
            return False
        if self.held:
            return match.number in self.held
        return not self.areas or (match.country, match.admin1) in self.areas

    def places(self, match: Candid) -> bool:
        """Say whether a match lies where the question says: in its area, in its country, near it.

        A language, a day or a view, which may be of the whole world, say nothing of where.
        """
        if self.countries or self.areas or self.held:
            return self.fits(match)
        near = self.context.near
        return near is not None and _kilometres(near, match) <= _NEAR_KM

    def reasons(self, match: Candid) -> tuple[str, ...]:
        """Return the terms in words, in the order of the factors."""
        terms = []
        if self.countries:
            names = ", ".join(sorted(self.countries))
            terms.append(
                f"in {match.country}" if match.country in self.countries else f"not in {names}"
            )
        if self.areas or self.held:
            terms.append(_AREA_WORDS[self._of_area(match)])
        if self.context.near:
            terms.append(f"{_kilometres(self.context.near, match):,.0f} km away")
        if self.context.bbox:
            terms.append("in view" if _in_view(self.context.bbox, match) else "out of view")
        on = self.context.on
        if on is not None and not in_use(match.since, match.until, on):
            terms.append(f"name not in use on {on.isoformat()}")
        return tuple(terms)

    def _of_area(self, match: Candid) -> float:
        if match.number in self.held:
            return 1.0
        if (match.country, match.admin1) not in self.areas:
            return _OTHER_AREA_FACTOR
        return _OTHER_DISTRICT_FACTOR if self.held else 1.0

    def _of_place(self, match: Candid) -> float:
        factor = 1.0
        if self.context.near:
            nearness = math.exp(-_kilometres(self.context.near, match) / _NEAR_KM)
            factor *= _FAR_AWAY_FACTOR + (1 - _FAR_AWAY_FACTOR) * nearness
        if self.context.bbox and not _in_view(self.context.bbox, match):
            factor *= _OUT_OF_VIEW_FACTOR
        return factor


def in_use(since: str, until: str, on: date) -> bool:
    """Say whether a name with these EDTF dates was, as far as anyone knows, in use on a day."""
    day = on.isoformat()
    began, ended = _YEAR.match(since), _YEAR.match(until)
    # ISO days of any precision compare as texts: "2014" is before "2014-06-29".
    not_yet = began is not None and day < began[0]
    no_more = ended is not None and day[: len(ended[0])] > ended[0]
    return not (not_yet or no_more)


def country_code(country: str | None) -> str | None:
    """Return a code in capitals. Raises InvalidQuery for what is none."""
    if country is None:
        return None
    code = country.strip().upper()
    if not (len(code) == _COUNTRY_CODE_LENGTH and code.isascii() and code.isalpha()):
        raise InvalidQuery(f"country: give a code of two letters, such as SY, not {country!r}.")
    return code


def _kilometres(point: tuple[float, float], match: Candid) -> float:
    """Return the distance on a sphere, which is near enough for a bias."""
    east = (match.longitude - point[0] + 180) % 360 - 180
    north = match.latitude - point[1]
    narrowing = math.cos(math.radians((match.latitude + point[1]) / 2))
    return math.hypot(east * narrowing, north) * _KM_IN_A_DEGREE


def _in_view(bbox: tuple[float, float, float, float], match: Candid) -> bool:
    west, south, east, north = bbox
    across = west <= match.longitude <= east
    if west > east:  # The view spans the 180th meridian.
        across = match.longitude >= west or match.longitude <= east
    return across and south <= match.latitude <= north
