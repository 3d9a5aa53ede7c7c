"""Let an event of the atlas cite the report that tells of it once more, and take steps back."""

from datetime import timedelta

from sqlalchemy.orm import Session

from geomap.domain.proposals import Proposal
from geomap.domain.review import Citation, Step
from geomap.domain.statements import Event
from geomap.errors import Conflict, InvalidInput
from geomap.services.derived import follow
from geomap.services.proposals import Outcome, decide, open_proposal, proposal_of
from geomap.services.statements import Change, check_statement, standing_statement, withdraw
from geomap.services.writing import KINDS, Writing, change_for, read
from geomap.storage.atlases import load_sources
from geomap.storage.by_hand import ACCEPTED
from geomap.storage.review import begin_citation, end_citation, events_like
from geomap.storage.revisions import add_revision, latest_revision
from geomap.storage.statements import Standing, begin_origin, current_statement

NEAR_DAYS = timedelta(days=7)
MOST_ALIKE = 12


def events_alike(session: Session, number: int) -> list[Event]:
    """The events of the atlas that a proposed event may be: same place, within a week.

    None for a claim or a figure, and for an event without a place. Raises NotFound.
    """
    suggestion = proposal_of(session, number).suggestion
    if suggestion.kind != "event" or not suggestion.statement.get("place_id"):
        return []
    event = read(session, Event, suggestion.statement)
    if not isinstance(event, Event):
        raise TypeError(f"{type(event).__name__} is no event")
    sources = dict(load_sources(session, latest_revision(session)))
    return events_like(session, event, NEAR_DAYS, sources, MOST_ALIKE)


def merge_proposal(session: Session, number: int, event_id: str, writing: Writing) -> Proposal:
    """Tell a proposed event as one more report of an event that the atlas has.

    The event stays as it is, and cites the report from the new revision on. Raises InvalidInput
    for what is no event, NotFound, and Conflict when the proposal was decided on before.
    """
    suggestion = open_proposal(session, number).suggestion
    if suggestion.kind != "event":
        raise InvalidInput(
            f"Proposal {number} is a {suggestion.kind}; only events can be merged. What two"
            " sources say of control or in numbers stays two statements."
        )
    standing_statement(session, Event, event_id)
    statement = read(session, Event, suggestion.statement)
    check_statement(session, statement, change_for(session, statement, writing).place)
    revision = add_revision(session, writing.author, writing.note, ACCEPTED)
    citation = Citation(
        statement.id,
        event_id,
        statement.source_id,
        statement.report_id,
        statement.known,
        statement.grade.credibility.value,
        statement.summary,
        statement.quote,
    )
    begin_origin(session, statement, revision)
    begin_citation(session, citation, revision)
    follow(session, [], writing.rule)
    return decide(session, number, writing, Outcome(Step.MERGED, revision, event_id))


def undo_decision(session: Session, number: int, writing: Writing) -> Proposal:
    """Take back what was decided on a proposal: it waits again.

    What was accepted is withdrawn by a revision of its own, unless somebody has changed it since.
    Raises Conflict then, and when nothing was decided; NotFound.
    """
    proposal = proposal_of(session, number)
    decision = proposal.decision
    if decision is None:
        raise Conflict(f"Nothing was decided on proposal {number}; there is nothing to undo.")
    revision = None
    if decision.merged:
        revision = add_revision(session, writing.author, writing.note, ACCEPTED)
        end_citation(session, str(proposal.suggestion.statement["id"]), revision)
        follow(session, [], writing.rule)
    elif decision.revision is not None:
        standing = _untouched(session, proposal)
        kind, change = type(standing.statement), Change(writing.author, writing.note)
        revision = withdraw(session, kind, standing.statement.id, change, writing.rule)
    return decide(session, number, writing, Outcome(Step.REOPENED, revision))


def _untouched(session: Session, proposal: Proposal) -> Standing:
    """What a proposal became, as long as it still is what was accepted."""
    decision, kind = proposal.decision, KINDS[proposal.suggestion.kind]
    key = decision.statement if decision else None
    standing = current_statement(session, kind, key) if key else None
    if standing is None or decision is None or standing.since != decision.revision:
        raise Conflict(
            f"What proposal {proposal.number} became was changed or withdrawn since; it can no"
            " longer be undone here. Edit the statement itself."
        )
    return standing
