"""`geomap place` and `geomap gazetteer`: look names up, and keep the index behind that."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE
from rich.table import Table

from geomap.cli.place_sources import (
    correct,
    counted,
    entry_document,
    forget_command,
    import_command,
    read_point,
    size_of,
)
from geomap.cli.progress import progress_bar
from geomap.cli.spreadsheets import (
    is_for_spreadsheet,
    place_spreadsheet,
    spreadsheet_options,
)
from geomap.cli.tables import print_table
from geomap.services.gazetteer_search import online_geocoders
from geomap.services.place_sources import imports_of
from geomap.services.places import (
    Candidate,
    IndexInfo,
    Place,
    PlaceQuery,
    SourceContents,
    find_places,
    index_info,
    places_near,
    rebuild_index,
)
from geomap.settings import Settings

MOST_CANDIDATES = 100
SPELLINGS_SHOWN = 4
WIDTH_OF_A_FILE = 160


@click.command()
@click.argument("name", required=False)
@click.option("--country", metavar="CC", help="Where it is likely to lie, such as SY.")
@click.option(
    "--near",
    metavar="LON,LAT",
    callback=read_point,
    help="List the places nearest to a point instead.",
)
@click.option("--limit", type=click.IntRange(1, MOST_CANDIDATES), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@spreadsheet_options
@click.pass_obj
def place(settings: Settings, /, name: str | None, **options: Any) -> None:
    """Say which places NAME could mean, best first, and why; or do so for a spreadsheet."""
    if is_for_spreadsheet(options):
        if name is not None or options["near"] is not None:
            raise click.UsageError("Give a spreadsheet, or a NAME, or --near, not two of them.")
        place_spreadsheet(settings, options)
        return
    if (name is None) == (options["near"] is None):
        raise click.UsageError("Give either a NAME or --near LON,LAT.")
    if name is None:
        _show_near(settings.gazetteer_path, **options)
    else:
        query = PlaceQuery(name, options["country"], options["limit"])
        candidates = find_places(settings.gazetteer_path, query, online_geocoders(settings))
        if options["as_json"]:
            _print_json([_candidate_document(one) for one in candidates])
        else:
            print_table(_candidate_table(candidates), WIDTH_OF_A_FILE)


@click.group()
def gazetteer() -> None:
    """Build the index of place names, add to it, or say what it holds."""


for command in (import_command, forget_command, correct):
    gazetteer.add_command(command)


@gazetteer.command()
@click.option("--output", type=click.Path(path_type=Path), help="File; GEOMAP_GAZETTEER otherwise.")
@click.pass_obj
def build(settings: Settings, output: Path | None) -> None:
    """Build the index anew; the old one serves until the new one is complete."""
    started = time.monotonic()
    with progress_bar("Building the gazetteer index") as progress:
        built = rebuild_index(settings.gazetteer_path, progress, output)
    click.echo(
        f"{built.path}: {built.places:,} places with {built.names:,} names,"
        f" built in {time.monotonic() - started:.0f} s."
    )


@gazetteer.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def info(settings: Settings, *, as_json: bool) -> None:
    """Say what the index holds, and what it was made from."""
    held = index_info(settings.gazetteer_path)
    imports = imports_of(settings.gazetteer_path)
    if as_json:
        _print_json(_info_document(held) | {"imports": [entry_document(one) for one in imports]})
        return
    click.echo(f"{held.path}, built at {held.built_at.isoformat()}")
    click.echo(f"{held.places:,} places with {held.names:,} names, from")
    for one in held.contents:
        click.echo(f"  {one.source.name} ({one.source.version}): {one.source.attribution}")
        click.echo(f"    {_contents_in_words(one)}")
    for entry in imports:
        click.echo(f"{entry.label}, imported at {entry.imported_at}: {size_of(entry)}")


def _show_near(path: Path, *, near: tuple[float, float], limit: int, **options: Any) -> None:
    longitude, latitude = near
    nearest = places_near(path, longitude, latitude, limit)
    if options["as_json"]:
        _print_json([_place_document(one) | {"distance_km": round(km, 3)} for one, km in nearest])
        return
    table = _new_table("km")
    for one, kilometres in nearest:
        table.add_row(*_cells(one), f"{kilometres:.1f}")
    print_table(table, WIDTH_OF_A_FILE)


def _candidate_table(candidates: list[Candidate]) -> Table:
    table = _new_table("score", "sure", "why")
    for one in candidates:
        judged = (f"{one.score:.2f}", f"{one.confidence:.0%}", "; ".join(one.why))
        table.add_row(*_cells(one.place), *judged)
    return table


def _new_table(*more: str) -> Table:
    table = Table(box=SIMPLE, pad_edge=False)
    for heading in ("name", "also", "kind", "country", "lon, lat"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "lon, lat")
    for heading in more:
        table.add_column(heading)
    return table


def _cells(one: Place) -> tuple[str, ...]:
    return (
        one.name,
        ", ".join(_spellings(one)),
        one.kind.replace("_", " "),
        one.country,
        f"{one.longitude:.3f}, {one.latitude:.3f}",
    )


def _spellings(one: Place) -> list[str]:
    """Pick other spellings worth showing: those whose language is known come first."""
    names = sorted(one.names, key=lambda name: not name.language)
    texts = dict.fromkeys(name.text for name in names if name.text != one.name)
    return list(texts)[:SPELLINGS_SHOWN]


def _place_document(one: Place) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "country": one.country,
        "admin1": one.admin1,
        "longitude": one.longitude,
        "latitude": one.latitude,
        "population": one.population,
        "names": [
            {"text": name.text, "language": name.language, "kind": name.kind} for name in one.names
        ],
    }


def _candidate_document(one: Candidate) -> dict[str, Any]:
    return _place_document(one.place) | one.judged()


def _contents_in_words(one: SourceContents) -> str:
    parts = (
        f"{counted(one.places, 'place')} with {counted(one.names, 'name')}",
        f"{one.joined:,} of them one with another record",
        f"file of {one.source.dated}" if one.source.dated else "",
        f"licence: {one.source.licence}" if one.source.licence else "",
    )
    return "; ".join(filter(None, parts))


def _info_document(held: IndexInfo) -> dict[str, Any]:
    return {
        "path": str(held.path),
        "layout": held.layout,
        "built_at": held.built_at.isoformat(),
        "places": held.places,
        "names": held.names,
        "sources": [
            asdict(one.source) | {"places": one.places, "names": one.names, "joined": one.joined}
            for one in held.contents
        ],
    }


def _print_json(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
