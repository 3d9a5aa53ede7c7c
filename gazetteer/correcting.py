"""Changing corrections: the index is built with the change first, and then the change is kept.

So a change that is killed, or that no index can be built with, never was. Whoever changes holds the
lock of the gazetteer from before it reads until it has written.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gazetteer.build import PART_SUFFIX, Progress, build_index, is_current
from gazetteer.corrections import LABEL, Tables, atlas_folder, corrections_folder
from gazetteer.errors import (
    GazetteerCorrupt,
    GazetteerMissing,
    GazetteerNotWritable,
    GazetteerOutdated,
    PlaceNotFound,
    RowsRefused,
    SourceError,
)
from gazetteer.imports.library import sources_for
from gazetteer.index import Gazetteer
from gazetteer.locking import changing
from gazetteer.sources import CuratedSource

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Taken:
    """What the tables of an atlas hold, and whether that is new to the gazetteer."""

    places: int
    names: int
    is_new: bool


def corrected(
    index: Path, change: Callable[[Tables], tuple[Tables, Outcome]], progress: Progress
) -> Outcome:
    """Change the user's own corrections and build the index with them; return what `change` says.

    Raises GazetteerBusy while another change runs, what `change` raises, and SourceError or
    GazetteerNotWritable where the index cannot be built; then nothing has changed.
    """
    own = corrections_folder(index)
    with changing(index):
        before = Tables.read(own)
        after, outcome = change(before)
        if after != before or not _is_current(index):
            with tempfile.TemporaryDirectory() as draft:
                after.write(Path(draft))
                list(CuratedSource(Path(draft), label=LABEL, own=True).records())
                build_index(index, sources_for(index, drafts={own: Path(draft)}), progress)
            after.write(own)
    return outcome


def checked_tables(index: Path, folder: Path) -> Tables:
    """Read the tables in a folder that somebody brings; none at all are empty.

    Raises RowsRefused with a line for each bad row, of which is one that speaks of a place that
    neither the folder nor the index at the path knows.
    """
    with _known_places(index) as is_known:
        problems = CuratedSource(folder, own=True).problems(is_known)
    if problems:
        raise RowsRefused(folder, [_line(one) for one in problems])
    return Tables.read(folder)


@contextmanager
def with_tables_of_atlas(
    index: Path, atlas: str, folder: Path, progress: Progress
) -> Iterator[tuple[Gazetteer, Taken]]:
    """Offer the gazetteer with the places and names that an atlas brings; keep them at the end.

    They replace what an earlier version of the atlas brought, and the user's own corrections win
    over them. They are kept only if the block ends well. Raises RowsRefused for bad rows, else as
    `corrected` does.
    """
    tables, kept = checked_tables(index, folder), atlas_folder(index, atlas)
    taken = Taken(len(tables.places), len(tables.names), is_new=tables != Tables.read(kept))
    if not taken.is_new and (not tables or _is_current(index)):
        with Gazetteer.open(index) as gazetteer:
            yield gazetteer, taken
        return
    # Named as builds name theirs, so that a later one removes what a killed load has left.
    trial = index.with_name(f".trial.{index.name}{PART_SUFFIX}")
    with changing(index), tempfile.TemporaryDirectory() as draft:
        if tables:
            tables.write(Path(draft))
        try:
            build_index(trial, sources_for(index, drafts={kept: Path(draft)}), progress)
            with Gazetteer.open(trial) as gazetteer:
                yield gazetteer, taken
            _put_in_place(trial, index)
        finally:
            trial.unlink(missing_ok=True)
        if tables:
            tables.write(kept)
        else:
            shutil.rmtree(kept)


def _put_in_place(trial: Path, index: Path) -> None:
    try:
        trial.replace(index)
    except OSError as error:
        raise GazetteerNotWritable(index, error.strerror or str(error)) from error


@contextmanager
def _known_places(index: Path) -> Iterator[Callable[[str], bool]]:
    """Offer a way to ask whether the index has a place; without an index nobody can say no."""
    try:
        gazetteer = Gazetteer.open(index)
    except (GazetteerMissing, GazetteerCorrupt, GazetteerOutdated):
        yield lambda _place_id: True
        return

    def is_known(place_id: str) -> bool:
        with suppress(PlaceNotFound):
            return bool(gazetteer.get(place_id))
        return False

    with gazetteer:
        yield is_known


def _is_current(index: Path) -> bool:
    with suppress(GazetteerMissing, GazetteerCorrupt, GazetteerOutdated):
        return is_current(index)
    return False


def _line(error: SourceError) -> str:
    where = error.source if error.line is None else f"{error.source}:{error.line}"
    return f"{where}: {error.reason}"
