"""A spreadsheet gets the same answers from the command line and through OpenRefine's protocol."""

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.commands import run_process
from tests.gazetteer_clients import client_over

NAMES = Path(__file__).parents[3] / "gazetteer" / "data" / "names.csv"
ROWS, BATCH, SEED = 1000, 100, 20140610
HOSTILE = ["", "  ", "a" * 10_000, "\u202eaqqaR", "Raq\x07qa", "?!", "<b>Raqqa</b>", "a", "قا"]
COUNTRIES = ["", "", "SY", "Iraq", "TUR", "Ruritania"]
NEAR = ["", "", "", "39.01,35.95", "43.1;36.3", "geonames:172955", "nowhere"]


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
        {"town": name, "land": chance.choice(COUNTRIES), "where": chance.choice(NEAR)}
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
                    for name, column in (("country", "land"), ("near", "where"))
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


def by_command(index: Path, folder: Path, given: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows as `geomap place --csv` writes them."""
    source, target = folder / "in.csv", folder / "out.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(given[0]))
        writer.writeheader()
        writer.writerows(given)
    outcome = run_process(
        ["place", "--csv", source, "--column", "town", "--country-column", "land",
         "--near-column", "where", "--out", target],
        {"GEOMAP_GAZETTEER": str(index), "GEOMAP_DATA_DIR": str(folder)},
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith(f"{target}: 1,000 rows, ")
    assert "Placing names" in outcome.err
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_thousand_mixed_spellings_get_the_same_answers_both_ways(
    gazetteer_index: Path, world_client: FlaskClient, tmp_path: Path
) -> None:
    given = rows()
    assert len(given) == ROWS
    written = by_command(gazetteer_index, tmp_path, given)
    refined = by_openrefine(world_client, given)
    assert [row["town"] for row in written] == [row["town"] for row in given]
    for row, best in zip(written, refined, strict=True):
        assert row["id"] == (best["id"] if best else ""), row
        if best is not None:
            features = {one["id"]: one["value"] for one in best["features"]}
            assert float(row["confidence"]) == features["confidence"]
            assert int(row["homonyms"]) == features["homonyms"]
            assert round(float(row["score"]) * 100, 2) == best["score"]
    assert sum(bool(row["id"]) for row in written) > 0.95 * (ROWS - len(HOSTILE))
