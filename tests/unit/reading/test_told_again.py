"""What is told again of a bomb, and who only speaks of an attack."""

import pytest

from tests.unit.reading.reading_of import events_of, reading_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "A car bomb of IS killed 30 people in [[Mosul|city|IQ]] on Monday. The blast "
                "struck the district of [[Zanjili|town|IQ]], police said."
            ),
        ),
        (
            "en",
            (
                "A car bomb of IS killed 30 people in [[Mosul|city|IQ]] on Monday. The explosion "
                "hit the district of [[Jamila|unknown]]."
            ),
        ),
        (
            "en",
            "IS claimed a suicide bomb that police said killed 13 people in [[Mosul|city|IQ]].",
        ),
        (
            "nl",
            (
                "In [[Mosul|city|IQ]] ontplofte maandag een autobom van IS. De explosie trof de "
                "wijk [[Zanjili|town|IQ]]."
            ),
        ),
    ],
)
def test_one_bomb_is_one_event(language: str, text: str) -> None:
    assert [told[:2] for told in events_of(text, language)] == [("bombing", "Mosul")]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The SDF condemned the air strikes on [[Idlib]] on Monday.", ()),
        (
            "The SDF condemned air strikes by the army on [[Idlib]] on Monday.",
            ("syrian-government",),
        ),
        ("IS claimed a bomb that the army said killed 13 people in [[Homs]].", ("is",)),
        ("The army was criticised for its air strikes on [[Idlib]].", ("syrian-government",)),
    ],
)
def test_who_passes_judgement_takes_no_part(text: str, actors: tuple[str, ...]) -> None:
    assert [event.actors for event in reading_of(text).events] == [actors]
