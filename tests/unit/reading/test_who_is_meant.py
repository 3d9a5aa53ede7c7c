"""Whom English words such as "we", "its army" and "the mission" mean."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"
Claims = list[tuple[str, ...]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            '"We control the whole of [[Raqqa]]," said a spokesman for the SDF.',
            [("Raqqa", "holds", "sdf", None, TODAY)],
        ),
        (
            '"Our forces have liberated [[Rawa|town|IQ]]," the Iraqi army said.',
            [("Rawa", "takes", "iraqi-government", None, TODAY)],
        ),
        (
            '"We have captured [[Tabqa]]. They are gone," an SDF commander told reporters.',
            [("Tabqa", "takes", "sdf", None, TODAY)],
        ),
        ('"We have lost [[Mosul|city|IQ]]," said a man who fled from Islamic State.', []),
        ('"We will take [[Tabqa]]," said an SDF commander.', []),
    ],
)
def test_who_is_quoted(text: str, claims: Claims) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[[Rwanda|government|RW]] denies it. Its troops captured [[Goma|city|CD]].",
            [("Goma", "takes", "rwanda", None, TODAY)],
        ),
        (
            "IS is strong. In neighboring [[Syria|country]], it seized [[Raqqa]] in 2014.",
            [("Raqqa", "takes", "is", None, "2014")],
        ),
        (
            "The army command says its men now control the whole of [[Palmyra]].",
            [("Palmyra", "holds", "syrian-government", None, TODAY)],
        ),
        (
            "The mission pushed al-Shabaab out of [[Mogadishu|capital|SO]] in August 2011.",
            [("Mogadishu", "takes", "african-union", "al-shabaab", "2011-08")],
        ),
        (
            "An ethnic armed group says it has taken [[Laukkai|town|MM]]. The MNDAA is small.",
            [("Laukkai", "takes", "mndaa", None, TODAY)],
        ),
    ],
)
def test_who_was_spoken_of(text: str, claims: Claims) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Iraqi army abandoned [[Mosul|city|IQ]] to Islamic State.",
            [("Mosul", "takes", "is", "iraqi-government", TODAY)],
        ),
        (
            "Rebels left [[Aleppo|city]] to join the Nusra Front.",
            [("Aleppo", "loses", None, "syrian-opposition", TODAY)],
        ),
        (
            "[[Hawija|town|IQ]] was cleansed of Islamic State by Iraqi troops.",
            [("Hawija", "takes", "iraqi-government", "is", TODAY)],
        ),
        (
            "The Iraqi flag flies over [[Kirkuk|city|IQ]] again.",
            [("Kirkuk", "takes", "iraqi-government", None, TODAY)],
        ),
        ("Jets flew over [[Mosul|city|IQ]] and bombed Islamic State.", []),
    ],
)
def test_who_has_what_another_left(text: str, claims: Claims) -> None:
    assert claims_of(text) == claims
