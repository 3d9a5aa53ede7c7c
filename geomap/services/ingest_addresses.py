"""Ingest pages and feeds by their address, politely, and go on where a run has ended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from geomap.domain.ingested import Address, AddressState
from geomap.errors import InvalidInput, NotFetched, NotRead
from geomap.imports.documents import Body, Document, read_document
from geomap.imports.feeds import Feed, is_feed, read_feed
from geomap.imports.fetching import Answer, Known
from geomap.services.ingesting import Ingested, Ingester, What, digest_of
from geomap.services.visiting import Visitor
from geomap.storage.addresses import add_waiting, find_address, keep_address, waiting_of
from geomap.storage.database import Database

MOST_ATTEMPTS = 5
"""So often is a page asked for that could not be had for the moment."""
LONGEST_REASON = 500
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Visited:
    """What became of an address: a report, or the reason why there is none."""

    url: str
    ingested: Ingested | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class AddressIngester:
    """Ingests what is at addresses, by the ingester and the visitor given."""

    database: Database
    ingester: Ingester
    visitor: Visitor

    def ingest(self, url: str, said: Document, progress: Progress) -> Iterator[Visited]:
        """Ingest a page, or every page of a feed that was not ingested yet.

        What is said of the report goes before what it says of itself; of a feed, it is said of
        each page. Raises NotFetched when the address itself cannot be had, Unreadable for a feed
        that cannot be read.
        """
        before = self._read_before(url)
        answer = self.visitor.fetch(url, Known(before.etag, before.modified))
        if answer.changed and is_feed(answer.body):
            self._keep_feed(before, read_feed(answer.body, answer.url, answer.charset), answer)
        elif not before.is_feed:
            yield self._page(before, answer, said)
            return
        yield from self._pages(url, said, progress)

    def _read_before(self, url: str) -> Address:
        """An address as it was read; only then it is asked for on condition that it changed."""
        with self.database.reading() as session:
            found = find_address(session, url)
        read = found is not None and found.state is AddressState.READ
        return found if found is not None and read else Address(url)

    def _keep_feed(self, before: Address, feed: Feed, answer: Answer) -> None:
        """Keep the pages of a feed and its validators at once, so that no page is ever missed."""
        kept = replace(
            before,
            is_feed=True,
            title=feed.title,
            state=AddressState.READ,
            checked=datetime.now(UTC),
            etag=answer.known.etag,
            modified=answer.known.modified,
        )
        pages = (Address(one.url, title=one.title, published=one.published) for one in feed.entries)
        with self.database.writing() as session:
            add_waiting(session, before.url, pages)
            keep_address(session, kept)

    def _pages(self, feed: str, said: Document, progress: Progress) -> Iterator[Visited]:
        with self.database.reading() as session:
            waiting = waiting_of(session, feed)
        for number, page in enumerate(waiting):
            progress(number, len(waiting))
            try:
                answer = self.visitor.fetch(page.url)
            except NotFetched as error:
                yield self._not_fetched(page, error)
            else:
                yield self._page(page, answer, said)
        if waiting:
            progress(len(waiting), len(waiting))

    def _page(self, page: Address, answer: Answer, said: Document) -> Visited:
        """Ingest a page; its address is kept after the report, so that none is lost between."""
        if not answer.changed:
            return Visited(page.url, Ingested("", What.AGAIN))
        try:
            ingested = self._ingest(page, answer, said)
        except (InvalidInput, NotRead) as error:
            return self._refused(page, f"{page.url}: {_reason(error, page.url)}")
        self._keep(page, AddressState.READ, "", answer.known)
        return Visited(page.url, ingested)

    def _ingest(self, page: Address, answer: Answer, said: Document) -> Ingested:
        body = Body(answer.body, page.url, answer.charset, answer.media_type, answer.url)
        told = Document("", title=page.title, published=page.published)
        digest = digest_of(body, said.said(told))
        before = self.ingester.read_before(digest)
        if before is not None:
            return before
        # A feed names the day for certain; a page is searched for one, and may show any other.
        document = read_document(body)
        return self.ingester.ingest(document.said(told).said(said), digest)

    def _not_fetched(self, page: Address, error: NotFetched) -> Visited:
        attempts = page.attempts + 1
        if error.temporary and attempts < MOST_ATTEMPTS:
            self._keep(replace(page, attempts=attempts), AddressState.WAITING, str(error))
            return Visited(page.url, refused=f"{error} It is tried again by the next run.")
        return self._refused(replace(page, attempts=attempts), str(error))

    def _refused(self, page: Address, reason: str) -> Visited:
        self._keep(page, AddressState.REFUSED, reason)
        return Visited(page.url, refused=reason)

    def _keep(
        self, page: Address, state: AddressState, reason: str, known: Known | None = None
    ) -> None:
        checked = replace(
            page,
            state=state,
            reason=reason[:LONGEST_REASON],
            checked=datetime.now(UTC),
            etag=known.etag if known else "",
            modified=known.modified if known else "",
        )
        with self.database.writing() as session:
            keep_address(session, checked)


def _reason(error: InvalidInput | NotRead, url: str) -> str:
    return str(error).removeprefix(url).lstrip(": ")
