"""Admiralty grades weigh a claim."""

import pytest

from geomap.domain.grades import CREDIBILITY_WEIGHTS, RELIABILITY_WEIGHTS, Credibility, Reliability
from tests.claims import grade


@pytest.mark.parametrize(
    ("text", "weight"),
    [("A1", 100), ("B2", 64), ("C3", 36), ("E5", 4), ("F6", 25)],
)
def test_a_grade_weighs_reliability_times_credibility(text: str, weight: int) -> None:
    assert grade(text).weight == weight


def test_every_grade_has_a_weight() -> None:
    assert set(RELIABILITY_WEIGHTS) == set(Reliability)
    assert set(CREDIBILITY_WEIGHTS) == set(Credibility)


def test_a_grade_reads_as_letter_and_digit() -> None:
    assert str(grade("B2")) == "B2"
