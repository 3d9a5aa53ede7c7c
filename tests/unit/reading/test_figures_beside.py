"""Numbers of which words beside them say what they are, in Dutch and English."""

import pytest

from tests.unit.reading.reading_of import reading_of


def _figures(text: str, language: str) -> list[tuple[str, float | None, str | None]]:
    return [
        (one.measure.value, one.value or one.low, one.actor)
        for one in reading_of(text, language).figures
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Bij [[Raqqa]] werden de lichamen van 17 aanvallers gevonden.", ("killed", 17, None)),
        ("Het dodental in [[Raqqa]] is de 600 al gepasseerd.", ("killed", 600, None)),
        ("[[Raqqa]], dat ruim 145.000 inwoners heeft, ligt stil.", ("population", 145000, None)),
        (
            "In [[Raqqa]] wonen er nu tussen de 12.000 en 30.000 burgers.",
            ("population", 1.2e4, None),
        ),
        ("Zo'n 21.000 mensen zijn [[Raqqa]] uitgevlucht.", ("displaced", 21000, None)),
        (
            "In het kamp van de Turken waren er bij [[Raqqa]] 17 doden.",
            ("killed", 17, "turkey-sna"),
        ),
        ("Bij [[Raqqa]] stierven 57 ordehandhavers.", ("killed", 57, "syrian-government")),
        (
            "1500 leden van Islamitische Staat (IS) met hun gezinnen hebben zich overgegeven.",
            ("surrendered", 1500, "is"),
        ),
    ],
)
def test_what_dutch_words_beside_a_number_say(
    text: str, figure: tuple[str, float, str | None]
) -> None:
    assert _figures(text, "nl") == [figure]


def test_bodies_are_of_the_dead() -> None:
    text = "The bodies of 17 attackers were found near [[Raqqa]]."
    assert _figures(text, "en") == [("killed", 17, None)]
