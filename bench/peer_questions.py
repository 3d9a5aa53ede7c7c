"""The questions that we and our peers get, and the indexes that they are put to.

All are drawn by a fixed seed from what ships with the gazetteer and, when they are there, from the
files of Who's On First that `bench.held_out` reads.

Usage: python -m bench.peer_questions FOLDER      (`bench.run_peers` does it)
"""

import gc
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from bench import held_out
from bench.asked import Asked, AskedPlace, Questions
from bench.held_out import FixedSource, Question
from bench.typing_errors import one_edit
from gazetteer.build import build_index, default_sources
from gazetteer.merging import merged
from gazetteer.names import keys, script_of
from gazetteer.places import AREA_KINDS
from gazetteer.sources import CuratedSource, PlaceRecord

Floats = NDArray[np.float64]

_SEED = 20240302
_MOST = 500
_BATCH = 100_000
_SHORTEST_EDITED = 4
# Points lie around places, at most some 50 km away for most.
_DEGREES_AWAY = 0.3
# The nearest by chord, of which the geodesic chooses: a chord errs by less than a hundredth.
_NEAR = 20


def write_all(asked: Asked) -> None:
    """Write every index and its questions into the folder."""
    world, press = without_press_spellings(list(merged(default_sources())))
    _write_index(asked, "world", world)
    asked.write("press spellings, held out", _questions("world", press, with_country=True))
    asked.write("names as they are listed", listed_names(world))
    asked.write("one random edit", edited_names(world))
    _write_points(asked, world)
    if not held_out.are_there():
        print("The files of Who's On First are not here: no unseen and no Arabic spellings.")
        return
    live = held_out.live_places()
    source, unseen = held_out.with_names_held_out(live)
    _write_index(asked, "unseen", source.places)
    asked.write("unseen spellings", _questions("unseen", unseen))
    source, arabic = held_out.with_latin_names_only(live)
    _write_index(asked, "arabic", source.places)
    asked.write("Arabic spellings", _questions("arabic", arabic))


def without_press_spellings(
    places: Sequence[PlaceRecord],
) -> tuple[list[PlaceRecord], list[Question]]:
    """Take one Latin spelling from each curated place that has several.

    Only the curated places have spellings that somebody has read in the press.
    """
    # The same names in every run; no secret hangs on them, here and below.
    chance = random.Random(_SEED)  # noqa: S311
    written = {one.id: one for one in CuratedSource().records()}
    kept, press = [], []
    for place in places:
        curated = written.get(place.id)
        latin = _latin_spellings(curated) if curated else {}
        if curated and len(latin) > 1:
            key = chance.choice(sorted(latin.keys() - {keys(place.name)[0]}))
            press.append(Question(latin[key], place.id, place.country))
            others = tuple(name for name in place.names if keys(name.text)[0] != key)
            kept.append(replace(place, names=others))
        else:
            kept.append(place)
    chance.shuffle(press)
    return kept, press


def listed_names(places: Sequence[PlaceRecord]) -> Questions:
    """Draw names just as they stand in the index, with the country of their place."""
    chance = random.Random(_SEED)  # noqa: S311
    drawn = [(one, chance.choice(_names(one))) for one in chance.sample(places, _MOST)]
    bearers = _bearers(places, {name for _, name in drawn})
    right = [[id_ for id_, code in bearers[name] if code == one.country] for one, name in drawn]
    countries = [place.country for place, _ in drawn]
    return Questions("world", right, [name for _, name in drawn], countries)


def edited_names(places: Sequence[PlaceRecord]) -> Questions:
    """Draw display names with one random edit; every place of the unedited name is right."""
    chance = random.Random(_SEED)  # noqa: S311
    latin = [
        one.name
        for one in places
        if len(one.name) >= _SHORTEST_EDITED and script_of(one.name) == "latin"
    ]
    drawn = chance.sample(latin, _MOST)
    bearers = _bearers(places, set(drawn))
    right = [[id_ for id_, _ in bearers[name]] for name in drawn]
    return Questions("world", right, [one_edit(name, chance) for name in drawn], [""] * _MOST)


def _write_points(asked: Asked, world: Sequence[PlaceRecord]) -> None:
    places = [_asked_place(one) for one in world if one.kind not in AREA_KINDS]
    asked.write_places("points", iter(places))
    (asked.folder / "points.sqlite").symlink_to(asked.folder / "world.sqlite")
    chance = np.random.default_rng(_SEED)
    near = np.array([(one.longitude, one.latitude) for one in places])
    points = near[chance.integers(len(near), size=_BATCH)]
    points = points + chance.normal(scale=_DEGREES_AWAY, size=points.shape)
    points = points.clip([-180, -90], [180, 90])
    # To name the truly nearest place takes long, so only the first points are judged.
    right = list(_nearest(points[:_MOST], near, places))
    drawn = [(float(east), float(north)) for east, north in points]
    asked.write("reverse", Questions("points", right, points=drawn[:_MOST]))
    batch = Questions("points", right, points=drawn, batched=True)
    asked.write("reverse in a batch", batch)


def _nearest(points: Floats, near: Floats, places: Sequence[AskedPlace]) -> Iterator[list[str]]:
    """Yield the ids of the places nearest to each point by geodesic, without any tree of ours."""
    there, here = _on_sphere(near), _on_sphere(points)
    for point, spot in zip(points, here, strict=True):
        rows = np.argpartition(there @ -spot, _NEAR)[:_NEAR]
        east, north = np.broadcast_to(point, (_NEAR, 2)).T
        _, _, metres = Geod(ellps="WGS84").inv(east, north, near[rows, 0], near[rows, 1])
        least = np.asarray(metres) <= np.min(metres)
        yield [places[int(row)].id for row in rows[least]]


def _on_sphere(points: Floats) -> Floats:
    east, north = np.radians(points).T
    across = np.cos(north)
    return np.stack([across * np.cos(east), across * np.sin(east), np.sin(north)], axis=-1)


def _write_index(asked: Asked, index: str, places: Sequence[PlaceRecord]) -> None:
    build_index(asked.folder / f"{index}.sqlite", [FixedSource(tuple(places))])
    asked.write_places(index, map(_asked_place, places))


def _asked_place(place: PlaceRecord) -> AskedPlace:
    if place.longitude is None or place.latitude is None:
        raise ValueError(f"{place.id} lies nowhere.")
    return AskedPlace(
        place.id,
        place.country,
        place.longitude,
        place.latitude,
        place.population or 0,
        tuple(_names(place)),
    )


def _questions(index: str, drawn: Iterable[Question], *, with_country: bool = False) -> Questions:
    some = list(drawn)[:_MOST]
    return Questions(
        index,
        [[one.place_id] for one in some],
        [one.spelling for one in some],
        [one.country if with_country else "" for one in some],
    )


def _names(place: PlaceRecord) -> list[str]:
    return list(dict.fromkeys([place.name, *(name.text for name in place.names)]))


def _bearers(places: Iterable[PlaceRecord], names: set[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the ids and countries of all places that bear one of the names."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place in places:
        for name in names.intersection(_names(place)):
            found[name].append((place.id, place.country))
    return found


def _latin_spellings(place: PlaceRecord) -> dict[str, str]:
    return {
        keys(name.text)[0]: name.text for name in place.names if script_of(name.text) == "latin"
    }


if __name__ == "__main__":
    # All records are held until the end, and looking through them for garbage takes long.
    gc.disable()
    write_all(Asked(Path(sys.argv[1])))
