"""Values beside a name are read with good will; a match is certain only when it is clear."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gazetteer import Candidate, Context, Gazetteer, Place
from geomap.services.gazetteer_context import ContextReader
from geomap.services.gazetteer_index import SharedGazetteer
from geomap.services.gazetteer_matching import MatchQuery, PlaceMatcher, is_certain
from tests.gazetteers import world_index


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return world_index(tmp_path_factory.mktemp("world"))


@pytest.fixture
def reader(world: Path) -> Iterator[ContextReader]:
    with Gazetteer.open(world) as gazetteer:
        yield ContextReader(gazetteer)


@pytest.fixture
def matcher(world: Path) -> Iterator[PlaceMatcher]:
    shared = SharedGazetteer(world)
    with shared.using() as index:
        yield PlaceMatcher(index)
    shared.close()


@pytest.mark.parametrize(
    ("name", "text", "meaning"),
    [
        ("country", "sy", "SY"),
        ("country", "SYR", "SY"),
        ("country", " Syria ", "SY"),
        ("country", "UNITED KINGDOM", "GB"),
        ("country", "geonames:285728", "KW"),
        ("admin1", "4", "04"),
        ("admin1", "Raqqa", "Raqqa"),
        ("admin1", "geonames:172955", "04"),
        ("near", "39.01,35.95", (39.01, 35.95)),
        ("near", " 39.01 ; -35.95 ", (39.01, -35.95)),
        ("near", "39.01 35.95", (39.01, 35.95)),
        ("near", "geonames:285728", (48.09472, 29.14583)),
        ("on", "2014-06-29", date(2014, 6, 29)),
        ("on", "2014-06", date(2014, 6, 1)),
        ("on", "2014-06-29T12:00:00Z", date(2014, 6, 29)),
        ("on", "../2014-06-29", date(2014, 6, 29)),
    ],
)
def test_a_value_is_understood(
    reader: ContextReader, name: str, text: str, meaning: object
) -> None:
    read = reader.read({name: (text,)})
    assert (getattr(read.context, name), read.misread) == (meaning, ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("country", "Ruritania"),
        ("country", "x:none"),
        ("country", "\u202eairyS"),
        ("near", "39.01"),
        ("near", "200,0"),
        ("near", "1.2.3,4"),
        ("near", "north,east"),
        ("near", "9" * 10_000),
        ("on", "yesterday"),
        ("on", "2014-02-30"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(reader: ContextReader, name: str, text: str) -> None:
    read = reader.read({name: (text,)})
    assert read.context == Context()
    assert read.misread[0].startswith(f"{name} ")
    assert len(read.misread[0]) < 100


def test_of_several_values_the_first_that_makes_sense_counts(reader: ContextReader) -> None:
    read = reader.read({"country": ("", "Ruritania", "IQ", "SY")})
    assert (read.context.country, read.misread) == ("IQ", ())


def test_an_empty_cell_says_nothing(reader: ContextReader) -> None:
    assert reader.read({"country": (" ",), "near": ()}).context == Context()


def candidate(confidence: float, tier: str = "exact") -> Candidate:
    place = Place("x:1", "X", 0.0, 0.0, "city", "SY", "", None, ())
    return Candidate(place, confidence, tier, "X", (), confidence)


@pytest.mark.parametrize(
    ("confidences", "certain"),
    [
        ((), False),
        ((0.8,), True),
        ((0.79,), False),
        ((0.9, 0.1), True),
        ((0.9, 0.7), False),
        ((0.5, 0.5), False),
    ],
)
def test_a_match_is_likely_and_clearly_ahead(
    confidences: tuple[float, ...],
    certain: bool,  # noqa: FBT001 - a column of the table above.
) -> None:
    assert is_certain([candidate(one) for one in confidences]) is certain


def test_what_came_online_is_never_certain() -> None:
    assert not is_certain([candidate(1.0, "online")])


def test_an_id_is_certain_unless_something_was_not_understood(matcher: PlaceMatcher) -> None:
    sure = matcher.match(MatchQuery("geonames:172955", {}))
    unsure = matcher.match(MatchQuery("geonames:172955", {"country": ("Ruritania",)}))
    assert (sure.certain, sure.notes) == (True, ())
    assert not unsure.certain
    assert unsure.notes == ("country 'Ruritania' was not understood",)


def test_a_type_that_shuts_out_the_likeliest_makes_no_match(matcher: PlaceMatcher) -> None:
    matched = matcher.match(MatchQuery("Raqqa", {}, frozenset({"governorate"})))
    assert [one.place.kind for one in matched.candidates] == ["governorate"]
    assert not matched.certain


def test_a_name_that_cannot_be_used_says_why(matcher: PlaceMatcher) -> None:
    matched = matcher.match(MatchQuery("a" * 10_000, {}))
    assert (matched.candidates, matched.certain) == ((), False)
    assert "at most 200 characters" in matched.notes[0]


def test_the_same_question_gets_the_same_answer(matcher: PlaceMatcher) -> None:
    query = MatchQuery("Kobani", {"country": ("TZ",)}, limit=1)
    first, second = matcher.match(query), matcher.match(query)
    assert first == second
    assert [one.place.id for one in first.candidates] == ["geonames:153600"]
