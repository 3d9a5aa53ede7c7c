"""Who comes in the place of another, in English."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The SDF replaced Islamic State in [[Raqqa]].", [("takes", "sdf", "is")]),
        ("In [[Raqqa]] Islamic State was replaced by the SDF.", [("takes", "sdf", "is")]),
        ("Islamic State made way for the SDF in [[Raqqa]].", [("takes", "sdf", "is")]),
        ("Peacekeepers replaced the army in [[Goma|city|CD]].", []),
        (
            "[[Homs]] changed hands on Sunday, from the rebels to the army.",
            [("takes", "syrian-government", "syrian-opposition")],
        ),
        ("[[Homs]] has changed hands before.", []),
        ("Islamic State fighters now patrol [[Raqqa]].", [("holds", "is", None)]),
        ("IS fighters roamed the streets of [[Raqqa]].", [("holds", "is", None)]),
        ("Soldiers patrolled the streets of [[Homs]].", []),
        (
            "The army has restored its authority over [[Homs]].",
            [("takes", "syrian-government", None)],
        ),
        ("[[Homs]] submitted to the army on Sunday.", [("takes", "syrian-government", None)]),
    ],
)
def test_who_is_there_instead(text: str, claims: list[tuple[str, ...]]) -> None:
    assert [claim[1:4] for claim in claims_of(text)] == claims


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("The army captured eastern [[Aleppo|city]].", "contests"),
        ("The army captured northern [[Hama|governorate]].", "takes"),
        ("The army is now inside [[Palmyra]].", "contests"),
    ],
)
def test_a_side_of_a_town_is_a_part_of_it(text: str, effect: str) -> None:
    assert [claim[1] for claim in claims_of(text)] == [effect]
