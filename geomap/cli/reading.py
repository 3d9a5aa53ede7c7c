"""`geomap read`: show what is read in a report, and store nothing."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click
from rich.box import SIMPLE
from rich.table import Table

from geomap.cli.options import DAY
from geomap.cli.progress import progress_bar
from geomap.cli.tables import print_table
from geomap.domain.reading import (
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
    Sense,
)
from geomap.exports.reading import reading_document
from geomap.imports.documents import Document
from geomap.services.reading import (
    STATED_LANGUAGES,
    ReportReader,
    bytes_of_file,
    document_of_file,
    ready_gazetteer,
    report_text,
)
from geomap.settings import Settings

WIDTH_OF_A_FILE = 160
STANDARD_INPUT = "-"
_Read = ReadClaim | ReadEvent | ReadFigure


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--published", type=DAY, help="The day of the report, on which 'yesterday' rests.")
@click.option("--language", metavar="XX", help="ISO 639-1, such as nl. Default: told by its words.")
@click.option("--atlas", is_flag=True, help="Read it with the actors and countries of the atlas.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def read(
    settings: Settings,
    /,
    file: Path,
    published: datetime | None,
    language: str | None,
    **how: bool,
) -> None:
    """Print what is read in the report FILE, a text or a web page; - is standard input.

    Nothing is stored. `geomap ingest` keeps a report and proposes what is read in it.
    """
    name = "Standard input" if str(file) == STANDARD_INPUT else str(file)
    body = _body(file, settings.largest_report)
    document = document_of_file(body, name, settings.largest_report)
    given = Document("", published=published.date() if published else None, language=language)
    document = document.said(given)
    with (
        progress_bar("Building the gazetteer index") as progress,
        ready_gazetteer(settings.gazetteer_path, progress) as gazetteer,
    ):
        report = report_text(document)
        if how["atlas"]:
            # The database takes longer to load than a report to read.
            from geomap.services.atlas_names import reader_of_atlas  # noqa: PLC0415 - see above.

            reading = reader_of_atlas(settings.database_url, gazetteer).read(report)
        else:
            reading = ReportReader(gazetteer).read(report)
    if document.hidden:
        click.echo(f"{name}: {document.hidden} hidden marks were left out of the text.", err=True)
    if reading.language not in STATED_LANGUAGES:
        told = f"is {reading.language!r}" if reading.language else "cannot be told"
        click.echo(
            f"{name}: its language {told}, so only names of places are read; statements are read"
            f" in {' and '.join(STATED_LANGUAGES)} (--language).",
            err=True,
        )
    if how["as_json"]:
        click.echo(json.dumps(reading_document(reading), ensure_ascii=False))
    else:
        _show(reading)


def _body(file: Path, largest: int) -> bytes:
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read(largest + 1)
    return bytes_of_file(file, largest)


def _show(reading: Reading) -> None:
    day = reading.published.isoformat() if reading.published else "an unknown day"
    language = repr(reading.language) if reading.language else "that cannot be told"
    click.echo(f"A report of {day} in the language {language}.\n")
    print_table(_places(reading), WIDTH_OF_A_FILE)
    statements = (*reading.claims, *reading.events, *reading.figures)
    if not statements:
        click.echo("It says nothing of who holds what, of events or figures that could be read.")
        return
    print_table(_statements(reading), WIDTH_OF_A_FILE)
    click.echo("The sentences:")
    for number, one in enumerate(statements, 1):
        click.echo(f"{number:>4}  {' '.join(one.quote.split())}")


def _places(reading: Reading) -> Table:
    table = Table(box=SIMPLE, pad_edge=False)
    for heading in ("in the text", "place", "country", "kind", "lon, lat", "sure"):
        table.add_column(heading)
    seen: dict[tuple[str, str | None], int] = {}
    for one in reading.mentions:
        key = (one.text, one.place.id if one.place else None)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            continue
        what = "a government" if one.sense is Sense.GOVERNMENT else "not told which place"
        cells = (what, "", "", "") if one.place is None else _cells(one.place, one.sense)
        table.add_row(one.text, *cells, f"{one.confidence:.0%}")
    return table


def _cells(place: ReadPlace, sense: Sense) -> tuple[str, ...]:
    kind = "government" if sense is Sense.GOVERNMENT else place.kind.replace("_", " ")
    return place.name, place.country, kind, f"{place.longitude:.3f}, {place.latitude:.3f}"


def _statements(reading: Reading) -> Table:
    table = Table(box=SIMPLE, pad_edge=False)
    for heading in ("", "what", "who", "where", "when", "according to", "sure"):
        table.add_column(heading)
    statements: list[_Read] = [*reading.claims, *reading.events, *reading.figures]
    for number, one in enumerate(statements, 1):
        what, who = _said(one)
        place = one.place.name if one.place else ""
        sure = f"{one.confidence:.0%}"
        table.add_row(str(number), what, who, place, one.when.edtf, one.source or "", sure)
    return table


def _said(one: _Read) -> tuple[str, str]:
    if isinstance(one, ReadClaim):
        who = one.holder or ""
        return one.effect.value, f"{who} (from {one.loser})" if one.loser else who
    if isinstance(one, ReadEvent):
        return one.kind.value.replace("_", " "), ", ".join(one.actors)
    low, high = one.low, one.high
    bounds = "" if low is None and high is None else f" ({_number(low)} to {_number(high)})"
    value = "" if one.value is None else f" {one.value:,g}"
    return f"{one.measure.value.replace('_', ' ')}{value}{bounds} {one.unit.value}", one.actor or ""


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,g}"
