"""Statistics as documents and as tables; docs/statistics.md describes each member and column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from geomap.domain.control import Status
from geomap.domain.measures.bands import KM2_DECIMALS
from geomap.domain.rule import rule_document
from geomap.domain.statistics.sieges import Siege
from geomap.domain.statistics.tallies import (
    ActorStatistics,
    AreaStatistics,
    Change,
    PlaceStatistics,
    Spell,
    Statistics,
    actor_statistics,
    area_statistics,
    longest_of,
)
from geomap.domain.territory.dissolving import dissolved
from geomap.exports.csv_tables import Cell, csv_table
from geomap.exports.geojson import point
from geomap.exports.geometry import geometry_document

Json = dict[str, Any]


class Subject(StrEnum):
    """What is counted."""

    PLACES = "places"
    ACTORS = "actors"
    GOVERNORATES = "governorates"


def statistics_document(counted: Statistics, subject: Subject) -> Json:
    """The statistics of every place, actor or governorate, and what was asked."""
    return head(counted) | {subject.value: statistics_rows(counted, subject)}


def statistics_rows(counted: Statistics, subject: Subject) -> list[Json]:
    """One row for each place, for each actor that held or lost one, or for each governorate."""
    if subject is Subject.PLACES:
        return [place_row(counted, one) for one in counted.places]
    if subject is Subject.ACTORS:
        return [actor_row(counted, one) for one in actor_statistics(counted.places)]
    return [area_row(counted, one) for one in area_statistics(counted.places)]


def statistics_table(counted: Statistics, subject: Subject) -> str:
    """The rows as CSV: what is nested becomes columns, each actor has its own."""
    flat = [dict(_flat(row)) for row in statistics_rows(counted, subject)]
    columns = list(dict.fromkeys(column for row in flat for column in row))
    held = sorted(column for column in columns if column.startswith("held_by_"))
    return csv_table([one for one in columns if one not in held] + held, flat)


def statistics_collection(counted: Statistics, subject: Subject) -> Json:
    """The rows as GeoJSON: places as points, the others as the land of their places.

    The land of an actor is that of all places that it held on some day; it has `area_km2`, the sum
    of the cells. What owns no land has no geometry.
    """
    rows = statistics_rows(counted, subject)
    features = zip(rows, _geometries(counted, subject), strict=True)
    return (
        {"type": "FeatureCollection"}
        | head(counted)
        | {"features": [_feature(row, *land) for row, land in features]}
    )


def _geometries(counted: Statistics, subject: Subject) -> Iterator[tuple[str, Json | None, float]]:
    """Id, geometry and km2 of each row."""
    if subject is Subject.PLACES:
        for one in counted.places:
            cell = counted.cells.get(one.place.id)
            yield one.place.id, point(one.place), cell.area_km2 if cell else 0.0
        return
    if subject is Subject.ACTORS:
        groups = [(one.actor, one.places) for one in actor_statistics(counted.places)]
    else:
        groups = [
            (f"{one.country}-{one.admin1}".rstrip("-"), tuple(each.place for each in one.places))
            for one in area_statistics(counted.places)
        ]
    for key, places in groups:
        cells = [counted.cells[one.id] for one in places if one.id in counted.cells]
        yield key, geometry_document(dissolved(cells)), sum(cell.area_km2 for cell in cells)


def _feature(row: Json, key: str, geometry: Json | None, area_km2: float) -> Json:
    properties = row | {"area_km2": round(area_km2, KM2_DECIMALS)}
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}


def head(counted: Statistics) -> Json:
    """What was asked, and by which rule it is answered."""
    standpoint = counted.standpoint
    return {
        "atlas": counted.frame.id,
        "start": counted.window.start.isoformat(),
        "end": counted.window.end.isoformat(),
        "days": counted.window.days,
        "known": standpoint.known.isoformat() if standpoint.known else None,
        "revision": counted.revision,
        "rule": rule_document(standpoint.rule, counted.frame.reach),
    }


def place_row(counted: Statistics, one: PlaceStatistics) -> Json:
    """One place."""
    place = one.place
    actors = sorted({spell.actor for spell in one.spells})
    return {
        "place_id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "governorate": counted.governorates.get((place.country, place.admin1)),
        "kind": place.kind,
        "longitude": place.longitude,
        "latitude": place.latitude,
        "population": place.population or None,
        "days": _days(one.days),
        "uncertain_days": one.marks.uncertain,
        "opposed_days": one.marks.opposed,
        "stale_days": one.marks.stale,
        "held_by": [_tenure(actor, one.spells) for actor in actors],
        **_changes(one.changes),
        **_sieges([one]),
    }


def actor_row(counted: Statistics, one: ActorStatistics) -> Json:
    """One actor."""
    longest = one.longest
    names = {place.id: place.name for place in one.places}
    return {
        "actor": one.actor,
        "name": counted.actors[one.actor].name,
        "places_held": len(one.places),
        "place_days": one.place_days,
        "longest_hold": {
            "place_id": longest.place_id,
            "name": names[longest.place_id],
            **_spell(longest),
        }
        if longest
        else None,
        "gains": one.gains,
        "losses": one.losses,
        "population_days": one.population_days,
        "places_without_population": sum(1 for place in one.places if not place.population),
    }


def area_row(counted: Statistics, one: AreaStatistics) -> Json:
    """One country or governorate."""
    return {
        "level": "governorate" if one.admin1 else "country",
        "country": one.country,
        "admin1": one.admin1 or None,
        "name": counted.governorates.get((one.country, one.admin1)),
        "places": len(one.places),
        "place_days": len(one.places) * counted.window.days,
        "days": _days(one.days),
        "held_by": [{"actor": actor, "place_days": days} for actor, days in one.held_by().items()],
        **_changes(one.changes),
        **_sieges(one.places),
    }


def _days(days: Mapping[Status, int]) -> Json:
    return {status.value: days[status] for status in Status}


def _tenure(actor: str, spells: Iterable[Spell]) -> Json:
    own = [spell for spell in spells if spell.actor == actor]
    longest = longest_of(own)
    return {
        "actor": actor,
        "days": sum(spell.days for spell in own),
        "spells": len(own),
        "longest": _spell(longest) if longest else None,
    }


def _spell(spell: Spell) -> Json:
    return {"days": spell.days, "start": spell.start.isoformat(), "end": spell.end.isoformat()}


def _changes(changes: Sequence[Change]) -> Json:
    days = [change.day.isoformat() for change in changes]
    return {
        "changes": len(changes),
        "first_change": days[0] if days else None,
        "last_change": days[-1] if days else None,
    }


def _sieges(places: Sequence[PlaceStatistics]) -> Json:
    counted: list[tuple[PlaceStatistics, Siege]] = [
        (one, siege) for one in places for siege in one.sieges
    ]
    return {
        "sieges": len(counted),
        "sieges_broken": sum(
            1 for one, siege in counted if siege.broken and _ends_within(siege.span.end, one)
        ),
        "siege_days": sum(one.siege_days for one in places),
    }


def _ends_within(end: date | None, one: PlaceStatistics) -> bool:
    return end is not None and one.window.contains(end)


def _flat(row: Json) -> Iterable[tuple[str, Cell]]:
    for name, value in row.items():
        if name == "days":
            yield from ((f"{status}_days", days) for status, days in value.items())
        elif name == "longest_hold":
            keys = ("place_id", "name", "days", "start", "end")
            yield from ((f"longest_hold_{key}", value[key] if value else None) for key in keys)
        elif name == "held_by":
            for one in value:
                yield f"held_by_{one['actor']}_days", one.get("days", one.get("place_days"))
                if "longest" in one:
                    yield f"held_by_{one['actor']}_longest", one["longest"]["days"]
        else:
            yield name, value
