"""Whether confidences are true: of answers that are called 70 % sure, 70 % should be right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

BINS = 10

Judged = tuple[float, bool]
"""The confidence of an answer, and whether it was right."""


class Bin(NamedTuple):
    """Answers of about the same confidence: how many, their mean confidence, the share right."""

    answers: int
    confidence: float
    right: float


def bins(answers: Iterable[Judged]) -> list[Bin]:
    """Part answers by their confidence into tenths; empty ones are left out."""
    parted: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in answers:
        parted[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        Bin(len(part), *(float(column) for column in np.mean(part, axis=0)))
        for part in parted
        if part
    ]


def brier_score(answers: Sequence[Judged]) -> float:
    """Return the mean square of how far a confidence is from what turned out: 0 is best."""
    confidences, right = np.array(answers, dtype=float).T
    return float(np.mean((confidences - right) ** 2))


def calibration_error(answers: Sequence[Judged]) -> float:
    """Return by how much, on average over all answers, the bins promise too much or too little."""
    return sum(one.answers * abs(one.confidence - one.right) for one in bins(answers)) / len(
        answers
    )


def told(answers: Sequence[Judged]) -> str:
    """Return the figures as lines for a person."""
    lines = [
        f"Brier {brier_score(answers):.3f}, calibration error {calibration_error(answers):.3f}"
    ]
    lines += [
        f"  {one.answers:5} answers of confidence {one.confidence:.2f}: {one.right:.2f} right"
        for one in bins(answers)
    ]
    return "\n".join(lines)
