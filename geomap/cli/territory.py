"""`geomap territory`: what everybody holds, on a day or over time, on the terminal."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import click
from rich.table import Table

from geomap.cli.options import standpoint_options
from geomap.cli.tables import print_table
from geomap.domain.measures.bands import NO_HOLDING, NOTHING, Extent, Holding
from geomap.domain.measures.published import Comparison
from geomap.domain.measures.reasons import OVER_TIME
from geomap.domain.measures.series import SeriesDay, Step
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.territory.answers import (
    MeasuresAnswer,
    MeasuresQuery,
    SeriesAnswer,
    SeriesQuery,
)
from geomap.exports.measures import (
    NOT_HELD,
    measures_document,
    measures_table,
    series_document,
    series_table,
)
from geomap.services.atlases import prepare_database
from geomap.services.measuring import measured_series, measures_on_day
from geomap.services.shapes import KeptShapes
from geomap.settings import Settings
from geomap.storage.database import Database

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Answer = MeasuresAnswer | SeriesAnswer
Query = MeasuresQuery | SeriesQuery


@click.command()
@click.argument("days", metavar="DAY|FROM/TO")
@click.option("--actor", multiple=True, metavar="ID", help="Only this actor; may be repeated.")
@click.option(
    "--step",
    type=click.Choice([step.value for step in Step]),
    help="From FROM to TO: on which days to tell it. Default: on each day of a change.",
)
@standpoint_options
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.pass_obj
def territory(settings: Settings, /, standpoint: Standpoint, **options: Any) -> None:
    """Print what everybody holds on DAY, or from FROM up to, but not including, TO.

    Each figure is the best one, with the low and the high bound behind it: what every source
    grants the actor, and what any source grants it.
    """
    query = _query(**options)
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    with database.reading() as session:
        if isinstance(query, MeasuresQuery):
            _print_day(measures_on_day(session, query, standpoint, KeptShapes()), options["form"])
        else:
            _print_series(
                measured_series(session, query, standpoint, KeptShapes()), options["form"]
            )


def _query(days: str, actor: tuple[str, ...], step: str | None, **_form: str | None) -> Query:
    first, slash, last = days.partition("/")
    if slash:
        return SeriesQuery(_day(first), _day(last), Step(step or Step.CHANGE), actor)
    if step:
        raise click.UsageError("--step needs days FROM/TO, such as 2014-01-01/2018-01-01.")
    return MeasuresQuery(_day(first), actor)


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise click.BadParameter(
        f"{text!r} is no day; give DAY or FROM/TO, such as 2017-10-17 or 2014-01-01/2018-01-01.",
        param_hint="DAY|FROM/TO",
    )


def _print_day(answer: MeasuresAnswer, form: str | None) -> None:
    if form == "json":
        click.echo(json.dumps(measures_document(answer), ensure_ascii=False))
    elif form == "csv":
        click.echo(measures_table(answer), nl=False)
    else:
        print_table(_day_table(answer))
        _print_published(answer.published)


def _print_series(answer: SeriesAnswer, form: str | None) -> None:
    if form == "json":
        click.echo(json.dumps(series_document(answer), ensure_ascii=False))
    elif form == "csv":
        click.echo(series_table(answer), nl=False)
    else:
        print_table(_series_table(answer))
        _print_published(answer.published)


def _print_published(published: Sequence[Comparison]) -> None:
    for one in published:
        share = "" if one.difference is None else f", {one.difference:+.1%}"
        click.echo(
            f"{one.figure.actor_id} {one.figure.when.edtf}: {one.figure.source_id} published"
            f" {one.published_km2:,.0f} km2, ours is {one.best_km2:,.0f}"
            f" ({one.low_km2:,.0f}-{one.high_km2:,.0f}){share}"
        )


def _table(*columns: str) -> Table:
    table = Table(box=None)
    for column in columns:
        figures = column in {"places", "population", "km2"}
        table.add_column(column, justify="right" if figures else "left")
    return table


def _day_table(answer: MeasuresAnswer) -> Table:
    table = _table("actor", "places", "population", "km2")
    for actor in answer.actors:
        table.add_row(actor, *_figures(answer.measures.holdings.get(actor, NO_HOLDING)))
    for status in NOT_HELD:
        table.add_row(status.value, *_sums(answer.measures.statuses.get(status, NOTHING)))
    table.add_row("all", *_sums(answer.measures.covered))
    return table


def _series_table(answer: SeriesAnswer) -> Table:
    table = _table("day", "actor", "places", "population", "km2", "changed")
    for one in answer.days:
        for actor in _told(one, answer):
            holding = one.measures.holdings.get(actor, NO_HOLDING)
            table.add_row(one.day.isoformat(), actor, *_figures(holding), _why(one, actor))
    return table


def _told(one: SeriesDay, answer: SeriesAnswer) -> Iterator[str]:
    """Every actor; at a step of changes only those for whom something changed."""
    first = one.day == answer.window.start
    for actor in answer.actors:
        if first or answer.query.step is not Step.CHANGE or actor in one.changes:
            yield actor


def _why(one: SeriesDay, actor: str) -> str:
    changes = one.changes.get(actor, {})
    return ", ".join(
        f"{reason}: {_of_places(changes[reason])}" for reason in OVER_TIME if reason in changes
    )


def _of_places(extent: Extent) -> str:
    places = "1 place" if extent.places == 1 else f"{extent.places} places"
    return f"{places}, {extent.km2:,.0f} km2"


def _figures(holding: Holding) -> tuple[str, str, str]:
    low, best, high = holding.low, holding.best, holding.high
    return (
        f"{best.places} ({low.places}-{high.places})",
        f"{best.population:,} ({low.population:,}-{high.population:,}){_unknown(best)}",
        f"{best.km2:,.0f} ({low.km2:,.0f}-{high.km2:,.0f})",
    )


def _sums(extent: Extent) -> tuple[str, str, str]:
    return str(extent.places), f"{extent.population:,}{_unknown(extent)}", f"{extent.km2:,.0f}"


def _unknown(extent: Extent) -> str:
    return f" + {extent.population_unknown} unknown" if extent.population_unknown else ""
