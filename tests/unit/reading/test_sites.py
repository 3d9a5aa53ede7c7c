"""Districts, camps, bases and airports that are told of again by what they are."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        (
            "en",
            "Troops left [[Sangin|district|AF]] district. The Taliban control the whole district.",
            ("Sangin", "holds", "taliban"),
        ),
        (
            "en",
            "IS attacked the [[Yarmouk|camp]] camp. The jihadists now hold most of the camp.",
            ("Yarmouk", "contests", "is"),
        ),
        (
            "en",
            "The army attacked [[Menagh|air_base]] air base. Rebels captured the base on Friday.",
            ("Menagh", "takes", "syrian-opposition"),
        ),
        (
            "nl",
            "De Taliban vielen het district [[Sangin|district|AF]] aan. Vrijdag viel het district.",
            ("Sangin", "takes", "taliban"),
        ),
        (
            "nl",
            "Het leger viel vliegbasis [[Menagh|air_base]] aan. De rebellen veroverden de basis.",
            ("Menagh", "takes", "syrian-opposition"),
        ),
        (
            "nl",
            "Men vocht bij [[Mitiga|airport|LY]]. De GNA heeft het vliegveld nu in handen.",
            ("Mitiga", "holds", "gna"),
        ),
    ],
)
def test_a_site_is_told_of_again(language: str, text: str, claim: tuple[str, ...]) -> None:
    assert claim in [found[:3] for found in claims_of(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        # Of another district, and of a base that was not named.
        "Troops left [[Sangin|district|AF]] district. The Taliban control a district in the west.",
        "The army attacked [[Morek]]. Rebels captured the base.",
    ],
)
def test_another_site_is_not_meant(text: str) -> None:
    assert not any(claim[1] in {"takes", "holds"} for claim in claims_of(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Taliban control half the city of [[Kunduz|city|AF]]."),
        ("en", "The Taliban entered [[Kunduz|city|AF]]. They now hold half the city."),
        ("nl", "In [[Kunduz|city|AF]] hebben de Taliban de halve stad in handen."),
    ],
)
def test_half_a_city_is_contested(language: str, text: str) -> None:
    assert [found[:3] for found in claims_of(text, language)] == [("Kunduz", "contests", "taliban")]
