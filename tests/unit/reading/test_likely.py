"""Sentences built in ways that are not understood: the likeliest party and place."""

import pytest

from tests.unit.reading.reading_of import claims_of

ATTACKED_BEFORE = "The M23 attacked [[Goma|city|CD]]. Before that, [[Sake|town|CD]] was captured."
AFTER_THE_CAPTURE = (
    "Separatisten zijn [[Lysytsjansk|town|UA]] genaderd, na de inname van [[Hirske|town|UA]]"
    " eerder deze week."
)


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        (
            "en",
            ATTACKED_BEFORE,
            ("Sake", "takes", "m23"),
        ),
        (
            "nl",
            AFTER_THE_CAPTURE,
            ("Hirske", "takes", "donbas-separatists"),
        ),
    ],
)
def test_who_was_named_last_and_what_is_nearest_belong_together(
    language: str, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in [found[:3] for found in claims_of(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The M23 took its time in [[Sake|town|CD]].", id="a common word"),
        pytest.param("The M23 has not captured [[Sake|town|CD]].", id="denied"),
        pytest.param("The M23 wants to have captured [[Sake|town|CD]] by May.", id="planned"),
        pytest.param(
            "A bridge was captured near [[Sake|town|CD]] by the M23.", id="what is near it"
        ),
    ],
)
def test_nothing_is_guessed_from(text: str) -> None:
    assert not claims_of(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The army spoke in [[Laukkai|town|MM]]. It is its first loss since it seized power.",
        ),
        ("nl", "Het leger sprak in [[Homs]]. Het heeft in tien dagen terrein heroverd."),
    ],
)
def test_power_and_ground_are_no_places(language: str, text: str) -> None:
    assert claims_of(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "IS fled. A mob of armed men captured [[Hawija]] on Sunday.",
        "Russia attacked. [[Kyiv|capital|UA]] recaptured the railway hub last September.",
    ],
)
def test_who_is_named_in_words_that_are_not_known_is_not_who_acted_last(text: str) -> None:
    assert [claim for claim in claims_of(text) if claim[1] == "takes"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In [[Homs]] a rebel assault team captured six government troops."),
        ("en", "In [[Homs]] the rebels seized two tanks."),
        ("en", "In [[Homs]] the army seized large quantities of rifles."),
        ("en", "In [[Homs]], the revolt was commandeered by jihadists."),
        ("en", "In [[Homs]] a dozen fighters were captured by the army."),
        ("nl", "In [[Homs]] veroverden de rebellen twee tanks en veel munitie."),
        ("nl", "In [[Homs]] overmeesterden de rebellen een militaire colonne."),
        ("nl", "In [[Homs]] werden zes strijders overmeesterd door het leger."),
    ],
)
def test_people_and_things_are_no_places(language: str, text: str) -> None:
    assert not claims_of(text, language)


def test_a_capture_without_a_taker_is_not_put_down_to_who_was_beaten() -> None:
    found = claims_of(
        "The army retook [[Manbij]] from the militants. No capture, that of [[Manbij]] included, "
        "has hurt Islamic State more since it lost [[Tal Abyad]]."
    )
    assert ("Manbij", "takes", "is") not in [claim[:3] for claim in found]
