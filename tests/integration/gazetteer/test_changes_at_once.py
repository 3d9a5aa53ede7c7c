"""Two changes of a gazetteer at once: none is lost, and one that is killed never was."""

import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gazetteer import Gazetteer, corrections
from gazetteer.build import build_index, is_current
from gazetteer.corrections import OwnName, OwnPlace, Tables, corrections_folder
from gazetteer.errors import GazetteerBusy, GazetteerNotWritable, InvalidName, InvalidQuery
from gazetteer.imports.importing import import_files
from gazetteer.locking import changing
from gazetteer.whole_files import write_whole
from geomap.services import place_sources, places
from tests.commands import as_ordinary_user, process_environment
from tests.source_files import wof_line, write

RAQQA = "geonames:172955"

# A geomap whose gazetteer is the small world; it does what the arguments say, one after another.
CHANGES = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from gazetteer.corrections import OwnName
    from gazetteer.imports import library
    from gazetteer.imports.importing import import_files
    from geomap.services import place_sources
    from tests.gazetteers import WORLD, FixedSource

    library.GeonamescacheSource = lambda: WORLD
    library.areas_of_the_world = lambda: FixedSource((), name="areas")
    library.CuratedSource = lambda: FixedSource((), name="curated")
    index, how, *what = sys.argv[1:]

    def progress(done, in_all):
        if how == "stop" and done:
            print("building", flush=True)
            time.sleep(60)

    print("ready", flush=True)
    sys.stdin.readline()
    for one in what:
        if one.endswith(".jsonl"):
            import_files(Path(index), [Path(one)], reading=progress, building=progress)
        else:
            own = OwnName("geonames:172955", one)
            place_sources.add_own_name(Path(index), own, progress)
    """
)


def unheard(_done: int, _in_all: int) -> None:
    """Report progress to nobody."""


@pytest.fixture
def index(own_index: Path) -> Path:
    build_index(own_index)
    return own_index


@contextmanager
def changes(index: Path, how: str, *what: str) -> Iterator[subprocess.Popen[str]]:
    """A process that is ready to change the index, and is gone in the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", CHANGES, str(index), how, *what],
        env=process_environment({}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def begin(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def own_names(index: Path) -> set[str]:
    return {row["name"] for row in Tables.read(corrections_folder(index)).names}


def test_of_two_processes_that_correct_at_once_none_loses_a_change(
    index: Path, tmp_path: Path
) -> None:
    file = str(write(tmp_path / "wof.jsonl", wof_line()))
    one = changes(index, "run", "Rafiqa", "Kallinikos", "Nikephorion")
    other = changes(index, "run", "Leontopolis", file, "Constantina")
    with one as first, other as second:
        begin(first)
        begin(second)
        assert [first.wait(60), second.wait(60)] == [0, 0]
    wanted = {"Rafiqa", "Kallinikos", "Nikephorion", "Leontopolis", "Constantina"}
    assert own_names(index) == wanted
    assert is_current(index)
    with Gazetteer.open(index) as gazetteer:
        assert wanted <= {name.text for name in gazetteer.get(RAQQA).names}
        assert gazetteer.get("wof:901").name == "Tell Zaytun"


@pytest.mark.parametrize("what", ["Rafiqa", "wof.jsonl"])
def test_a_change_that_is_killed_leaves_the_old_state_and_no_lock(
    index: Path, tmp_path: Path, what: str
) -> None:
    place_sources.add_own_name(index, OwnName(RAQQA, "Kallinikos"), unheard)
    before = index.read_bytes()
    file = str(write(tmp_path / "wof.jsonl", wof_line()))
    with changes(index, "stop", file if what == "wof.jsonl" else what) as process:
        begin(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "building\n"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert index.read_bytes() == before
    assert own_names(index) == {"Kallinikos"}
    assert is_current(index)
    place_sources.add_own_name(index, OwnName(RAQQA, "Leontopolis"), unheard)
    assert own_names(index) == {"Kallinikos", "Leontopolis"}


def test_whoever_has_waited_long_enough_is_told_who_is_busy(index: Path) -> None:
    with (
        changing(index),
        pytest.raises(GazetteerBusy, match=r"Another geomap is changing the gazetteer.*try again"),
        changing(index, patience=0.2),
    ):
        pass


def test_a_change_waits_for_the_one_before_it(index: Path) -> None:
    with changes(index, "run", "Rafiqa") as process:
        with changing(index):
            begin(process)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.5)
            assert own_names(index) == set()
        assert process.wait(60) == 0
    assert own_names(index) == {"Rafiqa"}


def test_what_cannot_be_kept_is_refused_without_waiting_for_another(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gazetteer.locking.PATIENCE_SECONDS", 0.1)
    with changing(index):
        with pytest.raises(InvalidName):
            place_sources.add_own_name(index, OwnName(RAQQA, "..."), unheard)
        with pytest.raises(InvalidQuery):
            place_sources.add_own_place(index, OwnPlace("Old Mill"), unheard)
        with pytest.raises(GazetteerBusy):
            place_sources.add_own_name(index, OwnName(RAQQA, "Rafiqa"), unheard)


def test_an_index_that_answers_is_kept_while_another_builds_a_newer_one(
    index: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    Tables().with_name(OwnName(RAQQA, "Rafiqa")).write(corrections_folder(index))
    monkeypatch.setattr("gazetteer.locking.PATIENCE_SECONDS", 0.1)
    before = index.read_bytes()
    with changing(index):
        places.ensure_index(index)
    assert index.read_bytes() == before
    assert "older than its sources. Another geomap is changing" in caplog.text


def test_an_index_that_another_has_built_meanwhile_is_not_built_again(
    own_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds: list[Path] = []

    @contextmanager
    def after_another(index: Path) -> Iterator[None]:
        build_index(index)
        builds.append(index)
        yield

    monkeypatch.setattr(places, "changing", after_another)
    monkeypatch.setattr(places, "build_index", lambda *_: builds.append(own_index))
    places.ensure_index(own_index)
    assert builds == [own_index]


def test_where_nothing_can_be_written_a_change_says_so(index: Path) -> None:
    code = f"""
from pathlib import Path
from gazetteer.errors import GazetteerNotWritable
from gazetteer.locking import changing
from gazetteer.whole_files import write_whole
try:
    with changing(Path({str(index.parent / "shut" / "gazetteer.sqlite")!r})):
        pass
except GazetteerNotWritable as error:
    print(error)
"""
    (index.parent / "shut").mkdir(mode=0o555)
    ended = subprocess.run(
        as_ordinary_user([sys.executable, "-c", code]),
        env=process_environment({}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.endswith("Permission denied.\n")
    assert issubclass(GazetteerNotWritable, OSError)


def test_a_table_stays_whole_when_the_other_cannot_be_written(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is never left without its place, wherever the writer stops."""
    place = place_sources.OwnPlace("Old Mill", (39.4, 35.8))
    place_id = place_sources.add_own_place(index, place, unheard)
    place_sources.add_own_name(index, OwnName(place_id, "Mill"), unheard)

    def stopped(path: Path, text: str) -> None:
        if path.name == "names.csv" and path.parent == corrections_folder(index):
            raise OSError(28, "No space left on device")
        write_whole(path, text)

    monkeypatch.setattr(corrections, "write_whole", stopped)
    with pytest.raises(GazetteerNotWritable, match="No space left"):
        place_sources.drop_corrections(index, place_id, unheard)
    monkeypatch.undo()
    kept = Tables.read(corrections_folder(index))
    assert {row["place_id"] for row in kept.names} <= {row["id"] for row in kept.places}


def test_an_import_waits_too(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "gazetteer.imports.importing.changing", lambda index: changing(index, patience=0.1)
    )
    file = write(tmp_path / "wof.jsonl", wof_line())
    with changing(index), pytest.raises(GazetteerBusy):
        import_files(index, [file], reading=unheard, building=unheard)
