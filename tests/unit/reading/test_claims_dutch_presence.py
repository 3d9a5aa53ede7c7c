"""Dutch sentences that say who has a place without a deed: is there still, or is back."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("In [[Azaz]] zitten de rebellen nog wel.", [("Azaz", "holds", "syrian-opposition", None)]),
        ("De rebellen zitten nog in [[Azaz]].", [("Azaz", "holds", "syrian-opposition", None)]),
        ("IS is terug in [[Palmyra]].", [("Palmyra", "takes", "is", None)]),
        ("De jihadisten hebben alleen [[Hajin]] nog.", [("Hajin", "holds", "is", None)]),
        ("Het leger houdt [[Idlib]] nog.", [("Idlib", "holds", "syrian-government", None)]),
        ("[[Manbij]] is sinds zaterdag van de SDF.", [("Manbij", "holds", "sdf", None)]),
        (
            "[[Tal Abyad]] is sinds zondag Turks terrein.",
            [("Tal Abyad", "holds", "turkey-sna", None)],
        ),
        ("[[Cherson|town|UA]] is weer Oekraïens.", [("Cherson", "takes", "ukraine", None)]),
        ("IS is weg uit [[Manbij]].", [("Manbij", "loses", None, "is")]),
        (
            "De rebellen omsingelden [[Hama]]; dinsdag was de stad van hen.",
            [("Hama", "holds", "syrian-opposition", None)],
        ),
        (
            '"We hebben [[Palmyra]] terug", zei het leger.',
            [("Palmyra", "takes", "syrian-government", None)],
        ),
        ("De rebellen zitten in [[Homs]] nog vast.", []),
        ("IS is nog niet weg uit [[Manbij]].", []),
        ("Het leger heeft [[Hama]] weer gebruikt.", []),
        ("Soldaten zijn nog in gesprek met burgers in [[Homs]].", []),
    ],
)
def test_who_is_there(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De rebellen lieten [[Maraa]] aan IS.", [("Maraa", "takes", "is", "syrian-opposition")]),
        ("De rebellen lieten hun wapens in [[Maraa]].", []),
        (
            "De rebellen in [[Bosra]] lieten het leger binnen.",
            [("Bosra", "takes", "syrian-government", "syrian-opposition")],
        ),
        (
            "In [[Manbij]] droegen de Koerden dinsdag hun posten over aan het leger.",
            [("Manbij", "takes", "syrian-government", "sdf")],
        ),
        (
            "Het leger meldde dat IS uit [[Palmyra]] is verdreven.",
            [("Palmyra", "takes", "syrian-government", "is")],
        ),
        (
            "Het leger erkende dat de rebellen uit [[Palmyra]] zijn verdreven.",
            [("Palmyra", "loses", None, "syrian-opposition")],
        ),
    ],
)
def test_who_is_let_in(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Het leger heeft [[Sukhna]], een stad in [[Homs|governorate]], zaterdag veroverd.",
            [("Sukhna", "takes", "syrian-government", None)],
        ),
        (
            "Onder het bestand dat de Russen hadden bemiddeld verlieten de rebellen [[Douma]].",
            [("Douma", "loses", None, "syrian-opposition")],
        ),
        (
            "Zonder noemenswaardige tegenstand reed het leger [[Hama]] binnen.",
            [("Hama", "takes", "syrian-government", None)],
        ),
        (
            "Met [[Aleppo]] viel de grootste stad in handen van de rebellen.",
            [("Aleppo", "takes", "syrian-opposition", None)],
        ),
        (
            "Maandag hesen soldaten de vlag in [[Yarmouk]] en [[Hajar]].",
            [
                ("Yarmouk", "takes", "syrian-government", None),
                ("Hajar", "takes", "syrian-government", None),
            ],
        ),
        (
            "De SDF hebben voet aan de grond gekregen in [[Raqqa]].",
            [("Raqqa", "contests", "sdf", None)],
        ),
    ],
)
def test_parts_that_stand_apart(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Hama]], sinds 2012 in rebellenhanden, is gebombardeerd.",
            [("Hama", "holds", "syrian-opposition", None)],
        ),
        (
            "Rebellenbolwerk [[Hama]] is gebombardeerd.",
            [("Hama", "holds", "syrian-opposition", None)],
        ),
        ("De IS-stad [[Manbij]] is gebombardeerd.", [("Manbij", "holds", "is", None)]),
        (
            "Rebellen namen vrijdag bezit van [[Hama]].",
            [("Hama", "takes", "syrian-opposition", None)],
        ),
        (
            "De slag om [[Hama]] is gewonnen door het leger.",
            [("Hama", "takes", "syrian-government", None)],
        ),
        (
            "Het leger heeft het gezag over [[Homs]] hersteld.",
            [("Homs", "takes", "syrian-government", None)],
        ),
        ("Het leger heeft de brug bij [[Homs]] hersteld.", []),
        (
            "De taliban grepen de macht in [[Kunduz|city|AF]].",
            [("Kunduz", "takes", "taliban", None)],
        ),
        ("Het leger greep de macht in [[Bamako|capital|ML]].", []),
        (
            "Het leger heeft het gemeentehuis in [[Homs]] heroverd.",
            [("Homs", "contests", "syrian-government", None)],
        ),
        (
            "IS nam [[Sawran]] in mei in, totdat het leger het in juli heroverde.",
            [("Sawran", "takes", "is", None), ("Sawran", "takes", "syrian-government", None)],
        ),
        (
            "Volgens het leger zouden rebellen in [[Homs]] nog standhouden.",
            [("Homs", "contests", None, "syrian-opposition")],
        ),
        (
            "IS bezet nog drie wijken: de oude stad, [[Zanjili|town|IQ]] en [[Shifa|town|IQ]].",
            [("Zanjili", "holds", "is", None), ("Shifa", "holds", "is", None)],
        ),
    ],
)
def test_other_words_for_having_and_taking(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Raqqa]] was drie jaar in handen van IS.",
            [("Raqqa", "holds", "is", None, "2014/..")],
        ),
        (
            "[[Watiya|town|LY]], zes jaar in handen van Haftar, is maandag bevrijd door de GNA.",
            [
                ("Watiya", "takes", "gna", "libyan-national-army", "2017-10-16"),
                ("Watiya", "holds", "libyan-national-army", None, "2011/2017-10-16"),
            ],
        ),
        (
            "Na drie jaar is [[Raqqa]] in handen van het leger.",
            [("Raqqa", "holds", "syrian-government", None, "2017-10-17")],
        ),
    ],
)
def test_how_long_it_was_theirs(text: str, claims: list[tuple[str, ...]]) -> None:
    assert sorted(claims_of(text, "nl")) == sorted(claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Het leger heeft [[Aleppo]] en [[Homs]].",
            [
                ("Aleppo", "holds", "syrian-government", None),
                ("Homs", "holds", "syrian-government", None),
            ],
        ),
        ("Het leger heeft [[Aleppo]] bezocht.", []),
        ("IS-strijders paraderen door [[Palmyra]].", [("Palmyra", "holds", "is", None)]),
        ("Soldaten patrouilleren in [[Damascus|capital]].", []),
        (
            "Het leger werd in [[Homs]] met gejuich onthaald.",
            [("Homs", "takes", "syrian-government", None)],
        ),
        (
            "Niet alleen [[Hama]], maar ook [[Homs]] is door de rebellen veroverd.",
            [
                ("Hama", "takes", "syrian-opposition", None),
                ("Homs", "takes", "syrian-opposition", None),
            ],
        ),
    ],
)
def test_who_simply_has_a_place(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Rutba]] werd dinsdag veroverd op de terreurbeweging IS door het leger.",
            [("Rutba", "takes", "syrian-government", "is")],
        ),
        (
            "Een coalitie van rebellen veroverde [[Idlib]].",
            [("Idlib", "takes", "syrian-opposition", None)],
        ),
        (
            "De SDF rukten op. Die veroverden dinsdag [[Tabqa]].",
            [("Tabqa", "takes", "sdf", None)],
        ),
        (
            "De rebellen namen [[Hama]] in. [[Homs]].\nDe stad is in handen van het leger.",
            [
                ("Hama", "takes", "syrian-opposition", None),
                ("Homs", "holds", "syrian-government", None),
            ],
        ),
        (
            "Het leger nam [[Hama]] in. Zegt [[Parijs|capital|FR]]. De stad is nu van het leger.",
            [("Hama", "takes", "syrian-government", None)],
        ),
        (
            "[[Hama]] is niet langer in handen van de rebellen.",
            [("Hama", "loses", None, "syrian-opposition")],
        ),
        (
            "De SDF namen donderdag [[Tabqa]] in, zaterdag volgde [[Mansura]].",
            [("Tabqa", "takes", "sdf", None), ("Mansura", "takes", "sdf", None)],
        ),
        (
            "Men mag naar [[Jarabulus]], dat door Turkse troepen wordt gecontroleerd.",
            [("Jarabulus", "holds", "turkey-sna", None)],
        ),
        (
            "[[Mekelle|town|ET]], hoofdstad van [[Tigray|region|ET]], die in handen is van TPLF.",
            [("Mekelle", "holds", "tigray-forces", None)],
        ),
        (
            "Het leger veroverde met hulp van milities de steden [[Hama]] en [[Homs]].",
            [
                ("Hama", "takes", "syrian-government", None),
                ("Homs", "takes", "syrian-government", None),
            ],
        ),
        (
            "Op de oever heeft IS [[Hajin]] en de dorpen eromheen.",
            [("Hajin", "holds", "is", None)],
        ),
        (
            "Het leger heeft [[Ramadi]], een stad in het westen, van drie kanten omsingeld.",
            [],
        ),
    ],
)
def test_what_dutch_reports_say(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
