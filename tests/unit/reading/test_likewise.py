"""What a sentence takes over whole from the one before: "so did X", "the joint forces"."""

import pytest

from tests.unit.reading.reading_of import claims_of

TOOK = {
    "en": "The SDF took [[Hajin]] on Friday.",
    "nl": "De SDF nam vrijdag [[Hajin]] in.",
}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "So did [[Sousa]].", "2017-10-13"),
        ("en", "[[Sousa]] followed a day later.", "2017-10-14"),
        ("en", "The village of [[Sousa]] followed on Sunday.", "2017-10-15"),
        ("en", "[[Sousa]] was next.", "2017-10-13"),
        ("en", "Next to fall was [[Sousa]].", "2017-10-13"),
        ("en", "[[Sousa]] suffered the same fate two days later.", "2017-10-15"),
        ("en", "The same happened in [[Sousa]].", "2017-10-13"),
        ("nl", "[[Sousa]] volgde zondag.", "2017-10-15"),
        ("nl", "Daarna was [[Sousa]] aan de beurt.", "2017-10-13"),
        ("nl", "[[Sousa]] onderging een dag later hetzelfde lot.", "2017-10-14"),
    ],
)
def test_it_went_with_a_place_as_with_the_one_before(language: str, text: str, day: str) -> None:
    found = claims_of(f"{TOOK[language]} {text}", language)
    assert ("Sousa", "takes", "sdf", None, day) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[[Sousa]] could be next."),
        ("en", "They said [[Sousa]] would be next."),
        ("en", "The attack followed a raid on [[Sousa]]."),
        ("nl", "Volgens hem is [[Sousa]] nu aan de beurt."),
    ],
)
def test_what_is_still_to_follow_is_not_told(language: str, text: str) -> None:
    assert [one[0] for one in claims_of(f"{TOOK[language]} {text}", language)] == ["Hajin"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[[Rawa|town|IQ]] is held by IS. So are [[Anah|town|IQ]] and [[Qaim|town|IQ]]."),
        ("en", "[[Rawa|town|IQ]] is held by IS. The same goes for [[Anah|town|IQ]]."),
        ("nl", "[[Rawa|town|IQ]] is in handen van IS. Hetzelfde geldt voor [[Anah|town|IQ]]."),
    ],
)
def test_it_is_with_a_place_as_with_the_one_before(language: str, text: str) -> None:
    assert ("Anah", "holds", "is", None, "2017-10-17") in claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The joint forces captured [[Qoryooley|town|SO]] in August."),
        ("en", "They also captured [[Qoryooley|town|SO]] in August."),
        ("nl", "De gezamenlijke troepen veroverden in augustus [[Qoryooley|town|SO]]."),
    ],
)
def test_who_took_a_place_together_took_the_next_one_too(language: str, text: str) -> None:
    first = {
        "en": "Somali troops and African Union peacekeepers took [[Afgooye|town|SO]] on Sunday.",
        "nl": "Somalische militairen en troepen van de Afrikaanse Unie namen [[Hudur|town|SO]] in.",
    }
    found = claims_of(f"{first[language]} {text}", language)
    assert {one[2] for one in found if one[0] == "Qoryooley"} == {
        "somali-government",
        "african-union",
    }


def test_the_same_alliance_is_who_took_the_place_before() -> None:
    found = claims_of(
        "A coalition of rebels took [[Idlib|city]] in March. Hezbollah fighters fled. "
        "The same alliance captured [[Ariha]] on Thursday."
    )
    assert ("Ariha", "takes", "syrian-opposition", None, "2017-10-12") in found
