"""Answers that follow one statement at a time are those of a full rebuild, byte for byte."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text
from sqlalchemy.orm import Session

from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Atlas,
    Claim,
    Effect,
    Frame,
    Place,
    Source,
    SourceKind,
)
from geomap.domain.when import When
from geomap.services.atlases import prepare_database
from geomap.services.derived import rebuild
from geomap.services.statements import Change, accept, edit, withdraw
from geomap.services.timeline import timeline
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database

DERIVED = {
    "periods": "SELECT place_id, start, end, status, holders, opposed, uncertain, candidates,"
    " stale, evidence FROM control_period ORDER BY place_id, start",
    "index": "SELECT place_id, t.start, t.stop, west, east, south, north FROM control_space_time t"
    " JOIN control_period p USING (pk) ORDER BY place_id, t.start",
    "size of the index": "SELECT count(*) FROM control_space_time",
    "cells": "SELECT place_id, hex(geometry), area_km2 FROM cell ORDER BY place_id",
    "borders": "SELECT place_id, neighbour_id, hex(geometry) FROM cell_edge"
    " ORDER BY place_id, neighbour_id",
    "state": "SELECT name, revision, rule FROM derived ORDER BY name",
}
RELIABILITY = {"agency": Reliability.B, "monitor": Reliability.A}
FRAME = Frame(
    "small",
    "A small war",
    "",
    date(2014, 1, 1),
    date(2016, 1, 1),
    date(2014, 1, 1),
    date(2016, 1, 1),
    ("SY", "IQ"),
    30.0,
    "",
)


def place(key: str, longitude: float, latitude: float, kind: str = "town") -> Place:
    admin1 = "" if kind == "country" else "SY.04" if longitude < 39.5 else "SY.07"
    return Place(key, key.title(), {}, longitude, latitude, kind, "SY", admin1, None)


# Towns in two governorates, near enough to share borders; two lie far away from all others.
PLACES = {
    one.id: one
    for one in (
        place("raqqa", 39.0, 35.95),
        place("tabqa", 38.55, 35.84),
        place("mansura", 38.75, 35.82),
        place("maadan", 39.6, 35.75),
        place("deir", 40.14, 35.34),
        place("mayadin", 40.45, 35.02),
        place("palmyra", 38.27, 34.55),
        place("daraa", 36.1, 32.63),
        place("west", 38.9, 36.0, "governorate"),
        place("east", 40.2, 35.2, "governorate"),
        place("syria", 38.5, 35.0, "country"),
    )
}
ACTORS = ("north", "south", "third")
DAYS = (
    "2014-01-01/..",
    "2014-06",
    "2014-06-10",
    "2014-06-20",
    "2014-07-01",
    "2015-01",
    "2015-03-03",
)


@st.composite
def claims(draw: st.DrawFn, key: str) -> Claim:
    effect = draw(st.sampled_from([Effect.TAKES, Effect.HOLDS, Effect.CONTESTS]))
    when = When.parse(draw(st.sampled_from(DAYS)))
    source = draw(st.sampled_from(sorted(RELIABILITY)))
    return Claim(
        id=key,
        place_id=draw(st.sampled_from(sorted(PLACES))),
        when=when,
        source_id=source,
        report_id=None,
        known=when.settled,
        grade=Grade(RELIABILITY[source], draw(st.sampled_from(Credibility))),
        summary="It was said so.",
        effect=effect,
        holder=draw(st.sampled_from(ACTORS)),
    )


def small_atlas() -> Atlas:
    """Only Raqqa has a claim; the other places come with their statements."""
    taking = Claim(
        id="of-the-folder",
        place_id="raqqa",
        when=When.parse("2014-01-14"),
        source_id="agency",
        report_id=None,
        known=date(2014, 1, 15),
        grade=Grade(Reliability.B, Credibility.PROBABLE),
        summary="South takes Raqqa.",
        effect=Effect.TAKES,
        holder="south",
    )
    return Atlas(
        frame=FRAME,
        actors=tuple(Actor(key, key, {}, ActorKind.ARMED_GROUP, "#000000", ()) for key in ACTORS),
        sources=tuple(
            Source(key, key, SourceKind.OTHER, reliability, "")
            for key, reliability in RELIABILITY.items()
        ),
        places=(PLACES["raqqa"],),
        claims=(taking,),
    )


class Desk(RuleBasedStateMachine):
    """Somebody accepts, edits and withdraws claims on towns, governorates and the country."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.database = Database(f"sqlite:///{Path(self.folder.name) / 'geomap.sqlite'}")
        self.standing: dict[str, Claim] = {}
        self.told: dict[int, str] = {}

    @initialize()
    def load(self) -> None:
        prepare_database(self.database, Rule())
        atlas = small_atlas()
        with self.database.writing() as session:
            store_atlas(session, atlas, "a test", "")
            rebuild(session, Rule())
        self.standing = {claim.id: claim for claim in atlas.claims}

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        free = [f"claim-{number}" for number in range(9) if f"claim-{number}" not in self.standing]
        if free:
            claim = data.draw(claims(free[0]))
            self.change(lambda session: accept(session, claim, brought(claim), Rule()))
            self.standing[claim.id] = claim

    @precondition(lambda self: self.standing)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        claim = data.draw(claims(data.draw(st.sampled_from(sorted(self.standing)))))
        self.change(lambda session: edit(session, claim, brought(claim), Rule()))
        self.standing[claim.id] = claim

    @precondition(lambda self: self.standing)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.standing)))
        self.change(lambda session: withdraw(session, Claim, key, Change("a reviewer"), Rule()))
        del self.standing[key]

    def change(self, carry_out: Callable[[Session], int]) -> None:
        with self.database.writing() as session:
            revision = carry_out(session)
            self.told[revision] = told(session, revision)

    @invariant()
    def answers_are_those_of_a_rebuild(self) -> None:
        with undone(self.database) as session:
            followed = derived(session)
            rebuild(session, Rule())
            assert derived(session) == followed

    def teardown(self) -> None:
        with self.database.reading() as session:
            again = {revision: told(session, revision) for revision in self.told}
        self.database.close()
        self.folder.cleanup()
        assert again == self.told


def brought(claim: Claim) -> Change:
    return Change("a reviewer", place=PLACES[claim.place_id])


def told(session: Session, revision: int) -> str:
    """All that is stated and derived at a revision."""
    return repr(timeline(session, Standpoint(revision=revision)))


def derived(session: Session) -> Mapping[str, list[Any]]:
    return {
        name: [tuple(row) for row in session.execute(text(query))]
        for name, query in DERIVED.items()
    }


@contextmanager
def undone(database: Database) -> Iterator[Session]:
    """A session that may write, and of which nothing is kept."""
    with Session(database.engine) as session:
        yield session
        session.rollback()


Desk.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestDesk = Desk.TestCase
