"""Sources to one index file: merge, write beside the target, then replace it in one step.

A build that is killed leaves the old index as it was; two builds at once each write a file of their
own, and the one that ends last stays.
"""

import errno
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from gazetteer import areas, hierarchy, rivals
from gazetteer.errors import GazetteerNotWritable, SourceError
from gazetteer.imports.library import sources_for
from gazetteer.index import Gazetteer
from gazetteer.index_file import APPLICATION_ID, LAYOUT, TABLES, may_be_replaced
from gazetteer.merging import merged
from gazetteer.names import keys
from gazetteer.places import (
    AREA_KINDS,
    POPULATED_PLACE,
    Name,
    NameKind,
    SourceContents,
    packed_names,
)
from gazetteer.ranking import DISPLAY, HISTORICAL, OWN, PREFERRED, VARIANT, standing
from gazetteer.reverse import PointColumns
from gazetteer.sources import (
    CuratedSource,
    GeonamescacheSource,
    PlaceRecord,
    Source,
    areas_of_the_world,
)
from gazetteer.tally import Tally, packed_contents
from gazetteer.terms import HEAP, write_array, write_terms

Progress = Callable[[int, int], None]
"""Called now and then with the work done and the work in all, in no particular unit."""

_FORMS = {
    NameKind.PREFERRED: PREFERRED,
    NameKind.VARIANT: VARIANT,
    NameKind.HISTORICAL: HISTORICAL,
}

_RECORDS_BETWEEN_REPORTS = 2000
# Terms and keys take twice as long as the places.
_WHOLE_WORK = 3.0

PART_SUFFIX = ".part"
"""Ends the name of a file beside an index that is to take its place."""

_SECONDS_UNTIL_ABANDONED = 3600

# A temporary file is private at first.
_READABLE_BY_ALL = 0o644


def default_sources() -> tuple[Source, ...]:
    """Return the sources that ship with the package, the best last."""
    return (GeonamescacheSource(), areas_of_the_world(), CuratedSource())


def build_index(
    path: Path, sources: Sequence[Source] | None = None, progress: Progress | None = None
) -> None:
    """Build an index from sources (later ones win) and put it at a path, whose folder is made.

    Raises SourceError for a broken source and GazetteerNotWritable; then nothing has changed.
    """
    sources = sources_for(path) if sources is None else sources
    with _replacement(path) as part:
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            _write(connection, sources, progress or _unheard)
        finally:
            connection.close()


def is_current(path: Path, sources: Sequence[Source] | None = None) -> bool:
    """Say whether the index at a path was made from just these sources as they are now.

    Raises as Gazetteer.open does when there is no index that can be read.
    """
    sources = sources_for(path) if sources is None else sources
    with Gazetteer.open(path) as gazetteer:
        return gazetteer.info().sources == tuple(source.about() for source in sources)


@contextmanager
def _replacement(path: Path) -> Iterator[Path]:
    """Give a new file beside the target; when all went well it takes the target's place."""
    try:
        if not may_be_replaced(path):
            # A mistyped path must cost nobody a file.
            raise FileExistsError(errno.EEXIST, "something else is there; name another file")
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(path)
        descriptor, name = tempfile.mkstemp(f".{path.name}{PART_SUFFIX}", ".", path.parent)
    except OSError as error:
        raise GazetteerNotWritable(path, error.strerror or str(error)) from error
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
        _sync(part)
        part.chmod(_READABLE_BY_ALL)
        part.replace(path)
        _sync(path.parent)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerNotWritable(path, str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _remove_abandoned(path: Path) -> None:
    """Remove what killed builds left, but not the file of a build that may still run."""
    for part in path.parent.iterdir():
        if part.name.endswith(f".{path.name}{PART_SUFFIX}"):
            with suppress(FileNotFoundError):  # Its own build may just have ended.
                if time.time() - part.stat().st_mtime > _SECONDS_UNTIL_ABANDONED:
                    part.unlink()


def _sync(path: Path) -> None:
    """Wait until the disk has what was written to a file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(connection: sqlite3.Connection, sources: Sequence[Source], progress: Progress) -> None:
    # The file is thrown away unless it is finished, so it needs no journal.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.executescript(TABLES + HEAP + areas.TABLES + hierarchy.TABLES + rivals.TABLE)
    abouts = [source.about() for source in sources]
    progress(0, 1)  # Loading a source takes seconds; a watcher should see that it began.
    records = sum(len(source) for source in sources)
    total = round(records * _WHOLE_WORK)
    connection.execute("BEGIN")
    tally = Tally(len(sources))
    places = merged(sources, tally)
    _write_places(connection, places, lambda number: progress(min(number, records), total))
    progress(records, total)
    of_terms = total - records
    write_terms(connection, lambda share: progress(records + round(of_terms * share), total))
    _write_words(connection)
    _write_about(connection, tally.contents(abouts))
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    progress(total, total)


def _write_places(
    connection: sqlite3.Connection, places: Iterator[PlaceRecord], report: Callable[[int], None]
) -> None:
    points = PointColumns()
    parents: dict[int, tuple[str, ...]] = {}
    for number, record in enumerate(places, start=1):
        try:
            _write_place(connection, number, record)
        except (sqlite3.IntegrityError, ValueError) as error:
            raise SourceError(record.id, f"this place cannot be stored ({error}).") from error
        if (record.kind or POPULATED_PLACE) not in AREA_KINDS:
            points.add(number, record.id, *_point(record))
        if record.parents:
            parents[number] = record.parents
        if number % _RECORDS_BETWEEN_REPORTS == 0:
            report(number)
    points.write(connection)
    hierarchy.write_holders(connection, parents)


def _write_words(connection: sqlite3.Connection) -> None:
    from gazetteer.word_lists import known_columns  # noqa: PLC0415 - slow, and a build's alone.

    for name, column in known_columns().items():
        write_array(connection, name, column)


def _write_about(connection: sqlite3.Connection, contents: Sequence[SourceContents]) -> None:
    connection.execute(
        "INSERT INTO about SELECT 'built_at', ?"
        " UNION ALL SELECT 'places', count(*) FROM place"
        " UNION ALL SELECT 'names', CAST(total(json_array_length(names)) AS INTEGER) FROM place",
        (datetime.now(UTC).isoformat(timespec="seconds"),),
    )
    connection.executemany(
        "INSERT INTO source VALUES (?, ?, ?)",
        [(one.source.name, one.source.version, one.source.attribution) for one in contents],
    )
    connection.execute("INSERT INTO about VALUES ('contents', ?)", (packed_contents(contents),))


def _write_place(connection: sqlite3.Connection, number: int, record: PlaceRecord) -> None:
    longitude, latitude = _point(record)
    kind = record.kind or POPULATED_PLACE
    names = _names(record)
    rank = standing(kind, record.population, curated=record.curated)
    connection.execute(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            record.id,
            record.name,
            longitude,
            latitude,
            kind,
            record.country,
            record.admin1,
            record.population,
            packed_names(names),
            record.admin1_name,
            " ".join(record.other_ids),
            rank,
        ),
    )
    connection.executemany(
        "INSERT INTO heap VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, number, name.text, stripped, form, *dates, record.country, rank)
            for key, stripped, form, name, dates in _spellings(record, names)
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO other_id VALUES (?, ?)",
        ((other, number) for other in record.other_ids),
    )
    if record.polygon is not None:
        areas.write_area(connection, number, record.polygon)


def _point(record: PlaceRecord) -> tuple[float, float]:
    if not record.name or record.longitude is None or record.latitude is None:
        raise SourceError(record.id, "no source gives this place both a name and a point.")
    return record.longitude, record.latitude


def _names(record: PlaceRecord) -> tuple[Name, ...]:
    """Return every name, the display name among them."""
    if any(name.text == record.name for name in record.names):
        return record.names
    return (Name(record.name, "", NameKind.PREFERRED), *record.names)


def _spellings(
    record: PlaceRecord, names: Sequence[Name]
) -> Iterator[tuple[str, bool, int, Name, tuple[str, str, str]]]:
    """Yield one row for each spelling and key; a name without articles has one key only.

    No name was in use before its place was founded, nor after it ceased to be.
    """
    best: dict[str, tuple[int, Name]] = {}
    for name in names:
        form = _form(record, name)
        known = best.get(name.text)
        if known is None or form < known[0]:
            best[name.text] = form, name
    for form, name in best.values():
        dates = (name.language, name.since or record.inception, name.until or record.cessation)
        key, bare_key = keys(name.text)
        yield key, False, form, name, dates
        if bare_key != key:
            yield bare_key, True, form, name, dates


def _form(record: PlaceRecord, name: Name) -> int:
    if name.text in record.own_names:
        return OWN
    return DISPLAY if name.text == record.name else _FORMS[NameKind(name.kind)]


def _unheard(_done: int, _total: int) -> None:
    """Report progress to nobody."""
