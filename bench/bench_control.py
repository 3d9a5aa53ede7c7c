"""Rule 1 and the cells over a made-up war: 35,000 places, 350,000 claims by 3 sources."""

import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from shapely import box

from bench.figures import Figure
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Effect, Place
from geomap.domain.territory.cells import cells_of
from geomap.domain.territory.reach import Reach
from geomap.domain.timeline import periods_of
from geomap.domain.when import When

PLACES = 35_000
CLAIMS_A_PLACE = 10
FIRST_DAY = date(2014, 1, 1)
DAYS = 4 * 365
SOURCES = ("agency", "monitor", "ministry")
ACTORS = ("north", "south", "east", "west")
EFFECTS = (Effect.TAKES, Effect.TAKES, Effect.HOLDS, Effect.HOLDS, Effect.HOLDS, Effect.CONTESTS)
LAND = box(35.0, 29.0, 49.0, 38.0)
ONE_AGAIN = 500


def _when(chance: random.Random) -> When:
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    precision = chance.random()
    if precision < 0.8:  # noqa: PLR2004 -- Four claims of five know their day.
        return When.parse(day.isoformat())
    if precision < 0.95:  # noqa: PLR2004 -- Most others know the month.
        return When.parse(day.isoformat()[:7])
    return When.parse(f"{day}/..")


def _claim(chance: random.Random, place: str, number: int) -> Claim:
    effect, when = chance.choice(EFFECTS), _when(chance)
    return Claim(
        id=f"{place}-{number}",
        place_id=place,
        effect=effect,
        holder=None if effect is Effect.CONTESTS else chance.choice(ACTORS),
        when=when,
        source_id=chance.choice(SOURCES),
        report_id=None,
        known=when.earliest + timedelta(days=chance.randrange(5)),
        grade=Grade(chance.choice(list(Reliability)), chance.choice(list(Credibility))),
        summary="",
    )


def made_up_claims() -> dict[str, list[Claim]]:
    """The claims of every place; the same in each run."""
    chance = random.Random(4)  # noqa: S311 -- A fixed seed, no secret.
    return {
        f"place-{number}": [_claim(chance, f"place-{number}", one) for one in range(CLAIMS_A_PLACE)]
        for number in range(PLACES)
    }


def made_up_places() -> list[Place]:
    """Places strewn over the land; the same in each run."""
    chance = random.Random(5)  # noqa: S311 -- A fixed seed, no secret.
    west, south, east, north = LAND.bounds
    return [
        Place(
            f"place-{number}",
            "",
            {},
            chance.uniform(west, east),
            chance.uniform(south, north),
            "village",
            "SY",
            "",
            None,
        )
        for number in range(PLACES)
    ]


def measure() -> Iterator[Figure]:
    """Judge every place, then some of them again, one by one; then share out the land."""
    claims, rule = made_up_claims(), Rule()
    started = time.perf_counter()
    periods = sum(len(periods_of(place, of_place, rule)) for place, of_place in claims.items())
    seconds = time.perf_counter() - started
    if periods < PLACES:
        raise AssertionError(f"Only {periods} periods came of {PLACES} places.")
    yield Figure("control periods of 35,000 places", seconds, "s", at_most=5)
    yield Figure("periods in all", periods, "periods")
    again = []
    for number in range(ONE_AGAIN):
        started = time.perf_counter()
        periods_of("place", claims[f"place-{number}"], rule)
        again.append((time.perf_counter() - started) * 1000)
    yield Figure("one place again, p95", statistics.quantiles(again, n=20)[-1], "ms", at_most=5)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1024**2 if sys.platform == "darwin" else 1024
    yield Figure("peak memory, claims included", peak / unit, "MB", at_most=600)
    places = made_up_places()
    started = time.perf_counter()
    cells, edges = cells_of(places, LAND, Reach(30.0))
    yield Figure("cells of 35,000 places", time.perf_counter() - started, "s", at_most=30)
    yield Figure("cells and borders", len(cells) + len(edges), "shapes")
