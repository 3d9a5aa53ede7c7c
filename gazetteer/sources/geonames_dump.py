"""GeoNames as it is published (download.geonames.org/export/dump): a country, and its other names.

`SY.txt` has one place a line in 19 columns. `alternateNamesV2.txt` (or the file of one country)
gives names their language, kind and dates in 10 columns; it is far larger than most dumps, so it
is read as a stream and only what belongs to the dump is kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.places import Name, NameKind
from gazetteer.sources.edtf_dates import edtf_of_geonames
from gazetteer.sources.feature_codes import FEATURE_CLASSES, kind_of
from gazetteer.sources.geonamescache import is_machine_made
from gazetteer.sources.languages import fits, two_letters
from gazetteer.sources.source import PlaceRecord
from gazetteer.sources.text_files import ReadSoFar, cleaned_name, read_lines

ATTRIBUTION = "GeoNames (geonames.org), CC BY 4.0"

PLACE_COLUMNS = 19
NAME_COLUMNS = 10
ADMIN1_COLUMNS = 4

_FARTHEST_EAST = 180
_FARTHEST_NORTH = 90
_YES = "1"
_CODE_LENGTH = 2

# What else is filed under the language column: links, post codes, airport and ship codes, ways
# to pronounce a name. An entry of Wikidata is no name either, but another id.
_NO_LANGUAGES = frozenset(
    {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny", "fr_1793"}
)
_WIKIDATA = "wkdt"


@dataclass(frozen=True)
class GeoNamesDump:
    """The places of one dump, with ids such as `geonames:172955`, and their other names."""

    path: Path
    alternate_names: tuple[Path, ...] = ()

    def records(self, read_so_far: ReadSoFar | None = None) -> Iterator[PlaceRecord]:
        """Yield one record a place. Raises SourceError with file and line for a broken line."""
        said = _OtherNames()
        if self.alternate_names:
            wanted = {cells[0] for _, cells in _place_rows(self.path)}
            for path in self.alternate_names:
                said.read(path, wanted, read_so_far)
        for number, cells in _place_rows(self.path, read_so_far):
            try:
                yield _record(cells, said)
            except ValueError as error:
                raise SourceError(self.path.name, f"{error}.", number) from error


@dataclass(frozen=True)
class Admin1Names:
    """`admin1CodesASCII.txt`: codes, names and ids of first-level areas, but no points."""

    path: Path

    def records(self, read_so_far: ReadSoFar | None = None) -> Iterator[PlaceRecord]:
        """Yield one record a governorate. Raises SourceError with the line of a broken one."""
        for number, cells in rows(self.path, ADMIN1_COLUMNS, read_so_far):
            country, _, admin1 = cells[0].partition(".")
            if not is_admin1_row(cells):
                raise SourceError(self.path.name, "is no row of admin1 codes.", number)
            name = cleaned_name(cells[1])
            if name:
                yield PlaceRecord(
                    id=f"geonames:{cells[3]}",
                    name=name,
                    kind="governorate",
                    country=country,
                    admin1=admin1,
                )


def is_place_row(cells: Sequence[str]) -> bool:
    """Say whether these are the cells of a row of a dump."""
    return (
        len(cells) == PLACE_COLUMNS and cells[0].isdecimal() and cells[6] in {"", *FEATURE_CLASSES}
    )


def is_name_row(cells: Sequence[str]) -> bool:
    """Say whether these are the cells of a row of alternateNamesV2.txt."""
    flags = {"", "0", _YES}
    return (
        len(cells) == NAME_COLUMNS
        and cells[0].isdecimal()
        and cells[1].isdecimal()
        and flags.issuperset(cells[4:8])
    )


def is_admin1_row(cells: Sequence[str]) -> bool:
    """Say whether these are the cells of a row of admin1CodesASCII.txt."""
    if len(cells) != ADMIN1_COLUMNS:
        return False
    country, dot, _ = cells[0].partition(".")
    return bool(dot) and len(country) == _CODE_LENGTH and cells[3].isdecimal()


def rows(
    path: Path, columns: int, read_so_far: ReadSoFar | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line with its number. Raises SourceError for a wrong count."""
    for number, line in read_lines(path, read_so_far):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            reason = f"must have {columns} columns, not {len(cells)}."
            raise SourceError(path.name, reason, number)
        yield number, cells


def _place_rows(
    path: Path, read_so_far: ReadSoFar | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are places of ours."""
    for number, cells in rows(path, PLACE_COLUMNS, read_so_far):
        if not is_place_row(cells):
            raise SourceError(path.name, "is no row of a GeoNames dump.", number)
        if kind_of(cells[6], cells[7]) and cleaned_name(cells[1]):
            yield number, cells


class _OtherNames:
    """What alternateNamesV2.txt says of the places of one dump, by their number."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._items: dict[str, str] = {}

    def read(self, path: Path, wanted: set[str], read_so_far: ReadSoFar | None = None) -> None:
        for number, line in read_lines(path, read_so_far):
            # Millions of lines are of other countries; those are not taken apart.
            _, _, rest = line.partition("\t")
            place, tab, _ = rest.partition("\t")
            if tab and place not in wanted:
                continue
            cells = line.split("\t")
            if not is_name_row(cells):
                raise SourceError(path.name, "is no row of alternate names.", number)
            if cells[2] == _WIKIDATA:
                self._items[cells[1]] = cells[3]
            elif cells[2] not in _NO_LANGUAGES:
                self._rows[cells[1]].append(tuple(cells[2:]))

    def ids(self, number: str) -> tuple[str, ...]:
        item = cleaned_name(self._items.get(number, ""))
        return (f"wikidata:{item}",) if item else ()

    def names(self, number: str) -> Iterator[Name]:
        """Yield the names of a place, the best of each language alone preferred."""
        # A short name is the everyday one: "Syria" before "Syrian Arab Republic".
        said = sorted(self._rows.get(number, ()), key=lambda row: row[2:4] != (_YES, _YES))
        taken: set[str] = set()
        for code, spelled, preferred, _, _, historic, since, until in said:
            if not (text := cleaned_name(spelled)):
                continue
            language = two_letters(code)
            language = language if fits(text, language) else ""
            kind = NameKind.HISTORICAL if historic == _YES else NameKind.VARIANT
            if kind == NameKind.VARIANT and preferred == _YES and language not in {"", *taken}:
                taken.add(language)
                kind = NameKind.PREFERRED
            yield Name(text, language, kind, edtf_of_geonames(since), edtf_of_geonames(until))


def _record(cells: Sequence[str], said: _OtherNames) -> PlaceRecord:
    number, name = cells[0], cleaned_name(cells[1])
    names = tuple(dict.fromkeys(said.names(number)))
    spelled = {name, *(one.text for one in names)}
    others = dict.fromkeys(map(cleaned_name, (cells[2], *cells[3].split(","))))
    return PlaceRecord(
        id=f"geonames:{number}",
        name=name,
        longitude=_degrees("longitude", cells[5], _FARTHEST_EAST),
        latitude=_degrees("latitude", cells[4], _FARTHEST_NORTH),
        kind=kind_of(cells[6], cells[7]),
        country=cells[8] if len(cells[8]) == _CODE_LENGTH else "",
        admin1="" if cells[10] == "00" else cells[10],
        population=_population(cells[14]),
        names=(
            *names,
            *(
                Name(text, "", NameKind.VARIANT)
                for text in others
                if text and text not in spelled and not is_machine_made(text)
            ),
        ),
        other_ids=said.ids(number),
    )


def _degrees(column: str, text: str, most: int) -> float:
    try:
        degrees = float(text)
    except ValueError as error:
        raise ValueError(f"{column} is no number: {text[:40]!r}") from error
    if not abs(degrees) <= most:
        raise ValueError(f"{column} must lie between -{most} and {most}, not {text[:40]}")
    return degrees


def _population(text: str) -> int | None:
    if text and not text.isdecimal():
        raise ValueError(f"population is no number: {text[:40]!r}")
    return int(text or 0) or None
