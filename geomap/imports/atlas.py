"""A folder of CSV files to an atlas; docs/atlas-format.md describes the files for people."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

from geomap.domain.areas import is_area
from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Atlas,
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
    Unit,
    is_id,
)
from geomap.errors import InvalidAtlas, InvalidInput, InvalidStatement
from geomap.imports.csv_rows import Problems, Row, read_rows
from geomap.imports.frame import read_frame

LANGUAGES = ("nl", "ar", "ku", "tr", "fr", "de")
_STATED = ("when", "source", "report", "known", "credibility", "summary")
_PLACED = ("place", "country", "place_id")
_ACTOR = ("id", "name", "kind", "colour", "aliases")
_SOURCE = ("id", "name", "kind", "reliability", "note")
_REPORT = ("id", "source", "title", "publisher", "published", "language", "url", "note")
_CLAIM = ("id", *_PLACED, "effect", "holder", "loser", "order", *_STATED)
_EVENT = ("id", "kind", *_PLACED, "actors", "title", *_STATED)
_FIGURE = ("id", "measure", "value", "low", "high", "unit", *_PLACED, "actor", *_STATED)
_LANGUAGE = re.compile(r"[a-z]{2}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Resolver(Protocol):
    """Finds the place that a row names; raises InvalidInput with the reason when it cannot."""

    def __call__(self, name: str, country: str, place_id: str) -> Place:
        """Find it by its name in a country, or by its id, which the name must then fit."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=_Identified)


@dataclass(slots=True)
class _Reader:
    """What has been read so far, so that later files can refer to it."""

    folder: Path
    resolve: Resolver
    problems: Problems
    frame: Frame | None = None
    actors: dict[str, Actor] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    points: dict[tuple[float, float], str] = field(default_factory=dict)


def read_atlas(folder: Path, resolve: Resolver) -> Atlas:
    """Read and check every file before anything is used.

    Raises InvalidAtlas with every problem found: file, line, column and what to do.
    """
    problems = Problems()
    if not folder.is_dir():
        raise InvalidAtlas(str(folder), [f"{folder}: there is no such folder"])
    reader = _Reader(folder, resolve, problems)
    reader.frame = read_frame(folder, problems)
    reader.actors = _table(reader, "actors.csv", _ACTOR, _actor)
    reader.sources = _table(reader, "sources.csv", _SOURCE, _source)
    reader.reports = _table(reader, "reports.csv", _REPORT, _report)
    claims = _table(reader, "claims.csv", _CLAIM, _claim)
    events = _table(reader, "events.csv", _EVENT, _event)
    figures = _table(reader, "figures.csv", _FIGURE, _figure)
    if reader.frame is None or problems.count:
        raise InvalidAtlas(str(folder), problems.summary())
    return Atlas(
        frame=reader.frame,
        actors=tuple(reader.actors.values()),
        sources=tuple(reader.sources.values()),
        reports=tuple(reader.reports.values()),
        places=tuple(sorted(reader.places.values(), key=lambda place: place.id)),
        claims=tuple(claims.values()),
        events=tuple(events.values()),
        figures=tuple(figures.values()),
    )


def _table(
    reader: _Reader,
    name: str,
    columns: tuple[str, ...],
    read: Callable[[_Reader, Row], Value | None],
) -> dict[str, Value]:
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    optional = [f"name_{language}" for language in LANGUAGES] if columns is _ACTOR else []
    for row in read_rows(reader.folder / name, columns, optional, reader.problems):
        key = row.text("id")
        if not is_id(key):
            row.complain("id", f"{key!r} is not an id of small letters, digits, '.', ':' and '-'")
        elif key in lines:
            row.complain("id", f"{key!r} stands already on line {lines[key]}")
        else:
            lines[key] = row.line
            value = _sound(row, lambda row=row: read(reader, row))  # type: ignore[misc]
            if value is not None:
                values[key] = value
    return values


def _sound(row: Row, read: Callable[[], Value | None]) -> Value | None:
    """A value, unless its row was complained of or contradicts itself."""
    before = row.problems.count
    try:
        value = read()
    except InvalidStatement as error:
        row.complain(error.part, str(error))
        return None
    return value if row.problems.count == before else None


def _actor(_reader: _Reader, row: Row) -> Actor:
    if not _COLOUR.fullmatch(row.text("colour")):
        row.complain("colour", f"{row.text('colour')!r} is not a colour such as #0072b2")
    named = {language: row.text(f"name_{language}") for language in LANGUAGES}
    return Actor(
        row.text("id"),
        row.required("name") or "",
        {language: name for language, name in named.items() if name},
        row.member("kind", ActorKind) or ActorKind.ARMED_GROUP,
        row.text("colour").lower(),
        row.items("aliases"),
    )


def _source(_reader: _Reader, row: Row) -> Source:
    reliability = row.member("reliability", Reliability) or Reliability.F
    kind = row.member("kind", SourceKind) or SourceKind.OTHER
    return Source(row.text("id"), row.required("name") or "", kind, reliability, row.text("note"))


def _report(reader: _Reader, row: Row) -> Report | None:
    url = row.text("url")
    if url and not url.startswith(("https://", "http://")):
        row.complain("url", "an address begins with https:// or http://")
    if row.text("language") and not _LANGUAGE.fullmatch(row.text("language")):
        row.complain("language", f"{row.text('language')!r} is not a code such as en (ISO 639-1)")
    published = row.when("published")
    if published is None or not row.required("source"):
        return None
    return Report(
        id=row.text("id"),
        source_id=row.known("source", reader.sources, "source") or "",
        title=row.required("title") or "",
        publisher=row.text("publisher"),
        published=published,
        language=row.text("language"),
        url=url,
        note=row.text("note"),
    )


def _stated(reader: _Reader, row: Row) -> dict[str, Any] | None:
    when, known = row.when("when"), row.day("known")
    row.required("source")
    source = row.known("source", reader.sources, "source")
    credibility = _credibility(row)
    if when is None or known is None or source is None or credibility is None:
        return None
    _check_days(reader, row, when.earliest, when.latest, known)
    return {
        "id": row.text("id"),
        "place_id": _place(reader, row),
        "when": when,
        "source_id": source,
        "report_id": row.known("report", reader.reports, "report"),
        "known": known,
        "grade": Grade(reader.sources[source].reliability, credibility),
        "summary": row.required("summary") or "",
    }


def _credibility(row: Row) -> Credibility | None:
    text = row.text("credibility")
    if text in {str(digit.value) for digit in Credibility}:
        return Credibility(int(text))
    row.complain("credibility", f"{text!r} is not a digit from 1 to 6")
    return None


def _check_days(reader: _Reader, row: Row, earliest: date, latest: date, known: date) -> None:
    frame = reader.frame
    if known < earliest:
        row.complain("known", f"{known} lies before {row.text('when')}, which it tells of")
    if frame is not None and (earliest >= frame.end or latest < frame.start):
        row.complain("when", f"lies outside the atlas, {frame.start} to {frame.end} (exclusive)")


def _place(reader: _Reader, row: Row) -> str | None:
    name, country, place_id = (row.text(column) for column in _PLACED)
    if not (name or country or place_id):
        return None
    if not name:
        row.complain("place", "this cell must not be empty when country or place_id is given")
        return None
    try:
        place = reader.resolve(name, country, place_id)
    except InvalidInput as error:
        row.complain("place", str(error))
        return None
    reader.places[place.id] = place
    return place.id


def _claim(reader: _Reader, row: Row) -> Claim | None:
    effect = row.member("effect", Effect)
    if not any(row.text(column) for column in _PLACED):
        row.required("place")
    stated = _stated(reader, row)
    before = row.problems.count
    holder = row.known("holder", reader.actors, "actor")
    loser = row.known("loser", reader.actors, "actor")
    order = row.whole("order")
    if row.problems.count > before:
        return None
    if stated is None or effect is None or stated["place_id"] is None:
        return None
    _check_point(reader, row, reader.places[stated["place_id"]])
    return Claim(**stated, effect=effect, holder=holder, loser=loser, order=order)


def _check_point(reader: _Reader, row: Row, place: Place) -> None:
    """Each place with a claim owns a cell, so no two may stand on one point; areas own none."""
    if is_area(place):
        return
    other = reader.points.setdefault((place.longitude, place.latitude), place.id)
    if other != place.id:
        row.complain("place", f"{place.id} stands on the same point as {other}; claim on one only")


def _event(reader: _Reader, row: Row) -> Event | None:
    kind = row.member("kind", EventKind)
    stated = _stated(reader, row)
    actors = row.items("actors")
    _all_known(row, "actors", actors, reader.actors)
    title = row.required("title")
    if stated is None or kind is None or title is None:
        return None
    return Event(**stated, kind=kind, actors=actors, title=title)


def _figure(reader: _Reader, row: Row) -> Figure | None:
    measure, unit = row.member("measure", Measure), row.member("unit", Unit)
    stated = _stated(reader, row)
    value, low, high = (row.number(column) for column in ("value", "low", "high"))
    actor = row.known("actor", reader.actors, "actor")
    if stated is None or measure is None or unit is None:
        return None
    return Figure(
        **stated, measure=measure, unit=unit, actor_id=actor, value=value, low=low, high=high
    )


def _all_known(row: Row, column: str, ids: Iterable[str], known: Mapping[str, object]) -> None:
    for key in ids:
        if key not in known:
            row.complain(column, f"there is no actor {key!r}")
