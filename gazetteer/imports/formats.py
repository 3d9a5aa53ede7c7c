"""Which format a file is in, told by its content; a name or an ending may say anything."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.sources import curated, geonames_dump, whos_on_first
from gazetteer.sources.text_files import read_lines


class Kind(StrEnum):
    """A format that can be imported."""

    WHOS_ON_FIRST = "whos-on-first"
    GEONAMES = "geonames"
    ALTERNATE_NAMES = "alternate-names"
    ADMIN1_CODES = "admin1-codes"
    PLACES = "places"
    NAMES = "names"


DESCRIPTIONS: Mapping[Kind, str] = {
    Kind.WHOS_ON_FIRST: "Who's On First, one GeoJSON feature a line",
    Kind.GEONAMES: "GeoNames dump, 19 columns",
    Kind.ALTERNATE_NAMES: "GeoNames alternateNamesV2.txt, 10 columns",
    Kind.ADMIN1_CODES: "GeoNames admin1CodesASCII.txt, 4 columns",
    Kind.PLACES: f"CSV with the header {','.join(curated.PLACE_COLUMNS)}",
    Kind.NAMES: f"CSV with the header {','.join(curated.NAME_COLUMNS)}",
}

_ROWS: Mapping[Kind, Callable[[Sequence[str]], bool]] = {
    Kind.GEONAMES: geonames_dump.is_place_row,
    Kind.ALTERNATE_NAMES: geonames_dump.is_name_row,
    Kind.ADMIN1_CODES: geonames_dump.is_admin1_row,
}
_COLUMNS = {
    geonames_dump.PLACE_COLUMNS: "GeoNames dump",
    geonames_dump.NAME_COLUMNS: "file of alternate names",
    geonames_dump.ADMIN1_COLUMNS: "file of admin1 codes",
}


def recognise(path: Path) -> Kind:
    """Return the format of a file. Raises SourceError that says what the file looks like."""
    line = _first_line(path)
    if line.lstrip().startswith("{"):
        if whos_on_first.is_whos_on_first(line):
            return Kind.WHOS_ON_FIRST
        raise SourceError(path.name, "is JSON, but no Who's On First feature in one line.", 1)
    cells = line.split("\t")
    for kind, fits in _ROWS.items():
        if fits(cells):
            return kind
    header = tuple(line.split(","))
    if header == curated.PLACE_COLUMNS:
        return Kind.PLACES
    if curated.is_name_header(header):
        return Kind.NAMES
    raise SourceError(path.name, f"{_what_it_is(cells, header)}; {_WHAT_IS_KNOWN}", 1)


_WHAT_IS_KNOWN = "see `geomap gazetteer import --help` for the formats that can be read."


def _first_line(path: Path) -> str:
    for _, line in read_lines(path):
        if line.strip():
            return line
    raise SourceError(path.name, "is empty.")


def _what_it_is(cells: Sequence[str], header: Sequence[str]) -> str:
    if len(cells) in _COLUMNS:
        return f"has the columns of a {_COLUMNS[len(cells)]}, but not what belongs in them"
    if len(cells) > 1:
        return f"has {len(cells)} columns, which no format of places has"
    if len(header) > 1:
        return "is CSV with a header that is not known"
    return "is no file of places"
