"""What English reports say of events, in many words for each kind."""

import pytest

from tests.unit.reading.reading_of import events_of

_AT_WAR = "\n\nThe army and the rebels, who have been at war for years, did not comment."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("air_strike", "Eight people died in an overnight strike on [[Hit]]."),
        ("air_strike", "A drone killed three fighters in a car near [[Hit]]."),
        ("air_strike", "Fighter jets flattened a hospital in [[Hit]]."),
        ("air_strike", "[[Hit]] came under heavy bombardment from the air."),
        ("shelling", "Artillery pounded the eastern districts of [[Hit]]."),
        ("shelling", "Rebels struck the base in [[Hit]] with tank shells."),
        ("shelling", "Rockets were fired at [[Hit]]."),
        ("bombing", "A minibus packed with explosives was driven into a hotel in [[Hit]]."),
        ("attack_on_civilians", "Gunmen opened fire on guests of a hotel in [[Hit]]."),
        ("attack_on_civilians", "Thirty people were shot dead in [[Hit]]."),
        (
            "attack_on_civilians",
            "Ten people were killed when rebels attacked a village near [[Hit]].",
        ),
        ("attack_on_civilians", "Rebels raided the town of [[Hit]], killing 11 people."),
        ("attack_on_civilians", "Gunmen killed 19 people in a hotel in [[Hit]]."),
        ("bombing", "A suicide car bomber killed 60 soldiers at a camp in [[Hit]]."),
        ("withdrawal", "Three buses with fighters left [[Hit]]."),
        ("withdrawal", "The rebels have begun to leave [[Hit]]."),
        ("battle", "The army and the rebels traded heavy fire outside [[Hit]]."),
        ("bombing", "The bomber pressed the button in [[Hit]]."),
        ("attack_on_civilians", "Soldiers shot some 300 men in [[Hit]]."),
        ("battle", "Rebels shot their way into the refinery at [[Hit]]."),
        ("withdrawal", "The rebels boarded buses in [[Hit]]."),
        ("offensive", "Turkish troops are advancing on [[Hit]]."),
        ("offensive", "The army advanced to within three kilometres of [[Hit]]."),
        ("surrender", "Some 1,000 IS fighters handed themselves over near [[Hit]]."),
        ("displacement", "Ten thousand people were put to flight in [[Hit]]."),
        (
            "displacement",
            "IS gave up in [[Hit]], and 3,000 civilians left with the help of elders.",
        ),
        ("declaration", "The SDF declared the full liberation of [[Hit]]."),
        ("declaration", "In [[Hit]], Abadi proclaimed victory over IS."),
        ("battle", "The rebels took [[Hit]] in heavy fighting."),
        ("attack_on_civilians", "Armed men killed 160 herders in [[Hit]]."),
        ("arrest", "Twelve men were arrested in raids in [[Hit]]."),
    ],
)
def test_each_kind_of_event_goes_by_many_words(kind: str, text: str) -> None:
    """As agencies write them; the place is the one that the sentence names."""
    assert [(kind, "Hit")] == [event[:2] for event in events_of(text + _AT_WAR)][:1]


@pytest.mark.parametrize(
    "text",
    [
        "The battle for [[Hit]] left 1,000 houses in ruins. Rebels left them destroyed.",
        "The displaced people in [[Hit]] wait for bread.",
        "Talks go on about a deal for the evacuation of rebels from [[Hit]].",
        "The army shot down a drone over [[Hit]].",
        "Clashes went on in [[Hit]], wounding ten, and the rebels struck a deal.",
        "Clashes went on in [[Hit]] and the surrounding towns.",
        "Talks averted an assault on [[Hit]].",
        "The opposition won a victory in the vote in [[Hit]].",
        "The next battle could be for [[Hit]].",
    ],
)
def test_other_things_are_told_in_the_same_words(text: str) -> None:
    """Nobody leaves where something is left in ruins, and a deal is not kept yet."""
    kinds = {event[0] for event in events_of(text + _AT_WAR)}
    assert kinds <= {"battle", "agreement"} - ({"battle"} if "next" in text else set())


def test_what_a_weapon_did_is_no_event_of_its_own() -> None:
    """ "Hitting a hospital" goes on from the shelling."""
    text = "Houthi rebels shelled [[Aden|town|YE]] on Monday, hitting a hospital and a school."
    assert events_of(text) == [("shelling", "Aden", "2017-10-16")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Jets flew over [[Hit]]. Eighteen people were killed in the raids on [[Hit]].", "Hit"),
        ("Jets flew over. The second bomb came through a roof in [[Hit]].", "Hit"),
        ("IS fled [[Hit]] after a night of heavy bombing.", "Hit"),
        ("The army, backed by 50 air strikes, broke the siege of [[Hit]].", "Hit"),
    ],
)
def test_raids_and_bombs_come_from_aircraft_where_there_are_any(text: str, event: str) -> None:
    """A report that speaks of jets means theirs; what backs a deed was where the deed was."""
    assert ("air_strike", event) in {told[:2] for told in events_of(text + _AT_WAR)}
