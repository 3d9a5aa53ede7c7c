"""The atlas in the database: stored whole, read whole or in part, at any revision."""

from collections.abc import Collection
from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import ColumnElement, Integer, bindparam, select
from sqlalchemy.orm import Session

from geomap.domain.areas import AREA_KINDS
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.statements import Actor, Atlas, Claim, Frame, Place, Source
from geomap.storage import records as columns
from geomap.storage.by_hand import leave_to_hand, replaceable
from geomap.storage.columns import Versioned
from geomap.storage.database import remembered
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
from geomap.storage.revisions import (
    Changes,
    add_revision,
    apply,
    difference,
    in_force,
    records,
    rows_of,
    versions_at,
)
from geomap.storage.selection import Selection, chosen, portions


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=_Identified)
_REVISION = "revision"
_FRAME = select(FrameRow.__table__).where(in_force(FrameRow, bindparam(_REVISION, type_=Integer)))
"""Made once, since it is asked on each request."""


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
    known = remembered(session)
    if (FrameRow, revision) not in known:
        row = session.connection().execute(_FRAME, {_REVISION: revision}).first()
        known[FrameRow, revision] = None if row is None else columns.frame_of(row)
    frame: Frame | None = known[FrameRow, revision]
    return frame


def load_places(session: Session, revision: int, where: Selection = WORLD) -> list[Place]:
    """Every place of the atlas that is asked for, by id."""
    query = select(*columns.PLACE).order_by(PlaceRow.id)
    current = versions_at(session, PlaceRow, revision)
    return [Place(*row) for row in rows_of(session, query.where(current, chosen(where)))]


def load_areas(session: Session, revision: int) -> list[Place]:
    """Every place of the atlas on which a claim counts for the places in it."""
    current = versions_at(session, PlaceRow, revision)
    query = select(*columns.PLACE).where(current, PlaceRow.kind.in_(AREA_KINDS))
    return [Place(*row) for row in rows_of(session, query.order_by(PlaceRow.id))]


def load_actors(session: Session, revision: int) -> dict[str, Actor]:
    """Every actor, by id."""
    return {row.id: columns.actor_of(row) for row in records(session, ActorRow, revision)}


def load_sources(session: Session, revision: int) -> dict[str, Source]:
    """Every source, by id."""
    return {row.id: columns.source_of(row) for row in records(session, SourceRow, revision)}


def load_claims(
    session: Session, revision: int, where: Selection = WORLD, known: date | None = None
) -> list[Claim]:
    """Every claim on the places that are asked for, by id; as known on a day, None for all."""
    query = select(*columns.CLAIM).where(versions_at(session, ClaimRow, revision))
    if known is not None:
        query = query.where(ClaimRow.known <= known)
    if where != WORLD:
        query = query.where(_on_places(session, revision, where))
    rows = rows_of(session, query.order_by(ClaimRow.id))
    return list(columns.claims_of(rows, load_sources(session, revision)))


def load_claims_around(session: Session, revision: int, place_ids: Collection[str]) -> list[Claim]:
    """Every claim on some places, and on all areas, in one of which they may lie."""
    areas = {area.id for area in load_areas(session, revision)}
    every = portions(areas.union(place_ids))
    return [claim for portion in every for claim in load_claims(session, revision, portion)]


def place_ids(session: Session, revision: int, where: Selection) -> set[str]:
    """The ids of the places that are asked for."""
    query = select(PlaceRow.id).where(versions_at(session, PlaceRow, revision), chosen(where))
    return set(session.scalars(query))


def claimed_places(session: Session, revision: int, where: Selection) -> set[str]:
    """The ids of the places that are asked for and have a claim at a revision."""
    query = select(ClaimRow.place_id).where(versions_at(session, ClaimRow, revision)).distinct()
    if where != WORLD:
        query = query.where(_on_places(session, revision, where))
    return set(session.scalars(query))


def places_learned_of(session: Session, revision: int, since: date, until: date | None) -> set[str]:
    """The ids of the places with a claim that became known after a day, up to another or ever."""
    query = select(ClaimRow.place_id).where(
        versions_at(session, ClaimRow, revision), ClaimRow.known > since
    )
    if until is not None:
        query = query.where(ClaimRow.known <= until)
    return set(session.scalars(query.distinct()))


def _on_places(session: Session, revision: int, where: Selection) -> ColumnElement[bool]:
    """The condition on claims that are about the places that are asked for."""
    if not isinstance(where, Bbox | Place):
        return ClaimRow.place_id.in_(list(where))
    current = versions_at(session, PlaceRow, revision)
    return ClaimRow.place_id.in_(select(PlaceRow.id).where(current, chosen(where)))


def load_claims_named(session: Session, revision: int, ids: Collection[str]) -> dict[str, Claim]:
    """The claims of these ids, by id; what an answer rests on."""
    current = versions_at(session, ClaimRow, revision)
    sources = load_sources(session, revision)
    found: dict[str, Claim] = {}
    for portion in portions(ids):
        rows = rows_of(session, select(*columns.CLAIM).where(current, ClaimRow.id.in_(portion)))
        found |= {claim.id: claim for claim in columns.claims_of(rows, sources)}
    return found


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
        claims=tuple(load_claims(session, revision)),
        events=tuple(
            columns.event_of(row, sources) for row in records(session, EventRow, revision)
        ),
        figures=tuple(
            columns.figure_of(row, sources) for row in records(session, FigureRow, revision)
        ),
    )
