"""Whole collections as files: read back by GDAL and pyarrow, of one revision, and let go of."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely
from flask.testing import FlaskClient
from sqlalchemy import QueuePool
from sqlalchemy.orm import Session

from geomap.domain.items.collections import COLLECTIONS
from geomap.domain.items.queries import ItemsQuery
from geomap.errors import Unavailable
from geomap.services.items import KeptItems, stream_of
from geomap.storage.database import Database
from geomap.storage.revisions import latest_revision
from geomap.web.streaming import Streams
from tests.factories import event
from tests.integration.conftest import Load

ENDINGS = {
    "csv": "text/csv",
    "fgb": "application/vnd.flatgeobuf",
    "geojsonl": "application/geo+json-seq",
    "parquet": "application/vnd.apache.parquet",
}
SHAPED = [one.id for one in COLLECTIONS.values() if one.shape]


def _ids(database: Database, collection: str) -> list[str]:
    with database.reading() as session:
        query = ItemsQuery(COLLECTIONS[collection])
        return [one.id for one in stream_of(session, query, KeptItems())]


def _read(ending: str, body: bytes, folder: Path) -> Any:
    path = folder / f"file.{ending}"
    path.write_bytes(body)
    return geopandas.read_parquet(path) if ending == "parquet" else geopandas.read_file(path)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("collection", SHAPED)
def test_every_reader_finds_every_item(
    client: FlaskClient, database: Database, collection: str, ending: str, tmp_path: Path
) -> None:
    answer = client.get(f"/{collection}.{ending}")
    assert answer.mimetype == ENDINGS[ending]
    named = f'attachment; filename="{collection}.{ending}"'
    assert answer.headers["Content-Disposition"] == named
    if not (ids := _ids(database, collection)) and not answer.data:
        return  # A sequence of nothing is an empty file, which no reader takes for a sequence.
    read = _read(ending, answer.data, tmp_path)
    assert read["id"].tolist() == ids
    declared = {one.name for one in COLLECTIONS[collection].properties}
    assert declared <= set(read.columns)
    if ending != "csv":
        present = read.geometry.dropna()
        assert present.is_valid.all()
        bounds = present.bounds
        assert bounds.empty or (bounds.minx.min() > 38 and bounds.maxx.max() < 45)
        assert bounds.empty or (bounds.miny.min() > 30 and bounds.maxy.max() < 38)


@pytest.mark.parametrize("collection", ["events", "claims", "figures", "places", "reports"])
def test_a_collection_is_one_document_too(
    client: FlaskClient, database: Database, collection: str
) -> None:
    answer = client.get(f"/{collection}.geojson")
    document = answer.get_json()
    assert answer.mimetype == "application/geo+json"
    assert [one["id"] for one in document["features"]] == _ids(database, collection)
    assert document["numberReturned"] == len(document["features"]) > 0
    assert document["revision"] == 1
    assert document["links"][0]["rel"] == "self"
    for feature in document["features"]:
        if feature["geometry"]:
            assert shapely.from_geojson(json.dumps(feature["geometry"])).is_valid


def test_what_is_asked_for_narrows_a_file(client: FlaskClient) -> None:
    everything = client.get("/claims.geojson").get_json()["features"]
    some = client.get("/claims.geojson?effect=contests").get_json()["features"]
    assert 0 < len(some) < len(everything)
    assert {one["properties"]["effect"] for one in some} == {"contests"}
    box = client.get("/claims.geojson?bbox=40,34,41.5,35").get_json()["features"]
    assert all(40 <= one["geometry"]["coordinates"][0] <= 41.5 for one in box)
    day = client.get("/claims.geojson?datetime=2014-10-06").get_json()["features"]
    assert [one["id"] for one in day if one["properties"]["effect"] == "contests"]


def test_only_limit_makes_a_file_shorter(client: FlaskClient) -> None:
    def count(query: str) -> int:
        return len(client.get(f"/claims.geojson{query}").get_json()["features"])

    assert count("?limit=2") == 2
    assert count("?limit=1000000000") == count("?limit=" + "9" * 40) == count("")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("cursor=W10", "cursor"),
        ("offset=1", "offset"),
        ("f=csv", "f"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=many", "limit"),
        ("crs=EPSG:3857", "crs"),
        ("revision=99", "revision"),
        ("datetime=2016-01-02/2016-01-01", "datetime"),
        ("nonsense=1", "nonsense"),
    ],
)
def test_what_makes_no_sense_is_refused_before_the_first_byte(
    client: FlaskClient, query: str, name: str
) -> None:
    answer = client.get(f"/events.csv?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["detail"].startswith(f"{name}:")


@pytest.mark.parametrize("path", ["/events.xls", "/nonsense.csv", "/favicon.ico"])
def test_what_is_no_file_says_what_there_is(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "/events.geojson" in answer.get_json()["detail"]


@pytest.mark.parametrize("name", ["csv", "fgb", "geojsonseq", "parquet"])
def test_items_are_files_by_f_and_by_accept(client: FlaskClient, name: str) -> None:
    items = "/api/collections/claims/items"
    by_name = client.get(f"{items}?f={name}&effect=takes")
    accepted = {"Accept": f"{by_name.mimetype}, application/geo+json;q=0.5"}
    by_type = client.get(f"{items}?effect=takes", headers=accepted)
    assert by_name.headers["Content-Disposition"].startswith("attachment")
    assert by_type.mimetype == by_name.mimetype
    assert "Accept" in by_name.vary
    assert "Accept" in by_type.vary
    if name != "parquet":  # Its bytes tell when they were written.
        assert by_type.data == by_name.data


def test_pages_link_to_the_whole_as_files(client: FlaskClient) -> None:
    page = client.get("/api/collections/claims/items?limit=1&offset=1&effect=takes").get_json()
    files = [one for one in page["links"] if one["rel"] == "enclosure"]
    assert {one["type"] for one in files} == set(ENDINGS.values())
    (table,) = (one for one in files if one["type"] == "text/csv")
    lines = client.get(table["href"]).text.splitlines()
    assert len(lines) - 1 == page["numberMatched"] > 1


def test_a_format_that_there_is_not_says_which_there_are(client: FlaskClient) -> None:
    items = "/api/collections/claims/items"
    unknown = client.get(f"{items}?f=xml")
    assert unknown.status_code == 400
    assert "json, html, csv, fgb, geojsonseq, parquet" in unknown.get_json()["detail"]
    wanted = client.get(items, headers={"Accept": "image/png"})
    assert wanted.status_code == 406
    assert "application/vnd.flatgeobuf" in wanted.get_json()["detail"]


def test_an_empty_database_has_no_files(empty_client: FlaskClient) -> None:
    assert empty_client.get("/events.csv").status_code == 404


@pytest.mark.parametrize("ending", [*ENDINGS, "geojson"])
def test_a_file_is_not_sent_twice(client: FlaskClient, ending: str) -> None:
    tag = client.get(f"/events.{ending}").headers["ETag"]
    again = client.get(f"/events.{ending}", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/events.csv?limit=1", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_formats_have_tags_of_their_own(client: FlaskClient) -> None:
    tags = {client.get(f"/events.{ending}").headers["ETag"] for ending in [*ENDINGS, "geojson"]}
    assert len(tags) == len(ENDINGS) + 1


def test_a_head_sends_nothing(client: FlaskClient) -> None:
    answer = client.head("/events.csv")
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.mimetype == "text/csv"
    assert answer.content_length is None


def test_a_file_stands_for_one_revision_while_another_is_loaded(
    database: Database, load: Load
) -> None:
    query = ItemsQuery(COLLECTIONS["events"])

    def write(session: Session) -> Iterator[bytes]:
        for one in stream_of(session, query, KeptItems()):
            yield one.id.encode()

    streams = Streams(database)
    first, second = streams.open(write), streams.open(write)
    begun = [next(first), next(second)]
    load(events=[event(id="a-new-event")])
    assert b"a-new-event" not in {*begun, *first, *second}
    assert b"a-new-event" in set(streams.open(write))


def _held(database: Database) -> int:
    """How many connections are in use."""
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    return pool.checkedout()


def _endless(session: Session) -> Iterator[bytes]:
    while True:
        yield str(latest_revision(session)).encode()


def test_a_reader_who_hangs_up_lets_everything_go(database: Database) -> None:
    streams = Streams(database, most=1)
    stream = streams.open(_endless)
    assert next(stream) == b"1"
    assert _held(database) == 1
    with pytest.raises(Unavailable):
        streams.open(_endless)
    stream.close()
    assert _held(database) == 0
    streams.open(_endless).close()


def test_a_reader_who_reads_to_the_end_lets_everything_go(database: Database) -> None:
    streams = Streams(database, most=1)
    assert list(streams.open(lambda _session: iter([b"a", b"b"]))) == [b"a", b"b"]
    assert list(streams.open(lambda _session: iter([]))) == []
    assert _held(database) == 0


def test_what_fails_before_the_first_piece_lets_everything_go(database: Database) -> None:
    def fails(session: Session) -> Iterator[bytes]:
        del session
        raise Unavailable("Not now.")
        yield b""

    streams = Streams(database, most=1)
    for _ in range(2):
        with pytest.raises(Unavailable, match="Not now"):
            streams.open(fails)
    assert _held(database) == 0


def test_too_many_at_once_are_asked_to_wait(client: FlaskClient) -> None:
    answers = [client.get("/events.csv", buffered=False) for _ in range(4)]
    refused = client.get("/events.csv")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    for answer in answers:
        answer.close()
    assert client.get("/events.csv").status_code == 200
