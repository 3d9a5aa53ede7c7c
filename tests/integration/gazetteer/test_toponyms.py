"""Names of places in news of all the world, over the shipped index."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.toponyms import TextReader, Toponym

LOCAL = """\
PARIS -- Authorities in Lamar County are looking for a man who robbed a store on the east side \
of Paris late Tuesday. Deputies from Red River County and police in Clarksville set up road \
blocks on U.S. 82. The man may have fled toward Hugo, Okla., Sheriff B.J. McCoy said. "We have \
asked our friends in Oklahoma to help," said Jeff Springer, who lives in Bonham. Crystal \
Madison, 34, the clerk, told The Paris News that she was not hurt. Madison hopes to be back \
next week."""

WORLD = """\
DALLAS (Reuters) - A nurse has tested positive for Ebola. The patient, Thomas Duncan, had \
flown from Monrovia to Brussels before he reached Dallas. Liberia, Guinea and Sierra Leone \
have seen 4,000 deaths, the World Health Organization said in Geneva. In Spain, a nurse in \
Madrid was ill. France will screen travellers who come to Paris from Conakry. Dr. Jackson \
Niamah, who works in Monrovia, told the United Nations that his country needed help. The Bank \
of England and the Washington Post did not comment."""

DUTCH = """\
Bij luchtaanvallen op Azaz, in het noorden van de Syrische provincie Aleppo, zijn maandag \
vijftig burgers gedood, meldt een Koerdische zender in Londen. Volgens Moskou is dat onjuist. \
Minister Koenders overlegde in Brussel. In Oost-Syrië en bij Mosoel, in Irak, rukt het leger \
op. De vluchtelingen zijn in Griekenland, op Lesbos, en in Ter Apel."""

POINTS = {
    "Paris": (-95.56, 33.66),
    "Lamar County": (-95.57, 33.67),
    "Red River County": (-95.05, 33.62),
    "Clarksville": (-95.05, 33.61),
    "Hugo": (-95.51, 34.01),
    "Okla.": (-97.0, 35.5),
    "Oklahoma": (-97.0, 35.5),
    "Bonham": (-96.18, 33.58),
}
"""Where the places of the local report are, in degrees."""


@pytest.fixture(scope="module")
def reader(gazetteer_index: Path) -> Iterator[TextReader]:
    with Gazetteer.open(gazetteer_index) as gazetteer:
        yield TextReader(gazetteer)


def test_local_news_means_the_small_town(reader: TextReader) -> None:
    found = reader.read(LOCAL).toponyms
    assert [one.text for one in found if one.text not in POINTS and one.text != "PARIS"] == []
    assert {one.text for one in found} >= POINTS.keys()
    for one in found:
        longitude, latitude = POINTS[one.text.replace("PARIS", "Paris")]
        assert kilometres(one, longitude, latitude) < 60


def kilometres(one: Toponym, longitude: float, latitude: float) -> float:
    assert one.place is not None, one
    across = (one.place.longitude - longitude) * math.cos(math.radians(latitude))
    return 111.2 * math.hypot(across, one.place.latitude - latitude)


def test_news_of_the_world_means_the_well_known_places(reader: TextReader) -> None:
    found = [(one.text, one.place.country) for one in reader.read(WORLD).toponyms if one.place]
    assert found == [
        ("DALLAS", "US"),
        ("Monrovia", "LR"),
        ("Brussels", "BE"),
        ("Dallas", "US"),
        ("Liberia", "LR"),
        ("Guinea", "GN"),
        ("Sierra Leone", "SL"),
        ("Geneva", "CH"),
        ("Spain", "ES"),
        ("Madrid", "ES"),
        ("France", "FR"),
        ("Paris", "FR"),
        ("Conakry", "GN"),
        ("Monrovia", "LR"),
    ]


def test_dutch_news(reader: TextReader) -> None:
    reading = reader.read(DUTCH)
    assert reading.language == "nl"
    assert [(one.text, one.place.name) for one in reading.toponyms if one.place] == [
        ("Azaz", "Azaz"),
        ("Aleppo", "Aleppo Governorate"),
        ("Londen", "London"),
        ("Moskou", "Moscow"),
        ("Brussel", "Brussels"),
        ("Oost-Syrië", "Syria"),
        ("Mosoel", "Mosul"),
        ("Irak", "Iraq"),
        ("Griekenland", "Greece"),
        ("Lesbos", "Lesbos"),
        ("Ter Apel", "Ter Apel"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'armée a pris Tal Afar, au nord de l'Irak, et les combats près d'Alep ont cessé.",
         ["Tal Afar", "Irak", "Alep"]),
        ("de", "Die Armee hat Rakka erreicht; in Köln und München redet man über die Türkei.",
         ["Rakka", "Köln", "München", "Türkei"]),
        ("tr", "Ordu Rakka'ya girdi ve Ankara'dan İdlib için yeni bir açıklama daha geldi.",
         ["Rakka", "Ankara", "İdlib"]),
        ("ar", "سيطر الجيش على مدينة الرقة وتقدم نحو تلعفر والموصل في العراق.",
         ["الرقة", "تلعفر", "الموصل", "العراق"]),
    ],
)  # fmt: skip
def test_names_in_other_languages(
    reader: TextReader, language: str, text: str, expected: list[str]
) -> None:
    reading = reader.read(text)
    assert reading.language == language
    assert [one.text for one in reading.toponyms] == expected


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Germany", "DE", "country"),
        ("Duitsland", "DE", "country"),
        ("Texas", "US", "governorate"),
        ("Harris County", "US", "district"),
        ("Bavaria", "DE", "governorate"),
        ("Mediterranean Sea", "", "lake"),
    ],
)
def test_countries_and_areas_are_in_the_index(
    gazetteer_index: Path, name: str, country: str, kind: str
) -> None:
    with Gazetteer.open(gazetteer_index) as gazetteer:
        place = gazetteer.lookup(name)[0].place
    assert (place.country, place.kind) == (country, kind)


def test_a_facility_is_named_by_the_small_word_beside_it(reader: TextReader) -> None:
    english = reader.read("Fighters took the Omar oil field and the T4 air base in Syria.")
    dutch = reader.read("In Irak landde hij op luchtmachtbasis Qayyarah, bij de stad Mosul.")
    kinds = {one.text: one.place.kind for one in english.toponyms + dutch.toponyms if one.place}
    assert kinds["Omar"] == "oil_field"
    assert kinds["T4"] == "air_base"
    assert kinds["Qayyarah"] == "air_base"
    assert english.toponyms[0].text == "Omar"


def test_an_acronym_before_a_town_is_no_first_name(reader: TextReader) -> None:
    found = reader.read("Gisteren veroverde ISIS Mosul, de op een na grootste stad van Irak.")
    assert [one.text for one in found.toponyms] == ["Mosul", "Irak"]


def test_dutch_spellings_of_foreign_sounds_find_their_town(reader: TextReader) -> None:
    found = reader.read(
        "Het leger van Azerbeidzjan heeft Sjoesja ingenomen en nadert nu Latsjin, meldt het "
        "ministerie. Boeren en hun koers zijn gewone woorden.",
        "nl",
    )
    countries = {one.text: one.place.country for one in found.toponyms if one.place}
    assert countries == {"Azerbeidzjan": "AZ", "Sjoesja": "AZ", "Latsjin": "AZ"}


def test_names_of_armed_groups_hold_no_place(reader: TextReader) -> None:
    found = reader.read(
        "Al-Qaeda in the Arabian Peninsula seized Mukalla in Yemen, and the Patriotic Union of "
        "Kurdistan held the city of Sulaymaniyah in Iraq."
    )
    assert [one.text for one in found.toponyms] == ["Mukalla", "Yemen", "Sulaymaniyah", "Iraq"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Soldaten strijden in Syrië met jihadisten om Ouqayribat, een klein stadje in Hama.",
            {"Ouqayribat": "Uqayribat"},
        ),
        ("The Syrian army took the town of Al-Sfera from rebels.", {"Al-Sfera": "As-Safira"}),
        ("In Syria, the army recaptured Soukhne from IS.", {"Soukhne": "Al-Sukhnah"}),
        ("The siege of rebel-held Douma in Syria began in 2013.", {"Douma": "Duma"}),
        (
            "Bij luchtaanvallen op het rebellenbolwerk Douma in Syrië vielen twintig doden.",
            {"Douma": "Duma"},
        ),
        ("The Taliban captured Sar-e-Pol in Afghanistan.", {"Sar-e-Pol": "Sar-e Pul"}),
        ("In Syria the army detained Selou, a town clerk, and freed others.", {"Selou": None}),
    ],
)
def test_a_rare_name_or_spelling_is_read_where_words_tell_of_a_town(
    reader: TextReader, text: str, expected: dict[str, str | None]
) -> None:
    found = {one.text: one.place.name for one in reader.read(text).toponyms if one.place}
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He met people in Russia, U.S. officials said.",
            {"Russia": "Russia", "U.S.": "United States"},
        ),
        ("They flew to Cuba, US media reported.", {"Cuba": "Cuba", "US": "United States"}),
        ("She works in Dalton, Ga., and sleeps there.", {"Dalton": "Dalton", "Ga.": "Georgia"}),
        ("A man was shot near L.A. on Monday.", {"L.A.": "Los Angeles"}),
        ("He lives in Gurgleham, Ontario, and in Stroud, Ontario.",
         {"Stroud": None, "Ontario": "Ontario"}),
        ("Aid reached the DRC on Friday.", {"DRC": "Democratic Republic of the Congo"}),
        ("Ten people were killed in Borno State.", {"Borno State": "Borno"}),
        ("Brunei pays US$20 million.", {"Brunei": "Brunei"}),
        ("Troops Regain Control Over City of Homs", {"Homs": "Homs"}),
        ("They say that Steele's work was poor.", {}),
        ("Interior Minister Bruno Le Roux spoke.", {}),
        ("The prime minister al-Abadi and their leader al-Baghdadi spoke in Baghdad.",
         {"Baghdad": "Baghdad"}),
        ("He won the Tour de France; an officer of Baghdad Operations Command fired a Tomahawk.",
         {}),
    ],
)  # fmt: skip
def test_names_beside_others_mean_what_readers_take_them_for(
    reader: TextReader, text: str, expected: dict[str, str | None]
) -> None:
    found = reader.read(text, "en").toponyms
    assert {one.text: one.place and one.place.name for one in found} == expected


def test_a_state_written_short_is_none_of_its_namesakes(reader: TextReader) -> None:
    found = reader.read("The jail is in Lumpkin, Ga., far from Tbilisi.", "en").toponyms
    countries = {one.text: one.place.country for one in found if one.place}
    assert countries == {"Lumpkin": "US", "Ga.": "US", "Tbilisi": "GE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops came to the Central African Republic (CAR). In the CAR they stay.",
         {"Central African Republic": "CF", "CAR": "CF"}),
        ("Horses died in New South Wales (NSW). The NSW state said so.",
         {"New South Wales": "AU", "NSW": "AU"}),
        ("The Syrian army took Al-Habeet in Syria.", {"Al-Habeet": "SY", "Syria": "SY"}),
        ("The Syrian army fought in Kasab, near Latakia in Syria.",
         {"Kasab": "SY", "Latakia": "SY", "Syria": "SY"}),
        ("Israeli police closed the Old City and parts of Jerusalem.",
         {"Old City": "PS", "Jerusalem": "IL"}),
        ("Rebels left the Old City, and a hospital in Homs, in Syria.",
         {"Old City": "SY", "Homs": "SY", "Syria": "SY"}),
        ("Rebels left the Old City, and a hospital in Hama, in Syria.",
         {"Old City": None, "Hama": "SY", "Syria": "SY"}),
        ("They held the Old City of Hama in Syria.", {"Hama": "SY", "Syria": "SY"}),
        ("In Mosul, in Iraq, they took the quarter of al-Arabi; quarters of Mosul were empty.",
         {"Mosul": "IQ", "Iraq": "IQ", "al-Arabi": None}),
        ("He landed at Heathrow, near London.", {"Heathrow": "GB", "London": "GB"}),
        ("They live on Lake Titicaca.", {"Lake Titicaca": ""}),
        ("Fighting went on in the provinces of Jowzjan and Ghor in Afghanistan.",
         {"Jowzjan": "AF", "Ghor": "AF", "Afghanistan": "AF"}),
        ("They took the district of Qala-e-Pusht in Afghanistan.",
         {"Qala-e-Pusht": None, "Afghanistan": "AF"}),
    ],
)  # fmt: skip
def test_names_of_a_text_are_of_the_countries_it_is_about(
    reader: TextReader, text: str, expected: dict[str, str | None]
) -> None:
    found = reader.read(text, "en").toponyms
    assert {one.text: one.place and one.place.country for one in found} == expected


def test_what_a_text_calls_a_village_is_one_wherever_it_is_named(reader: TextReader) -> None:
    found = reader.read(
        "The village of Kampelele was burned in Syria. People fled from Kampelele, and a nurse in "
        "Kampelele wept."
    ).toponyms
    assert [one.text for one in found] == ["Kampelele", "Syria", "Kampelele", "Kampelele"]
