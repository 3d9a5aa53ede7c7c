"""The atlas in the database: stored whole, read whole or in part, at any revision."""

from typing import Any, Protocol, TypeVar

from sqlalchemy.orm import Session

from geomap.domain.statements import Actor, Atlas, Claim, Frame, Place, Source
from geomap.storage import records as columns
from geomap.storage.by_hand import leave_to_hand, replaceable
from geomap.storage.columns import Versioned
from geomap.storage.models import (
    ActorRow,
    ClaimRow,
    EventRow,
    FigureRow,
    FrameRow,
    PlaceRow,
    ReportRow,
    SourceRow,
)
from geomap.storage.references import refuse_conflicts
from geomap.storage.revisions import Changes, add_revision, apply, difference, records


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=_Identified)


def store_atlas(session: Session, atlas: Atlas, author: str, note: str) -> Changes:
    """Make the stored atlas equal to this one as a single revision.

    Records that are the same stay as they are; nothing different means no revision at all.
    Statements that were edited or withdrawn by hand are kept so; the changes name them. Records of
    any other origin are left alone; raises InvalidInput when they stand in the way.
    """
    origin = f"atlas:{atlas.frame.id}"
    tables = _tables(atlas)
    kept = leave_to_hand(session, origin, tables)
    refuse_conflicts(session, origin, tables)
    found = {
        model: difference(session, model, replaceable(session, model, origin, wanted), wanted)
        for model, wanted in tables.items()
    }
    changes = sum((one.changes for one in found.values()), Changes(kept=kept))
    if changes.any:
        revision = add_revision(session, author, note, origin)
        for model, one in found.items():
            apply(session, model, one, origin, revision)
    return changes


def _tables(atlas: Atlas) -> dict[type[Versioned], dict[str, dict[str, Any]]]:
    return {
        FrameRow: {atlas.frame.id: columns.frame_columns(atlas.frame)},
        ActorRow: {actor.id: columns.actor_columns(actor) for actor in atlas.actors},
        SourceRow: {source.id: columns.source_columns(source) for source in atlas.sources},
        ReportRow: {report.id: columns.report_columns(report) for report in atlas.reports},
        PlaceRow: {place.id: columns.place_columns(place) for place in atlas.places},
        ClaimRow: {claim.id: columns.claim_columns(claim) for claim in atlas.claims},
        EventRow: {event.id: columns.event_columns(event) for event in atlas.events},
        FigureRow: {figure.id: columns.figure_columns(figure) for figure in atlas.figures},
    }


def load_frame(session: Session, revision: int) -> Frame | None:
    """What the atlas covers, or None while the database holds none."""
    rows = records(session, FrameRow, revision)
    return columns.frame_of(rows[0]) if rows else None


def load_places(session: Session, revision: int) -> list[Place]:
    """Every place of the atlas, by id."""
    return [columns.place_of(row) for row in records(session, PlaceRow, revision)]


def load_actors(session: Session, revision: int) -> dict[str, Actor]:
    """Every actor, by id."""
    return {row.id: columns.actor_of(row) for row in records(session, ActorRow, revision)}


def load_sources(session: Session, revision: int) -> dict[str, Source]:
    """Every source, by id."""
    return {row.id: columns.source_of(row) for row in records(session, SourceRow, revision)}


def load_claims(session: Session, revision: int) -> list[Claim]:
    """Every claim, by id."""
    sources = load_sources(session, revision)
    return [columns.claim_of(row, sources) for row in records(session, ClaimRow, revision)]


def load_atlas(session: Session, revision: int) -> Atlas | None:
    """The whole atlas as it was at a revision, or None while there was none."""
    frame = load_frame(session, revision)
    if frame is None:
        return None
    sources = load_sources(session, revision)
    return Atlas(
        frame=frame,
        actors=tuple(columns.actor_of(row) for row in records(session, ActorRow, revision)),
        sources=tuple(sources.values()),
        reports=tuple(columns.report_of(row) for row in records(session, ReportRow, revision)),
        places=tuple(load_places(session, revision)),
        claims=tuple(
            columns.claim_of(row, sources) for row in records(session, ClaimRow, revision)
        ),
        events=tuple(
            columns.event_of(row, sources) for row in records(session, EventRow, revision)
        ),
        figures=tuple(
            columns.figure_of(row, sources) for row in records(session, FigureRow, revision)
        ),
    )
