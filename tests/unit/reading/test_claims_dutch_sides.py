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
            ("Palmyra", "takes", "is", None, "2017-10-16/2017-10-17"),
            id="nadat with a pluperfect dates it not, and it came later",
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


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Kunduz|town|AF]] kwam maandag onder controle van de Taliban.",
            [("Kunduz", "takes", "taliban", None)],
            id="kwam onder controle",
        ),
        pytest.param(
            "[[Kunduz|town|AF]] ging maandag over in handen van de Taliban.",
            [("Kunduz", "takes", "taliban", None)],
            id="ging over in handen",
        ),
        pytest.param(
            "De Taliban hebben [[Kunduz|town|AF]] onder hun controle gebracht.",
            [("Kunduz", "takes", "taliban", None)],
            id="onder controle gebracht",
        ),
        pytest.param(
            "De rebellen moesten [[Daraya|town]] opgeven.",
            [("Daraya", "loses", None, "syrian-opposition")],
            id="who had to give it up did",
        ),
        pytest.param(
            "De rebellen moeten [[Daraya|town]] opgeven.", [], id="who has to has not yet"
        ),
        pytest.param(
            "De rebellen moesten [[Daraya|town]] voor zondag verlaten.", [], id="an ultimatum"
        ),
        pytest.param(
            "Twee voorsteden van [[Damascus|city]] zijn nog in handen van de rebellen:"
            " [[Duma|town]] en [[Harasta|town]].",
            [
                ("Duma", "holds", "syrian-opposition", None),
                ("Harasta", "holds", "syrian-opposition", None),
            ],
            id="a list of what is held",
        ),
        pytest.param(
            "M23 beheerst behalve [[Goma|city|CD]] ook [[Bukavu|city|CD]].",
            [("Goma", "holds", "m23", None), ("Bukavu", "holds", "m23", None)],
            id="behalve and ook are both",
        ),
        pytest.param(
            "IS heeft alles behalve [[Rawa|town|IQ]] verloren.", [], id="behalve alone leaves out"
        ),
    ],
)
def test_it_changed_hands(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
