"""Places and names chosen by hand, as two CSV files; their format is described in data/README.md.

A row whose id is a GeoNames id speaks of the same place as that GeoNames entry.
"""

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from gazetteer.errors import InvalidName, SourceError
from gazetteer.names import normal_form
from gazetteer.places import KINDS, Name, NameKind, SourceInfo
from gazetteer.sources.edtf_dates import edtf
from gazetteer.sources.source import PlaceRecord
from gazetteer.sources.text_files import ReadSoFar, read_lines

PLACE_COLUMNS = (
    "id", "name", "kind", "country", "admin1", "longitude", "latitude", "population", "source",
)  # fmt: skip
NAME_COLUMNS = ("place_id", "name", "language", "kind")
DATED_NAME_COLUMNS = (*NAME_COLUMNS, "since", "until")
"""A table of names may also say, in EDTF, when each was in use."""

_BUNDLED = Path(__file__).parent.parent / "data"
_DISPLAY_LANGUAGE = "en"


@dataclass(frozen=True)
class CuratedSource:
    """The places of a folder with `places.csv` and `names.csv`; ours, unless another is given.

    Names of a user's `own` mean their places before anything else that is called so.
    """

    folder: Path = _BUNDLED
    label: str = "geomap curated places"
    attribution: str = "geomap contributors; coordinates from GeoNames, CC BY 4.0, where it says so"
    own: bool = False

    def about(self) -> SourceInfo:
        """Return a version made of the content of both files."""
        content = b"".join(map(_content, self._paths()))
        digest = hashlib.sha256(content).hexdigest()[:12]
        return SourceInfo(name=self.label, version=f"sha256 {digest}", attribution=self.attribution)

    def __len__(self) -> int:
        return len(self._records)

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records. Raises SourceError with file and line at the first bad row."""
        for record in self._records.values():
            if self.own:
                yield replace(record, own_names=tuple(name.text for name in record.names))
            else:
                yield record

    @cached_property
    def _records(self) -> Mapping[str, PlaceRecord]:
        records: dict[str, PlaceRecord] = {}
        for path in self._paths():
            (_read_places if path.name == "places.csv" else _read_names)(path, records)
        return records

    def _paths(self) -> list[Path]:
        """Return both tables, places first; of a user's own, those that are there."""
        paths = [self.folder / "places.csv", self.folder / "names.csv"]
        return [path for path in paths if path.exists()] if self.own else paths


@dataclass(frozen=True)
class CuratedFile:
    """One of the two files alone, as a user brings it: places, or names of places."""

    path: Path

    def records(self, read_so_far: ReadSoFar | None = None) -> Iterator[PlaceRecord]:
        """Yield the records. Raises SourceError with file and line at the first bad row."""
        records: dict[str, PlaceRecord] = {}
        lines = (f"{line}\n" for _, line in read_lines(self.path, read_so_far))
        header = next(lines, "").rstrip("\n")
        rows = chain((header + "\n",), lines)
        if header == ",".join(PLACE_COLUMNS):
            _add_places(_rows_of(self.path, rows, (PLACE_COLUMNS,)), records)
        else:
            _add_names(_rows_of(self.path, rows, _NAME_HEADERS), records)
        yield from records.values()


def is_name_header(header: tuple[str, ...]) -> bool:
    """Say whether these are the columns of a table of names."""
    return header in _NAME_HEADERS


_NAME_HEADERS = (NAME_COLUMNS, DATED_NAME_COLUMNS)


def _read_places(path: Path, records: dict[str, PlaceRecord]) -> None:
    _add_places(_rows(path, (PLACE_COLUMNS,)), records)


def _read_names(path: Path, records: dict[str, PlaceRecord]) -> None:
    _add_names(_rows(path, _NAME_HEADERS), records)


def _add_places(rows: Iterator["_Row"], records: dict[str, PlaceRecord]) -> None:
    for row in rows:
        record = _place_record(row)
        if record.id in records:
            raise row.error("id", "is there twice")
        records[record.id] = record


def _add_names(rows: Iterator["_Row"], records: dict[str, PlaceRecord]) -> None:
    for row in rows:
        place_id = row.required("place_id")
        known = records.get(place_id, PlaceRecord(place_id, curated=True))
        records[place_id] = _with_name(known, row)


@dataclass(frozen=True)
class _Row:
    """One row of a CSV file that knows where it stands, so that an error can say so."""

    path: Path
    line: int
    cells: Mapping[str, str]

    def error(self, column: str, reason: str) -> SourceError:
        return SourceError(self.path.name, f"{column} {reason}.", self.line)

    def text(self, column: str) -> str:
        return self.cells[column].strip()

    def required(self, column: str) -> str:
        if not (text := self.text(column)):
            raise self.error(column, "is empty")
        return text

    def name(self, column: str) -> str:
        try:
            return normal_form(self.cells[column])
        except InvalidName as error:
            raise self.error(column, f"is no name: {error}") from error

    def number(self, column: str, least: float, most: float) -> float | None:
        if not (text := self.text(column)):
            return None
        try:
            number = float(text)
        except ValueError as error:
            raise self.error(column, f"is no number: {text!r}") from error
        if not least <= number <= most:
            raise self.error(column, f"must lie between {least:g} and {most:g}, not {text}")
        return number

    def when(self, column: str) -> str:
        if not (text := self.cells.get(column, "").strip()):
            return ""
        if not (when := edtf(text)):
            raise self.error(column, f"is no date such as 2014-06 or 1917: {text!r}")
        return when

    def one_of(self, column: str, allowed: Callable[[str], bool], wanted: str) -> str:
        if (text := self.text(column)) and not allowed(text):
            raise self.error(column, f"must be {wanted}, not {text!r}")
        return text


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read ({error.strerror})") from error


def _rows(path: Path, headers: tuple[tuple[str, ...], ...]) -> Iterator[_Row]:
    try:
        text = _content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(path.name, "is not written in UTF-8.") from error
    return _rows_of(path, text.splitlines(keepends=True), headers)


def _rows_of(
    path: Path, lines: Iterable[str], headers: tuple[tuple[str, ...], ...]
) -> Iterator[_Row]:
    reader = csv.reader(lines, strict=True)
    try:
        columns = tuple(next(reader, ()))
        if columns not in headers:
            raise SourceError(path.name, f"the header must be {','.join(headers[0])}.", 1)
        for cells in reader:
            if len(cells) != len(columns):
                reason = f"has {len(cells)} cells instead of {len(columns)}."
                raise SourceError(path.name, reason, reader.line_num)
            yield _Row(path, reader.line_num, dict(zip(columns, cells, strict=True)))
    except csv.Error as error:
        raise SourceError(path.name, f"is no CSV: {error}.", reader.line_num) from error


def _place_record(row: _Row) -> PlaceRecord:
    name = row.name("name") if row.text("name") else ""
    population = row.number("population", 0, 1e8)
    return PlaceRecord(
        id=row.required("id"),
        name=name,
        longitude=row.number("longitude", -180, 180),
        latitude=row.number("latitude", -90, 90),
        kind=row.one_of("kind", KINDS.__contains__, "one of the known kinds"),
        country=row.one_of("country", _is_country, "two capital letters"),
        admin1=row.text("admin1"),
        population=None if population is None else int(population),
        names=(Name(name, _DISPLAY_LANGUAGE, NameKind.PREFERRED),) if name else (),
        curated=True,
    )


def _with_name(record: PlaceRecord, row: _Row) -> PlaceRecord:
    name = Name(
        text=row.name("name"),
        language=row.one_of("language", _is_language, "two small letters"),
        kind=row.one_of("kind", list(NameKind).__contains__, "preferred, variant or historical"),
        since=row.when("since"),
        until=row.when("until"),
    )
    if name in record.names:
        return record
    if name.kind == NameKind.PREFERRED and _has_preferred(record, name.language):
        raise row.error("kind", f"is preferred a second time for {record.id} in {name.language!r}")
    return replace(record, names=(*record.names, name))


def _has_preferred(record: PlaceRecord, language: str) -> bool:
    return any(
        name.kind == NameKind.PREFERRED and name.language == language for name in record.names
    )


def _is_country(text: str) -> bool:
    return len(text) == len("SY") and text.isascii() and text.isalpha() and text.isupper()


def _is_language(text: str) -> bool:
    return len(text) == len("ar") and text.isascii() and text.isalpha() and text.islower()
