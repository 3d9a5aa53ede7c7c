"""`geomap explain` and `geomap learned`: why an answer is as it is, and since when."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import click
from sqlalchemy.orm import Session

from geomap.cli.options import DAY, LARGEST_REVISION, standpoint_options
from geomap.domain.answers import LearnedQuery
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.exports.explanation import explanation_document
from geomap.exports.learning import learned_document
from geomap.services.atlas_places import atlas_place
from geomap.services.atlases import prepare_database
from geomap.services.explaining import explain_place
from geomap.services.learning import learned as learned_between
from geomap.settings import Settings
from geomap.storage.database import Database


@contextmanager
def _reading(settings: Settings) -> Iterator[Session]:
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.reading() as session:
        yield session


@click.command()
@click.argument("place")
@click.argument("day", type=DAY, metavar="DAY")
@standpoint_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def explain(
    settings: Settings, place: str, day: datetime, standpoint: Standpoint, *, as_json: bool
) -> None:
    """Say why PLACE, an id or a name in any spelling, is judged as it is on DAY (YYYY-MM-DD)."""
    with _reading(settings) as session:
        found = atlas_place(session, place, standpoint.revision, settings.gazetteer_path)
        answer = explain_place(session, found.id, day.date(), standpoint)
    document = explanation_document(answer)
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    for line in document["summary"]:
        click.echo(line)
    for claim in document["claims"]:
        click.echo(f"\n{claim['says']}\n  {claim['became']}")


@click.command()
@click.argument("day", type=DAY, metavar="[DAY]", required=False)
@standpoint_options
@click.option("--until", type=DAY, help="Up to what was known by this day. Default: all of it.")
@click.option(
    "--until-revision",
    type=click.IntRange(1, LARGEST_REVISION),
    help="Up to this revision of the atlas. Default: the newest.",
)
@click.option("--place", help="This place alone, by id or name; without DAY its whole history.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def learned(
    settings: Settings, /, day: datetime | None, *, standpoint: Standpoint, **of: Any
) -> None:
    """Say which answers for DAY (YYYY-MM-DD) have become others since --known, and through what."""
    until = of["until"].date() if of["until"] else None
    after = Standpoint(until, of["until_revision"], standpoint.rule)
    with _reading(settings) as session:
        place = of["place"]
        if place is not None:
            place = atlas_place(session, place, after.revision, settings.gazetteer_path).id
        query = LearnedQuery(standpoint, after, day.date() if day else None, place)
        document = learned_document(learned_between(session, query))
    if of["as_json"]:
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    if not document["differences"]:
        click.echo("Nothing was learned that makes another answer.")
    for one in document["differences"]:
        headline, *statements = one["text"]
        days = "" if document["date"] else f"{one['start']} to {one['end']}: "
        click.echo(days + headline)
        for line in statements:
            click.echo(f"  {line}")
