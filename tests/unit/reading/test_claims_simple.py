import pytest

from geomap.domain.statements import Effect
from tests.unit.reading.reading_of import claims_of, events_of, reading_of

TODAY = "2017-10-17"


@pytest.mark.parametrize(
    "text",
    [
        "SDF fighters have captured [[Raqqa]].",
        "SDF fighters seized the city of [[Raqqa]].",
        "The town of [[Raqqa]] was captured by the Syrian Democratic Forces.",
        "[[Raqqa]] has fallen to the SDF.",
        "The SDF took full control of [[Raqqa]].",
    ],
)
def test_a_capture_is_read_in_its_english_forms(text: str) -> None:
    assert claims_of(text) == [("Raqqa", "takes", "sdf", None, TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "De SDF heeft [[Raqqa]] heroverd.",
        "De SDF nam de stad [[Raqqa]] in.",
        "[[Raqqa]] is door de SDF ingenomen.",
        "[[Raqqa]] werd veroverd door Syrische Democratische Strijdkrachten.",
        "[[Raqqa]] is in handen gevallen van de SDF.",
    ],
)
def test_a_capture_is_read_in_its_dutch_forms(text: str) -> None:
    assert claims_of(text, "nl") == [("Raqqa", "takes", "sdf", None, TODAY)]


def test_whom_a_place_was_taken_from_is_the_loser() -> None:
    assert claims_of("SDF fighters drove IS out of [[Raqqa]] on Monday.") == [
        ("Raqqa", "takes", "sdf", "is", "2017-10-16")
    ]
    assert claims_of("Regeringstroepen veroverden [[Raqqa]] op IS.", "nl") == [
        ("Raqqa", "takes", "syrian-government", "is", TODAY)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The SDF will liberate [[Raqqa]].",
        "The SDF failed to take [[Raqqa]].",
        "The SDF vowed to capture [[Raqqa]].",
        "The army has not captured [[Raqqa]].",
    ],
)
def test_plans_failures_and_negations_are_no_claims(text: str) -> None:
    assert claims_of(text) == []


def test_an_air_strike_is_an_event_at_its_place() -> None:
    assert events_of("Russian warplanes carried out air strikes on [[Idlib]] on Sunday.") == [
        ("air_strike", "Idlib", "2017-10-15")
    ]


def test_a_dateline_below_the_title_is_no_place_of_the_news() -> None:
    found = reading_of(
        "Army retakes [[Palmyra]]\n\n[[BEIRUT]] - The Syrian army has retaken the city from IS.",
        "en",
    )
    assert {claim.place.name for claim in found.claims if claim.place} == {"Palmyra"}


def test_the_verb_behind_its_subject_is_no_attribute() -> None:
    (taken,) = reading_of("IS veroverde [[Palmyra]] in december.", "nl").claims
    assert taken.effect is Effect.TAKES
    (had,) = reading_of("Het leger nadert het door IS veroverde [[Palmyra]].", "nl").claims
    assert had.effect is Effect.HOLDS


def test_they_are_those_of_the_main_clause_before() -> None:
    found = claims_of(
        "Syrian soldiers took over [[Manbij]] from the SDF, hours after US troops had left."
        " They raised their flag in [[Kobani]] too."
    )
    assert [claim[:3] for claim in found] == [
        ("Manbij", "takes", "syrian-government"),
        ("Kobani", "takes", "syrian-government"),
    ]


def test_nobody_is_meant_by_a_general_word_before_it_was_founded() -> None:
    found = claims_of(
        "Kurdish fighters drove IS out of [[Kobani]] in January 2015. "
        "Kurdish fighters captured [[Manbij]] in August 2016."
    )
    assert [(claim[0], claim[2]) for claim in found] == [("Kobani", "ypg"), ("Manbij", "sdf")]
