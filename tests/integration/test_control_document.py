"""The commands in docs/control.md print what the document says that they print."""

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from geomap.domain.rule import Rule
from geomap.services.atlases import load_atlas_folder, prepare_database
from geomap.storage.database import Database
from tests.commands import Run, run_here
from tests.shipped_atlas import FOLDER

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "control.md"
SKIPPED = "..."


def examples() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each command with the lines that it is said to print."""
    text = DOCUMENT.read_text("utf-8")
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        for part in block.removeprefix("$ ").split("\n$ "):
            command, *printed = part.rstrip("\n").split("\n")
            yield command, tuple(printed)


def fits(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the lines are those wanted, with any lines where some are left out."""
    whole = "".join(f"{line}\n" for line in lines)
    pattern = "".join(
        r"(?:.*\n)*?" if line == SKIPPED else re.escape(line) + r"\n" for line in wanted
    )
    return re.fullmatch(pattern, whole) is not None


@pytest.fixture(scope="module")
def environment(gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The settings of a user with the atlas that ships."""
    url = f"sqlite:///{tmp_path_factory.mktemp('shipped') / 'geomap.sqlite'}"
    database = Database(url)
    prepare_database(database, Rule())
    with Gazetteer.open(gazetteer_index) as gazetteer:
        load_atlas_folder(database, gazetteer, FOLDER, Rule())
    database.close()
    return {"GEOMAP_DATABASE": url, "GEOMAP_GAZETTEER": str(gazetteer_index)}


@pytest.fixture
def geomap(
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs one command in this process."""
    run = run_here(monkeypatch, capsys)
    return lambda *arguments: run(*arguments, **environment)


@pytest.mark.parametrize(("command", "printed"), [*examples()])
def test_a_command_prints_what_the_document_says(
    geomap: Run, command: str, printed: tuple[str, ...]
) -> None:
    program, *arguments = shlex.split(command)
    outcome = geomap(*arguments)
    assert (program, outcome.code) == ("geomap", 0)
    assert fits(outcome.out.splitlines(), printed), outcome.out


def test_the_document_shows_the_cases_that_the_rule_is_judged_by() -> None:
    commands = " ".join(command for command, _printed in examples())
    for place in ("171943", "163808", "91597", "174448", "98717"):
        assert f"geonames:{place}" in commands


@pytest.mark.parametrize(
    ("lines", "wanted", "same"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "b"], ["a"], False),
        (["a", "b", "c"], ["a", SKIPPED, "c"], True),
        (["a", "c"], ["a", SKIPPED, "c"], True),
        (["a", "b", "c"], ["a", SKIPPED, "b"], False),
        (["a.c"], ["abc"], False),
    ],
)
def test_lines_may_be_left_out(lines: list[str], wanted: list[str], same: bool) -> None:  # noqa: FBT001 -- A case.
    assert fits(lines, wanted) is same
