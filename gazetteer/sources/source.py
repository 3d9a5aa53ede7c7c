"""What a source of places offers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from gazetteer.places import Name, SourceInfo


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """What one source says of a place; an empty text or None says nothing.

    `names` may leave out the display name `name`. A `curated` record was chosen by hand, which
    speaks for a place whose population nobody gives.

    `other_ids` are further ids of this very place (`wof:1108562635`), `parents` the ids of the
    areas that hold it, the nearest first. A record that is `superseded_by` another id is dead: it
    leads to that place by its id and its names. `inception` and `cessation`, in EDTF, are when the
    place was founded and when it ceased to be. `polygon` (WGS84 degrees) is the extent of an area.
    `admin1_name` is the display name of the first-level area whose code is `admin1`. `own_names`
    are spellings that the user wants to mean this place, whatever else is called so.
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
    own_names: tuple[str, ...] = ()

    @property
    def spellings(self) -> int:
        """How many different names the record has, the display name among them."""
        return len({self.name, *(name.text for name in self.names)} - {""})


class Source(Protocol):
    """A collection of places with ids, such as `geonames:172955`."""

    def about(self) -> SourceInfo:
        """Return who made the source, and a version that changes with its content."""

    def __len__(self) -> int:
        """Return how many records there are, for progress bars."""

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records, each id once. Raises SourceError where the source is broken."""
