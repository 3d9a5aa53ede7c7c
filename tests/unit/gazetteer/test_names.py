"""Spelling, rule by rule."""

import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import InvalidName
from gazetteer.names import (
    folded,
    forms,
    keys,
    normal_form,
    script_of,
    without_articles,
    without_refused,
)

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("RAQQA", "raqqa", id="case"),
        pytest.param("Straße", "strasse", id="case-that-lengthens"),
        pytest.param("Şırnak", "sirnak", id="turkish-marks-and-dotless-i"),
        pytest.param("İdlib", "idlib", id="turkish-dotted-I"),
        pytest.param("Kobanî", "kobani", id="kurdish-circumflex"),
        pytest.param("Qeładizê", "qeladize", id="stroke-that-does-not-decompose"),
        pytest.param("Rəqqə", "reqqe", id="schwa"),
        pytest.param("Ærø", "aero", id="ligature"),
        pytest.param("Ţall Abyaḑ", "tall abyad", id="dots-below"),
        pytest.param("e\u0301", "e", id="mark-written-apart"),
        pytest.param("ʿAyn al-ʿArab", "ayn al arab", id="ayn-half-ring"),
        pytest.param("Sāmarrā’", "samarra", id="hamza-apostrophe"),
        pytest.param("Qal`at", "qalat", id="backtick"),
        pytest.param("Rakˌkˌa", "rakka", id="stress-mark-in-a-word"),
        pytest.param("Deir ez-Zor", "deir ez zor", id="hyphen"),
        pytest.param("Deir–ez—Zor", "deir ez zor", id="dashes"),
        pytest.param("St. Paul", "st paul", id="full-stop"),
        pytest.param("  Abu \u00a0 Kamal ", "abu kamal", id="spaces"),
        pytest.param("Ｒａｑｑａ", "raqqa", id="full-width"),
        pytest.param("٣ ۴", "3 4", id="digits-of-other-scripts"),
        pytest.param("So\u00adfia", "sofia", id="soft-hyphen"),
        pytest.param("Ελλάς", "ελλασ", id="final-sigma"),
        pytest.param("ガ", "カ\u3099", id="voicing-of-kana-is-kept"),
        pytest.param("हिन्दी", "हिन्दी", id="vowel-signs-of-india-are-kept"),
        pytest.param("a\u20dd", "a", id="enclosing-mark"),
    ],
)
def test_folding(written: str, expected: str) -> None:
    assert folded(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("الرّقّة", "الرقه", id="harakat"),
        pytest.param("الرقـــة", "الرقه", id="tatweel"),
        pytest.param("أربيل", "اربيل", id="hamza-above-alef"),
        pytest.param("إدلب", "ادلب", id="hamza-below-alef"),
        pytest.param("آكري", "اكري", id="madda"),
        pytest.param("ٱلرقة", "الرقه", id="alef-wasla"),
        pytest.param("سامراء", "سامرا", id="hamza-alone"),
        pytest.param("مؤتة", "موته", id="hamza-on-waw-and-ta-marbuta"),
        pytest.param("بئر", "بير", id="hamza-on-ya"),
        pytest.param("مصطفى", "مصطفي", id="alef-maqsura"),
        pytest.param("کرکوک", "كركوك", id="persian-kaf"),
        pytest.param("رمادی", "رمادي", id="persian-ya"),
        pytest.param("کەرکووک", "كهركووك", id="kurdish-e"),
        pytest.param("هەولێر", "ههولير", id="kurdish-ê"),
        pytest.param("مووسڵ", "مووسل", id="kurdish-l"),
        pytest.param("ڕەققە", "رهققه", id="kurdish-r"),
        pytest.param("دهۆک", "دهوك", id="kurdish-o"),
        pytest.param("چەمچەماڵ گوپژڤ", "جهمجهمال كوبزف", id="letters-arabic-lacks"),
        pytest.param("ھہے", "ههي", id="urdu-forms"),
        pytest.param("ﺍﻟﺮﻗﺔ", "الرقه", id="presentation-forms"),
    ],
)
def test_folding_of_arabic_script(written: str, expected: str) -> None:
    assert folded(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("al raqqah", "raqqah", id="al"),
        pytest.param("el raqqah", "raqqah", id="el"),
        pytest.param("ul islam", "islam", id="ul"),
        pytest.param("ar raqqah", "raqqah", id="ar-before-r"),
        pytest.param("er raqqa", "raqqa", id="er-before-r"),
        pytest.param("as susah", "susah", id="as-before-s"),
        pytest.param("ash shaddadi", "shaddadi", id="ash-before-sh"),
        pytest.param("at tabqah", "tabqah", id="at-before-t"),
        pytest.param("ath thawrah", "thawrah", id="ath-before-th"),
        pytest.param("ad dumayr", "dumayr", id="ad-before-d"),
        pytest.param("adh dhahab", "dhahab", id="adh-before-dh"),
        pytest.param("an najaf", "najaf", id="an-before-n"),
        pytest.param("az zubayr", "zubayr", id="az-before-z"),
        pytest.param("deir ez zor", "deir zor", id="inside-a-name"),
        pytest.param("ayn al arab", "ayn arab", id="al-inside-a-name"),
        pytest.param("at al tabqah", "tabqah", id="a-row-of-articles"),
        pytest.param("ar mosul", "ar mosul", id="ar-before-another-consonant"),
        pytest.param("ash sukhnah", "ash sukhnah", id="ash-before-s"),
        pytest.param("as el", "as el", id="an-article-at-the-end-stays"),
        pytest.param("al", "al", id="an-article-alone-stays"),
        pytest.param("alhawija", "alhawija", id="an-article-written-on-stays"),
        pytest.param("الرقه", "رقه", id="arabic"),
        pytest.param("دير الزور", "دير زور", id="arabic-inside-a-name"),
        pytest.param("الى", "الى", id="arabic-stem-of-one-letter-stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_articles(written: str, expected: str) -> None:
    assert without_articles(written) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ar-Raqqah", "Raqqah"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Tel Abyad", "Telabyad"),
        ("الحويجة", "حويجه"),
        ("Al-Hawija", "El Hawija"),
    ],
)
def test_two_spellings_of_a_name_share_a_key(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Mosul", "Mosel"), ("الرقة", "الرقبة"), ("Tabqa", "Taqba")]
)
def test_two_names_share_no_key(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


def test_a_name_without_articles_has_one_key() -> None:
    assert keys("Mosul") == ("mosul", "mosul")


def test_no_character_of_unicode_folds_further_the_second_time() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    assert [one for one in every if folded(folded(one)) != folded(one)] == []


@given(ANY_TEXT)
def test_folding_takes_any_text_and_twice_is_as_once(text: str) -> None:
    once = folded(text)
    assert folded(once) == once


@given(ANY_TEXT)
def test_articles_come_off_in_one_go_and_never_the_whole_name(text: str) -> None:
    plain = folded(text)
    bare = without_articles(plain)
    assert bool(bare) == bool(plain)
    assert len(bare) <= len(plain)


@given(ANY_TEXT)
def test_any_text_is_a_name_or_refused_clearly(text: str) -> None:
    with suppress(InvalidName):
        assert all(forms(text))


@given(ANY_TEXT)
def test_text_without_refused_characters_can_be_encoded(text: str) -> None:
    without_refused(text).encode()


def test_the_normal_form_is_composed_and_has_single_spaces() -> None:
    assert normal_form("  Kobani\u0302   city ") == "Kobanî city"


def test_the_normal_form_keeps_case_and_punctuation() -> None:
    assert normal_form("Deir ez-Zor") == "Deir ez-Zor"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        pytest.param("", "at least one letter", id="empty"),
        pytest.param("   ", "at least one letter", id="spaces"),
        pytest.param("-’!", "at least one letter", id="punctuation"),
        pytest.param("\u0301", "at least one letter", id="a-mark-alone"),
        pytest.param("a" * 201, "at most 200 characters; this one has 201", id="too-long"),
        pytest.param("a" * 10_000, "at most 200", id="far-too-long"),
        pytest.param("Raq\x00qa", "U\\+0000", id="null"),
        pytest.param("Raq\nqa", "U\\+000A", id="line-break"),
        pytest.param("Raq\x9bqa", "U\\+009B", id="c1-control"),
        pytest.param("\u202eaqqaR", "U\\+202E", id="right-to-left-override"),
        pytest.param("Raqqa\u2066", "U\\+2066", id="isolate"),
        pytest.param("Raq\ud800qa", "U\\+D800", id="half-a-surrogate-pair"),
    ],
)
def test_what_cannot_be_a_name_is_refused(name: str, complaint: str) -> None:
    with pytest.raises(InvalidName, match=complaint):
        normal_form(name)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a" * 200, id="longest"),
        pytest.param(" Raqqa\n", id="line-break-at-the-end"),
        pytest.param("می\u200cروم", id="joiner-of-persian"),
        pytest.param("\u200fالرقة", id="right-to-left-mark"),
        pytest.param("O", id="one-letter"),
        pytest.param("100", id="digits"),
    ],
)
def test_what_can_be_a_name_is_taken(name: str) -> None:
    assert normal_form(name)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Raqqa", "latin"),
        ("الرقة", "arabic"),
        ("هەولێر", "arabic"),
        ("Ракка", "cyrillic"),
        ("Ράκκα", "greek"),
        ("א-רקה", "hebrew"),
        ("ラッカ", "katakana"),
        ("摩苏尔", "cjk"),
        ("dهۆk", "latin"),
        ("100 - ’", ""),
        ("", ""),
    ],
)
def test_the_script_of_a_name_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script
