"""Tables as CSV (RFC 4180) in UTF-8, safe to open in a spreadsheet.

A spreadsheet runs a cell as a formula when its text begins with an equals sign, a plus, a minus or
an at sign, and some do so after a tab or a line break. Such a text is given an apostrophe in front,
which spreadsheets take as "this is text". Numbers are written as they are.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

Cell = str | int | float | bool | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A header and one line a row; a cell that a row lacks, or that is None, is empty."""
    return csv_lines([columns]) + csv_lines([row.get(one) for one in columns] for row in rows)


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """Some lines of a table."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return GUARD + value
    return str(value)
