"""Dams, bases and provinces are found by what other languages call such things."""

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer
from gazetteer.build import build_index
from tests.gazetteers import FixedSource, record

PLACES = (
    record("x:mosul", "Mosul", kind="city", country="IQ", population=1_700_000),
    record("x:mosul-dam", "Mosul Dam", kind="dam", country="IQ", curated=True),
    record("x:tishrin-dam", "Tishrin Dam", kind="dam", curated=True),
    record("x:tabqa", "Tabqa", kind="town", population=87_000),
    record("x:tabqa-base", "Tabqa air base", kind="air_base", curated=True),
    record("x:basra", "Basra Governorate", kind="governorate", country="IQ", population=2_900_000),
    record("x:bassora", "Bassora", country="BR", population=900),
    record("x:damhead", "Mosul Dam Road", kind="village", country="IQ"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("other-words") / "gazetteer.sqlite"
    build_index(path, [FixedSource(PLACES)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        pytest.param("dam van Mosul", "x:mosul-dam", id="dutch"),
        pytest.param("Musul Barajı", "x:mosul-dam", id="turkish-and-another-spelling"),
        pytest.param("barrage de Tichrine", "x:tishrin-dam", id="french-and-another-spelling"),
        pytest.param("luchtmachtbasis Tabqa", "x:tabqa-base", id="base-before-town"),
        pytest.param("gouvernorat de Bassora", "x:basra", id="province-before-a-namesake"),
    ],
)
def test_what_it_is_may_be_said_in_another_language(
    index: Gazetteer, name: str, place_id: str
) -> None:
    best = index.lookup(name)[0]
    assert best.place.id == place_id
    assert best.why[0].startswith("sounds alike (")


def test_what_is_called_just_so_stays_first_and_alone(index: Gazetteer) -> None:
    best = index.lookup("Mosul Dam")[0]
    assert (best.place.id, best.tier) == ("x:mosul-dam", "exact")


def test_a_place_comes_once(index: Gazetteer) -> None:
    found = [one.place.id for one in index.lookup("stuw van Mosul")]
    assert len(found) == len(set(found))
    scores = [one.score for one in index.lookup("stuw van Mosul")]
    assert scores == sorted(scores, reverse=True)
