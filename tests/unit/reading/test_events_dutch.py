"""Which events Dutch words and constructions tell of."""

import pytest

from geomap.reading.language.compounds import compounds_of
from tests.unit.reading.reading_of import events_of

_SINCE = "2017-10-15/2017-10-17"
_STRUCK = [("air_strike", "Homs")]
_GONE = [("displacement", "Homs")]
_AN_ADVANCE = [("offensive", "Homs")]
_LEFT = [("withdrawal", "Homs")]
_A_DEAL = [("agreement", "Homs")]


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(kind, place) for kind, place, _ in events_of(text, "nl")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebellen bestoken [[Raqqa]] met raketten.", ["shelling"]),
        ("Het leger bestookt [[Raqqa]] met artillerie.", ["shelling"]),
        (
            "Het leger bestookte [[Raqqa]] met mortieren en uit de lucht.",
            ["shelling", "air_strike"],
        ),
        ("Russische vliegtuigen bombardeerden [[Raqqa]].", ["air_strike"]),
        ("De SDF zagen het. Op een markt in [[Raqqa]] vielen drie bommen.", ["air_strike"]),
        ("Op een markt in [[Raqqa]] ontplofte een bom van IS.", ["bombing"]),
        ("In [[Raqqa]] klonken zondag explosies.", []),
        ("[[Raqqa]] kreeg tientallen raketten van IS te verduren.", ["shelling"]),
        ("IS schoot granaten af op [[Raqqa]].", ["shelling"]),
        ("IS viel in [[Raqqa]] een post van het leger aan met een autobom.", ["bombing"]),
        ("Drie strijders van IS stonden op het punt in [[Raqqa]] een aanslag te plegen.", []),
    ],
)
def test_what_is_fired_dropped_or_blown_up(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in _told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Het leger maakte een einde aan het beleg van [[Homs]].", [("siege_broken", "Homs")]),
        ("Daarmee eindigt in [[Homs]] een beleg dat IS jaren volhield.", [("siege", "Homs")]),
        ("Het leger heeft in [[Homs]] een einde gemaakt aan de gevechten.", []),
        ("De route van [[Raqqa]] naar [[Homs]] is door IS afgesneden.", []),
    ],
)
def test_what_is_put_an_end_to(text: str, events: list[tuple[str, str | None]]) -> None:
    assert _told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Het leger verdreef 700.000 Rohingya uit [[Raqqa]].", [("displacement", "Raqqa")]),
        ("IS joeg tienduizenden jezidi's uit [[Raqqa]].", [("displacement", "Raqqa")]),
        ("De SDF verdreven 3.000 strijders van IS uit [[Raqqa]].", []),
        (
            "[[Raqqa]] was van IS. De jihadisten hadden hun posities opgegeven.",
            [("withdrawal", "Raqqa")],
        ),
        ("Duizend rebellen werden uit [[Homs]] weggebracht.", [("withdrawal", "Homs")]),
        (
            "Duizend burgers werden door de SDF uit [[Homs]] weggebracht.",
            [("displacement", "Homs")],
        ),
        ("Uit [[Homs]] werden 400 mensen door IS meegenomen.", [("attack_on_civilians", "Homs")]),
        ("De rebellen en het leger werden het in [[Homs]] eens over een bestand.", _A_DEAL),
    ],
)
def test_who_has_to_go(text: str, events: list[tuple[str, str | None]]) -> None:
    assert _told(text) == events


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Het leger verzamelt troepen in [[Homs]] voor de slag om [[Raqqa]].", []),
        ("Burgers in [[Raqqa]] zijn bang voor een offensief van IS.", []),
        ("De SDF gaven het startsein voor het offensief op [[Raqqa]].", ["offensive"]),
        ("Sinds februari voert IS een offensief tegen [[Raqqa]].", ["offensive"]),
        ("De SDF voeren sinds februari een offensief in [[Raqqa]].", ["offensive"]),
        ("In [[Homs]] wonen 3.000 ontheemden. IS is ver.", []),
        ("De VN telt in [[Homs]] 3.000 ontheemden door IS.", ["displacement"]),
    ],
)
def test_what_only_says_what_for_or_who_lives_there(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in _told(text)] == kinds


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("IS nam zondag [[Homs]] in. Sindsdien zijn 3.000 inwoners van [[Homs]] gevlucht.", _SINCE),
        ("Sinds IS zondag [[Homs]] innam, zijn 3.000 inwoners van de stad gevlucht.", _SINCE),
    ],
)
def test_what_happened_since_then_runs_until_now(text: str, when: str) -> None:
    assert events_of(text, "nl") == [("displacement", "Homs", when)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Het grensoffensief van de SDF bij [[Raqqa]] begon maandag.", ["offensive"]),
        ("Bij een moskeeaanslag van IS in [[Raqqa]] vielen doden.", ["attack_on_civilians"]),
        ("Legerhelikopters van Assad voerden bij [[Raqqa]] een nachtaanval uit.", ["air_strike"]),
        ("Een strijder van IS kreeg in [[Raqqa]] een hartaanval.", []),
    ],
)
def test_a_compound_that_nobody_listed_means_what_it_ends_with(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in _told(text)] == kinds


def test_the_end_of_a_compound_is_a_word_of_the_lexicon() -> None:
    with pytest.raises(ValueError, match="slag is no word of the lexicon"):
        compounds_of({"tails": ["slag"], "others": []}, {})


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("IS heeft in [[Homs]] 160 gevangenen doodgeschoten.", [("attack_on_civilians", "Homs")]),
        ("De rebellen en de Russen kwamen in [[Homs]] de aftocht overeen.", _A_DEAL),
        ("De oorlog is voorbij: in [[Homs]] legden de SDF en het leger de wapens neer.", _A_DEAL),
        ("Het leger en de politie legden in [[Homs]] hun wapens neer.", [("surrender", "Homs")]),
        ("IS trok op: vanuit [[Kilis]] werd ook [[Homs]] beschoten.", [("shelling", "Homs")]),
        ("[[Homs]] is van IS. Het leger wil die stad dit jaar aanvallen.", []),
        ("Ondanks Russische luchtaanvallen moest het leger [[Homs]] opgeven.", _STRUCK),
        ("Na het vertrek van de Russen uit [[Homs]] zal het leger vechten.", []),
        ("[[Homs]] viel. De burgers van IS waren een dag eerder geëvacueerd.", _GONE),
    ],
)
def test_what_the_rest_of_a_clause_makes_of_it(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == events


def test_what_came_weeks_after_another_thing_has_a_date_of_its_own() -> None:
    text = "Zes weken na het begin legden de SDF en IS maandag in [[Homs]] de wapens neer."
    assert events_of(text, "nl") == [("agreement", "Homs", "2017-10-16")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Vrijdag werd begonnen met de herovering van [[Homs]] door de SDF.", _AN_ADVANCE),
        ("De SDF trekken op naar [[Homs]].", _AN_ADVANCE),
        ("Ruim 3.000 inwoners van [[Homs]] staken na de aanval van IS de grens over.", _GONE),
        ("De Turken staken met 3.000 militairen bij [[Homs]] de grens over.", []),
        ("Het leger voert geregeld luchtaanvallen uit op [[Homs]].", []),
        ("Het leger voert sinds maandag geregeld luchtaanvallen uit op [[Homs]].", _STRUCK),
    ],
)
def test_what_begins_and_who_crosses_a_border(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    assert [one for one in _told(text) if one[0] != "battle"] == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Een offensief dat de SDF bij [[Homs]] begonnen, liep vast.", _AN_ADVANCE),
        ("Een offensief van de SDF tegen [[Homs]] laat op zich wachten.", []),
        (
            "[[Homs]] viel. Volgens een organisatie in [[Coventry]] zijn de rebellen gevlucht.",
            _LEFT,
        ),
        ("[[Homs]] viel, zei hij tegen ministers in [[Parijs]]. De rebellen zijn gevlucht.", _LEFT),
    ],
)
def test_where_it_was_and_where_it_is_only_told(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Het leger doodde bij [[Homs]] twintig strijders van IS.", [("battle", "Homs")]),
        ("Russische straaljagers hebben IS in [[Homs]] onder vuur genomen.", _STRUCK),
        ("Nederlandse F-16's voerden een aanval op IS in [[Homs]] uit.", _STRUCK),
        ("De coalitie voerde twaalf aanvallen uit op IS bij [[Homs]].", _STRUCK),
        ("De luchtmacht van Assad heeft bij [[Homs]] een konvooi van IS vernietigd.", _STRUCK),
        (
            "De rebellen en het leger bereikten een akkoord over de ontruiming van [[Homs]].",
            _A_DEAL,
        ),
        ("Het akkoord voorziet in een terugtrekking van het leger uit [[Homs]].", []),
        ("Als het leger [[Homs]] aanvalt, slaan alle inwoners op de vlucht.", []),
        (
            "Sinds het begin van de oorlog met IS zijn vijf miljoen mensen uit [[Homs]] gevlucht.",
            [],
        ),
    ],
)
def test_what_was_struck_agreed_or_only_supposed(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Rusland vuurde zondag 40 drones af op [[Homs]].", _STRUCK),
        ("IS vernietigde met himars-raketten een depot in [[Homs]].", [("shelling", "Homs")]),
        ("In [[Homs]] werden door de politie van IS schoten afgevuurd.", []),
        ("De Houthi's schoten een raket af op [[Homs]].", [("shelling", "Homs")]),
        ("Als vergelding voor raketaanvallen viel het leger [[Homs]] aan.", [("battle", "Homs")]),
        ("De rebellen sloten een akkoord over de overgave van [[Homs]].", _A_DEAL),
    ],
)
def test_what_is_fired_and_what_was_done_elsewhere(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("De rebellen leverden in [[Homs]] hun zware wapens in.", [("surrender", "Homs")]),
        ("De strijders van IS gaven zich in [[Homs]] aan.", [("surrender", "Homs")]),
        ("In [[Homs]] gaf de regering de toon aan.", []),
        ("Een generaal van Assad beval de terugtocht uit [[Homs]].", _LEFT),
        ("Het leger evacueerde 2.000 bewoners van [[Homs]].", _GONE),
        ("Vanuit [[Homs]] zijn door de SDF 300 burgers met bussen naar de grens gebracht.", _GONE),
        ("De politie vond in [[Homs]] een autobom van IS.", []),
        ("De gevechten van IS in [[Homs]] zijn na vijf maanden voorbij.", []),
    ],
)
def test_who_gives_up_or_is_brought_away(text: str, events: list[tuple[str, str | None]]) -> None:
    assert _told(text) == events
