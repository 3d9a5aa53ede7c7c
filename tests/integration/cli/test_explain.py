"""`geomap explain`, `geomap learned` and `geomap control --compare`: what the API says, printed."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.commands import Run
from tests.factories import claim, claims
from tests.integration.conftest import Load

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
WEST, EAST = "test:salihiyah-west", "test:salihiyah-east"


def test_it_says_the_answer_and_then_each_claim(geomap: Run) -> None:
    lines = geomap("explain", "test:baghuz", "2015-02-16").out.splitlines()
    assert lines[0].startswith("On 16 February 2015, Baghuz was disputed")
    assert "The Monitor (A2), 2015-02-16, known 2015-02-16: North takes Baghuz." in lines
    assert "  Counts for North: 1.0 × 0.8 = 0.80." in lines


@pytest.mark.parametrize(
    "name", ["test:baghuz", "Baghuz", "baghuz", "BAGHUZ ", "Al-Baghuz", "Bāghūz"]
)
def test_a_place_is_known_by_any_spelling_of_its_name(geomap: Run, name: str) -> None:
    outcome = geomap("explain", name, "2015-02-16", "--json")
    assert outcome.code == DONE, outcome.err
    assert json.loads(outcome.out)["place"]["id"] == "test:baghuz"


def test_a_spelling_that_only_the_gazetteer_knows(geomap: Run) -> None:
    outcome = geomap("explain", "Baghuuz", "2015-02-16", "--json")
    assert json.loads(outcome.out)["place"]["id"] == "test:baghuz"


def test_places_of_one_name_are_listed_with_their_ids(geomap: Run, load: Load) -> None:
    load(
        claims=[
            claim(id=place_id, place="Salihiyah", place_id=place_id) for place_id in (WEST, EAST)
        ]
    )
    outcome = geomap("explain", "Salihiyah", "2015-02-16")
    assert (outcome.code, outcome.out) == (REFUSED, "")
    assert outcome.err == (
        f"geomap: 'Salihiyah' could be Salihiyah, SY ({EAST}) or Salihiyah, SY ({WEST});"
        " give the id.\n"
    )
    assert geomap("explain", WEST, "2015-02-16").code == DONE


@pytest.mark.parametrize(
    "name", ["Nowhere", "", " ", "\u202e", "%", "x" * 300, "geonames:1", "\udcff", "a\udcff"]
)
def test_a_place_that_the_atlas_does_not_have(geomap: Run, name: str) -> None:
    outcome = geomap("explain", name, "2015-02-16")
    assert (outcome.code, outcome.out) == (REFUSED, "")
    assert outcome.err.startswith("geomap: The atlas has no place called ")
    assert len(outcome.err.splitlines()) == 1


def test_without_a_gazetteer_the_names_of_the_atlas_are_enough(geomap: Run, tmp_path: Path) -> None:
    missing = str(tmp_path / "none.sqlite")
    assert geomap("explain", "Al Baghuz", "2015-02-16", GEOMAP_GAZETTEER=missing).code == DONE
    outcome = geomap("explain", "Baghuuz", "2015-02-16", GEOMAP_GAZETTEER=missing)
    assert outcome.code == REFUSED
    assert "other spellings cannot be looked up: " in outcome.err
    assert "geomap gazetteer build" in outcome.err


def test_its_json_is_what_the_api_says(geomap: Run, client: FlaskClient) -> None:
    query = "place=test:baghuz&date=2015-02-16&known=2015-02-16&source=monitor&dispute_window=3"
    options = ("--known", "2015-02-16", "--source", "monitor", "--dispute-window", "3")
    printed = geomap("explain", "Baghuz", "2015-02-16", *options, "--json").out
    assert json.loads(printed) == client.get(f"/api/explain?{query}").get_json()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("explain", "Baghuz", "2015-02-30"), WRONG_USAGE, "does not match the format"),
        (("explain", "Baghuz"), WRONG_USAGE, "Missing argument 'DAY'"),
        (("explain", "Baghuz", "2018-01-01"), REFUSED, "lies outside the atlas"),
        (("explain", "Baghuz", "2015-02-16", "--source", "tass"), REFUSED, "'tass' is no source"),
        (("explain", "Baghuz", "2015-02-16", "--revision", "5"), REFUSED, "revisions go from 1"),
        (("learned", "2015-02-16"), REFUSED, "known: is missing"),
        (("learned", "--known", "2015-02-16"), REFUSED, "date: is missing"),
        (
            ("learned", "2015-02-16", "--known", "2015-02-17", "--until", "2015-02-16"),
            REFUSED,
            "until: 2015-02-16 comes before",
        ),
        (
            ("learned", "2015-02-16", "--known", "2015-02-16", "--place", "Nowhere"),
            REFUSED,
            "no place called 'Nowhere'",
        ),
        (("control", "2015-02-16", "--compare"), REFUSED, "source: is missing"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    geomap: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    outcome = geomap(*arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err


def test_what_was_learned_is_told_with_its_statements(geomap: Run) -> None:
    outcome = geomap("learned", "2015-02-16", "--known", "2015-02-16", "--until", "2015-02-17")
    assert outcome.out.splitlines() == [
        "Baghuz: held by North before, disputed between North and South now.",
        "  A commander (B2), 2015-02-16, known 2015-02-17: South holds Baghuz. New; it counts.",
    ]


def test_where_nothing_was_learned_it_says_so(geomap: Run) -> None:
    outcome = geomap("learned", "2015-02-16", "--known", "2015-02-17", "--until", "2015-02-18")
    assert (outcome.code, outcome.out) == (
        DONE,
        "Nothing was learned that makes another answer.\n",
    )


def test_the_history_of_a_place_is_compared_day_by_day(geomap: Run) -> None:
    options = ("--place", "Baghuz", "--known", "2015-02-16", "--until", "2015-03-01")
    first = geomap("learned", *options).out.splitlines()[0]
    assert first.startswith("2015-02-16 to 2017-02-16: Baghuz: held by North before, disputed")


def test_what_an_edit_changed_is_told(geomap: Run, load: Load) -> None:
    load(claims=[row for row in claims() if row["id"] != "baghuz-holds-out"])
    out = geomap("learned", "2015-02-16", "--revision", "1").out
    assert out.splitlines()[-1].endswith("It counted before it was withdrawn.")


def test_the_json_of_learned_is_what_the_api_says(geomap: Run, client: FlaskClient) -> None:
    printed = geomap(
        "learned", "2015-02-16", "--known", "2014-01-01", "--place", "Baghuz", "--json"
    ).out
    query = "date=2015-02-16&known=2014-01-01&place=test:baghuz"
    assert json.loads(printed) == client.get(f"/api/learned?{query}").get_json()


def test_another_rule_is_compared_with_the_standard_one(geomap: Run, client: FlaskClient) -> None:
    options = ("control", "2015-02-16", "--compare", "--reliability", "A")
    assert (
        "Baghuz: disputed between North and South by the standard rule, held by North as asked."
    ) in geomap(*options).out.splitlines()
    asked = client.get("/api/alternatives?date=2015-02-16&reliability=A").get_json()
    assert json.loads(geomap(*options, "--json").out) == asked


def test_places_of_which_the_heard_sources_say_nothing_are_counted(geomap: Run) -> None:
    lines = geomap("control", "2015-02-16", "--compare", "--source", "monitor").out.splitlines()
    assert [line.split(":")[0] for line in lines[:-1]] == ["Baghuz"]
    assert lines[-1] == "The sources that are heard say nothing of 3 more places."


def test_where_another_rule_says_the_same_it_says_so(geomap: Run) -> None:
    out = geomap("control", "2015-02-16", "--compare", "--reliability", "F").out
    assert out == "The standard rule gives the same answer everywhere.\n"
