"""A made-up war in a database: 35,000 places, 70,000 claims and 400,000 events.

Usage: python -m bench.made_up_atlas FOLDER      writes FOLDER/geomap-data/geomap.sqlite
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.bench_control import ACTORS, DAYS, FIRST_DAY, SOURCES, made_up_places
from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.rule import Rule, derivation_document
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Atlas,
    Claim,
    Effect,
    Event,
    Frame,
    Place,
    Source,
    SourceKind,
)
from geomap.domain.when import When
from geomap.services.derived import histories_at
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database
from geomap.storage.derived import store_periods, store_territory
from geomap.storage.migrate import upgrade

EVENTS = 400_000
CLAIMS_A_PLACE = 2
DATA_FOLDER = "geomap-data"
_LAST_DAY = FIRST_DAY + timedelta(days=DAYS + 365)
_FRAME = Frame(
    "made-up",
    "A made-up war",
    "",
    FIRST_DAY,
    _LAST_DAY,
    FIRST_DAY,
    _LAST_DAY,
    ("SY", "IQ"),
    30.0,
    "CC0",
)
_KINDS = list(EventKind)
_GRADES = [Grade(Reliability.B, credibility) for credibility in Credibility]
_LASTING = 0.1
_QUOTED = 0.5


def made_up_events(places: list[Place], count: int = EVENTS) -> Iterator[Event]:
    """Events of a day or, some, of several days; the same in each run."""
    chance = random.Random(7)  # noqa: S311 -- A fixed seed, no secret.
    for number in range(count):
        place, kind = chance.choice(places), chance.choice(_KINDS)
        first = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        last = first + timedelta(days=chance.randrange(1, 30))
        title = f"{kind.value} at {place.name}"
        yield Event(
            id=f"event-{number:06}",
            place_id=place.id,
            when=_when(first, last if chance.random() < _LASTING else first),
            source_id=chance.choice(SOURCES),
            report_id=None,
            known=first + timedelta(days=chance.randrange(5)),
            grade=chance.choice(_GRADES),
            summary=f"{title}: fighting was reported in the {chance.choice(ACTORS)} of the town.",
            quote="Heavy clashes were heard through the night."
            if chance.random() < _QUOTED
            else None,
            kind=kind,
            actors=tuple(chance.sample(ACTORS, 2)),
            title=title,
        )


def _when(first: date, last: date) -> When:
    """A date as a parser would give it, which would take minutes for all."""
    written = f"{first}" if first == last else f"{first}/{last}"
    return When(written, first, last, last)


def made_up_claims(places: list[Place]) -> Iterator[Claim]:
    """Each place is taken, then taken again; the same in each run."""
    chance = random.Random(8)  # noqa: S311 -- A fixed seed, no secret.
    for place in places:
        for number in range(CLAIMS_A_PLACE):
            day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
            yield Claim(
                id=f"{place.id}-{number}",
                place_id=place.id,
                effect=Effect.TAKES,
                holder=chance.choice(ACTORS),
                when=_when(day, day),
                source_id=chance.choice(SOURCES),
                report_id=None,
                known=day,
                grade=chance.choice(_GRADES),
                summary="It changed hands.",
            )


def made_up_atlas() -> Atlas:
    """The whole of it."""
    places = [
        Place(one.id, f"Town {number}", {}, one.longitude, one.latitude, *_REST)
        for number, one in enumerate(made_up_places())
    ]
    return Atlas(
        frame=_FRAME,
        actors=tuple(Actor(key, key, {}, ActorKind.ARMED_GROUP, "#336699", ()) for key in ACTORS),
        sources=tuple(
            Source(key, key.title(), SourceKind.OTHER, Reliability.B, "") for key in SOURCES
        ),
        places=tuple(places),
        claims=tuple(made_up_claims(places)),
        events=tuple(made_up_events(places)),
    )


_REST = ("village", "SY", "", None)


def fill(folder: Path) -> Path:
    """Store it as a load does, derive what follows from it, and give the file."""
    file = folder / DATA_FOLDER / "geomap.sqlite"
    database = Database(f"sqlite:///{file}")
    upgrade(database)
    with database.writing() as session:
        store_atlas(session, made_up_atlas(), "bench", "")
        document = derivation_document(Rule(), _FRAME.reach)
        store_periods(session, histories_at(session, 1, None, Rule()).all(), 1, document)
        # Cells have a benchmark of their own, and take longer than all the rest.
        store_territory(session, ([], []), 1, document)
    database.close()
    return file


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
