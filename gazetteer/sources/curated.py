"""Places and names chosen by hand, as two CSV files; their format is described in data/README.md.

A row whose id is a GeoNames id speaks of the same place as that GeoNames entry.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.places import KINDS, Name, NameKind, SourceInfo
from gazetteer.sources.source import PlaceRecord
from gazetteer.sources.table_rows import Complain, Row, file_content, refuse, rows, rows_of
from gazetteer.sources.text_files import ReadSoFar, day_of, read_lines

PLACE_COLUMNS = (
    "id", "name", "kind", "country", "admin1", "longitude", "latitude", "population", "source",
)  # fmt: skip
NAME_COLUMNS = ("place_id", "name", "language", "kind")
DATED_NAME_COLUMNS = (*NAME_COLUMNS, "since", "until")
"""A table of names may also say, in EDTF, when each was in use."""

_BUNDLED = Path(__file__).parent.parent / "data"
_LICENCE = "MIT; coordinates from GeoNames CC BY 4.0"
_DISPLAY_LANGUAGE = "en"
_MOST_PEOPLE = 1e10


@dataclass(frozen=True)
class CuratedSource:
    """The places of a folder with `places.csv` and `names.csv`; ours, unless another is given.

    Names of a user's `own` mean their places before anything else that is called so.
    """

    folder: Path = _BUNDLED
    label: str = "geomap curated places"
    attribution: str = "geomap contributors; coordinates from GeoNames, CC BY 4.0, where it says so"
    own: bool = False

    def about(self) -> SourceInfo:
        """Return a version made of the content of both files."""
        content = b"".join(map(file_content, self._paths()))
        digest = hashlib.sha256(content).hexdigest()[:12]
        return SourceInfo(
            name=self.label,
            version=f"sha256 {digest}",
            attribution=self.attribution,
            licence="" if self.own else _LICENCE,
            # When ours were installed says nothing of their age.
            dated=max(map(day_of, self._paths()), default="") if self.own else "",
        )

    def __len__(self) -> int:
        return len(self._records)

    def records(self) -> Iterator[PlaceRecord]:
        """Yield the records. Raises SourceError with file and line at the first bad row."""
        for record in self._records.values():
            if self.own:
                yield replace(record, own_names=tuple(name.text for name in record.names))
            else:
                yield record

    def problems(self, is_known: Callable[[str], bool]) -> list[SourceError]:
        """Return what is wrong with each row, as far as the rows can be told apart.

        `is_known` says whether there is a place of an id elsewhere: one that is known nowhere
        needs a name and a point here.
        """
        found: list[SourceError] = []
        self._read(found.append, is_known)
        return found

    @cached_property
    def _records(self) -> Mapping[str, PlaceRecord]:
        return self._read(refuse, _known_elsewhere)

    def _read(
        self, complain: Complain, is_known: Callable[[str], bool]
    ) -> Mapping[str, PlaceRecord]:
        records: dict[str, PlaceRecord] = {}
        for path in self._paths():
            if path.name == "places.csv":
                _add_places(rows(path, (PLACE_COLUMNS,), complain), records, is_known)
            else:
                _add_names(rows(path, _NAME_HEADERS, complain), records, is_known)
        return records

    def _paths(self) -> list[Path]:
        """Return both tables, places first; of a user's own, those that are there."""
        paths = [self.folder / "places.csv", self.folder / "names.csv"]
        return [path for path in paths if path.exists()] if self.own else paths


def areas_of_the_world() -> CuratedSource:
    """Return the countries, their best-known areas, seas and rivers, and the counties of the US."""
    return CuratedSource(
        _BUNDLED / "world",
        "geomap countries and areas",
        "geomap contributors; GeoNames, CC BY 4.0; names from Unicode CLDR; US Census Bureau",
    )


@dataclass(frozen=True)
class CuratedFile:
    """One of the two files alone, as a user brings it: places, or names of places."""

    path: Path

    def records(self, read_so_far: ReadSoFar | None = None) -> Iterator[PlaceRecord]:
        """Yield the records. Raises SourceError with file and line at the first bad row."""
        records: dict[str, PlaceRecord] = {}
        lines = (f"{line}\n" for _, line in read_lines(self.path, read_so_far))
        header = next(lines, "").rstrip("\n")
        rows = chain((header + "\n",), lines)
        if header == ",".join(PLACE_COLUMNS):
            _add_places(rows_of(self.path, rows, (PLACE_COLUMNS,)), records)
        else:
            _add_names(rows_of(self.path, rows, _NAME_HEADERS), records)
        yield from records.values()


def is_name_header(header: tuple[str, ...]) -> bool:
    """Say whether these are the columns of a table of names."""
    return header in _NAME_HEADERS


_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_CODE = re.compile("[A-Za-z0-9]{1,20}")  # Longer than any of GeoNames.
_NAME_HEADERS = (NAME_COLUMNS, DATED_NAME_COLUMNS)


def _known_elsewhere(_place_id: str) -> bool:
    return True


def _add_places(
    rows: Iterator[Row],
    records: dict[str, PlaceRecord],
    is_known: Callable[[str], bool] = _known_elsewhere,
) -> None:
    for row in rows:
        with row.complaining():
            record = _place_record(row)
            if record.id in records:
                raise row.error("id", "is there twice")
            whole = record.name and record.longitude is not None and record.latitude is not None
            if not whole and not is_known(record.id):
                raise row.error("id", "is not known, so a name and a point are needed")
            records[record.id] = record


def _add_names(
    rows: Iterator[Row],
    records: dict[str, PlaceRecord],
    is_known: Callable[[str], bool] = _known_elsewhere,
) -> None:
    for row in rows:
        with row.complaining():
            place_id = row.required("place_id")
            if place_id not in records and not is_known(place_id):
                raise row.error("place_id", f"{place_id!r} is no place that is known")
            known = records.get(place_id, PlaceRecord(place_id, curated=True))
            records[place_id] = _with_name(known, row)


def _place_record(row: Row) -> PlaceRecord:
    name = row.name("name") if row.text("name") else ""
    population = row.number("population", 0, _MOST_PEOPLE)
    return PlaceRecord(
        id=row.required("id"),
        name=name,
        longitude=row.number("longitude", -180, 180),
        latitude=row.number("latitude", -90, 90),
        kind=row.one_of("kind", KINDS.__contains__, "one of the known kinds"),
        country=row.one_of("country", _is_country, "two capital letters"),
        admin1=row.one_of("admin1", _is_code, "a code of letters and digits"),
        population=None if population is None else int(population),
        names=(Name(name, _DISPLAY_LANGUAGE, NameKind.PREFERRED),) if name else (),
        curated=True,
    )


def _with_name(record: PlaceRecord, row: Row) -> PlaceRecord:
    name = Name(
        text=row.name("name"),
        language=row.one_of("language", _is_language, "two small letters"),
        kind=row.one_of("kind", list(NameKind).__contains__, "preferred, variant or historical"),
        since=row.when("since"),
        until=row.when("until"),
    )
    if _ends_before_it_begins(name):
        raise row.error("until", f"is before since: {name.until!r}")
    if name in record.names:
        return record
    if name.kind == NameKind.PREFERRED and _has_preferred(record, name.language):
        raise row.error("kind", f"is preferred a second time for {record.id} in {name.language!r}")
    return replace(record, names=(*record.names, name))


def _has_preferred(record: PlaceRecord, language: str) -> bool:
    return any(
        name.kind == NameKind.PREFERRED and name.language == language for name in record.names
    )


def _ends_before_it_begins(name: Name) -> bool:
    """Say so of plain dates of any precision; what is unsure or before year 0 is not judged."""
    since, until = _PLAIN_DATE.fullmatch(name.since), _PLAIN_DATE.fullmatch(name.until)
    return since is not None and until is not None and since[0][: len(until[0])] > until[0]


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _is_country(text: str) -> bool:
    return len(text) == len("SY") and text.isascii() and text.isalpha() and text.isupper()


def _is_language(text: str) -> bool:
    return len(text) == len("ar") and text.isascii() and text.isalpha() and text.islower()
