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


ARMY = "syrian-government"
MONDAY = "2017-10-16"


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "The army took two towns on Monday. The towns are [[Morek]] and [[Suran]].", 2),
        ("en", "The army took two villages on Monday. These include [[Morek]] and [[Suran]].", 2),
        ("nl", "Het leger nam maandag twee dorpen in. Het gaat om [[Morek]] en [[Suran]].", 2),
        ("nl", "Het leger nam maandag twee dorpen in. Dat zijn [[Morek]] en [[Suran]].", 2),
        ("nl", "Het leger nam maandag vier dorpen in. Daaronder zijn [[Morek]] en [[Suran]].", 2),
        ("en", "The army took a small town on Monday. The town of [[Morek]] is poor.", 1),
        (
            "en",
            "The army took a key town on Monday. [[Morek]], which lies high, is poor.",
            1,
        ),
        (
            "en",
            "The army took a village on Monday. Clashes go on. The village of [[Morek]] is poor.",
            1,
        ),
        ("nl", "Het leger nam maandag een belangrijk dorp in. Het dorp [[Morek]] ligt hoog.", 1),
    ],
)
def test_what_was_taken_is_named_in_a_sentence_that_follows(
    language: str, text: str, places: int
) -> None:
    names = ("Morek", "Suran")[:places]
    assert claims_of(text, language) == [(one, "takes", ARMY, None, MONDAY) for one in names]


@pytest.mark.parametrize(
    "text",
    [
        "The army lost a town in the north. The town of [[Morek]] was quiet.",
        "The army plans to take a town. The town of [[Morek]] is the first.",
        "The army took a town. In [[Morek]], people fled.",
    ],
)
def test_another_town_is_not_the_one_that_was_taken(text: str) -> None:
    assert not any(claim[1] == "takes" for claim in claims_of(text))
