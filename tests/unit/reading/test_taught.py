"""Names that reviewers have taught are found and taken at their word."""

import pytest

from geomap.domain.reading import Mention, ReadPlace, Sense
from geomap.reading.language.taught import TaughtPlaces

HERE = ReadPlace("test:rmeilah", "Rmeilah", "SY", 39.0, 36.0, "village")
THERE = ReadPlace("test:far", "Rumeila", "IQ", 47.4, 30.4, "field")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They took Rmeilah.", ["Rmeilah"]),
        ("They took RMEILAH and rmeilah.", ["RMEILAH"]),
        ("They took Rmeilah's fields and Rmeilahs.", ["Rmeilah"]),
        ("They took Tell Rmeilah.", ["Tell Rmeilah"]),
        ("They took nothing.", []),
        ("", []),
    ],
)
def test_a_taught_name_is_found_as_a_word_with_its_capital(text: str, found: list[str]) -> None:
    taught = TaughtPlaces({"Rmeilah": HERE, "Tell Rmeilah": THERE})
    assert [one.text for one in taught.among(text, [])] == found
    assert all(text[one.start : one.end] == one.text for one in taught.among(text, []))


def test_a_taught_name_goes_before_what_was_recognised_there() -> None:
    text = "Rmeilah told Rmeilah city of Raqqa."
    before = [
        Mention("Rmeilah", 0, 7, THERE, 0.4, Sense.GOVERNMENT),
        Mention("Rmeilah city", 13, 25, THERE, 0.7),
        Mention("Raqqa", 29, 34, None, 0.5),
    ]
    after = TaughtPlaces({"Rmeilah": HERE}).among(text, before)
    assert [(one.start, one.end, one.place, one.confidence, one.sense) for one in after] == [
        (0, 7, HERE, 1.0, Sense.GOVERNMENT),
        (13, 20, HERE, 1.0, Sense.PLACE),
        (29, 34, None, 0.5, Sense.PLACE),
    ]


def test_without_a_taught_name_all_stays() -> None:
    mentions = (Mention("Raqqa", 0, 5, None, 0.5),)
    assert TaughtPlaces({}).among("Raqqa", mentions) == mentions
