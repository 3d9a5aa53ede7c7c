"""The values that the gazetteer takes in and gives out. Longitude always comes before latitude."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

POPULATED_PLACE = "populated_place"
"""The kind of a settlement of which no source says how large it is."""

KINDS = frozenset(
    {
        "city", "town", "village", "neighbourhood", POPULATED_PLACE,
        "district", "governorate", "region", "country",
        "dam", "oil_field", "refinery", "air_base", "airport", "military_base",
        "border_crossing", "camp", "river", "lake", "mountain", "archaeological_site",
    }
)  # fmt: skip
"""Every kind that a place can have."""

AREA_KINDS = frozenset({"district", "governorate", "region", "country", "river"})
"""Kinds that spread too far for their one point to say what lies near it."""


class NameKind(StrEnum):
    """How a name is used."""

    PREFERRED = "preferred"
    VARIANT = "variant"
    HISTORICAL = "historical"


_VARIANT = NameKind.VARIANT.value


class Tier(StrEnum):
    """How closely a name in the index follows the name that was looked up."""

    EXACT = "exact"
    FOLDED = "folded"
    ARTICLE = "article"
    STRICT = "strict"
    LOOSE = "loose"
    TRIGRAM = "trigram"


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a place's name. `language` is ISO 639-1, or empty when no source says.

    `since` and `until` are EDTF: when the name came into use and when it went; empty when no
    source says.
    """

    text: str
    language: str
    kind: str
    since: str = ""
    until: str = ""


def packed_names(names: Sequence[Name]) -> str:
    """Write names as JSON: their fields as a list, or the bare text of a variant without more.

    Nearly all names are of the short form, which takes a third off an index.
    """
    items = [
        name.text
        if name == Name(name.text, "", _VARIANT)
        else [name.text, name.language, name.kind, name.since, name.until]
        for name in names
    ]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def unpacked_names(packed: str) -> tuple[Name, ...]:
    """Read what `packed_names` wrote."""
    return tuple(
        [
            Name(item, "", _VARIANT) if isinstance(item, str) else Name(*item)
            for item in json.loads(packed)
        ]
    )


@dataclass(frozen=True)  # Without slots, so that a row is filled in at once.
class Place:
    """An entry of the gazetteer: WGS84 decimal degrees, ISO 3166-1 alpha-2, GeoNames admin1 code.

    `name` is the display name; `names` holds every spelling, the display name among them.
    `admin1` is empty and `population` is None when no source gives them. `admin1_name` is for
    display, `other_ids` are those of other sources for the same place.
    """

    id: str
    name: str
    longitude: float
    latitude: float
    kind: str
    country: str
    admin1: str
    population: int | None
    names: tuple[Name, ...]
    admin1_name: str = ""
    other_ids: tuple[str, ...] = ()
    _packed: str = field(default="", repr=False, compare=False)

    @classmethod
    def of_row(cls, row: Sequence[Any]) -> Self:
        """Make a place of a row with its fields in their order: names packed, other ids one text.

        Most answers are never asked for their names, and to unpack them takes longer than to
        find the place; so they are unpacked when they are first looked at.
        """
        place = object.__new__(cls)
        fields = zip(_STORED_FIELDS, row, strict=True)
        vars(place).update(fields, other_ids=tuple(row[-1].split()))
        return place

    def name_in(self, language: str | None) -> str:
        """Return the usual name in a language (ISO 639-1), else the display name."""
        for name in self.names if language else ():
            if name.language == language and name.kind == NameKind.PREFERRED:
                return name.text
        return self.name

    if not TYPE_CHECKING:  # To a type checker it would say that a place has any attribute.

        def __getattr__(self, name: str) -> Any:
            """Unpack the names; Python comes here only for an attribute that is not set."""
            if name != "names":
                raise AttributeError(f"A place has no {name!r}.")
            names = unpacked_names(self._packed)
            object.__setattr__(self, "names", names)
            return names


_STORED_FIELDS = (
    "id", "name", "longitude", "latitude", "kind", "country", "admin1", "population", "_packed",
    "admin1_name", "other_ids",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What else is known of the place that is meant. Each is a bias and shuts nothing out.

    `admin1` is the GeoNames code of a first-level area or one of its names, `near` a longitude
    and latitude, `bbox` a view (west, south, east, north), `language` (ISO 639-1) that of the
    reader, and `on` a day: names that were in use then are preferred.
    """

    country: str | None = None
    admin1: str | None = None
    near: tuple[float, float] | None = None
    bbox: tuple[float, float, float, float] | None = None
    language: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a looked-up name could mean, with the reasons for its rank.

    `score` lies between 0 and 1 and orders candidates of one look-up; it is no probability.
    `matched` is the spelling in the index that led here, `why` the terms of the score in words.
    `confidence` is the probability that this place is meant, `homonyms` how many other places
    share the spelling as well as this one.
    """

    place: Place
    score: float
    tier: str
    matched: str
    why: tuple[str, ...]
    confidence: float = 0.0
    homonyms: int = 0

    def judged(self) -> dict[str, Any]:
        """Return how it was judged, as every interface tells it beside the place."""
        return {
            "score": self.score,
            "confidence": self.confidence,
            "homonyms": self.homonyms,
            "tier": self.tier,
            "matched": self.matched,
            "why": list(self.why),
        }


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Where places come from: `version` changes whenever the content does.

    `licence` is empty where nobody says, and so is `dated`, the ISO day of the file.
    """

    name: str
    version: str
    attribution: str
    licence: str = field(default="", compare=False)
    dated: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class SourceContents:
    """What a source brought to an index: places, and their names, each spelling counted once.

    `joined` of its places are one with another record, of this source or another.
    """

    source: SourceInfo
    places: int
    names: int
    joined: int


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index holds. `built_at` is an aware UTC instant."""

    path: Path
    layout: int
    built_at: datetime
    places: int
    names: int
    sources: tuple[SourceInfo, ...]
    contents: tuple[SourceContents, ...] = ()
