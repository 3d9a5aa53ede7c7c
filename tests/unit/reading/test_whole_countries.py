"""Whole countries that are said to be free of a party."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"All of [[Iraq|country|IQ]] is now free of IS," the prime minister said.'),
        ("en", "[[Iraq|country|IQ]] has been fully liberated from IS, the president announced."),
        ("en", "The prime minister said that the whole of [[Iraq|country|IQ]] was freed from IS."),
        ("en", "[[Iraq|country|IQ]] is completely free of IS, the army said."),
        ("en", "The Iraqi army has liberated all of [[Iraq|country|IQ]] from IS."),
        ("nl", '"Heel [[Iraq|country|IQ]] is vrij van IS," zei de premier.'),
        ("nl", "[[Iraq|country|IQ]] is volledig bevrijd van IS, aldus de president."),
        ("nl", "Het leger zei dat heel [[Iraq|country|IQ]] vrij is van IS."),
        ("nl", "Het leger heeft heel [[Iraq|country|IQ]] op IS heroverd, zei de legerleiding."),
    ],
)
def test_a_country_that_is_free_of_a_party_is_its_governments(language: str, text: str) -> None:
    assert claims_of(text, language) == [("Iraq", "takes", "iraqi-government", "is", TODAY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "All of [[Iraq|country|IQ]] will soon be free of IS, the prime minister said."),
        ("en", "All of [[Iraq|country|IQ]] is free of polio, the prime minister said."),
        ("en", "The army wants all of [[Iraq|country|IQ]] free of IS, the president said."),
        ("nl", "Heel [[Iraq|country|IQ]] is nog niet vrij van IS, zei de premier."),
        ("nl", "De president wil heel [[Iraq|country|IQ]] bevrijden van IS."),
    ],
)
def test_no_country_is_free_that_is_not_yet(language: str, text: str) -> None:
    assert not claims_of(text, language)
