"""Read what spreadsheets say of a place beside its name: country, admin area, point, day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gazetteer import Context, Gazetteer, InvalidQuery, Place, PlaceNotFound
from gazetteer.countries import country_named
from geomap.domain.when import When
from geomap.errors import InvalidWhen

PROPERTIES = {
    "country": "Country: a code such as SY or SYR, or its name",
    "admin1": "First-level admin area, such as a governorate: its name, or its GeoNames code",
    "near": "Near: longitude,latitude in degrees, such as 39.01,35.95, or the id of a place",
    "on": "On: a date (EDTF); names that were in use then are preferred",
}
"""What may be said of a place beside its name, and how."""

LONGEST_VALUE = 200
_COUNTRIES_SEEN = 5
_LONGEST_CODE = 3
_POINT = re.compile(r"\s*([+-]?[0-9.]{1,20})\s*[,;\s]\s*([+-]?[0-9.]{1,20})\s*")
_TIME_OF_DAY = re.compile(r"T[0-9:.]+(Z|[+-][0-9:]+)?$")


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What could be made of the values, and in words which of them could not be understood."""

    context: Context
    misread: tuple[str, ...]


class ContextReader:
    """Reads values with the help of a gazetteer, which knows countries, areas and ids."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._countries: dict[str, str | None] = {}

    def read(self, said: Mapping[str, Sequence[str]], language: str | None = None) -> ReadContext:
        """Make a context of the values of PROPERTIES; of several, the first that makes sense.

        A value that makes no sense does not fail the look-up: it is left out and named.
        """
        readers = {
            "country": self._country, "admin1": self._admin1, "near": self._near, "on": _day,
        }  # fmt: skip
        found: dict[str, object] = {}
        misread: list[str] = []
        for name, values in said.items():
            given = [value.strip() for value in values if value.strip()]
            meanings = (readers[name](value[:LONGEST_VALUE]) for value in given)
            found[name] = next((one for one in meanings if one is not None), None)
            if given and found[name] is None:
                misread.append(f"{name} {given[0][:40]!r} was not understood")
        context = Context(language=language, **found)  # type: ignore[arg-type]  # As the readers.
        return ReadContext(context, tuple(misread))

    def _country(self, text: str) -> str | None:
        if text not in self._countries:
            short = len(text) <= _LONGEST_CODE
            code = country_named(text.upper() if short else text)
            self._countries[text] = code or self._country_called(text)
        return self._countries[text]

    def _country_called(self, text: str) -> str | None:
        if (place := self._place(text)) is not None:
            return place.country or None
        try:
            found = self._gazetteer.lookup(text, limit=_COUNTRIES_SEEN)
        except InvalidQuery:
            return None
        certain = (one for one in found if one.tier in {"exact", "folded"})
        return next((one.place.country for one in certain if one.place.kind == "country"), None)

    def _admin1(self, text: str) -> str | None:
        if (place := self._place(text)) is not None:
            return place.admin1 or place.name
        # Spreadsheets take 04 for a number.
        return text.zfill(2) if text.isdecimal() else text

    def _near(self, text: str) -> tuple[float, float] | None:
        if (place := self._place(text)) is not None:
            return place.longitude, place.latitude
        if (parts := _POINT.fullmatch(text)) is None:
            return None
        try:
            longitude, latitude = map(float, parts.groups())
        except ValueError:
            return None
        on_earth = abs(longitude) <= 180 and abs(latitude) <= 90  # noqa: PLR2004 - degrees.
        return (longitude, latitude) if on_earth else None

    def _place(self, text: str) -> Place | None:
        try:
            return self._gazetteer.get(text) if ":" in text else None
        except PlaceNotFound:
            return None


def _day(text: str) -> date | None:
    try:
        when = When.parse(_TIME_OF_DAY.sub("", text))
    except InvalidWhen:
        return None
    return when.earliest if when.earliest > date.min else when.latest
