"""A run over many reports may be killed at any moment, and two may run at once."""

import multiprocessing
import os
import shutil
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gazetteer import Gazetteer
from geomap.domain.proposals import ProposalQuery
from geomap.imports.documents import Document
from geomap.services import ingesting
from geomap.services.ingest_files import files_among, ingest_files
from geomap.services.ingesting import Ingester, What
from geomap.storage.database import Database
from geomap.storage.ingested import cited_again, ingested_report
from geomap.storage.proposals import list_proposals
from tests.plain_reader import PlainReader

REPORTS = 12
TOWNS = ("Raqqa", "Mosul", "Kobani")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dozen reports, each followed by the same story in another paper."""
    made = tmp_path / "reports"
    made.mkdir()
    for number in range(REPORTS):
        words = " ".join(f"word{number}x{one}" for one in range(60))
        town = TOWNS[number % len(TOWNS)]
        text = f"South takes {town}. {words} North holds {town}, says witness {number}."
        for paper in ("Courant", "Gazette"):
            head = f"publisher: {paper}\npublished: 2016-10-{10 + number}\nlanguage: en\n\n"
            (made / f"{number:02}-{paper}.txt").write_text(f"{head}{text} By the {paper}.")
    return made


@contextmanager
def ingester_of(path: Path, index: Path) -> Iterator[Ingester]:
    database = Database(f"sqlite:///{path}")
    with Gazetteer.open(index) as gazetteer:
        made = Ingester(database, gazetteer)
        made._reader = PlainReader()  # type: ignore[assignment] # By fewer rules.
        yield made
    database.close()


def run(path: Path, index: Path, folder: Path) -> Counter[What | None]:
    with ingester_of(path, index) as ingester:
        found = ingest_files(ingester, files_among([folder]), Document(""), 10_000)
        return Counter(one.ingested.what if one.ingested else None for one in found)


def run_and_die(path: Path, index: Path, folder: Path, step: str, after: int) -> None:
    """As `run`, until some step of the storing has been taken so many times."""
    real: Callable[..., Any] = getattr(ingesting, step)
    calls = 0

    def step_or_die(*given: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)

    setattr(ingesting, step, step_or_die)
    run(path, index, folder)


def everything(path: Path) -> list[Any]:
    """All proposals with what they cite and the stories of their reports."""
    database = Database(f"sqlite:///{path}")
    with database.reading() as session:
        found = list_proposals(session, ProposalQuery(500))
        told = [(one.number, one.suggestion) for one in found]
        cited = cited_again(session, [number for number, _suggestion in told])
        keys = {one.report_id for one in cited}
        stories = {key: getattr(ingested_report(session, key), "story", None) for key in keys}
    database.close()
    return [told, cited, sorted(stories.items())]


@pytest.fixture
def wanted(filled_file: Path, small_index: Path, folder: Path, tmp_path: Path) -> list[Any]:
    """What a run that nobody disturbs leaves behind."""
    path = Path(shutil.copy(filled_file, tmp_path / "undisturbed.sqlite"))
    assert run(path, small_index, folder) == {What.NEW: REPORTS, What.SAME_STORY: REPORTS}
    return everything(path)


def test_a_run_that_is_killed_goes_on_without_loss_or_doubles(
    database_file: Path, small_index: Path, folder: Path, wanted: list[Any]
) -> None:
    # In the middle of a transaction, and between two of them.
    for step, after in (("propose", 3), ("report_of_file", 11)):
        process = multiprocessing.get_context("spawn").Process(
            target=run_and_die, args=(database_file, small_index, folder, step, after)
        )
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        told, _cited, _stories = everything(database_file)
        assert 0 < len(told) < len(wanted[0])
    run(database_file, small_index, folder)
    assert everything(database_file) == wanted


def test_a_second_run_finds_everything_done(
    database_file: Path, small_index: Path, folder: Path
) -> None:
    run(database_file, small_index, folder)
    before = everything(database_file)
    assert run(database_file, small_index, folder) == {What.AGAIN: 2 * REPORTS}
    assert everything(database_file) == before


def test_two_runs_at_once_store_nothing_twice(
    database_file: Path, small_index: Path, folder: Path, wanted: list[Any]
) -> None:
    told: list[Counter[What | None]] = []
    start = threading.Barrier(2)

    def carry_out() -> None:
        start.wait()
        told.append(run(database_file, small_index, folder))

    threads = [threading.Thread(target=carry_out) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    both = told[0] + told[1]
    assert both == {What.NEW: REPORTS, What.SAME_STORY: REPORTS, What.AGAIN: 2 * REPORTS}
    found, cited, _stories = everything(database_file)
    assert (len(found), len(cited)) == (len(wanted[0]), len(wanted[1]))
