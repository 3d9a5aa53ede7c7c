"""Small gazetteers: a test names only what matters to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gazetteer.build import build_index
from gazetteer.places import Name, NameKind, SourceInfo
from gazetteer.ranking import DISPLAY, Match
from gazetteer.sources import PlaceRecord


def variants(*texts: str) -> tuple[Name, ...]:
    return tuple(Name(text, "", NameKind.VARIANT) for text in texts)


def record(place_id: str, name: str, *other_names: str, **said: object) -> PlaceRecord:
    """A place at 40, 35 in Syria, unless something else is said of it."""
    given: dict[str, object] = {
        "longitude": 40.0,
        "latitude": 35.0,
        "country": "SY",
        "kind": "populated_place",
        "names": variants(*other_names),
    }
    return PlaceRecord(place_id, name, **(given | said))  # type: ignore[arg-type]  # Any field.


def make_match(number: int = 1, **said: object) -> Match:
    """The display name of a Syrian place, unless something else is said of it."""
    given: dict[str, object] = {
        "key": "raqqa",
        "text": "Raqqa",
        "stripped": 0,
        "form": DISPLAY,
        "language": "",
        "since": "",
        "until": "",
        "term": 0,
        "standing": 0.7,
        "id": f"test:{number}",
        "name": "Raqqa",
        "longitude": 39.0,
        "latitude": 36.0,
        "kind": "city",
        "country": "SY",
        "admin1": "04",
        "population": 531952,
        "names": "[]",
        "admin1_name": "",
        "other_ids": "",
    }
    return Match(number=number, **(given | said))  # type: ignore[arg-type]  # Any field.


@dataclass(frozen=True)
class FixedSource:
    """A source of given records."""

    places: tuple[PlaceRecord, ...]
    name: str = "fixed"
    version: str = "1"

    def about(self) -> SourceInfo:
        return SourceInfo(self.name, self.version, "nobody")

    def __len__(self) -> int:
        return len(self.places)

    def records(self) -> Iterator[PlaceRecord]:
        yield from self.places


# A small part of the world with the traps of the large one: homonyms, districts named after their
# town, names of one place that are variants of another.
WORLD = FixedSource(
    (
        record(
            "geonames:172955", "Raqqa", "Ar Raqqah", "Rakka", "الرقة",
            kind="city", population=531952, longitude=39.00788, latitude=35.95283, admin1="04",
        ),
        record("test:raqqa-governorate", "Raqqa", kind="governorate", population=944000),
        record("test:raqqa-hamlet", "Raqqa", country="IQ", longitude=44.0, latitude=34.0),
        record(
            "geonames:285728", "Ar Riqqah", "الرقة",
            country="KW", population=52068, longitude=48.09472, latitude=29.14583,
        ),
        record(
            "geonames:390188", "Hawija", "Al-Hawijah",
            country="IQ", kind="town", curated=True, longitude=43.773, latitude=35.326,
        ),
        *(
            record(f"test:hawija-{number}", "Al Hawijah", longitude=38.0 + number, population=900)
            for number in range(5)
        ),
        record(
            "geonames:172256", "Kobani", "‘Ayn al ‘Arab", "Kobanî",
            kind="town", population=50000, longitude=38.35347, latitude=36.89095, curated=True,
        ),
        record("geonames:153600", "Mkoani", "Kobani", country="TZ", population=23719),
        record("test:euphrates", "Euphrates", kind="river", curated=True, longitude=39.0079),
        record("test:fiji", "Naqara", country="FJ", longitude=179.9, latitude=-16.5),
    )
)  # fmt: skip


def world_index(folder: Path) -> Path:
    """Build the index of WORLD in a folder, through the real builder."""
    path = folder / "gazetteer.sqlite"
    build_index(path, [WORLD])
    return path
