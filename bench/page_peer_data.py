"""What the peers of the page draw: a made-up atlas as GeoJSON, and two pages that folium writes.

Times are milliseconds since 1970. A point is shown from its first day until ten years after its
last, as our page shows events.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import folium
from branca.element import Element, Figure
from folium.plugins import TimeSliderChoropleth, TimestampedGeoJson
from shapely.geometry import mapping

from bench.page_worlds import LAND
from geomap.domain.outline import Outline, Outlined

Json = dict[str, Any]
SHOWN_DAYS = 3650
"""For so long an event is shown, so that all that have happened are in view, as in the budget."""
UNKNOWN = "#888888"


def milliseconds(day: date) -> int:
    """Milliseconds from 1970 until a day begins in UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def write_peers(world: Outline, days: Sequence[date], folder: Path) -> None:
    """Write the data and folium's pages into a folder; `days` are those that will be shown."""
    cells, points = _cells(world), _points(world)
    for name, features in (("cells", cells), ("points", points)):
        text = json.dumps(_collection(features))
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    _timestamped(points).save(folder / "timestamped.html")
    _choropleth(cells, days).save(folder / "choropleth.html")


def _collection(features: Sequence[Json]) -> Json:
    return {"type": "FeatureCollection", "features": list(features)}


def _cells(world: Outline) -> list[Json]:
    """Each cell with the starts of its periods and the colour of each."""
    colors = {actor.id: actor.colour for actor in world.actors}
    periods = {place: list(of) for place, of in groupby(world.periods, _place)}
    return [
        {
            "type": "Feature",
            "id": str(number),
            "geometry": mapping(cell.geometry),
            "properties": {
                "starts": [milliseconds(one.start) for one in periods[cell.place_id]],
                "colors": [colors[one.verdict.holders[0]] for one in periods[cell.place_id]],
            },
        }
        for number, cell in enumerate(world.cells)
    ]


def _place(period: Outlined) -> str:
    return period.place_id


def _points(world: Outline) -> list[Json]:
    colors = {actor.id: actor.colour for actor in world.actors}
    at = {place.id: [place.longitude, place.latitude] for place in world.places}
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": at[event.place_id or ""]},
            "properties": {
                "times": [milliseconds(event.earliest)],
                "start": milliseconds(event.earliest),
                "end": milliseconds(event.latest + timedelta(days=SHOWN_DAYS)),
                "color": colors[event.actors[0]],
            },
        }
        for event in world.events
    ]


def _map(step: str) -> folium.Map:
    """An empty map; `step` is what shows a `time` in it, `MAP` its name."""
    west, south, east, north = LAND.bounds
    drawn = folium.Map(tiles=None)
    drawn.fit_bounds([[south, west], [north, east]])
    script = f"window.step = (time) => {{ {step.replace('MAP', drawn.get_name())} }};"
    figure = drawn.get_root()
    if isinstance(figure, Figure):  # A map that is in nothing else has one of its own.
        figure.script.add_child(Element(script))
    return drawn


def _timestamped(points: Sequence[Json]) -> folium.Map:
    drawn = _map("MAP.timeDimension.setCurrentTime(time);")
    for point in points:
        color = point["properties"]["color"]
        point["properties"] |= {"icon": "circle", "iconstyle": {"radius": 3, "color": color}}
    layer = TimestampedGeoJson(  # type: ignore[no-untyped-call]
        _collection(points), auto_play=False, duration=f"P{SHOWN_DAYS}D", add_last_point=False
    )
    layer.add_to(drawn)
    return drawn


def _choropleth(cells: Sequence[Json], days: Sequence[date]) -> folium.Map:
    """It colours a cell only on a time that its styles list: so they list each day shown."""
    times = [milliseconds(day) for day in days]
    styles = {
        cell["id"]: {str(time // 1000): _style(cell["properties"], time) for time in times}
        for cell in cells
    }
    drawn = _map(
        f"const slider = document.querySelector('input[type=range]');"
        f"slider.value = {json.dumps(times)}.indexOf(time);"
        f"slider.dispatchEvent(new Event('input'));"
    )
    TimeSliderChoropleth(json.dumps(_collection(cells)), styles).add_to(drawn)
    return drawn


def _style(properties: Json, time: int) -> Json:
    begun = sum(start <= time for start in properties["starts"])
    color = properties["colors"][begun - 1] if begun else UNKNOWN
    return {"color": color, "opacity": 0.7 if begun else 0.0}
