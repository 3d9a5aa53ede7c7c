"""Building an index: what goes in, and that no accident on the way costs the old one."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from threading import Barrier

import pytest

from gazetteer import Context, Gazetteer, GazetteerNotWritable, SourceError
from gazetteer.build import build_index, is_current
from gazetteer.places import Name
from gazetteer.sources import PlaceRecord
from tests.gazetteers import WORLD, FixedSource, record, variants, world_index

ROOT = Path(__file__).parents[3]
LONG_AGO = time.time() - 7200

# Builds an index that never ends, and says so when it is half done.
ENDLESS_BUILD = """
import sys, time
from pathlib import Path
from gazetteer.build import build_index
from tests.gazetteers import WORLD, FixedSource

class Endless(FixedSource):
    def records(self):
        yield from WORLD.places
        print("half done", flush=True)
        time.sleep(600)

build_index(Path(sys.argv[1]), [Endless(())])
"""

# Builds an index where files cannot grow, as on a full disk.
BUILD_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from gazetteer.build import build_index
from gazetteer.errors import GazetteerNotWritable
from tests.gazetteers import FixedSource, record

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
places = tuple(record(f"x:{number}", f"Place {number}") for number in range(50_000))
try:
    build_index(Path(sys.argv[1]), [FixedSource(places)])
except GazetteerNotWritable as error:
    print(error)
"""


def run(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def answers(path: Path) -> str:
    with Gazetteer.open(path) as gazetteer:
        return gazetteer.lookup("Raqqa")[0].place.id


def test_the_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "gazetteer.sqlite"
    build_index(path, [WORLD])
    assert answers(path) == "geonames:172955"


def test_nothing_but_the_index_is_left(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


def test_others_may_read_the_index(tmp_path: Path) -> None:
    assert world_index(tmp_path).stat().st_mode & 0o777 == 0o644


def test_an_index_without_places_is_an_index(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    build_index(path, [])
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Raqqa") == []
        assert gazetteer.nearest(39.0, 36.0) == []
        assert (gazetteer.info().places, gazetteer.info().names) == (0, 0)


def test_sources_that_know_one_place_give_one_entry(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    better = PlaceRecord("geonames:285728", name="Rigga", names=(Name("الرقة", "ar", "preferred"),))
    build_index(path, [WORLD, FixedSource((better,), name="better")])
    with Gazetteer.open(path) as gazetteer:
        place = gazetteer.get("geonames:285728")
        assert place.names == (
            Name("Rigga", "", "preferred"),
            Name("الرقة", "ar", "preferred"),
            *variants("Ar Riqqah"),
        )
        assert gazetteer.lookup("Ar Riqqah")[0].place == place
        assert [source.name for source in gazetteer.info().sources] == ["fixed", "better"]


def test_a_place_without_kind_is_a_populated_place(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    build_index(path, [FixedSource((record("x:1", "A", kind=""),))])
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.get("x:1").kind == "populated_place"


def test_a_name_of_two_languages_counts_as_its_best_kind(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    names = (Name("Rakka", "nl", "historical"), Name("Rakka", "tr", "preferred"))
    build_index(path, [FixedSource((record("x:1", "Raqqa", names=names),))])
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Rakka")[0].why[1] == "usual name in another language"
        assert set(names) < set(gazetteer.get("x:1").names)


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    places = tuple(record(f"x:{number}", f"Place {number}") for number in range(5000))
    build_index(
        tmp_path / "gazetteer.sqlite",
        [FixedSource(places)],
        lambda done, total: seen.append((done, total)),
    )
    shares = [done / total for done, total in seen]
    assert len(seen) > 3
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_progress_moves_on_while_names_are_sorted(tmp_path: Path) -> None:
    """Sorting takes half of a large build, so a watcher should see that it goes on."""
    seen: list[float] = []
    places = tuple(
        record(f"x:{number}", *(f"Name {number} {part}" for part in range(5)))
        for number in range(10_000)
    )
    build_index(
        tmp_path / "gazetteer.sqlite",
        [FixedSource(places)],
        lambda done, total: seen.append(done / total),
    )
    steps = [after - before for before, after in pairwise(seen)]
    assert max(steps) < 0.25


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        pytest.param(PlaceRecord("x:1", name="A"), "both a name and a point", id="no-point"),
        pytest.param(record("x:1", ""), "both a name and a point", id="no-name"),
        pytest.param(record("geonames:172955", "A"), "UNIQUE", id="an-id-twice"),
        pytest.param(record("x:1", "\ud800"), "surrogates", id="half-a-surrogate-pair"),
        pytest.param(record("x:1", "A", names=(Name("B", "", "nick"),)), "nick", id="name-kind"),
    ],
)
def test_a_broken_record_is_named_and_the_old_index_stays(
    tmp_path: Path, broken: PlaceRecord, complaint: str
) -> None:
    path = world_index(tmp_path)
    with pytest.raises(SourceError, match=f"{broken.id}.*{complaint}"):
        build_index(path, [FixedSource((*WORLD.places, broken))])
    assert answers(path) == "geonames:172955"
    assert list(tmp_path.iterdir()) == [path]


def test_an_index_is_current_until_a_source_changes(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    assert is_current(path, [WORLD])
    assert not is_current(path, [FixedSource(WORLD.places, version="2")])


# ------------------------------------------------------------------------------- accidents


def test_a_killed_build_leaves_the_old_index_working(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    before = path.read_bytes()
    with run(ENDLESS_BUILD, path) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "half done\n"
        builder.kill()
    assert path.read_bytes() == before
    assert answers(path) == "geonames:172955"


def test_what_a_killed_build_left_goes_with_a_later_build(tmp_path: Path) -> None:
    abandoned = tmp_path / ".abc.gazetteer.sqlite.part"
    young = tmp_path / ".def.gazetteer.sqlite.part"
    foreign = tmp_path / ".abc.other.sqlite.part"
    for part in (abandoned, young, foreign):
        part.touch()
    for part in (abandoned, foreign):
        os.utime(part, (LONG_AGO, LONG_AGO))
    path = world_index(tmp_path)
    assert set(tmp_path.iterdir()) == {path, young, foreign}


@dataclass(frozen=True)
class Meeting(FixedSource):
    """A source that waits until another builder reads it too."""

    barrier: Barrier = field(default_factory=lambda: Barrier(2))

    def records(self) -> Iterator[PlaceRecord]:
        self.barrier.wait(timeout=30)
        yield from self.places


def test_two_builders_at_once_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    source = Meeting(WORLD.places)
    with ThreadPoolExecutor(2) as pool:
        for build in [pool.submit(build_index, path, [source]) for _ in range(2)]:
            build.result()
    assert answers(path) == "geonames:172955"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_a_clear_error(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    with run(BUILD_ON_A_FULL_DISK, path) as builder:
        output, _ = builder.communicate(timeout=60)
    assert output.startswith(f"The gazetteer index cannot be written to {path}: ")
    assert answers(path) == "geonames:172955"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", ["id,name\n", "SQLite format 3\0 but no index of ours"])
def test_another_file_is_never_replaced(tmp_path: Path, content: str) -> None:
    path = tmp_path / "thesis.txt"
    path.write_text(content)
    with pytest.raises(GazetteerNotWritable, match="something else is there"):
        build_index(path, [WORLD])
    assert path.read_text() == content


def test_an_empty_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.sqlite").touch()
    assert answers(world_index(tmp_path)) == "geonames:172955"


def test_a_damaged_index_is_replaced(tmp_path: Path) -> None:
    path = world_index(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    assert answers(world_index(tmp_path)) == "geonames:172955"


def test_below_a_file_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GazetteerNotWritable, match="Not a directory"):
        build_index(tmp_path / "file" / "gazetteer.sqlite", [WORLD])


def test_a_folder_is_no_place_for_an_index(tmp_path: Path) -> None:
    with pytest.raises(GazetteerNotWritable, match="Is a directory"):
        build_index(tmp_path, [WORLD])


def test_a_path_that_is_taken_meanwhile_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"

    class Taking(FixedSource):
        def records(self) -> Iterator[PlaceRecord]:
            (path / "folder").mkdir(parents=True)
            yield from self.places

    with pytest.raises(GazetteerNotWritable, match="cannot be written to"):
        build_index(path, [Taking(WORLD.places)])
    assert list(tmp_path.iterdir()) == [path]


def read_only_folder(tmp_path: Path) -> Path:
    """Give a folder that not even the superuser writes to, if that is who runs the tests."""
    if os.geteuid() == 0:
        return Path("/proc")
    tmp_path.chmod(0o500)
    return tmp_path


def test_a_read_only_folder_is_a_clear_error(tmp_path: Path) -> None:
    path = read_only_folder(tmp_path) / "gazetteer.sqlite"
    with pytest.raises(GazetteerNotWritable, match="cannot be written to"):
        build_index(path, [WORLD])


def test_no_name_was_in_use_before_its_place_was_founded_or_after_it_ceased(
    tmp_path: Path,
) -> None:
    path = tmp_path / "gazetteer.sqlite"
    town = {"longitude": 41.0, "population": 900}
    places = (
        record("x:old", "Thawra", cessation="1973", population=1000),
        record("x:new", "Thawra", inception="1975-03", **town),
    )
    build_index(path, [FixedSource(places)])
    found = {}
    with Gazetteer.open(path) as gazetteer:
        for year in (1970, 1980):
            context = Context(on=date(year, 1, 1))
            found[year] = gazetteer.lookup("Thawra", context=context)
    assert [one.place.id for one in found[1970]] == ["x:old", "x:new"]
    assert [one.place.id for one in found[1980]] == ["x:new", "x:old"]
    assert "name not in use on 1980-01-01" in found[1980][1].why


def test_an_index_knows_which_areas_hold_a_place(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    places = (
        record("x:village", "Village", parents=("x:district", "y:2", "x:nowhere")),
        record("x:district", "District", kind="district", parents=("y:2",)),
        record("x:governorate", "Governorate", kind="governorate", other_ids=("y:2",)),
    )
    build_index(path, [FixedSource(places)])
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT held.id, area.id FROM holder JOIN place AS held ON held.number = holder.place"
        " JOIN place AS area ON area.number = holder.area ORDER BY 1, 2"
    ).fetchall()
    connection.close()
    assert rows == [
        ("x:district", "x:governorate"),
        ("x:village", "x:district"),
        ("x:village", "x:governorate"),
    ]
