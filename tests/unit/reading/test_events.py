"""Events in single sentences, and what is done with them over a report."""

import pytest

from tests.unit.reading.reading_of import events_of, reading_of


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "en",
            "Air strikes by the US-led coalition on [[Raqqa]] killed 20 people on Monday.",
            [("air_strike", "Raqqa")],
        ),
        (
            "en",
            "Hundreds of IS fighters surrendered in [[Baghuz]] on Thursday.",
            [("surrender", "Baghuz")],
        ),
        (
            "en",
            "A car bomb exploded in [[Baghdad|town|IQ]], killing 12 people.",
            [("bombing", "Baghdad")],
        ),
        ("en", "The army laid siege to [[Aleppo]].", [("siege", "Aleppo")]),
        (
            "en",
            "Government forces broke the siege of [[Deir ez-Zor]].",
            [("siege_broken", "Deir ez-Zor")],
        ),
        ("en", "A ceasefire was agreed in [[Daraa]].", [("agreement", "Daraa")]),
        (
            "en",
            "IS militants executed 30 civilians in [[Palmyra]].",
            [("attack_on_civilians", "Palmyra")],
        ),
        ("en", "The SDF launched an offensive on [[Raqqa]].", [("offensive", "Raqqa")]),
        ("en", "Leaflets were dropped over [[Raqqa]].", [("leaflets", "Raqqa")]),
        ("en", "Rebels shelled [[Aleppo]] on Friday.", [("shelling", "Aleppo")]),
        (
            "en",
            "Several hundred IS fighters left [[Raqqa]] under a deal.",
            [("withdrawal", "Raqqa"), ("agreement", "Raqqa")],
        ),
        (
            "nl",
            "De SDF zijn een offensief begonnen in het noorden van [[Raqqa]].",
            [("offensive", "Raqqa")],
        ),
        ("nl", "Boven [[Raqqa]] zijn pamfletten uitgestrooid.", [("leaflets", "Raqqa")]),
        (
            "nl",
            "Ten noorden van [[Raqqa]] wordt gevochten tussen de SDF en IS.",
            [("battle", "Raqqa")],
        ),
        (
            "nl",
            "Bij luchtaanvallen op [[Raqqa]] kwamen 22 strijders om.",
            [("air_strike", "Raqqa")],
        ),
        ("nl", "Honderden IS-strijders hebben [[Raqqa]] verlaten.", [("withdrawal", "Raqqa")]),
        (
            "nl",
            (
                "Ongeveer duizend IS-strijders uit [[Hawija|town|IQ]] hebben zich "
                "overgegeven aan de Koerden."
            ),
            [("surrender", "Hawija")],
        ),
        ("nl", "Het leger belegert [[Aleppo]].", [("siege", "Aleppo")]),
        ("nl", "Het beleg van [[Deir ez-Zor]] is gebroken.", [("siege_broken", "Deir ez-Zor")]),
        (
            "nl",
            "Bij een zelfmoordaanslag in [[Bagdad|town|IQ]] zijn 12 mensen gedood.",
            [("bombing", "Bagdad")],
        ),
        (
            "nl",
            "IS heeft in [[Palmyra]] dertig burgers geëxecuteerd.",
            [("attack_on_civilians", "Palmyra")],
        ),
        (
            "nl",
            "Het offensief rond [[Deir ez-Zor]] begon in september.",
            [("offensive", "Deir ez-Zor")],
        ),
    ],
)
def test_an_event_is_read_with_its_place(
    language: str, text: str, events: list[tuple[str, str]]
) -> None:
    assert [event[:2] for event in events_of(text, language)] == events


def test_an_event_told_twice_is_one_with_all_its_actors() -> None:
    reading = reading_of(
        "The SDF clashed with militants in [[Raqqa]] on Monday. Fighting between the SDF and IS in"
        " [[Raqqa]] went on through Monday night."
    )
    assert [event.kind for event in reading.events] == ["battle"]
    assert set(reading.events[0].actors) == {"sdf", "is"}


def test_an_event_without_a_place_is_where_the_report_is() -> None:
    found = events_of(
        "The SDF took [[Tabqa]] on Monday. Air strikes killed 30 fighters.\n\nA car bomb exploded."
    )
    assert ("air_strike", "Tabqa", "2017-10-16") in found
    assert ("bombing", "Tabqa", "2017-10-16/2017-10-17") in found


def test_a_siege_lasted_up_to_the_day_of_publication() -> None:
    text = "The siege of [[Tabqa]] lasted nearly seven weeks."
    assert events_of(text) == [("siege", "Tabqa", "2017-08-29/2017-10-17")]


@pytest.mark.parametrize(
    "text",
    [
        "The earthquake struck 150 km from [[Raqqa]] on Friday.",
        "An old man in [[Raqqa]] died of a heart attack.",
        "The companies signed a deal in [[Raqqa]].",
        "The minister left [[Raqqa]] on Tuesday.",
        "The party began its election campaign in [[Raqqa]].",
        "No clashes were reported in [[Raqqa]].",
        "The army will launch an offensive on [[Raqqa]].",
    ],
)
def test_news_of_peace_and_of_what_may_come_has_no_events(text: str) -> None:
    assert events_of(text) == []


def test_a_declaration_without_a_place_stays_without_one() -> None:
    found = events_of("The SDF took [[Raqqa]] on Monday. IS declared a caliphate in 2014.")
    assert ("declaration", None, "2014") in found


@pytest.mark.parametrize(
    ("language", "text", "events"),
    [
        (
            "nl",
            "Bij luchtaanvallen op [[Raqqa]] zijn 30 mensen omgekomen. Zondag stierven er tien.",
            [("air_strike", "Raqqa", "2017-10-15/2017-10-17")],
        ),
        (
            "en",
            "It was Sunday when they came. Shelling of [[Raqqa]] has killed 30 people.",
            [("shelling", "Raqqa", "2017-10-15/2017-10-17")],
        ),
        # What goes on in the present is of the day of publication.
        (
            "nl",
            "Zondag kwamen ze aan. Het leger beschiet [[Raqqa]].",
            [("shelling", "Raqqa", "2017-10-17")],
        ),
        # Nor is it news of days when the report only names what was long ago.
        (
            "nl",
            "Bij luchtaanvallen op [[Raqqa]] zijn 30 mensen omgekomen. In 2014 waren het er tien.",
            [("air_strike", "Raqqa", "2017-10-17")],
        ),
    ],
)
def test_news_without_a_day_is_as_old_as_the_first_day_of_the_report_at_most(
    language: str, text: str, events: list[tuple[str, str | None, str]]
) -> None:
    assert events_of(text, language) == events
