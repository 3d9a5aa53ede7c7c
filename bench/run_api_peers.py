"""Measure our API and pygeoapi over the same 400,000 events in one run, as ratios.

Usage: python -m bench.run_api_peers [FOLDER [SOURCE ...]]

FOLDER holds an atlas that `python -m bench.made_up_atlas FOLDER` has filled; SOURCE is what
pygeoapi reads from, sqlite or postgresql, both when none is named.

pygeoapi stands in an environment of its own (`bench/peers/pygeoapi/requirements.lock`), served by
waitress with as many threads as we are. It reads the events, exported by ourselves, from a
GeoPackage and from PostgreSQL, each with an index on the id, the place and the start. SpatiaLite
(Debian: libsqlite3-mod-spatialite) and PostgreSQL with PostGIS (postgresql-15-postgis-3) come from
the system; a peer whose program is missing is named and left out.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas

from bench.api_load import Reader, Timing, environment_with, running
from bench.bench_api import ITEMS, PATHS, TIMES, deep_page, serving
from bench.made_up_atlas import EVENTS, fill
from bench.run_peers import PEERS, environment_of
from tests.serving import free_port

THEIR_ITEMS = "/collections/events/items"
TARGETS = {"limit=10": 10, "limit=1000": 10, "a degree and a month": 5, "one event by id": 10}
EXPORT_TARGET = 5
PAGES_READ = 5
A_PAGE = 10_000
FEWER = 10
"""A peer is asked so many times less often: the mean of what it takes is soon known."""


@dataclass(frozen=True)
class Speeds:
    """Answers a second by what was asked, features a second of an export, and a deep page."""

    answers: dict[str, Timing]
    """To questions that were not asked before."""
    again: dict[str, Timing]
    """To the same question again."""
    exported: float
    deep: float
    """How many times as long a page takes behind 300,000 others."""


def our_speeds(reader: Reader) -> Speeds:
    """Ask ourselves."""
    answers = {what: reader.time_anew(path, TIMES[what]) for what, path in PATHS.items()}
    deep = reader.time_anew(deep_page(reader), TIMES["limit=1000"])
    seconds, _end = reader.read_through("/events.geojson")
    again = {what: _again(reader, path, TIMES[what]) for what, path in PATHS.items()}
    return Speeds(answers, again, EVENTS / seconds, _deeper(deep, answers))


def _deeper(deep: Timing, answers: dict[str, Timing]) -> float:
    """By the median, since the first who go there wait for the disk."""
    return deep.median / answers["limit=1000"].median


def _again(reader: Reader, path: str, times: int) -> Timing:
    return reader.time(path.format(number="123456"), times)


def their_speeds(reader: Reader) -> Speeds:
    """Ask a peer for the same; it has no export, so pages of 10,000 stand for one."""
    answers, again = {}, {}
    for what, path in PATHS.items():
        asked = f"{path.replace(ITEMS, THEIR_ITEMS)}{'&' if '?' in path else '?'}f=json"
        answers[what] = reader.time_anew(asked, max(3, TIMES[what] // FEWER))
        again[what] = _again(reader, asked, max(3, TIMES[what] // FEWER))
    deep = reader.time(f"{THEIR_ITEMS}?limit=1000&offset=300000&f=json", 3)
    started = time.perf_counter()
    for page in range(PAGES_READ):
        reader.get(f"{THEIR_ITEMS}?limit={A_PAGE}&offset={page * A_PAGE}&f=json")
    exported = PAGES_READ * A_PAGE / (time.perf_counter() - started)
    return Speeds(answers, again, exported, _deeper(deep, answers))


def printed(peer: str, ours: Speeds, theirs: Speeds) -> None:
    """Print ratios beside their targets; above 1 means that we do better."""
    print(f"\n{peer:<40} {'geomap':>10} {'peer':>10} {'ratio':>9}   target")
    pairs = [(what, ours.answers[what], theirs.answers[what]) for what in PATHS]
    rows = [(what, our.a_second, their.a_second, TARGETS[what]) for what, our, their in pairs]
    rows.append(("features exported", ours.exported, theirs.exported, EXPORT_TARGET))
    for what, our, their, target in rows:
        verdict = "met" if our / their >= target else "MISSED"
        told = f"{our:>10,.1f} {their:>10,.1f} {our / their:>7,.1f} x"
        print(f"  {what + ', a second':<38} {told}   at least {target} x: {verdict}")
    for what in PATHS:
        our, their = ours.again[what].a_second, theirs.again[what].a_second
        told = f"{our:>10,.1f} {their:>10,.1f} {our / their:>7,.1f} x"
        print(f"  {what + ' asked again, a second':<38} {told}")
    for what, mine, other in pairs:
        told = f"{mine.work:>10,.1f} {other.work:>10,.1f} {other.work / mine.work:>7,.1f} x"
        print(f"  {what + ', work in ms':<38} {told}")
    print(
        f"  {'a page behind 300,000, by the first':<38} {ours.deep:>10,.1f} {theirs.deep:>10,.1f}"
    )


@contextmanager
def pygeoapi(folder: Path, *source: str) -> Iterator[Reader]:
    """Serve the events of a source by pygeoapi."""
    port = free_port()
    program = PEERS / "pygeoapi" / "serve.py"
    command: list[str | Path] = [environment_of("pygeoapi"), program, folder, str(port)]
    log = folder / f"pygeoapi-{source[0]}.log"
    with running(
        [*command, *source], environment_with(), log, (port, "/conformance?f=json")
    ) as process:
        yield Reader(port, process)


def geopackage(folder: Path) -> Path:
    """Write the events as a GeoPackage with an index on what is asked for."""
    file = folder / "events.gpkg"
    frame = geopandas.read_file(folder / "events.fgb")
    frame.to_file(file, layer="events", driver="GPKG", engine="pyogrio")
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE UNIQUE INDEX events_id ON events (id)")
        connection.execute('CREATE INDEX events_start ON events ("start")')
    connection.close()
    return file


@contextmanager
def postgresql(folder: Path) -> Iterator[tuple[str, str]]:
    """Run PostgreSQL over a folder of its own, fill it, and give its socket's folder and port."""
    # PostgreSQL refuses to be run by root.
    own = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    home, port = folder / "postgresql", str(free_port())
    home.mkdir()
    folder.chmod(0o755)
    if own:
        shutil.chown(home, "postgres")
    cluster = home / "cluster"

    def run(*command: str | Path, text: str | None = None) -> None:
        subprocess.run(
            [*own, *command], check=True, input=text, text=True, stdout=subprocess.DEVNULL
        )

    run("initdb", "--auth=trust", "--username=postgres", "--pgdata", cluster)
    options = f"-k {home} -p {port} -c listen_addresses= -c shared_buffers=512MB"
    run("pg_ctl", "-w", "-D", cluster, "-o", options, "-l", home / "log", "start")
    try:
        psql = ("psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", home, "-p", port, "-U", "postgres")
        run("createdb", "-h", home, "-p", port, "-U", "postgres", "bench")
        run(*psql, "bench", text=_tables(folder / "events.csv"))
        yield str(home), port
    finally:
        run("pg_ctl", "-w", "-D", cluster, "-m", "fast", "stop")


def _tables(table: Path) -> str:
    with table.open(encoding="utf-8") as file:
        columns = file.readline().strip().split(",")
    typed = ", ".join(f'"{name}" {_TYPES.get(name, "text")}' for name in columns)
    return f"""
        CREATE EXTENSION postgis;
        CREATE TABLE events ({typed}, geom geometry(Point, 4326));
        \\copy events ({", ".join(f'"{name}"' for name in columns)}) FROM '{table}' CSV HEADER
        UPDATE events SET geom = ST_SetSRID(ST_MakePoint(longitude, latitude), 4326);
        ALTER TABLE events ADD PRIMARY KEY (id);
        CREATE INDEX ON events USING gist (geom);
        CREATE INDEX ON events ("start");
        VACUUM FULL ANALYZE events;
    """  # noqa: S608 - The names are those of our own file.


_TYPES = {
    **dict.fromkeys(("longitude", "latitude"), "double precision"),
    **dict.fromkeys(("start", "end", "known"), "date"),
}


def _lacks() -> dict[str, str]:
    """Which peers cannot run here, and why."""
    lacks = {}
    spatialite = sqlite3.connect(":memory:")
    try:
        spatialite.enable_load_extension(True)  # noqa: FBT003 - Its one argument.
        spatialite.execute("SELECT load_extension('mod_spatialite')")
    except (sqlite3.OperationalError, AttributeError):
        lacks["sqlite"] = "this Python cannot load SpatiaLite"
    spatialite.close()
    if not all(map(shutil.which, ("initdb", "pg_ctl", "psql"))):
        lacks["postgresql"] = "PostgreSQL is not installed"
    return lacks


def main(arguments: Sequence[str]) -> int:
    """Fill, ask ourselves, then each peer."""
    lacks = _lacks()
    wanted = arguments[1:] or _SOURCES
    asked = [source for source in wanted if source not in lacks]
    for source in lacks.keys() & set(wanted):
        print(f"pygeoapi over {source} is left out: {lacks[source]}.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("Making 400,000 events...", flush=True)
        atlas = Path(arguments[0]) if arguments else folder
        if not arguments:
            fill(folder)
        with serving(atlas) as (reader, _process):
            for source in asked:
                ending = _READS[source]
                (folder / f"events.{ending}").write_bytes(reader.get(f"/events.{ending}").body)
            print("Asking ourselves...", flush=True)
            ours = our_speeds(reader)
        for source in asked:
            printed(f"pygeoapi over {source}", ours, _SOURCES[source](folder))
    return 0


def _over_sqlite(folder: Path) -> Speeds:
    with pygeoapi(folder, "sqlite", str(geopackage(folder))) as reader:
        return their_speeds(reader)


def _over_postgresql(folder: Path) -> Speeds:
    with postgresql(folder) as where, pygeoapi(folder, "postgresql", *where) as reader:
        return their_speeds(reader)


_SOURCES: dict[str, Callable[[Path], Speeds]] = {
    "sqlite": _over_sqlite,
    "postgresql": _over_postgresql,
}
_READS = {"sqlite": "fgb", "postgresql": "csv"}
"""The file of ours that each is filled from."""

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
