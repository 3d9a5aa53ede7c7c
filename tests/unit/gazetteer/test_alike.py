"""How alike spellings are, within a script and across scripts."""

import pytest

from gazetteer.alike import LEAST_DEGREE, Listener
from gazetteer.names import forms
from gazetteer.places import Tier


def degree(asked: str, text: str, shown: str = "", tier: Tier = Tier.STRICT) -> float:
    return Listener(forms(asked)).likeness(text, tier, shown).degree


def test_one_letter_of_six_wrong_leaves_five() -> None:
    assert degree("Raqqah", "Raqqan") == pytest.approx(5 / 6, abs=0.01)


@pytest.mark.parametrize(
    ("asked", "held"),
    [("Karakoş", "Karakosh"), ("Machmur", "Makhmur"), ("Habbanija", "Habbaniya")],
)
def test_letters_of_some_languages_sound_as_they_mean_them(asked: str, held: str) -> None:
    written = degree(asked.replace("ş", "x").replace("ch", "xh").replace("j", "x"), held)
    assert degree(asked, held) > written


def test_another_spelling_is_never_taken_for_the_same() -> None:
    assert degree("Deir Ezzour", "Deirezzour") < 1


def test_a_name_that_sounds_the_same_is_alike_across_scripts() -> None:
    assert degree("Raqqa", "الرقة") > 0.9
    assert degree("الرقة", "Raqqa") > 0.9


def test_arabic_writes_no_short_vowels_so_they_may_be_any() -> None:
    assert degree("Balad", "بلد") == pytest.approx(degree("Bilid", "بلد"), abs=0.05)


def test_cyrillic_writes_all_vowels_so_they_count() -> None:
    assert degree("Kalina", "Калина") > degree("Kolani", "Калина") + 0.2


def test_the_usual_name_tells_what_another_script_leaves_open() -> None:
    """To an ear without vowels both are called so; one is plainly called otherwise."""
    agreeing = degree("Laton", "لیتون", shown="Laton")
    assert agreeing > degree("Laton", "لیتون", shown="Elletuena")


def test_a_usual_name_in_a_third_script_says_nothing() -> None:
    assert degree("Laton", "لیتون", shown="Летун") == degree("Laton", "لیتون")


def test_a_usual_name_that_agrees_better_raises_nothing() -> None:
    assert degree("Laton", "ليت", shown="Laton") == degree("Laton", "ليت")


def test_names_that_share_nothing_are_no_answer() -> None:
    assert degree("Raqqa", "Minsk", tier=Tier.TRIGRAM) < LEAST_DEGREE
