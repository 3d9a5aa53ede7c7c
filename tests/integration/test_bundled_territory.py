"""Measures of the atlas that ships, checked by hand against its claims."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from geomap.domain.histories import Histories
from geomap.domain.measures.bands import MeasuredPlace, measured_places
from geomap.domain.measures.grants import Grant
from geomap.domain.measures.published import comparisons_of
from geomap.domain.measures.reasons import Reason
from geomap.domain.measures.series import measures_on, series_of
from geomap.domain.territory.cells import cells_of
from geomap.domain.windows import Window
from geomap.imports.land import land_of
from geomap.services.derived import LAND
from tests.claims import day
from tests.shipped_atlas import RULE, Shipped

EVERY = Grant.EVERY_SOURCE


@pytest.fixture(scope="module")
def shipped(gazetteer_index: Path) -> Shipped:
    return Shipped.read(gazetteer_index)


@pytest.fixture(scope="module")
def measured(shipped: Shipped) -> list[MeasuredPlace]:
    """Every place with its real cell."""
    atlas = shipped.atlas
    histories = Histories(atlas.places, atlas.claims, RULE)
    land = land_of(LAND, atlas.frame.countries)
    cells, _edges = cells_of(histories.with_cells(), land, atlas.frame.reach)
    return measured_places(atlas.places, cells, histories.all())


@pytest.mark.parametrize(
    ("name", "text", "grants"),
    [
        pytest.param("Mosul", "2014-06-09", {"iraqi-government": EVERY}, id="the eve of its fall"),
        pytest.param("Mosul", "2014-06-10", {"is": EVERY}, id="IS takes it"),
        pytest.param("Mosul", "2016-10-31", {"is": EVERY}, id="the eve of the battle"),
        pytest.param(
            "Mosul",
            "2016-11-01",
            {"iraqi-government": Grant.CONTESTED, "is": Grant.CONTESTED},
            id="fighting inside",
        ),
        pytest.param("Mosul", "2017-07-10", {"iraqi-government": EVERY}, id="two sources agree"),
        pytest.param("Raqqa", "2014-01-14", {"is": EVERY}, id="AFP has SOHR's word"),
        pytest.param(
            "Raqqa",
            "2017-06-06",
            {"sdf": Grant.CONTESTED, "is": Grant.CONTESTED},
            id="the SDF enters",
        ),
        pytest.param("Raqqa", "2017-10-17", {"sdf": EVERY}, id="the SDF holds all of it"),
        pytest.param(
            "Al-Baghuz Fawqani",
            "2019-02-16",
            {"sdf": Grant.DISPUTED, "is": Grant.DISPUTED},
            id="SOHR against a commander",
        ),
        pytest.param("Al-Baghuz Fawqani", "2019-03-23", {"sdf": EVERY}, id="the last village"),
        pytest.param(
            "Tabqa",
            "2014-01-30",
            {"syrian-opposition": Grant.VERDICT, "is": Grant.PENDING},
            id="some day of January",
        ),
    ],
)
def test_who_is_granted_what(
    shipped: Shipped,
    measured: Sequence[MeasuredPlace],
    name: str,
    text: str,
    grants: dict[str, Grant],
) -> None:
    key = shipped.place_id(name)
    (stretch,) = (
        stretch
        for place in measured
        if place.place_id == key
        for stretch in place.stretches
        if stretch.contains(day(text))
    )
    assert stretch.grants == grants


def test_mosul_with_its_people_passes_to_is_in_one_day(
    shipped: Shipped, measured: Sequence[MeasuredPlace]
) -> None:
    key = shipped.place_id("Mosul")
    (mosul,) = (place for place in measured if place.place_id == key)
    assert mosul.extent.population > 1_000_000
    before, after = (
        measures_on([mosul], day(text)).holdings for text in ("2014-06-09", "2014-06-10")
    )
    assert before["iraqi-government"].best == after["is"].best == mosul.extent
    eve, fall = series_of([mosul], Window(day("2014-06-09"), day("2014-06-11")))
    assert (eve.changes, fall.changes["is"]) == ({}, {Reason.GROUND: mosul.extent})


def test_the_covered_land_is_the_same_on_every_day(measured: Sequence[MeasuredPlace]) -> None:
    whole = Window(day("2011-01-01"), day("2020-01-01"))
    assert len({one.measures.covered for one in series_of(measured, whole)}) == 1


def test_every_change_of_the_ground_has_a_claim_of_that_day(
    shipped: Shipped, measured: Sequence[MeasuredPlace]
) -> None:
    exact = {
        (claim.place_id, claim.when.settled) for claim in shipped.atlas.claims if claim.when.exact
    }
    told = {
        (place.place_id, stretch.start)
        for place in measured
        for stretch in place.stretches
        if stretch.reason is Reason.GROUND
    }
    assert told <= exact


def test_is_holds_most_in_the_summer_of_2015(measured: Sequence[MeasuredPlace]) -> None:
    by_day = {
        one.day: one.measures.holdings["is"].best.square_metres
        for one in series_of(measured, Window(day("2013-06-01"), day("2019-06-01")))
        if "is" in one.measures.holdings
    }
    most = max(by_day, key=by_day.__getitem__)
    assert day("2015-05-01") <= most < day("2016-01-01")


def test_is_holds_nothing_once_baghuz_has_fallen(measured: Sequence[MeasuredPlace]) -> None:
    eve, after = (
        measures_on(measured, day(text)).holdings.get("is") for text in ("2019-03-22", "2019-03-23")
    )
    assert (eve is not None and eve.best.places, after) == (0, None)


def test_every_published_figure_on_is_lies_beside_ours(
    shipped: Shipped, measured: Sequence[MeasuredPlace]
) -> None:
    frame = shipped.atlas.frame
    found = comparisons_of(measured, shipped.atlas.figures, Window(frame.start, frame.end))
    assert len([one for one in found if one.figure.source_id == "ihs-markit"]) >= 5
    assert all(one.low_km2 <= one.best_km2 <= one.high_km2 for one in found)
