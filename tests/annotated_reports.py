"""Reads annotated reports: texts of our own with the facts that a careful person reads in them.

The format and the rules of annotation are told in tests/data/reports/README.md.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NoReturn

from gazetteer.sphere import check_point, geodesic_kilometres
from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect, Figure, Measure, Unit
from geomap.domain.when import When
from tests.annotations import (
    AnnotatedReport,
    Fact,
    MarkedClaim,
    MarkedEvent,
    MarkedFigure,
    MarkedName,
    Point,
)

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "tests" / "data" / "reports"
PARTS = ("work", "scored")
LANGUAGES = ("en", "nl")

_HEAD = ("id", "language", "published", "publisher", "title")
_MARK = re.compile(r"\[\[(.*?)\]\]")
_FACT = re.compile(r"(claim|event|figure)(\?)?:(.*)")
_FIELDS = {"claim": 5, "event": 4, "figure": 8}
_UNSCORED = frozenset({"government", "either"})
_ACTORS = (ROOT / "geomap" / "data" / "isis-campaign" / "actors.csv", REPORTS / "actors.csv")


class InvalidReport(ValueError):
    """An annotated report that breaks the format; the message names file and line."""


@cache
def known_actors() -> frozenset[str]:
    """Give the ids that a fact may name."""
    ids: set[str] = set()
    for path in _ACTORS:
        with path.open(encoding="utf-8", newline="") as file:
            ids.update(row["id"] for row in csv.DictReader(file))
    return frozenset(ids)


@cache
def areas() -> dict[str, Point]:
    """Give the areas, each under all its names, whose one point says little of them."""
    with (REPORTS / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {
            name: Point(float(row["longitude"]), float(row["latitude"]), float(row["kilometres"]))
            for row in csv.DictReader(file)
            for name in row["names"].split(";")
        }


def annotated_reports(part: str) -> list[AnnotatedReport]:
    """Read all reports of a part, `work` or `scored`, in the order of their names."""
    return [read_annotated(path) for path in sorted((REPORTS / part).glob("*.txt"))]


def read_annotated(path: Path) -> AnnotatedReport:
    """Read one file. Raises InvalidReport for the first thing that breaks the format."""
    return _Reader(path).report()


class _Reader:
    """One file, and how far it has been read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.number = 0
        self.points: dict[str, Point] = {}

    def report(self) -> AnnotatedReport:
        head = self._head()
        text, names = self._text()
        facts = list(self._facts())
        return AnnotatedReport(
            id=head["id"],
            part=self.path.parent.name,
            language=head["language"],
            published=self._day(head["published"]),
            publisher=head["publisher"],
            title=head["title"],
            text=text,
            names=names,
            claims=tuple(fact for fact in facts if isinstance(fact, MarkedClaim)),
            events=tuple(fact for fact in facts if isinstance(fact, MarkedEvent)),
            figures=tuple(fact for fact in facts if isinstance(fact, MarkedFigure)),
        )

    def _refuse(self, why: str) -> NoReturn:
        raise InvalidReport(f"{self.path.name}, line {self.number}: {why}")

    def _until(self, end: str | None) -> Iterator[str]:
        """Give the lines up to one that is `end`, or to the end of the file."""
        while self.number < len(self.lines):
            line = self.lines[self.number].strip()
            self.number += 1
            if line == end:
                return
            yield line
        if end is not None:
            self._refuse(f"the file ends before a line {end!r}")

    def _head(self) -> dict[str, str]:
        head = {}
        for line in self._until(""):
            key, colon, value = line.partition(":")
            if not colon or key not in _HEAD or key in head:
                self._refuse(f"{line!r} is no line of the head: {', '.join(_HEAD)}, once each")
            head[key] = value.strip()
        if missing := [key for key in _HEAD if not head.get(key)]:
            self._refuse(f"the head lacks {', '.join(missing)}")
        if head["id"] != self.path.stem or not head["id"].startswith(f"{head['language']}-"):
            self._refuse(
                f"the id {head['id']!r} must be the file's name and begin with the language"
            )
        return head

    def _text(self) -> tuple[str, tuple[MarkedName, ...]]:
        pieces: list[str] = []
        names: list[MarkedName] = []
        length = 0
        for paragraph, lines in groupby(self._until("---"), bool):
            for piece, fields in _parts(" ".join(lines) if paragraph else "\n\n"):
                if fields is not None:
                    names.append(self._name(fields, length))
                pieces.append(piece)
                length += len(piece)
        text = "".join(pieces)
        if not text.strip() or "[[" in text or "]]" in text:
            self._refuse("the text is empty or has a mark that is not closed")
        return text.rstrip(), tuple(names)

    def _name(self, fields: list[str], start: int) -> MarkedName:
        text, *rest = fields
        scored = not (rest and rest[-1] in _UNSCORED)
        match rest if scored else rest[:-1]:
            case ["?"]:
                name, point = "", None
            case []:
                name, point = text, self._known_point(text)
            case [name]:
                point = self._known_point(name)
            case [name, longitude, latitude]:
                point = self._point(name, longitude, latitude)
            case _:
                self._refuse(f"{'|'.join(fields)!r} is no mark of a name")
        if not text or text != text.strip():
            self._refuse(f"the name {text!r} is empty or begins or ends with a space")
        return MarkedName(text, start, start + len(text), name, point, scored)

    def _known_point(self, name: str) -> Point:
        point = self.points.get(name) or areas().get(name)
        if point is None:
            self._refuse(f"{name!r} has no coordinates yet")
        self.points[name] = point
        return point

    def _point(self, name: str, longitude: str, latitude: str) -> Point:
        try:
            point = Point(float(longitude), float(latitude))
            check_point(point.longitude, point.latitude)
        except ValueError as error:
            self._refuse(f"{longitude}, {latitude}: {error}")
        area = areas().get(name, point)
        if geodesic_kilometres(*point[:2], [area[:2]])[0] > area.kilometres:
            self._refuse(f"{name!r} is an area elsewhere; homonyms need names of their own")
        if self.points.setdefault(name, area) != area:
            self._refuse(f"{name!r} is elsewhere further up; homonyms need names of their own")
        return area

    def _facts(self) -> Iterator[Fact]:
        readers = {"claim": self._claim, "event": self._event, "figure": self._figure}
        seen: set[tuple[str, ...]] = set()
        for line in filter(None, self._until(None)):
            if not (match := _FACT.fullmatch(line)):
                self._refuse(f"{line!r} is no fact; it begins with claim:, event: or figure:")
            kind, doubtful, rest = match.groups()
            fields = [part.strip() for part in rest.split("|")]
            if len(fields) != _FIELDS[kind]:
                self._refuse(f"a {kind} has {_FIELDS[kind]} fields, not {len(fields)}")
            if (key := (kind, *fields)) in seen:
                self._refuse("the same fact stands further up")
            seen.add(key)
            try:
                fact = readers[kind](fields, scored=not doubtful)
            except ValueError as error:
                self._refuse(str(error))
            yield fact

    def _claim(self, fields: list[str], *, scored: bool) -> MarkedClaim:
        place, effect, holder, loser, edtf = fields
        claim = MarkedClaim(
            place=self._place(place),
            effect=Effect(effect),
            holder=_actor(holder),
            loser=_actor(loser),
            when=When.parse(edtf),
            scored=scored,
        )
        if claim.place is None or not (claim.loser if effect == "loses" else claim.holder):
            raise ValueError("a claim needs a place and a holder, or a loser where one loses it")
        return claim

    def _event(self, fields: list[str], *, scored: bool) -> MarkedEvent:
        kind, place, actors, edtf = fields
        return MarkedEvent(
            kind=EventKind(kind),
            place=self._place(place),
            actors=tuple(filter(None, (_actor(actor.strip()) for actor in actors.split(",")))),
            when=When.parse(edtf),
            scored=scored,
        )

    def _figure(self, fields: list[str], *, scored: bool) -> MarkedFigure:
        measure, value, low, high, unit, place, actor, edtf = fields
        figure = MarkedFigure(
            measure=Measure(measure),
            value=_number(value),
            low=_number(low),
            high=_number(high),
            unit=Unit(unit),
            place=self._place(place),
            actor=_actor(actor),
            when=When.parse(edtf),
            scored=scored,
        )
        bounds = [
            number for number in (figure.low, figure.value, figure.high) if number is not None
        ]
        if not bounds or bounds != sorted(bounds):
            raise ValueError(
                "a figure needs a value or a bound, and low, value, high must not fall"
            )
        if figure.unit not in Figure.UNITS.get(figure.measure, {Unit.PERSONS}):
            raise ValueError(f"{measure} is not measured in {unit}")
        return figure

    def _place(self, name: str) -> Point | None:
        if not name:
            return None
        if name not in self.points:
            raise ValueError(f"{name!r} is no place that the text marks")
        return self.points[name]

    def _day(self, text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self._refuse(f"published is {text!r}; it must be a day such as 2017-10-17")


def _parts(line: str) -> Iterator[tuple[str, list[str] | None]]:
    """Cut a line at its marks; a mark comes with its fields."""
    for number, piece in enumerate(_MARK.split(line)):
        if number % 2:
            fields = [field.strip() for field in piece.split("|")]
            yield fields[0], fields
        else:
            yield piece, None


def _actor(actor: str) -> str | None:
    if actor and actor not in known_actors():
        raise ValueError(f"{actor!r} is no actor of the atlas or of actors.csv")
    return actor or None


def _number(text: str) -> float | None:
    return float(text) if text else None
