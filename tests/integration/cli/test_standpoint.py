"""The options that say from where a command answers."""

import json
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.commands import Run
from tests.factories import claims

Load = Callable[..., Loaded]


def status_of_baghuz(text: str) -> list[str]:
    """The status and the holders that the table gives."""
    (line,) = (line for line in text.splitlines() if line.strip().startswith("Baghuz"))
    return re.split(r"  +", line.strip())[2:4]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ((), ["disputed", "north, south"]),
        (("--source", "monitor"), ["held", "north"]),
        (("--source", "monitor", "--source", "commander"), ["disputed", "north, south"]),
        (("--source", "monitor, commander"), ["disputed", "north, south"]),
        (("--reliability", "A"), ["held", "north"]),
    ],
)
def test_only_the_sources_that_are_asked_for_are_heard(
    geomap: Run, options: tuple[str, ...], wanted: list[str]
) -> None:
    assert status_of_baghuz(geomap("control", "2015-02-16", *options).out) == wanted


def test_an_old_revision_can_be_asked_for(geomap: Run, load: Load) -> None:
    load(claims=[row for row in claims() if row["id"] != "baghuz-holds-out"])
    now, then = (
        status_of_baghuz(geomap("control", "2015-02-16", *options).out)
        for options in ((), ("--revision", "1"))
    )
    assert (now[0], then[0]) == ("held", "disputed")


def test_its_json_is_what_the_api_says(geomap: Run, client: FlaskClient) -> None:
    query = "dispute_window=0&reliability=B&source=monitor,agency&revision=1"
    asked = client.get(f"/control.geojson?date=2015-02-16&{query}").get_json()
    options = ("--dispute-window", "0", "--reliability", "B", "--source", "monitor,agency")
    printed = geomap("control", "2015-02-16", *options, "--revision", "1", "--json").out
    assert json.loads(printed) == asked


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--source", "tass"), 1, "'tass' is no source of this atlas"),
        (("--source", " ,"), 2, "names none"),
        (("--revision", "2"), 1, "revisions go from 1 to 1"),
        (("--revision", "0"), 2, "0 is not in the range"),
        (("--dispute-window", "3651"), 2, "3651 is not in the range"),
        (("--reliability", "G"), 2, "'G' is not one of"),
        (("--known", "2015-02-30"), 2, "does not match the format"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    geomap: Run, options: tuple[str, ...], code: int, words: str
) -> None:
    outcome = geomap("control", "2015-02-16", *options)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err
