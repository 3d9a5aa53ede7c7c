"""How sure the shipped index is of names of the press, of homonyms and of what is no place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Candidate, Gazetteer
from gazetteer.confidence import THRESHOLD


@pytest.fixture(scope="module")
def shipped(gazetteer_index: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(gazetteer_index) as gazetteer:
        yield gazetteer


def first(gazetteer: Gazetteer, name: str, country: str | None = None) -> Candidate:
    return gazetteer.lookup(name, country=country, limit=1)[0]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Raqqa", "SY"),
        ("Ar-Raqqah", "SY"),
        ("Hajin", "SY"),
        ("Baghuz", "SY"),
        ("Tabqa", "SY"),
        ("Manbij", "SY"),
        ("Membij", "SY"),
        ("Al-Bab", "SY"),
        ("Palmyra", "SY"),
        ("Sinjar", "IQ"),
        ("Hit", "IQ"),
        ("Tal Afar", "IQ"),
        ("Haditha", "IQ"),
        ("Of", "TR"),
    ],
)
def test_a_name_of_the_press_is_sure_with_its_country(
    shipped: Gazetteer, name: str, country: str
) -> None:
    best = first(shipped, name, country)
    assert best.place.country == country
    assert best.confidence >= THRESHOLD


@pytest.mark.parametrize(
    "name", ["Raqqa", "Manbij", "Tabqa", "Kobani", "Mosul", "Fallujah", "Aleppo", "الرقة", "London"]
)
def test_a_well_known_name_is_sure_without_a_country(shipped: Gazetteer, name: str) -> None:
    assert first(shipped, name).confidence >= THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        *("friend", "gisteren", "since", "four", "try", "paper", "echt", "zaterdag"),
        *("Jeroen", "de Vries", "Mark Rutte", "Angela Merkel"),
        *("Abu Bakr al-Baghdadi", "Haider al-Abadi", "Staffan de Mistura"),
    ],
)
def test_words_and_persons_are_no_places(shipped: Gazetteer, text: str) -> None:
    assert all(one.confidence < THRESHOLD for one in shipped.lookup(text))


@pytest.mark.parametrize("name", ["Hit", "Of", "Bath", "Nice"])
def test_a_place_that_is_also_a_word_is_answered_with_that_remark(
    shipped: Gazetteer, name: str
) -> None:
    best = first(shipped, name)
    assert best.place.name == name
    assert best.confidence < THRESHOLD
    assert "also a common word" in best.why


@pytest.mark.parametrize("name", ["Al", "Ab", "Bo", "UN"])
def test_two_letters_are_answered_with_candidates(shipped: Gazetteer, name: str) -> None:
    found = shipped.lookup(name)
    assert found
    assert all(one.confidence < THRESHOLD for one in found)


def test_the_five_hawijas_of_syria_are_candidates_and_none_is_certain(world: Gazetteer) -> None:
    found = world.lookup("Hawijah", country="SY")
    in_syria = [one for one in found if one.place.country == "SY"]
    assert len(in_syria) == 5
    assert {one.homonyms for one in in_syria} == {5}
    assert all(one.confidence < THRESHOLD for one in found)


def test_a_hawija_in_another_country_than_asked_for_is_doubted(shipped: Gazetteer) -> None:
    best = first(shipped, "Hawija", "SY")
    assert best.place.country == "IQ"
    assert best.confidence < THRESHOLD


def test_hawija_in_iraq_is_the_town(shipped: Gazetteer) -> None:
    best = first(shipped, "Hawija", "IQ")
    assert best.place.id == "geonames:390188"
    assert best.confidence >= THRESHOLD


def test_an_area_behind_the_name_turns_the_answer(shipped: Gazetteer) -> None:
    assert first(shipped, "Sinjar").place.country == "IQ"
    in_idlib = first(shipped, "Sinjar, Idlib")
    assert (in_idlib.place.country, in_idlib.place.admin1) == ("SY", "12")
    assert "in the area named" in in_idlib.why
