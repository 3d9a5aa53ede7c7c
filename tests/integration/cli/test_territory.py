"""`geomap territory`: the measures of the service, on the terminal."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.commands import Run
from tests.factories import NOWHERE, figure

Load = Callable[..., Loaded]
DISPUTE = "2015-02-16"


def lines(text: str) -> list[list[str]]:
    """The cells of each line below the header."""
    return [re.split(r"  +", line.strip()) for line in text.splitlines()[1:]]


def test_a_day_is_a_table_of_actors_and_of_what_nobody_holds(geomap: Run) -> None:
    table = {row[0]: row[1:] for row in lines(geomap("territory", DISPUTE).out)}
    assert list(table) == ["north", "south", "contested", "disputed", "unknown", "all"]
    assert table["north"][:2] == ["2 (2-3)", "111,521 (111,521-111,521)"]
    assert table["disputed"][:2] == ["1", "0 + 1 unknown"]


def test_a_series_tells_each_change_and_its_reason(geomap: Run) -> None:
    table = lines(geomap("territory", "2015-03-20/2015-05-02").out)
    assert [(row[0], row[1]) for row in table] == [
        ("2015-03-20", "north"),
        ("2015-03-20", "south"),
        ("2015-03-23", "north"),
        ("2015-03-23", "south"),
        ("2015-05-01", "north"),
        ("2015-05-01", "south"),
    ]
    assert table[2][-1].startswith("ground: 1 place, ")
    assert table[4][-1].startswith("precision: 1 place, ")


def test_a_series_of_one_actor_by_month(geomap: Run) -> None:
    run = geomap("territory", "2015-01-01/2015-04-01", "--actor", "south", "--step", "month")
    assert [row[:3] for row in lines(run.out)] == [
        ["2015-01-01", "south", "2 (2-3)"],
        ["2015-02-01", "south", "2 (2-2)"],
        ["2015-03-01", "south", "1 (1-2)"],
    ]


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        ([DISPUTE], f"/api/territory?date={DISPUTE}"),
        ([DISPUTE, "--actor", "north"], f"/api/territory?date={DISPUTE}&actor=north"),
        (
            ["2015-01-01/2016-01-01", "--step", "month", "--source", "agency"],
            "/api/territory/series?start=2015-01-01&end=2016-01-01&step=month&source=agency",
        ),
    ],
)
def test_its_json_and_csv_are_what_the_api_says(
    geomap: Run, client: FlaskClient, arguments: list[str], address: str
) -> None:
    printed = geomap("territory", *arguments, "--json").document
    assert printed == client.get(address).get_json()
    table = geomap("territory", *arguments, "--csv").out
    assert table.splitlines() == client.get(f"{address}&f=csv").text.splitlines()


def test_published_figures_stand_below(geomap: Run, load: Load) -> None:
    area = {"measure": "territory", "unit": "km2", "value": "6000", "low": "", "high": ""}
    load(figures=[figure(id="area", when="2015-02", known="2015-06-01", **{**area, **NOWHERE})])
    for days in (DISPUTE, "2015-01-01/2016-01-01"):
        *_table, last = geomap("territory", days).out.splitlines()
        assert last.startswith("south 2015-02: agency published 6,000 km2, ours is ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["soon"], 2, "'soon' is no day"),
        (["2015-02-30"], 2, "'2015-02-30' is no day"),
        (["2015-01-01/"], 2, "'' is no day"),
        ([DISPUTE, "--step", "day"], 2, "--step needs days FROM/TO"),
        (["2019-01-01"], 1, "lies outside the atlas"),
        (["2015-01-01/2014-01-01"], 1, "does not come after"),
        ([DISPUTE, "--actor", "nobody"], 1, "'nobody' is no actor"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    geomap: Run, arguments: list[str], code: int, said: str
) -> None:
    outcome = geomap("territory", *arguments)
    assert (outcome.code, said in outcome.err) == (code, True)
