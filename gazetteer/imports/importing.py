"""Importing files: all of them, or none. The index is built with them before they are kept."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gazetteer.build import Progress, build_index
from gazetteer.errors import FilesRefused, InvalidQuery, SourceError
from gazetteer.imports.formats import Kind, recognise
from gazetteer.imports.library import Entry, Library, sources_for
from gazetteer.locking import changing
from gazetteer.sources import PlaceRecord, geonames_dump, whos_on_first
from gazetteer.sources.curated import CuratedFile
from gazetteer.sources.geonames_dump import Admin1Names, GeoNamesDump
from gazetteer.sources.stored import store
from gazetteer.sources.text_files import ReadSoFar, day_of
from gazetteer.sources.whos_on_first import WhosOnFirstFile
from gazetteer.whole_files import READABLE_BY_ALL

_ATTRIBUTION = {
    Kind.WHOS_ON_FIRST: whos_on_first.ATTRIBUTION,
    Kind.GEONAMES: geonames_dump.ATTRIBUTION,
    Kind.ADMIN1_CODES: geonames_dump.ATTRIBUTION,
    Kind.PLACES: "given by the user",
    Kind.NAMES: "given by the user",
}
_LICENCE = {
    Kind.WHOS_ON_FIRST: "CC0 1.0, with sources of other licences",
    Kind.GEONAMES: "CC BY 4.0",
    Kind.ADMIN1_CODES: "CC BY 4.0",
}
# Files that GeoNames publishes beside its dumps; they are read too when they lie there.
_BESIDE_A_DUMP = "alternateNamesV2.txt"


_READERS: Mapping[Kind, Callable[[Path], WhosOnFirstFile | Admin1Names | CuratedFile]] = {
    Kind.WHOS_ON_FIRST: WhosOnFirstFile,
    Kind.ADMIN1_CODES: Admin1Names,
    Kind.PLACES: CuratedFile,
    Kind.NAMES: CuratedFile,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the new entries, and those of the same name that they replace."""

    entries: tuple[Entry, ...]
    replaced: tuple[Entry, ...]


def import_files(
    index: Path,
    paths: Sequence[Path],
    kind: Kind | None = None,
    *,
    reading: Progress,
    building: Progress,
) -> Imported:
    """Read files, build the index at a path with what they hold, and keep them for later builds.

    Each file's format is told by its content unless `kind` is given. Raises FilesRefused with one
    line for each file that cannot be read, SourceError where the index cannot be built from them,
    GazetteerBusy or GazetteerNotWritable; then nothing has changed.
    """
    library = Library(index)
    with changing(index):
        library.prepare()
        files = _recognised(paths, kind)
        meter = _Meter([path for file in files for path in file.paths], reading)
        new = _read(library, files, meter)
        same = {(entry.kind, entry.label) for entry in new}
        before = library.entries()
        others = [entry for entry in before if (entry.kind, entry.label) not in same]
        build_index(index, sources_for(index, (*others, *new)), building)
        library.replace((*others, *new))
    replaced = tuple(entry for entry in before if (entry.kind, entry.label) in same)
    return Imported(new, replaced)


def forget(index: Path, label: str, building: Progress) -> tuple[Entry, ...]:
    """Build the index without the imports of a label, such as `SY.txt`, and keep them no longer.

    Raises InvalidQuery when nothing of that label was imported.
    """
    library = Library(index)
    with changing(index):
        entries = library.entries()
        gone = tuple(entry for entry in entries if entry.label == label)
        if not gone:
            known = ", ".join(sorted({entry.label for entry in entries})) or "nothing"
            raise InvalidQuery(f"Nothing was imported as {label!r}; what was imported: {known}.")
        kept = [entry for entry in entries if entry.label != label]
        build_index(index, sources_for(index, kept), building)
        library.replace(kept)
    return gone


@dataclass(frozen=True, slots=True)
class _File:
    """A file to import, with those that are read along with it."""

    path: Path
    kind: Kind
    alternate_names: tuple[Path, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.path, *self.alternate_names)

    def records(self, read_so_far: ReadSoFar) -> Iterator[PlaceRecord]:
        if self.kind == Kind.GEONAMES:
            return GeoNamesDump(self.path, self.alternate_names).records(read_so_far)
        return _READERS[self.kind](self.path).records(read_so_far)


class _Meter:
    """Adds up, over all files, what has been read of them."""

    def __init__(self, paths: Sequence[Path], progress: Progress) -> None:
        self._sizes = {path: path.stat().st_size if path.exists() else 0 for path in paths}
        self._read = dict.fromkeys(paths, 0)
        self._progress = progress

    def read_so_far(self, path: Path, size: int) -> None:
        # A dump is read twice when other names come with it, so its bytes may seem to shrink.
        self._read[path] = max(self._read[path], size)
        self.report()

    def finish(self, paths: Sequence[Path]) -> None:
        self._read.update({path: self._sizes[path] for path in paths})
        self.report()

    def report(self) -> None:
        self._progress(sum(self._read.values()), max(sum(self._sizes.values()), 1))


def _recognised(paths: Sequence[Path], kind: Kind | None) -> list[_File]:
    """Tell the format of every file, and put other names to the dumps that they belong to."""
    kinds: dict[Path, Kind] = {}
    problems: list[str] = []
    for path in paths:
        try:
            kinds[path] = recognise(path) if kind is None else kind
        except SourceError as error:
            problems.append(str(error))
    dumps = [path for path, found in kinds.items() if found == Kind.GEONAMES]
    names = tuple(path for path, found in kinds.items() if found == Kind.ALTERNATE_NAMES)
    if names and not dumps:
        problems.append(
            f"{names[0].name}: has names only; name the GeoNames dump that they belong to as well."
        )
    problems += [
        f"{path.name}: another file of this name is imported with it; give one of them a name."
        for path in kinds
        if any(path != other and path.name == other.name for other in kinds)
    ]
    if problems:
        raise FilesRefused(problems)
    return [
        _File(path, found, _names_for(path, names) if found == Kind.GEONAMES else ())
        for path, found in kinds.items()
        if found != Kind.ALTERNATE_NAMES
    ]


def _names_for(dump: Path, named: tuple[Path, ...]) -> tuple[Path, ...]:
    beside = dump.with_name(_BESIDE_A_DUMP)
    return named or ((beside,) if beside.is_file() else ())


def _read(library: Library, files: Sequence[_File], meter: _Meter) -> tuple[Entry, ...]:
    """Store the records of every file in the folder; none of them counts yet."""
    meter.report()
    entries: dict[tuple[Kind, str], Entry] = {}
    problems: list[str] = []
    for file in files:
        try:
            entry = _stored(library, file, meter)
            entries[entry.kind, entry.label] = entry
        except SourceError as error:
            problems.append(str(error))
        meter.finish(file.paths)
    if problems:
        raise FilesRefused(problems)
    return tuple(entries.values())


def _stored(library: Library, file: _File, meter: _Meter) -> Entry:
    descriptor, part = tempfile.mkstemp(".part", ".", library.folder)
    os.close(descriptor)
    try:
        stored = store(Path(part), file.records(meter.read_so_far))
        if not stored.places:
            raise SourceError(file.path.name, "holds no place that could be imported.")
        name = f"{file.kind}-{stored.digest}.jsonl.gz"
        Path(part).chmod(READABLE_BY_ALL)
        Path(part).replace(library.folder / name)
    finally:
        Path(part).unlink(missing_ok=True)
    return Entry(
        label=file.path.name,
        kind=file.kind,
        file=name,
        digest=stored.digest,
        places=stored.places,
        names=stored.names,
        attribution=_ATTRIBUTION[file.kind],
        imported_at=datetime.now(UTC).isoformat(timespec="seconds"),
        licence=_LICENCE.get(file.kind, ""),
        dated=day_of(file.path),
    )
