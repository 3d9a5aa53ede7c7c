"""Admiralty grades weigh a claim."""

from fractions import Fraction

import pytest

from geomap.domain.grades import CREDIBILITY_WEIGHTS, RELIABILITY_WEIGHTS, Credibility, Reliability
from tests.claims import grade


@pytest.mark.parametrize(
    ("text", "weight"),
    [("A1", "1"), ("B2", "16/25"), ("C3", "9/25"), ("E5", "1/25"), ("F6", "1/4")],
)
def test_a_grade_weighs_reliability_times_credibility(text: str, weight: str) -> None:
    assert grade(text).weight == Fraction(weight)


def test_every_grade_has_a_weight() -> None:
    assert set(RELIABILITY_WEIGHTS) == set(Reliability)
    assert set(CREDIBILITY_WEIGHTS) == set(Credibility)


def test_a_grade_reads_as_letter_and_digit() -> None:
    assert str(grade("B2")) == "B2"
