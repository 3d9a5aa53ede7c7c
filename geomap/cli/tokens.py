"""`geomap token`: who may write over HTTP."""

import json

import click
from rich.table import Table

from geomap.cli.tables import print_table
from geomap.domain.rights import Right, Token
from geomap.domain.rule import Rule
from geomap.services.atlases import prepare_database
from geomap.services.tokens import add_token, revoke_token, tokens
from geomap.settings import Settings
from geomap.storage.database import Database


@click.group()
def token() -> None:
    """Give and take the right to write over HTTP."""


@token.command("add")
@click.argument("name")
@click.option(
    "--may",
    type=click.Choice([right.value for right in Right]),
    default=Right.PROPOSE.value,
    show_default=True,
    help="What it allows: to propose statements, or also to accept, edit and withdraw them.",
)
@click.pass_obj
def add(settings: Settings, name: str, may: str) -> None:
    """Make a token for NAME and print it, once: only a hash of it is kept.

    NAME is the author of every revision that is made with it.
    """
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.writing() as session:
        text = add_token(session, name, Right(may))
    click.echo(text)
    click.echo("Keep it now; it cannot be shown again.", err=True)


@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.pass_obj
def list_tokens(settings: Settings, as_json: bool) -> None:  # noqa: FBT001 -- A flag is what click hands over.
    """List the tokens that there are, revoked ones too."""
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.reading() as session:
        rows = [_row(one) for one in tokens(session)]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = Table("name", "may", "created", "revoked", box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(value or "" for value in row.values()))
    print_table(table)


@token.command("revoke")
@click.argument("name")
@click.pass_obj
def revoke(settings: Settings, name: str) -> None:
    """End the token of NAME at once."""
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.writing() as session:
        ended = revoke_token(session, name)
    click.echo(f"{ended.name} can no longer write.")


def _row(one: Token) -> dict[str, str | None]:
    return {
        "name": one.name,
        "may": one.may.value,
        "created": one.created.isoformat(timespec="seconds"),
        "revoked": one.revoked.isoformat(timespec="seconds") if one.revoked else None,
    }
