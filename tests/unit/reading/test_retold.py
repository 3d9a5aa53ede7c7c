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
            "A bomb ripped through a shrine in [[Hit]] on Monday. The army then shelled [[Hit]].",
            ["bombing", "shelling"],
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


def test_what_was_told_in_wide_words_can_take_in_what_is_wider_still() -> None:
    """A missile is of the bombardment, and that of the air strikes, of which the report began."""
    text = (
        "De coalitie heeft in een etmaal vijf luchtaanvallen bij [[Ramadi|town|IQ]] uitgevoerd. "
        "Het leger heroverde vorige week dinsdag na zware bombardementen het stadje "
        "[[Hit|town|IQ]]. De raket raakte een woning nadat een bestand was ingegaan."
    )
    assert "air_strike" in [kind for kind, _, _ in events_of(text, "nl")]


def test_what_points_back_dates_what_it_means() -> None:
    """ "The attack on Sunday" is the one that the sentence before told of as news."""
    text = (
        "Gunmen of IS stormed a base at [[Hit|town|IQ]]. The attack on Sunday killed 53 soldiers."
    )
    assert events_of(text) == [("battle", "Hit", "2017-10-15")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            (
                "Rebels attacked a base at [[Hit]] on Monday. The attack came a month after the "
                "rebels raided [[Ramadi]]."
            ),
            [("battle", "Hit"), ("battle", "Ramadi")],
        ),
        (
            (
                "Ten soldiers fell when rebels stormed a base at [[Hit]], in one of the deadliest "
                "attacks in years."
            ),
            [("battle", "Hit")],
        ),
        (
            "Rebels stormed a base at [[Hit]]. Help came to [[Ramadi]] only after the attack.",
            [("battle", "Hit")],
        ),
        (
            "Rebels stormed a base at [[Hit]].\n\nIn [[Ramadi]], the mayor condemned the attack.",
            [("battle", "Hit")],
        ),
        (
            "Rebels shelled [[Hit]]. It was the heaviest exchange of fire since the war of 2014.",
            [("shelling", "Hit")],
        ),
        (
            "Rebels raided [[Hit]], next to [[Ramadi]], killing 11 people.",
            [("attack_on_civilians", "Hit")],
        ),
        (
            (
                "Clashes go on in [[Hit]]. On the border with [[Lebanon|country|LB]], rebels "
                "surrendered on Monday."
            ),
            [("battle", "Hit"), ("surrender", None)],
        ),
    ],
)
def test_what_is_only_named_again_has_no_place(
    text: str, events: list[tuple[str, str | None]]
) -> None:
    """It says when or how bad another was; and what was elsewhere was not here."""
    assert [event[:2] for event in events_of(text)] == events


def test_what_names_no_place_goes_with_what_was_told_before_it() -> None:
    """Of two towns with the same kind of event it is the one told of before, not the later."""
    text = (
        "IS shot ten people in [[Hit]] on Sunday.\n\nSome people had been beheaded.\n\n"
        "IS shot five people in [[Ramadi]] on Monday."
    )
    told = [event for event in events_of(text) if event[0] == "attack_on_civilians"]
    assert [place for _, place, _ in told] == ["Hit", "Ramadi"]


def test_what_one_party_did_is_not_what_another_did_later() -> None:
    """The shelling by troops, of no known place, is not that of the rebels an hour after it."""
    text = (
        "[[Mekelle|town|ET]] was quiet.\n\nEthiopian troops shelled at dawn. Tigrayan forces fired "
        "rockets at [[Asmara|town|ER]], hours later."
    )
    assert [kind for kind, _, _ in events_of(text)] == ["shelling", "shelling"]
