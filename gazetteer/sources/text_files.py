"""Lines of text files that somebody else made: plain, gzip or zip, and never trusted.

A line has a greatest length, so that neither a file of one endless line nor a gzip file that
unpacks to far more than it weighs can fill the memory.
"""

import gzip
import html
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO, cast

from gazetteer.errors import SourceError
from gazetteer.names import LONGEST_NAME, folded, without_refused

LONGEST_LINE = 64 * 2**20
"""Bytes. The longest lines that are real hold the coast of a large country: some 30 MiB."""

ReadSoFar = Callable[[Path, int], None]
"""Called now and then with a file and how many bytes of it, as it lies on the disk, are read."""

_LINES_BETWEEN_REPORTS = 500
_GZIP_MARK = b"\x1f\x8b"
_ZIP_MARK = b"PK\x03\x04"

_TAG = re.compile("<[^<>]*>")
# Marks of direction and breaking that typists leave behind; the non-joiners of Persian stay.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\ufeff]")


def read_lines(path: Path, read_so_far: ReadSoFar | None = None) -> Iterator[tuple[int, str]]:
    """Yield each line with its number from 1, without its end. A byte order mark is taken off.

    Raises SourceError where the file cannot be read, is damaged or cut short, or is no text.
    """
    try:
        with path.open("rb") as packed, _unpacked(path, packed) as stream:
            for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE + 1), b""), 1):
                if read_so_far is not None and number % _LINES_BETWEEN_REPORTS == 0:
                    read_so_far(path, packed.tell())
                yield number, _text(path, line, number)
    except EOFError as error:
        raise SourceError(path.name, "is cut short; fetch it again.") from error
    except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as error:
        raise SourceError(path.name, f"is damaged ({error}); fetch it again.") from error
    except OSError as error:
        raise SourceError(path.name, f"cannot be read ({error.strerror or error}).") from error


def day_of(path: Path) -> str:
    """Return the ISO day (UTC) on which a file was last written; empty where it cannot be told."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def cleaned_name(text: str) -> str:
    """Return a name without markup, control characters and marks of direction, in Unicode NFC.

    What is left may be empty: then it was no name.
    """
    if "<" in text or "&" in text:
        text = _TAG.sub(" ", html.unescape(text))
    text = " ".join(without_refused(_UNSEEN.sub("", text)).split())
    text = unicodedata.normalize("NFC", text)
    return text if len(text) <= LONGEST_NAME and folded(text) else ""


@contextmanager
def _unpacked(path: Path, packed: BinaryIO) -> Iterator[IO[bytes]]:
    mark = packed.read(len(_ZIP_MARK))
    packed.seek(0)
    if mark.startswith(_GZIP_MARK):
        with gzip.open(packed) as stream:
            yield cast("IO[bytes]", stream)
    elif mark == _ZIP_MARK:
        with zipfile.ZipFile(packed) as archive, archive.open(_only_member(path, archive)) as file:
            yield file
    else:
        yield packed


def _only_member(path: Path, archive: zipfile.ZipFile) -> str:
    """Return the one file that counts; GeoNames packs a readme.txt beside it."""
    members = [
        name
        for name in archive.namelist()
        if not name.endswith("/") and Path(name).name.lower() != "readme.txt"
    ]
    if len(members) != 1:
        raise SourceError(path.name, f"holds {len(members)} files; unpack it and name one.")
    return members[0]


def _text(path: Path, line: bytes, number: int) -> str:
    if len(line) > LONGEST_LINE:
        reason = f"is longer than {LONGEST_LINE // 2**20} MiB; this is no file of places."
        raise SourceError(path.name, reason, number)
    if b"\0" in line:
        raise SourceError(path.name, "holds binary data, this is no text file.", number)
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(path.name, "is not written in UTF-8.", number) from error
    return text.rstrip("\r\n")
