"""Records as a file of our own: what was imported is kept so, whatever format it came in.

A gzip file of JSON lines, one record a line, with only those fields that say something.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from shapely import from_wkb, to_wkb
from shapely.errors import ShapelyError

from gazetteer.errors import SourceError
from gazetteer.places import Name, SourceInfo
from gazetteer.sources.source import PlaceRecord
from gazetteer.sources.text_files import read_lines

# Twice as fast as the usual level, for a tenth more on the disk.
_COMPRESSION = 3
_DIGEST_LENGTH = 12

_DEFAULTS = {
    field.name: field.default for field in fields(PlaceRecord) if field.default is not MISSING
}
_TUPLES = frozenset({"other_ids", "own_names", "parents"})


@dataclass(frozen=True, slots=True)
class Stored:
    """What was written: a digest of the content, and how many living places and names it holds."""

    digest: str
    places: int
    names: int


@dataclass(frozen=True)
class StoredSource:
    """The records of a stored file, as a source."""

    path: Path
    info: SourceInfo
    places: int

    def about(self) -> SourceInfo:
        """Return what was known of the source when it was imported."""
        return self.info

    def __len__(self) -> int:
        return self.places

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records. Raises SourceError when the file is gone or damaged."""
        for number, line in read_lines(self.path):
            try:
                yield unpacked_record(json.loads(line))
            except (ValueError, TypeError, KeyError, ShapelyError) as error:
                reason = "is damaged; import its source again."
                raise SourceError(self.path.name, reason, number) from error


def store(path: Path, records: Iterable[PlaceRecord]) -> Stored:
    """Write records to a new file. One id again is skipped: the first record has it."""
    digest = hashlib.sha256()
    ids: set[str] = set()
    places = names = 0
    with gzip.open(path, "wb", compresslevel=_COMPRESSION) as file:
        for record in records:
            if record.id in ids:
                continue
            ids.add(record.id)
            if not record.superseded_by:
                places += 1
                names += record.spellings
            packed = json.dumps(packed_record(record), ensure_ascii=False, separators=(",", ":"))
            line = packed.encode() + b"\n"
            digest.update(line)
            file.write(line)
    return Stored(digest.hexdigest()[:_DIGEST_LENGTH], places, names)


def packed_record(record: PlaceRecord) -> dict[str, Any]:
    """Return what a record says, as JSON can hold it."""
    packed = {
        name: value
        for name, default in _DEFAULTS.items()
        if (value := getattr(record, name)) is not default and value != default
    }
    packed["id"] = record.id
    if record.names:
        packed["names"] = [
            [name.text, name.language, name.kind, name.since, name.until]
            if name.since or name.until
            else [name.text, name.language, name.kind]
            for name in record.names
        ]
    if record.polygon is not None:
        packed["polygon"] = to_wkb(record.polygon, hex=True)
    return packed


def unpacked_record(packed: Mapping[str, Any]) -> PlaceRecord:
    """Read what `packed_record` made."""
    said = dict(packed)
    if "names" in said:
        said["names"] = tuple([Name(*name) for name in said["names"]])
    for name in _TUPLES & said.keys():
        said[name] = tuple(said[name])
    if "polygon" in said:
        said["polygon"] = from_wkb(said["polygon"])
    return PlaceRecord(**said)
