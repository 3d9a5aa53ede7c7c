"""The tables. Truth is versioned and append-only; derived tables can be rebuilt at any time."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from geomap.storage.columns import Geometry, IdList, Json, Key, Line, Model, PrimaryKey, Versioned


def _versions(table: str, *more: Index | CheckConstraint) -> tuple[Index | CheckConstraint, ...]:
    """One current version an id, no version that ends before it began, and what else is given."""
    current = text("until IS NULL")
    return (
        Index(
            f"uq_{table}_current",
            "id",
            unique=True,
            sqlite_where=current,
            postgresql_where=current,
        ),
        Index(f"ix_{table}_since", "since"),
        CheckConstraint("until IS NULL OR until > since", name="version"),
        *more,
    )


class RevisionRow(Model):
    """One accepted change of the truth: who made it, when and why."""

    __tablename__ = "revision"

    number: Mapped[PrimaryKey]
    created: Mapped[datetime]
    author: Mapped[Line]
    note: Mapped[Line]
    origin: Mapped[Key | None]
    """The origin of the records that it changed, as in `Versioned`; None where none was given."""


class FrameRow(Versioned, Model):
    """What the atlas covers; one current row."""

    __tablename__ = "atlas"
    __table_args__ = _versions("atlas")

    title: Mapped[Line]
    description: Mapped[Line]
    start: Mapped[date]
    end: Mapped[date]
    view_start: Mapped[date]
    view_end: Mapped[date]
    countries: Mapped[Json]
    reach_km: Mapped[float]
    small_reach_km: Mapped[float | None]
    licence: Mapped[Line]


class ActorRow(Versioned, Model):
    """A party."""

    __tablename__ = "actor"
    __table_args__ = _versions("actor")

    name: Mapped[Line]
    names: Mapped[Json]
    kind: Mapped[Key]
    colour: Mapped[str] = mapped_column(String(7))
    aliases: Mapped[Json]


class SourceRow(Versioned, Model):
    """Who says it."""

    __tablename__ = "source"
    __table_args__ = _versions(
        "source", CheckConstraint("reliability IN ('A','B','C','D','E','F')", name="reliability")
    )

    name: Mapped[Line]
    kind: Mapped[Key]
    reliability: Mapped[str] = mapped_column(String(1))
    note: Mapped[Line]


class ReportRow(Versioned, Model):
    """One document of a source."""

    __tablename__ = "report"
    __table_args__ = _versions("report")

    source_id: Mapped[Key]
    title: Mapped[Line]
    publisher: Mapped[Line]
    published: Mapped[Key]
    language: Mapped[Key]
    url: Mapped[Line]
    note: Mapped[Line]
    earliest: Mapped[date] = mapped_column(server_default=text("'0001-01-01'"))
    latest: Mapped[date] = mapped_column(server_default=text("'9999-12-31'"))
    """The bounds of `published`, as those of a statement."""


class PlaceRow(Versioned, Model):
    """A place as the atlas uses it, kept here so that a new gazetteer never moves old answers."""

    __tablename__ = "place"
    __table_args__ = _versions(
        "place",
        Index("ix_place_id", "id"),
        Index("ix_place_longitude", "longitude", "latitude"),
        Index("ix_place_kind", "kind"),
        Index("ix_place_country", "country", "admin1"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
    )

    name: Mapped[Line]
    names: Mapped[Json]
    longitude: Mapped[float]
    latitude: Mapped[float]
    kind: Mapped[Key]
    country: Mapped[Key]
    admin1: Mapped[Key]
    population: Mapped[int | None]
    within: Mapped[tuple[str, ...]] = mapped_column(IdList, server_default=text("''"))
    encloses: Mapped[bool] = mapped_column(server_default=false())


class Stated(Versioned):
    """What claims, events and figures share."""

    when: Mapped[Key]
    """EDTF; its bounds are kept beside it, so that reading never parses."""
    earliest: Mapped[date]
    latest: Mapped[date]
    settled: Mapped[date]
    known: Mapped[date]
    source_id: Mapped[Key]
    report_id: Mapped[Key | None]
    credibility: Mapped[int]
    summary: Mapped[Line]
    quote: Mapped[Line | None]


def _statements(table: str, *more: CheckConstraint) -> tuple[Index | CheckConstraint, ...]:
    ended = text("until IS NOT NULL")
    return _versions(
        table,
        Index(f"ix_{table}_place_id", "place_id"),
        Index(f"ix_{table}_until", "until", sqlite_where=ended, postgresql_where=ended),
        Index(
            f"ix_{table}_earliest",
            "earliest",
            "id",
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
        CheckConstraint("earliest <= settled AND settled <= latest", name="when"),
        CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility"),
        *more,
    )


class ClaimRow(Stated, Model):
    """A statement on control."""

    __tablename__ = "claim"
    __table_args__ = _statements(
        "claim",
        CheckConstraint("effect IN ('takes','holds','contests','loses')", name="effect"),
        CheckConstraint("effect NOT IN ('takes','holds') OR holder IS NOT NULL", name="holder"),
        CheckConstraint("effect <> 'loses' OR loser IS NOT NULL", name="loser"),
    )

    place_id: Mapped[Key]
    effect: Mapped[Key]
    holder: Mapped[Key | None]
    loser: Mapped[Key | None]
    order: Mapped[int | None]


class EventRow(Stated, Model):
    """A dated occurrence."""

    __tablename__ = "event"
    __table_args__ = _statements("event")

    place_id: Mapped[Key | None]
    kind: Mapped[Key]
    actors: Mapped[Json]
    title: Mapped[Line]


class FigureRow(Stated, Model):
    """A quantity that a report states."""

    __tablename__ = "figure"
    __table_args__ = _statements(
        "figure",
        CheckConstraint("low IS NULL OR value IS NULL OR low <= value", name="low"),
        CheckConstraint("high IS NULL OR value IS NULL OR high >= value", name="high"),
    )

    place_id: Mapped[Key | None]
    actor_id: Mapped[Key | None]
    measure: Mapped[Key]
    unit: Mapped[Key]
    value: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]


class PeriodRow(Model):
    """Derived: a control period `[start, end)` of a place, with all claims known."""

    __tablename__ = "control_period"
    __table_args__ = (
        CheckConstraint('"end" IS NULL OR "end" > start', name="period"),
        Index("ix_control_period_place_id", "place_id", "start", unique=True),
    )

    pk: Mapped[PrimaryKey]
    place_id: Mapped[Key]
    start: Mapped[date]
    end: Mapped[date | None]
    status: Mapped[Key]
    holders: Mapped[Json]
    holder: Mapped[Key | None]
    """The one holder, None unless the place is held."""
    look: Mapped[str] = mapped_column(Text, server_default=text("''"))
    """What of the answer shows on a map, as one text; two that are equal show the same."""
    opposed: Mapped[bool]
    uncertain: Mapped[bool]
    candidates: Mapped[Json]
    stale: Mapped[Json]
    """Lists of the first stale day, and the day after the last or null."""
    evidence: Mapped[Json]
    """Lists of claim id, first day, and the day after the last or null."""


class Bounded:
    """The bounds of a geometry, in degrees, by which what lies in a box is found."""

    west: Mapped[float] = mapped_column(server_default=text("0"))
    south: Mapped[float] = mapped_column(server_default=text("0"))
    east: Mapped[float] = mapped_column(server_default=text("0"))
    north: Mapped[float] = mapped_column(server_default=text("0"))


class CellRow(Bounded, Model):
    """Derived: the land that stands for a place."""

    __tablename__ = "cell"

    place_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    geometry: Mapped[Geometry]
    area_km2: Mapped[float]


class EdgeRow(Bounded, Model):
    """Derived: the border between two cells."""

    __tablename__ = "cell_edge"

    place_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    neighbour_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    geometry: Mapped[Geometry]
    length_km: Mapped[float] = mapped_column(server_default=text("0"))
    """Geodesic, on the WGS 84 ellipsoid."""


class DerivedRow(Model):
    """Derived: the revision that the derived tables stand for, and the rule that made them."""

    __tablename__ = "derived"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    revision: Mapped[int]
    rule: Mapped[Json]
