"""Domain values to columns and back: one pair of functions a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Claim,
    Effect,
    Event,
    Figure,
    Frame,
    Measure,
    Place,
    Report,
    Source,
    SourceKind,
    Statement,
    Unit,
)
from geomap.domain.when import When
from geomap.storage.models import (
    ActorRow,
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    SourceRow,
    Stated,
)

Columns = dict[str, Any]


def frame_columns(frame: Frame) -> Columns:
    """Columns of what the atlas covers."""
    return {
        "title": frame.title,
        "description": frame.description,
        "start": frame.start,
        "end": frame.end,
        "view_start": frame.view_start,
        "view_end": frame.view_end,
        "countries": list(frame.countries),
        "reach_km": frame.reach_km,
        "small_reach_km": frame.small_reach_km,
        "licence": frame.licence,
    }


def frame_of(row: Any) -> Frame:
    """What the atlas covers."""
    return Frame(
        id=row.id,
        title=row.title,
        description=row.description,
        start=row.start,
        end=row.end,
        view_start=row.view_start,
        view_end=row.view_end,
        countries=tuple(row.countries),
        reach_km=row.reach_km,
        licence=row.licence,
        small_reach_km=row.small_reach_km,
    )


def actor_columns(actor: Actor) -> Columns:
    """Columns of an actor."""
    return {
        "name": actor.name,
        "names": dict(actor.names),
        "kind": actor.kind.value,
        "colour": actor.colour,
        "aliases": list(actor.aliases),
    }


def actor_of(row: ActorRow) -> Actor:
    """An actor."""
    return Actor(row.id, row.name, row.names, ActorKind(row.kind), row.colour, tuple(row.aliases))


def source_columns(source: Source) -> Columns:
    """Columns of a source."""
    return {
        "name": source.name,
        "kind": source.kind.value,
        "reliability": source.reliability.value,
        "note": source.note,
    }


def source_of(row: SourceRow) -> Source:
    """A source."""
    return Source(row.id, row.name, SourceKind(row.kind), Reliability(row.reliability), row.note)


def report_columns(report: Report) -> Columns:
    """Columns of a report."""
    return {
        "source_id": report.source_id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.edtf,
        "earliest": report.published.earliest,
        "latest": report.published.latest,
        "language": report.language,
        "url": report.url,
        "note": report.note,
    }


def report_of(row: ReportRow) -> Report:
    """A report."""
    return Report(
        id=row.id,
        source_id=row.source_id,
        title=row.title,
        publisher=row.publisher,
        published=When.parse(row.published),
        language=row.language,
        url=row.url,
        note=row.note,
    )


def place_columns(place: Place) -> Columns:
    """Columns of a place."""
    return {
        "name": place.name,
        "names": dict(place.names),
        "longitude": place.longitude,
        "latitude": place.latitude,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "within": place.within,
        "encloses": place.encloses,
    }


PLACE = (
    *(PlaceRow.id, PlaceRow.name, PlaceRow.names, PlaceRow.longitude, PlaceRow.latitude),
    *(PlaceRow.kind, PlaceRow.country, PlaceRow.admin1, PlaceRow.population),
    *(PlaceRow.within, PlaceRow.encloses),
)
"""The columns of a place, in the order of its fields."""


def _stated_columns(statement: Statement) -> Columns:
    return {
        "place_id": statement.place_id,
        "when": statement.when.edtf,
        "earliest": statement.when.earliest,
        "latest": statement.when.latest,
        "settled": statement.when.settled,
        "known": statement.known,
        "source_id": statement.source_id,
        "report_id": statement.report_id,
        "credibility": statement.grade.credibility.value,
        "summary": statement.summary,
        "quote": statement.quote,
    }


def _stated(row: Stated, sources: Mapping[str, Source]) -> Columns:
    return {
        "id": row.id,
        "when": When(row.when, row.earliest, row.latest, row.settled),
        "source_id": row.source_id,
        "report_id": row.report_id,
        "known": row.known,
        "grade": Grade(sources[row.source_id].reliability, Credibility(row.credibility)),
        "summary": row.summary,
        "quote": row.quote,
    }


def claim_columns(claim: Claim) -> Columns:
    """Columns of a claim."""
    return _stated_columns(claim) | {
        "effect": claim.effect.value,
        "holder": claim.holder,
        "loser": claim.loser,
        "order": claim.order,
    }


CLAIM = (
    *(ClaimRow.id, ClaimRow.place_id, ClaimRow.effect, ClaimRow.holder, ClaimRow.loser),
    *(ClaimRow.order, ClaimRow.when, ClaimRow.earliest, ClaimRow.latest, ClaimRow.settled),
    *(ClaimRow.source_id, ClaimRow.report_id, ClaimRow.known, ClaimRow.credibility),
    *(ClaimRow.summary, ClaimRow.quote),
)
"""The columns that `claims_of` reads, in its order."""


def claims_of(rows: Iterable[Sequence[Any]], sources: Mapping[str, Source]) -> Iterator[Claim]:
    """Claims from rows of the columns `CLAIM`, graded by the sources as they were at the same time.

    They come by the hundred thousand, so nothing is looked up twice.
    """
    effects = {effect.value: effect for effect in Effect}
    grades = {
        (key, credibility.value): Grade(source.reliability, credibility)
        for key, source in sources.items()
        for credibility in Credibility
    }
    for row in rows:
        key, place, effect, holder, loser, order, edtf, earliest, latest, settled, *rest = row
        source, report, known, credibility, summary, quote = rest
        yield Claim(
            id=key,
            place_id=place,
            effect=effects[effect],
            holder=holder,
            loser=loser,
            order=order,
            when=When(edtf, earliest, latest, settled),
            source_id=source,
            report_id=report,
            known=known,
            grade=grades[source, credibility],
            summary=summary,
            quote=quote,
        )


def event_columns(event: Event) -> Columns:
    """Columns of an event."""
    return _stated_columns(event) | {
        "kind": event.kind.value,
        "actors": list(event.actors),
        "title": event.title,
    }


def event_of(row: EventRow, sources: Mapping[str, Source]) -> Event:
    """An event, graded by the source as it was at the same revision."""
    return Event(
        **_stated(row, sources),
        place_id=row.place_id,
        kind=EventKind(row.kind),
        actors=tuple(row.actors),
        title=row.title,
    )


def figure_columns(figure: Figure) -> Columns:
    """Columns of a figure."""
    return _stated_columns(figure) | {
        "actor_id": figure.actor_id,
        "measure": figure.measure.value,
        "unit": figure.unit.value,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
    }


def figure_of(row: FigureRow, sources: Mapping[str, Source]) -> Figure:
    """A figure, graded by the source as it was at the same revision."""
    return Figure(
        **_stated(row, sources),
        place_id=row.place_id,
        actor_id=row.actor_id,
        measure=Measure(row.measure),
        unit=Unit(row.unit),
        value=row.value,
        low=row.low,
        high=row.high,
    )
