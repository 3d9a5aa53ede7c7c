"""Completing the beginning of a name."""

from collections.abc import Iterator

import pytest

from gazetteer import Context, Gazetteer, InvalidName, InvalidQuery, Name
from gazetteer.build import build_index
from gazetteer.places import NameKind
from tests.gazetteers import FixedSource, record


def named(text: str, language: str) -> Name:
    return Name(text, language, NameKind.PREFERRED)


PLACES = (
    record(
        "test:dayr", "Deir ez-Zor", "Dayr az Zawr", "دير الزور", population=242_000,
        longitude=40.14, latitude=35.33,
    ),
    record("test:deira", "Deira", country="AE", population=900_000),
    record("test:raqqa", "Raqqa", "Ar Raqqah", "الرقة", population=531_952),
    record(
        "test:köln", "Cologne", country="DE", population=1_000_000,
        names=(named("Köln", "de"), named("Colonia A", "es")),
    ),
    record(
        "test:colon", "Colón", country="PA", population=1_000_000,
        names=(named("Colon", "en"), named("Colonia B", "de")),
    ),
    record("test:yong", "永安", country="CN", population=50_000),
    *(record(f"test:zz-{number}", f"Zzyx {number:03}", country="US") for number in range(200)),
    record("test:zz-best", "Zzyx Major", country="US", population=900_000),
)  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("small") / "gazetteer.sqlite"
    build_index(path, [FixedSource(PLACES)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


def ids(gazetteer: Gazetteer, prefix: str, context: Context | None = None) -> list[str]:
    return [one.place.id for one in gazetteer.suggest(prefix, context=context)]


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Dayr az Zawr", "دير الزور", "DEIR EZ ZOR"])
def test_every_beginning_of_a_name_leads_to_its_place(small: Gazetteer, name: str) -> None:
    for length in range(1, len(name) + 1):
        assert "test:dayr" in ids(small, name[:length]), name[:length]


@pytest.mark.parametrize("beginning", ["r", "ra", "raq", "Ar R", "الر", "رق", "ا"])
def test_the_article_may_be_typed_or_left_out(small: Gazetteer, beginning: str) -> None:
    assert "test:raqqa" in ids(small, beginning)


@pytest.mark.parametrize("beginning", ["永", "永安"])
def test_a_script_without_spaces_is_completed(small: Gazetteer, beginning: str) -> None:
    assert ids(small, beginning) == ["test:yong"]


def test_the_better_known_place_comes_first(small: Gazetteer) -> None:
    assert ids(small, "deir")[:2] == ["test:deira", "test:dayr"]


def test_the_best_of_many_is_found_at_two_letters(small: Gazetteer) -> None:
    assert ids(small, "zz")[0] == "test:zz-best"


def test_the_whole_name_goes_before_a_longer_one(small: Gazetteer) -> None:
    assert ids(small, "Deir ez-Zor")[0] == "test:dayr"


def test_a_beginning_that_only_sounds_so_is_completed_too(small: Gazetteer) -> None:
    assert "test:dayr" in ids(small, "Dairazz")


def test_the_middle_of_a_name_is_no_beginning(small: Gazetteer) -> None:
    assert ids(small, "ez-Zor") == ids(small, "Major") == []


@pytest.mark.parametrize(("language", "first"), [("es", "test:köln"), ("de", "test:colon")])
def test_the_language_of_the_user_decides_between_equals(
    small: Gazetteer, language: str, first: str
) -> None:
    found = ids(small, "Colonia", Context(language=language))
    assert set(found) == {"test:köln", "test:colon"}
    assert found[0] == first


def test_a_country_or_a_view_puts_places_first(small: Gazetteer) -> None:
    assert ids(small, "de", Context(country="SY"))[0] == "test:dayr"
    assert ids(small, "de", Context(near=(40.0, 35.0)))[0] in {"test:dayr", "test:deira"}
    assert ids(small, "co", Context(country="PA"))[0] == "test:colon"


@pytest.mark.parametrize(
    "prefix", ["", " ", "-", "'", "a\x00", "Raq\u202eqa", "\ud800", "a" * 10_000]
)
def test_what_begins_no_name_is_refused(small: Gazetteer, prefix: str) -> None:
    with pytest.raises(InvalidName):
        small.suggest(prefix)


def test_a_beginning_that_nothing_has_is_completed_by_nothing(small: Gazetteer) -> None:
    assert ids(small, "bvrtgh" * 30) == ids(small, "𐍈") == ids(small, "9") == []


def test_the_limit_keeps_the_best(small: Gazetteer) -> None:
    everything = small.suggest("zzyx", limit=10)
    assert [one.place.id for one in small.suggest("zzyx", limit=3)] == [
        one.place.id for one in everything[:3]
    ]
    with pytest.raises(InvalidQuery, match="limit"):
        small.suggest("z", limit=0)
