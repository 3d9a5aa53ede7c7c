"""reverse_geocoder over the points of the index, one at a time and in batches."""

import io
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reverse_geocoder import RGeocoder

from bench.asked import Asked, AskedPlace, answered_points, report

_COLUMNS = "lat,lon,name,admin1,admin2,cc"
_ONE_PROCESS, _ALL_CORES = 1, 2


def main() -> None:
    """Answer the questions about points in the ways that it offers."""
    asked = Asked(Path(sys.argv[1]))
    listed = _listed(asked.places("points"))
    started = time.perf_counter()
    single = RGeocoder(mode=_ONE_PROCESS, verbose=False, stream=io.StringIO(listed))
    ready = time.perf_counter() - started
    # The package gives out one instance only; its class makes another for the other mode.
    batched = type(single)(mode=_ALL_CORES, verbose=False, stream=io.StringIO(listed))
    for name, questions in asked.sets.items():
        if not questions.points:
            continue
        points = [(latitude, longitude) for longitude, latitude in questions.points]
        if questions.batched:
            # What is fastest for it: one process for all points, or all cores.
            best = min((_batch(side, points) for side in (single, batched)), key=lambda one: one[1])
            found, seconds = best[0], [best[1] / len(points)] * len(points)
        else:
            found, seconds = _one_by_one(single, points)
        report(replace(answered_points(name, questions, found, seconds), ready=ready))


def _listed(places: list[AskedPlace]) -> str:
    # The id stands where a name would.
    rows = [f"{one.latitude},{one.longitude},{one.id},,,{one.country}" for one in places]
    return "\n".join([_COLUMNS, *rows])


def _one_by_one(peer: Any, points: Sequence[tuple[float, float]]) -> tuple[list[str], list[float]]:
    found, seconds = [], []
    for point in points:
        started = time.perf_counter()
        (place,) = peer.query([point])
        seconds.append(time.perf_counter() - started)
        found.append(place["name"])
    return found, seconds


def _batch(peer: Any, points: Sequence[tuple[float, float]]) -> tuple[list[str], float]:
    started = time.perf_counter()
    found = peer.query(points)
    return [place["name"] for place in found], time.perf_counter() - started


if __name__ == "__main__":
    main()
