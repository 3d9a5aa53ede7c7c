"""Who was forced from a place and by whom, who only left with some, and whose area a town is in."""

import pytest

from tests.unit.reading.reading_of import claims_of, reading_of


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        (
            "en",
            "An IS offensive forced Syrian troops to leave the city of [[Palmyra]].",
            [("takes", "is", "syrian-government")],
        ),
        (
            "nl",
            "Een offensief van IS dwong de Syrische troepen om uit [[Palmyra]] te vertrekken.",
            [("takes", "is", "syrian-government")],
        ),
        (
            "nl",
            "IS dwong het leger [[Palmyra]] te verlaten.",
            [("takes", "is", "syrian-government")],
        ),
        ("en", "IS wants to force the Syrian army to leave [[Palmyra]].", []),
        ("en", "Hundreds of rebels left [[Douma]] on Sunday.", []),
        ("en", "The last rebels left [[Douma]] on Sunday.", [("loses", None, "syrian-opposition")]),
        (
            "nl",
            "Strijders verlaten het rebellengebied van [[Ghouta]]. Het leger wacht.",
            [("holds", "syrian-opposition", None)],
        ),
    ],
)
def test_who_has_a_place_that_others_left(
    language: str, text: str, claims: list[tuple[str, str | None, str | None]]
) -> None:
    assert [told[1:4] for told in claims_of(text, language)] == claims


@pytest.mark.parametrize(
    "text",
    [
        "[[Daraa]] was one of the last rebel strongholds.",
        "One nurse saw rebels carried out of [[Homs]].",
    ],
)
def test_one_of_something_counts_nobody(text: str) -> None:
    assert reading_of(text).figures == ()


def test_brigades_in_libya_are_those_of_its_government() -> None:
    figures = reading_of("Six brigade members were killed in [[Sirte|city|LY]].").figures
    assert [(one.value, one.actor) for one in figures] == [(6.0, "gna")]
