"""Where events took place, and which of them are told twice."""

import pytest

from tests.unit.reading.reading_of import events_of


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            (
                "Jets hit [[Sirte|town|LY]]. The strikes began on Monday at the request of the "
                "government in [[Tripoli|town|LY]], which thanked Washington."
            ),
            "Sirte",
        ),
        (
            "nl",
            (
                "IS is terug in [[Palmyra]]. Het ministerie van Defensie in [[Moskou|city|RU]] "
                "sprak van 64 luchtaanvallen."
            ),
            "Palmyra",
        ),
        (
            "en",
            (
                "IS is back in [[Palmyra]]. The army bombed the rebels, he told reporters in "
                "[[Geneva|city|CH]]."
            ),
            "Palmyra",
        ),
        (
            "nl",
            (
                "De rebellen bombardeerden de citadel van [[Palmyra]], zei de minister dinsdag in "
                "[[Ankara|city|TR]]."
            ),
            "Palmyra",
        ),
    ],
)
def test_nothing_happens_where_somebody_only_speaks(language: str, text: str, event: str) -> None:
    """The government in a capital tells of a war that is elsewhere."""
    assert {place for _, place, _ in events_of(text, language)} == {event}


def test_a_quarter_that_is_not_known_is_in_the_town_of_its_sentence() -> None:
    """A report on a town names its quarters."""
    told = events_of(
        "Het leger trok zich terug uit [[Ramadi|town|IQ]], nadat een bomauto in de wijk "
        "[[Malaab|unknown]] ontplofte.",
        "nl",
    )
    assert ("bombing", "Ramadi", "2017-10-17") in told


def test_a_village_that_is_not_known_is_where_it_is_said_to_be() -> None:
    """Of two places the known one counts, when it stands for where the other is."""
    told = events_of(
        "A car bomb exploded in [[Susyan|unknown]], eight kilometres north of [[al-Bab]]."
    )
    assert told == [("bombing", "al-Bab", "2017-10-17")]
    assert events_of("IS is in [[al-Bab]]. Rebels shelled [[Susyan|unknown]].") == [
        ("shelling", None, "2017-10-17")
    ]


def test_a_sentence_that_opens_with_a_place_stays_there() -> None:
    """The next one goes on where it plays, and not at the place of the report."""
    told = events_of(
        "IS took [[Tikrit|town|IQ]] and [[Tikrit|town|IQ]] fell.\n\nIn [[Mosul|town|IQ]] IS "
        "entered the consulate. It abducted 48 civilians.",
    )
    assert ("attack_on_civilians", "Mosul", "2017-10-17") in told


def test_what_names_no_place_is_where_most_of_the_report_is() -> None:
    """A region that is named more often than any town is what the report is about."""
    told = events_of(
        "[[Ghouta|region]] is under siege. The army has split [[Ghouta|region]].\n\n"
        "[[Duma]] is in rebel hands.\n\nThe offensive began on February 18."
    )
    assert ("offensive", "Ghouta", "2017-02-18") in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Rebels attacked the army in [[Morek]] on Monday. The assault killed ten soldiers.",
        ),
        (
            "nl",
            (
                "Rebellen vielen maandag het leger in [[Morek]] aan. De gevechten kostten tien man "
                "het leven."
            ),
        ),
    ],
)
def test_an_event_told_again_without_a_place_is_the_same(language: str, text: str) -> None:
    """A second mention that says no other place and no other day is no second event."""
    assert events_of(f"[[Kafr Nabl]] is quiet.\n\n{text}", language) == [
        ("battle", "Morek", "2017-10-16")
    ]


def test_an_event_of_another_day_is_another() -> None:
    """Two days are two events, even where one of them names no place."""
    told = events_of(
        "Rebels shelled [[Morek]] on Monday.\n\n[[Idlib]], [[Idlib]] and [[Idlib]].\n\n"
        "Rebels shelled the army on Friday."
    )
    assert told == [("shelling", "Morek", "2017-10-16"), ("shelling", "Idlib", "2017-10-13")]


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        ("en", "US troops abandoned their base outside [[Manbij]].", ["Manbij"]),
        (
            "en",
            "The militia entered [[Sinjar|town|IQ]] after the Peshmerga withdrew.",
            ["Sinjar"],
        ),
        (
            "en",
            (
                "The army retook [[Uqayribat]], in the east of [[Hama|governorate]] province, "
                "after weeks of Russian air strikes."
            ),
            ["Uqayribat"],
        ),
        (
            "en",
            (
                "One is [[Hawija|town|IQ]], southwest of [[Kirkuk|town|IQ]], encircled since "
                "by the army."
            ),
            ["Hawija"],
        ),
        (
            "nl",
            ("Het leger is in [[Nubl]] en [[Zahraa]], die worden belegerd door rebellen."),
            ["Nubl", "Zahraa"],
        ),
        (
            "nl",
            "In de [[Donbas|region|UA]] vecht het leger, vooral rond [[Bachmoet|town|UA]].",
            ["Bachmoet"],
        ),
        ("nl", "[[Kyiv|government|UA]] lag wekenlang onder vuur.", ["Kyiv"]),
    ],
)
def test_the_nearest_place_is_where_it_was(language: str, text: str, events: list[str]) -> None:
    """What happened was where its own clause, or the one that it goes on, says."""
    told = events_of(text, language)
    assert sorted({place or "" for _, place, _ in told}) == events


def test_a_country_is_where_it_was_when_the_report_is_about_another() -> None:
    """A report on Mali says of Niger no more than that it was there."""
    told = events_of(
        "[[Gao|town|ML]] is calm. In [[Niger|country|NE]], the last American soldiers withdrew."
    )
    assert told == [("withdrawal", "Niger", "2017-10-17")]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        (
            "en",
            "The LNA holds [[Benghazi|town|LY]], where it declared victory in 2017.",
            ("declaration", "Benghazi"),
        ),
        (
            "nl",
            "Het regime houdt twee belegerde dorpen in handen, [[Fua]] en [[Kafraya]].",
            ("siege", "Kafraya"),
        ),
        (
            "en",
            "The besieged towns of [[Fua]] and [[Kafraya]] are held by the army.",
            ("siege", "Fua"),
        ),
        (
            "nl",
            "[[Irak|country|IQ]] verklaart de oorlog tegen IS gewonnen.",
            ("declaration", "Irak"),
        ),
        (
            "en",
            (
                "IS took [[Jalawla|town|IQ]]. It holds villages around [[Muqdadiya|town|IQ]].\n\n"
                "A roadside bomb there killed three policemen."
            ),
            ("bombing", "Muqdadiya"),
        ),
    ],
)
def test_words_that_point_at_a_place_are_followed(
    language: str, text: str, event: tuple[str, str]
) -> None:
    """ "Where", "there" and the names behind "besieged towns" say where it was."""
    assert event in [(kind, place) for kind, place, _ in events_of(text, language)]


def test_where_parties_met_is_not_where_the_report_goes_on() -> None:
    """What comes after an agreement is where it was before."""
    told = events_of(
        "Rebels attacked [[Kidal|town|ML]]. The rebels and the army signed a peace deal in "
        "[[Algiers|town|DZ]]. Clashes killed five soldiers on Friday."
    )
    assert ("battle", "Kidal", "2017-10-13") in told


def test_the_place_right_behind_a_word_is_its_own() -> None:
    """ "The battle for X" is at X, whatever the rest of the clause names."""
    told = events_of(
        "The battle for [[Falluja|town|IQ]] was prompted by IS bombings in [[Baghdad|town|IQ]]."
    )
    assert ("battle", "Falluja", "2017-10-17") in told


def test_what_went_on_for_years_is_not_what_began_this_week() -> None:
    """The siege of a whole war, and that of its last days, are two."""
    told = events_of(
        "IS has besieged [[Raqqa]] since April 2013. The army has laid siege to [[Raqqa]] "
        "since Sunday."
    )
    assert [when for kind, _, when in told if kind == "siege"] == [
        "2013-04/..",
        "2017-10-15/..",
    ]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "IS fighters pulled out of [[Hajin]] for [[Susah]].", ("withdrawal", "Hajin")),
        ("en", "IS slipped out of the town of [[Hajin]] at night.", ("withdrawal", "Hajin")),
        (
            "nl",
            "IS viel aan. De meeste inwoners van [[Hajin]] zijn gevlucht naar [[Susah]].",
            ("displacement", "Hajin"),
        ),
    ],
)
def test_who_leaves_was_in_the_place_that_is_left(
    language: str, text: str, event: tuple[str, str]
) -> None:
    """Where they pull out of, or where those live who flee."""
    assert event in {(kind, place) for kind, place, _ in events_of(text, language)}


def test_fighting_that_filled_days_was_where_it_ended() -> None:
    """ "After five days of fighting" tells of a battle."""
    text = "IS seized [[Hajin]] from the rebels on Saturday after five days of fighting."
    assert ("battle", "Hajin", "2017-10-09/2017-10-14") in events_of(text, "en")


def test_an_offensive_and_the_day_on_which_it_began_are_one() -> None:
    """News of an operation names no day; its beginning is told further on."""
    text = (
        "IS has left as the Turkish offensive on [[Hajin]] goes on. Turkish troops launched the "
        "offensive on [[Hajin]] on 20 January."
    )
    told = [event for event in events_of(text, "en") if event[0] == "offensive"]
    assert told == [("offensive", "Hajin", "2017-01-20")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "[[Damascus|government]] condemned the raid that killed 17 soldiers in [[Hit]].",
            ("battle", "Hit"),
        ),
        (
            "[[Haditha]] owes much to US warplanes, which struck IS positions nine times.",
            ("air_strike", "Haditha"),
        ),
        (
            "IS attacked a camp in the province of [[Anbar|governorate]], near [[Hit]].",
            ("battle", "Hit"),
        ),
    ],
)
def test_a_clause_beside_the_deed_says_where_it_was(text: str, event: tuple[str, str]) -> None:
    """A relative clause tells on of the noun before it, and of the place of its main clause."""
    assert event in {(kind, place) for kind, place, _ in events_of(text, "en")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The RSF took [[Fasher]]. It had besieged the capital of [[Darfur|governorate]] state.",
            ("siege", "Fasher"),
        ),
        (
            "Clashes hit [[Hit]].\n\n[[Kyiv|government|UA]] launched its offensive in June.",
            ("offensive", None),
        ),
        (
            "IS swept through villages on the [[Khabur|river]], near [[Tamer]], abducting women.",
            ("attack_on_civilians", "Tamer"),
        ),
        ("M23 rebels are closing in on [[Goma|town|CD]].", ("offensive", "Goma")),
        (
            "Armenian rockets struck its second city, [[Ganja|town|AZ]], killing one civilian.",
            ("shelling", "Ganja"),
        ),
    ],
)
def test_what_is_described_is_not_where_it_was(text: str, event: tuple[str, str | None]) -> None:
    """The capital of a province is the town last told of; an own offensive has no one place."""
    assert event in {(kind, place) for kind, place, _ in events_of(text, "en")}


def test_clashes_behind_an_aside_were_where_the_deed_was() -> None:
    """ "South-west of X" only says where the town lies that fell after them."""
    text = (
        "The army took [[Tuman]], west of [[Aleppo]], after a week of clashes with rebels.\n\n"
        "People have fled since the offensive near [[Aleppo]] began in August."
    )
    assert ("battle", "Tuman") in {event[:2] for event in events_of(text)}


def test_a_report_is_about_the_place_of_its_first_sentence() -> None:
    """Another town that is named as often later on is not where things go on."""
    text = (
        "Troops pulled out of [[Walikale|town|CD]] as M23 rebels came.\n\nThe clashes went on "
        "until noon. People left. They were tired.\n\nM23 took [[Goma|town|CD]] in January. "
        "There was no deal. [[Goma|town|CD]] is quiet."
    )
    assert ("battle", "Walikale") in {event[:2] for event in events_of(text)}


def test_what_was_named_as_an_enclave_or_a_port_is_meant_again() -> None:
    """ "The enclave" is not the town of the last fact."""
    text = (
        "Rebels left the enclave of [[Ghouta|region]].\n\nJets bombed [[Homs]] on Monday.\n\n"
        "The siege of the enclave lasted five years."
    )
    assert ("siege", "Ghouta") in {event[:2] for event in events_of(text)}


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        pytest.param(
            "en",
            "[[Umanske|town|UA]] was quiet before Russia launched its offensive in "
            "[[Ukraine|country|UA]] in February 2016.",
            [("offensive", "Ukraine", "2016-02")],
            id="of all the country",
        ),
        pytest.param(
            "nl",
            "[[Kunduz|city|AF]] is gevallen sinds de terugtrekking van de NAVO uit "
            "[[Afghanistan|country|AF]] in mei.",
            [("withdrawal", "Afghanistan", "2017-05")],
            id="from all the country",
        ),
        pytest.param(
            "en", "The army took the hills surrounding [[Kasab]].", [], id="hills besiege nobody"
        ),
        pytest.param(
            "nl", "Er zijn gaten in de muur die [[Raqqa]] omringt.", [], id="nor do walls"
        ),
    ],
)
def test_where_it_is_said_to_be(
    language: str, text: str, events: list[tuple[str, str, str]]
) -> None:
    assert events_of(text, language) == events
