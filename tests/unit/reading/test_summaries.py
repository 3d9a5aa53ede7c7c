"""What sums up months without a day, or only tells people apart, is no event."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[[Yobe|governorate|NG]] has been closed to visitors due to Boko Haram's attacks."),
        ("en", "[[Borno|governorate|NG]] has witnessed several raids by Boko Haram, a threat."),
        ("en", "The army says that IS has intensified attacks in [[Raqqa]]."),
        ("en", "[[Raqqa]] has long been plagued by IS bombings."),
        ("en", "IS has been blamed for attacks on schools in [[Raqqa]]."),
        ("nl", "[[Borno|governorate|NG]] kampt al jaren met aanslagen van Boko Haram."),
        ("nl", "De inwoners van [[Rakka]] hebben te lijden onder aanvallen van IS."),
        ("nl", "[[Rakka]] wordt geteisterd door bomaanslagen van IS."),
        ("en", "Russia supports the army in [[Homs]] with air strikes."),
        ("nl", "De Russen steunen het leger in [[Homs]] met luchtaanvallen."),
    ],
)
def test_attacks_of_no_day_are_summed_up(language: str, text: str) -> None:
    assert events_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "[[Raqqa]] has witnessed several attacks by IS on Monday.", "battle"),
        ("en", "Russia supported the army in [[Homs]] with air strikes on Monday.", "air_strike"),
        (
            "nl",
            "De Russen steunden het leger in [[Homs]] maandag met luchtaanvallen.",
            "air_strike",
        ),
        ("nl", "Meer dan 160 IS-strijders zijn in [[Rakka]] opgepakt.", "arrest"),
        ("en", "IS abducted girls in [[Raqqa]] on Monday.", "attack_on_civilians"),
    ],
)
def test_what_has_a_day_or_is_told_is_an_event(language: str, text: str, kind: str) -> None:
    assert kind in [told[0] for told in events_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 40 of the abducted girls have escaped from [[Raqqa]]."),
        ("en", "Some 40 of the abducted girls of [[Raqqa]] have since managed to escape from IS."),
        ("en", "IS has freed the kidnapped aid workers of [[Raqqa]]."),
        ("nl", "De ontvoerde meisjes uit [[Rakka]] zijn nog bij IS."),
        ("nl", "Vijf van de gijzelaars van IS zijn uit [[Rakka]] ontsnapt."),
        ("en", "Soldiers went on with the arrest of the wounded in [[Raqqa]]."),
    ],
)
def test_a_participle_only_says_who_is_meant(language: str, text: str) -> None:
    assert events_of(text, language) == []
