"""A people's town is where it lives; who holds it is another question."""

import pytest

from tests.unit.reading.reading_of import claims_of


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "The Kurdish town of [[Kobani]] was shelled on Monday.", []),
        ("en", "The mainly Kurdish town of [[Kobani]] lies on the border.", []),
        ("nl", "De overwegend Koerdische stad [[Kobani]] ligt aan de grens.", []),
        (
            "nl",
            "IS nam de voornamelijk Koerdische stad [[Kobani]] in.",
            [("Kobani", "takes", "is")],
        ),
        (
            "en",
            "The army drove IS from the mainly Kurdish town of [[Kobani]].",
            [("Kobani", "takes", "syrian-government")],
        ),
        (
            "en",
            "The rebel town of [[Azaz]] was shelled on Monday.",
            [("Azaz", "holds", "syrian-opposition")],
        ),
    ],
)
def test_who_lives_in_a_town_holds_nothing(
    language: str, text: str, claims: list[tuple[str, str, str]]
) -> None:
    assert [claim[:3] for claim in claims_of(text, language)] == claims
