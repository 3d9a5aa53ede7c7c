"""The territory that the shipped atlas gives IS, beside what IHS Markit published."""

from pathlib import Path

import pytest

from geomap.domain.histories import Histories
from geomap.domain.measures.bands import measured_places
from geomap.domain.measures.published import Comparison, comparisons_of
from geomap.domain.territory.cells import cells_of
from geomap.domain.windows import Window
from geomap.imports.land import land_of
from geomap.services.derived import LAND
from tests.shipped_atlas import RULE, Shipped

PUBLISHED_KM2 = {
    "2015-01": 90_800,
    "2016-01": 78_000,
    "2016-07-04": 68_300,
    "2017-01": 60_400,
    "2017-06-26": 36_200,
}


@pytest.fixture(scope="module")
def compared(gazetteer_index: Path) -> dict[str, Comparison]:
    """Each published figure on all the land of IS, beside ours, by its date."""
    atlas = Shipped.read(gazetteer_index).atlas
    histories = Histories(atlas.places, atlas.claims, RULE)
    owners = histories.with_cells()
    cells, _edges = cells_of(owners, land_of(LAND, atlas.frame.countries), atlas.frame.reach)
    measured = measured_places(owners, cells, histories.all())
    whole = Window(atlas.frame.start, atlas.frame.end)
    return {
        one.figure.when.edtf: one
        for one in comparisons_of(measured, atlas.figures, whole)
        if one.figure.source_id == "ihs-markit"
    }


@pytest.mark.parametrize("day", PUBLISHED_KM2)
def test_the_atlas_holds_the_published_figure(compared: dict[str, Comparison], day: str) -> None:
    assert compared[day].published_km2 == PUBLISHED_KM2[day]


def test_our_land_is_within_five_per_cent_on_the_mean(compared: dict[str, Comparison]) -> None:
    differences = [compared[day].difference for day in PUBLISHED_KM2]
    assert sum(abs(one or 0.0) for one in differences) / len(differences) <= 0.05


def test_our_land_is_nowhere_further_off_than_a_tenth(compared: dict[str, Comparison]) -> None:
    assert len(compared) >= 8
    assert max(abs(one.difference or 0.0) for one in compared.values()) <= 0.1
