"""A spreadsheet gets the same answers from the command line and through OpenRefine's protocol."""

import csv
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.commands import run_process
from tests.gazetteer_clients import client_over

NAMES = Path(__file__).parents[3] / "gazetteer" / "data" / "names.csv"
ROWS, BATCH, SEED = 1000, 100, 20140610
HOSTILE = [
    "", "  ", "a" * 10_000, "\u202eaqqaR", "\u2067قرية", "Raq\x07qa", "?!", "<b>Raqqa</b>", "a",
    "قا", "=HYPERLINK(1)", 'a "quoted", name', "two\nlines", "' OR 1=1 --", "😀", "الرقة" * 60,
]  # fmt: skip
COLUMNS = {"country": "land", "admin1": "province", "near": "where", "on": "when"}
SAID = {
    "country": ["", "", "SY", "Iraq", "TUR", "العراق", "Ruritania", "S" * 300],
    "admin1": ["", "", "", "04", "4", "Raqqa", "نينوى", "Nowhere"],
    "near": ["", "", "", "39.01,35.95", "43.1;36.3", "geonames:172955", "nowhere", "999,999"],
    "on": ["", "", "", "2014-06-29", "2014-06", "2014-01/..", "soon", "2014-06-29T12:00:00Z"],
}


def edited(name: str, chance: random.Random) -> str:
    """One letter is lost, doubled or changed places, as it happens to those who type."""
    if len(name) < 4:
        return name
    at = chance.randrange(1, len(name) - 1)
    kinds = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name.upper(),
        f"{name}, Syria",
    )
    return chance.choice(kinds)


def rows() -> list[dict[str, str]]:
    """Names in every script that the curated places have, some as they are, some edited."""
    chance = random.Random(SEED)  # noqa: S311 - the same rows each time.
    with NAMES.open(encoding="utf-8", newline="") as file:
        names = sorted({row["name"] for row in csv.DictReader(file)})
    chosen = chance.sample(names, ROWS - len(HOSTILE))
    chosen = [edited(name, chance) if chance.random() < 0.4 else name for name in chosen]
    mixed = chosen + HOSTILE
    chance.shuffle(mixed)
    return [
        {"town": name} | {COLUMNS[what]: chance.choice(values) for what, values in SAID.items()}
        for name in mixed
    ]


@pytest.fixture
def world_client(gazetteer_index: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    with client_over(gazetteer_index, tmp_path) as client:
        yield client


def by_openrefine(client: FlaskClient, given: list[dict[str, str]]) -> list[dict[str, Any] | None]:
    """The best candidate of each row, as OpenRefine asks for it."""
    found: list[dict[str, Any] | None] = []
    for start in range(0, len(given), BATCH):
        batch = {
            f"q{number}": {
                "query": row["town"],
                "properties": [
                    {"pid": name, "v": row[column]}
                    for name, column in COLUMNS.items()
                    if row[column]
                ],
            }
            for number, row in enumerate(given[start : start + BATCH])
        }
        answer = client.post("/api/gazetteer/reconcile", data={"queries": json.dumps(batch)})
        assert answer.status_code == 200, answer.text
        results = answer.get_json()
        assert list(results) == list(batch)
        found += [next(iter(results[key]["result"]), None) for key in batch]
    return found


def by_command(
    index: Path, folder: Path, given: list[dict[str, str]]
) -> tuple[list[dict[str, str]], int]:
    """The rows as `geomap place --csv` writes them, and how many it calls certain."""
    source, target = folder / "in.csv", folder / "out.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(given[0]))
        writer.writeheader()
        writer.writerows(given)
    outcome = run_process(
        ["place", "--csv", source, "--column", "town", "--out", target,
         *(part for what, column in COLUMNS.items() for part in (f"--{what}-column", column))],
        {"GEOMAP_GAZETTEER": str(index), "GEOMAP_DATA_DIR": str(folder)},
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    summary = re.fullmatch(
        r"1,000 rows, (\d+) with a place, (\d+) of them certain\.\n",
        outcome.out.removeprefix(f"{target}: "),
    )
    assert summary is not None, outcome.out
    assert "Placing names" in outcome.err
    with target.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert int(summary[1]) == sum(bool(row["id"]) for row in written)
    return written, int(summary[2])


def test_a_thousand_mixed_spellings_get_the_same_answers_both_ways(
    gazetteer_index: Path, world_client: FlaskClient, tmp_path: Path
) -> None:
    given = rows()
    assert len(given) == ROWS
    written, certain = by_command(gazetteer_index, tmp_path, given)
    refined = by_openrefine(world_client, given)
    assert [row["town"] for row in written] == [row["town"] for row in given]
    for row, best in zip(written, refined, strict=True):
        assert row["id"] == (best["id"] if best else ""), row
        if best is not None:
            features = {one["id"]: one["value"] for one in best["features"]}
            assert float(row["confidence"]) == features["confidence"]
            assert int(row["homonyms"]) == features["homonyms"]
            assert round(float(row["score"]) * 100, 2) == best["score"]
    assert certain == sum(best is not None and best["match"] for best in refined) > 0
    assert sum(bool(row["id"]) for row in written) > 0.95 * (ROWS - len(HOSTILE))
