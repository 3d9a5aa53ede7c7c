"""Claims in Dutch sentences whose verb comes late: behind an aside, behind "om ... te"."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Syrische rebellen zijn de stad [[Azaz]], in het uiterste noorden, binnengevallen.",
            [("Azaz", "contests", "syrian-opposition", None)],
            id="a participle behind an aside",
        ),
        pytest.param(
            "Het leger heeft [[Manbij]] en [[Azaz]], ten noorden van [[Aleppo]], kunnen heroveren"
            " op IS.",
            [
                ("Manbij", "takes", "syrian-government", "is"),
                ("Azaz", "takes", "syrian-government", "is"),
            ],
            id="an infinitive behind an aside",
        ),
        pytest.param(
            "De SDF zeggen dat zij erin geslaagd zijn om [[Manbij]], een belangrijk knooppunt,"
            " onder controle te krijgen.",
            [("Manbij", "takes", "sdf", None)],
            id="om, an aside and te",
        ),
        pytest.param(
            "De SDF, een alliantie onder leiding van Koerden, heeft [[Manbij]] heroverd.",
            [("Manbij", "takes", "sdf", None)],
            id="who acts is named before the aside",
        ),
        pytest.param(
            "Soldaten van het regime zijn er maandag in geslaagd om [[Azaz]] te betreden.",
            [("Azaz", "contests", "syrian-government", None)],
            id="om and te",
        ),
        pytest.param(
            "De strijd om [[Azaz]] dreigt nog weken te duren.", [], id="om of what is fought for"
        ),
        pytest.param(
            "De strijders van IS boekten vooruitgang in [[Azaz]].",
            [("Azaz", "contests", "is", None)],
            id="who makes progress in a town",
        ),
    ],
)
def test_the_verb_comes_late(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
