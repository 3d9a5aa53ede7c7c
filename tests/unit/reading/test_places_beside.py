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
                "IS clashed with the army in the town of [[Baiji|town|IQ]], some 90 km from the "
                f"Iraqi capital {_BAGHDAD}, after three days of heavy battles."
            ),
        ),
        (
            "en",
            (
                "The army retook control of the town of [[Baiji|town|IQ]], about 90 km north "
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


_BORNO = "[[Borno|governorate|NG]]"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"Boko Haram stormed the Government Boys College in [[Bama|town|NG]], {_BORNO}."),
        ("en", f"Boko Haram attacked a hospital in [[Bama|town|NG]] in {_BORNO} state."),
        ("nl", f"Boko Haram viel een school in [[Bama|town|NG]] in de staat {_BORNO} aan."),
        ("nl", f"In {_BORNO} heeft Boko Haram een school in [[Bama|town|NG]] bestormd."),
        (
            "en",
            (
                "Boko Haram stormed the Government School in [[Bama|town|NG]] and forced 30 girls "
                "onto lorries in a mass abduction."
            ),
        ),
    ],
)
def test_what_is_stormed_is_in_its_town(language: str, text: str) -> None:
    """A school is no government that speaks, and pupils who are carried off do not flee."""
    assert [told[:2] for told in events_of(text, language)] == [("attack_on_civilians", "Bama")]
