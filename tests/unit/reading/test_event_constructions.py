"""Constructions that tell of an event: took place, the target of, could leave, were killed."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("nl", "Er vonden in [[Raqqa]] beschietingen plaats.", ("shelling", "Raqqa")),
        ("nl", "De bomaanslag in [[Raqqa]] vond maandag plaats.", ("bombing", "Raqqa")),
        (
            "nl",
            "[[Raqqa]] blijft het doelwit van zware bombardementen.",
            ("air_strike", "Raqqa"),
        ),
        ("en", "[[Raqqa]] was the target of air strikes on Monday.", ("air_strike", "Raqqa")),
        ("nl", "Ook de IS-strijders konden [[Raqqa]] verlaten.", ("withdrawal", "Raqqa")),
        ("en", "The rebels fight on. Six policemen were killed in [[Raqqa]].", ("battle", "Raqqa")),
        (
            "nl",
            "De rebellen vechten door. Bij [[Raqqa]] werden vier agenten gedood.",
            ("battle", "Raqqa"),
        ),
        (
            "en",
            "The army said it was inflicting losses on the rebels near [[Raqqa]].",
            ("battle", "Raqqa"),
        ),
        ("nl", "Het leger kondigde een bestand af in [[Raqqa]].", ("agreement", "Raqqa")),
        ("en", "The army declared a ceasefire in [[Raqqa]].", ("agreement", "Raqqa")),
        (
            "nl",
            "[[Armenië|country|AM]] heeft maandag de staat van beleg afgekondigd.",
            ("declaration", "Armenië"),
        ),
        ("en", "[[Armenia|country|AM]] imposed martial law.", ("declaration", "Armenia")),
        (
            "en",
            "The army is in [[Idlib]]. The withdrawal from [[Raqqa]] comes a day later.",
            ("withdrawal", "Raqqa"),
        ),
        (
            "nl",
            "Het leger staat bij [[Raqqa]]. Al 2.000 mensen zijn de stad uitgevlucht.",
            ("displacement", "Raqqa"),
        ),
        ("nl", "Het leger wierp bij [[Raqqa]] bomvaten af.", ("air_strike", "Raqqa")),
    ],
)
def test_tells_of_one_event(language: str, text: str, event: tuple[str, str]) -> None:
    assert [one[:2] for one in events_of(text, language)] == [event]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The target of the army is [[Raqqa]]."),
        ("en", "A doctor in [[Raqqa]] said that 14 soldiers had been killed."),
        ("nl", "De rebellen konden [[Raqqa]] niet verlaten."),
    ],
)
def test_tells_of_none(language: str, text: str) -> None:
    assert events_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "nl",
            (
                "[[Kunduz|city|AF]] viel na de terugtrekking van de buitenlandse troepen uit "
                "[[Afghanistan|country|AF]]."
            ),
            ("withdrawal", "Afghanistan"),
        ),
        (
            "nl",
            (
                "IS vecht om [[Tal Afar]]. [[Mosul]] is rustig. De stad ligt ten westen van "
                "[[Mosul]] en is omsingeld door het leger."
            ),
            ("siege", "Tal Afar"),
        ),
        (
            "en",
            (
                "Officials evacuated 3,000 people from a camp near [[Manbij]] in northern "
                "[[Syria|country]]."
            ),
            ("displacement", "Manbij"),
        ),
        (
            "nl",
            (
                "De Koerden in [[Noord-Syrië|country]] hebben 7.000 ontheemden uit een opvangkamp "
                "bij de stad [[Manbij]] weggehaald."
            ),
            ("displacement", "Manbij"),
        ),
        (
            "en",
            (
                "[[Idlib]] is calm. The army launched an operation at dawn and drove the rebels "
                "out of [[Palmyra]]."
            ),
            ("offensive", "Palmyra"),
        ),
        (
            "nl",
            (
                "Het leger staat in [[Altun Kupri]]. Vrijdag vochten Koerden met het leger langs "
                "de weg tussen [[Kirkuk]] en [[Erbil]]."
            ),
            ("battle", "Altun Kupri"),
        ),
        (
            "nl",
            "Bij bombardementen op [[Ganja|city|AZ]] vielen twaalf doden.",
            ("shelling", "Ganja"),
        ),
        (
            "en",
            (
                "Rebels attacked soldiers in [[Sinai|governorate]] on Monday. The fighting in "
                "[[Rafah]] on Monday killed ten soldiers."
            ),
            ("battle", "Rafah"),
        ),
    ],
)
def test_where_it_was(language: str, text: str, event: tuple[str, str]) -> None:
    assert event in [one[:2] for one in events_of(text, language)]
    assert len([one for one in events_of(text, language) if one[0] == event[0]]) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police in [[Raqqa]] fired into the air to frighten a crowd."),
        ("en", "The Red Cross oversees the rescue operation of the army in [[Raqqa]]."),
        ("en", "The war left planes at [[Raqqa]] completely destroyed."),
    ],
)
def test_tells_of_no_blow(language: str, text: str) -> None:
    assert events_of(text, language) == []
