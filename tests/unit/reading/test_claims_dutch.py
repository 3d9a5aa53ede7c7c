"""Claims in single sentences of Dutch news."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Syrische regeringstroepen hebben [[Palmyra]] heroverd op Islamitische Staat.",
            [("Palmyra", "takes", "syrian-government", "is")],
        ),
        (
            (
                "Het Syrische leger heeft de stad [[Mayadin]] heroverd op IS, meldt de "
                "staatstelevisie."
            ),
            [("Mayadin", "takes", "syrian-government", "is")],
        ),
        (
            "IS is uit [[Mosul|town|IQ]] verdreven door het Iraakse leger.",
            [("Mosul", "takes", "iraqi-government", "is")],
        ),
        (
            "Iraakse troepen veroverden begin deze maand [[Hawija|town|IQ]].",
            [("Hawija", "takes", "iraqi-government", None)],
        ),
        (
            ("De stad [[Hawija|town|IQ]] werd eerder deze maand heroverd door het Iraakse leger."),
            [("Hawija", "takes", "iraqi-government", None)],
        ),
        (
            "De herovering van [[Mayadin]] door het regime is een klap voor IS.",
            [("Mayadin", "takes", "syrian-government", "is")],
        ),
        (
            "De Koerdische strijders namen de stad [[Manbij]] in op IS.",
            [("Manbij", "takes", "sdf", "is")],
        ),
        (
            "Het leger slaagde erin [[Idlib]] te heroveren.",
            [("Idlib", "takes", "syrian-government", None)],
        ),
        (
            "Rebellen hebben de controle over [[Idlib]] overgenomen.",
            [("Idlib", "takes", "syrian-opposition", None)],
        ),
        (
            "Het regime kreeg [[Aleppo]] in handen in december 2016.",
            [("Aleppo", "takes", "syrian-government", None)],
        ),
        (
            "De Taliban hebben [[Kunduz|town|AF]] ingenomen.",
            [("Kunduz", "takes", "taliban", None)],
        ),
        (
            "Pro-Russische separatisten hebben [[Debaltseve|town|UA]] in handen gekregen.",
            [("Debaltseve", "takes", "donbas-separatists", None)],
        ),
        (
            "De rebellen raakten [[Aleppo]] kwijt aan het regeringsleger.",
            [("Aleppo", "takes", "syrian-government", "syrian-opposition")],
        ),
        (
            "De stad [[Goma|town|CD]] is gevallen in handen van M23.",
            [("Goma", "takes", "m23", None)],
        ),
        (
            "Het leger verloor [[Goma|town|CD]] aan de rebellen.",
            [("Goma", "takes", "m23", "drc-government")],
        ),
        (
            ("Turkije en door Turkije gesteunde rebellen veroverden [[Afrin]] in maart op de YPG."),
            [("Afrin", "takes", "turkey-sna", "ypg")],
        ),
        (
            "De YPG, die [[Tal Abyad]] in juni 2015 innam, ontkent dat.",
            [("Tal Abyad", "takes", "ypg", None)],
        ),
        (
            "Het leger heeft [[Khan Sheikhoun]], [[Saraqib]] en [[Maarat al-Numan]] heroverd.",
            [
                ("Khan Sheikhoun", "takes", "syrian-government", None),
                ("Saraqib", "takes", "syrian-government", None),
                ("Maarat al-Numan", "takes", "syrian-government", None),
            ],
        ),
        (
            "De Houthi's veroverden in september 2014 de hoofdstad [[Sanaa|town|YE]].",
            [("Sanaa", "takes", "houthis", None)],
        ),
        (
            "Het leger heeft [[Homs]] bevrijd van de rebellen.",
            [("Homs", "takes", "syrian-government", "syrian-opposition")],
        ),
        (
            "Oekraïense troepen hebben [[Izioem|town|UA]] bevrijd.",
            [("Izioem", "takes", "ukraine", None)],
        ),
        (
            (
                "De jihadisten hebben de stad [[Ramadi|town|IQ]] volledig veroverd, zeggen "
                "Iraakse functionarissen."
            ),
            [("Ramadi", "takes", "is", None)],
        ),
    ],
)
def test_who_takes_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Islamitische Staat is verdreven uit [[Mosul|town|IQ]].",
            [("Mosul", "loses", None, "is")],
        ),
        (
            "Het laatste bolwerk van IS, [[Baghuz]], is gevallen.",
            [("Baghuz", "loses", None, "is")],
        ),
        (
            "IS-strijders trokken zich terug uit [[Manbij]].",
            [("Manbij", "loses", None, "is")],
        ),
    ],
)
def test_who_loses_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Raqqa]] is nog altijd in handen van IS.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "[[Raqqa]] is sinds 2014 in handen van IS.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "[[Raqqa]], sinds 2014 de hoofdstad van het kalifaat, wordt omsingeld.",
            [("Raqqa", "holds", "is", None)],
        ),
        (
            "Volgens het Observatorium is het dorp [[Baghuz]] volledig in handen van de SDF.",
            [("Baghuz", "holds", "sdf", None)],
        ),
        (
            "In het door IS bezette [[Mosul|town|IQ]] is de situatie slecht.",
            [("Mosul", "holds", "is", None)],
        ),
        (
            "IS heeft [[Abu Kamal]] weer volledig in handen.",
            [("Abu Kamal", "holds", "is", None)],
        ),
        (
            "Het leger heeft de volledige controle over [[Aleppo]].",
            [("Aleppo", "holds", "syrian-government", None)],
        ),
        (
            ("Zaterdag claimde de Syrische regering dat haar leger [[Mayadin]] in handen heeft."),
            [("Mayadin", "holds", "syrian-government", None)],
        ),
        (
            "Het door rebellen gecontroleerde [[Douma]] werd gebombardeerd.",
            [("Douma", "holds", "syrian-opposition", None)],
        ),
        (
            "Het IS-bolwerk [[Hawija|town|IQ]] is omsingeld.",
            [("Hawija", "holds", "is", None)],
        ),
        (
            "[[Mosul|town|IQ]] staat onder controle van de Iraakse regering.",
            [("Mosul", "holds", "iraqi-government", None)],
        ),
    ],
)
def test_who_holds_a_place_is_read(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Raqqa]] is zo goed als gevallen.",
            [("Raqqa", "contests", None, None)],
        ),
        (
            "Er wordt gevochten in de straten van [[Raqqa]].",
            [("Raqqa", "contests", None, None)],
        ),
        (
            "In het centrum van [[Fallujah|town|IQ]] zijn gevechten uitgebroken.",
            [("Fallujah", "contests", None, None)],
        ),
        (
            "IS controleert nog een deel van [[Raqqa]].",
            [("Raqqa", "contests", "is", None)],
        ),
        (
            "Assads troepen heroverden vrijdag het oosten van [[Aleppo]].",
            [("Aleppo", "contests", "syrian-government", None)],
        ),
    ],
)
def test_fighting_inside_contests_a_place(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "De val van [[Raqqa]] betekent dat IS geen grote stad meer heeft.",
        "De SDF willen [[Raqqa]] heroveren.",
        "Het leger probeert [[Idlib]] te heroveren.",
        "Het leger is er niet in geslaagd [[Idlib]] in te nemen.",
        "De opmars naar [[Raqqa]] gaat door.",
    ],
)
def test_what_did_not_happen_is_no_claim(text: str) -> None:
    assert said(text) == []


def test_allies_do_not_hide_who_took_a_place() -> None:
    text = "Het Syrische leger en zijn bondgenoten hebben [[Palmyra]] heroverd op IS."
    assert said(text) == [("Palmyra", "takes", "syrian-government", "is")]
