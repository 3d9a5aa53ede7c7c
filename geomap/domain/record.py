"""The record of a place: all that an atlas has on it, and what happened near it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from heapq import nsmallest

from pyproj import Geod

from geomap.domain.answers import Register
from geomap.domain.areas import is_area
from geomap.domain.review import Citation
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Event, Figure, Frame, Place, Report
from geomap.domain.timeline import ControlPeriod

_GEOD = Geod(ellps="WGS84")
_METRES_IN_KILOMETRE = 1000


class Order(StrEnum):
    """In which order events are told."""

    TIME = "time"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """Which place is asked for, and which events of it and near it."""

    place_id: str
    near_km: float = 25.0
    """How far away an event may lie, in km on the ellipsoid."""
    order: Order = Order.TIME
    around: date | None = None
    """Of more events than `limit`, those nearest to this day are told; None for the latest."""
    limit: int = 100
    """At most so many events of the place, and so many near it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When and where an event is, enough to choose by; `key` finds the rest."""

    key: int
    place_id: str | None
    earliest: date
    latest: date
    km: float = 0.0

    def days_from(self, day: date) -> int:
        """How many days lie between a day and the event; 0 while it may be going on."""
        return max((self.earliest - day).days, (day - self.latest).days, 0)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its place, and how far in km it is from the place that was asked for."""

    event: Event
    place: Place | None
    km: float
    also: tuple[Citation, ...] = ()
    """The reports that tell of it beside its own."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """The events that are told, and how many there are of which they were chosen."""

    told: tuple[Happening, ...]
    matched: int


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """What an atlas has on a place, as known on a day, at a revision, by a rule."""

    frame: Frame
    query: RecordQuery
    standpoint: Standpoint
    revision: int
    place: Place
    areas: tuple[Place, ...]
    """Those of the atlas that it lies in, the smallest first."""
    periods: tuple[ControlPeriod, ...]
    events: Happenings
    near: Happenings
    figures: tuple[Figure, ...]
    register: Register
    reports: Mapping[str, Report]
    governorate: str = ""
    """The name of its first-level admin area; empty where no gazetteer says it."""

    def named(self, governorate: str) -> "PlaceRecord":
        """The same record with the name of the governorate."""
        return replace(self, governorate=governorate)


def places_near(place: Place, others: Sequence[Place], most_km: float) -> dict[str, float]:
    """The places within so many km of one, with their geodesic distances on WGS 84.

    Areas are left out: the point of a governorate says little of where something happened.
    """
    points = [one for one in others if one.id != place.id and not is_area(one)]
    count = len(points)
    _there, _back, metres = _GEOD.inv(
        [place.longitude] * count,
        [place.latitude] * count,
        [one.longitude for one in points],
        [one.latitude for one in points],
    )
    distances = (metre / _METRES_IN_KILOMETRE for metre in metres)
    return {one.id: km for one, km in zip(points, distances, strict=True) if km <= most_km}


def picked(events: Iterable[Dated], query: RecordQuery) -> list[Dated]:
    """The events to tell, in the order that was asked for."""
    if query.order is Order.DISTANCE:
        return nsmallest(query.limit, events, key=lambda one: (one.km, *_nearness(one, query)))
    nearest = nsmallest(query.limit, events, key=lambda one: (*_nearness(one, query), one.km))
    return sorted(nearest, key=lambda one: (one.earliest, one.latest, one.km, one.key))


def _nearness(one: Dated, query: RecordQuery) -> tuple[int, int]:
    """What sorts the events nearest in time first."""
    day = query.around
    return (-one.latest.toordinal() if day is None else one.days_from(day), one.key)
