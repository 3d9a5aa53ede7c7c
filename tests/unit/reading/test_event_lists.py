"""Events in several places, and the places that only somebody who speaks has to do with."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text", "kind", "places"),
    [
        (
            "en",
            "Rebels clashed in [[Raqqa]], [[Hama]] and [[Idlib]] provinces, and [[Manbij]].",
            "battle",
            ["Raqqa", "Hama", "Idlib", "Manbij"],
        ),
        ("en", "Jets hit [[Raqqa]] and the town of [[Tabqa]].", "air_strike", ["Raqqa", "Tabqa"]),
        (
            "nl",
            "Bij luchtaanvallen op [[Raqqa]] en het dorp [[Tabqa]] vielen doden.",
            "air_strike",
            ["Raqqa", "Tabqa"],
        ),
        (
            "nl",
            "Er vielen granaten in [[Raqqa]], in [[Tabqa]] en bij [[Manbij]].",
            "shelling",
            ["Raqqa", "Tabqa", "Manbij"],
        ),
        (
            "en",
            "Aid has come to [[Fuaa]] and [[Kafraya]], two Shiite villages besieged by rebels.",
            "siege",
            ["Fuaa", "Kafraya"],
        ),
        (
            "en",
            "The siege of [[Darayya]], a suburb of [[Damascus]], goes on.",
            "siege",
            ["Darayya"],
        ),
    ],
)
def test_one_event_for_each_place(language: str, text: str, kind: str, places: list[str]) -> None:
    assert [one[:2] for one in events_of(text, language)] == [(kind, place) for place in places]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Volgens het in [[Londen|city|GB]] gevestigde instituut waren er luchtaanvallen."),
        ("nl", "De in [[Coventry|town|GB]] gebaseerde ngo meldt luchtaanvallen."),
        (
            "nl",
            "De denktank, die vanuit het Britse [[Coventry|town|GB]] werkt, meldt luchtaanvallen.",
        ),
        ("en", "The [[London|city|GB]]-based group reported air strikes."),
    ],
)
def test_who_tells_it_sits_elsewhere(language: str, text: str) -> None:
    assert [one[:2] for one in events_of(text, language)] == [("air_strike", None)]
