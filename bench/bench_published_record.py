"""The territory of IS in the shipped atlas beside the published record, IHS Markit's series.

Published figures are read from the atlas' own figures.csv. Ours are the mean over the days that a
figure speaks of, so a figure of January 2015 is compared with the mean of that month.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import geomap
from bench.figures import Figure
from gazetteer import Gazetteer
from gazetteer.build import build_index
from geomap.domain.histories import Histories
from geomap.domain.measures.bands import measured_places
from geomap.domain.measures.published import Comparison, comparisons_of
from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas
from geomap.domain.territory.cells import cells_of
from geomap.domain.territory.reach import Reach
from geomap.domain.windows import Window
from geomap.imports.atlas import read_atlas
from geomap.imports.land import land_of
from geomap.services.derived import LAND
from geomap.services.resolving import PlaceResolver

FOLDER = Path(geomap.__file__).parent / "data" / "isis-campaign"
SOURCE, ACTOR = "ihs-markit", "is"
THE_RECORD = (
    "is-territory-2015-01",
    "is-territory-2016-01",
    "is-territory-2016-07-04",
    "is-territory-2017-01",
    "is-territory-2017-06-26",
)
"""The five figures that we are asked to meet. The others of the same series had no part in choosing
the reach, and so say whether it fits more than what it was tried on."""
MEAN_AT_MOST_PERCENT = 5.0
STEP_KM = 5.0
ONE_REACH_KM = (20.0, 30.0, 40.0)


def read_shipped() -> Atlas:
    """The atlas that ships, its places looked up in a gazetteer made for this run."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "gazetteer.sqlite"
        build_index(index)
        with Gazetteer.open(index) as gazetteer:
            return read_atlas(FOLDER, PlaceResolver(gazetteer))


class Record:
    """The shipped atlas with its answers; its land is shared out anew for each reach."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._land = land_of(LAND, atlas.frame.countries)
        histories = Histories(atlas.places, atlas.claims, Rule())
        self._places = histories.with_cells()
        self._periods = list(histories.all())

    def beside(self, reach: Reach) -> list[Comparison]:
        """Our figures beside the published ones, by date."""
        cells, _edges = cells_of(self._places, self._land, reach)
        measured = measured_places(self._places, cells, self._periods)
        window = Window(self._atlas.frame.start, self._atlas.frame.end)
        return [
            one
            for one in comparisons_of(measured, self._atlas.figures, window)
            if (one.figure.source_id, one.figure.actor_id) == (SOURCE, ACTOR)
        ]


def percent_off(one: Comparison) -> float:
    """How much more land is IS's by our figure than by the published one."""
    return 100 * (one.best_km2 - one.published_km2) / one.published_km2


def mean_deviation(many: Sequence[Comparison]) -> float:
    """The mean of the differences, each without its sign, in per cent."""
    return sum(abs(percent_off(one)) for one in many) / len(many)


def asked(many: Sequence[Comparison]) -> list[Comparison]:
    """Those of the five figures that we are asked to meet."""
    return [one for one in many if one.figure.id in THE_RECORD]


def measure() -> Iterator[Figure]:
    """Compare by the atlas' own reach, then by others."""
    atlas = read_shipped()
    record, reach = Record(atlas), atlas.frame.reach
    yield from _each(record, reach)
    for step in (-STEP_KM, STEP_KM):
        for other in (
            Reach(reach.km + step, reach.small_km),
            Reach(reach.km, reach.small_km + step),
        ):
            yield _mean(record, other, f"{other.km:g} km, {other.small_km:g} km for small places")
    for km in ONE_REACH_KM:
        yield _mean(record, Reach(km), f"{km:g} km for every place")
        for one in asked(record.beside(Reach(km))):
            yield Figure(f"  {one.figure.when.edtf}: difference", percent_off(one), "%")


def _each(record: Record, reach: Reach) -> Iterator[Figure]:
    compared = record.beside(reach)
    if len(asked(compared)) != len(THE_RECORD):
        raise AssertionError("The atlas does not hold the five published figures.")
    for one in compared:
        said = f"{one.figure.when.edtf}: published {one.published_km2:,.0f} km2, ours"
        yield Figure(said, one.best_km2, "km2")
        yield Figure("  difference", percent_off(one), "%")
    deviation = mean_deviation(asked(compared))
    yield Figure(
        "mean deviation of the five asked for", deviation, "%", at_most=MEAN_AT_MOST_PERCENT
    )
    yield Figure("mean deviation of all that were published", mean_deviation(compared), "%")


def _mean(record: Record, reach: Reach, said: str) -> Figure:
    return Figure(f"mean of the five, {said}", mean_deviation(asked(record.beside(reach))), "%")
