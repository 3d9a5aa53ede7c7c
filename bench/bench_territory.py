"""Territory: fronts of a made-up war over 35,000 cells from storage, and the shipped atlas whole.

Processor time of this process is measured, since nothing here waits for a disk or another program.
"""

import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from math import atan2, pi
from pathlib import Path
from typing import TypeVar

from bench.bench_control import ACTORS, DAYS, FIRST_DAY, LAND, made_up_places
from bench.bench_published_record import read_shipped
from bench.figures import Figure
from geomap.domain.bbox import Bbox
from geomap.domain.control import Status, Verdict
from geomap.domain.histories import Histories
from geomap.domain.measures.bands import measured_places
from geomap.domain.measures.series import series_of
from geomap.domain.rule import Rule, derivation_document
from geomap.domain.statements import Place
from geomap.domain.territory.cells import cells_of
from geomap.domain.territory.dissolving import territories_of
from geomap.domain.territory.fronts import Borders, CellPeriods, Look
from geomap.domain.territory.reach import Reach
from geomap.domain.timeline import ControlPeriod, period_on
from geomap.domain.windows import Window
from geomap.imports.land import land_of
from geomap.services.derived import LAND as COUNTRIES
from geomap.storage.database import Database
from geomap.storage.derived import store_periods, store_territory
from geomap.storage.migrate import upgrade
from geomap.storage.shapes import load_borders, load_cell_periods

REACH = Reach(30.0)
TURN_DAYS = 60
ASKED = [FIRST_DAY + timedelta(days=number) for number in range(100, DAYS, 100)]
BOX = Bbox(41.0, 33.0, 42.0, 34.0)
SHIPPED_DAY = date(2015, 1, 1)
Answer = TypeVar("Answer")
Side = Callable[[Place, int, random.Random], str]


def _milliseconds(work: Callable[[], Answer]) -> tuple[Answer, float]:
    gc.collect()
    started = time.process_time()
    answer = work()
    return answer, 1000 * (time.process_time() - started)


def _side(place: Place, day: int, _chance: random.Random) -> str:
    """Four sides round a middle, turning with time, so that each front is one long line."""
    middle = (LAND.bounds[0] + LAND.bounds[2]) / 2, (LAND.bounds[1] + LAND.bounds[3]) / 2
    angle = atan2(place.latitude - middle[1], place.longitude - middle[0]) / (2 * pi)
    return ACTORS[int((angle + day / DAYS) % 1 * len(ACTORS))]


def _any_side(_place: Place, _day: int, chance: random.Random) -> str:
    """Each village by chance, so that most borders are fronts: the worst that can be."""
    return chance.choice(ACTORS)


def _war(places: Sequence[Place], side_of: Side) -> Iterator[ControlPeriod]:
    """The control periods of a war in which some places change sides every two months."""
    chance = random.Random(6)  # noqa: S311 -- A fixed seed, no secret.
    for place in places:
        runs: list[tuple[int, str]] = []
        for day in range(0, DAYS, TURN_DAYS):
            side = side_of(place, day, chance)
            if not runs or runs[-1][1] != side:
                runs.append((day, side))
        for (start, side), end in zip(runs, [*(day for day, _ in runs[1:]), None], strict=True):
            yield ControlPeriod(
                place.id,
                FIRST_DAY + timedelta(days=start),
                None if end is None else FIRST_DAY + timedelta(days=end),
                Verdict(Status.HELD, (side,)),
                (),
                (),
            )


def _fronts(borders: Borders, periods: CellPeriods, war: str) -> Iterator[Figure]:
    spent, lines = [], 0
    for day in ASKED:
        found, milliseconds = _milliseconds(partial(borders.fronts, periods, day))
        spent.append(milliseconds)
        lines = max(lines, len(found))
    yield Figure(f"fronts of a day, {war}, median", statistics.median(spent), "ms", at_most=200)
    yield Figure("  the most lines on a day", lines, "lines")
    _found, milliseconds = _milliseconds(lambda: borders.fronts(periods, ASKED[0], BOX))
    yield Figure("  within one degree", milliseconds, "ms")


def _from_storage(folder: Path, places: Sequence[Place]) -> Iterator[Figure]:
    database = Database(f"sqlite:///{folder / 'geomap.sqlite'}")
    upgrade(database)
    document = derivation_document(Rule(), REACH)
    with database.writing() as session:
        store_territory(session, cells_of(places, LAND, REACH), 1, document)
        store_periods(session, _war(places, _side), 1, document)
    with database.reading() as session:
        borders, milliseconds = _milliseconds(lambda: load_borders(session))
        yield Figure("borders of 35,000 cells, read once", milliseconds, "ms")
        periods, milliseconds = _milliseconds(lambda: load_cell_periods(session))
        yield Figure("their periods, read once", milliseconds, "ms")
    database.close()
    yield from _fronts(borders, periods, "four sides")
    by_chance = ((one.place_id, one.verdict, one.start, one.end) for one in _war(places, _any_side))
    yield from _fronts(borders, CellPeriods(by_chance), "each village by chance")


def _shipped() -> Iterator[Figure]:
    atlas = read_shipped()
    histories = Histories(atlas.places, atlas.claims, Rule())
    periods = list(histories.all())
    land = land_of(COUNTRIES, atlas.frame.countries)
    cells, _edges = cells_of(histories.with_cells(), land, atlas.frame.reach)
    looks = {}
    for place in atlas.places:
        period = period_on((one for one in periods if one.place_id == place.id), SHIPPED_DAY)
        if period is not None:
            looks[place.id] = Look.of(period.verdict)
    _territories, milliseconds = _milliseconds(lambda: territories_of(cells, looks))
    yield Figure("territories of a day, shipped atlas", milliseconds, "ms", at_most=100)
    window = Window(atlas.frame.start, atlas.frame.end)

    def sweep() -> int:
        return len(list(series_of(measured_places(atlas.places, cells, periods), window)))

    changes, milliseconds = _milliseconds(sweep)
    yield Figure("series of every change, shipped atlas", milliseconds, "ms", at_most=100)
    yield Figure("  days of change", changes, "days")


def measure() -> Iterator[Figure]:
    """Measure the shipped atlas, then a made-up war."""
    yield from _shipped()
    with tempfile.TemporaryDirectory() as folder:
        yield from _from_storage(Path(folder), made_up_places())
