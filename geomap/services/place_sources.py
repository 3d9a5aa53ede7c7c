"""What the user adds to the gazetteer: imported files, and names and places of their own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from gazetteer import Gazetteer, GazetteerMissing
from gazetteer.build import Progress
from gazetteer.correcting import Taken, checked_tables, corrected, with_tables_of_atlas
from gazetteer.corrections import OwnName, OwnPlace, Tables, atlas_tables, corrections_folder
from gazetteer.errors import FilesRefused, PlaceNotFound, RowsRefused, SourceError
from gazetteer.imports.formats import DESCRIPTIONS, Kind
from gazetteer.imports.importing import Imported, forget, import_files
from gazetteer.imports.library import Entry, Library
from geomap.errors import InvalidAtlas
from geomap.imports.csv_rows import Problems
from geomap.imports.frame import read_frame

__all__ = [
    "DESCRIPTIONS",
    "Entry",
    "FilesRefused",
    "Imported",
    "Kind",
    "OwnName",
    "OwnPlace",
    "Tables",
    "Taken",
    "add_own_name",
    "add_own_place",
    "corrections_of_atlases",
    "drop_corrections",
    "export_corrections",
    "forget_import",
    "gazetteer_for_atlas",
    "import_place_files",
    "imports_of",
    "own_corrections",
    "take_corrections",
]


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

    def add(tables: Tables) -> tuple[Tables, None]:
        _check_known(index, tables, own.place_id)
        return tables.with_name(own), None

    Tables().with_name(own)  # What is no name is refused before anybody waits for the lock.
    corrected(index, add, progress)


def add_own_place(index: Path, own: OwnPlace, progress: Progress) -> str:
    """Add a place, or correct one whose id is given; build the index, return the id."""

    def add(tables: Tables) -> tuple[Tables, str]:
        if own.id and not (own.name and own.point):
            _check_known(index, tables, own.id)
        return tables.with_place(own)

    Tables().with_place(own)  # As above.
    return corrected(index, add, progress)


def drop_corrections(index: Path, place_id: str, progress: Progress) -> int:
    """Drop the corrections of a place and build the index. Raises PlaceNotFound without any."""

    def drop(tables: Tables) -> tuple[Tables, int]:
        kept = tables.without(place_id)
        if not (dropped := len(tables) - len(kept)):
            raise PlaceNotFound(place_id)
        return kept, dropped

    return corrected(index, drop, progress)


def take_corrections(index: Path, folder: Path, progress: Progress) -> int:
    """Add the corrections in a folder to ours, over which they win; return how many rows.

    Raises RowsRefused with a line for each bad row, SourceError when there is none at all.
    """
    brought = checked_tables(index, folder)
    if not brought:
        raise SourceError(str(folder), "has no corrections in places.csv or names.csv.")
    return corrected(index, lambda tables: (tables.overlaid(brought), len(brought)), progress)


@contextmanager
def gazetteer_for_atlas(
    index: Path, folder: Path, progress: Progress
) -> Iterator[tuple[Gazetteer, Taken]]:
    """Offer the gazetteer with the places and names that the atlas in a folder brings.

    They stay when the block ends well; what the user has corrected wins over them. Raises
    InvalidAtlas with a line for each bad row of `places.csv` and `names.csv`.
    """
    frame = read_frame(folder, Problems())
    if frame is None:  # Whoever reads the atlas says what is wrong with it.
        with Gazetteer.open(index) as gazetteer:
            yield gazetteer, Taken(0, 0, is_new=False)
        return
    try:
        with with_tables_of_atlas(index, frame.id, folder, progress) as offered:
            yield offered
    except RowsRefused as refused:
        raise InvalidAtlas(str(folder), refused.problems) from refused


def export_corrections(index: Path, folder: Path) -> int:
    """Write our corrections into a folder as `places.csv` and `names.csv`; return how many rows.

    Tables that are there, as in the folder of an atlas, keep their rows but for those of ours.
    """
    own = Tables.read(corrections_folder(index))
    Tables.read(folder).overlaid(own).write(folder)
    return len(own)


def own_corrections(index: Path) -> Tables:
    """Return the rows of our own places and of our own names."""
    return Tables.read(corrections_folder(index))


def corrections_of_atlases(index: Path) -> dict[str, Tables]:
    """Return the rows that atlases brought, by the id of the atlas."""
    return atlas_tables(index)


def _check_known(index: Path, tables: Tables, place_id: str) -> None:
    if any(row["id"] == place_id for row in tables.places):
        return
    with suppress(GazetteerMissing), Gazetteer.open(index) as gazetteer:
        gazetteer.get(place_id)
