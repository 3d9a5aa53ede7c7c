"""A user's own names and places: they win, outlive builds, and travel."""

from pathlib import Path

import pytest

from gazetteer import Gazetteer, InvalidName, Place, PlaceNotFound, SourceError
from gazetteer.build import build_index, is_current
from gazetteer.corrections import OwnName, OwnPlace, Tables, correction_sources, corrections_folder
from gazetteer.errors import GazetteerError, InvalidQuery
from gazetteer.places import Name
from geomap.services import place_sources

RAQQA = "geonames:172955"


def unheard(_done: int, _in_all: int) -> None:
    """Report progress to nobody."""


@pytest.fixture
def index(own_index: Path) -> Path:
    """An index of the small world, which stands in for the places that ship."""
    build_index(own_index)
    return own_index


def place(index: Path, place_id: str) -> Place:
    with Gazetteer.open(index) as gazetteer:
        return gazetteer.get(place_id)


def add_name(index: Path, name: str, **said: str) -> None:
    place_sources.add_own_name(index, OwnName(RAQQA, name, **said), unheard)


def test_without_corrections_there_is_no_source(index: Path) -> None:
    assert correction_sources(index) == ()


def test_an_own_name_leads_to_its_place(index: Path) -> None:
    add_name(index, "Rashidtown", language="en", since="0796", until="0808")
    with Gazetteer.open(index) as gazetteer:
        best = gazetteer.lookup("Rashidtown")[0]
    assert best.place.id == RAQQA
    assert Name("Rashidtown", "en", "variant", "0796", "0808") in best.place.names


def test_an_own_name_never_loses_to_a_city_of_that_name(index: Path) -> None:
    own = OwnName("test:raqqa-hamlet", "Kobani")
    place_sources.add_own_name(index, own, unheard)
    with Gazetteer.open(index) as gazetteer:
        best = gazetteer.lookup("Kobani")[0]
    assert (best.place.id, best.why[1]) == ("test:raqqa-hamlet", "your own name for it")


def test_an_own_place_is_found_and_outlives_builds(index: Path) -> None:
    own = OwnPlace("Old Mill", (39.4, 35.8), kind="village", country="SY", admin1="04")
    place_id = place_sources.add_own_place(index, own, unheard)
    build_index(index)
    found = place(index, place_id)
    assert (place_id, found.name, found.longitude) == ("own:old-mill", "Old Mill", 39.4)
    assert is_current(index)


def test_a_second_place_of_one_name_has_an_id_of_its_own(index: Path) -> None:
    ids = [
        place_sources.add_own_place(index, OwnPlace("الطاحونة", point), unheard)
        for point in ((39.4, 35.8), (41.0, 34.5))
    ]
    assert ids == ["own:الطاحونه", "own:الطاحونه-2"]


def test_a_correction_wins_where_it_speaks(index: Path) -> None:
    place_sources.add_own_place(index, OwnPlace("Raqqa City", id=RAQQA), unheard)
    place_sources.add_own_place(index, OwnPlace(id=RAQQA, point=(39.01, 35.95)), unheard)
    found = place(index, RAQQA)
    assert (found.name, found.longitude, found.population) == ("Raqqa City", 39.01, 531952)
    assert "Raqqa" in {name.text for name in found.names}


def test_a_new_preferred_name_takes_the_place_of_the_old(index: Path) -> None:
    add_name(index, "Rakka", language="nl", kind="preferred")
    add_name(index, "Raqqa-stad", language="nl", kind="preferred")
    names = {name.text: name.kind for name in place(index, RAQQA).names if name.language == "nl"}
    assert names == {"Rakka": "variant", "Raqqa-stad": "preferred"}


def test_a_name_is_text_whatever_it_looks_like(index: Path) -> None:
    add_name(index, "<b>Raqqa</b> & sons")
    with Gazetteer.open(index) as gazetteer:
        (best, *_) = gazetteer.lookup("<b>Raqqa</b> & sons")
    assert (best.place.id, best.matched) == (RAQQA, "<b>Raqqa</b> & sons")


def test_corrections_can_be_dropped(index: Path) -> None:
    add_name(index, "Rashidtown")
    assert place_sources.drop_corrections(index, RAQQA, unheard) == 1
    assert "Rashidtown" not in {name.text for name in place(index, RAQQA).names}
    with pytest.raises(PlaceNotFound):
        place_sources.drop_corrections(index, RAQQA, unheard)


def test_corrections_travel_from_one_index_to_another(index: Path, tmp_path: Path) -> None:
    add_name(index, "Rashidtown", language="en")
    place_sources.add_own_place(index, OwnPlace("Old Mill", (39.4, 35.8)), unheard)
    place_sources.export_corrections(index, tmp_path / "atlas")
    other = tmp_path / "other" / "gazetteer.sqlite"
    build_index(other)
    assert place_sources.take_corrections(other, tmp_path / "atlas", unheard) == 2
    assert place_sources.own_corrections(other) == place_sources.own_corrections(index)
    assert place(other, "own:old-mill").name == "Old Mill"


def test_taking_the_same_corrections_again_changes_nothing(index: Path, tmp_path: Path) -> None:
    add_name(index, "Rashidtown", language="en")
    before = place_sources.own_corrections(index)
    place_sources.export_corrections(index, tmp_path / "atlas")
    place_sources.take_corrections(index, tmp_path / "atlas", unheard)
    assert place_sources.own_corrections(index) == before


def test_a_table_that_was_written_by_hand_is_read(index: Path, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(
        f"place_id,name,language,kind\n{RAQQA},Rafiqa,,historical\n"
    )
    assert place_sources.take_corrections(index, tmp_path, unheard) == 1
    assert Name("Rafiqa", "", "historical") in place(index, RAQQA).names


def test_a_table_of_names_that_was_put_there_by_hand_is_enough(index: Path) -> None:
    folder = corrections_folder(index)
    folder.mkdir()
    (folder / "names.csv").write_text(f"place_id,name,language,kind\n{RAQQA},Rafiqa,,historical\n")
    assert not is_current(index)
    build_index(index)
    assert Name("Rafiqa", "", "historical") in place(index, RAQQA).names


@pytest.mark.parametrize(
    ("own", "error", "complaint"),
    [
        pytest.param(OwnName("geonames:1", "A"), PlaceNotFound, "no place with the id", id="id"),
        pytest.param(OwnName(RAQQA, ""), InvalidName, "at least one letter", id="empty"),
        pytest.param(OwnName(RAQQA, "x" * 201), InvalidName, "at most 200", id="long"),
        pytest.param(OwnName(RAQQA, "a\u202eb"), InvalidName, r"U\+202E", id="override"),
        pytest.param(OwnName(RAQQA, "a\x07b"), InvalidName, r"U\+0007", id="control"),
        pytest.param(OwnName(RAQQA, "A", "Dutch"), SourceError, "two small letters", id="language"),
        pytest.param(OwnName(RAQQA, "A", "nl", "nick"), SourceError, "kind must be", id="kind"),
        pytest.param(OwnName(RAQQA, "A", since="soon"), SourceError, "no date", id="date"),
        pytest.param(
            OwnName(RAQQA, "A", since="2014-06", until="2010"), SourceError, "before", id="dates"
        ),
    ],
)
def test_a_name_that_cannot_be_kept_changes_nothing(
    index: Path, own: OwnName, error: type[GazetteerError], complaint: str
) -> None:
    with pytest.raises(error, match=complaint):
        place_sources.add_own_name(index, own, unheard)
    assert place_sources.own_corrections(index) == Tables()


@pytest.mark.parametrize(
    ("own", "error", "complaint"),
    [
        pytest.param(OwnPlace("A"), InvalidQuery, "needs a name and a point", id="no-point"),
        pytest.param(OwnPlace(point=(1, 1)), InvalidQuery, "needs a name and", id="no-name"),
        pytest.param(OwnPlace("A", id="x:1"), PlaceNotFound, "no place with the id", id="id"),
        pytest.param(
            OwnPlace("", (1, 1), id="x:1"), PlaceNotFound, "no place with the id", id="id-no-name"
        ),
        pytest.param(OwnPlace("A", (1, 1), admin1="../x"), SourceError, "letters and", id="admin1"),
        pytest.param(OwnPlace("A", (200, 0)), SourceError, "longitude must lie", id="point"),
        pytest.param(OwnPlace("A", (1, 1), kind="hut"), SourceError, "known kinds", id="kind"),
        pytest.param(OwnPlace("A", (1, 1), country="Syria"), SourceError, "capital", id="country"),
        pytest.param(OwnPlace("A\u202eb", (1, 1)), InvalidName, r"U\+202E", id="override"),
    ],
)
def test_a_place_that_cannot_be_kept_changes_nothing(
    index: Path, own: OwnPlace, error: type[GazetteerError], complaint: str
) -> None:
    with pytest.raises(error, match=complaint):
        place_sources.add_own_place(index, own, unheard)
    assert place_sources.own_corrections(index) == Tables()


def test_where_the_index_cannot_be_built_the_correction_is_taken_back(index: Path) -> None:
    add_name(index, "Rashidtown")
    index.unlink()
    own = OwnName("x:1", "Nowhere")
    with pytest.raises(SourceError, match="x:1: no source gives this place"):
        place_sources.add_own_name(index, own, unheard)
    names = place_sources.own_corrections(index).names
    assert [row["name"] for row in names] == ["Rashidtown"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param("a,b\n", "the header must be place_id,name", id="header"),
        pytest.param("", "the header must be", id="empty"),
        pytest.param("place_id,name,language,kind\na,b\n", "row without 4 cells", id="cells"),
        pytest.param('place_id,name,language,kind\n"a,b\n', "is no CSV", id="quote"),
    ],
)
def test_a_table_that_is_broken_is_named(index: Path, content: str, complaint: str) -> None:
    folder = corrections_folder(index)
    folder.mkdir()
    (folder / "names.csv").write_text(content)
    with pytest.raises(SourceError, match=rf"names\.csv.*{complaint}"):
        place_sources.own_corrections(index)


def test_a_folder_without_corrections_is_refused(index: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="has no corrections"):
        place_sources.take_corrections(index, tmp_path, unheard)
