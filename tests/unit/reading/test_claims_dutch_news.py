"""Claims in plain Dutch news: lists, words that refer back, attributes, what follows."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Het Turkse leger en zijn bondgenoten uit Syrië hebben zondag [[Afrin]] ingenomen.",
            [("Afrin", "takes", "turkey-sna", None)],
            id="zijn is whose, after a party and en",
        ),
        pytest.param(
            "De SDF hebben de stad [[Tabqa]] en de stuwdam in de [[Eufraat|river]] veroverd op IS.",
            [("Tabqa", "takes", "sdf", "is")],
            id="a perfect waits for its participle",
        ),
        pytest.param(
            "De strijders van IS vielen [[Raqqa]] aan.", [], id="vielen aan is no falling"
        ),
        pytest.param(
            "Een luchtaanval op de Iraakse stad [[Hawija|town|IQ]] doodde burgers.",
            [],
            id="an Iraqi town is not held by the government of Iraq for that",
        ),
        pytest.param(
            "[[Al-Bab]] was het laatste grote bolwerk van IS.", [], id="what was so is over"
        ),
        pytest.param(
            "[[Azaz]] valt onder Turks gezag.",
            [("Azaz", "holds", "turkey-sna", None)],
            id="valt onder is no falling",
        ),
        pytest.param(
            "De provincie [[Idlib|governorate]] is nu grotendeels in handen van HTS.",
            [],
            id="most of a province says nothing of a place",
        ),
    ],
)
def test_a_sentence_says(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "In [[Manbij]] zijn de SDF aan de macht.",
        "In [[Manbij]] maken de SDF de dienst uit.",
        "In [[Manbij]] hebben de SDF het voor het zeggen.",
        "Vluchtelingen zitten in [[Manbij]], waar de SDF nog altijd de baas zijn.",
    ],
)
def test_who_rules_a_town_holds_it(text: str) -> None:
    assert ("Manbij", "holds", "sdf", None) in said(text)


def test_what_follows_was_taken_by_the_same() -> None:
    text = "IS veroverde woensdag [[Mosul|town|IQ]] op het leger. Donderdag volgde [[Tikrit|t|IQ]]."
    assert claims_of(text, "nl") == [
        ("Mosul", "takes", "is", "iraqi-government", "2017-10-11"),
        ("Tikrit", "takes", "is", "iraqi-government", "2017-10-12"),
    ]


def test_there_is_the_place_last_named() -> None:
    text = "Het leger nam [[Hama]] in. Burgers vluchtten naar [[Idlib]]. De SDF verdreven IS daar."
    assert ("Idlib", "takes", "sdf", "is") in said(text)


def test_they_are_the_first_of_those_who_acted() -> None:
    text = "Het Turkse leger en de Syrische rebellen trokken op. Zondag veroverden ze [[Afrin]]."
    assert ("Afrin", "takes", "turkey-sna", None) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "De SDF vochten met IS. Vorig jaar werd [[Mosul|town|IQ]] heroverd.",
        "IS vocht met de SDF. De luchtbasis van [[Mosul|town|IQ]] werd op IS heroverd.",
    ],
)
def test_what_is_retaken_goes_to_the_government_and_not_to_who_was_named_last(text: str) -> None:
    assert {claim[2] for claim in said(text)} <= {"iraqi-government"}


def test_who_says_that_a_place_is_freed_has_it() -> None:
    text = "Volgens een woordvoerder van de YPG is de stad [[Kobani]] volledig bevrijd."
    assert said(text) == [("Kobani", "takes", "ypg", None)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            (
                "Begin oktober namen de Azeri's [[Jabrayil]] in, op 5 oktober [[Fuzuli]] en drie"
                " dagen later [[Zangilan]]."
            ),
            {"Jabrayil": "2017-10-01/2017-10-10", "Fuzuli": "2017-10-05", "Zangilan": "2017-10-08"},
        ),
        (
            ("IS verloor [[Tikrit]] en [[Ramadi]] in 2015, [[Falluja]] in juni van dit jaar."),
            {"Tikrit": "2015", "Ramadi": "2015", "Falluja": "2017-06"},
        ),
        (
            "De SDF heroverden [[Raqqa]] in september en [[Tabqa]] in mei.",
            {"Raqqa": "2017-09", "Tabqa": "2017-05"},
        ),
    ],
)
def test_each_place_of_a_list_has_the_date_beside_it(text: str, days: dict[str, str]) -> None:
    assert {claim[0]: claim[4] for claim in claims_of(text, "nl")} == days


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Voor Assad is het de grootste zege sinds de herovering van [[Aleppo]], eind 2016.",
            ("Aleppo", "takes", "syrian-government", None, "2016-10/2016-12"),
            id="a date in apposition",
        ),
        pytest.param(
            "De laatste rebellen hebben gisteren [[Hama]] verlaten. Daarmee is [[Homs]] in handen"
            " van het leger.",
            ("Homs", "holds", "syrian-government", None, "2017-10-16"),
            id="what came with it is of the same day",
        ),
        pytest.param(
            "Armenië trekt zich voor 1 december terug uit [[Agdam|town|AZ]], dat de Armeniërs nu"
            " nog beheersen.",
            ("Agdam", "holds", "armenia", None, "2017-10-17"),
            id="what is to come dates nothing that is so",
        ),
        pytest.param(
            "IS had [[Palmyra]] al eens in handen van mei 2015 tot maart 2016.",
            ("Palmyra", "holds", "is", None, "2015-05/2016-03"),
            id="in handen from one date to another",
        ),
    ],
)
def test_a_claim_is_of_the_day(text: str, claim: tuple[str, str, str, str | None, str]) -> None:
    assert claim in claims_of(text, "nl")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Zij vluchtten naar [[Azaz]] en [[Nubl]], die in handen zijn van respectievelijk de YPG"
            " en het regime.",
            [("Azaz", "holds", "ypg", None), ("Nubl", "holds", "syrian-government", None)],
            id="each its own holder",
        ),
        pytest.param(
            "De YPG wil de door hen beheerste gebieden rond [[Azaz]] verbinden.",
            [],
            id="areas that somebody holds",
        ),
        pytest.param(
            "Bussen brachten hen naar [[Azaz]], een door de rebellen beheerst dorp.",
            [("Azaz", "holds", "syrian-opposition", None)],
            id="an apposition",
        ),
        pytest.param(
            "[[Raqqa]] is van de SDF.", [("Raqqa", "holds", "sdf", None)], id="whose it is"
        ),
        pytest.param(
            "De strijders van de YPG hebben [[Afrin]] verlaten.",
            [("Afrin", "loses", None, "ypg")],
            id="whose fighters",
        ),
        pytest.param(
            "De peshmerga melden dat ze zes dorpen hebben veroverd, maar in [[Bashiqa]] zijn ze"
            " niet.",
            [],
            id="villages without names",
        ),
    ],
)
def test_it_is_said_in_passing(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims
