"""A figure is told of somebody, somewhere, on a day, by a source."""

import pytest

from geomap.domain.statements import Measure
from tests.unit.reading.reading_of import reading_of


def figures_of(
    marked: str, language: str = "en"
) -> list[tuple[str, float | None, str | None, str]]:
    return [
        (figure.measure.value, figure.value, figure.actor, figure.when.edtf)
        for figure in reading_of(marked, language).figures
    ]


@pytest.mark.parametrize(
    ("language", "text", "figure"),
    [
        ("en", "On Saturday 22 IS fighters were killed in [[Raqqa]].",
         ("killed", 22, "is", "2017-10-14")),
        ("en", "At least 12 civilians were killed in [[Raqqa]] on Saturday.",
         ("killed", 12, None, "2017-10-14")),
        ("en", "About 250 members of the SDF died in [[Raqqa]] yesterday.",
         ("killed", 250, "sdf", "2017-10-16")),
        ("en", "IS still has some 300 fighters in [[Raqqa]].",
         ("fighters", 300, "is", "2017-10-17")),
        ("en", "IS has lost 78 percent of its territory.", ("share_lost", 78, "is", "2017-10-17")),
        ("en", "Since July more than 15,000 people have fled [[Raqqa]].",
         ("displaced", 15_000, None, "2017-07-01/2017-10-17")),
        ("nl", "Zaterdag gaven 275 IS-strijders zich over in [[Raqqa]].",
         ("surrendered", 275, "is", "2017-10-14")),
        ("nl", "In [[Raqqa]] vielen gisteren elf doden onder de SDF.",
         ("killed", 11, "sdf", "2017-10-16")),
        ("nl", "IS heeft nog zo'n 300 strijders in [[Raqqa]].",
         ("fighters", 300, "is", "2017-10-17")),
        ("nl", "Ruim 94.000 inwoners zijn uit [[Raqqa]] gevlucht.",
         ("displaced", 94_000, None, "2017-10-17")),
    ],
)  # fmt: skip
def test_a_figure_is_told_of_somebody_on_a_day(
    language: str, text: str, figure: tuple[str, float, str | None, str]
) -> None:
    assert figures_of(text, language) == [figure]


def test_the_place_is_the_one_named_nearest_or_the_one_spoken_of() -> None:
    figures = reading_of(
        "The SDF took [[Raqqa]] on Tuesday. In [[Mayadeen]] 12 people died. 40 were wounded."
    ).figures
    assert [figure.place.name for figure in figures if figure.place] == ["Mayadeen", "Mayadeen"]


def test_the_source_and_the_sentence_are_kept() -> None:
    text = "In [[Raqqa]] 22 people died, according to SOHR."
    (figure,) = reading_of(text).figures
    assert figure.source == "SOHR"
    assert figure.quote == "In Raqqa 22 people died, according to SOHR."
    assert 0 < figure.confidence <= 1


def test_a_hedge_lowers_the_confidence() -> None:
    (plain,) = reading_of("22 people died in [[Raqqa]].").figures
    (hedged,) = reading_of("22 people reportedly died in [[Raqqa]].").figures
    assert hedged.confidence < plain.confidence


def test_the_same_figure_told_twice_is_one() -> None:
    text = "22 dead in [[Raqqa]]\n\nOn Tuesday 22 IS fighters were killed in [[Raqqa]]."
    assert figures_of(text) == [("killed", 22, "is", "2017-10-17")]


def test_dozens_are_no_figure() -> None:
    assert figures_of("Dozens of people were killed in [[Raqqa]].") == []


def test_a_comparison_dates_the_other_number() -> None:
    text = "Fewer than 1,000 IS fighters are left, a third of three weeks ago."
    now, then = reading_of(text).figures
    assert (now.measure, now.high, now.when.edtf) == (Measure.FIGHTERS, 1000, "2017-10-17")
    assert (then.value, then.when.edtf) == (3000, "2017-09-23/2017-09-29")


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "At least 417 IS fighters died in three weeks of fighting.",
         "2017-09-26/2017-10-17"),
        ("en", "The battle lasted nearly two months and cost 40 lives.", "2017-08-18/2017-10-17"),
        ("en", "More than 40 people died in the past 24 hours.", "2017-10-16/2017-10-17"),
        ("en", "It killed 12 people two days ago.", "2017-10-15"),
        ("en", "The army attacked on Saturday. It killed 12 people.", "2017-10-14"),
        ("en", "The rebels took [[Mukalla]], home to 200,000 people, in April 2015.",
         "2017-10-17"),
        ("nl", "In twee weken tijd kwamen 40 burgers om.", "2017-10-03/2017-10-17"),
        ("nl", "Zaterdag viel het leger aan. Daarbij zijn 12 burgers omgekomen.", "2017-10-14"),
    ],
)  # fmt: skip
def test_a_figure_counts_over_what_its_report_tells_of(language: str, text: str, edtf: str) -> None:
    assert [figure[3] for figure in figures_of(text, language)] == [edtf]
