"""What happens regularly or is added up over years is no event of a day."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "IS regularly attacks army posts near [[Raqqa]]."),
        ("en", "IS fighters frequently carried out car bombings in [[Raqqa]]."),
        ("nl", "In [[Rakka]] vinden geregeld aanslagen van IS plaats."),
        ("nl", "IS valt vaak legerposten bij [[Rakka]] aan."),
        ("en", "IS has abducted hundreds of people in [[Raqqa]] since 2013."),
        ("nl", "Sinds 2013 heeft IS in [[Rakka]] honderden mensen ontvoerd."),
    ],
)
def test_what_is_done_time_and_again_is_no_event(language: str, text: str) -> None:
    assert events_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "IS attacked an army post near [[Raqqa]] on Monday.", "battle"),
        ("nl", "IS ontvoerde in [[Rakka]] maandag honderden mensen.", "attack_on_civilians"),
        ("en", "The army has besieged [[Raqqa]] since 2013.", "siege"),
    ],
)
def test_what_was_done_on_a_day_is_one(language: str, text: str, kind: str) -> None:
    assert [told[0] for told in events_of(text, language)] == [kind]
