"""Rows of CSV tables that know where they stand, so that an error can say so."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from gazetteer.errors import InvalidName, SourceError
from gazetteer.names import normal_form
from gazetteer.sources.edtf_dates import edtf

Headers: TypeAlias = tuple[tuple[str, ...], ...]
"""The headers that a table may have, the usual one first."""

Complain: TypeAlias = Callable[[SourceError], None]
"""Takes what is wrong with a row; the row is passed over if it does not raise."""


def refuse(error: SourceError) -> None:
    """Raise what is wrong with a row, which ends the reading."""
    raise error


@dataclass(frozen=True)
class Row:
    """One row of a CSV file that knows where it stands, so that an error can say so."""

    path: Path
    line: int
    cells: Mapping[str, str]
    complain: Complain = refuse

    @contextmanager
    def complaining(self) -> Iterator[None]:
        """Hand on what is wrong with the row."""
        try:
            yield
        except SourceError as error:
            self.complain(error)

    def error(self, column: str, reason: str) -> SourceError:
        """Return what to raise when a cell is wrong."""
        return SourceError(self.path.name, f"{column} {reason}.", self.line)

    def text(self, column: str) -> str:
        """Return a cell without the spaces around it."""
        return self.cells[column].strip()

    def required(self, column: str) -> str:
        """Return a cell. Raises SourceError when it is empty, as all below do for wrong ones."""
        if not (text := self.text(column)):
            raise self.error(column, "is empty")
        return text

    def name(self, column: str) -> str:
        """Return a name as people may write it: any text but what `gazetteer.names` refuses."""
        try:
            return normal_form(self.cells[column])
        except InvalidName as error:
            raise self.error(column, f"is no name: {str(error).rstrip('.')}") from error

    def number(self, column: str, least: float, most: float) -> float | None:
        """Return a number between two bounds; None for an empty cell."""
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
        """Return a date in EDTF; empty for an empty cell and for a column that is left out."""
        if not (text := self.cells.get(column, "").strip()):
            return ""
        if not (when := edtf(text)):
            raise self.error(column, f"is no date such as 2014-06 or 1917: {text!r}")
        return when

    def one_of(self, column: str, allowed: Callable[[str], bool], wanted: str) -> str:
        """Return a cell that is allowed, or empty; `wanted` says in words what is."""
        if (text := self.text(column)) and not allowed(text):
            raise self.error(column, f"must be {wanted}, not {text!r}")
        return text


def file_content(path: Path) -> bytes:
    """Return all of a file. Raises SourceError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read ({error.strerror})") from error


def rows(path: Path, headers: Headers, complain: Complain = refuse) -> Iterator[Row]:
    """Yield the rows of a table; `complain` hears of what is none."""
    try:
        text = file_content(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        complain(SourceError(path.name, "is not written in UTF-8."))
        return
    yield from rows_of(path, io.StringIO(text, newline=""), headers, complain)


def rows_of(
    path: Path,
    lines: Iterable[str],
    headers: Headers,
    complain: Complain = refuse,
) -> Iterator[Row]:
    """Yield the rows of the lines of a table, the header first; as `rows` does."""
    reader = csv.reader(lines, strict=True)
    try:
        columns = tuple(next(reader, ()))
        if columns not in headers:
            complain(SourceError(path.name, f"the header must be {','.join(headers[0])}.", 1))
            return
        for cells in reader:
            if len(cells) == len(columns):
                found = dict(zip(columns, cells, strict=True))
                yield Row(path, reader.line_num, found, complain)
            else:
                reason = f"has {len(cells)} cells instead of {len(columns)}."
                complain(SourceError(path.name, reason, reader.line_num))
    except csv.Error as error:
        complain(SourceError(path.name, f"is no CSV: {error}.", reader.line_num))
