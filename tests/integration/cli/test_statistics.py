"""`geomap statistics`: the answers of the service, on the terminal."""

import json
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.commands import Run
from tests.factories import HIT, event

Load = Callable[..., Loaded]
SUBJECTS = ("places", "actors", "governorates")


def rows(text: str) -> dict[str, list[str]]:
    """The table by its first two columns, without the line above it and its header."""
    cells = [re.split(r"  +", line.strip()) for line in text.splitlines()[2:]]
    return {row[0]: row[1:] for row in cells}


def test_it_says_which_days_are_counted(geomap: Run) -> None:
    first = geomap("statistics", "places").out.splitlines()[0]
    assert first == "1096 days from 2014-06-01 up to, but not including, 2017-06-01"


def test_it_says_who_held_a_place_how_long(geomap: Run) -> None:
    raqqa = rows(geomap("statistics", "places").out)["Raqqa"]
    assert raqqa == ["SY", "04", "south 630, north 466", "0", "0", "0", "0", "2", "2016-03-01"]


def test_it_says_what_an_actor_held(geomap: Run) -> None:
    south = rows(geomap("statistics", "actors").out)["south"]
    assert south[:5] == ["3", "1622", "Hit, 732 days", "2", "2"]


def test_it_counts_governorates_and_their_sieges(geomap: Run, load: Load) -> None:
    days = {"when": "2015-01-01/2015-01-10", "known": "2015-01-11"}
    load(events=[event(kind="siege", **days, **HIT)])
    lines = [line.split() for line in geomap("statistics", "governorates").out.splitlines()]
    (anbar,) = (line for line in lines if line[:2] == ["IQ", "01"])
    assert anbar[-2:] == ["1", "(10)"]


def test_it_counts_only_the_days_asked_for(geomap: Run) -> None:
    printed = geomap("statistics", "places", "--from", "2016-02-29", "--to", "2016-03-02").out
    assert rows(printed)["Raqqa"][2] == "north 1, south 1"


def test_it_knows_only_what_was_known_and_hears_only_whom_it_should(geomap: Run) -> None:
    early = rows(geomap("statistics", "places", "--known", "2014-06-10").out)
    assert early["Raqqa"][2] == "north 1096"
    monitor = rows(geomap("statistics", "places", "--source", "monitor").out)
    assert monitor["Baghuz"][2] == "north 836"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_its_json_is_what_the_api_says(geomap: Run, client: FlaskClient, subject: str) -> None:
    asked = client.get(f"/api/statistics/{subject}?known=2015-01-01&to=2017-01-01").get_json()
    printed = geomap(
        "statistics", subject, "--known", "2015-01-01", "--to", "2017-01-01", "--json"
    ).out
    assert json.loads(printed) == asked


@pytest.mark.parametrize("subject", SUBJECTS)
def test_its_table_is_what_the_api_says(geomap: Run, client: FlaskClient, subject: str) -> None:
    asked = client.get(f"/api/statistics/{subject}?f=csv").text
    assert geomap("statistics", subject, "--csv").out.split() == asked.split()


def test_days_outside_the_atlas_are_refused(geomap: Run) -> None:
    outcome = geomap("statistics", "actors", "--from", "2013-01-01")
    assert (outcome.code, "2013-01-01 leaves the atlas" in outcome.err) == (1, True)


def test_an_unknown_subject_is_wrong_usage(geomap: Run) -> None:
    assert geomap("statistics", "rivers").code == 2
