"""Constructions of agencies: who does what to which town, in sentences that carry much."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Nigeria|country|NG]] retook the north-eastern towns of [[Monguno|town|NG]] and "
            "[[Marte|town|NG]] from the group.",
            [
                ("Monguno", "takes", "nigerian-government"),
                ("Marte", "takes", "nigerian-government"),
            ],
            id="half a word is no preposition",
        ),
        pytest.param(
            "A coalition fights the Houthi rebels, who are allied with [[Iran|country|IR]] and "
            "control [[Sanaa|city|YE]].",
            [("Sanaa", "holds", "houthis")],
            id="a relative clause goes on behind and without a comma",
        ),
        pytest.param(
            "The Nigerian army has retaken [[Gamboru|town|NG]], [[Borno|governorate|NG]] State, "
            "from Boko Haram.",
            [("Gamboru", "takes", "nigerian-government")],
            id="a province behind a comma says where",
        ),
        pytest.param(
            "IS took [[Mosul|city|IQ]], [[Anbar|governorate|IQ]] and [[Tikrit|town|IQ]].",
            [("Mosul", "takes", "is"), ("Anbar", "takes", "is"), ("Tikrit", "takes", "is")],
            id="a province in a list was taken too",
        ),
    ],
)
def test_each_town_goes_to_who_took_it(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [claim[:3] for claim in claims_of(text)] == claims
