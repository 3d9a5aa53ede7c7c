"""Fighting inside a place contests it, between those who are said to fight there."""

import pytest

from tests.unit.reading.reading_of import claims_of

ARMY, IS, REBELS = "syrian-government", "is", "syrian-opposition"


@pytest.mark.parametrize(
    ("language", "text", "attacker", "defender"),
    [
        ("en", "The army battled the last pockets of IS militants in [[Hawija]].", ARMY, IS),
        ("en", "There was street fighting in [[Hawija]] between the army and IS.", ARMY, IS),
        ("en", "The army tightened its grip on [[Hawija]] in street battles with IS.", ARMY, IS),
        ("en", "Clashes between rebels and the army broke out in [[Hawija]].", REBELS, ARMY),
        ("en", "Rebels and the army fought street by street in [[Hawija]].", REBELS, ARMY),
        ("en", "IS fighters are holding out in the old city of [[Hawija]].", None, IS),
        ("en", "[[Hawija]] is split: the army holds the east and IS the west.", ARMY, IS),
        ("en", "Rebels have broken through to the centre of [[Hawija]].", REBELS, None),
        ("en", "Troops pushed into the centre of [[Hawija]].", ARMY, None),
        ("en", "Rebels control the east of [[Hawija]].", REBELS, None),
        ("nl", "In [[Hawija]] wordt gevochten tussen het leger en IS.", ARMY, IS),
        ("nl", "Het leger vecht in [[Hawija]] tegen de laatste strijders van IS.", ARMY, IS),
        ("nl", "In [[Hawija]] kwam het tot gevechten tussen rebellen en IS.", REBELS, IS),
        ("nl", "[[Hawija]] is verdeeld: het leger heeft het oosten, IS het westen.", ARMY, IS),
        ("nl", "Het leger is doorgedrongen tot het centrum van [[Hawija]].", ARMY, None),
        ("nl", "Het leger rukt op in [[Hawija]].", ARMY, None),
    ],
)
def test_fighting_inside_a_town_has_its_sides(
    language: str, text: str, attacker: str | None, defender: str | None
) -> None:
    assert [claim[:4] for claim in claims_of(text, language)] == [
        ("Hawija", "contests", attacker, defender)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting outside [[Hawija]] killed ten soldiers."),
        ("en", "Rebels in [[Idlib]] fought the army near [[Hama]]."),
        ("en", "The army met little resistance in [[Hawija]]."),
        ("en", "The army advanced towards [[Hawija]]."),
        ("en", "Fighting continued in [[Idlib|governorate]] province."),
        ("nl", "Rond [[Hawija]] wordt gevochten."),
        ("nl", "In het noorden van [[Aleppo]] rukt IS op naar [[Marea]]."),
        ("nl", "De meningen zijn verdeeld in [[Hawija]]."),
    ],
)
def test_fighting_elsewhere_contests_nothing(language: str, text: str) -> None:
    assert claims_of(text, language) == []


def test_a_share_of_it_is_of_the_place_in_focus() -> None:
    text = "The army attacked [[Hawija]] in June. Its troops now hold about 90% of it."
    assert [claim[:3] for claim in claims_of(text)] == [("Hawija", "contests", ARMY)]
