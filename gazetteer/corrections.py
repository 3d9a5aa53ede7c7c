"""A user's own names and places: they win over every source and outlive every build.

They lie beside the index in `gazetteer.corrections/`, as the same two tables that the curated
places are written in (see data/README.md), so that they can be edited by hand as well. What an
atlas brought of its own lies in a folder of the atlas below that, and gives way to what the user
says. `gazetteer.correcting` changes them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import quote, unquote

from gazetteer.errors import GazetteerNotWritable, InvalidQuery, SourceError
from gazetteer.names import folded, normal_form
from gazetteer.places import NameKind
from gazetteer.sources.curated import DATED_NAME_COLUMNS, PLACE_COLUMNS, CuratedSource
from gazetteer.sources.source import Source
from gazetteer.sources.text_files import read_lines
from gazetteer.whole_files import write_whole

LABEL = "own corrections"

_OF_ATLAS = "atlas-"
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


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of places and of names; a change gives new tables and leaves these as they are."""

    places: Rows = field(default_factory=list)
    names: Rows = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.places) + len(self.names)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the tables of a folder; one that is missing is empty. Raises SourceError."""
        return cls(_rows(folder / _PLACES), _rows(folder / _NAMES))

    def with_name(self, own: OwnName) -> "Tables":
        """Add a name; what was preferred in its language becomes a variant. Raises InvalidName."""
        return self.overlaid(Tables(names=[_name_row(own)]))

    def with_place(self, own: OwnPlace) -> tuple["Tables", str]:
        """Add a place and return its id too. What is empty leaves a known place as it is.

        Raises InvalidQuery for a new place without name or point, and InvalidName.
        """
        if not own.id and not (own.name and own.point):
            raise InvalidQuery("A new place needs a name and a point.")
        ids = {one["id"] for one in self.places}
        place_id = own.id or _new_id(own.name, ids)
        return self.overlaid(Tables([_place_row(own) | {"id": place_id}])), place_id

    def without(self, place_id: str) -> "Tables":
        """Drop every row of a place."""
        return Tables(
            [one for one in self.places if one["id"] != place_id],
            [one for one in self.names if one["place_id"] != place_id],
        )

    def overlaid(self, over: "Tables") -> "Tables":
        """Put other rows over these: of a place the cells that say something, of a name the row."""
        known = {one["id"]: one for one in self.places}
        said = [
            known.pop(one["id"], {}) | {key: text for key, text in one.items() if text}
            for one in over.places
        ]
        places = [dict.fromkeys(PLACE_COLUMNS, "") | one for one in (*known.values(), *said)]
        return Tables(places, [*_beside(self.names, over.names), *over.names])

    def write(self, folder: Path) -> None:
        """Write both tables into a folder, which is made. Raises GazetteerNotWritable.

        Each replaces its file in one step. Between the two, places have no fewer rows than before
        and after, so that no name is left without its place, even if the writer is killed there.
        """
        places = folder / _PLACES
        try:
            folder.mkdir(parents=True, exist_ok=True)
            kept = {one["id"] for one in self.places}
            gone = [one for one in _known_rows(places) if one["id"] not in kept]
            write_whole(places, _table(PLACE_COLUMNS, [*gone, *self.places]))
            write_whole(folder / _NAMES, _table(DATED_NAME_COLUMNS, self.names))
            if gone:
                write_whole(places, _table(PLACE_COLUMNS, self.places))
        except OSError as error:
            raise GazetteerNotWritable(folder, error.strerror or str(error)) from error


def corrections_folder(index: Path) -> Path:
    """Return where the corrections of the index at a path are kept."""
    return index.with_name(f"{index.stem}.corrections")


def atlas_folder(index: Path, atlas: str) -> Path:
    """Return where is kept what an atlas brought; its id is made fit to name a folder."""
    return corrections_folder(index) / f"{_OF_ATLAS}{quote(atlas, safe='')}"


def atlas_tables(index: Path) -> dict[str, Tables]:
    """Return what atlases brought, by their ids. Raises SourceError."""
    folders = corrections_folder(index).glob(f"{_OF_ATLAS}*")
    return {_atlas_of(one): Tables.read(one) for one in sorted(folders) if _has_tables(one)}


def correction_sources(
    index: Path, drafts: Mapping[Path, Path] | None = None
) -> tuple[Source, ...]:
    """Return the corrections of the index at a path as sources, the user's own last.

    `drafts` are folders that stand in for some of the folders of corrections.
    """
    own, drafts = corrections_folder(index), drafts or {}
    of_atlases = sorted({*own.glob(f"{_OF_ATLAS}*"), *drafts} - {own})
    said = [(one, f"corrections of the atlas {_atlas_of(one)}") for one in of_atlases]
    return tuple(
        CuratedSource(folder, label=label, attribution="your own", own=True)
        for folder, label in ((drafts.get(one, one), label) for one, label in (*said, (own, LABEL)))
        if _has_tables(folder)
    )


def _atlas_of(folder: Path) -> str:
    return unquote(folder.name.removeprefix(_OF_ATLAS))


def _has_tables(folder: Path) -> bool:
    return any((folder / name).exists() for name in _COLUMNS)


def _known_rows(path: Path) -> Rows:
    """Return what can be read of a table that is to be replaced."""
    try:
        return _rows(path)
    except SourceError:
        return []


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


def _beside(names: Rows, others: Rows) -> Iterator[dict[str, str]]:
    """Yield the names that others leave as they are; a language has one preferred name."""
    said = {(one["place_id"], one["name"], one["language"]) for one in others}
    usual = {
        (one["place_id"], one["language"]) for one in others if one["kind"] == NameKind.PREFERRED
    }
    for one in names:
        if (one["place_id"], one["name"], one["language"]) in said:
            continue
        is_rival = one["kind"] == NameKind.PREFERRED
        is_rival &= (one["place_id"], one["language"]) in usual
        yield one | {"kind": NameKind.VARIANT.value} if is_rival else one


def _new_id(name: str, taken: Iterable[str]) -> str:
    slug = "own:" + folded(name).replace(" ", "-")
    known = set(taken)
    number = 1
    place_id = slug
    while place_id in known:
        number += 1
        place_id = f"{slug}-{number}"
    return place_id
