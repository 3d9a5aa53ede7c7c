"""What the user adds to the gazetteer: imported files, and names and places of their own."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from gazetteer import Gazetteer, GazetteerError, GazetteerMissing
from gazetteer.build import Progress, build_index
from gazetteer.corrections import Corrections, OwnName, OwnPlace
from gazetteer.errors import FilesRefused, PlaceNotFound
from gazetteer.imports.formats import DESCRIPTIONS, Kind
from gazetteer.imports.importing import Imported, forget, import_files
from gazetteer.imports.library import Entry, Library

__all__ = [
    "DESCRIPTIONS",
    "Corrections",
    "Entry",
    "FilesRefused",
    "Imported",
    "Kind",
    "OwnName",
    "OwnPlace",
    "add_own_name",
    "add_own_place",
    "drop_corrections",
    "export_corrections",
    "forget_import",
    "import_place_files",
    "imports_of",
    "own_rows",
    "take_corrections",
]

Outcome = TypeVar("Outcome")


def import_place_files(
    index: Path,
    files: Sequence[Path],
    kind: str | None,
    progress: tuple[Progress, Progress],
) -> Imported:
    """Import files into the index at a path; `progress` is for reading them and for building.

    Raises GazetteerError, with a line for each bad file; then nothing has changed.
    """
    reading, building = progress
    chosen = None if kind is None else Kind(kind)
    return import_files(index, files, chosen, reading=reading, building=building)


def forget_import(index: Path, label: str, progress: Progress) -> tuple[Entry, ...]:
    """Build the index without what was imported under a label; return what that was."""
    return forget(index, label, progress)


def imports_of(index: Path) -> tuple[Entry, ...]:
    """Return what was imported into the index at a path, the oldest first."""
    return Library(index).entries()


def add_own_name(index: Path, own: OwnName, progress: Progress) -> None:
    """Add a name to a place and build the index. Raises PlaceNotFound for an id nobody knows."""
    _check_known(index, own.place_id)
    _corrected(index, lambda corrections: corrections.add_name(own), progress)


def add_own_place(index: Path, own: OwnPlace, progress: Progress) -> str:
    """Add a place, or correct one whose id is given; build the index, return the id."""
    if own.id and own.point is None:
        _check_known(index, own.id)
    return _corrected(index, lambda corrections: corrections.add_place(own), progress)


def drop_corrections(index: Path, place_id: str, progress: Progress) -> int:
    """Drop the corrections of a place and build the index. Raises PlaceNotFound without any."""

    def drop(corrections: Corrections) -> int:
        if not (dropped := corrections.remove(place_id)):
            raise PlaceNotFound(place_id)
        return dropped

    return _corrected(index, drop, progress)


def take_corrections(index: Path, folder: Path, progress: Progress) -> int:
    """Add the corrections in a folder to ours and build the index; return how many rows."""
    return _corrected(index, lambda corrections: corrections.take(folder), progress)


def export_corrections(index: Path, folder: Path) -> None:
    """Write our corrections into a folder as `places.csv` and `names.csv`."""
    Corrections(index).export(folder)


def own_rows(index: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return the rows of our own places and of our own names."""
    return Corrections(index).rows()


def _corrected(
    index: Path, change: Callable[[Corrections], Outcome], progress: Progress
) -> Outcome:
    """Make a change and build the index; where it cannot be built, take the change back."""
    corrections = Corrections(index)
    before = corrections.rows()
    outcome = change(corrections)
    try:
        build_index(index, progress=progress)
    except GazetteerError:
        corrections.restore(before)
        raise
    return outcome


def _check_known(index: Path, place_id: str) -> None:
    places, _ = Corrections(index).rows()
    if any(row["id"] == place_id for row in places):
        return
    with suppress(GazetteerMissing), Gazetteer.open(index) as gazetteer:
        gazetteer.get(place_id)
