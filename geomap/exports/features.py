"""What the writers of files share: features, and the columns in which files keep their properties.

A geometry is in degrees of WGS 84, longitude before latitude (CRS84), whatever the format.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Protocol

from shapely.geometry.base import BaseGeometry

BATCH = 1_000
"""Features that are written at once: few enough to hold, enough for work in arrays."""
ID = "id"


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    """A day as it is written in JSON: 2017-10-17."""
    TEXTS = "texts"
    """A list of texts."""
    JSON = "json"
    """Anything else that JSON can say."""


class Shape(StrEnum):
    """What the geometries of a layer are; a single one may stand among the many."""

    POINT = "Point"
    LINES = "MultiLineString"
    POLYGONS = "MultiPolygon"
    NONE = "None"


@dataclass(frozen=True, slots=True)
class Column:
    """One property of every feature of a layer."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Layer:
    """What a file of features says of all of them."""

    name: str
    title: str
    shape: Shape
    columns: tuple[Column, ...]


class Feature(Protocol):
    """One record with its place on the globe."""

    @property
    def id(self) -> str:
        """By which it is called for as long as it exists."""

    @property
    def geometry(self) -> BaseGeometry | None:
        """Where it is; None where that is not known."""

    @property
    def properties(self) -> Mapping[str, Any]:
        """Values as JSON has them, by the names of columns; one that lacks is null."""


def batches(features: Iterable[Feature]) -> Iterator[Sequence[Feature]]:
    """The features in portions of `BATCH`."""
    rest = iter(features)
    return iter(lambda: list(islice(rest, BATCH)), [])
