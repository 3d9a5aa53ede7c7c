"""Events that are told again in wider words, which are no events of their own."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (
            "en",
            (
                "A suicide car bomb killed nine in [[Hit|town|IQ]] on Monday. The attack was "
                "claimed by IS."
            ),
            ["bombing"],
        ),
        (
            "en",
            (
                "Jets struck the market of [[Idlib]] on Monday. The bombs fell at noon. The raid "
                "killed 40 people, doctors said."
            ),
            ["air_strike"],
        ),
        (
            "en",
            (
                "A mortar shell landed in [[Homs]] on Monday. The army says that rebels fired it. "
                "Monday's explosion killed 37."
            ),
            ["shelling"],
        ),
        (
            "nl",
            (
                "Straaljagers bombardeerden maandag de markt van [[Idlib]]. Bij de aanval kwamen 4 "
                "mensen om. Een van de bommen ontplofte niet."
            ),
            ["air_strike"],
        ),
        (
            "en",
            "The army hit [[Idlib]] with air strikes and rockets on Monday.",
            ["air_strike", "shelling"],
        ),
        (
            "en",
            "IS attacked [[Hit|town|IQ]] on Monday. A car bomb exploded in [[Ramadi|town|IQ]].",
            ["battle", "bombing"],
        ),
    ],
)
def test_wider_words_tell_of_the_same_event(language: str, text: str, kinds: list[str]) -> None:
    """ "The attack" is the bomb that was told of; elsewhere, or said beside it, it is another."""
    assert sorted(kind for kind, _, _ in events_of(text, language)) == kinds


def test_what_points_back_dates_what_it_means() -> None:
    """ "The attack on Sunday" is the one that the sentence before told of as news."""
    text = (
        "Gunmen of IS stormed a base at [[Hit|town|IQ]]. The attack on Sunday killed 53 soldiers."
    )
    assert events_of(text) == [("battle", "Hit", "2017-10-15")]
