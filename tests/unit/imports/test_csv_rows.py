"""A CSV file is read strictly, and every complaint says where it belongs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from geomap.domain.grades import Reliability
from geomap.imports import csv_rows
from geomap.imports.csv_rows import LARGEST_FILE, MOST_PROBLEMS, Problems, Row, read_rows


def read(path: Path, *, optional: tuple[str, ...] = ()) -> tuple[list[Row], list[str]]:
    problems = Problems()
    rows = list(read_rows(path, ("id", "note"), optional, problems))
    return rows, problems.summary()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "facts.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


Write = Callable[[str | bytes], Path]


def row(text: str) -> Row:
    return Row("facts.csv", 7, {"cell": text}, Problems())


def test_cells_are_found_by_their_column_and_trimmed(file: Write) -> None:
    rows, _problems = read(file("note,id\n  first , a \n"))
    assert rows[0].cells == {"id": "a", "note": "first"}


def test_a_byte_order_mark_is_no_part_of_the_first_column(file: Write) -> None:
    assert read(file(b"\xef\xbb\xbfid,note\na,b\n"))[1] == []


def test_lines_may_end_as_on_windows(file: Write) -> None:
    rows, problems = read(file("id,note\r\na,b\r\n"))
    assert (rows[0].text("note"), problems) == ("b", [])


def test_empty_lines_are_no_rows(file: Write) -> None:
    rows, problems = read(file("id,note\n\na,b\n\n"))
    assert ([one.line for one in rows], problems) == ([3], [])


def test_a_cell_of_several_lines_leaves_the_line_numbers_right(file: Write) -> None:
    rows, _problems = read(file('id,note\na,"one\ntwo\nthree"\nb,x\n'))
    assert [one.line for one in rows] == [2, 5]


def test_an_optional_column_may_stand_in_the_file(file: Write) -> None:
    rows, problems = read(file("id,note,more\na,b,c\n"), optional=("more",))
    assert (rows[0].text("more"), problems) == ("c", [])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("", "facts.csv: is empty; its first line must name the columns", id="empty"),
        pytest.param("id\na\n", "facts.csv:1: note: this column is missing", id="missing column"),
        pytest.param(
            "id,note,colour\na,b,c\n",
            "facts.csv:1: colour: there is no such column; known columns: id, note",
            id="unknown column",
        ),
        pytest.param("id,note,id\na,b,c\n", "facts.csv:1: a column stands twice", id="twice"),
        pytest.param("id,note\na\n", "facts.csv:2: 1 cells, but 2 columns", id="too few cells"),
        pytest.param("id,note\na,b,c\n", "facts.csv:2: 3 cells, but 2 columns", id="too many"),
        pytest.param(
            b"id,note\na,caf\xe9\n", "facts.csv:2: note: is not UTF-8 text", id="not UTF-8"
        ),
        pytest.param(
            b"id,caf\xe9,note\na,b,c\n", "facts.csv:1: is not UTF-8 text", id="header not UTF-8"
        ),
        pytest.param(
            "id,note\na,b\x00c\n", "facts.csv:2: note: holds control characters", id="NUL"
        ),
        pytest.param(
            "id,note\na,\x1b[31mred\n", "facts.csv:2: note: holds control characters", id="escape"
        ),
        pytest.param(
            "id,note\na,ok\nb," + "x" * 2001 + "\n",
            "facts.csv:3: note: is longer than 2000 characters",
            id="long cell",
        ),
        pytest.param(
            "id,note\na," + "x" * 200_000 + "\n",
            "facts.csv:2: is not CSV from here on: field larger than field limit (131072)",
            id="enormous cell",
        ),
        pytest.param(
            'id,note\na,b\nc,"open\nd,e\n',
            "facts.csv:3: is not CSV from here on: unexpected end of data",
            id="quote never closed",
        ),
        pytest.param(
            'id,note\na,"b"c\n',
            "facts.csv:2: is not CSV from here on: ',' expected after '\"'",
            id="text after a quote",
        ),
    ],
)
def test_a_broken_file_says_where_it_is_broken(
    file: Write, content: str | bytes, problem: str
) -> None:
    assert read(file(content))[1] == [problem]


def test_utf_16_is_refused(file: Write) -> None:
    assert "facts.csv:1: is not UTF-8 text" in read(file("id,note\na,b\n".encode("utf-16")))[1]


def test_a_missing_file_is_a_complaint(tmp_path: Path) -> None:
    assert read(tmp_path / "facts.csv")[1] == ["facts.csv: this file is missing"]


def test_a_folder_in_the_place_of_a_file_is_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").mkdir()
    assert read(tmp_path / "facts.csv")[1] == ["facts.csv: cannot be read: Is a directory"]


def test_a_file_too_large_to_be_an_atlas_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert read(path)[1] == ["facts.csv: is larger than 256 MiB"]


def test_the_rows_after_a_broken_one_are_still_read(file: Write) -> None:
    rows, problems = read(file("id,note\na\nb,\x00\nc,d\n"))
    assert ([one.text("id") for one in rows], len(problems)) == (["c"], 2)


def test_complaints_beyond_the_first_thousand_are_counted() -> None:
    problems = Problems()
    for line in range(MOST_PROBLEMS + 5):
        problems.add("facts.csv", line, "id", "is wrong")
    assert (len(problems.summary()), problems.summary()[-1]) == (
        MOST_PROBLEMS + 1,
        "and 5 more problems",
    )


def test_a_list_is_split_at_semicolons() -> None:
    assert row("a; b;;c ").items("cell") == ("a", "b", "c")


@pytest.mark.parametrize(
    "text",
    ["", "2017", "2017-10", "20171017", "2017-W42-2", "17-10-2017", "2017-02-29", "２０１７-10-17"],
)
def test_a_day_is_written_in_one_way(text: str) -> None:
    one = row(text)
    assert (one.day("cell"), one.problems.lines) == (
        None,
        [f"facts.csv:7: cell: {text!r} is not a day such as 2017-10-17"],
    )


def test_a_day_is_read() -> None:
    assert row("2017-10-17").day("cell") == date(2017, 10, 17)


@pytest.mark.parametrize(
    "text", ["x", "1,5", "1e400", "1e5", "nan", "inf", "-inf", "1_000", "٣", ".5", "0x10", "+1"]
)
def test_a_number_is_written_in_one_way(text: str) -> None:
    one = row(text)
    assert (one.number("cell"), one.problems.lines) == (
        None,
        [f"facts.csv:7: cell: {text!r} is not a number such as 1234.5"],
    )


@pytest.mark.parametrize("text", ["1.5", "x", "1_0", "9" * 10, "٣"])
def test_a_whole_number_is_written_in_one_way(text: str) -> None:
    one = row(text)
    assert (one.whole("cell"), len(one.problems.lines)) == (None, 1)


def test_an_empty_number_is_none_and_no_mistake() -> None:
    one = row("")
    assert (one.number("cell"), one.whole("cell"), one.problems.lines) == (None, None, [])


def test_numbers_are_read() -> None:
    assert (row("1234.5").number("cell"), row("-2").whole("cell")) == (1234.5, -2)


def test_a_word_that_an_enumeration_lacks_names_those_it_has() -> None:
    one = row("G")
    one.member("cell", Reliability)
    assert one.problems.lines == ["facts.csv:7: cell: 'G' is none of A, B, C, D, E, F"]


def test_a_complaint_shows_control_characters_as_escapes() -> None:
    one = row("\u202ered")
    one.known("cell", {}, "actor")
    assert one.problems.lines == ["facts.csv:7: cell: there is no actor '\\u202ered'"]


def test_the_limit_on_cells_fits_the_columns_of_the_database() -> None:
    assert csv_rows.LONGEST_CELL == 2000
