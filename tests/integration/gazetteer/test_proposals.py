"""What is proposed for a name that is not in the index as it is written."""

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.places import Tier
from tests.gazetteers import FixedSource, record

PLACES = (
    record("test:waco", "Waco", country="US", population=132_356),
    record("test:minsk", "Minsk", country="BY", population=1_742_124),
    record("test:mnisk", "Mnisk", country="PL"),
    record("test:manasuk", "Manasuk", country="TR", population=50_000),
    record("test:lonely", "Bvrtgh", country="US"),
    record("test:samawa", "Samawa", "السماوة", country="IQ"),
    *(
        record(f"test:{number}", f"Wexico {number}", "أوخاكا" + "ا" * number, population=9_000)
        for number in range(100)
    ),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("small") / "gazetteer.sqlite"
    build_index(path, [FixedSource(PLACES)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [one.place.id for one in gazetteer.lookup(name)]


@pytest.mark.parametrize("name", ["Wxaco", "Wco", "Wacp", "Awco"])
def test_one_edit_of_a_short_name_is_found(small: Gazetteer, name: str) -> None:
    assert ids(small, name)[0] == "test:waco"


def test_names_in_another_script_do_not_crowd_out_the_asker_s_own(small: Gazetteer) -> None:
    """A hundred places are called in Arabic by something that sounds like Wxaco."""
    assert "test:waco" in ids(small, "Wxaco")


def test_a_better_known_place_that_sounds_the_same_is_named_too(small: Gazetteer) -> None:
    found = ids(small, "Mnisk")
    assert found[0] == "test:mnisk"
    assert set(found) >= {"test:minsk", "test:manasuk"}


def test_a_little_known_name_has_no_more_namesakes_than_are_shown(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The nine that are most alike and best known; a village is no rival of a town."""
    path = tmp_path_factory.mktemp("namesakes") / "gazetteer.sqlite"
    endings = ("a", "e", "i", "o", "u", "aa", "ee", "ii", "oo", "uu", "ai", "au")
    places = [
        record(f"test:{size}", f"Hamr{ending}", population=size * 1000)
        for size, ending in enumerate(endings, start=1)
    ]
    build_index(path, [FixedSource((record("test:hamlet", "Hamra", population=0), *places))])
    with Gazetteer.open(path) as gazetteer:
        assert len(ids(gazetteer, "Hamra")) == 2
        assert ids(gazetteer, "Hamri") == ["test:3"]
    hamlet = record("test:hamlet", "Hamraa'a", population=0)
    build_index(path, [FixedSource((hamlet, *places[:11]))])
    with Gazetteer.open(path) as gazetteer:
        found = gazetteer.lookup("Hamraaa")
    assert found[0].place.id == "test:hamlet"
    assert len(found) == 10
    assert {one.tier for one in found[1:]} == {Tier.STRICT}
    assert all(one.place.population for one in found[1:])


def test_a_better_known_place_needs_no_namesakes(small: Gazetteer) -> None:
    assert ids(small, "Minsk") == ["test:minsk"]


def test_a_little_known_place_without_namesakes_stands_alone(small: Gazetteer) -> None:
    assert ids(small, "Bvrtgh") == ["test:lonely"]


def test_an_arabic_name_with_a_letter_wrong_is_found(small: Gazetteer) -> None:
    assert ids(small, "السماوه")[0] == ids(small, "السمارة")[0] == "test:samawa"
