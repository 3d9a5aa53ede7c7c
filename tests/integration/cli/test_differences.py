"""`geomap diff`: the answers of the service, on the terminal."""

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.commands import Run


def rows(text: str) -> dict[str, list[str]]:
    """The table by party."""
    lines = text.split("\n\n", maxsplit=1)[0].splitlines()[2:]
    return {cells[0]: cells[1:] for cells in (re.split(r"  +", line.strip()) for line in lines)}


def passings(text: str) -> list[str]:
    """Below the table: from whom to whom which places passed."""
    return [line for line in text.splitlines() if line.startswith("from ")]


def test_it_says_who_gained_what_from_whom(geomap: Run) -> None:
    printed = geomap("diff", "2014-06-09", "2014-06-10").out
    assert printed.splitlines()[0] == "1 of 5 places differ"
    table = rows(printed)
    assert table["south"][:3] == ["1", "0", "+1"]
    assert table["north"][:3] == ["0", "1", "-1"]
    gained, lost, net = table["south"][3:]
    assert (gained, lost, net) == (table["north"][4], table["north"][3], f"+{gained}")
    assert passings(printed) == ["from north to south: Raqqa"]


def test_it_names_nobody_by_the_status(geomap: Run) -> None:
    printed = geomap("diff", "2014-10-05", "2014-10-06").out
    assert rows(printed)["nobody (contested)"][:3] == ["1", "0", "+1"]
    assert passings(printed) == ["from north to nobody (contested): Kobani"]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--known", "2015-02-16", "--to-known", "2015-02-17"], id="known"),
        pytest.param(["--known", "2015-02-16", "--to-known", "default"], id="known now"),
        pytest.param(["--source", "monitor", "--to-source", "default"], id="source"),
        pytest.param(["--reliability", "A", "--to-reliability", "F"], id="reliability"),
    ],
)
def test_one_day_is_compared_from_two_standpoints(geomap: Run, options: list[str]) -> None:
    printed = geomap("diff", "2015-02-16", *options).out
    assert "from north to nobody (disputed): Baghuz" in passings(printed)


def test_the_second_end_follows_the_first_where_nothing_else_is_said(geomap: Run) -> None:
    options = ["--source", "monitor", "--dispute-window", "0", "--known", "2016-01-01"]
    outcome = geomap("diff", "2015-02-17", *options, "--json")
    assert (outcome.code, "nothing to compare" in outcome.err) == (1, True)
    other = geomap("diff", "2015-02-17", *options, "--to-dispute-window", "30", "--json")
    ends = json.loads(other.out)
    del ends["from"]["rule"]["dispute_window_days"]
    assert ends["to"]["rule"].pop("dispute_window_days") == 30
    assert ends["from"] == ends["to"]


def test_its_json_is_what_the_api_says(geomap: Run, client: FlaskClient) -> None:
    asked = client.get("/api/diff?from=2014-06-09&to=2015-05-31&source=agency,monitor").get_json()
    printed = geomap("diff", "2014-06-09", "2015-05-31", "--source", "agency,monitor", "--json").out
    assert json.loads(printed) == asked


def test_a_zero_window_is_no_missing_one(geomap: Run) -> None:
    printed = geomap("diff", "2015-02-17", "--to-dispute-window", "0", "--json").out
    assert json.loads(printed)["to"]["rule"]["dispute_window_days"] == 0


def test_a_day_outside_the_atlas_is_refused(geomap: Run) -> None:
    outcome = geomap("diff", "2014-06-09", "2019-01-01")
    assert (outcome.code, "to: 2019-01-01 lies outside" in outcome.err) == (1, True)


def test_a_word_that_is_no_day_is_wrong_usage(geomap: Run) -> None:
    assert geomap("diff", "2014-06-09", "--to-known", "soon").code == 2
