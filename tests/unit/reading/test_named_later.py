"""Towns that are counted in one sentence and named in another."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"
SATURDAY = "2017-10-14"
Claims = list[tuple[str, ...]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "Iraqi forces seized two towns from IS on Saturday. They are [[Ana|town|IQ]] and "
                "[[Rawa|town|IQ]]."
            ),
            [
                ("Ana", "takes", "iraqi-government", "is", SATURDAY),
                ("Rawa", "takes", "iraqi-government", "is", SATURDAY),
            ],
        ),
        (
            (
                "The Peshmerga drove IS from two towns on Saturday. The towns, [[Jalawla|town|IQ]] "
                "and [[Sadiya|town|IQ]], lie in [[Diyala|governorate|IQ]]."
            ),
            [
                ("Jalawla", "takes", "peshmerga", "is", SATURDAY),
                ("Sadiya", "takes", "peshmerga", "is", SATURDAY),
            ],
        ),
        ("They are [[Ana|town|IQ]] and [[Rawa|town|IQ]].", []),
        (
            "The army plans to take two towns. They are [[Ana|town|IQ]] and [[Rawa|town|IQ]].",
            [],
        ),
    ],
)
def test_towns_are_named_behind_their_number(text: str, claims: Claims) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Militants hold [[Hajin]] and [[Sousa]]. The SDF captured both towns on Saturday.",
            [
                ("Hajin", "holds", "is", None, TODAY),
                ("Sousa", "holds", "is", None, TODAY),
                ("Hajin", "takes", "sdf", None, SATURDAY),
                ("Sousa", "takes", "sdf", None, SATURDAY),
            ],
        ),
        (
            (
                "Rebels advanced on [[Kafr Zita]] and [[Morek]]. The villages around them fell to "
                "the SDF."
            ),
            [],
        ),
        (
            "Who controls [[Raqqa]]? The SDF took it on Saturday.",
            [("Raqqa", "takes", "sdf", None, SATURDAY)],
        ),
    ],
)
def test_towns_are_those_that_were_listed(text: str, claims: Claims) -> None:
    assert claims_of(text) == claims
