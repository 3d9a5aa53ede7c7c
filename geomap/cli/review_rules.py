"""`geomap review rules`: what is accepted without a person. Nothing, unless a rule is set."""

import json
from typing import Any

import click

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.exports.review import rule_for_accepting_document
from geomap.services.atlases import prepare_database
from geomap.services.unattended import acceptance_rules, drop_rule, set_rule
from geomap.services.writing import KINDS
from geomap.settings import Settings
from geomap.storage.database import Database


@click.command()
@click.option(
    "--add",
    "kinds",
    type=click.Choice(list(KINDS)),
    multiple=True,
    help="Set a rule for a kind of statement; several for several kinds.",
)
@click.option(
    "--reliability",
    type=click.Choice([one.value for one in Reliability if one is not Reliability.F]),
    help="Only from sources of this reliability or better.",
)
@click.option(
    "--confidence", type=click.FloatRange(0, 1), help="Only what was read at least so surely."
)
@click.option("--drop", type=int, metavar="N", help="End rule N; what it accepted stays.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def rules(
    context: click.Context,
    /,
    *,
    kinds: tuple[str, ...],
    drop: int | None,
    as_json: bool,
    **least: Any,
) -> None:
    """Show, set and end the rules by which proposals are accepted unattended.

    There are none by default. Each acceptance is a revision of its own, whose note names the rule.
    """
    reliability, confidence = least["reliability"], least["confidence"]
    if kinds and (reliability is None or confidence is None):
        raise click.UsageError("--add needs --reliability and --confidence.")
    settings: Settings = context.obj
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.writing() as session:
        if drop is not None:
            drop_rule(session, drop)
        if kinds:
            author = context.meta["author"]
            set_rule(session, frozenset(kinds), Reliability(reliability), confidence, author)
    with database.reading() as session:
        found = [rule_for_accepting_document(one) for one in acceptance_rules(session)]
    database.close()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    if not found:
        click.echo("Off: a person decides on everything.")
    for one in found:
        click.echo(one["text"])
