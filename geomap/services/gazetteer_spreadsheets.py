"""Match the names in a whole spreadsheet, row by row, into a new one.

A file may be larger than memory. Every column is kept as it is, and what was found stands behind.
"""

import codecs
import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TextIO

from geomap.errors import InvalidInput
from geomap.services.gazetteer_matching import Matched, MatchQuery, PlaceMatcher

ADDED = (
    "id", "name", "longitude", "latitude", "kind", "country", "score", "confidence", "homonyms",
    "why",
)  # fmt: skip
"""The columns that are added, in this order."""

TAKEN_PREFIX = "place_"
"""Goes before the name of an added column that the spreadsheet has already."""

DELIMITERS = ",;\t|"
LONGEST_SHOWN = 200
_ROWS_BETWEEN_REPORTS = 50
_BYTE_ORDER_MARK = "\ufeff"
_READABLE_BY_ALL = 0o644

Progress = Callable[[int, int], None]


class _NoCsv(InvalidInput):
    """A record cannot be split into cells."""


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """Which column of a CSV file holds names, and what else is known of them.

    `columns` names the column of a property (country, admin1, near, on); `said` holds what goes
    for every row whose own cell is empty.
    """

    source: Path
    target: Path
    column: str
    columns: Mapping[str, str]
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows there were, for how many a place was found, and how many are certain."""

    rows: int
    found: int
    certain: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file is written, and where its columns stand."""

    headings: tuple[str, ...]
    delimiter: str
    line_end: str
    marked: bool


def match_spreadsheet(matcher: PlaceMatcher, sheet: Spreadsheet, progress: Progress) -> Summary:
    """Write the spreadsheet with what was found. The target is whole or as it was.

    Raises InvalidInput, with the line, for a file that is no such spreadsheet.
    """
    if sheet.target.exists() and sheet.target.samefile(sheet.source):
        raise InvalidInput(f"{sheet.target}: is the file to be read; write to another one.")
    with _opened(sheet.source) as raw, _replacement(sheet.target) as part:
        layout = _layout(sheet, raw)
        raw.seek(0)
        size = max(os.fstat(raw.fileno()).st_size, 1)
        rows = found = certain = 0

        def counted() -> Iterator[list[str]]:
            nonlocal rows, found, certain
            for cells, result in _rows(matcher, sheet, raw, layout):
                rows += 1
                found += bool(result.candidates)
                certain += result.certain
                if rows % _ROWS_BETWEEN_REPORTS == 0:
                    progress(min(raw.tell(), size), size)
                yield [*cells, *_added(result)]

        _write(part, layout, counted())
        progress(size, size)
    return Summary(rows, found, certain)


def added_headings(headings: Sequence[str]) -> list[str]:
    """The headings of the added columns, none of which the spreadsheet has already."""
    taken = set(headings)
    chosen = []
    for name in ADDED:
        while name in taken:
            name = TAKEN_PREFIX + name  # noqa: PLW2901 - until it is free.
        taken.add(name)
        chosen.append(name)
    return chosen


def _rows(
    matcher: PlaceMatcher, sheet: Spreadsheet, raw: IO[bytes], layout: _Layout
) -> Iterator[tuple[list[str], Matched]]:
    """Each row with its cells filled up to the headings, and what its name could mean."""
    width = len(layout.headings)
    name_at = layout.headings.index(sheet.column)
    said_at = {name: layout.headings.index(column) for name, column in sheet.columns.items()}
    records = _records(sheet.source, raw, layout.delimiter)
    next(records, None)
    for line, cells in records:
        if len(cells) > width:
            raise InvalidInput(
                f"{sheet.source}, line {line}: has {len(cells)} cells, the header {width}."
            )
        cells.extend([""] * (width - len(cells)))
        said = {
            name: (cells[at].strip() or sheet.said.get(name, "")) for name, at in said_at.items()
        }
        given = {name: (text,) for name, text in (dict(sheet.said) | said).items()}
        yield cells, matcher.match(MatchQuery(cells[name_at], given))


def _added(result: Matched) -> list[str]:
    """The added cells: the best candidate, or why there is none."""
    if not result.candidates:
        return [*[""] * (len(ADDED) - 1), "; ".join(result.notes) or "nothing is called so"]
    best = result.candidates[0]
    place = best.place
    cells = (
        place.id, place.name, place.longitude, place.latitude, place.kind, place.country,
        best.score, best.confidence, best.homonyms, "; ".join((*best.why, *result.notes)),
    )  # fmt: skip
    return [str(cell) for cell in cells]


def _layout(sheet: Spreadsheet, raw: IO[bytes]) -> _Layout:
    """Read the header. The delimiter is the one by which it has the column that was named."""
    first = raw.readline()
    splits = {mark: _headings(sheet.source, raw, mark) for mark in DELIMITERS}
    mark = max(splits, key=lambda mark: (sheet.column in splits[mark], len(splits[mark])))
    headings = splits[mark]
    for wanted in (sheet.column, *sheet.columns.values()):
        if wanted not in headings:
            shown = ", ".join(headings)[:LONGEST_SHOWN] or "none"
            raise InvalidInput(f"{sheet.source}: has no column {wanted!r}; columns: {shown}.")
        if headings.count(wanted) > 1:
            raise InvalidInput(f"{sheet.source}: has more than one column {wanted!r}.")
    line_end = "\r\n" if first.endswith(b"\r\n") else "\n"
    return _Layout(headings, mark, line_end, first.startswith(codecs.BOM_UTF8))


def _headings(source: Path, raw: IO[bytes], mark: str) -> tuple[str, ...]:
    """The first record, as split by a delimiter; none where that makes no sense."""
    raw.seek(0)
    try:
        _line, cells = next(_records(source, raw, mark), (0, []))
    except _NoCsv:
        return ()
    return tuple(cells)


def _records(source: Path, raw: IO[bytes], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The records with their lines. Lines are decoded one by one, so `raw` tells how far it is."""
    lines = 0

    def decoded() -> Iterator[str]:
        nonlocal lines
        while line := raw.readline():
            lines += 1
            # A mark of the byte order is no part of the first heading.
            yield line.decode("utf-8-sig" if lines == 1 else "utf-8")

    reader = csv.reader(decoded(), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except UnicodeDecodeError:
            raise InvalidInput(f"{source}, line {lines}: is not written in UTF-8.") from None
        except csv.Error as error:
            raise _NoCsv(f"{source}, line {lines}: is no CSV: {error}.") from None
        if cells is None:
            return
        yield lines, cells


def _write(file: TextIO, layout: _Layout, rows: Iterable[Sequence[str]]) -> None:
    """Write rows in the manner of the spreadsheet that was read."""
    if layout.marked:
        file.write(_BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=layout.delimiter, lineterminator=layout.line_end)
    writer.writerow([*layout.headings, *added_headings(layout.headings)])
    writer.writerows(rows)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be read ({error.strerror}).") from error
    with file:
        yield file


@contextmanager
def _replacement(path: Path) -> Iterator[TextIO]:
    """A file beside the target that takes its place when all went well."""
    try:
        descriptor, name = tempfile.mkstemp(f".{path.name}.part", ".", path.parent)
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be written ({error.strerror}).") from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_READABLE_BY_ALL)
        part.replace(path)
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)
