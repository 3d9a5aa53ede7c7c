"""Pages and feeds by their address: conditional, resumable, each page once."""

from collections.abc import Iterator

import pytest

from gazetteer import Gazetteer
from geomap.domain.ingested import Address, AddressState
from geomap.errors import NotFetched
from geomap.imports.documents import Document
from geomap.services.ingest_addresses import AddressIngester, Visited
from geomap.services.ingesting import Ingester, What
from geomap.services.visiting import Visitor
from geomap.storage.addresses import find_address
from geomap.storage.database import Database
from geomap.storage.ingested import ingested_report
from tests.plain_reader import PlainReader
from tests.raw_server import RawServer, answer, raw_server

SITE = "http://paper.example"
FEED = f"{SITE}/feed.xml"
NOTHING = Document("")


def page(town: str) -> bytes:
    words = " ".join(f"{town}{number}" for number in range(60))
    text = f"<p>South takes {town}.</p><p>It was said on the spot. {words}</p>"
    head = '<title>A town falls</title><meta property="og:site_name" content="The Courant">'
    html = (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><article>{text}</article></body>'
    )
    return answer(html.encode(), ETag=f'"{town}"')


def feed(*towns: str, **headers: str) -> bytes:
    items = "".join(
        f"<item><title>{town} falls</title><link>{SITE}/{town}</link>"
        "<pubDate>Tue, 18 Oct 2016 12:00:00 GMT</pubDate></item>"
        for town in towns
    )
    text = f"<rss version='2.0'><channel><title>The Courant</title>{items}</channel></rss>"
    return answer(text.encode(), Content_Type="application/rss+xml", **headers)


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as running:
        running.replies |= {f"/{town}": page(town) for town in ("Raqqa", "Mosul", "Kobani")}
        running.replies["/feed.xml"] = feed("Raqqa", "Mosul", ETag='"one"')
        yield running


@pytest.fixture
def addresses(database: Database, small_gazetteer: Gazetteer, server: RawServer) -> AddressIngester:
    ingester = Ingester(database, small_gazetteer)
    ingester._reader = PlainReader()  # type: ignore[assignment] # By fewer rules.
    return AddressIngester(database, ingester, Visitor(server.fetcher(), delay=0.0))


def ingest(addresses: AddressIngester, url: str = FEED) -> list[Visited]:
    return list(addresses.ingest(url, NOTHING, lambda _done, _in_all: None))


def whats(visited: list[Visited]) -> list[What | None]:
    return [one.ingested.what if one.ingested else None for one in visited]


def address(database: Database, url: str) -> Address:
    with database.reading() as session:
        found = find_address(session, url)
    assert found is not None
    return found


def test_a_page_becomes_a_report(addresses: AddressIngester, database: Database) -> None:
    (visited,) = ingest(addresses, f"{SITE}/Raqqa")
    assert visited.ingested is not None
    with database.reading() as session:
        report = ingested_report(session, visited.ingested.report)
    assert report is not None
    assert (report.title, report.publisher, report.url) == (
        *("A town falls", "The Courant"),
        f"{SITE}/Raqqa",
    )


def test_a_page_is_asked_for_again_only_if_it_has_changed(
    addresses: AddressIngester, server: RawServer
) -> None:
    ingest(addresses, f"{SITE}/Raqqa")
    server.replies["/Raqqa"] = answer(status="304 Not Modified")
    assert whats(ingest(addresses, f"{SITE}/Raqqa")) == [What.AGAIN]
    assert 'If-None-Match: "Raqqa"' in server.requests[-1]


def test_every_page_of_a_feed_becomes_a_report_of_its_day(
    addresses: AddressIngester, database: Database
) -> None:
    visited = ingest(addresses)
    assert whats(visited) == [What.NEW, What.NEW]
    for one in visited:
        with database.reading() as session:
            report = ingested_report(session, one.ingested.report if one.ingested else "")
        assert report is not None
        assert str(report.published) == "2016-10-18"


def test_a_feed_that_has_not_changed_costs_one_request(
    addresses: AddressIngester, server: RawServer
) -> None:
    ingest(addresses)
    server.replies["/feed.xml"] = answer(status="304 Not Modified")
    asked = len(server.requests)
    assert ingest(addresses) == []
    assert len(server.requests) == asked + 1
    assert 'If-None-Match: "one"' in server.requests[-1]


def test_only_the_new_pages_of_a_feed_are_fetched(
    addresses: AddressIngester, server: RawServer
) -> None:
    ingest(addresses)
    server.replies["/feed.xml"] = feed("Kobani", "Raqqa", "Mosul")
    assert [one.url for one in ingest(addresses)] == [f"{SITE}/Kobani"]


def test_a_run_that_ended_in_the_middle_of_a_feed_goes_on_there(
    addresses: AddressIngester, server: RawServer
) -> None:
    begun = addresses.ingest(FEED, NOTHING, lambda _done, _in_all: None)
    first = next(begun).url
    server.replies["/feed.xml"] = answer(status="304 Not Modified")
    second = [one.url for one in ingest(addresses)]
    assert sorted([first, *second]) == [f"{SITE}/Mosul", f"{SITE}/Raqqa"]


def test_a_page_that_fails_for_now_is_tried_again_but_not_for_ever(
    addresses: AddressIngester, server: RawServer, database: Database
) -> None:
    server.replies["/Mosul"] = answer(status="503 Service Unavailable")
    assert whats(ingest(addresses)) == [None, What.NEW]
    for _ in range(3):
        (visited,) = ingest(addresses)
        assert "tried again by the next run" in visited.refused
    assert address(database, f"{SITE}/Mosul").state is AddressState.WAITING
    ingest(addresses)
    mosul = address(database, f"{SITE}/Mosul")
    assert (mosul.state, mosul.attempts) == (AddressState.REFUSED, 5)
    assert ingest(addresses) == []


def test_a_page_that_is_gone_is_not_asked_for_again(
    addresses: AddressIngester, server: RawServer, database: Database
) -> None:
    del server.replies["/Mosul"]
    refused, _other = ingest(addresses)
    assert "the server answers 404" in refused.refused
    assert address(database, f"{SITE}/Mosul").state is AddressState.REFUSED
    assert ingest(addresses) == []


def test_a_feed_reaches_no_host_inside(addresses: AddressIngester, server: RawServer) -> None:
    server.replies["/feed.xml"] = answer(
        b"<rss version='2.0'><channel><item><link>http://inside.example/</link></item></channel></rss>",
        Content_Type="text/xml",
    )
    (visited,) = ingest(addresses)
    assert "is no public host" in visited.refused


def test_a_page_that_is_no_report_is_refused_with_its_address(
    addresses: AddressIngester, server: RawServer
) -> None:
    server.replies["/empty"] = answer(b"<html><body><img src=x></body></html>")
    (visited,) = ingest(addresses, f"{SITE}/empty")
    assert visited.refused == f"{SITE}/empty: holds markup but no text to read."


def test_an_address_that_cannot_be_had_is_refused(addresses: AddressIngester) -> None:
    with pytest.raises(NotFetched, match="the server answers 404"):
        ingest(addresses, f"{SITE}/nothing")
