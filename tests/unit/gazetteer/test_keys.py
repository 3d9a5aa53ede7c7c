"""Spelling keys: each rule by its examples, then families of spellings as the press writes them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.keys import MOST_KEYS, asked_keys, loose_keys, strict_keys

FAMILIES = {
    "raqqa": "Rakka|Raqqa|Ar-Raqqah|Er Rakka|Reqa|Ar Raqqa|الرقة|الرقه",
    "abu-kamal": "Bukamal|Abu Kamal|Al-Bukamal|Abou Kamal|Albu Kamal|Boukamal|البوكمال|ابو كمال",
    "deir-ez-zor": "Deir Ezzour|Deir ez-Zor|Dayr az-Zawr|Dêra Zor|Deir al-Zour|Der Zor|دير الزور",
    "qamishli": "Qamishli|Kamishli|Al-Qamishli|Qamişlo|Kamışlı|Qamischli|Камышлы|القامشلي",
    "kobani": "Kobani|Kobanî|Kobane|Kobanê|كوباني",
    "manbij": "Manbij|Membij|Menbic|Mambij|Minbic|Manbidj|منبج",
    "hasakah": "Hasakah|Al-Hasakah|Hasaka|Hassaké|Hasakeh|Haseke|الحسكة",
    "mosul": "Mosul|Mossoul|Musul|Mossul|Al-Mawsil|Mosoel|الموصل",
    "jarabulus": "Jarabulus|Jarablus|Cerablus|Djarabulus|Jerablus|جرابلس",
    "tal-afar": "Tal Afar|Tall Afar|Telafer|Tel Afer|Tal'afar|Tall `Afar|تلعفر",
    "hawija": "Hawija|Al-Hawijah|Alhawija|Hawidja|Haouija|Huwayja|الحويجة",
    "fallujah": "Fallujah|Falluja|Al-Fallujah|Falloudja|Felluce|Fellujah|الفلوجة",
    "sinjar": "Sinjar|Sindjar|Sincar|Sencar|Sinjār|سنجار",
    "baghuz": "Baghuz|Al-Baghuz|Baghouz|Bāghūz|Barhouz|الباغوز",
    "mayadin": "Mayadin|Al-Mayadin|Mayadeen|Al Mayadeen|Meyadin|Mayadine|الميادين",
    "shaddadi": "Al-Shaddadah|Shaddadi|Ash Shaddadah|Shadadi|Chaddadé|الشدادي",
    "suwayda": "Suwayda|As-Suwayda|Sweida|Soueida|Suweida|السويداء",
    "tabqa": "Tabqa|Al-Thawrah Tabqa|At-Tabqah|Tabka|Tabaqah|الطبقة",
    "bab": "Al-Bab|El Bab|Albab|الباب",
    "rawa": "Rawa|Rawah|Raua|راوة",
}  # fmt: skip
# Names that are written more freely than a strict key follows.
LOOSER = {"Shadadi", "Al-Thawrah Tabqa", "Albab", "Raua", "Hassaké"}


def joined(one: str, other: str) -> bool:
    return bool(set(strict_keys(one)) & set(strict_keys(other)))


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (1, ("Kobanî", "Kobani")),
        (1, ("Şırnak", "Shirnak")),
        (1, ("Naşārā", "Nasara")),
        (1, ("Muğla", "Mughla")),
        (1, ("Xanesor", "Khanesor")),
        (1, ("Alexandria", "Aleksandria")),
        (2, ("Камышлы", "Kamishly")),
        (3, ("Schaddada", "Shaddada", "Sjaddada")),
        (3, ("Qamishli", "Kamishli", "Ckamishli")),
        (3, ("Dhahab", "Dahab")),
        (3, ("Baghdad", "Barhdad")),
        (3, ("Daoud", "Daud", "Dood")),
        (3, ("Mambij", "Manbij")),
        (4, ("Raqqa Governorate", "Muhafazat Raqqa", "Raqqa", "محافظة الرقة")),
        (5, ("Ar Raqqah", "Al Raqqa", "Alraqqa", "Raqqa", "الرقة")),
        (5, ("Ash Shaykh", "Shaykh")),
        (6, ("Abu Kamal", "Abou Kamal", "Bu Kamal", "Albu Kamal", "أبو كمال")),
        (7, ("Hasakah", "Hasaka", "الحسكة", "الحسكه")),
        (8, ("Hassakeh", "Hasake")),
        (9, ("Ouadi", "Wadi")),
        (9, ("Soueida", "Sweida")),
        (10, ("Latakia", "Latakiya", "Lattakieh")),
        (11, ("Dayr", "Deir", "Der", "دير")),
        (11, ("Zawr", "Zor", "Zour", "زور")),
        (12, ("Tal Afar", "Telafer", "تل عفر", "تلعفر")),
    ],
)
def test_each_rule_joins_its_examples(rule: int, names: tuple[str, ...]) -> None:
    assert [pair for pair in combinations(names, 2) if not joined(*pair)] == [], rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ar Mosul", "Mosul", id="assimilated-article-before-another-consonant"),
        pytest.param("Aleppo", "Peppo", id="al-before-a-vowel-is-no-article"),
        pytest.param("Elba", "Ba", id="too-short-for-an-article"),
        pytest.param("Is'haq", "Ishaq", id="an-apostrophe-parts-letters"),
        pytest.param("Khan", "Han", id="kh-is-not-h"),
        pytest.param("Hawija", "Haja", id="a-half-vowel-before-a-vowel-stays"),
    ],
)
def test_rules_do_not_reach_too_far(one: str, other: str) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize("family", FAMILIES)
def test_one_strict_key_joins_the_spellings_of_the_press(family: str) -> None:
    first, *others = (name for name in FAMILIES[family].split("|") if name not in LOOSER)
    assert [name for name in others if not joined(first, name)] == []


def test_families_stay_apart() -> None:
    pairs = combinations(FAMILIES, 2)
    spellings = {family: FAMILIES[family].split("|") for family in FAMILIES}
    wrong = [
        (one, other)
        for first, second in pairs
        for one in spellings[first]
        for other in spellings[second]
        if joined(one, other)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khan", "Han"), ("Suwayda", "Sueda"), ("Shaykh", "Saih"), ("Paris", "Baris")],
)
def test_the_loose_key_joins_what_ears_mix_up(one: str, other: str) -> None:
    assert set(loose_keys(strict_keys(one))) & set(loose_keys(strict_keys(other)))


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        pytest.param("Machmur", "Makhmur", id="German-ch-is-kh"),
        pytest.param("Suchna", "Sukhnah", id="German-ch-between-vowels"),
        pytest.param("Habbanija", "Habbaniyah", id="German-and-Dutch-j-is-y"),
        pytest.param("Sarajevo", "Sarayevo", id="Slavic-j-is-y"),
        pytest.param("Machmur", "Mashmur", id="but-a-French-ch-is-sh-as-before"),
    ],
)
def test_what_is_asked_is_read_as_some_languages_mean_it_too(asked: str, held: str) -> None:
    assert set(asked_keys(asked)) & set(strict_keys(held))


@pytest.mark.parametrize("asked", ["Scherif", "Tchad", "Jarabulus", "Raqqa", "الرقة"])
def test_what_all_languages_read_alike_has_no_more_keys(asked: str) -> None:
    assert asked_keys(asked) == strict_keys(asked)


@pytest.mark.parametrize("name", ["Aiea", "ا", "北京", "", "—"])
def test_a_name_without_known_consonants_has_no_key(name: str) -> None:
    assert strict_keys(name) == ()


def test_the_word_for_a_kind_of_area_may_be_the_whole_name() -> None:
    assert strict_keys("City") != ()


@given(st.text(max_size=60))
def test_any_text_has_few_keys_of_known_signs(text: str) -> None:
    keys = strict_keys(text)
    assert len(keys) == len(set(keys)) <= MOST_KEYS
    assert all(key and key.isascii() and key.isalnum() for key in keys)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz' -", max_size=30))
def test_a_loose_key_is_its_own_loose_key(text: str) -> None:
    loose = loose_keys(strict_keys(text))
    assert set(loose_keys(loose)) <= {again for key in loose for again in loose_keys((key,))}
    for key in loose:
        assert "w" not in key
        assert "y" not in key
