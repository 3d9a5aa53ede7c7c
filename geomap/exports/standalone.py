"""A map in one HTML file that opens without a network, drawn by folium.

folium links to libraries on other hosts; here the one that the map needs is written into the file,
and a content security policy keeps the file from asking any host. folium also reads what it has
written as a template once more, so text from data never passes through it: names and quotes travel
beside the map as JSON.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import folium
import shapely
from jinja2 import Environment, FileSystemLoader
from shapely.geometry.base import BaseGeometry

from geomap.domain.answers import Timeline
from geomap.domain.rule import rule_document
from geomap.domain.statements import Claim, Place
from geomap.domain.timeline import ControlPeriod, Span
from geomap.domain.windows import Window
from geomap.errors import InvalidInput
from geomap.exports.timeline import ATTRIBUTION

Json = dict[str, Any]
EPOCH = date(1970, 1, 1)
PRECISION_DEGREES = 1e-4  # About ten metres: a picture, not a survey.
MARGIN_DEGREES = 0.3
LAND_STYLE = {"fillColor": "#f4f1ea", "fillOpacity": 1, "color": "#a9a294", "weight": 1}
TEMPLATE = "standalone.html"


@dataclass(frozen=True, slots=True)
class Library:
    """The scripts and styles that are written into the file."""

    leaflet_script: str
    leaflet_style: str
    script: str
    style: str


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What the file needs beside the data: land outlines in degrees, scripts, the template."""

    land: Sequence[BaseGeometry]
    library: Library
    templates: Path


class _OfflineMap(folium.Map):
    """folium's map without its links to other hosts."""

    default_js = []  # noqa: RUF012 -- folium's own type.
    default_css = []  # noqa: RUF012


def standalone_map(whole: Timeline, span: Span, furnishing: Furnishing) -> str:
    """Write the map of the days `[start, end)` as one HTML document.

    Raises InvalidInput for an atlas without places.
    """
    if not whole.atlas.places:
        raise InvalidInput("The atlas has no places, so there is nothing to draw.")
    drawn, names = _drawn(whole, furnishing.land)
    environment = Environment(loader=FileSystemLoader(furnishing.templates), autoescape=True)
    return environment.get_template(TEMPLATE).render(
        title=whole.atlas.frame.title,
        subtitle=_subtitle(whole, span),
        origin=_origin(whole),
        content=_content(whole, span),
        names=names,
        drawn=drawn,
        library=furnishing.library,
    )


def _drawn(whole: Timeline, land: Sequence[BaseGeometry]) -> tuple[Mapping[str, str], Json]:
    """What folium makes of the map, and the names that it gave to the layers."""
    layout = _OfflineMap(tiles=None, control_scale=True, attribution_control=False)
    positions = {place.id: at for at, place in enumerate(whole.atlas.places)}
    outlines = [_feature(one, {}) for one in land]
    if outlines:
        folium.GeoJson(_collection(outlines), style_function=lambda _one: LAND_STYLE).add_to(layout)
    cells = [_feature(one.geometry, {"place": positions[one.place_id]}) for one in whole.cells]
    shares = folium.GeoJson(_collection(cells), style_function=lambda _one: {}).add_to(layout)
    dots = [_feature(_point(place), {"place": positions[place.id]}) for place in whole.atlas.places]
    marker = folium.CircleMarker(radius=4, fill=True)
    marks = folium.GeoJson(_collection(dots), marker=marker).add_to(layout)
    layout.fit_bounds(_bounds(whole.atlas.places))
    figure = layout.get_root()
    figure.render()
    parts = {name: getattr(figure, name).render() for name in ("header", "html", "script")}
    layers = {"map": layout, "cells": shares, "points": marks}
    return parts, {name: layer.get_name() for name, layer in layers.items()}


def _collection(features: list[Json]) -> Json:
    return {"type": "FeatureCollection", "features": features}


def _feature(geometry: BaseGeometry, properties: Json) -> Json:
    rounded = shapely.set_precision(geometry, PRECISION_DEGREES)
    return {
        "type": "Feature",
        "geometry": shapely.geometry.mapping(rounded),
        "properties": properties,
    }


def _point(place: Place) -> shapely.Point:
    return shapely.Point(place.longitude, place.latitude)


def _bounds(places: Sequence[Place]) -> list[list[float]]:
    """South-west and north-east corner; folium wants latitude before longitude."""
    west, south, east, north = shapely.MultiPoint([_point(place) for place in places]).bounds
    margin = MARGIN_DEGREES
    return [[south - margin, west - margin], [north + margin, east + margin]]


def _subtitle(whole: Timeline, span: Span) -> str:
    last = _last(whole, span)
    days = f"{span.start}" if last == span.start else f"{span.start} to {last}"
    known = f", as known on {whole.standpoint.known}" if whole.standpoint.known else ""
    return f"Who held what: {days}{known}"


def _last(whole: Timeline, span: Span) -> date:
    return (span.end or whole.atlas.frame.end) - timedelta(days=1)


def _origin(whole: Timeline) -> list[str]:
    """Where the map comes from, in lines for its foot."""
    frame = whole.atlas.frame
    rule = rule_document(whole.standpoint.rule, frame.reach)
    settings = "; ".join(
        f"{name.replace('_', ' ')}: {_listed(value)}"
        for name, value in rule.items()
        if name != "name" and value not in (None, [])
    )
    return [
        f"Atlas {frame.id}, revision {whole.revision}. Judged by {rule['name']}; {settings}.",
        f"Licence of the atlas: {frame.licence}. " + ". ".join(ATTRIBUTION) + ".",
    ]


def _listed(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _content(whole: Timeline, span: Span) -> Json:
    """What the script of the file reads; days are counted from 1 January 1970."""
    first, last = span.start, _last(whole, span)
    window = Window(first, last + timedelta(days=1))
    shown = [one for one in whole.periods if window.cut(Span(one.start, one.end))]
    actors = {actor.id: at for at, actor in enumerate(whole.atlas.actors)}
    claims: dict[str, int] = {}
    spells: dict[str, list[list[Any]]] = {place.id: [] for place in whole.atlas.places}
    for period in shown:
        for item in period.evidence:
            claims.setdefault(item.claim.id, len(claims))
        spells[period.place_id].append(_spell(period, actors, claims))
    changes = sorted({_day(one.start) for one in shown if first < one.start <= last})
    by_id = {claim.id: claim for claim in whole.atlas.claims}
    sources = {source.id: source.name for source in whole.atlas.sources}
    return {
        "first": _day(first),
        "last": _day(last),
        "changes": changes,
        "actors": [{"name": one.name, "colour": one.colour} for one in whole.atlas.actors],
        "places": [
            {
                "name": place.name,
                "country": place.country,
                "population": place.population or 0,
                "spells": spells[place.id],
            }
            for place in whole.atlas.places
        ],
        "claims": [_claim(by_id[key], sources) for key in claims],
    }


def _day(day: date) -> int:
    return (day - EPOCH).days


def _spell(
    period: ControlPeriod, actors: Mapping[str, int], claims: Mapping[str, int]
) -> list[Any]:
    verdict = period.verdict
    marks = [name for name in ("opposed", "uncertain") if getattr(verdict, name)]
    return [
        _day(period.start),
        None if period.end is None else _day(period.end),
        verdict.status.value,
        _positions(verdict.holders, actors),
        _positions(verdict.candidates, actors),
        marks,
        [claims[item.claim.id] for item in period.evidence],
    ]


def _positions(ids: Iterable[str], positions: Mapping[str, int]) -> list[int]:
    return [positions[key] for key in ids]


def _claim(claim: Claim, sources: Mapping[str, str]) -> Json:
    return {
        "summary": claim.summary,
        "quote": claim.quote or "",
        "source": sources[claim.source_id],
        "grade": str(claim.grade),
        "when": claim.when.edtf,
        "known": claim.known.isoformat(),
    }
