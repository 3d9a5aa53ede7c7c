"""Dutch sentences that leave a verb out, or say less than they seem to."""

import pytest

from tests.unit.reading.reading_of import claims_of

ARMY = "syrian-government"
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


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("[[Palmyra]] is van IS bevrijd door het leger.", [("Palmyra", "takes", ARMY, None)]),
        ("[[Palmyra]] is niet langer van IS.", [("Palmyra", "loses", None, "is")]),
        ("In [[Palmyra]] biedt IS nog weerstand.", [("Palmyra", "contests", None, "is")]),
        (
            "De oudsten droegen de sleutels van [[Kunduz|city|AF]] over aan de taliban.",
            [("Kunduz", "takes", "taliban", None)],
        ),
        (
            "Het Russische leger claimt de volledige controle over [[Bachmoet|town|UA]].",
            [("Bachmoet", "holds", "russia", None)],
        ),
        (
            "Het leger bevestigt het verlies van [[Hama]].",
            [("Hama", "loses", None, ARMY)],
        ),
        (
            "Het leger verloor [[Hama]] aan de rebellen en [[Palmyra]] aan IS.",
            [("Hama", "takes", "syrian-opposition", ARMY), ("Palmyra", "takes", "is", ARMY)],
        ),
        ("De rebellen joegen IS [[Hama]] uit.", [("Hama", "takes", "syrian-opposition", "is")]),
        ("Het leger sloeg op de vlucht uit [[Hama]].", [("Hama", "loses", None, ARMY)]),
        ("Burgers vluchtten voor het leger uit [[Hama]].", []),
        ("De inwoners van [[Raqqa]] leven nu onder IS.", [("Raqqa", "holds", "is", None)]),
    ],
)
def test_what_is_said_in_other_words(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


def test_the_first_time_since_then_is_no_beginning() -> None:
    text = "Voor het eerst sinds 2014 is [[Mosul|city|IQ]] in handen van het leger."
    assert claims_of(text, "nl")[0][4] == "2017-10-17"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "IS valt [[Hama]] aan.\n\n[[Falluja|town|IQ]]. Sinds mei in handen van IS.",
            [("Falluja", "holds", "is", None)],
        ),
        (
            "Vijftig kilometer verder, in [[Hawija|town|IQ]], is IS de baas.",
            [("Hawija", "holds", "is", None)],
        ),
        (
            "Soldaten van [[Tsjaad|country|TD]] en [[Niger|country|NE]] bevrijdden [[X|town|NG]].",
            [
                ("X", "takes", "chad", None),
                ("X", "takes", "niger", None),
            ],
        ),
        (
            "M23 nam [[Walikale|town|CD]] in. Nu staat het stadje onder gezag van het leger.",
            [("Walikale", "takes", "m23", None), ("Walikale", "holds", "drc-government", None)],
        ),
        ("Soldaten liepen over in [[Rastan]] waar het begon.", []),
    ],
)
def test_where_it_is_said_to_be(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


def test_who_took_a_town_took_its_town_hall_too() -> None:
    text = "De SDF namen maandag [[Tabqa]] in. In [[Tabqa]] veroverden de SDF het stadhuis."
    assert said(text) == [("Tabqa", "takes", "sdf", None)]
