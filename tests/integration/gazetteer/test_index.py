"""Looking up in an index that the real builder made."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gazetteer import (
    Gazetteer,
    GazetteerCorrupt,
    GazetteerError,
    GazetteerMissing,
    GazetteerOutdated,
    InvalidName,
    InvalidQuery,
    Name,
    PlaceNotFound,
)
from gazetteer.build import build_index
from gazetteer.index_file import LAYOUT
from tests.gazetteers import WORLD, FixedSource, record, world_index


def first(gazetteer: Gazetteer, name: str, country: str | None = None) -> str:
    return gazetteer.lookup(name, country=country)[0].place.id


@pytest.mark.parametrize(
    ("name", "country", "place_id"),
    [
        pytest.param("Raqqa", None, "geonames:172955", id="city-over-governorate-and-hamlet"),
        pytest.param("raqqa", None, "geonames:172955", id="folded"),
        pytest.param("Ar-Raqqa", None, "geonames:172955", id="article"),
        pytest.param("الرقّة", None, "geonames:172955", id="arabic-with-marks"),
        pytest.param("رقة", None, "geonames:172955", id="arabic-without-article"),
        pytest.param("الرقة", "KW", "geonames:285728", id="country-overturns"),
        pytest.param("Raqqa", "IQ", "test:raqqa-hamlet", id="country-overturns-for-a-hamlet"),
        pytest.param("Hawija", None, "geonames:390188", id="curated-over-five-homonyms"),
        pytest.param("Al-Hawijah", None, "geonames:390188", id="curated-variant-over-homonyms"),
        pytest.param("Hawijah", "SY", "test:hawija-0", id="country-overturns-curated"),
        pytest.param("Kobani", None, "geonames:172256", id="usual-name-over-variant"),
        pytest.param("Kobani", "TZ", "geonames:153600", id="country-overturns-usual-name"),
        pytest.param("Ain al-Arab", None, "geonames:172256", id="another-transliteration"),
        pytest.param("Reqqeh", "SY", "geonames:172955", id="sounds-the-same"),
        pytest.param("Raqpa", None, "geonames:172955", id="one-letter-wrong"),
        pytest.param("Raqqa, Iraq", None, "test:raqqa-hamlet", id="a-country-behind-the-name"),
    ],
)
def test_the_place_that_is_meant_comes_first(
    world: Gazetteer, name: str, country: str | None, place_id: str | None
) -> None:
    candidates = world.lookup(name, country=country)
    assert (candidates[0].place.id if candidates else None) == place_id


def test_a_candidate_says_what_matched_and_why(world: Gazetteer) -> None:
    best = world.lookup("rakka", country="sy")[0]
    assert best.matched == "Rakka"
    assert best.tier == "folded"
    assert best.why == (
        "same but for case, marks, hyphens",
        "other spelling",
        "city of 531,952",
        "in SY",
    )


def test_scores_fall_and_lie_between_0_and_1(world: Gazetteer) -> None:
    scores = [candidate.score for candidate in world.lookup("Hawijah")]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_limit_keeps_the_best(world: Gazetteer) -> None:
    everything = world.lookup("Al-Hawijah")
    assert world.lookup("Al-Hawijah", limit=2) == everything[:2]


def test_a_name_that_nobody_has_finds_nothing(world: Gazetteer) -> None:
    assert world.lookup("Nowhere at all") == []


@pytest.mark.parametrize("name", ["", "a" * 10_000, "Raq\x07qa", "\u202eaqqaR", "\ud800"])
def test_what_is_no_name_is_refused(world: Gazetteer, name: str) -> None:
    with pytest.raises(InvalidName):
        world.lookup(name)


@pytest.mark.parametrize("name", ["%", "Raqqa' OR 1=1 --", '"', "*", "Raqqa;", "?"])
def test_no_character_means_anything_to_the_index(world: Gazetteer, name: str) -> None:
    try:
        found = world.lookup(name)
    except InvalidName:
        found = []
    assert len(found) in {0, 3}


@pytest.mark.parametrize("country", ["", "Syria", "S1", "سو"])
def test_what_is_no_country_code_is_refused(world: Gazetteer, country: str) -> None:
    with pytest.raises(InvalidQuery, match="country: give a code of two letters"):
        world.lookup("Raqqa", country=country)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(world: Gazetteer, limit: int) -> None:
    with pytest.raises(InvalidQuery, match="limit"):
        world.lookup("Raqqa", limit=limit)
    with pytest.raises(InvalidQuery, match="limit"):
        world.nearest(39.0, 36.0, limit=limit)


def test_a_place_is_got_by_its_id(world: Gazetteer) -> None:
    place = world.get("geonames:172955")
    assert (place.name, place.country, place.admin1) == ("Raqqa", "SY", "04")
    assert place.population == 531952
    assert Name("الرقة", "", "variant") in place.names
    assert Name("Raqqa", "", "preferred") in place.names


@pytest.mark.parametrize("place_id", ["geonames:1", "", "\ud800"])
def test_an_unknown_id_is_an_error(world: Gazetteer, place_id: str) -> None:
    with pytest.raises(PlaceNotFound):
        world.get(place_id)


# --------------------------------------------------------------------------------- nearest


def test_the_nearest_place_comes_first_with_its_distance(world: Gazetteer) -> None:
    (place, kilometres), (second, farther) = world.nearest(39.0, 35.9, limit=2)
    assert place.id == "geonames:172955"
    assert kilometres == pytest.approx(5.9, abs=0.1)
    assert second.id == "geonames:172256" or farther > kilometres


def test_rivers_and_governorates_are_never_nearest(world: Gazetteer) -> None:
    kinds = {place.kind for place, _ in world.nearest(39.0079, 35.0, limit=100)}
    assert not kinds & {"river", "governorate"}


def test_nearest_looks_across_the_180th_meridian(world: Gazetteer) -> None:
    ((place, kilometres),) = world.nearest(-179.9, -16.5, limit=1)
    assert place.id == "test:fiji"
    assert kilometres == pytest.approx(21.3, abs=0.1)


def test_nearest_from_the_pole_reaches_everything(world: Gazetteer) -> None:
    everything = world.nearest(0.0, 90.0, limit=100)
    assert len(everything) == len(WORLD) - 2
    distances = [kilometres for _, kilometres in everything]
    assert distances == sorted(distances)


def test_nearest_refuses_a_point_off_the_earth(world: Gazetteer) -> None:
    with pytest.raises(InvalidQuery):
        world.nearest(200.0, 0.0)


# -------------------------------------------------------------------------- files, threads


def test_info_says_what_the_index_was_made_of(world: Gazetteer, world_path: Path) -> None:
    info = world.info()
    assert info.path == world_path
    assert info.layout == LAYOUT
    assert info.places == len(WORLD)
    assert info.names == sum(len({place.name, *place.names}) for place in WORLD.places)
    assert info.sources == (WORLD.about(),)
    assert info.built_at.utcoffset() is not None


def test_threads_share_an_index(world: Gazetteer) -> None:
    names = ["Raqqa", "Hawija", "Kobani", "الرقة"] * 100
    expected = [first(world, name) for name in names]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda name: first(world, name), names)) == expected


def test_a_closed_index_says_so(world_path: Path) -> None:
    with Gazetteer.open(world_path) as gazetteer:
        gazetteer.lookup("Raqqa")
    with pytest.raises(GazetteerError, match="closed"):
        gazetteer.lookup("Raqqa")


def test_an_index_may_be_closed_twice(world_path: Path) -> None:
    gazetteer = Gazetteer.open(world_path)
    gazetteer.close()
    gazetteer.close()


def test_reading_leaves_no_files_beside_the_index(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    tmp_path.chmod(0o500)
    with Gazetteer.open(path) as gazetteer:
        gazetteer.lookup("Raqqa")
        assert list(tmp_path.iterdir()) == [path]
    tmp_path.chmod(0o700)


def test_an_index_may_have_any_file_name(tmp_path: Path) -> None:
    path = tmp_path / "a ?mode=rw#[ر].sqlite"
    build_index(path, [WORLD])
    with Gazetteer.open(path) as gazetteer:
        assert first(gazetteer, "Raqqa") == "geonames:172955"


def test_a_missing_index_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissing, match="Run `geomap gazetteer build`"):
        Gazetteer.open(tmp_path / "none.sqlite")


def spoiled(path: Path, how: str) -> None:
    content = path.read_bytes()
    if how == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif how == "cut-in-the-header":
        path.write_bytes(content[:30])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "text":
        path.write_text("id,name\n" * 100)
    elif how == "other-database":
        path.unlink()
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE place (id)")
        connection.close()
    else:
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize(
    "how", ["cut", "cut-in-the-header", "empty", "text", "other-database", "folder"]
)
def test_what_is_no_whole_index_is_refused_when_opened(tmp_path: Path, how: str) -> None:
    path = world_index(tmp_path)
    spoiled(path, how)
    with pytest.raises(GazetteerCorrupt, match="Run `geomap gazetteer build`"):
        Gazetteer.open(path)


def test_damage_inside_is_found_when_it_is_read(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with Gazetteer.open(path) as gazetteer, pytest.raises(GazetteerCorrupt, match="malformed"):
        gazetteer.lookup("Raqqa")


def test_another_layout_is_refused_when_opened(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {LAYOUT + 1}")
    connection.close()
    with pytest.raises(GazetteerOutdated, match=f"layout {LAYOUT + 1}.*Run `geomap gazetteer"):
        Gazetteer.open(path)


def test_an_open_index_keeps_answering_while_it_is_replaced(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    with Gazetteer.open(path) as old:
        build_index(path, [FixedSource((record("x:1", "Raqqa"),))])
        assert first(old, "Raqqa") == "geonames:172955"
        with Gazetteer.open(path) as new:
            assert first(new, "Raqqa") == "x:1"


def test_a_page_size_that_does_not_fit_the_header_is_understood(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size = 65536")
    connection.execute("VACUUM")
    connection.close()
    with Gazetteer.open(path) as gazetteer:
        assert first(gazetteer, "Raqqa") == "geonames:172955"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(GazetteerCorrupt, match="cut short"):
        Gazetteer.open(path)
