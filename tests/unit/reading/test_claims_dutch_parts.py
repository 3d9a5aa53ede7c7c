"""Dutch sentences whose parts stand far apart, and words that mean what was named before."""

import pytest

from tests.unit.reading.reading_of import claims_of

Claim = tuple[str, str, str | None, str | None]


def said(text: str) -> list[Claim]:
    return [claim[:4] for claim in claims_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "IS had [[Palmyra]], bekend om zijn ruïnes, al eens in handen.",
            [("Palmyra", "holds", "is", None)],
            id="an aside before in handen",
        ),
        pytest.param(
            "IS houdt alleen nog [[Rawa|town|IQ]] in handen.",
            [("Rawa", "holds", "is", None)],
            id="houdt in handen",
        ),
        pytest.param(
            "Ook [[Hadrut|town|AZ]] ging verloren.",
            [],
            id="what is lost to nobody known is no claim",
        ),
        pytest.param(
            "IS vecht nog en beheerst delen van [[Syrië|country]], waaronder [[Raqqa]].",
            [("Raqqa", "holds", "is", None)],
            id="what parts of are held acts not",
        ),
        pytest.param(
            "De SDF, waarvan de YPG de kern vormen, verdreven IS uit [[Manbij]].",
            [("Manbij", "takes", "sdf", "is")],
            id="the subject before a relative clause",
        ),
        pytest.param(
            "De peshmerga begonnen vrijdag met de herovering van [[Sinjar|town|IQ]].",
            [],
            id="what has begun is not done",
        ),
        pytest.param(
            "Volgens de groep in [[Londen|city|GB]] werd er zwaar gevochten.",
            [],
            id="where the source is nobody fights",
        ),
        pytest.param(
            "Het Russische ministerie van Defensie zegt dat het leger [[Bachmoet|town|UA]] heeft"
            " ingenomen.",
            [("Bachmoet", "takes", "russia", None)],
            id="the army of the state that speaks",
        ),
    ],
)
def test_a_sentence_says(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


def test_a_relative_clause_parts_a_verb_from_its_object_and_dates_only_itself() -> None:
    text = "Het leger heeft [[Palmyra]], dat in mei door IS werd ingenomen, heroverd."
    assert claims_of(text, "nl") == [
        ("Palmyra", "takes", "is", None, "2017-05"),
        ("Palmyra", "takes", "syrian-government", None, "2017-10-17"),
    ]


def test_a_city_of_millions_is_the_last_that_can_be_one() -> None:
    text = (
        "Het leger nam [[Sinjar|town|IQ]] in. Na [[Mosul|city|IQ]] en [[Rawa|town|IQ]] volgt meer."
        " De miljoenenstad is in handen van IS."
    )
    assert ("Mosul", "holds", "is", None) in said(text)


def test_in_their_hands_is_who_acted_before() -> None:
    text = "Het Turkse leger nam [[Al-Bab]] in op IS. Ook [[Bizaa]] kwam in hun handen."
    assert ("Bizaa", "takes", "turkey-sna", None) in said(text)


def test_who_rules_a_place_since_taking_it_is_one_claim() -> None:
    text = "In [[Manbij]] zijn de SDF aan de macht sinds zij IS er in augustus verdreven."
    assert said(text) == [("Manbij", "takes", "sdf", "is")]


def test_islamic_state_goes_by_another_name_in_mali() -> None:
    assert said("IS heeft [[Ménaka|town|ML]] veroverd.") == [
        ("Ménaka", "takes", "is-sahel", None),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Rebellen uit de Ethiopische regio [[Tigray|region|ET]] hebben [[Dessie|town|ET]]"
            " ingenomen.",
            [("Dessie", "takes", "tigray-forces", None)],
            id="where they come from",
        ),
        pytest.param(
            "Het leger trok de provincie [[Amhara|region|ET]] binnen.",
            [],
            id="who enters a province has not taken it",
        ),
        pytest.param(
            "De Talibaan zijn terug in 2016, toen zij korte tijd [[Kunduz|town|AF]] bezetten.",
            [("Kunduz", "takes", "taliban", None)],
            id="toen is once",
        ),
        pytest.param(
            "IS is uit een derde van [[Mosul|city|IQ]] verdreven door het leger.",
            [("Mosul", "contests", "iraqi-government", "is")],
            id="driven out of a part",
        ),
        pytest.param(
            "Analisten noemen [[Slovjansk|town|UA]] en [[Kramatorsk|town|UA]], de belangrijkste"
            " steden in [[Donetsk|town|UA]] die Oekraïense troepen nog controleren.",
            [("Slovjansk", "holds", "ukraine", None), ("Kramatorsk", "holds", "ukraine", None)],
            id="the towns in X that",
        ),
        pytest.param(
            "Het leger heeft zich teruggetrokken uit [[Palmyra]], de laatste stad die het in de"
            " woestijn nog in handen had.",
            [("Palmyra", "loses", None, "syrian-government")],
            id="what it still had is gone",
        ),
        pytest.param(
            "IS boekte winst: in oktober werd [[Palmyra]] ingenomen.",
            [("Palmyra", "takes", "is", None)],
            id="who acts before a colon",
        ),
        pytest.param(
            "[[Badush|town|IQ]] is sinds woensdag grotendeels van het leger.",
            [("Badush", "contests", "iraqi-government", None)],
            id="mostly theirs",
        ),
    ],
)
def test_it_says_of_a_place(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "De Iraakse vlag wappert weer boven [[Hawija|town|IQ]].",
            [("Hawija", "takes", "iraqi-government", None)],
            id="whose flag flies",
        ),
        pytest.param(
            "Het leger rukt op naar [[Hawija|town|IQ]], een van de laatste IS-bolwerken.",
            [("Hawija", "holds", "is", None)],
            id="a stronghold behind a hyphen",
        ),
        pytest.param(
            "IS maakte zich in juni meester van [[Mosul|city|IQ]].",
            [("Mosul", "takes", "is", None)],
            id="a verb of three parts",
        ),
        pytest.param(
            "[[Al-Qaim|town|IQ]] ging deze maand verloren voor de jihadisten.",
            [("Al-Qaim", "loses", None, "is")],
            id="lost for whom",
        ),
        pytest.param(
            "Sinds de inname van [[Mosul|city|IQ]] door IS wonen er geen christenen meer.",
            [("Mosul", "takes", "is", None)],
            id="what came before is told whatever did not happen after it",
        ),
        pytest.param(
            "IS maakte gebruik van de chaos door [[Palmyra]] te bezetten.",
            [("Palmyra", "takes", "is", None)],
            id="by doing so",
        ),
        pytest.param(
            "[[Marib|town|YE]] is door stammen uit handen van de Houthi's gehouden.",
            [],
            id="kept out of their hands",
        ),
        pytest.param(
            "[[Manbij]] is van de SDF, waarin de YPG de dienst uitmaakt.",
            [("Manbij", "holds", "sdf", None)],
            id="who rules a party rules no town",
        ),
        pytest.param(
            "[[Raqqa]] is voor 80 procent in handen van de SDF.",
            [("Raqqa", "contests", "sdf", None)],
            id="a share",
        ),
    ],
)
def test_it_is_said_in_other_words(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Het regeringsleger rukte op. Woensdag veroverde het [[Morek]] op de rebellen.",
        "Het regeringsleger meldt dat het [[Morek]] heeft heroverd op de rebellen.",
    ],
)
def test_het_before_a_town_is_who_acts(text: str) -> None:
    assert ("Morek", "takes", "syrian-government", "syrian-opposition") in said(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Troepen uit [[Tsjaad|country|TD]] hebben [[Damasak|town|NG]] bevrijd van Boko Haram.",
            [("Damasak", "takes", "chad", "boko-haram")],
            id="the army of another country",
        ),
        pytest.param(
            "De Oekraïense vlag wappert nog boven [[Debaltseve|town|UA]].",
            [("Debaltseve", "holds", "ukraine", None)],
            id="a flag that still flies",
        ),
        pytest.param(
            "Rebellen hebben [[Ariha]] ingenomen, de laatste stad in de provincie"
            " [[Idlib|governorate]] die nog in handen was van het regime.",
            [("Ariha", "takes", "syrian-opposition", None)],
            id="the last town that it had",
        ),
    ],
)
def test_it_tells_whose_army_and_flag_it_is(text: str, claims: list[Claim]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "In [[Shusha|town|AZ]] was het oorlog. Honderdduizenden Azeri's werden verdreven.",
        "De gebieden bij [[Rawa|town|IQ]] waar IS de baas was, zijn leeg.",
        "In [[Idlib]] heroverden de rebellen het dorp Al-Eis op het leger.",
    ],
)
def test_nothing_is_said_of_the_place_that_is_named(text: str) -> None:
    assert said(text) == []
