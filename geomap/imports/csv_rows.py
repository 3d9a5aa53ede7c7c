"""Rows of a CSV file, with every complaint kept beside its file, line and column."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TextIO, TypeVar

from geomap.domain.when import When
from geomap.errors import InvalidWhen

LARGEST_FILE = 256 * 1024 * 1024
LONGEST_CELL = 2000
LONGEST_NAME = 100
MOST_PROBLEMS = 1000

Member = TypeVar("Member", bound=Enum)
Columns = tuple[Sequence[str], Sequence[str]]
"""The columns that a file must have, and those that it may have."""
# A cell may have several lines, whatever they end with; no other control character is text.
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Python reads more spellings of a day and of a number than an atlas should have.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
# What a byte that is not UTF-8 becomes under the error handler `surrogateescape`.
_UNREADABLE = re.compile(r"[\udc80-\udcff]")


@dataclass(slots=True)
class Problems:
    """What is wrong with the files of one folder, in the order in which it was found."""

    lines: list[str] = field(default_factory=list)
    left_out: int = 0

    def add(self, file: str, line: int, column: str, message: str) -> None:
        """Keep one complaint; beyond the first thousand they are only counted."""
        if len(self.lines) >= MOST_PROBLEMS:
            self.left_out += 1
            return
        where = f"{file}:{line}" if line else file
        self.lines.append(f"{where}: {column}: {message}" if column else f"{where}: {message}")

    @property
    def count(self) -> int:
        """How many complaints there were, kept or not."""
        return len(self.lines) + self.left_out

    def summary(self) -> list[str]:
        """Every complaint kept, and how many more there are."""
        more = [f"and {self.left_out} more problems"] if self.left_out else []
        return self.lines + more


@dataclass(frozen=True, slots=True)
class Row:
    """One record; each reader of a cell complains and gives None where it cannot be read."""

    file: str
    line: int
    cells: Mapping[str, str]
    problems: Problems

    def complain(self, column: str, message: str) -> None:
        """Say what is wrong with a cell."""
        self.problems.add(self.file, self.line, column, message)

    def text(self, column: str) -> str:
        """The cell as it stands; empty where there is none."""
        return self.cells.get(column, "")

    def required(self, column: str) -> str | None:
        """The cell, which must not be empty."""
        if not self.text(column):
            self.complain(column, "this cell must not be empty")
            return None
        return self.text(column)

    def items(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several, separated by semicolons."""
        parts = (part.strip() for part in self.text(column).split(";"))
        return tuple(part for part in parts if part)

    def day(self, column: str) -> date | None:
        """One day, as YYYY-MM-DD."""
        text = self.text(column)
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # No calendar has that day.
        self.complain(column, f"{text!r} is not a day such as 2017-10-17")
        return None

    def when(self, column: str) -> When | None:
        """A date in EDTF."""
        try:
            return When.parse(self.text(column))
        except InvalidWhen as error:
            self.complain(column, str(error))
            return None

    def member(self, column: str, kinds: type[Member]) -> Member | None:
        """One of the words that an enumeration knows."""
        try:
            return kinds(self.text(column))
        except ValueError:
            words = ", ".join(str(kind.value) for kind in kinds)
            self.complain(column, f"{self.text(column)!r} is none of {words}")
            return None

    def whole(self, column: str) -> int | None:
        """A whole number of at most nine digits, or None for an empty cell."""
        text = self._matching(column, _WHOLE, "a whole number such as 12")
        return None if text is None else int(text)

    def number(self, column: str) -> float | None:
        """A number with a decimal point, or None for an empty cell."""
        text = self._matching(column, _NUMBER, "a number such as 1234.5")
        return None if text is None else float(text)

    def _matching(self, column: str, pattern: re.Pattern[str], wanted: str) -> str | None:
        text = self.text(column)
        if not text or pattern.fullmatch(text):
            return text or None
        self.complain(column, f"{text!r} is not {wanted}")
        return None

    def known(self, column: str, ids: Mapping[str, object], what: str) -> str | None:
        """A reference to a record of another file; None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        if text not in ids:
            self.complain(column, f"there is no {what} {text!r}")
            return None
        return text


def read_rows(
    path: Path, required: Sequence[str], optional: Sequence[str], problems: Problems
) -> Iterator[Row]:
    """Read a CSV file in UTF-8 with a header row.

    A file that is missing, too large or not UTF-8, a column that is missing or unknown, and a row
    with too few or too many cells are complaints; what can be read is still given.
    """
    columns = (required, optional)
    try:
        if path.stat().st_size > LARGEST_FILE:
            problems.add(path.name, 0, "", f"is larger than {LARGEST_FILE // 1024**2} MiB")
            return
        # A byte that is not UTF-8 is complained of in its cell, and the other rows still count.
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            yield from _rows(path.name, _records(path.name, file, problems), columns, problems)
    except FileNotFoundError:
        problems.add(path.name, 0, "", "this file is missing")
    except OSError as error:
        problems.add(path.name, 0, "", f"cannot be read: {error.strerror}")


def _records(name: str, file: TextIO, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The line on which each record begins, and its cells; up to where it is no CSV any more."""
    reader = csv.reader(file, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.add(name, line, "", f"is not CSV from here on: {error}")
            return
        if cells:
            yield line, cells


def _rows(
    name: str, records: Iterator[tuple[int, list[str]]], columns: Columns, problems: Problems
) -> Iterator[Row]:
    line, header = next(records, (1, []))
    if not _is_header(name, line, header, columns, problems):
        return
    for line, cells in records:
        if _whole(name, line, header, cells, problems):
            trimmed = (cell.replace("\r\n", "\n").strip() for cell in cells)
            yield Row(name, line, dict(zip(header, trimmed, strict=True)), problems)


def _is_header(
    name: str, line: int, header: Sequence[str], columns: Columns, problems: Problems
) -> bool:
    if not header:
        problems.add(name, 0, "", "is empty; its first line must name the columns")
        return False
    before = problems.count
    required, optional = columns
    known = (*required, *optional)
    for column in header:
        if _UNREADABLE.search(column):
            problems.add(name, line, "", "is not UTF-8 text")
        elif column not in known:
            message = f"there is no such column; known columns: {', '.join(known)}"
            problems.add(name, line, column[:LONGEST_NAME], message)
    for column in required:
        if column not in header:
            problems.add(name, line, column, "this column is missing")
    if len(set(header)) < len(header):
        problems.add(name, line, "", "a column stands twice")
    return problems.count == before


def _whole(
    name: str, line: int, header: Sequence[str], cells: Sequence[str], problems: Problems
) -> bool:
    if len(cells) != len(header):
        problems.add(name, line, "", f"{len(cells)} cells, but {len(header)} columns")
        return False
    complaints = [(column, _complaint(cell)) for column, cell in zip(header, cells, strict=True)]
    for column, complaint in complaints:
        if complaint:
            problems.add(name, line, column, complaint)
    return not any(complaint for _column, complaint in complaints)


def _complaint(cell: str) -> str:
    """What makes a cell unfit for any use, or nothing."""
    if len(cell) > LONGEST_CELL:
        return f"is longer than {LONGEST_CELL} characters"
    if _UNREADABLE.search(cell):
        return "is not UTF-8 text"
    return "holds control characters" if _CONTROL_CHARACTERS.search(cell) else ""
