"""Words of violence that tell of no event."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    "text",
    [
        "IS bestookt [[Raqqa]] bijna dagelijks met raketten.",
        "De SDF is aan een opmars bezig. Zij hebben [[Raqqa]] ingenomen.",
        "De SDF rukten op.\n\nAanslagen\n\nZij hebben [[Raqqa]] ingenomen.",
        "Het leger zegt dat in [[Raqqa]] acht bommen vernietigd zijn.",
        "De coalitie looft geld uit voor wat in [[Raqqa]] tot zijn aanhouding zou leiden.",
        "De coalitie heeft geroepen om rust, zodat burgers [[Raqqa]] kunnen verlaten.",
        "IS heeft in [[Raqqa]] sinds begin januari 2.600 mensen gedood.",
        "[[Raqqa]] bleef gespaard van de gevechten tussen IS en het leger.",
    ],
)
def test_dutch_habits_headings_and_what_did_not_happen(text: str) -> None:
    assert events_of(text, "nl") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels said that [[Raqqa]] is under daily bombardment by the army.",
        "Police of the army fired into the air in [[Raqqa]].",
        "The army swept through [[Raqqa]], destroying several landmines of IS.",
    ],
)
def test_english_habits_and_what_did_not_happen(text: str) -> None:
    assert events_of(text, "en") == []
