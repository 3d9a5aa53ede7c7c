"""A report says when its offensive began, and counts from that day."""

from datetime import date

import pytest

from geomap.reading.calendar.of_sentence import dates_in
from geomap.reading.calendar.offensives import offensive_begun
from geomap.reading.language.sentences import sentences
from tests.unit.reading.reading_of import reading_of

PUBLISHED = date(2017, 8, 5)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The SDF launched its offensive on Raqqa on 6 June.", "2017-06-06"),
        ("en", "The operation, which began in early June, goes on.", "2017-06-01/2017-06-10"),
        ("nl", "Het offensief, dat op 6 juni begon, gaat door.", "2017-06-06"),
        ("nl", "Op 6 juni begonnen de SDF aan hun aanval op Raqqa.", "2017-06-06"),
        ("en", "The offensive on Raqqa continues today.", None),
        ("en", "The school year began on 6 June.", None),
        ("en", "The offensive began.", None),
        ("fr", "L'offensive a commencé le 6 juin.", None),
    ],
)
def test_the_day_on_which_an_offensive_began(language: str, text: str, edtf: str | None) -> None:
    (sentence,) = sentences(text)
    found = offensive_begun(sentence, dates_in(sentence, PUBLISHED, language), language)
    assert (found.edtf if found is not None else None) == edtf


def test_what_is_counted_since_then_is_counted_from_that_day() -> None:
    (figure,) = reading_of(
        "The SDF launched its offensive on [[Raqqa]] on 6 June. "
        "Since the start of the offensive more than 1,000 civilians have been killed."
    ).figures
    assert (figure.value, figure.when.edtf) == (1000, "2017-06-06/2017-10-17")
