"""One index for a whole service: opened once, opened anew when its file is replaced."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gazetteer import Gazetteer, GazetteerError, GazetteerMissing
from gazetteer.build import build_index
from geomap.services.gazetteer_index import SharedGazetteer
from tests.gazetteers import FixedSource, record

THREADS, QUESTIONS, BUILDS = 4, 60, 5


def build(path: Path, place_id: str) -> None:
    build_index(path, [FixedSource((record(place_id, "Raqqa"),))])


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "gazetteer.sqlite"
    build(path, "x:0")
    return path


def test_it_is_opened_once(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = Gazetteer.open

    def counted(path: Path) -> Gazetteer:
        opened.append(path)
        return real(path)

    monkeypatch.setattr(Gazetteer, "open", counted)
    shared = SharedGazetteer(index)
    for _ in range(3):
        with shared.using() as one:
            assert one.gazetteer.lookup("Raqqa")
    shared.close()
    assert opened == [index]


def test_a_question_ends_on_the_index_on_which_it_began(index: Path) -> None:
    shared = SharedGazetteer(index)
    with shared.using() as before:
        build(index, "x:1")
        with shared.using() as after:
            assert after.gazetteer.get("x:1").id == "x:1"
            assert after.stamp != before.stamp
        assert before.gazetteer.get("x:0").id == "x:0"
    with pytest.raises(GazetteerError, match="closed"):
        before.gazetteer.get("x:0")
    shared.close()


def test_threads_ask_while_builds_replace_the_index(index: Path) -> None:
    shared = SharedGazetteer(index)

    def ask(_number: int) -> int:
        with shared.using() as one:
            return len(one.gazetteer.lookup("Raqqa"))

    with ThreadPoolExecutor(THREADS) as threads:
        answers = [threads.submit(ask, number) for number in range(QUESTIONS)]
        for number in range(BUILDS):
            build(index, f"x:{number}")
            answers += [threads.submit(ask, number) for number in range(QUESTIONS)]
        assert {answer.result() for answer in answers} == {1}
    shared.close()


def test_what_is_no_index_any_more_is_an_error_until_it_is_one(index: Path) -> None:
    shared = SharedGazetteer(index)
    kept = index.read_bytes()
    index.unlink()
    with pytest.raises(GazetteerMissing), shared.using():
        pass
    index.write_bytes(b"noise")
    with pytest.raises(GazetteerError), shared.using():
        pass
    index.write_bytes(kept)
    with shared.using() as one:
        assert one.gazetteer.get("x:0").id == "x:0"
    shared.close()
