"""Two servers over one database, and a server that is killed while it writes."""

import json
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from geomap.domain.rights import Right
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.exports.timeline import timeline_document
from geomap.services.derived import is_current, rebuild
from geomap.services.outline import outline
from geomap.services.tokens import add_token
from geomap.storage.database import Database
from geomap.storage.revisions import latest_revision
from tests.serving import ROOT, environment_for, free_port, running, serving
from tests.writing import NEW, TAKING

COMMAND = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
STATEMENTS = "/api/statements/claims"


@pytest.fixture
def environment(database_file: Path, gazetteer_index: Path, tmp_path: Path) -> dict[str, str]:
    return environment_for(tmp_path, free_port()) | {
        "GEOMAP_DATABASE": f"sqlite:///{database_file}",
        "GEOMAP_GAZETTEER": str(gazetteer_index),
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def editor(database: Database) -> dict[str, str]:
    with database.writing() as session:
        return {"Authorization": f"Bearer {add_token(session, 'Amira', Right.EDIT)}"}


@pytest.fixture
def two_servers(environment: dict[str, str], tmp_path: Path) -> Iterator[list[str]]:
    """The addresses of two servers, processes of their own, over one database."""
    with ExitStack() as stack:
        addresses = []
        for name in ("first", "second"):
            folder = tmp_path / name
            folder.mkdir()
            own = environment | {"GEOMAP_PORT": str(free_port())}
            addresses.append(stack.enter_context(serving(COMMAND, own, folder)))
        yield addresses


def put(address: str, document: Mapping[str, Any], headers: Mapping[str, str]) -> int:
    request = urllib.request.Request(  # noqa: S310 - loopback only.
        f"{address}{STATEMENTS}/{document['id']}?note=Read",
        json.dumps(document).encode(),
        {"Content-Type": "application/json", **headers},
        method="PUT",
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - as above.
            status: int = answer.status
            return status
    except urllib.error.HTTPError as error:
        return error.code


def test_editors_at_two_servers_never_overwrite_each_other(
    two_servers: list[str], editor: dict[str, str], database: Database
) -> None:
    assert put(two_servers[0], TAKING, editor | NEW) == 201
    told: list[int] = []
    start = threading.Barrier(6)

    def write(number: int) -> None:
        mine = TAKING | {"summary": f"Version {number}."}
        start.wait()
        told.append(put(two_servers[number % 2], mine, editor | {"If-Match": '"r2"'}))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [200, 412, 412, 412, 412, 412]
    with database.reading() as session:
        assert latest_revision(session) == 3
    tags = {
        urllib.request.urlopen(f"{one}{STATEMENTS}/{TAKING['id']}").headers["ETag"]  # noqa: S310 - as above.
        for one in two_servers
    }
    assert tags == {'"r3"'}


def test_a_server_that_is_killed_while_it_writes_leaves_whole_revisions(
    environment: dict[str, str], editor: dict[str, str], database: Database, tmp_path: Path
) -> None:
    kept: list[int] = []
    with running(COMMAND, environment, tmp_path) as (address, process):
        killed = threading.Timer(1.5, process.kill)
        killed.start()
        for number in range(10_000):
            document = TAKING | {"id": f"claim-{number}", "summary": f"Number {number}."}
            try:
                if put(address, document, editor | NEW) == 201:
                    kept.append(number)
            except (OSError, urllib.error.URLError):
                break
        killed.join()
    assert kept
    with database.reading() as session:
        # What was answered is kept; the one under way is there whole or not at all.
        assert latest_revision(session) - 1 in {len(kept), len(kept) + 1}
        assert is_current(session, Rule())
        stored = timeline_document(outline(session, Standpoint()))
    with database.writing() as session:
        rebuild(session, Rule())
        assert timeline_document(outline(session, Standpoint())) == stored
