"""Makes atlases for tests: valid as they stand, so that a test names only what it is about."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Cells = Mapping[str, str]
FILES = ("atlas", "actors", "sources", "reports", "claims", "events", "figures")

FRAME = {
    "id": "test-war",
    "title": "A war made for tests",
    "description": "North and South fight over a few towns.",
    "start": "2014-01-01",
    "end": "2018-01-01",
    "view_start": "2014-06-01",
    "view_end": "2017-06-01",
    "countries": "SY;IQ",
    "reach_km": "30",
    "licence": "CC0",
}
_STATED = {
    "place": "Raqqa",
    "country": "SY",
    "place_id": "geonames:172955",
    "when": "2014-06-10",
    "source": "agency",
    "report": "agency-june",
    "known": "2014-06-11",
    "credibility": "2",
    "summary": "The agency says so.",
}


def frame(**values: str) -> list[Cells]:
    """The rows of atlas.csv."""
    return [{"key": key, "value": value} for key, value in (FRAME | values).items()]


def actor(**cells: str) -> Cells:
    """A row of actors.csv."""
    default = {"id": "north", "name": "North", "name_nl": "Noord", "name_ar": "شمال"}
    return default | {"kind": "armed_group", "colour": "#0072b2", "aliases": "The North"} | cells


def source(**cells: str) -> Cells:
    """A row of sources.csv."""
    default = {"id": "agency", "name": "The Agency", "kind": "news_agency", "reliability": "B"}
    return default | {"note": ""} | cells


def report(**cells: str) -> Cells:
    """A row of reports.csv."""
    default = {"id": "agency-june", "source": "agency", "title": "The town falls"}
    where = {"publisher": "The Agency", "language": "en", "url": "https://agency.example/june"}
    return default | where | {"published": "2014-06-11", "note": ""} | cells


def claim(**cells: str) -> Cells:
    """A row of claims.csv: South takes Raqqa."""
    default = {"id": "raqqa-falls", "effect": "takes", "holder": "south", "loser": "", "order": ""}
    return default | _STATED | cells


def event(**cells: str) -> Cells:
    """A row of events.csv: a battle in Raqqa."""
    default = {"id": "raqqa-battle", "kind": "battle", "actors": "north;south"}
    return default | {"title": "Fighting in Raqqa"} | _STATED | cells


def figure(**cells: str) -> Cells:
    """A row of figures.csv: fighters of South in Raqqa."""
    default = {"id": "raqqa-fighters", "measure": "fighters", "unit": "persons", "actor": "south"}
    return default | {"value": "300", "low": "250", "high": "400"} | _STATED | cells


NOWHERE = {"place": "", "country": "", "place_id": ""}
KOBANI = {"place": "Kobani", "country": "SY", "place_id": "test:kobani"}
BAGHUZ = {"place": "Baghuz", "country": "SY", "place_id": "test:baghuz"}
HIT = {"place": "Hit", "country": "IQ", "place_id": "test:hit"}
MOSUL = {"place": "Mosul", "country": "IQ", "place_id": "geonames:99072"}


def claims() -> list[Cells]:
    """A little of everything that rule 1 can say.

    Raqqa: North, from 2014-06-10 South, from 2016-03-01 North. Kobani: contested in October 2014,
    then North. Baghuz: disputed from 2015-02-16, known a day later, until North takes it on
    2015-03-23. Hit: South takes it on some day of May 2015. Mosul is named by an event alone.
    """
    standing = {"effect": "holds", "when": "2014-01-01/..", "known": "2014-01-01"}
    back = {"holder": "north", "when": "2016-03-01", "known": "2016-03-05"}
    fight = {"effect": "contests", "holder": "north", "loser": "south", "known": "2014-10-07"}
    free = {"holder": "north", "when": "2015-01-26", "known": "2015-01-26"}
    fallen = {"holder": "north", "when": "2015-02-16", "known": "2015-02-16", "source": "monitor"}
    holds_out = {"effect": "holds", "holder": "south", "when": "2015-02-16", "source": "commander"}
    over = {"holder": "north", "when": "2015-03-23", "known": "2015-03-23"}
    held = {**HIT, "holder": "north", **standing}
    some_day = {"holder": "south", "when": "2015-05", "known": "2015-05-20"}
    return [
        claim(id="raqqa-before", holder="north", **standing),
        claim(),
        claim(id="raqqa-back", **back),
        claim(id="kobani-before", holder="north", **{**KOBANI, **standing}),
        claim(id="kobani-fight", when="2014-10-06", **{**KOBANI, **fight}),
        claim(id="kobani-free", **{**KOBANI, **free}),
        claim(id="baghuz-before", holder="south", **{**BAGHUZ, **standing}),
        claim(id="baghuz-fallen", **{**BAGHUZ, **fallen}),
        claim(id="baghuz-holds-out", known="2015-02-17", **{**BAGHUZ, **holds_out}),
        claim(id="baghuz-over", **{**BAGHUZ, **over}),
        claim(id="hit-before", **held),
        claim(id="hit-falls", **{**HIT, **some_day}),
    ]


def tables(**changed: Iterable[Cells]) -> dict[str, list[Cells]]:
    """The rows of every file; a test names the files that it changes."""
    whole: dict[str, Iterable[Cells]] = {
        "atlas": frame(),
        "actors": [actor(), actor(id="south", name="South", colour="#d55e00")],
        "sources": [
            source(),
            source(id="monitor", name="The Monitor", kind="monitor", reliability="A"),
            source(id="commander", name="A commander", kind="party", reliability="B"),
        ],
        "reports": [report()],
        "claims": claims(),
        "events": [
            event(),
            event(id="mosul-speech", kind="declaration", title="A speech", **MOSUL),
            event(id="talks", kind="agreement", title="Talks abroad", **NOWHERE),
        ],
        "figures": [figure(), figure(id="area", measure="territory", unit="km2", **NOWHERE)],
    }
    return {name: list(rows) for name, rows in (whole | changed).items()}


def write_atlas(folder: Path, **changed: Iterable[Cells]) -> Path:
    """Write an atlas into a folder, which is made, and give the folder back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(**changed).items():
        write_table(folder / f"{name}.csv", rows)
    return folder


def write_table(path: Path, rows: Sequence[Cells]) -> None:
    """Write rows under a header of all their columns; no row at all gives the usual header."""
    columns = dict.fromkeys(column for row in rows or usual_rows(path.stem) for column in row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def usual_rows(name: str) -> list[Cells]:
    """The rows that a file has when a test says nothing."""
    return tables()[name]
