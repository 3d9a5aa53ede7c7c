"""What was imported, kept beside the index so that every later build has it too.

`gazetteer.imports/` lies beside `gazetteer.sqlite`. It holds one file of records for each import
and `manifest.json`, which lists those that count. The manifest is replaced in one step, so an
import happens whole or not at all; a file that no manifest lists is left over and goes with the
next import.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gazetteer.corrections import correction_sources
from gazetteer.errors import GazetteerNotWritable, SourceError
from gazetteer.imports.formats import DESCRIPTIONS, Kind
from gazetteer.places import SourceInfo
from gazetteer.sources import (
    CuratedSource,
    GeonamescacheSource,
    Source,
    StoredSource,
    areas_of_the_world,
)
from gazetteer.whole_files import write_whole

_MANIFEST = "manifest.json"
_STORED = "*.jsonl.gz"
_SECONDS_UNTIL_LEFT = 3600

# From the least believed to the most. cities500 is GeoNames as well, and newer than what Who's On
# First took over; what somebody wrote by hand comes after everything that ships.
_BELOW_CITIES = (Kind.WHOS_ON_FIRST, Kind.ADMIN1_CODES)
_ABOVE_CITIES = (Kind.GEONAMES,)
_ABOVE_CURATED = (Kind.PLACES, Kind.NAMES)


@dataclass(frozen=True, slots=True)
class Entry:
    """One import: the file it came from, where its records are kept, and how many there are.

    `imported_at` is an instant of UTC in ISO 8601, `dated` the day of the file.
    """

    label: str
    kind: Kind
    file: str
    digest: str
    places: int
    names: int
    attribution: str
    imported_at: str
    licence: str = ""
    dated: str = ""

    @property
    def info(self) -> SourceInfo:
        """The source as an index remembers it."""
        name = f"{DESCRIPTIONS[self.kind].partition(',')[0]} ({self.label})"
        if self.kind in _ABOVE_CURATED:
            name = f"imported {self.kind} ({self.label})"
        version = f"sha256 {self.digest}"
        return SourceInfo(name, version, self.attribution, self.licence, self.dated)


class Library:
    """The folder of imports that belongs to the index at a path."""

    def __init__(self, index: Path) -> None:
        self.folder = index.with_name(f"{index.stem}.imports")

    def entries(self) -> tuple[Entry, ...]:
        """Return what was imported, the oldest first. Raises SourceError for a broken manifest."""
        path = self.folder / _MANIFEST
        try:
            said = json.loads(path.read_text("utf-8"))
            return tuple(Entry(**one | {"kind": Kind(one["kind"])}) for one in said["imports"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise SourceError(
                str(path), "is damaged; remove its folder and import your files again."
            ) from error

    def source(self, entry: Entry) -> StoredSource:
        """Return the records of one import."""
        return StoredSource(self.folder / entry.file, entry.info, entry.places)

    def prepare(self) -> None:
        """Make the folder. Raises GazetteerNotWritable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GazetteerNotWritable(self.folder, error.strerror or str(error)) from error

    def replace(self, entries: Sequence[Entry]) -> None:
        """Let just these entries, whose files are in the folder, count from now on.

        Raises GazetteerNotWritable.
        """
        manifest = {"imports": [asdict(entry) for entry in entries]}
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        before = {entry.file for entry in self.entries()}
        try:
            write_whole(self.folder / _MANIFEST, text)
            self._remove(before - {entry.file for entry in entries})
        except OSError as error:
            raise GazetteerNotWritable(self.folder, error.strerror or str(error)) from error

    def _remove(self, files: Iterable[str]) -> None:
        """Remove files that no longer count, and what a killed import left long ago."""
        for file in files:
            (self.folder / file).unlink(missing_ok=True)
        listed = {entry.file for entry in self.entries()}
        for path in self.folder.glob(_STORED):
            if path.name not in listed and time.time() - path.stat().st_mtime > _SECONDS_UNTIL_LEFT:
                path.unlink(missing_ok=True)


def sources_for(
    index: Path,
    entries: Sequence[Entry] | None = None,
    drafts: Mapping[Path, Path] | None = None,
) -> tuple[Source, ...]:
    """Return all sources of the index at a path, the best last: what ships and what was added.

    `entries` stand in for those that the library lists, `drafts` for folders of corrections.
    Raises SourceError for a broken manifest.
    """
    library = Library(index)
    entries = library.entries() if entries is None else entries

    def imported(kinds: Sequence[Kind]) -> Iterator[Source]:
        for kind in kinds:
            yield from (library.source(entry) for entry in entries if entry.kind == kind)

    return (
        *imported(_BELOW_CITIES),
        GeonamescacheSource(),
        areas_of_the_world(),
        *imported(_ABOVE_CITIES),
        CuratedSource(),
        *imported(_ABOVE_CURATED),
        *correction_sources(index, drafts),
    )
