"""Reading does not fall below what it once reached on the annotated reports."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.reading_floors import Key, fallen, floors, scores_of_parts
from bench.reading_scores import MEASURES, Tally
from gazetteer import Gazetteer
from geomap.services.reading import ReportReader
from tests.annotated_reports import LANGUAGES, PARTS


@pytest.fixture(scope="module")
def scores(gazetteer_index: Path) -> Mapping[Key, Mapping[str, Tally]]:
    with Gazetteer.open(gazetteer_index) as gazetteer:
        return scores_of_parts(ReportReader(gazetteer))


def test_every_part_and_language_has_its_floors() -> None:
    assert set(floors()) == {(part, language) for part in PARTS for language in LANGUAGES}


def test_no_score_lies_below_its_floor(scores: Mapping[Key, Mapping[str, Tally]]) -> None:
    assert fallen(scores) == []


def test_every_measure_has_something_to_find(scores: Mapping[Key, Mapping[str, Tally]]) -> None:
    for tallies in scores.values():
        assert all(tallies[measure].wanted > 0 for measure in MEASURES)


def test_a_score_below_its_floor_is_told() -> None:
    nothing = {key: dict.fromkeys(MEASURES, Tally(0, 1, 1)) for key in floors()}
    assert "scored, nl: toponyms is 0.000, was 0." in "\n".join(fallen(nothing))
