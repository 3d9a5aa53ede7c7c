"""Control from storage: a made-up war of 35,000 places, 350,000 claims and 400,000 events.

Each answer is measured by the clock and by the processor time of this process: the median of
several times or, where evidence is read, once. What is accepted is on disk before its answer is
asked for.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.bench_control import ACTORS, DAYS, FIRST_DAY, SOURCES, made_up_claims, made_up_places
from bench.figures import Figure
from geomap.domain.answers import ControlQuery
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.event_kinds import EventKind
from geomap.domain.event_search import EventQuery
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.record import RecordQuery
from geomap.domain.rule import Rule, derivation_document
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Atlas,
    Claim,
    Event,
    Frame,
    Place,
    Source,
    SourceKind,
)
from geomap.domain.when import When
from geomap.services.control import control_on_day
from geomap.services.derived import histories_at
from geomap.services.event_search import KeptNames, search_events
from geomap.services.place_record import place_record
from geomap.services.statements import Change, accept
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database
from geomap.storage.derived import store_periods, store_territory
from geomap.storage.migrate import upgrade
from geomap.storage.standing import standing_on

LAST_DAY = FIRST_DAY + timedelta(days=DAYS + 365)
FRAME = Frame(
    "made-up", "", "", FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY, ("SY", "IQ"), 30.0, "CC0"
)
BOX = Bbox(40.0, 32.0, 42.25, 33.6)  # Some 1,000 of the 35,000 places.
A_DAY = FIRST_DAY + timedelta(days=DAYS // 2)
TIMES = 10
ACCEPTED = 20
EVENTS = 400_000
RECORDS = 20
GRADES = dict(zip(SOURCES, (Reliability.B, Reliability.A, Reliability.D), strict=True))


def measure() -> Iterator[Figure]:
    """Fill a database once, ask it, and change it."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'geomap.sqlite'}")
        upgrade(database)
        claims, places = made_up_claims(), made_up_places()
        yield from _filled(database, claims, places)
        yield from _asked(database)
        yield from _recorded(database, places)
        yield from _accepted(database, places, claims)
        database.close()


def _filled(
    database: Database, claims: dict[str, list[Claim]], places: list[Place]
) -> Iterator[Figure]:
    atlas = Atlas(
        frame=FRAME,
        actors=tuple(Actor(key, key, {}, ActorKind.ARMED_GROUP, "#000000", ()) for key in ACTORS),
        sources=tuple(
            Source(key, key, SourceKind.OTHER, reliability, "")
            for key, reliability in GRADES.items()
        ),
        places=tuple(places),
        claims=tuple(claim for of_place in claims.values() for claim in of_place),
        events=tuple(_made_up_events(places)),
    )
    document = derivation_document(Rule(), FRAME.reach)
    with database.writing() as session:
        started = time.perf_counter()
        store_atlas(session, atlas, "bench", "")
        yield Figure("store the atlas", time.perf_counter() - started, "s")
        started = time.perf_counter()
        store_periods(session, histories_at(session, 1, None, Rule()).all(), 1, document)
        yield Figure("derive and store all periods", time.perf_counter() - started, "s")
        # Cells have a benchmark of their own; no claim below gives a place its first.
        store_territory(session, ([], []), 1, document)


def _made_up_events(places: list[Place]) -> Iterator[Event]:
    chance = random.Random(7)  # noqa: S311 -- A fixed seed, no secret.
    for number in range(EVENTS):
        when = When.parse((FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat())
        source = chance.choice(SOURCES)
        yield Event(
            id=f"event-{number}",
            place_id=chance.choice(places).id,
            kind=chance.choice(list(EventKind)),
            actors=tuple(chance.sample(ACTORS, 2)),
            title="Something happened",
            when=when,
            source_id=source,
            report_id=None,
            known=when.earliest,
            grade=Grade(GRADES[source], chance.choice(list(Credibility))),
            summary="It was reported once.",
        )


def _recorded(database: Database, places: list[Place]) -> Iterator[Figure]:
    """Records as the page asks for them, of places spread over the whole land."""
    later = Standpoint(known=A_DAY + timedelta(days=90))
    for name, standpoint in (("", Standpoint()), (", as known on a day", later)):
        with database.reading() as session:
            work = [
                partial(place_record, session, RecordQuery(place.id, around=A_DAY), standpoint)
                for place in places[:: len(places) // RECORDS]
            ]
            measured = [_stopwatch(one) for one in work]
        yield from _figures(f"the record of a place{name}", measured, 50)
    names = KeptNames({})
    with database.reading() as session:
        for words in ("place 12", "reported once", "something happened"):
            query = EventQuery(words, A_DAY)
            search = partial(search_events, session, query, Standpoint(), names)
            search()  # Names are read once.
            yield from _figures(f"events with {words!r}", [_stopwatch(search)], None)


def _asked(database: Database) -> Iterator[Figure]:
    with database.reading() as session:
        by_all = _each(lambda: standing_on(session, A_DAY, WORLD, 1))
        yield from _figures("control on a day, all places", by_all, 150)
        in_box = _each(lambda: standing_on(session, A_DAY, BOX, 1))
        yield from _figures("control on a day, a box of 1,000 places", in_box, 10)
        later = A_DAY + timedelta(days=90)
        for name, box, known, target in (
            ("the box with places and evidence", BOX, None, None),
            ("all with places and evidence", WORLD, None, None),
            ("the box, as known on a day", BOX, later, 100),
            ("all places, as known on a day", WORLD, later, None),
        ):
            query = ControlQuery(A_DAY, box)
            once = _stopwatch(partial(control_on_day, session, query, Standpoint(known=known)))
            yield from _figures(name, [once], target)


def _accepted(
    database: Database, places: list[Place], claims: dict[str, list[Claim]]
) -> Iterator[Figure]:
    chance = random.Random(6)  # noqa: S311 -- A fixed seed, no secret.
    measured = []
    for number in range(ACCEPTED):
        place = chance.choice(places)
        like = claims[place.id][0]
        grade = Grade(GRADES[like.source_id], like.grade.credibility)
        claim = replace(like, id=f"accepted-{number}", grade=grade, summary="It was said again.")
        measured.append(_stopwatch(partial(_shown, database, claim, place)))
    yield from _figures("a claim accepted, until the next answer shows it", measured, 50)


def _shown(database: Database, claim: Claim, place: Place) -> None:
    with database.writing() as session:
        revision = accept(session, claim, Change("bench"), Rule())
    box = Bbox(place.longitude, place.latitude, place.longitude, place.latitude)
    with database.reading() as session:
        answer = control_on_day(session, ControlQuery(claim.when.settled, box), Standpoint())
    named = {one.id for one in answer.places[0].control.evidence}
    if answer.revision != revision or not named:
        raise AssertionError(f"The answer does not show {claim.id}.")


Times = tuple[float, float]
"""By the clock and by the processor, in ms."""


def _stopwatch(work: Callable[[], object]) -> Times:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)


def _each(work: Callable[[], object]) -> list[Times]:
    return [_stopwatch(work) for _ in range(TIMES)]


def _figures(name: str, measured: list[Times], at_most: float | None = None) -> Iterator[Figure]:
    clock, processor = zip(*measured, strict=True)
    yield Figure(name, statistics.median(clock), "ms", at_most=at_most)
    yield Figure("  of which processor time", statistics.median(processor), "ms")
