"""Terms one edit away from a word."""

import random

import pytest
from rapidfuzz.distance import OSA

from gazetteer.deletions import LONGEST, bucket_of, buckets, codes, terms_in

KEYS = ["raqqa", "raqa", "mosul", "moussoul", "waco", "otok", "لقة", "رقة", "kobani", "mogadishu"]


def found(word: str, keys: list[str]) -> set[str]:
    stored = dict(buckets(keys))
    wanted = codes(word)
    having = [(one, stored[one]) for one in map(bucket_of, wanted) if one in stored]
    return {keys[term] for term in terms_in(having, wanted)}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        pytest.param("waco", "waco", id="no-edit"),
        pytest.param("wxaco", "waco", id="one-letter-more"),
        pytest.param("wac", "waco", id="one-letter-less"),
        pytest.param("waca", "waco", id="one-letter-wrong"),
        pytest.param("awco", "waco", id="two-letters-swapped-at-the-start"),
        pytest.param("wacxo", "waco", id="one-letter-more-inside"),
        pytest.param("oqok", "otok", id="no-run-of-three-letters-left"),
        pytest.param("رفة", "رقة", id="arabic"),
        pytest.param("raqa", "raqqa", id="one-of-two-equal-letters-less"),
    ],
)
def test_a_term_one_edit_away_is_found(word: str, key: str) -> None:
    assert key in found(word, KEYS)


def test_every_edit_of_every_short_key_is_found() -> None:
    chance = random.Random(4)  # noqa: S311 - the same edits in every run.
    keys = sorted({"".join(chance.choices("abcd", k=chance.randint(2, 6))) for _ in range(300)})
    for word in keys[::10]:
        near = {key for key in keys if OSA.distance(word, key) <= 1}
        assert near <= found(word, keys)


def test_what_is_two_letters_apart_in_length_is_not_found() -> None:
    assert "moussoul" not in found("mosul", KEYS)


def test_long_words_and_single_letters_have_no_codes() -> None:
    assert codes("a") == codes("") == []
    assert codes("a" * (LONGEST + 2)) == []
    assert codes("b" * (LONGEST + 1)) != []


def test_a_long_term_is_not_kept() -> None:
    long = "abcdefghijk"
    assert len(long) == LONGEST + 1
    assert found(long, [long]) == set()


def test_no_terms_give_no_buckets() -> None:
    assert list(buckets([])) == []
    assert list(buckets(["a", "abcdefghijklmnop"])) == []
    assert terms_in([], []).tolist() == []


def test_a_term_is_kept_once_under_each_code() -> None:
    (stored,) = [terms_in(buckets(["aaa"]), [code]).tolist() for code in codes("aaa")[1:]]
    assert stored == [0]
