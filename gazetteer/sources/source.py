"""What a source of places offers, and how two sources that know one place become one entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from gazetteer.places import Name, NameKind, SourceInfo


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """What one source says of a place; an empty text or None says nothing.

    `names` may leave out the display name `name`. A `curated` record was chosen by hand, which
    speaks for a place whose population nobody gives.

    `other_ids` are further ids of this very place (`wof:1108562635`), `parents` the ids of the
    areas that hold it, the nearest first, `superseded_by` the id that took the place of this one.
    `inception` and `cessation` are EDTF. `polygon` (WGS84 degrees) is the extent of an area.
    `admin1_name` is the display name of the first-level area whose code is `admin1`.
    """

    id: str
    name: str = ""
    longitude: float | None = None
    latitude: float | None = None
    kind: str = ""
    country: str = ""
    admin1: str = ""
    population: int | None = None
    names: tuple[Name, ...] = ()
    curated: bool = False
    other_ids: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    superseded_by: str = ""
    inception: str = ""
    cessation: str = ""
    polygon: BaseGeometry | None = None
    admin1_name: str = ""


class Source(Protocol):
    """A collection of places with ids, such as `geonames:172955`."""

    def about(self) -> SourceInfo:
        """Return who made the source, and a version that changes with its content."""

    def __len__(self) -> int:
        """Return how many records there are, for progress bars."""

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records, each id once. Raises SourceError where the source is broken."""


def merged(sources: Sequence[Source]) -> Iterator[PlaceRecord]:
    """Yield one record a place. Later sources win.

    The first source is read as a stream, so the largest belongs there.
    """
    overlays: dict[str, PlaceRecord] = {}
    for source in sources[1:]:
        for record in source.records():
            known = overlays.get(record.id)
            overlays[record.id] = record if known is None else merged_record(known, record)
    for source in sources[:1]:
        for record in source.records():
            overlay = overlays.pop(record.id, None)
            yield record if overlay is None else merged_record(record, overlay)
    yield from overlays.values()


def merged_record(base: PlaceRecord, overlay: PlaceRecord) -> PlaceRecord:
    """Return the base with whatever the overlay says put over it, and the names of both."""
    return replace(
        overlay,
        name=overlay.name or base.name,
        longitude=base.longitude if overlay.longitude is None else overlay.longitude,
        latitude=base.latitude if overlay.latitude is None else overlay.latitude,
        kind=overlay.kind or base.kind,
        country=overlay.country or base.country,
        admin1=overlay.admin1 or base.admin1,
        population=base.population if overlay.population is None else overlay.population,
        names=_merged_names(base, overlay),
        curated=base.curated or overlay.curated,
    )


def _merged_names(base: PlaceRecord, overlay: PlaceRecord) -> tuple[Name, ...]:
    """Keep every name; where both spell one alike, the overlay knows its language and kind."""
    spelled = {name.text for name in overlay.names}
    if overlay.name:
        spelled.add(overlay.name)
    names = [*overlay.names, *(name for name in base.names if name.text not in spelled)]
    if overlay.name and base.name not in {"", *spelled, *(name.text for name in names)}:
        names.append(Name(base.name, "", NameKind.VARIANT))
    return tuple(names)
