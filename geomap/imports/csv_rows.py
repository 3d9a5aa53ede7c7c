"""Rows of a CSV file, with every complaint kept beside its file, line and column."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from math import isfinite
from pathlib import Path
from typing import Protocol, TypeVar

from geomap.domain.when import When
from geomap.errors import InvalidWhen

LARGEST_FILE = 256 * 1024 * 1024
LONGEST_CELL = 2000
MOST_PROBLEMS = 1000

Member = TypeVar("Member", bound=Enum)
Number = TypeVar("Number", int, float)
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


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
        try:
            return date.fromisoformat(self.text(column))
        except ValueError:
            self.complain(column, f"{self.text(column)!r} is not a day such as 2017-10-17")
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
        """A whole number, or None for an empty cell."""
        return self._number(column, int, "a whole number")

    def number(self, column: str) -> float | None:
        """A number with a decimal point, or None for an empty cell."""
        number = self._number(column, float, "a number such as 1234.5")
        if number is not None and not isfinite(number):
            self.complain(column, "a number must be finite")
            return None
        return number

    def _number(self, column: str, read: Callable[[str], Number], wanted: str) -> Number | None:
        text = self.text(column)
        if not text:
            return None
        try:
            return read(text)
        except ValueError:
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
    try:
        if path.stat().st_size > LARGEST_FILE:
            problems.add(path.name, 0, "", f"is larger than {LARGEST_FILE // 1024**2} MiB")
            return
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(
                path.name, csv.reader(file, strict=True), (required, optional), problems
            )
    except FileNotFoundError:
        problems.add(path.name, 0, "", "this file is missing")
    except UnicodeDecodeError as error:
        problems.add(path.name, 0, "", f"is not UTF-8 text: {error.reason}")
    except csv.Error as error:
        problems.add(path.name, 0, "", f"is not a CSV file: {error}")
    except OSError as error:
        problems.add(path.name, 0, "", f"cannot be read: {error.strerror}")


class _Lines(Protocol):
    """What csv.reader gives."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


def _rows(
    name: str,
    reader: _Lines,
    columns: tuple[Sequence[str], Sequence[str]],
    problems: Problems,
) -> Iterator[Row]:
    header = next(reader, [])
    required, optional = columns
    missing = [column for column in required if column not in header]
    unknown = [column for column in header if column not in {*required, *optional}]
    for column in missing:
        problems.add(name, 1, column, "this column is missing")
    for column in unknown:
        known = ", ".join((*required, *optional))
        problems.add(name, 1, column, f"there is no such column; known columns: {known}")
    if len(set(header)) < len(header):
        problems.add(name, 1, "", "a column stands twice")
    if missing or unknown or len(set(header)) < len(header):
        return
    line = reader.line_num + 1
    for cells in reader:
        start, line = line, reader.line_num + 1
        if cells and _whole(name, start, header, cells, problems):
            trimmed = (cell.strip() for cell in cells)
            yield Row(name, start, dict(zip(header, trimmed, strict=True)), problems)


def _whole(
    name: str, line: int, header: Sequence[str], cells: Sequence[str], problems: Problems
) -> bool:
    if len(cells) != len(header):
        problems.add(name, line, "", f"{len(cells)} cells, but {len(header)} columns")
        return False
    sound = True
    for column, cell in zip(header, cells, strict=True):
        if len(cell) > LONGEST_CELL:
            problems.add(name, line, column, f"is longer than {LONGEST_CELL} characters")
            sound = False
        elif _CONTROL_CHARACTERS.search(cell):
            problems.add(name, line, column, "holds control characters")
            sound = False
    return sound
