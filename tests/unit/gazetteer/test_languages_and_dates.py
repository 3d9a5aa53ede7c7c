"""Codes of languages and dates, as sources write them."""

import pytest

from gazetteer.sources.edtf_dates import edtf, edtf_of_geonames
from gazetteer.sources.languages import fits, two_letters


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("ara", "ar"), ("arz", "ar"), ("apc", "ar"), ("kur", "ku"), ("ckb", "ku"), ("kmr", "ku"),
        ("tur", "tr"), ("fra", "fr"), ("fre", "fr"), ("deu", "de"), ("ger", "de"), ("nld", "nl"),
        ("fas", "fa"), ("pes", "fa"), ("ar", "ar"), ("en-GB", "en"), ("zh-Hant", "zh"),
        ("ceb", ""), ("und", ""), ("xx", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_language_has_its_code_of_two_letters(code: str, short: str) -> None:
    assert two_letters(code) == short


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("الرقة", "ar", True),
        ("Raqqa", "ar", False),
        ("Raqqa", "en", True),
        ("الرقة", "en", False),
        ("Reqa", "ku", True),
        ("ڕەققە", "ku", True),
        ("Ракка", "", True),
    ],
)
def test_a_name_fits_the_script_of_its_language(text: str, language: str, answer: bool) -> None:  # noqa: FBT001 - The expected answer.
    assert fits(text, language) is answer


@pytest.mark.parametrize(
    ("said", "today"),
    [
        ("2014-06-10", "2014-06-10"), ("2014-06", "2014-06"), ("1920~", "1920~"),
        ("19uu", "19XX"), ("2018-uu-uu", "2018-XX-XX"), ("open", ".."), ("1984/open", "1984/.."),
        ("uuuu", ""), ("u", ""), ("unknown", ""), ("", ""), ("last spring", ""), ("2014-13-40", ""),
    ],
)  # fmt: skip
def test_drafts_of_edtf_are_read(said: str, today: str) -> None:
    assert edtf(said) == today


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1917", "1917"), ("20141231", "2014-12-31"), ("2014-12", "2014-12"),
        ("01-08-1999", ""), ("c. 1900", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_of_geonames_are_read_where_they_can_be(said: str, day: str) -> None:
    assert edtf_of_geonames(said) == day
