import pytest

from gazetteer import Gazetteer
from gazetteer.toponyms import Region, Sense, TextReader, TextReading


def names(reading: TextReading) -> list[str]:
    return [one.text for one in reading.toponyms]


def meant(reading: TextReading) -> dict[str, str]:
    return {one.text: one.place.id if one.place else "" for one in reading.toponyms}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting went on in Raqqa.", ["Raqqa"]),
        ("They left Raqqa's old city for al-Bab.", ["Raqqa", "al-Bab"]),
        ("Paris Hilton sang in Dallas.", ["Dallas"]),
        ("Mr. Jackson came from Dallas; Jackson was ill.", ["Dallas"]),
        ("Jackson, 34, lives in Dallas.", ["Dallas"]),
        ("The Washington Post and the Bank of Texas wrote about Dallas.", ["Dallas"]),
        ("He read law at the University of Texas.", []),
        ("Of all people, she liked reading best. Reading the report took hours.", []),
        ("Homes near Reading were sold. Reading Football Club was not.", ["Reading"]),
        ("The Syrian army and Turkish troops waited.", []),
        ("Ahrar al-Sham and the Islamic State of Iraq and Syria fought near Raqqa.", ["Raqqa"]),
        ("Cars on U.S. 82 were stopped; U.S. officials saw it.", ["U.S."]),
        ("Dallas, Texas -- A storm came.", ["Dallas", "Texas"]),
    ],
)
def test_names_of_places_are_told_from_other_names(
    reader: TextReader, text: str, expected: list[str]
) -> None:
    assert names(reader.read(text, "en")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noord-Syrië en Noord-Holland liggen ver uiteen.", ["Noord-Syrië", "Noord-Holland"]),
        ("De val van Raqqa's oude stad bij de Eufraat.", ["Raqqa", "Eufraat"]),
        ("Hij woont in 's-Hertogenbosch.", ["'s-Hertogenbosch"]),
        ("Het Syrische leger is in de Raqqa-provincie.", ["Raqqa"]),
        ("In Parijs sprak minister Dallas met de pers.", ["Parijs"]),
    ],
)
def test_dutch_compounds_and_genitives(reader: TextReader, text: str, expected: list[str]) -> None:
    assert names(reader.read(text, "nl")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She flew to Paris.", {"Paris": "p:fr"}),
        ("She lives in Paris, Texas.", {"Paris": "p:tx", "Texas": "a:tx"}),
        ("A man from Springfield, Ill., won.", {"Springfield": "s:il", "Ill.": "a:il"}),
        (
            "In Springfield, Mo., it rained. The mayor of Springfield left.",
            {"Springfield": "s:mo", "Mo.": "a:mo"},
        ),
        ("Springfield lies in Illinois.", {"Springfield": "s:il", "Illinois": "a:il"}),
        ("He governs Raqqa province.", {"Raqqa": "g:sy"}),
        ("He governs the city of Raqqa.", {"Raqqa": "q:sy"}),
        ("The fighters in Kuweires and in Al-Bab, in Syria, gave up.",
         {"Kuweires": "k:sy", "Al-Bab": "b:sy", "Syria": "c:sy"}),
    ],
)  # fmt: skip
def test_a_name_means_what_the_rest_of_the_text_is_about(
    reader: TextReader, text: str, expected: dict[str, str]
) -> None:
    assert meant(reader.read(text, "en")) == expected


def test_one_name_has_one_sense_in_a_text(reader: TextReader) -> None:
    reading = reader.read("A fire broke out in Paris, Texas. Paris is small. He left Paris.", "en")
    assert {one.place.id for one in reading.toponyms if one.text == "Paris" and one.place} == {
        "p:tx"
    }


def test_a_region_is_a_bias(small_world: Gazetteer) -> None:
    text = "He came from Springfield."
    assert meant(TextReader(small_world).read(text, "en")) == {"Springfield": "s:mo"}
    illinois = Region(bbox=(-91.5, 37.0, -87.5, 42.5))
    assert meant(TextReader(small_world, illinois).read(text, "en")) == {"Springfield": "s:il"}


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Damascus says it won.", Sense.GOVERNMENT),
        ("Turkey has accused Damascus of lying.", Sense.PLACE),
        ("People in Damascus said little.", Sense.PLACE),
        ("There were talks with Damascus.", Sense.GOVERNMENT),
        ("Damascus's ambassador left.", Sense.GOVERNMENT),
    ],
)
def test_a_capital_may_stand_for_its_government(
    reader: TextReader, text: str, sense: Sense
) -> None:
    found = [one for one in reader.read(text, "en").toponyms if one.text == "Damascus"]
    assert [one.sense for one in found] == [sense]


def test_what_the_words_make_a_place_is_one_though_nobody_knows_it(reader: TextReader) -> None:
    reading = reader.read("They took the village of Ghranij in Syria and crossed the Khabur River.")
    assert meant(reading) == {"Ghranij": "", "Syria": "c:sy", "Khabur River": ""}


def test_arabic_has_no_capitals(reader: TextReader) -> None:
    text = "سيطرت القوات على مدينة الرقة ووصلت إلى دمشق."
    reading = reader.read(text)
    assert reading.language == "ar"
    assert meant(reading) == {"الرقة": "q:sy", "دمشق": "m:sy"}


def test_a_written_on_and_stays_outside(reader: TextReader) -> None:
    text = "القتال مستمر في الرقة وفي سوريا بالرقة"
    assert names(reader.read(text, "ar")) == ["الرقة", "سوريا", "الرقة"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00" * 20,
        "\ud800 In Raqqa \udfff",
        "In \u202eRaqqa\u202c and \u2066Dallas\u2069",
        "<p>In <b>Raqqa</b></p>",
        "((" * 1000,
        "a'" * 1000,
        "U.S." * 1000,
        "al-" * 1000,
        "Raqqa, " * 1000,
    ],
)
def test_any_text_is_read_with_true_offsets(reader: TextReader, text: str) -> None:
    found = reader.read(text).toponyms
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(0 <= one.confidence <= 1 for one in found)


def test_what_is_longer_than_any_report_is_not_read_to_its_end(reader: TextReader) -> None:
    text = "In Raqqa. " + "\n" * 400_000 + "In Dallas."
    assert names(reader.read(text, "en")) == ["Raqqa"]


def test_an_unknown_language_is_read_as_far_as_it_goes(reader: TextReader) -> None:
    reading = reader.read("Raqqa")
    assert reading.language == ""
    assert reading.method == "rules"
