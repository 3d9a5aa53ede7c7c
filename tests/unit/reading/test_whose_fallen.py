"""Who fell in attacks, and whose those are to whom a sentence only refers."""

import pytest

from tests.unit.reading.test_whose import owners


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # What a battle cost whom.
        ("The battle for [[Kobani]] has cost IS more than 1,000 men.", [("killed", 1000, "is")]),
        ("The battle for [[Kobani]] cost the lives of 40 rebels and 12 soldiers.",
         [("killed", 40, "syrian-opposition"), ("killed", 12, "syrian-government")]),
        # Those of the sentence before.
        ("IS took 1,200 recruits along. At least 700 of them were shot near [[Tabqa]].",
         [("fighters", 1200, "syrian-government"), ("killed", 700, "is")]),
        # Named behind.
        ("The blast in [[Idlib]] left six dead, all of them fighters of IS.",
         [("killed", 6, "is")]),
        # Not the attacker's, but those whom he hit.
        ("IS fought the SDF in [[Hajin]]. A counterattack killed 92 SDF fighters and 61 attackers.",
         [("killed", 92, "sdf"), ("killed", 61, "is")]),
        ("The army bombed IS positions near [[Tabqa]], killing six.", [("killed", 6, "is")]),
        ("Turkey lost 46 soldiers in [[Afrin]].", [("killed", 46, "turkey-sna")]),
        ("The YPG fought IS in [[Kobani]]. It killed 31 of the jihadists and five of their own.",
         [("killed", 31, "is"), ("killed", 5, "ypg")]),
        ("Peshmerga commanders gave their own losses in [[Bashiqa|town|IQ]] as 25 dead.",
         [("killed", 25, "peshmerga")]),
        ("More than 1,000 Taliban poured into [[Ghazni|city|AF]].",
         [("fighters", 1000, "taliban")]),
        (("The SDF besieges IS in [[Baghuz]]. Some 500 fighters gave themselves up, "
         "a spokesman of the SDF said."), [("surrendered", 500, "is")]),
        # Counted on, and by another.
        (("The Houthis shelled [[Marib|town|YE]], killing 111 government troops. Another 60 were "
         "wounded."), [("killed", 111, "yemeni-government"), ("wounded", 60, "yemeni-government")]),
        ("The army killed 300 rebels in [[Idlib]]. The Observatory put the figure at 120.",
         [("killed", 300, "syrian-opposition"), ("killed", 120, "syrian-opposition")]),
        ("Russia put Ukrainian losses in [[Bakhmut|town|UA]] at 200.",
         [("killed", 200, "ukraine")]),
        ("The TPLF captured 6,000 soldiers and killed 2,000 near [[Mekele|city|ET]].",
         [("killed", 2000, "ethiopian-government")]),
        ("IS had 30,000 fighters in [[Raqqa]]; it now has no more than 2,000.",
         [("fighters", 30_000, "is"), ("fighters", 2000, "is")]),
        # Strikes of whose aircraft.
        ("Planes of the coalition carried out 25 air strikes near [[Raqqa]] in support of rebels.",
         [("strikes", 25, "coalition")]),
        ("The coalition bombed [[Raqqa]] 18 times on Monday.", [("strikes", 18, "coalition")]),
        # One person.
        ("A Turkish soldier was killed near [[al-Bab]].", [("killed", 1, "turkey-sna")]),
        ("A Turkish soldier said that [[al-Bab]] had fallen.", []),
        ("The jet was hit by an American officer near [[al-Bab]].", []),
    ],
)  # fmt: skip
def test_whose_are_the_fallen(text: str, figures: list[tuple[str, float, str | None]]) -> None:
    assert owners(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("De strijd om [[Kobani]] heeft IS zo'n 1000 man gekost.", [("killed", 1000, "is")]),
        ("IS zou in [[Shaddadi]] meer dan 100 man hebben verloren.", [("killed", 100, "is")]),
        ("De opmars naar [[Mosul|city|IQ]] heeft de Peshmerga 25 doden gekost.",
         [("killed", 25, "peshmerga")]),
        ("IS heeft nog 3000 strijders in [[Mosul|city|IQ]]. Een jaar geleden waren het er 6000.",
         [("fighters", 3000, "is"), ("fighters", 6000, "is")]),
        ("In [[Idlib]] vielen zes doden, allen strijders van IS.", [("killed", 6, "is")]),
        ("Bij een Turkse luchtaanval op [[Afrin]] vonden zes leden van de YPG de dood.",
         [("killed", 6, "ypg")]),
        (("Bij de Oekraïense raketaanval op [[Makejevka|town|UA]] kwamen volgens het Russische "
         "ministerie van Defensie 63 militairen om. Kiev houdt het op 400 doden."),
         [("killed", 63, "russia"), ("killed", 400, "russia")]),
        (("In [[Gaza|town|PS]] stierven zestig mensen; aan de kant van [[Israël|country|IL]] "
         "sneuvelden dertien soldaten."), [("killed", 60, None), ("killed", 13, "israel")]),
        ("De dagloners wachtten in [[Bagdad|city|IQ]]. Zeker 35 van hen vonden de dood.",
         [("killed", 35, None)]),
        (("Vliegtuigen van de coalitie voerden bij [[Raqqa]] 25 bombardementen uit ter "
         "ondersteuning van de rebellen."), [("strikes", 25, "coalition")]),
        ("De coalitie heeft [[Raqqa]] achttien keer gebombardeerd.",
         [("strikes", 18, "coalition")]),
        ("Bij [[Mosul|city|IQ]] kwam een Turkse militair om.", [("killed", 1, "turkey")]),
        ("Zes Jordaanse militairen kwamen bij [[Rukban]] om en veertien anderen raakten gewond.",
         [("killed", 6, "jordan"), ("wounded", 14, "jordan")]),
        ("IS nam militairen gevangen bij [[Tabqa]]. IS heeft er zeker 160 doodgeschoten.",
         [("killed", 160, "syrian-government")]),
        ("Een Turkse militair ging naar [[Mosul|city|IQ]].", []),
        ("Bij [[Hajin]] sneuvelden 24 SDF-strijders; IS verloor er veertig.",
         [("killed", 24, "sdf"), ("killed", 40, "is")]),
        ("Bij [[Hodeida|city|YE]] zijn 26 Houthi-strijders gedood. Ook raakten er twaalf gewond.",
         [("killed", 26, "houthis"), ("wounded", 12, "houthis")]),
        (("De Taliban vielen [[Ghazni|city|AF]] aan. Zeker 140 soldaten kwamen om. Een "
          "woordvoerder van de Taliban sprak van 500 doden."),
         [("killed", 140, "afghan-government"), ("killed", 500, "afghan-government")]),
        ("In [[Bosso|town|NE]] kwamen dertig Nigerese en twee Nigeriaanse soldaten om.",
         [("killed", 30, "niger"), ("killed", 2, "nigerian-government")]),
    ],
)  # fmt: skip
def test_whose_are_the_fallen_in_dutch(
    text: str, figures: list[tuple[str, float, str | None]]
) -> None:
    assert owners(text, "nl") == figures
