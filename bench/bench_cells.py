"""Cells of 35,000 places on the land of Iraq and Syria: a whole build, and one place that comes."""

import random
import statistics
import time
from collections.abc import Iterator

import shapely

from bench.figures import Figure
from geomap.domain.statements import Place
from geomap.domain.territory.cells import cells_among, cells_of, geodesic_area_km2, touched_by
from geomap.domain.territory.reach import Reach
from geomap.imports.land import land_of
from geomap.services.derived import LAND

PLACES = 35_000
COUNTRIES = ("SY", "IQ")
REACH = Reach(25.0, 15.0)
SMALL_SHARE = 0.2
ONE_MORE = 50
NEAR_DEGREES = 1.6  # Seven reaches.


def strewn_places() -> list[Place]:
    """Towns and facilities strewn over the two countries and their edges; the same in each run."""
    chance = random.Random(6)  # noqa: S311 -- A fixed seed, no secret.
    west, south, east, north = land_of(LAND, COUNTRIES).bounds
    return [
        Place(
            f"place-{number:05}",
            "",
            {},
            chance.uniform(west, east),
            chance.uniform(south, north),
            "dam" if chance.random() < SMALL_SHARE else "town",
            "SY",
            "",
            None,
        )
        for number in range(PLACES)
    ]


def _is_near(one: Place, other: Place) -> bool:
    """Whether a change of one can concern the other at all; a database answers this by an index."""
    near_north = abs(one.latitude - other.latitude) < NEAR_DEGREES
    return near_north and abs(one.longitude - other.longitude) < NEAR_DEGREES * 1.3


def measure() -> Iterator[Figure]:
    """Share the land out once; add places one by one; check the sum against the land."""
    land, places = land_of(LAND, COUNTRIES), strewn_places()
    started, processor = time.perf_counter(), time.process_time()
    cells, edges = cells_of(places, land, REACH)
    yield Figure("cells of 35,000 places", time.perf_counter() - started, "s", at_most=30)
    yield Figure("  of the processor", time.process_time() - processor, "s")
    yield Figure("cells and borders", len(cells) + len(edges), "shapes")
    total = sum(cell.area_km2 for cell in cells)
    whole = geodesic_area_km2(shapely.segmentize(land, 0.01))
    yield Figure("sum of the cells beside the land", 100 * (total / whole - 1), "%")
    again = []
    for place in places[:ONE_MORE]:
        near = [one for one in places if _is_near(one, place)]
        processor = time.process_time()
        cells_among(touched_by([place], near, land, REACH), near, land, REACH)
        again.append((time.process_time() - processor) * 1000)
    yield Figure("one place comes, of the processor, median", statistics.median(again), "ms")
    yield Figure("one place comes, p95", statistics.quantiles(again, n=20)[-1], "ms")
