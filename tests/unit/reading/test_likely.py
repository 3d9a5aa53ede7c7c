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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[[Homs]] is the capital of a region of the same name that IS captured in May."),
        ("en", "[[Homs]], the capital of the province of the same name that IS captured, burns."),
        (
            "nl",
            "[[Homs]], de hoofdstad van de gelijknamige regio die IS veroverde, staat in brand.",
        ),
        ("en", "The villages that IS seized are empty, said the head of the police in [[Homs]]."),
        ("en", "The towns that the rebels captured are empty, said Ali, an activist in [[Homs]]."),
        ("nl", "De dorpen die IS had ingenomen zijn leeg, zei Ali, een activist in [[Homs]]."),
    ],
)
def test_of_regions_and_villages_without_a_name_nothing_is_told(language: str, text: str) -> None:
    assert not claims_of(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured [[Saraqib]] in [[Syria|country]]'s [[Idlib|governorate]] state.",
        "The rebels captured [[Saraqib]] in [[Syria|country]]'s [[Idlib]] province.",
        "The rebels captured [[Saraqib]] in the [[Sinjar|district]] district of [[Idlib]].",
        "De rebellen hebben [[Saraqib]] in het district [[Sinjar|district]] veroverd.",
    ],
)
def test_where_a_town_lies_is_not_taken_with_it(text: str) -> None:
    language = "nl" if text.startswith("De") else "en"
    assert [claim[0] for claim in claims_of(text, language)] == ["Saraqib"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Shells fell on [[A]] and [[B]], towns that are in the hands of the rebels, and [[C]].",
        ),
        ("en", "Aid reached [[A]] and [[B]], which are held by the rebels, and [[C]]."),
        ("nl", "Hulp bereikte [[A]] en [[B]], die nu in handen zijn van rebellen, en [[C]]."),
    ],
)
def test_what_is_told_aside_of_two_is_not_told_of_the_third(language: str, text: str) -> None:
    assert {claim[0] for claim in claims_of(text, language)} == {"A", "B"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jets hit [[A]] and [[B]], two towns north of [[C]] held by the rebels, and [[D]]."),
        ("nl", "Er vielen bommen op [[A]] en [[B]], steden bij [[C]] in handen van de rebellen."),
    ],
)
def test_the_towns_are_held_and_not_what_they_lie_near(language: str, text: str) -> None:
    assert {claim[0] for claim in claims_of(text, language)} == {"A", "B"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "IS stormed [[Azaz]]. It captured parts of the town and raised its black flag there.",
        ),
        ("nl", "IS viel [[Azaz]] aan. Het veroverde delen van de stad en hees er de zwarte vlag."),
        ("nl", "IS viel [[Azaz]] aan. Maandag veroverde IS enkele wijken ervan."),
    ],
)
def test_a_town_of_which_parts_were_taken_is_contested(language: str, text: str) -> None:
    assert {claim[1] for claim in claims_of(text, language)} == {"contests"}


def test_a_capture_without_a_taker_is_not_put_down_to_who_was_beaten() -> None:
    found = claims_of(
        "The army retook [[Manbij]] from the militants. No capture, that of [[Manbij]] included, "
        "has hurt Islamic State more since it lost [[Tal Abyad]]."
    )
    assert ("Manbij", "takes", "is") not in [claim[:3] for claim in found]
