"""Dutch sentences that leave a verb out, or say less than they seem to."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Aleppo]] is van het leger, [[Idlib]] van de rebellen.",
            [
                ("Aleppo", "holds", "syrian-government", None),
                ("Idlib", "holds", "syrian-opposition", None),
            ],
        ),
        (
            "[[Raqqa]] ging in mei verloren aan de SDF, [[Sukhna]] in juni aan het leger.",
            [("Raqqa", "takes", "sdf", None), ("Sukhna", "takes", "syrian-government", None)],
        ),
        (
            "Alleen de wijk [[Waer]] is nog in handen van rebellen.",
            [("Waer", "holds", "syrian-opposition", None)],
        ),
        (
            "In [[Rawa|town|IQ]] wappert weer de nationale vlag.",
            [("Rawa", "takes", "iraqi-government", None)],
        ),
        ("In [[Raqqa]] zitten naar schatting 4000 IS-strijders.", []),
    ],
)
def test_what_a_clause_leaves_out(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
