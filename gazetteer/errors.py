"""Everything that can go wrong in the gazetteer.

GazetteerError
├── GazetteerMissing       there is no index file at that path
├── GazetteerCorrupt       the file is damaged or is no index
├── GazetteerOutdated      the index was built for another version of this package
├── GazetteerNotWritable   the index cannot be written there
├── GazetteerBusy          another program is changing it and takes long
├── SourceError            a source cannot be read; names the file and the line
├── FilesRefused           files that were to be imported cannot be read; names each
│   └── RowsRefused        rows of tables cannot be taken; names each
├── PlaceNotFound          no place has that id
└── InvalidQuery           what was asked cannot be answered
    └── InvalidName        the name is empty, too long or holds characters that no name has

Every message is one whole sentence or two, made to be shown to a person as it is.
"""

from collections.abc import Sequence
from pathlib import Path

REBUILD = "Run `geomap gazetteer build` to make it."
"""What to do about an index that cannot be used."""


class GazetteerError(Exception):
    """The base of all errors of this package."""


class GazetteerMissing(GazetteerError, FileNotFoundError):
    """Raised when an index is opened that does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is no gazetteer index at {path}. {REBUILD}")


class GazetteerCorrupt(GazetteerError):
    """Raised when an index file is damaged, cut short, or something else altogether."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The gazetteer index at {path} cannot be read ({reason}). {REBUILD}")


class GazetteerOutdated(GazetteerError):
    """Raised when an index has another layout than this version of the package reads."""

    def __init__(self, path: Path, found: int, wanted: int) -> None:
        super().__init__(
            f"The gazetteer index at {path} has layout {found}, this version reads {wanted}. "
            f"{REBUILD}"
        )


class GazetteerNotWritable(GazetteerError, OSError):
    """Raised when an index cannot be written to the place where it should stand."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The gazetteer index cannot be written to {path}: {reason}.")


class GazetteerBusy(GazetteerError):
    """Raised when a change of an index has waited long enough for another one to end."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Another geomap is changing the gazetteer at {path}; try again.")


class SourceError(GazetteerError):
    """Raised when a source cannot be read. Names the file, and the line if there is one."""

    def __init__(self, source: str, reason: str, line: int | None = None) -> None:
        where = source if line is None else f"{source}, line {line}"
        super().__init__(f"{where}: {reason}")
        self.source, self.reason, self.line = source, reason, line


class FilesRefused(GazetteerError):
    """Raised when files cannot be imported; `problems` has a line for each that is bad."""

    def __init__(self, problems: Sequence[str]) -> None:
        only = problems[0] if len(problems) == 1 else f"{len(problems)} files cannot be read."
        super().__init__(f"{only} Nothing was imported.")
        self.problems = tuple(problems) if len(problems) > 1 else ()


class RowsRefused(FilesRefused):
    """Raised when rows of corrections cannot be taken; `problems` has a line for each."""

    def __init__(self, folder: Path, problems: Sequence[str]) -> None:
        count = "1 row" if len(problems) == 1 else f"{len(problems)} rows"
        GazetteerError.__init__(self, f"{folder}: {count} cannot be taken. Nothing was taken.")
        self.problems = tuple(problems)


class PlaceNotFound(GazetteerError, LookupError):
    """Raised when a place is asked for by an id that the index does not have."""

    def __init__(self, place_id: str) -> None:
        super().__init__(f"The gazetteer has no place with the id {place_id!r}.")


class InvalidQuery(GazetteerError, ValueError):
    """Raised when a question cannot be answered as it was put, such as a limit of zero."""


class InvalidName(InvalidQuery):
    """Raised when a text cannot be the name of a place."""
