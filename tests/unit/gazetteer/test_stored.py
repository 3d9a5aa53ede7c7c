"""Records in a file of our own: nothing is lost on the way."""

import gzip
from pathlib import Path

import pytest
from shapely import box

from gazetteer.errors import SourceError
from gazetteer.places import Name, SourceInfo
from gazetteer.sources import PlaceRecord, StoredSource
from gazetteer.sources.stored import store
from tests.gazetteers import record

FULL = PlaceRecord(
    id="wof:11",
    name="Zaytuniyah",
    longitude=40.4,
    latitude=35.4,
    kind="governorate",
    country="SY",
    admin1="04",
    population=0,
    names=(
        Name("الزيتونية", "ar", "preferred"),
        Name("Colline", "fr", "historical", "1920", "1946"),
    ),
    curated=True,
    other_ids=("geonames:7100",),
    parents=("wof:1",),
    superseded_by="wof:99",
    inception="19XX",
    cessation="..",
    polygon=box(40, 35, 41, 36),
    admin1_name="Zaytuniyah",
)


def stored(path: Path, *records: PlaceRecord) -> StoredSource:
    written = store(path, records)
    return StoredSource(path, SourceInfo("a", written.digest, ""), written.places)


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    source = stored(tmp_path / "a.gz", FULL, PlaceRecord("x:1"))
    assert list(source.records()) == [FULL, PlaceRecord("x:1")]
    assert len(source) == 1, "one of them is dead"


def test_an_id_again_is_skipped(tmp_path: Path) -> None:
    source = stored(tmp_path / "a.gz", record("x:1", "A"), record("x:1", "B"))
    assert [one.name for one in source.records()] == ["A"]


def test_the_digest_is_that_of_the_content(tmp_path: Path) -> None:
    digests = {
        store(tmp_path / f"{number}.gz", [record("x:1", name)]).digest
        for number, name in enumerate(["A", "A", "B"])
    }
    assert len(digests) == 2


@pytest.mark.parametrize(
    "line", ["{", '{"name":"A"}', '{"id":"x:1","polygon":"00"}', '{"id":1,"x":2}']
)
def test_a_damaged_file_says_what_to_do(tmp_path: Path, line: str) -> None:
    source = stored(tmp_path / "a.gz", FULL)
    (tmp_path / "a.gz").write_bytes(gzip.compress(line.encode()))
    with pytest.raises(SourceError, match=r"a\.gz, line 1: is damaged; import its source again"):
        list(source.records())
