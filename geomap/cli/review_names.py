"""`geomap review names`: names that reviewers have taught."""

import json

import click
from rich.table import Table

from geomap.cli.review_desk import terminal_desk
from geomap.cli.tables import print_table
from geomap.domain.review import Means
from geomap.exports.review import known_name_document
from geomap.services.teaching import forget, known_names, taught_by, teach
from geomap.settings import Settings


@click.command()
@click.option("--teach", "name", metavar="NAME", help="Teach a NAME, with --place or --actor.")
@click.option("--place", metavar="ID", help="The place that is meant.")
@click.option("--actor", metavar="ID", help="The actor that is meant.")
@click.option("--forget", "forgotten", metavar="NAME", help="Forget a NAME.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.pass_context
def names(
    context: click.Context,
    /,
    *,
    name: str | None,
    forgotten: str | None,
    as_json: bool,
    **meant: str | None,
) -> None:
    """List, teach and forget names by which the reports of this atlas are read."""
    place, actor = meant["place"], meant["actor"]
    if name and bool(place) == bool(actor):
        raise click.UsageError("--teach needs --place ID or --actor ID.")
    settings: Settings = context.obj
    with terminal_desk(settings, context.meta["author"]) as desk:
        with desk.database.writing() as session:
            if name:
                means = Means.PLACE if place else Means.ACTOR
                taught = taught_by(desk.author, name, means, place or actor or "")
                teach(session, taught, desk.find_place)
            if forgotten:
                known = {(one.name.casefold(), one.means) for one in known_names(session)}
                both = [one for one in Means if (forgotten.casefold(), one) in known]
                for one in both or [Means.PLACE]:
                    forget(session, forgotten, one)
        with desk.database.reading() as session:
            rows = [known_name_document(one) for one in known_names(session)]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not rows:
        click.echo("Nobody has taught a name yet.")
        return
    table = Table("name", "means", "id", "taught by", "at", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*row.values())
    print_table(table)
