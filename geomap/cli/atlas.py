"""`geomap load`: put an atlas into the database."""

import json
from pathlib import Path

import click

from geomap.cli.place_sources import counted
from geomap.cli.progress import progress_bar
from geomap.domain.rule import Rule
from geomap.services.atlases import Loaded, load_atlas_folder, prepare_database
from geomap.services.place_sources import Taken, gazetteer_for_atlas
from geomap.services.places import ensure_index
from geomap.settings import Settings
from geomap.storage.database import Database


@click.command()
@click.argument("atlas", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def load(settings: Settings, atlas: Path, *, as_json: bool) -> None:
    """Load the atlas in the folder ATLAS: all of it, or nothing and every bad row named."""
    with progress_bar("Building the gazetteer index") as progress:
        ensure_index(settings.gazetteer_path, progress)
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with (
        progress_bar("Building the gazetteer index") as progress,
        gazetteer_for_atlas(settings.gazetteer_path, atlas, progress) as (gazetteer, taken),
    ):
        loaded = load_atlas_folder(database, gazetteer, atlas, Rule())
    if taken.is_new and not as_json:
        held = f"{counted(taken.places, 'place')} and {counted(taken.names, 'name')}"
        click.echo(f"{loaded.atlas.frame.id}: {held} of its own are in the gazetteer.")
    click.echo(_as_json(loaded, taken) if as_json else _in_words(loaded))
    if loaded.changes.kept and not as_json:
        click.echo(
            f"{loaded.atlas.frame.id}: kept as they were edited or withdrawn by hand, otherwise"
            f" than in {atlas}: {', '.join(loaded.changes.kept)}."
        )


def _as_json(loaded: Loaded, taken: Taken) -> str:
    changes = loaded.changes
    document: dict[str, object] = {
        "atlas": loaded.atlas.frame.id,
        "revision": loaded.revision,
        "added": changes.added,
        "edited": changes.edited,
        "withdrawn": changes.withdrawn,
        "kept": list(changes.kept),
    }
    if taken.places or taken.names:
        document["gazetteer"] = {"places": taken.places, "names": taken.names, "new": taken.is_new}
    return json.dumps(document)


def _in_words(loaded: Loaded) -> str:
    atlas, changes = loaded.atlas, loaded.changes
    if not changes.any:
        return f"{atlas.frame.id}: nothing has changed; revision {loaded.revision}."
    return (
        f"{atlas.frame.id}: {len(atlas.claims)} claims on {len(atlas.places)} places,"
        f" {len(atlas.events)} events, {len(atlas.figures)} figures; {changes.added} records added,"
        f" {changes.edited} edited, {changes.withdrawn} withdrawn; revision {loaded.revision}."
    )
