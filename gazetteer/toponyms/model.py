"""What is read in a text: place names with the places they mean."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from gazetteer.places import Place


class Sense(StrEnum):
    """What a place name stands for in its sentence."""

    PLACE = "place"
    GOVERNMENT = "government"
    """A capital or country that acts: "Damascus says", "Washington fears"."""


class Toponym(NamedTuple):
    """A place name, `[start, end)` in characters of the text that was given.

    `place` is None for what is a place by its words ("the village of Ghranij") and is not known.
    `confidence` is how likely it is that this is a place name and means this place, 0 to 1.
    """

    text: str
    start: int
    end: int
    place: Place | None
    confidence: float
    sense: Sense = Sense.PLACE


@dataclass(frozen=True, slots=True)
class TextReading:
    """All place names of a text in their order.

    `language` is ISO 639-1, empty when it was neither given nor detected. `method` is `rules`, or
    the name of the spaCy pipeline that found the names.
    """

    language: str
    method: str
    toponyms: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Where a text is expected to be about: a bias that shuts nothing out.

    `countries` are ISO 3166-1 alpha-2 codes, `bbox` is west, south, east, north in degrees.
    """

    countries: frozenset[str] = frozenset()
    bbox: tuple[float, float, float, float] | None = None
