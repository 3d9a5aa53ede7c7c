"""Texts that are the same, or nearly."""

import random

import pytest

from geomap.imports.duplicates import BANDS, Words, bands_of, signature_of

BAND = 8136147239874035531


def text_of(words: int, seed: int = 1) -> list[str]:
    draw = random.Random(seed)  # noqa: S311 - no secret.
    return [f"word{draw.randrange(5000)}" for _ in range(words)]


def words_of(words: list[str]) -> Words:
    return Words(" ".join(words))


def shared_bands(one: Words, other: Words) -> int:
    return len({*bands_of(signature_of(one))} & {*bands_of(signature_of(other))})


@pytest.mark.parametrize(
    "other",
    [
        "RAQQA  fell,\nsay the SDF",
        "“Raqqa fell” — say: the SDF!",
        "Raqqa\u00a0fell say the ＳＤＦ.",
    ],
)
def test_case_marks_and_spaces_make_no_other_text(other: str) -> None:
    assert Words(other).sha256 == Words("Raqqa fell, say the SDF.").sha256


def test_another_word_makes_another_text() -> None:
    assert Words("Raqqa fell.").sha256 != Words("Raqqa fell again.").sha256


def test_a_quote_stands_in_a_text_whole_words_in_a_row() -> None:
    text = Words("On Tuesday Raqqa fell, say the SDF.")
    assert text.holds("Raqqa fell")
    assert not text.holds("Raqqa say")
    assert not text.holds("aqqa fell")
    assert not text.holds("...")


def test_a_story_with_another_end_is_the_same_story() -> None:
    story = text_of(400)
    edited = words_of([*story[:350], *text_of(60, 2)])
    assert words_of(story).tells_the_same_as(edited)
    assert shared_bands(words_of(story), edited)


def test_a_story_cut_to_its_first_half_is_the_same_story() -> None:
    story = text_of(400)
    half = words_of(story[:210])
    assert words_of(story).tells_the_same_as(half)
    assert half.tells_the_same_as(words_of(story))
    assert shared_bands(words_of(story), half)


def test_a_new_story_over_an_old_background_is_another_story() -> None:
    background = text_of(150)
    monday, tuesday = [*text_of(200, 2), *background], [*text_of(200, 3), *background]
    assert not words_of(monday).tells_the_same_as(words_of(tuesday))


def test_a_short_text_is_not_lost_in_a_long_one() -> None:
    story = text_of(400)
    assert not words_of(story).tells_the_same_as(words_of(story[:30]))


def test_stories_that_share_nothing_share_no_band() -> None:
    assert shared_bands(words_of(text_of(400, 1)), words_of(text_of(400, 2))) == 0


def test_signatures_are_the_same_in_every_process_and_version() -> None:
    signature = signature_of(Words("Raqqa fell to the SDF on Tuesday."))
    bands = bands_of(signature)
    assert (len(signature), len(bands)) == (240, BANDS)
    assert all(0 <= band < 2**63 for band in bands)
    assert bands[0] == BAND


@pytest.mark.parametrize("text", ["", "Raqqa", "!", "الرقة سقطت"])
def test_the_shortest_texts_have_a_signature_too(text: str) -> None:
    assert len(signature_of(Words(text))) == 240
