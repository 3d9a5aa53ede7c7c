"""What only says where another place lies is not where something happened."""

import pytest

from tests.unit.reading.reading_of import events_of

_BAGHDAD = "[[Baghdad|capital|IQ]]"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "IS clashed with the army in the town of [[Baiji|town|IQ]], some 200 km north of the "
                f"Iraqi capital {_BAGHDAD}, after two days of fierce battles."
            ),
        ),
        (
            "en",
            (
                "The army retook control of the town of [[Baiji|town|IQ]], about 200 kilometres north "
                f"of {_BAGHDAD}, following three days of clashes with IS."
            ),
        ),
        (
            "nl",
            (
                "Het leger heroverde [[Baiji|town|IQ]], zo'n 200 km ten noorden van de hoofdstad "
                f"{_BAGHDAD}, na twee dagen van hevige gevechten met IS."
            ),
        ),
        (
            "en",
            (
                "A suicide bomber of IS blew up his car on a highway, just north of the town of "
                f"[[Baiji|town|IQ]], some 200 km north of {_BAGHDAD}, leaving five people killed."
            ),
        ),
        (
            "nl",
            (
                "Een zelfmoordenaar van IS blies zich op langs de weg, net ten noorden van "
                "[[Baiji|town|IQ]]."
            ),
        ),
    ],
)
def test_it_happened_in_the_nearer_place(language: str, text: str) -> None:
    """A distance tells where the town lies, and the town where the battle was."""
    assert {place for _, place, _ in events_of(text, language)} == {"Baiji"}
