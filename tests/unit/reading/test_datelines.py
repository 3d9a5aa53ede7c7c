"""A dateline says where, when and by whom a report was filed."""

from datetime import date

import pytest

from geomap.reading.calendar.of_sentence import dates_in
from geomap.reading.language.datelines import dateline_of
from geomap.reading.language.sentences import sentences

PUBLISHED = date(2017, 10, 20)


@pytest.mark.parametrize(
    ("text", "head", "agency"),
    [
        ("RAQQA, Oct 17 (Reuters) - The SDF won.", "RAQQA, Oct 17 (Reuters) - ", "Reuters"),
        ("DAMASCUS, Syria (AP) — The army left.", "DAMASCUS, Syria (AP) — ", "AP"),
        ("BEIROET (ANP) - Het leger won.", "BEIROET (ANP) - ", "ANP"),
        ("DEIR EZ-ZOR (AFP) – It fell.", "DEIR EZ-ZOR (AFP) – ", "AFP"),
        ("Beirut (dpa) - It fell.", "Beirut (dpa) - ", "dpa"),
        ("KYIV - It fell.", "KYIV - ", ""),
        ("BAGDAD, 17 okt. - Het viel.", "BAGDAD, 17 okt. - ", ""),
    ],
)
def test_a_dateline_is_found(text: str, head: str, agency: str) -> None:
    found = dateline_of(sentences(text)[0])
    assert found is not None
    assert (text[found.start : found.end], found.agency) == (head, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Raqqa fell - at last.",
        "The army (SDF) said - on Monday - that it won.",
        "IS - the group - lost.",
        "In 2017 it fell.",
        "",
        "A" * 5000,
        "A-" * 3000,
        "AAAA, " * 1000,
    ],
)
def test_other_sentences_have_none(text: str) -> None:
    assert [dateline_of(sentence) for sentence in sentences(text)[:1]] in ([], [None])


def test_the_date_of_a_dateline_dates_nothing_that_is_told() -> None:
    text = "RAQQA, Oct 17 (Reuters) - The SDF took the city on Monday."
    (found,) = dates_in(sentences(text)[0], PUBLISHED, "en")
    assert text[found.start : found.end] == "Monday"
