"""What the commands of `geomap review` share: the atlas, the gazetteer, who reviews."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from geomap.cli.progress import progress_bar
from geomap.domain.proposals import Proposal, ProposalQuery, State
from geomap.domain.review import KnownName
from geomap.domain.rule import Rule
from geomap.domain.statements import Place
from geomap.errors import InvalidInput
from geomap.services.atlases import prepare_database
from geomap.services.consequences import Consequences, consequences
from geomap.services.merging import events_alike, merge_proposal, undo_decision
from geomap.services.proposals import (
    accept_proposal,
    list_proposals,
    proposal_of,
    reject_proposal,
)
from geomap.services.reading import ready_gazetteer
from geomap.services.resolving import PlaceResolver
from geomap.services.reviewing import Article, article_of
from geomap.services.teaching import taught_by, teach
from geomap.services.writing import Writing
from geomap.settings import Settings
from geomap.storage.database import Database

MOST = 500
"""Proposals that are listed at once."""


@dataclass(frozen=True, slots=True)
class TerminalDesk:
    """The desk of one reviewer in a terminal. Each decision is a transaction of its own."""

    database: Database
    places: PlaceResolver
    author: str

    def writing(self, note: str = "") -> Writing:
        """Who writes, and why."""
        return Writing(self.author, note, Rule(), self.find_place)

    def find_place(self, key: str) -> Place | None:
        """A place of the gazetteer by its id."""
        try:
            return self.places.by_id(key)
        except InvalidInput:
            return None

    def waiting(self, report: str | None = None, after: int = 0) -> list[Proposal]:
        """The proposals that wait, by number."""
        with self.database.reading() as session:
            return list_proposals(
                session, ProposalQuery(MOST, after, State.PROPOSED, report=report)
            )

    def proposal(self, number: int) -> Proposal:
        """One proposal. Raises NotFound."""
        with self.database.reading() as session:
            return proposal_of(session, number)

    def article(self, key: str | None) -> Article:
        """The report of a proposal."""
        with self.database.reading() as session:
            return article_of(session, key, self.find_place)

    def preview(self, proposal: Proposal, document: Mapping[str, Any]) -> Consequences:
        """What accepting it would change. Raises InvalidStatement."""
        suggestion = proposal.suggestion
        with self.database.reading() as session:
            return consequences(
                session, suggestion.kind, document, suggestion.statement, self.writing()
            )

    def accept(
        self,
        number: int,
        note: str,
        correction: Mapping[str, Any] | None = None,
        names: tuple[KnownName, ...] = (),
    ) -> int:
        """Accept it, teach the names that were corrected, and give the revision."""
        writing = self.writing(note)
        with self.database.writing() as session:
            standing = accept_proposal(session, number, correction, writing)
            for name in names:
                teach(session, name, self.find_place)
        return standing.since

    def taught(self, found: Consequences) -> tuple[KnownName, ...]:
        """What a correction would teach."""
        return tuple(taught_by(self.author, one.name, one.means, one.key) for one in found.meanings)

    def reject(self, number: int, reason: str) -> None:
        """Reject it."""
        with self.database.writing() as session:
            reject_proposal(session, number, self.writing(reason))

    def alike(self, number: int) -> list[tuple[str, str]]:
        """Events that it may tell of once more: their ids and titles."""
        with self.database.reading() as session:
            return [(one.id, one.title) for one in events_alike(session, number)]

    def merge(self, number: int, event: str, note: str) -> int:
        """Let an event cite its report, and give the revision."""
        with self.database.writing() as session:
            merged = merge_proposal(session, number, event, self.writing(note))
        revision = merged.decision.revision if merged.decision else None
        return revision or 0

    def undo(self, number: int, note: str) -> None:
        """Take the decision on it back."""
        with self.database.writing() as session:
            undo_decision(session, number, self.writing(note))


@contextmanager
def terminal_desk(settings: Settings, author: str) -> Iterator[TerminalDesk]:
    """Sit down at the desk. Raises what the database and the gazetteer refuse."""
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with (
        progress_bar("Building the gazetteer index") as progress,
        ready_gazetteer(settings.gazetteer_path, progress) as gazetteer,
    ):
        yield TerminalDesk(database, PlaceResolver(gazetteer), author)
    database.close()
