"""Reading files that somebody else made: packed, damaged, endless, or no text at all."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer.errors import SourceError
from gazetteer.sources import text_files
from gazetteer.sources.text_files import cleaned_name, read_lines


def lines(path: Path) -> list[str]:
    return [line for _, line in read_lines(path)]


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return path


def test_lines_come_with_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffone\r\n\ntwo".encode())
    assert list(read_lines(tmp_path / "a.txt")) == [(1, "one"), (2, ""), (3, "two")]


def test_packed_files_are_told_by_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"one\n"))
    assert lines(tmp_path / "a.txt") == ["one"]
    assert lines(zipped(tmp_path / "b.txt", SY="two", readme="how to read")) == ["two"]


def test_progress_is_in_bytes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("line\n" * 2000)
    seen: list[int] = []
    list(read_lines(path, lambda _, size: seen.append(size)))
    assert len(seen) == 4
    assert seen == sorted(seen)
    assert seen[-1] <= path.stat().st_size


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        pytest.param(lambda _: None, "cannot be read", id="missing"),
        pytest.param(Path.mkdir, "cannot be read", id="a-folder"),
        pytest.param(lambda path: path.write_bytes(b"\x7fELF\0\1"), "binary data", id="binary"),
        pytest.param(lambda path: path.write_bytes(b"ok\n\xff\n"), "line 2: is not", id="latin-1"),
        pytest.param(
            lambda path: path.write_bytes(gzip.compress(b"line\n" * 9999)[:-20]), "is cut short",
            id="truncated-gzip",
        ),
        pytest.param(
            lambda path: path.write_bytes(b"\x1f\x8b" + b"x" * 50), "is damaged", id="no-gzip"
        ),
        pytest.param(
            lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 50), "is damaged", id="no-zip"
        ),
        pytest.param(lambda path: zipped(path, a="1", b="2"), "holds 2 files", id="zip-of-two"),
        pytest.param(lambda path: path.write_bytes(b"x" * 300), "is longer than", id="long-line"),
        pytest.param(
            lambda path: path.write_bytes(gzip.compress(b"x" * 300)), "is longer than", id="bomb"
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path], object],
    complaint: str,
) -> None:
    monkeypatch.setattr(text_files, "LONGEST_LINE", 200)
    make(tmp_path / "file")
    with pytest.raises(SourceError, match=f"file.*{complaint}"):
        lines(tmp_path / "file")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  Tell   Zaytun ", "Tell Zaytun"),
        ("<a href='x'>Tell</a> Zaytun", "Tell Zaytun"),
        ("Tell &amp; Zaytun", "Tell & Zaytun"),
        ("Tell\u202e Zaytun\u2069", "Tell Zaytun"),
        ("کرد\u200cستان", "کرد\u200cستان"),
        ("-", ""),
        ("<br>", ""),
        ("x" * 201, ""),
    ],
)
def test_a_name_is_cleaned_or_none(text: str, name: str) -> None:
    assert cleaned_name(text) == name
