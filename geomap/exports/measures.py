"""Measured territory as JSON and as CSV; docs/territory.md describes each member and column."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from geomap.domain.control import Status
from geomap.domain.measures.bands import KM2_DECIMALS, NO_HOLDING, NOTHING, Extent, Holding
from geomap.domain.measures.grants import Grant
from geomap.domain.measures.published import Comparison
from geomap.domain.measures.reasons import OVER_TIME
from geomap.domain.measures.series import EVERYBODY, SeriesDay
from geomap.domain.statements import Source
from geomap.domain.territory.answers import MeasuresAnswer, SeriesAnswer
from geomap.exports.csv_tables import Cell, csv_table
from geomap.exports.territory import basis_document

SHARE_DECIMALS = 4
Json = dict[str, Any]
QUANTITIES: Mapping[str, Callable[[Extent], float]] = {
    "places": lambda extent: extent.places,
    "population": lambda extent: extent.population,
    "population_unknown": lambda extent: extent.population_unknown,
    "km2": lambda extent: extent.km2,
}
BANDS: Mapping[str, Callable[[Holding], Extent]] = {
    "low": lambda holding: holding.low,
    "best": lambda holding: holding.best,
    "high": lambda holding: holding.high,
}
NOT_HELD = (Status.CONTESTED, Status.DISPUTED, Status.UNKNOWN)
CHANGED = ("places", "km2")


def measures_document(answer: MeasuresAnswer) -> Json:
    """What some actors hold on a day, those with the most land first."""
    measures = answer.measures
    return {
        **basis_document(answer.basis),
        "date": answer.day.isoformat(),
        "covered": _extent(measures.covered),
        "not_held": {
            status.value: _extent(measures.statuses.get(status, NOTHING)) for status in NOT_HELD
        },
        "actors": [
            {
                "actor": actor,
                "name": answer.basis.actors[actor].name,
                **_band(measures.holdings.get(actor, NO_HOLDING)),
                "grants": _grants(measures.holdings.get(actor, NO_HOLDING)),
            }
            for actor in answer.actors
        ],
        "published": [_comparison(one, answer.sources) for one in answer.published],
    }


def measures_table(answer: MeasuresAnswer) -> str:
    """What some actors hold on a day as CSV, one row for each actor."""
    rows = [
        {"actor": actor, **_band_cells(answer.measures.holdings.get(actor, NO_HOLDING))}
        for actor in answer.actors
    ]
    return csv_table(["actor", *_BAND_COLUMNS], rows)


def series_document(answer: SeriesAnswer) -> Json:
    """What some actors hold over time, by columns: one value for each of `days`."""
    days = answer.days
    measures = [one.measures for one in days]
    return {
        **basis_document(answer.basis),
        "start": answer.window.start.isoformat(),
        "end": answer.window.end.isoformat(),
        "step": answer.query.step.value,
        "days": [one.day.isoformat() for one in days],
        "covered": _extent(measures[0].covered),
        "not_held": {
            status.value: _columns(one.statuses.get(status, NOTHING) for one in measures)
            for status in NOT_HELD
        },
        "changes": _changes(days, EVERYBODY),
        "actors": {
            actor: {
                "name": answer.basis.actors[actor].name,
                **_band_columns([one.holdings.get(actor, NO_HOLDING) for one in measures]),
                "changes": _changes(days, actor),
            }
            for actor in answer.actors
        },
        "published": [_comparison(one, answer.sources) for one in answer.published],
    }


def series_table(answer: SeriesAnswer) -> str:
    """What some actors hold over time as CSV, one row for each day and actor."""
    return csv_table(["day", "actor", *_BAND_COLUMNS, *_CHANGE_COLUMNS], _series_rows(answer))


def _series_rows(answer: SeriesAnswer) -> Iterator[dict[str, Cell]]:
    for one in answer.days:
        for actor in answer.actors:
            changes = one.changes.get(actor, {})
            yield {
                "day": one.day.isoformat(),
                "actor": actor,
                **_band_cells(one.measures.holdings.get(actor, NO_HOLDING)),
                **{
                    f"{reason}_{name}": QUANTITIES[name](changes.get(reason, NOTHING))
                    for reason in OVER_TIME
                    for name in CHANGED
                },
            }


_BAND_COLUMNS = tuple(f"{name}_{bound}" for name in QUANTITIES for bound in BANDS)
_CHANGE_COLUMNS = tuple(f"{reason}_{name}" for reason in OVER_TIME for name in CHANGED)


def _extent(extent: Extent) -> Json:
    return {name: of(extent) for name, of in QUANTITIES.items()}


def _band(holding: Holding) -> Json:
    extents = {bound: of(holding) for bound, of in BANDS.items()}
    return {
        name: {bound: of(extent) for bound, extent in extents.items()}
        for name, of in QUANTITIES.items()
    }


def _band_cells(holding: Holding) -> dict[str, Cell]:
    return {
        f"{name}_{bound}": value
        for name, by_bound in _band(holding).items()
        for bound, value in by_bound.items()
    }


def _grants(holding: Holding) -> Json:
    return {grant.value: _extent(holding.grants.get(grant, NOTHING)) for grant in Grant}


def _columns(extents: Iterable[Extent], names: Iterable[str] = tuple(QUANTITIES)) -> Json:
    many = list(extents)
    return {name: [QUANTITIES[name](extent) for extent in many] for name in names}


def _band_columns(holdings: Sequence[Holding]) -> Json:
    extents = {bound: [of(holding) for holding in holdings] for bound, of in BANDS.items()}
    return {
        name: {bound: [of(extent) for extent in many] for bound, many in extents.items()}
        for name, of in QUANTITIES.items()
    }


def _changes(days: Iterable[SeriesDay], actor: str) -> Json:
    changes = [one.changes.get(actor, {}) for one in days]
    return {
        reason.value: _columns((one.get(reason, NOTHING) for one in changes), CHANGED)
        for reason in OVER_TIME
    }


def _comparison(one: Comparison, sources: Mapping[str, Source]) -> Json:
    figure, share = one.figure, one.difference
    return {
        "figure": figure.id,
        "actor": figure.actor_id,
        "when": figure.when.edtf,
        "source": sources[figure.source_id].name,
        "source_id": figure.source_id,
        "published_km2": round(one.published_km2, KM2_DECIMALS),
        "km2": {
            "low": round(one.low_km2, KM2_DECIMALS),
            "best": round(one.best_km2, KM2_DECIMALS),
            "high": round(one.high_km2, KM2_DECIMALS),
        },
        "difference": None if share is None else round(share, SHARE_DECIMALS),
    }
