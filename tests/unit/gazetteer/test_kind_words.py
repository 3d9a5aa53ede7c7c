"""Names whose word for a kind of place is said in another language."""

import pytest

from gazetteer.kind_words import reworded
from gazetteer.places import KINDS


def names(name: str) -> list[str]:
    return [one.name for one in reworded(name)]


@pytest.mark.parametrize(
    ("name", "english"),
    [
        pytest.param("dam van Mosul", "Mosul Dam", id="dutch"),
        pytest.param("barrage de Tichrine", "Tichrine Dam", id="french"),
        pytest.param("gouvernorat d'Al-Muthanna", "Al-Muthanna Governorate", id="elision"),
        pytest.param("Gouvernorat d’Alep", "Alep Governorate", id="curly-apostrophe"),
        pytest.param("Mossul-Staudamm", "Mossul Dam", id="german"),
        pytest.param("Erbil Uluslararası Havalimanı", "Erbil airport", id="turkish"),
        pytest.param("SİNCAR İLÇESİ", "SINCAR District", id="turkish-capitals"),
        pytest.param("Balafirgeha Kerkûkê", "Kerkûk air base", id="kurdish-ending"),
        pytest.param("Kelgeha El-Omer", "El-Omer oil field", id="kurdish"),
        pytest.param("lac Tharthar", "Lake Tharthar", id="word-in-front-in-english"),
        pytest.param("Nineveh ruins", "Ruins of Nineveh", id="english-turned-around"),
        pytest.param("the Islamic Republic of Iran", "Iran", id="country"),
    ],
)
def test_a_name_is_said_in_english(name: str, english: str) -> None:
    assert english in names(name)


@pytest.mark.parametrize(
    "name", ["Raqqa", "Damascus", "Campbell", "dam", "", "provincie", "Mosuldam", "الرقة", "Lac"]
)
def test_a_name_without_such_a_word_or_without_more_is_left_alone(name: str) -> None:
    assert names(name) == []


def test_no_way_of_saying_it_comes_twice_and_none_is_the_name_itself() -> None:
    for name in ("Mosul Dam", "Balafirgeha Mûsilê", "Lake Assad", "desert of Anbar"):
        found = list(reworded(name))
        assert len(found) == len(set(found))
        assert name not in names(name)


def test_a_dam_is_sought_among_dams() -> None:
    assert {one.kinds for one in reworded("dam van Mosul")} == {frozenset({"dam"})}
    for name in ("Balafirgeha X", "monts X", "plateau X", "Republic of X", "X refinery"):
        for one in reworded(name):
            assert one.kinds <= KINDS


@pytest.mark.parametrize(
    "name", ["dam " * 50, "lac " + "ß" * 190, "İ" * 199 + " dam", "a\u0301 dam"]
)
def test_long_and_odd_names_are_cut_where_their_letters_are(name: str) -> None:
    for one in reworded(name):
        assert one.name.replace(" Dam", "").replace(" Barrage", "").strip()
