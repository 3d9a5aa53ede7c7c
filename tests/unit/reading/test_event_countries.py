"""Events that are told of a side of a country, and not of the town that a report is about."""

import pytest

from tests.unit.reading.reading_of import events_of

_TOWN_EN = "Rebels captured [[Raqqa]] on Monday.\n\n"
_TOWN_NL = "De rebellen hebben [[Raqqa]] maandag ingenomen.\n\n"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "A car bomb killed 30 people in southern [[Syria|country]] in May.", "bombing"),
        ("en", "Jets struck a convoy in the north-east of [[Syria|country]].", "air_strike"),
        (
            "nl",
            "In mei was er een bomaanslag in het zuiden van [[Syrië|country]].",
            "bombing",
        ),
        ("nl", "Het leger begon in mei een offensief in [[Noord-Syrië|country]].", "offensive"),
    ],
)
def test_the_side_of_a_country_is_the_country(language: str, text: str, kind: str) -> None:
    before = _TOWN_EN if language == "en" else _TOWN_NL
    name = "Syria" if language == "en" else "Noord-Syrië" if "Noord" in text else "Syrië"
    assert [event[:2] for event in events_of(before + text, language)] == [(kind, name)]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            "A car bomb killed 30 people in southern [[Syria|country]]. It stood in [[Raqqa]].",
            ("bombing", "Raqqa"),
        ),
        (
            "nl",
            "Er werd gevochten in het zuiden van [[Syrië|country]]. [[Raqqa]] is onrustig.",
            ("battle", "Raqqa"),
        ),
    ],
)
def test_a_report_that_opens_so_tells_the_town_below(
    language: str, text: str, event: tuple[str, str]
) -> None:
    assert [one[:2] for one in events_of(text, language)] == [event]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            "Rebels seized [[Manbij]], sending residents fleeing into [[Turkey|country|TR]].",
            ("displacement", "Manbij"),
        ),
        (
            "nl",
            (
                "Rebellen veroverden [[Manbij]], waarop duizenden inwoners naar "
                "[[Turkije|country|TR]] vluchtten."
            ),
            ("displacement", "Manbij"),
        ),
        ("en", "Jets launched air strikes on [[Yemen|country|YE]].", ("air_strike", "Yemen")),
        (
            "nl",
            "Bij een luchtaanval op [[Jemen|country|YE]] viel een dode.",
            ("air_strike", "Jemen"),
        ),
        (
            "nl",
            (
                "In [[Jemen|country|YE]] is het onrustig. In maart 2015 begon de coalitie een "
                "offensief tegen de Houthi's."
            ),
            ("offensive", "Jemen"),
        ),
    ],
)
def test_countries_that_are_left_hit_or_fled_to(
    language: str, text: str, event: tuple[str, str]
) -> None:
    assert [one[:2] for one in events_of(text, language)] == [event]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "nl",
            (
                "[[Charkov|city|UA]] is rustig. [[Kiev|capital|UA]] is vorige week gestart met een "
                "offensief, nabij [[Cherson|city|UA]]."
            ),
            [("offensive", "Cherson")],
        ),
        (
            "en",
            "IS fights in the [[Sahel|region]]. A car bomb killed nine people in [[Gao|city|ML]].",
            [("bombing", "Gao")],
        ),
        (
            "en",
            "The army besieged the towns. Some 80 buses left [[Fuaa]] and [[Kafraya]] on Friday.",
            [("displacement", "Fuaa"), ("displacement", "Kafraya")],
        ),
    ],
)
def test_neither_who_acts_nor_half_a_continent(
    language: str, text: str, events: list[tuple[str, str]]
) -> None:
    found = [one[:2] for one in events_of(text, language)]
    assert all(event in found for event in events)
    assert "Kiev" not in [place for _, place in found]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "en",
            (
                "IS attacked [[Raqqa]]. [[Washington|capital|US]] expressed regret over the "
                "clashes on Saturday."
            ),
            [("battle", "Raqqa")],
        ),
        ("nl", "IS heeft zondag de verantwoordelijkheid opgeëist voor een aanslag.", []),
        ("en", "On Sunday IS claimed responsibility for an attack in [[Raqqa]].", []),
        (
            "nl",
            (
                "De rebellen hebben [[Raqqa]] ingenomen. Het leger zei dat [[Manbij]] was veroverd "
                "bij een inval in het noordoosten van [[Syrië|country]] in mei."
            ),
            [("offensive", "Syrië")],
        ),
    ],
)
def test_who_speaks_and_who_claims_were_not_there(
    language: str, text: str, events: list[tuple[str, str]]
) -> None:
    assert [one[:2] for one in events_of(text, language)] == events
