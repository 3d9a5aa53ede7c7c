"""Asides behind a place that only measure: how far it lies from another, how many live there."""

import pytest

from geomap.domain.statements import Measure
from tests.unit.reading.reading_of import claims_of, reading_of

_FAR = "some 40 kilometres north of [[Aleppo]]"
_VER = "zo'n veertig kilometer van [[Aleppo]]"


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("en", f"The army took [[Azaz]], {_FAR}, from IS.", {"Azaz"}),
        ("en", f"[[Azaz]], {_FAR}, and [[Dabiq|town]] are in the hands of IS.", {"Azaz", "Dabiq"}),
        ("en", f"IS still holds [[Azaz]], {_FAR}.", {"Azaz"}),
        ("en", "[[Azaz]], a town of 30,000 people, was retaken by the army.", {"Azaz"}),
        ("en", "The army took [[Azaz]], where 30,000 people live, and left.", {"Azaz"}),
        ("nl", f"Het leger nam vorige maand [[Azaz]], {_VER}, in.", {"Azaz"}),
        ("nl", f"De herovering van [[Azaz]], {_VER}, door het leger is een klap.", {"Azaz"}),
        ("nl", f"Turkse troepen houden [[Azaz]], {_VER}, bezet.", {"Azaz"}),
        (
            "nl",
            "[[Azaz]], een stad met 30.000 inwoners, en [[Dabiq|town]] zijn van IS.",
            {"Azaz", "Dabiq"},
        ),
    ],
)
def test_what_measures_a_place_parts_no_sentence(
    language: str, text: str, claims: set[str]
) -> None:
    assert {claim[0] for claim in claims_of(text, language)} == claims


def test_a_measure_that_tells_more_is_no_aside() -> None:
    """Who was driven how far stays told."""
    text = "The army drove IS out of [[Azaz]], took 20 kilometres of the road, and went on."
    assert [claim[:2] for claim in claims_of(text)] == [("Azaz", "takes")]


def test_how_many_live_there_is_still_counted() -> None:
    reading = reading_of("The army took [[Azaz]], a town of 30,000 people, on Monday.")
    assert [(one.measure, one.value) for one in reading.figures] == [(Measure.POPULATION, 30_000)]
