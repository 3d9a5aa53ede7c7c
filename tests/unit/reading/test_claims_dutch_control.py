"""Claims in Dutch news: control that is had, got or gone, and for whom a deed was good."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str, language: str = "nl") -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Het Syrische leger heeft vrijwel geen controle meer over [[Daraa]].",
        "Het Syrische leger heeft niet langer de controle over de stad [[Daraa]].",
        "Het Syrische leger controleert [[Daraa]] niet meer.",
        "De val van [[Daraa]] is een zware klap voor het Syrische leger.",
        "Het verlies van [[Daraa]] is een nieuwe tegenslag voor het Syrische leger.",
    ],
)
def test_who_has_it_no_more_has_lost_it(text: str) -> None:
    assert said(text) == [("Daraa", "loses", None, "syrian-government")]


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army no longer controls [[Daraa]].",
        "The loss of [[Daraa]] is another blow for the Syrian army.",
    ],
)
def test_who_has_it_no_more_has_lost_it_in_english(text: str) -> None:
    assert said(text, "en") == [("Daraa", "loses", None, "syrian-government")]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("De taliban zeggen [[Kunduz|city|AF]] in handen te hebben.", "holds"),
        ("De taliban zeggen plaatsen als [[Kunduz|city|AF]] in handen te hebben.", "holds"),
        ("De taliban zeggen weer de controle te hebben over [[Kunduz|city|AF]].", "holds"),
        ("De taliban grepen dinsdag de controle over [[Kunduz|city|AF]].", "takes"),
        (
            "De taliban kregen de controle over het grootste deel van [[Kunduz|city|AF]].",
            "contests",
        ),
        ("De inname van [[Kunduz|city|AF]] is een groot succes voor de taliban.", "takes"),
    ],
)
def test_who_has_or_gets_control(text: str, effect: str) -> None:
    assert said(text) == [("Kunduz", effect, "taliban", None)]


def test_a_victory_in_english() -> None:
    found = said("The recapture of [[Tabqa]] is a major victory for the SDF.", "en")
    assert found == [("Tabqa", "takes", "sdf", None)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "[[Manbij]] is de grootste stad van de streek en het belangrijkste bolwerk van IS.",
            [("Manbij", "holds", "is", None)],
            id="two predicates",
        ),
        pytest.param(
            "[[Manbij]] wordt, samen met [[Tabqa]], beschouwd als een bolwerk van IS.",
            [("Manbij", "holds", "is", None)],
            id="what it is called",
        ),
        pytest.param(
            "De rebellen die samen de oostelijke wijken van [[Aleppo|city]] controleren,"
            " wachten af.",
            [("Aleppo", "contests", "syrian-opposition", None)],
            id="two parties with one article",
        ),
        pytest.param(
            "Het kamp is in het zuiden van de stad [[Azaz]], die beheerst wordt door de SDF.",
            [("Azaz", "holds", "sdf", None)],
            id="die is said of the town and not of its side",
        ),
        pytest.param(
            "De troepen van het regime hebben [[Azaz]] bijna verlaten.",
            [("Azaz", "contests", None, "syrian-government")],
            id="almost left",
        ),
        pytest.param(
            "De SDF heeft een dorp bij [[Azaz]] veroverd.", [], id="some village is not the town"
        ),
        pytest.param(
            "Strijders van IS in [[Azaz]] hebben zich overgegeven. Ze hebben zich overgegeven aan"
            " de SDF.",
            [],
            id="those who gave themselves up are no town",
        ),
    ],
)
def test_what_a_sentence_tells_of(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "De stad [[Azaz]] is in handen van de SDF, die vecht tegen het bewind van"
            " president Assad.",
            [("Azaz", "holds", "sdf", None)],
            id="a government is no holder for being fought",
        ),
        pytest.param(
            "[[Azaz]] was het laatste dorp dat nog onder de controle van IS viel.",
            [],
            id="under whom it was",
        ),
        pytest.param(
            "IS heeft [[Azaz]] ontruimd wegens het oprukken van het leger.",
            [("Azaz", "loses", None, "is")],
            id="a deed that is named by its infinitive",
        ),
        pytest.param(
            "Het leger heeft het vroegere bolwerk van IS [[Azaz]] heroverd.",
            [("Azaz", "takes", "syrian-government", None)],
            id="what was a stronghold is itself",
        ),
        pytest.param(
            "De rebellen zijn verjaagd uit de strategisch gelegen stad [[Azaz]].",
            [("Azaz", "loses", None, "syrian-opposition")],
            id="what a town is like is no noun of its own",
        ),
        pytest.param(
            "Het leger verdreef IS uit de afgelegen stad [[Azaz]].",
            [("Azaz", "takes", "syrian-government", "is")],
            id="what a town is like in a word that looks like a noun",
        ),
        pytest.param(
            "[[Aleppo|city]] ligt in het noorden. Het oostelijke stadsdeel werd in maart door het"
            " leger ingenomen.",
            [("Aleppo", "contests", "syrian-government", None)],
            id="a half of the town",
        ),
        pytest.param(
            "[[Izjoem|town|UA]] is bezet door [[Moskou|capital|RU]].",
            [("Izjoem", "holds", "russia", None)],
            id="a capital that holds a town",
        ),
        pytest.param(
            "Het leger heeft drie dorpen ingenomen. Het gaat onder meer om [[Azaz]] en [[Tabqa]].",
            [
                ("Azaz", "takes", "syrian-government", None),
                ("Tabqa", "takes", "syrian-government", None),
            ],
            id="which ones they are comes behind",
        ),
        pytest.param(
            "De rest van [[Azaz]] wordt beheerst door de SDF.",
            [("Azaz", "contests", "sdf", None)],
            id="the rest is a part",
        ),
        pytest.param(
            "Strijders die door Turkije worden gesteund, hebben [[Azaz]] veroverd.",
            [("Azaz", "takes", "turkey-sna", None)],
            id="whose men they are, in a relative clause",
        ),
    ],
)
def test_whose_a_place_is_and_was(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


def test_the_rebels_are_others_beside_a_movement_that_did_not_lead_them() -> None:
    text = "HTS wacht af. Op 9 juli 2017 hebben de rebellen [[Azaz]] ingenomen."
    assert said(text) == [("Azaz", "takes", "syrian-opposition", None)]
