"""Words of weapons, attacks and sieges that tell of no event of their own."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army claimed to have destroyed four helicopters near [[Raqqa]]."),
        ("nl", "Het leger zegt dat het vijf drones heeft vernietigd bij [[Raqqa]]."),
        ("en", "Engineers of the army are dismantling mines and bombs in [[Raqqa]]."),
        ("en", "Soldiers stood beside the burnt shell of a bus in [[Raqqa]]."),
        ("en", "The rebels have carried out similar attacks in [[Raqqa]] in the past."),
        ("nl", "IS heeft in het verleden aanslagen gepleegd in [[Raqqa]]."),
        ("en", "The militants conduct frequent raids on the army near [[Raqqa]]."),
        ("nl", "De politie heeft een hotel in [[Raqqa]] omsingeld."),
        ("nl", "Het leger heeft het stationsgebouw van [[Raqqa]] omsingeld."),
        ("nl", "Er raakten rond [[Raqqa]] miljoenen mensen ontheemd."),
        ("nl", "De rebellen hadden al aangegeven dat [[Raqqa]] rustig was."),
    ],
)
def test_tells_of_no_event(language: str, text: str) -> None:
    assert events_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "en",
            "A suicide bomber attacked a post of the army in [[Raqqa]].",
            [("bombing", "Raqqa")],
        ),
        (
            "en",
            "The assault in [[Raqqa]] was carried out by one suicide bomber.",
            [("bombing", "Raqqa")],
        ),
        ("en", "IS claims the [[Raqqa]] bomb that killed four.", [("bombing", "Raqqa")]),
        ("en", "Bombs had fallen on [[Raqqa]] from jets.", [("air_strike", "Raqqa")]),
        (
            "en",
            "A string of suicide bombings and raids by IS killed 30 people in [[Raqqa]].",
            [("bombing", "Raqqa")],
        ),
    ],
)
def test_bombers_are_told_of_once(language: str, text: str, events: list[tuple[str, str]]) -> None:
    assert [event[:2] for event in events_of(text, language)] == events
