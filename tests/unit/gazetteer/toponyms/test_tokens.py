import pytest

from gazetteer.toponyms.tokens import Words, key_of, words_of


def read(text: str) -> Words:
    return words_of(text, frozenset({"mr", "st"}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Raqqa's fall",
        "\x00Mosul\x00",
        "\ud800Paris\udfff",
        "\u202eMosul\u202c",
        "الرقّة والموصل",
        "a\u0301b " * 50,
        "x" * 5000 + " Paris",
    ],
)
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    words = read(text)
    spans = zip(words.texts, words.starts, words.ends, strict=True)
    assert all(text[start:end] == word for word, start, end in spans)


def test_a_word_of_thousands_of_letters_is_left_out() -> None:
    assert read("x" * 5000 + " Paris").texts == ["Paris"]


def test_marks_belong_to_their_letter() -> None:
    assert read("في الرقّة").texts == ["في", "الرقّة"]


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("It fell. Then Mosul.", ["It", "Then"]),
        ("Mr. Smith left. St. Louis won.", ["Mr", "St"]),
        ('He said: "Reading is nice."', ["He", "Reading"]),
        ("By J. Smith", ["By"]),
        ("Title\n\nText", ["Title", "Text"]),
    ],
)
def test_a_sentence_begins_behind_what_ends_one(text: str, firsts: list[str]) -> None:
    words = read(text)
    assert [one for one, first in zip(words.texts, words.first, strict=True) if first] == firsts


def test_keys_are_those_of_an_index() -> None:
    assert key_of("Raqqa’s") == "raqqas"
    assert key_of("Şanlıurfa") == "sanliurfa"
