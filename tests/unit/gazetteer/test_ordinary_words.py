from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from gazetteer.names import forms
from gazetteer.ordinary_words import (
    FIRST,
    LAST,
    UNKNOWN,
    Ordinary,
    OrdinaryWords,
    Word,
    columns_of,
)
from gazetteer.word_lists import common_words, known_columns, known_words, own_names, weight_of


class Index:
    """Columns of words that are held in memory, as an index gives them."""

    def __init__(self, columns: dict[str, NDArray[Any]]) -> None:
        self._columns = columns

    def array(self, name: str, kind: Any) -> NDArray[Any]:
        return self._columns[name].astype(np.dtype(kind).newbyteorder("<"))


@pytest.fixture
def words() -> OrdinaryWords:
    known = {
        "hit": Word(0.8),
        "last": Word(0.9),
        "year": Word(0.6),
        "mark": Word(0.4, FIRST),
        "maria": Word(0.0, FIRST),
        "jansen": Word(0.0, LAST),
        "baghdadi": Word(0.0, LAST),
    }
    return OrdinaryWords(Index(columns_of(known)))


@pytest.fixture(scope="module")
def all_words() -> OrdinaryWords:
    return OrdinaryWords(Index(known_columns()))


def judge(words: OrdinaryWords, name: str) -> Ordinary:
    return words.judge(forms(name))


def test_a_word_is_known_however_it_is_written(words: OrdinaryWords) -> None:
    assert [judge(words, name).word for name in ("hit", "Hit", "HÎT")] == pytest.approx([0.8] * 3)


def test_what_is_not_listed_is_not_ordinary(words: OrdinaryWords) -> None:
    assert judge(words, "Raqqa") == Ordinary(0.0, 0.0)
    assert words.word("raqqa") == UNKNOWN


def test_an_index_without_words_knows_none() -> None:
    empty = OrdinaryWords(Index(columns_of({})))
    assert empty.word("hit") == UNKNOWN


def test_several_words_are_as_common_as_the_rarest(words: OrdinaryWords) -> None:
    assert judge(words, "last year").word == pytest.approx(0.6, abs=0.01)
    assert judge(words, "last Raqqa").word == 0


def test_articles_make_no_word_another(words: OrdinaryWords) -> None:
    assert judge(words, "al-Baghdadi").person == 1
    assert judge(words, "Maria al-Baghdadi").person == 1


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("Mark", 1),
        ("Jansen", 1),
        ("Mark Jansen", 1),
        ("Mark van der Jansen", 1),
        ("van der Jansen", 1),
        ("Mark Rutte", 0.5),
        ("Jansen Raqqa", 0),
        ("van der Raqqa", 0),
        ("van der", 0),
    ],
)
def test_a_person_has_a_first_name_first(words: OrdinaryWords, name: str, share: float) -> None:
    assert judge(words, name).person == share


def test_weights_are_stored_in_the_order_of_their_hashes() -> None:
    columns = columns_of({"a": Word(1.0), "b": Word(0.5), "c": Word(0.0, LAST)})
    assert np.all(np.diff(columns["word_hash"].astype(np.float64)) > 0)
    assert sorted(columns["word_weight"].tolist()) == [0, 128, 255]


def test_a_weight_grows_with_use_and_stays_within_bounds() -> None:
    weights = [weight_of(often) for often in (0.01, 1, 10, 100, 1000, 50_000)]
    assert weights == pytest.approx([0, 0.25, 0.5, 0.75, 1, 1])


@pytest.mark.parametrize(
    "word", ["gisteren", "yesterday", "gestern", "hier", "أمس", "hit", "essen"]
)
def test_words_of_five_languages_are_common(all_words: OrdinaryWords, word: str) -> None:
    assert judge(all_words, word).word > 0.5


@pytest.mark.parametrize(
    "name", ["Raqqa", "Manbij", "Mosul", "Baghdad", "Amsterdam", "Deir ez-Zor", "الرقة", "بغداد"]
)
def test_names_of_places_are_not_common_words(all_words: OrdinaryWords, name: str) -> None:
    assert judge(all_words, name).word < 0.1


@pytest.mark.parametrize("name", ["Jeroen", "de Vries", "Margaret Smith", "Recep", "محمد"])
def test_names_of_persons_are_known(all_words: OrdinaryWords, name: str) -> None:
    assert judge(all_words, name).person == 1


@pytest.mark.parametrize(
    "name",
    ["Hamdan", "Mohamad", "Mouhammad", "Housein", "Nasraddin", "Nour al-Din", "Rojin", "al-Khouri"],
)
def test_arabic_and_kurdish_names_are_known_in_several_spellings(
    all_words: OrdinaryWords, name: str
) -> None:
    assert judge(all_words, name).person == 1


def test_our_own_names_are_given_names_or_names_of_families() -> None:
    own = dict(own_names())
    assert (own["Ghassan"], own["Zubaidi"]) == (FIRST, LAST)
    assert all(name.isalpha() for name in own)


@pytest.mark.parametrize(
    ("name", "share"),
    [
        pytest.param("al-Falluji", 0.5, id="of-a-town"),
        pytest.param("الفلوجي", 0.5, id="of-a-town-in-arabic"),
        pytest.param("Falluji", 0, id="without-an-article"),
        pytest.param("al-Fallujah", 0, id="a-town"),
        pytest.param("al-Rai", 0, id="too-short"),
    ],
)
def test_an_adjective_of_origin_is_half_a_name(
    words: OrdinaryWords, name: str, share: float
) -> None:
    assert judge(words, name).person == share


def test_the_packages_bring_words_and_names() -> None:
    known = known_words().values()
    assert sum(word.weight > 0 for word in known) > 50_000
    assert sum(word.person > 0 for word in known) > 20_000


def test_words_that_were_never_counted_are_left_out() -> None:
    assert not {"amsterdam", "aalst", "syrie"} & common_words("nl").keys()


def test_what_the_dutch_dictionary_fails_to_count_is_known() -> None:
    assert {"aan", "aantal", "aanwezigheid", "aardappel"} <= common_words("nl").keys()


def test_english_is_known_as_the_british_write_it() -> None:
    british = {"colour", "harbours", "favourite", "neighbourhood", "realised", "organisation"}
    assert british | {"defence", "analyse"} <= common_words("en").keys()
