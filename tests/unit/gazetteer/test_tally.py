"""What is counted of each source while records become places."""

from gazetteer.merging import merged
from gazetteer.places import SourceInfo
from gazetteer.sources import PlaceRecord
from gazetteer.tally import Tally, packed_contents, unpacked_contents
from tests.gazetteers import FixedSource, record, variants

SOURCES = (
    FixedSource((record("x:1", "Mill", "Moulin"), record("x:2", "Ford")), name="held"),
    FixedSource(
        (
            record("y:1", "Mill", "Mill", other_ids=("x:1",)),
            PlaceRecord("y:9", names=variants("Old Ford"), superseded_by="x:2"),
        ),
        name="with a dead record",
    ),
    FixedSource(tuple(record(f"z:{number}", f"Town {number}") for number in range(5))),
)


def counted() -> Tally:
    tally = Tally(len(SOURCES))
    assert len(list(merged(SOURCES, tally))) == 7
    return tally


def test_places_names_and_what_was_joined_are_counted_by_source() -> None:
    contents = counted().contents([source.about() for source in SOURCES])
    assert [(one.places, one.names, one.joined) for one in contents] == [
        (2, 3, 2),
        (1, 1, 1),
        (5, 5, 0),
    ]
    assert [one.source.name for one in contents] == ["held", "with a dead record", "fixed"]


def test_contents_come_back_as_they_were() -> None:
    infos = [SourceInfo("a", "1", "b", "CC0", "2024-01-31"), *(one.about() for one in SOURCES[1:])]
    contents = counted().contents(infos)
    (first, *_) = unpacked_contents(packed_contents(contents))
    assert (first.source.licence, first.source.dated) == ("CC0", "2024-01-31")
    assert unpacked_contents(packed_contents(contents)) == contents
