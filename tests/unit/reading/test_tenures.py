"""From when until when a place was held, where the report tells who took it."""

import pytest

from tests.unit.reading.reading_of import claims_of

TODAY = "2017-10-17"
ARMY = "syrian-government"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army captured [[Hawija]], which IS had held since 2014."),
        ("nl", "Het leger heroverde [[Hawija]], dat IS sinds 2014 in handen had."),
        ("nl", "Het leger heroverde [[Hawija]], dat sinds 2014 in handen was van IS."),
    ],
)
def test_what_was_held_until_its_capture_ends_with_it(language: str, text: str) -> None:
    assert claims_of(text, language) == [
        ("Hawija", "takes", ARMY, "is", TODAY),
        ("Hawija", "holds", "is", None, f"2014/{TODAY}"),
    ]


def test_a_holding_ends_with_a_capture_that_another_sentence_tells() -> None:
    text = "The army seized [[Azaz]] on Wednesday. IS had held [[Azaz]] since 2013."
    assert claims_of(text) == [
        ("Azaz", "takes", ARMY, None, "2017-10-11"),
        ("Azaz", "holds", "is", None, "2013/2017-10-11"),
    ]


def test_who_takes_it_back_has_held_it_twice() -> None:
    text = (
        "Rebels have held [[Azaz]] since 2013. IS took [[Azaz]] in May 2015. "
        "Rebels retook [[Azaz]] in June 2015."
    )
    assert claims_of(text) == [
        ("Azaz", "holds", "syrian-opposition", None, "2013/2015-05-31"),
        ("Azaz", "takes", "is", None, "2015-05"),
        ("Azaz", "takes", "syrian-opposition", None, "2015-06"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army captured [[Mayadin]], the last town of any size that IS controlled."),
        ("en", "The army has captured [[Mayadin]], the last town held by IS in the country."),
        (
            "nl",
            "Het leger nam [[Mayadin]] in, de laatste plaats van betekenis die IS controleerde.",
        ),
        (
            "nl",
            "Het leger nam [[Mayadin]] in, de laatste stad die nog steeds in handen was van IS.",
        ),
    ],
)
def test_who_held_the_last_town_is_who_lost_it(language: str, text: str) -> None:
    assert claims_of(text, language) == [("Mayadin", "takes", ARMY, "is", TODAY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[[Rawa|town|IQ]] fell today, the last town that was still held by IS."),
        ("en", "[[Rawa|town|IQ]] has fallen, the last city that the militants of IS controlled."),
        ("en", "[[Rawa|town|IQ]], which had been in the hands of IS, fell today."),
        ("en", "[[Rawa|town|IQ]], which IS had controlled, was captured today."),
        (
            "nl",
            "Vandaag viel [[Rawa|town|IQ]], de laatste plaats die nog steeds in handen was van IS.",
        ),
        ("nl", "[[Rawa|town|IQ]] is gevallen, de laatste stad die door IS werd gecontroleerd."),
        ("nl", "[[Rawa|town|IQ]] is gevallen, de laatste stad die onder controle stond van IS."),
        ("nl", "[[Rawa|town|IQ]], dat IS in handen had, is vandaag ingenomen."),
    ],
)
def test_who_had_what_fell_is_who_lost_it(language: str, text: str) -> None:
    assert claims_of(text, language) == [("Rawa", "takes", "iraqi-government", "is", TODAY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting raged in [[Azaz]] today. [[Azaz]] is defended by the rebels."),
        ("nl", "In [[Azaz]] wordt vandaag gevochten. [[Azaz]] wordt verdedigd door de rebellen."),
    ],
)
def test_who_defends_a_town_that_is_fought_for_does_not_hold_it(language: str, text: str) -> None:
    assert claims_of(text, language) == [("Azaz", "contests", None, "syrian-opposition", TODAY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Warplanes bombed [[Azaz]], the rebels' last major stronghold in the north."),
        ("en", "The rebels' final urban bastion, [[Azaz]], was bombed."),
        ("en", "The rebels lost many men in [[Azaz]], their last remaining stronghold."),
        ("nl", "De rebellen verloren veel mensen in [[Azaz]], hun laatste grote bolwerk."),
        ("nl", "Het leger beschoot [[Azaz]], het enige overgebleven bastion van de rebellen."),
    ],
)
def test_what_is_somebodys_last_stronghold_is_held(language: str, text: str) -> None:
    assert ("Azaz", "holds", "syrian-opposition", None, TODAY) in claims_of(text, language)


def test_since_when_it_is_held_is_not_when_it_was_entered() -> None:
    text = "SANA said the army had entered [[Murak]], a town held by rebels since 2012."
    assert claims_of(text) == [
        ("Murak", "contests", ARMY, None, TODAY),
        ("Murak", "holds", "syrian-opposition", None, "2012/.."),
    ]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("IS still has [[Rawa|town|IQ]].", True),
        ("IS is left with [[Rawa|town|IQ]] alone.", True),
        ("IS still has to take [[Rawa|town|IQ]].", False),
        ("IS still has not left [[Rawa|town|IQ]].", False),
    ],
)
def test_what_somebody_still_has_is_held(text: str, held: bool) -> None:  # noqa: FBT001 - a case.
    assert claims_of(text) == ([("Rawa", "holds", "is", None, TODAY)] if held else [])
