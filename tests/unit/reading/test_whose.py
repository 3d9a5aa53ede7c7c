"""Whose people, land and strikes the figures of a report are."""

import pytest

from tests.unit.reading.reading_of import reading_of

_FOUGHT = "IS lost [[Raqqa]] to the SDF. "


def owners(marked: str, language: str = "en") -> list[tuple[str, float | None, str | None]]:
    return [
        (figure.measure.value, figure.value or figure.high, figure.actor)
        for figure in reading_of(marked, language).figures
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # A side.
        ("It said 194 people had been killed in [[Palmyra]] on the government side.",
         [("killed", 194, "syrian-government")]),
        ("In [[Palmyra]] 417 IS fighters died in three weeks, and 194 on the government's side.",
         [("killed", 417, "is"), ("killed", 194, "syrian-government")]),
        ("Of the SDF, 299 fell.", [("killed", 299, "sdf")]),
        ("712 dead on the side of the SDF.", [("killed", 712, "sdf")]),
        ("64 dead among the rebels in [[Idlib]].", [("killed", 64, "syrian-opposition")]),
        # Who loses has lost its own.
        ("The Turkish army has lost 46 soldiers.", [("killed", 46, "turkey-sna")]),
        ("The army and its allies lost 115 dead and 679 wounded in [[Homs]].",
         [("killed", 115, "syrian-government"), ("wounded", 679, "syrian-government")]),
        ("[[Turkey|country|TR]] has sent 300 soldiers to [[Idlib]].",
         [("fighters", 300, "turkey-sna")]),
        ("The SDF lost 235 fighters, the Houthis 183.",
         [("killed", 235, "sdf"), ("killed", 183, "houthis")]),
        ("Iraqi forces killed 2,500 IS fighters and lost 774 men.",
         [("killed", 2500, "is"), ("killed", 774, "iraqi-government")]),
        ("Government losses were put at 120 and rebel losses at 90 in [[Aleppo]].",
         [("killed", 120, "syrian-government"), ("killed", 90, "syrian-opposition")]),
        ("800 Syrian mercenaries are in [[Tripoli|city|LY]].", [("fighters", 800, None)]),
        # Whose number it is, and not who gives it.
        ("Iraqi commanders put the number of IS fighters killed in three weeks at 417.",
         [("killed", 417, "is")]),
        ("The coalition says IS has lost 78 percent of its territory.", [("share_lost", 78, "is")]),
        ("The rebels lost 14 men while 50 government soldiers died in [[Hama]].",
         [("killed", 14, "syrian-opposition"), ("killed", 50, "syrian-government")]),
        ("Government forces recaptured 200 square kilometres from the rebels in [[Idlib]].",
         [("territory_lost", 200, "syrian-opposition")]),
        ("A convoy of 3,000 militiamen reached [[Habbaniya|town|IQ]].",
         [("fighters", 3000, "iraqi-government")]),
        # A nation.
        ("Three Turkish soldiers were killed.", [("killed", 3, "turkey-sna")]),
        ("In [[Raqqa]] two policemen were killed.", [("killed", 2, "syrian-government")]),
        ("Hezbollah said eight of its members were killed in [[Tyre|town|LB]].",
         [("killed", 8, "hezbollah")]),
        ("Al-Shabaab killed 59 Ethiopian soldiers; Ethiopian forces put their losses at nine.",
         [("killed", 59, "ethiopian-government"), ("killed", 9, "ethiopian-government")]),
        ("Nine Kenyan troops and 35 militants died in [[Kolbio|town|SO]].",
         [("killed", 9, "kenya"), ("killed", 35, "al-shabaab")]),
        # Of a nation that is not known, nobody's rather than the government's.
        ("13 South African soldiers were killed in [[Goma|town|CD]].", [("killed", 13, None)]),
        # Words that mean a party of the country, or the one that is spoken of.
        ("In [[Raqqa]] 17 soldiers and more than 100 jihadists died.",
         [("killed", 17, "syrian-government"), ("killed", 100, "is")]),
        (_FOUGHT + "Some 300 fighters remain inside.", [("fighters", 300, "is")]),
        (_FOUGHT + "IS killed 12 fighters.", [("killed", 12, "sdf")]),
        ("The SDF entered [[Raqqa]]. Sixteen of them were killed and 30 wounded.",
         [("killed", 16, "sdf"), ("wounded", 30, "sdf")]),
        ("The SDF entered [[Raqqa]]. More than 300 of their men have been killed.",
         [("killed", 300, "sdf")]),
        (_FOUGHT + "According to the SDF, 5,000 fighters surrendered.",
         [("surrendered", 5000, "is")]),
        ("IS lost [[Raqqa]]. More than 200 square kilometres have been recaptured since.",
         [("territory_lost", 200, "is")]),
        ("In [[Taza|town|IQ]] three members of the paramilitary forces were killed.",
         [("killed", 3, "iraqi-government")]),
        # Civilians are nobody's.
        ("The army killed 12 civilians in [[Raqqa]].", [("killed", 12, None)]),
        ("IS shot 25 captured soldiers in [[Raqqa]].", [("killed", 25, "syrian-government")]),
        # Strikes are flown by who has aircraft.
        ("Russian jets carried out 64 air strikes on IS.", [("strikes", 64, "russia")]),
        ("IS said that [[Raqqa]] was hit by 12 air strikes of the coalition.",
         [("strikes", 12, "coalition")]),
    ],
)  # fmt: skip
def test_english_says_whose_they_are(
    text: str, figures: list[tuple[str, float | None, str | None]]
) -> None:
    assert owners(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Aan de kant van IS sneuvelden 1019 strijders, de SDF verloren er 299.",
         [("killed", 1019, "is"), ("killed", 299, "sdf")]),
        ("Aan regeringszijde vielen 40 doden in [[Raqqa]].", [("killed", 40, "syrian-government")]),
        ("Bij de Turken sneuvelden 46 militairen.", [("killed", 46, "turkey-sna")]),
        ("Het Turkse leger meldt zeven doden in eigen gelederen.", [("killed", 7, "turkey-sna")]),
        ("Het Armeense leger erkent 673 gesneuvelden.", [("killed", 673, "armenia")]),
        ("Het Armeense leger heeft 1302 gesneuvelden bekendgemaakt.",
         [("killed", 1302, "armenia")]),
        ("Volgens schattingen van de coalitie heeft IS er 4000 man.", [("fighters", 4000, "is")]),
        ("De rebellen verloren 12 man in [[Idlib]].", [("killed", 12, "syrian-opposition")]),
        ("Twee agenten kwamen om in [[Raqqa]].", [("killed", 2, "syrian-government")]),
        ("De SDF doodden 30 jihadisten in [[Raqqa]].", [("killed", 30, "is")]),
        ("De coalitie voerde 24 luchtaanvallen uit op [[Raqqa]].", [("strikes", 24, "coalition")]),
        ("Aan Armeense kant sneuvelden 2300 militairen, aan Azerbeidzjaanse kant 2783.",
         [("killed", 2300, "armenia"), ("killed", 2783, "azerbaijan")]),
        ("Hezbollah meldt dat acht van zijn strijders zijn omgekomen.",
         [("killed", 8, "hezbollah")]),
        ("Boko Haram viel [[Bosso|town|NE]] aan. Er sneuvelden aan de kant van de aanvallers 55.",
         [("killed", 55, "boko-haram")]),
        ("IS vocht met de Peshmerga, die er zeker 130 doodden.", [("killed", 130, "is")]),
        ("De soldaten in [[Monguno|town|NG]], zo'n 1400 man, sloegen op de vlucht.",
         [("fighters", 1400, "nigerian-government")]),
        ("Volgens Kiev zijn 650 Russische militairen gesneuveld.", [("killed", 650, "russia")]),
        ("De SDF verloren 40 eigen strijders in [[Raqqa]].", [("killed", 40, "sdf")]),
        ("De Houthi's melden 26 gesneuvelde strijders en acht omgekomen burgers.",
         [("killed", 26, "houthis"), ("killed", 8, None)]),
        ("Bij Russische luchtaanvallen vielen 40 doden.", [("killed", 40, None)]),
        ("Het aantal doden door de Russische luchtaanvallen steeg tot 53.",
         [("killed", 53, None)]),
        ("Het Iraakse leger verloor sinds het begin van de slag om [[Mosul|city|IQ]] 774 man.",
         [("killed", 774, "iraqi-government")]),
        ("Bij een aanval van IS kwamen 12 burgers om.", [("killed", 12, None)]),
    ],
)  # fmt: skip
def test_dutch_says_whose_they_are(
    text: str, figures: list[tuple[str, float | None, str | None]]
) -> None:
    assert owners(text, "nl") == figures


def test_the_place_of_who_tells_it_is_not_where_it_was() -> None:
    (figure,) = reading_of(
        "[[Palmyra]] fell to IS. The ministry in [[Moscow]] said 40 militants were killed."
    ).figures
    assert figure.place is not None
    assert figure.place.name == "Palmyra"
