"""The figures by which a confidence is judged."""

import pytest

from bench.reliability import bins, brier_score, calibration_error, told


def test_what_comes_true_as_often_as_promised_has_no_error() -> None:
    answers = [(0.75, True)] * 3 + [(0.75, False)] + [(0.0, False)]
    assert calibration_error(answers) == 0


def test_a_promise_that_is_never_kept_is_all_error() -> None:
    assert calibration_error([(1.0, False)] * 3) == 1
    assert brier_score([(1.0, False)] * 3) == 1


def test_the_brier_score_is_the_mean_square_of_what_is_missing() -> None:
    assert brier_score([(0.5, True), (1.0, True)]) == pytest.approx(0.125)


def test_answers_are_told_by_tenths_without_the_empty_ones() -> None:
    parted = bins([(0.91, True), (0.99, True), (1.0, False), (0.05, False)])
    assert [one.answers for one in parted] == [1, 3]
    assert parted[1].right == pytest.approx(2 / 3)
    assert told([(0.91, True)]).splitlines()[1].endswith("1 answers of confidence 0.91: 1.00 right")
