"""Two parties that take or hold a place together, each told of for itself."""

import pytest

from tests.unit.reading.reading_of import claims_of


def _holders(text: str, language: str) -> list[str | None]:
    return [claim[2] for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "holders"),
    [
        (
            "en",
            "Somali troops and African Union forces have taken [[Barawe|town|SO]].",
            ["somali-government", "african-union"],
        ),
        (
            "en",
            "[[Barawe|town|SO]] was taken by Somali troops and African Union forces.",
            ["somali-government", "african-union"],
        ),
        (
            "en",
            "Soldiers from [[Niger|country|NE]] and [[Chad|country|TD]] hold [[Damasak|town|NG]].",
            ["niger", "chad"],
        ),
        (
            "en",
            "Nigerian and Chadian troops recaptured [[Gamboru|town|NG]].",
            ["chad", "nigerian-government"],
        ),
        (
            "en",
            "Kurdish pesh merga fighters and Shiite militias drove IS from [[Jalawla|town|IQ]].",
            ["peshmerga", "iraqi-government"],
        ),
        (
            "nl",
            "Militairen uit [[Niger|country|NE]] en [[Tsjaad|country|TD]] namen [[Bama]] in.",
            ["niger", "chad"],
        ),
        (
            "nl",
            "Het Syrische leger en Hezbollah veroverden [[Yabroud]].",
            ["syrian-government", "hezbollah"],
        ),
    ],
)
def test_each_of_two_parties_takes_the_place(language: str, text: str, holders: list[str]) -> None:
    assert _holders(text, language) == holders


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("nl", "Turkse militairen en Syrische rebellen hebben [[Afrin]] ingenomen.", "turkey-sna"),
        ("en", "Turkish troops and allied Syrian rebels captured [[Afrin]].", "turkey-sna"),
        ("en", "The Syrian army and Russian forces captured [[Palmyra]].", "syrian-government"),
        ("en", "[[Palmyra]] was taken by the army and rebels fled.", "syrian-government"),
    ],
)
def test_allies_and_helpers_are_one_side(language: str, text: str, holder: str) -> None:
    assert _holders(text, language) == [holder]


def test_respectively_deals_places_out() -> None:
    text = (
        "Zij vluchtten naar [[Nubl]] en [[Azaz]], die in handen zijn van respectievelijk het leger "
        "en IS."
    )
    assert [claim[:3] for claim in claims_of(text, "nl")] == [
        ("Nubl", "holds", "syrian-government"),
        ("Azaz", "holds", "is"),
    ]


def test_what_is_held_as_well_as_a_part_is_held_whole() -> None:
    text = "IS controls the rest of [[Deir]] as well as [[Mayadin]] and [[Hajin]]."
    assert [claim[:2] for claim in claims_of(text)] == [
        ("Deir", "contests"),
        ("Mayadin", "holds"),
        ("Hajin", "holds"),
    ]
