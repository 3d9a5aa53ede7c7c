"""The pixels of the map against the API: what is coloured is what is answered, by both clocks."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.map_page import MapPage, clean_page

Json = dict[str, Any]
Rgba = tuple[int, int, int, int]
FIRST, DAYS = date(2014, 1, 1), 6 * 365
KNOWN = (None, "2014-07-01", "2015-06-15", "2016-11-20", "2017-10-18", "2019-02-16")
DATES = 50
SPOTS = """(ids) => Object.fromEntries(ids.flatMap((id) => {
  const marker = window.geomap.painted(id);
  return marker ? [[id, [marker.x, marker.y]]] : [];
}))"""
# Squares of the canvas of cells around places, read as the screen has them.
SQUARES = """([spots, half]) => {
  const map = document.querySelector('[data-ref="map"]').getBoundingClientRect();
  const canvas = document.querySelector('canvas[data-layer="cells"]');
  const at = canvas.getBoundingClientRect();
  const ratio = canvas.width / at.width, side = 2 * half + 1;
  // Read from a copy: a canvas that is read often is told so by the browser, and painted slower.
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
    .getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  // As one text: Playwright takes long over many numbers.
  return JSON.stringify(Object.fromEntries(Object.entries(spots).map(([id, [x, y]]) => {
    const left = Math.floor((x + map.left - at.left) * ratio) - half;
    const top = Math.floor((y + map.top - at.top) * ratio) - half;
    const rows = Array.from({ length: side }, (_, row) => 4 * ((top + row) * canvas.width + left));
    return [id, rows.flatMap((start) => [...data.subarray(start, start + 4 * side)])];
  })));
}"""
HALF = 7
NEAR = 4  # Pixels from the place that lie in its cell, if no other place is close.
ENOUGH = 0.2  # Of them; beside a coast or a border of the land the rest is line or nothing.
APART = 12.0
TOLERANCE = 5  # Of 255: a canvas keeps colours multiplied by their opacity.


@pytest.fixture
def colour_map(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def dates() -> Iterator[tuple[str, str | None]]:
    """Random days, each as known on some day or now; the same in each run."""
    chance = random.Random(50)  # noqa: S311 - a fixed seed, no secret.
    for number in range(DATES):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        yield str(day), KNOWN[number * len(KNOWN) // DATES]


def pixels(square: list[int], reach: int) -> list[Rgba]:
    """The pixels around the middle of a square, row by row."""
    side = 2 * HALF + 1
    rows = range(HALF - reach, HALF + reach + 1)
    starts = (4 * (row * side + column) for row in rows for column in rows)
    return [(square[at], square[at + 1], square[at + 2], square[at + 3]) for at in starts]


def is_colour(pixel: Rgba, colour: str) -> bool:
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return pixel[3] > 20 and all(
        abs(one - other) <= TOLERANCE for one, other in zip(pixel, wanted, strict=False)
    )


def lone(spots: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The places with no other so close that its cell may reach into their square."""
    return {
        key: (x, y)
        for key, (x, y) in spots.items()
        if all(
            abs(x - other_x) > APART or abs(y - other_y) > APART
            for other, (other_x, other_y) in spots.items()
            if other != key
        )
    }


def is_painted(answer: Json, square: list[int], colours: dict[str, str]) -> bool:
    """Whether the pixels around a place are what its answer looks like."""
    near = pixels(square, NEAR)
    if answer["status"] == "held":
        return sum(is_colour(one, colours[answer["holder"]]) for one in near) >= ENOUGH * len(near)
    if answer["status"] == "unknown":
        return sum(one[3] == 0 for one in near) >= ENOUGH * len(near)
    wide = pixels(square, HALF)
    named = [colours[holder] for holder in answer["holders"]]
    return all(any(is_colour(one, colour) for one in wide) for colour in named)


def test_colours_are_those_of_the_api_on_fifty_days_by_both_clocks(colour_map: MapPage) -> None:
    compared, wrong = 0, []
    for known, days in groupby(dates(), key=itemgetter(1)):
        colour_map.page.goto("about:blank")
        colour_map.open(f"/#known={known}" if known else "/")
        document = colour_map.get_json("/api/timeline")
        colours = {actor["id"]: actor["colour"] for actor in document["actors"]}
        spots = lone(colour_map.page.evaluate(SPOTS, document["places"]["id"]))
        for day, _known in days:
            colour_map.set_date(day)
            clock = f"&known={known}" if known else ""
            features = colour_map.get_json(f"/control.geojson?date={day}{clock}")["features"]
            squares = json.loads(colour_map.page.evaluate(SQUARES, [spots, HALF]))
            for feature in features:
                square = squares.get(feature["id"])
                if square is None:
                    continue
                compared += 1
                if not is_painted(feature["properties"], square, colours):
                    wrong.append(f"{day} as known {known}: {feature['id']}")
    assert compared > DATES * 50
    assert wrong == []
