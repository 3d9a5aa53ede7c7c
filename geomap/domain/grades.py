"""Admiralty grades (NATO AJP-2.1): how reliable a source is, how credible what it says is."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction


class Reliability(StrEnum):
    """How far a source has been right before; F means that nobody can say."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(IntEnum):
    """How likely one statement is to be true; 6 means that nobody can say."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


# The one table of weights. The code orders the letters and digits but gives them no numbers; ours
# fall evenly from 1, and "cannot be judged" stands in the middle, as neither praise nor blame.
RELIABILITY_WEIGHTS = {
    Reliability.A: Fraction(1),
    Reliability.B: Fraction(4, 5),
    Reliability.C: Fraction(3, 5),
    Reliability.D: Fraction(2, 5),
    Reliability.E: Fraction(1, 5),
    Reliability.F: Fraction(1, 2),
}
CREDIBILITY_WEIGHTS = {
    Credibility.CONFIRMED: Fraction(1),
    Credibility.PROBABLE: Fraction(4, 5),
    Credibility.POSSIBLE: Fraction(3, 5),
    Credibility.DOUBTFUL: Fraction(2, 5),
    Credibility.IMPROBABLE: Fraction(1, 5),
    Credibility.CANNOT_BE_JUDGED: Fraction(1, 2),
}


@dataclass(frozen=True, slots=True)
class Grade:
    """Both halves of the code, written together as in `B2`."""

    reliability: Reliability
    credibility: Credibility

    @property
    def weight(self) -> Fraction:
        """What a claim of this grade counts for against others: above 0, at most 1."""
        return RELIABILITY_WEIGHTS[self.reliability] * CREDIBILITY_WEIGHTS[self.credibility]

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility.value}"
