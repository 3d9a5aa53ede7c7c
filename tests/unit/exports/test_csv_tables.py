"""Tables as CSV: what a spreadsheet would run as a formula stays text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.exports.csv_tables import FORMULA_STARTS, Cell, csv_table


def test_a_table_has_a_header_and_ends_each_line_as_the_standard_says() -> None:
    rows: list[dict[str, Cell]] = [
        {"place": "Raqqa", "days": 3},
        {"place": "Hit, the town", "days": 0},
    ]
    assert csv_table(["place", "days"], rows) == 'place,days\r\nRaqqa,3\r\n"Hit, the town",0\r\n'


def test_what_a_row_lacks_is_an_empty_cell() -> None:
    assert csv_table(["a", "b"], [{"a": None}]) == "a,b\r\n,\r\n"


def test_true_and_false_are_written_as_programs_read_them() -> None:
    assert csv_table(["a"], [{"a": True}, {"a": False}]) == "a\r\ntrue\r\nfalse\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(text: str) -> None:
    written = list(csv.reader(io.StringIO(csv_table(["a"], [{"a": text}]), newline="")))
    assert written[1] == [f"'{text}"]


def test_a_header_is_guarded_too() -> None:
    assert csv_table(["=a"], []) == "'=a\r\n"


def test_a_number_below_zero_stays_a_number() -> None:
    assert csv_table(["a"], [{"a": -2}, {"a": -0.5}]) == "a\r\n-2\r\n-0.5\r\n"


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_comes_out_as_a_formula(text: str) -> None:
    (_header, *rows) = csv.reader(io.StringIO(csv_table(["a"], [{"a": text}]), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(FORMULA_STARTS) for cell in cells)
    assert cells in ([text], [f"'{text}"], [])
