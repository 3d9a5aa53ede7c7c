"""What happens regularly or is added up over years is no event of a day."""

import pytest

from tests.unit.reading.reading_of import events_of

_A_WEEK, _THREE_DAYS = "2017-10-10/2017-10-17", "2017-10-14/2017-10-17"


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


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (
            "nl",
            "Strijders vielen een dorp bij [[Maiduguri|city|NG]] aan. Boko Haram is er actief.",
            ["attack_on_civilians"],
        ),
        (
            "en",
            "Boko Haram attacked the village near [[Maiduguri|city|NG]].",
            ["attack_on_civilians"],
        ),
        ("en", "Boko Haram attacked soldiers in a village near [[Bama|town|NG]].", ["battle"]),
        ("nl", "Bij een Russische aanval in [[Morek]] vielen doden. IS zweeg.", ["air_strike"]),
        ("en", "A Russian attack in [[Morek]] on Monday hit IS fighters.", ["air_strike"]),
        ("en", "The army said the militants have been surrounded.", []),
        ("en", "The army took [[Raqqa]], the declared capital of the IS caliphate.", []),
        ("nl", "Een video van IS toont de onthoofding van mannen in [[Rakka]].", []),
        ("en", "The army took a part of [[Raqqa]], leaving just one quarter to IS.", []),
    ],
)
def test_what_sort_of_attack_it_was(language: str, text: str, kinds: list[str]) -> None:
    assert [told[0] for told in events_of(text, language)] == kinds


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It comes after a week of shelling of [[Nawa]] by the army.", _A_WEEK),
        ("nl", "Dat kwam na drie dagen van beschietingen door het leger op [[Nawa]].", _THREE_DAYS),
        ("en", "It comes after shelling by the army on [[Nawa]].", "2017-10-17"),
    ],
)
def test_what_filled_a_week_was_in_that_week(language: str, text: str, day: str) -> None:
    assert [(told[0], told[2]) for told in events_of(text, language)] == [("shelling", day)]
