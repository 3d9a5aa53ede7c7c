"""Which events are told for the first time, on which day, and with a verb that is cut in two."""

import pytest

from tests.unit.reading.reading_of import events_of, reading_of


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Er was een bomaanslag in [[Raqqa]]. Vrijdag pleegde IS in [[Raqqa]] een aanslag.",
            ["2017-10-13", "2017-10-13/2017-10-17"],
        ),
        (
            "Er was een bomaanslag in [[Raqqa]]. De aanslag in [[Raqqa]] was vrijdag.",
            ["2017-10-13"],
        ),
        (
            "IS en de SDF sloten een bestand voor [[Raqqa]], waar ze sinds mei ruziën.",
            ["2017-10-17"],
        ),
        (
            "Medio maart viel IS [[Homs]] aan. Enkele dagen ervoor was een aanval op [[Raqqa]].",
            ["2017-03-11/2017-03-20", "2017-03-13/2017-03-18"],
        ),
        (
            "IS nam [[Raqqa]] gisteren in. Dat gebeurde na een lange strijd met het leger.",
            ["2017-10-16"],
        ),
        (
            "Het was een van de ergste aanvallen van dit jaar. IS viel het leger in [[Raqqa]] aan.",
            ["2017-10-17"],
        ),
    ],
)
def test_the_day_is_that_of_the_event_itself(text: str, events: list[str]) -> None:
    told = [when for kind, place, when in events_of(text, "nl") if place]
    assert sorted(told) == events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Het leger trok verder nadat IS zich uit [[Raqqa]] terug had getrokken.", "withdrawal"),
        ("Het leger zegt dat IS zich in [[Raqqa]] over heeft gegeven.", "surrender"),
        ("Het leger zegt dat rebellen [[Raqqa]] zondag aan hebben gevallen.", "battle"),
        ("De afspraak tussen IS en het leger kwam in [[Raqqa]] tot stand.", "agreement"),
    ],
)
def test_an_auxiliary_can_stand_within_a_dutch_verb(text: str, kind: str) -> None:
    assert [one for one, _, _ in events_of(text, "nl")] == [kind]


def test_a_number_told_again_without_at_least_is_no_other() -> None:
    text = "In [[Raqqa]] zijn zeker 43 soldaten gedood. Naast de 43 doden raakten er 9 gewond."
    killed = [one for one in reading_of(text, "nl").figures if one.measure == "killed"]
    assert [(one.value, one.low) for one in killed] == [(43, 43)]
