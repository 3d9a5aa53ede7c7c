"""`geomap gazetteer import`, `forget` and `correct`: what the user adds to the gazetteer."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from geomap.cli.progress import progress_bar
from geomap.services.place_sources import (
    DESCRIPTIONS,
    Entry,
    Kind,
    OwnName,
    OwnPlace,
    add_own_name,
    add_own_place,
    corrections_of_atlases,
    drop_corrections,
    export_corrections,
    forget_import,
    import_place_files,
    own_corrections,
    take_corrections,
)
from geomap.settings import Settings

_FORMATS = "\n".join(f"  {kind}: {text}" for kind, text in DESCRIPTIONS.items())
_BUILDING = "Building the gazetteer index"
# Reading takes some tenth of the time, building the rest.
READING_SHARE = 0.1
_BAR_LENGTH = 1000


def read_point(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> tuple[float, float] | None:
    """Read LON,LAT; the gazetteer checks that it lies on the earth."""
    if text is None:
        return None
    try:
        longitude, latitude = map(float, text.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is not LON,LAT, such as 39.01,35.95.") from error
    return longitude, latitude


@click.command(
    "import",
    help=f"""Add places and names from FILES, plain, .gz or .zip; all of them or none.

What was imported stays through every later build. A file of the same name and format as an earlier
one replaces it. alternateNamesV2.txt beside a GeoNames dump is read along with it.

\b
Formats, told by content:
{_FORMATS}""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="Take the files for this format.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def import_command(
    settings: Settings, /, files: tuple[Path, ...], kind: str | None, *, as_json: bool
) -> None:
    """Parse, import, and say what was added."""
    started = time.monotonic()
    with progress_bar("Importing places") as show:
        steps = _part(show, 0, READING_SHARE), _part(show, READING_SHARE, 1)
        imported = import_place_files(settings.gazetteer_path, files, kind, steps)
    if as_json:
        click.echo(_json([entry_document(entry) for entry in imported.entries]))
        return
    again = {(entry.kind, entry.label) for entry in imported.replaced}
    for entry in imported.entries:
        word = "replaced" if (entry.kind, entry.label) in again else "added"
        click.echo(f"{entry.label}: {size_of(entry)} {word}.")
    click.echo(f"Imported in {time.monotonic() - started:.0f} s.")


@click.command("forget")
@click.argument("label")
@click.pass_obj
def forget_command(settings: Settings, label: str) -> None:
    """Take out again what was imported from the file named LABEL."""
    with progress_bar(_BUILDING) as progress:
        gone = forget_import(settings.gazetteer_path, label, progress)
    for entry in gone:
        click.echo(f"{entry.label}: {counted(entry.places, 'place')} taken out.")


@click.group()
def correct() -> None:
    """Keep names and places of your own, which win over every source."""


@correct.command("name")
@click.argument("place_id")
@click.argument("name")
@click.option("--language", default="", metavar="XX", help="ISO 639-1, such as ar.")
@click.option(
    "--kind",
    type=click.Choice(["preferred", "variant", "historical"]),
    default="variant",
    show_default=True,
)
@click.option("--since", default="", metavar="EDTF", help="In use from then on, such as 2014-06.")
@click.option("--until", default="", metavar="EDTF", help="In use until then.")
@click.pass_obj
def correct_name(settings: Settings, /, place_id: str, name: str, **said: str) -> None:
    """Give the place PLACE_ID a NAME."""
    with progress_bar(_BUILDING) as progress:
        add_own_name(settings.gazetteer_path, OwnName(place_id, name, **said), progress)
    click.echo(f"{place_id}: {name} kept.")


@correct.command("place")
@click.argument("name", default="")
@click.option("--at", "point", metavar="LON,LAT", callback=read_point, help="Where it lies.")
@click.option("--id", default="", help="The id of a place that is known, to correct it.")
@click.option("--kind", default="", help="Such as village.")
@click.option("--country", default="", metavar="CC", help="ISO 3166-1 alpha-2, such as SY.")
@click.option("--admin1", default="", help="GeoNames code of the governorate, such as 04.")
@click.pass_obj
def correct_place(settings: Settings, /, **said: Any) -> None:
    """Add a place called NAME, or correct the one with --id."""
    with progress_bar(_BUILDING) as progress:
        place_id = add_own_place(settings.gazetteer_path, OwnPlace(**said), progress)
    click.echo(f"{place_id} kept.")


@correct.command("drop")
@click.argument("place_id")
@click.pass_obj
def correct_drop(settings: Settings, place_id: str) -> None:
    """Drop your corrections of the place PLACE_ID."""
    with progress_bar(_BUILDING) as progress:
        dropped = drop_corrections(settings.gazetteer_path, place_id, progress)
    click.echo(f"{place_id}: {counted(dropped, 'row')} dropped.")


@correct.command("list")
@click.pass_obj
def correct_list(settings: Settings) -> None:
    """Print your corrections, and those that atlases brought, as JSON."""
    own = own_corrections(settings.gazetteer_path)
    brought = corrections_of_atlases(settings.gazetteer_path)
    shown = {"places": own.places, "names": own.names}
    click.echo(_json(shown | {"atlases": {atlas: asdict(one) for atlas, one in brought.items()}}))


@correct.command("export")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def correct_export(settings: Settings, folder: Path) -> None:
    """Write your corrections into FOLDER, such as that of an atlas, as places.csv and names.csv.

    Rows that are there already stay, but for those of which yours say something else.
    """
    written = export_corrections(settings.gazetteer_path, folder)
    click.echo(f"{counted(written, 'row')} written to {folder}.")


@correct.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_obj
def correct_import(settings: Settings, folder: Path) -> None:
    """Add the corrections in FOLDER to yours; where both speak, FOLDER wins."""
    with progress_bar(_BUILDING) as progress:
        taken = take_corrections(settings.gazetteer_path, folder, progress)
    click.echo(f"{counted(taken, 'row')} taken from {folder}.")


def _part(show: Callable[[int, int], None], start: float, end: float) -> Callable[[int, int], None]:
    """Return a progress that fills the bar from one share of its length to another."""

    def show_part(done: int, in_all: int) -> None:
        share = start + (end - start) * done / max(in_all, 1)
        show(round(share * _BAR_LENGTH), _BAR_LENGTH)

    return show_part


def size_of(entry: Entry) -> str:
    """Say how much an import holds, such as "1 place with 12 names"."""
    return f"{counted(entry.places, 'place')} with {counted(entry.names, 'name')}"


def counted(number: int, what: str) -> str:
    """Say how many there are, such as "1 place" or "2 places"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def entry_document(entry: Entry) -> dict[str, Any]:
    """Return an import as JSON shows it."""
    return {
        "label": entry.label,
        "kind": entry.kind.value,
        "places": entry.places,
        "names": entry.names,
        "attribution": entry.attribution,
        "imported_at": entry.imported_at,
        "licence": entry.licence,
        "dated": entry.dated,
    }


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
