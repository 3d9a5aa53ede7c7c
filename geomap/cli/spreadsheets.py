"""`geomap place --csv`: match the names in a whole spreadsheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from geomap.cli.progress import progress_bar
from geomap.services.gazetteer_context import PROPERTIES
from geomap.services.gazetteer_index import SharedGazetteer
from geomap.services.gazetteer_matching import PlaceMatcher
from geomap.services.gazetteer_search import online_geocoders
from geomap.services.gazetteer_spreadsheets import Spreadsheet, match_spreadsheet
from geomap.settings import Settings

_File = click.Path(dir_okay=False, path_type=Path)
_Command = TypeVar("_Command", bound=Callable[..., Any])
OPTIONS = ("csv", "out", "column", *(f"{name}_column" for name in PROPERTIES))


def spreadsheet_options(command: _Command) -> _Command:
    """Add the options that speak of spreadsheets to a command."""
    for name in reversed(PROPERTIES):
        what = click.option(
            f"--{name}-column", metavar="HEADING", help=f"Column for {PROPERTIES[name]}."
        )
        command = what(command)
    command = click.option("--out", type=_File, help="File for the spreadsheet with places.")(
        command
    )
    command = click.option("--column", metavar="HEADING", help="Column with names.")(command)
    return click.option("--csv", type=_File, help="Spreadsheet whose names are all matched.")(
        command
    )


def is_for_spreadsheet(options: dict[str, Any]) -> bool:
    """Whether a spreadsheet was named. Raises click.UsageError when only half of it was said."""
    given = [name for name in OPTIONS if options[name] is not None]
    if not given:
        return False
    missing = [name for name in ("csv", "column", "out") if options[name] is None]
    if missing:
        raise click.UsageError(f"A spreadsheet needs --{missing[0]} too.")
    return True


def place_spreadsheet(settings: Settings, options: dict[str, Any]) -> None:
    """Match every name and say how many places were found."""
    columns = {name: options[f"{name}_column"] for name in PROPERTIES if options[f"{name}_column"]}
    said = {"country": options["country"]} if options["country"] else {}
    sheet = Spreadsheet(options["csv"], options["out"], options["column"], columns, said)
    shared = SharedGazetteer(settings.gazetteer_path)
    with shared.using() as index, progress_bar("Placing names") as progress:
        matcher = PlaceMatcher(index, online_geocoders(settings))
        summary = match_spreadsheet(matcher, sheet, progress)
    shared.close()
    click.echo(
        f"{sheet.target}: {summary.rows:,} rows, {summary.found:,} with a place,"
        f" {summary.certain:,} of them certain."
    )
