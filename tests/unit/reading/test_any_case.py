"""What is told of every case, of what is hoped for, of several parts, and who was only helped."""

import pytest

from tests.unit.reading.reading_of import claims_of


def _told(language: str, text: str) -> list[tuple[str, str, str | None]]:
    return [(place, effect, holder) for place, effect, holder, *_ in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mines were left after every battle in the streets of [[Rawa]]."),
        ("nl", "Zoals na elke strijd in [[Rawa]] liggen er mijnen."),
        ("en", "By retaking [[Rawa]], the army hopes to cut the road."),
        ("nl", "Door [[Rawa]] te heroveren, hoopt het leger de weg af te snijden."),
        ("nl", "De regio [[Anbar|governorate|IQ]] is bijna volledig ingenomen door IS."),
        ("en", "The army helped IS retake large swathes of rocky territory. It is in [[Rawa]]."),
    ],
)
def test_what_did_not_happen_there_is_no_claim(language: str, text: str) -> None:
    assert [one for one in _told(language, text) if one[1] != "holds"] == []


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", "US air strikes help the YPG seize [[Rawa]] from IS.", [("Rawa", "takes", "ypg")]),
        ("en", "The SDF beat back IS to regain control of [[Rawa]].", [("Rawa", "takes", "sdf")]),
        ("nl", "De VS hielpen de YPG [[Rawa]] te heroveren.", [("Rawa", "takes", "ypg")]),
        (
            "en",
            "With [[Rawa]] city under their control, the Syrian army will go on.",
            [("Rawa", "holds", "syrian-government")],
        ),
    ],
)
def test_who_did_it_is_named_beside_who_helped(
    language: str, text: str, claims: list[tuple[str, str, str | None]]
) -> None:
    assert _told(language, text) == claims


def test_the_village_is_the_one_that_was_called_so() -> None:
    text = (
        "Flags fly in the village of [[Lopan]], north of the metropolis of [[Kharkiv|city]]. "
        "Russian troops have left the village."
    )
    assert [(told[0], told[3]) for told in claims_of(text)] == [("Lopan", "russia")]


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "en",
            "IS was beaten back in the streets of [[Sirte|city|IQ]] by the army.",
            [("Sirte", "contests", "iraqi-government")],
        ),
        (
            "nl",
            "De SDF heeft [[Rawa]] in de aan Irak grenzende provincie [[Hasaka]] heroverd.",
            [("Rawa", "takes", "sdf")],
        ),
        ("nl", "[[Rawa]] is volgens de SDF in handen van die rebellen.", [("Rawa", "holds", None)]),
        (
            "en",
            "Buses drive to [[Idlib]] — a rebel-run town near the border. The army is not there.",
            [("Idlib", "holds", "syrian-opposition")],
        ),
        (
            "en",
            "IS took [[Rawa]], the third town the militants have seized since Friday.",
            [("Rawa", "takes", "is")],
        ),
        ("nl", "De provincie [[Idlib|governorate]] is overwegend in handen van rebellen.", []),
    ],
)
def test_whose_a_place_is_said_to_be(
    language: str, text: str, claims: list[tuple[str, str, str | None]]
) -> None:
    told = [(place, effect, holder) for place, effect, holder in _told(language, text)]
    wanted = [(place, effect, holder or "syrian-opposition") for place, effect, holder in claims]
    assert told == wanted


def test_a_headline_in_the_present_is_of_the_day_of_the_text() -> None:
    told = claims_of(
        "IS militants seize [[Rawa]]\n\nIS seized the town of [[Rawa]] after army units left "
        "their base on Thursday evening. It lies in the desert."
    )
    assert [(told[0][0], told[0][1], told[0][4][:10])] == [("Rawa", "takes", "2017-10-12")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting in [[Manbij]] had killed over 800 civilians."),
        ("en", "The captives were freed by rebels on Monday. They came to [[Manbij]]."),
        ("nl", "De gijzelaars werden door de rebellen bevrijd. Zij zijn nu in [[Manbij]]."),
        (
            "en",
            "The militia in control is backed by the authorities in [[Baghdad|city|IQ]].",
        ),
        ("nl", "De militie die de macht heeft, hoort bij de autoriteiten in [[Bagdad|city|IQ]]."),
    ],
)
def test_people_who_are_freed_or_counted_make_no_claim(language: str, text: str) -> None:
    assert claims_of(text, language) == []
