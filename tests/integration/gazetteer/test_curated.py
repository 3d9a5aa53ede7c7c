"""The curated places and names: the files themselves, and what the real index answers from them."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import gazetteer
from gazetteer import Gazetteer
from gazetteer.names import folded, script_of
from gazetteer.places import KINDS

ROOT = Path(__file__).parents[3]
DATA = Path(gazetteer.__file__).parent / "data"
CHRONOLOGY = ROOT.parent / "shared/data/conflict/isis_control_chronology.csv"

LANGUAGES = {"en", "nl", "ar", "ku", "tr", "fr", "de", "fa", ""}

# West, south, east and north of each country, in degrees.
BOUNDS = {
    "SY": (35.6, 32.2, 42.4, 37.4), "IQ": (38.7, 29.0, 48.7, 37.5), "TR": (25.5, 35.7, 44.9, 42.2),
    "LB": (35.0, 33.0, 36.7, 34.8), "JO": (34.9, 29.1, 39.4, 33.5), "IR": (44.0, 25.0, 63.4, 39.8),
    "SA": (34.4, 16.3, 55.7, 32.2), "KW": (46.5, 28.5, 48.5, 30.2), "IL": (34.2, 29.4, 35.9, 33.4),
}  # fmt: skip

GOVERNORATES = {
    "SY": {f"{number:02}" for number in range(1, 15)},
    "IQ": {f"{number:02}" for number in range(1, 20)},
}

HALABJA = "19"

FOREIGN_SOURCES = ("GeoNames", "Who's On First", "OurAirports", "Natural Earth", "Wikipedia")

SHARED_NAMES = {
    "Two towns of this name stand 160 km apart, one in Hasakah and one in Nineveh.": (
        {"Al-Qahtaniyah", "Al-Qahtaniya", "Qahtaniyah", "القحطانية"},
        {"geonames:165757", "geonames:7046853"},
    ),
}

# As reports write them, without a country.
MEANT = {
    "geonames:172955": "Raqqa|Rakka|Ar-Raqqah|Al-Raqqah|Raqqah|الرقة|Reqa|Callinicum",
    "geonames:173480": (
        "Mayadeen|Mayadin|Al-Mayadin|Al Mayadin|Mayadine|Al-Mayadeen|الميادين|Meyadîn"
    ),
    "geonames:174448": "Bukamal|Al-Bukamal|Abu Kamal|Abou Kamal|Albu Kamal|Boukamal|البوكمال",
    "geonames:390188": "Hawija|Hawijah|Al-Hawija|Haweeja|Al-Hawijah|الحويجة",
    "geonames:171943": (
        "Baghouz|Baghuz|Al-Baghouz|Al-Baghuz|Al-Baghuz Fawqani|Baghouz Fawqani|الباغوز"
    ),
    "geonames:171944": "Al-Baghuz Tahtani|Baghouz Tahtani",
    "geonames:170794": (
        "Deir Ezzour|Deir Ezzor|Deir al-Zor|Deir-ez-Zor|Deir ez-Zor|Dayr az-Zawr|Dêra Zor|دير الزور"
    ),
    "geonames:99072": "Mosul|Mosoel|Al-Mawsil|Mossoul|Mossul|Musul|الموصل|Mûsil",
    "geonames:99454": "Fallujah|Falluja|Faloedja|Al-Fallujah|Falloujah|الفلوجة",
    "geonames:172837": (
        "Shaddadi|Shadadi|Al-Shaddadi|Ash-Shaddadi|al-Shaddadeh|Ash-Shaddadah|الشدادي|Şedadê"
    ),
    "geonames:163750": "Tel Abyad|Tell Abyad|Tal Abyad|Tell Abiad|Girê Spî|تل أبيض",
    "geonames:172256": "Kobani|Kobane|Kobanî|Kobanê|Ain al-Arab|Ayn al-Arab|كوباني|عين العرب",
    "geonames:163808": "Palmyra|Tadmur|Palmyre|تدمر",
    "geonames:90150": "Tikrit|تكريت|Tikrît",
    "geonames:98717": "Ramadi|Ar-Ramadi|الرمادي",
    "geonames:167357": "Manbij|Menbij|منبج|Menbiç",
    "geonames:172082": "Azaz|A'zaz|أعزاز|Azez",
    "geonames:173797": "Al-Hawl|Al-Hol|الهول",
    "geonames:172834": "Ash-Sha'fah|Al-Shaafah|الشعفة",
    "geonames:165509": "Ras al-Ayn|Ras al-Ain|Serê Kaniyê|Resulayn",
    "geonames:448149": "Sinjar|Shingal|Şengal|سنجار",
    "geomap:euphrates": "Euphrates|Eufraat|الفرات|Firat",
    "geomap:tigris": "Tigris|دجلة",
    "geomap:tabqa-dam": "Tabqa Dam|Euphrates Dam|سد الفرات",
    "geonames:163843": "Syria|Syrië|سوريا|Suriye",
    "geonames:99237": "Iraq|Irak|العراق",
}

# Hits on these are right only with the country as a bias.
MEANT_WITH_COUNTRY = [
    ("Samara", "IQ", "geonames:91597"),
    ("Sousa", "SY", "geonames:172415"),
    ("Mansoura", "SY", "geonames:8559276"),
    ("Arak", "SY", "geonames:173072"),
    ("Al-Qahtaniyah", "SY", "geonames:165757"),
    ("Al-Qahtaniyah", "IQ", "geonames:7046853"),
]

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = rows_of("places.csv")
NAMES = rows_of("names.csv")
BY_ID = {place["id"]: place for place in PLACES}
TURKISH_PLACES = {place["id"] for place in PLACES if place["country"] == "TR"}


@pytest.fixture(scope="module")
def index(gazetteer_index: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(gazetteer_index) as opened:
        yield opened


def test_there_is_enough_of_it() -> None:
    assert len(PLACES) >= 260
    assert len(NAMES) >= 2000
    assert {place["kind"] for place in PLACES} >= KINDS - {"populated_place"}


def test_ids_are_unique_and_well_formed() -> None:
    assert len(BY_ID) == len(PLACES)
    assert [
        i for i in BY_ID if not re.fullmatch(r"geonames:\d+|geomap:[a-z0-9]+(-[a-z0-9]+)*", i)
    ] == []


def test_kinds_and_countries_are_known() -> None:
    assert {place["kind"] for place in PLACES} <= KINDS
    assert {place["country"] for place in PLACES} <= set(BOUNDS)


def test_places_lie_in_their_countries() -> None:
    for place in PLACES:
        west, south, east, north = BOUNDS[place["country"]]
        for column, least, most in (("longitude", west, east), ("latitude", south, north)):
            assert re.fullmatch(r"\d{2}\.\d{4,5}", place[column]), place
            assert least <= float(place[column]) <= most, place


def test_no_two_places_share_a_point() -> None:
    points = Counter((place["longitude"], place["latitude"]) for place in PLACES)
    assert [point for point, number in points.items() if number > 1] == []


def test_every_place_but_a_country_has_an_admin1_code_that_exists() -> None:
    for place in PLACES:
        known = GOVERNORATES.get(place["country"])
        if place["kind"] == "country":
            assert place["admin1"] == ""
        elif known is None:
            assert re.fullmatch(r"\d{2}", place["admin1"]), place
        else:
            assert place["admin1"] in known, place


def test_every_governorate_is_there_once() -> None:
    for country, codes in GOVERNORATES.items():
        found = [
            place["admin1"]
            for place in PLACES
            if place["kind"] == "governorate" and place["country"] == country
        ]
        assert sorted(found) == sorted(codes)


def test_every_place_says_where_its_point_comes_from() -> None:
    known = (*FOREIGN_SOURCES, "own reading")
    assert [place for place in PLACES if not place["source"].startswith(known)] == []


def test_texts_are_composed_and_trimmed() -> None:
    for row in (*PLACES, *NAMES):
        for text in row.values():
            assert text == unicodedata.normalize("NFC", " ".join(text.split())), row


def test_names_belong_to_places_and_are_said_once() -> None:
    assert {row["place_id"] for row in NAMES} == set(BY_ID)
    spellings = Counter((row["place_id"], row["name"], row["language"]) for row in NAMES)
    assert [spelling for spelling, number in spellings.items() if number > 1] == []
    assert {row["language"] for row in NAMES} <= LANGUAGES
    assert {row["kind"] for row in NAMES} <= {"preferred", "variant", "historical"}


def test_each_language_prefers_one_name_and_english_prefers_the_display_name() -> None:
    preferred = [row for row in NAMES if row["kind"] == "preferred"]
    assert max(Counter((row["place_id"], row["language"]) for row in preferred).values()) == 1
    english = {row["place_id"]: row["name"] for row in preferred if row["language"] == "en"}
    assert english == {place["id"]: place["name"] for place in PLACES}


def test_places_of_syria_and_iraq_have_an_arabic_name() -> None:
    arabic = {
        row["place_id"] for row in NAMES if (row["language"], row["kind"]) == ("ar", "preferred")
    }
    missing = [p["id"] for p in PLACES if p["country"] in {"SY", "IQ"} and p["id"] not in arabic]
    assert missing == []


def test_scripts_fit_the_languages() -> None:
    for row in NAMES:
        script = script_of(row["name"])
        if row["language"] in {"ar", "fa"}:
            assert script == "arabic", row
        elif row["language"] != "ku" and script:  # "T2" and "K1" have one letter, "93" has none.
            assert script == "latin", row


def test_names_hold_no_signs_of_transliteration() -> None:
    assert [
        row
        for row in NAMES
        if re.search(r"[ʿʾ‘’`ḨḩḤḥŢţṬṭŞşĀāĪīŪū()/\\]", row["name"])
        and row["language"] not in {"ku", "tr"}
        and row["place_id"] not in TURKISH_PLACES
    ] == []


def test_two_places_share_a_name_only_for_a_reason() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in NAMES:
        bearers[folded(row["name"])].add(row["place_id"])
    shared = {name: places for name, places in bearers.items() if len(places) > 1}
    allowed = {folded(name): places for names, places in SHARED_NAMES.values() for name in names}
    assert shared == allowed


@pytest.mark.parametrize(
    ("name", "place_id"),
    [(name, place_id) for place_id, names in MEANT.items() for name in names.split("|")],
)
def test_name_in_a_report_means_the_right_place(index: Gazetteer, name: str, place_id: str) -> None:
    assert index.lookup(name)[0].place.id == place_id


@pytest.mark.parametrize(("name", "country", "place_id"), MEANT_WITH_COUNTRY)
def test_country_decides_between_namesakes(
    index: Gazetteer, name: str, country: str, place_id: str
) -> None:
    assert index.lookup(name, country=country)[0].place.id == place_id


def test_index_gives_each_place_as_it_is_written_here(index: Gazetteer) -> None:
    for row in PLACES:
        place = index.get(row["id"])
        assert (place.name, place.kind, place.country) == (row["name"], row["kind"], row["country"])
        assert place.longitude == pytest.approx(float(row["longitude"]))
        assert place.latitude == pytest.approx(float(row["latitude"]))


def test_each_curated_name_finds_its_place_with_the_country(index: Gazetteer) -> None:
    lost = [
        (row["name"], row["place_id"])
        for row in NAMES
        if row["place_id"]
        not in {
            candidate.place.id
            for candidate in index.lookup(row["name"], country=BY_ID[row["place_id"]]["country"])
        }
    ]
    assert lost == []


def test_neighbours_of_a_place_agree_on_its_governorate(index: Gazetteer) -> None:
    strangers = []
    for row in PLACES:
        if row["kind"] == "country" or row["country"] not in GOVERNORATES:
            continue
        if row["admin1"] == HALABJA:  # Its only town has no neighbour in its own governorate.
            continue
        near = index.nearest(float(row["longitude"]), float(row["latitude"]), limit=40)
        around = {(p.country, p.admin1) for p, _ in near if p.id != row["id"]}
        if (row["country"], row["admin1"]) not in around:
            strangers.append(row["id"])
    assert strangers == []


@pytest.mark.skipif(not CHRONOLOGY.exists(), reason="The chronology lies beside the project only.")
def test_every_place_of_the_chronology_is_curated(index: Gazetteer) -> None:
    with CHRONOLOGY.open(encoding="utf-8", newline="") as file:
        wanted = {(row["place"], row["country"]) for row in csv.DictReader(file)}
    codes = {"Syria": "SY", "Iraq": "IQ"}
    found = {
        name: index.lookup(name, country=codes[country])[0].place.id for name, country in wanted
    }
    assert set(found.values()) <= set(BY_ID)
    assert len(set(found.values())) == 89
