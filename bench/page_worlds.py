"""Made-up atlases for benchmarks of the page: as many cells, periods and events as are asked for.

Everything is strewn by fixed seeds over Syria and Iraq and over six years. Each place is held by
anybody, whatever its neighbours: so nearly every border is a front, which is the most that can
have to be drawn.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from shapely import box

from geomap.domain.control import Status, Verdict
from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Reliability
from geomap.domain.outline import Mark, Outline, Outlined
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, ActorKind, Frame, Place, Source, SourceKind
from geomap.domain.territory.cells import Cell, cells_of
from geomap.domain.territory.reach import Reach
from geomap.domain.timeline import Span

FIRST_DAY = date(2014, 1, 1)
LAST_DAY = date(2020, 1, 1)
DAYS = (LAST_DAY - FIRST_DAY).days
LAND = box(35.7, 29.0, 48.6, 37.3)
COLOURS = ("#222222", "#ee9400", "#b3433b", "#2d7dd2", "#2a9d6f", "#c9b458", "#7b5ea7", "#9db8d9")
ACTORS = tuple(
    Actor(f"actor-{number}", f"Actor {number}", {}, ActorKind.ARMED_GROUP, colour, ())
    for number, colour in enumerate(COLOURS)
)
SOURCES = tuple(
    Source(f"source-{number}", f"Source {number}", SourceKind.OTHER, reliability, "")
    for number, reliability in enumerate([*Reliability] * 4)
)
KINDS = tuple(kind.value for kind in EventKind)
SYLLABLES = ("al", "ba", "dar", "fa", "ghu", "ha", "ja", "kar", "ma", "na", "qa", "ra", "sha", "ta")
ARABIC = "ابتجحدرسشطعفقكلمنهوي"
HELD_SHARE = 0.86


@dataclass(frozen=True)
class Size:
    """How much there is of each."""

    cells: int
    events: int
    periods: int

    @property
    def name(self) -> str:
        """In words, for the line of a figure."""
        return f"{self.cells:,} cells, {self.events:,} events"


SIZES = (Size(1_000, 10_000, 10_600), Size(5_000, 50_000, 53_000), Size(33_000, 500_000, 350_000))


def made_up(size: Size) -> Outline:
    """An atlas of a size; the same in each run."""
    chance = random.Random(size.cells)  # noqa: S311 - a fixed seed, no secret.
    places = _places(chance, size.cells)
    return Outline(
        frame=Frame(
            "made-up",
            "A made-up war",
            "",
            FIRST_DAY,
            LAST_DAY,
            FIRST_DAY,
            LAST_DAY,
            ("SY", "IQ"),
            30.0,
            "CC0",
        ),
        standpoint=Standpoint(),
        revision=1,
        actors=ACTORS,
        sources=SOURCES,
        places=places,
        periods=list(_periods(chance, places, size.periods)),
        events=_events(chance, places, size.events),
        cells=_cells(places),
    )


def _places(chance: random.Random, count: int) -> Sequence[Place]:
    west, south, east, north = LAND.bounds
    numbers = sorted(chance.sample(range(10_000, 9_000_000), count), key=str)
    return [
        Place(
            f"geonames:{number}",
            " ".join(_word(chance) for _ in range(chance.randint(1, 2))),
            {"ar": "".join(chance.choices(ARABIC, k=6))} if chance.random() < HELD_SHARE else {},
            round(chance.uniform(west, east), 5),
            round(chance.uniform(south, north), 5),
            "village",
            chance.choice(("SY", "IQ")),
            "",
            int(chance.paretovariate(0.9) * 400),
        )
        for number in numbers
    ]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


def _cells(places: Sequence[Place]) -> Sequence[Cell]:
    return cells_of(places, LAND, Reach(30.0))[0]


def _periods(chance: random.Random, places: Sequence[Place], count: int) -> Iterator[Outlined]:
    """Periods that follow each other, each place with as many; the last of each lasts."""
    verdicts = _verdicts()
    weights = [
        HELD_SHARE if one.status is Status.HELD and not one.uncertain else 0.02 for one in verdicts
    ]
    for number, place in enumerate(places):
        many = count * (number + 1) // len(places) - count * number // len(places)
        days = sorted(chance.sample(range(DAYS), many))
        starts = [FIRST_DAY + timedelta(days=day) for day in days]
        said = chance.choices(verdicts, weights, k=many)
        for start, end, verdict in zip(starts, [*starts[1:], None], said, strict=True):
            old = start + timedelta(days=730)
            stale = (Span(old, end),) if old < (end or LAST_DAY) else ()
            yield Outlined(place.id, start, end, verdict, stale)


def _verdicts() -> list[Verdict]:
    ids = [actor.id for actor in ACTORS]
    held = [Verdict(Status.HELD, (one,)) for one in ids]
    unsure = [Verdict(Status.HELD, (one,), uncertain=True) for one in ids]
    fought = [Verdict(Status.CONTESTED, (one, two)) for one, two in pairwise(ids)]
    disputed = [
        Verdict(Status.DISPUTED, (one, two)) for one, two in zip(ids, ids[2:], strict=False)
    ]
    return [*held, *unsure, *fought, *disputed]


def _events(chance: random.Random, places: Sequence[Place], count: int) -> Sequence[Mark]:
    days = sorted(chance.randrange(DAYS) for _ in range(count))
    return [
        Mark(
            id=f"event-{number}",
            kind=chance.choice(KINDS),
            place_id=chance.choice(places).id,
            earliest=(first := FIRST_DAY + timedelta(days=day)),
            latest=first + timedelta(days=max(0, chance.randrange(-20, 4))),
            known=first + timedelta(days=chance.randrange(4)),
            actors=tuple(sorted(chance.sample([actor.id for actor in ACTORS], 2))),
            source_id=chance.choice(SOURCES).id,
            credibility=chance.randint(1, 6),
        )
        for number, day in enumerate(days)
    ]
