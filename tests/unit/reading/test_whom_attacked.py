"""Whom an attack was on, by what means, and who has been trying to take a place."""

import pytest

from tests.unit.reading.reading_of import events_of, reading_of


def _kinds(text: str, language: str) -> list[str]:
    return [kind for kind, _, _ in events_of(text, language)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bij een aanslag van IS op een café in [[Raqqa]] vielen tien doden.", "civilians"),
        ("Bij een aanslag van IS op een legerbasis in [[Raqqa]] vielen tien doden.", "battle"),
        ("Bij een aanslag van IS in [[Raqqa]] ontplofte een autobom.", "bombing"),
        ("Bij aanvallen van IS op twee militaire posten in [[Raqqa]] stierven mensen.", "battle"),
        ("IS heeft in [[Raqqa]] ook burgers beschoten.", "civilians"),
        ("IS heeft in [[Raqqa]] ook burgers met mortieren beschoten.", "shelling"),
        ("IS heeft [[Raqqa]] beschoten.", "shelling"),
        ("Het leger probeert al sinds april [[Raqqa]] te heroveren op IS.", "offensive"),
        ("Het leger probeert al weken om [[Raqqa]] in te nemen.", "offensive"),
        ("Het leger probeert [[Raqqa]] te heroveren op IS.", ""),
        ("[[Raqqa]] viel na hevige gevechten tussen het leger en IS.", "battle"),
        ("[[Raqqa]] is het doelwit van zware bombardementen door het leger.", "air_strike"),
        ("IS strijdt sinds 2006 in [[Raqqa]] tegen de regering.", ""),
        ("Het leger kondigde maandag een staakt-het-vuren af in [[Raqqa]].", "agreement"),
        ("Het leger heeft IS in het hotel in [[Raqqa]], dat ze hebben omsingeld.", ""),
        ("De strijders van IS konden [[Raqqa]] zondag verlaten.", "withdrawal"),
        ("Het leger wil dat IS [[Raqqa]] zondag kan verlaten.", ""),
        ("De strijd van het leger om [[Raqqa]] gaat door tussen beide partijen.", "battle"),
        ("Het leger kondigde zondag een bestand aan in [[Raqqa]].", "agreement"),
        ("Het leger heeft alle wegen naar [[Raqqa]] afgesneden.", "siege"),
        ("Het leger heeft de weg naar [[Raqqa]] afgesneden.", ""),
        ("[[Raqqa]] werd zondag gebombardeerd door de rebellen.", "shelling"),
        ("[[Raqqa]] werd zondag gebombardeerd door het leger.", "air_strike"),
        ("Duizenden burgers keren terug nadat ze [[Raqqa]] waren ontvlucht.", "displacement"),
        ("Het akkoord dat IS en het leger sloten, voorziet in rust in [[Raqqa]].", "agreement"),
        ("Het leger is sinds april bezig met het bombarderen van [[Raqqa]].", "air_strike"),
        ("De rebellen zijn begonnen met het belegeren van [[Raqqa]].", "siege"),
        ("Het Turkse leger viel maandag [[Raqqa]] binnen.", "offensive"),
        ("IS heeft in [[Raqqa]] burgers gedood die wilden vluchten.", "civilians"),
        ("Rebellen en leger bestrijden elkaar in [[Raqqa]].", "battle"),
        ("Het leger dropte vaten met explosieven boven [[Raqqa]].", "air_strike"),
        ("De slag van het leger om [[Raqqa]] barstte twee weken geleden los.", "battle"),
    ],
)
def test_a_dutch_blow_is_what_it_was_on_and_by_what_means(text: str, kinds: str) -> None:
    assert _kinds(text, "nl") == [_OF[one] for one in kinds.split()]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "At least 14 people were killed in an attack by IS on an army base in [[Raqqa]].",
            "battle",
        ),
        ("The army has been trying since April to retake [[Raqqa]] from IS.", "offensive"),
        ("The rebels have been trying for weeks to capture [[Raqqa]].", "offensive"),
        ("Russian forces attacked targets of IS near [[Raqqa]].", "air_strike"),
        ("Turkish troops invaded [[Raqqa]] on Saturday.", "offensive"),
        ("The group, IS, is beaten. The group declared a caliphate in [[Raqqa]].", "declaration"),
        ("The army wants to retake [[Raqqa]] from IS.", ""),
        ("The army declared a unilateral ceasefire in [[Raqqa]] on Monday.", "agreement"),
    ],
)
def test_an_english_blow_is_what_it_was_on_and_by_what_means(text: str, kinds: str) -> None:
    assert _kinds(text, "en") == [_OF[one] for one in kinds.split()]


def test_who_declares_that_a_town_is_free_declares_a_victory() -> None:
    text = "De Syrische president verklaarde zondag dat [[Raqqa]] van IS is bevrijd."
    told = events_of(text, "nl")
    assert [kind for kind, _, _ in told] == ["declaration"]


def test_foreign_troops_in_afghanistan_were_those_of_nato() -> None:
    text = "The last foreign troops left [[Afghanistan|country|AF]] in May, the Taliban said."
    assert [one.actors for one in reading_of(text).events] == [("nato",)]


_OF = {
    "declaration": "declaration",
    "displacement": "displacement",
    "civilians": "attack_on_civilians",
    **{one: one for one in ("battle", "bombing", "shelling", "offensive", "air_strike", "siege")},
    "agreement": "agreement",
    "withdrawal": "withdrawal",
}
