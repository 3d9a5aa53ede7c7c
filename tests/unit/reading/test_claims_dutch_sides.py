"""Who lost or left a place, and what is no loss or taking, in Dutch."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "IS is [[Palmyra]] en [[Raqqa]] kwijtgeraakt.",
            [("Palmyra", "loses", None, "is"), ("Raqqa", "loses", None, "is")],
            id="kwijtgeraakt is no passive",
        ),
        pytest.param(
            "Het Syrische leger gaf toe dat het [[Palmyra]] kwijt is.",
            [("Palmyra", "loses", None, "syrian-government")],
            id="kwijt zijn",
        ),
        pytest.param(
            "De rebellen zijn uit [[Daraya|town]] vertrokken.",
            [("Daraya", "loses", None, "syrian-opposition")],
            id="vertrokken with zijn",
        ),
        pytest.param(
            "IS verdreven uit [[Ramadi|town|IQ]]",
            [("Ramadi", "loses", None, "is")],
            id="a headline without its auxiliary",
        ),
        pytest.param(
            "De SDF hebben [[Raqqa]] van IS bevrijd.",
            [("Raqqa", "takes", "sdf", "is")],
            id="from whom it was freed",
        ),
        pytest.param(
            "Met de val van [[Damascus|city]] komt een eind aan het bewind van Assad.",
            [],
            id="whose end it was took nothing",
        ),
        pytest.param(
            "'Binnen enkele dagen heroveren we [[Sinjar|town|IQ]]', zei een commandant van de"
            " peshmerga.",
            [],
            id="what we do in the present is to come",
        ),
    ],
)
def test_it_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "[[Fallujah|town|IQ]], dat in januari 2014 als eerste stad door IS werd veroverd, is"
            " heroverd.",
            ("Fallujah", "takes", "is", None, "2014-01"),
            id="als eerste sets no condition",
        ),
        pytest.param(
            "In maart 2017 bezetten de Russen [[Melitopol|town|UA]].",
            ("Melitopol", "takes", "russia", None, "2017-03"),
            id="bezetten in the past",
        ),
    ],
)
def test_a_claim_is_of_the_day(text: str, claim: tuple[str, str, str, str | None, str]) -> None:
    assert claim in claims_of(text, "nl")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Regeringstroepen heroverden [[Aden|city|YE]] op de Houthi's, die de stad maandag waren"
            " binnengevallen.",
            ("Aden", "takes", "yemeni-government", "houthis", "2017-10-16/2017-10-17"),
            id="a relative clause in the pluperfect dates nothing else",
        ),
        pytest.param(
            "IS heeft [[Palmyra]] heroverd, nadat het leger de stad maandag had ingenomen.",
            ("Palmyra", "takes", "is", None, "2017-10-17"),
            id="nor does nadat with a pluperfect",
        ),
        pytest.param(
            "De SDF, die maandag [[Raqqa]] innamen, hebben nu ook [[Tabqa|town]] in handen.",
            ("Tabqa", "holds", "sdf", None, "2017-10-17"),
            id="what is so now is of today",
        ),
    ],
)
def test_history_beside_it_dates_it_not(
    text: str, claim: tuple[str, str, str, str | None, str]
) -> None:
    assert claim in claims_of(text, "nl")
