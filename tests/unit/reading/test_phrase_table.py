"""Phrases are found where they begin or end, the longest first."""

from geomap.reading.language.phrase_table import PhraseTable

TABLE = PhraseTable({"at least": 1, "at": 2, "no fewer than": 3, "than": 4})


def test_the_longest_phrase_wins() -> None:
    assert TABLE.at(("at", "least", "22"), 0) == (2, 1)
    assert TABLE.at(("at", "most", "22"), 0) == (1, 2)
    assert TABLE.before(("no", "fewer", "than", "22"), 3) == (0, 3)
    assert TABLE.before(("more", "than", "22"), 2) == (1, 4)


def test_beyond_the_ends_there_is_nothing() -> None:
    assert TABLE.at(("at",), 1) is None
    assert TABLE.at((), 0) is None
    assert TABLE.before(("at",), 0) is None
    assert TABLE.before(("fewer", "than"), 2) == (1, 4)


def test_other_words_are_no_phrases() -> None:
    assert TABLE.at(("fewer", "than"), 0) is None
    assert TABLE.before(("at", "last"), 2) is None
