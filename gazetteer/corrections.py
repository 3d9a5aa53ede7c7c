"""A user's own names and places: they win over every source and outlive every build.

They lie beside the index in `gazetteer.corrections/`, as the same two tables that the curated
places are written in (see data/README.md), so that they can be edited by hand as well.
"""

import csv
import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import GazetteerNotWritable, InvalidName, InvalidQuery, SourceError
from gazetteer.names import folded, normal_form
from gazetteer.places import NameKind
from gazetteer.sources.curated import DATED_NAME_COLUMNS, PLACE_COLUMNS, CuratedSource
from gazetteer.sources.source import Source
from gazetteer.sources.text_files import cleaned_name, read_lines
from gazetteer.whole_files import write_whole

LABEL = "own corrections"

_PLACES, _NAMES = "places.csv", "names.csv"
_COLUMNS: Mapping[str, tuple[str, ...]] = {_PLACES: PLACE_COLUMNS, _NAMES: DATED_NAME_COLUMNS}

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name to add to a place; `since` and `until` are EDTF."""

    place_id: str
    name: str
    language: str = ""
    kind: str = NameKind.VARIANT
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place to add, or, with the id of one that is known, what to correct of it."""

    name: str = ""
    point: tuple[float, float] | None = None
    id: str = ""
    kind: str = ""
    country: str = ""
    admin1: str = ""


class Corrections:
    """The corrections that belong to the index at a path."""

    def __init__(self, index: Path) -> None:
        self.folder = index.with_name(f"{index.stem}.corrections")

    def rows(self) -> tuple[Rows, Rows]:
        """Return the rows of places and of names. Raises SourceError for a table that is broken."""
        return _rows(self.folder / _PLACES), _rows(self.folder / _NAMES)

    def add_name(self, own: OwnName) -> None:
        """Keep a name. A name that was preferred in its language becomes a variant.

        Raises InvalidName, SourceError for what cannot be stored, or GazetteerNotWritable.
        """
        places, names = self.rows()
        row = _name_row(own)
        kept = [one for one in names if not _is_same_name(one, row)]
        if own.kind == NameKind.PREFERRED:
            kept = [_demoted(one) if _is_rival(one, row) else one for one in kept]
        self._write(places, [*kept, row])

    def add_place(self, own: OwnPlace) -> str:
        """Keep a place and return its id. What is empty leaves a known place as it is.

        Raises InvalidQuery for a new place without name or point, else as `add_name` does.
        """
        places, names = self.rows()
        if not own.id and not (own.name and own.point):
            raise InvalidQuery("A new place needs a name and a point.")
        ids = {one["id"] for one in places}
        place_id = own.id or _new_id(own.name, ids)
        before = next((one for one in places if one["id"] == place_id), {})
        row = before | {key: text for key, text in _place_row(own).items() if text}
        row = dict.fromkeys(PLACE_COLUMNS, "") | row | {"id": place_id}
        self._write([*(one for one in places if one["id"] != place_id), row], names)
        return place_id

    def remove(self, place_id: str) -> int:
        """Drop every correction of a place; return how many rows that were."""
        places, names = self.rows()
        kept_places = [one for one in places if one["id"] != place_id]
        kept_names = [one for one in names if one["place_id"] != place_id]
        dropped = len(places) + len(names) - len(kept_places) - len(kept_names)
        if dropped:
            self._write(kept_places, kept_names)
        return dropped

    def restore(self, rows: tuple[Rows, Rows]) -> None:
        """Put back what `rows` returned before. Raises GazetteerNotWritable."""
        _write_tables(self.folder, *rows)

    def export(self, folder: Path) -> None:
        """Write the two tables into a folder, which is made. Raises GazetteerNotWritable."""
        _write_tables(folder, *self.rows())

    def take(self, folder: Path) -> int:
        """Add the rows of the tables in a folder; rows of one place or name replace ours.

        Returns how many rows were taken. Raises SourceError when there are none to be read.
        """
        new_places, new_names = _rows(folder / _PLACES), _rows(folder / _NAMES)
        if not new_places and not new_names:
            raise SourceError(str(folder), f"has no corrections in {_PLACES} or {_NAMES}.")
        places, names = self.rows()
        ids = {one["id"] for one in new_places}
        kept = [one for one in names if not any(_is_same_name(one, new) for new in new_names)]
        self._write(
            [*(one for one in places if one["id"] not in ids), *new_places], [*kept, *new_names]
        )
        return len(new_places) + len(new_names)

    def _write(self, places: Rows, names: Rows) -> None:
        for row in (*places, *names):
            _check_name(row["name"])
        with tempfile.TemporaryDirectory() as draft:
            _write_tables(Path(draft), places, names)
            list(CuratedSource(Path(draft), label=LABEL).records())
        _write_tables(self.folder, places, names)


def correction_sources(index: Path) -> tuple[Source, ...]:
    """Return the corrections of the index at a path as a source, if there are any."""
    folder = Corrections(index).folder
    if not any((folder / name).exists() for name in _COLUMNS):
        return ()
    return (CuratedSource(folder, label=LABEL, attribution="your own", own=True),)


def _check_name(name: str) -> None:
    if name and cleaned_name(name) != normal_form(name):
        raise InvalidName("A name cannot hold markup or marks that nobody sees.")


def _rows(path: Path) -> Rows:
    """Read a table; a missing one has no rows. Columns of dates may be left out."""
    if not path.exists():
        return []
    reader = csv.DictReader((f"{line}\n" for _, line in read_lines(path)), strict=True)
    wanted = _COLUMNS[path.name]
    try:
        rows = [dict(row) for row in reader]
    except csv.Error as error:
        raise SourceError(path.name, f"is no CSV: {error}.", reader.line_num) from error
    header = tuple(reader.fieldnames or ())
    if not header or wanted[: len(header)] != header:
        raise SourceError(path.name, f"the header must be {','.join(wanted)}.", 1)
    if any(None in row or None in row.values() for row in rows):
        raise SourceError(path.name, f"has a row without {len(header)} cells.")
    return [dict.fromkeys(wanted, "") | row for row in rows]


def _write_tables(folder: Path, places: Rows, names: Rows) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _PLACES, _table(PLACE_COLUMNS, places))
        write_whole(folder / _NAMES, _table(DATED_NAME_COLUMNS, names))
    except OSError as error:
        raise GazetteerNotWritable(folder, error.strerror or str(error)) from error


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _name_row(own: OwnName) -> dict[str, str]:
    return {
        "place_id": own.place_id,
        "name": normal_form(own.name),
        "language": own.language,
        "kind": str(own.kind),
        "since": own.since,
        "until": own.until,
    }


def _place_row(own: OwnPlace) -> dict[str, str]:
    longitude, latitude = own.point or ("", "")
    return {
        "name": normal_form(own.name) if own.name else "",
        "kind": own.kind,
        "country": own.country,
        "admin1": own.admin1,
        "longitude": str(longitude),
        "latitude": str(latitude),
        "source": "own",
    }


def _is_same_name(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(one[key] == other[key] for key in ("place_id", "name", "language"))


def _is_rival(one: Mapping[str, str], row: Mapping[str, str]) -> bool:
    return all(one[key] == row[key] for key in ("place_id", "language", "kind"))


def _demoted(row: dict[str, str]) -> dict[str, str]:
    return row | {"kind": NameKind.VARIANT.value}


def _new_id(name: str, taken: Iterable[str]) -> str:
    slug = "own:" + folded(name).replace(" ", "-")
    known = set(taken)
    number = 1
    place_id = slug
    while place_id in known:
        number += 1
        place_id = f"{slug}-{number}"
    return place_id
