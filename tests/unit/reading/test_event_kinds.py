"""Which kind of event words tell of where they stand, and by whom it was."""

import pytest

from tests.unit.reading.reading_of import events_of, reading_of


def _told(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(kind, place) for kind, place, _ in events_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Iraqi soldiers fled [[Mosul|town|IQ]].", ["withdrawal"]),
        ("en", "IS took over and soldiers are fleeing [[Tabqa]].", ["withdrawal"]),
        ("en", "Thousands of civilians fled [[Raqqa]] and the IS fighters.", ["displacement"]),
        ("nl", "Het Iraakse leger sloeg in [[Mosul|town|IQ]] op de vlucht.", ["withdrawal"]),
        (
            "nl",
            "Duizenden inwoners van [[Afrin]] zijn op de vlucht voor het leger.",
            ["displacement"],
        ),
        (
            "en",
            "Rebels and their families left [[Daraya]] on buses.",
            ["withdrawal", "displacement"],
        ),
        (
            "nl",
            "Vrijdag verlieten 450 mensen, onder wie 140 strijders, de stad [[Harasta]]. IS niet.",
            ["withdrawal", "displacement"],
        ),
        (
            "en",
            "[[Ras]] is quiet. The last SDF fighters left on Sunday.",
            ["withdrawal"],
        ),
        ("en", "[[Ras]] is quiet. Some 400 IS fighters are left in the town.", []),
        ("nl", "[[Ras]] is stil. De rebellen waren in de nacht vertrokken.", ["withdrawal"]),
        ("en", "[[Ras]] is quiet. The president left for Turkey on Sunday.", []),
        ("en", "Sudan's army said that its men had pulled out of [[Wad|town|SD]].", ["withdrawal"]),
        ("nl", "Turkije haalde zijn militairen weg uit [[Afrin]].", ["withdrawal"]),
        ("en", "[[Ankara|government|TR]] pulled its troops out of [[Afrin]].", ["withdrawal"]),
        (
            "en",
            "The army said 18,000 families from [[Kirkuk|town|IQ]] had arrived.",
            ["displacement"],
        ),
    ],
)
def test_armies_withdraw_and_people_are_displaced(
    language: str, text: str, kinds: list[str]
) -> None:
    """Who has arms withdraws, who has none is displaced; together they do both."""
    assert [kind for kind, _ in _told(language, text)] == kinds


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Rebels besiege the army. Jets took [[Idlib]] under fire.", "air_strike"),
        ("nl", "Russische vliegtuigen nemen [[Idlib]] weer onder vuur.", "air_strike"),
        ("nl", "F-16's voerden een aanval uit op [[Mosul|town|IQ]].", "air_strike"),
        ("en", "Gunmen of IS opened fire on villagers in [[Barsa]].", "attack_on_civilians"),
        ("en", "IS men blew up their vehicles at [[Makhoul|town|IQ]].", "bombing"),
        ("nl", "Bij een raketaanval in [[Marib|town|YE]] kwamen 12 burgers om.", "shelling"),
    ],
)
def test_what_is_done_and_to_whom_says_the_kind(language: str, text: str, kind: str) -> None:
    """Fire from aircraft is an air strike, an attack on people without arms no battle."""
    assert kind in [told for told, _ in _told(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "IS blew up a temple in [[Palmyra]]."),
        ("nl", "IS blies de brug van [[Raqqa]] op."),
        ("nl", "IS verdedigt zich in [[Raqqa]] met bermbommen."),
        ("en", "The army cut off the road to [[Raqqa]]."),
        ("en", "Kurds live in [[Raqqa]] since the start of the offensive."),
        ("en", "It draws attention from the fight against IS."),
        ("nl", "De SDF is moe van de strijd tegen IS."),
        ("en", "IS has forced some 1.8 million people from their homes. [[Raqqa]] is calm."),
        ("nl", "Nadat Obama het vertrek van de militairen uit [[Raqqa]] aankondigde."),
        ("en", "The fighting has killed 2,000 people in [[Sirte|town|LY]] and the army knows."),
        ("nl", "De strijd tussen IS en het leger heeft in [[Sirte|town|LY]] 2.000 levens gekost."),
        ("nl", "IS nam [[Aden|town|YE]] in. President Hadi vluchtte."),
        ("nl", "Na de raketten van IS werden in [[Erbil|town|IQ]] vluchten geschrapt."),
        ("nl", "De president gaf IS toestemming voor luchtaanvallen op [[Erbil|town|IQ]]."),
        ("en", "The insurgency of IS has killed 15,000 people in [[Gwoza|town|NG]] since 2009."),
    ],
)
def test_words_of_war_alone_are_no_event(language: str, text: str) -> None:
    """A bridge that is blown up, a mine that lies there, a battle that only says when."""
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "Peshmerga officers said IS fighters had surrendered in [[Dibis|town|IQ]].", ["is"]),
        ("en", "IS executed 30 Syrian soldiers and civilians in [[Palmyra]].", ["is"]),
        ("en", "Thirty civilians were executed by IS in [[Palmyra]], the army says.", ["is"]),
        (
            "en",
            "The prime minister declared victory over IS in [[Tikrit|town|IQ]].",
            ["iraqi-government"],
        ),
        ("nl", "De strijders van de YPG hebben [[Afrin]] verlaten.", ["ypg"]),
        ("en", "Residents fled [[Raqqa]] as the SDF advanced.", []),
    ],
)
def test_who_did_it(language: str, text: str, actors: list[str]) -> None:
    """Who gives up, kills or declares does so alone; both sides fight; where it is acts not."""
    told = reading_of(text, language).events[0]
    assert list(told.actors) == actors


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "en",
            "A truce that rebels and the army signed in [[Sochi|town|RU]] has not held.",
            [("agreement", "Sochi")],
        ),
        (
            "nl",
            "Het bestand dat IS en de rebellen in [[Douma]] sloten, is nooit nageleefd.",
            [("agreement", "Douma")],
        ),
        (
            "nl",
            "Het staakt-het-vuren in [[Aleppo]] ging om middernacht in.",
            [("agreement", "Aleppo")],
        ),
        (
            "en",
            "The rebels in [[Daraa]] agreed to hand in their weapons.",
            [("agreement", "Daraa")],
        ),
        (
            "nl",
            "[[Ankara|government|TR]] en de rebellen werden het eens over [[Idlib]].",
            [("agreement", "Idlib")],
        ),
        (
            "en",
            "IS fighters shelled [[Goma|town|CD]] despite the ceasefire.",
            [("shelling", "Goma")],
        ),
        ("en", "Talks on a ceasefire between IS and the army in [[Aleppo]] collapsed.", []),
    ],
)
def test_an_agreement_is_made_and_not_only_spoken_of(
    language: str, text: str, events: list[tuple[str, str]]
) -> None:
    """It is signed, takes effect, or somebody agrees; "despite the truce" is no news of it."""
    assert _told(language, text) == events


def test_states_agree_nowhere_in_particular() -> None:
    """What two governments agree on need not be about the place that the report speaks of."""
    told = events_of(
        "[[Idlib]] is calm. [[Turkije|country|TR]] en [[Rusland|country|RU]] sloten een akkoord.",
        "nl",
    )
    assert told == [("agreement", None, "2017-10-17")]


def test_what_happened_when_another_thing_did_is_of_its_day() -> None:
    """ "Toen" and "when" tell what was at the time of the clause before them."""
    told = events_of(
        "De peshmerga trokken in juni 2014 [[Kirkuk|town|IQ]] binnen, toen het Iraakse leger op de "
        "vlucht sloeg voor IS.",
        "nl",
    )
    assert told == [("withdrawal", "Kirkuk", "2014-06")]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "The siege of [[Raqqa]] is over, IS said.", {"siege_broken"}),
        ("nl", "Het beleg van [[Raqqa]] is voorbij, aldus IS.", {"siege_broken"}),
        ("en", "Russian jets targeted a market in [[Idlib]].", {"air_strike"}),
        ("en", "IS targeted aid workers in [[Idlib]].", set()),
        ("nl", "IS eiste een aanval met raketten op [[Idlib]] op.", {"shelling"}),
        ("en", "The army killed 30 IS militants near [[Palmyra]].", {"battle"}),
        ("nl", "Elf soldaten werden bij [[Palmyra]] door IS gedood.", {"battle"}),
        ("en", "Three soldiers died near [[Idlib]] when they hit a mine.", {"bombing"}),
        ("nl", "Honderden IS-strijders legden in [[Raqqa]] hun wapens neer.", {"surrender"}),
        ("en", "Turkey laid down conditions for the rebels in [[Idlib]].", set()),
    ],
)
def test_words_of_war_tell_what_happened(language: str, text: str, kinds: set[str]) -> None:
    """With what somebody attacked, who fell, and how a siege ended."""
    assert {kind for kind, *_ in events_of(text, language)} == kinds
