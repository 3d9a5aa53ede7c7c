"""Numbers are read in digits and words, with the bounds that the words around them give."""

import pytest

from geomap.reading.language.sentences import sentence_of
from geomap.reading.numerals.number_words import dutch_number
from geomap.reading.numerals.numbers import quantities_in
from geomap.reading.numerals.written_numbers import digits

Bounds = tuple[float | None, float | None, float | None]


def read(text: str, language: str) -> list[Bounds]:
    found = quantities_in(sentence_of(text), language)
    return [(one.value, one.low, one.high) for one in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22", 22),
        ("3.000", 3000),
        ("3,000", 3000),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1.234,5", 1234.5),
        ("0,125", 0.125),
        ("12.50", 12.5),
        ("17.10.2017", None),
        ("1.2.3", None),
        ("1,23,456", None),
        ("9" * 40, None),
        ("9" * 5000, None),
    ],
)
def test_separators_are_told_apart(text: str, value: float | None) -> None:
    assert digits(text) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("elf", 11),
        ("vijfentwintig", 25),
        ("tweeëntwintig", 22),
        ("tweeentwintig", 22),
        ("honderd", 100),
        ("honderdvijf", 105),
        ("honderdeneen", None),
        ("tweehonderdvijftig", 250),
        ("twaalfhonderd", 1200),
        ("duizend", 1000),
        ("drieduizend", 3000),
        ("duizendvijfhonderd", 1500),
        ("honderdvijftigduizend", 150_000),
        ("drieduizendtweehonderdvijfentwintig", 3225),
        ("strijder", None),
        ("honderdste", None),
        ("tienduizenden", None),
        ("duizend" * 10_000, None),
    ],
)
def test_dutch_writes_numbers_as_one_word(word: str, value: int | None) -> None:
    assert dutch_number(word) == value


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("22 dead", (22, None, None)),
        ("1.5 million people", (1_500_000, None, None)),
        ("half a million", (500_000, None, None)),
        ("twenty-five", (25, None, None)),
        ("three hundred", (300, None, None)),
        ("one hundred and five", (105, None, None)),
        ("two hundred and fifty thousand", (250_000, None, None)),
        ("a dozen", (12, None, None)),
        ("37 000 people", (37_000, None, None)),
        ("at least 22", (22, 22, None)),
        ("more than 37,000", (37_000, 37_000, None)),
        ("no fewer than 12", (12, 12, None)),
        ("10 or more", (10, 10, None)),
        ("up to 900", (900, None, 900)),
        ("as many as 40", (40, None, 40)),
        ("fewer than 1,000", (None, None, 1000)),
        ("about 2,000", (2000, None, None)),
        ("nearly 200", (200, None, None)),
        ("between 20,000 and 31,500", (None, 20_000, 31_500)),
        ("between twenty and thirty", (None, 20, 30)),
        ("20 to 30 thousand", (None, 20_000, 30_000)),
        ("1-2 million", (None, 10**6, 2 * 10**6)),
        ("five or six", (None, 5, 6)),
        ("dozens of people", (None, 24, 96)),
        ("tens of thousands", (None, 20_000, 90_000)),
        ("several hundred", (None, 200, 900)),
    ],
)
def test_an_english_number(text: str, bounds: Bounds) -> None:
    assert read(text, "en") == [bounds]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("3.000 doden", (3000, None, None)),
        ("1,5 miljoen mensen", (1_500_000, None, None)),
        ("een half miljoen", (500_000, None, None)),
        ("anderhalf miljoen", (1_500_000, None, None)),
        ("vijfentwintig man", (25, None, None)),
        ("twee miljoen", (2 * 10**6, None, None)),
        ("een twintigtal", (20, None, None)),
        ("een dode", (1, None, None)),
        ("zo'n 300", (300, None, None)),
        ("zo’n 300", (300, None, None)),
        ("ruim 275", (275, 275, None)),
        ("zeker 3.250", (3250, 3250, None)),
        ("meer dan honderd", (100, 100, None)),
        ("minder dan 1000", (None, None, 1000)),
        ("nog geen 300", (None, None, 300)),
        ("hooguit 50", (50, None, 50)),
        ("een kleine 500", (500, None, None)),
        ("naar schatting 2.000", (2000, None, None)),
        ("tussen de 3500 en de 4000", (None, 3500, 4000)),
        ("tussen de drie- en vijfduizend", (None, 3000, 5000)),
        ("drie- tot vijfduizend", (None, 3000, 5000)),
        ("van 300 tot 400", (None, 300, 400)),
        ("vijf à zes", (None, 5, 6)),
        ("tientallen", (None, 20, 90)),
        ("enkele honderden", (None, 200, 900)),
        ("een paar honderd", (None, 200, 900)),
        ("honderdduizenden", (None, 200_000, 900_000)),
    ],
)
def test_a_dutch_number(text: str, bounds: Bounds) -> None:
    assert read(text, "nl") == [bounds]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "45 percent", 45),
        ("en", "45 per cent", 45),
        ("en", "45%", 45),
        ("en", "two-thirds", 200 / 3),
        ("en", "a quarter", 25),
        ("nl", "45 procent", 45),
        ("nl", "een derde", 100 / 3),
        ("nl", "driekwart", 75),
    ],
)
def test_a_share(language: str, text: str, value: float) -> None:
    (found,) = quantities_in(sentence_of(text), language)
    assert found.percent
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["T-72", "M-16", "the 17th", "17.10.2017", "9" * 60, "second to none", "½ ²", "a house"]
)
def test_what_is_no_number(text: str) -> None:
    assert read(text, "en") == []


def test_numbers_of_other_languages_are_not_read() -> None:
    assert read("22 morts", "fr") == []


@pytest.mark.parametrize("piece", ["million ", "twenty-", "1,", "honderd", "five or ", "9 "])
def test_hostile_numbers_stay_numbers(piece: str) -> None:
    for language in ("en", "nl"):
        for value, low, high in read(piece * 2000, language):
            assert all(one is None or 0 <= one < 10**22 for one in (value, low, high))
